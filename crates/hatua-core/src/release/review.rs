//! What is said of an issued release: the donor accepts it or asks, the lead answers. Nobody's word changes a figure.

use crate::id::FigureSlug;
use crate::ledger::{Act, Review};
use crate::reason::{Reason, ReasonError};
use crate::record::Facts;
use crate::release::ReleaseId;

/// Why something can't be said of a release.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReviewError {
    /// There is no such release.
    #[error("release {0} was not issued")]
    NotIssued(ReleaseId),
    /// The donor has accepted it.
    #[error("release {0} was accepted already")]
    AcceptedAlready(ReleaseId),
    /// A question waits for its answer.
    #[error("a question about release {0} waits for its answer; it comes first")]
    WaitsForAnswer(ReleaseId),
    /// There is nothing to answer.
    #[error("no question about release {0} waits for an answer")]
    NothingAsked(ReleaseId),
    /// The figure is not in the release.
    #[error("release {release} has no figure `{figure}`")]
    NoFigure {
        /// The release.
        release: ReleaseId,
        /// What was named.
        figure: FigureSlug,
    },
    /// The words can't stand in the ledger.
    #[error(transparent)]
    Words(#[from] ReasonError),
}

/// Accepts a release, asks about it, or answers the newest question.
///
/// # Errors
/// When it was not issued, is accepted already, or it is not the turn of this word.
pub fn review(
    facts: &Facts,
    release: ReleaseId,
    what: Review,
    about: Option<FigureSlug>,
    words: Option<&str>,
) -> Result<Act, ReviewError> {
    let issued = facts.releases.iter().find(|issued| issued.id == release);
    let issued = issued.ok_or(ReviewError::NotIssued(release))?;
    if let Some(figure) = about.clone().filter(|slug| !issued.figures.iter().any(|known| known.slug == *slug))
    {
        return Err(ReviewError::NoFigure { release, figure });
    }
    let newest = facts.reviews.iter().rev().find(|said| said.release == release).map(|said| said.review);
    match (what, newest) {
        (_, Some(Review::Accepted)) => return Err(ReviewError::AcceptedAlready(release)),
        (Review::Accepted | Review::Asked, Some(Review::Asked)) => {
            return Err(ReviewError::WaitsForAnswer(release));
        }
        (Review::Answered, None | Some(Review::Answered)) => return Err(ReviewError::NothingAsked(release)),
        (Review::Accepted | Review::Asked, None | Some(Review::Answered))
        | (Review::Answered, Some(Review::Asked)) => {}
    }
    let words = match (what, words.map(str::trim).filter(|words| !words.is_empty())) {
        (Review::Accepted, None) => None,
        (_, words) => Some(String::from(Reason::new(words.unwrap_or_default())?)),
    };
    Ok(Act::ReleaseReviewed { release, review: what, about, words })
}
