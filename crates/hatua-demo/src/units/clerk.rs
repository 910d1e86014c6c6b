//! Tables of units: one file for each partner, quarter and register.

use std::collections::BTreeMap;

use hatua_core::id::PartnerCode;
use hatua_core::period::Quarter;
use jiff::Span;
use jiff::civil::Date;

use crate::error::DemoError;
use crate::rows::{Cell, Table};
use crate::sheets::Sheets;
use crate::units::Group;
use crate::units::filling::UnitFilling;
use crate::units::plan::{RowsOf, UnitRegister, numbered};

/// How many days before its row another day lies: one of so many, by the row.
const DAYS_BEFORE: usize = 21;

/// Keys of rows: by register (its place in the plan), then by row.
type Keys = Vec<Vec<Option<String>>>;

/// All tables of a group: by quarter, partner, and the plan's order of registers.
///
/// # Errors
/// When the programme lacks a register or a column that the recipe fills.
pub(crate) fn tables(group: &Group, sheets: &Sheets) -> Result<Vec<Table>, DemoError> {
    let mut packages: BTreeMap<(Quarter, &PartnerCode), Vec<usize>> = BTreeMap::new();
    for row in written(group) {
        let line = group.lines[group.seating.rows[row].line];
        packages.entry((line.quarter, &line.partner)).or_default().push(row);
    }
    let keys = keys(group);
    let mut tables = Vec::new();
    for ((quarter, partner), rows) in packages {
        for (place, plan) in group.plan.registers.iter().enumerate() {
            let rows: Vec<usize> = rows.iter().copied().filter(|row| is_in(group, plan, *row)).collect();
            let Some(last_day) = rows.iter().map(|row| group.seating.rows[*row].date).max() else { continue };
            let columns = sheets.columns((&plan.name, &plan.columns), partner);
            let cells = |row: usize| {
                let cell = |(column, filling): &&(_, UnitFilling)| {
                    sheets.in_own_words(partner, column, cell(group, filling, row, (&keys, place)))
                };
                columns.iter().map(cell).collect()
            };
            tables.push(Table {
                register: plan.name.clone(),
                partner: partner.clone(),
                quarter,
                is_incoming: false,
                last_day,
                headings: sheets.headings(&plan.name, partner, &columns)?,
                is_own_document: !plan.columns.iter().any(|(_, filling)| *filling == UnitFilling::Document),
                rows: rows.into_iter().map(cells).collect(),
            });
        }
    }
    Ok(tables)
}

/// The rows in the order in which partners write them: by day, then by line.
fn written(group: &Group) -> Vec<usize> {
    let mut rows: Vec<usize> = (0..group.seating.rows.len()).collect();
    rows.sort_by_key(|row| (group.seating.rows[*row].date, group.seating.rows[*row].line));
    rows
}

fn is_in(group: &Group, plan: &UnitRegister, row: usize) -> bool {
    let seated = group.seating.rows[row];
    let indicator = &group.lines[seated.line].indicator;
    let is_first = group.seating.units[seated.unit].first_row == row;
    (plan.indicators.is_empty() || plan.indicators.contains(indicator))
        && (plan.rows == RowsOf::Rows || is_first)
}

fn keys(group: &Group) -> Keys {
    let key_of = |plan: &UnitRegister| {
        let mut numbers: BTreeMap<&PartnerCode, usize> = BTreeMap::new();
        let mut keys = vec![None; group.seating.rows.len()];
        let Some(pattern) = &plan.row_id else { return keys };
        for row in written(group).into_iter().filter(|row| is_in(group, plan, *row)) {
            let partner = &group.lines[group.seating.rows[row].line].partner;
            let number = numbers.entry(partner).or_default();
            *number += 1;
            keys[row] = Some(numbered(pattern, partner, *number));
        }
        keys
    };
    group.plan.registers.iter().map(key_of).collect()
}

fn cell(group: &Group, filling: &UnitFilling, row: usize, (keys, place): (&Keys, usize)) -> Cell {
    let seated = group.seating.rows[row];
    let (line, unit) = (group.lines[seated.line], seated.unit);
    let optional = |text: Option<&str>| text.map_or(Cell::Blank, |text| Cell::Text(text.to_owned()));
    let name = group.names[unit].as_ref();
    match filling {
        UnitFilling::Text(fixed) => Cell::Text(fixed.clone()),
        UnitFilling::Row => optional(keys[place][row].as_deref()),
        UnitFilling::Unit => Cell::Text(group.own_id(unit)),
        UnitFilling::Title => optional(group.title_of(unit)),
        UnitFilling::Document => Cell::Text(group.document(line)),
        UnitFilling::Date => Cell::Day(seated.date),
        UnitFilling::DateBefore => Cell::Day(some_days_before(seated.date, row)),
        UnitFilling::Country => Cell::Text(line.country.clone()),
        UnitFilling::GivenName => optional(name.map(|name| name.given.as_str())),
        UnitFilling::FamilyName => optional(name.map(|name| name.family.as_str())),
        UnitFilling::Amount => whole(group.amounts[row]),
        UnitFilling::Trait(name) => optional(group.dealt.of_row(name, row, unit)),
        UnitFilling::Given(name) => optional(group.dealt.of_row(name, row, unit).map(|_| "yes")),
        UnitFilling::Spread(name) => whole(group.spread.of(row, name).map(|number| number as u64)),
        UnitFilling::Value(name) => {
            let of_title = || group.titles[unit].and_then(|title| title.values.get(name));
            optional(line.values.get(name).or_else(of_title).map(String::as_str))
        }
        UnitFilling::FirstRow(indicator) => {
            let first = group.seating.units[unit].firsts.get(indicator);
            let register = group.plan.registers.iter().position(|plan| plan.indicators.contains(indicator));
            optional(first.zip(register).and_then(|(first, register)| keys[register][*first].as_deref()))
        }
    }
}

fn whole(number: Option<u64>) -> Cell {
    number.map_or(Cell::Blank, |number| {
        Cell::Whole(i64::try_from(number).expect("numbers of a demonstration are small"))
    })
}

fn some_days_before(day: Date, row: usize) -> Date {
    let days = i64::try_from(3 + row % DAYS_BEFORE).expect("a few days");
    day.saturating_sub(Span::new().days(days))
}
