//! The cells of one sheet, whatever file they came in. Only cells that hold something are kept, so that a stray cell
//! at the far corner of a sheet costs one cell and not seventeen thousand million.

use std::collections::BTreeMap;

use hatua_core::limits::{
    SHEET_CELLS_MAX, SHEET_COLUMNS_MAX, SHEET_HEADER_ROW_MAX, SHEET_ROWS_MAX, SHEET_UNPACKED_BYTES_MAX,
};
use jiff::civil::Date;

use super::number;
use super::problem::{Notes, Problem, ProblemCode, SheetError};
use super::word;

/// The address of a cell as spreadsheets write it (`B4`), from its row and column, both counted from 1.
#[must_use]
pub fn a1(row: u32, column: u32) -> String {
    format!("{}{row}", letters(column))
}

/// The letters of a column counted from 1: 1 is `A`, 27 is `AA`.
pub(crate) fn letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).expect("a remainder of 26 is below 26")));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Content {
    /// Text as it was written, never blank.
    Text(String),
    /// A number of a spreadsheet.
    Number(f64),
    /// A cell that the spreadsheet keeps as a date; `None` where it is no day of the calendar.
    Date(Option<Date>),
    /// TRUE or FALSE.
    Boolean(bool),
    /// An error of the spreadsheet, as it shows it.
    Error(String),
    /// A formula whose value was not saved.
    NoValue,
}

impl Content {
    /// The cell's text as a person saw it, as far as the file tells.
    pub(crate) fn shown(&self) -> String {
        match self {
            Self::Text(text) | Self::Error(text) => text.clone(),
            Self::Number(number) => number::shown(*number),
            Self::Date(Some(day)) => day.to_string(),
            Self::Date(None) => "a date outside the calendar".to_owned(),
            Self::Boolean(true) => "TRUE".to_owned(),
            Self::Boolean(false) => "FALSE".to_owned(),
            Self::NoValue => String::new(),
        }
    }
}

/// One cell that is not blank.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Cell {
    /// What it holds.
    pub content: Content,
    /// Whether a formula made it.
    pub is_formula: bool,
}

/// A span of rows or columns, both ends included, counted from 1. Its last is never before its first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    first: u32,
    last: u32,
}

impl Span {
    /// A span from its ends; a last before the first is taken for the first.
    pub(crate) fn new(first: u32, last: u32) -> Self {
        Self { first, last: last.max(first) }
    }

    /// Takes the number after the last into the span; `false` where another number is given.
    pub(crate) fn grow(&mut self, next: u32) -> bool {
        let follows = self.last.checked_add(1) == Some(next);
        if follows {
            self.last = next;
        }
        follows
    }

    fn meets(self, first: u32, last: u32) -> bool {
        self.first <= last && first <= self.last
    }

    fn shown(self, write: impl Fn(u32) -> String) -> String {
        if self.first == self.last {
            write(self.first)
        } else {
            format!("{}-{}", write(self.first), write(self.last))
        }
    }
}

/// A merged area.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Area {
    pub rows: Span,
    pub columns: Span,
}

/// The cells of a row by column, counted from 1.
pub(crate) type GridRow = BTreeMap<u32, Cell>;

/// A limit that a sheet went beyond.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Excess {
    Place(u32, u32),
    Cells,
    Characters,
}

/// One sheet.
#[derive(Debug, Default)]
pub(crate) struct Grid {
    /// Its name; absent for a CSV.
    pub sheet: Option<String>,
    /// Rows that hold something, by their number from 1.
    pub rows: BTreeMap<u32, GridRow>,
    /// Merged areas.
    pub merged: Vec<Area>,
    /// Hidden rows.
    pub hidden_rows: Vec<Span>,
    /// Hidden columns.
    pub hidden_columns: Vec<Span>,
    /// Whether serial numbers count from 1904.
    pub is_1904: bool,
    /// For a CSV: how many cells each of the first lines has, blank ones too; the header is one of them.
    pub line_cells: BTreeMap<u32, u32>,
    cells: u32,
    bytes: u64,
    excess: Option<Excess>,
}

impl Grid {
    pub(crate) fn new(sheet: Option<String>) -> Self {
        Self { sheet, ..Self::default() }
    }

    /// Puts a cell in its place; a blank one is left out. Past a limit only the first rows are still of use, to tell
    /// whether this is the sheet that is meant. Gives `false` where reading on is useless.
    pub(crate) fn put(&mut self, row: u32, column: u32, cell: Cell) -> bool {
        if matches!(&cell.content, Content::Text(text) if word::trim(text).is_empty()) {
            return true;
        }
        if self.excess.is_some() && row > SHEET_HEADER_ROW_MAX {
            return false;
        }
        if row > SHEET_ROWS_MAX || column > SHEET_COLUMNS_MAX {
            self.excess.get_or_insert(Excess::Place(row, column));
            return true;
        }
        if let Content::Text(text) = &cell.content {
            self.bytes += text.len() as u64;
        }
        self.cells += 1;
        if self.cells > SHEET_CELLS_MAX {
            self.excess.get_or_insert(Excess::Cells);
            return false;
        }
        if self.bytes > SHEET_UNPACKED_BYTES_MAX {
            self.excess.get_or_insert(Excess::Characters);
            return false;
        }
        self.rows.entry(row).or_default().insert(column, cell);
        true
    }

    /// Refuses a sheet that went beyond a limit.
    pub(crate) fn assert_within_limits(&self) -> Result<(), SheetError> {
        let (cell, message) = match self.excess {
            None => return Ok(()),
            Some(Excess::Place(row, column)) => (
                Some(a1(row, column)),
                format!(
                    "A cell lies beyond the limit of {SHEET_ROWS_MAX} rows and {SHEET_COLUMNS_MAX} columns. Delete \
                     the stray cell, or send the rows in several files."
                ),
            ),
            Some(Excess::Cells) => (
                None,
                format!("The sheet has more than {SHEET_CELLS_MAX} cells. Send the rows in several files."),
            ),
            Some(Excess::Characters) => (
                None,
                format!(
                    "The sheet holds more than {SHEET_UNPACKED_BYTES_MAX} bytes of text. Send the rows in several files."
                ),
            ),
        };
        let mut problem = Problem::new(ProblemCode::FileTooLarge, message).in_sheet(self.sheet.as_deref());
        problem.cell = cell;
        Err(SheetError::TooLarge(vec![problem]))
    }

    /// The cell at a place, both counted from 1.
    pub(crate) fn cell(&self, row: u32, column: u32) -> Option<&Cell> {
        self.rows.get(&row)?.get(&column)
    }

    /// Gives the value of each merged area below the header to all its cells, in the rows that hold something.
    pub(crate) fn spread_merged(&mut self, header_row: u32, notes: &mut Notes) -> Result<(), SheetError> {
        let last_column =
            self.rows.values().filter_map(|row| row.keys().next_back()).max().copied().unwrap_or(0);
        let mut spread = Vec::new();
        let mut steps = 0;
        for area in std::mem::take(&mut self.merged) {
            if area.rows.first <= header_row {
                continue;
            }
            let Some(cell) = self.cell(area.rows.first, area.columns.first).cloned() else { continue };
            let rows: Vec<u32> =
                self.rows.range(area.rows.first..=area.rows.last).map(|(&row, _)| row).collect();
            for row in rows {
                for column in area.columns.first..=area.columns.last.min(last_column) {
                    // Areas that lie over each other would make this long: a sheet has at most so many cells.
                    steps += 1;
                    let is_blank = self.cell(row, column).is_none();
                    if steps > SHEET_CELLS_MAX || (is_blank && !self.put(row, column, cell.clone())) {
                        self.excess.get_or_insert(Excess::Cells);
                        return self.assert_within_limits();
                    }
                }
            }
            spread.push(format!(
                "{}:{}",
                a1(area.rows.first, area.columns.first),
                a1(area.rows.last, area.columns.last)
            ));
        }
        if !spread.is_empty() {
            notes.say(format!("merged cells read as their value in each cell: {}", listed(&spread)));
        }
        Ok(())
    }

    /// Says which hidden rows and columns were read all the same.
    pub(crate) fn note_hidden(&self, header_row: u32, notes: &mut Notes) {
        let last_row = self.rows.keys().next_back().copied().unwrap_or(0);
        let rows: Vec<String> = self
            .hidden_rows
            .iter()
            .filter(|span| span.meets(header_row + 1, last_row))
            .filter(|span| self.rows.range(span.first..=span.last).next().is_some())
            .map(|span| span.shown(|row| row.to_string()))
            .collect();
        let last_column =
            self.rows.get(&header_row).and_then(|row| row.keys().next_back()).copied().unwrap_or(0);
        let columns: Vec<String> = self
            .hidden_columns
            .iter()
            .filter(|span| span.meets(1, last_column))
            .map(|span| Span::new(span.first, span.last.min(last_column)).shown(letters))
            .collect();
        for (what, places) in [("rows", rows), ("columns", columns)] {
            if !places.is_empty() {
                notes.say(format!("hidden {what} read like the others: {}", listed(&places)));
            }
        }
    }
}

/// The first twenty, and how many more there are.
pub(crate) fn listed(places: &[String]) -> String {
    const SHOWN_MAX: usize = 20;
    let shown = places.iter().take(SHOWN_MAX).cloned().collect::<Vec<_>>().join(", ");
    if places.len() > SHOWN_MAX { format!("{shown} and {} more", places.len() - SHOWN_MAX) } else { shown }
}
