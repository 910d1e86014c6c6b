//! `hatua export site`: the whole public site as files.

use hatua_app::Access;
use hatua_web::{SiteState, copy_site};
use serde_json::json;

use crate::arguments::{ExportArguments, Place};
use crate::commands::serve::check_origin;
use crate::failure::{FOLDER, Failure, INPUT};
use crate::output::Output;
use crate::{session, written};

/// Writes the copy.
pub fn run(place: &Place, out: Output, export: &ExportArguments) -> Result<u8, Failure> {
    if export.release.is_some() || export.action.is_some() {
        let what = "a copy of the site has every release of every action";
        return Err(Failure::new(INPUT, what, "site", "leave out --release and --action"));
    }
    if let Some(origin) = &export.origin {
        check_origin(origin)?;
    }
    written::check_is_empty(&export.out)?;
    let folder = session::open(place, Access::Read, "reading")?;
    let state = SiteState::new(folder.into(), export.origin.clone())?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let files = runtime.block_on(copy_site(state)).map_err(|error| {
        let help = "look at that page on the served site, mend the package, and write the copy again";
        Failure::new(FOLDER, error.to_string(), place.data.display().to_string(), help)
    })?;
    for file in &files {
        written::write_under(&export.out, &file.path, &file.bytes)?;
    }
    let bytes: usize = files.iter().map(|file| file.bytes.len()).sum();
    let document = json!({ "folder": export.out, "files": files.len(), "bytes": bytes });
    out.document(&document, || vec![format!("{} files written to {}", files.len(), export.out.display())])?;
    Ok(0)
}
