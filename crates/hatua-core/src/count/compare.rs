//! Two tallies side by side, record by record: what stands in only one of them, or with another amount, and why.

use std::collections::{BTreeMap, BTreeSet};

use crate::count::tally::Tally;
use crate::id::RecordId;
use crate::record::FieldRecord;
use crate::release::LeftOutReason;

/// What a record does for a tally.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// It adds so much: 1 for a unit or a case, else an amount.
    Adds(u64),
    /// It is left out.
    LeftOut(LeftOutReason),
}

impl Share {
    /// What it adds.
    #[must_use]
    pub fn adds(self) -> u64 {
        match self {
            Self::Adds(weight) => weight,
            Self::LeftOut(_) => 0,
        }
    }
}

/// A record that adds something else to one tally than to the other.
#[derive(Debug, Clone, Copy)]
pub struct Difference<'a> {
    /// The record.
    pub record: &'a FieldRecord,
    /// What it does in the first tally.
    pub first: Share,
    /// What it does in the second.
    pub second: Share,
}

/// The records that add something else to the second tally, in the order of the first and then of the second. The second
/// value is the first one, less what they add there, plus what they add here.
#[must_use]
pub fn compare<'a>(first: &Tally<'a>, second: &Tally<'a>) -> Vec<Difference<'a>> {
    let (in_first, in_second) = (shares(first), shares(second));
    // A record of a register that a rule does not read is no part of its tally at all.
    let share = |shares: &BTreeMap<RecordId, Share>, record: &FieldRecord| {
        shares.get(&record.record).copied().unwrap_or(Share::LeftOut(LeftOutReason::Rule))
    };
    let mut seen = BTreeSet::new();
    let counted = first.counted.iter().chain(&second.counted).map(|counted| counted.record);
    counted
        .filter(|record| seen.insert(record.record))
        .map(|record| Difference {
            record,
            first: share(&in_first, record),
            second: share(&in_second, record),
        })
        .filter(|difference| difference.first != difference.second)
        .collect()
}

fn shares(tally: &Tally) -> BTreeMap<RecordId, Share> {
    let left_out =
        tally.left_out.iter().map(|left_out| (left_out.record.record, Share::LeftOut(left_out.reason)));
    let counted = tally.counted.iter().map(|counted| (counted.record.record, Share::Adds(counted.weight)));
    left_out.chain(counted).collect()
}
