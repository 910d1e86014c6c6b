//! What two figures of a release share: people who were trained for both, institutions that stand in both. The rule says
//! that such figures are never added; this says by how much the sum would be wrong.

use serde::{Deserialize, Serialize};

use crate::count::{Tally, kind_of_units, overlap};
use crate::id::FigureSlug;
use crate::identity::Merged;
use crate::programme::{Indicator, Programme};
use crate::record::Facts;
use crate::release::{FigureValue, ReleasedFigure};
use crate::withhold::{SharingPair, withhold_overlap};

/// The units that a figure shares with another one which must not be added to it. It belongs to the release, not to the
/// figure's version: it also moves when only the other figure does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SharedUnits {
    /// The other figure.
    pub with: FigureSlug,
    /// How many units stand in both ("88 people are in both"); suppressed where it, what remains of either figure, or a
    /// change since an earlier release is a small number of persons.
    pub both: FigureValue,
    /// How many different units the two figures have together ("2 087 different people, not 2 175"); suppressed as
    /// `both` is, and where it would tell how many cases are of persons who had one before.
    pub either: FigureValue,
}

impl ReleasedFigure {
    /// What it shares with another figure, as this release says.
    #[must_use]
    pub fn shared_with(&self, other: &FigureSlug) -> Option<&SharedUnits> {
        self.shared.iter().find(|shared| shared.with == *other)
    }
}

/// Fills in what the figures of a draft share, for each pair that the rules never add and whose records are about one
/// kind of unit. The figures stand in the order of the tallies.
pub(super) fn share_units(
    programme: &Programme,
    facts: &Facts,
    tallies: &[Tally],
    figures: &mut [ReleasedFigure],
) {
    assert_eq!(tallies.len(), figures.len(), "every tally has its figure");
    let merged = Merged::new(facts.standing_decisions());
    let indicator =
        |at: usize| programme.indicator(tallies[at].code.as_str()).expect("a tally is of an indicator");
    let pairs =
        (0..tallies.len()).flat_map(|first| (first + 1..tallies.len()).map(move |second| (first, second)));
    for (first, second) in pairs {
        let (one, other) = (indicator(first), indicator(second));
        let Some(kind) = shared_kind(programme, one, other) else { continue };
        let earlier = said_before(facts, one, other);
        let pair = SharingPair {
            figures: [one, other],
            kind,
            overlap: overlap(&tallies[first], &tallies[second], &merged),
        };
        let (both, either) = withhold_overlap(&programme.disclosure, &pair, &earlier);
        figures[first].shared.push(SharedUnits { with: other.slug.clone(), both, either });
        figures[second].shared.push(SharedUnits { with: one.slug.clone(), both, either });
    }
}

/// The kind of unit that two figures which are never added share, if they can.
fn shared_kind<'p>(programme: &'p Programme, one: &Indicator, other: &Indicator) -> Option<&'p str> {
    if !one.never_add.contains(&other.slug) {
        return None;
    }
    kind_of_units(programme, one).filter(|kind| kind_of_units(programme, other) == Some(*kind))
}

/// What earlier releases say about the pair.
fn said_before<'a>(facts: &'a Facts, one: &Indicator, other: &Indicator) -> Vec<&'a SharedUnits> {
    let of_release = facts.releases.iter().filter_map(|release| release.figure(one.code.as_str()));
    of_release.filter_map(|figure| figure.shared_with(&other.slug)).collect()
}
