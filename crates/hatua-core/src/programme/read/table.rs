//! Tables of a TOML file, walked by hand: every value keeps its place, every key is known or noted, and a wrong value
//! is one finding, not the end of reading.

use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::file::{At, File, Report, did_you_mean};
use crate::programme::Package;

/// A TOML file.
pub(super) struct Document<'a> {
    /// The file.
    pub(super) file: File<'a>,
    root: Spanned<DeTable<'a>>,
}

impl<'a> Document<'a> {
    /// Opens and parses a file of the package; `None` where it is absent or no text. Where its TOML is broken, all
    /// that is said of the file are the places where it breaks.
    pub(super) fn open(package: &'a Package, path: &'a str, report: &'a Report) -> Option<Self> {
        File::open(package, path, report).map(Self::parse)
    }

    /// Parses the text of a file.
    pub(super) fn parse(file: File<'a>) -> Self {
        let (root, errors) = DeTable::parse_recoverable(file.text);
        for error in &errors {
            let at = error.span().map_or(0, |span| span.start);
            let help = "a key, an equals sign, a value; texts in quotes; lists in [ ]; see https://toml.io"
                .to_owned();
            file.find_syntax(at, "toml_syntax", format!("not TOML: {}", error.message()), help);
        }
        Self { file: File { is_broken: !errors.is_empty(), ..file }, root }
    }

    /// The same for a file in another notation, whose places are not those of the text that was parsed.
    pub(super) fn without_places(self) -> Self {
        Self { file: File { text: "", ..self.file }, root: self.root }
    }

    /// The whole file as a table; `keys` are the ones that it may have.
    pub(super) fn root(&self, keys: &'static [&'static str]) -> Table<'_> {
        Table::new(&self.file, &self.root, 0, keys)
    }

    /// The texts under `key` in each table of `[[list]]`, for a first look at the names that a file defines.
    pub(super) fn peek(&self, list: &str, key: &str) -> Vec<String> {
        let Some(DeValue::Array(tables)) = self.root.get_ref().get(list).map(Spanned::get_ref) else {
            return Vec::new();
        };
        tables.iter().filter_map(|table| text_in(table.get_ref(), key)).collect()
    }

    /// The texts of a list at the top of the file, for a first look.
    pub(super) fn peek_list(&self, key: &str) -> Vec<String> {
        let Some(DeValue::Array(items)) = self.root.get_ref().get(key).map(Spanned::get_ref) else {
            return Vec::new();
        };
        items
            .iter()
            .filter_map(|item| {
                if let DeValue::String(text) = item.get_ref() { Some(text.to_string()) } else { None }
            })
            .collect()
    }
}

fn text_in(table: &DeValue<'_>, key: &str) -> Option<String> {
    let DeValue::Table(table) = table else { return None };
    match table.get(key).map(Spanned::get_ref) {
        Some(DeValue::String(text)) => Some(text.to_string()),
        _ => None,
    }
}

/// A key and its value, with their places.
pub(super) type Item<'t> = (At<&'t str>, &'t Spanned<DeValue<'t>>);

/// A table of a TOML file.
#[derive(Clone, Copy)]
pub(super) struct Table<'t> {
    /// The file.
    pub(super) file: &'t File<'t>,
    /// Where the table starts.
    pub(super) at: usize,
    content: &'t DeTable<'t>,
}

impl<'t> Table<'t> {
    fn new(file: &'t File<'t>, table: &'t Spanned<DeTable<'t>>, at: usize, keys: &[&str]) -> Self {
        let table = Self { file, at, content: table.get_ref() };
        table.check_keys(keys);
        table
    }

    fn inner(file: &'t File<'t>, at: usize, content: &'t DeTable<'t>) -> Self {
        Self { file, at, content }
    }

    /// Notes every key that is not one of these; an empty list allows any.
    pub(super) fn check_keys(&self, keys: &[&str]) {
        for (key, _) in self.items() {
            if !keys.is_empty() && !keys.contains(&key.value) {
                let message = format!("`{}` is not a key of this table", key.value);
                let help = did_you_mean(key.value, keys, "its keys");
                self.file.find(key.at, "unknown_key", message, help);
            }
        }
    }

    /// The keys and values in the order of the file.
    pub(super) fn items(&self) -> Vec<Item<'t>> {
        let mut items: Vec<Item<'t>> = self
            .content
            .iter()
            .map(|(key, value)| (At { value: key.get_ref().as_ref(), at: key.span().start }, value))
            .collect();
        items.sort_by_key(|(key, value)| (key.at, value.span().start));
        items
    }

    /// Whether the key is there.
    pub(super) fn has(&self, key: &str) -> bool {
        self.content.contains_key(key)
    }

    /// The value of a key.
    pub(super) fn value(&self, key: &str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.content.get(key)
    }

    /// Passes on what was found; notes a missing key where there was none.
    pub(super) fn need<T>(&self, key: &str, found: Option<T>) -> Option<T> {
        if !self.has(key) {
            self.miss(key);
        }
        found
    }

    fn miss(&self, key: &str) {
        let message = format!("`{key}` is missing");
        self.file.find(self.at, "missing_key", message, format!("add `{key} = ...` to this table"));
    }

    /// A text.
    pub(super) fn text(&self, key: &str) -> Option<At<&'t str>> {
        text_of(self.file, key, self.value(key)?)
    }

    /// A text that is there and is not blank.
    pub(super) fn need_text(&self, key: &str) -> Option<At<&'t str>> {
        let text = self.need(key, self.text(key))?;
        if text.value.trim().is_empty() {
            self.file.find(text.at, "missing_value", format!("`{key}` is empty"), "say what it is".into());
            return None;
        }
        Some(text)
    }

    /// A text, or nothing where the key is absent.
    pub(super) fn text_or_empty(&self, key: &str) -> String {
        self.text(key).map(|text| text.value.to_owned()).unwrap_or_default()
    }

    /// A name with a shape of its own (a slug, a code, a quarter).
    pub(super) fn word<T>(&self, key: &str) -> Option<T>
    where
        T: std::str::FromStr,
        T::Err: std::fmt::Display,
    {
        self.file.word(self.text(key)?)
    }

    /// Yes or no; no where the key is absent.
    pub(super) fn flag(&self, key: &str) -> bool {
        match self.value(key).map(|value| (value.span().start, value.get_ref())) {
            None => false,
            Some((_, DeValue::Boolean(answer))) => *answer,
            Some((at, other)) => {
                wrong_type(self.file, at, key, other, "true or false, without quotes");
                false
            }
        }
    }

    /// A whole number.
    pub(super) fn integer(&self, key: &str) -> Option<At<i64>> {
        let value = self.value(key)?;
        let at = value.span().start;
        if let DeValue::Integer(number) = value.get_ref() {
            if let Ok(value) = i64::from_str_radix(number.as_str(), number.radix()) {
                return Some(At { value, at });
            }
            let message = format!("{number} is too large");
            self.file.find(at, "out_of_range", message, "a whole number of at most 18 digits".into());
        } else {
            wrong_type(self.file, at, key, value.get_ref(), "a whole number, without quotes");
        }
        None
    }

    /// A day, written as a date of TOML or as a text.
    pub(super) fn date(&self, key: &str) -> Option<Date> {
        let value = self.value(key)?;
        let at = value.span().start;
        match value.get_ref() {
            DeValue::Datetime(day) => self.file.date(At { value: &day.to_string(), at }),
            DeValue::String(text) => self.file.date(At { value: text, at }),
            other => {
                wrong_type(self.file, at, key, other, "a day, for example 2018-05-23");
                None
            }
        }
    }

    /// A day, a month or a year, written as a text or, a day, as a date of TOML.
    pub(super) fn as_of(&self, key: &str) -> Option<crate::statement::AsOf> {
        match self.value(key)?.get_ref() {
            DeValue::Datetime(_) => self.date(key).map(crate::statement::AsOf::Day),
            _ => self.file.as_of(self.text(key)?),
        }
    }

    /// A list of texts; empty where the key is absent.
    pub(super) fn texts(&self, key: &str) -> Vec<At<&'t str>> {
        self.value(key).map(|value| texts_of(self.file, key, value)).unwrap_or_default()
    }

    /// A text, or a list of texts; empty where the key is absent.
    pub(super) fn text_or_texts(&self, key: &str) -> Vec<At<&'t str>> {
        match self.value(key).map(Spanned::get_ref) {
            Some(DeValue::Array(_)) => self.texts(key),
            _ => self.text(key).into_iter().collect(),
        }
    }

    /// A table inside this one.
    pub(super) fn table(&self, key: &str, keys: &[&str]) -> Option<Table<'t>> {
        let value = self.value(key)?;
        let table = table_of(self.file, key, value)?;
        table.check_keys(keys);
        Some(table)
    }

    /// A list of tables; empty where the key is absent.
    pub(super) fn tables(&self, key: &str, keys: &[&str]) -> Vec<Table<'t>> {
        let Some(value) = self.value(key) else { return Vec::new() };
        let DeValue::Array(items) = value.get_ref() else {
            let expected = format!("a list of tables: [[{key}]]");
            wrong_type(self.file, value.span().start, key, value.get_ref(), &expected);
            return Vec::new();
        };
        let tables: Vec<Table<'t>> = items.iter().filter_map(|item| table_of(self.file, key, item)).collect();
        for table in &tables {
            table.check_keys(keys);
        }
        tables
    }

    /// The lines of the file on which the table stands, from its header to its last value.
    pub(super) fn source_lines(&self) -> String {
        let end = last_byte(self.content).max(self.at);
        let text = self.file.text;
        let from = text[..self.at.min(text.len())].rfind('\n').map_or(0, |newline| newline + 1);
        let to = text[end.min(text.len())..].find('\n').map_or(text.len(), |newline| end + newline);
        text[from..to].trim_end().to_owned()
    }
}

fn last_byte(table: &DeTable<'_>) -> usize {
    let end = |value: &Spanned<DeValue<'_>>| match value.get_ref() {
        DeValue::Table(inner) => last_byte(inner).max(value.span().end),
        DeValue::Array(items) => items
            .iter()
            .map(|item| match item.get_ref() {
                DeValue::Table(inner) => last_byte(inner).max(item.span().end),
                _ => item.span().end,
            })
            .max()
            .unwrap_or(0)
            .max(value.span().end),
        _ => value.span().end,
    };
    table.iter().map(|(_, value)| end(value)).max().unwrap_or(0)
}

/// The value as a table.
pub(super) fn table_of<'t>(
    file: &'t File<'t>,
    key: &str,
    value: &'t Spanned<DeValue<'t>>,
) -> Option<Table<'t>> {
    if let DeValue::Table(table) = value.get_ref() {
        return Some(Table::inner(file, value.span().start, table));
    }
    wrong_type(file, value.span().start, key, value.get_ref(), "a table: { name = value }");
    None
}

/// The value as a text.
pub(super) fn text_of<'t>(
    file: &File<'_>,
    key: &str,
    value: &'t Spanned<DeValue<'t>>,
) -> Option<At<&'t str>> {
    let at = value.span().start;
    if let DeValue::String(text) = value.get_ref() {
        return Some(At { value: text.as_ref(), at });
    }
    wrong_type(file, at, key, value.get_ref(), "a text in quotes");
    None
}

/// The value as a list of texts.
pub(super) fn texts_of<'t>(file: &File<'_>, key: &str, value: &'t Spanned<DeValue<'t>>) -> Vec<At<&'t str>> {
    let DeValue::Array(items) = value.get_ref() else {
        wrong_type(file, value.span().start, key, value.get_ref(), "a list of texts: [\"...\", \"...\"]");
        return Vec::new();
    };
    items.iter().filter_map(|item| text_of(file, key, item)).collect()
}

/// Notes a value of the wrong type.
pub(super) fn wrong_type(file: &File<'_>, at: usize, key: &str, value: &DeValue<'_>, expected: &str) {
    let is = match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a decimal number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    };
    file.find(at, "wrong_type", format!("`{key}` is {is}"), format!("expected {expected}"));
}
