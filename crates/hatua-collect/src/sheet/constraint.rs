//! What the register asks of a value beyond its kind: least and greatest value, and conditions on the row.

use std::collections::BTreeSet;

use hatua_core::id::ColumnName;
use hatua_core::programme::condition::Row;
use hatua_core::programme::{Bound, Column, ColumnKind, ColumnPath, Condition, Test};
use hatua_core::record::{Decimal, Value, Values};
use jiff::civil::Date;

use super::problem::ProblemCode;
use super::value::Fault;

/// The values of a row, without the records that it points to.
struct OwnRow<'a>(&'a Values);

impl Row for OwnRow<'_> {
    fn value(&self, path: &ColumnPath) -> Option<&Value> {
        if path.through.is_some() { None } else { self.0.get(&path.column) }
    }
}

/// Checks a value against the least and the greatest that its column allows.
pub(crate) fn check_bounds(column: &Column, values: &Values, today: Date) -> Option<Fault> {
    let holds = |bound: &Value, test: fn(Bound) -> Test| {
        let path = ColumnPath { through: None, column: column.name.clone() };
        Condition::Column(path, test(Bound::Value(bound.clone()))).holds(&OwnRow(values), today)
    };
    let too_small = column.min.as_ref().filter(|min| !holds(min, Test::AtLeast));
    let too_large = column.max.as_ref().filter(|max| !holds(max, Test::AtMost));
    let expected = match (too_small, too_large) {
        (Some(min), _) => format!("at least {}", shown(column, min)),
        (None, Some(max)) => format!("at most {}", shown(column, max)),
        (None, None) => return None,
    };
    let is = if column.personal {
        "The value is out of range".to_owned()
    } else {
        format!("{} is out of range", shown_in(column, values))
    };
    Some(Fault::new(
        ProblemCode::OutOfRange,
        format!("{is}: `{}` is {expected}. Correct the cell.", column.name),
    ))
}

/// Checks the column's own condition, in a row whose columns in `faulty` could not be read. A condition over a record
/// that the row points to is not checked here: that record is not in the file.
pub(crate) fn check_constraint(
    column: &Column,
    values: &Values,
    faulty: &BTreeSet<ColumnName>,
    today: Date,
) -> Option<Fault> {
    let constraint = column.constraint.as_ref()?;
    if !can_be_judged(constraint, faulty) || constraint.holds(&OwnRow(values), today) {
        return None;
    }
    if let Some(Value::Date(day)) = values.get(&column.name)
        && *day > today
        && forbids_future(constraint, &column.name)
    {
        let is = if column.personal { "The day".to_owned() } else { day.to_string() };
        let message =
            format!("{is} has not come yet: `{}` is at most today ({today}). Correct the day.", column.name);
        return Some(Fault::new(ProblemCode::DateFuture, message));
    }
    let message = format!(
        "The register asks that {}. Correct the cell, or the one it is compared with.",
        clause(constraint)
    );
    Some(Fault::new(ProblemCode::ConstraintFailed, message))
}

/// Whether all that a condition looks at is in the row and could be read.
fn can_be_judged(condition: &Condition, faulty: &BTreeSet<ColumnName>) -> bool {
    match condition {
        Condition::Column(path, test) => {
            path.through.is_none()
                && !faulty.contains(&path.column)
                && compared_column(test).is_none_or(|column| !faulty.contains(column))
        }
        Condition::All(parts) | Condition::Any(parts) => parts.iter().all(|part| can_be_judged(part, faulty)),
        Condition::Not(part) => can_be_judged(part, faulty),
    }
}

/// The other column that a value is compared with.
fn compared_column(test: &Test) -> Option<&ColumnName> {
    match test {
        Test::AtLeast(Bound::Column(column))
        | Test::AtMost(Bound::Column(column))
        | Test::Before(Bound::Column(column))
        | Test::After(Bound::Column(column))
        | Test::IsColumn(column)
        | Test::IsNotColumn(column) => Some(column),
        Test::AtLeast(_)
        | Test::AtMost(_)
        | Test::Before(_)
        | Test::After(_)
        | Test::Is(_)
        | Test::IsNot(_)
        | Test::OneOf(_)
        | Test::Present(_)
        | Test::Longest(_) => None,
    }
}

/// Whether a condition says that the column's day is not after today.
fn forbids_future(condition: &Condition, column: &ColumnName) -> bool {
    match condition {
        Condition::Column(path, Test::AtMost(Bound::Today) | Test::Before(Bound::Today)) => {
            path.column == *column
        }
        Condition::Column(..) | Condition::Any(_) | Condition::Not(_) => false,
        Condition::All(parts) => parts.iter().any(|part| forbids_future(part, column)),
    }
}

/// A condition in words.
fn clause(condition: &Condition) -> String {
    let joined = |parts: &[Condition], word: &str| parts.iter().map(clause).collect::<Vec<_>>().join(word);
    match condition {
        Condition::Column(path, test) => format!("`{}` {}", path.column, test_in_words(test)),
        Condition::All(parts) => joined(parts, " and "),
        Condition::Any(parts) => format!("({})", joined(parts, " or ")),
        Condition::Not(part) => format!("it is not so that {}", clause(part)),
    }
}

fn test_in_words(test: &Test) -> String {
    match test {
        Test::Is(value) => format!("is {value}"),
        Test::IsNot(value) => format!("is not {value}"),
        Test::IsColumn(column) => format!("is the same as `{column}`"),
        Test::IsNotColumn(column) => format!("is not the same as `{column}`"),
        Test::OneOf(values) => {
            format!("is one of {}", values.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))
        }
        Test::AtLeast(bound) => format!("is at least {}", bound_in_words(bound)),
        Test::AtMost(bound) => format!("is at most {}", bound_in_words(bound)),
        Test::Before(bound) => format!("is before {}", bound_in_words(bound)),
        Test::After(bound) => format!("is after {}", bound_in_words(bound)),
        Test::Present(true) => "has a value".to_owned(),
        Test::Present(false) => "has no value".to_owned(),
        Test::Longest(characters) => format!("has at most {characters} characters"),
    }
}

fn bound_in_words(bound: &Bound) -> String {
    match bound {
        Bound::Value(value) => value.to_string(),
        Bound::Today => "today".to_owned(),
        Bound::Column(column) => format!("`{column}`"),
    }
}

fn shown_in(column: &Column, values: &Values) -> String {
    values.get(&column.name).map(|value| shown(column, value)).unwrap_or_default()
}

/// A value as people write it: money in units, not in cents.
fn shown(column: &Column, value: &Value) -> String {
    match (&column.kind, value) {
        (ColumnKind::Money, Value::Integer(cents)) => Decimal { units: *cents, places: 2 }.to_string(),
        _ => value.to_string(),
    }
}
