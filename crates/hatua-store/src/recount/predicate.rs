//! From a condition of the package to SQL: the closed list of predicates, each as an expression that is true or false and
//! never unknown, with the meaning that it has in Rust. Checked against it by random programmes.

use std::collections::BTreeMap;

use hatua_core::id::{ColumnName, RegisterName};
use hatua_core::programme::{Bound, ColumnKind, ColumnPath, Condition, Test};
use hatua_core::record::Value;
use hatua_core::verify::Seen;
use jiff::civil::Date;

use super::sheet::Plain;

/// Decimals are compared as numbers with this many digits, as many of them behind the point.
const DECIMAL: &str = "numeric(38, 18)";

/// The names of a register's columns in the file, and the day that `"today"` means.
#[derive(Debug, Clone, Copy)]
pub(super) struct Columns<'a> {
    /// The register whose rows a condition is asked of.
    pub(super) register: &'a RegisterName,
    /// The columns of all registers: their names in the file and their kinds.
    pub(super) named: &'a BTreeMap<(RegisterName, Seen), (String, ColumnKind)>,
    /// The last day of the period.
    pub(super) today: Date,
}

impl Columns<'_> {
    /// The name of a column in SQL, and its kind.
    pub(super) fn named(&self, seen: Seen) -> (String, &ColumnKind) {
        let (name, kind) = self
            .named
            .get(&(self.register.clone(), seen))
            .expect("every column that a rule looks at is in the facts");
        (identifier(name), kind)
    }

    /// The same of a column of the register itself.
    pub(super) fn own(&self, column: &ColumnName) -> (String, &ColumnKind) {
        self.named(Seen::Value(ColumnPath { through: None, column: column.clone() }))
    }
}

/// A condition as an expression.
pub(super) fn predicate(condition: &Condition, columns: Columns<'_>) -> String {
    let joined = |parts: &[Condition], word: &str| {
        let parts: Vec<String> = parts.iter().map(|part| predicate(part, columns)).collect();
        format!("({})", parts.join(word))
    };
    match condition {
        Condition::All(parts) if parts.is_empty() => "true".to_owned(),
        Condition::Any(parts) if parts.is_empty() => "false".to_owned(),
        Condition::All(parts) => joined(parts, " and "),
        Condition::Any(parts) => joined(parts, " or "),
        Condition::Not(part) => format!("not {}", predicate(part, columns)),
        Condition::Column(path, test) => {
            let (name, kind) = columns.named(Seen::Value(path.clone()));
            asked(&name, kind, test, columns)
        }
    }
}

fn asked(name: &str, kind: &ColumnKind, test: &Test, columns: Columns<'_>) -> String {
    let compared = |sign: &str, bound: &Bound| compared(name, kind, (sign, bound), columns);
    match test {
        Test::Is(wanted) if kind.holds(wanted) => {
            format!("({name} is not distinct from {})", literal(wanted))
        }
        Test::IsNot(unwanted) if kind.holds(unwanted) => {
            format!("({name} is distinct from {})", literal(unwanted))
        }
        Test::IsColumn(other) => format!("coalesce({name} = {}, false)", columns.own(other).0),
        Test::IsNotColumn(other) => format!("coalesce({name} <> {}, true)", columns.own(other).0),
        // A value of another type is no value of the column.
        Test::Is(_) => "false".to_owned(),
        Test::IsNot(_) => "true".to_owned(),
        Test::OneOf(wanted) => {
            let wanted: Vec<String> = wanted.iter().filter(|value| kind.holds(value)).map(literal).collect();
            if wanted.is_empty() {
                return "false".to_owned();
            }
            format!("coalesce({name} in ({}), false)", wanted.join(", "))
        }
        Test::AtLeast(bound) => compared(">=", bound),
        Test::AtMost(bound) => compared("<=", bound),
        Test::Before(bound) => compared("<", bound),
        Test::After(bound) => compared(">", bound),
        Test::Present(true) => format!("({name} is not null)"),
        Test::Present(false) => format!("({name} is null)"),
        Test::Longest(characters) => match Plain::of(kind) {
            Plain::Text => format!("coalesce(length({name}) <= {characters}, true)"),
            Plain::Integer | Plain::Boolean | Plain::Date => "true".to_owned(),
        },
    }
}

/// What values of a kind can be compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    Numbers,
    Decimals,
    Days,
    None,
}

fn order(kind: &ColumnKind) -> Order {
    match kind {
        ColumnKind::Integer | ColumnKind::Money | ColumnKind::Year => Order::Numbers,
        ColumnKind::Decimal => Order::Decimals,
        ColumnKind::Date => Order::Days,
        ColumnKind::Id
        | ColumnKind::Text
        | ColumnKind::Boolean
        | ColumnKind::Choice(_)
        | ColumnKind::Place
        | ColumnKind::Organisation
        | ColumnKind::PersonName
        | ColumnKind::Phone
        | ColumnKind::Record(_) => Order::None,
    }
}

/// A comparison; false where a side is missing or the two have no order.
fn compared(name: &str, kind: &ColumnKind, (sign, bound): (&str, &Bound), columns: Columns<'_>) -> String {
    let left = order(kind);
    let (right, text) = match bound {
        Bound::Today => (Order::Days, day(columns.today)),
        Bound::Column(column) => {
            let (name, kind) = columns.own(column);
            (order(kind), name)
        }
        Bound::Value(value) => (order_of(value, left), literal(value)),
    };
    let number = |text: &str| format!("cast({text} as {DECIMAL})");
    match (left, right) {
        (Order::Numbers, Order::Numbers) | (Order::Days, Order::Days) => {
            format!("coalesce({name} {sign} {text}, false)")
        }
        (Order::Decimals, Order::Decimals | Order::Numbers) | (Order::Numbers, Order::Decimals) => {
            format!("coalesce({} {sign} {}, false)", number(name), number(&text))
        }
        (Order::Numbers | Order::Decimals, Order::Days | Order::None)
        | (Order::Days, Order::Numbers | Order::Decimals | Order::None)
        | (Order::None, _) => "false".to_owned(),
    }
}

fn order_of(value: &Value, beside: Order) -> Order {
    match value {
        Value::Integer(_) => Order::Numbers,
        Value::Date(_) => Order::Days,
        Value::Text(_) if beside == Order::None => Order::None,
        Value::Text(_) => Order::Decimals,
        Value::Boolean(_) => Order::None,
    }
}

/// A value as SQL writes it.
fn literal(value: &Value) -> String {
    match value {
        Value::Text(text) => text_literal(text),
        Value::Integer(number) if *number < 0 => format!("({number})"),
        Value::Integer(number) => number.to_string(),
        Value::Boolean(answer) => answer.to_string(),
        Value::Date(date) => day(*date),
    }
}

/// A text between quotes.
pub(super) fn text_literal(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// A day.
pub(super) fn day(day: Date) -> String {
    format!("date '{day}'")
}

/// A column's name between quotes.
pub(super) fn identifier(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
