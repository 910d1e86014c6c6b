//! `indicators.toml`: the figures, as rules over registers.

use std::collections::BTreeSet;

use super::condition::{ConditionScope, personal_columns, read_condition};
use super::context::Context;
use super::crosswalk;
use super::file::did_you_mean;
use super::register::read_unit;
use super::settings::{check_twice, figures_of};
use super::table::{Document, Table};
use super::value::kind_word;
use super::{beside, breakdown};
use crate::id::{ColumnName, FigureSlug, IndicatorCode, RegisterName};
use crate::programme::{
    Attribute, Column, ColumnKind, Condition, Dimension, HeadCountSource, Indicator, Measure, RemovedFigure,
    Source,
};
use crate::record::Value;

const KEYS: [&str; 15] = [
    "code",
    "slug",
    "objective",
    "definition",
    "unit",
    "measure",
    "sum",
    "from",
    "head_counts",
    "beside",
    "by",
    "attribute",
    "never_add",
    "estimate",
    "crosswalk",
];

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
    let head_counts = read_head_counts(table, measure.as_ref(), &from, context);
    let registers: Vec<&RegisterName> = from.iter().map(|source| &source.register).collect();
    let beside = beside::read_beside(table, &registers, context);
    let with_heads =
        registers.iter().copied().chain(head_counts.iter().map(|heads| &heads.register)).collect();
    let figure =
        breakdown::Broken { table, slug: slug.as_ref(), registers: with_heads, heads: head_counts.as_ref() };
    let by = breakdown::read_breakdowns(&figure, dimensions, context);
    let attribute = match table.text("attribute") {
        None if measure == Some(Measure::Distinct) => Some(Attribute::First),
        None => Some(Attribute::Record),
        Some(found) => {
            let words = [("record", Attribute::Record), ("first", Attribute::First)];
            table.file.one_of(found, "whose attributes a breakdown uses", &words)
        }
    };
    let under = crosswalk::Figure {
        definition: definition.map(|definition| definition.value),
        measure: measure.as_ref(),
        unit: unit.as_deref(),
    };
    let crosswalk = crosswalk::read_crosswalks(table, &under, context);
    Some(Indicator {
        code: code?,
        slug: slug?,
        objective: objective?.value.to_owned(),
        definition: definition?.value.to_owned(),
        unit: unit?,
        measure: measure?,
        from,
        head_counts,
        beside,
        by,
        attribute: attribute?,
        never_add: figures_of(table, "never_add", context),
        estimate: table.flag("estimate"),
        crosswalk,
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

pub(super) fn read_sources(table: Table<'_>, context: &Context<'_>) -> Vec<Source> {
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

/// `head_counts = { register = "...", where = {...}, sum = "..." }`: rows with a number of persons.
pub(super) fn read_head_counts(
    table: Table<'_>,
    measure: Option<&Measure>,
    from: &[Source],
    context: &Context<'_>,
) -> Option<HeadCountSource> {
    let heads = table.table("head_counts", &["register", "where", "sum"])?;
    if measure.is_some_and(|measure| *measure != Measure::Distinct) {
        let help =
            "only a figure of different units (`measure = \"distinct\"`) has rows besides that are a number"
                .to_owned();
        table.file.find(heads.at, "unknown_key", "`head_counts` does not belong here".into(), help);
    }
    let found = heads.need("register", heads.text("register"));
    let sum: Option<ColumnName> = heads.need("sum", heads.word("sum"));
    let found = found.filter(|found| context.register_names.check(heads.file, *found))?;
    let register: RegisterName = heads.file.word(found)?;
    if from.iter().any(|source| source.register == register) {
        let help =
            "a row is about a unit, or it is a number of persons: write them in two registers".to_owned();
        heads.file.find(found.at, "duplicate_name", format!("`{register}` stands in `from` too"), help);
    }
    let condition = read_open_condition(heads, "where", &register, context);
    let at = heads.value("sum").map_or(heads.at, |value| value.span().start);
    check_sum(heads, (at, sum.as_ref()?), (&register, condition.as_ref()), context);
    Some(HeadCountSource { register, condition, sum: sum? })
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

pub(super) fn refuse_personal(table: Table<'_>, at: usize, name: &ColumnName) {
    let message = format!("`{name}` identifies a person, so no figure can be made from it");
    let help = "a rule sees only columns that are not personal".to_owned();
    table.file.find(at, "personal_column", message, help);
}

pub(super) fn columns_of<'c>(context: &'c Context<'_>, register: &RegisterName) -> &'c [Column] {
    context.registers.get(register).map_or(&[], Vec::as_slice)
}

pub(super) fn find_column<'c>(
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
pub(super) fn check_measure(
    table: Table<'_>,
    (measure, unit): (&Measure, &str),
    from: &[Source],
    context: &Context<'_>,
) {
    for source in from {
        if let Measure::Sum(name) = measure {
            let at = table.value("sum").map_or(table.at, |value| value.span().start);
            check_sum(table, (at, name), (&source.register, source.condition.as_ref()), context);
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

/// The column that is added up is there, open, and fit for it.
fn check_sum(
    table: Table<'_>,
    (at, name): (usize, &ColumnName),
    (register, condition): (&RegisterName, Option<&Condition>),
    context: &Context<'_>,
) {
    let columns = (columns_of(context, register), register);
    let Some(column) = find_column(table, at, name.as_str(), columns) else { return };
    if column.personal {
        refuse_personal(table, at, name);
    }
    let is_there = column.required || condition.is_some_and(|condition| condition.asks_for(name));
    check_summed(table, at, column, is_there);
}

/// What is added up is a whole number that every counted row has and that takes nothing away.
pub(super) fn check_summed(table: Table<'_>, at: usize, column: &Column, is_there: bool) {
    let name = &column.name;
    if column.kind != ColumnKind::Integer {
        let message = format!("`{name}` is of type {}", kind_word(&column.kind));
        table.file.find(at, "wrong_type", message, "only columns of type integer are added up".to_owned());
        return;
    }
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
