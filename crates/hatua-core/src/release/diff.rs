//! What changed between two releases: figure by figure, with the reason that was published.

use serde::Serialize;

use crate::id::{FigureSlug, IndicatorCode};
use crate::release::{FigureValue, Release, ReleasedFigure};

/// One figure in two releases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FigureChange {
    /// The indicator's code.
    pub code: IndicatorCode,
    /// The word in its address.
    pub slug: FigureSlug,
    /// Its value in the first release; absent where it was not in it.
    pub before: Option<FigureValue>,
    /// Its value in the second release; absent where it is not in it.
    pub after: Option<FigureValue>,
    /// The second minus the first, where both have a number.
    pub difference: Option<i64>,
    /// The version in the first release.
    pub version_before: Option<u32>,
    /// The version in the second release.
    pub version_after: Option<u32>,
    /// The published reason, where the second release restates it.
    pub reason: Option<String>,
}

/// The figures whose version, value or presence differs, in the order of the second release, then of the first.
#[must_use]
pub fn diff(before: &Release, after: &Release) -> Vec<FigureChange> {
    let vanished = before.figures.iter().filter(|figure| after.figure(figure.code.as_str()).is_none());
    let pairs = after
        .figures
        .iter()
        .map(|figure| (before.figure(figure.code.as_str()), Some(figure)))
        .chain(vanished.map(|figure| (Some(figure), None)));
    pairs.filter_map(|(before, after)| change(before, after)).collect()
}

fn change(before: Option<&ReleasedFigure>, after: Option<&ReleasedFigure>) -> Option<FigureChange> {
    let either = after.or(before)?;
    let version = |figure: Option<&ReleasedFigure>| figure.map(|figure| (figure.version, figure.value));
    if version(before) == version(after) {
        return None;
    }
    let number = |figure: Option<&ReleasedFigure>| figure.and_then(|figure| figure.value.number());
    Some(FigureChange {
        code: either.code.clone(),
        slug: either.slug.clone(),
        before: before.map(|figure| figure.value),
        after: after.map(|figure| figure.value),
        difference: signed_difference(number(before), number(after)),
        version_before: before.map(|figure| figure.version),
        version_after: after.map(|figure| figure.version),
        reason: after
            .and_then(|figure| figure.restatement.as_ref())
            .map(|restatement| restatement.reason.clone()),
    })
}

/// The second minus the first, where both are numbers.
fn signed_difference(before: Option<u64>, after: Option<u64>) -> Option<i64> {
    let signed = |number: u64| i64::try_from(number).expect("a count of records is below 2^63");
    Some(signed(after?) - signed(before?))
}
