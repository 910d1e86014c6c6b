//! All integration tests in one binary, so that they link once.
#![expect(
    clippy::unwrap_used,
    reason = "tests/ is not seen as test code; a test that cannot go on should stop here"
)]

mod docs;
mod succession;
mod tidy;
