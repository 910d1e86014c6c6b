//! The acts by which a record changes its state, and who may do them. Nobody verifies what they entered.

use crate::id::{RecordId, UserId};
use crate::ledger::Act;
use crate::programme::{Register, condition::Row};
use crate::reason::{Reason, ReasonError};
use crate::record::{RecordState, Status};

/// Why a record can't be verified, returned or withdrawn.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum VerifyError {
    /// The one who entered a record may not verify it.
    #[error("record {record} was entered by the same user; another person has to compare it with its source")]
    OwnRecord {
        /// The record.
        record: RecordId,
    },
    /// The record is in a state from which the act does not lead on.
    #[error("record {record} is {status}; {allowed}", status = status.as_str())]
    WrongStatus {
        /// The record.
        record: RecordId,
        /// Its state.
        status: Status,
        /// What would be possible.
        allowed: &'static str,
    },
    /// The register asks for something that the record lacks.
    #[error(
        "record {record} lacks what its register asks for before it can be verified (`needs` in the register's file)"
    )]
    NeedsMissing {
        /// The record.
        record: RecordId,
    },
    /// The answer is asked for by a day that has passed.
    #[error("{due} has passed; name a day from {today} on by which the partner should have answered")]
    DuePassed {
        /// The day that was named.
        due: jiff::civil::Date,
        /// Today.
        today: jiff::civil::Date,
    },
    /// The reason can't stand in the ledger.
    #[error(transparent)]
    Reason(#[from] ReasonError),
}

/// Accepts a record that was compared with its source.
///
/// # Errors
/// When the user entered the record, when it does not wait for a check, or when its register asks for more.
pub fn accept(
    state: &RecordState,
    register: &Register,
    row: &dyn Row,
    by: UserId,
    today: jiff::civil::Date,
) -> Result<Act, VerifyError> {
    let record = state.record.record;
    if state.author == by {
        return Err(VerifyError::OwnRecord { record });
    }
    match state.status {
        Status::Pending | Status::Returned => {}
        status @ (Status::Verified | Status::Withdrawn) => {
            return Err(VerifyError::WrongStatus {
                record,
                status,
                allowed: "only a pending or returned record can be verified",
            });
        }
    }
    if register.needs.as_ref().is_some_and(|needs| !needs.holds(row, today)) {
        return Err(VerifyError::NeedsMissing { record });
    }
    Ok(Act::RecordVerified { record })
}

/// Sends a record back to its partner, who should have answered by the day `due`, where one is named.
///
/// # Errors
/// Without a fit reason, with a day before today, or when the record was returned already or withdrawn.
pub fn give_back(
    state: &RecordState,
    reason: &str,
    due: Option<jiff::civil::Date>,
    today: jiff::civil::Date,
) -> Result<Act, VerifyError> {
    let record = state.record.record;
    let reason = Reason::new(reason)?.into();
    if let Some(due) = due.filter(|due| *due < today) {
        return Err(VerifyError::DuePassed { due, today });
    }
    match state.status {
        Status::Pending | Status::Verified => Ok(Act::RecordReturned { record, reason, due }),
        status @ (Status::Returned | Status::Withdrawn) => Err(VerifyError::WrongStatus {
            record,
            status,
            allowed: "only a pending or verified record can be returned",
        }),
    }
}

/// Withdraws a record: it stays with its reason and no longer counts.
///
/// # Errors
/// Without a fit reason, or when it was withdrawn already.
pub fn withdraw(state: &RecordState, reason: &str) -> Result<Act, VerifyError> {
    let record = state.record.record;
    let reason = Reason::new(reason)?.into();
    match state.status {
        Status::Pending | Status::Verified | Status::Returned => Ok(Act::RecordWithdrawn { record, reason }),
        status @ Status::Withdrawn => {
            Err(VerifyError::WrongStatus { record, status, allowed: "nothing is left to withdraw" })
        }
    }
}
