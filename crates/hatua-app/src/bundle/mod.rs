//! The bundle of a release: one file that an auditor takes away and checks on another machine, without network or database.
//! It holds the ledger up to the release, the package that counted it, and what is made of the two.

mod check;
mod contents;

use hatua_core::ledger::{Act, Entry};
use hatua_core::release::Release;
use hatua_store::{BundleError, PackageVersion, ReadTx, StoreError, seal_bundle};
use sha2::{Digest, Sha256};

pub use self::check::{BundleCheck, CheckedFigure, Finding, Said, check_bundle};
use self::contents::{Ground, derived, names};
use crate::error::AppError;
use crate::folder::Acts;
use crate::permit::{BundleRelease, Permit};

/// A bundle that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundle {
    /// The file.
    pub bytes: Vec<u8>,
    /// Its SHA-256, in hex: it stands in the ledger from now on.
    pub sha256: String,
}

impl Acts {
    /// Makes the bundle of a release. That it was made, by whom, and its hash are an entry of the ledger. The same release
    /// gives the same bytes, also after later acts.
    ///
    /// # Errors
    /// When the user sees only a part of the programme, or the ledger or the package can't be read.
    pub fn bundle_release(
        &self,
        permit: &Permit<BundleRelease>,
        release: &Release,
    ) -> Result<Bundle, AppError> {
        if !permit.scope().is_whole() {
            return Err(AppError::PartOfProgramme { user: self.email_of(permit.user())? });
        }
        let keys = self.keys()?;
        let parts = self.read(|tx| parts(tx, release, &keys.verifier_key()))?;
        let subject = format!("{} {}", release.programme, release.id);
        let bytes = seal_bundle(parts, &subject, keys)?;
        let sha256 = hex::encode(Sha256::digest(&bytes));
        let act = Act::ReleaseBundled { release: release.id, sha256: sha256.clone() };
        self.write(|tx, moment| Ok(tx.append(moment.at, permit.user(), act).map(|_| ())?))?;
        Ok(Bundle { bytes, sha256 })
    }
}

/// The parts, in the order in which they stand: what is read first comes first.
fn parts(tx: &ReadTx, release: &Release, key: &str) -> Result<Vec<(String, Vec<u8>)>, AppError> {
    let (issue, size, head) = head_over_issue(tx, release)?;
    let mut lines: Vec<Vec<u8>> = Vec::new();
    tx.each_entry_bytes(0, size, &mut |_, bytes| {
        lines.push(bytes);
        Ok::<(), StoreError>(())
    })?;
    let proof = tx.prove_under(issue, &head)?.ok_or(AppError::NoEntry(issue))?;
    let package = tx.package(PackageVersion::Number(release.programme_version))?;
    let (_, package) = package.ok_or(AppError::NoPackage(release.programme_version))?;
    let ground = Ground::of(&lines, package, &head, key)?;
    let mut parts = derived(&ground, release.id)?;
    let entries = lines.iter().flat_map(|line| line.iter().copied().chain(*b"\n")).collect();
    parts.push((names::ENTRIES.to_owned(), entries));
    parts.push((names::HEAD.to_owned(), head.into_bytes()));
    parts.push((names::KEY.to_owned(), format!("{key}\n").into_bytes()));
    parts.push((names::PROOF.to_owned(), proof.into_bytes()));
    let files = ground.package.files.into_iter();
    parts.extend(files.map(|(path, bytes)| (format!("{}{path}", names::PACKAGE), bytes)));
    Ok(parts)
}

/// The entry that issued the release, and the first signed head over it with its size.
fn head_over_issue(tx: &ReadTx, release: &Release) -> Result<(u64, u64, String), AppError> {
    let mut issue = None;
    tx.each_entry(release.ledger_size, tx.ledger_size()?, &mut |entry: Entry| {
        if matches!(&entry.act, Act::ReleaseIssued(issued) if issued.id == release.id) {
            issue = Some(entry.sequence);
        }
        Ok::<(), StoreError>(())
    })?;
    let issue = issue.ok_or_else(|| AppError::NoRelease(release.id.to_string()))?;
    let (size, head) = tx.first_checkpoint_over(issue)?.ok_or(AppError::NoEntry(issue))?;
    Ok((issue, size, head))
}

impl From<BundleError> for AppError {
    fn from(error: BundleError) -> Self {
        Self::Bundle(error)
    }
}
