//! A partner's report for a quarter is an act of its own: complete, or nil. Who has reported is never inferred from
//! imports.

use hatua_core::count::partner_reports;
use hatua_core::id::PartnerCode;
use hatua_core::ledger::Act;
use hatua_core::period::Quarter;
use hatua_core::release::PartnerReports;
use jiff::civil::Date;

use crate::error::AppError;
use crate::folder::Acts;
use crate::permit::{Permit, ReadFigures, ReceiveReports};

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
        if expected.is_none_or(|expected| quarter < expected.from) {
            return Err(AppError::Report(format!(
                "no report of partner {partner} is expected for {quarter}; `[reports]` in programme.toml says who reports from when"
            )));
        }
        self.write(|tx, moment| {
            let received_on = received_on.unwrap_or_else(|| moment.today());
            if received_on <= quarter.last_day() || received_on > moment.today() {
                return Err(AppError::Report(format!(
                    "a report for {quarter} can be received from {} to today ({}), not on {received_on}; name the day on which it came",
                    quarter.next().first_day(),
                    moment.today()
                )));
            }
            let act = Act::ReportReceived { partner: partner.clone(), quarter, nil, received_on };
            tx.append(moment.at, permit.user(), act)?;
            Ok(received_on)
        })
    }

    /// Who reported when, up to a quarter: by default the last one that has ended and that the programme has.
    ///
    /// # Errors
    /// When the ledger can't be read.
    pub fn reports(&self, _permit: &Permit<ReadFigures>) -> Result<Vec<PartnerReports>, AppError> {
        self.read_facts(|facts| {
            let newest_released = facts.releases.last().map(|release| Quarter::of(release.data_to));
            let newest_received = facts.reports.keys().map(|(_, quarter)| *quarter).max();
            let last = newest_released.max(newest_received).unwrap_or(self.package().periods.first);
            Ok(partner_reports(self.package(), facts, last))
        })
    }
}
