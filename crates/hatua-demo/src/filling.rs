//! What a column of a register is filled with: the recipe's closed list of facts about events and people.

use serde::Deserialize;

/// What a column is filled with.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(crate) enum Filling {
    /// The same text in every row.
    Text(String),
    /// Something about the event.
    Event(EventFact),
    /// Something about the person who came: only where a row is an attendance.
    Person(PersonFact),
}

/// What is known of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum EventFact {
    Id,
    Title,
    Topic,
    Theme,
    Date,
    Country,
    Document,
    HalfDays,
}

/// What is known of a person at an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PersonFact {
    OwnId,
    GivenName,
    FamilyName,
    Age,
    BirthYear,
    Phone,
    StaffNumber,
    HalfDays,
    Trait(String),
}

impl TryFrom<String> for Filling {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        Ok(match text.as_str() {
            "event" => Self::Event(EventFact::Id),
            "title" => Self::Event(EventFact::Title),
            "topic" => Self::Event(EventFact::Topic),
            "theme" => Self::Event(EventFact::Theme),
            "date" => Self::Event(EventFact::Date),
            "country" => Self::Event(EventFact::Country),
            "document" => Self::Event(EventFact::Document),
            "half_days" => Self::Event(EventFact::HalfDays),
            "person_id" => Self::Person(PersonFact::OwnId),
            "given_name" => Self::Person(PersonFact::GivenName),
            "family_name" => Self::Person(PersonFact::FamilyName),
            "age" => Self::Person(PersonFact::Age),
            "birth_year" => Self::Person(PersonFact::BirthYear),
            "phone" => Self::Person(PersonFact::Phone),
            "staff_number" => Self::Person(PersonFact::StaffNumber),
            "half_days_attended" => Self::Person(PersonFact::HalfDays),
            other => match other.split_once(':') {
                Some(("trait", name)) => Self::Person(PersonFact::Trait(name.to_owned())),
                Some(("text", fixed)) => Self::Text(fixed.to_owned()),
                Some(_) | None => return Err(fills_nothing(&text)),
            },
        })
    }
}

/// What is said of a filling that nobody knows.
pub(crate) fn fills_nothing(text: &str) -> String {
    format!("`{text}` fills no column: see docs/reference/demo-recipe.md for what does")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filling_that_nobody_knows_is_refused() {
        assert_eq!(
            Filling::try_from("trait:sex".to_owned()),
            Ok(Filling::Person(PersonFact::Trait("sex".to_owned())))
        );
        assert!(Filling::try_from("shoe_size".to_owned()).is_err());
    }
}
