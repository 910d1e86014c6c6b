//! `indicators.toml`: the figures, as rules over registers.

use std::collections::BTreeSet;

use super::condition::{ConditionScope, personal_columns, read_condition};
use super::context::Context;
use super::file::{At, did_you_mean};
use super::register::read_unit;
use super::settings::{check_twice, figures_of};
use super::table::{Document, Table};
use super::value::kind_word;
use crate::id::{ColumnName, DimensionName, FigureSlug, IndicatorCode, RegisterName};
use crate::programme::{
    Attribute, Choice, Column, ColumnKind, Condition, Dimension, DimensionCodes, Indicator, Measure,
    RemovedFigure, Source,
};
use crate::record::Value;

const KEYS: [&str; 12] = [
    "code",
    "slug",
    "objective",
    "definition",
    "unit",
    "measure",
    "sum",
    "from",
    "by",
    "attribute",
    "never_add",
    "estimate",
];
/// A dimension may be read from these instead of a column.
const OF_THE_RECORD: [&str; 2] = ["partner", "quarter"];

/// Reads the figures and those that were removed.
pub(super) fn read_indicators(
    document: &Document<'_>,
    dimensions: &[Dimension],
    context: &Context<'_>,
) -> (Vec<Indicator>, Vec<RemovedFigure>) {
    let root = document.root(&["indicator", "removed"]);
    root.need("indicator", Some(()));
    check_twice(root, "indicator", "code");
    check_twice(root, "indicator", "slug");
    let tables = root.tables("indicator", &KEYS);
    let read: Vec<(Table<'_>, Indicator)> = tables
        .into_iter()
        .filter_map(|table| Some((table, read_indicator(table, dimensions, context)?)))
        .collect();
    for (table, indicator) in &read {
        check_never_add(*table, indicator, &read);
    }
    let indicators = read.into_iter().map(|(_, indicator)| indicator).collect();
    (indicators, read_removed(root, context))
}

fn read_indicator(table: Table<'_>, dimensions: &[Dimension], context: &Context<'_>) -> Option<Indicator> {
    let code: Option<IndicatorCode> = table.need("code", table.word("code"));
    let slug: Option<FigureSlug> = table.need("slug", table.word("slug"));
    let objective = table.need_text("objective").filter(|found| context.objectives.check(table.file, *found));
    let definition = table.need_text("definition");
    let unit = read_unit(table);
    let measure = read_measure(table);
    let from = read_sources(table, context);
    if let (Some(measure), Some(unit)) = (&measure, &unit) {
        check_measure(table, (measure, unit), &from, context);
    }
    let by = read_breakdowns(table, slug.as_ref(), dimensions, (&from, context));
    let attribute = match table.text("attribute") {
        None if measure == Some(Measure::Distinct) => Some(Attribute::First),
        None => Some(Attribute::Record),
        Some(found) => {
            let words = [("record", Attribute::Record), ("first", Attribute::First)];
            table.file.one_of(found, "whose attributes a breakdown uses", &words)
        }
    };
    Some(Indicator {
        code: code?,
        slug: slug?,
        objective: objective?.value.to_owned(),
        definition: definition?.value.to_owned(),
        unit: unit?,
        measure: measure?,
        from,
        by,
        attribute: attribute?,
        never_add: figures_of(table, "never_add", context),
        estimate: table.flag("estimate"),
        rule_text: table.source_lines(),
    })
}

fn read_measure(table: Table<'_>) -> Option<Measure> {
    let word = table.need_text("measure")?;
    let sum: Option<ColumnName> = table.word("sum");
    if let (true, Some(value)) = (word.value != "sum", table.value("sum")) {
        let help = "only `measure = \"sum\"` adds up a column".to_owned();
        table.file.find(value.span().start, "unknown_key", "`sum` does not belong here".into(), help);
    }
    match word.value {
        "distinct" => Some(Measure::Distinct),
        "cases" => Some(Measure::Cases),
        "sum" => table.need("sum", sum).map(Measure::Sum),
        other => {
            let help = did_you_mean(other, &["distinct", "sum", "cases"], "the measures");
            table.file.find(word.at, "unknown_word", format!("`{other}` is not a measure"), help);
            None
        }
    }
}

fn read_sources(table: Table<'_>, context: &Context<'_>) -> Vec<Source> {
    let mut seen = BTreeSet::new();
    let mut sources = Vec::new();
    for entry in table.tables("from", &["register", "where", "except"]) {
        let Some(found) = entry.need("register", entry.text("register")) else { continue };
        if !context.register_names.check(entry.file, found) {
            continue;
        }
        if !seen.insert(found.value) {
            let help = "join the conditions of one register with `any`: a row counts once".to_owned();
            entry.file.find(found.at, "duplicate_name", format!("`{}` stands twice", found.value), help);
        }
        let Some(register) = entry.file.word::<RegisterName>(found) else { continue };
        let condition = read_open_condition(entry, "where", &register, context);
        let except = read_open_condition(entry, "except", &register, context);
        sources.push(Source { register, condition, except });
    }
    sources
}

/// A condition over columns that are not personal.
fn read_open_condition(
    entry: Table<'_>,
    key: &str,
    register: &RegisterName,
    context: &Context<'_>,
) -> Option<Condition> {
    let value = entry.value(key)?;
    let (registers, codes) = (&context.registers, context.codes());
    let scope = ConditionScope { register, registers, codes, own: None };
    let condition = read_condition(entry.file, key, value, scope)?;
    for name in personal_columns(&condition, register, registers) {
        refuse_personal(entry, value.span().start, &name);
    }
    Some(condition)
}

fn refuse_personal(table: Table<'_>, at: usize, name: &ColumnName) {
    let message = format!("`{name}` identifies a person, so no figure can be made from it");
    let help = "a rule sees only columns that are not personal".to_owned();
    table.file.find(at, "personal_column", message, help);
}

fn columns_of<'c>(context: &'c Context<'_>, register: &RegisterName) -> &'c [Column] {
    context.registers.get(register).map_or(&[], Vec::as_slice)
}

fn find_column<'c>(
    table: Table<'_>,
    at: usize,
    name: &str,
    (columns, register): (&'c [Column], &RegisterName),
) -> Option<&'c Column> {
    let column = columns.iter().find(|column| column.name.as_str() == name);
    if column.is_none() {
        let known: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
        let help = did_you_mean(name, &known, &format!("the columns of {register}"));
        table.file.find(
            at,
            "unknown_column",
            format!("`{name}` is not a column of the register {register}"),
            help,
        );
    }
    column
}

/// A sum needs a column of whole numbers; different units need a register about such units.
fn check_measure(
    table: Table<'_>,
    (measure, unit): (&Measure, &str),
    from: &[Source],
    context: &Context<'_>,
) {
    for source in from {
        if let Measure::Sum(name) = measure {
            let at = table.value("sum").map_or(table.at, |value| value.span().start);
            let columns = columns_of(context, &source.register);
            let Some(column) = find_column(table, at, name.as_str(), (columns, &source.register)) else {
                continue;
            };
            if column.personal {
                refuse_personal(table, at, name);
            }
            check_summed(table, at, column, source.condition.as_ref());
        }
        let about = context.register_units.get(&source.register);
        if let (Measure::Distinct, Some(about)) = (measure, about)
            && about != unit
        {
            let at = table.value("unit").map_or(table.at, |value| value.span().start);
            let message = format!("the figure counts `{unit}`, and {} is about `{about}`", source.register);
            let help = "different units are counted from a register about such units".to_owned();
            table.file.find(at, "wrong_unit", message, help);
        }
    }
}

/// What is added up is a whole number that every counted row has and that takes nothing away.
fn check_summed(table: Table<'_>, at: usize, column: &Column, condition: Option<&Condition>) {
    let name = &column.name;
    if column.kind != ColumnKind::Integer {
        let message = format!("`{name}` is of type {}", kind_word(&column.kind));
        table.file.find(at, "wrong_type", message, "only columns of type integer are added up".to_owned());
        return;
    }
    let is_there = column.required || condition.is_some_and(|condition| condition.asks_for(name));
    if !is_there {
        let message = format!("a row may have no `{name}`, and what is not there can't be added up");
        let help = format!(
            "write `required = true` at the column in its register, or ask `{{ column = \"{name}\", present = true }}` in `where`"
        );
        table.file.find(at, "wrong_sum", message, help);
    } else if !matches!(column.min, Some(Value::Integer(0..))) {
        let message = format!("`{name}` may be below zero, and would take away from the sum");
        let help = "write `min = 0` at the column in its register, or count another column".to_owned();
        table.file.find(at, "wrong_sum", message, help);
    }
}

fn read_breakdowns(
    table: Table<'_>,
    slug: Option<&FigureSlug>,
    dimensions: &[Dimension],
    (from, context): (&[Source], &Context<'_>),
) -> Vec<DimensionName> {
    let mut by: Vec<DimensionName> = Vec::new();
    for found in table.texts("by") {
        if !context.dimensions.check(table.file, found) {
            continue;
        }
        let Some(dimension) = dimensions.iter().find(|dimension| dimension.name.as_str() == found.value)
        else {
            continue;
        };
        if by.contains(&dimension.name) {
            let help = "name each dimension once".to_owned();
            table.file.find(found.at, "duplicate_name", format!("`{}` stands twice", found.value), help);
        }
        by.push(dimension.name.clone());
        check_breakdown(table, (found, slug), dimension, (from, context));
    }
    by
}

fn check_breakdown(
    table: Table<'_>,
    (found, slug): (At<&str>, Option<&FigureSlug>),
    dimension: &Dimension,
    (from, context): (&[Source], &Context<'_>),
) {
    if let Some(slug) = slug {
        check_own_codes(table, found, slug, dimension);
    }
    let all: Vec<&Column> = context.registers.values().flatten().collect();
    let is_anywhere = dimension.columns.iter().any(|name| all.iter().any(|column| column.name == *name));
    let is_of_the_record = |name: &ColumnName| OF_THE_RECORD.contains(&name.as_str());
    if dimension.columns.iter().any(is_of_the_record) || !is_anywhere {
        return;
    }
    for source in from {
        let columns = columns_of(context, &source.register);
        let Some(column) = dimension.column_among(columns) else {
            let first = dimension.columns.first().map_or("", ColumnName::as_str);
            find_column(table, found.at, first, (columns, &source.register));
            continue;
        };
        if column.personal {
            refuse_personal(table, found.at, &column.name);
        }
        check_codes(table, (found, slug), dimension, column);
    }
}

/// A dimension with bands or codes by figure has some for each figure that is broken down by it.
fn check_own_codes(table: Table<'_>, found: At<&str>, slug: &FigureSlug, dimension: &Dimension) {
    let (code, what, example) = match &dimension.codes {
        DimensionCodes::Bands(bands) if !bands.contains_key(slug) => {
            ("missing_bands", "bands", "[\"18-29\", \"30+\"]")
        }
        DimensionCodes::ByFigure(lists) if !lists.contains_key(slug) => {
            ("missing_code", "codes", "[\"...\", \"...\"]")
        }
        DimensionCodes::Listed(_) | DimensionCodes::ByFigure(_) | DimensionCodes::Bands(_) => return,
    };
    let message = format!("the dimension `{}` has no {what} for `{slug}`", found.value);
    let help = format!("add `{slug} = {example}` to its {what} in programme.toml");
    table.file.find(found.at, code, message, help);
}

/// Bands are of numbers, or of a choice whose codes they are; a list holds exactly the codes of a choice, the list of a
/// figure some of them.
fn check_codes(
    table: Table<'_>,
    (found, slug): (At<&str>, Option<&FigureSlug>),
    dimension: &Dimension,
    column: &Column,
) {
    let (name, kind) = (&dimension.name, &column.kind);
    match (&dimension.codes, kind) {
        (DimensionCodes::Bands(_), ColumnKind::Integer | ColumnKind::Year) => {}
        (DimensionCodes::Bands(_), ColumnKind::Choice(choices)) => {
            let Some(slug) = slug else { return };
            let bands = dimension.codes.of(slug);
            for choice in choices.iter().filter(|choice| !bands.contains(&choice.code.as_str())) {
                let message = format!(
                    "the dimension `{name}` has no band `{}` of `{}` for `{slug}`",
                    choice.code, column.name
                );
                let help = format!("a choice says its band itself; write its codes as the bands of `{slug}`");
                table.file.find(found.at, "missing_code", message, help);
            }
        }
        (DimensionCodes::ByFigure(_), ColumnKind::Choice(choices)) => {
            let codes = slug.map(|slug| dimension.codes.of(slug)).unwrap_or_default();
            for code in codes {
                find_choice(table, (found, dimension), column, (code, choices));
            }
        }
        (DimensionCodes::Bands(_), _) => {
            let message = format!("`{name}` has bands, and `{}` is of type {}", column.name, kind_word(kind));
            table.file.find(
                found.at,
                "wrong_type",
                message,
                "bands are of a column of type integer or year, or of a choice of bands".into(),
            );
        }
        (DimensionCodes::Listed(codes), ColumnKind::Choice(choices)) => {
            for choice in choices.iter().filter(|choice| !codes.contains(&choice.code)) {
                let message =
                    format!("the dimension `{name}` has no code for `{}` of `{}`", choice.code, column.name);
                let help = format!(
                    "add \"{}\" to its codes in programme.toml, or no cell would hold it",
                    choice.code
                );
                table.file.find(found.at, "missing_code", message, help);
            }
            for code in codes {
                find_choice(table, (found, dimension), column, (code, choices));
            }
        }
        (DimensionCodes::Listed(_) | DimensionCodes::ByFigure(_), _) => {}
    }
}

/// Notes a code that a choice has not.
fn find_choice(
    table: Table<'_>,
    (found, dimension): (At<&str>, &Dimension),
    column: &Column,
    (code, choices): (&str, &[Choice]),
) {
    if choices.iter().any(|choice| choice.code == code) {
        return;
    }
    let known: Vec<&str> = choices.iter().map(|choice| choice.code.as_str()).collect();
    let message =
        format!("the dimension `{}` has a code `{code}` that `{}` has not", dimension.name, column.name);
    table.file.find(found.at, "unknown_choice", message, did_you_mean(code, &known, "its codes"));
}

/// "Never add" holds both ways: who reads either figure must be warned.
fn check_never_add(table: Table<'_>, indicator: &Indicator, all: &[(Table<'_>, Indicator)]) {
    let slug = indicator.slug.as_str();
    for found in table.texts("never_add") {
        if found.value == slug {
            let help = "name the other figure".to_owned();
            table.file.find(
                found.at,
                "invalid_value",
                format!("`{slug}` can't be added to itself anyway"),
                help,
            );
            continue;
        }
        let Some((_, other)) = all.iter().find(|(_, other)| other.slug.as_str() == found.value) else {
            continue;
        };
        if !other.never_add.contains(&indicator.slug) {
            let message = format!("`{slug}` must never be added to `{}`, which does not say so", found.value);
            let help = format!("add \"{slug}\" to `never_add` of `{}`", found.value);
            table.file.find(found.at, "one_sided", message, help);
        }
    }
}

fn read_removed(root: Table<'_>, context: &Context<'_>) -> Vec<RemovedFigure> {
    check_twice(root, "removed", "slug");
    let mut list = Vec::new();
    for table in root.tables("removed", &["slug", "removed_on", "instead"]) {
        let slug: Option<FigureSlug> = table.need("slug", table.word("slug"));
        if let Some(found) =
            table.text("slug").filter(|found| context.slugs.words.iter().any(|s| s == found.value))
        {
            let help = "a removed figure's word is not used again".to_owned();
            table.file.find(
                found.at,
                "duplicate_name",
                format!("`{}` is a figure of the page", found.value),
                help,
            );
        }
        let removed_on = table.need("removed_on", table.date("removed_on"));
        let instead = table
            .text("instead")
            .filter(|found| context.slugs.check(table.file, *found))
            .and_then(|found| table.file.word::<FigureSlug>(found));
        if let (Some(slug), Some(removed_on)) = (slug, removed_on) {
            list.push(RemovedFigure { slug, removed_on, instead });
        }
    }
    list
}
