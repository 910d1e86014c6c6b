//! Which row is about which unit, and on which day. Quarters are gone through in order, each in four rounds: units that
//! nobody knows, units that are known from another indicator (to the partner, or else to another one), units that another partner counted first, and
//! units that come again. Each has its day after the one it follows, so that whoever was first in the plan is first by
//! the calendar too.

use std::collections::{BTreeMap, BTreeSet};

use hatua_core::id::{IndicatorCode, PartnerCode};
use jiff::Span;
use jiff::civil::Date;

use crate::cells::EventStatus;
use crate::draw::Draw;
use crate::error::DemoError;
use crate::units::lines::Line;
use crate::units::plan::{Known, UnitsPlan};

/// Within a quarter, the last days (from 0) on which something is counted first, is another partner's, comes again. No
/// quarter is shorter than 90 days.
const LAST_FIRST: i64 = 80;
const LAST_DUPLICATE: i64 = 85;
const LAST_REPEAT: i64 = 89;

/// A unit as one partner knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unit {
    pub(crate) partner: PartnerCode,
    /// The partner's own number of it, from 1.
    pub(crate) own_number: usize,
    /// The row in which the partner tells of it first.
    pub(crate) first_row: usize,
    /// By indicator, its first row.
    pub(crate) firsts: BTreeMap<IndicatorCode, usize>,
    /// The unit as which another partner told of it first.
    pub(crate) same_as: Option<usize>,
    /// The units as which other partners tell of it later.
    pub(crate) again: Vec<usize>,
}

/// A row: its line, its unit, its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) line: usize,
    pub(crate) unit: usize,
    pub(crate) date: Date,
}

/// All units and rows of a plan.
#[derive(Debug, Default)]
pub(crate) struct Seating {
    pub(crate) units: Vec<Unit>,
    /// Not in the order of lines.
    pub(crate) rows: Vec<Row>,
}

/// Units and rows being made.
struct Usher<'a> {
    plan: &'a UnitsPlan,
    lines: &'a [&'a Line],
    draw: &'a mut Draw,
    numbers: BTreeMap<PartnerCode, usize>,
    seating: Seating,
}

impl Seating {
    /// Makes units and rows.
    ///
    /// # Errors
    /// When a line asks for more units than there are.
    pub(crate) fn new(plan: &UnitsPlan, lines: &[&Line], draw: &mut Draw) -> Result<Self, DemoError> {
        let mut usher = Usher { plan, lines, draw, numbers: BTreeMap::new(), seating: Self::default() };
        let mut from = 0;
        for quarter in lines.chunk_by(|a, b| a.quarter == b.quarter) {
            let places = from..from + quarter.len();
            from = places.end;
            for place in places.clone() {
                usher.strangers(place);
            }
            for round in [Usher::known, Usher::duplicates, Usher::repeats] {
                for place in places.clone() {
                    round(&mut usher, place)?;
                }
            }
        }
        Ok(usher.seating)
    }
}

impl Usher<'_> {
    fn strangers(&mut self, place: usize) {
        let line = self.lines[place];
        for _ in 0..line.new_units - line.known {
            let date = self.day(line, None, LAST_FIRST);
            self.seat_stranger(place, date, None);
        }
    }

    fn known(&mut self, place: usize) -> Result<(), DemoError> {
        let line = self.lines[place];
        if line.known == 0 {
            return Ok(());
        }
        let fits = |usher: &Self, unit: usize| {
            let (first, from) = usher.first_line(unit);
            let is_there = match usher.plan.known {
                Known::SameCountry => from.country == line.country,
                Known::OtherCountry => from.country != line.country,
            };
            is_there
                && from.status == EventStatus::Verified
                && !usher.is_counted_for(unit, &line.indicator)
                && is_before(first.date, line, LAST_FIRST)
        };
        let mut candidates = self.units(fits);
        self.draw.shuffle(&mut candidates);
        let is_own = |unit: usize| self.seating.units[unit].partner == line.partner;
        candidates.sort_by_key(|unit| (!is_own(*unit), self.members(*unit).len()));
        self.keep_each_once(&mut candidates);
        if candidates.len() < line.known {
            return Err(too_few(line, line.known, "units from another indicator", &candidates));
        }
        for &unit in &candidates[..line.known] {
            let first = self.seating.rows[self.seating.units[unit].first_row].date;
            let date = self.day(line, Some(first), LAST_FIRST);
            match self.of_partner(unit, &line.partner) {
                Some(own) => self.seat_again(place, date, own),
                None => self.seat_stranger(place, date, Some(unit)),
            }
        }
        Ok(())
    }

    fn duplicates(&mut self, place: usize) -> Result<(), DemoError> {
        let line = self.lines[place];
        let fits = |usher: &Self, unit: usize| {
            let one = &usher.seating.units[unit];
            let Some(&first) = one.firsts.get(&line.indicator) else { return false };
            let first = usher.seating.rows[first];
            let from = usher.lines[first.line];
            usher.of_partner(unit, &line.partner).is_none_or(|own| !usher.has_rows_of(own, &line.indicator))
                && from.country == line.country
                && from.status == EventStatus::Verified
                && is_about(line, from)
                && is_before(first.date, line, LAST_DUPLICATE)
        };
        let mut candidates = self.units(fits);
        self.draw.shuffle(&mut candidates);
        candidates.sort_by_key(|unit| self.members(*unit).len());
        self.keep_each_once(&mut candidates);
        if candidates.len() < line.duplicates {
            return Err(too_few(line, line.duplicates, "units of another partner", &candidates));
        }
        for &first in &candidates[..line.duplicates] {
            let counted = self.seating.units[first].firsts[&line.indicator];
            let date = self.day(line, Some(self.seating.rows[counted].date), LAST_DUPLICATE);
            match self.of_partner(first, &line.partner) {
                Some(own) => self.seat_again(place, date, own),
                None => self.seat_stranger(place, date, Some(first)),
            }
        }
        Ok(())
    }

    /// Units that come again; where there are fewer than rows, some come more than once.
    fn repeats(&mut self, place: usize) -> Result<(), DemoError> {
        let line = self.lines[place];
        if line.repeats == 0 {
            return Ok(());
        }
        let fits = |usher: &Self, unit: usize| {
            let one = &usher.seating.units[unit];
            let Some(&first) = one.firsts.get(&line.indicator) else { return false };
            let first = usher.seating.rows[first];
            let from = usher.lines[first.line];
            one.partner == line.partner
                && from.country == line.country
                && from.status == EventStatus::Verified
                && is_about(line, from)
                && is_before(first.date, line, LAST_REPEAT)
        };
        let mut candidates = self.units(fits);
        self.draw.shuffle(&mut candidates);
        if candidates.is_empty() {
            return Err(too_few(line, line.repeats, "units of its own partner", &candidates));
        }
        let chosen: Vec<usize> = candidates.iter().copied().cycle().take(line.repeats).collect();
        for unit in chosen {
            let first = self.seating.units[unit].firsts[&line.indicator];
            let date = self.day(line, Some(self.seating.rows[first].date), LAST_REPEAT);
            self.seating.rows.push(Row { line: place, unit, date });
        }
        Ok(())
    }

    /// A first row of this indicator about a unit that the partner knows.
    fn seat_again(&mut self, place: usize, date: Date, unit: usize) {
        let row = self.seating.rows.len();
        self.seating.units[unit].firsts.insert(self.lines[place].indicator.clone(), row);
        self.seating.rows.push(Row { line: place, unit, date });
    }

    /// Seats a unit that the partner does not know yet, whether or not another one knows it.
    fn seat_stranger(&mut self, place: usize, date: Date, known_as: Option<usize>) {
        let line = self.lines[place];
        let same_as = known_as.map(|unit| self.seating.units[unit].same_as.unwrap_or(unit));
        let number = self.numbers.entry(line.partner.clone()).or_default();
        *number += 1;
        let (unit, row) = (self.seating.units.len(), self.seating.rows.len());
        self.seating.units.push(Unit {
            partner: line.partner.clone(),
            own_number: *number,
            first_row: row,
            firsts: BTreeMap::from([(line.indicator.clone(), row)]),
            same_as,
            again: Vec::new(),
        });
        self.seating.rows.push(Row { line: place, unit, date });
        if let Some(first) = same_as {
            self.seating.units[first].again.push(unit);
        }
    }

    fn units(&self, fits: impl Fn(&Self, usize) -> bool) -> Vec<usize> {
        (0..self.seating.units.len()).filter(|unit| fits(self, *unit)).collect()
    }

    /// A unit's first row, and the line that it stands in.
    fn first_line(&self, unit: usize) -> (Row, &Line) {
        let first = self.seating.rows[self.seating.units[unit].first_row];
        (first, self.lines[first.line])
    }

    /// Whether the unit, or the same unit of another partner, has rows of an indicator.
    fn is_counted_for(&self, unit: usize, indicator: &IndicatorCode) -> bool {
        self.members(unit).into_iter().any(|member| self.has_rows_of(member, indicator))
    }

    fn has_rows_of(&self, unit: usize, indicator: &IndicatorCode) -> bool {
        self.seating.units[unit].firsts.contains_key(indicator)
    }

    /// Keeps the first of those that are the same unit.
    fn keep_each_once(&self, units: &mut Vec<usize>) {
        let mut seen = BTreeSet::new();
        units.retain(|unit| seen.insert(self.seating.units[*unit].same_as.unwrap_or(*unit)));
    }

    /// The unit as this partner knows it, if it does.
    fn of_partner(&self, unit: usize, partner: &PartnerCode) -> Option<usize> {
        self.members(unit).into_iter().find(|member| self.seating.units[*member].partner == *partner)
    }

    /// The same unit as all partners know it.
    fn members(&self, unit: usize) -> Vec<usize> {
        let first = self.seating.units[unit].same_as.unwrap_or(unit);
        std::iter::once(first).chain(self.seating.units[first].again.iter().copied()).collect()
    }

    /// A day for a row: the line's own, or one of its quarter, later than what it follows.
    fn day(&mut self, line: &Line, after: Option<Date>, last: i64) -> Date {
        if let Some(date) = line.date {
            return date;
        }
        let begins = line.quarter.first_day();
        let from = after.map_or(begins, |after| days_after(after, 1).max(begins));
        let choice = i64::from((days_after(begins, last) - from).get_days()) + 1;
        let choice = usize::try_from(choice).expect("whatever a row follows was chosen to be before it");
        days_after(from, i64::try_from(self.draw.below(choice)).expect("a quarter is short"))
    }
}

/// Whether a line may tell of what this other line told of first: lines with a label only of their own.
fn is_about(line: &Line, first: &Line) -> bool {
    line.label.is_none() || line.label == first.label
}

/// Whether a day lies before one that the line can still have.
fn is_before(day: Date, line: &Line, last: i64) -> bool {
    day < line.date.unwrap_or_else(|| days_after(line.quarter.first_day(), last))
}

fn too_few(line: &Line, wanted: usize, who: &str, found: &[usize]) -> DemoError {
    DemoError::TooFewPeople { event: line.id.clone(), wanted, who: who.to_owned(), found: found.len() }
}

fn days_after(day: Date, days: i64) -> Date {
    day.saturating_add(Span::new().days(days))
}
