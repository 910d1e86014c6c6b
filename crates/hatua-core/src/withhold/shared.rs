//! What a release may say about units that two figures share. Of persons it says nothing from which a small number
//! follows: not by itself, not beside the two figures, not by its change since an earlier release.

use crate::count::Overlap;
use crate::programme::{DisclosurePolicy, Indicator, Measure};
use crate::release::{FigureValue, SharedUnits};

/// Two figures and what they share.
pub struct SharingPair<'a> {
    /// The figures.
    pub figures: [&'a Indicator; 2],
    /// The kind of unit that both are about.
    pub kind: &'a str,
    /// What they share.
    pub overlap: Overlap,
}

/// The units in both figures and the different units of the two together, or their absence. `earlier` is what earlier
/// releases say about the pair.
///
/// Where both figures count different units, each of the two numbers follows from the other, so they are told or withheld
/// together. Where a figure counts cases, the number of different units would tell how many cases are of units that had
/// one before: it is withheld.
#[must_use]
pub fn withhold_overlap(
    policy: &DisclosurePolicy,
    pair: &SharingPair,
    earlier: &[&SharedUnits],
) -> (FigureValue, FigureValue) {
    let Overlap { both, only_first, only_second } = pair.overlap;
    let either = pair.overlap.either();
    let shown = (FigureValue::Published(both), FigureValue::Published(either));
    let units = pair.figures.map(|figure| figure.unit.as_str());
    if !units.iter().chain([&pair.kind]).any(|unit| policy.protects(unit)) {
        return shown;
    }
    // A pair is as sensitive as the more sensitive of its figures.
    let k = pair.figures.map(|figure| policy.k_of(&figure.slug)).into_iter().max().unwrap_or(policy.k);
    let is_safe = |count: u64| count == 0 || count >= k;
    let is_safe_since = |now: u64, before: Vec<FigureValue>| {
        before.iter().filter_map(|value| value.number()).all(|before| is_safe(now.abs_diff(before)))
    };
    let both_is_safe = [both, only_first, only_second].into_iter().all(is_safe)
        && is_safe_since(both, earlier.iter().map(|said| said.both).collect());
    let either_is_safe =
        is_safe(either) && is_safe_since(either, earlier.iter().map(|said| said.either).collect());
    let counts_cases = pair.figures.iter().any(|figure| figure.measure != Measure::Distinct);
    match (counts_cases, both_is_safe, both_is_safe && either_is_safe) {
        (true, true, _) => (shown.0, FigureValue::Suppressed),
        (false, _, true) => shown,
        (true, false, _) | (false, _, false) => (FigureValue::Suppressed, FigureValue::Suppressed),
    }
}
