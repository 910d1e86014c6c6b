//! An indicator is what is measured and by which rule. Its names and explanations are texts, not keys.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::id::{ColumnName, DimensionName, FigureSlug, IndicatorCode, RegisterName};
use crate::programme::{Column, Condition, Crosswalk, Register};
use crate::record::FieldRecord;

/// How records become a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Measure {
    /// Different units, however often each recurs; the records are shown beside it.
    Distinct,
    /// The sum of a column.
    Sum(ColumnName),
    /// Records.
    Cases,
}

/// Whose attributes a breakdown by sex, age, country or kind uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attribute {
    /// Those of each record.
    Record,
    /// Those of the record by which the unit was counted first.
    First,
}

/// A register that feeds an indicator, and which of its rows do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The register.
    pub register: RegisterName,
    /// Which rows; absent means all.
    pub condition: Option<Condition>,
    /// Which of these rows stay in the chain and are left out there by the rule; absent means none.
    pub except: Option<Condition>,
}

/// A register whose rows have only a number of persons: nobody can see whether they were counted before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadCountSource {
    /// The register.
    pub register: RegisterName,
    /// Which rows; absent means all.
    pub condition: Option<Condition>,
    /// The column with the number of persons.
    pub sum: ColumnName,
}

/// Counts beside a figure that are not its units: services given, referrals made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// Its name (`services`).
    pub name: DimensionName,
    /// What its cells count.
    pub cells: BesideCells,
}

/// What the cells of a table beside a figure count, over the figure's verified rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BesideCells {
    /// A cell for each column: the sum of it.
    Sums(Vec<ColumnName>),
    /// A cell for each code of a column: the rows that have it.
    Codes {
        /// The column.
        column: ColumnName,
        /// The codes in their order.
        codes: Vec<String>,
    },
}

impl Beside {
    /// The cells that are there even where nothing was counted, in their order.
    #[must_use]
    pub fn listed(&self) -> Vec<String> {
        match &self.cells {
            BesideCells::Sums(columns) => columns.iter().map(ToString::to_string).collect(),
            BesideCells::Codes { codes, .. } => codes.clone(),
        }
    }

    /// What a record adds, by cell: nothing where nobody recorded anything.
    #[must_use]
    pub fn cells_of(&self, record: &FieldRecord) -> Vec<(String, u64)> {
        match &self.cells {
            BesideCells::Sums(columns) => columns
                .iter()
                .filter_map(|column| Some((column.to_string(), record.amount(column)?)))
                .collect(),
            BesideCells::Codes { column, .. } => {
                record.value(column).map(|code| (code.to_string(), 1)).into_iter().collect()
            }
        }
    }
}

/// One figure of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indicator {
    /// Its code in the fund's list.
    pub code: IndicatorCode,
    /// The word in its address.
    pub slug: FigureSlug,
    /// The code of the objective that it stands under; the grouping is ours.
    pub objective: String,
    /// The version of its definition (`v1`).
    pub definition: String,
    /// What is counted (`person`, `institution`, ...).
    pub unit: String,
    /// How.
    pub measure: Measure,
    /// From which registers; empty while it is only reported by others.
    pub from: Vec<Source>,
    /// Rows that only have a number of persons, which is added and declared apart.
    pub head_counts: Option<HeadCountSource>,
    /// Counts beside the figure.
    pub beside: Vec<Beside>,
    /// By which dimensions it can be broken down.
    pub by: Vec<DimensionName>,
    /// Whose attributes a breakdown uses.
    pub attribute: Attribute,
    /// Figures that share units with it and must not be added to it.
    pub never_add: Vec<FigureSlug>,
    /// Whether it is an estimate.
    pub estimate: bool,
    /// How it relates to other definitions, in the order of the package.
    pub crosswalk: Vec<Crosswalk>,
    /// The rule as it stands in the package, for the figure's page.
    pub rule_text: String,
}

impl Indicator {
    /// Whether Hatua computes it from records.
    #[must_use]
    pub fn is_computed(&self) -> bool {
        !self.from.is_empty()
    }

    /// Whether a record is a number of persons without the persons.
    #[must_use]
    pub fn is_head_count(&self, record: &FieldRecord) -> bool {
        self.head_counts.as_ref().is_some_and(|heads| heads.register == record.register)
    }

    /// The registers whose rows stand behind it.
    pub fn registers(&self) -> impl Iterator<Item = &RegisterName> {
        let heads = self.head_counts.iter().map(|heads| &heads.register);
        self.from.iter().map(|source| &source.register).chain(heads)
    }
}

/// A dimension of figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dimension {
    /// Its name (`age`).
    pub name: DimensionName,
    /// The columns that it is read from (`age_years`, `age_group`), of which the first that a register has is the one;
    /// or the record's partner or quarter.
    pub columns: Vec<ColumnName>,
    /// Further columns of a register that has them: a unit stands in the cell of each.
    pub also: Vec<ColumnName>,
    /// How values become codes.
    pub codes: DimensionCodes,
}

impl Dimension {
    /// The column that it is read from in records of a register; nothing where the register has none of its columns.
    #[must_use]
    pub fn column_of<'r>(&self, register: &'r Register) -> Option<&'r Column> {
        self.column_among(&register.columns)
    }

    /// The further columns that a register has.
    pub fn also_of<'r>(&'r self, register: &'r Register) -> impl Iterator<Item = &'r Column> {
        self.also.iter().filter_map(|name| register.column(name))
    }

    /// The first of its columns that is among these.
    pub(crate) fn column_among<'c>(&self, columns: &'c [Column]) -> Option<&'c Column> {
        self.columns.iter().find_map(|name| columns.iter().find(|column| column.name == *name))
    }
}

/// How a column's values become a dimension's codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DimensionCodes {
    /// The value is the code. The list gives the order; a record without a value has the code `unknown`.
    Listed(Vec<String>),
    /// The same with a list for each indicator (slug). A value outside the list still has a cell.
    ByFigure(BTreeMap<FigureSlug, Vec<String>>),
    /// Numbers fall into bands, by indicator (slug); `unknown` where there is no value. A choice says its band itself.
    Bands(BTreeMap<FigureSlug, Vec<Band>>),
}

impl DimensionCodes {
    /// The codes that a figure's breakdown has a cell for, in their order.
    #[must_use]
    pub fn of(&self, figure: &FigureSlug) -> Vec<&str> {
        match self {
            Self::Listed(codes) => codes.iter().map(String::as_str).collect(),
            Self::ByFigure(lists) => lists.get(figure).into_iter().flatten().map(String::as_str).collect(),
            Self::Bands(bands) => {
                bands.get(figure).into_iter().flatten().map(|band| band.code.as_str()).collect()
            }
        }
    }
}

/// A band of whole numbers, both ends included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// Its code (`18-29`, `45+`).
    pub code: String,
    /// The least number.
    pub from: i64,
    /// The greatest number; absent for an open band.
    pub to: Option<i64>,
}

/// A figure that was taken off the page: its address answers 410.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemovedFigure {
    /// The word in its address.
    pub slug: FigureSlug,
    /// The day on which it was removed.
    pub removed_on: Date,
    /// The figure to see instead, if there is one.
    pub instead: Option<FigureSlug>,
}
