//! What the ledger says, folded: every record with its state, every decision, report, user and release. The fold is the
//! one meaning of an entry; a preview and a release are counted from it and from nothing else.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::Date;

use crate::access::Role;
use crate::id::{DecisionId, DocumentId, FigureSlug, PartnerCode, RecordId, UnitId, UserId};
use crate::ledger::{Act, Entry, Review, Verdict};
use crate::period::Quarter;
use crate::record::{DocumentFile, FieldRecord, RecordState, Status};
use crate::release::{Release, ReleaseId};

/// A decision about two units, with who took it and whether it still stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Its id.
    pub id: DecisionId,
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
    /// Whether it was taken away again.
    pub undone: bool,
}

/// A report as it was received. A later report for the same quarter replaces an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Report {
    /// Whether it says that there is nothing to report.
    pub nil: bool,
    /// The day on which it came.
    pub received_on: Date,
}

/// What the ledger holds of a user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownUser {
    /// What the user is.
    pub role: Role,
    /// The organisation, in words.
    pub organisation: String,
    /// The partner for which the user acts.
    pub partner: Option<PartnerCode>,
}

/// A signature under a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftSignature {
    /// The signed act's entry, without its number.
    pub act: Act,
    /// Who signed.
    pub by: UserId,
    /// When.
    pub at: Timestamp,
}

/// All that the ledger says at one moment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// How many entries were folded.
    pub size: u64,
    /// The newest version of the package.
    pub programme_version: u32,
    /// Records by id.
    pub records: BTreeMap<RecordId, RecordState>,
    /// Records that were changed since they were verified, as they were then. See [`Facts::settled`].
    superseded: BTreeMap<RecordId, RecordState>,
    /// Decisions, in the order in which they were taken.
    pub decisions: Vec<Decision>,
    /// Reports by partner and quarter.
    pub reports: BTreeMap<(PartnerCode, Quarter), Report>,
    /// The files of source documents, in the order in which they came.
    pub documents: BTreeMap<(PartnerCode, DocumentId), Vec<DocumentFile>>,
    /// Users by id.
    pub users: BTreeMap<UserId, KnownUser>,
    /// Releases that were prepared, in order.
    pub drafted: Vec<Drafted>,
    /// What was said of issued releases, in order.
    pub reviews: Vec<Reviewed>,
    /// Signatures under drafts, in order.
    pub signatures: Vec<DraftSignature>,
    /// Issued releases, in the order of issue.
    pub releases: Vec<Release>,
}

/// A release that was prepared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drafted {
    /// The release.
    pub release: ReleaseId,
    /// The last day of the facts in it.
    pub data_to: Date,
    /// The published reason for each figure that is restated.
    pub reasons: BTreeMap<FigureSlug, String>,
    /// Who prepared it.
    pub by: UserId,
    /// When.
    pub at: Timestamp,
}

/// What was said of an issued release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reviewed {
    /// The release.
    pub release: ReleaseId,
    /// What was done.
    pub review: Review,
    /// The figure that it is about; absent where it is the whole release.
    pub about: Option<FigureSlug>,
    /// The question or the answer.
    pub words: Option<String>,
    /// Who.
    pub by: UserId,
    /// When.
    pub at: Timestamp,
}

/// An entry that names something that no earlier entry made, or that comes out of turn.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FactsError {
    /// A gap or a repetition in the sequence.
    #[error(
        "entry {found} of the ledger stands where entry {expected} was expected; run `hatua ledger verify`"
    )]
    OutOfTurn {
        /// The number that should come now.
        expected: u64,
        /// The number that came.
        found: u64,
    },
    /// A record that was never imported.
    #[error("entry {sequence} of the ledger names record {record}, which no earlier entry made")]
    UnknownRecord {
        /// The entry.
        sequence: u64,
        /// The record.
        record: RecordId,
    },
    /// A decision that was never taken.
    #[error("entry {sequence} of the ledger names decision {decision}, which no earlier entry made")]
    UnknownDecision {
        /// The entry.
        sequence: u64,
        /// The decision.
        decision: DecisionId,
    },
}

impl Facts {
    /// Folds the next entry.
    ///
    /// # Errors
    /// When the entry comes out of turn or names something unknown: then the ledger is damaged.
    pub fn apply(&mut self, entry: Entry) -> Result<(), FactsError> {
        if entry.sequence != self.size {
            return Err(FactsError::OutOfTurn { expected: self.size, found: entry.sequence });
        }
        self.suppose(entry.act, entry.actor, entry.at)?;
        self.size += 1;
        Ok(())
    }

    /// Folds an act that has not happened: what-if. The number of entries stays.
    ///
    /// # Errors
    /// When the act names something unknown.
    pub fn suppose(&mut self, act: Act, actor: UserId, at: Timestamp) -> Result<(), FactsError> {
        match act {
            Act::ProgrammeLoaded { version, .. } => self.programme_version = version,
            Act::UserAdded { user, role, organisation, partner, .. } => {
                self.users.insert(user, KnownUser { role, organisation, partner });
            }
            Act::UserRecovered { .. }
            | Act::ReleaseBundled { .. }
            | Act::FileReceived { .. }
            | Act::RowKeptAside { .. }
            | Act::RowTakenIn { .. } => {}
            Act::DocumentReceived { document, file, partner, media, bytes, .. } => {
                let received = DocumentFile { file, media, bytes, by: actor, at };
                self.documents.entry((partner, document)).or_default().push(received);
            }
            Act::RecordImported(record) | Act::RecordChanged(record) => self.put_record(record, actor, at),
            Act::RecordVerified { record } => {
                let state = self.record_mut(record)?;
                state.status = Status::Verified;
                state.verified_by = Some(actor);
                state.reason = None;
                state.due = None;
                self.superseded.remove(&record);
            }
            Act::RecordReturned { record, reason, due } => {
                self.set_aside(record, Status::Returned, (reason, due))?;
            }
            Act::RecordWithdrawn { record, reason } => {
                self.set_aside(record, Status::Withdrawn, (reason, None))?;
                self.superseded.remove(&record);
            }
            Act::ReportReceived { partner, quarter, nil, received_on } => {
                self.reports.insert((partner, quarter), Report { nil, received_on });
            }
            Act::UnitsDecided { decision, a, b, verdict, reason } => {
                self.decisions.push(Decision {
                    id: decision,
                    a,
                    b,
                    verdict,
                    reason,
                    by: actor,
                    at,
                    undone: false,
                });
            }
            Act::DecisionUndone { decision, .. } => {
                let sequence = self.size;
                let found = self.decisions.iter_mut().find(|known| known.id == decision);
                found.ok_or(FactsError::UnknownDecision { sequence, decision })?.undone = true;
            }
            Act::ReleaseDrafted { release, data_to, reasons } => {
                self.drafted.push(Drafted { release, data_to, reasons, by: actor, at });
            }
            Act::ReleaseReviewed { release, review, about, words } => {
                self.reviews.push(Reviewed { release, review, about, words, by: actor, at });
            }
            act @ Act::ReleaseSigned { .. } => self.signatures.push(DraftSignature { act, by: actor, at }),
            Act::ReleaseIssued(release) => self.releases.push(*release),
        }
        Ok(())
    }

    /// The part of the facts that is about records which pass: those records, and the decisions whose two units both have
    /// one. Reports, users and releases stay.
    #[must_use]
    pub fn within(&self, passes: impl Fn(&FieldRecord) -> bool) -> Self {
        let records: BTreeMap<_, _> = self
            .records
            .iter()
            .filter(|(_, state)| passes(&state.record))
            .map(|(id, state)| (*id, state.clone()))
            .collect();
        let units: BTreeSet<UnitId> = records.values().map(|state| state.record.unit).collect();
        let is_inside = |decision: &&Decision| units.contains(&decision.a) && units.contains(&decision.b);
        let decisions = self.decisions.iter().filter(is_inside).cloned().collect();
        Self { records, decisions, ..self.clone() }
    }

    /// Whether the record's source document is on file: a file of it was received, or it is the file that the row came in.
    #[must_use]
    pub fn has_document(&self, record: &FieldRecord) -> bool {
        record.document.as_str() == record.place.file.to_string()
            || self.documents.contains_key(&(record.partner.clone(), record.document.clone()))
    }

    /// Decisions that still stand.
    pub fn standing_decisions(&self) -> impl Iterator<Item = &Decision> {
        self.decisions.iter().filter(|decision| !decision.undone)
    }

    /// Every record as the records that point to it see it: while a change of a verified record waits for a second
    /// person, as it was verified last, so that a change moves no figure before it was checked.
    pub fn settled(&self) -> impl Iterator<Item = &RecordState> {
        self.records.iter().map(|(id, state)| self.superseded.get(id).unwrap_or(state))
    }

    fn put_record(&mut self, record: FieldRecord, author: UserId, at: Timestamp) {
        let state = RecordState {
            status: Status::Pending,
            author,
            at,
            verified_by: None,
            reason: None,
            due: None,
            record,
        };
        let id = state.record.record;
        if let Some(before) = self.records.insert(id, state)
            && before.verified_by.is_some()
        {
            self.superseded.insert(id, before);
        }
    }

    fn set_aside(
        &mut self,
        record: RecordId,
        status: Status,
        (reason, due): (String, Option<Date>),
    ) -> Result<(), FactsError> {
        let state = self.record_mut(record)?;
        state.status = status;
        state.reason = Some(reason);
        state.due = due;
        Ok(())
    }

    fn record_mut(&mut self, record: RecordId) -> Result<&mut RecordState, FactsError> {
        let sequence = self.size;
        self.records.get_mut(&record).ok_or(FactsError::UnknownRecord { sequence, record })
    }
}
