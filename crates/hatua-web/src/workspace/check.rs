//! Checking: the documents that wait, and one document beside its scan.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use hatua_app::check::{Decided, DocumentSheet, ListDecision, SeenRecord};
use hatua_app::permit::{SeePersons, VerifyRecords};
use hatua_app::shown::{MediaType, VerifyError};
use hatua_app::{AppError, WaitingDocument};
use hatua_core::id::{DocumentId, FileId, PartnerCode, RecordId};
use hatua_publish::text::Arg;

use super::desk::{Desk, Posted, Reply, Signed};
use super::form::Fields;
use super::list_view::{ListPage, list_page};
use super::shell::Shell;
use super::values::{due_of, overtaken_words, partner_name, register_name, seen_record, segment};

/// A document that waits.
struct WaitingView {
    href: String,
    document: String,
    partner: String,
    registers: String,
    rows: String,
    since: String,
    filed: Option<String>,
    missing: Option<String>,
}

struct CheckWords {
    document: String,
    partner: String,
    registers: String,
    rows: String,
    since: String,
    source: String,
}

#[derive(Template)]
#[template(path = "check.html")]
struct CheckPage {
    shell: Shell,
    lead: String,
    /// Absent where nothing waits.
    list: Option<Vec<WaitingView>>,
    empty: Option<String>,
    words: CheckWords,
}

/// The address of a document's page, without the language.
pub(super) fn address(partner: &PartnerCode, document: &DocumentId) -> String {
    format!("/w/check/{}/{}", segment(partner.as_str()), segment(document.as_str()))
}

/// How many documents wait for this user; nothing for who doesn't check.
pub(super) fn waiting(desk: &Desk) -> Option<u64> {
    let permit = desk.permit::<VerifyRecords>().ok()?;
    let waiting = desk.acts.waiting_documents(&permit).ok()?;
    Some(waiting.len() as u64).filter(|count| *count > 0)
}

/// `GET /w/check`
pub async fn get_documents(signed: Signed) -> Response {
    signed.answer(documents).await
}

fn documents(desk: &Desk) -> Result<Reply, AppError> {
    let texts = &desk.texts;
    let waiting = desk.acts.waiting_documents(&desk.permit::<VerifyRecords>()?)?;
    let rows: u64 = waiting.iter().flat_map(|document| document.rows.values()).sum();
    let list: Vec<WaitingView> = waiting.iter().map(|document| waiting_view(desk, document)).collect();
    let page = CheckPage {
        shell: desk.shell(&texts.get("work-menu-check")),
        lead: texts.get_args("check-lead", &[("count", Arg::Count(rows))]),
        empty: list.is_empty().then(|| texts.get("check-empty")),
        list: (!list.is_empty()).then_some(list),
        words: CheckWords {
            document: texts.get("work-document"),
            partner: texts.get("work-partner"),
            registers: texts.get("work-register"),
            rows: texts.get("check-rows"),
            since: texts.get("check-since"),
            source: texts.get("check-source"),
        },
    };
    Ok(Reply::Page(page.render().expect("a page of ready strings always renders")))
}

fn waiting_view(desk: &Desk, waiting: &WaitingDocument) -> WaitingView {
    let texts = &desk.texts;
    let registers: Vec<String> = waiting.rows.keys().map(|register| register_name(desk, register)).collect();
    WaitingView {
        href: desk.link(&address(&waiting.partner, &waiting.document)),
        document: waiting.document.to_string(),
        partner: partner_name(desk, &waiting.partner),
        registers: registers.join(" · "),
        rows: texts.numbers.grouped(waiting.rows.values().sum()),
        since: texts.numbers.date(desk.acts.local(waiting.oldest).date()),
        filed: waiting.is_on_file.then(|| texts.get("check-on-file")),
        missing: (!waiting.is_on_file).then(|| texts.get("check-not-on-file")),
    }
}

/// `GET /w/check/{partner}/{document}`
pub async fn get_list(Path((partner, document)): Path<(String, String)>, signed: Signed) -> Response {
    signed
        .answer(move |desk| {
            let Some(sheet) = sheet(desk, &partner, &document)? else { return Ok(Reply::NotFound) };
            Ok(Reply::Page(render(&list_page(desk, &sheet, None)?)))
        })
        .await
}

fn render(page: &ListPage) -> String {
    page.render().expect("a page of ready strings always renders")
}

fn sheet(desk: &Desk, partner: &str, document: &str) -> Result<Option<DocumentSheet>, AppError> {
    let (Ok(partner), Ok(document)) = (PartnerCode::new(partner), DocumentId::new(document)) else {
        return Ok(None);
    };
    Ok(Some(desk.acts.document_sheet(&desk.permit::<VerifyRecords>()?, &partner, &document)?))
}

/// What somebody typed into the form of a list, and what is wrong with it.
pub(super) struct Typed {
    rows: Vec<TypedRow>,
    /// The day by which the partner should answer.
    pub due: String,
    /// Why the whole list goes back.
    pub whole: String,
    /// What is wrong.
    pub alert: Option<String>,
}

/// What was typed about one row.
pub(super) struct TypedRow {
    seen: SeenRecord,
    /// Whether it was marked.
    pub is_marked: bool,
    /// Why it goes back; a row that is marked without a reason goes on waiting.
    pub reason: String,
}

impl Typed {
    fn read(fields: &Fields) -> Self {
        let rows = fields.all("row").enumerate().filter_map(|(place, row)| {
            let number = (place + 1).to_string();
            Some(TypedRow {
                seen: seen_record(row)?,
                is_marked: fields.all("d").any(|marked| marked == number),
                reason: fields.typed(&format!("w{number}")).trim().to_owned(),
            })
        });
        Self {
            rows: rows.collect(),
            due: fields.typed("due").trim().to_owned(),
            whole: fields.typed("whole").trim().to_owned(),
            alert: None,
        }
    }

    /// What was typed about a record.
    pub fn of(&self, record: RecordId) -> Option<&TypedRow> {
        self.rows.iter().find(|row| row.seen.record == record)
    }
}

/// `POST /w/check/{partner}/{document}`
pub async fn post_list(Path((partner, document)): Path<(String, String)>, posted: Posted) -> Response {
    posted
        .answer(move |desk, fields| {
            let (Ok(partner), Ok(document)) = (PartnerCode::new(partner), DocumentId::new(document)) else {
                return Ok(Reply::NotFound);
            };
            decide(desk, (&partner, &document), fields)
        })
        .await
}

fn decide(
    desk: &Desk,
    (partner, document): (&PartnerCode, &DocumentId),
    fields: &Fields,
) -> Result<Reply, AppError> {
    let permit = desk.permit::<VerifyRecords>()?;
    let mut typed = Typed::read(fields);
    let is_whole = fields.get("do") == Some("return");
    let (mut accepted, mut returned) = (Vec::new(), Vec::new());
    for row in &typed.rows {
        match (is_whole, row.is_marked, row.reason.is_empty()) {
            (true, _, _) => returned.push((row.seen, typed.whole.clone())),
            (false, false, _) => accepted.push(row.seen),
            (false, true, false) => returned.push((row.seen, row.reason.clone())),
            // Marked without a reason: it goes on waiting.
            (false, true, true) => {}
        }
    }
    let due = match due_of(desk, &typed.due) {
        Ok(due) => due,
        Err(alert) => {
            typed.alert = Some(alert);
            return again(desk, (partner, document), &typed);
        }
    };
    let decision = ListDecision { partner, document, accepted: &accepted, returned: &returned, due };
    let outcome = desk.acts.decide_list(&permit, &decision);
    typed.alert = Some(match outcome {
        Ok(Decided::Done { accepted, returned }) => {
            return Ok(Reply::SeeOther(next(desk, accepted, returned, (partner, document))?));
        }
        Ok(Decided::Overtaken(by)) => overtaken_words(desk, &by),
        Err(AppError::Verify(error @ (VerifyError::Reason(_) | VerifyError::DuePassed { .. }))) => {
            error.to_string()
        }
        Err(error) => return Err(error),
    });
    again(desk, (partner, document), &typed)
}

/// The same page with what was typed and what is wrong.
fn again(
    desk: &Desk,
    (partner, document): (&PartnerCode, &DocumentId),
    typed: &Typed,
) -> Result<Reply, AppError> {
    let permit = desk.permit::<VerifyRecords>()?;
    let sheet = desk.acts.document_sheet(&permit, partner, document)?;
    Ok(Reply::Again(render(&list_page(desk, &sheet, Some(typed))?)))
}

/// The next list that waits, with what was done just now.
fn next(
    desk: &Desk,
    accepted: u64,
    returned: u64,
    done: (&PartnerCode, &DocumentId),
) -> Result<String, AppError> {
    let waiting = desk.acts.waiting_documents(&desk.permit::<VerifyRecords>()?)?;
    let next = waiting.iter().find(|next| (&next.partner, &next.document) != done);
    let path = next.map_or_else(|| "/w/check".to_owned(), |next| address(&next.partner, &next.document));
    let (said, count) = match (accepted, returned) {
        (0, 0) => ("list-left", 0),
        (0, returned) => ("list-returned", returned),
        (accepted, 0) => ("list-accepted", accepted),
        (accepted, _) => ("list-accepted-others-returned", accepted),
    };
    Ok(desk.link(&format!("{path}?said={said}&n={count}")))
}

/// The next list that waits after this one, for who skips it; from the last one to the first.
pub(super) fn following(desk: &Desk, sheet: &DocumentSheet) -> Result<Option<String>, AppError> {
    let waiting = desk.acts.waiting_documents(&desk.permit::<VerifyRecords>()?)?;
    let is_this =
        |other: &&WaitingDocument| other.partner == sheet.partner && other.document == sheet.document;
    let place = waiting.iter().position(|other| is_this(&other)).map_or(0, |place| place + 1);
    let others = waiting[place..].iter().chain(&waiting[..place]).find(|other| !is_this(other));
    Ok(others.map(|next| desk.link(&address(&next.partner, &next.document))))
}

/// `GET /w/documents/{file}`
pub async fn get_source(Path(file): Path<String>, signed: Signed) -> Response {
    signed
        .answer(move |desk| {
            let Ok(file) = file.parse::<FileId>() else { return Ok(Reply::NotFound) };
            let source = desk.acts.source(&desk.permit::<SeePersons>()?, file)?;
            let Some(source) = source else { return Ok(Reply::NotFound) };
            let (content_type, saved_as) = match source.media {
                Some(MediaType::Tiff) | None => ("application/octet-stream", Some(source.name)),
                Some(media) => (media.as_str(), None),
            };
            Ok(Reply::File { bytes: source.bytes, content_type, saved_as })
        })
        .await
}
