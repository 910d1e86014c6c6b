//! What the public may see: packages and issued releases, and nothing else.

use hatua_core::programme::{Programme, read};
use hatua_core::release::Release;

use crate::error::AppError;
use crate::folder::{DataFolder, newest_package};

/// One programme as the public sees it.
#[derive(Debug, Clone)]
pub struct PublicProgramme {
    /// The package.
    pub programme: Programme,
    /// Issued releases, in the order of issue.
    pub releases: Vec<Release>,
}

impl DataFolder {
    /// A mark that changes whenever the public state may have changed: the sizes of the ledgers.
    ///
    /// # Errors
    /// When the store fails.
    pub fn public_mark(&self) -> Result<Vec<u64>, AppError> {
        self.programmes()?
            .iter()
            .map(|programme| self.store().read(programme, |tx| Ok(tx.ledger_size()?)))
            .collect()
    }

    /// Every programme with its issued releases.
    ///
    /// # Errors
    /// When the store fails.
    pub fn public_state(&self) -> Result<Vec<PublicProgramme>, AppError> {
        let read_one = |programme| -> Result<PublicProgramme, AppError> {
            self.store().read(programme, |tx| {
                let (_, package) = newest_package(tx)?;
                Ok(PublicProgramme {
                    programme: read(&package).map_err(AppError::Package)?,
                    releases: tx.releases()?,
                })
            })
        };
        self.programmes()?.iter().map(read_one).collect()
    }
}
