//! One connection to a server, used from one thread at a time. Statements whose outcome nobody waits for are kept and
//! sent together with the next one that is waited for, so that an act takes few round trips, not one for each statement.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::Poll;

use tokio::runtime::Runtime;
use tokio_postgres::error::SqlState;
use tokio_postgres::types::private::BytesMut;
use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use tokio_postgres::{Client, NoTls, Row, Statement};

use super::batch::{Batch, Bound, gathered};
use super::server::{Server, sentence};
use crate::driver::Cell;
use crate::error::StoreError;

/// A connection with the statements that are prepared on it.
#[derive(Debug)]
pub(super) struct Session {
    client: Client,
    statements: RefCell<BTreeMap<String, Statement>>,
    /// Drives the connection while this thread waits for an answer.
    runtime: Option<Runtime>,
}

/// A statement that is sent later, with its values.
#[derive(Debug)]
pub(super) struct Waiting {
    pub(super) sql: String,
    pub(super) values: Vec<Owned>,
    /// What is wrong where it touches no row.
    pub(super) none: Option<StoreError>,
}

/// What the server says to a statement.
pub(super) enum Answer {
    Touched(u64),
    Rows(Vec<Row>),
}

/// A statement on its way: the text to name in an error, what is sent, its values, what is wanted.
type Asked<'a> = (&'a str, Statement, Bound<'a>, Wanted);

/// What is wanted of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    Touched,
    Rows,
}

impl Session {
    /// Connects and signs in.
    pub(super) fn open(server: &Server) -> Result<Self, StoreError> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let runtime = runtime.map_err(|error| unreachable(server, error.to_string()))?;
        let config = server.config();
        let connected = if server.wants_tls() {
            let tls = server.tls()?;
            runtime.block_on(async {
                let (client, connection) = config.connect(tls).await?;
                tokio::spawn(connection);
                Ok(client)
            })
        } else {
            runtime.block_on(async {
                let (client, connection) = config.connect(NoTls).await?;
                tokio::spawn(connection);
                Ok(client)
            })
        };
        let client = connected.map_err(|error| refused_to_connect(server, &error))?;
        let session = Self { client, statements: RefCell::default(), runtime: Some(runtime) };
        session
            .run_script(&format!("set search_path to {}", server.schema()))
            .map_err(refused("set its path"))?;
        session.check_encoding(server)?;
        Ok(session)
    }

    /// Names in Arabic need a database of Unicode.
    fn check_encoding(&self, server: &Server) -> Result<(), StoreError> {
        let rows = self.wait_for(self.client.query("show server_encoding", &[])).map_err(refused("open"))?;
        let encoding: &str = rows.first().and_then(|row| row.try_get(0).ok()).unwrap_or_default();
        if ["UTF8", "SQL_ASCII"].contains(&encoding) {
            return Ok(());
        }
        Err(StoreError::Encoding { server: server.to_string(), encoding: encoding.to_owned() })
    }

    fn wait_for<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.as_ref().expect("it is taken when the session is dropped").block_on(work)
    }

    /// Runs statements as they are.
    pub(super) fn run_script(&self, sql: &str) -> Result<(), tokio_postgres::Error> {
        self.wait_for(self.client.batch_execute(sql))
    }

    /// Sends the waiting statements and a last one in one go; gives the answer to the last one.
    ///
    /// # Errors
    /// That of the first statement that fails; all later ones fail with it.
    pub(super) fn send(
        &self,
        waiting: Vec<Waiting>,
        last: Option<(&str, &[Cell], Wanted)>,
    ) -> Result<Option<Answer>, StoreError> {
        let batches = gathered(waiting);
        let mut asked = Vec::with_capacity(batches.len() + 1);
        for batch in &batches {
            let statement = self.prepared(batch.sql())?;
            let statement = match batch {
                Batch::One(_) => statement,
                Batch::Rows { .. } => self.prepared(&batch.sent_sql(statement.params()))?,
            };
            asked.push((batch.sql(), statement, batch.bound(), Wanted::Touched));
        }
        if let Some((sql, values, wanted)) = last {
            asked.push((sql, self.prepared(sql)?, Bound::One(values.to_vec()), wanted));
        }
        let mut outcomes = self.answers(&asked)?;
        let answer_to_last = last.and_then(|_| outcomes.pop());
        drop(asked);
        for (batch, outcome) in batches.into_iter().zip(outcomes) {
            if let (Batch::One(Waiting { none: Some(none), .. }), Answer::Touched(0)) = (batch, outcome) {
                return Err(none);
            }
        }
        Ok(answer_to_last)
    }

    /// Asks one query for each set of values, all of them in one go.
    ///
    /// # Errors
    /// That of the first one that fails.
    pub(super) fn ask_all(&self, sql: &str, sets: &[Vec<Cell>]) -> Result<Vec<Vec<Row>>, StoreError> {
        let statement = self.prepared(sql)?;
        let bound: Vec<Bound> = sets.iter().map(|set| Bound::One(set.clone())).collect();
        let asked: Vec<Asked> =
            bound.into_iter().map(|bound| (sql, statement.clone(), bound, Wanted::Rows)).collect();
        let rows = |answer| match answer {
            Answer::Rows(rows) => rows,
            Answer::Touched(_) => unreachable!("rows were wanted"),
        };
        Ok(self.answers(&asked)?.into_iter().map(rows).collect())
    }

    /// The answers to statements that are sent in one go, in their order.
    fn answers(&self, asked: &[Asked]) -> Result<Vec<Answer>, StoreError> {
        let answers = self.wait_for(all_in_order(
            asked.iter().map(|(_, statement, bound, wanted)| ask(&self.client, statement, bound, *wanted)),
        ));
        answers.into_iter().zip(asked).map(|(answer, (sql, ..))| answer.map_err(refused(sql))).collect()
    }

    /// The statement, prepared once for each connection.
    fn prepared(&self, sql: &str) -> Result<Statement, StoreError> {
        let mut known = self.statements.borrow_mut();
        if let Some(statement) = known.get(sql) {
            return Ok(statement.clone());
        }
        let statement = self.wait_for(self.client.prepare(sql)).map_err(refused(sql))?;
        known.insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // The server sees the connection end. Waiting for it is not allowed everywhere: a session may be dropped by a
        // thread that does other work meanwhile.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

async fn ask(
    client: &Client,
    statement: &Statement,
    bound: &Bound<'_>,
    wanted: Wanted,
) -> Result<Answer, tokio_postgres::Error> {
    let values = bound.parameters();
    match wanted {
        Wanted::Touched => client.execute(statement, &values).await.map(Answer::Touched),
        Wanted::Rows => client.query(statement, &values).await.map(Answer::Rows),
    }
}

/// Begins all of them in order before it waits for the first: each one is sent when it begins.
async fn all_in_order<F: Future>(futures: impl Iterator<Item = F>) -> Vec<F::Output> {
    let mut begun: Vec<Pin<Box<F>>> = futures.map(Box::pin).collect();
    // A future that is done is not asked again.
    let early: Vec<Option<F::Output>> = poll_fn(|context| {
        let first_look = |future: &mut Pin<Box<F>>| match future.as_mut().poll(context) {
            Poll::Ready(output) => Some(output),
            Poll::Pending => None,
        };
        Poll::Ready(begun.iter_mut().map(first_look).collect())
    })
    .await;
    let mut outputs = Vec::with_capacity(begun.len());
    for (future, output) in begun.into_iter().zip(early) {
        outputs.push(match output {
            Some(output) => output,
            None => future.await,
        });
    }
    outputs
}

/// A value that outlives the call that gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Owned {
    Null,
    Integer(i64),
    Text(String),
    Bytes(Vec<u8>),
}

impl Owned {
    pub(super) fn of(cell: Cell) -> Self {
        match cell {
            Cell::Null => Self::Null,
            Cell::Integer(number) => Self::Integer(number),
            Cell::Text(text) => Self::Text(text.to_owned()),
            Cell::Bytes(bytes) => Self::Bytes(bytes.to_vec()),
        }
    }

    pub(super) fn as_cell(&self) -> Cell<'_> {
        match self {
            Self::Null => Cell::Null,
            Self::Integer(number) => Cell::Integer(*number),
            Self::Text(text) => Cell::Text(text),
            Self::Bytes(bytes) => Cell::Bytes(bytes),
        }
    }
}

impl ToSql for Cell<'_> {
    fn to_sql(
        &self,
        ty: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Integer(number) if *ty == Type::INT8 => number.to_sql(ty, out),
            Self::Text(text) if *ty == Type::TEXT => text.to_sql(ty, out),
            Self::Bytes(bytes) if *ty == Type::BYTEA => bytes.to_sql(ty, out),
            _ => Err(format!("a value of another kind stands where `{ty}` belongs").into()),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

/// Why the server could not be used at all, in words that say what to mend.
fn refused_to_connect(server: &Server, error: &tokio_postgres::Error) -> StoreError {
    let (server_name, cause) = (server.to_string(), sentence(error));
    match error.code() {
        Some(code)
            if [&SqlState::INVALID_PASSWORD, &SqlState::INVALID_AUTHORIZATION_SPECIFICATION]
                .contains(&code) =>
        {
            StoreError::LoginRefused { server: server_name, cause }
        }
        Some(code) if *code == SqlState::INVALID_CATALOG_NAME => {
            StoreError::NoDatabase { server: server_name, cause }
        }
        _ => unreachable(server, cause),
    }
}

fn unreachable(server: &Server, cause: String) -> StoreError {
    StoreError::Unreachable { server: server.to_string(), cause }
}

/// The error of a statement.
pub(super) fn refused(action: &str) -> impl Fn(tokio_postgres::Error) -> StoreError {
    move |error| {
        let action = action.split_whitespace().collect::<Vec<_>>().join(" ");
        StoreError::Database { action, cause: sentence(&error) }
    }
}
