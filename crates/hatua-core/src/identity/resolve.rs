//! From partners' units to canonical units: those that decisions made one. The canonical unit is the member that was
//! counted first: the earlier day, then the partner's code, then the row's key.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::id::{PartnerCode, RecordId, UnitId};
use crate::ledger::Verdict;
use crate::programme::Programme;
use crate::record::{Decision, FieldRecord};
use crate::verify::VerifiedRecord;

/// Which units standing decisions made one. Undecided pairs count as different.
#[derive(Debug, Clone, Default)]
pub struct Merged {
    /// Each merged unit and the least id of its group.
    group_of: BTreeMap<UnitId, UnitId>,
}

impl Merged {
    /// Joins the pairs that were decided to be the same.
    pub fn new<'a>(decisions: impl Iterator<Item = &'a Decision>) -> Self {
        let mut merged = Self::default();
        for decision in decisions.filter(|decision| decision.verdict == Verdict::Same) {
            merged.join(decision.a, decision.b);
        }
        merged
    }

    /// The unit that stands for the whole group, whatever is counted first.
    #[must_use]
    pub fn group(&self, unit: UnitId) -> UnitId {
        self.group_of.get(&unit).copied().unwrap_or(unit)
    }

    /// Whether two units are one.
    #[must_use]
    pub fn are_one(&self, a: UnitId, b: UnitId) -> bool {
        self.group(a) == self.group(b)
    }

    fn join(&mut self, a: UnitId, b: UnitId) {
        let (group, joining) = {
            let (a, b) = (self.group(a), self.group(b));
            if a <= b { (a, b) } else { (b, a) }
        };
        for member in self.group_of.values_mut().filter(|member| **member == joining) {
            *member = group;
        }
        for unit in [a, b, joining] {
            self.group_of.insert(unit, group);
        }
    }
}

/// A verified record whose unit is canonical. Only [`resolve_units`] makes one, and only `count` takes it.
#[derive(Debug, Clone, Copy)]
pub struct IdentifiedRecord<'a> {
    record: &'a FieldRecord,
    day: Date,
    unit: UnitId,
}

impl<'a> IdentifiedRecord<'a> {
    /// The record.
    #[must_use]
    pub fn record(&self) -> &'a FieldRecord {
        self.record
    }

    /// Its day.
    #[must_use]
    pub fn day(&self) -> Date {
        self.day
    }

    /// The canonical unit.
    #[must_use]
    pub fn unit(&self) -> UnitId {
        self.unit
    }
}

/// Gives every record its canonical unit. The result stands in the order of counting: by day, then partner, then the
/// row's key, so that the first record of a unit is the one by which it is counted.
#[must_use]
pub fn resolve_units<'a>(
    programme: &Programme,
    mut records: Vec<VerifiedRecord<'a>>,
    merged: &Merged,
) -> Vec<IdentifiedRecord<'a>> {
    records.sort_by_cached_key(|record| counting_order(programme, record));
    let mut first_of_group: BTreeMap<UnitId, UnitId> = BTreeMap::new();
    records
        .into_iter()
        .map(|verified| {
            let own = verified.record().unit;
            let unit = *first_of_group.entry(merged.group(own)).or_insert(own);
            IdentifiedRecord { record: verified.record(), day: verified.day(), unit }
        })
        .collect()
}

/// Who counted a unit first: the earlier day, then the partner's code, then the open parts of the row's key; the
/// record's id last, so that the order is total.
fn counting_order(
    programme: &Programme,
    verified: &VerifiedRecord,
) -> (Date, PartnerCode, Vec<String>, RecordId) {
    let record = verified.record();
    let key = programme.registers[&record.register]
        .key
        .iter()
        .filter_map(|column| record.value(column))
        .map(ToString::to_string)
        .collect();
    (verified.day(), record.partner.clone(), key, record.record)
}
