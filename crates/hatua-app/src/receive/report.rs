//! What is said to the sender of a file: what became of its rows, what is wrong, what waits for another list and what had
//! waited for this one.

use std::collections::{BTreeMap, BTreeSet};

use hatua_collect::sheet::{KeptRow, Problem, SheetError};
use hatua_core::id::RegisterName;
use hatua_core::programme::ColumnKind;
use serde::Serialize;

use super::{Plan, Reading, SentFile};

/// What became of the rows: `read` is the sum of the four others.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ImportReport {
    /// The file's name.
    pub file: String,
    /// Rows with anything in them.
    pub read: u64,
    /// Rows that became records.
    pub imported: u64,
    /// Rows that became records, with something to look at.
    pub imported_with_notes: u64,
    /// Rows that could not become records.
    pub kept_aside: u64,
    /// Rows that are records already.
    pub unchanged: u64,
    /// Whether anything was written.
    pub written: bool,
    /// Rows kept aside with which nothing is wrong but that a list has not come: by the register of that list.
    pub waiting: Vec<RowsOf>,
    /// Rows of other files that waited for this one and are records now, by their register.
    pub taken_in: Vec<RowsOf>,
    /// What is wrong, cell by cell.
    pub problems: Vec<ReportedProblem>,
    /// What was noticed and needs no mending.
    pub notes: Vec<ReportedNote>,
}

/// How many rows, of which register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RowsOf {
    /// The register.
    pub register: RegisterName,
    /// How many.
    pub rows: u64,
}

impl RowsOf {
    /// By register, in the order of their names.
    pub(super) fn each(rows: BTreeMap<RegisterName, u64>) -> Vec<Self> {
        rows.into_iter().map(|(register, rows)| Self { register, rows }).collect()
    }
}

/// A problem at its cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportedProblem {
    /// The file's name.
    pub file: String,
    /// The sheet; absent in a CSV.
    pub sheet: Option<String>,
    /// The cell's address; absent where the whole file is meant.
    pub cell: Option<String>,
    /// The word for programs.
    pub code: String,
    /// What is wrong, what was expected, how to mend it.
    pub message: String,
    /// What the cell says; left out where the column is personal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

/// Something noticed while reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportedNote {
    /// The file's name.
    pub file: String,
    /// The row; absent where the whole file is meant.
    pub row: Option<u32>,
    /// What was noticed.
    pub message: String,
}

impl ImportReport {
    /// The report of a file of which no row could be read.
    #[must_use]
    pub fn of_unreadable(name: &str, cause: &SheetError) -> Self {
        let problem = |problem: &Problem| reported(name, problem.clone());
        Self {
            file: name.to_owned(),
            problems: cause.problems().iter().map(problem).collect(),
            ..Self::default()
        }
    }

    /// The report of a file whose rows are planned.
    pub(super) fn of(sent: &SentFile, reading: &Reading, plans: &[Plan]) -> Self {
        let mut report = Self { file: sent.name.to_owned(), read: plans.len() as u64, ..Self::default() };
        let mut waiting = BTreeMap::new();
        for note in &reading.sheet.notes {
            report.notes.push(ReportedNote {
                file: report.file.clone(),
                row: None,
                message: note.message.clone(),
            });
        }
        for plan in plans {
            match plan {
                Plan::Unchanged(_) => report.unchanged += 1,
                Plan::KeptAside(kept) => {
                    report.kept_aside += 1;
                    if kept.waits() {
                        for register in reading.awaited(kept) {
                            *waiting.entry(register.clone()).or_default() += 1;
                        }
                    }
                    let problems = kept.problems.iter().cloned();
                    report.problems.extend(problems.map(|problem| reported(sent.name, problem)));
                }
                Plan::New(row) | Plan::Changed(_, row) => {
                    report.imported += u64::from(row.notes.is_empty());
                    report.imported_with_notes += u64::from(!row.notes.is_empty());
                    let note = |message: &String| ReportedNote {
                        file: sent.name.to_owned(),
                        row: Some(row.row),
                        message: message.clone(),
                    };
                    report.notes.extend(row.notes.iter().map(note));
                }
            }
        }
        let sum = report.imported + report.imported_with_notes + report.kept_aside + report.unchanged;
        assert_eq!(report.read, sum, "every row that was read is accounted for");
        report.waiting = RowsOf::each(waiting);
        report
    }
}

impl Reading<'_> {
    /// The registers whose rows a kept row waits for.
    fn awaited<'k>(&'k self, kept: &'k KeptRow) -> BTreeSet<&'k RegisterName> {
        let pointed_to = |problem: &'k Problem| {
            let named =
                self.register.columns.iter().find(|column| problem.column.as_ref() == Some(&column.name));
            match &named?.kind {
                ColumnKind::Record(register) => Some(register),
                _ => None,
            }
        };
        kept.problems.iter().filter_map(pointed_to).collect()
    }
}

fn reported(file: &str, problem: Problem) -> ReportedProblem {
    ReportedProblem {
        file: file.to_owned(),
        sheet: problem.sheet,
        cell: problem.cell,
        code: problem.code.to_string(),
        message: problem.message,
        value: problem.value,
    }
}
