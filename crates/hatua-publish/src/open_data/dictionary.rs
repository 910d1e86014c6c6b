//! The data dictionary: what each column of a file means, and every code with its name, in the programme's languages.

use std::collections::BTreeSet;

use hatua_core::programme::{Locale, Programme};
use hatua_core::release::{PublicTable, Release};

use super::figures::COLUMNS;
use super::labels::{LABELS, origin_name, status_name, unit_name};
use super::row::Origin;
use super::separated::{Dialect, guarded, lines};
use crate::site::action_page::breakdown::{cell_label, dimension_name};
use crate::text::Texts;

/// The statuses of a value, in the order in which they are explained.
const STATUSES: [&str; 6] =
    ["published", "nil", "not_reported", "not_collected", "not_applicable", "suppressed"];
/// The marks that stand in the value's place or beside it in workbooks, with their texts.
pub(super) const MARKS: [(&str, &str); 5] = [
    ("[x]", "nothing-not-reported"),
    ("[c]", "nothing-withheld"),
    ("[z]", "nothing-not-applicable"),
    ("[r]", "data-mark-restated"),
    ("[p]", "data-mark-provisional"),
];

/// One line: a column, or a code of a column, with its meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) column: String,
    pub(super) code: String,
    pub(super) meaning: String,
}

/// The dictionary in one language.
pub(super) fn dictionary(programme: &Programme, release: Option<&Release>, locale: Locale) -> Vec<Line> {
    let texts = Texts::of(locale, programme);
    let column = |name: &str, key: &str| Line {
        column: name.to_owned(),
        code: String::new(),
        meaning: texts.get(&format!("data-column-{key}")),
    };
    let mut found: Vec<Line> =
        COLUMNS.map(|name| column(name, &name.replace('_', "-"))).into_iter().collect();
    found.extend(LABELS.map(|name| column(name, "label")));
    let mut code = |column: &str, code: &str, meaning: String| {
        found.push(Line { column: column.to_owned(), code: code.to_owned(), meaning });
    };
    code("action_id", programme.id.as_str(), texts.own("title").text);
    for indicator in &programme.indicators {
        let name = texts.own(&format!("figure-{}-name", indicator.slug)).text;
        code("indicator_code", indicator.code.as_str(), name);
    }
    code("origin", "computed", origin_name(&texts, Origin::Computed));
    code("origin", "reported", origin_name(&texts, Origin::Reported));
    for status in STATUSES {
        code("value_status", status, status_name(&texts, status));
    }
    let units: BTreeSet<&str> =
        programme.indicators.iter().map(|indicator| indicator.unit.as_str()).collect();
    for unit in units {
        code("unit", unit, unit_name(&texts, unit));
    }
    let mut known = BTreeSet::new();
    let tables = release.into_iter().flat_map(|release| &release.figures).flat_map(|figure| &figure.tables);
    for table in tables {
        let PublicTable::Shown { key, cells, .. } = table else { continue };
        for cell in cells {
            let word = format!("{}={}", key.name(), cell.code());
            if known.insert(word.clone()) {
                let label = cell_label(programme, &texts, key, cell.code()).text;
                code("dimension", &word, format!("{}: {label}", dimension_name(&texts, key).text));
            }
        }
    }
    found
}

/// The dictionary as CSV: one line for each column and code, its meaning in each language of the programme.
#[must_use]
pub fn dictionary_csv(programme: &Programme, release: Option<&Release>) -> String {
    let languages: Vec<Vec<Line>> =
        programme.locales.iter().map(|locale| dictionary(programme, release, *locale)).collect();
    let mut columns = vec!["column".to_owned(), "code".to_owned()];
    columns.extend(programme.locales.iter().map(|locale| format!("meaning_{}", locale.tag())));
    let first = languages.first().map_or(&[][..], Vec::as_slice);
    let rows = first.iter().enumerate().map(|(place, line)| {
        let meanings = languages.iter().map(move |lines| guarded(&lines[place].meaning));
        [line.column.clone(), guarded(&line.code)].into_iter().chain(meanings)
    });
    lines(&columns, rows, Dialect::Plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn every_column_and_every_code_of_a_release_has_a_meaning_in_each_language() {
        let (programme, releases) = (fixture::programme(), fixture::releases());
        let release = &releases[1];
        let csv = dictionary_csv(&programme, Some(release));
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        assert_eq!(reader.headers().unwrap(), vec!["column", "code", "meaning_en", "meaning_ar"]);
        let lines: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert!(lines.iter().all(|line| line.iter().skip(2).all(|meaning| !meaning.is_empty())), "{lines:?}");
        let has = |column: &str, code: &str| {
            assert!(lines.iter().any(|line| &line[0] == column && &line[1] == code), "{column} {code}");
        };
        COLUMNS.iter().chain(&LABELS).for_each(|column| has(column, ""));
        let data = super::super::of_release(&programme, release, None);
        for row in &data.figures {
            has("indicator_code", row.indicator_code.as_str());
            has("value_status", &row.value_status);
            has("unit", &row.unit);
            if !row.dimension.is_empty() {
                has("dimension", &row.dimension);
            }
        }
    }
}
