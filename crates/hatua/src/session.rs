//! A data folder opened for one command: with the machine's clock and random source, and the keyring where the command
//! needs one.

use std::sync::{Arc, Mutex};

use hatua_app::{
    Access, Acts, AppError, DataFolder, Database, Entropy, Keyring, MachineClock, MachineEntropy,
};

use crate::arguments::Place;
use crate::failure::{FOLDER, Failure};

/// Opens the folder and one programme in it, for a command that only reads and needs no key. It runs beside `serve`.
///
/// # Errors
/// When the folder is not usable, or it is not clear which programme is meant.
pub fn reading(place: &Place) -> Result<Acts, Failure> {
    let folder = open(place, Access::Read, "reading")?;
    let programme = folder.choose(place.programme.as_ref())?;
    Ok(folder.acts(&programme, None)?)
}

/// The same with the keyring, for a command that reads what needs a key.
///
/// # Errors
/// When the folder or the keyring is not usable.
pub fn reading_with_keys(place: &Place) -> Result<Acts, Failure> {
    let folder = open(place, Access::Read, "reading")?;
    with_keys(place, &folder)
}

/// The same, with the keyring only where a user was named: e-mails are sealed.
///
/// # Errors
/// When the folder or the keyring is not usable.
pub fn reading_with_keys_if_named(place: &Place) -> Result<Acts, Failure> {
    if place.user.is_some() { reading_with_keys(place) } else { reading(place) }
}

/// The same for a command that writes. To a folder no other process may write at the same time.
///
/// # Errors
/// When the folder or the keyring is not usable, or another process writes.
pub fn writing(place: &Place, purpose: &str) -> Result<Acts, Failure> {
    existing(place)?;
    let folder = open(place, Access::Write, purpose)?;
    with_keys(place, &folder)
}

/// The folder for the server. While it serves a folder, only commands that read run beside it; a database on a server
/// takes those that write too.
///
/// # Errors
/// When there is no such folder, it is not usable, or another process writes to it.
pub fn serving(place: &Place) -> Result<DataFolder, Failure> {
    existing(place)?;
    open(place, Access::Write, "hatua serve")
}

/// The folder alone.
///
/// # Errors
/// When it is not usable, or another process writes.
pub fn open(place: &Place, access: Access, purpose: &str) -> Result<DataFolder, Failure> {
    let entropy: Arc<Mutex<dyn Entropy + Send>> = Arc::new(Mutex::new(MachineEntropy));
    let database = place.database()?;
    let folder = DataFolder::open(&database, access, purpose, Arc::new(MachineClock), entropy);
    folder.map_err(|error| Failure::from(error).at(database.to_string()))
}

/// The keyring's file, read.
///
/// # Errors
/// When it is missing, unreadable or readable by others.
pub fn keyring(place: &Place) -> Result<Keyring, Failure> {
    let path = place.keyring_path();
    Keyring::load(&path).map_err(|error| {
        Failure::from(AppError::from(hatua_app::StoreError::from(error))).at(path.display().to_string()).help(
            "name the file that was made with this folder with --keyring, or bring it back from its copy",
        )
    })
}

fn with_keys(place: &Place, folder: &DataFolder) -> Result<Acts, Failure> {
    let keyring = keyring(place)?;
    let programme = folder.choose(place.programme.as_ref())?;
    let acts = folder.acts(&programme, Some(&keyring));
    acts.map_err(|error| Failure::from(error).at(place.keyring_path().display().to_string()))
}

/// A command that changes records must not make a new, empty folder where a name was mistyped.
fn existing(place: &Place) -> Result<(), Failure> {
    let database = place.database()?;
    let is_there = database.is_there();
    if is_there.map_err(|error| Failure::from(error).at(database.to_string()))? {
        return Ok(());
    }
    let (what, option) = match database {
        Database::Folder(_) => ("there is no such data folder", "--data"),
        Database::Server(_) => ("the database holds no Hatua data", "--database"),
    };
    let help = format!(
        "name it with {option}, load a programme with `hatua programme load DIR`, or make the demonstration with `hatua demo`"
    );
    Err(Failure::new(FOLDER, what, database.to_string(), help))
}
