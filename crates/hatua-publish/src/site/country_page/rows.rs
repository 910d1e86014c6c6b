//! The figures of a country: what the release shows of each there, beside the whole.

use hatua_core::release::{FigureValue, PublicCell};

use crate::site::action_page::edition::{Edition, Shown};
use crate::site::action_page::places::{ByCountry, by_country};
use crate::site::link::LinkView;
use crate::site::value::{ValueView, bar_width};

/// One figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RowView {
    /// Its name and record.
    pub figure: LinkView,
    /// Its number in the country.
    pub here: ValueView,
    /// Why there is none, in a word.
    pub why: Option<String>,
    /// The class of a cell that is kept back.
    pub class: &'static str,
    /// The whole number.
    pub all: ValueView,
    /// The country's share as a bar.
    pub width: Option<String>,
    /// Whether its units may stand in several countries.
    pub in_several: bool,
}

/// What the release says of a figure in one country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Here {
    /// A cell that it shows.
    Cell(FigureValue),
    /// The table is left out of this release.
    NotShown,
    /// No release shows it, to protect people.
    Withheld,
    /// The figure knows no countries, or has no records.
    Nothing,
}

/// What the release says of a figure in this country.
pub(super) fn here(edition: &Edition, shown: &Shown, code: &str) -> Here {
    match by_country(edition, shown) {
        ByCountry::Shown { cells, .. } => {
            let cell = cells.iter().find(|cell| cell.code() == code).map(PublicCell::value);
            cell.map_or(Here::Nothing, Here::Cell)
        }
        ByCountry::NotShown(_) => Here::NotShown,
        ByCountry::Withheld => Here::Withheld,
        ByCountry::NotByCountry | ByCountry::NoRecords => Here::Nothing,
    }
}

/// The figures that records stand behind and that know countries, in the order of the package.
pub(super) fn rows(edition: &Edition, code: &str) -> Vec<RowView> {
    let shown = edition.programme().indicators.iter().map(|indicator| edition.shown(indicator));
    shown.filter_map(|shown| row(edition, &shown, code)).collect()
}

fn row(edition: &Edition, shown: &Shown, code: &str) -> Option<RowView> {
    let texts = &edition.context.texts;
    let figure = shown.computed?;
    let (value, why) = match here(edition, shown, code) {
        Here::Cell(FigureValue::Suppressed) | Here::Withheld => {
            (FigureValue::Suppressed, Some("country-withheld"))
        }
        Here::NotShown => (FigureValue::Suppressed, Some("country-not-shown")),
        Here::Cell(value) => (value, None),
        Here::Nothing => return None,
    };
    let width = value.number().zip(figure.value.number()).map(|(here, all)| bar_width(here, all));
    let in_several = match by_country(edition, shown) {
        ByCountry::Shown { in_several, .. } => in_several.is_some(),
        ByCountry::NotShown(_) | ByCountry::Withheld | ByCountry::NotByCountry | ByCountry::NoRecords => {
            false
        }
    };
    Some(RowView {
        figure: LinkView {
            href: edition.figure_address(shown),
            label: edition.figure_text(shown.indicator, "short").text,
        },
        here: edition.value(value),
        why: why.map(|why| texts.get(why)),
        class: if value == FigureValue::Suppressed { " sup" } else { "" },
        all: edition.value(figure.value),
        width,
        in_several,
    })
}

/// How the table is to be read.
pub(super) fn notes(edition: &Edition, rows: &[RowView]) -> Vec<String> {
    let texts = &edition.context.texts;
    let mut notes = Vec::new();
    if !rows.is_empty() {
        notes.push(texts.get("country-first"));
    }
    let several = rows.iter().filter(|row| row.in_several);
    notes.extend(several.map(|row| {
        texts.get_args(
            "country-several",
            &[("figure", (&row.figure.label).into()), ("value", (&row.all.text).into())],
        )
    }));
    notes
}

/// The figures that no records stand behind.
pub(super) fn without_records(edition: &Edition) -> Vec<LinkView> {
    let shown = edition.programme().indicators.iter().map(|indicator| edition.shown(indicator));
    let without = shown.filter(|shown| shown.computed.is_none());
    without
        .map(|shown| LinkView {
            href: edition.figure_address(&shown),
            label: edition.figure_text(shown.indicator, "short").text,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use hatua_core::programme::Locale;

    fn first(change: impl Fn(&mut serde_json::Value)) -> Option<RowView> {
        let mut release = serde_json::to_value(fixture::releases().remove(1)).unwrap();
        change(&mut release["figures"][0]["tables"]);
        let releases = [serde_json::from_value(release).unwrap()];
        fixture::with_edition(&fixture::programme(), &releases, Locale::En, |edition| {
            rows(edition, "LS").pop()
        })
    }

    #[test]
    fn a_cell_that_the_release_shows_stands_beside_the_whole() {
        let row = first(|_| {}).unwrap();
        assert_eq!((row.here.text.as_str(), row.all.text.as_str()), ("800", "1\u{202f}600"));
        assert_eq!((row.width.as_deref(), row.why), (Some("50%"), None));
    }

    #[test]
    fn a_cell_that_is_kept_back_says_why_and_shows_no_number() {
        let suppressed =
            first(|tables| tables[0]["cells"][0] = serde_json::json!({"code": "LS", "status": "suppressed"}));
        let closed = first(|tables| {
            tables.as_array_mut().unwrap().remove(0);
        });
        let left_out = first(|tables| {
            tables[0] = serde_json::json!({"state": "not_shown", "key": {"first": "country"}});
        });
        for (row, why) in [(suppressed, "withheld"), (closed, "withheld"), (left_out, "not shown")] {
            let row = row.unwrap();
            assert_eq!((row.here.text.as_str(), row.why.as_deref(), &row.width), ("[c]", Some(why), &None));
        }
    }

    #[test]
    fn what_stands_in_several_countries_is_said_not_to_add_up() {
        let row = first(|tables| {
            tables[0]["units_in_several"] = serde_json::json!({"status": "published", "value": 9});
        });
        let notes = fixture::with_edition(&fixture::programme(), &[], Locale::En, |edition| {
            notes(edition, &[row.unwrap()])
        });
        assert!(notes[1].starts_with("“People trained” stands in each of its countries"), "{notes:?}");
    }
}
