//! Checking: the unit is the source document. All rows of a list stand beside its scan; those that differ are marked, the
//! others are accepted by one act that is recorded row by row. What a form was made from is compared first: two people who
//! decide the same list at once do nothing twice, and the second one learns who was first.

use std::collections::BTreeSet;

use hatua_core::id::{DocumentId, PartnerCode, RecordId};
use hatua_core::record::{DocumentFile, Facts, RecordState, Status};
use hatua_core::verify::{JoinedRow, References, VerifyError, accept, give_back};
use hatua_store::{ReadTx, RecordFilter, WaitingDocument};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::error::AppError;
use crate::folder::Acts;
use crate::permit::{Permit, VerifyRecords};
use crate::verify::append_all;

/// A row of a document with its version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentRow {
    /// The record.
    pub state: RecordState,
    /// The index of the last entry that says something of it.
    pub version: u64,
    /// Why this user can't accept it, where it waits.
    pub refusal: Option<VerifyError>,
}

/// A source document with all of its rows that lie within the scope, in the order of the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentSheet {
    /// Whose it is.
    pub partner: PartnerCode,
    /// The document.
    pub document: DocumentId,
    /// Its files, in the order in which they came.
    pub files: Vec<DocumentFile>,
    /// Its rows.
    pub rows: Vec<DocumentRow>,
}

/// A record as somebody saw it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeenRecord {
    /// The record.
    pub record: RecordId,
    /// Its version then.
    pub version: u64,
}

/// What somebody decided about a document whose rows were compared with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListDecision<'a> {
    /// Whose it is.
    pub partner: &'a PartnerCode,
    /// The document.
    pub document: &'a DocumentId,
    /// The rows that match, as they were seen.
    pub accepted: &'a [SeenRecord],
    /// Those that differ and go back, each with its reason.
    pub returned: &'a [(SeenRecord, String)],
    /// The day by which the partner should have answered.
    pub due: Option<Date>,
}

/// What became of a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decided {
    /// It was done.
    Done {
        /// Rows that count now.
        accepted: u64,
        /// Rows that went back.
        returned: u64,
    },
    /// Somebody was first; nothing was done.
    Overtaken(Overtaking),
}

/// Who changed what somebody else was looking at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overtaking {
    /// The name shown to colleagues; absent for the machine's operator and for users who were erased.
    pub by: Option<String>,
    /// Whether it was the same user: a form that was sent twice.
    pub is_own: bool,
    /// When.
    pub at: Timestamp,
    /// How many of the rows changed.
    pub rows: u64,
}

impl Acts {
    /// The documents with rows that wait for a check within the caller's scope, the one that waits longest first.
    ///
    /// # Errors
    /// When the store fails.
    pub fn waiting_documents(
        &self,
        permit: &Permit<VerifyRecords>,
    ) -> Result<Vec<WaitingDocument>, AppError> {
        self.read(|tx| Ok(tx.waiting_documents(permit.scope())?))
    }

    /// A document with its rows.
    ///
    /// # Errors
    /// When none of its rows lies within the scope.
    pub fn document_sheet(
        &self,
        permit: &Permit<VerifyRecords>,
        partner: &PartnerCode,
        document: &DocumentId,
    ) -> Result<DocumentSheet, AppError> {
        self.read(|tx| {
            let mut states = Vec::new();
            let filter = RecordFilter {
                document: Some(document.clone()),
                partner: Some(partner.clone()),
                ..RecordFilter::default()
            };
            tx.records(permit.scope(), &filter, &mut |state| {
                states.push(state);
                Ok::<(), AppError>(())
            })?;
            if states.is_empty() {
                return Err(AppError::NoDocument(document.clone()));
            }
            states.sort_by(|one, other| place_of(one).cmp(&place_of(other)));
            let (refusals, files) = self.with_facts(tx, |facts| {
                let key = (partner.clone(), document.clone());
                let files = facts.documents.get(&key).cloned().unwrap_or_default();
                Ok((self.refusals(facts, &states, permit)?, files))
            })?;
            let rows = states
                .into_iter()
                .zip(refusals)
                .map(|(state, refusal)| Ok(DocumentRow { version: version_of(tx, &state)?, state, refusal }))
                .collect::<Result<_, AppError>>()?;
            Ok(DocumentSheet { partner: partner.clone(), document: document.clone(), files, rows })
        })
    }

    /// Why this user can't accept each of the records that wait.
    fn refusals(
        &self,
        facts: &Facts,
        states: &[RecordState],
        permit: &Permit<VerifyRecords>,
    ) -> Result<Vec<Option<VerifyError>>, AppError> {
        let (references, today) = (References::new(self.package(), facts), self.today());
        let refusal = |state: &RecordState| {
            if state.status != Status::Pending {
                return Ok(None);
            }
            let row = JoinedRow::new(&state.record, self.package(), &references);
            let register = self.register(&state.record.register)?;
            Ok(accept(state, register, &row, permit.user(), today).err())
        };
        states.iter().map(refusal).collect()
    }

    /// Carries out what was decided about a document: all of it, or nothing.
    ///
    /// # Errors
    /// When a row is not there for this user, was entered by the same user, or a reason is not fit: then nothing is done.
    pub fn decide_list(
        &self,
        permit: &Permit<VerifyRecords>,
        decision: &ListDecision,
    ) -> Result<Decided, AppError> {
        self.write(|tx, moment| {
            let scope = permit.scope();
            let returned = decision.returned.iter().map(|(seen, _)| seen);
            let all: Vec<SeenRecord> = decision.accepted.iter().chain(returned).copied().collect();
            let mut states = Vec::with_capacity(all.len());
            for seen in &all {
                let state = tx.record(seen.record, scope)?.ok_or(AppError::NoRecord(seen.record))?;
                let is_of =
                    state.record.document == *decision.document && state.record.partner == *decision.partner;
                states.push(if is_of { state } else { return Err(AppError::NoRecord(seen.record)) });
            }
            if let Some(overtaking) = self.overtaking(tx, &all, permit.user())? {
                return Ok(Decided::Overtaken(overtaking));
            }
            let (accepted, given_back) = states.split_at(decision.accepted.len());
            let mut acts = self
                .with_facts(tx, |facts| self.acceptances(facts, accepted, permit.user(), moment.today()))?;
            for (state, (_, reason)) in given_back.iter().zip(decision.returned) {
                acts.push(give_back(state, reason, decision.due, moment.today())?);
            }
            append_all(tx, moment.at, permit.user(), acts)?;
            Ok(Decided::Done { accepted: accepted.len() as u64, returned: given_back.len() as u64 })
        })
    }

    /// Who changed one of these records after it was seen; the newest change where there are several.
    pub(crate) fn overtaking(
        &self,
        tx: &ReadTx,
        seen: &[SeenRecord],
        user: hatua_core::id::UserId,
    ) -> Result<Option<Overtaking>, AppError> {
        let mut changed = BTreeSet::new();
        for seen in seen {
            let version = tx.record_version(seen.record)?.ok_or(AppError::NoRecord(seen.record))?;
            if version != seen.version {
                changed.insert(version);
            }
        }
        let Some(newest) = changed.last() else { return Ok(None) };
        let entry = tx.entry(*newest)?.ok_or(AppError::NoEntry(*newest))?;
        let by = tx.user(entry.actor, self.keys()?)?.map(|user| user.name);
        let rows = changed.len() as u64;
        Ok(Some(Overtaking { by, is_own: entry.actor == user, at: entry.at, rows }))
    }
}

fn version_of(tx: &ReadTx, state: &RecordState) -> Result<u64, AppError> {
    let record = state.record.record;
    tx.record_version(record)?.ok_or(AppError::NoRecord(record))
}

/// Where a row stands: registers of one document lie in files of their own.
fn place_of(state: &RecordState) -> (&str, hatua_core::id::FileId, Option<&str>, u32) {
    let place = &state.record.place;
    (state.record.register.as_str(), place.file, place.sheet.as_deref(), place.row)
}
