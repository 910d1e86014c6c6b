//! Values that a package writes for a column: bounds, and what conditions compare with. A value has the type of its
//! column or is a finding.

use jiff::civil::Date;
use toml::Spanned;
use toml::de::DeValue;

use super::file::{At, File, did_you_mean};
use super::table::wrong_type;
use crate::programme::{Column, ColumnKind};
use crate::record::{Decimal, Value};

/// What a column may hold, in the words of the package.
pub(super) fn kind_word(kind: &ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Id => "id",
        ColumnKind::Text => "text",
        ColumnKind::Integer => "integer",
        ColumnKind::Decimal => "decimal",
        ColumnKind::Money => "money",
        ColumnKind::Date => "date",
        ColumnKind::Year => "year",
        ColumnKind::Boolean => "boolean",
        ColumnKind::Choice(_) => "choice",
        ColumnKind::Place => "place",
        ColumnKind::Organisation => "organisation",
        ColumnKind::PersonName => "person_name",
        ColumnKind::Phone => "phone",
        ColumnKind::Record(_) => "record",
    }
}

/// Whether values of this kind have an order: numbers, money and days.
pub(super) fn has_order(kind: &ColumnKind) -> bool {
    matches!(
        kind,
        ColumnKind::Integer | ColumnKind::Decimal | ColumnKind::Money | ColumnKind::Date | ColumnKind::Year
    )
}

/// The codes that places and organisations have; absent where a register is read without its package.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Codes<'a> {
    /// The places' codes.
    pub(super) places: Option<&'a [String]>,
    /// The organisations' codes.
    pub(super) organisations: Option<&'a [String]>,
}

/// Reads a value of a column's type.
pub(super) fn read_value(
    file: &File<'_>,
    key: &str,
    value: &Spanned<DeValue<'_>>,
    (column, codes): (&Column, Codes<'_>),
) -> Option<Value> {
    let at = value.span().start;
    let wrong = |expected: &str| {
        let expected = format!(
            "{expected}, because the column `{}` is of type {}",
            column.name,
            kind_word(&column.kind)
        );
        wrong_type(file, at, key, value.get_ref(), &expected);
    };
    match (&column.kind, value.get_ref()) {
        (ColumnKind::Integer | ColumnKind::Year, DeValue::Integer(number)) => {
            let whole = i64::from_str_radix(number.as_str(), number.radix()).ok();
            if whole.is_none() {
                let help = "a whole number of at most 18 digits".to_owned();
                file.find(at, "out_of_range", format!("{number} is too large"), help);
            }
            whole.map(Value::Integer)
        }
        (ColumnKind::Decimal, number) => {
            let decimal = read_decimal(number);
            if decimal.is_none() {
                wrong("a number");
            }
            decimal.map(|decimal| Value::Text(decimal.to_string()))
        }
        (ColumnKind::Money, number) => {
            let cents = read_decimal(number).and_then(cents_of);
            if cents.is_none() {
                wrong("an amount with at most two decimals");
            }
            cents.map(Value::Integer)
        }
        (ColumnKind::Date, DeValue::Datetime(day)) => read_date(file, at, &day.to_string()),
        (ColumnKind::Date, DeValue::String(text)) => read_date(file, at, text),
        (ColumnKind::Boolean, DeValue::Boolean(answer)) => Some(Value::Boolean(*answer)),
        (ColumnKind::Choice(choices), DeValue::String(text)) => {
            let known: Vec<&str> = choices.iter().map(|choice| choice.code.as_str()).collect();
            read_code(file, At { value: text, at }, ("unknown_choice", &column.name.to_string()), &known)
        }
        (ColumnKind::Place, DeValue::String(text)) => {
            read_known(file, At { value: text, at }, ("unknown_place", "places.csv"), codes.places)
        }
        (ColumnKind::Organisation, DeValue::String(text)) => read_known(
            file,
            At { value: text, at },
            ("unknown_organisation", "organisations.csv"),
            codes.organisations,
        ),
        (
            ColumnKind::Id
            | ColumnKind::Text
            | ColumnKind::PersonName
            | ColumnKind::Phone
            | ColumnKind::Record(_),
            DeValue::String(text),
        ) => Some(Value::Text(text.to_string())),
        (kind, _) => {
            wrong(expected_for(kind));
            None
        }
    }
}

fn expected_for(kind: &ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Integer => "a whole number without quotes",
        ColumnKind::Year => "a year without quotes",
        ColumnKind::Decimal => "a number",
        ColumnKind::Money => "an amount",
        ColumnKind::Date => "a day such as 2018-05-23",
        ColumnKind::Boolean => "true or false",
        ColumnKind::Choice(_) => "one of its codes in quotes",
        ColumnKind::Place => "the code of a place in quotes",
        ColumnKind::Organisation => "the code of an organisation in quotes",
        ColumnKind::Id
        | ColumnKind::Text
        | ColumnKind::PersonName
        | ColumnKind::Phone
        | ColumnKind::Record(_) => "a text in quotes",
    }
}

fn read_date(file: &File<'_>, at: usize, text: &str) -> Option<Value> {
    let day: Option<Date> = file.date(At { value: text, at });
    day.map(Value::Date)
}

fn read_known(
    file: &File<'_>,
    found: At<&str>,
    (code, home): (&str, &str),
    known: Option<&[String]>,
) -> Option<Value> {
    let Some(known) = known else { return Some(Value::Text(found.value.to_owned())) };
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    read_code(file, found, (code, home), &known)
}

fn read_code(file: &File<'_>, found: At<&str>, (code, home): (&str, &str), known: &[&str]) -> Option<Value> {
    if known.contains(&found.value) {
        return Some(Value::Text(found.value.to_owned()));
    }
    let help = did_you_mean(found.value, known, &format!("the codes of {home}"));
    file.find(found.at, code, format!("`{}` is not a code of {home}", found.value), help);
    None
}

/// A number of TOML, or one in quotes, as it is written.
fn read_decimal(value: &DeValue<'_>) -> Option<Decimal> {
    match value {
        DeValue::Integer(number) => {
            Some(Decimal { units: i64::from_str_radix(number.as_str(), number.radix()).ok()?, places: 0 })
        }
        DeValue::Float(number) => Decimal::parse(number.as_str()),
        DeValue::String(text) => Decimal::parse(text),
        DeValue::Boolean(_) | DeValue::Datetime(_) | DeValue::Array(_) | DeValue::Table(_) => None,
    }
}

fn cents_of(amount: Decimal) -> Option<i64> {
    let scale = 10_i64.checked_pow(2_u32.checked_sub(u32::from(amount.places))?)?;
    amount.units.checked_mul(scale)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_kept_in_cents() {
        assert_eq!(Decimal::parse("12.5").and_then(cents_of), Some(1250));
        assert_eq!(Decimal::parse("-3").and_then(cents_of), Some(-300));
        assert_eq!(Decimal::parse("1.005").and_then(cents_of), None);
    }
}
