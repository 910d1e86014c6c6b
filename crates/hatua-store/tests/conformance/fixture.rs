//! A small programme for the suite: keys and ids from a fixed seed, and short ways to write what a test is about.

use hatua_core::access::Scope;
use hatua_core::id::{
    ColumnName, DocumentId, FileId, PartnerCode, ProgrammeId, RecordId, RegisterName, UnitId, UserId,
};
use hatua_core::ledger::{Act, Entry};
use hatua_core::record::{FieldRecord, RowPlace, Value, Values};
use hatua_store::driver::Driver;
use hatua_store::{Entropy, ProgrammeKeys, Store, StoreError, WriteTx};
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// Random bytes that are the same in every run.
pub struct Seeded(pub u64);

impl Entropy for Seeded {
    fn fill(&mut self, bytes: &mut [u8]) {
        for block in bytes.chunks_mut(32) {
            self.0 += 1;
            block.copy_from_slice(&Sha256::digest(self.0.to_be_bytes())[..block.len()]);
        }
    }
}

pub struct Fixture {
    pub store: Store,
    pub programme: ProgrammeId,
    pub keys: ProgrammeKeys,
    pub entropy: Seeded,
}

impl Fixture {
    pub fn over(driver: Box<dyn Driver>) -> Self {
        Self::begun(Store::over(driver).unwrap())
    }

    /// A store with one programme in it.
    pub fn begun(store: Store) -> Self {
        let programme = ProgrammeId::new("water").unwrap();
        let mut entropy = Seeded(0);
        let keys = ProgrammeKeys::new("example.org/water", &mut entropy).unwrap();
        store.add_programme(&programme, &keys).unwrap();
        Self { store, programme, keys, entropy }
    }

    pub fn write<T>(
        &mut self,
        work: impl FnOnce(&mut WriteTx) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.store.write(&self.programme, &self.keys, &mut self.entropy, work)
    }

    pub fn read<T>(
        &self,
        work: impl FnOnce(&hatua_store::ReadTx) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.store.read(&self.programme, work)
    }

    pub fn whole(&self) -> Scope {
        Scope::whole(self.programme.clone())
    }

    /// The findings of a full check, as lines `entry 4: problem`.
    pub fn findings(&self, since: Option<&str>) -> Vec<String> {
        let report = self.read(|tx| tx.verify(Some(&self.keys), since)).unwrap();
        for found in &report.findings {
            crate::documents::assert_is_on_page(
                crate::documents::LEDGER_PAGE,
                &format!("| `{}` |", found.what.code()),
            );
        }
        report.findings.iter().map(ToString::to_string).collect()
    }

    /// Entries, each in an act of its own or all in one.
    pub fn import(&mut self, records: &[FieldRecord]) {
        self.write(|tx| {
            for record in records {
                tx.append(at(7), user(1), Act::RecordImported(record.clone()))?;
            }
            Ok(())
        })
        .unwrap();
    }

    /// Puts a person's record into vault and ledger.
    pub fn import_person(&mut self, number: u128, name: &str) -> FieldRecord {
        self.write(|tx| add_person(tx, number, name)).unwrap()
    }

    pub fn entries(&self) -> Vec<Entry> {
        self.read(|tx| {
            let mut entries = Vec::new();
            tx.each_entry(0, u64::MAX, &mut |entry| {
                entries.push(entry);
                Ok::<_, StoreError>(())
            })?;
            Ok(entries)
        })
        .unwrap()
    }
}

/// The record, unit and vault part of one person, all numbered alike.
pub fn add_person(tx: &mut WriteTx, number: u128, name: &str) -> Result<FieldRecord, StoreError> {
    let mut record = record(number);
    tx.remember_unit("person", &record.partner, &format!("ID-{name}"), record.unit)?;
    tx.remember_row(&record.register, &record.partner, &[format!("key of {name}")], record.record)?;
    record.vault_hash = Some(tx.put_personal(record.unit, record.record, &named(name))?);
    tx.append(at(7), user(1), Act::RecordImported(record.clone()))?;
    Ok(record)
}

/// A record of partner A in KE, without a personal part.
pub fn record(number: u128) -> FieldRecord {
    FieldRecord {
        record: RecordId(Uuid::from_u128(number)),
        unit: UnitId(Uuid::from_u128(1_000_000 + number)),
        register: RegisterName::new("attendance").unwrap(),
        partner: partner("A"),
        document: DocumentId::new("list 7").unwrap(),
        place: RowPlace { file: file(1), sheet: None, row: 2 },
        values: Values::from([(column("country"), Value::Text("KE".into()))]),
        vault_hash: None,
    }
}

pub fn record_of(number: u128, code: &str, country: Option<&str>) -> FieldRecord {
    let values =
        country.map(|country| (column("country"), Value::Text(country.into()))).into_iter().collect();
    FieldRecord { partner: partner(code), values, ..record(number) }
}

pub fn named(name: &str) -> Values {
    Values::from([
        (column("name"), Value::Text(name.into())),
        (column("born_on"), Value::Date(jiff::civil::date(1990, 2, 28))),
    ])
}

pub fn partner(code: &str) -> PartnerCode {
    PartnerCode::new(code).unwrap()
}

pub fn column(name: &str) -> ColumnName {
    ColumnName::new(name).unwrap()
}

pub fn user(number: u128) -> UserId {
    UserId(Uuid::from_u128(number))
}

pub fn file(number: u128) -> FileId {
    FileId(Uuid::from_u128(number))
}

pub fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_500_000_000 + second).unwrap()
}

pub fn withdrawn(number: u128, reason: &str) -> Act {
    Act::RecordWithdrawn { record: record(number).record, reason: reason.into() }
}
