//! What can go wrong between the programme and its disk. Each error says what happened, where, and what to do.

use std::path::PathBuf;

use hatua_core::id::ProgrammeId;
use hatua_core::ledger::EntryError;

use crate::keyring::KeyringError;

/// Why the store could not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The folder holds no Hatua data.
    #[error(
        "{folder} holds no Hatua data; name the data folder with --data, or make one with a command that writes"
    )]
    NoData {
        /// The folder that was named.
        folder: PathBuf,
    },
    /// The database of a server holds no Hatua data.
    #[error(
        "{server} holds no Hatua data; mend the address in --database, or load a programme with a command that writes"
    )]
    NoDataOnServer {
        /// The database.
        server: String,
    },
    /// The database server does not answer.
    #[error("{server} can't be reached: {cause}; start the server, or mend the address in --database")]
    Unreachable {
        /// The database.
        server: String,
        /// What the network said.
        cause: String,
    },
    /// The server does not let this user in.
    #[error("{server} refuses the user: {cause}; mend user and password in --database")]
    LoginRefused {
        /// The database.
        server: String,
        /// What the server said.
        cause: String,
    },
    /// The server has no such database.
    #[error("{server} is not there: {cause}; make it with `createdb`, or mend its name in --database")]
    NoDatabase {
        /// The database.
        server: String,
        /// What the server said.
        cause: String,
    },
    /// The database can't hold every language.
    #[error(
        "{server} keeps texts in {encoding}, which can't hold every name; make a database with the encoding UTF8"
    )]
    Encoding {
        /// The database.
        server: String,
        /// Its encoding.
        encoding: String,
    },
    /// The file of authorities for the server's certificate can't be used.
    #[error("{path} is no file of certificates: {cause}; mend `sslrootcert` in --database")]
    Certificates {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        cause: String,
    },
    /// All connections to the server are in use.
    #[error("all {connections} connections to {server} are in use; try again in a moment")]
    Busy {
        /// The database.
        server: String,
        /// How many there are.
        connections: usize,
    },
    /// The database file belongs to another program.
    #[error("{path} is not a Hatua database; choose another data folder")]
    NotOurs {
        /// The file.
        path: PathBuf,
    },
    /// Another process writes to the folder.
    #[error("the data folder is in use by process {pid} ({purpose}); wait until it has ended, or stop it")]
    InUse {
        /// The other process; 0 where it did not say.
        pid: u32,
        /// What it is doing, in its own words.
        purpose: String,
    },
    /// A file or folder could not be used.
    #[error("{path} could not be {action}: {source}")]
    Io {
        /// What was tried ("opened").
        action: &'static str,
        /// Where.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The database refused.
    #[error("the database could not {action}: {cause}")]
    Database {
        /// What was tried ("commit").
        action: String,
        /// What the database said.
        cause: String,
    },
    /// The store was opened for reading.
    #[error("the data folder was opened for reading only; open it for writing first")]
    ReadOnly,
    /// A newer version of the program has written here.
    #[error(
        "the database has migration {number}, which this version of the program does not know; use the newer one"
    )]
    NewerDatabase {
        /// The first unknown migration.
        number: i64,
    },
    /// An older version of the program has written here, and reading may not change it.
    #[error(
        "the database lacks migration {number}; run a command that writes (for example `rebuild`) once, then read"
    )]
    OlderDatabase {
        /// The first missing migration.
        number: i64,
    },
    /// A migration is not the one that was applied.
    #[error(
        "migration {number} differs from the one that made this database; use the version of the program that made it"
    )]
    ChangedMigration {
        /// Which.
        number: i64,
    },
    /// No such programme in the folder.
    #[error("the data folder holds no programme `{0}`; load its package first")]
    UnknownProgramme(ProgrammeId),
    /// The programme is there already.
    #[error("the data folder already holds the programme `{0}`")]
    ProgrammeExists(ProgrammeId),
    /// The keyring's keys are not those with which the programme was made.
    #[error(
        "the keyring's keys for `{programme}` ({found}) are not those of this data folder ({expected}); \
         name the right file with --keyring"
    )]
    ForeignKeyring {
        /// The programme.
        programme: ProgrammeId,
        /// The fingerprint that the data folder remembers.
        expected: String,
        /// The fingerprint of the keys that were given.
        found: String,
    },
    /// A key of the keyring can't be used.
    #[error(transparent)]
    Keyring(#[from] KeyringError),
    /// An entry can't be written or read.
    #[error(transparent)]
    Entry(#[from] EntryError),
    /// An act names something that is not there.
    #[error("`{kind}` names {what}, which the ledger does not hold; nothing was written")]
    NamesNothing {
        /// The act's kind.
        kind: &'static str,
        /// What it names.
        what: String,
    },
    /// An act would write something a second time.
    #[error("`{kind}` names {what}, which the ledger already holds; nothing was written")]
    AlreadyThere {
        /// The act's kind.
        kind: &'static str,
        /// What it names.
        what: String,
    },
    /// What is asked for was erased.
    #[error("{holder} was erased; nothing of it can be read or written any more")]
    Erased {
        /// Whose key is gone ("unit 0159…").
        holder: String,
    },
    /// A sealed value does not open: wrong key, moved, or changed.
    #[error("{what} does not open: it was changed, moved, or sealed under another key; run `ledger verify`")]
    DoesNotOpen {
        /// The sealed value's place.
        what: String,
    },
    /// A whole number that JSON would round.
    #[error("column `{column}` holds {number}, which readers of JSON would round; write it as text")]
    InexactNumber {
        /// The column.
        column: String,
        /// The number.
        number: i64,
    },
    /// What was given as an older head is no checkpoint at all.
    #[error(
        "what was given as an older head is no checkpoint: {cause}; give the whole text that was printed as one"
    )]
    NotACheckpoint {
        /// What is wrong with it.
        cause: String,
    },
    /// What is stored contradicts itself.
    #[error("the stored {what}; run `ledger verify` to locate the damage")]
    Damaged {
        /// What is wrong, as the end of "the stored …".
        what: String,
    },
}

impl StoreError {
    /// What is stored contradicts itself: `what` ends the sentence "the stored …".
    #[must_use]
    pub fn damaged(what: impl Into<String>) -> Self {
        Self::Damaged { what: what.into() }
    }
}
