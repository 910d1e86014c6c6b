//! The draft of a release: every computed figure at one moment of the ledger, compared with the release before. A
//! draft is what people sign; signed twice it is issued.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::count::{
    CountError, Tally, count_figure, count_figures, coverage, partner_reports, table_keys, tables,
};
use crate::id::{FigureSlug, IndicatorCode, ProgrammeId};
use crate::period::Quarter;
use crate::programme::{Indicator, Programme};
use crate::reason::{Reason, ReasonError};
use crate::record::Facts;
use crate::release::definitions::other_definitions;
use crate::release::shared::share_units;
use crate::release::{
    AsKnown, Evidence, FigureValue, PartnerReports, PublicTable, Release, ReleaseId, ReleasedFigure,
    Restatement,
};
use crate::withhold::{Earlier, withhold_cells, withhold_years};

/// What is asked of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftRequest {
    /// The number and revision it will have.
    pub id: ReleaseId,
    /// The last day of the facts in it.
    pub data_to: Date,
    /// The published reason for each figure that is restated.
    pub reasons: BTreeMap<FigureSlug, String>,
}

/// Why there can be no such draft.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DraftError {
    /// Numbers and revisions follow one another without a gap.
    #[error("release {id} can't follow {}: the next one is {}", last.map_or_else(|| "no release".to_owned(), |last| last.to_string()), next_names(*last))]
    OutOfTurn {
        /// The release that was asked for.
        id: ReleaseId,
        /// The last one issued.
        last: Option<ReleaseId>,
    },
    /// A revision covers the same period; a new number a later one.
    #[error("{id} can't have facts up to {data_to}: {expected}")]
    WrongPeriod {
        /// The release.
        id: ReleaseId,
        /// The day that was asked for.
        data_to: Date,
        /// What is possible.
        expected: String,
    },
    /// A corrected value needs a reason, which is published with it.
    #[error(
        "the value of `{slug}` goes from {before} to {after} without new facts: give the reason, it will be published"
    )]
    MissingReason {
        /// The figure.
        slug: FigureSlug,
        /// Its value in the release before.
        before: u64,
        /// Its value now.
        after: u64,
    },
    /// A value under another definition needs a reason, whichever way it moves.
    #[error(
        "the definition of `{slug}` goes from {before} to {after}: give the reason, it will be published"
    )]
    MissingReasonForDefinition {
        /// The figure.
        slug: FigureSlug,
        /// Its definition in the release before.
        before: String,
        /// Its definition now.
        after: String,
    },
    /// A figure can't be counted.
    #[error(transparent)]
    Count(#[from] CountError),
    /// A reason can't stand in the ledger.
    #[error("figure `{slug}`: {cause}")]
    Reason {
        /// The figure.
        slug: FigureSlug,
        /// What is wrong with it.
        cause: ReasonError,
    },
}

fn next_names(last: Option<ReleaseId>) -> String {
    match last {
        None => "R1.1".to_owned(),
        Some(last) => {
            format!("R{}.1, or the revision R{}.{}", last.number + 1, last.number, last.revision + 1)
        }
    }
}

/// The figures of a release before it is signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Draft {
    pub(super) programme: ProgrammeId,
    pub(super) id: ReleaseId,
    pub(super) demonstration: bool,
    pub(super) data_from: Date,
    pub(super) data_to: Date,
    pub(super) ledger_size: u64,
    pub(super) programme_version: u32,
    pub(super) figures: Vec<ReleasedFigure>,
    pub(super) reports: Vec<PartnerReports>,
}

impl Draft {
    /// The draft that an issued release was.
    #[must_use]
    pub fn of(release: &Release) -> Self {
        Self {
            programme: release.programme.clone(),
            id: release.id,
            demonstration: release.demonstration,
            data_from: release.data_from,
            data_to: release.data_to,
            ledger_size: release.ledger_size,
            programme_version: release.programme_version,
            figures: release.figures.clone(),
            reports: release.reports.clone(),
        }
    }

    /// SHA-256 (hex) of the draft's canonical JSON: what a signature covers.
    #[must_use]
    pub fn hash(&self) -> String {
        let bytes =
            serde_json_canonicalizer::to_vec(self).expect("a draft holds only texts and exact numbers");
        hex::encode(Sha256::digest(&bytes))
    }

    /// The figures.
    #[must_use]
    pub fn figures(&self) -> &[ReleasedFigure] {
        &self.figures
    }

    /// Number and revision.
    #[must_use]
    pub fn id(&self) -> ReleaseId {
        self.id
    }

    /// The last day of the facts in it.
    #[must_use]
    pub fn data_to(&self) -> Date {
        self.data_to
    }

    /// How many entries the ledger had when the figures were counted.
    #[must_use]
    pub fn ledger_size(&self) -> u64 {
        self.ledger_size
    }
}

/// Counts a release from the beginning.
///
/// # Errors
/// When the number, the period or a reason is not in order.
pub fn draft(programme: &Programme, facts: &Facts, request: &DraftRequest) -> Result<Draft, DraftError> {
    let last = facts.releases.last();
    check_turn(request, last)?;
    check_reasons(request)?;
    let tallies = count_figures(programme, facts, request.data_to)?;
    let mut figures = tallies
        .iter()
        .map(|tally| released_figure(programme, facts, tally, request))
        .collect::<Result<Vec<_>, _>>()?;
    share_units(programme, facts, &tallies, &mut figures);
    let last_quarter = Quarter::of(request.data_to);
    Ok(Draft {
        programme: programme.id.clone(),
        id: request.id,
        demonstration: programme.demonstration,
        data_from: programme.periods.first.first_day(),
        data_to: request.data_to,
        ledger_size: facts.size,
        programme_version: facts.programme_version,
        figures,
        reports: partner_reports(programme, facts, last_quarter),
    })
}

fn check_turn(request: &DraftRequest, last: Option<&Release>) -> Result<(), DraftError> {
    let id = request.id;
    let follows = match last.map(|last| last.id) {
        None => id == ReleaseId { number: 1, revision: 1 },
        Some(last) => {
            id == ReleaseId { number: last.number + 1, revision: 1 }
                || id == ReleaseId { number: last.number, revision: last.revision + 1 }
        }
    };
    if !follows {
        return Err(DraftError::OutOfTurn { id, last: last.map(|last| last.id) });
    }
    let Some(last) = last else { return Ok(()) };
    let wrong = |expected: String| Err(DraftError::WrongPeriod { id, data_to: request.data_to, expected });
    if id.number == last.id.number && request.data_to != last.data_to {
        return wrong(format!("a revision of R{} covers facts up to {}", id.number, last.data_to));
    }
    if id.number != last.id.number && request.data_to <= last.data_to {
        return wrong(format!("a new release covers facts after {}", last.data_to));
    }
    Ok(())
}

fn check_reasons(request: &DraftRequest) -> Result<(), DraftError> {
    request.reasons.iter().try_for_each(|(slug, reason)| match Reason::new(reason) {
        Ok(_) => Ok(()),
        Err(cause) => Err(DraftError::Reason { slug: slug.clone(), cause }),
    })
}

fn released_figure(
    programme: &Programme,
    facts: &Facts,
    tally: &Tally,
    request: &DraftRequest,
) -> Result<ReleasedFigure, DraftError> {
    let indicator =
        programme.indicator(tally.code.as_str()).expect("a tally is of an indicator of the programme");
    let earlier: Vec<Earlier> = facts
        .releases
        .iter()
        .filter_map(|release| {
            let figure = release.figure(indicator.code.as_str())?;
            Some(Earlier { release: release.id, data_to: release.data_to, figure })
        })
        .collect();
    let keys = table_keys(programme, indicator);
    let computed = tables(programme, indicator, tally, &keys, request.data_to)?;
    let public = withhold_cells(&programme.disclosure, indicator, &computed, &earlier);
    let public = withhold_years(programme, indicator, &computed, public, &earlier);
    let counted = tally.records();
    let value = FigureValue::Published(tally.value);
    let mut figure = ReleasedFigure {
        code: indicator.code.clone(),
        slug: indicator.slug.clone(),
        definition: indicator.definition.clone(),
        unit: indicator.unit.clone(),
        value,
        version: 1,
        records: counted,
        head_counts: tally.head_counts,
        chain: tally.chain.clone(),
        tables: public,
        coverage: coverage(programme, indicator, facts, Quarter::of(request.data_to)),
        evidence: Evidence::of_checked(tally, facts),
        restatement: None,
        as_known: as_known(programme, facts, indicator)?,
        shared: Vec::new(),
        other_definitions: other_definitions(programme, (facts, request.data_to), indicator, tally)?,
    };
    if let Some(before) = earlier.last() {
        figure.version = before.figure.version + u32::from(has_changed(before.figure, &figure));
        figure.restatement = restatement(facts, before.figure, &figure, request)?;
    }
    Ok(figure)
}

/// A figure has a new version when its value, status, definition, part counted by head or breakdown changed.
fn has_changed(before: &ReleasedFigure, now: &ReleasedFigure) -> bool {
    let shown = |figure: &ReleasedFigure| -> Vec<PublicTable> {
        figure.tables.iter().filter(|table| matches!(table, PublicTable::Shown { .. })).cloned().collect()
    };
    before.value != now.value
        || before.definition != now.definition
        || before.head_counts != now.head_counts
        || shown(before) != shown(now)
}

/// A figure as one side of a comparison.
struct Side<'a> {
    slug: &'a FigureSlug,
    definition: &'a str,
    value: FigureValue,
}

impl<'a> Side<'a> {
    fn of(figure: &'a ReleasedFigure) -> Self {
        Self { slug: &figure.slug, definition: &figure.definition, value: figure.value }
    }
}

/// A value that falls, that changes for a period that the release before already covered, or that is counted by another
/// definition is a restatement: what is missing as long as no reason is given.
fn reason_needed(last: &Release, before: &Side, now: &Side, data_to: Date) -> Option<DraftError> {
    if before.definition != now.definition {
        let (before, after) = (before.definition.to_owned(), now.definition.to_owned());
        return Some(DraftError::MissingReasonForDefinition { slug: now.slug.clone(), before, after });
    }
    let (before, after) = (before.value.number()?, now.value.number()?);
    let is_restated = after < before || (last.data_to == data_to && after != before);
    is_restated.then(|| DraftError::MissingReason { slug: now.slug.clone(), before, after })
}

fn restatement(
    facts: &Facts,
    before: &ReleasedFigure,
    now: &ReleasedFigure,
    request: &DraftRequest,
) -> Result<Option<Restatement>, DraftError> {
    let Some(last) = facts.releases.last() else { return Ok(None) };
    let missing = reason_needed(last, &Side::of(before), &Side::of(now), request.data_to);
    let Some(missing) = missing else { return Ok(None) };
    let reason = request.reasons.get(&now.slug).ok_or(missing)?;
    Ok(Some(Restatement {
        previous_version: before.version,
        previous: before.value,
        reason: reason.trim().to_owned(),
    }))
}

/// A figure of a release in preparation beside the last one that was issued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Comparison {
    /// The indicator's code.
    pub code: IndicatorCode,
    /// The word in its address.
    pub slug: FigureSlug,
    /// Its value in the last release; absent where it was not in it.
    pub before: Option<FigureValue>,
    /// Its value now.
    pub after: FigureValue,
    /// Whether it can be issued only with a reason, which will be published.
    pub needs_reason: bool,
}

/// Every figure of a release in preparation beside the last issued one, and whether it needs a reason.
///
/// # Errors
/// When the number or the period is not in order, or a figure can't be counted.
pub fn compare_with_last(
    programme: &Programme,
    facts: &Facts,
    request: &DraftRequest,
) -> Result<Vec<Comparison>, DraftError> {
    let last = facts.releases.last();
    check_turn(request, last)?;
    let compare = |tally: &Tally| {
        let indicator =
            programme.indicator(tally.code.as_str()).expect("a tally is of an indicator of the programme");
        let now = Side {
            slug: &indicator.slug,
            definition: &indicator.definition,
            value: FigureValue::Published(tally.value),
        };
        let before = last.and_then(|last| last.figure(tally.code.as_str()));
        let needed = last
            .zip(before)
            .and_then(|(last, before)| reason_needed(last, &Side::of(before), &now, request.data_to));
        Comparison {
            code: indicator.code.clone(),
            slug: indicator.slug.clone(),
            before: before.map(|before| before.value),
            after: now.value,
            needs_reason: needed.is_some(),
        }
    };
    Ok(count_figures(programme, facts, request.data_to)?.iter().map(compare).collect())
}

/// Earlier releases that would say something else with what is known now. One that counted by another definition said
/// something about another thing.
fn as_known(programme: &Programme, facts: &Facts, indicator: &Indicator) -> Result<Vec<AsKnown>, CountError> {
    let said = facts.releases.iter().filter_map(|release| {
        let figure = release.figure(indicator.code.as_str())?;
        Some((release, figure.value.number().filter(|_| figure.definition == indicator.definition)?))
    });
    let mut differ = Vec::new();
    for (release, said) in said {
        let known = count_figure(programme, indicator, facts, release.data_to)?.value;
        if known != said {
            differ.push(AsKnown { release: release.id, said, known });
        }
    }
    Ok(differ)
}
