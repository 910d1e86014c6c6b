//! Labels beside codes: the names of the action, the figure, the cell, the status and the unit, in columns of their own. A
//! label adds a column and never changes a code.

use hatua_core::programme::{Locale, Programme};
use hatua_core::release::{Release, TableKey};

use super::row::{Origin, Row};
use crate::site::action_page::breakdown::{cell_label, dimension_name};
use crate::text::{Texts, key};

/// Which labels stand beside the codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Labels {
    /// None.
    Codes,
    /// Those of one language.
    In(Locale),
    /// Those of every language of the programme.
    Both,
}

/// What the label columns begin with; the language follows (`indicator_name_en`).
pub const LABELS: [&str; 6] =
    ["action_name", "indicator_name", "origin_name", "dimension_name", "value_status_name", "unit_name"];

/// The labels of the rows of one file.
pub struct Labelling<'a> {
    programme: &'a Programme,
    release: Option<&'a Release>,
    languages: Vec<Texts>,
}

impl<'a> Labelling<'a> {
    /// For rows of a release; without one for what others said.
    #[must_use]
    pub fn new(programme: &'a Programme, release: Option<&'a Release>, labels: Labels) -> Self {
        let locales = match labels {
            Labels::Codes => Vec::new(),
            Labels::In(locale) => vec![locale],
            Labels::Both => programme.locales.clone(),
        };
        let languages = locales.into_iter().map(|locale| Texts::of(locale, programme)).collect();
        Self { programme, release, languages }
    }

    /// The names of the label columns.
    #[must_use]
    pub fn columns(&self) -> Vec<String> {
        let of = |texts: &Texts| LABELS.map(|name| format!("{name}_{}", texts.locale().tag()));
        self.languages.iter().flat_map(of).collect()
    }

    /// The labels of a row.
    #[must_use]
    pub fn of(&self, row: &Row) -> Vec<String> {
        self.languages.iter().flat_map(|texts| self.in_language(texts, row)).collect()
    }

    fn in_language(&self, texts: &Texts, row: &Row) -> [String; 6] {
        let indicator = self.programme.indicator(row.indicator_code.as_str());
        let name = indicator.map(|found| texts.own(&format!("figure-{}-name", found.slug)).text);
        [
            texts.own("title").text,
            name.unwrap_or_default(),
            origin_name(texts, row.origin),
            self.dimension(texts, &row.dimension),
            status_name(texts, &row.value_status),
            unit_name(texts, &row.unit),
        ]
    }

    /// `country: Kenya`; several keys as in the code, with a semicolon between.
    fn dimension(&self, texts: &Texts, dimension: &str) -> String {
        let part = |part: &str| {
            let (name, code) = part.split_once('=')?;
            let table = self.table(name)?;
            let label = cell_label(self.programme, texts, &table, code);
            Some(format!("{}: {label}", dimension_name(texts, &table).text, label = label.text))
        };
        dimension.split(';').filter_map(part).collect::<Vec<_>>().join("; ")
    }

    fn table(&self, name: &str) -> Option<TableKey> {
        let tables = self.release?.figures.iter().flat_map(|figure| &figure.tables);
        tables.map(hatua_core::release::PublicTable::key).find(|key| key.name() == name).cloned()
    }
}

/// Who made a number, in words.
pub(super) fn origin_name(texts: &Texts, origin: Origin) -> String {
    texts.get(match origin {
        Origin::Computed => "data-origin-computed",
        Origin::Reported => "data-origin-reported",
    })
}

/// A status in words.
pub(super) fn status_name(texts: &Texts, status: &str) -> String {
    texts.get(match status {
        "published" => "data-status-published",
        "nil" => "data-status-nil",
        "not_reported" => "value-not-reported",
        "not_collected" => "value-not-collected",
        "not_applicable" => "value-not-applicable",
        _ => "value-withheld",
    })
}

/// A unit in words.
pub(super) fn unit_name(texts: &Texts, unit: &str) -> String {
    texts.optional(&key("unit", unit)).map_or_else(|| unit.to_owned(), |words| words.text)
}
