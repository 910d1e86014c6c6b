//! What the store needs of a database, and no more: a transaction that runs one text of SQL on every backend. The
//! traits know no table. Texts number their parameters `$1..$n` in the order of first appearance and use four kinds of
//! value: nothing, whole numbers, text, bytes.

use crate::error::StoreError;

/// One value that is bound to a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell<'a> {
    /// No value.
    Null,
    /// A whole number.
    Integer(i64),
    /// Text.
    Text(&'a str),
    /// Bytes.
    Bytes(&'a [u8]),
}

impl From<i64> for Cell<'_> {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a [u8]> for Cell<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Self::Bytes(bytes)
    }
}

impl<'a> From<Option<&'a str>> for Cell<'a> {
    fn from(text: Option<&'a str>) -> Self {
        text.map_or(Self::Null, Self::Text)
    }
}

/// One row of an answer; columns are numbered from 0.
pub trait Row {
    /// The value, of whichever kind.
    ///
    /// # Errors
    /// When there is no such column, or its value is of none of the four kinds.
    fn cell(&self, column: usize) -> Result<Cell<'_>, StoreError>;

    /// How many columns there are.
    fn columns(&self) -> usize;

    /// A whole number.
    ///
    /// # Errors
    /// When the value is of another kind.
    fn integer(&self, column: usize) -> Result<i64, StoreError> {
        match self.cell(column)? {
            Cell::Integer(number) => Ok(number),
            other => Err(wrong_kind(column, "a whole number", other)),
        }
    }

    /// A text.
    ///
    /// # Errors
    /// When the value is of another kind.
    fn text(&self, column: usize) -> Result<&str, StoreError> {
        match self.cell(column)? {
            Cell::Text(text) => Ok(text),
            other => Err(wrong_kind(column, "a text", other)),
        }
    }

    /// Bytes.
    ///
    /// # Errors
    /// When the value is of another kind.
    fn bytes(&self, column: usize) -> Result<&[u8], StoreError> {
        match self.cell(column)? {
            Cell::Bytes(bytes) => Ok(bytes),
            other => Err(wrong_kind(column, "bytes", other)),
        }
    }

    /// A text, where there is one.
    ///
    /// # Errors
    /// When the value is of another kind.
    fn optional_text(&self, column: usize) -> Result<Option<&str>, StoreError> {
        if self.cell(column)? == Cell::Null { Ok(None) } else { self.text(column).map(Some) }
    }
}

fn wrong_kind(column: usize, expected: &str, found: Cell) -> StoreError {
    let found = match found {
        Cell::Null => "nothing",
        Cell::Integer(_) => "a whole number",
        Cell::Text(_) => "a text",
        Cell::Bytes(_) => "bytes",
    };
    StoreError::damaged(format!("column {column} of an answer holds {found} where {expected} belongs"))
}

/// An open transaction: a consistent snapshot and, in a writing one, what was written in it.
pub trait Tx {
    /// Runs a statement and tells how many rows it touched.
    ///
    /// # Errors
    /// When the database refuses it.
    fn execute(&self, sql: &str, values: &[Cell]) -> Result<u64, StoreError>;

    /// Runs a statement whose outcome need not be known now: a database beyond a network sends it with the next one that
    /// is waited for. An error is then said by that one, or by the commit. Where the statement touches no row, `none` is
    /// the error, if there is one.
    ///
    /// # Errors
    /// When the database refuses this statement, or one that was sent before.
    fn send(&self, sql: &str, values: &[Cell], none: Option<StoreError>) -> Result<(), StoreError>;

    /// Waits for the outcome of all that was sent.
    ///
    /// # Errors
    /// When the database refused a statement, or one touched no row that had to.
    fn settle(&self) -> Result<(), StoreError>;

    /// Runs a query and hands over its rows one after the other.
    ///
    /// # Errors
    /// When the database refuses it, or `each` fails.
    fn each(
        &self,
        sql: &str,
        values: &[Cell],
        each: &mut dyn FnMut(&dyn Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError>;

    /// Runs a query once for each set of values and hands over its rows with the place of their set. A database beyond a
    /// network is asked for all of them in one go.
    ///
    /// # Errors
    /// When the database refuses it, or `each` fails.
    fn each_of(
        &self,
        sql: &str,
        sets: &[Vec<Cell>],
        each: &mut dyn FnMut(usize, &dyn Row) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        for (place, set) in sets.iter().enumerate() {
            self.each(sql, set, &mut |row| each(place, row))?;
        }
        Ok(())
    }

    /// Runs the statements of a migration.
    ///
    /// # Errors
    /// When the database refuses one.
    fn run_script(&self, sql: &str) -> Result<(), StoreError>;

    /// Keeps other transactions from locking the rows of this query until this one has ended; waits for one that has them.
    /// A database in which one transaction writes at a time has nothing to do.
    ///
    /// # Errors
    /// When the database refuses.
    fn lock_rows(&self, sql: &str, values: &[Cell]) -> Result<(), StoreError>;

    /// The same for the making of tables.
    ///
    /// # Errors
    /// When the database refuses.
    fn lock_tables(&self) -> Result<(), StoreError>;
}

/// How a writing transaction ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// All of it is kept.
    Commit,
    /// None of it is kept.
    Discard,
}

/// A database. Reading transactions run beside writing ones; those that write one log take turns.
pub trait Driver: Send + Sync {
    /// The dialect's word, as in the names of migrations for one backend only (`0002_append_only.sqlite.sql`).
    fn dialect(&self) -> &'static str;

    /// Runs `work` in a writing transaction. When `work` panics, nothing is kept.
    ///
    /// # Errors
    /// When the transaction can't begin or commit; then nothing is kept.
    fn write(&self, work: &mut dyn FnMut(&dyn Tx) -> Ending) -> Result<(), StoreError>;

    /// Runs `work` on a consistent snapshot.
    ///
    /// # Errors
    /// When the transaction can't begin.
    fn read(&self, work: &mut dyn FnMut(&dyn Tx)) -> Result<(), StoreError>;

    /// Empties the journal, so that what an erasure has overwritten remains nowhere; tells whether it could. A reader may
    /// still need what is in it: then this is tried again after the next act.
    ///
    /// # Errors
    /// When the database refuses.
    fn empty_journal(&self) -> Result<bool, StoreError>;
}

/// All rows of a query, each made into a value.
pub(crate) fn all<T>(
    tx: &dyn Tx,
    sql: &str,
    values: &[Cell],
    make: impl Fn(&dyn Row) -> Result<T, StoreError>,
) -> Result<Vec<T>, StoreError> {
    let mut found = Vec::new();
    tx.each(sql, values, &mut |row| {
        found.push(make(row)?);
        Ok(())
    })?;
    Ok(found)
}

/// The only row of a query, if there is one.
pub(crate) fn one<T>(
    tx: &dyn Tx,
    sql: &str,
    values: &[Cell],
    make: impl Fn(&dyn Row) -> Result<T, StoreError>,
) -> Result<Option<T>, StoreError> {
    let mut found = all(tx, sql, values, make)?;
    assert!(found.len() <= 1, "a query for one row finds one row at most");
    Ok(found.pop())
}

/// For each set of values the only row of a query, if there is one.
pub(crate) fn one_of_each<T>(
    tx: &dyn Tx,
    sql: &str,
    sets: &[Vec<Cell>],
    make: impl Fn(usize, &dyn Row) -> Result<T, StoreError>,
) -> Result<Vec<Option<T>>, StoreError> {
    let mut found: Vec<Option<T>> = sets.iter().map(|_| None).collect();
    tx.each_of(sql, sets, &mut |place, row| {
        let earlier = found[place].replace(make(place, row)?);
        assert!(earlier.is_none(), "a query for one row finds one row at most");
        Ok(())
    })?;
    Ok(found)
}

/// An id or a word that was stored as text.
pub(crate) fn parsed<T: std::str::FromStr>(text: &str) -> Result<T, StoreError> {
    text.parse()
        .map_err(|_| StoreError::damaged(format!("text `{text}` is not of the kind that belongs there")))
}

/// A count or a position, which databases keep with a sign.
pub(crate) fn unsigned(number: i64) -> Result<u64, StoreError> {
    u64::try_from(number).map_err(|_| StoreError::damaged(format!("number {number} is below zero")))
}

/// A count or a position as databases keep it.
pub(crate) fn signed(number: u64) -> i64 {
    i64::try_from(number).expect("a ledger has fewer than 2^63 entries")
}
