//! What the public may see: packages and issued releases, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use hatua_core::programme::{Programme, read};
use hatua_core::release::Release;
use hatua_store::{PackageVersion, ReadTx};

use crate::error::AppError;
use crate::folder::{Acts, DataFolder, newest_package};

/// One programme as the public sees it.
#[derive(Debug, Clone)]
pub struct PublicProgramme {
    /// The newest package.
    pub programme: Programme,
    /// Earlier packages that counted a release, by version, each with what the newest one knows that nobody computed.
    pub earlier: BTreeMap<u32, Programme>,
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
                let (version, package) = newest_package(tx)?;
                let programme = read(&package).map_err(AppError::Package)?;
                let releases = tx.releases()?;
                let mut earlier = counting_packages(tx, &releases)?;
                earlier.remove(&version);
                let earlier = earlier
                    .into_iter()
                    .map(|(version, package)| (version, package.with_what_is_not_computed(&programme)))
                    .collect();
                Ok(PublicProgramme { programme, earlier, releases })
            })
        };
        self.programmes()?.iter().map(read_one).collect()
    }
}

impl Acts {
    /// The package that counted a release, with what the newest one knows that nobody computed.
    ///
    /// # Errors
    /// When the store fails.
    pub fn package_at(&self, release: &Release) -> Result<Programme, AppError> {
        let package = self.read(|tx| package_of(tx, release.programme_version))?;
        Ok(package.with_what_is_not_computed(self.package()))
    }
}

/// The packages that counted these releases, by version.
pub(crate) fn counting_packages(
    tx: &ReadTx,
    releases: &[Release],
) -> Result<BTreeMap<u32, Programme>, AppError> {
    let versions: BTreeSet<u32> = releases.iter().map(|release| release.programme_version).collect();
    versions.into_iter().map(|version| Ok((version, package_of(tx, version)?))).collect()
}

/// A version of the package.
pub(crate) fn package_of(tx: &ReadTx, version: u32) -> Result<Programme, AppError> {
    let package = tx.package(PackageVersion::Number(version))?;
    let (_, package) = package.ok_or(AppError::NoPackage(version))?;
    read(&package).map_err(AppError::Package)
}
