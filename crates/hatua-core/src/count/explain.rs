//! The records behind a cell of a figure, and those left out with why: a look-up in a tally, not a second count.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use jiff::civil::Date;

use crate::count::table::{QUARTER, UNKNOWN, codes_of, listed_codes};
use crate::count::tally::{Counted, Tally};
use crate::count::years::years_of;
use crate::id::{DimensionName, UnitId};
use crate::programme::{Attribute, Beside, Indicator, Programme};
use crate::record::FieldRecord;
use crate::release::TableKey;
use crate::verify::LeftOutRecord;

/// A cell: a code for each of some dimensions (`country=KE,sex=F`). Empty is the whole figure.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CellFilter(Vec<(DimensionName, String)>);

/// Why a text is no cell.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CellFilterError {
    /// Not of the form `dimension=code`.
    #[error("`{0}` is no part of a cell: write dimension=code, for example country=KE,sex=F")]
    Shape(String),
    /// The indicator is not broken down by this dimension.
    #[error("`{name}` is no dimension of this figure; it is broken down by {known}")]
    UnknownDimension {
        /// The dimension that was named.
        name: String,
        /// Those that there are.
        known: String,
    },
    /// The dimension has no such code.
    #[error("`{name}` has no code `{code}`; its codes are {known}")]
    UnknownCode {
        /// The dimension.
        name: String,
        /// The code that was named.
        code: String,
        /// Those that there are.
        known: String,
    },
    /// Two counts beside the figure in one cell.
    #[error("`{first}` and `{second}` count different things beside the figure; name one of them")]
    TwoBeside {
        /// The one that was named first.
        first: String,
        /// The other.
        second: String,
    },
}

impl FromStr for CellFilter {
    type Err = CellFilterError;
    fn from_str(text: &str) -> Result<Self, CellFilterError> {
        text.split([',', ';'])
            .filter(|part| !part.trim().is_empty())
            .map(|part| {
                let wrong = || CellFilterError::Shape(part.to_owned());
                let (name, code) = part.split_once('=').ok_or_else(wrong)?;
                Ok((DimensionName::new(name.trim()).map_err(|_| wrong())?, code.trim().to_owned()))
            })
            .collect::<Result<_, _>>()
            .map(Self)
    }
}

/// The records behind a cell.
#[derive(Debug, Clone)]
pub struct Explanation<'a> {
    /// The cell's value.
    pub value: u64,
    /// What adds to it.
    pub counted: Vec<Counted<'a>>,
    /// What the cell's records would have added, and why they do not.
    pub left_out: Vec<LeftOutRecord<'a>>,
}

/// Explains a cell of the tables whose cells add up, or of what is counted beside the figure. What adds to the figure
/// stands in the cell of the record that describes it (see [`Counted::described_by`]); a record that was left out stands
/// in its own.
///
/// # Errors
/// When the figure has no such dimension, or the dimension no such code.
pub fn explain<'a>(
    programme: &Programme,
    indicator: &Indicator,
    tally: &Tally<'a>,
    cell: &CellFilter,
) -> Result<Explanation<'a>, CellFilterError> {
    let beside = check_cell(programme, indicator, tally, cell)?;
    let is_beside = |name: &DimensionName| beside.is_some_and(|(beside, _)| beside.name == *name);
    let fits = |record: &FieldRecord, day: Option<Date>| {
        let by = cell.0.iter().filter(|(name, _)| !is_beside(name));
        by.into_iter()
            .all(|(name, code)| codes_of(programme, indicator, name.as_str(), (record, day)).contains(code))
    };
    let all = match beside {
        None => tally.counted.clone(),
        Some((beside, code)) => behind_beside(indicator, tally, (beside, code)),
    };
    let counted: Vec<_> =
        all.into_iter().filter(|counted| fits(counted.described_by, Some(counted.day))).collect();
    let is_left_out = |left_out: &&LeftOutRecord| {
        let record = left_out.record;
        let is_about =
            beside.is_none_or(|cell| !left_out.reason.is_repeat() && amount_in(cell, record).is_some());
        is_about && fits(record, record.date(&programme.registers[&record.register].date))
    };
    let left_out = tally.left_out.iter().filter(is_left_out).copied().collect();
    Ok(Explanation { value: counted.iter().map(|counted| counted.weight).sum(), counted, left_out })
}

/// A cell of what is counted beside the figure.
type BesideCell<'c> = (&'c Beside, &'c str);

/// Checks the names and codes of a cell; finds the part of it that is no breakdown of the figure.
fn check_cell<'c>(
    programme: &Programme,
    indicator: &'c Indicator,
    tally: &Tally,
    cell: &'c CellFilter,
) -> Result<Option<BesideCell<'c>>, CellFilterError> {
    let mut found: Option<BesideCell> = None;
    for (name, code) in &cell.0 {
        let beside = indicator.beside.iter().find(|beside| beside.name == *name);
        let known = known_dimensions(programme, indicator);
        if !known.contains(&name.to_string()) {
            return Err(CellFilterError::UnknownDimension {
                name: name.to_string(),
                known: known.join(", "),
            });
        }
        let known = known_codes(programme, indicator, tally, name);
        if !known.contains(code) {
            return Err(CellFilterError::UnknownCode {
                name: name.to_string(),
                code: code.clone(),
                known: known.join(", "),
            });
        }
        if let (Some((first, _)), Some(second)) = (found, beside) {
            let (first, second) = (first.name.to_string(), second.name.to_string());
            return Err(CellFilterError::TwoBeside { first, second });
        }
        found = found.or(beside.map(|beside| (beside, code.as_str())));
    }
    Ok(found)
}

/// What a record adds to a cell beside the figure; nothing where it has nothing to do with it.
fn amount_in((beside, code): BesideCell, record: &FieldRecord) -> Option<u64> {
    let cells = beside.cells_of(record);
    cells.into_iter().find(|(cell, amount)| cell == code && *amount > 0).map(|(_, amount)| amount)
}

/// The verified rows of units behind a cell beside the figure, each with what it adds, described as the figure's own
/// cells are.
fn behind_beside<'a>(indicator: &Indicator, tally: &Tally<'a>, cell: BesideCell) -> Vec<Counted<'a>> {
    let mut first: BTreeMap<UnitId, &'a FieldRecord> = BTreeMap::new();
    let mut counted = Vec::new();
    for identified in &tally.identified {
        let (record, unit) = (identified.record(), identified.unit());
        let first = *first.entry(unit).or_insert(record);
        let described_by = if indicator.attribute == Attribute::First { first } else { record };
        if let Some(weight) = amount_in(cell, record) {
            counted.push(Counted { record, day: identified.day(), unit, described_by, weight });
        }
    }
    counted
}

/// What a cell may name: the figure's dimensions, what is counted beside it, the quarter, and the years of each kind.
fn known_dimensions(programme: &Programme, indicator: &Indicator) -> Vec<String> {
    let years = programme.periods.years.iter().map(|years| TableKey::Year(years.name.clone()).name());
    let beside = indicator.beside.iter().map(|beside| &beside.name);
    let by = indicator.by.iter().chain(beside).map(ToString::to_string);
    by.chain([QUARTER.to_owned()]).chain(years).collect()
}

/// The codes that a cell may name: those of the dimension, or the quarters or years of the programme; those that records
/// have besides, and `unknown`.
fn known_codes(
    programme: &Programme,
    indicator: &Indicator,
    tally: &Tally,
    name: &DimensionName,
) -> Vec<String> {
    let beside = indicator.beside.iter().find(|beside| beside.name == *name);
    let key = match (name.as_str(), beside, years_of(programme, name.as_str())) {
        (QUARTER, _, _) => TableKey::Quarter,
        (_, Some(_), _) => TableKey::Beside(name.clone()),
        (_, None, Some(years)) => TableKey::Year(years.name.clone()),
        (_, None, None) => TableKey::First(name.clone()),
    };
    let mut codes = listed_codes(programme, indicator, &key, programme.ends);
    let found: BTreeSet<String> = if let Some(beside) = beside {
        let cells = tally.identified.iter().flat_map(|record| beside.cells_of(record.record()));
        cells.map(|(code, _)| code).collect()
    } else {
        let places = tally.counted.iter().map(|counted| (counted.described_by, Some(counted.day)));
        places.flat_map(|place| codes_of(programme, indicator, name.as_str(), place)).collect()
    };
    codes.extend(
        found.into_iter().filter(|code| code != UNKNOWN && !codes.contains(code)).collect::<Vec<_>>(),
    );
    codes.push(UNKNOWN.to_owned());
    codes
}
