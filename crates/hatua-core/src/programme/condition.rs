//! Conditions: a closed list of predicates over the columns of a record, written as TOML tables, never an expression
//! language, so that a reviewer can read every rule.

use std::cmp::Ordering;

use jiff::civil::Date;

use crate::id::ColumnName;
use crate::record::{Decimal, Value};

/// A column of the record, or, through a column that points to another register, a column of the record it points to
/// (`training.topic`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ColumnPath {
    /// The pointing column, for a column of another register.
    pub through: Option<ColumnName>,
    /// The column.
    pub column: ColumnName,
}

impl std::fmt::Display for ColumnPath {
    /// As packages write it: `training.topic`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.through {
            Some(through) => write!(f, "{through}.{}", self.column),
            None => self.column.fmt(f),
        }
    }
}

/// What a value is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bound {
    /// A fixed value.
    Value(Value),
    /// The day on which the condition is looked at.
    Today,
    /// Another column of the same record, of the same type.
    Column(ColumnName),
}

/// One predicate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// The column has this value.
    Is(Value),
    /// The column has another value or none.
    IsNot(Value),
    /// The column has the same value as another column of the record, of the same type.
    IsColumn(ColumnName),
    /// The column has another value than another column of the record, or either has none.
    IsNotColumn(ColumnName),
    /// The column has one of these values.
    OneOf(Vec<Value>),
    /// The value is not below the bound.
    AtLeast(Bound),
    /// The value is not above the bound.
    AtMost(Bound),
    /// The value lies before the bound.
    Before(Bound),
    /// The value lies after the bound.
    After(Bound),
    /// The column has a value (`true`) or none (`false`).
    Present(bool),
    /// The text has at most this many characters.
    Longest(u32),
}

/// A condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// A predicate over one column.
    Column(ColumnPath, Test),
    /// All of these hold.
    All(Vec<Condition>),
    /// At least one of these holds.
    Any(Vec<Condition>),
    /// This does not hold.
    Not(Box<Condition>),
}

/// What a condition is asked of: a record and the records that it points to.
pub trait Row {
    /// The value of a column, if there is one.
    fn value(&self, path: &ColumnPath) -> Option<&Value>;
}

impl Condition {
    /// Whether the condition holds for a row on a day. A comparison with a value that is not there does not hold.
    pub fn holds(&self, row: &dyn Row, today: Date) -> bool {
        match self {
            Self::Column(path, test) => test.holds(row.value(path), row, today),
            Self::All(parts) => parts.iter().all(|part| part.holds(row, today)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(row, today)),
            Self::Not(part) => !part.holds(row, today),
        }
    }

    /// Whether it says, in so many words, that a column of the record itself has a value.
    #[must_use]
    pub fn asks_for(&self, column: &ColumnName) -> bool {
        match self {
            Self::Column(path, Test::Present(true)) => path.through.is_none() && path.column == *column,
            Self::All(parts) => parts.iter().any(|part| part.asks_for(column)),
            Self::Column(..) | Self::Any(_) | Self::Not(_) => false,
        }
    }
}

impl Test {
    fn holds(&self, value: Option<&Value>, row: &dyn Row, today: Date) -> bool {
        let compare = |bound: &Bound| -> Option<Ordering> {
            let today = Value::Date(today);
            let bound = match bound {
                Bound::Value(value) => Some(value),
                Bound::Today => Some(&today),
                Bound::Column(column) => row.value(&ColumnPath { through: None, column: column.clone() }),
            };
            compare_values(value?, bound?)
        };
        let equals = |column: &ColumnName| {
            let other = row.value(&ColumnPath { through: None, column: column.clone() });
            value.is_some() && value == other
        };
        match self {
            Self::Is(wanted) => value == Some(wanted),
            Self::IsColumn(column) => equals(column),
            Self::IsNotColumn(column) => !equals(column),
            Self::IsNot(unwanted) => value != Some(unwanted),
            Self::OneOf(wanted) => value.is_some_and(|value| wanted.contains(value)),
            Self::AtLeast(bound) => compare(bound).is_some_and(Ordering::is_ge),
            Self::AtMost(bound) => compare(bound).is_some_and(Ordering::is_le),
            Self::Before(bound) => compare(bound).is_some_and(Ordering::is_lt),
            Self::After(bound) => compare(bound).is_some_and(Ordering::is_gt),
            Self::Present(wanted) => value.is_some() == *wanted,
            Self::Longest(characters) => match value {
                Some(Value::Text(text)) => text.chars().count() <= *characters as usize,
                Some(Value::Integer(_) | Value::Boolean(_) | Value::Date(_)) | None => true,
            },
        }
    }
}

/// Compares numbers with numbers, days with days, decimals (kept as text) with decimals; anything else has no order.
fn compare_values(left: &Value, right: &Value) -> Option<Ordering> {
    match (left, right) {
        (Value::Integer(left), Value::Integer(right)) => Some(left.cmp(right)),
        (Value::Date(left), Value::Date(right)) => Some(left.cmp(right)),
        (Value::Text(left), Value::Text(right)) => {
            Some(Decimal::parse(left)?.compare(Decimal::parse(right)?))
        }
        (Value::Text(left), Value::Integer(right)) => {
            Some(Decimal::parse(left)?.compare(Decimal { units: *right, places: 0 }))
        }
        (Value::Integer(left), Value::Text(right)) => {
            Some(Decimal { units: *left, places: 0 }.compare(Decimal::parse(right)?))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Values;

    impl Row for Values {
        fn value(&self, path: &ColumnPath) -> Option<&Value> {
            self.get(&path.column)
        }
    }

    fn row(pairs: &[(&str, Value)]) -> Values {
        pairs.iter().map(|(name, value)| (ColumnName::new(*name).unwrap(), value.clone())).collect()
    }

    fn column(name: &str, test: Test) -> Condition {
        Condition::Column(ColumnPath { through: None, column: ColumnName::new(name).unwrap() }, test)
    }

    #[test]
    fn a_comparison_with_a_missing_value_does_not_hold() {
        let today = jiff::civil::date(2018, 7, 1);
        let empty = row(&[]);
        assert!(!column("half_days", Test::AtLeast(Bound::Value(Value::Integer(1)))).holds(&empty, today));
        assert!(column("role", Test::IsNot(Value::Text("facilitator".into()))).holds(&empty, today));
        assert!(column("role", Test::Present(false)).holds(&empty, today));
    }

    #[test]
    fn a_future_day_is_not_at_most_today() {
        let today = jiff::civil::date(2018, 7, 1);
        let future = row(&[("date", Value::Date(jiff::civil::date(2018, 7, 4)))]);
        assert!(!column("date", Test::AtMost(Bound::Today)).holds(&future, today));
        assert!(column("date", Test::After(Bound::Today)).holds(&future, today));
    }

    #[test]
    fn two_columns_are_the_same_only_where_both_have_a_value() {
        let today = jiff::civil::date(2018, 7, 1);
        let other = || ColumnName::new("country").unwrap();
        let places = |pairs: &[(&str, &str)]| -> Values {
            let value =
                |(name, code): &(&str, &str)| (ColumnName::new(*name).unwrap(), Value::Text((*code).into()));
            pairs.iter().map(value).collect()
        };
        let checks = [
            (vec![("neighbour", "HI"), ("country", "HI")], true),
            (vec![("neighbour", "HI"), ("country", "LO")], false),
            (vec![("neighbour", "HI")], false),
            (vec![("country", "HI")], false),
            (vec![], false),
        ];
        for (pairs, are_same) in checks {
            let row = places(&pairs);
            assert_eq!(
                column("neighbour", Test::IsColumn(other())).holds(&row, today),
                are_same,
                "{pairs:?}"
            );
            assert_eq!(
                column("neighbour", Test::IsNotColumn(other())).holds(&row, today),
                !are_same,
                "{pairs:?}"
            );
        }
    }

    #[test]
    fn a_column_is_compared_with_another_column() {
        let today = jiff::civil::date(2018, 7, 1);
        let record = row(&[("women", Value::Integer(5)), ("all", Value::Integer(4))]);
        let all = ColumnName::new("all").unwrap();
        assert!(!column("women", Test::AtMost(Bound::Column(all))).holds(&record, today));
    }
}
