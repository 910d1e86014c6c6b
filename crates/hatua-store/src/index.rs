//! Finding again what came before without keeping how it was written: units by the partner's own id, rows by their
//! key. What is kept are keyed digests; they are compared, never opened. Callers bring ids into one form first.

use std::collections::BTreeMap;

use hatua_core::id::{PartnerCode, RecordId, RegisterName, UnitId};

use crate::driver::{Cell, one_of_each, parsed};
use crate::error::StoreError;
use crate::keyring::ProgrammeKeys;
use crate::seal::{blind_digest, seal};
use crate::transaction::{ReadTx, WriteTx};
use crate::vault::Holder;

impl ReadTx<'_> {
    /// For each of these rows the record that a row with this key became before.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn find_rows(
        &self,
        partner: &PartnerCode,
        rows: &[(&RegisterName, &[String])],
        keys: &ProgrammeKeys,
    ) -> Result<Vec<Option<RecordId>>, StoreError> {
        let digests = rows.iter().map(|(register, key)| row_digest(register, partner, key, keys));
        let digests: Vec<[u8; 32]> = digests.collect();
        let sets: Vec<Vec<Cell>> =
            digests.iter().map(|digest| vec![self.id(), Cell::Bytes(digest)]).collect();
        let sql = "select record_id from row_digests where programme = $1 and digest = $2";
        one_of_each(self.tx, sql, &sets, |_, row| parsed(row.text(0)?))
    }

    /// The unit of this kind to which the partner gave this id.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn find_unit(
        &self,
        kind: &str,
        partner: &PartnerCode,
        own_id: &str,
        keys: &ProgrammeKeys,
    ) -> Result<Option<UnitId>, StoreError> {
        Ok(self.find_units(kind, partner, &[own_id], keys)?.pop().flatten())
    }

    fn find_units(
        &self,
        kind: &str,
        partner: &PartnerCode,
        own_ids: &[&str],
        keys: &ProgrammeKeys,
    ) -> Result<Vec<Option<UnitId>>, StoreError> {
        let digests = own_ids.iter().map(|own_id| unit_digest(kind, partner, own_id, keys));
        let digests: Vec<[u8; 32]> = digests.collect();
        let sets: Vec<Vec<Cell>> =
            digests.iter().map(|digest| vec![self.id(), Cell::Bytes(digest)]).collect();
        let sql = "select unit_id from units where programme = $1 and digest = $2";
        one_of_each(self.tx, sql, &sets, |_, row| parsed(row.text(0)?))
    }
}

impl WriteTx<'_> {
    /// The units of this kind that are known by these ids of the partner, with their keys at hand for what is written next.
    ///
    /// # Errors
    /// When the database can't be read, or a key does not open.
    pub fn known_units(
        &mut self,
        kind: &str,
        partner: &PartnerCode,
        own_ids: &[&str],
    ) -> Result<BTreeMap<String, UnitId>, StoreError> {
        let found = self.find_units(kind, partner, own_ids, self.keys)?;
        let known: BTreeMap<String, UnitId> = own_ids
            .iter()
            .zip(found)
            .filter_map(|(own_id, unit)| Some(((*own_id).to_owned(), unit?)))
            .collect();
        let holders: Vec<Holder> = known.values().copied().map(Holder::Unit).collect();
        self.take_holder_keys(&holders)?;
        Ok(known)
    }

    /// Remembers which record a row became.
    ///
    /// # Errors
    /// When a row with this key is remembered already.
    pub fn remember_row(
        &mut self,
        register: &RegisterName,
        partner: &PartnerCode,
        key: &[String],
        record: RecordId,
    ) -> Result<(), StoreError> {
        let digest = row_digest(register, partner, key, self.keys);
        self.tx.send(
            "insert into row_digests (programme, digest, record_id) values ($1, $2, $3)",
            &[self.id(), Cell::Bytes(&digest), Cell::Text(&record.to_string())],
            None,
        )?;
        Ok(())
    }

    /// Remembers a new unit by the id that the partner gave it; the id itself is sealed under the unit's key.
    ///
    /// # Errors
    /// When a unit of this kind with this id is remembered already.
    pub fn remember_unit(
        &mut self,
        kind: &str,
        partner: &PartnerCode,
        own_id: &str,
        unit: UnitId,
    ) -> Result<(), StoreError> {
        let digest = unit_digest(kind, partner, own_id, self.keys);
        let key = self.new_holder_key(Holder::Unit(unit))?;
        let unit = unit.to_string();
        let place = self.place("units", &unit, "own_id", 1);
        let sealed = seal(&key.key, &place, own_id.as_bytes(), self.entropy);
        self.tx.send(
            "insert into units (programme, digest, unit_id, partner, own_id_sealed) values ($1, $2, $3, $4, $5)",
            &[
                self.id(),
                Cell::Bytes(&digest),
                Cell::Text(&unit),
                Cell::Text(partner.as_str()),
                Cell::Bytes(&sealed),
            ], None)?;
        Ok(())
    }
}

fn row_digest(
    register: &RegisterName,
    partner: &PartnerCode,
    key: &[String],
    keys: &ProgrammeKeys,
) -> [u8; 32] {
    let mut parts =
        vec![b"hatua row 1".as_slice(), register.as_str().as_bytes(), partner.as_str().as_bytes()];
    parts.extend(key.iter().map(String::as_bytes));
    blind_digest(keys.index_key(), &parts)
}

fn unit_digest(kind: &str, partner: &PartnerCode, own_id: &str, keys: &ProgrammeKeys) -> [u8; 32] {
    let parts = [b"hatua unit 1".as_slice(), kind.as_bytes(), partner.as_str().as_bytes(), own_id.as_bytes()];
    blind_digest(keys.index_key(), &parts)
}
