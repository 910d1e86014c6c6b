//! The first page: what waits for this user.

use askama::Template;
use axum::response::Response;
use hatua_app::permit::{ImportRecords, ReadRecords, ReadReports, VerifyRecords};
use hatua_app::records::ListedRecord;
use hatua_app::shown::Status;
use hatua_app::{AppError, RecordFilter, WaitingDocument};
use hatua_core::release::{PartnerReports, ReportState};
use hatua_publish::text::Arg;

use super::desk::{Desk, Reply, Signed};
use super::gate::to_today;
use super::shell::Shell;
use super::values::{partner_name, register_name};
use super::{check, records};

/// How many of a kind are named; the others are behind the link to all.
const NAMED: usize = 8;

/// One thing that waits.
struct Item {
    href: Option<String>,
    label: String,
    note: String,
    late: Option<String>,
}

/// Things of one kind that wait.
struct Section {
    heading: String,
    lead: Option<String>,
    items: Vec<Item>,
    all: Option<String>,
}

/// `GET /w`
pub async fn get_start(signed: Signed) -> Response {
    signed.answer(|desk| Ok(to_today(desk))).await
}

#[derive(Template)]
#[template(path = "today.html")]
struct TodayPage {
    shell: Shell,
    lead: String,
    sections: Vec<Section>,
    nothing: Option<String>,
    all: String,
}

/// `GET /w/today`
pub async fn get_today(signed: Signed) -> Response {
    signed.answer(render).await
}

fn render(desk: &Desk) -> Result<Reply, AppError> {
    let texts = &desk.texts;
    let day = texts.numbers.date(desk.acts.today());
    let releases = desk.acts.releases()?;
    let lead = match releases.last() {
        Some(last) => texts.get_args(
            "work-today-lead",
            &[("day", (&day).into()), ("release", (&texts.numbers.release(last.id)).into())],
        ),
        None => day,
    };
    let sections: Vec<Section> =
        [lists(desk)?, returned(desk)?, reports(desk)?].into_iter().flatten().collect();
    let page = TodayPage {
        shell: desk.shell(&texts.get("work-menu-today")),
        lead,
        nothing: sections.is_empty().then(|| texts.get("today-nothing")),
        sections,
        all: texts.get("today-all"),
    };
    Ok(Reply::Page(page.render().expect("a page of ready strings always renders")))
}

/// The lists that wait for a check by this user.
fn lists(desk: &Desk) -> Result<Option<Section>, AppError> {
    let Ok(permit) = desk.permit::<VerifyRecords>() else { return Ok(None) };
    let waiting = desk.acts.waiting_documents(&permit)?;
    if waiting.is_empty() {
        return Ok(None);
    }
    let item = |waiting: &WaitingDocument| {
        let registers: Vec<String> = waiting.rows.keys().map(|name| register_name(desk, name)).collect();
        Item {
            href: Some(desk.link(&check::address(&waiting.partner, &waiting.document))),
            label: waiting.document.to_string(),
            note: format!("{}, {}", partner_name(desk, &waiting.partner), registers.join(" · ")),
            late: None,
        }
    };
    let count = Arg::Count(waiting.len() as u64);
    Ok(Some(Section {
        heading: desk.texts.get("today-lists"),
        lead: Some(desk.texts.get_args("today-lists-lead", &[("count", count)])),
        items: waiting.iter().take(NAMED).map(item).collect(),
        all: Some(desk.link("/w/check")),
    }))
}

/// What was sent back to the partner for which this user enters records, and why.
fn returned(desk: &Desk) -> Result<Option<Section>, AppError> {
    let Ok(permit) = desk.permit::<ReadRecords>() else { return Ok(None) };
    if !desk.may::<ImportRecords>() {
        return Ok(None);
    }
    let filter = RecordFilter {
        status: Some(Status::Returned),
        newest_first: true,
        limit: u32::try_from(NAMED).ok(),
        ..RecordFilter::default()
    };
    let counts = desk.acts.count_records(&permit, &filter)?;
    let Some(count) = counts.get(&Status::Returned) else { return Ok(None) };
    let found = desk.acts.record_page(&permit, &filter)?;
    Ok(Some(Section {
        heading: desk.texts.get("today-returned"),
        lead: Some(desk.texts.get_args("today-returned-lead", &[("count", Arg::Count(*count))])),
        items: found.iter().map(|record| returned_item(desk, record)).collect::<Result<_, _>>()?,
        all: None,
    }))
}

fn returned_item(desk: &Desk, record: &ListedRecord) -> Result<Item, AppError> {
    let state = &record.state;
    let register = desk.acts.register(&state.record.register)?;
    let until = |due| {
        let day = desk.texts.numbers.date(due);
        desk.texts.get_args("today-until", &[("day", (&day).into())])
    };
    let title = records::title(desk, register, state);
    Ok(Item {
        href: Some(desk.link(&records::address(&register.name, state.record.record))),
        label: format!("{} · {title}", state.record.document),
        note: state.reason.clone().unwrap_or_default(),
        late: state.due.map(until),
    })
}

/// Who has reported for the newest quarter that anybody has reported for.
fn reports(desk: &Desk) -> Result<Option<Section>, AppError> {
    let Ok(permit) = desk.permit::<ReadReports>() else { return Ok(None) };
    let partners = desk.acts.reports(&permit)?;
    let newest =
        partners.iter().filter_map(|partner| partner.quarters.last()).map(|(quarter, _)| *quarter).max();
    let Some(quarter) = newest else { return Ok(None) };
    let item = |partner: &PartnerReports| {
        let (_, state) = partner.quarters.iter().find(|(known, _)| *known == quarter)?;
        let (note, late) = report_words(desk, *state)?;
        Some(Item { href: None, label: partner_name(desk, &partner.partner), note, late })
    };
    let named = desk.texts.numbers.named(&quarter.to_string());
    Ok(Some(Section {
        heading: desk.texts.get_args("today-reports", &[("quarter", (&named).into())]),
        lead: None,
        items: partners.iter().filter_map(item).collect(),
        all: None,
    }))
}

/// A report in words, and what is missing; nothing where none is expected.
fn report_words(desk: &Desk, state: ReportState) -> Option<(String, Option<String>)> {
    let texts = &desk.texts;
    let after = |days: i64| {
        texts.get_args("today-reported", &[("days", Arg::Count(u64::try_from(days).unwrap_or_default()))])
    };
    let is_late = state.is_late(desk.acts.package().reports.due_day);
    let late = is_late.then(|| texts.get("today-late"));
    Some(match state {
        ReportState::NotExpected => return None,
        ReportState::NotReported => (String::new(), Some(texts.get("today-not-reported"))),
        ReportState::Received(days) => (after(days.into()), late),
        ReportState::Nil(days) => {
            (format!("{}, {}", texts.get("today-reported-nil"), after(days.into())), late)
        }
    })
}
