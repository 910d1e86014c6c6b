//! The entries of the ledger and their canonical form. Each act of a person leaves at least one entry; nothing is ever
//! changed or deleted: a mistake is corrected by a later entry that names it. An entry holds no direct identifier.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::access::Role;
use crate::id::{
    DecisionId, DocumentId, FigureSlug, FileId, PartnerCode, RecordId, RegisterName, UnitId, UserId,
};
use crate::limits::WHOLE_NUMBER_MAX;
use crate::period::Quarter;
use crate::record::{FieldRecord, MediaType};
use crate::release::{Release, ReleaseId};

/// What two people decided about two units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The two are one.
    Same,
    /// The two are not one.
    Different,
    /// Nobody can tell yet; they count as two.
    Unsure,
}

/// What was done with an issued release after it was issued.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Review {
    /// The donor's manager accepted it.
    Accepted,
    /// The donor's manager asked about it.
    Asked,
    /// The consortium's lead answered the newest question.
    Answered,
}

/// A problem with one cell of a row, as far as the ledger may say it: never the cell's text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellProblem {
    /// The cell's address in the received file (`B4`); absent where the whole row or file is meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cell: Option<String>,
    /// The word for programs (`date_invalid`).
    pub code: String,
}

/// What happened. The kind and its payload are the last two fields of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "payload")]
pub enum Act {
    /// A version of the programme's package was loaded.
    #[serde(rename = "programme.loaded")]
    ProgrammeLoaded {
        /// The version, from 1.
        version: u32,
        /// SHA-256 (hex) over the sorted list of the package's files and their hashes.
        package_hash: String,
    },
    /// A user was added.
    #[serde(rename = "user.added")]
    UserAdded {
        /// The user; e-mail and name lie outside the ledger.
        user: UserId,
        /// What the user is.
        role: Role,
        /// The organisation, in words.
        organisation: String,
        /// The partner for which the user acts.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        partner: Option<PartnerCode>,
        /// The country to which the rights are bound.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        country: Option<String>,
    },
    /// A user who could not come in any more was let in again by another: password, second factor and sessions were taken
    /// away, and an invitation given.
    #[serde(rename = "user.recovered")]
    UserRecovered {
        /// The user.
        user: UserId,
    },
    /// A file was received; its bytes and its name lie in the vault.
    #[serde(rename = "file.received")]
    FileReceived {
        /// The file.
        file: FileId,
        /// Who sent it.
        partner: PartnerCode,
        /// For which register.
        register: RegisterName,
        /// Its size.
        bytes: u64,
        /// SHA-256 (hex) of salt and bytes; the salt dies with the file's key.
        salted_hash: String,
    },
    /// A page or the whole of a source document was received, as a scan or a picture; its bytes and its name lie in the vault.
    #[serde(rename = "document.received")]
    DocumentReceived {
        /// The source document, as its records name it.
        document: DocumentId,
        /// This file of it.
        file: FileId,
        /// Whose document it is.
        partner: PartnerCode,
        /// What the bytes are.
        media: MediaType,
        /// Its size.
        bytes: u64,
        /// SHA-256 (hex) of salt and bytes; the salt dies with the file's key.
        salted_hash: String,
    },
    /// A row became a record.
    #[serde(rename = "record.imported")]
    RecordImported(FieldRecord),
    /// A row that was sent again differs from its record: these are its values now; it waits for a second person again.
    #[serde(rename = "record.changed")]
    RecordChanged(FieldRecord),
    /// A row could not become a record; its cells lie in the vault.
    #[serde(rename = "row.kept_aside")]
    RowKeptAside {
        /// The file.
        file: FileId,
        /// The sheet; absent in a CSV.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sheet: Option<String>,
        /// The row, from 1.
        row: u32,
        /// Why.
        problems: Vec<CellProblem>,
    },
    /// A row that was kept aside is a record now: what it waited for came, or it was sent again.
    #[serde(rename = "row.taken_in")]
    RowTakenIn {
        /// The index of the entry that says that it was kept aside.
        kept_aside: u64,
        /// Its record: it stands in the entry before, or says what a later sending of the row says.
        record: RecordId,
        /// The file that brought what it waited for.
        brought_by: FileId,
    },
    /// A second person compared a record with its source and accepted it.
    #[serde(rename = "record.verified")]
    RecordVerified {
        /// The record.
        record: RecordId,
    },
    /// A record was sent back to its partner.
    #[serde(rename = "record.returned")]
    RecordReturned {
        /// The record.
        record: RecordId,
        /// Why.
        reason: String,
        /// The day by which the partner should have answered.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<Date>,
    },
    /// A record was withdrawn: it stays, it no longer counts.
    #[serde(rename = "record.withdrawn")]
    RecordWithdrawn {
        /// The record.
        record: RecordId,
        /// Why.
        reason: String,
    },
    /// A partner's report for a quarter was received.
    #[serde(rename = "report.received")]
    ReportReceived {
        /// The partner.
        partner: PartnerCode,
        /// The quarter.
        quarter: Quarter,
        /// Whether it says that there is nothing to report.
        nil: bool,
        /// The day on which it came.
        received_on: Date,
    },
    /// Somebody decided whether two units are one.
    #[serde(rename = "units.decided")]
    UnitsDecided {
        /// The decision.
        decision: DecisionId,
        /// One unit.
        a: UnitId,
        /// The other.
        b: UnitId,
        /// What was decided.
        verdict: Verdict,
        /// Why, as the deciding person said it.
        reason: String,
    },
    /// A decision was taken away.
    #[serde(rename = "decision.undone")]
    DecisionUndone {
        /// The decision.
        decision: DecisionId,
        /// Why.
        reason: String,
    },
    /// The consortium's lead prepared a release: its period, and the reasons that will be published. The newest preparation
    /// of a release is the one that is signed.
    #[serde(rename = "release.drafted")]
    ReleaseDrafted {
        /// The release.
        release: ReleaseId,
        /// The last day of the facts in it.
        data_to: Date,
        /// The published reason for each figure that is restated.
        reasons: BTreeMap<FigureSlug, String>,
    },
    /// The donor accepted an issued release or asked about it, or the lead answered.
    #[serde(rename = "release.reviewed")]
    ReleaseReviewed {
        /// The release.
        release: ReleaseId,
        /// What was done.
        review: Review,
        /// The figure that it is about; absent where it is the whole release.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        about: Option<FigureSlug>,
        /// The question or the answer; absent where the release was accepted without a word.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<String>,
    },
    /// A release was handed over to an auditor, with all that it was counted from.
    #[serde(rename = "release.bundled")]
    ReleaseBundled {
        /// The release.
        release: ReleaseId,
        /// SHA-256 (hex) of the file that was made.
        sha256: String,
    },
    /// Somebody signed the draft of a release.
    #[serde(rename = "release.signed")]
    ReleaseSigned {
        /// The release.
        release: ReleaseId,
        /// How many entries the ledger had when the draft's figures were counted.
        ledger_size: u64,
        /// The last day of the facts in it.
        data_to: Date,
        /// SHA-256 (hex) of the canonical JSON of the draft that was signed.
        draft_hash: String,
        /// As what.
        role: Role,
        /// For which organisation.
        organisation: String,
    },
    /// A release was issued. It never changes.
    #[serde(rename = "release.issued")]
    ReleaseIssued(Box<Release>),
}

impl Act {
    /// The kind's word in the entry.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::ProgrammeLoaded { .. } => "programme.loaded",
            Self::UserAdded { .. } => "user.added",
            Self::UserRecovered { .. } => "user.recovered",
            Self::FileReceived { .. } => "file.received",
            Self::DocumentReceived { .. } => "document.received",
            Self::RecordImported(_) => "record.imported",
            Self::RecordChanged(_) => "record.changed",
            Self::RowKeptAside { .. } => "row.kept_aside",
            Self::RowTakenIn { .. } => "row.taken_in",
            Self::RecordVerified { .. } => "record.verified",
            Self::RecordReturned { .. } => "record.returned",
            Self::RecordWithdrawn { .. } => "record.withdrawn",
            Self::ReportReceived { .. } => "report.received",
            Self::UnitsDecided { .. } => "units.decided",
            Self::DecisionUndone { .. } => "decision.undone",
            Self::ReleaseDrafted { .. } => "release.drafted",
            Self::ReleaseReviewed { .. } => "release.reviewed",
            Self::ReleaseBundled { .. } => "release.bundled",
            Self::ReleaseSigned { .. } => "release.signed",
            Self::ReleaseIssued(_) => "release.issued",
        }
    }
}

/// One line of the ledger: a leaf of the log's tree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The leaf's index in the programme's log, from 0.
    pub sequence: u64,
    /// When, in UTC.
    pub at: Timestamp,
    /// Who.
    pub actor: UserId,
    /// What.
    #[serde(flatten)]
    pub act: Act,
}

/// An entry that can't be written as canonical JSON or read back.
#[derive(Debug, thiserror::Error)]
#[error("an entry of the ledger can't be {what}: {cause}")]
pub struct EntryError {
    what: &'static str,
    cause: String,
}

impl Entry {
    /// The entry's bytes: RFC 8785 canonical JSON. They are what the log's tree hashes.
    ///
    /// # Errors
    /// When the entry holds a number that JSON would round.
    pub fn to_bytes(&self) -> Result<Vec<u8>, EntryError> {
        let wrong = |cause: String| EntryError { what: "written", cause };
        let json = serde_json::to_value(self).map_err(|e| wrong(e.to_string()))?;
        check_exact_numbers(&json).map_err(wrong)?;
        serde_json_canonicalizer::to_vec(&json).map_err(|e| wrong(e.to_string()))
    }

    /// Reads an entry's bytes, in whatever form of JSON they are. Whether they are canonical is asked by comparing them
    /// with [`Entry::to_bytes`], as the store does, which can then say so at the entry's place.
    ///
    /// # Errors
    /// When the bytes are no entry.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, EntryError> {
        serde_json::from_slice(bytes).map_err(|e| EntryError { what: "read", cause: e.to_string() })
    }
}

fn check_exact_numbers(json: &serde_json::Value) -> Result<(), String> {
    match json {
        serde_json::Value::Number(number) => match number.as_i64() {
            Some(whole) if whole.unsigned_abs() <= WHOLE_NUMBER_MAX => Ok(()),
            _ => Err(format!("{number} would be rounded by readers of JSON; write it as text")),
        },
        serde_json::Value::Array(items) => items.iter().try_for_each(check_exact_numbers),
        serde_json::Value::Object(fields) => fields.values().try_for_each(check_exact_numbers),
        serde_json::Value::Null | serde_json::Value::Bool(_) | serde_json::Value::String(_) => Ok(()),
    }
}
