//! Why an act was done, as the acting person said it. It stays in the ledger for ever and is printed beside a figure, so
//! it must never hold what leads to a person: no erasure could reach it there.

use jiff::civil::Date;
use uuid::Uuid;

use crate::limits::REASON_CHARACTERS_MAX;

/// A checked reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason(String);

/// Why a text is no reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReasonError {
    /// It is missing or too long.
    #[error(
        "no reason is given, or a long one; write 1 to {REASON_CHARACTERS_MAX} characters, they are kept with the act"
    )]
    Length,
    /// It holds an e-mail address.
    #[error(
        "the reason holds an e-mail address; it stays in the ledger for ever, so leave names, phones and addresses out"
    )]
    Address,
    /// It holds what may be a telephone number.
    #[error(
        "the reason holds {DIGITS_MIN} digits in a row, like a phone number; it stays in the ledger for ever, so leave names, phones and addresses out"
    )]
    Phone,
}

/// The shortest telephone numbers of the field have seven digits; a list's number or a year has fewer.
const DIGITS_MIN: u32 = 7;

impl Reason {
    /// Checks the text and makes the reason, without the blanks around it.
    ///
    /// # Errors
    /// When it is empty or too long, or holds an e-mail address or a telephone number.
    pub fn new(text: &str) -> Result<Self, ReasonError> {
        let text = text.trim();
        if text.is_empty() || text.chars().count() > REASON_CHARACTERS_MAX {
            return Err(ReasonError::Length);
        }
        if text.split_whitespace().any(is_address) {
            return Err(ReasonError::Address);
        }
        if has_phone(text) {
            return Err(ReasonError::Phone);
        }
        Ok(Self(text.to_owned()))
    }
}

impl From<Reason> for String {
    fn from(reason: Reason) -> String {
        reason.0
    }
}

fn is_address(word: &str) -> bool {
    let is_part = |part: &str| part.contains(char::is_alphanumeric);
    word.split_once('@').is_some_and(|(name, host)| is_part(name) && is_part(host))
}

/// Whether digits follow one another as in a telephone number, with nothing but blanks, dots, hyphens or `+` between.
/// Days and the ids that this program prints are no such numbers.
fn has_phone(text: &str) -> bool {
    let mut digits = 0;
    for word in text.split_whitespace() {
        let bare = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        if is_day(bare) || Uuid::parse_str(bare).is_ok() {
            digits = 0;
            continue;
        }
        for letter in word.chars() {
            match letter {
                // Latin, Arabic and Persian digits.
                '0'..='9' | '٠'..='٩' | '۰'..='۹' => digits += 1,
                '.' | '+' | '-' | '\u{2010}'..='\u{2015}' => {}
                _ => digits = 0,
            }
            if digits >= DIGITS_MIN {
                return true;
            }
        }
    }
    false
}

/// A day as `2018-07-13` or `13.07.2018`.
fn is_day(word: &str) -> bool {
    let parts: Option<Vec<i16>> = word.split(['-', '.']).map(|part| part.parse().ok()).collect();
    let (year, month, day) = match parts.as_deref() {
        Some([year, month, day]) if *year > 31 => (*year, *month, *day),
        Some([day, month, year]) => (*year, *month, *day),
        _ => return false,
    };
    let (Ok(month), Ok(day)) = (i8::try_from(month), i8::try_from(day)) else { return false };
    (1900..2100).contains(&year) && Date::new(year, month, day).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Result<(), ReasonError>) {
        assert_eq!(Reason::new(text).map(drop), expected, "{text}");
    }

    #[test]
    fn a_reason_says_something_and_not_too_much() {
        check(" \t", Err(ReasonError::Length));
        check(&"a".repeat(REASON_CHARACTERS_MAX), Ok(()));
        check(&"a".repeat(REASON_CHARACTERS_MAX + 1), Err(ReasonError::Length));
        assert_eq!(String::from(Reason::new(" counted twice\n").unwrap()), "counted twice");
    }

    #[test]
    fn an_address_is_refused() {
        check("asked achol.deng@example.org", Err(ReasonError::Address));
        check("asked <achol@example>", Err(ReasonError::Address));
        check("3 sheets @ 20 rows", Ok(()));
    }

    #[test]
    fn a_telephone_number_is_refused_however_it_is_written() {
        for text in [
            "call 0712345678",
            "call +254 712 345 678",
            "call 071-234.56",
            "same number 555\u{2013}1234",
            "اتصل ٠٧١٢٣٤٥٦٧",
            "on 2018-07-13: 555 1234",
            "the card 99.99.9999",
        ] {
            check(text, Err(ReasonError::Phone));
        }
    }

    #[test]
    fn counts_days_lists_and_ids_are_no_telephone_numbers() {
        for text in [
            "43 people, matched between 17 and 25 July 2018",
            "TR-061 of 2018-07-13, again on 13.07.2018 and (2018-07-14)",
            "from 1 643 to 1 600",
            "the same as 01590123-3507-7021-8031-106020304050",
        ] {
            check(text, Ok(()));
        }
    }
}
