//! One indicator counted: its value, the records by which each unit was counted, those left out with their reasons, and
//! the chain between the two.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::count::CountError;
use crate::id::{IndicatorCode, PartnerCode, UnitId};
use crate::identity::{IdentifiedRecord, Merged, resolve_units};
use crate::limits::WHOLE_NUMBER_MAX;
use crate::programme::{Attribute, Indicator, Measure, Programme};
use crate::record::{Facts, FieldRecord};
use crate::release::{Amounts, HeadCounts, LeftOutReason, Stage, StageKind};
use crate::verify::{LeftOutRecord, References, Sifted, VerifiedRecord, verified_records};

/// A record that adds to the figure.
#[derive(Debug, Clone, Copy)]
pub struct Counted<'a> {
    /// The record by which the unit was counted first; for cases and sums, each record.
    pub record: &'a FieldRecord,
    /// Its day.
    pub day: Date,
    /// The canonical unit.
    pub unit: UnitId,
    /// The record whose country, sex or age says where it stands in a breakdown: its own, or the unit's first one.
    pub described_by: &'a FieldRecord,
    /// What it adds: 1 for a unit or a case, the amount for a sum.
    pub weight: u64,
}

/// A figure with the records behind it.
#[derive(Debug, Clone)]
pub struct Tally<'a> {
    /// The indicator.
    pub code: IndicatorCode,
    /// The figure.
    pub value: u64,
    /// What adds to it, in the order of counting; persons counted by head at the end.
    pub counted: Vec<Counted<'a>>,
    /// Every verified record of a unit behind it, repeats included, in the order of counting.
    pub identified: Vec<IdentifiedRecord<'a>>,
    /// The part of the figure that was counted by head; absent where its rule has no such rows.
    pub head_counts: Option<HeadCounts>,
    /// What does not add to it, and why.
    pub left_out: Vec<LeftOutRecord<'a>>,
    /// From received rows to the figure.
    pub chain: Vec<Stage>,
}

impl<'a> Tally<'a> {
    /// The verified records behind the figure: those of units, then those counted by head.
    pub fn verified(&self) -> impl Iterator<Item = &'a FieldRecord> {
        let rows = self.head_counts.map_or(0, |heads| heads.rows);
        let rows = usize::try_from(rows).expect("what was counted fits the memory");
        let by_head = self.counted.iter().skip(self.counted.len() - rows).map(|counted| counted.record);
        self.identified.iter().map(IdentifiedRecord::record).chain(by_head)
    }

    /// How many verified records stand behind the figure.
    #[must_use]
    pub fn records(&self) -> u64 {
        self.identified.len() as u64 + self.head_counts.map_or(0, |heads| heads.rows)
    }
}

/// Counts every indicator that has a rule over records, from the facts up to `until`.
///
/// # Errors
/// When the amounts of an indicator add up to more than a figure can hold.
pub fn count_figures<'a>(
    programme: &'a Programme,
    facts: &'a Facts,
    until: Date,
) -> Result<Vec<Tally<'a>>, CountError> {
    let basis = Basis::new(programme, facts, until);
    let computed = programme.indicators.iter().filter(|indicator| indicator.is_computed());
    computed.map(|indicator| basis.count(indicator)).collect()
}

/// Counts one indicator from the facts up to `until`.
///
/// # Errors
/// When its amounts add up to more than a figure can hold.
pub fn count_figure<'a>(
    programme: &'a Programme,
    indicator: &Indicator,
    facts: &'a Facts,
    until: Date,
) -> Result<Tally<'a>, CountError> {
    Basis::new(programme, facts, until).count(indicator)
}

/// What every indicator is counted from: made once for all of them.
struct Basis<'a> {
    programme: &'a Programme,
    facts: &'a Facts,
    until: Date,
    references: References<'a>,
    merged: Merged,
}

impl<'a> Basis<'a> {
    fn new(programme: &'a Programme, facts: &'a Facts, until: Date) -> Self {
        let references = References::new(programme, facts);
        Self { programme, facts, until, references, merged: Merged::new(facts.standing_decisions()) }
    }

    fn count(&self, indicator: &Indicator) -> Result<Tally<'a>, CountError> {
        let sifted = verified_records(self.programme, indicator, self.facts, &self.references, self.until);
        tally(self.programme, indicator, sifted, &self.merged)
    }
}

fn tally<'a>(
    programme: &Programme,
    indicator: &Indicator,
    sifted: Sifted<'a>,
    merged: &Merged,
) -> Result<Tally<'a>, CountError> {
    let heads = by_head(programme, indicator, sifted.head_counts, merged);
    let received = sifted.verified.len() + heads.len() + sifted.unverified.len();
    let mut chain = vec![stage(StageKind::Received, received, &[])];
    let identified = resolve_units(programme, sifted.verified, merged);
    chain.push(stage(StageKind::Verified, identified.len() + heads.len(), &sifted.unverified));

    let (mut counted, repeats) = match &indicator.measure {
        Measure::Distinct => first_of_each_unit(&identified),
        measure @ (Measure::Cases | Measure::Sum(_)) => (each_record(&identified, measure), Vec::new()),
    };
    if indicator.attribute == Attribute::First {
        describe_by_first(&identified, &mut counted);
    }
    if indicator.measure == Measure::Distinct {
        let (same, other): (Vec<_>, Vec<_>) =
            repeats.iter().copied().partition(|repeat| repeat.reason == LeftOutReason::SameUnitSamePartner);
        chain.push(stage(StageKind::OncePerPartner, identified.len() + heads.len() - same.len(), &same));
        chain.push(stage(StageKind::OnceInProgramme, counted.len() + heads.len(), &other));
    }
    let persons = total(indicator, &heads)?;
    let head_counts =
        indicator.head_counts.is_some().then_some(HeadCounts { rows: heads.len() as u64, persons });
    counted.extend(heads);
    let value = total(indicator, &counted)?;
    let is_sum = matches!(indicator.measure, Measure::Sum(_));
    let amounts = match head_counts.filter(|heads| heads.rows > 0) {
        Some(heads) => Some(Amounts { rows: heads.rows, amount: heads.persons }),
        None => is_sum.then_some(Amounts { rows: counted.len() as u64, amount: value }),
    };
    let last = amounts.map(|amounts| Stage {
        stage: StageKind::Amounts,
        remaining: value,
        left_out: Vec::new(),
        amounts: Some(amounts),
    });
    chain.extend(last);
    assert_chain_adds_up(&chain, value);

    let left_out = sifted.unverified.into_iter().chain(repeats).chain(sifted.beside).collect();
    Ok(Tally { code: indicator.code.clone(), value, counted, identified, head_counts, left_out, chain })
}

/// Rows of a number of persons: each adds that number.
fn by_head<'a>(
    programme: &Programme,
    indicator: &Indicator,
    rows: Vec<VerifiedRecord<'a>>,
    merged: &Merged,
) -> Vec<Counted<'a>> {
    let Some(heads) = &indicator.head_counts else { return Vec::new() };
    let persons = |record: &FieldRecord| {
        record.amount(&heads.sum).expect("a row without a number of persons is not counted by head")
    };
    let rows = resolve_units(programme, rows, merged);
    rows.iter().map(|row| counted(row, persons(row.record()))).collect()
}

fn total(indicator: &Indicator, counted: &[Counted]) -> Result<u64, CountError> {
    add_up(indicator, counted.iter().map(|counted| counted.weight))
}

/// The sum, as long as a figure can hold it.
pub(super) fn add_up(
    indicator: &Indicator,
    mut amounts: impl Iterator<Item = u64>,
) -> Result<u64, CountError> {
    let sum = amounts.try_fold(0_u64, u64::checked_add).filter(|sum| *sum <= WHOLE_NUMBER_MAX);
    sum.ok_or_else(|| CountError::TooLarge { slug: indicator.slug.clone() })
}

/// The first record of each unit counts; a later one is a repeat, of the same partner where that partner has an
/// earlier record of the unit, else of another.
fn first_of_each_unit<'a>(identified: &[IdentifiedRecord<'a>]) -> (Vec<Counted<'a>>, Vec<LeftOutRecord<'a>>) {
    let mut seen: BTreeSet<UnitId> = BTreeSet::new();
    let mut seen_by: BTreeSet<(UnitId, &PartnerCode)> = BTreeSet::new();
    let (mut first, mut repeats) = (Vec::new(), Vec::new());
    for record in identified {
        let is_new_to_partner = seen_by.insert((record.unit(), &record.record().partner));
        if seen.insert(record.unit()) {
            first.push(counted(record, 1));
        } else {
            let reason = if is_new_to_partner {
                LeftOutReason::SameUnitOtherPartner
            } else {
                LeftOutReason::SameUnitSamePartner
            };
            repeats.push(LeftOutRecord { record: record.record(), reason });
        }
    }
    (first, repeats)
}

/// Each record adds its own: 1 for a case, its amount for a sum.
fn each_record<'a>(identified: &[IdentifiedRecord<'a>], measure: &Measure) -> Vec<Counted<'a>> {
    let weight = |record: &FieldRecord| match measure {
        Measure::Sum(column) => {
            record.amount(column).expect("a row without an amount is not in a sum's chain")
        }
        Measure::Cases | Measure::Distinct => 1,
    };
    identified.iter().map(|record| counted(record, weight(record.record()))).collect()
}

/// Puts every record of a unit where the unit's first record stands.
fn describe_by_first<'a>(identified: &[IdentifiedRecord<'a>], counted: &mut [Counted<'a>]) {
    let mut first: BTreeMap<UnitId, &'a FieldRecord> = BTreeMap::new();
    for record in identified {
        first.entry(record.unit()).or_insert(record.record());
    }
    for counted in counted {
        counted.described_by = first[&counted.unit];
    }
}

fn counted<'a>(record: &IdentifiedRecord<'a>, weight: u64) -> Counted<'a> {
    let field = record.record();
    Counted { record: field, day: record.day(), unit: record.unit(), described_by: field, weight }
}

fn stage(stage: StageKind, remaining: usize, left_out: &[LeftOutRecord]) -> Stage {
    let mut by_reason: BTreeMap<LeftOutReason, u64> = BTreeMap::new();
    for record in left_out {
        *by_reason.entry(record.reason).or_default() += 1;
    }
    Stage { stage, remaining: remaining as u64, left_out: by_reason.into_iter().collect(), amounts: None }
}

fn assert_chain_adds_up(chain: &[Stage], value: u64) {
    for pair in chain.windows(2) {
        let amounts = pair[1].amounts.unwrap_or_default();
        assert_eq!(
            pair[0].remaining + amounts.amount,
            pair[1].remaining + pair[1].left_out_in_all() + amounts.rows,
            "what remains, what is left out and what is replaced add up at each stage"
        );
    }
    assert_eq!(chain.last().map(|stage| stage.remaining), Some(value), "the chain ends with the figure");
}
