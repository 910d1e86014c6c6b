//! `hatua decide`: who is who, decided by a person with a reason, and undone again.

use hatua_app::merge::ListedDecision;
use hatua_app::permit::DecideUnits;
use hatua_core::id::{DecisionId, UnitId};
use hatua_core::ledger::Verdict;
use serde_json::{Value, json};

use crate::arguments::{DecideCommand, Place};
use crate::failure::Failure;
use crate::output::Output;
use crate::session;

/// Lists, takes or undoes decisions.
pub fn run(place: &Place, out: Output, command: &DecideCommand) -> Result<u8, Failure> {
    match command {
        DecideCommand::List => {
            let acts = session::reading_with_keys(place)?;
            let permit = acts.permit::<DecideUnits>(place.user.as_ref())?;
            for listed in acts.decisions(&permit)? {
                out.item(&document(&listed), || words(&listed))?;
            }
        }
        DecideCommand::Same(decision) => {
            decide(place, out, (decision.a, decision.b), (Verdict::Same, &decision.reason))?;
        }
        DecideCommand::Different { a, b, reason } => {
            decide(place, out, (*a, *b), (Verdict::Different, reason))?;
        }
        DecideCommand::Undo { decision, reason } => {
            let acts = session::writing(place, "hatua decide undo")?;
            let permit = acts.permit::<DecideUnits>(place.user.as_ref())?;
            acts.undo_decision(&permit, *decision, reason)?;
            taken(out, *decision, "undone")?;
        }
    }
    Ok(0)
}

fn decide(
    place: &Place,
    out: Output,
    units: (UnitId, UnitId),
    (verdict, reason): (Verdict, &str),
) -> Result<(), Failure> {
    let acts = session::writing(place, "hatua decide")?;
    let permit = acts.permit::<DecideUnits>(place.user.as_ref())?;
    let decision = acts.decide_units(&permit, units, verdict, reason)?;
    taken(out, decision, word(verdict))
}

fn taken(out: Output, decision: DecisionId, state: &str) -> Result<(), Failure> {
    Ok(out.item(&json!({ "id": decision, "state": state }), || format!("{decision} {state}"))?)
}

fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Same => "same",
        Verdict::Different => "different",
        Verdict::Unsure => "unsure",
    }
}

fn state(listed: &ListedDecision) -> &'static str {
    if listed.decision.undone { "undone" } else { word(listed.decision.verdict) }
}

fn document(listed: &ListedDecision) -> Value {
    json!({
        "id": listed.decision.id,
        "a": listed.decision.a,
        "b": listed.decision.b,
        "own_a": listed.a,
        "own_b": listed.b,
        "state": state(listed),
        "by": listed.by,
        "at": listed.decision.at,
        "reason": listed.decision.reason,
    })
}

fn words(listed: &ListedDecision) -> String {
    format!(
        "{} {}: {} and {}, by {} at {}: {}",
        listed.decision.id,
        state(listed),
        listed.a,
        listed.b,
        listed.by,
        listed.decision.at,
        listed.decision.reason
    )
}
