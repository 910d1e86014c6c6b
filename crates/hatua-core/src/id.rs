//! Names and numbers that point at things. Each is a type of its own, so that a partner's code can't be passed
//! where a register's name is meant. Words (codes, slugs, names) are checked when they are made; random ids are
//! drawn by the caller and only carried here.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Why a text is not a name of this kind.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not {kind}: {expected}")]
pub struct IdError {
    /// What was read.
    pub text: String,
    /// What it should have been, with its article ("a partner's code").
    pub kind: &'static str,
    /// The shape that was expected, in words.
    pub expected: &'static str,
}

/// Makes a checked name type. A macro, because a generic type would lose the names in error messages and docs.
macro_rules! word_id {
    ($(#[$doc:meta])* $name:ident, $kind:literal, $expected:literal, $accepts:expr) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// Checks the text and makes the name.
            ///
            /// # Errors
            /// When the text has another shape; the error says which shape was expected.
            pub fn new(text: impl Into<String>) -> Result<Self, IdError> {
                let text = text.into();
                let accepts: fn(&str) -> bool = $accepts;
                if accepts(&text) { Ok(Self(text)) } else { Err(IdError { text, kind: $kind, expected: $expected }) }
            }

            /// The name as text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                Self::new(text)
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;
            fn try_from(text: String) -> Result<Self, IdError> {
                Self::new(text)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0
            }
        }
    };
}

/// Makes a random-id type (a UUID that the caller drew).
macro_rules! random_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                Uuid::parse_str(text).map(Self).map_err(|_| IdError {
                    text: text.to_owned(),
                    kind: stringify!($name),
                    expected: "an id as this program prints it, for example 0159b0c4-35c7-7a21-8f3e-1f6f2a3b4c5d",
                })
            }
        }
    };
}

fn is_slug(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 64
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
}

fn is_name(text: &str) -> bool {
    text.len() <= 64
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

fn is_code(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 64
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'+'))
}

word_id!(
    /// The id of a programme; it is also the slug of the action's page (`/a/bmm`).
    ProgrammeId, "a programme's id", "lower-case letters, digits and hyphens", is_slug
);
word_id!(
    /// The word in the address of a figure (`trained`).
    FigureSlug, "a figure's slug", "lower-case letters, digits and hyphens", is_slug
);
word_id!(
    /// The code of an indicator in the fund's list (`3.7`, `2.1bis`).
    IndicatorCode, "an indicator's code", "letters, digits, dots and hyphens, no space", is_code
);
word_id!(
    /// The code of a partner (`A`).
    PartnerCode, "a partner's code", "letters, digits, dots and hyphens, no space", is_code
);
word_id!(
    /// The name of a register (`attendance`).
    RegisterName, "a register's name", "lower-case letters, digits and underscores, a letter first", is_name
);
word_id!(
    /// The name of a column of a register (`person_id`).
    ColumnName, "a column's name", "lower-case letters, digits and underscores, a letter first", is_name
);
word_id!(
    /// The name of a dimension by which figures are broken down (`country`).
    DimensionName, "a dimension's name", "lower-case letters, digits and underscores, a letter first", is_name
);
word_id!(
    /// The name of a kind of years by which figures are told (`ethiopian`).
    YearName, "a name of years", "lower-case letters, digits and underscores, a letter first", is_name
);
word_id!(
    /// The id of a source document: a signed list, a certificate, or the file that a record came in.
    DocumentId, "a document's id", "1 to 120 printable characters",
    |text| !text.trim().is_empty() && text.chars().count() <= 120 && !text.chars().any(char::is_control)
);
word_id!(
    /// The e-mail by which a user of the system is known, or `operator` for the machine's own operator.
    UserEmail, "a user's e-mail", "an address with one @, or `operator`",
    |text| text == "operator" || (text.len() <= 254 && text.split('@').count() == 2 && !text.starts_with('@')
        && !text.ends_with('@') && !text.contains(char::is_whitespace))
);

random_id!(
    /// One record of a register.
    RecordId
);
random_id!(
    /// One unit that an indicator counts: a person, an institution, a station.
    UnitId
);
random_id!(
    /// One decision about two units.
    DecisionId
);
random_id!(
    /// One received file.
    FileId
);
random_id!(
    /// One user. The ledger holds this id only; e-mail and name lie beside it and can be erased.
    UserId
);

impl UserId {
    /// The actor where no user was named: the person at the machine's own command line.
    pub const OPERATOR: Self = Self(Uuid::nil());
}

impl UserEmail {
    /// The actor where no user was named: the person at the machine's command line.
    #[must_use]
    pub fn operator() -> Self {
        Self("operator".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_has_no_capitals_and_no_space() {
        assert!(FigureSlug::new("border-stations").is_ok());
        assert!(FigureSlug::new("Border stations").is_err());
        assert!(IndicatorCode::new("2.1bis").is_ok());
        assert!(IndicatorCode::new("2.1 bis").is_err());
    }

    #[test]
    fn an_id_reads_back_what_it_prints() {
        let id = RecordId(Uuid::from_u128(7));
        assert_eq!(id.to_string().parse(), Ok(id));
        assert!("7".parse::<RecordId>().is_err());
    }
}
