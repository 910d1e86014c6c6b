//! The facts behind an issued release, handed to an auditor who counts its figures again with another program.

use std::collections::BTreeMap;

use hatua_core::release::Release;
use hatua_store::{Recounted, recount_files};

use crate::error::AppError;
use crate::folder::{Acts, facts_up_to};
use crate::permit::{ExportFacts, Permit};
use crate::public::package_of;

impl Acts {
    /// The files, by name: the records as they stood when the release was counted, the decisions, and SQL that counts.
    ///
    /// # Errors
    /// When the user sees only a part of the programme, or the ledger or the package can't be read.
    pub fn export_facts(
        &self,
        permit: &Permit<ExportFacts>,
        release: &Release,
    ) -> Result<BTreeMap<&'static str, Vec<u8>>, AppError> {
        if !permit.scope().is_whole() {
            return Err(AppError::PartOfProgramme { user: self.email_of(permit.user())? });
        }
        self.read(|tx| {
            let programme = package_of(tx, release.programme_version)?;
            let facts = facts_up_to(tx, release.ledger_size)?;
            let recounted = Recounted {
                programme: &programme,
                facts: &facts,
                release: release.id,
                until: release.data_to,
            };
            Ok(recount_files(&recounted)?)
        })
    }
}
