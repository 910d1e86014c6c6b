//! Issued releases: found in their view, read from the entries that issued them.

use hatua_core::ledger::{Act, Entry};
use hatua_core::release::Release;

use crate::driver::{all, unsigned};
use crate::error::StoreError;
use crate::transaction::ReadTx;

impl ReadTx<'_> {
    /// Every issued release, by number and revision.
    ///
    /// # Errors
    /// When what is stored is damaged.
    pub fn releases(&self) -> Result<Vec<Release>, StoreError> {
        let sql = "select sequence from releases where programme = $1 order by number, revision";
        let sequences = all(self.tx, sql, &[self.id()], |row| unsigned(row.integer(0)?))?;
        sequences.into_iter().map(|sequence| self.issued(sequence)).collect()
    }

    fn issued(&self, sequence: u64) -> Result<Release, StoreError> {
        match self.entry_of_view(sequence)?.act {
            Act::ReleaseIssued(release) => Ok(*release),
            _ => Err(StoreError::damaged(format!(
                "view of releases points at entry {sequence}, which is of another kind"
            ))),
        }
    }

    /// The entry that a view points at.
    pub(crate) fn entry_of_view(&self, sequence: u64) -> Result<Entry, StoreError> {
        self.entry(sequence)?
            .ok_or_else(|| StoreError::damaged(format!("views point at entry {sequence}, which is missing")))
    }
}
