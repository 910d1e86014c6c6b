//! The ledger as a transparency log: the hashes of its tree (RFC 9162, SHA-256), its signed heads (C2SP
//! `tlog-checkpoint`), and proofs that an entry is in it. It adds to the tree and reads it; checking what is stored
//! against the entries is `verify`'s.

use std::collections::BTreeMap;

use hatua_core::id::ProgrammeId;
use signed_note::Note;
use tlog_tiles::{
    Checkpoint, Hash, HashReader, prove_record, stored_hash_index, stored_hashes_for_record_hash, tree_hash,
};

use crate::driver::{Cell, Tx, all, one, signed, unsigned};
use crate::error::StoreError;
use crate::keyring::ProgrammeKeys;
use crate::proof;
use crate::transaction::ReadTx;

/// The stored nodes of a programme's tree, and those that are about to be stored.
struct Nodes<'a> {
    tx: &'a dyn Tx,
    programme: &'a ProgrammeId,
    fresh: BTreeMap<u64, Hash>,
}

impl HashReader for Nodes<'_> {
    fn read_hashes(&self, positions: &[u64]) -> Result<Vec<Hash>, tlog_tiles::Error> {
        let missing: Vec<u64> =
            positions.iter().copied().filter(|position| !self.fresh.contains_key(position)).collect();
        let hashes = self.stored_at(&missing).and_then(|stored| {
            let known = |position| self.fresh.get(position).or_else(|| stored.get(position)).copied();
            let read = |position| {
                known(position)
                    .ok_or_else(|| StoreError::damaged(format!("log has no hash at position {position}")))
            };
            positions.iter().map(read).collect::<Result<Vec<Hash>, StoreError>>()
        });
        hashes.map_err(|error| tlog_tiles::Error::InvalidInput(error.to_string()))
    }
}

impl<'a> Nodes<'a> {
    fn stored(tx: &'a dyn Tx, programme: &'a ProgrammeId) -> Self {
        Self { tx, programme, fresh: BTreeMap::new() }
    }

    /// The stored nodes among these, in one query: a tree of a million leaves needs twenty.
    fn stored_at(&self, positions: &[u64]) -> Result<BTreeMap<u64, Hash>, StoreError> {
        if positions.is_empty() {
            return Ok(BTreeMap::new());
        }
        let places: Vec<String> = (0..positions.len()).map(|index| format!("${}", index + 2)).collect();
        let sql = format!(
            "select position, hash from hashes where programme = $1 and position in ({})",
            places.join(", ")
        );
        let mut values = vec![Cell::Text(self.programme.as_str())];
        values.extend(positions.iter().map(|position| Cell::Integer(signed(*position))));
        let found =
            all(self.tx, &sql, &values, |row| Ok((unsigned(row.integer(0)?)?, hash_of(row.bytes(1)?)?)))?;
        Ok(found.into_iter().collect())
    }
}

fn tree_error(error: &tlog_tiles::Error) -> StoreError {
    StoreError::damaged(format!("tree can't be read: {error}"))
}

/// A hash from its stored bytes.
pub(crate) fn hash_of(bytes: &[u8]) -> Result<Hash, StoreError> {
    bytes.try_into().map(Hash).map_err(|_| StoreError::damaged("hash of the log is not of 32 bytes"))
}

/// Stores the nodes that these leaves complete.
pub(crate) fn add_leaves(
    tx: &dyn Tx,
    programme: &ProgrammeId,
    first: u64,
    leaves: &[Hash],
) -> Result<(), StoreError> {
    let mut nodes = Nodes::stored(tx, programme);
    for (sequence, leaf) in (first..).zip(leaves) {
        let completed = stored_hashes_for_record_hash(sequence, *leaf, &nodes).map_err(|e| tree_error(&e))?;
        for (position, hash) in (stored_hash_index(0, sequence)..).zip(completed) {
            tx.send(
                "insert into hashes (programme, position, hash) values ($1, $2, $3)",
                &[Cell::Text(programme.as_str()), Cell::Integer(signed(position)), Cell::Bytes(&hash.0)],
                None,
            )?;
            nodes.fresh.insert(position, hash);
        }
    }
    Ok(())
}

/// Signs the tree of this size and keeps the signed head.
pub(crate) fn sign_head(
    tx: &dyn Tx,
    programme: &ProgrammeId,
    keys: &ProgrammeKeys,
    size: u64,
) -> Result<(), StoreError> {
    let root = tree_hash(size, &Nodes::stored(tx, programme)).map_err(|e| tree_error(&e))?;
    let note = signed_checkpoint(keys, size, root);
    tx.send(
        "insert into heads (programme, size, note) values ($1, $2, $3)",
        &[Cell::Text(programme.as_str()), Cell::Integer(signed(size)), Cell::Text(&note)],
        None,
    )?;
    Ok(())
}

fn signed_checkpoint(keys: &ProgrammeKeys, size: u64, root: Hash) -> String {
    let head = Checkpoint::new(keys.origin(), size, root, "")
        .expect("an origin was checked when the keys were made");
    let mut note = Note::new(&head.to_bytes(), &[]).expect("a checkpoint is the text of a note");
    note.add_sigs(&[&keys.signer()]).expect("Ed25519 signs every text");
    String::from_utf8(note.to_bytes()).expect("a note is text")
}

/// The log's size, when the entries and the newest head agree on it and on the root.
pub(crate) fn checked_size(reader: &ReadTx) -> Result<u64, StoreError> {
    let size = reader.ledger_size()?;
    let head =
        proof::read_checkpoint(&reader.checkpoint()?).map_err(|e| StoreError::damaged(e.to_string()))?;
    if head.size() != size {
        return Err(StoreError::damaged(format!(
            "ledger has {size} entries, but its signed head covers {}",
            head.size()
        )));
    }
    let root = tree_hash(size, &Nodes::stored(reader.tx, reader.programme)).map_err(|e| tree_error(&e))?;
    if root != *head.hash() {
        return Err(StoreError::damaged(format!(
            "hashes of the log are not those of its signed head at size {size}"
        )));
    }
    Ok(size)
}

impl ReadTx<'_> {
    /// The newest signed head, a C2SP `tlog-checkpoint`.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn checkpoint(&self) -> Result<String, StoreError> {
        let sql = "select note from heads where programme = $1 order by size desc limit 1";
        one(self.tx, sql, &[self.id()], |row| Ok(row.text(0)?.to_owned()))?
            .ok_or_else(|| StoreError::damaged("log has no signed head"))
    }

    /// The head that was signed when the log had this size; nothing where none was signed just then.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn checkpoint_at(&self, size: u64) -> Result<Option<String>, StoreError> {
        let sql = "select note from heads where programme = $1 and size = $2";
        one(self.tx, sql, &[self.id(), Cell::Integer(signed(size))], |row| Ok(row.text(0)?.to_owned()))
    }

    /// The first signed head over an entry, with its size; nothing where the ledger is shorter.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn first_checkpoint_over(&self, sequence: u64) -> Result<Option<(u64, String)>, StoreError> {
        let sql = "select size, note from heads where programme = $1 and size > $2 order by size limit 1";
        one(self.tx, sql, &[self.id(), Cell::Integer(signed(sequence))], |row| {
            Ok((unsigned(row.integer(0)?)?, row.text(1)?.to_owned()))
        })
    }

    /// The public key with which the log's heads are checked (`origin+hash+key`), as the data folder remembers it.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn verifier_key(&self) -> Result<String, StoreError> {
        let sql = "select verifier_key from programmes where programme = $1";
        one(self.tx, sql, &[self.id()], |row| Ok(row.text(0)?.to_owned()))?
            .ok_or_else(|| StoreError::UnknownProgramme(self.programme.clone()))
    }

    /// A proof that the entry is in the log, a C2SP `tlog-proof`; nothing where the ledger is shorter.
    ///
    /// # Errors
    /// When a hash of the tree is missing.
    pub fn prove(&self, sequence: u64) -> Result<Option<String>, StoreError> {
        self.prove_under(sequence, &self.checkpoint()?)
    }

    /// The same under an older head of this log.
    ///
    /// # Errors
    /// When a hash of the tree is missing.
    pub fn prove_under(&self, sequence: u64, checkpoint: &str) -> Result<Option<String>, StoreError> {
        let head = proof::read_checkpoint(checkpoint).map_err(|e| StoreError::damaged(e.to_string()))?;
        if sequence >= head.size() {
            return Ok(None);
        }
        let nodes = Nodes::stored(self.tx, self.programme);
        let path = prove_record(head.size(), sequence, &nodes).map_err(|e| tree_error(&e))?;
        Ok(Some(proof::write_proof(sequence, &path, checkpoint)))
    }

    /// Every signed head, by size; an empty text where what is stored is none.
    pub(crate) fn heads(&self) -> Result<Vec<(u64, String)>, StoreError> {
        let sql = "select size, note from heads where programme = $1 order by size";
        all(self.tx, sql, &[self.id()], |row| {
            Ok((unsigned(row.integer(0)?)?, row.text(1).unwrap_or_default().to_owned()))
        })
    }
}
