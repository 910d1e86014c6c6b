//! What is wrong with a file and what a person should know about how it was read. A message says what is wrong, what
//! was expected and how to mend it; it never repeats what stands in a personal column.

use std::collections::BTreeSet;

use hatua_core::id::ColumnName;
use serde::Serialize;

/// The word for programs of a problem. Each stands in the reference page of sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ProblemCode {
    /// The file is not a CSV, XLSX or ODS, or is damaged, or asks for a password.
    FileType,
    /// The file is larger than the limits.
    FileTooLarge,
    /// A column of the register has no header in the file.
    HeaderMissing,
    /// Two headers mean the same column.
    HeaderDuplicate,
    /// There is no row under the header.
    NoRows,
    /// Several visible sheets have the register's header.
    SheetChoiceNeeded,
    /// A line of a CSV has more cells than its header.
    TooManyCells,
    /// A row that only sums up others.
    SummaryRow,
    /// A row with the key of an earlier row.
    DuplicateRow,
    /// A column that every record needs has no value.
    RequiredMissing,
    /// A day that can be read in two ways.
    DateAmbiguous,
    /// Not a day of the calendar.
    DateInvalid,
    /// A day that has not come yet.
    DateFuture,
    /// Not a number of the column's kind, or one that can be read in two ways.
    NumberInvalid,
    /// Not one of the allowed values.
    ChoiceUnknown,
    /// The spreadsheet lost digits of an id.
    IdPrecisionLost,
    /// A formula whose value was not saved.
    FormulaWithoutValue,
    /// The spreadsheet shows an error (`#REF!`).
    ErrorValue,
    /// Below the least or above the greatest value allowed.
    OutOfRange,
    /// What the register asks of the column does not hold.
    ConstraintFailed,
    /// More characters than a text may have.
    TextTooLong,
    /// The row of another register that the column points to is not there.
    ReferenceUnknown,
    /// The record that the row became before was withdrawn.
    RecordWithdrawn,
}

impl ProblemCode {
    /// All of them, in the order of the reference page.
    pub const ALL: [Self; 23] = [
        Self::FileType,
        Self::FileTooLarge,
        Self::HeaderMissing,
        Self::HeaderDuplicate,
        Self::NoRows,
        Self::SheetChoiceNeeded,
        Self::TooManyCells,
        Self::SummaryRow,
        Self::DuplicateRow,
        Self::RequiredMissing,
        Self::DateAmbiguous,
        Self::DateInvalid,
        Self::DateFuture,
        Self::NumberInvalid,
        Self::ChoiceUnknown,
        Self::IdPrecisionLost,
        Self::FormulaWithoutValue,
        Self::ErrorValue,
        Self::OutOfRange,
        Self::ConstraintFailed,
        Self::TextTooLong,
        Self::ReferenceUnknown,
        Self::RecordWithdrawn,
    ];

    /// The word (`date_invalid`).
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::FileType => "file_type",
            Self::FileTooLarge => "file_too_large",
            Self::HeaderMissing => "header_missing",
            Self::HeaderDuplicate => "header_duplicate",
            Self::NoRows => "no_rows",
            Self::SheetChoiceNeeded => "sheet_choice_needed",
            Self::TooManyCells => "too_many_cells",
            Self::SummaryRow => "summary_row",
            Self::DuplicateRow => "duplicate_row",
            Self::RequiredMissing => "required_missing",
            Self::DateAmbiguous => "date_ambiguous",
            Self::DateInvalid => "date_invalid",
            Self::DateFuture => "date_future",
            Self::NumberInvalid => "number_invalid",
            Self::ChoiceUnknown => "choice_unknown",
            Self::IdPrecisionLost => "id_precision_lost",
            Self::FormulaWithoutValue => "formula_without_value",
            Self::ErrorValue => "error_value",
            Self::OutOfRange => "out_of_range",
            Self::ConstraintFailed => "constraint_failed",
            Self::TextTooLong => "text_too_long",
            Self::ReferenceUnknown => "reference_unknown",
            Self::RecordWithdrawn => "record_withdrawn",
        }
    }
}

impl std::fmt::Display for ProblemCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The sheet's name; absent for a CSV or where the whole file is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The cell's address (`B4`); absent where no one cell is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
    /// The register's column; absent where no one column is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<ColumnName>,
    /// The word for programs.
    pub code: ProblemCode,
    /// What is wrong, what was expected, how to mend it.
    pub message: String,
    /// The cell's text as read; absent where the column is personal or the cell is blank.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// For a row that repeats another: the address of the first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// The nearest allowed value, for a person to accept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offer: Option<String>,
}

impl Problem {
    /// A problem of the whole file; the builders below say where.
    pub(crate) fn new(code: ProblemCode, message: impl Into<String>) -> Self {
        Self {
            sheet: None,
            cell: None,
            column: None,
            code,
            message: message.into(),
            value: None,
            of: None,
            offer: None,
        }
    }

    pub(crate) fn in_sheet(mut self, sheet: Option<&str>) -> Self {
        self.sheet = sheet.map(str::to_owned);
        self
    }

    pub(crate) fn at(mut self, cell: String) -> Self {
        self.cell = Some(cell);
        self
    }

    pub(crate) fn of_column(mut self, column: &ColumnName) -> Self {
        self.column = Some(column.clone());
        self
    }
}

/// Something that a person should know about how a file was read; nothing is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Note {
    /// The cell's address; absent where a column or the whole file is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
    /// The register's column; absent where no one column is meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<ColumnName>,
    /// The whole sentence, its place included.
    pub message: String,
}

/// Collects the notes of a file; the same sentence is said once.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    notes: Vec<Note>,
    said: BTreeSet<String>,
}

impl Notes {
    /// A note about the whole file.
    pub(crate) fn say(&mut self, message: impl Into<String>) {
        self.push(Note { cell: None, column: None, message: message.into() });
    }

    /// A note about a column; its name is put before the sentence.
    pub(crate) fn say_of(&mut self, column: &ColumnName, what: &str) {
        let message = format!("column {column}: {what}");
        self.push(Note { cell: None, column: Some(column.clone()), message });
    }

    fn push(&mut self, note: Note) {
        if self.said.insert(note.message.clone()) {
            self.notes.push(note);
        }
    }

    pub(crate) fn into_vec(self) -> Vec<Note> {
        self.notes
    }
}

/// Why no row of a file was taken. Each kind carries at least one problem.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// The file is of a type that is not read, damaged, or asks for a password.
    #[error("{}", said(.0))]
    FileType(Vec<Problem>),
    /// The file is larger than the limits.
    #[error("{}", said(.0))]
    TooLarge(Vec<Problem>),
    /// The header is missing, incomplete or has a column twice.
    #[error("{}", said(.0))]
    Header(Vec<Problem>),
    /// There is no row under the header.
    #[error("{}", said(.0))]
    NoRows(Vec<Problem>),
    /// Several sheets could be meant.
    #[error("{}", said(.0))]
    SheetChoiceNeeded(Vec<Problem>),
}

fn said(problems: &[Problem]) -> String {
    problems.iter().map(|problem| problem.message.as_str()).collect::<Vec<_>>().join(" ")
}

impl SheetError {
    /// What is wrong, in the order of the file.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        match self {
            Self::FileType(problems)
            | Self::TooLarge(problems)
            | Self::Header(problems)
            | Self::NoRows(problems)
            | Self::SheetChoiceNeeded(problems) => problems,
        }
    }

    pub(crate) fn file_type(message: impl Into<String>) -> Self {
        Self::FileType(vec![Problem::new(ProblemCode::FileType, message)])
    }

    pub(crate) fn too_large(message: impl Into<String>) -> Self {
        Self::TooLarge(vec![Problem::new(ProblemCode::FileTooLarge, message)])
    }

    pub(crate) fn no_rows(sheet: Option<&str>, message: impl Into<String>) -> Self {
        Self::NoRows(vec![Problem::new(ProblemCode::NoRows, message).in_sheet(sheet)])
    }

    pub(crate) fn sheet_choice_needed(sheets: &[String]) -> Self {
        let names: Vec<String> = sheets.iter().map(|name| format!("\"{name}\"")).collect();
        let message = format!(
            "Several sheets have the header of this register: {}. Which one is meant can't be known: hide or remove \
             all but one, or send one file for each.",
            names.join(", ")
        );
        Self::SheetChoiceNeeded(vec![Problem::new(ProblemCode::SheetChoiceNeeded, message)])
    }
}
