//! One indicator counted: its value, the records by which each unit was counted, those left out with their reasons, and
//! the chain between the two.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::id::{IndicatorCode, PartnerCode, UnitId};
use crate::identity::{IdentifiedRecord, Merged, resolve_units};
use crate::programme::{Indicator, Measure, Programme};
use crate::record::{Facts, FieldRecord, Value};
use crate::release::{LeftOutReason, Stage, StageKind};
use crate::verify::{LeftOutRecord, References, Sifted, verified_records};

/// A record that adds to the figure.
#[derive(Debug, Clone, Copy)]
pub struct Counted<'a> {
    /// The record by which the unit was counted first; for cases and sums, each record.
    pub record: &'a FieldRecord,
    /// Its day.
    pub day: Date,
    /// The canonical unit.
    pub unit: UnitId,
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
    /// What adds to it, in the order of counting.
    pub counted: Vec<Counted<'a>>,
    /// Every verified record behind it, repeats included, in the order of counting.
    pub identified: Vec<IdentifiedRecord<'a>>,
    /// What does not add to it, and why.
    pub left_out: Vec<LeftOutRecord<'a>>,
    /// From received rows to the figure; for a sum, to the rows that are summed.
    pub chain: Vec<Stage>,
}

/// Counts every indicator that has a rule over records, from the facts up to `until`.
#[must_use]
pub fn count_figures<'a>(programme: &'a Programme, facts: &'a Facts, until: Date) -> Vec<Tally<'a>> {
    let references = References::new(programme, facts);
    let merged = Merged::new(facts.standing_decisions());
    programme
        .indicators
        .iter()
        .filter(|indicator| indicator.is_computed())
        .map(|indicator| {
            count_sifted(
                programme,
                indicator,
                verified_records(programme, indicator, facts, &references, until),
                &merged,
            )
        })
        .collect()
}

/// Counts one indicator from the facts up to `until`.
#[must_use]
pub fn count_figure<'a>(
    programme: &'a Programme,
    indicator: &Indicator,
    facts: &'a Facts,
    until: Date,
) -> Tally<'a> {
    let references = References::new(programme, facts);
    let merged = Merged::new(facts.standing_decisions());
    count_sifted(
        programme,
        indicator,
        verified_records(programme, indicator, facts, &references, until),
        &merged,
    )
}

fn count_sifted<'a>(
    programme: &Programme,
    indicator: &Indicator,
    sifted: Sifted<'a>,
    merged: &Merged,
) -> Tally<'a> {
    let received = sifted.verified.len() + sifted.unverified.len();
    let mut chain = vec![stage(StageKind::Received, received, &[])];
    let identified = resolve_units(programme, sifted.verified, merged);
    chain.push(stage(StageKind::Verified, identified.len(), &sifted.unverified));

    let (counted, repeats) = match &indicator.measure {
        Measure::Distinct => first_of_each_unit(&identified),
        Measure::Cases => (identified.iter().map(|record| counted(record, 1)).collect(), Vec::new()),
        Measure::Sum(column) => amounts(&identified, column),
    };
    if indicator.measure == Measure::Distinct {
        let (same, other): (Vec<_>, Vec<_>) =
            repeats.iter().copied().partition(|repeat| repeat.reason == LeftOutReason::SameUnitSamePartner);
        chain.push(stage(StageKind::OncePerPartner, identified.len() - same.len(), &same));
        chain.push(stage(StageKind::OnceInProgramme, counted.len(), &other));
    }
    let value = counted.iter().map(|counted| counted.weight).sum();
    assert_chain_adds_up(&chain);

    let left_out = sifted.unverified.into_iter().chain(repeats).chain(sifted.beside).collect();
    Tally { code: indicator.code.clone(), value, counted, identified, left_out, chain }
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

/// Each record adds its amount; one without an amount adds nothing and is left out by the rule.
fn amounts<'a>(
    identified: &[IdentifiedRecord<'a>],
    column: &crate::id::ColumnName,
) -> (Vec<Counted<'a>>, Vec<LeftOutRecord<'a>>) {
    let (mut summed, mut without) = (Vec::new(), Vec::new());
    for record in identified {
        let amount = match record.record().value(column) {
            Some(Value::Integer(amount)) => u64::try_from(*amount).ok(),
            Some(Value::Text(_) | Value::Boolean(_) | Value::Date(_)) | None => None,
        };
        match amount {
            Some(amount) => summed.push(counted(record, amount)),
            None => without.push(LeftOutRecord { record: record.record(), reason: LeftOutReason::Rule }),
        }
    }
    (summed, without)
}

fn counted<'a>(record: &IdentifiedRecord<'a>, weight: u64) -> Counted<'a> {
    Counted { record: record.record(), day: record.day(), unit: record.unit(), weight }
}

fn stage(stage: StageKind, remaining: usize, left_out: &[LeftOutRecord]) -> Stage {
    let mut by_reason: BTreeMap<LeftOutReason, u64> = BTreeMap::new();
    for record in left_out {
        *by_reason.entry(record.reason).or_default() += 1;
    }
    Stage { stage, remaining: remaining as u64, left_out: by_reason.into_iter().collect() }
}

fn assert_chain_adds_up(chain: &[Stage]) {
    for pair in chain.windows(2) {
        let left_out: u64 = pair[1].left_out.iter().map(|(_, count)| count).sum();
        assert_eq!(
            pair[0].remaining,
            pair[1].remaining + left_out,
            "what remains and what is left out add up at each stage"
        );
    }
}
