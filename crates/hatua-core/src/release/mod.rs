//! Figures issued together, with a number, a revision and two signatures. An issued release never changes and keeps
//! its address; a correction is a new revision that names the old value and the reason.

pub mod chain;
pub mod definitions;
pub mod diff;
pub mod draft;
pub mod evidence;
pub mod issue;
pub mod review;
mod shared;

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::access::Role;
use crate::id::{DimensionName, FigureSlug, IndicatorCode, PartnerCode, ProgrammeId, YearName};
use crate::period::Quarter;
pub use chain::{Amounts, HeadCounts, LeftOutReason, Stage, StageKind};
pub use definitions::OtherDefinition;
pub use diff::{FigureChange, diff};
pub use draft::{Comparison, Draft, DraftError, DraftRequest, compare_with_last, draft};
pub use evidence::Evidence;
pub use issue::{
    SignError, issue_release, records_behind_changes, sign, signatures_so_far, signatures_under,
};
pub use review::{ReviewError, review};
pub use shared::SharedUnits;

/// Number and revision of a release, written `R4.2`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ReleaseId {
    /// From 1.
    pub number: u32,
    /// From 1: the first issue of R4 is R4.1.
    pub revision: u32,
}

impl fmt::Display for ReleaseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "R{}.{}", self.number, self.revision)
    }
}

/// What a person writes for a release: `R4` is its latest revision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReleaseName {
    /// The number.
    pub number: u32,
    /// The revision; absent for the latest one.
    pub revision: Option<u32>,
}

impl fmt::Display for ReleaseName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.revision {
            Some(revision) => write!(f, "R{}.{revision}", self.number),
            None => write!(f, "R{}", self.number),
        }
    }
}

/// Why a text names no release.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` names no release: write R, the number and the revision, for example R4.2, or R4 for its latest revision"
)]
pub struct ReleaseNameError(String);

impl FromStr for ReleaseName {
    type Err = ReleaseNameError;
    /// Reads `R4.2`, `r4.2` and `R4`.
    fn from_str(text: &str) -> Result<Self, ReleaseNameError> {
        let wrong = || ReleaseNameError(text.to_owned());
        let number = |digits: &str| -> Result<u32, ReleaseNameError> {
            match digits.parse() {
                Ok(number) if number > 0 && !digits.starts_with(['0', '+']) => Ok(number),
                _ => Err(wrong()),
            }
        };
        let rest = text.strip_prefix(['R', 'r']).ok_or_else(wrong)?;
        match rest.split_once('.') {
            Some((first, second)) => Ok(Self { number: number(first)?, revision: Some(number(second)?) }),
            None => Ok(Self { number: number(rest)?, revision: None }),
        }
    }
}

impl TryFrom<String> for ReleaseId {
    type Error = ReleaseNameError;
    fn try_from(text: String) -> Result<Self, ReleaseNameError> {
        let name: ReleaseName = text.parse()?;
        let revision = name.revision.ok_or(ReleaseNameError(text))?;
        Ok(Self { number: name.number, revision })
    }
}

impl FromStr for ReleaseId {
    type Err = ReleaseNameError;
    fn from_str(text: &str) -> Result<Self, ReleaseNameError> {
        text.to_owned().try_into()
    }
}

impl From<ReleaseId> for String {
    fn from(id: ReleaseId) -> String {
        id.to_string()
    }
}

/// The value of a figure or a cell: six states, the same everywhere. A blank is never zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "status", content = "value")]
pub enum FigureValue {
    /// A number, zero included.
    Published(u64),
    /// Somebody declared that there was nothing.
    Nil,
    /// Nobody has reported yet.
    NotReported,
    /// Nobody collects it.
    NotCollected,
    /// It can't exist.
    NotApplicable,
    /// Withheld to protect persons.
    Suppressed,
}

impl FigureValue {
    /// The status as files write it.
    #[must_use]
    pub fn status(self) -> &'static str {
        match self {
            Self::Published(_) => "published",
            Self::Nil => "nil",
            Self::NotReported => "not_reported",
            Self::NotCollected => "not_collected",
            Self::NotApplicable => "not_applicable",
            Self::Suppressed => "suppressed",
        }
    }

    /// The number, if there is one; a declared nil is 0.
    #[must_use]
    pub fn number(self) -> Option<u64> {
        match self {
            Self::Published(number) => Some(number),
            Self::Nil => Some(0),
            Self::NotReported | Self::NotCollected | Self::NotApplicable | Self::Suppressed => None,
        }
    }

    /// How much more (or less, negative) it is than what somebody said about the same; nothing where it is no number.
    #[must_use]
    pub fn more_than(self, said: i64) -> Option<i64> {
        i64::try_from(self.number()?).ok()?.checked_sub(said)
    }
}

/// What a public table breaks a figure down by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TableKey {
    /// A dimension, each unit in one cell: that of its first count. Its cells add up to the figure, unless it is said how
    /// many units stand in several (a unit that is about more than one country).
    First(DimensionName),
    /// The quarter of the first count. Its cells add up to the figure.
    Quarter,
    /// The year of the first count, by one of the programme's kinds of years. Its cells add up to the figure.
    Year(YearName),
    /// A dimension, each unit in every cell where a record of it lies. Its cells do not add up.
    Each(DimensionName),
    /// Counts beside the figure (services, referrals). Its cells do not add up to it.
    Beside(DimensionName),
}

impl TableKey {
    /// The key in files: `country`, `quarter`, `year_ethiopian`, `country_each`.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::First(dimension) | Self::Beside(dimension) => dimension.to_string(),
            Self::Quarter => "quarter".to_owned(),
            Self::Year(name) => format!("year_{name}"),
            Self::Each(dimension) => format!("{dimension}_each"),
        }
    }
}

/// One cell that the public may see. Only `withhold` makes new ones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicCell {
    code: String,
    #[serde(flatten)]
    value: FigureValue,
}

impl PublicCell {
    pub(crate) fn new(code: String, value: FigureValue) -> Self {
        Self { code, value }
    }

    /// The code of the country, band, sex or quarter.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// Its value.
    #[must_use]
    pub fn value(&self) -> FigureValue {
        self.value
    }
}

/// A table of a figure, or the reason why this release does not show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum PublicTable {
    /// It is shown.
    Shown {
        /// What it breaks down by.
        key: TableKey,
        /// Its cells in the order of the dimension's codes.
        cells: Vec<PublicCell>,
        /// How many units stand in more than one of its cells ("11 people were trained in two countries"), withheld
        /// where the number is too small; absent where every unit stands in one cell, and where no unit stands in any.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        units_in_several: Option<FigureValue>,
    },
    /// A cell, or a change of a cell since an earlier release, is too small, or a cell that was shown is gone.
    NotShown {
        /// What it would break down by.
        key: TableKey,
        /// The last release that shows it; absent where none does.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        last_shown: Option<ReleaseId>,
    },
}

impl PublicTable {
    /// What it breaks down by.
    #[must_use]
    pub fn key(&self) -> &TableKey {
        match self {
            Self::Shown { key, .. } | Self::NotShown { key, .. } => key,
        }
    }
}

/// How many of the partners that should report for a quarter have: "6 of 7".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    /// The last quarter of the release.
    pub quarter: Quarter,
    /// Reports received, nil ones included.
    pub answered: u32,
    /// Reports expected of partners whose registers feed the figure.
    pub expected: u32,
}

/// A figure whose value fell or rose for facts that an earlier release already covered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restatement {
    /// The version before.
    pub previous_version: u32,
    /// Its value.
    pub previous: FigureValue,
    /// The published reason.
    pub reason: String,
}

/// What an earlier release would have said with what is known now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct AsKnown {
    /// The earlier release.
    pub release: ReleaseId,
    /// What it said.
    pub said: u64,
    /// What is known now for the same period.
    pub known: u64,
}

/// One figure in one release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReleasedFigure {
    /// The indicator's code.
    pub code: IndicatorCode,
    /// The word in its address.
    pub slug: FigureSlug,
    /// The version of its definition.
    pub definition: String,
    /// What is counted.
    pub unit: String,
    /// Its value.
    pub value: FigureValue,
    /// Its version: a new one whenever value, definition, breakdown or status changed.
    pub version: u32,
    /// Verified records behind it (attendances, beside people).
    pub records: u64,
    /// What of the value are persons counted by head; absent where the rule has no such rows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub head_counts: Option<HeadCounts>,
    /// From received rows to the figure.
    pub chain: Vec<Stage>,
    /// Its tables.
    pub tables: Vec<PublicTable>,
    /// Who reported.
    pub coverage: Coverage,
    /// Support.
    pub evidence: Evidence,
    /// Present where this release corrects an earlier value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub restatement: Option<Restatement>,
    /// Earlier releases that would say something else today.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub as_known: Vec<AsKnown>,
    /// What it shares with each figure that must not be added to it and is about the same kind of unit.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shared: Vec<SharedUnits>,
    /// The same figure as other lists of definitions count it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_definitions: Vec<OtherDefinition>,
}

impl ReleasedFigure {
    /// The table with this key, if the release shows it.
    #[must_use]
    pub fn shown_table(&self, name: &str) -> Option<&[PublicCell]> {
        self.tables.iter().find_map(|table| match table {
            PublicTable::Shown { key, cells, .. } if key.name() == name => Some(cells.as_slice()),
            PublicTable::Shown { .. } | PublicTable::NotShown { .. } => None,
        })
    }
}

/// Whether and when a partner's report for a quarter came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportState {
    /// Nothing is expected of this partner for this quarter.
    NotExpected,
    /// Expected and not there.
    NotReported,
    /// Received, so many days after the quarter's end.
    Received(i32),
    /// Received with nothing to report, so many days after the quarter's end.
    Nil(i32),
}

impl ReportState {
    /// Whether a report with something to count came after the due day.
    #[must_use]
    pub fn is_late(self, due_day: u8) -> bool {
        matches!(self, Self::Received(day) if day > i32::from(due_day))
    }
}

/// Who reported when, for one partner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartnerReports {
    /// The partner.
    pub partner: PartnerCode,
    /// By quarter, in order.
    pub quarters: Vec<(Quarter, ReportState)>,
}

/// A signature under a release.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// As what.
    pub role: Role,
    /// For which organisation.
    pub organisation: String,
    /// When.
    pub at: Timestamp,
}

/// An issued release. Only `issue` makes new ones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Release {
    /// The programme.
    pub programme: ProgrammeId,
    /// Number and revision.
    pub id: ReleaseId,
    /// Whether its records are invented.
    pub demonstration: bool,
    /// The first day of the facts in it.
    pub data_from: Date,
    /// The last day of the facts in it.
    pub data_to: Date,
    /// The day on which it was issued.
    pub issued_on: Date,
    /// How many entries the ledger had when the figures were counted.
    pub ledger_size: u64,
    /// The version of the package that counted them.
    pub programme_version: u32,
    /// The computed figures, in the order of the page.
    pub figures: Vec<ReleasedFigure>,
    /// Who reported when.
    pub reports: Vec<PartnerReports>,
    /// Two signatures.
    pub signatures: Vec<Signature>,
}

impl Release {
    /// The figure with this code or slug.
    #[must_use]
    pub fn figure(&self, code_or_slug: &str) -> Option<&ReleasedFigure> {
        self.figures.iter().find(|f| f.code.as_str() == code_or_slug || f.slug.as_str() == code_or_slug)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r4_means_the_latest_revision_and_r4_2_a_fixed_one() {
        assert_eq!("R4".parse(), Ok(ReleaseName { number: 4, revision: None }));
        assert_eq!("r4.2".parse(), Ok(ReleaseName { number: 4, revision: Some(2) }));
        for wrong in ["4.2", "R", "R0.1", "R4.", "R4.02"] {
            assert!(wrong.parse::<ReleaseName>().is_err(), "{wrong}");
        }
    }
}
