//! `hatua programme`: packages checked, loaded and written out.

use std::path::Path;

use hatua_app::programme::SentPackage;
use hatua_app::{Access, Keyring, StoreError};
use hatua_core::programme::{Finding, Package, read};
use serde_json::json;

use crate::arguments::{Place, ProgrammeCommand};
use crate::failure::{FOUND, Failure};
use crate::output::Output;
use crate::{package, session, written};

/// Checks, loads or exports a package.
pub fn run(place: &Place, out: Output, command: &ProgrammeCommand) -> Result<u8, Failure> {
    match command {
        ProgrammeCommand::Check { dir } => check(out, dir, &package::from_folder(dir)?),
        ProgrammeCommand::Load { dir } => load(place, out, dir, &package::from_folder(dir)?),
        ProgrammeCommand::Export { dir } => export(place, out, dir),
    }
}

fn check(out: Output, dir: &Path, package: &Package) -> Result<u8, Failure> {
    let findings = read(package).err().unwrap_or_default();
    print_findings(out, dir, &findings)?;
    Ok(if findings.is_empty() { 0 } else { FOUND })
}

fn print_findings(out: Output, dir: &Path, findings: &[Finding]) -> Result<(), Failure> {
    out.document(&findings, || {
        let line = |finding: &Finding| {
            let file = dir.join(&finding.file);
            format!(
                "{}:{}:{}: {} [{}]\n  {}",
                file.display(),
                finding.line,
                finding.column,
                finding.message,
                finding.code,
                finding.help
            )
        };
        let mut lines: Vec<String> = findings.iter().map(line).collect();
        lines.push(match findings.len() {
            0 => "the package has no mistakes".to_owned(),
            1 => "1 mistake".to_owned(),
            several => format!("{several} mistakes"),
        });
        lines
    })?;
    Ok(())
}

fn load(place: &Place, out: Output, dir: &Path, package: &Package) -> Result<u8, Failure> {
    if let Err(findings) = read(package) {
        print_findings(out, dir, &findings)?;
        return Err(Failure::new(
            FOUND,
            "the package has mistakes; nothing of it was loaded",
            dir.display().to_string(),
            "mend them and load again",
        ));
    }
    let folder = session::open(place, Access::Write, "hatua programme load")?;
    let path = place.keyring_path();
    let mut keyring = if path.exists() { session::keyring(place)? } else { Keyring::empty() };
    let keep = |keyring: &Keyring| keyring.save(&path).map_err(StoreError::from);
    let sent = SentPackage { package, origin_host: "localhost", by: place.user.as_ref() };
    let loaded = folder.load_package(&sent, &mut keyring, keep)?;
    let document =
        json!({ "programme": loaded.programme, "version": loaded.version, "is_new": loaded.is_new });
    out.document(&document, || {
        let state = if loaded.is_new { "loaded as" } else { "is loaded already as" };
        vec![format!("{} {state} version {}", loaded.programme, loaded.version)]
    })?;
    Ok(0)
}

fn export(place: &Place, out: Output, dir: &Path) -> Result<u8, Failure> {
    written::check_is_empty(dir)?;
    let (version, package) =
        session::reading_with_keys_if_named(place)?.package_files(place.user.as_ref())?;
    for (name, bytes) in &package.files {
        written::write_under(dir, name, bytes)?;
    }
    let document = json!({ "version": version, "files": package.files.len() });
    out.document(&document, || {
        vec![format!("version {version}: {} files written to {}", package.files.len(), dir.display())]
    })?;
    Ok(0)
}
