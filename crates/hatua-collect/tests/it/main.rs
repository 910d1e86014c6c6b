//! Stories of the spreadsheet door: files as partners send them, written by the tests themselves.
#![expect(clippy::unwrap_used, reason = "a test that can't build its file has failed")]

mod cases;
mod contradictions;
mod files;
mod keys;
mod programme;
mod properties;
mod reference;
mod register;
mod rules;
mod safety;
mod workbooks;
