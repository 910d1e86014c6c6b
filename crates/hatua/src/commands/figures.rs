//! `hatua figures`: figures as issued, or as they would be issued now.

use hatua_app::Acts;
use hatua_app::figures::PreviewFigure;
use hatua_app::permit::ReadFigures;
use hatua_publish::open_data::{FigureObject, figures_objects};
use serde_json::{Value, json};

use crate::arguments::{FiguresArguments, Place};
use crate::failure::Failure;
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
        None => figures_objects(acts.package(), acts.releases()?.last()),
        named => {
            let release = acts.release(named)?;
            figures_objects(&acts.package_at(&release)?, Some(&release))
        }
    };
    out.document(&objects, || objects.iter().map(words).collect())?;
    Ok(0)
}

fn words(object: &FigureObject) -> String {
    let value = object
        .value
        .map_or_else(|| format!("[{}]", object.status.replace('_', " ")), |value| value.to_string());
    match (&object.release, &object.source) {
        (Some(release), _) => {
            format!(
                "{} {}: {value} computed, {release}, version {}",
                object.code,
                object.slug,
                object.version.unwrap_or_default()
            )
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
