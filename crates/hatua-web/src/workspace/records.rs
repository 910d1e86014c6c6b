//! Records: every register as a list with its filters in the address, and what is chosen there downloaded as a file.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use hatua_app::permit::{ReadRecords, VerifyRecords, WithdrawRecords};
use hatua_app::records::ListedRecord;
use hatua_app::shown::{Decimal, RecordState, Status, Value};
use hatua_app::{AppError, RecordFilter};
use hatua_core::id::{DocumentId, PartnerCode, RecordId, RegisterName};
use hatua_core::limits::RECORDS_ON_PAGE;
use hatua_core::programme::{Column, ColumnKind, Register};
use hatua_publish::open_data::{Dialect, guarded, lines};
use hatua_publish::text::Arg;

use super::desk::{Desk, Reply, Signed};
use super::form::Fields;
use super::shell::Shell;
use super::values::{Shown, partner_name, place_name, register_name, shown, status_words, value_words};

/// Columns of a record that its list shows; the others stand on its own page.
const DETAILS: usize = 5;
const STATES: [Status; 4] = [Status::Pending, Status::Verified, Status::Returned, Status::Withdrawn];

/// A link with words.
struct LinkView {
    href: String,
    label: String,
    current: Option<&'static str>,
}

/// A choice of a filter.
struct ChoiceView {
    value: String,
    label: String,
    selected: Option<&'static str>,
}

/// A filter of the list.
struct FilterView {
    name: &'static str,
    label: String,
    any: String,
    choices: Vec<ChoiceView>,
}

/// A record in the list.
struct RowView {
    seen: String,
    href: String,
    title: String,
    details: Vec<Shown>,
    document: String,
    state: String,
    class: &'static str,
    label: String,
}

struct RecordsWords {
    registers: String,
    find: String,
    hint: String,
    show: String,
    record: String,
    details: String,
    document: String,
    state: String,
    choose: String,
}

#[derive(Template)]
#[template(path = "records.html")]
struct RecordsPage {
    shell: Shell,
    lead: String,
    tabs: Vec<LinkView>,
    action: String,
    typed: String,
    filters: Vec<FilterView>,
    rows: Option<Vec<RowView>>,
    empty: Option<String>,
    more: Vec<LinkView>,
    /// Where the chosen rows are sent, and the acts that this user may do with them.
    acts: Option<ActsView>,
    words: RecordsWords,
}

/// The acts on chosen rows.
pub(super) struct ActsView {
    /// Where they are sent.
    pub action: String,
    /// A button for each.
    pub buttons: Vec<ActButton>,
}

/// A button of an act.
pub(super) struct ActButton {
    /// The word for the form.
    pub value: &'static str,
    /// Its words.
    pub label: String,
}

/// The acts on records that this user may do.
pub(super) fn acts_view(desk: &Desk, register: &RegisterName) -> Option<ActsView> {
    let button = |value, key| ActButton { value, label: desk.texts.get(key) };
    let mut buttons = Vec::new();
    if desk.may::<VerifyRecords>() {
        buttons.push(button("verify", "records-verify"));
        buttons.push(button("return", "records-return"));
    }
    if desk.may::<WithdrawRecords>() {
        buttons.push(button("withdraw", "records-withdraw"));
    }
    let action = desk.link(&format!("/w/records/{register}/act"));
    (!buttons.is_empty()).then_some(ActsView { action, buttons })
}

/// What the address asks for.
struct Wanted {
    filter: RecordFilter,
    words: Option<String>,
}

impl Wanted {
    fn of(register: &RegisterName, query: &Fields) -> Self {
        // What can't be read chooses nothing: an address may be old.
        let filter = RecordFilter {
            register: Some(register.clone()),
            status: query.get("state").and_then(|state| state.parse().ok()),
            partner: query.get("partner").and_then(|partner| PartnerCode::new(partner).ok()),
            country: query.get("country").map(str::to_owned),
            document: query.get("document").and_then(|document| DocumentId::new(document).ok()),
            newest_first: true,
            after: query.get("after").and_then(|after| after.parse().ok()),
            limit: None,
        };
        Self { filter, words: query.get("q").map(str::to_owned) }
    }

    /// The records of the page and one more, where there is one; and how many there are in all, by their state.
    fn found(
        &self,
        desk: &Desk,
        register: &Register,
    ) -> Result<(Vec<ListedRecord>, BTreeMap<Status, u64>), AppError> {
        let permit = desk.permit::<ReadRecords>()?;
        if let Some(words) = &self.words {
            let found = find(desk, register, words)?;
            let mut counts = BTreeMap::new();
            for record in &found {
                *counts.entry(record.state.status).or_default() += 1;
            }
            return Ok((found, counts));
        }
        let limit = u32::try_from(RECORDS_ON_PAGE).unwrap_or(u32::MAX).saturating_add(1);
        let filter = RecordFilter { limit: Some(limit), ..self.filter.clone() };
        Ok((desk.acts.record_page(&permit, &filter)?, desk.acts.count_records(&permit, &filter)?))
    }

    /// The filters as an address holds them, without the page.
    fn query(&self) -> String {
        let filter = &self.filter;
        let mut query = form_urlencoded::Serializer::new(String::new());
        let pairs = [
            ("state", filter.status.map(|status| status.as_str().to_owned())),
            ("partner", filter.partner.as_ref().map(ToString::to_string)),
            ("country", filter.country.clone()),
            ("document", filter.document.as_ref().map(ToString::to_string)),
            ("q", self.words.clone()),
        ];
        for (name, value) in pairs {
            if let Some(value) = value {
                query.append_pair(name, &value);
            }
        }
        query.finish()
    }
}

/// `GET /w/records`
pub async fn get_registers(signed: Signed) -> Response {
    signed
        .answer(|desk| {
            desk.permit::<ReadRecords>()?;
            let first = desk.acts.package().registers.keys().next();
            Ok(first
                .map_or(Reply::NotFound, |first| Reply::SeeOther(desk.link(&format!("/w/records/{first}")))))
        })
        .await
}

/// `GET /w/records/{register}`
pub async fn get_records(Path(register): Path<String>, signed: Signed) -> Response {
    signed
        .answer(move |desk| match known(desk, &register) {
            Some(register) => list(desk, register),
            None => Ok(Reply::NotFound),
        })
        .await
}

/// The register with this name.
pub(super) fn known<'d>(desk: &'d Desk, name: &str) -> Option<&'d Register> {
    desk.acts.package().registers.values().find(|register| register.name.as_str() == name)
}

fn list(desk: &Desk, register: &Register) -> Result<Reply, AppError> {
    let wanted = Wanted::of(&register.name, &desk.query);
    let (mut found, counts) = wanted.found(desk, register)?;
    let is_more = found.len() > RECORDS_ON_PAGE;
    found.truncate(RECORDS_ON_PAGE);
    let last = found.last().filter(|_| is_more).map(|record| record.state.record.record);
    let rows: Vec<RowView> = found.iter().map(|record| row_view(desk, register, record)).collect();
    let texts = &desk.texts;
    let page = RecordsPage {
        shell: desk.shell(&register_name(desk, &register.name)),
        lead: counts_words(desk, &counts),
        tabs: tabs(desk, register),
        action: desk.link(&format!("/w/records/{}", register.name)),
        typed: wanted.words.clone().unwrap_or_default(),
        filters: filters(desk, &wanted.filter),
        empty: rows.is_empty().then(|| texts.get("records-empty")),
        acts: acts_view(desk, &register.name).filter(|_| !rows.is_empty()),
        rows: (!rows.is_empty()).then_some(rows),
        more: more(desk, register, &wanted, last),
        words: RecordsWords {
            registers: texts.get("records-registers"),
            find: texts.get("records-find"),
            hint: texts.get("records-find-hint"),
            show: texts.get("records-show"),
            record: texts.get("records-record"),
            details: texts.get("check-details"),
            document: texts.get("work-document"),
            state: texts.get("records-state"),
            choose: texts.get("records-choose"),
        },
    };
    Ok(Reply::Page(page.render().expect("a page of ready strings always renders")))
}

/// What somebody looks for: a document's id, or a partner's own id of who or what a record is about.
fn find(desk: &Desk, register: &Register, words: &str) -> Result<Vec<ListedRecord>, AppError> {
    let permit = desk.permit::<ReadRecords>()?;
    let mut found = desk.acts.records_of_own_id(&permit, &register.name, words)?;
    if let Ok(document) = DocumentId::new(words) {
        let filter = RecordFilter {
            register: Some(register.name.clone()),
            document: Some(document),
            ..RecordFilter::default()
        };
        found.extend(desk.acts.record_page(&permit, &filter)?);
    }
    Ok(found)
}

fn counts_words(desk: &Desk, counts: &BTreeMap<Status, u64>) -> String {
    let count = |status| Arg::Count(counts.get(&status).copied().unwrap_or_default());
    desk.texts.get_args(
        "records-lead",
        &[
            ("count", Arg::Count(counts.values().sum())),
            ("pending", count(Status::Pending)),
            ("verified", count(Status::Verified)),
            ("returned", count(Status::Returned)),
            ("withdrawn", count(Status::Withdrawn)),
        ],
    )
}

fn tabs(desk: &Desk, register: &Register) -> Vec<LinkView> {
    let tab = |name: &RegisterName| LinkView {
        href: desk.link(&format!("/w/records/{name}")),
        label: register_name(desk, name),
        current: (*name == register.name).then_some("page"),
    };
    desk.acts.package().registers.keys().map(tab).collect()
}

fn filters(desk: &Desk, filter: &RecordFilter) -> Vec<FilterView> {
    let texts = &desk.texts;
    let choice = |value: String, label: String, chosen: Option<&str>| ChoiceView {
        selected: (chosen == Some(value.as_str())).then_some("selected"),
        value,
        label,
    };
    let package = desk.acts.package();
    let (country, partner) = (filter.country.as_deref(), filter.partner.as_ref().map(PartnerCode::as_str));
    let countries =
        package.countries.iter().map(|code| choice(code.clone(), place_name(desk, code), country));
    let partners = package
        .reporting_partners()
        .map(|known| choice(known.code.to_string(), partner_name(desk, &known.code), partner));
    let state = filter.status.map(Status::as_str);
    let states =
        STATES.iter().map(|known| choice(known.as_str().to_owned(), status_words(desk, *known), state));
    let view =
        |name, label: String, choices| FilterView { name, label, any: texts.get("records-any"), choices };
    vec![
        view("country", texts.get("records-country"), countries.collect()),
        view("partner", texts.get("work-partner"), partners.collect()),
        view("state", texts.get("records-state"), states.collect()),
    ]
}

fn row_view(desk: &Desk, register: &Register, record: &ListedRecord) -> RowView {
    let state = &record.state;
    let title = title(desk, register, state);
    let is_new = |place: usize| {
        let column = &register.columns[place];
        !register.key.contains(&column.name) && register.document.as_ref() != Some(&column.name)
    };
    let details = shown(desk, register, &state.record.values).into_iter();
    RowView {
        seen: format!("{}.{}", state.record.record, record.version),
        href: desk.link(&address(&register.name, state.record.record)),
        details: details.filter(|(place, _)| is_new(*place)).map(|(_, shown)| shown).take(DETAILS).collect(),
        document: state.record.document.to_string(),
        state: status_words(desk, state.status),
        class: class(state.status),
        label: desk.texts.get_args("records-choose-one", &[("record", (&title).into())]),
        title,
    }
}

/// The address of a record, without the language.
pub(super) fn address(register: &RegisterName, record: RecordId) -> String {
    format!("/w/records/{register}/{record}")
}

/// How a record is called: by the open columns of its key, and by where it stands.
pub(super) fn title(desk: &Desk, register: &Register, state: &RecordState) -> String {
    let open = register.key.iter().filter_map(|name| {
        let column = register.column(name)?;
        Some(value_words(desk, column, state.record.value(name)?))
    });
    let line = desk.texts.numbers.plain(state.record.place.row.into());
    let line = desk.texts.get_args("records-line", &[("line", (&line).into())]);
    open.chain([line]).collect::<Vec<_>>().join(" · ")
}

/// The class of a state's tag.
pub(super) fn class(status: Status) -> &'static str {
    match status {
        Status::Pending => "",
        Status::Verified => "ok",
        Status::Returned => "warn",
        Status::Withdrawn => "bad",
    }
}

fn more(desk: &Desk, register: &Register, wanted: &Wanted, last: Option<RecordId>) -> Vec<LinkView> {
    let (name, query) = (&register.name, wanted.query());
    let mut links = Vec::new();
    if wanted.words.is_none() {
        links.push(LinkView {
            href: desk.link(&format!("/w/records/{name}/list.csv?{query}")),
            label: desk.texts.get("records-download"),
            current: None,
        });
    }
    if let Some(last) = last {
        links.push(LinkView {
            href: desk.link(&format!("/w/records/{name}?after={last}&{query}")),
            label: desk.texts.get("records-next"),
            current: None,
        });
    }
    links
}

/// `GET /w/records/{register}/list.csv`
pub async fn get_file(Path(register): Path<String>, signed: Signed) -> Response {
    signed
        .answer(move |desk| match known(desk, &register) {
            Some(register) => file(desk, register),
            None => Ok(Reply::NotFound),
        })
        .await
}

/// The list as a file: the open columns of the register, nothing personal.
fn file(desk: &Desk, register: &Register) -> Result<Reply, AppError> {
    let permit = desk.permit::<ReadRecords>()?;
    let wanted = Wanted::of(&register.name, &desk.query);
    let filter = RecordFilter { newest_first: false, after: None, ..wanted.filter };
    let open: Vec<_> = register.columns.iter().filter(|column| !column.personal).collect();
    let mut columns: Vec<String> =
        ["record", "partner", "source_document", "state"].map(str::to_owned).to_vec();
    columns.extend(open.iter().map(|column| column.name.to_string()));
    let mut rows = Vec::new();
    desk.acts.each_record(&permit, &filter, &mut |state| {
        rows.push(file_row(&state, &open));
        Ok(())
    })?;
    let text = lines(&columns, rows.into_iter().map(Vec::into_iter), Dialect::Plain);
    let stem = hatua_publish::links::file_stem(
        desk.acts.package().demonstration,
        desk.acts.programme_id(),
        register.name.as_str(),
    );
    Ok(Reply::File {
        bytes: text.into_bytes(),
        content_type: "text/csv; charset=utf-8",
        saved_as: Some(format!("{stem}.csv")),
    })
}

fn file_row(state: &RecordState, open: &[&Column]) -> Vec<String> {
    let record = &state.record;
    let first = [
        record.record.to_string(),
        record.partner.to_string(),
        record.document.to_string(),
        state.status.as_str().to_owned(),
    ];
    let cell =
        |column: &&Column| record.value(&column.name).map(|value| plain(column, value)).unwrap_or_default();
    first.into_iter().chain(open.iter().map(cell)).map(|cell| guarded(&cell)).collect()
}

/// A value as programs read it: amounts as they were written, days in ISO 8601.
fn plain(column: &Column, value: &Value) -> String {
    match (&column.kind, value) {
        (ColumnKind::Money, Value::Integer(cents)) => Decimal { units: *cents, places: 2 }.to_string(),
        (_, value) => value.to_string(),
    }
}
