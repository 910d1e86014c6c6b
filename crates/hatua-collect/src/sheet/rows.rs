//! Row by row: each one below the header is read, kept aside with every reason, or blank. Nothing is lost between the
//! three.

use std::collections::{BTreeMap, BTreeSet};

use hatua_core::id::ColumnName;
use hatua_core::limits::SHEET_KEPT_ROWS_MAX;
use hatua_core::record::{Value, Values};

use super::columns::{self, ColumnReading};
use super::constraint;
use super::grid::{Cell, Content, Grid, GridRow, a1, letters, listed};
use super::header::Header;
use super::number::{self, NumberReading};
use super::problem::{Note, Notes, Problem, ProblemCode, SheetError};
use super::value::{self, Fault, Outcome};
use super::word::{self, fold};
use super::{KeptRow, ReadRow, SheetContext, SheetReading, UnknownColumn};

/// Words with which a row says that it only sums up others, as they are compared.
const SUMMARY_WORDS: [&str; 12] = [
    "total",
    "totals",
    "grandtotal",
    "subtotal",
    "sub-total",
    "soustotal",
    "sous-total",
    "totalgeneral",
    "somme",
    "sum",
    "المجموع",
    "الاجمالي",
];

/// Reads the rows below the header.
pub(crate) fn read_rows(
    context: &SheetContext<'_>,
    grid: &Grid,
    header: &Header,
    mut notes: Notes,
) -> Result<SheetReading, SheetError> {
    let columns = columns::prepare(context, grid, header, &mut notes);
    let mut reader = RowReader { context, grid, header, columns, notes, first_of_key: BTreeMap::new() };
    let (mut rows, mut kept_aside, mut without_columns) = (Vec::new(), Vec::new(), Vec::new());
    for (&row, cells) in grid.rows.range(header.row + 1..) {
        if reader.columns.iter().all(|column| !cells.contains_key(&column.at)) {
            without_columns.push(row.to_string());
            continue;
        }
        match reader.read_row(row, cells) {
            Ok(read) => rows.push(read),
            Err(kept) => kept_aside.push(kept),
        }
        if kept_aside.len() > SHEET_KEPT_ROWS_MAX {
            return Err(SheetError::too_large(format!(
                "More than {SHEET_KEPT_ROWS_MAX} rows have problems, the first in row {}. Is the file of this register? \
                 Mend what the rows have in common, or send them in several files.",
                kept_aside[0].row
            )));
        }
    }
    let columns = reader.columns.iter().map(|column| (column.column.name.clone(), column.at)).collect();
    let mut notes = reader.notes;
    if !without_columns.is_empty() {
        let rows = listed(&without_columns);
        notes.say(format!("rows that hold nothing in the register's columns, not read: {rows}"));
    }
    header.note(&mut notes);
    if rows.is_empty() && kept_aside.is_empty() {
        let message = "The sheet has its header but no row of data under it. If there is nothing to report, say so in the \
                       quarter's report; else send the file with its rows.";
        return Err(SheetError::no_rows(grid.sheet.as_deref(), message));
    }
    let problems = kept_aside.iter().flat_map(|kept: &KeptRow| kept.problems.clone()).collect();
    let unknown_columns = unknown_columns(grid, header, &mut notes);
    let notes = notes.into_vec();
    Ok(SheetReading {
        sheet: grid.sheet.clone(),
        rows,
        kept_aside,
        notes,
        problems,
        unknown_columns,
        columns,
    })
}

/// Headings that the register does not know, and columns with values but no heading.
fn unknown_columns(grid: &Grid, header: &Header, notes: &mut Notes) -> Vec<UnknownColumn> {
    let mut unknown = header.unknown.clone();
    let headings = grid.rows.get(&header.row);
    let below = grid.rows.range(header.row + 1..).flat_map(|(_, cells)| cells.keys().copied());
    let nameless: BTreeSet<u32> =
        below.filter(|column| headings.is_none_or(|headings| !headings.contains_key(column))).collect();
    if !nameless.is_empty() && header.line_cells.is_none() {
        let columns: Vec<String> = nameless.iter().map(|column| letters(*column)).collect();
        notes.say(format!("columns with values but no heading, not read: {}", listed(&columns)));
    }
    unknown.extend(
        nameless
            .into_iter()
            .filter(|column| header.line_cells.is_none_or(|cells| *column <= cells))
            .map(|column| UnknownColumn { cell: a1(header.row, column), header: String::new() }),
    );
    unknown
}

struct RowReader<'a> {
    context: &'a SheetContext<'a>,
    grid: &'a Grid,
    header: &'a Header,
    columns: Vec<ColumnReading<'a>>,
    notes: Notes,
    first_of_key: BTreeMap<Vec<String>, String>,
}

/// A row while it is read.
#[derive(Default)]
struct OpenRow {
    values: Values,
    notes: Vec<Note>,
    problems: Vec<Problem>,
    faulty: BTreeSet<ColumnName>,
}

impl RowReader<'_> {
    fn read_row(&mut self, row: u32, cells: &GridRow) -> Result<ReadRow, KeptRow> {
        if let Some(at) = summary_cell(&self.columns, self.context, cells) {
            let message =
                "This row only sums up others; sums are counted, never imported. Delete it from the file.";
            return Err(self.keep(row, cells, vec![self.problem(row, at, ProblemCode::SummaryRow, message)]));
        }
        if let Some(last) = self.header.line_cells
            && cells.keys().next_back().is_some_and(|column| *column > last)
        {
            let message = format!(
                "The line has more cells than the header ({last}), so that its values may stand under wrong headings. Put \
                 quotation marks around a cell that holds the delimiter."
            );
            return Err(self.keep(
                row,
                cells,
                vec![self.problem(row, last + 1, ProblemCode::TooManyCells, message)],
            ));
        }
        let mut open = OpenRow::default();
        let columns = std::mem::take(&mut self.columns);
        for column in &columns {
            self.read_cell(row, column, cells.get(&column.at), &mut open);
        }
        self.columns = columns;
        self.check_constraints(row, &mut open);
        self.check_key(row, &mut open);
        if open.problems.is_empty() {
            return Ok(ReadRow { row, values: open.values, notes: open.notes });
        }
        let rank = |problem: &Problem| {
            self.columns.iter().position(|column| Some(a1(row, column.at)) == problem.cell)
        };
        open.problems.sort_by_key(|problem| rank(problem));
        Err(self.keep(row, cells, open.problems))
    }

    fn read_cell(&mut self, row: u32, reading: &ColumnReading<'_>, cell: Option<&Cell>, open: &mut OpenRow) {
        let name = &reading.column.name;
        let outcome = cell.map(|cell| value::read(reading, cell, &mut self.notes));
        let shown = || cell.map(|cell| cell.content.shown());
        let fault = match outcome {
            Some(Outcome::Value(value)) => {
                open.values.insert(name.clone(), value);
                constraint::check_bounds(reading.column, &open.values, self.context.today)
            }
            Some(Outcome::Fault(fault)) => Some(fault),
            Some(Outcome::NoValue) if !reading.column.required => {
                let cell = a1(row, reading.at);
                let written = word::one_line(&shown().unwrap_or_default());
                let message = format!("{cell} \"{written}\" read as no value");
                open.notes.push(Note { cell: Some(cell), column: Some(name.clone()), message });
                None
            }
            Some(Outcome::NoValue) | None if reading.column.required => {
                let message = format!("`{name}` has no value, and every record needs one. Fill the cell.");
                Some(Fault::new(ProblemCode::RequiredMissing, message))
            }
            Some(Outcome::NoValue) | None => None,
        };
        if let Some(fault) = fault {
            open.faulty.insert(name.clone());
            open.problems.push(self.cell_problem(row, reading, fault, shown()));
        }
    }

    fn check_constraints(&self, row: u32, open: &mut OpenRow) {
        for reading in &self.columns {
            let column = reading.column;
            if !open.values.contains_key(&column.name) || open.faulty.contains(&column.name) {
                continue;
            }
            let fault = constraint::check_constraint(column, &open.values, &open.faulty, self.context.today);
            if let Some(fault) = fault {
                let shown = self.grid.cell(row, reading.at).map(|cell| cell.content.shown());
                open.problems.push(self.cell_problem(row, reading, fault, shown));
            }
        }
    }

    /// Two rows with one key would be one record: the second is kept aside. A row whose key could not be read, or that
    /// lacks a part of it, has none: nobody can say that it is the same as another.
    fn check_key(&mut self, row: u32, open: &mut OpenRow) {
        let key_columns = &self.context.register.key;
        let in_file = |name: &&ColumnName| self.columns.iter().any(|column| column.column.name == **name);
        let Some(first_column) = key_columns.iter().find(in_file) else { return };
        if key_columns.iter().any(|name| open.faulty.contains(name)) {
            return;
        }
        let parts = key_columns.iter().map(|name| open.values.get(name).map(Value::to_string));
        let Some(key) = parts.collect::<Option<Vec<String>>>() else { return };
        let Some(at) =
            self.columns.iter().find(|column| column.column.name == *first_column).map(|column| column.at)
        else {
            return;
        };
        let address = a1(row, at);
        let Some(first) = self.first_of_key.get(&key) else {
            self.first_of_key.insert(key, address);
            return;
        };
        let names: Vec<String> = key_columns.iter().map(|name| format!("`{name}`")).collect();
        let message = format!(
            "The row of {first} has the same {}: both would be one record. Delete one of the two, or correct the key.",
            names.join(", ")
        );
        let mut problem = self.problem(row, at, ProblemCode::DuplicateRow, message).of_column(first_column);
        problem.of = Some(first.clone());
        if !self.context.register.is_personal(first_column) {
            problem.value = self.grid.cell(row, at).map(|cell| cell.content.shown());
        }
        open.problems.push(problem);
    }

    fn cell_problem(
        &self,
        row: u32,
        reading: &ColumnReading<'_>,
        fault: Fault,
        shown: Option<String>,
    ) -> Problem {
        let mut problem =
            self.problem(row, reading.at, fault.code, fault.message).of_column(&reading.column.name);
        problem.offer = fault.offer;
        problem.value = shown.filter(|text| !reading.column.personal && !text.is_empty());
        problem
    }

    fn problem(&self, row: u32, at: u32, code: ProblemCode, message: impl Into<String>) -> Problem {
        Problem::new(code, message).in_sheet(self.grid.sheet.as_deref()).at(a1(row, at))
    }

    fn keep(&self, row: u32, cells: &GridRow, problems: Vec<Problem>) -> KeptRow {
        assert!(!problems.is_empty(), "a row is kept aside for a reason");
        assert!(self.grid.rows.contains_key(&row), "a row that is kept aside is in the sheet");
        let cells = cells.iter().map(|(&column, cell)| (a1(row, column), cell.content.shown())).collect();
        KeptRow { row, cells, problems }
    }
}

/// The column of the word by which a row says that it only sums up others. Beside the word it holds only numbers; or it
/// says exactly the word and has no day.
fn summary_cell(columns: &[ColumnReading<'_>], context: &SheetContext<'_>, cells: &GridRow) -> Option<u32> {
    let says_sum = |cell: &Cell, is_whole: bool| match &cell.content {
        Content::Text(text) => is_summary(text, is_whole),
        Content::Number(_)
        | Content::Date(_)
        | Content::Boolean(_)
        | Content::Error(_)
        | Content::NoValue => false,
    };
    let (&at, _) = cells.iter().find(|(_, cell)| says_sum(cell, false))?;
    let mut others = cells.iter().filter(|(column, _)| **column != at);
    if others.all(|(_, cell)| is_number(cell) || says_sum(cell, false)) {
        return Some(at);
    }
    let day = columns.iter().find(|column| column.column.name == context.register.date)?;
    let (&at, _) = cells.iter().find(|(_, cell)| says_sum(cell, true))?;
    (!cells.contains_key(&day.at)).then_some(at)
}

fn is_summary(text: &str, is_whole: bool) -> bool {
    // Nearly every text of a sheet is told apart here, without folding it.
    let may_begin = |letter: char| !letter.is_ascii_alphanumeric() || "tgsTGS".contains(letter);
    if !word::trim(text).starts_with(may_begin) {
        return false;
    }
    let whole = fold(text);
    let whole = whole.trim_end_matches(':');
    let first = fold(word::trim(text).split_whitespace().next().unwrap_or_default());
    SUMMARY_WORDS.contains(&whole) || (!is_whole && SUMMARY_WORDS.contains(&first.trim_end_matches(':')))
}

fn is_number(cell: &Cell) -> bool {
    match &cell.content {
        Content::Number(_) | Content::Error(_) | Content::NoValue => true,
        Content::Text(text) => {
            let reading = NumberReading { proved: Some(number::Mark::Point), locale: None };
            number::read(text, reading).is_ok() || matches!(word::trim(text), "-" | "–" | "")
        }
        Content::Date(_) | Content::Boolean(_) => false,
    }
}
