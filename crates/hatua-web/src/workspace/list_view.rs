//! The page of one document: its scan, its rows register by register, and the form that decides about them.

use std::collections::BTreeMap;

use askama::Template;
use hatua_app::AppError;
use hatua_app::check::{DocumentRow, DocumentSheet};
use hatua_app::figures::Supposition;
use hatua_app::permit::SeePersons;
use hatua_app::shown::{DocumentFile, MediaType, Status, Values, VerifyError};
use hatua_app::verify::Selection;
use hatua_core::id::{RecordId, RegisterName};
use hatua_core::limits::CHECK_ROWS_MAX;
use hatua_core::programme::{ColumnKind, Register};
use hatua_publish::text::Arg;

use super::check::{Typed, address, following};
use super::desk::Desk;
use super::shell::Shell;
use super::values::{Shown, effects, partner_name, register_name, shown, status_words};

/// Days that a partner has to answer, unless the verifier names another day.
const DAYS_TO_ANSWER: i64 = 14;

/// A file of the document.
struct FileView {
    href: String,
    label: String,
    /// A picture is shown, a PDF set in, anything else a link.
    picture: Option<String>,
    pdf: Option<String>,
}

/// A row.
struct RowView {
    line: String,
    name: String,
    details: Vec<Shown>,
    state: Option<String>,
    mark: Option<MarkView>,
}

/// What the form holds of a row that waits.
struct MarkView {
    seen: String,
    number: String,
    label: String,
    hint: String,
    checked: Option<&'static str>,
    reason: String,
}

/// The rows of one register.
struct Part {
    heading: String,
    same: Option<Vec<Shown>>,
    rows: Vec<RowView>,
}

/// What the form says and asks for.
struct FormView {
    action: String,
    reasons: Vec<String>,
    count: String,
    effects: Vec<String>,
    due: String,
    whole: String,
    accept: String,
    skip: Option<String>,
}

struct ListWords {
    files: String,
    nothing_on_file: Option<String>,
    same: String,
    line: String,
    name: String,
    details: String,
    mark: String,
    differs: String,
    how: String,
    due: String,
    whole: String,
    give_back: String,
    more: String,
    skip: String,
    next_line: String,
    back: String,
}

/// The keys of the page, as they are shown.
struct Keys {
    lines: [&'static str; 2],
    differs: &'static str,
    skip: &'static str,
    accept: &'static str,
}

#[derive(Template)]
#[template(path = "check_list.html")]
pub(super) struct ListPage {
    shell: Shell,
    lead: String,
    alert: Option<String>,
    files: Option<Vec<FileView>>,
    parts: Vec<Part>,
    form: Option<FormView>,
    done: Option<String>,
    back: String,
    words: ListWords,
    keys: Keys,
}

/// The page of a document, with what was typed before where it is shown again.
pub(super) fn list_page(
    desk: &Desk,
    sheet: &DocumentSheet,
    typed: Option<&Typed>,
) -> Result<ListPage, AppError> {
    let texts = &desk.texts;
    let heading = texts.get_args("check-heading", &[("document", Arg::Text(sheet.document.as_str()))]);
    let waiting: Vec<&DocumentRow> =
        sheet.rows.iter().filter(|row| row.state.status == Status::Pending).collect();
    let partner = partner_name(desk, &sheet.partner);
    let files = files(desk, sheet);
    Ok(ListPage {
        shell: desk.shell(&heading),
        lead: texts.get_args(
            "check-list-lead",
            &[
                ("partner", (&partner).into()),
                ("rows", Arg::Count(sheet.rows.len() as u64)),
                ("waiting", Arg::Count(waiting.len() as u64)),
            ],
        ),
        alert: typed.and_then(|typed| typed.alert.clone()),
        words: words(desk, files.is_empty()),
        files: (!files.is_empty()).then_some(files),
        parts: parts(desk, sheet, typed)?,
        form: form(desk, sheet, typed)?,
        done: waiting.is_empty().then(|| texts.get("check-list-done")),
        back: desk.link("/w/check"),
        keys: Keys { lines: ["j", "k"], differs: "x", skip: "s", accept: "v" },
    })
}

fn words(desk: &Desk, is_missing: bool) -> ListWords {
    let texts = &desk.texts;
    ListWords {
        files: texts.get("check-source"),
        nothing_on_file: is_missing.then(|| texts.get("check-nothing-on-file")),
        same: texts.get("check-same"),
        line: texts.get("check-line"),
        name: texts.get("check-name"),
        details: texts.get("check-details"),
        mark: texts.get("check-mark"),
        differs: texts.get("check-differs"),
        how: texts.get("check-how"),
        due: texts.get("check-due"),
        whole: texts.get("check-whole"),
        give_back: texts.get("check-give-back"),
        more: texts.get("check-more"),
        skip: texts.get("check-skip"),
        next_line: texts.get("check-next-line"),
        back: texts.get("check-back"),
    }
}

/// The files of the document; where it is a received file itself, that one.
fn files(desk: &Desk, sheet: &DocumentSheet) -> Vec<FileView> {
    if !desk.may::<SeePersons>() {
        return Vec::new();
    }
    let scanned = sheet.files.iter().map(|file: &DocumentFile| (file.file, Some(file.media)));
    let is_own = |row: &&DocumentRow| row.state.record.place.file.to_string() == sheet.document.as_str();
    let received = sheet.rows.iter().find(is_own).map(|row| (row.state.record.place.file, None));
    let view = |(place, (file, media)): (usize, (hatua_core::id::FileId, Option<MediaType>))| {
        let href = desk.link(&format!("/w/documents/{file}"));
        let number = Arg::Count(place as u64 + 1);
        FileView {
            label: match media {
                Some(_) => desk.texts.get_args("check-page", &[("number", number)]),
                None => desk.texts.get("check-received-file"),
            },
            picture: matches!(media, Some(MediaType::Jpeg | MediaType::Png)).then(|| href.clone()),
            pdf: matches!(media, Some(MediaType::Pdf)).then(|| href.clone()),
            href,
        }
    };
    scanned.chain(received).enumerate().map(view).collect()
}

/// The rows of the page: those that wait first, as many as it holds; the others when those are done.
fn rows_on_page(sheet: &DocumentSheet) -> Vec<&DocumentRow> {
    let mut rows: Vec<&DocumentRow> = sheet.rows.iter().collect();
    rows.sort_by_key(|row| row.state.status != Status::Pending);
    rows.truncate(CHECK_ROWS_MAX);
    rows
}

fn parts(desk: &Desk, sheet: &DocumentSheet, typed: Option<&Typed>) -> Result<Vec<Part>, AppError> {
    let rows = rows_on_page(sheet);
    let persons = match desk.permit::<SeePersons>() {
        Ok(permit) => desk.acts.persons(&permit, rows.iter().map(|row| row.state.record.record))?,
        Err(_) => BTreeMap::new(),
    };
    let mut by_register: BTreeMap<&RegisterName, Vec<&DocumentRow>> = BTreeMap::new();
    for row in rows {
        by_register.entry(&row.state.record.register).or_default().push(row);
    }
    let mut number = 0;
    let part = |(name, rows): (&RegisterName, Vec<&DocumentRow>)| {
        let register = desk.acts.register(name)?;
        let cells = cells(desk, register, &rows, &persons);
        let same = same_in_all(&cells);
        let row = |(row, cells): (&DocumentRow, Vec<(usize, Shown)>)| {
            row_view(desk, register, (row, cells, &same), (&mut number, typed))
        };
        let same_shown: Vec<Shown> = same.values().cloned().collect();
        Ok(Part {
            heading: desk.texts.get_args(
                "check-part",
                &[
                    ("count", Arg::Count(rows.len() as u64)),
                    ("register", (&register_name(desk, name)).into()),
                ],
            ),
            rows: rows.into_iter().zip(cells).map(row).collect(),
            same: (!same_shown.is_empty()).then_some(same_shown),
        })
    };
    by_register.into_iter().map(part).collect()
}

/// What each row holds, personal columns with those who may see them.
fn cells(
    desk: &Desk,
    register: &Register,
    rows: &[&DocumentRow],
    persons: &BTreeMap<RecordId, Option<Values>>,
) -> Vec<Vec<(usize, Shown)>> {
    let cells_of = |row: &&DocumentRow| {
        let record = &row.state.record;
        let mut values = record.values.clone();
        values.extend(persons.get(&record.record).cloned().flatten().unwrap_or_default());
        shown(desk, register, &values)
    };
    rows.iter().map(cells_of).collect()
}

/// Columns that say the same in all of several rows are said once.
fn same_in_all(rows: &[Vec<(usize, Shown)>]) -> BTreeMap<usize, Shown> {
    let [first, others @ ..] = rows else { return BTreeMap::new() };
    if others.is_empty() {
        return BTreeMap::new();
    }
    let is_same = |cell: &&(usize, Shown)| others.iter().all(|row| row.contains(cell));
    first.iter().filter(is_same).cloned().collect()
}

fn row_view(
    desk: &Desk,
    register: &Register,
    (row, cells, same): (&DocumentRow, Vec<(usize, Shown)>, &BTreeMap<usize, Shown>),
    (number, typed): (&mut u64, Option<&Typed>),
) -> RowView {
    let is_name = |place: usize| register.columns[place].kind == ColumnKind::PersonName;
    let (names, details): (Vec<_>, Vec<_>) = cells
        .into_iter()
        .filter(|(place, _)| !same.contains_key(place))
        .partition(|(place, _)| is_name(*place));
    let names: Vec<String> = names.into_iter().map(|(_, shown)| shown.value).collect();
    let line = desk.texts.numbers.plain(row.state.record.place.row.into());
    let is_open = row.state.status == Status::Pending && row.refusal.is_none();
    RowView {
        mark: is_open.then(|| {
            *number += 1;
            mark_view(desk, row, &line, (*number, typed))
        }),
        state: (!is_open).then(|| state_words(desk, row)),
        line,
        name: names.join(" "),
        details: details.into_iter().map(|(_, shown)| shown).collect(),
    }
}

fn mark_view(desk: &Desk, row: &DocumentRow, line: &str, (number, typed): (u64, Option<&Typed>)) -> MarkView {
    let record = row.state.record.record;
    let typed = typed.and_then(|typed| typed.of(record)).filter(|typed| typed.is_marked);
    MarkView {
        seen: format!("{record}.{}", row.version),
        number: number.to_string(),
        label: desk.texts.get_args("check-of-line", &[("line", line.into())]),
        hint: desk.texts.get_args("check-why", &[("line", line.into())]),
        checked: typed.map(|_| "checked"),
        reason: typed.map(|typed| typed.reason.clone()).unwrap_or_default(),
    }
}

/// Why a row has no mark.
fn state_words(desk: &Desk, row: &DocumentRow) -> String {
    let texts = &desk.texts;
    match (&row.refusal, &row.state.reason) {
        (Some(VerifyError::OwnRecord { .. }), _) => texts.get("check-own"),
        (Some(_), _) => texts.get("check-lacks"),
        (None, Some(reason)) => format!("{}: {reason}", status_words(desk, row.state.status)),
        (None, None) => status_words(desk, row.state.status),
    }
}

fn form(desk: &Desk, sheet: &DocumentSheet, typed: Option<&Typed>) -> Result<Option<FormView>, AppError> {
    let texts = &desk.texts;
    let is_open = |row: &&DocumentRow| row.state.status == Status::Pending && row.refusal.is_none();
    let open: Vec<RecordId> =
        rows_on_page(sheet).into_iter().filter(is_open).map(|row| row.state.record.record).collect();
    if open.is_empty() {
        return Ok(None);
    }
    let count = Arg::Count(open.len() as u64);
    let later = desk.acts.today().checked_add(jiff::ToSpan::days(DAYS_TO_ANSWER));
    let due =
        typed.map_or_else(|| later.map(|day| day.to_string()).unwrap_or_default(), |typed| typed.due.clone());
    Ok(Some(FormView {
        action: desk.link(&address(&sheet.partner, &sheet.document)),
        reasons: [
            "check-reason-absent",
            "check-reason-unsigned",
            "check-reason-other",
            "check-reason-unreadable",
            "check-reason-twice",
        ]
        .map(|reason| texts.get(reason))
        .to_vec(),
        count: texts.get_args("check-count", &[("count", count)]),
        effects: effects(desk, &Supposition::Verify(Selection::Records(open)))?,
        due,
        whole: typed.map(|typed| typed.whole.clone()).unwrap_or_default(),
        accept: texts.get("check-accept"),
        skip: following(desk, sheet)?,
    }))
}
