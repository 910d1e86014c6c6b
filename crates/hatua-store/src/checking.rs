//! What waits for a check, by source document, and the entries that say something of one record. What lies outside the
//! caller's scope is not found and not counted.

use std::collections::BTreeMap;

use hatua_core::access::Scope;
use hatua_core::id::{DocumentId, PartnerCode, RecordId, RegisterName};
use hatua_core::ledger::Entry;
use hatua_core::record::Status;
use jiff::Timestamp;

use crate::driver::{Cell, Row, all, one, parsed, unsigned};
use crate::error::StoreError;
use crate::transaction::ReadTx;

/// A source document with rows that wait for a check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingDocument {
    /// Whose document it is.
    pub partner: PartnerCode,
    /// The document, as its records name it.
    pub document: DocumentId,
    /// How many of its rows wait, by register.
    pub rows: BTreeMap<RegisterName, u64>,
    /// Since when the oldest of them waits.
    pub oldest: Timestamp,
    /// Whether the document is on file: a scan of it, or the file that its rows came in.
    pub is_on_file: bool,
}

/// The rows of one document, register and country that wait.
struct Group {
    partner: PartnerCode,
    document: DocumentId,
    register: RegisterName,
    country: Option<String>,
    rows: u64,
    oldest: Timestamp,
    is_on_file: bool,
}

impl ReadTx<'_> {
    /// The documents with rows that wait within the scope, the one that waits longest first.
    ///
    /// # Errors
    /// When what is stored is damaged.
    pub fn waiting_documents(&self, scope: &Scope) -> Result<Vec<WaitingDocument>, StoreError> {
        let values = [self.id(), Cell::Text(Status::Pending.as_str())];
        let groups = all(self.tx, include_str!("../queries/list_waiting.sql"), &values, group)?;
        let mut documents: BTreeMap<(PartnerCode, DocumentId), WaitingDocument> = BTreeMap::new();
        for group in groups {
            if !self.is_in_scope(scope, &group.partner, group.country.as_deref()) {
                continue;
            }
            let key = (group.partner.clone(), group.document.clone());
            let document = documents.entry(key).or_insert_with(|| WaitingDocument {
                partner: group.partner,
                document: group.document,
                rows: BTreeMap::new(),
                oldest: group.oldest,
                is_on_file: group.is_on_file,
            });
            *document.rows.entry(group.register).or_default() += group.rows;
            document.oldest = document.oldest.min(group.oldest);
        }
        let mut documents: Vec<_> = documents.into_values().collect();
        documents.sort_by_key(|document| document.oldest);
        Ok(documents)
    }

    /// The index of the last entry that says something of a record: its version. Nothing where there is no such record.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn record_version(&self, record: RecordId) -> Result<Option<u64>, StoreError> {
        let sql = "select sequence from record_entries
                   where programme = $1 and record_id = $2 order by sequence desc limit 1";
        one(self.tx, sql, &[self.id(), Cell::Text(&record.to_string())], |row| unsigned(row.integer(0)?))
    }

    /// The entries that say something of a record, in their order; none where it lies outside the scope.
    ///
    /// # Errors
    /// When what is stored is damaged.
    pub fn record_entries(&self, record: RecordId, scope: &Scope) -> Result<Vec<Entry>, StoreError> {
        if self.record(record, scope)?.is_none() {
            return Ok(Vec::new());
        }
        let sql =
            "select sequence from record_entries where programme = $1 and record_id = $2 order by sequence";
        let values = [self.id(), Cell::Text(&record.to_string())];
        let sequences = all(self.tx, sql, &values, |row| unsigned(row.integer(0)?))?;
        sequences.into_iter().map(|sequence| self.entry_of_view(sequence)).collect()
    }
}

fn group(row: &dyn Row) -> Result<Group, StoreError> {
    let micros = row.integer(5)?;
    Ok(Group {
        partner: parsed(row.text(0)?)?,
        document: parsed(row.text(1)?)?,
        register: parsed(row.text(2)?)?,
        country: row.optional_text(3)?.map(str::to_owned),
        rows: unsigned(row.integer(4)?)?,
        oldest: Timestamp::from_microsecond(micros)
            .map_err(|_| StoreError::damaged(format!("moment {micros} is no moment")))?,
        is_on_file: row.integer(6)? > 0,
    })
}
