//! Packages as folders, and those that are compiled into the binary. No programme is known by name.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use hatua_core::limits::{PACKAGE_FILE_BYTES_MAX, PACKAGE_FILES_MAX};
use hatua_core::programme::Package;
use rust_embed::RustEmbed;

use crate::failure::{Failure, INPUT};

/// The packages under `programmes/`, compiled in.
#[derive(RustEmbed)]
#[folder = "../../programmes"]
struct Embedded;

/// The folder of a package that only the demonstration's generator reads.
const RECIPE: &str = "demo/";

/// The compiled-in package that has a recipe for a demonstration, and the recipe's files.
#[must_use]
pub fn with_recipe() -> Option<(Package, BTreeMap<String, Vec<u8>>)> {
    let file = |path: &str| Embedded::get(path).map(|file| file.data.into_owned());
    let name = Embedded::iter().find_map(|path| {
        let (name, rest) = path.split_once('/')?;
        rest.starts_with(RECIPE).then(|| name.to_owned())
    })?;
    let files: BTreeMap<String, Vec<u8>> = Embedded::iter()
        .filter_map(|path| Some((path.strip_prefix(&format!("{name}/"))?.to_owned(), file(&path)?)))
        .collect();
    let (recipe, files): (BTreeMap<_, _>, BTreeMap<_, _>) =
        files.into_iter().partition(|(path, _)| path.starts_with(RECIPE));
    let recipe =
        recipe.into_iter().map(|(path, bytes)| (path.trim_start_matches(RECIPE).to_owned(), bytes)).collect();
    Some((Package { files }, recipe))
}

/// Reads a package's folder. Hidden files and the demonstration's recipe are left alone.
///
/// # Errors
/// When the folder or a file can't be read, or there is too much in it.
pub fn from_folder(folder: &Path) -> Result<Package, Failure> {
    if !folder.is_dir() {
        return Err(Failure::new(
            INPUT,
            "there is no such folder",
            folder.display().to_string(),
            "name the folder that holds programme.toml",
        ));
    }
    let mut package = Package::default();
    let mut waiting: Vec<PathBuf> = vec![folder.to_owned()];
    while let Some(inner) = waiting.pop() {
        for entry in std::fs::read_dir(&inner).map_err(|error| unreadable(&inner, &error))? {
            let path = entry.map_err(|error| unreadable(&inner, &error))?.path();
            let name = path
                .strip_prefix(folder)
                .expect("what lies in a folder begins with its path")
                .to_string_lossy()
                .replace('\\', "/");
            if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
                || format!("{name}/") == RECIPE
            {
                continue;
            }
            if path.is_dir() {
                waiting.push(path);
            } else {
                package.files.insert(name, read_limited(&path)?);
            }
        }
        if package.files.len() > PACKAGE_FILES_MAX {
            return Err(Failure::new(
                INPUT,
                format!("the folder holds more than {PACKAGE_FILES_MAX} files"),
                folder.display().to_string(),
                "name the folder of one package",
            ));
        }
    }
    Ok(package)
}

fn read_limited(path: &Path) -> Result<Vec<u8>, Failure> {
    let size = std::fs::metadata(path).map_err(|error| unreadable(path, &error))?.len();
    if size > PACKAGE_FILE_BYTES_MAX {
        let limit = PACKAGE_FILE_BYTES_MAX / 1024 / 1024;
        return Err(Failure::new(
            INPUT,
            format!("a file of a package has at most {limit} MB"),
            path.display().to_string(),
            "make it smaller",
        ));
    }
    std::fs::read(path).map_err(|error| unreadable(path, &error))
}

fn unreadable(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(
        INPUT,
        format!("it can't be read: {error}"),
        path.display().to_string(),
        "check the path and its rights",
    )
}
