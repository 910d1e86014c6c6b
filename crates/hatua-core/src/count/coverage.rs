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
