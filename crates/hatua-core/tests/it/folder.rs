//! Reads a folder as a package, as the binary does.

use std::fs;
use std::path::{Path, PathBuf};

use hatua_core::programme::{Finding, Package};

/// The folder of this repository.
pub fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// All files of a folder and its folders.
pub fn package(folder: &Path) -> Package {
    let mut package = Package::default();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).unwrap_or_else(|error| panic!("{}: {error}", next.display())) {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
                package.files.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    package
}

/// The programme whose folder has this name, with stand-ins for drawings that are not drawn yet.
pub fn programme(name: &str) -> Package {
    package(&repository().join("programmes").join(name))
}

/// The fixture: a small programme that has nothing in common with the others.
pub fn school_meals() -> Package {
    package(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/school-meals"))
}

/// A second fixture: what the first one does not need of what a package can say.
pub fn winter_shelters() -> Package {
    package(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/winter-shelters"))
}

/// Findings as a person reads them.
pub fn print(findings: &[Finding]) -> String {
    let line =
        |f: &Finding| format!("{}:{}:{} {} {} ({})\n", f.file, f.line, f.column, f.code, f.message, f.help);
    findings.iter().map(line).collect()
}
