//! Decisions about two units: which are allowed, given those that stand.

use crate::id::{DecisionId, UnitId};
use crate::identity::resolve::Merged;
use crate::ledger::{Act, Verdict};
use crate::programme::Programme;
use crate::reason::{Reason, ReasonError};
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
    /// A person and an institution are never one, and nobody has to say so.
    #[error("unit {a} is a `{kind_a}` and unit {b} is a `{kind_b}`; name two of one kind")]
    OtherKind {
        /// One unit.
        a: UnitId,
        /// What it is, as its register says.
        kind_a: String,
        /// The other.
        b: UnitId,
        /// What that one is.
        kind_b: String,
    },
    /// The same was decided before.
    #[error("decision {standing} says the same of {a} and {b} and still stands; nothing to decide")]
    AlreadyDecided {
        /// One unit.
        a: UnitId,
        /// The other.
        b: UnitId,
        /// The decision that stands.
        standing: DecisionId,
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
    /// The reason can't stand in the ledger.
    #[error(transparent)]
    Reason(#[from] ReasonError),
}

/// Decides about two units.
///
/// # Errors
/// When the two are one unit already, are unknown or of different kinds, when the same was decided before, or when a
/// standing decision says the opposite.
pub fn decide(
    programme: &Programme,
    facts: &Facts,
    decision: DecisionId,
    (a, b): (UnitId, UnitId),
    (verdict, reason): (Verdict, &str),
) -> Result<Act, DecideError> {
    let reason = Reason::new(reason)?.into();
    if a == b {
        return Err(DecideError::OneUnit { unit: a });
    }
    let (kind_a, kind_b) = (kind_of(programme, facts, a)?, kind_of(programme, facts, b)?);
    if kind_a != kind_b {
        return Err(DecideError::OtherKind { a, kind_a: kind_a.to_owned(), b, kind_b: kind_b.to_owned() });
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
        Verdict::Different | Verdict::Unsure => {
            let is_this = |known: &&Decision| {
                known.verdict == verdict && ((known.a, known.b) == (a, b) || (known.a, known.b) == (b, a))
            };
            if let Some(standing) = facts.standing_decisions().find(is_this) {
                return Err(DecideError::AlreadyDecided { a, b, standing: standing.id });
            }
        }
    }
    Ok(Act::UnitsDecided { decision, a, b, verdict, reason })
}

/// Takes a decision away.
///
/// # Errors
/// When there is no such decision, or it was undone already.
pub fn undo(facts: &Facts, decision: DecisionId, reason: &str) -> Result<Act, DecideError> {
    let reason = Reason::new(reason)?.into();
    if facts.standing_decisions().any(|known| known.id == decision) {
        Ok(Act::DecisionUndone { decision, reason })
    } else {
        Err(DecideError::UnknownDecision { decision })
    }
}

/// What a unit is, as the register of its records says.
fn kind_of<'p>(programme: &'p Programme, facts: &Facts, unit: UnitId) -> Result<&'p str, DecideError> {
    let mut of_unit = facts.records.values().filter(|state| state.record.unit == unit);
    let register = of_unit.find_map(|state| programme.registers.get(&state.record.register));
    Ok(&register.ok_or(DecideError::UnknownUnit { unit })?.unit)
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
