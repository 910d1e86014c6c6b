//! What a release may say of a figure of persons under another definition. The two values side by side tell how many
//! persons the one counts and the other does not: that number is guarded like a cell.

use crate::programme::{DisclosurePolicy, Indicator};
use crate::release::FigureValue;

/// A figure by its own definition and by another one.
#[derive(Debug, Clone, Copy)]
pub struct SaidUnder {
    /// By its own.
    pub here: u64,
    /// By the other.
    pub there: u64,
}

impl SaidUnder {
    fn difference(self) -> i128 {
        i128::from(self.there) - i128::from(self.here)
    }
}

/// The value under the other definition, or its absence. `earlier` is what earlier releases say of both. A value that is
/// equal to the figure's own, now and whenever it was said before, tells nothing new.
#[must_use]
pub fn withhold_definition(
    policy: &DisclosurePolicy,
    indicator: &Indicator,
    now: SaidUnder,
    earlier: &[SaidUnder],
) -> FigureValue {
    let k = u128::from(policy.k_of(&indicator.slug));
    let is_safe = |number: u128| number == 0 || number >= k;
    let tells_nothing_new = now.difference() == 0 && earlier.iter().all(|said| said.difference() == 0);
    let is_safe_now = is_safe(u128::from(now.there)) && is_safe(now.difference().unsigned_abs());
    let is_safe_since = |said: &SaidUnder| {
        is_safe(u128::from(now.there.abs_diff(said.there)))
            && is_safe(now.difference().abs_diff(said.difference()))
    };
    let is_told = !policy.protects(&indicator.unit)
        || tells_nothing_new
        || (is_safe_now && earlier.iter().all(is_safe_since));
    if is_told { FigureValue::Published(now.there) } else { FigureValue::Suppressed }
}
