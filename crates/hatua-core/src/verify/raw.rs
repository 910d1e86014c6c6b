//! Records as the rules see them, without any judgement: what an auditor's own program needs to count the figures again.
//! One row for each record, whatever its status; only the columns that a rule looks at; nothing personal, because a record
//! holds nothing personal. Nothing is left out, merged or counted here.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::id::{ColumnName, PartnerCode, RecordId, RegisterName, UnitId};
use crate::programme::condition::Row;
use crate::programme::{
    Bound, ColumnKind, ColumnPath, Condition, HeadCountSource, Measure, Programme, Register, Source, Test,
};
use crate::record::{Facts, FieldRecord, Status, Value};
use crate::verify::countable::{JoinedRow, References};

/// What a raw column holds of a record.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Seen {
    /// The value of a column, of the record itself or of the row that it points to.
    Value(ColumnPath),
    /// The id of the row that a column points to; nothing where no register knows that row.
    PointedRecord(ColumnName),
    /// The status of that row.
    PointedStatus(ColumnName),
}

/// A column: of one register, because two registers may mean different things by one name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawColumn {
    /// The register whose records have a value here.
    pub register: RegisterName,
    /// What it holds.
    pub seen: Seen,
    /// The kind of its values.
    pub kind: ColumnKind,
}

/// A record as it stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawRecord {
    /// Its id.
    pub record: RecordId,
    /// Its register.
    pub register: RegisterName,
    /// The partner that sent it.
    pub partner: PartnerCode,
    /// The day of the fact, where it has one.
    pub day: Option<Date>,
    /// Its status.
    pub status: Status,
    /// The unit as the partner knows it, before any decision.
    pub unit: UnitId,
    /// A value, or none, for each column.
    pub values: Vec<Option<Value>>,
}

/// Every record, as the rules see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawFacts {
    /// The columns, by register.
    pub columns: Vec<RawColumn>,
    /// The records, by id.
    pub records: Vec<RawRecord>,
}

/// A value that is not of its column's kind: the column was of another kind when the record was imported.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "record {record} holds `{value}` in the column `{column}` of `{register}`, which is of another kind in the package that counted the release; another program would read it differently"
)]
pub struct RawFactsError {
    record: RecordId,
    register: RegisterName,
    column: ColumnPath,
    value: String,
}

impl RawFacts {
    /// Arranges every record of the facts.
    ///
    /// # Errors
    /// When a value is not of its column's kind.
    pub fn new(programme: &Programme, facts: &Facts) -> Result<Self, RawFactsError> {
        let columns = columns(programme);
        let mut places: BTreeMap<&RegisterName, Vec<usize>> = BTreeMap::new();
        for (place, column) in columns.iter().enumerate() {
            places.entry(&column.register).or_default().push(place);
        }
        let references = References::new(programme, facts);
        let mut records = Vec::with_capacity(facts.records.len());
        for state in facts.records.values() {
            let record = &state.record;
            let row = JoinedRow::new(record, programme, &references);
            let mut values = vec![None; columns.len()];
            for place in places.get(&record.register).into_iter().flatten() {
                values[*place] = value(&columns[*place], record, &row)?;
            }
            let register = programme.registers.get(&record.register);
            records.push(RawRecord {
                record: record.record,
                register: record.register.clone(),
                partner: record.partner.clone(),
                day: register.and_then(|register| record.date(&register.date)),
                status: state.status,
                unit: record.unit,
                values,
            });
        }
        Ok(Self { columns, records })
    }
}

fn value(column: &RawColumn, record: &FieldRecord, row: &JoinedRow) -> Result<Option<Value>, RawFactsError> {
    let value = match &column.seen {
        Seen::PointedRecord(through) => {
            row.pointed(through).map(|state| Value::Text(state.record.record.to_string()))
        }
        Seen::PointedStatus(through) => {
            row.pointed(through).map(|state| Value::Text(state.status.as_str().to_owned()))
        }
        Seen::Value(path) => match row.value(path) {
            Some(value) if !column.kind.holds(value) => {
                return Err(RawFactsError {
                    record: record.record,
                    register: record.register.clone(),
                    column: path.clone(),
                    value: value.to_string(),
                });
            }
            value => value.cloned(),
        },
    };
    Ok(value)
}

/// The columns that the rules of all computed indicators look at, and what each pointing column points to.
fn columns(programme: &Programme) -> Vec<RawColumn> {
    let mut seen: BTreeSet<(&RegisterName, Seen)> = BTreeSet::new();
    for indicator in programme.indicators.iter().filter(|indicator| indicator.is_computed()) {
        for source in &indicator.from {
            let paths = looked_at(source, &indicator.measure).into_iter();
            seen.extend(paths.map(|path| (&source.register, Seen::Value(path))));
        }
        if let Some(heads) = &indicator.head_counts {
            let paths = looked_at_by_head(heads).into_iter();
            seen.extend(paths.map(|path| (&heads.register, Seen::Value(path))));
        }
        for register in indicator.registers().filter_map(|name| programme.registers.get(name)) {
            seen.extend(pointing(register).map(|seen| (&register.name, seen)));
        }
    }
    let columns = seen.into_iter().filter_map(|(register, seen)| {
        let kind = kind_of(programme, programme.registers.get(register)?, &seen)?;
        Some(RawColumn { register: register.clone(), seen, kind })
    });
    columns.collect()
}

/// A record counts only while every row that it points to stands: so each pointing column is looked at.
fn pointing(register: &Register) -> impl Iterator<Item = Seen> {
    let columns = register.columns.iter().filter(|column| matches!(column.kind, ColumnKind::Record(_)));
    columns.flat_map(|column| {
        let name = || column.name.clone();
        [
            Seen::Value(ColumnPath { through: None, column: name() }),
            Seen::PointedRecord(name()),
            Seen::PointedStatus(name()),
        ]
    })
}

fn kind_of(programme: &Programme, register: &Register, seen: &Seen) -> Option<ColumnKind> {
    match seen {
        Seen::PointedRecord(_) | Seen::PointedStatus(_) => Some(ColumnKind::Id),
        Seen::Value(ColumnPath { through: None, column }) => Some(register.column(column)?.kind.clone()),
        Seen::Value(ColumnPath { through: Some(through), column }) => {
            let ColumnKind::Record(target) = &register.column(through)?.kind else { return None };
            Some(programme.registers.get(target)?.column(column)?.kind.clone())
        }
    }
}

/// The columns that a rule looks at in one register.
fn looked_at(source: &Source, measure: &Measure) -> Vec<ColumnPath> {
    let mut paths = Vec::new();
    for condition in source.condition.iter().chain(&source.except) {
        paths_of(condition, &mut paths);
    }
    if let Measure::Sum(column) = measure {
        paths.push(ColumnPath { through: None, column: column.clone() });
    }
    paths
}

/// The same in the register of rows that only have a number of persons.
fn looked_at_by_head(heads: &HeadCountSource) -> Vec<ColumnPath> {
    let mut paths = vec![ColumnPath { through: None, column: heads.sum.clone() }];
    if let Some(condition) = &heads.condition {
        paths_of(condition, &mut paths);
    }
    paths
}

fn paths_of(condition: &Condition, paths: &mut Vec<ColumnPath>) {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => {
            for part in parts {
                paths_of(part, paths);
            }
        }
        Condition::Not(part) => paths_of(part, paths),
        Condition::Column(path, test) => {
            paths.push(path.clone());
            if let Some(column) = compared_with(test) {
                paths.push(ColumnPath { through: None, column: column.clone() });
            }
        }
    }
}

/// The other column of the same record that a test looks at.
fn compared_with(test: &Test) -> Option<&ColumnName> {
    let bound = match test {
        Test::IsColumn(column) | Test::IsNotColumn(column) => return Some(column),
        Test::AtLeast(bound) | Test::AtMost(bound) | Test::Before(bound) | Test::After(bound) => bound,
        Test::Is(_) | Test::IsNot(_) | Test::OneOf(_) | Test::Present(_) | Test::Longest(_) => return None,
    };
    match bound {
        Bound::Column(column) => Some(column),
        Bound::Value(_) | Bound::Today => None,
    }
}
