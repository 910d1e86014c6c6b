//! One value of one column. A missing value is no value: it is absent from the map, never zero and never an empty
//! text.

use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::id::ColumnName;

/// A decimal number as it was written: `units` × 10^-`places`. Never a float.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decimal {
    /// The digits without the point, with their sign.
    pub units: i64,
    /// How many of them stand behind the point.
    pub places: u8,
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = format!("{:0>width$}", self.units.unsigned_abs(), width = usize::from(self.places) + 1);
        let (whole, fraction) = digits.split_at(digits.len() - usize::from(self.places));
        let sign = if self.units < 0 { "-" } else { "" };
        if fraction.is_empty() { write!(f, "{sign}{whole}") } else { write!(f, "{sign}{whole}.{fraction}") }
    }
}

impl Decimal {
    /// Reads `-12.50`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        if whole.trim_start_matches('-').is_empty() || fraction.bytes().any(|b| !b.is_ascii_digit()) {
            return None;
        }
        Some(Self {
            units: format!("{whole}{fraction}").parse().ok()?,
            places: u8::try_from(fraction.len()).ok()?,
        })
    }

    /// The larger, the smaller or equal: compared as numbers, so that 1.5 equals 1.50.
    #[must_use]
    pub fn compare(self, other: Self) -> std::cmp::Ordering {
        let scale =
            |decimal: Self, to: u8| i128::from(decimal.units) * 10_i128.pow(u32::from(to - decimal.places));
        let places = self.places.max(other.places);
        scale(self, places).cmp(&scale(other, places))
    }
}

/// A value that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "serde_json::Value", try_from = "serde_json::Value")]
pub enum Value {
    /// A code, an id, a name, a phone number, free text; also a decimal as it was written (`12.50`), where the
    /// column's kind says so.
    Text(String),
    /// A whole number: a count, a year, an age, an amount in cents.
    Integer(i64),
    /// Yes or no.
    Boolean(bool),
    /// A civil day.
    Date(Date),
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Integer(number) => number.fmt(f),
            Self::Boolean(true) => f.write_str("yes"),
            Self::Boolean(false) => f.write_str("no"),
            Self::Date(day) => day.fmt(f),
        }
    }
}

/// A JSON value that is no value of a column.
#[derive(Debug, Clone, thiserror::Error)]
#[error(
    "{0} is not a value of a column: expected a text, a whole number, yes/no or a date in `{{\"date\": \"2018-05-23\"}}`"
)]
pub struct ValueError(String);

impl From<Value> for serde_json::Value {
    fn from(value: Value) -> Self {
        match value {
            Value::Text(text) => text.into(),
            Value::Integer(number) => number.into(),
            Value::Boolean(answer) => answer.into(),
            Value::Date(day) => serde_json::json!({ "date": day.to_string() }),
        }
    }
}

impl TryFrom<serde_json::Value> for Value {
    type Error = ValueError;
    fn try_from(json: serde_json::Value) -> Result<Self, ValueError> {
        let wrong = || ValueError(json.to_string());
        match &json {
            serde_json::Value::String(text) => Ok(Self::Text(text.clone())),
            serde_json::Value::Bool(answer) => Ok(Self::Boolean(*answer)),
            serde_json::Value::Number(number) => number.as_i64().map(Self::Integer).ok_or_else(wrong),
            serde_json::Value::Object(object) => object
                .get("date")
                .and_then(serde_json::Value::as_str)
                .and_then(|day| day.parse().ok())
                .map(Self::Date)
                .ok_or_else(wrong),
            serde_json::Value::Null | serde_json::Value::Array(_) => Err(wrong()),
        }
    }
}

/// The values of a row by column; a column without a value is absent.
pub type Values = BTreeMap<ColumnName, Value>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decimal_is_written_as_it_was_read() {
        for text in ["12.50", "-0.05", "7", "-3"] {
            assert_eq!(Decimal::parse(text).unwrap().to_string(), text);
        }
        assert!(Decimal::parse("1,5").is_none());
        assert_eq!(
            Decimal::parse("1.5").unwrap().compare(Decimal::parse("1.50").unwrap()),
            std::cmp::Ordering::Equal
        );
    }

    #[test]
    fn a_date_is_not_confused_with_a_text_that_looks_like_one() {
        let day = Value::Date(jiff::civil::date(2018, 5, 23));
        let text = Value::Text("2018-05-23".into());
        for value in [day, text] {
            let json = serde_json::to_string(&value).unwrap();
            assert_eq!(serde_json::from_str::<Value>(&json).unwrap(), value);
        }
    }
}
