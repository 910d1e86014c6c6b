//! Records are verified, returned and withdrawn: by id, or all rows of a source document by one act that is recorded
//! row by row.

use std::collections::BTreeSet;

use hatua_core::access::Scope;
use hatua_core::id::{DocumentId, RecordId, UserId};
use hatua_core::ledger::Act;
use hatua_core::record::{Facts, RecordState, Status};
use hatua_core::verify::{JoinedRow, References, accept, give_back, withdraw};
use hatua_store::{RecordFilter, WriteTx};
use jiff::civil::Date;

use crate::error::AppError;
use crate::folder::Acts;
use crate::permit::{Permit, ReadRecords, VerifyRecords, WithdrawRecords};

/// States in which a record can be verified.
pub(crate) const FIT_TO_VERIFY: [Status; 2] = [Status::Pending, Status::Returned];
/// States in which a record can be returned.
pub(crate) const FIT_TO_RETURN: [Status; 2] = [Status::Pending, Status::Verified];
/// States in which a record can be withdrawn.
pub(crate) const FIT_TO_WITHDRAW: [Status; 3] = [Status::Pending, Status::Verified, Status::Returned];

/// Which records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Selection {
    /// These; each of them has to be fit for the act.
    Records(Vec<RecordId>),
    /// All rows of a source document that are fit for the act, but some.
    Document {
        /// The document.
        document: DocumentId,
        /// Those left out.
        except: Vec<RecordId>,
    },
}

impl Acts {
    /// Verifies records that were compared with their source. Gives their ids.
    ///
    /// # Errors
    /// When a record is not there for this user, is not fit, or was entered by the same user: then none is verified.
    pub fn verify_records(
        &self,
        permit: &Permit<VerifyRecords>,
        selection: &Selection,
    ) -> Result<Vec<RecordId>, AppError> {
        self.write(|tx, moment| {
            let states = self.select(tx, permit.scope(), selection, &FIT_TO_VERIFY)?;
            let acts =
                self.with_facts(tx, |facts| self.acceptances(facts, &states, permit.user(), moment.today()))?;
            append_all(tx, moment.at, permit.user(), acts)?;
            Ok(ids(&states))
        })
    }

    /// Sends records back to their partner, who should have answered by the day `due`, where one is named.
    ///
    /// # Errors
    /// When a record is not there for this user, is not fit, the reason is missing, or the day has passed: then none is
    /// returned.
    pub fn return_records(
        &self,
        permit: &Permit<VerifyRecords>,
        selection: &Selection,
        (reason, due): (&str, Option<Date>),
    ) -> Result<Vec<RecordId>, AppError> {
        self.write(|tx, moment| {
            let states = self.select(tx, permit.scope(), selection, &FIT_TO_RETURN)?;
            let today = moment.today();
            let acts = states
                .iter()
                .map(|state| Ok(give_back(state, reason, due, today)?))
                .collect::<Result<_, AppError>>()?;
            append_all(tx, moment.at, permit.user(), acts)?;
            Ok(ids(&states))
        })
    }

    /// Withdraws records.
    ///
    /// # Errors
    /// When a record is not there for this user, is not fit, or the reason is missing: then none is withdrawn.
    pub fn withdraw_records(
        &self,
        permit: &Permit<WithdrawRecords>,
        selection: &Selection,
        reason: &str,
    ) -> Result<Vec<RecordId>, AppError> {
        self.write(|tx, moment| {
            let states = self.select(tx, permit.scope(), selection, &FIT_TO_WITHDRAW)?;
            let acts =
                states.iter().map(|state| Ok(withdraw(state, reason)?)).collect::<Result<_, AppError>>()?;
            append_all(tx, moment.at, permit.user(), acts)?;
            Ok(ids(&states))
        })
    }

    /// Streams the records that a filter and the permit let through, in the order of their ids.
    ///
    /// # Errors
    /// When the store fails, or `each` does.
    pub fn each_record(
        &self,
        permit: &Permit<ReadRecords>,
        filter: &RecordFilter,
        each: &mut dyn FnMut(RecordState) -> Result<(), AppError>,
    ) -> Result<(), AppError> {
        self.read(|tx| tx.records(permit.scope(), filter, each))
    }

    /// The acts that accept records, or the first reason why one can't be accepted.
    pub(crate) fn acceptances<'a>(
        &self,
        facts: &Facts,
        states: impl IntoIterator<Item = &'a RecordState>,
        by: UserId,
        today: Date,
    ) -> Result<Vec<Act>, AppError> {
        let references = References::new(self.package(), facts);
        let acceptance = |state: &RecordState| {
            let register = self.register(&state.record.register)?;
            let row = JoinedRow::new(&state.record, self.package(), &references);
            Ok(accept(state, register, &row, by, today)?)
        };
        states.into_iter().map(acceptance).collect()
    }

    fn select(
        &self,
        tx: &WriteTx,
        scope: &Scope,
        selection: &Selection,
        fit: &[Status],
    ) -> Result<Vec<RecordState>, AppError> {
        match selection {
            Selection::Records(ids) => {
                // Named twice is meant once.
                let ids: BTreeSet<RecordId> = ids.iter().copied().collect();
                ids.into_iter().map(|id| tx.record(id, scope)?.ok_or(AppError::NoRecord(id))).collect()
            }
            Selection::Document { document, except } => {
                let (mut all, mut selected) = (0_u64, Vec::new());
                let filter = RecordFilter { document: Some(document.clone()), ..RecordFilter::default() };
                tx.records(scope, &filter, &mut |state: RecordState| {
                    all += 1;
                    if fit.contains(&state.status) && !except.contains(&state.record.record) {
                        selected.push(state);
                    }
                    Ok::<(), AppError>(())
                })?;
                if all == 0 { Err(self.no_record_of(tx, scope, document)?) } else { Ok(selected) }
            }
        }
    }
}

pub(crate) fn append_all(
    tx: &mut WriteTx,
    at: jiff::Timestamp,
    by: UserId,
    acts: Vec<Act>,
) -> Result<(), AppError> {
    acts.into_iter().try_for_each(|act| Ok(tx.append(at, by, act).map(drop)?))
}

fn ids(states: &[RecordState]) -> Vec<RecordId> {
    states.iter().map(|state| state.record.record).collect()
}

/// The same for an act that is only supposed: among all facts, whose they are.
pub(crate) fn select_among<'f>(
    facts: &'f Facts,
    selection: &Selection,
    fit: &[Status],
) -> Result<Vec<&'f RecordState>, AppError> {
    match selection {
        Selection::Records(ids) => {
            let ids: BTreeSet<RecordId> = ids.iter().copied().collect();
            ids.into_iter().map(|id| facts.records.get(&id).ok_or(AppError::NoRecord(id))).collect()
        }
        Selection::Document { document, except } => {
            let is_of = |state: &&RecordState| state.record.document == *document;
            if !facts.records.values().any(|state| is_of(&state)) {
                return Err(AppError::NoDocument(document.clone()));
            }
            let is_meant = |state: &&RecordState| {
                is_of(state) && fit.contains(&state.status) && !except.contains(&state.record.record)
            };
            Ok(facts.records.values().filter(is_meant).collect())
        }
    }
}
