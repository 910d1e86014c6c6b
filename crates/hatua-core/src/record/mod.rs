//! A record says what happened: this person attended this training. What identifies a person is not here: it lies in
//! the vault, and a record carries only the salted hash of it.

pub mod document;
pub mod facts;
pub mod value;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::id::{ColumnName, DocumentId, FileId, PartnerCode, RecordId, RegisterName, UnitId, UserId};
pub use document::{DocumentFile, MediaType};
pub use facts::{Decision, Drafted, Facts, FactsError, KnownUser, Report, Reviewed};
pub use value::{Decimal, Value, Values};

/// Where in a received file a row stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowPlace {
    /// The received file.
    pub file: FileId,
    /// The sheet's name; absent in a CSV.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The row as the spreadsheet numbers it, from 1.
    pub row: u32,
}

/// The state of a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Waits for a second person.
    Pending,
    /// Compared with its source by a second person.
    Verified,
    /// Sent back to the partner with a reason.
    Returned,
    /// Kept with its reason, no longer counted.
    Withdrawn,
}

impl Status {
    /// The word as files and commands write it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Verified => "verified",
            Self::Returned => "returned",
            Self::Withdrawn => "withdrawn",
        }
    }
}

impl std::str::FromStr for Status {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        [Self::Pending, Self::Verified, Self::Returned, Self::Withdrawn]
            .into_iter()
            .find(|status| status.as_str() == text)
            .ok_or_else(|| format!("`{text}` is not a status: pending, verified, returned or withdrawn"))
    }
}

/// A fact read from a received row, as the ledger holds it: without anything that identifies a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldRecord {
    /// The record's own id.
    pub record: RecordId,
    /// The unit that it is about.
    pub unit: UnitId,
    /// The register that it belongs to.
    pub register: RegisterName,
    /// The partner that sent it.
    pub partner: PartnerCode,
    /// The source document: a signed list, or the file that it came in.
    pub document: DocumentId,
    /// Where it stood in the received file.
    pub place: RowPlace,
    /// The columns that are not personal.
    pub values: Values,
    /// SHA-256 (hex) of the personal columns with a salt that lies in the vault and dies with the person's key; absent
    /// where the register has no personal column.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vault_hash: Option<String>,
}

impl FieldRecord {
    /// A column's value, if there is one.
    #[must_use]
    pub fn value(&self, column: &ColumnName) -> Option<&Value> {
        self.values.get(column)
    }

    /// The country to which a [`crate::access::Scope`] may bind a right: the code in the column `country`, if there is one.
    #[must_use]
    pub fn country(&self) -> Option<&str> {
        let (_, value) = self.values.iter().find(|(name, _)| name.as_str() == "country")?;
        match value {
            Value::Text(code) => Some(code.as_str()),
            Value::Integer(_) | Value::Boolean(_) | Value::Date(_) => None,
        }
    }

    /// A column's value as an amount that can be added up: a whole number, not negative. A missing one is not zero.
    #[must_use]
    pub fn amount(&self, column: &ColumnName) -> Option<u64> {
        match self.values.get(column) {
            Some(Value::Integer(amount)) => u64::try_from(*amount).ok(),
            Some(Value::Text(_) | Value::Boolean(_) | Value::Date(_)) | None => None,
        }
    }

    /// A column's value as a day, if there is one.
    #[must_use]
    pub fn date(&self, column: &ColumnName) -> Option<Date> {
        match self.values.get(column) {
            Some(Value::Date(day)) => Some(*day),
            Some(Value::Text(_) | Value::Integer(_) | Value::Boolean(_)) | None => None,
        }
    }
}

/// A record with what has happened to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordState {
    /// The fact.
    pub record: FieldRecord,
    /// Its state now.
    pub status: Status,
    /// Who imported or last changed it.
    pub author: UserId,
    /// When it was imported or last changed.
    pub at: Timestamp,
    /// Who verified it; absent while nobody has.
    pub verified_by: Option<UserId>,
    /// The reason of the last return or withdrawal.
    pub reason: Option<String>,
    /// While it is returned: the day by which its partner should have answered.
    pub due: Option<Date>,
}
