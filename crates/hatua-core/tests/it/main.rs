//! Packages read from their folders: the ones that this repository holds, and copies of them with mistakes.
#![expect(clippy::unwrap_used, reason = "a test that can't read its own files fails")]

mod counting;
mod definitions;
mod docs;
mod folder;
mod golden;
mod guards;
mod masking;
mod merging;
mod mistakes;
mod mistakes_of_rules;
mod mistakes_of_time;
mod overlap;
mod programmes;
mod protection;
mod releases;
mod shelter_counting;
mod shelters;
mod story;
mod succession;
mod years;
