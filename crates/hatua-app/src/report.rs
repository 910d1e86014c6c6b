//! A partner's report for a quarter is an act of its own: complete, or nil. Who has reported is never inferred from
//! imports.

use hatua_core::count::partner_reports;
use hatua_core::id::PartnerCode;
use hatua_core::ledger::Act;
use hatua_core::period::Quarter;
use hatua_core::record::{Facts, RecordState, Status};
use hatua_core::release::PartnerReports;
use jiff::civil::Date;

use crate::error::AppError;
use crate::folder::Acts;
use crate::permit::{Permit, ReadReports, ReceiveReports};

/// A report as a partner sent it.
#[derive(Debug, Clone, Copy)]
pub struct SentReport<'a> {
    /// The partner.
    pub partner: &'a PartnerCode,
    /// The quarter.
    pub quarter: Quarter,
    /// Whether it says that there is nothing to report.
    pub nil: bool,
    /// The day on which it came; absent for today.
    pub received_on: Option<Date>,
}

impl Acts {
    /// Notes that a report was received. Gives the day that was noted: without one today.
    ///
    /// # Errors
    /// When nothing is expected of this partner for this quarter, when the quarter has not ended, or when the day lies
    /// in the future.
    pub fn receive_report(
        &self,
        permit: &Permit<ReceiveReports>,
        sent: &SentReport,
    ) -> Result<Date, AppError> {
        let SentReport { partner, quarter, nil, received_on } = *sent;
        self.check_partner(permit.scope(), permit.user(), partner)?;
        let expected = self.package().reports.expected.iter().find(|expected| expected.partner == *partner);
        let last = self.package().periods.last;
        if expected.is_none_or(|expected| quarter < expected.from) || quarter > last {
            return Err(AppError::Report(format!(
                "no report of partner {partner} is expected for {quarter}; `[reports]` and `[periods]` in programme.toml say who reports from when and until when"
            )));
        }
        self.write(|tx, moment| {
            let (first, today) = (quarter.next().first_day(), moment.today());
            let received_on = received_on.unwrap_or(today);
            if today < first {
                return Err(AppError::Report(format!("{quarter} has not ended yet; its report can be received from {first} on")));
            }
            if received_on < first || received_on > today {
                return Err(AppError::Report(format!(
                    "a report for {quarter} can't have come on {received_on}; write a day from {first} to today ({today})"
                )));
            }
            self.with_facts(tx, |facts| self.check_report(facts, sent))?;
            let act = Act::ReportReceived { partner: partner.clone(), quarter, nil, received_on };
            tx.append(moment.at, permit.user(), act)?;
            Ok(received_on)
        })
    }

    /// A report is received once, and says that there is nothing only where nothing was sent.
    fn check_report(&self, facts: &Facts, sent: &SentReport) -> Result<(), AppError> {
        let SentReport { partner, quarter, nil, .. } = *sent;
        if let Some(known) = facts.reports.get(&(partner.clone(), quarter)) {
            return Err(AppError::Report(format!(
                "the report of partner {partner} for {quarter} was received on {} already; later facts go into the next one",
                known.received_on
            )));
        }
        let is_of_quarter = |state: &RecordState| {
            let register = &self.package().registers[&state.record.register];
            let day = state.record.date(&register.date);
            state.record.partner == *partner
                && state.status != Status::Withdrawn
                && day.is_some_and(|day| Quarter::of(day) == quarter)
        };
        let sent_rows = facts.records.values().filter(|state| is_of_quarter(state)).count();
        if nil && sent_rows > 0 {
            return Err(AppError::Report(format!(
                "partner {partner} has sent {sent_rows} records of {quarter}; withdraw them first, or receive the report without --nil"
            )));
        }
        Ok(())
    }

    /// Who reported when, up to the last quarter that a report or a release knows; only the partners that the caller
    /// acts for.
    ///
    /// # Errors
    /// When the ledger can't be read.
    pub fn reports(&self, permit: &Permit<ReadReports>) -> Result<Vec<PartnerReports>, AppError> {
        self.read_facts(|facts| {
            let newest_released = facts.releases.last().map(|release| Quarter::of(release.data_to));
            let newest_received = facts.reports.keys().map(|(_, quarter)| *quarter).max();
            let last = newest_released.max(newest_received).unwrap_or(self.package().periods.first);
            let mut reports = partner_reports(self.package(), facts, last);
            let partners = permit.scope().partners.as_ref();
            reports.retain(|report| partners.is_none_or(|partners| partners.contains(&report.partner)));
            Ok(reports)
        })
    }
}
