//! Breakdowns by time: quarters, and years of each kind that the programme names. Both are of the first counts, so every
//! such table adds up to the same figure.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::calendar::{YearCount, YearKind};
use crate::count::tally::Tally;
use crate::id::YearName;
use crate::period::Quarter;
use crate::programme::Programme;
use crate::release::TableKey;

/// How the name of a table by year begins in files: `year_ethiopian`.
const YEAR: &str = "year_";

/// What each year counted first.
pub(super) fn year_counts(programme: &Programme, tally: &Tally, name: &YearName) -> BTreeMap<String, u64> {
    let kind = kind_of(programme, name);
    let mut counts = BTreeMap::new();
    for counted in &tally.counted {
        *counts.entry(kind.code_of(counted.day)).or_default() += counted.weight;
    }
    counts
}

/// The years that a dimension of cells means (`year_ethiopian`).
pub(super) fn years_of<'p>(programme: &'p Programme, dimension: &str) -> Option<&'p YearCount> {
    let name = dimension.strip_prefix(YEAR)?;
    programme.periods.years.iter().find(|years| years.name.as_str() == name)
}

/// The cells of a table by quarter or year up to a day, in order, each with its first day; other tables have none.
pub(crate) fn first_days(programme: &Programme, key: &TableKey, until: Date) -> Vec<(String, Date)> {
    let (first, last) = (programme.periods.first, programme.periods.last.min(Quarter::of(until)));
    match key {
        TableKey::Quarter => {
            let quarters = first.through(last).into_iter();
            quarters.map(|quarter| (quarter.to_string(), quarter.first_day())).collect()
        }
        TableKey::Year(name) => {
            let kind = kind_of(programme, name);
            let years = kind.through(first.first_day(), last.last_day().min(until)).into_iter();
            years.map(|number| (kind.code(number), kind.first_day(number))).collect()
        }
        TableKey::First(_) | TableKey::Each(_) | TableKey::Beside(_) => Vec::new(),
    }
}

fn kind_of(programme: &Programme, name: &YearName) -> YearKind {
    let mut years = programme.periods.years.iter();
    years
        .find(|years| years.name == *name)
        .expect("a table by year is of years that the programme names")
        .kind
}
