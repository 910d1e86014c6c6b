//! From received rows to a figure: what remains after each stage, what was left out there and why, and where rows are
//! replaced by their amounts. Released with the figure, so that a reader can follow every row.

use serde::{Deserialize, Serialize};

/// Why a record does not add to a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeftOutReason {
    /// No second person has checked it yet.
    Pending,
    /// It was withdrawn.
    Withdrawn,
    /// It was sent back to its partner.
    Returned,
    /// The record that it points to was withdrawn or is not there.
    RefersToNothing,
    /// Its day lies outside the period, or it has none.
    OutOfPeriod,
    /// The rule does not count such a row.
    Rule,
    /// The same unit was counted before, from the same partner.
    SameUnitSamePartner,
    /// The same unit was counted before, from another partner.
    SameUnitOtherPartner,
}

impl LeftOutReason {
    /// Whether the record is verified and only repeats a unit.
    #[must_use]
    pub fn is_repeat(self) -> bool {
        match self {
            Self::SameUnitSamePartner | Self::SameUnitOtherPartner => true,
            Self::Pending
            | Self::Withdrawn
            | Self::Returned
            | Self::RefersToNothing
            | Self::OutOfPeriod
            | Self::Rule => false,
        }
    }
}

/// A stage of the chain from received rows to the figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StageKind {
    /// Rows received that the rule is about.
    Received,
    /// Rows that a second person verified.
    Verified,
    /// Units, each once for each partner.
    OncePerPartner,
    /// Units, each once in the programme.
    OnceInProgramme,
    /// Rows of a number, replaced by that number.
    Amounts,
}

/// Rows of a number, and what the numbers add up to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amounts {
    /// The rows, which a stage takes away.
    pub rows: u64,
    /// What it puts in their place.
    pub amount: u64,
}

/// Persons who were counted without being identified, so that nobody can see whether they were counted twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeadCounts {
    /// The verified rows that have a number of persons.
    pub rows: u64,
    /// The persons in them: a part of the figure.
    pub persons: u64,
}

/// What remains after a stage, and what was left out there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stage {
    /// Which stage.
    pub stage: StageKind,
    /// What remains: remaining(n) = remaining(n - 1) - all left out at n - rows + amount. After the last stage it is the
    /// figure.
    pub remaining: u64,
    /// What was left out at this stage, by reason; no reason with 0.
    pub left_out: Vec<(LeftOutReason, u64)>,
    /// The rows that this stage replaces by what they add up to; absent where it replaces none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amounts: Option<Amounts>,
}

impl Stage {
    /// What was left out at this stage, for all reasons together.
    #[must_use]
    pub fn left_out_in_all(&self) -> u64 {
        self.left_out.iter().map(|(_, left_out)| left_out).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_left_out_at_a_stage_is_the_sum_of_its_reasons() {
        let left_out =
            vec![(LeftOutReason::Pending, 58), (LeftOutReason::Withdrawn, 26), (LeftOutReason::Returned, 19)];
        assert_eq!(
            Stage { stage: StageKind::Verified, remaining: 2_184, left_out, amounts: None }.left_out_in_all(),
            103
        );
        assert_eq!(
            Stage { stage: StageKind::Received, remaining: 2_287, left_out: Vec::new(), amounts: None }
                .left_out_in_all(),
            0
        );
    }
}
