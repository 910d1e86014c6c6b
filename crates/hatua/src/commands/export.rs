//! `hatua export`: the figures of a release, and what others said, as a file; the facts behind a release as a folder; the
//! whole public site as another.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use hatua_app::Acts;
use hatua_app::permit::ExportFacts;
use hatua_core::programme::{Locale, Programme};
use hatua_core::release::Release;
use hatua_publish::links;
use hatua_publish::open_data::{
    Dialect, FigureData, Labelling, Labels, Workbooked, figures_json, figures_xlsx, of_release, separated,
};
use serde_json::json;

use crate::arguments::{ExportArguments, ExportFormat, ExportLabels, Place};
use crate::commands::site_copy;
use crate::failure::{Failure, INPUT};
use crate::output::Output;
use crate::{session, written};

/// Writes a file or a folder.
pub fn run(place: &Place, out: Output, export: &ExportArguments) -> Result<u8, Failure> {
    if export.format != ExportFormat::Site && export.origin.is_some() {
        let help = "leave it out: permanent addresses in a file are paths";
        return Err(Failure::new(INPUT, "only a copy of the site has an origin", "--origin", help));
    }
    let form = match export.format {
        ExportFormat::Facts => return facts(place, out, export),
        ExportFormat::Site => return site_copy::run(place, out, export),
        ExportFormat::Csv => Form::Text(Dialect::Plain),
        ExportFormat::CsvExcel => Form::Text(Dialect::Excel),
        ExportFormat::Json => Form::Json,
        ExportFormat::Xlsx => Form::Workbook,
    };
    let (acts, release) = asked(place, export)?;
    figures(out, &acts, (&release, export), form)
}

/// The programme and the release that are asked for.
fn asked(place: &Place, export: &ExportArguments) -> Result<(Acts, Release), Failure> {
    let acts = session::reading_with_keys_if_named(place)?;
    if let Some(action) = export.action.as_ref().filter(|action| *action != acts.programme_id()) {
        let help = format!("its action is `{}`", acts.programme_id());
        return Err(Failure::new(INPUT, format!("the programme has no action `{action}`"), "--action", help));
    }
    let release = acts.release(export.release)?;
    Ok((acts, release))
}

fn facts(place: &Place, out: Output, export: &ExportArguments) -> Result<u8, Failure> {
    let (acts, release) = asked(place, export)?;
    let permit = acts.permit::<ExportFacts>(place.user.as_ref())?;
    written::check_is_empty(&export.out)?;
    folder(out, (&release, &export.out), &acts.export_facts(&permit, &release)?)
}

/// The form of a file of figures.
#[derive(Debug, Clone, Copy)]
enum Form {
    Text(Dialect),
    Json,
    Workbook,
}

impl Form {
    fn ending(self) -> &'static str {
        match self {
            Self::Text(_) => "csv",
            Self::Json => "json",
            Self::Workbook => "xlsx",
        }
    }
}

fn figures(
    out: Output,
    acts: &Acts,
    (release, export): (&Release, &ExportArguments),
    form: Form,
) -> Result<u8, Failure> {
    let programme = acts.package_at(release)?;
    let (data, what) = selected(&programme, release, export.figure.as_deref())?;
    let labels = match export.labels {
        ExportLabels::Codes => Labels::Codes,
        ExportLabels::En => Labels::In(Locale::En),
        ExportLabels::Fr => Labels::In(Locale::Fr),
        ExportLabels::Ar => Labels::In(Locale::Ar),
        ExportLabels::Both => Labels::Both,
    };
    let labelling = Labelling::new(&programme, Some(release), labels);
    let bytes = match form {
        Form::Text(dialect) => separated(&data, &labelling, dialect).into_bytes(),
        Form::Json => figures_json(&data, &labelling).into_bytes(),
        Form::Workbook => {
            let first = programme.locales.first().copied().unwrap_or(Locale::En);
            let locale = if let Labels::In(locale) = labels { locale } else { first };
            let about = Workbooked { programme: &programme, release: Some(release), locale };
            figures_xlsx(&data, &labelling, &about)
        }
    };
    let path = path_of(&export.out, &programme, &what, form);
    std::fs::write(&path, bytes).map_err(|error| Failure::from(error).at(path.display().to_string()))?;
    let rows = data.figures.len();
    let document = json!({ "release": release.id, "rows": rows, "file": path });
    out.document(&document, || vec![format!("{}: {rows} rows written to {}", release.id, path.display())])?;
    Ok(0)
}

/// The values that were asked for, and the word for them in a file's name.
fn selected(
    programme: &Programme,
    release: &Release,
    figure: Option<&str>,
) -> Result<(FigureData, String), Failure> {
    let data = of_release(programme, release, None);
    let named = links::release_word(release.id);
    let Some(figure) = figure else { return Ok((data, named)) };
    let Some(indicator) = programme.indicator(figure) else {
        let known: Vec<&str> = programme.indicators.iter().map(|known| known.slug.as_str()).collect();
        let help = match hatua_core::programme::nearest(figure, &known) {
            Some(near) => format!("did you mean `{near}`? There are: {}", known.join(", ")),
            None => format!("there are: {}", known.join(", ")),
        };
        return Err(Failure::new(INPUT, format!("the programme has no figure `{figure}`"), "--figure", help));
    };
    Ok((data.only(&indicator.code), format!("{}-{named}", indicator.slug)))
}

/// The file that was named; in a folder that was named the file's own name, which says in a demonstration that it is one.
fn path_of(out: &Path, programme: &Programme, what: &str, form: Form) -> PathBuf {
    if !out.is_dir() {
        return out.to_owned();
    }
    let prefix = if programme.demonstration { "demonstration-" } else { "" };
    out.join(format!("{prefix}{}-{what}.{}", programme.id, form.ending()))
}

fn folder(
    out: Output,
    (release, path): (&Release, &Path),
    files: &BTreeMap<&'static str, Vec<u8>>,
) -> Result<u8, Failure> {
    for (name, bytes) in files {
        written::write_under(path, name, bytes)?;
    }
    let document =
        json!({ "release": release.id, "folder": path, "files": files.keys().collect::<Vec<_>>() });
    out.document(&document, || {
        vec![format!("{}: {} files written to {}", release.id, files.len(), path.display())]
    })?;
    Ok(0)
}
