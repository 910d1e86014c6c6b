//! The ledger is checked, its signed head printed, an entry proved; what is derived from it is made again.

use hatua_store::{Difference, VerifyReport};

use crate::error::AppError;
use crate::folder::Acts;
use crate::permit::{KeepLedger, Permit};

impl Acts {
    /// Checks every entry, the tree over them, the signed head, and, given one, consistency with an older head.
    ///
    /// # Errors
    /// When the store can't be read at all; what is wrong with the ledger is in the report.
    pub fn verify_ledger(
        &self,
        _permit: &Permit<KeepLedger>,
        since: Option<&str>,
    ) -> Result<VerifyReport, AppError> {
        self.read(|tx| Ok(tx.verify(Some(self.keys()?), since)?))
    }

    /// The newest signed head: a C2SP `tlog-checkpoint` note.
    ///
    /// # Errors
    /// When the store fails.
    pub fn checkpoint(&self) -> Result<String, AppError> {
        self.read(|tx| Ok(tx.checkpoint()?))
    }

    /// The proof that an entry is in the log: a C2SP `tlog-proof`.
    ///
    /// # Errors
    /// When there is no such entry.
    pub fn prove(&self, sequence: u64) -> Result<String, AppError> {
        self.read(|tx| tx.prove(sequence)?.ok_or(AppError::NoEntry(sequence)))
    }

    /// Where the views differ from what the ledger gives.
    ///
    /// # Errors
    /// When the store fails.
    pub fn compare_views(&self, _permit: &Permit<KeepLedger>) -> Result<Vec<Difference>, AppError> {
        self.read(|tx| Ok(tx.compare_views()?))
    }

    /// Throws the views away and makes them again from the ledger.
    ///
    /// # Errors
    /// When the store fails: then the old views stay.
    pub fn rebuild_views(&self, _permit: &Permit<KeepLedger>) -> Result<(), AppError> {
        self.write(|tx, _| Ok(tx.rebuild_views()?))
    }
}
