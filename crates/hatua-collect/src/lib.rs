//! In: bytes to records. Whatever door they come through, reading gives records *and* a list of problems, because a
//! partner in the field can't repair a file that was merely refused.
//!
//! Collect decides nothing and stores nothing: it reads bytes, and reading the same bytes again gives the same records.

pub mod sheet;
