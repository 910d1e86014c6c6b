//! What records hold, in the reader's words: registers, columns, values, partners, people, and addresses made of ids.

use hatua_app::AppError;
use hatua_app::check::{Overtaking, SeenRecord};
use hatua_app::figures::{FigureEffect, Supposition};
use hatua_app::permit::ReadFigures;
use hatua_app::shown::{Decimal, Status, Value, Values};
use hatua_core::id::{IndicatorCode, PartnerCode, RegisterName};
use hatua_core::programme::{Column, ColumnKind, Register};
use hatua_publish::text::{Arg, key};
use jiff::civil::Date;

use super::desk::Desk;

/// A column and what a row holds there, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shown {
    /// The column.
    pub label: String,
    /// The value.
    pub value: String,
}

/// The name of a register.
pub(super) fn register_name(desk: &Desk, register: &RegisterName) -> String {
    desk.texts.own(&key("register", register.as_str())).text
}

/// The name of a partner; its code, where the package names it no more.
pub(super) fn partner_name(desk: &Desk, partner: &PartnerCode) -> String {
    let organisations = &desk.acts.package().organisations;
    let known = organisations.iter().find(|known| known.code == *partner);
    known.map_or_else(|| partner.to_string(), |known| known.name.clone())
}

/// The short name of a figure; its code, where the package has it no more.
pub(super) fn figure_name(desk: &Desk, code: &IndicatorCode) -> String {
    match desk.acts.package().indicator(code.as_str()) {
        Some(indicator) => desk.texts.own(&key("figure", &format!("{}-short", indicator.slug))).text,
        None => code.to_string(),
    }
}

/// The name of a column in the reader's language.
pub(super) fn column_name(desk: &Desk, column: &Column) -> String {
    let label = desk.texts.label(desk.acts.package(), &column.labels);
    label.unwrap_or(column.name.as_str()).to_owned()
}

/// A value in words.
pub(super) fn value_words(desk: &Desk, column: &Column, value: &Value) -> String {
    let numbers = desk.texts.numbers;
    match (&column.kind, value) {
        (ColumnKind::Money, Value::Integer(cents)) => {
            let amount = Decimal { units: *cents, places: 2 };
            format!("{amount} {}", desk.acts.package().currency)
        }
        (_, Value::Integer(number)) => numbers.plain(*number),
        (_, Value::Date(day)) => numbers.date(*day),
        (_, Value::Boolean(true)) => desk.texts.get("work-yes"),
        (_, Value::Boolean(false)) => desk.texts.get("work-no"),
        (ColumnKind::Choice(choices), Value::Text(code)) => {
            let choice = choices.iter().find(|choice| choice.code == *code);
            let label = || choice.and_then(|choice| desk.texts.label(desk.acts.package(), &choice.labels));
            let own = desk.texts.optional(&key(column.name.as_str(), code));
            own.map_or_else(|| label().unwrap_or(code).to_owned(), |words| words.text)
        }
        (ColumnKind::Place, Value::Text(code)) => place_name(desk, code),
        (ColumnKind::Organisation, Value::Text(code)) => {
            code.parse().map_or_else(|_| code.clone(), |code| partner_name(desk, &code))
        }
        (_, Value::Text(text)) => text.clone(),
    }
}

/// The name of a place; its code, where the package names it no more.
pub(super) fn place_name(desk: &Desk, code: &str) -> String {
    let package = desk.acts.package();
    let place = package.places.iter().find(|place| place.code == code);
    let name = place.and_then(|place| place.names.get(&desk.locale).or(place.names.values().next()));
    name.cloned().unwrap_or_else(|| code.to_owned())
}

/// What a row holds, column by column in the order of the register.
pub(super) fn shown(desk: &Desk, register: &Register, values: &Values) -> Vec<(usize, Shown)> {
    let columns = register.columns.iter().enumerate();
    columns
        .filter_map(|(place, column)| {
            let value = value_words(desk, column, values.get(&column.name)?);
            Some((place, Shown { label: column_name(desk, column), value }))
        })
        .collect()
}

/// A part of an address: an id may hold any printable character.
pub(super) fn segment(id: &str) -> String {
    form_urlencoded::byte_serialize(id.as_bytes()).collect::<String>().replace('+', "%20")
}

/// Who was first, in words.
pub(super) fn overtaken_words(desk: &Desk, by: &Overtaking) -> String {
    let moment = desk.moment(by.at);
    let name = by.by.clone().unwrap_or_else(|| desk.texts.get("work-operator"));
    let key = if by.is_own { "work-overtaken-own" } else { "work-overtaken" };
    let args = [("name", (&name).into()), ("moment", (&moment).into()), ("count", Arg::Count(by.rows))];
    desk.texts.get_args(key, &args)
}

/// The word for the state of a record.
pub(super) fn status_words(desk: &Desk, status: Status) -> String {
    desk.texts.get(match status {
        Status::Pending => "work-status-pending",
        Status::Verified => "work-status-verified",
        Status::Returned => "work-status-returned",
        Status::Withdrawn => "work-status-withdrawn",
    })
}

/// What an act would change, figure by figure; nothing for who may not see figures before they are issued.
pub(super) fn effects(desk: &Desk, supposition: &Supposition) -> Result<Vec<String>, AppError> {
    let Ok(permit) = desk.permit::<ReadFigures>() else { return Ok(Vec::new()) };
    let changed = desk.acts.what_if(&permit, supposition)?;
    if changed.is_empty() {
        return Ok(vec![desk.texts.get("work-no-effect")]);
    }
    let effect = |effect: FigureEffect| {
        desk.texts.get_args(
            "work-effect",
            &[
                ("figure", (&figure_name(desk, &effect.code)).into()),
                ("before", Arg::Count(effect.before)),
                ("after", Arg::Count(effect.after)),
            ],
        )
    };
    Ok(changed.into_iter().map(effect).collect())
}

/// `ID.VERSION`: a record as a page showed it.
pub(super) fn seen_record(text: &str) -> Option<SeenRecord> {
    let (record, version) = text.split_once('.')?;
    Some(SeenRecord { record: record.parse().ok()?, version: version.parse().ok()? })
}

/// The day by which a partner should answer, as it was typed: nothing where the field is blank, a sentence where it is no day.
pub(super) fn due_of(desk: &Desk, typed: &str) -> Result<Option<Date>, String> {
    match typed.trim() {
        "" => Ok(None),
        typed => typed.parse().map(Some).map_err(|_| desk.texts.get("check-due-wrong")),
    }
}
