//! The vault: what identifies a person, sealed under the person's own key, which the programme's vault key wraps.
//! Destroying that one key erases the person; the salted hashes in the ledger stay and no longer mean anything.

use std::fmt;
use std::rc::Rc;

use hatua_core::access::Scope;
use hatua_core::id::{FileId, PartnerCode, RecordId, UnitId, UserId};
use hatua_core::record::{Value, Values};
use zeroize::{Zeroize, Zeroizing};

use crate::driver::{Cell, all, one, one_of_each, parsed};
use crate::error::StoreError;
use crate::keyring::ProgrammeKeys;
use crate::seal::{Secret, open, salted_hash, seal};
use crate::transaction::{ReadTx, WriteTx};

/// The largest whole number that JSON's readers keep exact.
const EXACT_MAX: u64 = (1 << 53) - 1;

/// Whose key it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Holder {
    Unit(UnitId),
    File(FileId),
    User(UserId),
}

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.kind(), self.id())
    }
}

impl Holder {
    fn kind(self) -> &'static str {
        match self {
            Self::Unit(_) => "unit",
            Self::File(_) => "file",
            Self::User(_) => "user",
        }
    }

    fn id(self) -> String {
        match self {
            Self::Unit(unit) => unit.to_string(),
            Self::File(file) => file.to_string(),
            Self::User(user) => user.to_string(),
        }
    }
}

/// A holder's key, and the salt of its hashes: both die together.
pub(crate) struct HolderKey {
    pub(crate) key: Secret,
    pub(crate) salt: Secret,
}

/// What there is of a holder who once had a key.
enum FoundKey {
    Whole(HolderKey),
    Destroyed,
}

/// The newest personal part of a record.
struct Part {
    version: i64,
    unit: UnitId,
    hash: String,
}

impl ReadTx<'_> {
    /// The personal columns of a record as they are now; nothing where it has none, or lies outside the scope.
    ///
    /// # Errors
    /// [`StoreError::Erased`] when the person was erased; or when a value does not open.
    pub fn personal(
        &self,
        record: RecordId,
        scope: &Scope,
        keys: &ProgrammeKeys,
    ) -> Result<Option<Values>, StoreError> {
        if self.record(record, scope)?.is_none() {
            return Ok(None);
        }
        let Some(part) = self.newest_part(record)? else { return Ok(None) };
        let key = self.holder_key(Holder::Unit(part.unit), keys)?;
        self.opened_values(record, part.version, &key).map(Some)
    }

    /// Whether the personal columns of a record are these. A record without a personal part equals no columns.
    ///
    /// # Errors
    /// [`StoreError::Erased`] when the person was erased.
    pub fn personal_equals(
        &self,
        record: RecordId,
        values: &Values,
        keys: &ProgrammeKeys,
    ) -> Result<bool, StoreError> {
        let Some(part) = self.newest_part(record)? else { return Ok(values.is_empty()) };
        let key = self.holder_key(Holder::Unit(part.unit), keys)?;
        Ok(personal_hash(record, values, &key)? == part.hash)
    }

    /// The partner of a unit and the partner's own id for it; nothing where the unit has none, or lies outside the scope.
    ///
    /// # Errors
    /// [`StoreError::Erased`] when the person was erased.
    pub fn own_id_of(
        &self,
        unit: UnitId,
        scope: &Scope,
        keys: &ProgrammeKeys,
    ) -> Result<Option<(PartnerCode, String)>, StoreError> {
        let sql = "select partner, own_id_sealed from units where programme = $1 and unit_id = $2";
        let found = one(self.tx, sql, &[self.id(), Cell::Text(&unit.to_string())], |row| {
            let sealed = if row.cell(1)? == Cell::Null { None } else { Some(row.bytes(1)?.to_vec()) };
            Ok((parsed::<PartnerCode>(row.text(0)?)?, sealed))
        })?;
        let Some((partner, sealed)) = found else { return Ok(None) };
        if !self.is_unit_in_scope(unit, &partner, scope)? {
            return Ok(None);
        }
        let key = self.holder_key(Holder::Unit(unit), keys)?;
        let sealed =
            sealed.ok_or_else(|| StoreError::damaged(format!("unit {unit} has a key but no own id")))?;
        let place = self.place("units", &unit.to_string(), "own_id", 1);
        let opened = open(&key.key, &place, &sealed).ok_or(StoreError::DoesNotOpen { what: place })?;
        let own_id =
            String::from_utf8(opened.to_vec()).map_err(|_| StoreError::damaged("own id is not a text"))?;
        Ok(Some((partner, own_id)))
    }

    /// A unit is seen where its partner is, and, in a scope of some countries, where a record of it lies in one of them.
    fn is_unit_in_scope(
        &self,
        unit: UnitId,
        partner: &PartnerCode,
        scope: &Scope,
    ) -> Result<bool, StoreError> {
        if scope.countries.is_none() {
            return Ok(self.is_in_scope(scope, partner, None));
        }
        let sql = "select country from records where programme = $1 and unit_id = $2";
        let values = [self.id(), Cell::Text(&unit.to_string())];
        let countries = all(self.tx, sql, &values, |row| Ok(row.optional_text(0)?.map(str::to_owned)))?;
        Ok(countries.iter().any(|country| self.is_in_scope(scope, partner, country.as_deref())))
    }

    fn newest_part(&self, record: RecordId) -> Result<Option<Part>, StoreError> {
        let sql = "select version, unit_id, salted_hash from vault_parts
                   where programme = $1 and record_id = $2 order by version desc limit 1";
        one(self.tx, sql, &[self.id(), Cell::Text(&record.to_string())], |row| {
            Ok(Part { version: row.integer(0)?, unit: parsed(row.text(1)?)?, hash: row.text(2)?.to_owned() })
        })
    }

    pub(crate) fn opened_values(
        &self,
        record: RecordId,
        version: i64,
        key: &HolderKey,
    ) -> Result<Values, StoreError> {
        let sql =
            "select field, sealed from vault_values where programme = $1 and record_id = $2 and version = $3";
        let values = [self.id(), Cell::Text(&record.to_string()), Cell::Integer(version)];
        let sealed = all(self.tx, sql, &values, |row| Ok((row.text(0)?.to_owned(), row.bytes(1)?.to_vec())))?;
        let open_one = |(field, sealed): (String, Vec<u8>)| {
            let place = self.place("vault_values", &record.to_string(), &field, version);
            let opened = open(&key.key, &place, &sealed).ok_or(StoreError::DoesNotOpen { what: place })?;
            let value: Value = serde_json::from_slice(&opened).map_err(|_| {
                StoreError::damaged(format!("column `{field}` of record {record} is not a value"))
            })?;
            Ok((parsed(&field)?, value))
        };
        sealed.into_iter().map(open_one).collect()
    }

    /// Where a sealed value belongs: it opens nowhere else.
    pub(crate) fn place(&self, table: &str, id: &str, field: &str, version: i64) -> String {
        format!("{table}|{}|{id}|{field}|{version}", self.programme)
    }

    /// The key of a holder that must have one.
    pub(crate) fn holder_key(&self, holder: Holder, keys: &ProgrammeKeys) -> Result<HolderKey, StoreError> {
        self.find_holder_key(holder, keys)?
            .ok_or_else(|| StoreError::damaged(format!("vault has no key of {holder}")))
    }

    fn find_holder_key(&self, holder: Holder, keys: &ProgrammeKeys) -> Result<Option<HolderKey>, StoreError> {
        match self.find_holder_keys(&[holder], keys)?.pop().flatten() {
            Some(FoundKey::Whole(key)) => Ok(Some(key)),
            Some(FoundKey::Destroyed) => Err(StoreError::Erased { holder: holder.to_string() }),
            None => Ok(None),
        }
    }

    fn find_holder_keys(
        &self,
        holders: &[Holder],
        keys: &ProgrammeKeys,
    ) -> Result<Vec<Option<FoundKey>>, StoreError> {
        let ids: Vec<String> = holders.iter().map(|holder| holder.id()).collect();
        let mut sets: Vec<Vec<Cell>> = Vec::with_capacity(holders.len());
        for (holder, id) in holders.iter().zip(&ids) {
            sets.push(vec![self.id(), Cell::Text(holder.kind()), Cell::Text(id)]);
        }
        let sql =
            "select wrapped from vault_keys where programme = $1 and holder_kind = $2 and holder_id = $3";
        one_of_each(self.tx, sql, &sets, |place, row| {
            if row.cell(0)? == Cell::Null {
                return Ok(FoundKey::Destroyed);
            }
            self.unwrapped(holders[place], row.bytes(0)?, keys).map(FoundKey::Whole)
        })
    }

    fn unwrapped(
        &self,
        holder: Holder,
        wrapped: &[u8],
        keys: &ProgrammeKeys,
    ) -> Result<HolderKey, StoreError> {
        let place = self.place("vault_keys", &holder.id(), holder.kind(), 1);
        let opened =
            open(keys.vault_key(), &place, wrapped).ok_or(StoreError::DoesNotOpen { what: place })?;
        let halves = opened.split_first_chunk::<32>().zip(opened.last_chunk::<32>());
        let ((key, _), salt) =
            halves.ok_or_else(|| StoreError::damaged(format!("key of {holder} is too short")))?;
        Ok(HolderKey { key: Secret(*key), salt: Secret(*salt) })
    }

    /// Checks the vault's part of an entry against the hash that the entry holds.
    pub(crate) fn check_part(
        &self,
        record: RecordId,
        hash: &str,
        keys: &ProgrammeKeys,
    ) -> Result<bool, StoreError> {
        let sql = "select version, unit_id from vault_parts
                   where programme = $1 and record_id = $2 and salted_hash = $3 order by version limit 1";
        let values = [self.id(), Cell::Text(&record.to_string()), Cell::Text(hash)];
        let found = one(self.tx, sql, &values, |row| Ok((row.integer(0)?, parsed(row.text(1)?)?)))?;
        let Some((version, unit)) = found else { return Ok(false) };
        let key = self.holder_key(Holder::Unit(unit), keys)?;
        let values = self.opened_values(record, version, &key)?;
        Ok(personal_hash(record, &values, &key)? == hash)
    }
}

impl WriteTx<'_> {
    /// Says that a record is made in this act: nothing personal of it can be there, so nothing is looked for.
    pub fn expect_new_record(&mut self, record: RecordId) {
        self.new_records.insert(record);
    }

    /// Puts the personal columns of a record into the vault under the unit's key, beside older versions of them, and
    /// gives the salted hash for the entry.
    ///
    /// # Errors
    /// [`StoreError::Erased`] when the person was erased; [`StoreError::InexactNumber`] for a number that JSON would round.
    pub fn put_personal(
        &mut self,
        unit: UnitId,
        record: RecordId,
        values: &Values,
    ) -> Result<String, StoreError> {
        let key = self.make_holder_key(Holder::Unit(unit))?;
        let hash = personal_hash(record, values, &key)?;
        let version = if self.new_records.remove(&record) {
            1
        } else {
            self.newest_part(record)?.map_or(1, |part| part.version + 1)
        };
        let record_id = record.to_string();
        self.tx.send(
            "insert into vault_parts (programme, record_id, version, unit_id, salted_hash) values ($1, $2, $3, $4, $5)",
            &[
                self.id(),
                Cell::Text(&record_id),
                Cell::Integer(version),
                Cell::Text(&unit.to_string()),
                Cell::Text(&hash),
            ], None)?;
        for (field, value) in values {
            let plain = Zeroizing::new(serde_json::to_vec(value).expect("a value is JSON"));
            let place = self.place("vault_values", &record_id, field.as_str(), version);
            let sealed = seal(&key.key, &place, &plain, self.entropy);
            self.tx.send(
                "insert into vault_values (programme, record_id, version, field, sealed) values ($1, $2, $3, $4, $5)",
                &[
                    self.id(),
                    Cell::Text(&record_id),
                    Cell::Integer(version),
                    Cell::Text(field.as_str()),
                    Cell::Bytes(&sealed),
                ], None)?;
        }
        Ok(hash)
    }

    /// Erases a person: destroys the key and redacts what it sealed. The entries stay, and with them the counts.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn erase_unit(&mut self, unit: UnitId) -> Result<(), StoreError> {
        self.destroy_key(Holder::Unit(unit))?;
        let unit = unit.to_string();
        self.tx.send(
            "delete from vault_values where programme = $1 and record_id in
                 (select record_id from vault_parts where programme = $1 and unit_id = $2)",
            &[self.id(), Cell::Text(&unit)],
            None,
        )?;
        self.tx.send(
            "update units set own_id_sealed = null where programme = $1 and unit_id = $2",
            &[self.id(), Cell::Text(&unit)],
            None,
        )?;
        Ok(())
    }

    /// Erases a user's e-mail and name; the ledger keeps the id.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn erase_user(&mut self, user: UserId) -> Result<(), StoreError> {
        self.destroy_key(Holder::User(user))?;
        let values = [self.id(), Cell::Text(&user.to_string())];
        self.tx.send("delete from users where programme = $1 and user_id = $2", &values, None)?;
        Ok(())
    }

    /// The key of a holder, drawn where it has none yet.
    pub(crate) fn make_holder_key(&mut self, holder: Holder) -> Result<Rc<HolderKey>, StoreError> {
        if !self.holder_keys.contains_key(&holder)
            && let Some(key) = self.find_holder_key(holder, self.keys)?
        {
            self.holder_keys.insert(holder, Rc::new(key));
        }
        self.new_holder_key(holder)
    }

    /// Has these holders' keys at hand, where they have one.
    pub(crate) fn take_holder_keys(&mut self, holders: &[Holder]) -> Result<(), StoreError> {
        for (holder, found) in holders.iter().zip(self.find_holder_keys(holders, self.keys)?) {
            if let Some(FoundKey::Whole(key)) = found {
                self.holder_keys.insert(*holder, Rc::new(key));
            }
        }
        Ok(())
    }

    /// The key at hand, or a new one of a holder who is known to have none.
    pub(crate) fn new_holder_key(&mut self, holder: Holder) -> Result<Rc<HolderKey>, StoreError> {
        if let Some(key) = self.holder_keys.get(&holder) {
            return Ok(Rc::clone(key));
        }
        let made = HolderKey { key: Secret::draw(self.entropy), salt: Secret::draw(self.entropy) };
        let mut both = [made.key.0, made.salt.0].concat();
        let place = self.place("vault_keys", &holder.id(), holder.kind(), 1);
        let wrapped = seal(self.keys.vault_key(), &place, &both, self.entropy);
        both.zeroize();
        self.tx.send(
            "insert into vault_keys (programme, holder_kind, holder_id, wrapped) values ($1, $2, $3, $4)",
            &[self.id(), Cell::Text(holder.kind()), Cell::Text(&holder.id()), Cell::Bytes(&wrapped)],
            None,
        )?;
        let made = Rc::new(made);
        self.holder_keys.insert(holder, Rc::clone(&made));
        Ok(made)
    }

    /// Leaves the holder's row without a key, so that none is ever made again.
    pub(crate) fn destroy_key(&mut self, holder: Holder) -> Result<(), StoreError> {
        self.tx.send(
            "insert into vault_keys (programme, holder_kind, holder_id, wrapped) values ($1, $2, $3, null)
             on conflict (programme, holder_kind, holder_id) do update set wrapped = null",
            &[self.id(), Cell::Text(holder.kind()), Cell::Text(&holder.id())],
            None,
        )?;
        self.holder_keys.remove(&holder);
        self.has_erased = true;
        Ok(())
    }
}

/// SHA-256 of the salt and the canonical JSON of record and columns.
fn personal_hash(record: RecordId, values: &Values, key: &HolderKey) -> Result<String, StoreError> {
    for (column, value) in values {
        if let Value::Integer(number) = value
            && number.unsigned_abs() > EXACT_MAX
        {
            return Err(StoreError::InexactNumber { column: column.to_string(), number: *number });
        }
    }
    let json = serde_json::json!({ "record": record, "values": values });
    let bytes =
        Zeroizing::new(serde_json_canonicalizer::to_vec(&json).expect("exact numbers and texts are JSON"));
    Ok(salted_hash(&key.salt, &bytes))
}
