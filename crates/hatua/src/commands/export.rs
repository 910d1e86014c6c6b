//! `hatua export`: the figures of a release, and what others said, as a file.

use hatua_publish::open_data::{figures_csv, figures_json, of_release};
use serde_json::json;

use crate::arguments::{ExportArguments, ExportFormat, Place};
use crate::failure::{Failure, INPUT};
use crate::output::Output;
use crate::session;

/// Writes a file.
pub fn run(place: &Place, out: Output, export: &ExportArguments) -> Result<u8, Failure> {
    let acts = session::reading(place)?;
    if let Some(action) = export.action.as_ref().filter(|action| *action != acts.programme_id()) {
        let help = format!("its action is `{}`", acts.programme_id());
        return Err(Failure::new(INPUT, format!("the programme has no action `{action}`"), "--action", help));
    }
    let release = acts.release(export.release)?;
    let data = of_release(&acts.package_at(&release)?, &release, None);
    let text = match export.format {
        ExportFormat::Csv => figures_csv(&data),
        ExportFormat::Json => figures_json(&data),
    };
    std::fs::write(&export.out, &text)
        .map_err(|error| Failure::from(error).at(export.out.display().to_string()))?;
    let document = json!({ "release": release.id, "rows": data.figures.len(), "file": export.out });
    out.document(&document, || {
        vec![format!("{}: {} rows written to {}", release.id, data.figures.len(), export.out.display())]
    })?;
    Ok(0)
}
