//! The records behind a cell of a figure, and those left out with why: a look-up in a tally, not a second count.

use std::collections::BTreeSet;
use std::str::FromStr;

use jiff::civil::Date;

use crate::count::table::{QUARTER, UNKNOWN, code_of, listed_codes};
use crate::count::tally::{Counted, Tally};
use crate::count::years::years_of;
use crate::id::DimensionName;
use crate::programme::{Indicator, Programme};
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

/// Explains a cell of the tables whose cells add up. What adds to the figure stands in the cell of the record that
/// describes it (see [`Counted::described_by`]); a record that was left out stands in its own.
///
/// # Errors
/// When the figure has no such dimension, or the dimension no such code.
pub fn explain<'a>(
    programme: &Programme,
    indicator: &Indicator,
    tally: &Tally<'a>,
    cell: &CellFilter,
) -> Result<Explanation<'a>, CellFilterError> {
    for (name, code) in &cell.0 {
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
    }
    let fits = |record: &FieldRecord, day: Option<Date>| {
        cell.0.iter().all(|(name, code)| code_of(programme, indicator, name.as_str(), (record, day)) == *code)
    };
    let counted: Vec<_> = tally
        .counted
        .iter()
        .filter(|counted| fits(counted.described_by, Some(counted.day)))
        .copied()
        .collect();
    let left_out = tally
        .left_out
        .iter()
        .filter(|left_out| {
            fits(left_out.record, left_out.record.date(&programme.registers[&left_out.record.register].date))
        })
        .copied()
        .collect();
    Ok(Explanation { value: counted.iter().map(|counted| counted.weight).sum(), counted, left_out })
}

/// What a cell may name: the figure's dimensions, the quarter, and the years of each kind.
fn known_dimensions(programme: &Programme, indicator: &Indicator) -> Vec<String> {
    let years = programme.periods.years.iter().map(|years| TableKey::Year(years.name.clone()).name());
    let by = indicator.by.iter().map(ToString::to_string);
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
    let key = match (name.as_str(), years_of(programme, name.as_str())) {
        (QUARTER, _) => TableKey::Quarter,
        (_, Some(years)) => TableKey::Year(years.name.clone()),
        (_, None) => TableKey::First(name.clone()),
    };
    let mut codes = listed_codes(programme, indicator, &key, programme.ends);
    let found: BTreeSet<String> = tally
        .counted
        .iter()
        .map(|counted| {
            code_of(programme, indicator, name.as_str(), (counted.described_by, Some(counted.day)))
        })
        .collect();
    codes.extend(
        found.into_iter().filter(|code| code != UNKNOWN && !codes.contains(code)).collect::<Vec<_>>(),
    );
    codes.push(UNKNOWN.to_owned());
    codes
}
