//! One record with its history, and acts on chosen records: first what would change, then the act.

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use hatua_app::AppError;
use hatua_app::check::SeenRecord;
use hatua_app::figures::Supposition;
use hatua_app::permit::{ReadRecords, SeePersons, VerifyRecords, WithdrawRecords};
use hatua_app::records::{Acted, ColumnChange, Happened, RecordHistory, Step};
use hatua_app::shown::{Status, Value, VerifyError};
use hatua_app::verify::Selection;
use hatua_core::id::{RecordId, RegisterName};
use hatua_core::programme::Register;
use hatua_publish::text::Arg;
use jiff::civil::Date;

use super::desk::{Desk, Posted, Reply, Signed};
use super::form::Fields;
use super::records::{ActsView, acts_view, address, class, known, title};
use super::shell::Shell;
use super::values::{
    Shown, column_name, due_of, effects, overtaken_words, partner_name, register_name, seen_record, shown,
    status_words, value_words,
};

/// A step of the history.
struct StepView {
    at: String,
    what: String,
    by: String,
    changes: Option<Vec<String>>,
}

struct RecordWords {
    values: String,
    history: String,
    acts: String,
}

#[derive(Template)]
#[template(path = "record.html")]
struct RecordPage {
    shell: Shell,
    lead: String,
    back: String,
    list: String,
    state: String,
    class: &'static str,
    reason: Option<String>,
    values: Vec<Shown>,
    steps: Vec<StepView>,
    seen: String,
    acts: Option<ActsView>,
    words: RecordWords,
}

/// `GET /w/records/{register}/{record}`
pub async fn get_record(Path((register, record)): Path<(String, String)>, signed: Signed) -> Response {
    signed
        .answer(move |desk| {
            let (Some(register), Ok(record)) = (known(desk, &register), record.parse()) else {
                return Ok(Reply::NotFound);
            };
            let history = desk.acts.record_history(&desk.permit::<ReadRecords>()?, record)?;
            if history.record.state.record.register != register.name {
                return Ok(Reply::NotFound);
            }
            let page = record_page(desk, register, &history)?;
            Ok(Reply::Page(page.render().expect("a page of ready strings always renders")))
        })
        .await
}

fn record_page(desk: &Desk, register: &Register, history: &RecordHistory) -> Result<RecordPage, AppError> {
    let texts = &desk.texts;
    let state = &history.record.state;
    let record = state.record.record;
    let mut values = state.record.values.clone();
    if let Ok(permit) = desk.permit::<SeePersons>() {
        let mut persons = desk.acts.persons(&permit, [record])?;
        values.extend(persons.remove(&record).flatten().unwrap_or_default());
    }
    let partner = partner_name(desk, &state.record.partner);
    let moment = desk.moment(state.at);
    Ok(RecordPage {
        shell: desk.shell(&title(desk, register, state)),
        lead: texts.get_args(
            "records-record-lead",
            &[
                ("partner", (&partner).into()),
                ("document", Arg::Text(state.record.document.as_str())),
                ("moment", (&moment).into()),
            ],
        ),
        back: desk.link(&format!("/w/records/{}", register.name)),
        list: register_name(desk, &register.name),
        state: status_words(desk, state.status),
        class: class(state.status),
        reason: state.reason.clone(),
        values: shown(desk, register, &values).into_iter().map(|(_, shown)| shown).collect(),
        steps: history.steps.iter().map(|step| step_view(desk, register, step)).collect(),
        seen: format!("{record}.{}", history.record.version),
        acts: acts_view(desk, &register.name).filter(|_| state.status != Status::Withdrawn),
        words: RecordWords {
            values: texts.get("check-details"),
            history: texts.get("records-history"),
            acts: texts.get("records-acts"),
        },
    })
}

fn step_view(desk: &Desk, register: &Register, step: &Step) -> StepView {
    let texts = &desk.texts;
    let with_reason = |key: &str, reason: &str| texts.get_args(key, &[("reason", reason.into())]);
    let (what, changes) = match &step.what {
        Happened::Imported => (texts.get("records-imported"), None),
        Happened::Changed { columns, personal } => {
            let mut changes: Vec<String> =
                columns.iter().map(|change| change_words(desk, register, change)).collect();
            changes.extend(personal.then(|| texts.get("records-changed-personal")));
            (texts.get("records-changed"), Some(changes).filter(|changes| !changes.is_empty()))
        }
        Happened::Verified => (texts.get("records-verified"), None),
        Happened::Returned { reason, due: None } => (with_reason("records-returned", reason), None),
        Happened::Returned { reason, due: Some(due) } => {
            let day = texts.numbers.date(*due);
            let args = [("reason", reason.as_str().into()), ("day", (&day).into())];
            (texts.get_args("records-returned-until", &args), None)
        }
        Happened::Withdrawn(reason) => (with_reason("records-withdrawn", reason), None),
    };
    let by = step.by.clone().unwrap_or_else(|| texts.get("work-operator"));
    StepView { at: desk.moment(step.at), what, by, changes }
}

fn change_words(desk: &Desk, register: &Register, change: &ColumnChange) -> String {
    let column = register.column(&change.column);
    let name = column.map_or_else(|| change.column.to_string(), |column| column_name(desk, column));
    let value = |value: &Option<Value>| match (value, column) {
        (Some(value), Some(column)) => value_words(desk, column, value),
        (Some(value), None) => value.to_string(),
        (None, _) => desk.texts.get("records-nothing"),
    };
    let (before, after) = (value(&change.before), value(&change.after));
    desk.texts.get_args(
        "records-column-changed",
        &[("column", (&name).into()), ("before", (&before).into()), ("after", (&after).into())],
    )
}

/// An act on chosen records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ChosenAct {
    Verify,
    Return,
    Withdraw,
}

impl ChosenAct {
    fn of(word: Option<&str>) -> Option<Self> {
        Some(match word? {
            "verify" => Self::Verify,
            "return" => Self::Return,
            "withdraw" => Self::Withdraw,
            _ => return None,
        })
    }

    fn word(self) -> &'static str {
        match self {
            Self::Verify => "verify",
            Self::Return => "return",
            Self::Withdraw => "withdraw",
        }
    }

    fn heading(self) -> &'static str {
        match self {
            Self::Verify => "records-verify",
            Self::Return => "records-return",
            Self::Withdraw => "records-withdraw",
        }
    }

    fn said(self) -> &'static str {
        match self {
            Self::Verify => "records-verified",
            Self::Return => "records-returned",
            Self::Withdraw => "records-withdrawn",
        }
    }

    fn needs_reason(self) -> bool {
        self != Self::Verify
    }

    fn supposed(self, records: Vec<RecordId>) -> Supposition {
        let records = Selection::Records(records);
        match self {
            Self::Verify => Supposition::Verify(records),
            Self::Return => Supposition::Return(records),
            Self::Withdraw => Supposition::Withdraw(records),
        }
    }
}

/// What is asked for before an act.
struct ReasonView {
    label: String,
    value: String,
}

struct DueView {
    label: String,
    value: String,
}

struct ActWords {
    sure: String,
    cancel: String,
    effects: String,
}

#[derive(Template)]
#[template(path = "record_act.html")]
struct ActPage {
    shell: Shell,
    lead: String,
    alert: Option<String>,
    action: String,
    act: &'static str,
    rows: Vec<String>,
    effects: Option<Vec<String>>,
    reason: Option<ReasonView>,
    due: Option<DueView>,
    back: String,
    words: ActWords,
}

/// `POST /w/records/{register}/act`
pub async fn post_act(Path(register): Path<String>, posted: Posted) -> Response {
    posted
        .answer(move |desk, fields| match known(desk, &register) {
            Some(register) => act(desk, &register.name, fields),
            None => Ok(Reply::NotFound),
        })
        .await
}

fn act(desk: &Desk, register: &RegisterName, fields: &Fields) -> Result<Reply, AppError> {
    let Some(act) = ChosenAct::of(fields.get("do")) else { return Ok(Reply::NotFound) };
    // The right is asked before anything is shown.
    match act {
        ChosenAct::Verify | ChosenAct::Return => drop(desk.permit::<VerifyRecords>()?),
        ChosenAct::Withdraw => drop(desk.permit::<WithdrawRecords>()?),
    }
    let seen: Vec<SeenRecord> = fields.all("row").filter_map(seen_record).collect();
    if seen.is_empty() {
        return Ok(Reply::SeeOther(desk.link(&format!("/w/records/{register}?said=nothing-chosen"))));
    }
    if fields.get("sure").is_none() {
        return preview(desk, (register, act, &seen), fields, None);
    }
    let due = match due_of(desk, fields.typed("due")) {
        Ok(due) => due,
        Err(alert) => return preview(desk, (register, act, &seen), fields, Some(alert)),
    };
    let alert = match carry_out(desk, act, &seen, (fields.typed("reason"), due)) {
        Ok(Acted::Done(count)) => {
            let back = back(register, &seen);
            return Ok(Reply::SeeOther(desk.link(&format!("{back}?said={}&n={count}", act.said()))));
        }
        Ok(Acted::Overtaken(by)) => overtaken_words(desk, &by),
        Err(AppError::Verify(error @ (VerifyError::Reason(_) | VerifyError::DuePassed { .. }))) => {
            error.to_string()
        }
        Err(error) => return Err(error),
    };
    preview(desk, (register, act, &seen), fields, Some(alert))
}

fn carry_out(
    desk: &Desk,
    act: ChosenAct,
    seen: &[SeenRecord],
    (reason, due): (&str, Option<Date>),
) -> Result<Acted, AppError> {
    match act {
        ChosenAct::Verify => desk.acts.verify_seen(&desk.permit()?, seen),
        ChosenAct::Return => desk.acts.return_seen(&desk.permit()?, seen, (reason, due)),
        ChosenAct::Withdraw => desk.acts.withdraw_seen(&desk.permit()?, seen, reason),
    }
}

fn back(register: &RegisterName, seen: &[SeenRecord]) -> String {
    match seen {
        [one] => address(register, one.record),
        _ => format!("/w/records/{register}"),
    }
}

/// What the act would change, before it is done; or the same with what is wrong.
fn preview(
    desk: &Desk,
    (register, act, seen): (&RegisterName, ChosenAct, &[SeenRecord]),
    fields: &Fields,
    alert: Option<String>,
) -> Result<Reply, AppError> {
    let texts = &desk.texts;
    let records: Vec<RecordId> = seen.iter().map(|seen| seen.record).collect();
    // What lies outside the scope is not found, also not by its effect.
    for record in &records {
        desk.acts.record_history(&desk.permit::<ReadRecords>()?, *record)?;
    }
    let is_refused = alert.is_some();
    let (rows, effects) = match effects(desk, &act.supposed(records)) {
        Ok(effects) => (seen, Some(effects).filter(|effects| !effects.is_empty())),
        // A row that was decided meanwhile: the refusal says so already.
        Err(AppError::Verify(_)) if is_refused => (seen, None),
        Err(error) => return Err(error),
    };
    let needs_reason = act.needs_reason();
    let page = ActPage {
        shell: desk.shell(&texts.get(act.heading())),
        lead: texts.get_args("records-act-lead", &[("count", Arg::Count(seen.len() as u64))]),
        alert,
        action: desk.link(&format!("/w/records/{register}/act")),
        act: act.word(),
        rows: rows.iter().map(|seen| format!("{}.{}", seen.record, seen.version)).collect(),
        effects,
        reason: needs_reason.then(|| ReasonView {
            label: texts.get("records-reason"),
            value: fields.typed("reason").to_owned(),
        }),
        due: (act == ChosenAct::Return)
            .then(|| DueView { label: texts.get("check-due"), value: fields.typed("due").to_owned() }),
        back: desk.link(&back(register, seen)),
        words: ActWords {
            sure: texts.get(act.heading()),
            cancel: texts.get("records-cancel"),
            effects: texts.get("records-effects"),
        },
    };
    let html = page.render().expect("a page of ready strings always renders");
    Ok(if is_refused { Reply::Again(html) } else { Reply::Page(html) })
}
