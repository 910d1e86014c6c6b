//! `units.csv`: one line for each country, partner and quarter (or day), with how many rows there are and how many of
//! their units are new. A line's numbers must add up, and its day must lie in its quarter.

use std::collections::{BTreeMap, BTreeSet};

use hatua_core::id::{IndicatorCode, PartnerCode};
use hatua_core::period::Quarter;
use jiff::civil::Date;
use serde::Deserialize;

use crate::cells::EventStatus;
use crate::error::DemoError;
use crate::files;

const FILE: &str = "units.csv";

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) group: String,
    pub(crate) indicator: IndicatorCode,
    pub(crate) id: String,
    /// The day of every row; drawn within the quarter where there is none.
    pub(crate) date: Option<Date>,
    pub(crate) country: String,
    pub(crate) partner: PartnerCode,
    pub(crate) quarter: Quarter,
    pub(crate) status: EventStatus,
    pub(crate) new_units: usize,
    pub(crate) repeats: usize,
    pub(crate) duplicates: usize,
    /// Of `new_units`, those that the partner knows from another indicator.
    pub(crate) known: usize,
    /// What the rows' amounts add up to.
    pub(crate) amount: Option<u64>,
    /// The one unit that its rows are about.
    pub(crate) label: Option<String>,
    /// By trait, the code that its units have, as far as the targets allow.
    pub(crate) leaning: BTreeMap<String, String>,
    /// Other facts of its rows.
    pub(crate) values: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cells {
    group: String,
    indicator: IndicatorCode,
    id: String,
    date: Option<Date>,
    country: String,
    partner: PartnerCode,
    quarter: Quarter,
    status: EventStatus,
    records: usize,
    new_units: usize,
    repeat_same_partner: usize,
    dup_other_partner: usize,
    known_elsewhere: Option<usize>,
    amount: Option<u64>,
    label: Option<String>,
    leaning: String,
    values: String,
}

/// Reads the lines, in the order of quarter, partner and file. A recipe without the file has no units by cells.
///
/// # Errors
/// When a line can't be read or contradicts itself.
pub(crate) fn read(recipe: &BTreeMap<String, Vec<u8>>) -> Result<Vec<Line>, DemoError> {
    if !recipe.contains_key(FILE) {
        return Ok(Vec::new());
    }
    let cells: Vec<(u64, Cells)> = files::table(recipe, FILE)?;
    let mut lines = Vec::with_capacity(cells.len());
    let (mut ids, mut rows) = (BTreeSet::new(), 0_usize);
    for (line, cells) in cells {
        let refused = |problem: String| DemoError::Line { file: FILE, line, problem };
        if !ids.insert(cells.id.clone()) {
            return Err(refused(format!("another line has the id {}; a line has its own", cells.id)));
        }
        rows = rows.saturating_add(cells.records);
        lines.push(Line::new(cells).map_err(refused)?);
    }
    files::check_rows(FILE, rows)?;
    lines.sort_by(|a, b| (a.quarter, &a.partner).cmp(&(b.quarter, &b.partner)));
    Ok(lines)
}

impl Line {
    fn new(cells: Cells) -> Result<Self, String> {
        let parts = [cells.new_units, cells.repeat_same_partner, cells.dup_other_partner];
        if parts.into_iter().try_fold(0_usize, usize::checked_add) != Some(cells.records) {
            return Err(format!(
                "{} records are not the sum of new, repeated and duplicated ones",
                cells.records
            ));
        }
        let known = cells.known_elsewhere.unwrap_or_default();
        if known > cells.new_units {
            return Err("known_elsewhere is more than new_units".to_owned());
        }
        if let Some(day) = cells.date.filter(|day| Quarter::of(*day) != cells.quarter) {
            return Err(format!("{day} lies in {}, not in {}", Quarter::of(day), cells.quarter));
        }
        if cells.label.is_some() && cells.new_units > 1 {
            return Err("a line with a label is about one unit".to_owned());
        }
        Ok(Self {
            group: cells.group,
            indicator: cells.indicator,
            id: cells.id,
            date: cells.date,
            country: cells.country,
            partner: cells.partner,
            quarter: cells.quarter,
            status: cells.status,
            new_units: cells.new_units,
            repeats: cells.repeat_same_partner,
            duplicates: cells.dup_other_partner,
            known,
            amount: cells.amount,
            label: cells.label,
            leaning: words(&cells.leaning)?,
            values: words(&cells.values)?,
        })
    }
}

/// `one=this;other=that` as a table.
pub(crate) fn words(text: &str) -> Result<BTreeMap<String, String>, String> {
    let parts = text.split(';').filter(|part| !part.is_empty());
    parts
        .map(|part| {
            let (name, value) = part.split_once('=').ok_or(format!("`{part}` is written name=value"))?;
            Ok((name.to_owned(), value.to_owned()))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(lines: &str, expected: &str) {
        let head = "group,indicator,id,date,country,partner,quarter,status,records,new_units,repeat_same_partner,\
                    dup_other_partner,known_elsewhere,amount,label,leaning,values\n";
        let files = BTreeMap::from([(FILE.to_owned(), format!("{head}{lines}").into_bytes())]);
        let error = read(&files).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
    }

    #[test]
    fn a_line_that_contradicts_itself_is_refused_with_its_place() {
        check("g,9,L-1,,XX,P,2020-Q1,verified,9,5,3,0,,,,,\n", "line 2: 9 records are not the sum");
        check("g,9,L-1,,XX,P,2020-Q1,verified,5,5,0,0,6,,,,\n", "known_elsewhere is more");
        check("g,9,L-1,2020-04-01,XX,P,2020-Q1,verified,5,5,0,0,,,,,\n", "lies in 2020-Q2");
        check("g,9,L-1,,XX,P,2020-Q1,verified,5,5,0,0,,,one,,\n", "is about one unit");
        check("g,9,L-1,,XX,P,2020-Q1,verified,5,5,0,0,,,,kind,\n", "`kind` is written name=value");
    }

    #[test]
    fn a_line_has_an_id_of_its_own() {
        check(
            &"g,9,L-1,,XX,P,2020-Q1,verified,5,5,0,0,,,,,\n".repeat(2),
            "line 3: another line has the id L-1",
        );
    }

    #[test]
    fn more_rows_than_a_sheet_can_have_are_refused() {
        check(
            "g,9,L-1,,XX,P,2020-Q1,verified,200001,200001,0,0,,,,,\n",
            "200001 records are more than the 200000",
        );
    }
}
