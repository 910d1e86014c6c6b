//! Which files a package may and must have.

use std::collections::BTreeMap;
use std::path::Path;

use super::file::{Report, did_you_mean};
use crate::limits::{PACKAGE_FILE_BYTES_MAX, PACKAGE_FILES_MAX};
use crate::programme::{Locale, Package};

/// The recipe of a demonstration; it is no part of the programme.
const DEMO: &str = "demo/";
/// Files that each package has.
const REQUIRED: [&str; 4] = ["programme.toml", "indicators.toml", "places.csv", "organisations.csv"];
/// Files that a package may have.
const OPTIONAL: [&str; 2] = ["contracts.csv", "statements.csv"];
/// Folders, and the endings of the files in them; an empty list allows any.
const FOLDERS: [(&str, &[&str]); 5] = [
    ("registers/", &[".toml", ".xlsx", ".xml"]),
    ("documents/", &[]),
    ("news/", &[".md"]),
    ("text/", &[".ftl"]),
    ("media/", &[]),
];

/// Pictures and documents, by path.
pub(super) fn media_of(package: &Package) -> BTreeMap<String, Vec<u8>> {
    let is_media = |path: &str| {
        path.starts_with("media/")
            || (path.starts_with("documents/")
                && Path::new(path).extension().is_none_or(|ending| ending != "toml"))
    };
    package
        .files
        .iter()
        .filter(|(path, _)| is_media(path))
        .map(|(path, bytes)| (path.clone(), bytes.clone()))
        .collect()
}

/// Notes files that are missing, unknown or too large.
pub(super) fn check_files(package: &Package, report: &Report, locales: &[Locale]) {
    let text_of = |locale: &Locale| format!("text/{}.ftl", locale.tag());
    let texts: Vec<String> = locales.iter().map(text_of).collect();
    for path in REQUIRED.into_iter().chain(texts.iter().map(String::as_str)) {
        if !package.files.contains_key(path) {
            let help =
                "every package has this file; docs/reference/package.md says what stands in it".to_owned();
            report.find_file(path, "missing_file", format!("{path} is missing"), help);
        }
    }
    let counted: Vec<&String> = package.files.keys().filter(|path| !path.starts_with(DEMO)).collect();
    if counted.len() > PACKAGE_FILES_MAX {
        let message = format!("the package has {} files", counted.len());
        report.find_file("", "too_many_files", message, format!("at most {PACKAGE_FILES_MAX}"));
    }
    let allowed: Vec<String> =
        if texts.is_empty() { Locale::ALL.iter().map(text_of).collect() } else { texts };
    for path in counted {
        check_file_name(path, report, &allowed);
        let bytes = package.files.get(path).map_or(0, Vec::len);
        if u64::try_from(bytes).is_ok_and(|bytes| bytes > PACKAGE_FILE_BYTES_MAX) {
            let help = format!("at most {PACKAGE_FILE_BYTES_MAX} bytes");
            report.find_file(path, "file_too_large", format!("{path} has {bytes} bytes"), help);
        }
    }
}

fn check_file_name(path: &str, report: &Report, texts: &[String]) {
    if REQUIRED.contains(&path) || OPTIONAL.contains(&path) {
        return;
    }
    let folder = FOLDERS.iter().find(|(folder, _)| path.starts_with(folder));
    let is_known = match folder {
        Some(("text/", _)) => texts.iter().any(|text| text == path),
        Some((folder, endings)) => {
            let name = &path[folder.len()..];
            !name.contains('/') && (endings.is_empty() || endings.iter().any(|ending| name.ends_with(ending)))
        }
        None => false,
    };
    if !is_known {
        let known: Vec<&str> = REQUIRED
            .into_iter()
            .chain(OPTIONAL)
            .chain(texts.iter().map(String::as_str))
            .chain(FOLDERS.iter().map(|(folder, _)| *folder).filter(|folder| *folder != "text/"))
            .collect();
        let help = did_you_mean(path, &known, "a package holds");
        report.find_file(path, "unknown_file", format!("{path} is no file of a package"), help);
    }
}

/// Only a demonstration may have a recipe for invented records.
pub(super) fn check_demo(package: &Package, report: &Report, is_demonstration: bool) {
    if is_demonstration {
        return;
    }
    for path in package.files.keys().filter(|path| path.starts_with(DEMO)) {
        let help = "set `demonstration = true` in programme.toml, or take the folder demo/ away".to_owned();
        report.find_file(
            path,
            "demo_not_allowed",
            "the programme is no demonstration and has a demo/".into(),
            help,
        );
    }
}
