//! `hatua rebuild`: views and figures again from the ledger, compared with what is stored.

use hatua_app::permit::KeepLedger;
use serde_json::json;

use crate::arguments::{Place, RebuildArguments};
use crate::failure::{FOUND, Failure};
use crate::output::Output;
use crate::session;

/// Rebuilds or compares; exit code 1 where something differs.
pub fn run(place: &Place, out: Output, rebuild: &RebuildArguments) -> Result<u8, Failure> {
    let acts = if rebuild.compare {
        session::reading_with_keys_if_named(place)?
    } else {
        session::writing(place, "hatua rebuild")?
    };
    let permit = acts.permit::<KeepLedger>(place.user.as_ref())?;
    if !rebuild.compare {
        acts.rebuild_views(&permit)?;
    }
    let views = acts.compare_views(&permit)?;
    let releases = acts.compare_releases(&permit)?;
    let counted = acts.releases()?.len();
    let document = json!({
        "views": views.iter().map(|difference| json!({ "view": difference.view, "key": difference.key, "stored": difference.stored, "recomputed": difference.recomputed })).collect::<Vec<_>>(),
        "releases": releases.iter().map(|difference| json!({ "release": difference.release, "what": difference.what })).collect::<Vec<_>>(),
        "releases_counted": counted,
    });
    out.document(&document, || {
        let mut lines: Vec<String> = views
            .iter()
            .map(|difference| {
                format!("view {}, {}: differs from the ledger", difference.view, difference.key)
            })
            .collect();
        lines
            .extend(releases.iter().map(|difference| format!("{}: {}", difference.release, difference.what)));
        if lines.is_empty() {
            lines
                .push(format!("views equal the ledger; {counted} releases counted again equal those issued"));
        }
        lines
    })?;
    Ok(if views.is_empty() && releases.is_empty() { 0 } else { FOUND })
}
