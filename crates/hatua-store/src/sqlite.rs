//! `SQLite` behind the driver's traits: one writing connection, and one for each reader. Every commit reaches the disk
//! before it is answered; what is overwritten by an erasure is overwritten with zeros.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{Connection, OpenFlags, ToSql, TransactionBehavior};

use crate::driver::{Cell, Driver, Ending, Row, Tx};
use crate::error::StoreError;
use crate::migrations;

const DIALECT: &str = "sqlite";
/// Marks the file as ours ("Hatu").
const APPLICATION_ID: i64 = 0x4861_7475;
/// How long a connection waits for another one's lock: longer than any commit on a slow disk.
const BUSY_WAIT: Duration = Duration::from_secs(10);
/// Statements kept prepared on each connection: more than this crate has.
const STATEMENTS_CACHED: usize = 128;
/// Idle reading connections kept open: one for each request that a small server answers at once.
const READERS_KEPT: usize = 16;

/// An `SQLite` file.
#[derive(Debug)]
pub struct Sqlite {
    path: PathBuf,
    writer: Option<Mutex<Connection>>,
    readers: Mutex<Vec<Connection>>,
}

impl Sqlite {
    /// Opens the file for writing and reading; makes it where there is none.
    ///
    /// # Errors
    /// When the file can't be opened or belongs to another program.
    pub fn open_for_writing(path: &Path) -> Result<Self, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        let writer = connect(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
        claim(&writer, path)?;
        keep_journal(&writer)?;
        Ok(Self { path: path.to_owned(), writer: Some(Mutex::new(writer)), readers: Mutex::default() })
    }

    /// Opens a file that is there for reading, beside a process that may be writing to it.
    ///
    /// # Errors
    /// When the file can't be opened or belongs to another program.
    pub fn open_for_reading(path: &Path) -> Result<Self, StoreError> {
        let reader = connect_for_reading(path)?;
        if !has_tables(&reader).map_err(refused("open"))? {
            let folder = path.parent().unwrap_or(path).to_owned();
            return Err(StoreError::NoData { folder });
        }
        if application_id(&reader).map_err(refused("open"))? != APPLICATION_ID {
            return Err(StoreError::NotOurs { path: path.to_owned() });
        }
        Ok(Self { path: path.to_owned(), writer: None, readers: Mutex::new(vec![reader]) })
    }

    fn writer(&self) -> Result<MutexGuard<'_, Connection>, StoreError> {
        // A panic inside a transaction rolls it back before the guard is dropped: the connection is sound.
        Ok(self.writer.as_ref().ok_or(StoreError::ReadOnly)?.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn idle_readers(&self) -> MutexGuard<'_, Vec<Connection>> {
        self.readers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Driver for Sqlite {
    fn dialect(&self) -> &'static str {
        DIALECT
    }

    fn write(&self, work: &mut dyn FnMut(&dyn Tx) -> Ending) -> Result<(), StoreError> {
        let mut writer = self.writer()?;
        let transaction =
            writer.transaction_with_behavior(TransactionBehavior::Immediate).map_err(refused("begin"))?;
        match work(&SqliteTx(&transaction)) {
            Ending::Commit => transaction.commit().map_err(refused("commit")),
            Ending::Discard => transaction.rollback().map_err(refused("roll back")),
        }
    }

    fn read(&self, work: &mut dyn FnMut(&dyn Tx)) -> Result<(), StoreError> {
        let idle = self.idle_readers().pop();
        let mut reader = idle.map_or_else(|| connect_for_reading(&self.path), Ok)?;
        let transaction =
            reader.transaction_with_behavior(TransactionBehavior::Deferred).map_err(refused("begin"))?;
        work(&SqliteTx(&transaction));
        transaction.rollback().map_err(refused("end reading"))?;
        let mut readers = self.idle_readers();
        if readers.len() < READERS_KEPT {
            readers.push(reader);
        }
        Ok(())
    }

    fn empty_journal(&self) -> Result<bool, StoreError> {
        let writer = self.writer()?;
        // Never waits for a reader: the next act tries again.
        writer.busy_timeout(Duration::ZERO).map_err(refused("set its patience"))?;
        let is_busy: rusqlite::Result<i64> =
            writer.query_row("pragma wal_checkpoint(truncate)", [], |row| row.get(0));
        writer.busy_timeout(BUSY_WAIT).map_err(refused("set its patience"))?;
        Ok(is_busy.map_err(refused("empty its journal"))? == 0)
    }
}

/// Runs `work` on an empty database in memory, with the tables of the store.
pub(crate) fn beside<T>(work: impl FnOnce(&dyn Tx) -> Result<T, StoreError>) -> Result<T, StoreError> {
    let connection = Connection::open_in_memory().map_err(refused("make tables in memory"))?;
    let tx = SqliteTx(&connection);
    migrations::apply_missing(&tx, DIALECT)?;
    work(&tx)
}

/// A transaction, or a whole connection, seen through the trait.
struct SqliteTx<'a>(&'a Connection);

impl Tx for SqliteTx<'_> {
    fn execute(&self, sql: &str, values: &[Cell]) -> Result<u64, StoreError> {
        let mut statement = self.0.prepare_cached(sql).map_err(refused(sql))?;
        bind(&mut statement, sql, values)?;
        let touched = statement.raw_execute().map_err(refused(sql))?;
        Ok(touched.try_into().expect("a count of rows fits 64 bits"))
    }

    fn send(&self, sql: &str, values: &[Cell], none: Option<StoreError>) -> Result<(), StoreError> {
        match (self.execute(sql, values)?, none) {
            (0, Some(none)) => Err(none),
            _ => Ok(()),
        }
    }

    fn settle(&self) -> Result<(), StoreError> {
        Ok(())
    }

    fn each(
        &self,
        sql: &str,
        values: &[Cell],
        each: &mut dyn FnMut(&dyn Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let mut statement = self.0.prepare_cached(sql).map_err(refused(sql))?;
        bind(&mut statement, sql, values)?;
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next().map_err(refused(sql))? {
            each(&SqliteRow(row))?;
        }
        Ok(())
    }

    fn run_script(&self, sql: &str) -> Result<(), StoreError> {
        self.0.execute_batch(sql).map_err(refused("run a migration"))
    }

    fn lock_rows(&self, _sql: &str, _values: &[Cell]) -> Result<(), StoreError> {
        Ok(())
    }

    fn lock_tables(&self) -> Result<(), StoreError> {
        Ok(())
    }
}

struct SqliteRow<'a>(&'a rusqlite::Row<'a>);

impl Row for SqliteRow<'_> {
    fn cell(&self, column: usize) -> Result<Cell<'_>, StoreError> {
        let cannot = |cause: String| StoreError::Database { action: format!("read column {column}"), cause };
        match self.0.get_ref(column).map_err(|e| cannot(e.to_string()))? {
            ValueRef::Null => Ok(Cell::Null),
            ValueRef::Integer(number) => Ok(Cell::Integer(number)),
            ValueRef::Text(bytes) => {
                std::str::from_utf8(bytes).map(Cell::Text).map_err(|e| cannot(e.to_string()))
            }
            ValueRef::Blob(bytes) => Ok(Cell::Bytes(bytes)),
            ValueRef::Real(_) => Err(cannot("a float has no place in the store".into())),
        }
    }

    fn columns(&self) -> usize {
        self.0.as_ref().column_count()
    }
}

impl ToSql for Cell<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match *self {
            Self::Null => ToSqlOutput::Owned(Value::Null),
            Self::Integer(number) => ToSqlOutput::Owned(Value::Integer(number)),
            Self::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Self::Bytes(bytes) => ToSqlOutput::Borrowed(ValueRef::Blob(bytes)),
        })
    }
}

fn bind(statement: &mut rusqlite::Statement, sql: &str, values: &[Cell]) -> Result<(), StoreError> {
    assert_eq!(statement.parameter_count(), values.len(), "each parameter has its value: {sql}");
    for (index, value) in values.iter().enumerate() {
        debug_assert_eq!(
            statement.parameter_name(index + 1),
            Some(format!("${}", index + 1).as_str()),
            "parameters are numbered in the order of first appearance: {sql}"
        );
        statement.raw_bind_parameter(index + 1, value).map_err(refused(sql))?;
    }
    Ok(())
}

fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, StoreError> {
    let open = || {
        let connection = Connection::open_with_flags(path, flags)?;
        connection.busy_timeout(BUSY_WAIT)?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS_CACHED);
        for setting in [
            "synchronous = full",
            "foreign_keys = on",
            "secure_delete = on",
            "trusted_schema = off",
            "temp_store = memory",
        ] {
            set_pragma(&connection, setting)?;
        }
        Ok(connection)
    };
    open().map_err(|e: rusqlite::Error| match e.sqlite_error_code() {
        Some(rusqlite::ErrorCode::NotADatabase) => StoreError::NotOurs { path: path.to_owned() },
        _ => refused("open")(e),
    })
}

/// A reader may have to recover the journal of a killed writer, so the file is opened for both; writing is refused.
fn connect_for_reading(path: &Path) -> Result<Connection, StoreError> {
    let reader = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    set_pragma(&reader, "query_only = on").map_err(refused("open"))?;
    Ok(reader)
}

/// Turns on the write-ahead journal, beside which others can read; not every file system allows it.
fn keep_journal(writer: &Connection) -> Result<(), StoreError> {
    let action = "keep a write-ahead journal";
    let mode: String =
        writer.query_row("pragma journal_mode = wal", [], |row| row.get(0)).map_err(refused(action))?;
    if mode == "wal" {
        return Ok(());
    }
    let cause = format!("its folder allows only the mode `{mode}`; choose a data folder on a local disk");
    Err(StoreError::Database { action: action.into(), cause })
}

/// Marks a new, empty file as ours; refuses another program's.
fn claim(writer: &Connection, path: &Path) -> Result<(), StoreError> {
    let id = application_id(writer).map_err(refused("open"))?;
    match (id, has_tables(writer).map_err(refused("open"))?) {
        (APPLICATION_ID, _) => Ok(()),
        (0, false) => set_pragma(writer, &format!("application_id = {APPLICATION_ID}"))
            .map_err(refused("mark its file")),
        _ => Err(StoreError::NotOurs { path: path.to_owned() }),
    }
}

fn has_tables(connection: &Connection) -> rusqlite::Result<bool> {
    connection.query_row("select exists (select 1 from sqlite_schema)", [], |row| row.get(0))
}

fn application_id(connection: &Connection) -> rusqlite::Result<i64> {
    match connection.query_row("pragma application_id", [], |row| row.get(0)) {
        Err(e) if e.sqlite_error_code() == Some(rusqlite::ErrorCode::NotADatabase) => Ok(-1),
        other => other,
    }
}

fn set_pragma(connection: &Connection, setting: &str) -> rusqlite::Result<()> {
    let mut statement = connection.prepare(&format!("pragma {setting}"))?;
    let mut rows = statement.query([])?;
    while rows.next()?.is_some() {}
    Ok(())
}

fn refused(action: &str) -> impl Fn(rusqlite::Error) -> StoreError {
    move |error| {
        let action = action.split_whitespace().collect::<Vec<_>>().join(" ");
        StoreError::Database { action, cause: error.to_string() }
    }
}
