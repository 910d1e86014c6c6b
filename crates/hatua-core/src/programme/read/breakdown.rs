//! By what a figure is broken down: each of its dimensions has a column in every register behind it, and a code for every
//! value. It is apart from the rule itself, which says what is counted.

use super::context::Context;
use super::file::{At, did_you_mean};
use super::indicators::{columns_of, find_column, refuse_personal};
use super::table::Table;
use super::value::kind_word;
use crate::id::{ColumnName, DimensionName, FigureSlug, RegisterName};
use crate::programme::{Choice, Column, ColumnKind, Dimension, DimensionCodes, HeadCountSource};

/// A dimension may be read from these instead of a column.
const OF_THE_RECORD: [&str; 2] = ["partner", "quarter"];

/// A figure that is broken down.
pub(super) struct Broken<'t> {
    /// Its table.
    pub(super) table: Table<'t>,
    /// Its word, where it could be read.
    pub(super) slug: Option<&'t FigureSlug>,
    /// The registers whose rows stand behind it.
    pub(super) registers: Vec<&'t RegisterName>,
    /// Rows that have only a number of persons.
    pub(super) heads: Option<&'t HeadCountSource>,
}

/// Reads the dimensions of a figure; each must be readable from every register behind it.
pub(super) fn read_breakdowns(
    figure: &Broken<'_>,
    dimensions: &[Dimension],
    context: &Context<'_>,
) -> Vec<DimensionName> {
    let table = figure.table;
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
        check_breakdown(figure, found, dimension, context);
    }
    by
}

fn check_breakdown(figure: &Broken<'_>, found: At<&str>, dimension: &Dimension, context: &Context<'_>) {
    let (table, slug) = (figure.table, figure.slug);
    if let Some(slug) = slug {
        check_own_codes(table, found, slug, dimension);
    }
    let all: Vec<&Column> = context.registers.values().flatten().collect();
    let is_anywhere = dimension.columns.iter().any(|name| all.iter().any(|column| column.name == *name));
    let is_of_the_record = |name: &ColumnName| OF_THE_RECORD.contains(&name.as_str());
    if dimension.columns.iter().any(is_of_the_record) || !is_anywhere {
        return;
    }
    for register in &figure.registers {
        let columns = columns_of(context, register);
        for column in columns.iter().filter(|column| dimension.also.contains(&column.name) && column.personal)
        {
            refuse_personal(table, found.at, &column.name);
        }
        let Some(column) = dimension.column_among(columns) else {
            // Persons counted by head have a cell of their own where nobody could write the attribute down.
            if figure.heads.is_none_or(|heads| heads.register != **register) {
                let first = dimension.columns.first().map_or("", ColumnName::as_str);
                find_column(table, found.at, first, (columns, register));
            }
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
