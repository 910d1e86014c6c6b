//! `hatua ledger`: the log checked, its signed head, and the proof that an entry is in it.

use hatua_app::permit::KeepLedger;
use serde_json::json;

use crate::arguments::{LedgerCommand, Place};
use crate::failure::{FOUND, Failure, INPUT};
use crate::output::Output;
use crate::session;

/// Verifies, prints the head, or proves an entry; exit code 1 where the log is damaged.
pub fn run(place: &Place, out: Output, command: &LedgerCommand) -> Result<u8, Failure> {
    match command {
        LedgerCommand::Verify { since } => {
            let since = since.as_ref().map(|path| {
                std::fs::read_to_string(path).map_err(|error| {
                    Failure::new(
                        INPUT,
                        format!("the checkpoint can't be read: {error}"),
                        path.display().to_string(),
                        "name a file that holds what `hatua ledger checkpoint` printed",
                    )
                })
            });
            verify(place, out, since.transpose()?.as_deref())
        }
        LedgerCommand::Checkpoint => {
            let checkpoint = session::reading(place)?.checkpoint()?;
            out.document(&json!({ "checkpoint": checkpoint }), || vec![checkpoint.trim_end().to_owned()])?;
            Ok(0)
        }
        LedgerCommand::Prove { entry } => {
            let proof = session::reading(place)?.prove(*entry)?;
            out.document(&json!({ "proof": proof }), || vec![proof.trim_end().to_owned()])?;
            Ok(0)
        }
    }
}

fn verify(place: &Place, out: Output, since: Option<&str>) -> Result<u8, Failure> {
    let acts = session::reading_with_keys(place)?;
    let permit = acts.permit::<KeepLedger>(place.user.as_ref())?;
    let report = acts.verify_ledger(&permit, since)?;
    let findings: Vec<_> = report
        .findings
        .iter()
        .map(|finding| json!({ "entry": finding.sequence, "code": finding.what.code(), "what": finding.what.to_string() }))
        .collect();
    let document = json!({ "size": report.size, "root": report.root, "findings": findings });
    out.document(&document, || {
        let mut lines = vec![format!("{} entries, root {}", report.size, report.root)];
        lines.extend(report.findings.iter().map(ToString::to_string));
        lines.push(if report.findings.is_empty() {
            "every entry, the tree and the signed head agree".into()
        } else {
            "the ledger is not what was signed: keep this folder as it is, and compare it with a backup"
                .into()
        });
        lines
    })?;
    Ok(if report.findings.is_empty() { 0 } else { FOUND })
}
