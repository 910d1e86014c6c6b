//! `hatua explain`: the records behind a cell of a figure, and those left out with why; or the records by which the figure
//! differs under another definition. Printed, or written as a file.

use std::path::Path;

use hatua_app::Acts;
use hatua_app::definitions::{ExplainedDefinitions, ExplainedDifference};
use hatua_app::figures::{ExplainedCell, ExplainedRecord};
use hatua_app::permit::ReadRecords;
use hatua_app::receive::RowsOf;
use hatua_core::count::{CellFilter, CellFilterError, Share};
use hatua_core::release::LeftOutReason;
use hatua_publish::open_data::guarded;
use serde_json::{Value, json};

use crate::arguments::{ExplainArguments, Place};
use crate::failure::{Failure, INPUT};
use crate::output::Output;
use crate::session;

/// The columns of a file that have to do with the record alone.
const COLUMNS: [&str; 6] = ["id", "register", "partner", "country", "quarter", "unit"];

/// Prints the records behind a cell, or those that another definition counts otherwise.
pub fn run(place: &Place, out: Output, explain: &ExplainArguments) -> Result<u8, Failure> {
    let acts = session::reading_with_keys_if_named(place)?;
    match &explain.against {
        Some(definition) => against(&acts, place, out, (explain, definition))?,
        None => cell(&acts, place, out, explain)?,
    }
    Ok(0)
}

fn cell(acts: &Acts, place: &Place, out: Output, explain: &ExplainArguments) -> Result<(), Failure> {
    let cell: CellFilter = explain.cell.parse().map_err(|error: CellFilterError| {
        Failure::new(INPUT, error.to_string(), "--cell", "write dimension=code, several with a comma between")
    })?;
    let permit = acts.permit::<ReadRecords>(place.user.as_ref())?;
    let explained = acts.explain(&permit, &explain.figure, &cell)?;
    let Some(path) = &explain.out else {
        let waiting =
            if explain.left_out { Some(acts.rows_waiting(&permit, &explain.figure)?) } else { None };
        let waiting = waiting.as_deref();
        out.document(&document(&explained, waiting), || words(&explained, waiting))?;
        return Ok(());
    };
    let rows = explained.counted.iter().chain(&explained.left_out).map(|record| {
        let adds = if record.reason.is_none() { record.adds.to_string() } else { String::new() };
        [cells(record), vec![adds, record.reason.map(reason_word).unwrap_or_default()]].concat()
    });
    write(out, path, &["adds", "reason"], &rows.collect::<Vec<_>>(), explained.value)
}

fn against(
    acts: &Acts,
    place: &Place,
    out: Output,
    (explain, definition): (&ExplainArguments, &str),
) -> Result<(), Failure> {
    let permit = acts.permit::<ReadRecords>(place.user.as_ref())?;
    let explained = acts.explain_against(&permit, &explain.figure, definition)?;
    let Some(path) = &explain.out else {
        out.document(&document_against(&explained), || words_against(&explained))?;
        return Ok(());
    };
    let rows = explained.differs.iter().map(|difference| {
        let parts = [difference.here, difference.there]
            .map(|share| [share.adds().to_string(), reason_of(share).map(reason_word).unwrap_or_default()]);
        [cells(&difference.record), parts.concat()].concat()
    });
    let more = ["adds", "reason", "adds_against", "reason_against"];
    write(out, path, &more, &rows.collect::<Vec<_>>(), explained.value)
}

fn cells(record: &ExplainedRecord) -> Vec<String> {
    let text = |text: &str| guarded(text);
    vec![
        record.id.to_string(),
        text(record.register.as_str()),
        text(record.partner.as_str()),
        text(record.country.as_deref().unwrap_or_default()),
        record.quarter.map(|quarter| quarter.to_string()).unwrap_or_default(),
        record.unit.to_string(),
    ]
}

/// Writes a file of records: UTF-8, RFC 4180. A text that a spreadsheet would run as a formula gets an apostrophe.
fn write(out: Output, path: &Path, more: &[&str], rows: &[Vec<String>], value: u64) -> Result<(), Failure> {
    const IN_MEMORY: &str = "writing to memory does not fail";
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(COLUMNS.iter().chain(more)).expect(IN_MEMORY);
    for row in rows {
        writer.write_record(row).expect(IN_MEMORY);
    }
    let bytes = writer.into_inner().expect(IN_MEMORY);
    std::fs::write(path, bytes).map_err(|error| Failure::from(error).at(path.display().to_string()))?;
    let document = json!({ "value": value, "rows": rows.len(), "file": path });
    out.document(&document, || {
        vec![format!("{value}: {} records written to {}", rows.len(), path.display())]
    })?;
    Ok(())
}

fn reason_word(reason: LeftOutReason) -> String {
    json!(reason).as_str().expect("a reason is written as a word").to_owned()
}

fn reason_of(share: Share) -> Option<LeftOutReason> {
    match share {
        Share::Adds(_) => None,
        Share::LeftOut(reason) => Some(reason),
    }
}

/// The rows that wait are there where those left out are.
fn document(cell: &ExplainedCell, waiting: Option<&[RowsOf]>) -> Value {
    let list = |records: &[ExplainedRecord]| records.iter().map(record).collect::<Vec<_>>();
    let mut document = json!({ "value": cell.value, "counted": list(&cell.counted) });
    if let Some(waiting) = waiting {
        document["left_out"] = list(&cell.left_out).into();
        document["waiting"] = json!(waiting);
    }
    document
}

fn record(record: &ExplainedRecord) -> Value {
    let mut object = about(record);
    match record.reason {
        Some(reason) => object["reason"] = json!(reason),
        None => object["adds"] = json!(record.adds),
    }
    object
}

fn about(record: &ExplainedRecord) -> Value {
    json!({
        "id": record.id,
        "register": record.register,
        "partner": record.partner,
        "country": record.country,
        "quarter": record.quarter,
        "unit": record.unit,
    })
}

fn document_against(explained: &ExplainedDefinitions) -> Value {
    let differs = explained.differs.iter().map(|difference| {
        let mut object = about(&difference.record);
        object["adds"] = json!(difference.here.adds());
        object["reason"] = json!(reason_of(difference.here));
        object["adds_against"] = json!(difference.there.adds());
        object["reason_against"] = json!(reason_of(difference.there));
        object
    });
    json!({
        "definition": explained.definition,
        "value": explained.value,
        "against": {
            "definition": explained.against,
            "code": explained.code,
            "kind": explained.kind.word(),
            "line": explained.line,
            "value": explained.value_against,
        },
        "differs": differs.collect::<Vec<_>>(),
    })
}

fn words_of(record: &ExplainedRecord) -> String {
    format!(
        "{} {} {} {} {} {}",
        record.id,
        record.register,
        record.partner,
        record.country.as_deref().unwrap_or("-"),
        record.quarter.map_or_else(|| "-".to_owned(), |quarter| quarter.to_string()),
        record.unit,
    )
}

fn words_against(explained: &ExplainedDefinitions) -> Vec<String> {
    let said = |share: Share| match share {
        Share::Adds(weight) => format!("adds {weight}"),
        Share::LeftOut(reason) => format!("left out: {}", reason_word(reason).replace('_', " ")),
    };
    let line = |difference: &ExplainedDifference| {
        format!(
            "{} {} {}, {} {}",
            words_of(&difference.record),
            explained.definition,
            said(difference.here),
            explained.against,
            said(difference.there),
        )
    };
    let comparable = if explained.line { "may" } else { "must not" };
    let mut lines = vec![format!(
        "{} under {}, {} under {} ({}); the two {comparable} be drawn into one line; {} records differ",
        explained.value,
        explained.definition,
        explained.value_against,
        explained.against,
        explained.kind.word(),
        explained.differs.len(),
    )];
    lines.extend(explained.differs.iter().map(line));
    lines
}

fn words(cell: &ExplainedCell, waiting: Option<&[RowsOf]>) -> Vec<String> {
    let line = |record: &ExplainedRecord| {
        let reason =
            record.reason.map(|reason| format!(" left out: {}", reason_word(reason).replace('_', " ")));
        let adds = if record.adds > 1 { format!(" adds {}", record.adds) } else { String::new() };
        format!("{}{adds}{}", words_of(record), reason.unwrap_or_default())
    };
    let mut lines = vec![format!(
        "{}: counted from {} records, {} left out",
        cell.value,
        cell.counted.len(),
        cell.left_out.len()
    )];
    lines.extend(cell.counted.iter().map(line));
    if let Some(waiting) = waiting {
        lines.extend(cell.left_out.iter().map(line));
        lines.extend(waiting.iter().map(|waiting| {
            let rows = if waiting.rows == 1 { "1 row of" } else { &format!("{} rows of", waiting.rows) };
            format!("{rows} `{}` kept aside until another list comes: no records yet", waiting.register)
        }));
    }
    lines
}
