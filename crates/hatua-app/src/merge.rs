//! Decisions about who is who: each has an author and a reason, and each can be undone.

use hatua_core::id::{DecisionId, PartnerCode, UnitId};
use hatua_core::identity::{Merged, decide, undo};
use hatua_core::ledger::Verdict;
use hatua_core::record::Decision;

use crate::error::AppError;
use crate::folder::{Acts, timed_id};
use crate::permit::{DecideUnits, Permit};

/// A decision as a list shows it: with each unit's partner and the partner's own id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedDecision {
    /// The decision.
    pub decision: Decision,
    /// One unit, as its partner knows it (`E:0183`).
    pub a: String,
    /// The other.
    pub b: String,
    /// Who decided, by e-mail.
    pub by: String,
}

impl Acts {
    /// Decides whether two units are one.
    ///
    /// # Errors
    /// When a standing decision says the opposite or the same, or a unit is unknown or of another kind.
    pub fn decide_units(
        &self,
        permit: &Permit<DecideUnits>,
        (a, b): (UnitId, UnitId),
        verdict: Verdict,
        reason: &str,
    ) -> Result<DecisionId, AppError> {
        self.write(|tx, moment| {
            let id = DecisionId(timed_id(moment.at, tx.entropy()));
            let act = self
                .with_facts(tx, |facts| Ok(decide(self.package(), facts, id, (a, b), (verdict, reason))?))?;
            tx.append(moment.at, permit.user(), act)?;
            Ok(id)
        })
    }

    /// Takes a decision away.
    ///
    /// # Errors
    /// When there is no such standing decision.
    pub fn undo_decision(
        &self,
        permit: &Permit<DecideUnits>,
        decision: DecisionId,
        reason: &str,
    ) -> Result<(), AppError> {
        self.write(|tx, moment| {
            let act = self.with_facts(tx, |facts| Ok(undo(facts, decision, reason)?))?;
            tx.append(moment.at, permit.user(), act)?;
            Ok(())
        })
    }

    /// The unit that a partner knows by its own id.
    ///
    /// # Errors
    /// When no record of this partner is about such a unit.
    pub fn unit_of_partner(
        &self,
        kind: &str,
        partner: &PartnerCode,
        own_id: &str,
    ) -> Result<UnitId, AppError> {
        let keys = self.keys()?;
        let found = self.read(|tx| Ok(tx.find_unit(kind, partner, own_id, keys)?))?;
        found.ok_or_else(|| AppError::Unknown {
            kind: "unit",
            name: format!("{partner}:{own_id}"),
            known: Vec::new(),
        })
    }

    /// Which units are one by the decisions that stand.
    ///
    /// # Errors
    /// When the ledger can't be read.
    pub fn merged(&self) -> Result<Merged, AppError> {
        self.read_facts(|facts| Ok(Merged::new(facts.standing_decisions())))
    }

    /// Every decision that was taken, in order.
    ///
    /// # Errors
    /// When the store fails.
    pub fn decisions(&self, permit: &Permit<DecideUnits>) -> Result<Vec<ListedDecision>, AppError> {
        let keys = self.keys()?;
        let taken = self.read_facts(|facts| Ok(facts.decisions.clone()))?;
        self.read(|tx| {
            let own = |unit: UnitId| -> Result<String, AppError> {
                let own = tx.own_id_of(unit, permit.scope(), keys)?;
                Ok(own.map_or_else(|| unit.to_string(), |(partner, id)| format!("{partner}:{id}")))
            };
            let list = |decision: &Decision| -> Result<ListedDecision, AppError> {
                let by = tx
                    .user(decision.by, keys)?
                    .map_or_else(|| "operator".to_owned(), |user| user.email.to_string());
                Ok(ListedDecision {
                    a: own(decision.a)?,
                    b: own(decision.b)?,
                    by,
                    decision: decision.clone(),
                })
            };
            taken.iter().map(list).collect()
        })
    }
}
