//! Files and folders that a command writes where it was told to.

use std::path::Path;

use crate::failure::{Failure, INPUT};

/// Refuses a folder that holds something: what is written there would be mixed with it.
///
/// # Errors
/// When it is not empty.
pub fn check_is_empty(dir: &Path) -> Result<(), Failure> {
    if std::fs::read_dir(dir).map_or(true, |mut entries| entries.next().is_none()) {
        return Ok(());
    }
    Err(Failure::new(
        INPUT,
        "the folder holds something already",
        dir.display().to_string(),
        "name a new or empty folder",
    ))
}

/// Writes a file under a folder, with the folders that its name asks for.
///
/// # Errors
/// When the disk refuses.
pub fn write_under(dir: &Path, name: &str, bytes: &[u8]) -> Result<(), Failure> {
    let path = dir.join(name);
    let written =
        path.parent().map_or(Ok(()), std::fs::create_dir_all).and_then(|()| std::fs::write(&path, bytes));
    written.map_err(|error| Failure::from(error).at(path.display().to_string()))
}

/// Writes a file that only its owner may read: it is handed over, and lies open to nobody.
///
/// # Errors
/// When the disk refuses.
pub fn write_for_owner(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options.open(path).and_then(|mut file| std::io::Write::write_all(&mut file, bytes));
    written.map_err(|error| Failure::from(error).at(path.display().to_string()))
}
