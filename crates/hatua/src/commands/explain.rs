//! `hatua explain`: the records behind a cell of a figure, and those left out with why.

use hatua_app::figures::{ExplainedCell, ExplainedRecord};
use hatua_app::permit::ReadRecords;
use hatua_core::count::CellFilter;
use serde_json::{Value, json};

use crate::arguments::{ExplainArguments, Place};
use crate::failure::{Failure, INPUT};
use crate::output::Output;
use crate::session;

/// Prints the records behind a cell.
pub fn run(place: &Place, out: Output, explain: &ExplainArguments) -> Result<u8, Failure> {
    let cell: CellFilter = explain.cell.parse().map_err(|error: hatua_core::count::CellFilterError| {
        Failure::new(INPUT, error.to_string(), "--cell", "write dimension=code, several with a comma between")
    })?;
    let acts = session::reading_with_keys_if_named(place)?;
    let permit = acts.permit::<ReadRecords>(place.user.as_ref())?;
    let explained = acts.explain(&permit, &explain.figure, &cell)?;
    out.document(&document(&explained, explain.left_out), || words(&explained, explain.left_out))?;
    Ok(0)
}

fn document(cell: &ExplainedCell, with_left_out: bool) -> Value {
    let list = |records: &[ExplainedRecord]| records.iter().map(record).collect::<Vec<_>>();
    let mut document = json!({ "value": cell.value, "counted": list(&cell.counted) });
    if with_left_out {
        document["left_out"] = list(&cell.left_out).into();
    }
    document
}

fn record(record: &ExplainedRecord) -> Value {
    let mut object = json!({
        "id": record.id,
        "register": record.register,
        "partner": record.partner,
        "country": record.country,
        "quarter": record.quarter,
        "unit": record.unit,
    });
    match record.reason {
        Some(reason) => object["reason"] = json!(reason),
        None => object["adds"] = json!(record.adds),
    }
    object
}

fn words(cell: &ExplainedCell, with_left_out: bool) -> Vec<String> {
    let line = |record: &ExplainedRecord| {
        let reason = record
            .reason
            .map(|reason| json!(reason))
            .and_then(|reason| reason.as_str().map(|word| format!(" left out: {}", word.replace('_', " "))));
        let adds = if record.adds > 1 { format!(" adds {}", record.adds) } else { String::new() };
        format!(
            "{} {} {} {} {} {}{adds}{}",
            record.id,
            record.register,
            record.partner,
            record.country.as_deref().unwrap_or("-"),
            record.quarter.map_or_else(|| "-".to_owned(), |quarter| quarter.to_string()),
            record.unit,
            reason.unwrap_or_default(),
        )
    };
    let mut lines = vec![format!(
        "{}: counted from {} records, {} left out",
        cell.value,
        cell.counted.len(),
        cell.left_out.len()
    )];
    lines.extend(cell.counted.iter().map(line));
    if with_left_out {
        lines.extend(cell.left_out.iter().map(line));
    }
    lines
}
