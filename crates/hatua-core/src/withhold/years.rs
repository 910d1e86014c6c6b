//! Tables by year beside the table by quarter. A year that begins within a quarter cuts it: what the two tables have
//! counted before that day tells how many units stand in each part. Such a part is a number of persons like any cell.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::count::{Table, first_days};
use crate::period::Quarter;
use crate::programme::{Indicator, Programme};
use crate::release::{PublicTable, TableKey};
use crate::withhold::cells::{Earlier, Numbers, counted, not_shown, said};

/// How many units were counted before each day on which a cell of the tables begins, and in all before the end of the
/// last quarter.
type CountedBefore = BTreeMap<Date, u64>;

/// Withholds tables by year of persons that would tell a small number beside the table by quarter and the tables by year
/// before them, or by the change since an earlier release. Without the table by quarter none is shown, so that no sum of
/// years tells what the quarters were withheld for.
#[must_use]
pub fn withhold_years(
    programme: &Programme,
    indicator: &Indicator,
    tables: &[Table],
    public: Vec<PublicTable>,
    earlier: &[Earlier],
) -> Vec<PublicTable> {
    if !programme.disclosure.protects(&indicator.unit) {
        return public;
    }
    let has_quarters = public.iter().any(|table| is_shown(table, &TableKey::Quarter));
    let k = programme.disclosure.k_of(&indicator.slug);
    let mut beside = vec![TableKey::Quarter];
    let judged = public.into_iter().map(|table| match table.key() {
        key @ TableKey::Year(_) if is_shown(&table, key) => {
            beside.push(key.clone());
            if has_quarters && parts_are_safe(programme, (tables, k), &beside, earlier) {
                return table;
            }
            beside.pop();
            not_shown(key, earlier)
        }
        TableKey::Year(_)
        | TableKey::Quarter
        | TableKey::First(_)
        | TableKey::Each(_)
        | TableKey::Beside(_) => table,
    });
    judged.collect()
}

fn is_shown(table: &PublicTable, key: &TableKey) -> bool {
    matches!(table, PublicTable::Shown { key: shown, .. } if shown == key)
}

/// Whether every part into which the tables cut time, and its change since each earlier release, is 0 or at least k.
fn parts_are_safe(
    programme: &Programme,
    (tables, k): (&[Table], u64),
    keys: &[TableKey],
    earlier: &[Earlier],
) -> bool {
    let is_safe = |count: u64| count == 0 || count >= k;
    let cells = keys.iter().filter_map(|key| {
        let table = tables.iter().find(|table| table.key == *key)?;
        Some((key, counted(table)))
    });
    let Some(now) = counted_before(programme, cells) else { return false };
    let parts_now = now.values().zip(now.values().skip(1)).map(|(from, to)| from.abs_diff(*to));
    parts_now.into_iter().all(is_safe)
        && earlier.iter().all(|earlier| {
            let cells = keys.iter().filter_map(|key| Some((key, said(earlier, key)?)));
            let changes = counted_before(programme, cells).and_then(|before| changes(&now, &before));
            changes.is_some_and(|changes| changes.into_iter().all(is_safe))
        })
}

/// Adds the cells up in the order of time. None where the tables contradict each other or a cell has no place in time:
/// then nobody knows what follows from them.
fn counted_before<'c>(
    programme: &Programme,
    tables: impl Iterator<Item = (&'c TableKey, Numbers<'c>)>,
) -> Option<CountedBefore> {
    let mut counted_before = CountedBefore::new();
    let mut note = |day: Date, count: u64| *counted_before.entry(day).or_insert(count) == count;
    for (key, mut cells) in tables {
        let mut sum = 0;
        for (code, first_day) in first_days(programme, key, programme.ends) {
            let Some(count) = cells.remove(code.as_str()) else { continue };
            let has_agreed = note(first_day, sum);
            sum += count;
            let ends = Some(code).filter(|_| *key == TableKey::Quarter).and_then(|code| code.parse().ok());
            let agrees = ends.is_none_or(|quarter: Quarter| note(quarter.next().first_day(), sum));
            if !(has_agreed && agrees) {
                return None;
            }
        }
        if cells.values().any(|count| *count > 0) {
            return None;
        }
    }
    Some(counted_before)
}

/// How much each part has changed, by the days that the earlier tables know. None where the newer ones lack such a day.
fn changes(now: &CountedBefore, before: &CountedBefore) -> Option<Vec<u64>> {
    let grown = |(day, before): (&Date, &u64)| Some(i128::from(*now.get(day)?) - i128::from(*before));
    let grown: Vec<i128> = before.iter().map(grown).collect::<Option<_>>()?;
    let changes = grown.windows(2).map(|pair| pair[1].abs_diff(pair[0]));
    Some(changes.map(|change| u64::try_from(change).unwrap_or(u64::MAX)).collect())
}
