//! Which tables of a figure a release may show. Until finer protection is built, a table of persons is shown as a
//! whole or not at all: every cell, and every change of a cell since each earlier release that shows the table, is 0
//! or at least k, and no cell that was shown with a count is gone.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::count::Table;
use crate::count::table::UNKNOWN;
use crate::programme::{DisclosurePolicy, Indicator};
use crate::release::{FigureValue, PublicCell, PublicTable, ReleaseId, ReleasedFigure, TableKey};

/// The same figure in an earlier release.
#[derive(Debug, Clone, Copy)]
pub struct Earlier<'a> {
    /// The release.
    pub release: ReleaseId,
    /// The last day of the facts in it.
    pub data_to: Date,
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
            Standing::Exact => {
                let k = policy.k_of(&indicator.slug);
                Some(shown(table, units_in_several(table, earlier, |count| is_safe(k, count))))
            }
            Standing::Guarded => Some(guarded(policy.k_of(&indicator.slug), table, tables, earlier)),
            Standing::Closed => None,
        })
        .collect()
}

/// How a table stands under the policy.
enum Standing {
    /// Shown whatever its cells: no persons.
    Free,
    /// Its cells are exact by policy.
    Exact,
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
            if dimension.as_str() == COUNTRY
                && policy.exact_of(&indicator.slug).iter().any(|exact| exact == COUNTRY) =>
        {
            Standing::Exact
        }
        TableKey::First(dimension) if may_show && policy.one_way.contains(dimension) => Standing::Guarded,
        TableKey::Each(dimension) if may_show && policy.each.contains(dimension) => Standing::Guarded,
        TableKey::Quarter | TableKey::Year(_) | TableKey::Beside(_) if may_show => Standing::Guarded,
        TableKey::First(_)
        | TableKey::Each(_)
        | TableKey::Quarter
        | TableKey::Year(_)
        | TableKey::Beside(_) => Standing::Closed,
    }
}

fn is_safe(k: u64, count: u64) -> bool {
    count == 0 || count >= k
}

/// The numbers of a table by code; a code that is not there has none.
pub(super) type Numbers<'a> = BTreeMap<&'a str, u64>;

fn guarded(k: u64, table: &Table, tables: &[Table], earlier: &[Earlier]) -> PublicTable {
    let is_safe = |count: u64| is_safe(k, count);
    let are_safe = |numbers: &Numbers| numbers.values().copied().all(is_safe);
    let now = counted(table);
    let changes_are_safe = earlier
        .iter()
        .filter_map(|earlier| said(earlier, &table.key))
        .all(|before| has_all_codes(&now, &before) && are_safe(&differences(&now, &before)));
    if are_safe(&now)
        && changes_are_safe
        && is_safe_beside_first(table, tables, earlier, are_safe)
        && is_safe_of_those_behind(table, earlier, is_safe)
    {
        shown(table, units_in_several(table, earlier, is_safe))
    } else {
        not_shown(&table.key, earlier)
    }
}

/// A table that this release leaves out.
pub(super) fn not_shown(key: &TableKey, earlier: &[Earlier]) -> PublicTable {
    let shown_in = earlier.iter().filter(|earlier| said(earlier, key).is_some());
    PublicTable::NotShown { key: key.clone(), last_shown: shown_in.map(|earlier| earlier.release).max() }
}

/// Whether every cell that was shown with a count can still be compared. One that is gone was renamed: the units in it
/// moved to cells of another meaning, and the change of those could be small without being seen. `unknown` has no cell
/// where nobody is unknown.
fn has_all_codes(now: &Numbers, before: &Numbers) -> bool {
    before.iter().all(|(code, count)| *count == 0 || *code == UNKNOWN || now.contains_key(code))
}

/// A cell that holds something else than units, services for example, is a cell about the units behind it: few persons may
/// have received many. A change is theirs for whom something was added after the last day of the earlier release. A change
/// without any such unit is a correction, of which nobody can say here how few it is about, so the table is left out.
fn is_safe_of_those_behind(table: &Table, earlier: &[Earlier], is_safe: impl Fn(u64) -> bool) -> bool {
    let Some(behind) = &table.behind else { return true };
    let now = counted(table);
    let mut changes = earlier.iter().filter_map(|earlier| {
        let changed = differences(&now, &said(earlier, &table.key)?).into_iter().filter(|(_, by)| *by > 0);
        Some(changed.map(|(code, _)| behind.units_since(code, earlier.data_to)).collect::<Vec<_>>())
    });
    behind.units().all(&is_safe)
        && changes.all(|changes| changes.into_iter().all(|units| units > 0 && is_safe(units)))
}

/// A table in which a unit stands wherever it was reached tells, beside the one by first count, how many were reached
/// in each place after another one: these numbers are cells too, and so are their changes.
fn is_safe_beside_first(
    each: &Table,
    tables: &[Table],
    earlier: &[Earlier],
    are_safe: impl Fn(&Numbers) -> bool,
) -> bool {
    let TableKey::Each(dimension) = &each.key else { return true };
    let key = TableKey::First(dimension.clone());
    let Some(first) = tables.iter().find(|table| table.key == key) else { return true };
    let reached_later = differences(&counted(each), &counted(first));
    let mut before = earlier.iter().filter_map(|earlier| {
        let (each, first) = (said(earlier, &each.key)?, said(earlier, &key)?);
        Some(differences(&each, &first))
    });
    are_safe(&reached_later) && before.all(|before| are_safe(&differences(&reached_later, &before)))
}

/// How many units stand in more than one cell of a table that is shown: a number about persons like any cell, so it and
/// its change since each earlier release that says it are 0 or at least k.
fn units_in_several(
    table: &Table,
    earlier: &[Earlier],
    is_safe: impl Fn(u64) -> bool,
) -> Option<FigureValue> {
    let units = table.units_in_several?;
    let tables = earlier.iter().flat_map(|earlier| &earlier.figure.tables);
    let mut said_before = tables.filter_map(|before| match before {
        PublicTable::Shown { key, units_in_several, .. } if *key == table.key => {
            units_in_several.as_ref()?.number()
        }
        PublicTable::Shown { .. } | PublicTable::NotShown { .. } => None,
    });
    let is_told = is_safe(units) && said_before.all(|before| is_safe(before.abs_diff(units)));
    Some(if is_told { FigureValue::Published(units) } else { FigureValue::Suppressed })
}

pub(super) fn counted(table: &Table) -> Numbers<'_> {
    table.cells.iter().map(|(code, count)| (code.as_str(), *count)).collect()
}

/// What an earlier release says in this table; nothing where it does not show it.
pub(super) fn said<'a>(earlier: &Earlier<'a>, key: &TableKey) -> Option<Numbers<'a>> {
    let cells = earlier.figure.shown_table(&key.name())?;
    Some(cells.iter().filter_map(|cell| Some((cell.code(), cell.value().number()?))).collect())
}

fn differences<'a>(left: &Numbers<'a>, right: &Numbers<'a>) -> Numbers<'a> {
    let number = |numbers: &Numbers, code| numbers.get(code).copied().unwrap_or_default();
    let codes = left.keys().chain(right.keys());
    codes.map(|code| (*code, number(left, code).abs_diff(number(right, code)))).collect()
}

fn shown(table: &Table, units_in_several: Option<FigureValue>) -> PublicTable {
    let cells = table
        .cells
        .iter()
        .map(|(code, count)| PublicCell::new(code.clone(), FigureValue::Published(*count)))
        .collect();
    PublicTable::Shown { key: table.key.clone(), cells, units_in_several }
}
