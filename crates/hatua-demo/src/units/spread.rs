//! Counts beside the units, and amounts: whole numbers over rows such that they add up to what the recipe says.

use std::collections::BTreeMap;

use crate::cells::EventStatus;
use crate::draw::Draw;
use crate::error::DemoError;
use crate::units::lines::Line;
use crate::units::plan::UnitsPlan;
use crate::units::seating::Seating;

/// By row, how many of what.
pub(crate) struct Spread(Vec<BTreeMap<String, usize>>);

impl Spread {
    /// Deals what the plan spreads out over the verified rows, one by one, so that every row has about as many; other
    /// rows get about as many as these.
    pub(crate) fn new(plan: &UnitsPlan, lines: &[&Line], seating: &Seating, draw: &mut Draw) -> Self {
        let mut parts: Vec<BTreeMap<String, usize>> = vec![BTreeMap::new(); seating.rows.len()];
        let mut pieces: Vec<&String> =
            plan.spread.iter().flat_map(|(name, total)| std::iter::repeat_n(name, *total)).collect();
        draw.shuffle(&mut pieces);
        let is_verified = |row: &usize| lines[seating.rows[*row].line].status == EventStatus::Verified;
        let (mut verified, others): (Vec<usize>, Vec<usize>) = (0..seating.rows.len()).partition(is_verified);
        draw.shuffle(&mut verified);
        for (row, name) in verified.iter().cycle().zip(&pieces) {
            *parts[*row].entry((*name).clone()).or_default() += 1;
        }
        let each = pieces.len().checked_div(verified.len()).unwrap_or_default();
        for row in others {
            for _ in 0..each {
                if let Some(name) = draw.pick(&pieces) {
                    *parts[row].entry((*name).clone()).or_default() += 1;
                }
            }
        }
        Self(parts)
    }

    /// A row's part; none where it has none.
    pub(crate) fn of(&self, row: usize, name: &str) -> Option<usize> {
        self.0[row].get(name).copied()
    }
}

/// Each row's part of its line's amount: at least 1, and together the whole.
///
/// # Errors
/// When an amount is smaller than its line's rows.
pub(crate) fn amounts(
    lines: &[&Line],
    seating: &Seating,
    draw: &mut Draw,
) -> Result<Vec<Option<u64>>, DemoError> {
    let mut parts = vec![None; seating.rows.len()];
    for (index, line) in lines.iter().enumerate() {
        let Some(amount) = line.amount else { continue };
        let rows: Vec<usize> = (0..parts.len()).filter(|row| seating.rows[*row].line == index).collect();
        let mut left = amount;
        for (place, &row) in rows.iter().enumerate() {
            let others = (rows.len() - place - 1) as u64;
            let even = left / (others + 1);
            let part = if others == 0 { left } else { around(even, draw) };
            if part == 0 || left < part + others {
                return Err(DemoError::AmountTooSmall { line: line.id.clone(), amount, rows: rows.len() });
            }
            left -= part;
            parts[row] = Some(part);
        }
    }
    Ok(parts)
}

/// A number within a quarter of another one.
fn around(even: u64, draw: &mut Draw) -> u64 {
    let quarter = usize::try_from(even / 4).expect("amounts of a demonstration are small");
    even - even / 4 + draw.below(2 * quarter + 1) as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::Purpose;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_part_is_within_a_quarter_of_an_even_one(even in 0_u64..5_000, seed in any::<[u8; 32]>()) {
            let part = around(even, &mut Draw::new(seed, Purpose::Units));
            prop_assert!(part.abs_diff(even) <= even / 4);
        }
    }
}
