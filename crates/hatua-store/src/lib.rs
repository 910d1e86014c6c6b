//! The ledger and the vault on disk. The only crate with SQL; nothing here knows a rule, a programme or a country.
//!
//! - The ledger is a transparency log: entries are appended, hashed into a tree, its head is signed; nothing is ever
//!   updated or deleted (`docs/reference/ledger.md`).
//! - The vault holds what identifies a person, and received bytes, each sealed under a key of its own; the keys that
//!   wrap them are in the keyring, outside the data folder (`docs/reference/keyring.md`).
//! - Views are what the ledger says, arranged for finding; they can be made again at any time.
//!
//! One act is one transaction:
//!
//! ```
//! use hatua_core::id::{PartnerCode, ProgrammeId, UserId};
//! use hatua_core::ledger::Act;
//! use hatua_store::{Access, Entropy, ProgrammeKeys, Store, StoreError};
//!
//! # struct Random;
//! # impl Entropy for Random {
//! #     fn fill(&mut self, bytes: &mut [u8]) {
//! #         bytes.fill(7);
//! #     }
//! # }
//! # let parent = tempfile::tempdir().expect("a folder");
//! # let folder = parent.path().join("hatua-data");
//! # let at = "2018-05-02T10:00:00Z".parse().expect("an instant");
//! let programme = ProgrammeId::new("water").expect("a slug");
//! let keys = ProgrammeKeys::new("example.org/water", &mut Random)?;
//! let store = Store::open(&folder, Access::Write, "an example")?;
//! store.add_programme(&programme, &keys)?;
//!
//! let entry = store.write(&programme, &keys, &mut Random, |tx| {
//!     let report = Act::ReportReceived {
//!         partner: PartnerCode::new("A").expect("a code"),
//!         quarter: "2018-Q1".parse().expect("a quarter"),
//!         nil: false,
//!         received_on: jiff::civil::date(2018, 4, 20),
//!     };
//!     tx.append(at, UserId::OPERATOR, report)
//! })?;
//! assert_eq!(entry.sequence, 0);
//!
//! let report = store.read(&programme, |tx| tx.verify(Some(&keys), None))?;
//! assert!(report.findings.is_empty());
//! # Ok::<(), StoreError>(())
//! ```

pub mod accounts;
pub mod bundle;
pub mod checking;
pub mod driver;
pub mod error;
pub mod keyring;
pub mod postgres;
pub mod proof;
pub mod seal;
pub mod sqlite;
pub mod store;
pub mod transaction;

mod files;
mod index;
mod ledger;
mod log;
mod migrations;
pub mod received;
pub mod records;
pub mod recount;
pub mod registry;
mod releases;
mod vault;
pub mod verify;
pub mod views;

pub use accounts::{StoredInvitation, StoredSession};
pub use bundle::{BundleError, BundleFinding, BundleProblem, Unsealed, seal_bundle, unseal};
pub use checking::WaitingDocument;
pub use error::StoreError;
pub use keyring::{Keyring, KeyringError, ProgrammeKeys};
pub use proof::{ProofError, Proven, SignedHead, verify_head, verify_proof};
pub use records::RecordFilter;
pub use recount::{RecountError, Recounted, recount_files};
pub use registry::PackageVersion;
pub use seal::Entropy;
pub use store::{Access, Database, Store};
pub use transaction::{ReadTx, WriteTx};
pub use verify::{VerifyReport, roots_at};
pub use views::Difference;
