//! Records as people look for them: page by page, each with its history, found by document or by the partner's own id of who
//! or what it is about; and acts on records that somebody has chosen from what was shown.

use std::collections::BTreeMap;

use hatua_core::access::Scope;
use hatua_core::id::{ColumnName, RecordId, RegisterName, UserId};
use hatua_core::ledger::{Act, Entry};
use hatua_core::record::{FieldRecord, RecordState, Status, Value};
use hatua_core::verify::{give_back, withdraw};
use hatua_store::{ReadTx, RecordFilter};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::check::{Overtaking, SeenRecord};
use crate::error::AppError;
use crate::folder::Acts;
use crate::permit::{Permit, ReadRecords, VerifyRecords, WithdrawRecords};
use crate::verify::append_all;

/// A record with its version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedRecord {
    /// The record.
    pub state: RecordState,
    /// The index of the last entry that says something of it.
    pub version: u64,
}

/// A column that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnChange {
    /// The column.
    pub column: ColumnName,
    /// What it held; absent where it was empty.
    pub before: Option<Value>,
    /// What it holds since; absent where it is empty.
    pub after: Option<Value>,
}

/// What happened to a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Happened {
    /// It was read from a file.
    Imported,
    /// It was sent again with other values.
    Changed {
        /// The open columns that changed.
        columns: Vec<ColumnChange>,
        /// Whether what identifies a person changed.
        personal: bool,
    },
    /// Somebody compared it with its source.
    Verified,
    /// It was sent back.
    Returned {
        /// Why.
        reason: String,
        /// The day by which the partner should have answered.
        due: Option<Date>,
    },
    /// It was withdrawn, and why.
    Withdrawn(String),
}

/// One step of a record's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// When.
    pub at: Timestamp,
    /// The name of who did it; absent for the machine's operator and for users who were erased.
    pub by: Option<String>,
    /// What.
    pub what: Happened,
}

/// A record with its history, the first step first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordHistory {
    /// The record as it is now.
    pub record: ListedRecord,
    /// What happened to it.
    pub steps: Vec<Step>,
}

/// What became of an act on chosen records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Acted {
    /// It was done to so many.
    Done(u64),
    /// Somebody changed one of them first; nothing was done.
    Overtaken(Overtaking),
}

impl Acts {
    /// A page of the records that the filter and the permit let through.
    ///
    /// # Errors
    /// When the store fails.
    pub fn record_page(
        &self,
        permit: &Permit<ReadRecords>,
        filter: &RecordFilter,
    ) -> Result<Vec<ListedRecord>, AppError> {
        self.read(|tx| {
            let mut states = Vec::new();
            tx.records(permit.scope(), filter, &mut |state| {
                states.push(state);
                Ok::<(), AppError>(())
            })?;
            states.into_iter().map(|state| listed(tx, state)).collect()
        })
    }

    /// How many records the filter and the permit let through, by their state.
    ///
    /// # Errors
    /// When the store fails.
    pub fn count_records(
        &self,
        permit: &Permit<ReadRecords>,
        filter: &RecordFilter,
    ) -> Result<BTreeMap<Status, u64>, AppError> {
        self.read(|tx| Ok(tx.count_records(permit.scope(), filter)?))
    }

    /// The records of a register about the unit that a partner of the scope knows by this id of its own.
    ///
    /// # Errors
    /// When the store fails.
    pub fn records_of_own_id(
        &self,
        permit: &Permit<ReadRecords>,
        register: &RegisterName,
        own_id: &str,
    ) -> Result<Vec<ListedRecord>, AppError> {
        let (kind, keys) = (&self.register(register)?.unit, self.keys()?);
        self.read(|tx| {
            let mut found = Vec::new();
            for partner in self.package().reporting_partners() {
                let Some(unit) = tx.find_unit(kind, &partner.code, own_id, keys)? else { continue };
                for state in tx.records_of_unit(unit, permit.scope())? {
                    if state.record.register == *register {
                        found.push(listed(tx, state)?);
                    }
                }
            }
            Ok(found)
        })
    }

    /// A record with its history.
    ///
    /// # Errors
    /// When there is none with this id within the scope.
    pub fn record_history(
        &self,
        permit: &Permit<ReadRecords>,
        record: RecordId,
    ) -> Result<RecordHistory, AppError> {
        self.read(|tx| {
            let state = tx.record(record, permit.scope())?.ok_or(AppError::NoRecord(record))?;
            let mut before = None;
            let mut steps = Vec::new();
            for entry in tx.record_entries(record, permit.scope())? {
                steps.extend(self.step(tx, entry, &mut before)?);
            }
            Ok(RecordHistory { record: listed(tx, state)?, steps })
        })
    }

    fn step(
        &self,
        tx: &ReadTx,
        entry: Entry,
        before: &mut Option<FieldRecord>,
    ) -> Result<Option<Step>, AppError> {
        let what = match entry.act {
            Act::RecordImported(record) => {
                *before = Some(record);
                Happened::Imported
            }
            Act::RecordChanged(record) => {
                let what = before.as_ref().map_or(Happened::Imported, |before| changes(before, &record));
                *before = Some(record);
                what
            }
            Act::RecordVerified { .. } => Happened::Verified,
            Act::RecordReturned { reason, due, .. } => Happened::Returned { reason, due },
            Act::RecordWithdrawn { reason, .. } => Happened::Withdrawn(reason),
            _ => return Ok(None),
        };
        let by = tx.user(entry.actor, self.keys()?)?.map(|user| user.name);
        Ok(Some(Step { at: entry.at, by, what }))
    }

    /// Verifies records as they were seen.
    ///
    /// # Errors
    /// When one is not there for this user, is not fit, or was entered by the same user: then none is verified.
    pub fn verify_seen(
        &self,
        permit: &Permit<VerifyRecords>,
        seen: &[SeenRecord],
    ) -> Result<Acted, AppError> {
        self.on_seen((permit.user(), permit.scope()), seen, |tx, states, today| {
            self.with_facts(tx, |facts| self.acceptances(facts, states, permit.user(), today))
        })
    }

    /// Sends records back as they were seen.
    ///
    /// # Errors
    /// When one is not there for this user, is not fit, the reason is missing, or the day has passed: then none is returned.
    pub fn return_seen(
        &self,
        permit: &Permit<VerifyRecords>,
        seen: &[SeenRecord],
        (reason, due): (&str, Option<Date>),
    ) -> Result<Acted, AppError> {
        self.on_seen((permit.user(), permit.scope()), seen, |_, states, today| {
            states.iter().map(|state| Ok(give_back(state, reason, due, today)?)).collect()
        })
    }

    /// Withdraws records as they were seen.
    ///
    /// # Errors
    /// When one is not there for this user, is not fit, or the reason is missing: then none is withdrawn.
    pub fn withdraw_seen(
        &self,
        permit: &Permit<WithdrawRecords>,
        seen: &[SeenRecord],
        reason: &str,
    ) -> Result<Acted, AppError> {
        self.on_seen((permit.user(), permit.scope()), seen, |_, states, _| {
            states.iter().map(|state| Ok(withdraw(state, reason)?)).collect()
        })
    }

    fn on_seen(
        &self,
        (user, scope): (UserId, &Scope),
        seen: &[SeenRecord],
        acts: impl FnOnce(&ReadTx, &[RecordState], Date) -> Result<Vec<Act>, AppError>,
    ) -> Result<Acted, AppError> {
        self.write(|tx, moment| {
            let states = seen
                .iter()
                .map(|seen| tx.record(seen.record, scope)?.ok_or(AppError::NoRecord(seen.record)))
                .collect::<Result<Vec<_>, _>>()?;
            if let Some(overtaking) = self.overtaking(tx, seen, user)? {
                return Ok(Acted::Overtaken(overtaking));
            }
            let acts = acts(tx, &states, moment.today())?;
            append_all(tx, moment.at, user, acts)?;
            Ok(Acted::Done(states.len() as u64))
        })
    }
}

fn listed(tx: &ReadTx, state: RecordState) -> Result<ListedRecord, AppError> {
    let record = state.record.record;
    let version = tx.record_version(record)?.ok_or(AppError::NoRecord(record))?;
    Ok(ListedRecord { state, version })
}

/// What a change changed, column by column.
fn changes(before: &FieldRecord, after: &FieldRecord) -> Happened {
    let mut columns: BTreeMap<&ColumnName, ColumnChange> = BTreeMap::new();
    for column in before.values.keys().chain(after.values.keys()) {
        let (was, is) = (before.value(column), after.value(column));
        if was != is {
            let change = ColumnChange { column: column.clone(), before: was.cloned(), after: is.cloned() };
            columns.insert(column, change);
        }
    }
    Happened::Changed {
        columns: columns.into_values().collect(),
        personal: before.vault_hash != after.vault_hash,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use hatua_core::id::{DocumentId, FileId, PartnerCode, UnitId};
    use hatua_core::record::{RowPlace, Values};
    use uuid::Uuid;

    fn record(values: &[(&str, i64)], vault_hash: Option<&str>) -> FieldRecord {
        FieldRecord {
            record: RecordId(Uuid::nil()),
            unit: UnitId(Uuid::nil()),
            register: RegisterName::new("meals").unwrap(),
            partner: PartnerCode::new("A").unwrap(),
            document: DocumentId::new("LIST-1").unwrap(),
            place: RowPlace { file: FileId(Uuid::nil()), sheet: None, row: 2 },
            values: values
                .iter()
                .map(|(name, number)| (ColumnName::new(*name).unwrap(), Value::Integer(*number)))
                .collect::<Values>(),
            vault_hash: vault_hash.map(str::to_owned),
        }
    }

    #[test]
    fn a_change_names_the_columns_that_changed_and_of_personal_ones_only_that_they_did() {
        let before = record(&[("age", 9), ("days", 2), ("same", 1)], Some("a"));
        let after = record(&[("age", 10), ("meals", 3), ("same", 1)], Some("b"));
        let Happened::Changed { columns, personal } = changes(&before, &after) else { panic!() };
        let told: Vec<_> = columns
            .iter()
            .map(|change| (change.column.as_str(), change.before.clone(), change.after.clone()))
            .collect();
        let number = |number| Some(Value::Integer(number));
        let expected =
            vec![("age", number(9), number(10)), ("days", number(2), None), ("meals", None, number(3))];
        assert_eq!((told, personal), (expected, true));
        assert_eq!(changes(&before, &before), Happened::Changed { columns: vec![], personal: false });
    }
}
