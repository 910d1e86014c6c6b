//! Dimensions: the columns by which figures are broken down, and the codes or bands of their values.

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::DeValue;

use super::context::Context;
use super::file::{At, did_you_mean};
use super::table::{Table, texts_of, wrong_type};
use super::value::kind_word;
use crate::id::{ColumnName, DimensionName, FigureSlug};
use crate::programme::indicator::Band;
use crate::programme::{Column, ColumnKind, Dimension, DimensionCodes};

/// Reads one dimension.
pub(super) fn read_dimension(table: Table<'_>, context: &Context<'_>) -> Option<Dimension> {
    let name: Option<DimensionName> = table.need("name", table.word("name"));
    let (columns, also) = (read_columns(table, "column"), read_columns(table, "also"));
    table.need("column", Some(()));
    let codes = match (table.value("codes"), table.value("bands")) {
        (Some(codes), None) => Some(match codes.get_ref() {
            DeValue::Table(_) => DimensionCodes::ByFigure(read_lists(table, context)),
            _ => DimensionCodes::Listed(read_codes(table, table.texts("codes"))),
        }),
        (None, Some(bands)) => read_bands(table, bands, context),
        (None, None) => {
            let help = "add `codes = [...]`, or `bands` for a column of numbers".to_owned();
            table.file.find(
                table.at,
                "missing_key",
                "a dimension has neither `codes` nor `bands`".into(),
                help,
            );
            None
        }
        (Some(codes), Some(_)) => {
            let help = "codes for a column of codes, bands for a column of numbers".to_owned();
            table.file.find(
                codes.span().start,
                "unknown_key",
                "a dimension has `codes` and `bands`".into(),
                help,
            );
            None
        }
    };
    if let Some(codes) = &codes {
        check_columns(table, codes, context);
    }
    (!columns.is_empty()).then_some(Dimension { name: name?, columns, also, codes: codes? })
}

/// One column, or a list of columns.
fn read_columns(table: Table<'_>, key: &str) -> Vec<ColumnName> {
    let mut columns: Vec<ColumnName> = Vec::new();
    let written = table.text_or_texts(key);
    if let (true, Some(value)) = (written.is_empty(), table.value(key))
        && matches!(value.get_ref(), DeValue::Array(_))
    {
        let help = "name at least one column".to_owned();
        table.file.find(value.span().start, "missing_value", format!("`{key}` names no column"), help);
    }
    for found in written {
        let Some(column) = table.file.word::<ColumnName>(found) else { continue };
        if columns.contains(&column) {
            let help = "name each column once".to_owned();
            table.file.find(found.at, "duplicate_name", format!("`{column}` stands twice"), help);
        }
        columns.push(column);
    }
    columns
}

/// Each column is one of a register, or the record's own partner or quarter, which stand alone; codes of places and
/// organisations exist.
fn check_columns(table: Table<'_>, codes: &DimensionCodes, context: &Context<'_>) {
    let mut written = table.text_or_texts("column");
    match (written.as_slice(), codes) {
        ([found], DimensionCodes::Listed(codes)) if found.value == "partner" => {
            check_partners(table, codes, context);
            return refuse_also(table, "the record's own partner or quarter is one");
        }
        ([found], _) if ["partner", "quarter"].contains(&found.value) => {
            return refuse_also(table, "the record's own partner or quarter is one");
        }
        (_, DimensionCodes::Bands(_)) => refuse_also(table, "a number falls into one band"),
        _ => {}
    }
    let columns: Vec<&Column> = context.registers.values().flatten().collect();
    check_also(table, &written, &columns);
    written.extend(table.text_or_texts("also"));
    let known: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    for found in written.iter().filter(|found| !known.is_empty() && !known.contains(&found.value)) {
        let help = did_you_mean(found.value, &known, "the columns of the registers");
        table.file.find(
            found.at,
            "unknown_column",
            format!("no register has a column `{}`", found.value),
            help,
        );
    }
    let is_named = |column: &&Column| written.iter().any(|found| found.value == column.name.as_str());
    let named: Vec<&Column> = columns.into_iter().filter(is_named).collect();
    for found in listed_codes(table) {
        if named.iter().any(|other| matches!(other.kind, ColumnKind::Place)) {
            context.places.check(table.file, found);
        } else if named.iter().any(|other| matches!(other.kind, ColumnKind::Organisation)) {
            context.organisations.check(table.file, found);
        }
    }
}

fn refuse_also(table: Table<'_>, why: &str) {
    if let Some(value) = table.value("also") {
        let message = "`also` does not belong here".to_owned();
        table.file.find(value.span().start, "unknown_key", message, format!("{why}; leave `also` out"));
    }
}

/// Further columns hold values of the same type as the first, and are others.
fn check_also(table: Table<'_>, written: &[At<&str>], columns: &[&Column]) {
    let kind_of = |name: &str| columns.iter().find(|column| column.name.as_str() == name).map(|c| &c.kind);
    let first = written.first().and_then(|found| kind_of(found.value));
    for found in table.text_or_texts("also") {
        if written.iter().any(|other| other.value == found.value) {
            let help = "`also` names further columns".to_owned();
            table.file.find(found.at, "duplicate_name", format!("`{}` stands twice", found.value), help);
        }
        if let (Some(first), Some(kind)) = (first, kind_of(found.value))
            && std::mem::discriminant(first) != std::mem::discriminant(kind)
        {
            let message = format!("`{}` is of type {}", found.value, kind_word(kind));
            let help = format!("a column of type {}, as the first one", kind_word(first));
            table.file.find(found.at, "wrong_type", message, help);
        }
    }
}

/// Every code that is written under `codes`, also in the list of a figure.
fn listed_codes(table: Table<'_>) -> Vec<At<&str>> {
    match table.value("codes").map(Spanned::get_ref) {
        Some(DeValue::Table(_)) => {
            let lists = table.table("codes", &[]).into_iter().flat_map(|lists| lists.items());
            lists.flat_map(|(figure, list)| texts_of(table.file, figure.value, list)).collect()
        }
        _ => table.texts("codes"),
    }
}

/// A breakdown by partner has a cell for each of them.
fn check_partners(table: Table<'_>, codes: &[String], context: &Context<'_>) {
    for found in table.texts("codes") {
        context.partners.check(table.file, found);
    }
    for partner in context.partners.words.iter().filter(|partner| !codes.contains(partner)) {
        let at = table.value("codes").map_or(table.at, |value| value.span().start);
        let message = format!("the partner `{partner}` has no code, so no cell would hold its units");
        table.file.find(at, "missing_code", message, format!("add \"{partner}\""));
    }
}

/// A list of codes for each figure that has one of its own.
fn read_lists(table: Table<'_>, context: &Context<'_>) -> BTreeMap<FigureSlug, Vec<String>> {
    let mut lists = BTreeMap::new();
    for (figure, list) in table.table("codes", &[]).into_iter().flat_map(|lists| lists.items()) {
        let codes = read_codes(table, texts_of(table.file, figure.value, list));
        if context.slugs.check(table.file, figure)
            && let Some(slug) = table.file.word::<FigureSlug>(figure)
        {
            lists.insert(slug, codes);
        }
    }
    lists
}

fn read_codes(table: Table<'_>, written: Vec<At<&str>>) -> Vec<String> {
    let mut codes: Vec<String> = Vec::new();
    for found in written {
        if codes.iter().any(|code| code == found.value) {
            let help = "name each code once".to_owned();
            table.file.find(found.at, "duplicate_name", format!("`{}` stands twice", found.value), help);
        }
        if found.value == "unknown" {
            let help = "leave it out: a record without a value has this code by itself".to_owned();
            table.file.find(found.at, "invalid_value", "`unknown` is not a code of its own".into(), help);
        }
        codes.push(found.value.to_owned());
    }
    codes
}

fn read_bands(
    table: Table<'_>,
    value: &Spanned<DeValue<'_>>,
    context: &Context<'_>,
) -> Option<DimensionCodes> {
    let DeValue::Table(_) = value.get_ref() else {
        wrong_type(
            table.file,
            value.span().start,
            "bands",
            value.get_ref(),
            "a table: { figure = [\"18-29\", \"30+\"] }",
        );
        return None;
    };
    let mut bands = BTreeMap::new();
    for (figure, list) in table.table("bands", &[])?.items() {
        let is_known = context.slugs.check(table.file, figure);
        let read: Vec<At<Option<Band>>> = texts_of(table.file, figure.value, list)
            .into_iter()
            .map(|found| At { value: read_band(table, found), at: found.at })
            .collect();
        check_bands(table, &read);
        if is_known && let Some(slug) = table.file.word::<FigureSlug>(figure) {
            bands.insert(slug, read.into_iter().filter_map(|band| band.value).collect());
        }
    }
    Some(DimensionCodes::Bands(bands))
}

/// `18-29`, or `45+` for all from 45.
fn read_band(table: Table<'_>, found: At<&str>) -> Option<Band> {
    let code = found.value.to_owned();
    let band = if let Some(from) = found.value.strip_suffix('+') {
        from.parse().ok().map(|from| Band { code, from, to: None })
    } else {
        let ends = found.value.split_once('-');
        ends.and_then(|(from, to)| Some(Band { code, from: from.parse().ok()?, to: Some(to.parse().ok()?) }))
    };
    if band.as_ref().is_none_or(|band| band.from < 0 || band.to.is_some_and(|to| to < band.from)) {
        let help = "write the least and the greatest number, `18-29`, or `45+`".to_owned();
        table.file.find(found.at, "invalid_value", format!("`{}` is not a band", found.value), help);
        return None;
    }
    band
}

fn check_bands(table: Table<'_>, bands: &[At<Option<Band>>]) {
    for pair in bands.windows(2) {
        let (Some(lower), Some(upper)) = (&pair[0].value, &pair[1].value) else { continue };
        let expected = lower.to.map(|to| to + 1);
        if expected.is_none_or(|expected| upper.from < expected) {
            let help = "bands follow each other, the lowest first, and only the last one is open".to_owned();
            let message = format!("the bands `{}` and `{}` overlap", lower.code, upper.code);
            table.file.find(pair[1].at, "bands_overlap", message, help);
        } else if expected.is_some_and(|expected| upper.from > expected) {
            let message = format!("between the bands `{}` and `{}` there is a gap", lower.code, upper.code);
            let help = format!("start at {}", expected.unwrap_or_default());
            table.file.find(pair[1].at, "bands_gap", message, help);
        }
    }
}
