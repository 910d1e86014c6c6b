//! The ledger and the vault on disk. The only crate with SQL; nothing here knows a rule, a programme or a country.
//!
//! - The ledger is a transparency log: entries are appended, hashed into a tree, its head is signed; nothing is ever
//!   updated or deleted (`docs/reference/ledger.md`).
//! - The vault holds what identifies a person, and received bytes, each sealed under a key of its own; the keys that
//!   wrap them are in the keyring, outside the data folder (`docs/reference/keyring.md`).
//! - Views are what the ledger says, arranged for finding; they can be made again at any time.

pub mod driver;
pub mod error;
pub mod keyring;
pub mod proof;
pub mod seal;
pub mod sqlite;
pub mod store;
pub mod transaction;

pub mod decisions;
mod files;
mod index;
mod ledger;
mod log;
mod migrations;
pub mod received;
pub mod records;
pub mod registry;
mod vault;
pub mod verify;
pub mod views;

pub use error::StoreError;
pub use keyring::{Keyring, KeyringError, ProgrammeKeys};
pub use proof::{ProofError, Proven, verify_proof};
pub use seal::Entropy;
pub use store::{Access, Store};
pub use transaction::{ReadTx, WriteTx};
