//! The ledger: `append` is the only writer of facts, and entries are read back in order, each one checked against its
//! place and its canonical form.

use hatua_core::id::UserId;
use hatua_core::ledger::{Act, Entry};
use jiff::Timestamp;
use tlog_tiles::record_hash;

use crate::driver::{Cell, all, one, signed, unsigned};
use crate::error::StoreError;
use crate::transaction::{ReadTx, WriteTx};
use crate::views;

/// Entries held in memory at once while the ledger is read.
const PAGE_ENTRIES: u64 = 1_000;

impl WriteTx<'_> {
    /// Appends what somebody did. Instants are kept to the microsecond.
    ///
    /// # Errors
    /// When the act names something that is not there, or holds a number that JSON would round.
    pub fn append(&mut self, at: Timestamp, actor: UserId, act: Act) -> Result<Entry, StoreError> {
        let at = Timestamp::from_microsecond(at.as_microsecond())
            .expect("an instant stays one when it is rounded");
        let entry = Entry { sequence: self.next_sequence(), at, actor, act };
        let bytes = entry.to_bytes()?;
        self.tx.send(
            "insert into entries (programme, sequence, at_micros, kind, bytes) values ($1, $2, $3, $4, $5)",
            &[
                self.id(),
                Cell::Integer(signed(entry.sequence)),
                Cell::Integer(at.as_microsecond()),
                Cell::Text(entry.act.kind()),
                Cell::Bytes(&bytes),
            ],
            None,
        )?;
        views::apply(self.tx, self.programme, &entry)?;
        self.leaves.push(record_hash(&bytes));
        Ok(entry)
    }
}

impl ReadTx<'_> {
    /// How many entries the ledger has.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn ledger_size(&self) -> Result<u64, StoreError> {
        let sql = "select sequence from entries where programme = $1 order by sequence desc limit 1";
        let last = one(self.tx, sql, &[self.id()], |row| unsigned(row.integer(0)?))?;
        Ok(last.map_or(0, |last| last + 1))
    }

    /// Reads the entries from `from` up to but without `to`, in order. No more than a page of them is in memory at once.
    ///
    /// # Errors
    /// What `each` said; or when an entry is missing or misplaced.
    pub fn each_entry<E: From<StoreError>>(
        &self,
        from: u64,
        to: u64,
        each: &mut dyn FnMut(Entry) -> Result<(), E>,
    ) -> Result<(), E> {
        self.each_entry_bytes(from, to, &mut |sequence, bytes| each(read_entry(sequence, &bytes)?))
    }

    /// The same with each entry's number and bytes, as the log's tree hashes them.
    ///
    /// # Errors
    /// What `each` said; or when an entry is missing.
    pub fn each_entry_bytes<E: From<StoreError>>(
        &self,
        from: u64,
        to: u64,
        each: &mut dyn FnMut(u64, Vec<u8>) -> Result<(), E>,
    ) -> Result<(), E> {
        let to = to.min(self.ledger_size()?);
        let mut next = from;
        while next < to {
            let page_end = to.min(next + PAGE_ENTRIES);
            for (sequence, bytes) in self.stored_entries(next, page_end)? {
                if sequence != next {
                    return Err(StoreError::damaged(format!("ledger has no entry {next}")).into());
                }
                each(sequence, bytes)?;
                next += 1;
            }
            if next < page_end {
                return Err(StoreError::damaged(format!("ledger has no entry {next}")).into());
            }
        }
        Ok(())
    }

    /// One entry; nothing where the ledger is shorter.
    ///
    /// # Errors
    /// When the entry is misplaced.
    pub fn entry(&self, sequence: u64) -> Result<Option<Entry>, StoreError> {
        let found = self.entry_bytes(sequence)?;
        found.map(|bytes| read_entry(sequence, &bytes)).transpose()
    }

    /// The bytes of one entry, as the log's tree hashes them; nothing where the ledger is shorter.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn entry_bytes(&self, sequence: u64) -> Result<Option<Vec<u8>>, StoreError> {
        let sql = "select bytes from entries where programme = $1 and sequence = $2";
        one(self.tx, sql, &[self.id(), Cell::Integer(signed(sequence))], |row| Ok(row.bytes(0)?.to_vec()))
    }

    fn stored_entries(&self, from: u64, to: u64) -> Result<Vec<(u64, Vec<u8>)>, StoreError> {
        let sql = "select sequence, bytes from entries
                   where programme = $1 and sequence >= $2 and sequence < $3 order by sequence";
        let values = [self.id(), Cell::Integer(signed(from)), Cell::Integer(signed(to))];
        all(self.tx, sql, &values, |row| Ok((unsigned(row.integer(0)?)?, row.bytes(1)?.to_vec())))
    }
}

/// Reads an entry's bytes and asserts that they were written for this place. Whether they are the very bytes that were
/// written is what the log's tree shows (`verify`).
pub(crate) fn read_entry(sequence: u64, bytes: &[u8]) -> Result<Entry, StoreError> {
    let entry = Entry::from_bytes(bytes)?;
    if entry.sequence != sequence {
        return Err(StoreError::damaged(format!(
            "entry {sequence} says that it is entry {}",
            entry.sequence
        )));
    }
    Ok(entry)
}
