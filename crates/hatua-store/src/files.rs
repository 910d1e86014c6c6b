//! The few files beside the database: the data folder itself, its lock, and files that only their owner may read.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::Path;

use zeroize::Zeroizing;

use crate::error::StoreError;
use crate::keyring::KeyringError;

const LOCK_FILE: &str = "hatua.lock";

/// The lock of a data folder, held by the one process that writes. It ends with the process, also when that is killed.
#[derive(Debug)]
pub(crate) struct FolderLock {
    _file: File,
}

/// Makes the data folder where it is missing, for its owner only.
pub(crate) fn make_folder(folder: &Path) -> Result<(), StoreError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|source| StoreError::Io {
        action: "made",
        path: folder.to_owned(),
        source,
    })
}

/// Makes an empty file for its owner only, where there is none; its journals take over its mode.
pub(crate) fn make_private(path: &Path) -> Result<(), StoreError> {
    match private(OpenOptions::new().write(true).create_new(true)).open(path) {
        Err(source) if source.kind() != std::io::ErrorKind::AlreadyExists => {
            Err(StoreError::Io { action: "made", path: path.to_owned(), source })
        }
        Ok(_) | Err(_) => Ok(()),
    }
}

/// Takes the folder's lock and writes into it who holds it.
pub(crate) fn lock_folder(folder: &Path, purpose: &str) -> Result<FolderLock, StoreError> {
    let path = folder.join(LOCK_FILE);
    let io = |action| {
        let path = path.clone();
        move |source| StoreError::Io { action, path, source }
    };
    let mut file = private(OpenOptions::new().read(true).write(true).create(true).truncate(false))
        .open(&path)
        .map_err(io("opened"))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Err(holder(file)),
        Err(TryLockError::Error(source)) => return Err(io("locked")(source)),
    }
    let purpose = purpose.replace(['\n', '\r'], " ");
    file.set_len(0)
        .and_then(|()| file.write_all(format!("{} {purpose}\n", std::process::id()).as_bytes()))
        .and_then(|()| file.flush())
        .map_err(io("written"))?;
    Ok(FolderLock { _file: file })
}

/// Who holds the lock, as far as the file says.
fn holder(mut file: File) -> StoreError {
    let mut text = String::new();
    let said = file.rewind().and_then(|()| file.read_to_string(&mut text));
    let (pid, purpose) =
        said.ok().and_then(|_| text.trim_end().split_once(' ')).unwrap_or(("0", "it did not say for what"));
    StoreError::InUse { pid: pid.parse().unwrap_or(0), purpose: purpose.to_owned() }
}

/// Reads a file that nobody but its owner may read.
pub(crate) fn read_private(path: &Path) -> Result<Zeroizing<String>, KeyringError> {
    let io = |source| KeyringError::Io { action: "read", path: path.to_owned(), source };
    let mut file = File::open(path).map_err(io)?;
    #[cfg(unix)]
    {
        let mode = std::os::unix::fs::MetadataExt::mode(&file.metadata().map_err(io)?) & 0o777;
        if mode & 0o077 != 0 {
            return Err(KeyringError::OpenToOthers { path: path.to_owned(), mode });
        }
    }
    let mut text = Zeroizing::new(String::new());
    file.read_to_string(&mut text).map_err(io)?;
    Ok(text)
}

/// Writes a file that nobody but its owner may read, in the place of an older one in one step.
pub(crate) fn write_private(path: &Path, bytes: &[u8]) -> Result<(), KeyringError> {
    let io = |source| KeyringError::Io { action: "written", path: path.to_owned(), source };
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.new", std::process::id()));
    let beside = path.with_file_name(name);
    let write = || {
        fs::create_dir_all(folder_of(path))?;
        let mut file = private(OpenOptions::new().write(true).create_new(true)).open(&beside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&beside, path)?;
        sync_folder_of(path)
    };
    write().map_err(|source| {
        // The old file stays as it was; what was begun beside it goes.
        let _ = fs::remove_file(&beside);
        io(source)
    })
}

/// Makes a rename durable. Systems that can't open a folder keep it by themselves.
fn sync_folder_of(path: &Path) -> std::io::Result<()> {
    if cfg!(unix) { File::open(folder_of(path))?.sync_all() } else { Ok(()) }
}

/// The folder in which a file lies.
fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn private(options: &mut OpenOptions) -> &OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options
}
