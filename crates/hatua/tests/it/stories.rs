//! People's stories, told to the real binary: what they type, what they read, and what the site says afterwards.

mod bad_input;
mod bad_rows;
mod bundle;
mod check;
mod demonstration;
mod documents;
pub(crate) mod fifteen;
mod identity;
mod later_acts;
mod ledger;
mod meals;
mod open_data;
mod postgres;
mod processes;
mod public_site;
mod rebuilt;
mod release_week;
mod sending;
mod sign_in;
mod site_copy;
