//! `hatua report`: reports are acts of their own, and who has not reported is shown as missing, never as zero.

use hatua_app::permit::{ReadReports, ReceiveReports};
use hatua_app::report::SentReport;
use hatua_core::release::{PartnerReports, ReportState};
use serde_json::json;

use crate::arguments::{Place, ReportCommand};
use crate::failure::Failure;
use crate::output::Output;
use crate::session;

/// Notes a report, or lists them.
pub fn run(place: &Place, out: Output, command: &ReportCommand) -> Result<u8, Failure> {
    match command {
        ReportCommand::Receive { partner, quarter, nil, on } => {
            let acts = session::writing(place, "hatua report receive")?;
            let permit = acts.permit::<ReceiveReports>(place.user.as_ref())?;
            let sent = SentReport { partner, quarter: *quarter, nil: *nil, received_on: *on };
            let received_on = acts.receive_report(&permit, &sent)?;
            let item =
                json!({ "partner": partner, "quarter": quarter, "nil": nil, "received_on": received_on });
            out.item(&item, || {
                format!(
                    "partner {partner}: report for {quarter} received on {received_on}{}",
                    if *nil { ", nothing to report" } else { "" }
                )
            })?;
        }
        ReportCommand::List => {
            let acts = session::reading_with_keys_if_named(place)?;
            let permit = acts.permit::<ReadReports>(place.user.as_ref())?;
            for partner in acts.reports(&permit)? {
                list(out, &partner)?;
            }
        }
    }
    Ok(0)
}

fn list(out: Output, reports: &PartnerReports) -> Result<(), Failure> {
    for (quarter, state) in &reports.quarters {
        let (word, days) = match state {
            ReportState::NotExpected => ("not_expected", None),
            ReportState::NotReported => ("not_reported", None),
            ReportState::Received(days) => ("received", Some(*days)),
            ReportState::Nil(days) => ("nil", Some(*days)),
        };
        let item = json!({ "partner": reports.partner, "quarter": quarter, "state": word, "days_after_quarter": days });
        let after = days.map(|days| format!(", {days} days after the quarter's end")).unwrap_or_default();
        out.item(&item, || format!("{} {quarter}: {}{after}", reports.partner, word.replace('_', " ")))?;
    }
    Ok(())
}
