//! All integration tests in one binary, so that they link once.
#![expect(
    clippy::unwrap_used,
    reason = "tests/ is not seen as test code; a test that cannot go on should stop here"
)]

mod binary;
#[path = "../../../hatua-store/tests/conformance/cluster.rs"]
mod cluster;
mod docs;
#[path = "../../../hatua-store/tests/conformance/emptied.rs"]
mod emptied;
mod foretold;
mod http;
mod invariants;
mod order;
mod package;
mod recipe;
mod second_engine;
mod stories;
mod succession;
mod tidy;
mod visitor;
