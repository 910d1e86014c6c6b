//! `[[indicator.beside]]`: counts beside a figure that are not its units, such as services given or referrals made.

use std::collections::BTreeSet;

use super::context::Context;
use super::file::did_you_mean;
use super::indicators::{check_summed, columns_of, find_column, refuse_personal};
use super::table::Table;
use super::value::kind_word;
use crate::id::{ColumnName, DimensionName, RegisterName};
use crate::programme::{Beside, BesideCells, Column, ColumnKind};

/// Reads the tables beside a figure that is counted from these registers.
pub(super) fn read_beside(
    table: Table<'_>,
    registers: &[&RegisterName],
    context: &Context<'_>,
) -> Vec<Beside> {
    let mut seen = BTreeSet::new();
    let mut list = Vec::new();
    for entry in table.tables("beside", &["name", "sum", "column", "codes"]) {
        let name: Option<DimensionName> = entry.need("name", entry.word("name"));
        let cells = read_cells(entry, registers, context);
        if let (Some(name), Some(found)) = (&name, entry.text("name")) {
            let is_dimension = context.dimensions.words.iter().any(|word| word == name.as_str());
            if is_dimension || name.as_str() == "quarter" || !seen.insert(name.clone()) {
                let help =
                    "a cell is named by this word, so no dimension and no other table of the figure has it";
                entry.file.find(found.at, "duplicate_name", format!("`{name}` is taken"), help.to_owned());
            }
        }
        if let (Some(name), Some(cells)) = (name, cells) {
            list.push(Beside { name, cells });
        }
    }
    list
}

fn read_cells(entry: Table<'_>, registers: &[&RegisterName], context: &Context<'_>) -> Option<BesideCells> {
    match (entry.has("sum"), entry.has("column")) {
        (true, false) => read_sums(entry, registers, context),
        (false, true) => read_codes(entry, registers, context),
        (false, false) => {
            let help = "add `sum = [...]`, or `column` with its `codes`".to_owned();
            entry.file.find(entry.at, "missing_key", "a table counts nothing".into(), help);
            None
        }
        (true, true) => {
            let at = entry.value("column").map_or(entry.at, |value| value.span().start);
            let help = "a table adds columns up, or counts the rows of each code".to_owned();
            entry.file.find(at, "unknown_key", "a table has `sum` and `column`".into(), help);
            None
        }
    }
}

/// A cell for each column. A blank is nothing that somebody recorded, so the column need not be required.
fn read_sums(entry: Table<'_>, registers: &[&RegisterName], context: &Context<'_>) -> Option<BesideCells> {
    let mut columns: Vec<ColumnName> = Vec::new();
    for found in entry.texts("sum") {
        let Some(name) = entry.file.word::<ColumnName>(found) else { continue };
        if columns.contains(&name) {
            let help = "name each column once".to_owned();
            entry.file.find(found.at, "duplicate_name", format!("`{name}` stands twice"), help);
        }
        for column in open_columns(entry, found.at, &name, (registers, context)) {
            check_summed(entry, found.at, column, true);
        }
        columns.push(name);
    }
    if columns.is_empty() {
        let help = "name at least one column".to_owned();
        entry.file.find(entry.at, "missing_value", "`sum` names no column".into(), help);
    }
    (!columns.is_empty()).then_some(BesideCells::Sums(columns))
}

/// A cell for each code of a choice.
fn read_codes(entry: Table<'_>, registers: &[&RegisterName], context: &Context<'_>) -> Option<BesideCells> {
    let column: ColumnName = entry.word("column")?;
    let at = entry.value("column").map_or(entry.at, |value| value.span().start);
    let written = entry.need("codes", Some(entry.texts("codes"))).unwrap_or_default();
    for other in open_columns(entry, at, &column, (registers, context)) {
        let ColumnKind::Choice(choices) = &other.kind else {
            let message = format!("`{column}` is of type {}", kind_word(&other.kind));
            let help = "the rows of each code are counted, so the column is of type choice".to_owned();
            entry.file.find(at, "wrong_type", message, help);
            continue;
        };
        let known: Vec<&str> = choices.iter().map(|choice| choice.code.as_str()).collect();
        for found in written.iter().filter(|found| !known.contains(&found.value)) {
            let message = format!("`{}` is not a code of `{column}`", found.value);
            let help = did_you_mean(found.value, &known, "its codes");
            entry.file.find(found.at, "unknown_choice", message, help);
        }
        for code in known.iter().filter(|code| !written.iter().any(|found| found.value == **code)) {
            let message = format!("`{column}` has a code `{code}` that no cell would hold");
            entry.file.find(at, "missing_code", message, format!("add \"{code}\" to `codes`"));
        }
    }
    let mut codes: Vec<String> = Vec::new();
    for found in written {
        if codes.iter().any(|code| code == found.value) {
            let help = "name each code once".to_owned();
            entry.file.find(found.at, "duplicate_name", format!("`{}` stands twice", found.value), help);
        }
        codes.push(found.value.to_owned());
    }
    Some(BesideCells::Codes { column, codes })
}

/// The column in each register of the figure.
fn open_columns<'c>(
    entry: Table<'_>,
    at: usize,
    name: &ColumnName,
    (registers, context): (&[&RegisterName], &'c Context<'_>),
) -> Vec<&'c Column> {
    let columns = registers.iter().filter_map(|register| {
        let columns = (columns_of(context, register), *register);
        let column = find_column(entry, at, name.as_str(), columns)?;
        if column.personal {
            refuse_personal(entry, at, name);
        }
        Some(column)
    });
    columns.collect()
}
