//! Decisions about two units: which are allowed, given those that stand.

use crate::id::{DecisionId, UnitId};
use crate::identity::resolve::Merged;
use crate::ledger::{Act, Verdict, checked_reason};
use crate::limits::REASON_CHARACTERS_MAX;
use crate::record::{Decision, Facts};

/// Why a decision can't be taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DecideError {
    /// The same unit twice.
    #[error("{unit} is one unit; name two")]
    OneUnit {
        /// The unit.
        unit: UnitId,
    },
    /// No record is about this unit.
    #[error("no record is about unit {unit}; `hatua explain` and `hatua decide list` print the ids of units")]
    UnknownUnit {
        /// The unit.
        unit: UnitId,
    },
    /// They are the same already.
    #[error("{a} and {b} are already the same unit; nothing to decide")]
    AlreadyOne {
        /// One unit.
        a: UnitId,
        /// The other.
        b: UnitId,
    },
    /// A standing decision says the opposite, directly or through others.
    #[error(
        "{a} and {b} can't be {wanted}: decision {standing} says the opposite and still stands; undo it first (`hatua decide undo {standing} --reason ...`)"
    )]
    Contradicts {
        /// One unit.
        a: UnitId,
        /// The other.
        b: UnitId,
        /// `the same` or `different`.
        wanted: &'static str,
        /// The decision that stands in the way.
        standing: DecisionId,
    },
    /// No such decision, or it was undone already.
    #[error("no standing decision has the id {decision}; `hatua decide list` prints them")]
    UnknownDecision {
        /// The decision.
        decision: DecisionId,
    },
    /// A reason is missing or too long.
    #[error("give a reason of 1 to {REASON_CHARACTERS_MAX} characters; it is kept with the decision")]
    Reason,
}

/// Decides about two units.
///
/// # Errors
/// When the two are one unit already, are unknown, or when a standing decision says the opposite.
pub fn decide(
    facts: &Facts,
    decision: DecisionId,
    (a, b): (UnitId, UnitId),
    verdict: Verdict,
    reason: &str,
) -> Result<Act, DecideError> {
    let reason = checked_reason(reason).ok_or(DecideError::Reason)?;
    if a == b {
        return Err(DecideError::OneUnit { unit: a });
    }
    for unit in [a, b] {
        if !facts.records.values().any(|state| state.record.unit == unit) {
            return Err(DecideError::UnknownUnit { unit });
        }
    }
    let merged = Merged::new(facts.standing_decisions());
    match verdict {
        Verdict::Same if merged.are_one(a, b) => return Err(DecideError::AlreadyOne { a, b }),
        Verdict::Same => {
            if let Some(standing) = kept_apart(facts, &merged, a, b) {
                return Err(DecideError::Contradicts { a, b, wanted: "the same", standing: standing.id });
            }
        }
        Verdict::Different | Verdict::Unsure if merged.are_one(a, b) => {
            let standing = joining(facts, &merged, a);
            return Err(DecideError::Contradicts { a, b, wanted: "kept apart", standing: standing.id });
        }
        Verdict::Different | Verdict::Unsure => {}
    }
    Ok(Act::UnitsDecided { decision, a, b, verdict, reason })
}

/// Takes a decision away.
///
/// # Errors
/// When there is no such decision, or it was undone already.
pub fn undo(facts: &Facts, decision: DecisionId, reason: &str) -> Result<Act, DecideError> {
    let reason = checked_reason(reason).ok_or(DecideError::Reason)?;
    if facts.standing_decisions().any(|known| known.id == decision) {
        Ok(Act::DecisionUndone { decision, reason })
    } else {
        Err(DecideError::UnknownDecision { decision })
    }
}

/// The decision that keeps apart what the two have become by other decisions.
fn kept_apart<'a>(facts: &'a Facts, merged: &Merged, a: UnitId, b: UnitId) -> Option<&'a Decision> {
    facts.standing_decisions().filter(|decision| decision.verdict == Verdict::Different).find(|decision| {
        (merged.are_one(decision.a, a) && merged.are_one(decision.b, b))
            || (merged.are_one(decision.a, b) && merged.are_one(decision.b, a))
    })
}

/// One of the decisions that made a unit part of its group.
fn joining<'a>(facts: &'a Facts, merged: &Merged, unit: UnitId) -> &'a Decision {
    facts
        .standing_decisions()
        .filter(|decision| decision.verdict == Verdict::Same)
        .find(|decision| merged.are_one(decision.a, unit))
        .expect("two units are one only by a standing decision")
}
