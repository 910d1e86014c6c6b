//! Who was reached, so that nobody is counted twice. Within one partner the partner's own id says who is who; across
//! partners only a recorded decision does. Nothing merges by itself, however equal two rows look.

pub mod decide;
pub mod resolve;

pub use decide::{DecideError, decide, undo};
pub use resolve::{IdentifiedRecord, Merged, resolve_units};
