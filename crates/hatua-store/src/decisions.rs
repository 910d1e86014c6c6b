//! What was decided, reported, signed and issued: found in the views, read from the entries.

use hatua_core::id::{DecisionId, PartnerCode, UnitId, UserId};
use hatua_core::ledger::{Act, Entry, Verdict};
use hatua_core::period::Quarter;
use hatua_core::record::facts::DraftSignature;
use hatua_core::release::{Release, ReleaseId};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::driver::{Cell, Row, all, one, unsigned};
use crate::error::StoreError;
use crate::transaction::ReadTx;

/// A decision about two units, with what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionState {
    /// The decision.
    pub decision: DecisionId,
    /// One unit.
    pub a: UnitId,
    /// The other.
    pub b: UnitId,
    /// What was decided.
    pub verdict: Verdict,
    /// Why.
    pub reason: String,
    /// Who decided.
    pub by: UserId,
    /// When.
    pub at: Timestamp,
    /// Present where it was taken away.
    pub undone: Option<Undone>,
}

/// Who took a decision away, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Undone {
    /// Why.
    pub reason: String,
    /// Who.
    pub by: UserId,
    /// When.
    pub at: Timestamp,
}

/// A report that was received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceivedReport {
    /// The partner.
    pub partner: PartnerCode,
    /// The quarter.
    pub quarter: Quarter,
    /// Whether it says that there is nothing to report.
    pub nil: bool,
    /// The day on which it came.
    pub received_on: Date,
    /// Who entered it.
    pub by: UserId,
    /// When it was entered.
    pub at: Timestamp,
}

impl ReadTx<'_> {
    /// Every decision about units, in the order in which they were taken.
    ///
    /// # Errors
    /// When what is stored is damaged.
    pub fn decisions(&self) -> Result<Vec<DecisionState>, StoreError> {
        let sql = "select sequence, coalesce(undone_sequence, -1) from decisions where programme = $1 order by sequence";
        let found = all(self.tx, sql, &[self.id()], |row| Ok((unsigned(row.integer(0)?)?, row.integer(1)?)))?;
        found
            .into_iter()
            .map(|(sequence, undone)| self.decision_state(sequence, u64::try_from(undone).ok()))
            .collect()
    }

    fn decision_state(&self, sequence: u64, undone: Option<u64>) -> Result<DecisionState, StoreError> {
        let Entry { at, actor, act: Act::UnitsDecided { decision, a, b, verdict, reason }, .. } =
            self.entry_of_view(sequence)?
        else {
            return Err(wrong_entry("decisions", sequence));
        };
        let undone = undone.map(|sequence| self.undone(sequence)).transpose()?;
        Ok(DecisionState { decision, a, b, verdict, reason, by: actor, at, undone })
    }

    fn undone(&self, sequence: u64) -> Result<Undone, StoreError> {
        match self.entry_of_view(sequence)? {
            Entry { at, actor, act: Act::DecisionUndone { reason, .. }, .. } => {
                Ok(Undone { reason, by: actor, at })
            }
            _ => Err(wrong_entry("decisions", sequence)),
        }
    }

    /// Every report that was received, in order.
    ///
    /// # Errors
    /// When what is stored is damaged.
    pub fn reports(&self) -> Result<Vec<ReceivedReport>, StoreError> {
        let sql = "select sequence from reports where programme = $1 order by sequence";
        let make = |sequence| match self.entry_of_view(sequence)? {
            Entry { at, actor, act: Act::ReportReceived { partner, quarter, nil, received_on }, .. } => {
                Ok(ReceivedReport { partner, quarter, nil, received_on, by: actor, at })
            }
            _ => Err(wrong_entry("reports", sequence)),
        };
        self.sequences(sql, &[self.id()])?.into_iter().map(make).collect()
    }

    /// The signatures under the draft of a release, in order.
    ///
    /// # Errors
    /// When what is stored is damaged.
    pub fn signatures(&self, release: ReleaseId) -> Result<Vec<DraftSignature>, StoreError> {
        let sql = "select sequence from signatures
                   where programme = $1 and number = $2 and revision = $3 order by sequence";
        let make = |sequence| match self.entry_of_view(sequence)? {
            Entry { at, actor, act: act @ Act::ReleaseSigned { .. }, .. } => {
                Ok(DraftSignature { act, by: actor, at })
            }
            _ => Err(wrong_entry("signatures", sequence)),
        };
        self.sequences(sql, &self.key_of(release))?.into_iter().map(make).collect()
    }

    /// Every issued release, by number and revision.
    ///
    /// # Errors
    /// When what is stored is damaged.
    pub fn releases(&self) -> Result<Vec<Release>, StoreError> {
        let sql = "select sequence from releases where programme = $1 order by number, revision";
        self.sequences(sql, &[self.id()])?.into_iter().map(|sequence| self.issued(sequence)).collect()
    }

    /// One issued release; nothing where it was not issued.
    ///
    /// # Errors
    /// When what is stored is damaged.
    pub fn release(&self, release: ReleaseId) -> Result<Option<Release>, StoreError> {
        let sql = "select sequence from releases where programme = $1 and number = $2 and revision = $3";
        let found = one(self.tx, sql, &self.key_of(release), first_number)?;
        found.map(|sequence| self.issued(sequence)).transpose()
    }

    fn issued(&self, sequence: u64) -> Result<Release, StoreError> {
        match self.entry_of_view(sequence)?.act {
            Act::ReleaseIssued(release) => Ok(*release),
            _ => Err(wrong_entry("releases", sequence)),
        }
    }

    fn key_of(&self, release: ReleaseId) -> [Cell<'_>; 3] {
        [self.id(), Cell::Integer(release.number.into()), Cell::Integer(release.revision.into())]
    }

    fn sequences(&self, sql: &str, values: &[Cell]) -> Result<Vec<u64>, StoreError> {
        all(self.tx, sql, values, first_number)
    }

    /// The entry that a view points at.
    pub(crate) fn entry_of_view(&self, sequence: u64) -> Result<Entry, StoreError> {
        self.entry(sequence)?
            .ok_or_else(|| StoreError::damaged(format!("views point at entry {sequence}, which is missing")))
    }
}

fn first_number(row: &dyn Row) -> Result<u64, StoreError> {
    unsigned(row.integer(0)?)
}

fn wrong_entry(view: &str, sequence: u64) -> StoreError {
    StoreError::damaged(format!("view of {view} points at entry {sequence}, which is of another kind"))
}
