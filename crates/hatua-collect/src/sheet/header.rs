//! Where the header stands and which column each heading means. Headings are compared as words: the partner's own
//! first, then the register's names, then its labels in any language.

use std::collections::BTreeMap;

use hatua_core::id::{ColumnName, PartnerCode};
use hatua_core::limits::SHEET_HEADER_ROW_MAX;
use hatua_core::programme::{Column, Register};

use super::UnknownColumn;
use super::grid::{Grid, GridRow, a1};
use super::problem::{Notes, Problem, ProblemCode, SheetError};
use super::word::{self, fold};

/// Of a hundred required columns, how many must be known in a row for it to be the header.
const MATCHED_PERCENT_MIN: usize = 60;

/// What a heading may be called.
pub(crate) struct HeaderNames<'a> {
    columns: &'a [Column],
    by_word: BTreeMap<String, usize>,
    /// The columns that tell a header: the required ones and the key, or all where nothing is required.
    telling: Vec<usize>,
}

impl<'a> HeaderNames<'a> {
    /// The names for a register and a partner.
    pub(crate) fn of(register: &'a Register, partner: Option<&PartnerCode>) -> Self {
        let columns = register.columns.as_slice();
        let index_of = |name: &ColumnName| columns.iter().position(|column| column.name == *name);
        let own = partner.and_then(|partner| register.sheets.get(partner));
        let own_names = own.into_iter().flat_map(|map| &map.headers);
        let own_names = own_names.filter_map(|(header, name)| Some((fold(header), index_of(name)?)));
        let names = columns.iter().enumerate().map(|(index, column)| (fold(column.name.as_str()), index));
        let labels = columns
            .iter()
            .enumerate()
            .flat_map(|(index, column)| column.labels.iter().map(move |label| (fold(label), index)));
        let mut by_word = BTreeMap::new();
        for (word, index) in own_names.chain(names).chain(labels) {
            if !word.is_empty() {
                by_word.entry(word).or_insert(index);
            }
        }
        let is_telling = |column: &Column| column.required || register.key.contains(&column.name);
        let mut telling: Vec<usize> =
            (0..columns.len()).filter(|&index| is_telling(&columns[index])).collect();
        if telling.is_empty() {
            telling = (0..columns.len()).collect();
        }
        Self { columns, by_word, telling }
    }

    /// The columns that the cells of a row name, in the order of the sheet; a column may come twice.
    fn named_in(&self, row: &GridRow) -> Vec<(u32, usize)> {
        row.iter()
            .filter_map(|(&at, cell)| Some((at, *self.by_word.get(&fold(&cell.content.shown()))?)))
            .collect()
    }

    fn is_header(&self, found: &[(u32, usize)]) -> bool {
        let matched =
            self.telling.iter().filter(|&&index| found.iter().any(|(_, column)| *column == index)).count();
        matched > 0 && matched * 100 >= self.telling.len() * MATCHED_PERCENT_MIN
    }
}

/// The header of a sheet.
#[derive(Debug)]
pub(crate) struct Header {
    /// Its row, from 1.
    pub row: u32,
    /// For each column of the register that was found: its index there and where it stands.
    pub placed: Vec<(usize, u32)>,
    /// Headings that the register does not know.
    pub unknown: Vec<UnknownColumn>,
    /// The cells of the header line, blank ones too; absent in a workbook, whose lines have no end.
    pub line_cells: Option<u32>,
    doubles: Vec<Double>,
    missing: Vec<Missing>,
}

/// A column that a second heading names.
#[derive(Debug)]
struct Double {
    at: u32,
    first_at: u32,
    heading: String,
    column: ColumnName,
}

/// A column of the register that no heading names.
#[derive(Debug)]
struct Missing {
    column: ColumnName,
    required: bool,
}

fn first_rows(grid: &Grid) -> impl Iterator<Item = (u32, &GridRow)> {
    grid.rows.range(..=SHEET_HEADER_ROW_MAX).map(|(&row, cells)| (row, cells))
}

/// Finds the header within the first rows of a sheet; what stands above it is a title.
pub(crate) fn find(names: &HeaderNames<'_>, grid: &Grid) -> Option<Header> {
    let (row, cells, found) = first_rows(grid)
        .map(|(row, cells)| (row, cells, names.named_in(cells)))
        .find(|(_, _, found)| names.is_header(found))?;
    let mut first_at: BTreeMap<usize, u32> = BTreeMap::new();
    let mut doubles = Vec::new();
    for &(at, index) in &found {
        match first_at.get(&index) {
            None => {
                first_at.insert(index, at);
            }
            Some(&first_at) => doubles.push(Double {
                at,
                first_at,
                heading: heading(cells, at),
                column: names.columns[index].name.clone(),
            }),
        }
    }
    let missing = names.columns.iter().enumerate().filter(|(index, _)| !first_at.contains_key(index));
    let missing = missing
        .map(|(_, column)| Missing { column: column.name.clone(), required: column.required })
        .collect();
    let is_known = |at: u32| found.iter().any(|(found_at, _)| *found_at == at);
    let unknown = cells.keys().filter(|&&at| !is_known(at));
    let unknown =
        unknown.map(|&at| UnknownColumn { cell: a1(row, at), header: heading(cells, at) }).collect();
    Some(Header {
        row,
        placed: first_at.into_iter().collect(),
        unknown,
        line_cells: grid.line_cells.get(&row).copied(),
        doubles,
        missing,
    })
}

fn heading(cells: &GridRow, at: u32) -> String {
    cells.get(&at).map(|cell| word::one_line(&cell.content.shown())).unwrap_or_default()
}

/// The most columns that one of the first rows names: how near a sheet comes to having the header.
pub(crate) fn best_match(names: &HeaderNames<'_>, grid: &Grid) -> usize {
    first_rows(grid).map(|(_, cells)| names.named_in(cells).len()).max().unwrap_or(0)
}

/// The refusal of a file in which no row is the header, with the columns that its best row lacks.
pub(crate) fn missing(names: &HeaderNames<'_>, grid: Option<&Grid>) -> SheetError {
    let best = grid.and_then(|grid| {
        first_rows(grid)
            .map(|(row, cells)| (row, names.named_in(cells)))
            .max_by_key(|(row, found)| (found.len(), std::cmp::Reverse(*row)))
            .filter(|(_, found)| !found.is_empty())
    });
    let sheet = grid.and_then(|grid| grid.sheet.as_deref());
    let Some((row, found)) = best else {
        let expected: Vec<String> =
            names.telling.iter().map(|&index| names.columns[index].name.to_string()).collect();
        let message = format!(
            "No row of the first {SHEET_HEADER_ROW_MAX} is a header of this register. Put a row with the headings above \
             the data: {}.",
            expected.join(", ")
        );
        return SheetError::Header(vec![Problem::new(ProblemCode::HeaderMissing, message).in_sheet(sheet)]);
    };
    let lacking = names.telling.iter().filter(|&&index| found.iter().all(|(_, column)| *column != index));
    let problems =
        lacking.map(|&index| lacking_column(&names.columns[index].name, row).in_sheet(sheet)).collect();
    SheetError::Header(problems)
}

fn lacking_column(column: &ColumnName, row: u32) -> Problem {
    let message = format!(
        "The column `{column}` is missing: no heading of row {row} means it. Add the heading, or correct the one that is \
         meant."
    );
    Problem::new(ProblemCode::HeaderMissing, message).of_column(column)
}

impl Header {
    /// Refuses a header that has a column twice or lacks one that every record needs. Beside a double heading every
    /// missing column is told, because the second heading may be the one that was meant.
    pub(crate) fn assert_complete(&self, grid: &Grid) -> Result<(), SheetError> {
        let sheet = grid.sheet.as_deref();
        let mut problems: Vec<Problem> = self.doubles.iter().map(|double| double.problem(self.row)).collect();
        let is_told = |missing: &&Missing| missing.required || !self.doubles.is_empty();
        problems.extend(
            self.missing.iter().filter(is_told).map(|missing| lacking_column(&missing.column, self.row)),
        );
        if problems.is_empty() {
            return Ok(());
        }
        Err(SheetError::Header(problems.into_iter().map(|problem| problem.in_sheet(sheet)).collect()))
    }

    /// Says which columns the file does not have and which of its own were not read.
    pub(crate) fn note(&self, notes: &mut Notes) {
        for missing in &self.missing {
            notes.say_of(&missing.column, "not in this file");
        }
        for unknown in &self.unknown {
            notes.say(format!(
                "{} \"{}\" not read: the register has no such column",
                unknown.cell, unknown.header
            ));
        }
    }
}

impl Double {
    fn problem(&self, row: u32) -> Problem {
        let message = format!(
            "The heading \"{}\" means the column `{}`, which {} means already. Rename or delete one of the two.",
            self.heading,
            self.column,
            a1(row, self.first_at)
        );
        let mut problem =
            Problem::new(ProblemCode::HeaderDuplicate, message).at(a1(row, self.at)).of_column(&self.column);
        problem.of = Some(a1(row, self.first_at));
        problem.value = Some(self.heading.clone());
        problem
    }
}
