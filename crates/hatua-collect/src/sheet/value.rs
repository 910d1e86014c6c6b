//! One cell becomes one value of its column's kind, no value, or a fault. Blank is never zero, and nothing is guessed.

use hatua_core::limits::{TEXT_CHARACTERS_MAX, WHOLE_NUMBER_MAX};
use hatua_core::programme::ColumnKind;
use hatua_core::record::{Decimal, Value};
use jiff::civil::Date;

use super::choice::{self, Match};
use super::columns::ColumnReading;
use super::date::{self, DayReading};
use super::grid::{Cell, Content};
use super::number::{self, NumberFault};
use super::problem::{Notes, ProblemCode};
use super::word;
use super::xlsx::day_of_serial;

/// What a cell came to.
#[derive(Debug)]
pub(crate) enum Outcome {
    /// A value.
    Value(Value),
    /// A mark that says that there is no value (`n/a`).
    NoValue,
    /// A fault.
    Fault(Fault),
}

/// What is wrong with a cell, without its place.
#[derive(Debug)]
pub(crate) struct Fault {
    pub code: ProblemCode,
    pub message: String,
    pub offer: Option<String>,
}

impl Fault {
    pub(crate) fn new(code: ProblemCode, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), offer: None }
    }
}

/// The text without the apostrophe that exports put before `=`, `+`, `-` and `@`, so that no spreadsheet takes it for a
/// formula.
fn without_guard(text: &str) -> &str {
    let bare = word::trim(text).strip_prefix('\'');
    bare.filter(|bare| bare.starts_with(['=', '+', '-', '@'])).unwrap_or(text)
}

/// Reads a cell that is not blank.
pub(crate) fn read(reading: &ColumnReading<'_>, cell: &Cell, notes: &mut Notes) -> Outcome {
    let outcome = match &cell.content {
        Content::Error(error) => fault(
            ProblemCode::ErrorValue,
            format!("The spreadsheet shows the error {error} here. Mend the formula or write the value."),
        ),
        Content::NoValue => fault(
            ProblemCode::FormulaWithoutValue,
            "The formula here has no saved value. Open the file in a spreadsheet program and save it, or write the value.",
        ),
        Content::Text(text) => read_kind(reading, &Content::Text(without_guard(text).to_owned()), notes),
        Content::Number(_) | Content::Date(_) | Content::Boolean(_) => {
            read_kind(reading, &cell.content, notes)
        }
    };
    if cell.is_formula && matches!(outcome, Outcome::Value(_) | Outcome::NoValue) {
        notes.say_of(&reading.column.name, "values of formulas read");
    }
    outcome
}

fn read_kind(reading: &ColumnReading<'_>, content: &Content, notes: &mut Notes) -> Outcome {
    let kind = &reading.column.kind;
    if !reading.allowed.is_empty() {
        return read_listed(reading, content, notes);
    }
    if let Content::Text(text) = content
        && says_no_value(text, kind)
    {
        return Outcome::NoValue;
    }
    match kind {
        ColumnKind::Id | ColumnKind::Phone | ColumnKind::Record(_) => read_id(reading, content),
        ColumnKind::Text
        | ColumnKind::PersonName
        | ColumnKind::Choice(_)
        | ColumnKind::Place
        | ColumnKind::Organisation => read_text(content),
        ColumnKind::Integer | ColumnKind::Decimal | ColumnKind::Money | ColumnKind::Year => {
            read_number(reading, content, notes)
        }
        ColumnKind::Date => read_date(reading, content, notes),
        ColumnKind::Boolean => read_boolean(reading, content),
    }
}

fn fault(code: ProblemCode, message: impl Into<String>) -> Outcome {
    Outcome::Fault(Fault::new(code, message))
}

/// The words by which people say that they have no value. `Na` is also a name: there only `NA` and `na` say it.
fn says_no_value(text: &str, kind: &ColumnKind) -> bool {
    let text = word::trim(text);
    match text.to_lowercase().as_str() {
        "n/a" | "-" | "–" | "—" | "?" | "n.d." | "s/o" => true,
        "na" | "nd" => {
            *kind != ColumnKind::PersonName || text == text.to_lowercase() || text == text.to_uppercase()
        }
        _ => false,
    }
}

/// The cell in a message: quoted, unless its column identifies a person.
fn quoted(reading: &ColumnReading<'_>, content: &Content) -> String {
    const SHOWN_MAX: usize = 60;
    if reading.column.personal {
        return "The value".to_owned();
    }
    let shown = word::one_line(&content.shown());
    if shown.chars().count() > SHOWN_MAX {
        return format!("\"{}…\"", shown.chars().take(SHOWN_MAX).collect::<String>());
    }
    format!("\"{shown}\"")
}

fn read_id(reading: &ColumnReading<'_>, content: &Content) -> Outcome {
    let lost = |how: &str| {
        let what = quoted(reading, content);
        let message = format!(
            "{what} is not the id that was written: the spreadsheet {how}. Format the column as text and write the id again."
        );
        fault(ProblemCode::IdPrecisionLost, message)
    };
    match content {
        Content::Number(number) if number.abs() >= number::EXACT_BELOW => {
            lost("keeps only 15 digits of a number")
        }
        Content::Date(_) => lost("made a date of it"),
        Content::Text(text) if is_scientific(text) => lost("shortened it to a power of ten"),
        Content::Text(_)
        | Content::Number(_)
        | Content::Boolean(_)
        | Content::Error(_)
        | Content::NoValue => read_text(content),
    }
}

/// `1.23457E+19`: what is left of a long number after a spreadsheet wrote a CSV.
fn is_scientific(text: &str) -> bool {
    let Some((digits, power)) = word::trim(text).split_once("E+") else { return false };
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let (whole, fraction) = digits.split_once(['.', ',']).unwrap_or((digits, "0"));
    whole.len() == 1 && is_digits(whole) && is_digits(fraction) && is_digits(power)
}

fn read_text(content: &Content) -> Outcome {
    let text = word::one_line(&content.shown());
    let characters = text.chars().count();
    if characters > TEXT_CHARACTERS_MAX {
        let message = format!(
            "The text has {characters} characters; at most {TEXT_CHARACTERS_MAX} are kept. Shorten it."
        );
        return fault(ProblemCode::TextTooLong, message);
    }
    Outcome::Value(Value::Text(text))
}

fn read_number(reading: &ColumnReading<'_>, content: &Content, notes: &mut Notes) -> Outcome {
    let (decimal, is_arabic) = match content {
        Content::Number(number) => (number::of_spreadsheet(*number), false),
        Content::Text(text) => (number::read(text, reading.numbers), number::has_arabic_digits(text)),
        Content::Date(_) | Content::Boolean(_) | Content::Error(_) | Content::NoValue => {
            (Err(NumberFault::NotANumber), false)
        }
    };
    let read = decimal
        .and_then(|decimal| number_of_kind(&reading.column.kind, decimal).ok_or(NumberFault::NotANumber))
        .and_then(|value| if is_exact(&value) { Ok(value) } else { Err(NumberFault::TooLong) });
    let number_fault = match read {
        Ok(value) => {
            if is_arabic {
                notes.say("arabic-indic digits");
            }
            return Outcome::Value(value);
        }
        Err(number_fault) => number_fault,
    };
    let what = quoted(reading, content);
    let message = match number_fault {
        NumberFault::NotANumber => format!("{what} is not {}.", expected_number(&reading.column.kind)),
        NumberFault::Ambiguous => format!(
            "{what} can be read in two ways: the mark may part thousands or the fraction. Write it without the mark, or \
             with all digits (1234 or 1.2340)."
        ),
        NumberFault::TooLong => {
            format!("{what} has more digits than can be kept exactly. Write at most 15 digits.")
        }
    };
    fault(ProblemCode::NumberInvalid, message)
}

/// Whether every reader of JSON keeps a number's digits, so that the ledger may hold it.
fn is_exact(value: &Value) -> bool {
    match value {
        Value::Integer(number) => number.unsigned_abs() <= WHOLE_NUMBER_MAX,
        Value::Text(_) | Value::Boolean(_) | Value::Date(_) => true,
    }
}

/// The value of a number in its column; `None` where the kind does not allow it.
fn number_of_kind(kind: &ColumnKind, decimal: Decimal) -> Option<Value> {
    match kind {
        ColumnKind::Money => number::cents(decimal).map(Value::Integer),
        ColumnKind::Decimal => Some(Value::Text(decimal.to_string())),
        ColumnKind::Year => {
            number::whole(decimal).filter(|year| (1000..=9999).contains(year)).map(Value::Integer)
        }
        ColumnKind::Id
        | ColumnKind::Text
        | ColumnKind::Integer
        | ColumnKind::Date
        | ColumnKind::Boolean
        | ColumnKind::Choice(_)
        | ColumnKind::Place
        | ColumnKind::Organisation
        | ColumnKind::PersonName
        | ColumnKind::Phone
        | ColumnKind::Record(_) => number::whole(decimal).map(Value::Integer),
    }
}

fn expected_number(kind: &ColumnKind) -> &'static str {
    match kind {
        ColumnKind::Money => {
            "an amount: write digits with at most two decimals, for example 1250.50, without a currency"
        }
        ColumnKind::Decimal => "a number: write digits only, for example 12.5, without a unit",
        ColumnKind::Year => "a year: write four digits, for example 2018",
        ColumnKind::Integer
        | ColumnKind::Id
        | ColumnKind::Text
        | ColumnKind::Date
        | ColumnKind::Boolean
        | ColumnKind::Choice(_)
        | ColumnKind::Place
        | ColumnKind::Organisation
        | ColumnKind::PersonName
        | ColumnKind::Phone
        | ColumnKind::Record(_) => {
            "a whole number: write digits only, for example 50; leave the cell blank where nobody counted"
        }
    }
}

fn read_date(reading: &ColumnReading<'_>, content: &Content, notes: &mut Notes) -> Outcome {
    let day = match content {
        Content::Date(Some(day)) => DayReading::Day(*day),
        Content::Date(None) => DayReading::Impossible,
        Content::Number(number) if date::is_serial(*number) => DayReading::Serial(*number),
        Content::Text(text) => date::read(text, reading.order),
        Content::Number(_) | Content::Boolean(_) | Content::Error(_) | Content::NoValue => {
            DayReading::NotADay
        }
    };
    match day {
        DayReading::Day(day) => take_day(content, day, notes),
        DayReading::Serial(serial) => match day_of_serial(serial, reading.is_1904) {
            Some(day) => {
                notes.say_of(&reading.column.name, "serial numbers read as dates");
                take_day(content, day, notes)
            }
            None => {
                day_fault(reading, content, ProblemCode::DateInvalid, "is no day. Write it as 2018-06-30.")
            }
        },
        DayReading::Ambiguous => day_fault(
            reading,
            content,
            ProblemCode::DateAmbiguous,
            "can be read in two ways: nothing in this column tells whether day or month stands first. Write it as \
             year-month-day, for example 2018-06-30.",
        ),
        DayReading::ShortYear => day_fault(
            reading,
            content,
            ProblemCode::DateAmbiguous,
            "has a year of two digits. Write all four, for example 2018-06-30.",
        ),
        DayReading::Impossible => day_fault(
            reading,
            content,
            ProblemCode::DateInvalid,
            "is not in the calendar since 1900. Correct the day, the month or the year.",
        ),
        DayReading::NotADay => day_fault(
            reading,
            content,
            ProblemCode::DateInvalid,
            "is not a day. Write year-month-day, for example 2018-06-30.",
        ),
    }
}

fn day_fault(reading: &ColumnReading<'_>, content: &Content, code: ProblemCode, is: &str) -> Outcome {
    fault(code, format!("{} {is}", quoted(reading, content)))
}

fn take_day(content: &Content, day: Date, notes: &mut Notes) -> Outcome {
    if matches!(content, Content::Text(text) if number::has_arabic_digits(text)) {
        notes.say("arabic-indic digits");
    }
    Outcome::Value(Value::Date(day))
}

fn read_boolean(reading: &ColumnReading<'_>, content: &Content) -> Outcome {
    let answer = match content {
        Content::Boolean(answer) => Some(*answer),
        Content::Text(_) | Content::Number(_) => choice::yes_or_no(&content.shown()),
        Content::Date(_) | Content::Error(_) | Content::NoValue => None,
    };
    match answer {
        Some(answer) => Outcome::Value(Value::Boolean(answer)),
        None => fault(
            ProblemCode::ChoiceUnknown,
            format!("{} is neither yes nor no. Write yes or no.", quoted(reading, content)),
        ),
    }
}

fn read_listed(reading: &ColumnReading<'_>, content: &Content, notes: &mut Notes) -> Outcome {
    let shown = content.shown();
    let text = word::one_line(&shown);
    match reading.allowed.find(&text) {
        Match::Code(code) => Outcome::Value(Value::Text(code)),
        Match::Name(code) => {
            notes.say_of(&reading.column.name, &format!("\"{text}\" read as {code}"));
            Outcome::Value(Value::Text(code))
        }
        Match::Shared(codes) => fault(
            ProblemCode::ChoiceUnknown,
            format!(
                "{} is the name of several: write the code of the one that is meant ({}).",
                quoted(reading, content),
                codes.join(", ")
            ),
        ),
        Match::Unknown(_) if says_no_value(&text, &reading.column.kind) => Outcome::NoValue,
        Match::Unknown(offer) => {
            let nearest = offer.as_ref().map(|offer| format!(" Nearest: {offer}.")).unwrap_or_default();
            let what = quoted(reading, content);
            let message =
                format!("{what} is not one of the allowed values: {}.{nearest}", reading.allowed.listed());
            Outcome::Fault(Fault { code: ProblemCode::ChoiceUnknown, message, offer })
        }
    }
}
