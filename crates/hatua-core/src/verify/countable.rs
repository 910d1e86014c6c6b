//! Which records an indicator may count: those that its rule is about, whose day lies in the period, which a second
//! person has verified, and whose references stand. Everything else is left out with its reason.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::id::{ColumnName, PartnerCode, RegisterName};
use crate::programme::{ColumnKind, ColumnPath, Condition, Indicator, Measure, Programme, condition::Row};
use crate::record::{Facts, FieldRecord, RecordState, Status, Value};
use crate::release::LeftOutReason;

/// A record that may be counted. Only [`verified_records`] makes one, and only `identity` takes it.
#[derive(Debug, Clone, Copy)]
pub struct VerifiedRecord<'a> {
    record: &'a FieldRecord,
    day: Date,
}

impl<'a> VerifiedRecord<'a> {
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
}

/// A record that is not counted, and why.
#[derive(Debug, Clone, Copy)]
pub struct LeftOutRecord<'a> {
    /// The record.
    pub record: &'a FieldRecord,
    /// Why.
    pub reason: LeftOutReason,
}

/// An indicator's records, sifted.
#[derive(Debug, Clone, Default)]
pub struct Sifted<'a> {
    /// Those that may be counted.
    pub verified: Vec<VerifiedRecord<'a>>,
    /// Those that may be counted and have only a number of persons.
    pub head_counts: Vec<VerifiedRecord<'a>>,
    /// Those that the rule is about and that may not be counted: not verified, pointing to nothing, or excepted.
    pub unverified: Vec<LeftOutRecord<'a>>,
    /// Those that the rule is not about (its condition fails, or they lack the amount that it adds up), or whose day
    /// lies outside the period: they are no part of the chain.
    pub beside: Vec<LeftOutRecord<'a>>,
}

/// The rows that `record` columns point to: by register, partner and key.
#[derive(Debug, Default)]
pub struct References<'a> {
    rows: BTreeMap<(&'a RegisterName, &'a PartnerCode, &'a str), &'a RecordState>,
}

impl<'a> References<'a> {
    /// Indexes every record of a register that another one points to and whose key is one open column of text, as it was verified last where a change
    /// waits for a check.
    #[must_use]
    pub fn new(programme: &'a Programme, facts: &'a Facts) -> Self {
        let columns = programme.registers.values().flat_map(|register| &register.columns);
        let pointed_to: BTreeSet<&RegisterName> = columns
            .filter_map(|column| match &column.kind {
                ColumnKind::Record(target) => Some(target),
                _ => None,
            })
            .collect();
        let mut rows = BTreeMap::new();
        for state in facts.settled().filter(|state| pointed_to.contains(&state.record.register)) {
            let record = &state.record;
            let Some(register) = programme.registers.get(&record.register) else { continue };
            let [key] = register.key.as_slice() else { continue };
            if let Some(Value::Text(key)) = record.value(key) {
                rows.insert((&record.register, &record.partner, key.as_str()), state);
            }
        }
        Self { rows }
    }

    fn find(&self, register: &RegisterName, partner: &PartnerCode, key: &str) -> Option<&'a RecordState> {
        self.rows.get(&(register, partner, key)).copied()
    }
}

/// A record with the rows that its columns point to: what a condition is asked of.
pub struct JoinedRow<'a> {
    record: &'a FieldRecord,
    pointed: BTreeMap<&'a ColumnName, Option<&'a RecordState>>,
}

impl<'a> JoinedRow<'a> {
    /// Joins a record with what it points to.
    #[must_use]
    pub fn new(record: &'a FieldRecord, programme: &'a Programme, references: &References<'a>) -> Self {
        let columns = programme.registers.get(&record.register).map(|register| register.columns.as_slice());
        let pointed = columns
            .unwrap_or_default()
            .iter()
            .filter_map(|column| match &column.kind {
                ColumnKind::Record(target) => match record.value(&column.name) {
                    Some(Value::Text(key)) => {
                        Some((&column.name, references.find(target, &record.partner, key)))
                    }
                    _ => None,
                },
                _ => None,
            })
            .collect();
        Self { record, pointed }
    }

    /// The row that a column points to, as the rules see it; nothing where it points to none that is known.
    #[must_use]
    pub fn pointed(&self, through: &ColumnName) -> Option<&'a RecordState> {
        self.pointed.get(through).copied().flatten()
    }

    /// Whether every row that it points to is there and was not withdrawn.
    fn stands(&self) -> bool {
        self.pointed.values().all(|state| state.is_some_and(|state| state.status != Status::Withdrawn))
    }

    fn points_to_nothing(&self) -> bool {
        self.pointed.values().any(Option::is_none)
    }
}

impl Row for JoinedRow<'_> {
    fn value(&self, path: &ColumnPath) -> Option<&Value> {
        match &path.through {
            None => self.record.value(&path.column),
            Some(through) => self.pointed(through)?.record.value(&path.column),
        }
    }
}

/// Sifts an indicator's records: facts up to `until`, the period's last day.
#[must_use]
pub fn verified_records<'a>(
    programme: &'a Programme,
    indicator: &Indicator,
    facts: &'a Facts,
    references: &References<'a>,
    until: Date,
) -> Sifted<'a> {
    let mut sifted = Sifted::default();
    for state in facts.records.values() {
        let record = &state.record;
        let Some(wanted) = Wanted::of(indicator, record) else { continue };
        let register = &programme.registers[&record.register];
        let row = JoinedRow::new(record, programme, references);
        let has_amount = wanted.amount.is_none_or(|column| record.amount(column).is_some());
        let is_meant = (row.points_to_nothing() || fits(wanted.condition, &row, until)) && has_amount;
        let day = record.date(&register.date).filter(|day| (programme.starts..=until).contains(day));
        let is_excepted = wanted.except.is_some_and(|except| except.holds(&row, until));
        match (is_meant, day, reason_left_out(state.status, &row, is_excepted)) {
            (false, _, _) => sifted.beside.push(LeftOutRecord { record, reason: LeftOutReason::Rule }),
            (true, None, _) => {
                sifted.beside.push(LeftOutRecord { record, reason: LeftOutReason::OutOfPeriod });
            }
            (true, Some(_), Some(reason)) => sifted.unverified.push(LeftOutRecord { record, reason }),
            (true, Some(day), None) if indicator.is_head_count(record) => {
                sifted.head_counts.push(VerifiedRecord { record, day });
            }
            (true, Some(day), None) => sifted.verified.push(VerifiedRecord { record, day }),
        }
    }
    sifted
}

/// What an indicator asks of the rows of a register.
struct Wanted<'i> {
    condition: Option<&'i Condition>,
    except: Option<&'i Condition>,
    /// The column that is added up, without which there is nothing to count.
    amount: Option<&'i ColumnName>,
}

impl<'i> Wanted<'i> {
    /// What is asked of a record; nothing where the indicator has nothing to do with its register.
    fn of(indicator: &'i Indicator, record: &FieldRecord) -> Option<Self> {
        if let Some(heads) = indicator.head_counts.as_ref().filter(|_| indicator.is_head_count(record)) {
            return Some(Self {
                condition: heads.condition.as_ref(),
                except: None,
                amount: Some(&heads.sum),
            });
        }
        let source = indicator.from.iter().find(|source| source.register == record.register)?;
        let amount = match &indicator.measure {
            Measure::Sum(column) => Some(column),
            Measure::Distinct | Measure::Cases => None,
        };
        Some(Self { condition: source.condition.as_ref(), except: source.except.as_ref(), amount })
    }
}

fn fits(condition: Option<&Condition>, row: &JoinedRow, today: Date) -> bool {
    condition.is_none_or(|condition| condition.holds(row, today))
}

fn reason_left_out(status: Status, row: &JoinedRow, is_excepted: bool) -> Option<LeftOutReason> {
    match status {
        Status::Pending => Some(LeftOutReason::Pending),
        Status::Returned => Some(LeftOutReason::Returned),
        Status::Withdrawn => Some(LeftOutReason::Withdrawn),
        Status::Verified if !row.stands() => Some(LeftOutReason::RefersToNothing),
        Status::Verified => is_excepted.then_some(LeftOutReason::Rule),
    }
}
