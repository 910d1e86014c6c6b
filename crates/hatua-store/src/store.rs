//! The data folder, opened: one writer, readers beside it, each act one transaction. Nothing half-written is ever
//! seen: entries, their hashes, the signed head, the vault and the views are kept together or not at all.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use hatua_core::id::ProgrammeId;

use crate::driver::{Cell, Driver, Ending, Tx, all, one};
use crate::error::StoreError;
use crate::files::{FolderLock, lock_folder, make_folder, make_private};
use crate::keyring::ProgrammeKeys;
use crate::log;
use crate::migrations;
use crate::postgres::{Postgres, Server};
use crate::seal::Entropy;
use crate::sqlite::Sqlite;
use crate::transaction::{ReadTx, WriteTx};

const DATABASE_FILE: &str = "hatua.sqlite";

/// What a process wants to do with a data folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Read, also beside the process that writes.
    Read,
    /// Read and write, as the only one.
    Write,
}

/// Where a store is.
#[derive(Debug, Clone)]
pub enum Database {
    /// In a file of the data folder.
    Folder(PathBuf),
    /// On a server; in the data folder lies what is beside it.
    Server(Box<Server>),
}

impl Database {
    /// Opens it. `purpose` is what another process is told that finds a folder in use.
    ///
    /// # Errors
    /// When it can't be used, holds no Hatua data, or was made by another version of the program.
    pub fn open(&self, access: Access, purpose: &str) -> Result<Store, StoreError> {
        match self {
            Self::Folder(folder) => Store::open(folder, access, purpose),
            Self::Server(server) => Store::connect(server, access),
        }
    }

    /// Whether there is a folder, or a database with the tables of a store.
    ///
    /// # Errors
    /// When the server can't be reached, or refuses the user.
    pub fn is_there(&self) -> Result<bool, StoreError> {
        match self {
            Self::Folder(folder) => Ok(folder.is_dir()),
            Self::Server(server) => Postgres::holds_data(server),
        }
    }
}

impl fmt::Display for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(folder) => write!(f, "{}", folder.display()),
            Self::Server(server) => write!(f, "{server}"),
        }
    }
}

/// A data folder, or its database on a server: any number of programmes, each with its ledger, vault and views.
pub struct Store {
    // The database is closed before the lock is given back: fields are dropped in this order.
    driver: Box<dyn Driver>,
    lock: Option<FolderLock>,
    /// Whether the journal may hold what an erasure has overwritten; at the start, what an earlier process left.
    journal_holds_erased: AtomicBool,
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let access = if self.lock.is_some() { "locked for writing" } else { "without a lock" };
        write!(f, "Store({}, {access})", self.driver.dialect())
    }
}

impl Store {
    /// Opens a data folder. For writing it is made where it is missing and locked with `purpose`, which another
    /// process that comes too late is told.
    ///
    /// # Errors
    /// When the folder holds no Hatua data, is in use, or was made by another version of the program.
    pub fn open(folder: &Path, access: Access, purpose: &str) -> Result<Self, StoreError> {
        let path = folder.join(DATABASE_FILE);
        match access {
            Access::Read => {
                if !path.is_file() {
                    return Err(StoreError::NoData { folder: folder.to_owned() });
                }
                let driver = Sqlite::open_for_reading(&path)?;
                migrations::check_current(&driver)?;
                Ok(Self::without_lock(Box::new(driver)))
            }
            Access::Write => {
                make_folder(folder)?;
                let lock = lock_folder(folder, purpose)?;
                make_private(&path)?;
                let mut store = Self::over(Box::new(Sqlite::open_for_writing(&path)?))?;
                store.lock = Some(lock);
                Ok(store)
            }
        }
    }

    /// Opens a database on a server. There it is the transactions that take turns: several processes may write.
    ///
    /// # Errors
    /// When the server can't be used, or the database holds no Hatua data or that of another version of the program.
    pub fn connect(server: &Server, access: Access) -> Result<Self, StoreError> {
        match access {
            Access::Read => {
                let driver = Postgres::connect_for_reading(server)?;
                migrations::check_current(&driver)?;
                Ok(Self::without_lock(Box::new(driver)))
            }
            Access::Write => Self::over(Box::new(Postgres::connect_for_writing(server)?)),
        }
    }

    /// Opens a database of any kind for writing, and makes its tables where they are missing.
    ///
    /// # Errors
    /// When the database was made by another version of the program.
    pub fn over(driver: Box<dyn Driver>) -> Result<Self, StoreError> {
        migrations::migrate(driver.as_ref())?;
        Ok(Self::without_lock(driver))
    }

    fn without_lock(driver: Box<dyn Driver>) -> Self {
        Self { driver, lock: None, journal_holds_erased: AtomicBool::new(true) }
    }

    /// The programmes in the folder, by id.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn programmes(&self) -> Result<Vec<ProgrammeId>, StoreError> {
        self.reading(|tx| {
            all(tx, "select programme from programmes order by programme", &[], |row| {
                crate::driver::parsed(row.text(0)?)
            })
        })
    }

    /// Begins the ledger of a programme: fixes its origin, remembers which keys are its own, signs the empty log.
    ///
    /// # Errors
    /// When the programme is there already.
    pub fn add_programme(&self, programme: &ProgrammeId, keys: &ProgrammeKeys) -> Result<(), StoreError> {
        self.writing(|tx| {
            if registered(tx, programme)?.is_some() {
                return Err(StoreError::ProgrammeExists(programme.clone()));
            }
            tx.execute(
                "insert into programmes (programme, origin, verifier_key, keys_fingerprint) values ($1, $2, $3, $4)",
                &[
                    Cell::Text(programme.as_str()),
                    Cell::Text(keys.origin()),
                    Cell::Text(&keys.verifier_key()),
                    Cell::Text(&keys.fingerprint()),
                ],
            )?;
            log::sign_head(tx, programme, keys, 0)
        })
    }

    /// Whether these are the keys with which the programme was made.
    ///
    /// # Errors
    /// [`StoreError::ForeignKeyring`] when they are not.
    pub fn check_keys(&self, programme: &ProgrammeId, keys: &ProgrammeKeys) -> Result<(), StoreError> {
        self.reading(|tx| check_keys(tx, programme, keys))
    }

    /// Does one act in one transaction. When `work` fails or panics, nothing is written; otherwise its entries are
    /// appended to the log, the new head is signed, and all is on disk before this returns. An act is never begun within
    /// another one: they wait for each other.
    ///
    /// # Errors
    /// What `work` said, or why the store could not keep it.
    pub fn write<T, E: From<StoreError>>(
        &self,
        programme: &ProgrammeId,
        keys: &ProgrammeKeys,
        entropy: &mut dyn Entropy,
        work: impl FnOnce(&mut WriteTx) -> Result<T, E>,
    ) -> Result<T, E> {
        let done = self.writing(|tx| {
            check_keys(tx, programme, keys)?;
            let mut writing = WriteTx::begin(tx, programme, keys, entropy)?;
            let done = work(&mut writing)?;
            if writing.finish()? {
                self.journal_holds_erased.store(true, Ordering::SeqCst);
            }
            Ok::<T, E>(done)
        })?;
        self.empty_journal();
        Ok(done)
    }

    /// What an erasure has overwritten must not remain in the journal. The act is done by now, so a journal that can't be
    /// emptied yet is no error: the next act tries again.
    fn empty_journal(&self) {
        if self.journal_holds_erased.load(Ordering::SeqCst) && self.driver.empty_journal().unwrap_or(false) {
            self.journal_holds_erased.store(false, Ordering::SeqCst);
        }
    }

    /// Reads one consistent state of a programme.
    ///
    /// # Errors
    /// What `work` said, or why the store could not be read.
    pub fn read<T, E: From<StoreError>>(
        &self,
        programme: &ProgrammeId,
        work: impl FnOnce(&ReadTx) -> Result<T, E>,
    ) -> Result<T, E> {
        self.reading(|tx| {
            registered(tx, programme)?.ok_or_else(|| StoreError::UnknownProgramme(programme.clone()))?;
            work(&ReadTx::over(tx, programme))
        })
    }

    fn writing<T, E: From<StoreError>>(&self, work: impl FnOnce(&dyn Tx) -> Result<T, E>) -> Result<T, E> {
        let mut work = Some(work);
        let mut outcome = None;
        let kept = self.driver.write(&mut |tx| {
            let result = work.take().expect("a transaction runs its work once")(tx);
            let ending = if result.is_ok() { Ending::Commit } else { Ending::Discard };
            outcome = Some(result);
            ending
        });
        match outcome {
            Some(Err(error)) => Err(error),
            Some(Ok(done)) => Ok(kept.map(|()| done)?),
            None => Err(kept.expect_err("a transaction that begins runs its work").into()),
        }
    }

    fn reading<T, E: From<StoreError>>(&self, work: impl FnOnce(&dyn Tx) -> Result<T, E>) -> Result<T, E> {
        let mut work = Some(work);
        let mut outcome = None;
        self.driver
            .read(&mut |tx| outcome = Some(work.take().expect("a transaction runs its work once")(tx)))?;
        outcome.expect("a transaction runs its work")
    }
}

/// The fingerprint of a programme's keys; nothing where there is no such programme.
fn registered(tx: &dyn Tx, programme: &ProgrammeId) -> Result<Option<String>, StoreError> {
    let sql = "select keys_fingerprint from programmes where programme = $1";
    one(tx, sql, &[Cell::Text(programme.as_str())], |row| Ok(row.text(0)?.to_owned()))
}

fn check_keys(tx: &dyn Tx, programme: &ProgrammeId, keys: &ProgrammeKeys) -> Result<(), StoreError> {
    let expected =
        registered(tx, programme)?.ok_or_else(|| StoreError::UnknownProgramme(programme.clone()))?;
    let found = keys.fingerprint();
    if expected == found {
        Ok(())
    } else {
        Err(StoreError::ForeignKeyring { programme: programme.clone(), expected, found })
    }
}
