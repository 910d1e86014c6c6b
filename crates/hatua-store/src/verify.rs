//! Checks the log against itself: every entry is hashed again and compared with the stored hashes, the signed heads,
//! an older head that somebody kept, and, where the keys are at hand, the vault. It computes the tree by a way of its
//! own, so that a slip in the writing code can't hide itself. It says where the damage is and changes nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use hatua_core::ledger::{Act, Entry};
use tlog_tiles::{EMPTY_HASH, Hash, node_hash, record_hash, stored_hash_count, stored_hash_index};

use crate::driver::{Cell, Row, all, one, signed, unsigned};
use crate::error::StoreError;
use crate::keyring::ProgrammeKeys;
use crate::log::hash_of;
use crate::proof::{check_checkpoint, read_checkpoint};
use crate::transaction::ReadTx;

/// Entries held in memory at once.
const PAGE_ENTRIES: u64 = 1_000;

/// What a check of the log has found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifyReport {
    /// How many entries there are.
    pub size: u64,
    /// The root of the tree over them, in base64.
    pub root: String,
    /// Signed heads that were compared.
    pub heads: u64,
    /// Parts of the vault that were compared with their entries; absent where the keys were not at hand.
    pub vault: Option<VaultCheck>,
    /// What is wrong; empty when all is well.
    pub findings: Vec<LogFinding>,
}

/// How much of the vault could be compared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct VaultCheck {
    /// Parts and files that are what their entries say.
    pub matching: u64,
    /// Parts and files whose key was destroyed: nothing can be said of them any more, and nothing is wrong.
    pub erased: u64,
}

/// One thing that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogFinding {
    /// The entry; absent where a head or the whole log is meant.
    pub sequence: Option<u64>,
    /// What is wrong with it.
    pub what: LogProblem,
}

/// What can be wrong with a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LogProblem {
    /// The entry's bytes are not those that were hashed when it was appended.
    Changed,
    /// The entries from here up to this one are gone.
    Missing {
        /// The last one that is gone.
        through: u64,
    },
    /// The entry is in the place of another one.
    Misplaced {
        /// The place that the entry itself says.
        says: u64,
    },
    /// The entry was added behind the newest signed head.
    Unsigned,
    /// The entry can't be read, or is not in canonical form.
    Unreadable(String),
    /// The columns beside the entry do not say what the entry says.
    Mislabelled,
    /// A stored hash over the entries up to this one is not the one computed from them, or is gone.
    HashDiffers {
        /// The level of the tree: 0 is the entry itself.
        level: u8,
    },
    /// A head is not signed by the log's key, or not a head of this log.
    BadHead {
        /// The size for which it is kept; absent for the older head that was given.
        size: Option<u64>,
        /// Why.
        cause: String,
    },
    /// The entries do not give the root of a signed head.
    HeadDiffers {
        /// The head's size.
        size: u64,
        /// The next smaller head that agrees: the change lies at or after it.
        agrees_at: u64,
    },
    /// The log is shorter than a head that was signed.
    Truncated {
        /// The head's size.
        size: u64,
    },
    /// There is no signed head.
    NoHead,
    /// The vault's part of the entry is not the one whose hash the entry holds.
    VaultDiffers(String),
}

impl fmt::Display for LogFinding {
    /// `entry 4: its bytes are not those that were appended`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.sequence {
            Some(sequence) => write!(f, "entry {sequence}: {}", self.what),
            None => write!(f, "log: {}", self.what),
        }
    }
}

impl LogProblem {
    /// The word for programs.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Changed => "entry_changed",
            Self::Missing { .. } => "entry_missing",
            Self::Misplaced { .. } => "entry_misplaced",
            Self::Unsigned => "entry_unsigned",
            Self::Unreadable(_) => "entry_unreadable",
            Self::Mislabelled => "entry_mislabelled",
            Self::HashDiffers { .. } => "hash_differs",
            Self::BadHead { .. } => "head_invalid",
            Self::HeadDiffers { .. } => "head_differs",
            Self::Truncated { .. } => "log_truncated",
            Self::NoHead => "head_missing",
            Self::VaultDiffers(_) => "vault_differs",
        }
    }
}

impl fmt::Display for LogProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Changed => write!(f, "its bytes are not those that were appended"),
            Self::Missing { through } => write!(f, "missing, through entry {through}"),
            Self::Misplaced { says } => write!(f, "this is entry {says}, in the wrong place"),
            Self::Unsigned => write!(f, "no signed head covers it"),
            Self::Unreadable(cause) => write!(f, "can't be read: {cause}"),
            Self::Mislabelled => write!(f, "time or kind beside it are not its own"),
            Self::HashDiffers { level } => {
                write!(f, "the stored hash over it (level {level}) is not the computed one")
            }
            Self::BadHead { size: Some(size), cause } => {
                write!(f, "the head of size {size} is not valid: {cause}")
            }
            Self::BadHead { size: None, cause } => write!(f, "the older checkpoint is not valid: {cause}"),
            Self::HeadDiffers { size, agrees_at } => {
                write!(
                    f,
                    "the log is not the one whose head was signed at size {size}; it agrees up to size {agrees_at}"
                )
            }
            Self::Truncated { size } => write!(f, "the log is shorter than a head signed at size {size}"),
            Self::NoHead => write!(f, "the log has no signed head"),
            Self::VaultDiffers(cause) => {
                write!(f, "the vault's part is not the one that was recorded: {cause}")
            }
        }
    }
}

/// An entry as it is stored, nothing of it believed.
struct Stored {
    sequence: u64,
    at_micros: i64,
    kind: String,
    bytes: Vec<u8>,
}

/// A head whose signature holds.
struct Head {
    size: u64,
    root: Hash,
    /// Whether it was handed in from outside, not read from the database.
    is_given: bool,
}

/// The tree so far: the roots of its perfect parts, the largest first.
#[derive(Default)]
struct Frontier {
    size: u64,
    parts: Vec<(u8, Hash)>,
}

impl Frontier {
    /// Adds a leaf and hands over each node that it completes, with its place in the dense order.
    fn add(&mut self, leaf: Hash, mut completed: impl FnMut(u64, u8, Hash)) {
        let (mut level, mut hash) = (0, leaf);
        completed(stored_hash_index(0, self.size), 0, hash);
        while let Some((_, left)) = self.parts.pop_if(|(left_level, _)| *left_level == level) {
            level += 1;
            hash = node_hash(left, hash);
            completed(stored_hash_index(level, self.size >> level), level, hash);
        }
        self.parts.push((level, hash));
        self.size += 1;
    }

    fn root(&self) -> Hash {
        let mut parts = self.parts.iter().rev().map(|(_, hash)| *hash);
        let Some(last) = parts.next() else { return EMPTY_HASH };
        parts.fold(last, |right, left| node_hash(left, right))
    }
}

/// The roots of the tree over the first entries, in base64, for each size that is asked for and reached. It needs nothing but
/// the entries' bytes.
pub fn roots_at<'e>(entries: impl Iterator<Item = &'e [u8]>, sizes: &BTreeSet<u64>) -> BTreeMap<u64, String> {
    let (mut tree, mut roots) = (Frontier::default(), BTreeMap::new());
    let mut note = |tree: &Frontier| {
        if sizes.contains(&tree.size) {
            roots.insert(tree.size, tree.root().to_string());
        }
    };
    note(&tree);
    for entry in entries {
        tree.add(record_hash(entry), |_, _, _| ());
        note(&tree);
    }
    roots
}

/// The check under way.
struct Check<'a> {
    reader: &'a ReadTx<'a>,
    keys: Option<&'a ProgrammeKeys>,
    heads: Vec<Head>,
    next_head: usize,
    agrees_at: u64,
    tree: Frontier,
    vault: VaultCheck,
    findings: Vec<LogFinding>,
}

impl ReadTx<'_> {
    /// Checks the whole log; with `keys`, also the signatures against them and the vault against the entries; with
    /// `since`, also that the log is a continuation of that older checkpoint.
    ///
    /// # Errors
    /// When the database can't be read. What is wrong with the log is not an error: it is in the report.
    pub fn verify(
        &self,
        keys: Option<&ProgrammeKeys>,
        since: Option<&str>,
    ) -> Result<VerifyReport, StoreError> {
        let mut check = Check {
            reader: self,
            keys,
            heads: Vec::new(),
            next_head: 0,
            agrees_at: 0,
            tree: Frontier::default(),
            vault: VaultCheck::default(),
            findings: Vec::new(),
        };
        if let Some(note) = since {
            read_checkpoint(note).map_err(|error| StoreError::NotACheckpoint { cause: error.to_string() })?;
        }
        check.read_heads(since)?;
        let size = check.size_to_compare()?;
        check.compare_heads();
        while check.tree.size < size {
            check.compare_page(size)?;
        }
        check.compare_end();
        Ok(VerifyReport {
            size,
            root: check.tree.root().to_string(),
            heads: check.next_head as u64,
            vault: keys.map(|_| check.vault),
            findings: check.findings,
        })
    }

    fn stored(&self, from: u64, to: u64) -> Result<Vec<Stored>, StoreError> {
        let sql = "select sequence, at_micros, kind, bytes from entries
                   where programme = $1 and sequence >= $2 and sequence < $3 order by sequence";
        let values = [self.id(), Cell::Integer(signed(from)), Cell::Integer(signed(to))];
        // Somebody may have put values of a wrong kind there: they are findings, not errors.
        all(self.tx, sql, &values, |row| {
            Ok(Stored {
                sequence: unsigned(row.integer(0)?)?,
                at_micros: row.integer(1).unwrap_or(i64::MIN),
                kind: row.text(2).unwrap_or_default().to_owned(),
                bytes: row.bytes(3).unwrap_or_default().to_vec(),
            })
        })
    }

    /// The stored nodes that the entries from `from` up to but without `to` complete, by their place.
    fn stored_hashes(&self, from: u64, to: u64) -> Result<BTreeMap<u64, Hash>, StoreError> {
        let sql = "select position, hash from hashes
                   where programme = $1 and position >= $2 and position < $3 order by position";
        let (from, to) = (signed(stored_hash_index(0, from)), signed(stored_hash_count(to)));
        let make = |row: &dyn Row| {
            let hash = row.bytes(1).and_then(hash_of).ok();
            Ok(hash.zip(row.integer(0).ok().and_then(|position| u64::try_from(position).ok())))
        };
        let found = all(self.tx, sql, &[self.id(), Cell::Integer(from), Cell::Integer(to)], make)?;
        Ok(found.into_iter().flatten().map(|(hash, position)| (position, hash)).collect())
    }
}

impl Check<'_> {
    fn find(&mut self, sequence: Option<u64>, what: LogProblem) {
        self.findings.push(LogFinding { sequence, what });
    }

    /// Reads the heads whose signature holds, by size; names the others.
    fn read_heads(&mut self, since: Option<&str>) -> Result<(), StoreError> {
        let key = match self.keys {
            Some(keys) => keys.verifier_key(),
            None => self.reader.verifier_key()?,
        };
        let stored = self.reader.heads()?.into_iter().map(|(size, note)| (Some(size), note));
        let given = since.map(|note| (None, note.to_owned()));
        for (size, note) in stored.chain(given) {
            match check_checkpoint(&note, &key) {
                Ok(head) if size.is_none_or(|size| size == head.size()) => {
                    self.heads.push(Head { size: head.size(), root: *head.hash(), is_given: size.is_none() });
                }
                Ok(head) => {
                    let cause = format!("it is the head of size {}", head.size());
                    self.find(None, LogProblem::BadHead { size, cause });
                }
                Err(error) => self.find(None, LogProblem::BadHead { size, cause: error.to_string() }),
            }
        }
        self.heads.sort_by_key(|head| head.size);
        Ok(())
    }

    /// How far there is anything to compare. An entry that somebody put far behind the end is a finding, and must not make
    /// the check walk there.
    fn size_to_compare(&mut self) -> Result<u64, StoreError> {
        let size = self.reader.ledger_size()?;
        let sql = "select count(*) from entries where programme = $1";
        let entries =
            one(self.reader.tx, sql, &[self.reader.id()], |row| unsigned(row.integer(0)?))?.unwrap_or(0);
        let signed = self.heads.iter().rev().find(|head| !head.is_given).map_or(0, |head| head.size);
        let reachable = size.min(entries.max(signed));
        if reachable < size {
            self.find(Some(size - 1), LogProblem::Unsigned);
        }
        Ok(reachable)
    }

    /// Compares the heads of the tree's size. Once a stored head differs, all later ones do: the first one is named.
    fn compare_heads(&mut self) {
        while let Some(head) = self.heads.get(self.next_head).filter(|head| head.size == self.tree.size) {
            let (size, is_given) = (head.size, head.is_given);
            if head.root == self.tree.root() {
                self.agrees_at = size;
            } else if is_given
                || !self.findings.iter().any(|found| matches!(found.what, LogProblem::HeadDiffers { .. }))
            {
                self.find(None, LogProblem::HeadDiffers { size, agrees_at: self.agrees_at });
            }
            self.next_head += 1;
        }
    }

    fn compare_page(&mut self, size: u64) -> Result<(), StoreError> {
        let from = self.tree.size;
        let to = size.min(from + PAGE_ENTRIES);
        let hashes = self.reader.stored_hashes(from, to)?;
        let mut entries = self.reader.stored(from, to)?.into_iter().peekable();
        for sequence in from..to {
            let recorded = hashes.get(&stored_hash_index(0, sequence)).copied();
            let leaf = match entries.next_if(|entry| entry.sequence == sequence) {
                Some(entry) => self.compare_entry(&entry, recorded)?,
                None => self.miss_entry(sequence, recorded),
            };
            self.add_leaf(sequence, leaf, &hashes);
            self.compare_heads();
        }
        Ok(())
    }

    /// Compares an entry with its stored hash and gives the leaf to go on with: that of the entry that was appended, so
    /// that one changed entry is one finding and the rest of the tree can still be compared.
    fn compare_entry(&mut self, stored: &Stored, recorded: Option<Hash>) -> Result<Hash, StoreError> {
        let sequence = Some(stored.sequence);
        let leaf = record_hash(&stored.bytes);
        let is_changed = recorded.is_some_and(|recorded| recorded != leaf);
        match Entry::from_bytes(&stored.bytes) {
            Ok(entry) if entry.sequence != stored.sequence => {
                self.find(sequence, LogProblem::Misplaced { says: entry.sequence });
            }
            _ if is_changed => self.find(sequence, LogProblem::Changed),
            Err(error) => self.find(sequence, LogProblem::Unreadable(error.to_string())),
            Ok(entry) if !entry.to_bytes().is_ok_and(|bytes| bytes == stored.bytes) => {
                self.find(sequence, LogProblem::Unreadable("it is not in canonical form".into()));
            }
            Ok(entry) => {
                if entry.at.as_microsecond() != stored.at_micros || entry.act.kind() != stored.kind {
                    self.find(sequence, LogProblem::Mislabelled);
                }
                self.compare_vault(&entry)?;
            }
        }
        Ok(recorded.unwrap_or(leaf))
    }

    fn miss_entry(&mut self, sequence: u64, recorded: Option<Hash>) -> Hash {
        match self.findings.last_mut() {
            Some(LogFinding { what: LogProblem::Missing { through }, .. }) if *through + 1 == sequence => {
                *through = sequence;
            }
            _ => self.find(Some(sequence), LogProblem::Missing { through: sequence }),
        }
        recorded.unwrap_or(EMPTY_HASH)
    }

    /// Adds the leaf to the tree and compares each node that it completes. Where a node under it was named already, the
    /// ones above it are not.
    fn add_leaf(&mut self, sequence: u64, leaf: Hash, hashes: &BTreeMap<u64, Hash>) {
        let mut differing = Vec::new();
        self.tree.add(leaf, |position, level, hash| {
            if hashes.get(&position) != Some(&hash) {
                differing.push(level);
            }
        });
        for level in differing {
            let first = (sequence >> level) << level;
            let is_named = self.findings.iter().any(|found| {
                matches!(found.what, LogProblem::HashDiffers { .. } | LogProblem::Missing { .. })
                    && found.sequence.is_some_and(|named| (first..=sequence).contains(&named))
            });
            if !is_named {
                self.find(Some(sequence), LogProblem::HashDiffers { level });
            }
        }
    }

    fn compare_vault(&mut self, entry: &Entry) -> Result<(), StoreError> {
        let Some(keys) = self.keys else { return Ok(()) };
        let is_matching = match &entry.act {
            Act::RecordImported(record) | Act::RecordChanged(record) => match &record.vault_hash {
                Some(hash) => self.reader.check_part(record.record, hash, keys),
                None => return Ok(()),
            },
            Act::FileReceived { file, salted_hash, .. } | Act::DocumentReceived { file, salted_hash, .. } => {
                self.reader.check_file(*file, salted_hash, keys)
            }
            Act::ProgrammeLoaded { .. }
            | Act::UserAdded { .. }
            | Act::UserRecovered { .. }
            | Act::ReleaseDrafted { .. }
            | Act::ReleaseReviewed { .. }
            | Act::ReleaseBundled { .. }
            | Act::RowKeptAside { .. }
            | Act::RowTakenIn { .. }
            | Act::RecordVerified { .. }
            | Act::RecordReturned { .. }
            | Act::RecordWithdrawn { .. }
            | Act::ReportReceived { .. }
            | Act::UnitsDecided { .. }
            | Act::DecisionUndone { .. }
            | Act::ReleaseSigned { .. }
            | Act::ReleaseIssued(_) => return Ok(()),
        };
        let differs = |cause: String| LogProblem::VaultDiffers(cause);
        match is_matching {
            Ok(true) => self.vault.matching += 1,
            Ok(false) => self.find(Some(entry.sequence), differs("it has another hash, or is gone".into())),
            Err(StoreError::Erased { .. }) => self.vault.erased += 1,
            Err(error @ (StoreError::DoesNotOpen { .. } | StoreError::Damaged { .. })) => {
                self.find(Some(entry.sequence), differs(error.to_string()));
            }
            Err(error) => return Err(error),
        }
        Ok(())
    }

    /// What only the end shows: entries that no head covers, and heads that no entries reach.
    fn compare_end(&mut self) {
        let size = self.tree.size;
        let mut beyond: Vec<u64> = self.heads[self.next_head..].iter().map(|head| head.size).collect();
        beyond.dedup();
        for head_size in beyond {
            self.find(Some(size), LogProblem::Truncated { size: head_size });
        }
        match self.heads.iter().rev().find(|head| !head.is_given).map(|head| head.size) {
            None => self.find(None, LogProblem::NoHead),
            Some(signed) if signed < size => self.find(Some(signed), LogProblem::Unsigned),
            Some(_) => {}
        }
    }
}
