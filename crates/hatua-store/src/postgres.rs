//! `PostgreSQL` behind the driver's traits: several processes may write, each act in a transaction of its own. The tables
//! lie in the schema `hatua` of the database that the address names.

mod batch;
mod server;
mod session;

use std::cell::RefCell;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio_postgres::types::Type;

pub use self::server::{AddressError, Server};
use self::session::{Answer, Owned, Session, Waiting, Wanted, refused};
use crate::driver::{Cell, Driver, Ending, Row, Tx};
use crate::error::StoreError;

const DIALECT: &str = "postgres";
/// Connections of one process: a server is set up for about a hundred in all.
const SESSIONS_MAX: usize = 16;
/// How long a request waits for a free one.
const SESSION_WAIT: Duration = Duration::from_secs(10);
/// Statements that wait to be sent together: enough that the round trip no longer counts, and that rows of one table are many.
const WAITING_MAX: usize = 1_000;
/// The number of our lock among the database's advisory ones ("Hatu").
const TABLES_LOCK: i64 = 0x4861_7475;

/// A database on a `PostgreSQL` server.
#[derive(Debug)]
pub struct Postgres {
    server: Server,
    may_write: bool,
    sessions: Mutex<Sessions>,
    freed: Condvar,
}

/// The connections that nobody uses just now, and how many are in use.
#[derive(Debug, Default)]
struct Sessions {
    idle: Vec<Session>,
    in_use: usize,
}

impl Postgres {
    /// Connects for writing and reading; the tables are made by the migrations.
    ///
    /// # Errors
    /// When the server can't be reached, refuses the user, or holds something else in our place.
    pub fn connect_for_writing(server: &Server) -> Result<Self, StoreError> {
        let driver = Self::connect(server, true)?;
        if !driver.alone(|session| is_schema_there(session, server))? {
            let sql = format!(
                "begin; select pg_advisory_xact_lock({TABLES_LOCK}); create schema if not exists {}; commit",
                server.schema()
            );
            driver.alone(|session| session.run_script(&sql).map_err(refused("make its schema")))?;
        }
        Ok(driver)
    }

    /// Connects for reading.
    ///
    /// # Errors
    /// The same, and [`StoreError::NoDataOnServer`] where there are no tables yet.
    pub fn connect_for_reading(server: &Server) -> Result<Self, StoreError> {
        let driver = Self::connect(server, false)?;
        if driver.alone(|session| is_table_there(session, server))? {
            Ok(driver)
        } else {
            Err(StoreError::NoDataOnServer { server: server.to_string() })
        }
    }

    /// Whether a store is there.
    ///
    /// # Errors
    /// When the server can't be reached or refuses the user.
    pub fn holds_data(server: &Server) -> Result<bool, StoreError> {
        Self::connect(server, false)?.alone(|session| is_table_there(session, server))
    }

    /// Removes a store with all that is in it.
    ///
    /// # Errors
    /// When the server can't be reached or refuses.
    pub fn remove(server: &Server) -> Result<(), StoreError> {
        let sql = format!("drop schema if exists {} cascade", server.schema());
        Self::connect(server, true)?
            .alone(|session| session.run_script(&sql).map_err(refused("remove the tables")))
    }

    /// Moves a store from where it was made to its place, in one step. Nothing may be in that place.
    ///
    /// # Errors
    /// When something is there.
    pub fn put_in_place(made: &Server, place: &Server) -> Result<(), StoreError> {
        let sql = format!("alter schema {} rename to {}", made.schema(), place.schema());
        Self::connect(made, true)?
            .alone(|session| session.run_script(&sql).map_err(refused("put the tables in their place")))
    }

    fn connect(server: &Server, may_write: bool) -> Result<Self, StoreError> {
        let sessions = Sessions { idle: vec![Session::open(server)?], in_use: 0 };
        Ok(Self { server: server.clone(), may_write, sessions: Mutex::new(sessions), freed: Condvar::new() })
    }

    fn sessions(&self) -> MutexGuard<'_, Sessions> {
        self.sessions.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A place among the connections, with an idle one where there is one.
    fn place(&self) -> Result<(Place<'_>, Option<Session>), StoreError> {
        let until = Instant::now() + SESSION_WAIT;
        let mut sessions = self.sessions();
        while sessions.in_use >= SESSIONS_MAX {
            let remaining = until.saturating_duration_since(Instant::now());
            if remaining.is_zero() {
                return Err(StoreError::Busy { server: self.server.to_string(), connections: SESSIONS_MAX });
            }
            sessions = self.freed.wait_timeout(sessions, remaining).unwrap_or_else(PoisonError::into_inner).0;
        }
        sessions.in_use += 1;
        Ok((Place(self), sessions.idle.pop()))
    }

    /// Runs `work` on a connection after these first words. A connection that has lain idle may have been cut meanwhile:
    /// then it is a new one. When `work` fails or panics the connection is closed, and the server discards what was not
    /// committed.
    fn on_connection<T>(
        &self,
        first: &str,
        work: impl FnOnce(&Session) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let (place, idle) = self.place()?;
        let session = if let Some(idle) = idle.filter(|idle| idle.run_script(first).is_ok()) {
            idle
        } else {
            self.sessions().idle.clear();
            let session = Session::open(&self.server)?;
            session.run_script(first).map_err(refused("begin"))?;
            session
        };
        let done = work(&session)?;
        self.sessions().idle.push(session);
        drop(place);
        Ok(done)
    }

    fn alone<T>(&self, work: impl FnOnce(&Session) -> Result<T, StoreError>) -> Result<T, StoreError> {
        self.on_connection("select 1", work)
    }
}

/// A place among the connections; it is free again when this goes.
struct Place<'a>(&'a Postgres);

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.0.sessions().in_use -= 1;
        self.0.freed.notify_one();
    }
}

fn is_schema_there(session: &Session, server: &Server) -> Result<bool, StoreError> {
    let sql = "select nspname::text from pg_namespace where nspname = $1::text";
    Ok(!rows(session, sql, &[Cell::Text(server.schema())])?.is_empty())
}

fn is_table_there(session: &Session, server: &Server) -> Result<bool, StoreError> {
    let sql =
        "select tablename::text from pg_tables where schemaname = $1::text and tablename = 'migrations'";
    Ok(!rows(session, sql, &[Cell::Text(server.schema())])?.is_empty())
}

fn rows(session: &Session, sql: &str, values: &[Cell]) -> Result<Vec<tokio_postgres::Row>, StoreError> {
    match session.send(Vec::new(), Some((sql, values, Wanted::Rows)))? {
        Some(Answer::Rows(rows)) => Ok(rows),
        Some(Answer::Touched(_)) | None => unreachable!("rows were wanted"),
    }
}

impl Driver for Postgres {
    fn dialect(&self) -> &'static str {
        DIALECT
    }

    fn write(&self, work: &mut dyn FnMut(&dyn Tx) -> Ending) -> Result<(), StoreError> {
        if !self.may_write {
            return Err(StoreError::ReadOnly);
        }
        // Who waits for a lock sees afterwards what the other process has written: the lock comes before all reading.
        self.on_connection("begin isolation level read committed read write", |session| {
            let tx = PostgresTx::on(session);
            match work(&tx) {
                Ending::Commit => {
                    tx.settle()?;
                    session.run_script("commit").map_err(refused("commit"))
                }
                Ending::Discard => session.run_script("rollback").map_err(refused("roll back")),
            }
        })
    }

    fn read(&self, work: &mut dyn FnMut(&dyn Tx)) -> Result<(), StoreError> {
        self.on_connection("begin isolation level repeatable read read only", |session| {
            work(&PostgresTx::on(session));
            session.run_script("rollback").map_err(refused("end reading"))
        })
    }

    fn empty_journal(&self) -> Result<bool, StoreError> {
        // Overwritten rows lie in the tables until they are vacuumed.
        let sql = "vacuum vault_keys, vault_values, vault_files, vault_rows, units, users";
        self.alone(|session| session.run_script(sql).map_err(refused("vacuum its tables")))?;
        Ok(true)
    }
}

/// A transaction seen through the trait.
struct PostgresTx<'a> {
    session: &'a Session,
    waiting: RefCell<Vec<Waiting>>,
}

impl<'a> PostgresTx<'a> {
    fn on(session: &'a Session) -> Self {
        Self { session, waiting: RefCell::default() }
    }

    fn ask(&self, sql: &str, values: &[Cell], wanted: Wanted) -> Result<Answer, StoreError> {
        let answer = self.session.send(self.waiting.take(), Some((sql, values, wanted)))?;
        Ok(answer.expect("a statement that is asked for is answered"))
    }
}

impl Tx for PostgresTx<'_> {
    fn execute(&self, sql: &str, values: &[Cell]) -> Result<u64, StoreError> {
        match self.ask(sql, values, Wanted::Touched)? {
            Answer::Touched(touched) => Ok(touched),
            Answer::Rows(_) => unreachable!("a count was wanted"),
        }
    }

    fn send(&self, sql: &str, values: &[Cell], none: Option<StoreError>) -> Result<(), StoreError> {
        let values = values.iter().copied().map(Owned::of).collect();
        let is_full = {
            let mut waiting = self.waiting.borrow_mut();
            waiting.push(Waiting { sql: sql.to_owned(), values, none });
            waiting.len() >= WAITING_MAX
        };
        if is_full { self.settle() } else { Ok(()) }
    }

    fn settle(&self) -> Result<(), StoreError> {
        let waiting = self.waiting.take();
        if waiting.is_empty() { Ok(()) } else { self.session.send(waiting, None).map(|_| ()) }
    }

    fn each(
        &self,
        sql: &str,
        values: &[Cell],
        each: &mut dyn FnMut(&dyn Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        match self.ask(sql, values, Wanted::Rows)? {
            Answer::Rows(rows) => rows.iter().try_for_each(|row| each(&PostgresRow(row))),
            Answer::Touched(_) => unreachable!("rows were wanted"),
        }
    }

    fn each_of(
        &self,
        sql: &str,
        sets: &[Vec<Cell>],
        each: &mut dyn FnMut(usize, &dyn Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.settle()?;
        for (part, sets) in sets.chunks(WAITING_MAX).enumerate() {
            for (place, rows) in self.session.ask_all(sql, sets)?.iter().enumerate() {
                rows.iter().try_for_each(|row| each(part * WAITING_MAX + place, &PostgresRow(row)))?;
            }
        }
        Ok(())
    }

    fn run_script(&self, sql: &str) -> Result<(), StoreError> {
        self.settle()?;
        self.session.run_script(sql).map_err(refused("run a migration"))
    }

    fn lock_rows(&self, sql: &str, values: &[Cell]) -> Result<(), StoreError> {
        self.ask(&format!("{sql} for update"), values, Wanted::Rows).map(|_| ())
    }

    fn lock_tables(&self) -> Result<(), StoreError> {
        self.run_script(&format!("select pg_advisory_xact_lock({TABLES_LOCK})"))
    }
}

struct PostgresRow<'a>(&'a tokio_postgres::Row);

impl Row for PostgresRow<'_> {
    fn cell(&self, column: usize) -> Result<Cell<'_>, StoreError> {
        let cannot = |cause: String| StoreError::Database { action: format!("read column {column}"), cause };
        let described = self.0.columns().get(column).ok_or_else(|| cannot("there is none".into()))?;
        let found = match *described.type_() {
            Type::INT8 => self.0.try_get::<_, Option<i64>>(column).map(|value| value.map(Cell::Integer)),
            Type::TEXT => self.0.try_get::<_, Option<&str>>(column).map(|value| value.map(Cell::Text)),
            Type::BYTEA => self.0.try_get::<_, Option<&[u8]>>(column).map(|value| value.map(Cell::Bytes)),
            ref other => return Err(cannot(format!("`{other}` has no place in the store"))),
        };
        Ok(found.map_err(|error| cannot(error.to_string()))?.unwrap_or(Cell::Null))
    }

    fn columns(&self) -> usize {
        self.0.columns().len()
    }
}
