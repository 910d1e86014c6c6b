//! Numbers that somebody else said: who, when, where it can be read. A statement is never part of a release and is
//! never added to a figure.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::id::IndicatorCode;

/// What a statement is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A figure of the programme, by its indicator.
    Figure(IndicatorCode),
    /// Something else that the package names (`funding.eutf`), in words.
    Other(String),
}

/// A day, a month or a year: as exact as the source was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AsOf {
    /// A whole year.
    Year(i16),
    /// A month of a year (1 to 12).
    Month(i16, i8),
    /// A day.
    Day(Date),
}

impl fmt::Display for AsOf {
    /// ISO 8601: `2018`, `2018-07`, `2018-07-05`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(day) => day.fmt(f),
        }
    }
}

/// How well a number is supported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Grade {
    /// Signed source seen and sampled by an independent checker.
    A,
    /// A second person compared each record with its source.
    B,
    /// Said by somebody, no records compared.
    C,
    /// Modelled or estimated.
    D,
}

/// One number that somebody said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// What it is about.
    pub subject: Subject,
    /// The version of the definition under which it was said (`v1`); empty where the subject has none.
    pub definition: String,
    /// The number, in `unit`s.
    pub value: i64,
    /// What is counted.
    pub unit: String,
    /// The moment that the number describes.
    pub as_of: AsOf,
    /// Who said it.
    pub said_by: String,
    /// When it was said.
    pub said_on: AsOf,
    /// The title of the source.
    pub source_title: String,
    /// Where the source can be read; empty where it has no public address.
    pub source_address: String,
    /// C or D: a statement has no records behind it.
    pub grade: Grade,
    /// What a reader should know besides.
    pub note: String,
}

impl Statement {
    /// Whether another statement has a number of the same meaning: the same unit under the same definition.
    #[must_use]
    pub fn means_as(&self, other: &Self) -> bool {
        self.definition == other.definition && self.unit == other.unit
    }

    /// Whether this later number is lower than an earlier one of the same meaning and no note says why. A figure that
    /// counts from the start cannot fall unless something was corrected.
    #[must_use]
    pub fn falls_in_silence(&self, earlier: &Self) -> bool {
        self.means_as(earlier) && self.value < earlier.value && self.note.is_empty()
    }
}
