//! `hatua release`: what was issued, and what changed between two releases.

use hatua_core::programme::Locale;
use hatua_core::release::{FigureChange, Release};
use hatua_publish::links;
use serde_json::json;

use crate::arguments::{Place, ReleaseCommand};
use crate::failure::Failure;
use crate::output::Output;
use crate::session;

/// Lists releases, or compares two.
pub fn run(place: &Place, out: Output, command: &ReleaseCommand) -> Result<u8, Failure> {
    let acts = session::reading(place)?;
    match command {
        ReleaseCommand::List => {
            for release in acts.releases()? {
                out.item(&summary(&release), || words(&release))?;
            }
        }
        ReleaseCommand::Diff { a, b } => {
            let changes = acts.diff_releases(*a, *b)?;
            out.document(&changes, || match changes.as_slice() {
                [] => vec!["no figure changed".to_owned()],
                changes => changes.iter().map(change).collect(),
            })?;
        }
    }
    Ok(0)
}

/// A release in a list, as JSON.
pub fn summary(release: &Release) -> serde_json::Value {
    json!({
        "release": release.id,
        "issued_on": release.issued_on,
        "data_to": release.data_to,
        "demonstration": release.demonstration,
        "figures": release.figures.len(),
        "ledger_size": release.ledger_size,
        "programme_version": release.programme_version,
        "address": links::action_release(Locale::En, &release.programme, release.id),
        "signed_by": release.signatures.iter().map(|signature| json!({ "role": signature.role, "organisation": signature.organisation, "at": signature.at })).collect::<Vec<_>>(),
    })
}

fn words(release: &Release) -> String {
    let signed: Vec<&str> =
        release.signatures.iter().map(|signature| signature.organisation.as_str()).collect();
    format!(
        "{} issued on {}, data to {}, {} computed figures, signed by {}",
        release.id,
        release.issued_on,
        release.data_to,
        release.figures.len(),
        signed.join(" and ")
    )
}

fn change(change: &FigureChange) -> String {
    let value = |value: Option<hatua_core::release::FigureValue>| match value {
        None => "absent".to_owned(),
        Some(value) => {
            value.number().map_or_else(|| value.status().replace('_', " "), |number| number.to_string())
        }
    };
    let difference = change.difference.map(|difference| format!(" ({difference:+})")).unwrap_or_default();
    let reason = change.reason.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default();
    format!(
        "{} {}: {} to {}{difference}{reason}",
        change.code,
        change.slug,
        value(change.before),
        value(change.after)
    )
}
