//! What stands behind a figure, partner by partner: what its rows say, what of it was checked and is on file, and what it adds.
//! It is what an auditor asks first. The sample is drawn by the root of the log's tree, which nobody could choose.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::count::CountError;
use crate::count::tally::{Tally, add_up};
use crate::id::{DocumentId, FigureSlug, IndicatorCode, PartnerCode, RecordId, RegisterName, UnitId};
use crate::identity::Merged;
use crate::programme::{Indicator, Measure};
use crate::record::{Facts, FieldRecord, RowPlace};
use crate::release::LeftOutReason;

/// Records that are drawn for each figure and partner.
pub const SAMPLED_PER_PARTNER: usize = 3;

/// What stands behind a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FigureSupport {
    /// The indicator's code.
    pub code: IndicatorCode,
    /// The word in its address.
    pub slug: FigureSlug,
    /// What is counted.
    pub unit: String,
    /// The figure.
    pub value: u64,
    /// Partner by partner.
    pub partners: Vec<PartnerSupport>,
    /// Who compared the rows with their source: each organisation with its rows; none for the machine's operator.
    pub checked_by: Vec<(Option<String>, u64)>,
    /// What was found: rows that the figure leaves out, by reason.
    pub left_out: Vec<(LeftOutReason, u64)>,
}

/// What stands behind a figure of one partner, in the figure's own units. A unit that two partners have stands with both,
/// except in what is added.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PartnerSupport {
    /// The partner.
    pub partner: PartnerCode,
    /// What its rows say as they came, whatever became of them.
    pub reported: u64,
    /// The part of it whose rows a second person compared with their source.
    pub supported: u64,
    /// What of it nothing supports.
    pub difference: u64,
    /// The part of what is supported whose source document is on file.
    pub on_file: u64,
    /// What it adds to the figure; over all partners this is the figure.
    pub added: u64,
    /// Rows that came.
    pub rows: u64,
    /// Rows that were checked.
    pub checked_rows: u64,
    /// Checked rows whose source document is on file.
    pub rows_on_file: u64,
}

/// A row that an auditor should see on paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sampled {
    /// The figure.
    pub code: IndicatorCode,
    /// Whose row.
    pub partner: PartnerCode,
    /// The record.
    pub record: RecordId,
    /// Its register.
    pub register: RegisterName,
    /// The source document.
    pub document: DocumentId,
    /// Whether that is on file.
    pub on_file: bool,
    /// Where it stood in the received file.
    pub place: RowPlace,
    /// The organisation of who checked it; absent for the machine's operator.
    pub checked_by: Option<String>,
}

/// What a partner's rows say so far.
#[derive(Default)]
struct Sums<'a> {
    reported: Vec<&'a FieldRecord>,
    checked: Vec<&'a FieldRecord>,
    added: Vec<u64>,
}

/// What stands behind a figure. The facts are those that it was counted from.
///
/// # Errors
/// When amounts add up to more than a figure can hold.
pub fn support(indicator: &Indicator, tally: &Tally, facts: &Facts) -> Result<FigureSupport, CountError> {
    let merged = Merged::new(facts.standing_decisions());
    let mut of_partner: BTreeMap<&PartnerCode, Sums> = BTreeMap::new();
    for record in tally.verified() {
        let sums = of_partner.entry(&record.partner).or_default();
        sums.reported.push(record);
        sums.checked.push(record);
    }
    let mut left_out: BTreeMap<LeftOutReason, u64> = BTreeMap::new();
    for gone in &tally.left_out {
        *left_out.entry(gone.reason).or_default() += 1;
        if was_reported(gone.reason) {
            of_partner.entry(&gone.record.partner).or_default().reported.push(gone.record);
        }
    }
    for counted in &tally.counted {
        of_partner.entry(&counted.record.partner).or_default().added.push(counted.weight);
    }
    let value_of = |records: &mut dyn Iterator<Item = &FieldRecord>| value_of(indicator, &merged, records);
    let partner = |(partner, sums): (&PartnerCode, Sums)| -> Result<PartnerSupport, CountError> {
        let on_file: Vec<&FieldRecord> =
            sums.checked.iter().copied().filter(|record| facts.has_document(record)).collect();
        let reported = value_of(&mut sums.reported.iter().copied())?;
        let supported = value_of(&mut sums.checked.iter().copied())?;
        Ok(PartnerSupport {
            partner: partner.clone(),
            reported,
            supported,
            difference: reported.checked_sub(supported).expect("what is supported was reported"),
            on_file: value_of(&mut on_file.iter().copied())?,
            added: add_up(indicator, sums.added.into_iter())?,
            rows: sums.reported.len() as u64,
            checked_rows: sums.checked.len() as u64,
            rows_on_file: on_file.len() as u64,
        })
    };
    Ok(FigureSupport {
        code: indicator.code.clone(),
        slug: indicator.slug.clone(),
        unit: indicator.unit.clone(),
        value: tally.value,
        partners: of_partner.into_iter().map(partner).collect::<Result<_, _>>()?,
        checked_by: checked_by(tally, facts),
        left_out: left_out.into_iter().collect(),
    })
}

/// Rows that the rule is about and that may not be counted; a repeat is among the checked ones already, and what the rule
/// leaves out was never said to be in the figure.
fn was_reported(reason: LeftOutReason) -> bool {
    match reason {
        LeftOutReason::Pending
        | LeftOutReason::Returned
        | LeftOutReason::Withdrawn
        | LeftOutReason::RefersToNothing => true,
        LeftOutReason::OutOfPeriod
        | LeftOutReason::Rule
        | LeftOutReason::SameUnitSamePartner
        | LeftOutReason::SameUnitOtherPartner => false,
    }
}

/// What rows of one partner give by the figure's own measure.
fn value_of(
    indicator: &Indicator,
    merged: &Merged,
    records: &mut dyn Iterator<Item = &FieldRecord>,
) -> Result<u64, CountError> {
    let mut units: BTreeSet<UnitId> = BTreeSet::new();
    let mut amounts: Vec<u64> = Vec::new();
    for record in records {
        let heads = indicator.head_counts.as_ref().filter(|_| indicator.is_head_count(record));
        match (heads, &indicator.measure) {
            (Some(heads), _) => amounts.extend(record.amount(&heads.sum)),
            (None, Measure::Sum(column)) => amounts.extend(record.amount(column)),
            (None, Measure::Cases) => amounts.push(1),
            (None, Measure::Distinct) => drop(units.insert(merged.group(record.unit))),
        }
    }
    add_up(indicator, amounts.into_iter().chain([units.len() as u64]))
}

fn checked_by(tally: &Tally, facts: &Facts) -> Vec<(Option<String>, u64)> {
    let mut rows: BTreeMap<Option<String>, u64> = BTreeMap::new();
    for record in tally.verified() {
        *rows.entry(checker(facts, record)).or_default() += 1;
    }
    rows.into_iter().collect()
}

/// The organisation of who checked a record.
fn checker(facts: &Facts, record: &FieldRecord) -> Option<String> {
    let user = facts.records.get(&record.record)?.verified_by?;
    Some(facts.users.get(&user)?.organisation.clone())
}

/// Draws some checked rows for each figure and partner: those whose hash, with the root of the log's tree, is the least.
#[must_use]
pub fn sample(tally: &Tally, facts: &Facts, root: &str) -> Vec<Sampled> {
    let mut of_partner: BTreeMap<&PartnerCode, Vec<([u8; 32], &FieldRecord)>> = BTreeMap::new();
    for record in tally.verified() {
        let lot: [u8; 32] = Sha256::digest(format!("{root} {} {}", tally.code, record.record)).into();
        of_partner.entry(&record.partner).or_default().push((lot, record));
    }
    let drawn = of_partner.into_values().flat_map(|mut lots| {
        lots.sort_by_key(|(lot, record)| (*lot, record.record));
        lots.truncate(SAMPLED_PER_PARTNER);
        lots
    });
    drawn
        .map(|(_, record)| Sampled {
            code: tally.code.clone(),
            partner: record.partner.clone(),
            record: record.record,
            register: record.register.clone(),
            document: record.document.clone(),
            on_file: facts.has_document(record),
            place: record.place.clone(),
            checked_by: checker(facts, record),
        })
        .collect()
}
