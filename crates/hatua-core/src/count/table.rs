//! Breakdowns of a figure: one-way tables by dimension, by quarter and by year. What may be shown of them is decided by
//! `withhold`, not here.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::count::tally::Tally;
use crate::count::years::{first_days, year_counts, years_of};
use crate::id::{DimensionName, UnitId};
use crate::period::Quarter;
use crate::programme::{Attribute, Dimension, DimensionCodes, Indicator, Measure, Programme};
use crate::record::{FieldRecord, Value};
use crate::release::TableKey;

/// The code of a cell whose attribute nobody recorded.
pub(crate) const UNKNOWN: &str = "unknown";
/// The dimension that is the record's partner, not a column.
const PARTNER: &str = "partner";
/// The dimension that is the quarter of the record's day, not a column.
pub(super) const QUARTER: &str = "quarter";

/// A computed table, before disclosure control.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What it breaks down by.
    pub key: TableKey,
    /// The cells, in the order of the dimension's codes; every listed code has a cell.
    pub cells: Vec<(String, u64)>,
    /// How many units stand in more than one cell; absent where each stands in one, so in every table that is not
    /// `Each`.
    pub units_in_several: Option<u64>,
}

/// The tables that can be made of an indicator: one by each of its dimensions, by quarter and by year; for different units also
/// the ones in which a unit stands in every cell where it was reached. Where an indicator of different units is broken
/// down by the attributes of each record, a unit has no one cell, so only the latter can be made.
#[must_use]
pub fn table_keys(programme: &Programme, indicator: &Indicator) -> Vec<TableKey> {
    let each = &programme.disclosure.each;
    let years = programme.periods.years.iter().map(|years| TableKey::Year(years.name.clone()));
    let times = [TableKey::Quarter].into_iter().chain(years);
    let by = || indicator.by.iter().filter(|name| name.as_str() != QUARTER).cloned();
    match (&indicator.measure, indicator.attribute) {
        (Measure::Cases | Measure::Sum(_), _) => by().map(TableKey::First).chain(times).collect(),
        (Measure::Distinct, Attribute::Record) => times.chain(by().map(TableKey::Each)).collect(),
        (Measure::Distinct, Attribute::First) => {
            let first = by().map(TableKey::First).chain(times);
            first.chain(by().filter(|name| each.contains(name)).map(TableKey::Each)).collect()
        }
    }
}

/// Makes tables of a tally. `until` is the last day of the period: the last quarter that has a cell.
#[must_use]
pub fn tables(
    programme: &Programme,
    indicator: &Indicator,
    tally: &Tally,
    keys: &[TableKey],
    until: Date,
) -> Vec<Table> {
    keys.iter()
        .map(|key| {
            let (counts, units_in_several) = match key {
                TableKey::First(dimension) => (first_counts(programme, indicator, tally, dimension), None),
                TableKey::Quarter => (quarter_counts(tally), None),
                TableKey::Year(name) => (year_counts(programme, tally, name), None),
                TableKey::Each(dimension) => {
                    let units = units_by_code(programme, indicator, tally, dimension);
                    let counts =
                        units.iter().map(|(code, units)| (code.clone(), units.len() as u64)).collect();
                    (counts, Some(units_in_several(&units)))
                }
            };
            let listed = listed_codes(programme, indicator, key, until);
            Table { key: key.clone(), cells: in_order(&listed, counts), units_in_several }
        })
        .collect()
}

/// The code of a record and its day in a dimension.
pub(super) fn code_of(
    programme: &Programme,
    indicator: &Indicator,
    dimension: &str,
    (record, day): (&FieldRecord, Option<Date>),
) -> String {
    match dimension {
        PARTNER => record.partner.to_string(),
        QUARTER => day.map_or_else(|| UNKNOWN.to_owned(), |day| Quarter::of(day).to_string()),
        name if let Some(years) = years_of(programme, name) => {
            day.map_or_else(|| UNKNOWN.to_owned(), |day| years.kind.code_of(day))
        }
        name => programme
            .dimension(name)
            .and_then(|dimension| column_code(programme, dimension, indicator, record))
            .unwrap_or_else(|| UNKNOWN.to_owned()),
    }
}

fn column_code(
    programme: &Programme,
    dimension: &Dimension,
    indicator: &Indicator,
    record: &FieldRecord,
) -> Option<String> {
    let column = dimension.column_of(programme.registers.get(&record.register)?)?;
    let value = record.value(&column.name)?;
    match (&dimension.codes, value) {
        (DimensionCodes::Listed(_) | DimensionCodes::ByFigure(_), _)
        | (DimensionCodes::Bands(_), Value::Text(_)) => Some(value.to_string()),
        (DimensionCodes::Bands(bands), Value::Integer(number)) => bands
            .get(&indicator.slug)?
            .iter()
            .find(|band| band.from <= *number && band.to.is_none_or(|to| *number <= to))
            .map(|band| band.code.clone()),
        (DimensionCodes::Bands(_), Value::Boolean(_) | Value::Date(_)) => None,
    }
}

fn first_counts(
    programme: &Programme,
    indicator: &Indicator,
    tally: &Tally,
    dimension: &DimensionName,
) -> BTreeMap<String, u64> {
    let mut counts = BTreeMap::new();
    for counted in &tally.counted {
        let code =
            code_of(programme, indicator, dimension.as_str(), (counted.described_by, Some(counted.day)));
        *counts.entry(code).or_default() += counted.weight;
    }
    counts
}

fn quarter_counts(tally: &Tally) -> BTreeMap<String, u64> {
    let mut counts = BTreeMap::new();
    for counted in &tally.counted {
        *counts.entry(Quarter::of(counted.day).to_string()).or_default() += counted.weight;
    }
    counts
}

/// The units in each cell: a unit stands in every cell where a record of it lies.
fn units_by_code(
    programme: &Programme,
    indicator: &Indicator,
    tally: &Tally,
    dimension: &DimensionName,
) -> BTreeMap<String, BTreeSet<UnitId>> {
    let mut units: BTreeMap<String, BTreeSet<UnitId>> = BTreeMap::new();
    for record in &tally.identified {
        let code = code_of(programme, indicator, dimension.as_str(), (record.record(), Some(record.day())));
        units.entry(code).or_default().insert(record.unit());
    }
    units
}

/// How many units stand in more than one cell. `unknown` is no second place: a person trained in Kenya, and once where
/// nobody wrote it down, was not trained in two countries.
fn units_in_several(units: &BTreeMap<String, BTreeSet<UnitId>>) -> u64 {
    let mut cells_of: BTreeMap<UnitId, u64> = BTreeMap::new();
    for unit in units.iter().filter(|(code, _)| *code != UNKNOWN).flat_map(|(_, units)| units) {
        *cells_of.entry(*unit).or_default() += 1;
    }
    cells_of.values().filter(|cells| **cells > 1).count() as u64
}

/// The codes that have a cell even where nothing was counted, in order.
pub(super) fn listed_codes(
    programme: &Programme,
    indicator: &Indicator,
    key: &TableKey,
    until: Date,
) -> Vec<String> {
    let dimension = match key {
        TableKey::Quarter | TableKey::Year(_) => {
            return first_days(programme, key, until).into_iter().map(|(code, _)| code).collect();
        }
        TableKey::First(dimension) | TableKey::Each(dimension) => dimension,
    };
    if dimension.as_str() == PARTNER {
        return programme.reporting_partners().map(|partner| partner.code.to_string()).collect();
    }
    let codes = programme.dimension(dimension.as_str()).map(|dimension| dimension.codes.of(&indicator.slug));
    codes.into_iter().flatten().filter(|code| *code != UNKNOWN).map(str::to_owned).collect()
}

/// Listed codes first, in their order; then codes that the list does not know, `unknown` last.
fn in_order(listed: &[String], mut counts: BTreeMap<String, u64>) -> Vec<(String, u64)> {
    let unknown = counts.remove(UNKNOWN);
    let mut cells: Vec<(String, u64)> =
        listed.iter().map(|code| (code.clone(), counts.remove(code).unwrap_or_default())).collect();
    cells.extend(counts);
    cells.extend(unknown.map(|count| (UNKNOWN.to_owned(), count)));
    cells
}
