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

/// Reads a package's folder. Hidden files and the demonstration's recipe are left alone. A symbolic link is refused, so
/// that no file from elsewhere on the machine gets into a package.
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
            let entry = entry.map_err(|error| unreadable(&inner, &error))?;
            let path = entry.path();
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
            // The type of what lies here, not of what a link points to.
            let kind = entry.file_type().map_err(|error| unreadable(&path, &error))?;
            if kind.is_dir() {
                waiting.push(path);
            } else if kind.is_file() {
                package.files.insert(name, read_limited(&path)?);
            } else {
                return Err(Failure::new(
                    INPUT,
                    "a package holds files and folders, and no symbolic link is followed",
                    path.display().to_string(),
                    "put the file itself there",
                ));
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

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    /// A package from elsewhere had a picture that was a link to a private file; it would have been published.
    #[test]
    fn a_symbolic_link_in_a_package_is_refused_by_its_name() {
        let elsewhere = tempfile::tempdir().unwrap();
        std::fs::write(elsewhere.path().join("private.txt"), "names").unwrap();
        for (target, link) in [("private.txt", "media.svg"), ("", "documents"), ("nothing", "lost.csv")] {
            let folder = tempfile::tempdir().unwrap();
            std::fs::write(folder.path().join("programme.toml"), "").unwrap();
            symlink(elsewhere.path().join(target), folder.path().join(link)).unwrap();
            let failure = from_folder(folder.path()).unwrap_err();
            assert_eq!(failure.code, INPUT);
            assert!(failure.text().contains(link), "{}", failure.text());
            assert!(failure.text().contains("no symbolic link is followed"), "{}", failure.text());
        }
    }

    #[test]
    fn the_folder_itself_may_be_named_by_a_link_and_hidden_links_are_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("package");
        std::fs::create_dir(&inner).unwrap();
        std::fs::write(inner.join("programme.toml"), "").unwrap();
        symlink("nothing", inner.join(".lock")).unwrap();
        symlink(&inner, folder.path().join("named")).unwrap();
        let package = from_folder(&folder.path().join("named")).unwrap();
        assert_eq!(package.files.into_keys().collect::<Vec<_>>(), ["programme.toml"]);
    }
}
