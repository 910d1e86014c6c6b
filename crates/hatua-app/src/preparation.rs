//! A release before and after its issue: the lead prepares it with its reasons, two people sign it with their second
//! factor, the second signature issues it, the donor accepts it or asks.

use std::collections::BTreeMap;

use hatua_core::access::{Role, User};
use hatua_core::id::FigureSlug;
use hatua_core::ledger::{Act, Review};
pub use hatua_core::record::Reviewed;
use hatua_core::record::{Drafted, Facts};
use hatua_core::release::{
    Comparison, DraftRequest, Release, ReleaseId, SignError, Signature, compare_with_last, draft, review,
    sign, signatures_so_far,
};
use jiff::civil::Date;

use crate::account::GivenCode;
use crate::error::AppError;
use crate::folder::Acts;
use crate::permit::{Permit, PrepareRelease, ReadFigures, ReviewRelease, SignRelease};
use crate::release::{behind_changes, counted_facts};

/// A release in preparation, as a signer sees it.
#[derive(Debug, Clone)]
pub struct Preparation {
    /// What was prepared.
    pub drafted: Drafted,
    /// Every figure beside the last issued release.
    pub figures: Vec<Comparison>,
    /// The signatures under it so far.
    pub signatures: Vec<Signature>,
    /// Whether it can be signed as it was prepared; since then a figure may have come to need a reason.
    pub is_ready: bool,
    /// Why the one who asks may not sign; absent where nothing speaks against it.
    pub refusal: Option<SignError>,
}

/// What the signer's act led to.
#[derive(Debug, Clone)]
pub enum Signed {
    /// The lead's signature: the verifier's comes next.
    First,
    /// Both have signed, and the release is issued.
    Issued(Box<Release>),
}

impl Acts {
    /// The release that would come next: a revision of the last one, or the next number; the first one where there is none.
    ///
    /// # Errors
    /// When the ledger can't be read.
    pub fn next_releases(&self) -> Result<Vec<(ReleaseId, Option<Date>)>, AppError> {
        self.read_facts(|facts| {
            Ok(match facts.releases.last() {
                None => vec![(ReleaseId { number: 1, revision: 1 }, None)],
                Some(last) => vec![
                    (
                        ReleaseId { number: last.id.number, revision: last.id.revision + 1 },
                        Some(last.data_to),
                    ),
                    (ReleaseId { number: last.id.number + 1, revision: 1 }, None),
                ],
            })
        })
    }

    /// Every figure of a release beside the last one, before anybody prepared it.
    ///
    /// # Errors
    /// When number or period are not in order.
    pub fn compare_draft(
        &self,
        _permit: &Permit<ReadFigures>,
        (id, data_to): (ReleaseId, Date),
    ) -> Result<Vec<Comparison>, AppError> {
        let request = DraftRequest { id, data_to, reasons: BTreeMap::new() };
        self.read_facts(|facts| Ok(compare_with_last(self.package(), facts, &request)?))
    }

    /// Prepares a release: its period, and the reasons that will be published. A release that is prepared again has to be
    /// signed anew.
    ///
    /// # Errors
    /// When number or period are not in order, or a reason is missing or not fit.
    pub fn prepare_release(
        &self,
        permit: &Permit<PrepareRelease>,
        request: &DraftRequest,
    ) -> Result<Vec<Comparison>, AppError> {
        self.write(|tx, moment| {
            let figures = self.with_facts(tx, |facts| {
                draft(self.package(), facts, request)?;
                Ok(compare_with_last(self.package(), facts, request)?)
            })?;
            let (release, data_to) = (request.id, request.data_to);
            let needed =
                |slug: &FigureSlug| figures.iter().any(|figure| figure.slug == *slug && figure.needs_reason);
            // A reason for a figure that did not change would be published nowhere.
            let reasons = request.reasons.iter().filter(|(slug, _)| needed(slug));
            let reasons = reasons.map(|(slug, reason)| (slug.clone(), reason.trim().to_owned())).collect();
            tx.append(moment.at, permit.user(), Act::ReleaseDrafted { release, data_to, reasons })?;
            Ok(figures)
        })
    }

    /// The newest release that was prepared and not issued yet, for one user; nothing where there is none.
    ///
    /// # Errors
    /// When the ledger can't be read.
    pub fn preparation(
        &self,
        _permit: &Permit<ReadFigures>,
        reader: Option<&User>,
    ) -> Result<Option<Preparation>, AppError> {
        self.read(|tx| {
            self.with_facts(tx, |facts| {
                let Some(drafted) = prepared(facts) else { return Ok(None) };
                let request = request_of(drafted);
                let counted = counted_facts(tx, facts, &request)?;
                let figures = compare_with_last(self.package(), &counted, &request)?;
                let made = draft(self.package(), &counted, &request);
                let (mut signatures, mut refusal) = (Vec::new(), None);
                if let Ok(draft) = &made {
                    signatures = signatures_so_far(draft, facts);
                    if let Some(reader) = reader {
                        let behind = behind_changes(tx, self.package(), facts, &counted, &request)?;
                        refusal = sign(draft, facts, &behind, reader.id).err();
                    }
                }
                let drafted = drafted.clone();
                Ok(Some(Preparation { drafted, figures, signatures, is_ready: made.is_ok(), refusal }))
            })
        })
    }

    /// Signs the release that is prepared, with the second factor given just now; the second signature issues it.
    ///
    /// # Errors
    /// When nothing is prepared, another release is, or this user may not sign it.
    pub fn sign_prepared(
        &self,
        permit: &Permit<SignRelease>,
        code: &GivenCode,
        id: ReleaseId,
    ) -> Result<Signed, AppError> {
        if code.user() != permit.user() {
            return Err(AppError::NeedsUser { act: "sign with a second factor" });
        }
        self.write(|tx, moment| {
            let (user, today) = (permit.user(), moment.today());
            let (signature, issued) = self.with_facts(tx, |facts| {
                let drafted = prepared(facts).filter(|drafted| drafted.release == id);
                let request = drafted.map(request_of).ok_or(AppError::NothingPrepared)?;
                let signature = self.signature(tx, facts, &request, user)?;
                if facts.users.get(&user).is_none_or(|user| user.role != Role::Verifier) {
                    return Ok((signature, None));
                }
                // Signed and issued in one: a signature after which nothing is issued would stand in the way of another.
                let mut signed = facts.clone();
                signed.suppose(signature.clone(), user, moment.at)?;
                Ok((signature, Some(self.signed_release(tx, &signed, &request, today)?)))
            })?;
            tx.append(moment.at, user, signature)?;
            let Some(release) = issued.map(Box::new) else { return Ok(Signed::First) };
            tx.append(moment.at, user, Act::ReleaseIssued(release.clone()))?;
            Ok(Signed::Issued(release))
        })
    }

    /// What was said of issued releases, in order.
    ///
    /// # Errors
    /// When the ledger can't be read.
    pub fn reviews(&self, _permit: &Permit<ReadFigures>) -> Result<Vec<Reviewed>, AppError> {
        self.read_facts(|facts| Ok(facts.reviews.clone()))
    }

    /// The donor's manager accepts a release, or sends it back with a question.
    ///
    /// # Errors
    /// When it was not issued, is accepted already, or a question waits for its answer.
    pub fn review_release(
        &self,
        permit: &Permit<ReviewRelease>,
        release: ReleaseId,
        question: Option<(Option<FigureSlug>, &str)>,
    ) -> Result<(), AppError> {
        let (what, about, words) = match question {
            None => (Review::Accepted, None, None),
            Some((about, words)) => (Review::Asked, about, Some(words)),
        };
        self.write(|tx, moment| {
            let act = self.with_facts(tx, |facts| Ok(review(facts, release, what, about, words)?))?;
            tx.append(moment.at, permit.user(), act)?;
            Ok(())
        })
    }

    /// The lead answers the donor's newest question.
    ///
    /// # Errors
    /// When no question waits.
    pub fn answer_review(
        &self,
        permit: &Permit<PrepareRelease>,
        release: ReleaseId,
        words: &str,
    ) -> Result<(), AppError> {
        self.write(|tx, moment| {
            let act = self
                .with_facts(tx, |facts| Ok(review(facts, release, Review::Answered, None, Some(words))?))?;
            tx.append(moment.at, permit.user(), act)?;
            Ok(())
        })
    }
}

/// The newest preparation, where its release was not issued since.
fn prepared(facts: &Facts) -> Option<&Drafted> {
    let newest = facts.drafted.last()?;
    let is_issued = facts.releases.iter().any(|issued| issued.id == newest.release);
    (!is_issued).then_some(newest)
}

fn request_of(drafted: &Drafted) -> DraftRequest {
    DraftRequest { id: drafted.release, data_to: drafted.data_to, reasons: drafted.reasons.clone() }
}
