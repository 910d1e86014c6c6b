//! Every command is one file: it opens the folder, calls one act or reader, and prints.

pub mod bundle;
pub mod decide;
pub mod demo;
pub mod document;
pub mod explain;
pub mod export;
pub mod figures;
pub mod import;
pub mod ledger;
pub mod overlap;
pub mod programme;
pub mod rebuild;
pub mod records;
pub mod release;
pub mod report;
pub mod serve;
pub mod site_copy;
pub mod user;
pub mod what_if;
