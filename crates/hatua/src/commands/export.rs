//! `hatua export`: the figures of a release, and what others said, as a file; the facts behind a release as a folder.

use std::collections::BTreeMap;
use std::path::Path;

use hatua_app::permit::ExportFacts;
use hatua_core::release::Release;
use hatua_publish::open_data::{figures_csv, figures_json, of_release};
use serde_json::json;

use crate::arguments::{ExportArguments, ExportFormat, Place};
use crate::failure::{Failure, INPUT};
use crate::output::Output;
use crate::{session, written};

/// Writes a file or a folder.
pub fn run(place: &Place, out: Output, export: &ExportArguments) -> Result<u8, Failure> {
    let acts = session::reading_with_keys_if_named(place)?;
    if let Some(action) = export.action.as_ref().filter(|action| *action != acts.programme_id()) {
        let help = format!("its action is `{}`", acts.programme_id());
        return Err(Failure::new(INPUT, format!("the programme has no action `{action}`"), "--action", help));
    }
    let release = acts.release(export.release)?;
    let of_release = || Ok::<_, Failure>(of_release(&acts.package_at(&release)?, &release, None));
    match export.format {
        ExportFormat::Csv => {
            let data = of_release()?;
            file(out, (&release, &export.out), data.figures.len(), figures_csv(&data))
        }
        ExportFormat::Json => {
            let data = of_release()?;
            file(out, (&release, &export.out), data.figures.len(), figures_json(&data))
        }
        ExportFormat::Facts => {
            let permit = acts.permit::<ExportFacts>(place.user.as_ref())?;
            written::check_is_empty(&export.out)?;
            folder(out, (&release, &export.out), &acts.export_facts(&permit, &release)?)
        }
    }
}

fn file(
    out: Output,
    (release, path): (&Release, &Path),
    rows: usize,
    bytes: impl AsRef<[u8]>,
) -> Result<u8, Failure> {
    std::fs::write(path, bytes).map_err(|error| Failure::from(error).at(path.display().to_string()))?;
    let document = json!({ "release": release.id, "rows": rows, "file": path });
    out.document(&document, || vec![format!("{}: {rows} rows written to {}", release.id, path.display())])?;
    Ok(0)
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
