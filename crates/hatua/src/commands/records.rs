//! `hatua records`: the list of records, and the acts of checking. No command prints what identifies a person.

use hatua_app::RecordFilter;
use hatua_app::permit::{ReadRecords, VerifyRecords, WithdrawRecords};
use hatua_app::receive::AsideRow;
use hatua_app::verify::Selection;
use hatua_core::id::{ColumnName, PartnerCode, RecordId, RegisterName};
use hatua_core::programme::{ColumnKind, Register};
use hatua_core::record::{Decimal, RecordState, Value};
use serde_json::json;

use crate::arguments::{Place, RecordsCommand, RecordsSelection};
use crate::failure::Failure;
use crate::output::Output;
use crate::session;

/// Lists records, or changes their state.
pub fn run(place: &Place, out: Output, command: &RecordsCommand) -> Result<u8, Failure> {
    let user = place.user.as_ref();
    let (done, status) = match command {
        RecordsCommand::List { register, status, document, partner, country, newest_first, after, limit } => {
            let filter = RecordFilter {
                register: register.clone(),
                status: *status,
                document: document.clone(),
                partner: partner.clone(),
                country: country.clone(),
                newest_first: *newest_first,
                after: *after,
                limit: *limit,
            };
            return list(place, out, &filter);
        }
        RecordsCommand::Aside { partner } => return aside(place, out, partner.as_ref()),
        RecordsCommand::Verify(selection) => {
            let acts = session::writing(place, "hatua records verify")?;
            let permit = acts.permit::<VerifyRecords>(user)?;
            (acts.verify_records(&permit, &selected(selection))?, "verified")
        }
        RecordsCommand::Return { reasoned, due } => {
            let acts = session::writing(place, "hatua records return")?;
            let permit = acts.permit::<VerifyRecords>(user)?;
            let selection = selected(&reasoned.selection);
            (acts.return_records(&permit, &selection, (&reasoned.reason, *due))?, "returned")
        }
        RecordsCommand::Withdraw(reasoned) => {
            let acts = session::writing(place, "hatua records withdraw")?;
            let permit = acts.permit::<WithdrawRecords>(user)?;
            (acts.withdraw_records(&permit, &selected(&reasoned.selection), &reasoned.reason)?, "withdrawn")
        }
    };
    print_done(out, &done, status)?;
    Ok(0)
}

/// What the arguments select.
pub(super) fn selected(selection: &RecordsSelection) -> Selection {
    match &selection.document {
        Some(document) => {
            Selection::Document { document: document.clone(), except: selection.except.clone() }
        }
        None => Selection::Records(selection.ids.clone()),
    }
}

fn print_done(out: Output, records: &[RecordId], status: &str) -> Result<(), Failure> {
    for record in records {
        out.item(&json!({ "id": record, "status": status }), || format!("{record} {status}"))?;
    }
    if records.is_empty() {
        crate::output::note("no record of this document waits for this");
    }
    Ok(())
}

fn list(place: &Place, out: Output, filter: &RecordFilter) -> Result<u8, Failure> {
    let acts = session::reading_with_keys_if_named(place)?;
    let permit = acts.permit::<ReadRecords>(place.user.as_ref())?;
    if let Some(register) = &filter.register {
        acts.register(register)?;
    }
    let mut printed = Ok(());
    acts.each_record(&permit, filter, &mut |state| {
        if printed.is_ok() {
            let register = &acts.package().registers[&state.record.register];
            printed = out.item(&document(&state, register), || words(&state, register));
        }
        Ok(())
    })?;
    printed?;
    Ok(0)
}

/// Lists the rows that are kept aside: where each came in, and nothing of what its cells say.
fn aside(place: &Place, out: Output, partner: Option<&PartnerCode>) -> Result<u8, Failure> {
    let acts = session::reading_with_keys(place)?;
    let permit = acts.permit::<ReadRecords>(place.user.as_ref())?;
    for row in acts.rows_aside(&permit, partner)? {
        let document = json!({
            "partner": row.partner,
            "register": row.register,
            "file": row.file,
            "name": row.name,
            "sheet": row.sheet,
            "row": row.row,
            "problems": row.problems,
            "waits_for": row.waits_for,
        });
        out.item(&document, || words_aside(&row))?;
    }
    Ok(0)
}

fn words_aside(row: &AsideRow) -> String {
    let file = row.name.clone().unwrap_or_else(|| format!("{} (erased)", row.file));
    let sheet = row.sheet.as_ref().map(|sheet| format!(", sheet {sheet}")).unwrap_or_default();
    let place = format!("{} {} {file}{sheet}, row {}", row.partner, row.register, row.row);
    if !row.waits_for.is_empty() {
        let lists: Vec<&str> = row.waits_for.iter().map(RegisterName::as_str).collect();
        return format!("{place}: waits for the list of {}", lists.join(" and of "));
    }
    let problems = row.problems.iter().map(|problem| match &problem.cell {
        Some(cell) => format!("{cell} {}", problem.code),
        None => problem.code.clone(),
    });
    format!("{place}: {}", problems.collect::<Vec<_>>().join(", "))
}

/// The open columns: numbers as numbers, money as the amount that was written, days in ISO 8601.
fn values(state: &RecordState, register: &Register) -> serde_json::Map<String, serde_json::Value> {
    let shown = |(column, value): (&ColumnName, &Value)| {
        let is_money = register.column(column).is_some_and(|column| column.kind == ColumnKind::Money);
        let shown = match value {
            Value::Integer(cents) if is_money => Decimal { units: *cents, places: 2 }.to_string().into(),
            Value::Integer(number) => (*number).into(),
            Value::Boolean(answer) => (*answer).into(),
            Value::Text(_) | Value::Date(_) => value.to_string().into(),
        };
        (column.to_string(), shown)
    };
    state.record.values.iter().map(shown).collect()
}

fn document(state: &RecordState, register: &Register) -> serde_json::Value {
    let record = &state.record;
    json!({
        "id": record.record,
        "register": record.register,
        "partner": record.partner,
        "document": record.document,
        "unit": record.unit,
        "status": state.status,
        "values": values(state, register),
        "sheet": record.place.sheet,
        "row": record.place.row,
        "at": state.at,
        "reason": state.reason,
        "due": state.due,
    })
}

fn words(state: &RecordState, register: &Register) -> String {
    let record = &state.record;
    let value = |(column, value): (String, serde_json::Value)| {
        value.as_str().map_or_else(|| format!("{column}={value}"), |text| format!("{column}={text}"))
    };
    let values = values(state, register).into_iter().map(value).collect::<Vec<_>>().join(" ");
    format!(
        "{} {} {} {} {} {values}",
        record.record,
        record.register,
        record.partner,
        state.status.as_str(),
        record.document
    )
}
