//! `hatua figures`: figures as issued, or as they would be issued now.

use std::collections::BTreeSet;

use hatua_app::Acts;
use hatua_app::figures::PreviewFigure;
use hatua_app::permit::ReadFigures;
use hatua_core::programme::Programme;
use hatua_core::release::Release;
use hatua_publish::open_data::{FigureObject, figures_objects, figures_under};
use serde_json::{Value, json};

use crate::arguments::{FiguresArguments, Place};
use crate::failure::{Failure, INPUT};
use crate::output::Output;
use crate::session;

/// Prints the figures of a release, or the preview of the next one.
pub fn run(place: &Place, out: Output, figures: &FiguresArguments) -> Result<u8, Failure> {
    let acts = session::reading_with_keys_if_named(place)?;
    if figures.preview || figures.unprotected {
        let permit = acts.permit::<ReadFigures>(place.user.as_ref())?;
        let preview = acts.preview(&permit)?;
        let list: Vec<Value> =
            preview.iter().map(|figure| preview_object(&acts, figure, figures.unprotected)).collect();
        out.document(&list, || {
            preview.iter().flat_map(|figure| preview_words(figure, figures.unprotected)).collect()
        })?;
        return Ok(0);
    }
    let objects = match figures.release {
        None => objects(acts.package(), acts.releases()?.last(), figures)?,
        named => {
            let release = acts.release(named)?;
            objects(&acts.package_at(&release)?, Some(&release), figures)?
        }
    };
    out.document(&objects, || objects.iter().map(words).collect())?;
    Ok(0)
}

/// The figures of a release and what others said; where a definition is named, as it counts them.
fn objects(
    programme: &Programme,
    release: Option<&Release>,
    figures: &FiguresArguments,
) -> Result<Vec<FigureObject>, Failure> {
    let Some(definition) = &figures.definition else { return Ok(figures_objects(programme, release)) };
    let known = definitions(programme);
    if !known.contains(definition.as_str()) {
        let help = format!("there are: {}", known.into_iter().collect::<Vec<_>>().join(", "));
        let what = format!("nothing is defined by `{definition}`");
        return Err(Failure::new(INPUT, what, "--definition", help));
    }
    Ok(figures_under(programme, release, definition))
}

/// Every definition that the package names.
fn definitions(programme: &Programme) -> BTreeSet<&str> {
    let own = programme.indicators.iter().map(|indicator| indicator.definition.as_str());
    let crosswalks = programme.indicators.iter().flat_map(|indicator| &indicator.crosswalk);
    let others = crosswalks.map(|crosswalk| crosswalk.to.as_str());
    let said = programme.statements.iter().map(|statement| statement.definition.as_str());
    own.chain(others).chain(said).filter(|definition| !definition.is_empty()).collect()
}

fn words(object: &FigureObject) -> String {
    let value = object
        .value
        .map_or_else(|| format!("[{}]", object.status.replace('_', " ")), |value| value.to_string());
    match (&object.release, &object.source) {
        (Some(release), _) => {
            let version = object.version.map_or_else(
                || format!("under {}", object.definition_version),
                |version| format!("version {version}"),
            );
            format!("{} {}: {value} computed, {release}, {version}", object.code, object.slug)
        }
        (None, source) => format!(
            "{} {}: {value} reported by {}, {} (definition {})",
            object.code,
            object.slug,
            source.as_deref().unwrap_or("nobody named"),
            object.as_of,
            object.definition_version
        ),
    }
}

fn preview_object(acts: &Acts, figure: &PreviewFigure, with_tables: bool) -> Value {
    let mut object = json!({
        "code": figure.code,
        "slug": figure.slug,
        "value": figure.value,
        "status": "published",
        "origin": "computed",
        "source": acts.package().demonstration.then_some("demonstration records"),
        "definition_version": figure.definition,
        "release": Value::Null,
        "version": Value::Null,
        "unit": figure.unit,
        "as_of": acts.today(),
        "published_at": Value::Null,
        "grade": figure.evidence.grade,
        "restated_from": Value::Null,
        "records": figure.records,
        "head_counts": figure.head_counts,
        "documents_on_file": figure.evidence.on_file,
        "coverage": figure.coverage,
        "chain": figure.chain,
    });
    if with_tables {
        let cells = figure.tables.iter().map(|table| {
            let cells: Vec<_> =
                table.cells.iter().map(|(code, value)| json!({ "code": code, "value": value })).collect();
            match table.units_in_several {
                None => json!({ "by": table.key.name(), "cells": cells }),
                Some(units) => {
                    json!({ "by": table.key.name(), "cells": cells, "units_in_several": units })
                }
            }
        });
        object["tables"] = cells.collect();
    }
    object
}

fn preview_words(figure: &PreviewFigure, with_tables: bool) -> Vec<String> {
    let coverage = format!(
        "{} of {} partners reported for {}",
        figure.coverage.answered, figure.coverage.expected, figure.coverage.quarter
    );
    let heads = figure.head_counts.map_or_else(String::new, |heads| {
        format!("; {} of them counted by head in {} records", heads.persons, heads.rows)
    });
    let mut lines = vec![format!(
        "{} {}: {} in the preview, from {} verified records{heads}; {coverage}",
        figure.code, figure.slug, figure.value, figure.records
    )];
    if with_tables {
        for table in &figure.tables {
            let cells = table
                .cells
                .iter()
                .map(|(code, value)| format!("{code}={value}"))
                .collect::<Vec<_>>()
                .join(" ");
            let several = table.units_in_several.map(|units| format!(" ({units} in several)"));
            lines.push(format!("  by {}: {cells}{}", table.key.name(), several.unwrap_or_default()));
        }
    }
    lines
}
