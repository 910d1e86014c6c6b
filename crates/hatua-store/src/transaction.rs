//! A programme inside one transaction. [`ReadTx`] has the readers, [`WriteTx`] what writes besides; what each can do
//! stands in the modules of the things themselves (`ledger`, `records`, `vault`, …).

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;
use std::rc::Rc;

use hatua_core::access::Scope;
use hatua_core::id::{PartnerCode, ProgrammeId, RecordId};
use tlog_tiles::Hash;

use crate::driver::{Cell, Tx};
use crate::error::StoreError;
use crate::keyring::ProgrammeKeys;
use crate::log;
use crate::seal::Entropy;
use crate::vault::{Holder, HolderKey};

/// One consistent state of one programme.
pub struct ReadTx<'a> {
    pub(crate) tx: &'a dyn Tx,
    pub(crate) programme: &'a ProgrammeId,
}

/// An act in the making: reads what it has written itself, and is kept as a whole or not at all.
pub struct WriteTx<'a> {
    reader: ReadTx<'a>,
    pub(crate) keys: &'a ProgrammeKeys,
    pub(crate) entropy: &'a mut dyn Entropy,
    /// The log's size when the act began.
    begun_at: u64,
    /// The leaves that the act appends.
    pub(crate) leaves: Vec<Hash>,
    pub(crate) has_erased: bool,
    /// The keys that were found or made in this act.
    pub(crate) holder_keys: BTreeMap<Holder, Rc<HolderKey>>,
    /// Records of this act that have no personal part yet.
    pub(crate) new_records: BTreeSet<RecordId>,
}

impl<'a> ReadTx<'a> {
    pub(crate) fn over(tx: &'a dyn Tx, programme: &'a ProgrammeId) -> Self {
        Self { tx, programme }
    }

    /// The programme as a value to bind: the first parameter of every statement.
    pub(crate) fn id(&self) -> Cell<'a> {
        Cell::Text(self.programme.as_str())
    }

    /// Whether something of this partner and country may be seen in this scope.
    pub(crate) fn is_in_scope(&self, scope: &Scope, partner: &PartnerCode, country: Option<&str>) -> bool {
        scope.programme == *self.programme && scope.holds(partner, country)
    }
}

impl<'a> WriteTx<'a> {
    pub(crate) fn begin(
        tx: &'a dyn Tx,
        programme: &'a ProgrammeId,
        keys: &'a ProgrammeKeys,
        entropy: &'a mut dyn Entropy,
    ) -> Result<Self, StoreError> {
        let reader = ReadTx::over(tx, programme);
        // The programme's row stands for its log's tail: who holds it is the only one who appends.
        tx.lock_rows("select origin from programmes where programme = $1", &[reader.id()])?;
        let begun_at = log::checked_size(&reader)?;
        Ok(Self {
            reader,
            keys,
            entropy,
            begun_at,
            leaves: Vec::new(),
            has_erased: false,
            holder_keys: BTreeMap::new(),
            new_records: BTreeSet::new(),
        })
    }

    /// The random source of this act, for the ids that it gives.
    pub fn entropy(&mut self) -> &mut dyn Entropy {
        self.entropy
    }

    /// The index of the next entry.
    pub(crate) fn next_sequence(&self) -> u64 {
        self.begun_at + self.leaves.len() as u64
    }

    /// Adds the leaves to the tree and signs its head; tells whether something was erased.
    pub(crate) fn finish(self) -> Result<bool, StoreError> {
        // What is wrong with an act is said as such, before its entries are hashed.
        self.tx.settle()?;
        if !self.leaves.is_empty() {
            log::add_leaves(self.tx, self.programme, self.begun_at, &self.leaves)?;
            log::sign_head(self.tx, self.programme, self.keys, self.next_sequence())?;
        }
        Ok(self.has_erased)
    }
}

impl<'a> Deref for WriteTx<'a> {
    type Target = ReadTx<'a>;

    fn deref(&self) -> &ReadTx<'a> {
        &self.reader
    }
}
