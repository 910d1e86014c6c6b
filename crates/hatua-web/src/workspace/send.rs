//! A partner sends a list: it is looked over first, with each problem at its cell, and taken in when its sender says so. The
//! pipeline is the one of the command line; rows with problems are kept aside and sent again when they are mended.

use askama::Template;
use axum::response::Response;
use hatua_app::AppError;
use hatua_app::permit::ImportRecords;
use hatua_app::receive::{ImportMode, ImportReport, ReportedProblem, SentFile};
use hatua_core::id::{PartnerCode, RegisterName};
use hatua_core::limits::FILE_BYTES_MAX;
use hatua_publish::text::Arg;
use zeroize::Zeroizing;

use super::desk::{Desk, Posted, Reply, Signed, Uploaded};
use super::form::Fields;
use super::shell::Shell;
use super::uploads::Upload;

/// A choice of a list.
struct Choice {
    value: String,
    label: String,
    /// `selected` on the choice that was made before.
    selected: Option<&'static str>,
}

/// One count of the summary.
struct Count {
    label: String,
    number: String,
    class: &'static str,
}

/// A problem at its cell.
struct ProblemRow {
    cell: String,
    value: String,
    message: String,
}

/// What became, or would become, of a file.
struct LookedOver {
    heading: String,
    counts: Vec<Count>,
    problems: Vec<ProblemRow>,
    more: Option<String>,
    notes: Vec<String>,
    take: Option<TakeForm>,
}

/// The form that takes a file in.
struct TakeForm {
    action: String,
    upload: String,
    note: String,
    submit: String,
}

struct SendWords {
    register: String,
    partner: String,
    file: String,
    look: String,
    cell: String,
    value: String,
    message: String,
}

#[derive(Template)]
#[template(path = "send.html")]
struct SendPage {
    shell: Shell,
    lead: String,
    alert: Option<String>,
    action: String,
    registers: Vec<Choice>,
    partners: Vec<Choice>,
    looked: Option<LookedOver>,
    words: SendWords,
}

/// Problems that one page shows; a workbook with more is of another register, or its sender mends the first ones first.
const PROBLEMS_SHOWN: usize = 200;

/// `GET /w/send`
pub async fn get_send(signed: Signed) -> Response {
    signed.answer(|desk| Ok(Reply::Page(send_page(desk, Seen::default())?))).await
}

/// What the page shows beside the form.
#[derive(Default)]
struct Seen {
    register: Option<RegisterName>,
    partner: Option<PartnerCode>,
    alert: Option<String>,
    looked: Option<LookedOver>,
}

fn send_page(desk: &Desk, seen: Seen) -> Result<String, AppError> {
    let permit = desk.permit::<ImportRecords>()?;
    let (texts, package) = (&desk.texts, desk.acts.package());
    let register = |name: &RegisterName| Choice {
        value: name.to_string(),
        label: texts.own(&format!("register-{name}")).text,
        selected: (seen.register.as_ref() == Some(name)).then_some("selected"),
    };
    let is_theirs =
        |partner: &PartnerCode| permit.scope().partners.as_ref().is_none_or(|own| own.contains(partner));
    let partner = |code: &PartnerCode, name: &str| Choice {
        value: code.to_string(),
        label: name.to_owned(),
        selected: (seen.partner.as_ref() == Some(code)).then_some("selected"),
    };
    let get = |key: &str| texts.get(key);
    let page = SendPage {
        shell: desk.shell(&get("work-menu-send")),
        lead: get("send-lead"),
        alert: seen.alert,
        action: desk.link("/w/send/look"),
        registers: package.registers.keys().map(register).collect(),
        partners: package
            .reporting_partners()
            .filter(|organisation| is_theirs(&organisation.code))
            .map(|organisation| partner(&organisation.code, &organisation.name))
            .collect(),
        looked: seen.looked,
        words: SendWords {
            register: get("send-register"),
            partner: get("send-partner"),
            file: get("send-file"),
            look: get("send-look"),
            cell: get("send-cell"),
            value: get("send-value"),
            message: get("send-message"),
        },
    };
    Ok(page.render().expect("a page of ready strings always renders"))
}

/// `POST /w/send/look`
pub async fn post_look(uploaded: Uploaded) -> Response {
    uploaded.answer(look).await
}

fn look(desk: &Desk, fields: &Fields, file: Option<(String, Zeroizing<Vec<u8>>)>) -> Result<Reply, AppError> {
    let permit = desk.permit::<ImportRecords>()?;
    let register = fields.get("register").and_then(|name| RegisterName::new(name).ok());
    let partner = fields.get("partner").and_then(|code| PartnerCode::new(code).ok());
    let again = |alert: String| -> Result<Reply, AppError> {
        let seen =
            Seen { register: register.clone(), partner: partner.clone(), alert: Some(alert), looked: None };
        Ok(Reply::Again(send_page(desk, seen)?))
    };
    let (Some(name), Some(code)) = (register.clone(), partner.clone()) else {
        return again(desk.texts.get("send-choose"));
    };
    let Some((file, bytes)) = file.filter(|(_, bytes)| !bytes.is_empty()) else {
        return again(desk.texts.get("send-no-file"));
    };
    if bytes.len() as u64 > FILE_BYTES_MAX {
        return again(desk.texts.get("send-too-long"));
    }
    let sent = SentFile { register: &name, partner: &code, name: &file, bytes: &bytes };
    let report = match desk.acts.import(&permit, &sent, ImportMode::DryRun) {
        Ok(report) => report,
        Err(AppError::Sheet { cause, .. }) => {
            let cause = cause.to_string();
            return again(desk.texts.get_args("send-unreadable", &[("cause", (&cause).into())]));
        }
        Err(error) => return Err(error),
    };
    let id = desk.acts.draw_id();
    let looked = looked_over(desk, &report, Some(id.to_string()));
    let upload = Upload { by: desk.session.user.id, register: name, partner: code, name: file, bytes };
    desk.workspace.uploads.keep((id, desk.acts.now()), upload);
    let seen = Seen { register, partner, alert: None, looked: Some(looked) };
    Ok(Reply::Page(send_page(desk, seen)?))
}

fn looked_over(desk: &Desk, report: &ImportReport, upload: Option<String>) -> LookedOver {
    let (texts, numbers) = (&desk.texts, desk.texts.numbers);
    let count = |key: &str, number: u64, class| Count {
        label: texts.get(key),
        number: numbers.grouped(number),
        class,
    };
    let ready = report.imported + report.imported_with_notes;
    let cell = |problem: &ReportedProblem| match (&problem.sheet, &problem.cell) {
        (Some(sheet), Some(cell)) => format!("{sheet}!{cell}"),
        (None, Some(cell)) => cell.clone(),
        (_, None) => texts.get("send-whole"),
    };
    let row = |problem: &ReportedProblem| ProblemRow {
        cell: cell(problem),
        value: problem.value.clone().unwrap_or_default(),
        message: problem.message.clone(),
    };
    let hidden = report.problems.len().saturating_sub(PROBLEMS_SHOWN) as u64;
    LookedOver {
        heading: report.file.clone(),
        counts: vec![
            count("send-read", report.read, ""),
            count("send-ready", report.imported, ""),
            count("send-noted", report.imported_with_notes, "w"),
            count("send-aside", report.kept_aside, "e"),
            count("send-unchanged", report.unchanged, ""),
        ],
        problems: report.problems.iter().take(PROBLEMS_SHOWN).map(row).collect(),
        more: (hidden > 0).then(|| texts.get_args("send-more", &[("count", Arg::Count(hidden))])),
        notes: report.notes.iter().map(|note| note.message.clone()).collect(),
        take: upload.map(|upload| TakeForm {
            action: desk.link("/w/send/import"),
            upload,
            note: texts.get("send-aside-note"),
            submit: texts.get_args("send-take", &[("count", Arg::Count(ready))]),
        }),
    }
}

/// `POST /w/send/import`
pub async fn post_import(posted: Posted) -> Response {
    posted.answer(import).await
}

fn import(desk: &Desk, fields: &Fields) -> Result<Reply, AppError> {
    let permit = desk.permit::<ImportRecords>()?;
    let id = fields.get("upload").and_then(|id| id.parse().ok());
    let taken = id.and_then(|id| desk.workspace.uploads.take((id, desk.acts.now()), desk.session.user.id));
    let Some(upload) = taken else {
        // A double click, the back button, or a file that waited too long: nothing is taken in twice.
        let seen = Seen { alert: Some(desk.texts.get("send-gone")), ..Seen::default() };
        return Ok(Reply::Again(send_page(desk, seen)?));
    };
    let sent = SentFile {
        register: &upload.register,
        partner: &upload.partner,
        name: &upload.name,
        bytes: &upload.bytes,
    };
    let report = desk.acts.import(&permit, &sent, ImportMode::GoodRows)?;
    let taken_in = report.imported + report.imported_with_notes;
    Ok(Reply::SeeOther(desk.link(&format!("/w/send?said=list-taken-in&n={taken_in}"))))
}
