//! `[periods] years`: the kinds of years by which figures are told beside the quarters.

use super::settings::check_twice;
use super::table::Table;
use crate::calendar::{YearCount, YearKind};
use crate::id::YearName;

/// The names that say by themselves when a year begins.
const BY_NAME: [(&str, YearKind); 2] = [("calendar", YearKind::Calendar), ("ethiopian", YearKind::Ethiopian)];

/// Reads the list in `[periods]`.
pub(super) fn read_years(periods: Table<'_>) -> Vec<YearCount> {
    check_twice(periods, "years", "name");
    let tables = periods.tables("years", &["name", "starts_month"]);
    tables.into_iter().filter_map(read_years_of_one_kind).collect()
}

fn read_years_of_one_kind(table: Table<'_>) -> Option<YearCount> {
    let name: YearName = table.need("name", table.word("name"))?;
    let month = table.integer("starts_month");
    if let Some((word, kind)) = BY_NAME.iter().find(|(word, _)| *word == name.as_str()) {
        if let Some(month) = month {
            let message = format!("years called `{word}` begin when they begin");
            let help = "leave `starts_month` out, or give these years another name".to_owned();
            table.file.find(month.at, "unknown_key", message, help);
        }
        return Some(YearCount { name, kind: *kind });
    }
    let month = table.need("starts_month", month)?;
    let first = i8::try_from(month.value).ok().filter(|first| (2..=12).contains(first));
    if first.is_none() {
        let message = format!("years can't begin in month {}", month.value);
        let help = "2 to 12; years that begin in January are called `calendar`".to_owned();
        table.file.find(month.at, "out_of_range", message, help);
    }
    Some(YearCount { name, kind: YearKind::FromMonth(first?) })
}
