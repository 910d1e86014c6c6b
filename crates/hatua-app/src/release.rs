//! Releases: signed by two people, issued once, never changed. This is the road, top to bottom: the ledger is folded,
//! counted, compared with the release before, signed and issued.

use std::borrow::Cow;
use std::collections::BTreeSet;

use hatua_core::access::Role;
use hatua_core::id::{RecordId, UserId};
use hatua_core::ledger::Act;
use hatua_core::programme::{Programme, read};
use hatua_core::record::Facts;
use hatua_core::release::{
    Draft, DraftRequest, FigureChange, Release, ReleaseId, ReleaseName, diff, draft, issue_release,
    records_behind_changes, sign, signatures_under,
};
use hatua_store::{PackageVersion, ReadTx};
use jiff::civil::Date;

use crate::error::AppError;
use crate::folder::{Acts, facts_up_to};
use crate::permit::{IssueRelease, KeepLedger, Permit, SignRelease};

/// A stored release that differs from what the ledger gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleaseDifference {
    /// The release.
    pub release: ReleaseId,
    /// What differs, in words.
    pub what: String,
}

impl Acts {
    /// Signs the draft of a release. The lead's signature fixes the moment of the ledger at which it is counted.
    ///
    /// # Errors
    /// When the draft is not in order, or this user may not sign it.
    pub fn sign_release(&self, permit: &Permit<SignRelease>, request: &DraftRequest) -> Result<(), AppError> {
        self.write(|tx, moment| {
            let act = self.with_facts(tx, |facts| self.signature(tx, facts, request, permit.user()))?;
            tx.append(moment.at, permit.user(), act)?;
            Ok(())
        })
    }

    /// The act that signs a draft.
    pub(crate) fn signature(
        &self,
        tx: &ReadTx,
        facts: &Facts,
        request: &DraftRequest,
        by: UserId,
    ) -> Result<Act, AppError> {
        // Each signature of the lead fixes the moment anew; the second signer sees the newest.
        let is_lead = facts.users.get(&by).is_some_and(|user| user.role == Role::ConsortiumLead);
        let counted = if is_lead { Cow::Borrowed(facts) } else { counted_facts(tx, facts, request)? };
        let draft = draft(self.package(), &counted, request)?;
        let behind = behind_changes(tx, self.package(), facts, &counted, request)?;
        Ok(sign(&draft, facts, &behind, by)?)
    }

    /// Issues a draft that two people have signed.
    ///
    /// # Errors
    /// When signatures are missing.
    pub fn issue_release(
        &self,
        permit: &Permit<IssueRelease>,
        request: &DraftRequest,
    ) -> Result<Release, AppError> {
        self.write(|tx, moment| {
            let release =
                self.with_facts(tx, |facts| self.signed_release(tx, facts, request, moment.today()))?;
            tx.append(moment.at, permit.user(), Act::ReleaseIssued(Box::new(release.clone())))?;
            Ok(release)
        })
    }

    /// The release that a draft becomes which two people have signed.
    pub(crate) fn signed_release(
        &self,
        tx: &ReadTx,
        facts: &Facts,
        request: &DraftRequest,
        today: Date,
    ) -> Result<Release, AppError> {
        let counted = counted_facts(tx, facts, request)?;
        let draft = draft(self.package(), &counted, request)?;
        let signatures = signatures_under(&draft, facts)?;
        Ok(issue_release(draft, signatures, today))
    }

    /// Issued releases, in the order of issue.
    ///
    /// # Errors
    /// When the store fails.
    pub fn releases(&self) -> Result<Vec<Release>, AppError> {
        self.read(|tx| Ok(tx.releases()?))
    }

    /// A release by the name that a person writes; without one the newest.
    ///
    /// # Errors
    /// When no such release was issued.
    pub fn release(&self, name: Option<ReleaseName>) -> Result<Release, AppError> {
        let is_named = |release: &Release| {
            name.is_none_or(|ReleaseName { number, revision }| {
                release.id.number == number && revision.is_none_or(|revision| release.id.revision == revision)
            })
        };
        let found = self.releases()?.into_iter().rfind(is_named);
        found.ok_or_else(|| {
            AppError::NoRelease(name.map_or_else(|| "at all".to_owned(), |name| name.to_string()))
        })
    }

    /// What changed between two releases.
    ///
    /// # Errors
    /// When one of them was not issued.
    pub fn diff_releases(&self, a: ReleaseName, b: ReleaseName) -> Result<Vec<FigureChange>, AppError> {
        Ok(diff(&self.release(Some(a))?, &self.release(Some(b))?))
    }

    /// Counts every issued release again from the ledger as it was, with the package of that time, and compares.
    ///
    /// # Errors
    /// When the ledger or a package can't be read.
    pub fn compare_releases(&self, _permit: &Permit<KeepLedger>) -> Result<Vec<ReleaseDifference>, AppError> {
        self.read(|tx| {
            let mut differences = Vec::new();
            for issued in tx.releases()? {
                let facts = facts_up_to(tx, issued.ledger_size)?;
                let version = PackageVersion::Number(issued.programme_version);
                let Some((_, package)) = tx.package(version)? else {
                    let what = format!("version {} of the package is missing", issued.programme_version);
                    differences.push(ReleaseDifference { release: issued.id, what });
                    continue;
                };
                let programme = read(&package).map_err(AppError::Package)?;
                differences.extend(
                    compare(&programme, &facts, &issued)
                        .map(|what| ReleaseDifference { release: issued.id, what }),
                );
            }
            Ok(differences)
        })
    }
}

/// The records behind the figures that a draft changes.
pub(crate) fn behind_changes(
    tx: &ReadTx,
    programme: &Programme,
    facts: &Facts,
    counted: &Facts,
    request: &DraftRequest,
) -> Result<BTreeSet<RecordId>, AppError> {
    let last = facts.releases.last();
    let before = last.map(|last| facts_up_to(tx, last.ledger_size)).transpose()?;
    let before = before.as_ref().zip(last.map(|last| last.data_to));
    Ok(records_behind_changes(programme, before, (counted, request.data_to))?)
}

/// The facts from which a release is counted: those at the moment that the lead's newest signature fixed, or those of now.
pub(crate) fn counted_facts<'a>(
    tx: &ReadTx,
    facts: &'a Facts,
    request: &DraftRequest,
) -> Result<Cow<'a, Facts>, AppError> {
    let fixed = facts.signatures.iter().rev().find_map(|signature| match &signature.act {
        Act::ReleaseSigned { release, data_to, ledger_size, role: Role::ConsortiumLead, .. }
            if *release == request.id && *data_to == request.data_to =>
        {
            Some(*ledger_size)
        }
        _ => None,
    });
    match fixed {
        Some(size) => Ok(Cow::Owned(facts_up_to(tx, size)?)),
        None => Ok(Cow::Borrowed(facts)),
    }
}

fn compare(programme: &Programme, facts: &Facts, issued: &Release) -> Option<String> {
    match draft(programme, facts, &request_of(issued)) {
        Err(error) => Some(error.to_string()),
        Ok(again) if again.hash() == Draft::of(issued).hash() => None,
        Ok(again) => Some(first_difference(&again, issued)),
    }
}

fn first_difference(again: &Draft, issued: &Release) -> String {
    let changed = again.figures().iter().find(|figure| issued.figure(figure.code.as_str()) != Some(figure));
    match changed {
        Some(figure) => format!("figure {} counted again differs from the one issued", figure.code),
        None => {
            "what surrounds the figures (reports, period, version) differs from what was issued".to_owned()
        }
    }
}

/// The request that leads to an issued release again.
pub(crate) fn request_of(issued: &Release) -> DraftRequest {
    let reasons = issued
        .figures
        .iter()
        .filter_map(|figure| Some((figure.slug.clone(), figure.restatement.as_ref()?.reason.clone())))
        .collect();
    DraftRequest { id: issued.id, data_to: issued.data_to, reasons }
}
