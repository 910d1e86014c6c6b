//! Records with what has happened to them, found in the views and read from their entries; what lies outside the
//! caller's scope is not found.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use hatua_core::access::Scope;
use hatua_core::id::{DocumentId, PartnerCode, RecordId, RegisterName, UnitId};
use hatua_core::ledger::{Act, Entry};
use hatua_core::record::{RecordState, Status};

use crate::driver::{Cell, Row, all, one, parsed, signed, unsigned};
use crate::error::StoreError;
use crate::ledger::read_entry;
use crate::transaction::ReadTx;

const WRITABLE: &str = "a text takes what is written";

/// Which records a list holds; an absent field does not choose.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RecordFilter {
    /// Of this register.
    pub register: Option<RegisterName>,
    /// In this state.
    pub status: Option<Status>,
    /// From this source document.
    pub document: Option<DocumentId>,
    /// Of this partner.
    pub partner: Option<PartnerCode>,
    /// Of this country.
    pub country: Option<String>,
    /// The newest first.
    pub newest_first: bool,
    /// Beyond this record in the order of the list: the next page of a list that ended with it.
    pub after: Option<RecordId>,
    /// No more than so many.
    pub limit: Option<u32>,
}

/// A record as the views and its entry give it.
struct Found {
    imported_sequence: u64,
    partner: PartnerCode,
    country: Option<String>,
    fact_sequence: u64,
    bytes: Vec<u8>,
    status: Status,
    verified_by: Option<String>,
    reason: Option<String>,
    due: Option<String>,
}

impl ReadTx<'_> {
    /// One record; nothing where there is none, or it lies outside the scope.
    ///
    /// # Errors
    /// When what is stored is damaged.
    pub fn record(&self, record: RecordId, scope: &Scope) -> Result<Option<RecordState>, StoreError> {
        let sql = include_str!("../queries/find_record.sql");
        let found = one(self.tx, sql, &[self.id(), Cell::Text(&record.to_string())], found_record)?;
        found.filter(|found| self.is_found_in(scope, found)).map(Found::into_state).transpose()
    }

    /// The records of the scope that the filter chooses, in the order in which they were imported.
    ///
    /// # Errors
    /// What `each` said; or when what is stored is damaged.
    pub fn records<E: From<StoreError>>(
        &self,
        scope: &Scope,
        filter: &RecordFilter,
        each: &mut dyn FnMut(RecordState) -> Result<(), E>,
    ) -> Result<(), E> {
        let Some(mut after) = self.list_start(filter)? else { return Ok(()) };
        let mut remaining = filter.limit.unwrap_or(u32::MAX);
        while remaining > 0 {
            let mut values = vec![self.id(), Cell::Integer(after)];
            let sql = list_sql(filter, &mut values);
            let page = all(self.tx, &sql, &values, found_record)?;
            let Some(last) = page.last() else { return Ok(()) };
            after = signed(last.imported_sequence);
            let in_scope = page.into_iter().filter(|found| self.is_found_in(scope, found));
            for found in in_scope.take(remaining.try_into().unwrap_or(usize::MAX)) {
                each(found.into_state()?)?;
                remaining -= 1;
            }
        }
        Ok(())
    }

    /// The place after which a list begins; nothing where it should begin after a record that is not there.
    fn list_start(&self, filter: &RecordFilter) -> Result<Option<i64>, StoreError> {
        let Some(record) = filter.after else {
            return Ok(Some(if filter.newest_first { i64::MAX } else { -1 }));
        };
        let sql = "select imported_sequence from records where programme = $1 and record_id = $2";
        one(self.tx, sql, &[self.id(), Cell::Text(&record.to_string())], |row| row.integer(0))
    }

    /// How many records of the scope the filter chooses, by their state. Where its pages begin and end does not matter.
    ///
    /// # Errors
    /// When what is stored is damaged.
    pub fn count_records(
        &self,
        scope: &Scope,
        filter: &RecordFilter,
    ) -> Result<BTreeMap<Status, u64>, StoreError> {
        let mut values = vec![self.id()];
        let sql =
            "select partner, country, status, count(*) from records where records.programme = $1".to_owned();
        let sql = chosen(sql, filter, &mut values) + "\ngroup by partner, country, status";
        let groups = all(self.tx, &sql, &values, |row| {
            let country = row.optional_text(1)?.map(str::to_owned);
            Ok((parsed(row.text(0)?)?, country, parsed(row.text(2)?)?, unsigned(row.integer(3)?)?))
        })?;
        let mut counts = BTreeMap::new();
        for (partner, country, status, count) in groups {
            if self.is_in_scope(scope, &partner, country.as_deref()) {
                *counts.entry(status).or_default() += count;
            }
        }
        Ok(counts)
    }

    /// The records of the scope that are about a unit, in the order in which they were imported.
    ///
    /// # Errors
    /// When what is stored is damaged.
    pub fn records_of_unit(&self, unit: UnitId, scope: &Scope) -> Result<Vec<RecordState>, StoreError> {
        let sql =
            "select record_id from records where programme = $1 and unit_id = $2 order by imported_sequence";
        let ids = all(self.tx, sql, &[self.id(), Cell::Text(&unit.to_string())], |row| parsed(row.text(0)?))?;
        let mut states = Vec::new();
        for id in ids {
            states.extend(self.record(id, scope)?);
        }
        Ok(states)
    }

    fn is_found_in(&self, scope: &Scope, found: &Found) -> bool {
        self.is_in_scope(scope, &found.partner, found.country.as_deref())
    }
}

/// The statement that lists a page.
fn list_sql<'f>(filter: &'f RecordFilter, values: &mut Vec<Cell<'f>>) -> String {
    let (beyond, order) = if filter.newest_first { ("<", "desc") } else { (">", "asc") };
    let mut sql = include_str!("../queries/list_records.sql").trim_end().to_owned();
    write!(sql, "\n    and records.imported_sequence {beyond} $2").expect(WRITABLE);
    chosen(sql, filter, values) + &format!("\norder by records.imported_sequence {order}\nlimit 500\n")
}

/// A statement with what the filter chooses: only what it names is asked, so that an index serves it.
fn chosen<'f>(mut sql: String, filter: &'f RecordFilter, values: &mut Vec<Cell<'f>>) -> String {
    let chosen = [
        ("register", filter.register.as_ref().map(RegisterName::as_str)),
        ("status", filter.status.map(Status::as_str)),
        ("document", filter.document.as_ref().map(DocumentId::as_str)),
        ("partner", filter.partner.as_ref().map(PartnerCode::as_str)),
        ("country", filter.country.as_deref()),
    ];
    for (column, value) in chosen {
        if let Some(value) = value {
            values.push(Cell::Text(value));
            write!(sql, "\n    and records.{column} = ${}", values.len()).expect(WRITABLE);
        }
    }
    sql
}

fn found_record(row: &dyn Row) -> Result<Found, StoreError> {
    Ok(Found {
        imported_sequence: unsigned(row.integer(0)?)?,
        fact_sequence: unsigned(row.integer(1)?)?,
        status: parsed(row.text(2)?)?,
        verified_by: row.optional_text(3)?.map(str::to_owned),
        reason: row.optional_text(4)?.map(str::to_owned),
        partner: parsed(row.text(5)?)?,
        country: row.optional_text(6)?.map(str::to_owned),
        bytes: row.bytes(7)?.to_vec(),
        due: row.optional_text(8)?.map(str::to_owned),
    })
}

impl Found {
    fn into_state(self) -> Result<RecordState, StoreError> {
        let Entry { at, actor, act, sequence } = read_entry(self.fact_sequence, &self.bytes)?;
        let (Act::RecordImported(record) | Act::RecordChanged(record)) = act else {
            return Err(StoreError::damaged(format!(
                "view of records points at entry {sequence}, which holds none"
            )));
        };
        Ok(RecordState {
            record,
            status: self.status,
            author: actor,
            at,
            verified_by: self.verified_by.as_deref().map(parsed).transpose()?,
            reason: self.reason,
            due: self.due.as_deref().map(parsed).transpose()?,
        })
    }
}
