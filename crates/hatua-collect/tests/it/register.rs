//! The register of the stories: awareness events with their channel and audience.

use std::collections::BTreeMap;

use hatua_collect::sheet::{Problem, SheetContext, SheetError, SheetReading, read_sheet};
use hatua_core::id::{ColumnName, RegisterName};
use hatua_core::programme::{
    Bound, Choice, Column, ColumnKind, ColumnPath, Condition, Locale, Register, Test,
};
use hatua_core::record::{Value, Values};
use jiff::civil::{Date, date};

/// The day on which the stories' files are read.
pub const TODAY: Date = date(2018, 7, 15);

/// A column's name.
pub fn name(text: &str) -> ColumnName {
    ColumnName::new(text).unwrap()
}

/// A column that nothing is asked of.
pub fn column(text: &str, kind: ColumnKind) -> Column {
    Column {
        name: name(text),
        kind,
        required: false,
        min: None,
        max: None,
        constraint: None,
        personal: false,
        labels: Vec::new(),
    }
}

/// A column that every record needs.
pub fn required(text: &str, kind: ColumnKind) -> Column {
    Column { required: true, ..column(text, kind) }
}

/// A choice by its codes and labels.
pub fn choice(codes: &[(&str, &[&str])]) -> ColumnKind {
    let choice = |(code, labels): &(&str, &[&str])| Choice {
        code: (*code).to_owned(),
        labels: labels.iter().map(|label| (*label).to_owned()).collect(),
    };
    ColumnKind::Choice(codes.iter().map(choice).collect())
}

/// A register of these columns.
pub fn register(key: &[&str], columns: Vec<Column>) -> Register {
    Register {
        name: RegisterName::new("awareness_event").unwrap(),
        unit: "event".to_owned(),
        own_id: None,
        key: key.iter().map(|key| name(key)).collect(),
        date: name("date"),
        document: None,
        columns,
        needs: None,
        data_protection: None,
        sheets: BTreeMap::new(),
    }
}

/// The register of awareness events.
pub fn awareness() -> Register {
    let countries =
        ["ETH", "UGA", "SOM", "SDN", "SSD", "KEN", "ERI", "DJI"].map(|code| (code, &[] as &[&str]));
    let until_today =
        Condition::Column(ColumnPath { through: None, column: name("date") }, Test::AtMost(Bound::Today));
    let channels: [(&str, &[&str]); 4] = [
        ("door", &["Door to door"]),
        ("radio", &["Radio"]),
        ("market", &["Market", "Marché"]),
        ("tv", &["Television"]),
    ];
    let counted = |text| Column { min: Some(Value::Integer(0)), ..column(text, ColumnKind::Integer) };
    register(
        &["event_id"],
        vec![
            required("event_id", ColumnKind::Id),
            Column { constraint: Some(until_today), ..required("date", ColumnKind::Date) },
            required("country", choice(&countries)),
            required("place", ColumnKind::Text),
            required("channel", choice(&channels)),
            counted("women"),
            counted("men"),
            column("remarks", ColumnKind::Text),
        ],
    )
}

/// The heading of the register, as line of a fixture.
pub const HEADING: &str = "event_id | date | country | place | channel | women | men | remarks";

/// The values of a row, one `column=value` after the other in the order of names.
pub fn shown(values: &Values) -> String {
    values.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(" ")
}

/// All that a reading says, line by line: rows, rows kept aside with cell and code of each problem, notes.
pub fn told(reading: &Result<SheetReading, SheetError>) -> String {
    let problem = |problem: &Problem| {
        let cell = problem.cell.as_deref().unwrap_or("file");
        let column = problem.column.as_ref().filter(|_| problem.cell.is_none());
        let column = column.map(|column| format!(" {column}")).unwrap_or_default();
        let of = problem.of.as_ref().map(|of| format!(" of {of}")).unwrap_or_default();
        let offer = problem.offer.as_ref().map(|offer| format!(" offer {offer}")).unwrap_or_default();
        format!("{cell} {}{column}{of}{offer}", problem.code)
    };
    let mut lines = Vec::new();
    match reading {
        Ok(reading) => {
            lines.extend(reading.rows.iter().map(|row| format!("{}: {}", row.row, shown(&row.values))));
            lines.extend(reading.problems.iter().map(problem));
            let of_rows = reading.rows.iter().flat_map(|row| &row.notes);
            lines.extend(reading.notes.iter().chain(of_rows).map(|note| format!("note {}", note.message)));
        }
        Err(error) => lines.extend(error.problems().iter().map(|told| format!("refused {}", problem(told)))),
    }
    lines.join("\n")
}

/// Asserts what the reading of a file says, as `told` writes it.
#[track_caller]
pub fn check(file: &[u8], expected: &str) {
    check_as(&awareness(), None, file, expected);
}

/// The same for another register and a declared language.
#[track_caller]
pub fn check_as(register: &Register, locale: Option<Locale>, file: &[u8], expected: &str) {
    let expected: Vec<&str> = expected.trim().lines().map(str::trim).collect();
    assert_eq!(told(&read(register, locale, "list", file)), expected.join("\n"));
}

/// Reads a file against a register, for a declared language.
pub fn read(
    register: &Register,
    locale: Option<Locale>,
    file: &str,
    bytes: &[u8],
) -> Result<SheetReading, SheetError> {
    let context =
        SheetContext { register, partner: None, locale, today: TODAY, places: &[], organisations: &[] };
    read_sheet(&context, file, bytes)
}
