//! What of rows is known before they are received: which came before, and which of those that they point to. Asked once for
//! all of them, because a database beyond a network answers a thousand questions as fast as one.

use std::collections::{BTreeMap, BTreeSet};

use hatua_collect::sheet::ReadRow;
use hatua_core::id::{PartnerCode, RecordId, RegisterName};
use hatua_core::programme::{Column, ColumnKind, Register};
use hatua_core::record::Value;
use hatua_store::{ProgrammeKeys, ReadTx};

use crate::error::AppError;

/// The keys of rows that a file brings and that are not there yet, each with its register.
pub(crate) type Coming = BTreeSet<(RegisterName, String)>;

/// What is known of rows by their registers and keys.
#[derive(Debug)]
pub(crate) struct KnownRows<'a> {
    /// The records that they became.
    records: BTreeMap<&'a RegisterName, BTreeMap<Vec<String>, RecordId>>,
    /// Those that are taken as there.
    coming: Option<&'a Coming>,
}

impl<'a> KnownRows<'a> {
    /// Asks for the keys of a partner's rows and for those that they point to.
    pub(crate) fn find(
        tx: &ReadTx,
        (register, partner): (&'a Register, &PartnerCode),
        rows: &'a [ReadRow],
        keys: &ProgrammeKeys,
    ) -> Result<Self, AppError> {
        let mut wanted: BTreeSet<(&RegisterName, Vec<String>)> = BTreeSet::new();
        for row in rows {
            wanted.extend(row_key(register, row).map(|key| (&register.name, key)));
            wanted.extend(pointed_rows(register, row).map(|(_, (target, key))| (target, vec![key.clone()])));
        }
        let asked: Vec<(&RegisterName, &[String])> =
            wanted.iter().map(|(register, key)| (*register, key.as_slice())).collect();
        let found = tx.find_rows(partner, &asked, keys)?;
        let mut known: BTreeMap<&RegisterName, BTreeMap<Vec<String>, RecordId>> = BTreeMap::new();
        for ((register, key), record) in wanted.into_iter().zip(found) {
            if let Some(record) = record {
                known.entry(register).or_default().insert(key, record);
            }
        }
        Ok(Self { records: known, coming: None })
    }

    /// The same, with rows that come taken as there.
    pub(crate) fn and_coming(self, coming: &'a Coming) -> Self {
        Self { coming: Some(coming), ..self }
    }

    /// The record that a row with this key became.
    pub(crate) fn record(&self, register: &RegisterName, key: &[String]) -> Option<RecordId> {
        self.records.get(register)?.get(key).copied()
    }

    /// The columns of a row that point to rows which are not there, each with the register that the row would be of.
    pub(crate) fn dangling_references<'r>(
        &self,
        register: &'r Register,
        row: &'r ReadRow,
    ) -> Vec<(&'r Column, &'r RegisterName)> {
        pointed_rows(register, row)
            .filter(|(_, (target, key))| !self.is_there(target, key))
            .map(|(column, (target, _))| (column, target))
            .collect()
    }

    fn is_there(&self, register: &RegisterName, key: &String) -> bool {
        let comes = |coming: &Coming| coming.contains(&(register.clone(), key.clone()));
        self.record(register, std::slice::from_ref(key)).is_some() || self.coming.is_some_and(comes)
    }
}

/// What makes a row the same when it is sent again; absent where a part of it is missing.
pub(crate) fn row_key(register: &Register, row: &ReadRow) -> Option<Vec<String>> {
    register.key.iter().map(|name| row.values.get(name).map(ToString::to_string)).collect()
}

/// The rows of other registers to which a row points, by register and key, each with the column that does.
fn pointed_rows<'a>(
    register: &'a Register,
    row: &'a ReadRow,
) -> impl Iterator<Item = (&'a Column, (&'a RegisterName, &'a String))> {
    register.columns.iter().filter_map(|column| match (&column.kind, row.values.get(&column.name)) {
        (ColumnKind::Record(target), Some(Value::Text(key))) => Some((column, (target, key))),
        _ => None,
    })
}
