//! One public function for each thing that a person does: receive a file, verify a record, merge two units, sign and
//! issue a release. Each takes the caller's permit (act *and* scope), opens one transaction, calls the rules, appends,
//! commits. Web and command line are two faces of it.

pub mod clock;
pub mod error;
pub mod permit;

mod doubt;
mod folder;

pub mod account;
pub mod bundle;
pub mod check;
pub mod definitions;
pub mod document;
pub mod figures;
mod known;
pub mod ledger;
pub mod merge;
pub mod overlap;
pub mod persons;
pub mod preparation;
pub mod programme;
pub mod public;
pub mod receive;
pub mod records;
pub mod recount;
pub mod release;
pub mod report;
pub mod shown;
pub mod verify;

pub use clock::{Clock, MachineClock, MachineEntropy, ScriptedClock, SeededEntropy};
pub use error::{AppError, ErrorClass};
pub use folder::{Acts, DataFolder};
pub use hatua_store::postgres::{AddressError, Postgres, Server};
pub use hatua_store::{
    Access, Database, Entropy, Keyring, KeyringError, ProgrammeKeys, RecordFilter, StoreError,
    WaitingDocument,
};
