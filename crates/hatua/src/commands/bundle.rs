//! `hatua release bundle` and `hatua release verify`: what an auditor takes away, and how it is checked on another machine.

use std::path::{Path, PathBuf};

use hatua_app::bundle::{BundleCheck, Finding, check_bundle};
use hatua_app::permit::BundleRelease;
use hatua_core::programme::Programme;
use hatua_core::release::{ReleaseId, ReleaseName};
use hatua_publish::links;
use serde_json::json;

use crate::arguments::Place;
use crate::failure::{FOUND, Failure, INPUT};
use crate::output::Output;
use crate::{session, written};

/// Makes a bundle and writes it.
pub fn make(place: &Place, out: Output, release: ReleaseName, path: &Path) -> Result<(), Failure> {
    let acts = session::writing(place, "hatua release bundle")?;
    let permit = acts.permit::<BundleRelease>(place.user.as_ref())?;
    let release = acts.release(Some(release))?;
    let path = path_of(path, acts.package(), release.id);
    let bundle = acts.bundle_release(&permit, &release)?;
    written::write_for_owner(&path, &bundle.bytes)?;
    let document =
        json!({ "release": release.id, "file": path, "bytes": bundle.bytes.len(), "sha256": bundle.sha256 });
    out.document(&document, || {
        vec![
            format!("{}: bundle of {} bytes written to {}", release.id, bundle.bytes.len(), path.display()),
            format!("SHA-256 {}, which stands in the ledger", bundle.sha256),
        ]
    })?;
    Ok(())
}

fn path_of(out: &Path, programme: &Programme, id: ReleaseId) -> PathBuf {
    if !out.is_dir() {
        return out.to_owned();
    }
    let stem = links::file_stem(programme.demonstration, &programme.id, &links::release_word(id));
    out.join(format!("{stem}.bundle.zip"))
}

/// Checks a bundle; exit code 1 where something is wrong with it.
pub fn verify(out: Output, file: &Path, key: Option<&str>, since: Option<&Path>) -> Result<u8, Failure> {
    let bytes = std::fs::read(file)
        .map_err(|error| unreadable("the bundle", file, &error, "name the file that you were handed"))?;
    let key = key.map(|key| {
        if key.contains('+') && !Path::new(key).exists() {
            return Ok(key.to_owned());
        }
        let help = "name the key as `origin+hash+key`, or a file that holds it";
        std::fs::read_to_string(key).map_err(|error| unreadable("the key", Path::new(key), &error, help))
    });
    let key = key.transpose()?.map(|key| key.trim().to_owned());
    let since = since.map(|path| {
        let help = "name a file that holds what `hatua ledger checkpoint` printed";
        std::fs::read_to_string(path).map_err(|error| unreadable("the checkpoint", path, &error, help))
    });
    let check = check_bundle(&bytes, key.as_deref(), since.transpose()?.as_deref());
    out.document(&check, || words(&check))?;
    Ok(if check.findings.is_empty() { 0 } else { FOUND })
}

fn unreadable(what: &str, path: &Path, error: &std::io::Error, help: &str) -> Failure {
    Failure::new(INPUT, format!("{what} can't be read: {error}"), path.display().to_string(), help)
}

fn words(check: &BundleCheck) -> Vec<String> {
    let mut lines = vec![match &check.subject {
        Some(subject) => format!("bundle of {subject}"),
        None => "this bundle is not as it was sealed: nothing in it is proved".to_owned(),
    }];
    lines.extend(check.findings.iter().map(|finding| format!("WRONG: {}", finding_words(finding))));
    lines.extend(check.proved.iter().map(|said| format!("proved: {}", said.what)));
    lines.extend(check.not_proved.iter().map(|said| format!("not proved: {}", said.what)));
    if !check.figures.is_empty() {
        lines.push(format!(
            "{} of {} figures counted again are those issued",
            check.agreeing(),
            check.figures.len()
        ));
    }
    lines
}

fn finding_words(finding: &Finding) -> String {
    let place = finding.part.as_deref().unwrap_or("the archive");
    match finding.byte {
        Some(byte) => format!("{place}, byte {byte}: {}", finding.what),
        None => format!("{place}: {}", finding.what),
    }
}
