//! `hatua overlap`: the units that two figures, or several partners, share.

use hatua_app::overlap::{FigureOverlaps, SharedWith};
use hatua_app::permit::ReadFigures;
use serde_json::{Value, json};

use crate::arguments::{OverlapArguments, Place};
use crate::failure::Failure;
use crate::output::Output;
use crate::session;

/// Prints a figure's units by the partners that have them, and what it shares with other figures.
pub fn run(place: &Place, out: Output, overlap: &OverlapArguments) -> Result<u8, Failure> {
    let acts = session::reading_with_keys_if_named(place)?;
    let permit = acts.permit::<ReadFigures>(place.user.as_ref())?;
    let overlaps = acts.overlaps(&permit, &overlap.figure, overlap.other.as_deref())?;
    out.document(&document(&overlaps), || words(&overlaps))?;
    Ok(0)
}

fn document(overlaps: &FigureOverlaps) -> Value {
    let by_partners = overlaps.by_partners.iter();
    let by_partners = by_partners.map(|(partners, units)| json!({ "partners": partners, "units": units }));
    let shared = overlaps.shared.iter().map(|shared| {
        json!({
            "code": shared.code,
            "slug": shared.slug,
            "both": shared.overlap.both,
            "only_first": shared.overlap.only_first,
            "only_second": shared.overlap.only_second,
            "either": shared.overlap.either(),
        })
    });
    json!({
        "code": overlaps.code,
        "slug": overlaps.slug,
        "kind": overlaps.kind,
        "units": overlaps.units,
        "by_partners": by_partners.collect::<Vec<_>>(),
        "shared": shared.collect::<Vec<_>>(),
    })
}

fn words(overlaps: &FigureOverlaps) -> Vec<String> {
    let FigureOverlaps { code, slug, kind, units, by_partners, shared } = overlaps;
    let mut lines = vec![format!("{code} {slug}: {units} different units ({kind}) in the preview")];
    lines.extend(by_partners.iter().map(|(partners, units)| {
        let partners: Vec<_> = partners.iter().map(ToString::to_string).collect();
        format!("  of {} only: {units}", partners.join(" and "))
    }));
    lines.extend(shared.iter().map(|SharedWith { code: other, slug, overlap }| {
        format!(
            "  with {other} {slug}: {} in both, {} different in all ({} only in {code}, {} only in {other})",
            overlap.both,
            overlap.either(),
            overlap.only_first,
            overlap.only_second,
        )
    }));
    lines
}
