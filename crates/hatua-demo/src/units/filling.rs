//! What a column of a register of units is filled with: the recipe's closed list.

use hatua_core::id::IndicatorCode;
use serde::Deserialize;

use crate::filling::fills_nothing;

/// What a column is filled with.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(crate) enum UnitFilling {
    /// The same text in every row.
    Text(String),
    /// The row's key.
    Row,
    /// The unit's own id.
    Unit,
    /// The unit's title, as this partner writes it.
    Title,
    Document,
    Date,
    /// A day some days before the row's.
    DateBefore,
    Country,
    GivenName,
    FamilyName,
    /// The row's part of its line's amount.
    Amount,
    /// A code of the unit or the row.
    Trait(String),
    /// `yes` where the row has a code of the trait.
    Given(String),
    /// The row's part of what is spread.
    Spread(String),
    /// What the line or the title says under this word.
    Value(String),
    /// The key of the unit's first row of another indicator.
    FirstRow(IndicatorCode),
}

impl TryFrom<String> for UnitFilling {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        Ok(match text.as_str() {
            "row" => Self::Row,
            "unit" => Self::Unit,
            "title" => Self::Title,
            "document" => Self::Document,
            "date" => Self::Date,
            "date_before" => Self::DateBefore,
            "country" => Self::Country,
            "given_name" => Self::GivenName,
            "family_name" => Self::FamilyName,
            "amount" => Self::Amount,
            other => match other.split_once(':') {
                Some(("text", fixed)) => Self::Text(fixed.to_owned()),
                Some(("trait", name)) => Self::Trait(name.to_owned()),
                Some(("given", name)) => Self::Given(name.to_owned()),
                Some(("spread", name)) => Self::Spread(name.to_owned()),
                Some(("value", name)) => Self::Value(name.to_owned()),
                Some(("first_row", code)) => {
                    Self::FirstRow(code.parse().map_err(|cause| format!("`{text}`: {cause}"))?)
                }
                Some(_) | None => return Err(fills_nothing(&text)),
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filling_that_nobody_knows_is_refused() {
        assert_eq!(UnitFilling::try_from("row".to_owned()), Ok(UnitFilling::Row));
        assert!(UnitFilling::try_from("half_days".to_owned()).unwrap_err().contains("fills no column"));
    }
}
