//! Who has reported: "6 of 7 partners". A report is an act of its own; coverage is never inferred from imports.

use crate::id::RegisterName;
use crate::period::Quarter;
use crate::programme::{ExpectedReports, Indicator, Programme};
use crate::record::Facts;
use crate::release::{Coverage, PartnerReports, ReportState};

/// How many of the partners whose registers feed an indicator have reported for a quarter.
#[must_use]
pub fn coverage(programme: &Programme, indicator: &Indicator, facts: &Facts, quarter: Quarter) -> Coverage {
    let feeds =
        |registers: &[RegisterName]| indicator.registers().any(|register| registers.contains(register));
    let expected: Vec<_> = programme
        .reports
        .expected
        .iter()
        .filter(|expected| expected.from <= quarter && feeds(&expected.registers))
        .collect();
    let answered = expected
        .iter()
        .filter(|expected| facts.reports.contains_key(&(expected.partner.clone(), quarter)))
        .count();
    assert!(answered <= expected.len(), "only an expected report can be an answer");
    let count = |partners: usize| u32::try_from(partners).expect("a programme has fewer than 2^32 partners");
    Coverage { quarter, answered: count(answered), expected: count(expected.len()) }
}

/// Who reported when, for every partner and every quarter up to `last`.
#[must_use]
pub fn partner_reports(programme: &Programme, facts: &Facts, last: Quarter) -> Vec<PartnerReports> {
    programme
        .reports
        .expected
        .iter()
        .map(|expected| PartnerReports {
            partner: expected.partner.clone(),
            quarters: programme
                .periods
                .first
                .through(last)
                .into_iter()
                .map(|quarter| (quarter, report_state(facts, expected, quarter)))
                .collect(),
        })
        .collect()
}

/// How many expected reports of a release came in time, late, with nothing to report, or not at all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ReportTally {
    /// Received on the due day or before.
    pub on_time: u64,
    /// Received after it.
    pub late: u64,
    /// Received with nothing to report, whenever.
    pub nil: u64,
    /// Not received.
    pub missing: u64,
}

impl ReportTally {
    /// All reports that were expected.
    #[must_use]
    pub fn expected(&self) -> u64 {
        self.on_time + self.late + self.nil + self.missing
    }
}

/// Tallies the reports of a release. `due_day` is the day after the quarter's end on which they are due.
#[must_use]
pub fn report_tally(reports: &[PartnerReports], due_day: u8) -> ReportTally {
    let mut tally = ReportTally::default();
    for (_, state) in reports.iter().flat_map(|partner| &partner.quarters) {
        match state {
            ReportState::Received(_) if state.is_late(due_day) => tally.late += 1,
            ReportState::Received(_) => tally.on_time += 1,
            ReportState::Nil(_) => tally.nil += 1,
            ReportState::NotReported => tally.missing += 1,
            ReportState::NotExpected => {}
        }
    }
    tally
}

fn report_state(facts: &Facts, expected: &ExpectedReports, quarter: Quarter) -> ReportState {
    match facts.reports.get(&(expected.partner.clone(), quarter)) {
        Some(report) => {
            let days = (report.received_on - quarter.last_day()).get_days();
            if report.nil { ReportState::Nil(days) } else { ReportState::Received(days) }
        }
        None if expected.from <= quarter => ReportState::NotReported,
        None => ReportState::NotExpected,
    }
}
