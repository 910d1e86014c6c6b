//! Units that two figures, or several partners, share. Whoever adds two such figures, or the partners' own numbers,
//! counts these units twice: an overlap says how many they are.

use std::collections::{BTreeMap, BTreeSet};

use crate::count::tally::Tally;
use crate::id::{PartnerCode, UnitId};
use crate::identity::Merged;
use crate::programme::{Indicator, Measure, Programme};
use crate::release::FigureValue;

/// How two figures share units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overlap {
    /// Units that stand in both.
    pub both: u64,
    /// Units that stand in the first figure only.
    pub only_first: u64,
    /// Units that stand in the second figure only.
    pub only_second: u64,
}

impl Overlap {
    /// Different units of the two figures together.
    #[must_use]
    pub fn either(&self) -> u64 {
        self.both + self.only_first + self.only_second
    }
}

/// The kind of unit that an indicator's records are about (`person` also where it counts the cases of persons). None
/// where nothing is counted, where amounts are added up, and where its registers are about units of several kinds.
#[must_use]
pub fn kind_of_units<'p>(programme: &'p Programme, indicator: &Indicator) -> Option<&'p str> {
    if matches!(indicator.measure, Measure::Sum(_)) {
        return None;
    }
    let mut kinds = indicator.from.iter().map(|source| programme.registers[&source.register].unit.as_str());
    let first = kinds.next()?;
    kinds.all(|kind| kind == first).then_some(first)
}

/// How two figures share units. A unit of one is a unit of the other where it is the same partner's own unit or a
/// standing decision says so.
#[must_use]
pub fn overlap(first: &Tally, second: &Tally, merged: &Merged) -> Overlap {
    let (first, second) = (units(first, merged), units(second, merged));
    let both = first.intersection(&second).count() as u64;
    Overlap { both, only_first: first.len() as u64 - both, only_second: second.len() as u64 - both }
}

/// The sum of two figures that share units: a number that says nothing, shown only to refuse it. None where one of them
/// has no number.
#[must_use]
pub fn refused_sum(first: FigureValue, second: FigureValue) -> Option<u64> {
    first.number()?.checked_add(second.number()?)
}

/// The units of a figure by exactly the set of partners that have a verified record of them.
#[must_use]
pub fn units_by_partners(tally: &Tally, merged: &Merged) -> BTreeMap<BTreeSet<PartnerCode>, u64> {
    let mut partners_of: BTreeMap<UnitId, BTreeSet<PartnerCode>> = BTreeMap::new();
    for identified in &tally.identified {
        let partner = identified.record().partner.clone();
        partners_of.entry(merged.group(identified.unit())).or_default().insert(partner);
    }
    let mut units: BTreeMap<BTreeSet<PartnerCode>, u64> = BTreeMap::new();
    for partners in partners_of.into_values() {
        *units.entry(partners).or_default() += 1;
    }
    units
}

/// Two figures may have counted a merged unit first by different members, so units are told apart by their group.
fn units(tally: &Tally, merged: &Merged) -> BTreeSet<UnitId> {
    tally.identified.iter().map(|identified| merged.group(identified.unit())).collect()
}
