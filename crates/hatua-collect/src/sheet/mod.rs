//! The spreadsheet door: a received CSV, XLSX or ODS file becomes rows of one register, with everything that was noted
//! and everything that is wrong. A row is read as it was meant or kept aside with its reason; nothing is ever guessed.
//!
//! The road through this folder: `file_type` -> (`text` | `xlsx` | `ods`) -> `grid` -> `header` -> `columns` -> `rows`.

mod archive;
mod choice;
mod columns;
mod constraint;
mod date;
mod file_type;
mod grid;
mod header;
mod number;
mod ods;
mod problem;
mod rows;
mod text;
mod value;
mod word;
mod xlsx;

use std::collections::BTreeMap;

use hatua_core::id::{ColumnName, PartnerCode, RegisterName};
use hatua_core::programme::{Column, Locale, Organisation, Place, Register};
use hatua_core::record::Values;
use jiff::civil::Date;
use serde::Serialize;

pub use grid::a1;
pub use problem::{Note, Problem, ProblemCode, SheetError};

use file_type::FileType;
use grid::Grid;
use header::Header;
use problem::Notes;

/// What a file is read against.
#[derive(Debug, Clone, Copy)]
pub struct SheetContext<'a> {
    /// The register whose rows it holds.
    pub register: &'a Register,
    /// The partner that sent it; absent where nobody did (a check without a programme).
    pub partner: Option<&'a PartnerCode>,
    /// The language in which doubtful dates, numbers and letters are read; absent where none was declared.
    pub locale: Option<Locale>,
    /// The day on which it is read: no fact lies after it.
    pub today: Date,
    /// The programme's places.
    pub places: &'a [Place],
    /// The programme's organisations.
    pub organisations: &'a [Organisation],
}

impl SheetContext<'_> {
    /// The declared language: the context's, else that of the partner's own sheet.
    fn declared_locale(&self) -> Option<Locale> {
        let own_sheet = || self.register.sheets.get(self.partner?)?.locale;
        self.locale.or_else(own_sheet)
    }
}

/// Everything that was read from a file. Each row of the sheet below its header is in `rows`, in `kept_aside`, or
/// blank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SheetReading {
    /// The name of the sheet that was read; absent for a CSV.
    pub sheet: Option<String>,
    /// The rows that can become records, in the order of the sheet.
    pub rows: Vec<ReadRow>,
    /// The rows that can't, in the order of the sheet.
    pub kept_aside: Vec<KeptRow>,
    /// What a person should know about how the whole file was read.
    pub notes: Vec<Note>,
    /// Everything that is wrong: the problems of all rows kept aside, in the order of the sheet.
    pub problems: Vec<Problem>,
    /// Columns of the file that the register does not know; they were not read.
    pub unknown_columns: Vec<UnknownColumn>,
    /// Where each column of the register stands in the sheet, from 1.
    pub columns: BTreeMap<ColumnName, u32>,
}

impl SheetReading {
    /// A row that was read well and still can't become a record, for a reason that the file alone does not show: the
    /// rows that some of its columns point to are not there, each in the register beside it.
    #[must_use]
    pub fn with_dangling_references(&self, row: &ReadRow, dangling: &[(&Column, &RegisterName)]) -> KeptRow {
        let problem = |(column, register): &(&Column, &RegisterName)| {
            let message = format!(
                "No row of `{register}` from this partner has this key yet. This row waits and is taken in when that list comes; if the key is wrong, write it as it stands there and send this list again."
            );
            let mut problem = Problem::new(ProblemCode::ReferenceUnknown, message).of_column(&column.name);
            problem.cell = self.cell(row, &column.name);
            problem.value =
                row.values.get(&column.name).filter(|_| !column.personal).map(ToString::to_string);
            problem
        };
        self.kept(row, dangling.iter().map(problem).collect())
    }

    /// A row that was read well and whose record was withdrawn, for this reason; it differs from what was withdrawn.
    #[must_use]
    pub fn with_withdrawn_record(&self, row: &ReadRow, reason: &str) -> KeptRow {
        let message = format!(
            "This row was withdrawn before ({reason}) and stays withdrawn. If the fact is another one, send it under a key of its own."
        );
        self.kept(row, vec![Problem::new(ProblemCode::RecordWithdrawn, message)])
    }

    fn kept(&self, row: &ReadRow, problems: Vec<Problem>) -> KeptRow {
        let cells =
            row.values.iter().filter_map(|(name, value)| Some((self.cell(row, name)?, value.to_string())));
        let placed = |problem: Problem| {
            let problem = problem.in_sheet(self.sheet.as_deref());
            if problem.cell.is_none() { problem.at(a1(row.row, 1)) } else { problem }
        };
        KeptRow { row: row.row, cells: cells.collect(), problems: problems.into_iter().map(placed).collect() }
    }

    fn cell(&self, row: &ReadRow, column: &ColumnName) -> Option<String> {
        self.columns.get(column).map(|at| a1(row.row, *at))
    }
}

/// A row that can become a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReadRow {
    /// The row as the spreadsheet numbers it, from 1.
    pub row: u32,
    /// Its values, the personal ones among them; a column without a value is absent.
    pub values: Values,
    /// What a person should know about how it was read.
    pub notes: Vec<Note>,
}

/// A row that can't become a record before somebody mends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KeptRow {
    /// The row as the spreadsheet numbers it, from 1.
    pub row: u32,
    /// Address and text of each cell that is not blank, as read, personal ones among them.
    pub cells: Vec<(String, String)>,
    /// Why, at least one reason.
    pub problems: Vec<Problem>,
}

impl KeptRow {
    /// Whether nothing is wrong with the row itself: it waits for a row of another list.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.problems.iter().all(|problem| problem.code == ProblemCode::ReferenceUnknown)
    }
}

/// A column of the file that the register does not know.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct UnknownColumn {
    /// The address of its header.
    pub cell: String,
    /// Its header; empty where values stand under no header.
    pub header: String,
}

/// Reads a file against a register.
///
/// # Errors
/// When no row can be taken: the file is of another type or too large, its header is missing or double, several
/// sheets match, or there is no row under the header. The error carries its problems.
pub fn read_sheet(
    context: &SheetContext<'_>,
    file_name: &str,
    bytes: &[u8],
) -> Result<SheetReading, SheetError> {
    let mut notes = Notes::default();
    let names = header::HeaderNames::of(context.register, context.partner);
    let (mut grid, header) = match file_type::detect(file_name, bytes)? {
        FileType::Xlsx(archive) => {
            choose_sheet(&names, &mut xlsx::Workbook::open(file_name, bytes, archive)?, &mut notes)?
        }
        FileType::Ods(archive) => {
            choose_sheet(&names, &mut ods::Workbook::open(file_name, archive)?, &mut notes)?
        }
        FileType::Text => text::read(context, &names, file_name, bytes, &mut notes)?,
    };
    header.assert_complete(&grid)?;
    if header.row > 1 {
        notes.say(format!("header row {}", header.row));
    }
    grid.spread_merged(header.row, &mut notes)?;
    grid.note_hidden(header.row, &mut notes);
    rows::read_rows(context, &grid, &header, notes)
}

/// A file of several sheets.
trait Sheets {
    /// Name and visibility of each sheet, in the order of the file.
    fn sheets(&self) -> Vec<(String, bool)>;
    /// Reads one sheet. A sheet beyond the limits is read up to them and says so.
    fn grid(&mut self, name: &str) -> Result<Grid, SheetError>;
}

/// The one visible sheet whose header is that of the register.
fn choose_sheet(
    names: &header::HeaderNames<'_>,
    workbook: &mut dyn Sheets,
    notes: &mut Notes,
) -> Result<(Grid, Header), SheetError> {
    let mut chosen: Option<(Grid, Header)> = None;
    let mut matching: Vec<String> = Vec::new();
    let mut nearest: Option<(Grid, usize)> = None;
    for (name, is_visible) in workbook.sheets() {
        if !is_visible {
            notes.say(format!("hidden sheet \"{name}\" not read"));
            continue;
        }
        let grid = workbook.grid(&name)?;
        if let Some(header) = header::find(names, &grid) {
            matching.push(name);
            chosen.get_or_insert((grid, header));
        } else {
            let matched = header::best_match(names, &grid);
            if nearest.as_ref().is_none_or(|(_, most)| matched > *most) {
                nearest = Some((grid, matched));
            }
        }
    }
    if matching.len() > 1 {
        return Err(SheetError::sheet_choice_needed(&matching));
    }
    let Some((grid, header)) = chosen else {
        return Err(header::missing(names, nearest.as_ref().map(|(grid, _)| grid)));
    };
    for (name, is_visible) in workbook.sheets() {
        if is_visible && grid.sheet.as_deref() != Some(&name) {
            notes.say(format!("sheet \"{name}\" not read: it has no header of this register"));
        }
    }
    grid.assert_within_limits()?;
    Ok((grid, header))
}
