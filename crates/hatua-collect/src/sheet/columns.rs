//! What a whole column tells about its cells: which mark is the decimal one, whether the day or the month stands first,
//! and which values are allowed. Decided once, before any row is read.

use hatua_core::programme::{Column, ColumnKind};

use super::SheetContext;
use super::choice::Allowed;
use super::date::{self, Order};
use super::grid::{Content, Grid};
use super::header::Header;
use super::number::{self, Mark, NumberReading};
use super::problem::Notes;

/// A column of the register and how its cells are read.
#[derive(Debug)]
pub(crate) struct ColumnReading<'a> {
    /// The column.
    pub column: &'a Column,
    /// Where it stands in the sheet, from 1.
    pub at: u32,
    /// For numbers.
    pub numbers: NumberReading,
    /// For days; absent where nobody can know.
    pub order: Option<Order>,
    /// For closed lists; empty for other kinds.
    pub allowed: Allowed,
    /// Whether serial numbers count from 1904.
    pub is_1904: bool,
}

/// Said of places and organisations where a register is read without a programme.
const UNCHECKED: &str = "taken as written, because there is no list to compare it with";

/// Decides for each column of the header how its cells are read, and notes the order of days.
pub(crate) fn prepare<'a>(
    context: &SheetContext<'a>,
    grid: &Grid,
    header: &Header,
    notes: &mut Notes,
) -> Vec<ColumnReading<'a>> {
    let mut ordered: Vec<(&Column, Order)> = Vec::new();
    let mut readings = Vec::new();
    let locale = context.declared_locale();
    for &(index, at) in &header.placed {
        let column = &context.register.columns[index];
        let texts = || texts_of(grid, header.row, at);
        let mut reading = ColumnReading {
            column,
            at,
            numbers: NumberReading { proved: None, locale },
            order: None,
            allowed: Allowed::default(),
            is_1904: grid.is_1904,
        };
        match &column.kind {
            ColumnKind::Integer | ColumnKind::Decimal | ColumnKind::Money | ColumnKind::Year => {
                reading.numbers.proved = proved_mark(texts());
            }
            ColumnKind::Date => {
                reading.order = date::order_of(texts(), locale);
                ordered.extend(
                    reading.order.filter(|_| texts().any(date::needs_order)).map(|order| (column, order)),
                );
            }
            ColumnKind::Choice(choices) => reading.allowed = Allowed::of_choices(choices),
            ColumnKind::Place if context.places.is_empty() => {
                notes.say_of(&column.name, UNCHECKED);
            }
            ColumnKind::Organisation if context.organisations.is_empty() => {
                notes.say_of(&column.name, UNCHECKED);
            }
            ColumnKind::Place => reading.allowed = Allowed::of_places(context.places),
            ColumnKind::Organisation => reading.allowed = Allowed::of_organisations(context.organisations),
            ColumnKind::Id
            | ColumnKind::Text
            | ColumnKind::Boolean
            | ColumnKind::PersonName
            | ColumnKind::Phone
            | ColumnKind::Record(_) => {}
        }
        readings.push(reading);
    }
    note_orders(&ordered, notes);
    readings
}

fn texts_of(grid: &Grid, header_row: u32, at: u32) -> impl Iterator<Item = &str> {
    let cells = grid.rows.range(header_row + 1..).filter_map(move |(_, row)| row.get(&at));
    cells.filter_map(|cell| match &cell.content {
        Content::Text(text) => Some(text.as_str()),
        Content::Number(_)
        | Content::Date(_)
        | Content::Boolean(_)
        | Content::Error(_)
        | Content::NoValue => None,
    })
}

/// The one decimal mark that the column's values prove; none where they prove both.
fn proved_mark<'a>(texts: impl Iterator<Item = &'a str>) -> Option<Mark> {
    let mut proved = None;
    for mark in texts.filter_map(number::proof) {
        match proved {
            Some(other) if other != mark => return None,
            Some(_) | None => proved = Some(mark),
        }
    }
    proved
}

/// One sentence where all columns have one order, else one for each column.
fn note_orders(ordered: &[(&Column, Order)], notes: &mut Notes) {
    let words = |order: Order| format!("dates read as {}", order.words());
    match ordered {
        [] => {}
        [(_, first), rest @ ..] if rest.iter().all(|(_, order)| order == first) => notes.say(words(*first)),
        _ => ordered.iter().for_each(|(column, order)| notes.say_of(&column.name, &words(*order))),
    }
}
