//! Breakdowns of a figure: one-way tables by dimension, by quarter and by year. What may be shown of them is decided by
//! `withhold`, not here.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::count::CountError;
use crate::count::tally::{Tally, add_up};
use crate::count::years::{first_days, year_counts, years_of};
use crate::id::{DimensionName, UnitId};
use crate::identity::IdentifiedRecord;
use crate::period::Quarter;
use crate::programme::{
    Attribute, Beside, Column, Dimension, DimensionCodes, Indicator, Measure, Programme, Register,
};
use crate::record::{FieldRecord, Value};
use crate::release::TableKey;

/// The code of a cell whose attribute nobody recorded.
pub(crate) const UNKNOWN: &str = "unknown";
/// The code of a cell for persons counted by head, whose attribute nobody could record.
pub const HEAD_COUNT: &str = "head_count";
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
    /// How many units stand in more than one cell; absent where each stands in one, and where no unit stands in any.
    pub units_in_several: Option<u64>,
    /// Who is behind the cells, where a cell holds something else than units.
    pub behind: Option<Behind>,
}

/// The units behind each cell of what is counted beside a figure: the last day on which each of them added to it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Behind(BTreeMap<String, BTreeMap<UnitId, Date>>);

impl Behind {
    /// How many units each cell has, those that nothing was added for left out.
    pub fn units(&self) -> impl Iterator<Item = u64> {
        self.0.values().map(|days| days.len() as u64)
    }

    /// How many units added to a cell after a day.
    #[must_use]
    pub fn units_since(&self, code: &str, day: Date) -> u64 {
        let days = self.0.get(code).into_iter().flat_map(BTreeMap::values);
        days.filter(|last| **last > day).count() as u64
    }
}

/// The tables that can be made of an indicator: one by each of its dimensions, by quarter and by year; for different units
/// also the ones in which a unit stands in every cell where it was reached; and what is counted beside it. Where an
/// indicator of different units is broken down by the attributes of each record, a unit has no one cell, so only the
/// latter can be made.
#[must_use]
pub fn table_keys(programme: &Programme, indicator: &Indicator) -> Vec<TableKey> {
    let each = &programme.disclosure.each;
    let years = programme.periods.years.iter().map(|years| TableKey::Year(years.name.clone()));
    let times = [TableKey::Quarter].into_iter().chain(years);
    let by = || indicator.by.iter().filter(|name| name.as_str() != QUARTER).cloned();
    let mut keys: Vec<TableKey> = match (&indicator.measure, indicator.attribute) {
        (Measure::Cases | Measure::Sum(_), _) => by().map(TableKey::First).chain(times).collect(),
        (Measure::Distinct, Attribute::Record) => times.chain(by().map(TableKey::Each)).collect(),
        (Measure::Distinct, Attribute::First) => {
            let first = by().map(TableKey::First).chain(times);
            first.chain(by().filter(|name| each.contains(name)).map(TableKey::Each)).collect()
        }
    };
    keys.extend(indicator.beside.iter().map(|beside| TableKey::Beside(beside.name.clone())));
    keys
}

/// Makes tables of a tally. `until` is the last day of the period: the last quarter that has a cell.
///
/// # Errors
/// When what is counted beside the figure adds up to more than a cell can hold.
pub fn tables(
    programme: &Programme,
    indicator: &Indicator,
    tally: &Tally,
    keys: &[TableKey],
    until: Date,
) -> Result<Vec<Table>, CountError> {
    let made = keys.iter().map(|key| {
        let (counts, units_in_several) = match key {
            TableKey::First(dimension) => first_counts(programme, indicator, tally, dimension),
            TableKey::Quarter => (quarter_counts(tally), None),
            TableKey::Year(name) => (year_counts(programme, tally, name), None),
            TableKey::Each(dimension) => each_counts(programme, indicator, tally, dimension),
            TableKey::Beside(name) => (beside_counts(indicator, tally, name)?, None),
        };
        let behind = match key {
            TableKey::Beside(name) => Some(behind_beside(indicator, tally, name)),
            TableKey::First(_) | TableKey::Each(_) | TableKey::Quarter | TableKey::Year(_) => None,
        };
        let listed = listed_codes(programme, indicator, key, until);
        Ok(Table { key: key.clone(), cells: in_order(&listed, counts), units_in_several, behind })
    });
    made.collect()
}

/// Numbers by code, and how many units stand in more than one of them.
type Counts = (BTreeMap<String, u64>, Option<u64>);

/// The codes of a record and its day in a dimension: one, or several where the dimension is read from further columns.
pub(super) fn codes_of(
    programme: &Programme,
    indicator: &Indicator,
    dimension: &str,
    (record, day): (&FieldRecord, Option<Date>),
) -> Vec<String> {
    match dimension {
        PARTNER => vec![record.partner.to_string()],
        QUARTER => vec![day.map_or_else(|| UNKNOWN.to_owned(), |day| Quarter::of(day).to_string())],
        name if let Some(years) = years_of(programme, name) => {
            vec![day.map_or_else(|| UNKNOWN.to_owned(), |day| years.kind.code_of(day))]
        }
        name => {
            let register = programme.registers.get(&record.register);
            let (Some(dimension), Some(register)) = (programme.dimension(name), register) else {
                return vec![UNKNOWN.to_owned()];
            };
            column_codes(dimension, indicator, register, record)
        }
    }
}

fn column_codes(
    dimension: &Dimension,
    indicator: &Indicator,
    register: &Register,
    record: &FieldRecord,
) -> Vec<String> {
    let column = dimension.column_of(register);
    let first = match column {
        None if indicator.is_head_count(record) => HEAD_COUNT.to_owned(),
        None => UNKNOWN.to_owned(),
        Some(column) => {
            column_code(dimension, indicator, record, column).unwrap_or_else(|| UNKNOWN.to_owned())
        }
    };
    let mut codes = vec![first];
    for code in dimension.also_of(register).filter_map(|column| record.value(&column.name)) {
        let code = code.to_string();
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes
}

fn column_code(
    dimension: &Dimension,
    indicator: &Indicator,
    record: &FieldRecord,
    column: &Column,
) -> Option<String> {
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
) -> Counts {
    let (mut counts, mut in_several) = (BTreeMap::new(), 0);
    for counted in &tally.counted {
        let place = (counted.described_by, Some(counted.day));
        let codes = codes_of(programme, indicator, dimension.as_str(), place);
        in_several += if stands_in_several(&codes) { counted.weight } else { 0 };
        for code in codes {
            *counts.entry(code).or_default() += counted.weight;
        }
    }
    let has_further_columns = indicator.registers().any(|register| {
        let register = programme.registers.get(register);
        let dimension = programme.dimension(dimension.as_str());
        register
            .zip(dimension)
            .is_some_and(|(register, dimension)| dimension.also_of(register).next().is_some())
    });
    (counts, has_further_columns.then_some(in_several))
}

/// `unknown` is no second place: a person trained in Kenya, and once where nobody wrote it down, was not trained in two
/// countries.
fn stands_in_several(codes: &[String]) -> bool {
    codes.iter().filter(|code| *code != UNKNOWN).count() > 1
}

fn quarter_counts(tally: &Tally) -> BTreeMap<String, u64> {
    let mut counts = BTreeMap::new();
    for counted in &tally.counted {
        *counts.entry(Quarter::of(counted.day).to_string()).or_default() += counted.weight;
    }
    counts
}

/// The units of each cell: a unit stands in every cell where a record of it lies, persons counted by head where their row
/// lies.
fn each_counts(
    programme: &Programme,
    indicator: &Indicator,
    tally: &Tally,
    dimension: &DimensionName,
) -> Counts {
    let codes_of =
        |record: &FieldRecord, day| codes_of(programme, indicator, dimension.as_str(), (record, Some(day)));
    let mut codes_of_unit: BTreeMap<UnitId, BTreeSet<String>> = BTreeMap::new();
    for record in &tally.identified {
        codes_of_unit.entry(record.unit()).or_default().extend(codes_of(record.record(), record.day()));
    }
    let units = codes_of_unit.into_values().map(|codes| (codes.into_iter().collect(), 1));
    let heads = tally.counted.iter().filter(|counted| indicator.is_head_count(counted.record));
    let heads = heads.map(|counted| (codes_of(counted.record, counted.day), counted.weight));
    let (mut counts, mut in_several) = (BTreeMap::new(), 0);
    for (codes, weight) in units.chain(heads) {
        in_several += if stands_in_several(&codes) { weight } else { 0 };
        for code in codes {
            *counts.entry(code).or_default() += weight;
        }
    }
    (counts, Some(in_several))
}

/// What the verified rows of units add beside the figure, by cell; a repeated unit's rows too.
fn beside_counts(
    indicator: &Indicator,
    tally: &Tally,
    name: &DimensionName,
) -> Result<BTreeMap<String, u64>, CountError> {
    let mut amounts: BTreeMap<String, Vec<u64>> = BTreeMap::new();
    for (_, code, amount) in added_beside(indicator, tally, name) {
        amounts.entry(code).or_default().push(amount);
    }
    let sums = amounts.into_iter().map(|(code, amounts)| Ok((code, add_up(indicator, amounts.into_iter())?)));
    sums.collect()
}

/// The units behind the same cells.
fn behind_beside(indicator: &Indicator, tally: &Tally, name: &DimensionName) -> Behind {
    let mut behind = Behind::default();
    for (record, code, _) in added_beside(indicator, tally, name).filter(|(.., amount)| *amount > 0) {
        let last = behind.0.entry(code).or_default().entry(record.unit()).or_insert(record.day());
        *last = record.day().max(*last);
    }
    behind
}

/// What each verified row adds beside the figure, and to which cell.
fn added_beside<'t>(
    indicator: &'t Indicator,
    tally: &'t Tally,
    name: &'t DimensionName,
) -> impl Iterator<Item = (&'t IdentifiedRecord<'t>, String, u64)> {
    let named = indicator.beside.iter().filter(move |beside| beside.name == *name);
    named.flat_map(|beside| {
        tally.identified.iter().flat_map(|record| {
            beside.cells_of(record.record()).into_iter().map(move |(code, amount)| (record, code, amount))
        })
    })
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
        TableKey::Beside(name) => {
            let beside = indicator.beside.iter().find(|beside| beside.name == *name);
            return beside.map(Beside::listed).unwrap_or_default();
        }
        TableKey::First(dimension) | TableKey::Each(dimension) => dimension,
    };
    if dimension.as_str() == PARTNER {
        return programme.reporting_partners().map(|partner| partner.code.to_string()).collect();
    }
    let Some(dimension) = programme.dimension(dimension.as_str()) else { return Vec::new() };
    let codes = dimension.codes.of(&indicator.slug).into_iter().filter(|code| *code != UNKNOWN);
    let heads = indicator.head_counts.as_ref().and_then(|heads| programme.registers.get(&heads.register));
    let by_head = heads.filter(|register| dimension.column_of(register).is_none()).map(|_| HEAD_COUNT);
    codes.chain(by_head).map(str::to_owned).collect()
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
