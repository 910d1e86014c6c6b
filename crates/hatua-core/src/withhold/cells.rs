//! Which tables of a figure a release may show. Until finer protection is built, a table of persons is shown as a
//! whole or not at all: every cell, and every change of a cell since each earlier release that shows the table, is 0
//! or at least k.

use std::collections::BTreeMap;

use crate::count::Table;
use crate::programme::{DisclosurePolicy, Indicator};
use crate::release::{FigureValue, PublicCell, PublicTable, ReleaseId, ReleasedFigure, TableKey};

/// The same figure in an earlier release.
#[derive(Debug, Clone, Copy)]
pub struct Earlier<'a> {
    /// The release.
    pub release: ReleaseId,
    /// The figure in it.
    pub figure: &'a ReleasedFigure,
}

/// The name of the total over countries in `[disclosure] exact`.
const COUNTRY: &str = "country";

/// Makes the public tables of a figure. Tables that the policy does not name are not part of the result at all.
#[must_use]
pub fn withhold_cells(
    policy: &DisclosurePolicy,
    indicator: &Indicator,
    tables: &[Table],
    earlier: &[Earlier],
) -> Vec<PublicTable> {
    tables
        .iter()
        .filter_map(|table| match standing(policy, indicator, &table.key) {
            Standing::Free => Some(shown(table, table.units_in_several.map(FigureValue::Published))),
            Standing::Guarded => Some(guarded(policy, table, tables, earlier)),
            Standing::Closed => None,
        })
        .collect()
}

/// How a table stands under the policy.
enum Standing {
    /// Shown whatever its cells: exact by policy, or no persons.
    Free,
    /// Shown only if no cell and no change is small.
    Guarded,
    /// Never shown.
    Closed,
}

fn standing(policy: &DisclosurePolicy, indicator: &Indicator, key: &TableKey) -> Standing {
    if !policy.protects(&indicator.unit) {
        return Standing::Free;
    }
    let may_show = policy.tables.contains(&indicator.slug);
    match key {
        TableKey::First(dimension)
            if dimension.as_str() == COUNTRY && policy.exact.iter().any(|exact| exact == COUNTRY) =>
        {
            Standing::Free
        }
        TableKey::First(dimension) if may_show && policy.one_way.contains(dimension) => Standing::Guarded,
        TableKey::Each(dimension) if may_show && policy.each.contains(dimension) => Standing::Guarded,
        TableKey::Quarter if may_show => Standing::Guarded,
        TableKey::First(_) | TableKey::Each(_) | TableKey::Quarter => Standing::Closed,
    }
}

fn guarded(policy: &DisclosurePolicy, table: &Table, tables: &[Table], earlier: &[Earlier]) -> PublicTable {
    let is_safe = |count: u64| count == 0 || count >= policy.k;
    let cells: BTreeMap<&str, u64> =
        table.cells.iter().map(|(code, count)| (code.as_str(), *count)).collect();
    let key = &table.key;
    let name = key.name();

    let shown_before =
        || earlier.iter().filter_map(|earlier| Some((earlier.release, earlier.figure.shown_table(&name)?)));
    let cells_are_safe = cells.values().all(|count| is_safe(*count));
    let changes_are_safe = shown_before().all(|(_, before)| {
        let before: BTreeMap<&str, u64> =
            before.iter().map(|cell| (cell.code(), cell.value().number().unwrap_or_default())).collect();
        differences(&cells, &before).all(is_safe)
    });
    if cells_are_safe && changes_are_safe && is_safe_beside_first(key, &cells, tables, is_safe) {
        shown(table, units_in_several(table, earlier, is_safe))
    } else {
        PublicTable::NotShown {
            key: key.clone(),
            last_shown: shown_before().map(|(release, _)| release).max(),
        }
    }
}

/// A table in which a unit stands wherever it was reached tells, beside the one by first count, how many were reached
/// in a second place: these differences are cells too.
fn is_safe_beside_first(
    key: &TableKey,
    cells: &BTreeMap<&str, u64>,
    tables: &[Table],
    is_safe: impl Fn(u64) -> bool,
) -> bool {
    let TableKey::Each(dimension) = key else { return true };
    let first = tables.iter().find(|table| table.key == TableKey::First(dimension.clone()));
    first.is_none_or(|first| {
        let first: BTreeMap<&str, u64> =
            first.cells.iter().map(|(code, count)| (code.as_str(), *count)).collect();
        differences(cells, &first).all(is_safe)
    })
}

fn differences<'a>(
    left: &'a BTreeMap<&str, u64>,
    right: &'a BTreeMap<&str, u64>,
) -> impl Iterator<Item = u64> {
    left.keys().chain(right.keys()).map(|code| {
        let count = |cells: &BTreeMap<&str, u64>| cells.get(code).copied().unwrap_or_default();
        count(left).abs_diff(count(right))
    })
}

/// How many units stand in more than one cell of a table that is shown: a number about persons like any cell, so it and
/// its change since each earlier release that says it are 0 or at least k.
fn units_in_several(
    table: &Table,
    earlier: &[Earlier],
    is_safe: impl Fn(u64) -> bool,
) -> Option<FigureValue> {
    let units = table.units_in_several?;
    let mut said_before =
        earlier.iter().flat_map(|earlier| &earlier.figure.tables).filter_map(|before| match before {
            PublicTable::Shown { key, units_in_several: Some(said), .. } if *key == table.key => {
                said.number()
            }
            PublicTable::Shown { .. } | PublicTable::NotShown { .. } => None,
        });
    let is_told = is_safe(units) && said_before.all(|before| is_safe(before.abs_diff(units)));
    Some(if is_told { FigureValue::Published(units) } else { FigureValue::Suppressed })
}

fn shown(table: &Table, units_in_several: Option<FigureValue>) -> PublicTable {
    let cells = table
        .cells
        .iter()
        .map(|(code, count)| PublicCell::new(code.clone(), FigureValue::Published(*count)))
        .collect();
    PublicTable::Shown { key: table.key.clone(), cells, units_in_several }
}
