//! What may be counted, and who may say so. A record counts when a second person has compared it with its source.

pub mod accept;
pub mod countable;
pub mod raw;

pub use accept::{VerifyError, accept, give_back, withdraw};
pub use countable::{JoinedRow, LeftOutRecord, References, Sifted, VerifiedRecord, verified_records};
pub use raw::{RawColumn, RawFacts, RawFactsError, RawRecord, Seen};
