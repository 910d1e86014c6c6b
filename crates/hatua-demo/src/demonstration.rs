//! What a recipe becomes: users, their acts in the order of time, and the files that wait to be imported.

use std::collections::BTreeMap;

use hatua_core::access::Role;
use hatua_core::id::{DocumentId, IndicatorCode, PartnerCode, RegisterName, UserEmail};
use hatua_core::ledger::Verdict;
use hatua_core::period::Quarter;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Deserialize;

/// A whole demonstration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Demonstration {
    /// From which the demonstration's ids, salts and keys are drawn as well.
    pub seed: [u8; 32],
    /// Who takes part, in the order of the recipe.
    pub users: Vec<DemoUser>,
    /// What they do, by time; no two acts share an instant.
    pub acts: Vec<DatedAct>,
    /// Files that have come and that nobody has imported yet.
    pub incoming: Vec<DemoFile>,
    /// The source documents of those files.
    pub incoming_documents: Vec<DemoDocument>,
    /// Where the scripted clock stops: the last act.
    pub ends_at: Timestamp,
    /// What the last release must say, by indicator: for the demonstration's own check.
    pub expected: BTreeMap<IndicatorCode, u64>,
}

impl Demonstration {
    /// The file of this name that is imported.
    #[must_use]
    pub fn imported(&self, name: &str) -> Option<&DemoFile> {
        self.acts.iter().find_map(|dated| match &dated.act {
            DemoAct::Import(file) if file.name == name => Some(file),
            _ => None,
        })
    }
}

/// An invented user.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoUser {
    /// The e-mail by which people know the user.
    pub email: UserEmail,
    /// An invented name.
    pub name: String,
    /// What the user is.
    pub role: Role,
    /// The organisation, in words.
    pub organisation: String,
    /// The partner for which the user acts; absent for those who act for no partner.
    pub partner: Option<PartnerCode>,
    /// The country to which the user's rights are bound; absent for all.
    pub country: Option<String>,
}

/// What somebody does at an instant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatedAct {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: UserEmail,
    /// What.
    pub act: DemoAct,
}

/// One thing that somebody does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DemoAct {
    /// Imports a partner's file.
    Import(DemoFile),
    /// Sends a page of a source document.
    Document(DemoDocument),
    /// Compares every row of a source document with it and accepts them.
    VerifyDocument {
        /// The document.
        document: DocumentId,
    },
    /// Compares every row of a file that came earlier, and that names no document, with it and accepts them.
    VerifyFile {
        /// The file's name.
        name: String,
    },
    /// Sends every row of a source document back.
    ReturnDocument {
        /// The document.
        document: DocumentId,
        /// Why.
        reason: String,
    },
    /// Withdraws every row of a source document.
    WithdrawDocument {
        /// The document.
        document: DocumentId,
        /// Why.
        reason: String,
    },
    /// Hands in a partner's report for a quarter.
    Report {
        /// The partner.
        partner: PartnerCode,
        /// The quarter.
        quarter: Quarter,
        /// Whether it says that there is nothing to report.
        nil: bool,
        /// The day on which it came.
        received_on: Date,
    },
    /// Decides whether two units are one.
    Decide {
        /// The unit that was counted first.
        a: OwnUnit,
        /// The other.
        b: OwnUnit,
        /// What is decided.
        verdict: Verdict,
        /// Why, without anything that identifies a person.
        reason: String,
    },
    /// Issues a release; the act's instant is that of its last signature.
    Release {
        /// Its number.
        number: u32,
        /// Its revision.
        revision: u32,
        /// The last day whose facts it counts.
        data_to: Date,
        /// Why it was revised; absent in a first issue.
        reason: Option<String>,
        /// Who signs it and when, in order.
        sign: Vec<(UserEmail, Timestamp)>,
    },
}

/// A partner's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoFile {
    /// For which register.
    pub register: RegisterName,
    /// From which partner.
    pub partner: PartnerCode,
    /// Its name.
    pub name: String,
    /// A workbook or CSV text.
    pub bytes: Vec<u8>,
}

/// A page of a source document, as a partner sends it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoDocument {
    /// The document that its rows name.
    pub document: DocumentId,
    /// From which partner.
    pub partner: PartnerCode,
    /// The file's name.
    pub name: String,
    /// A PDF.
    pub bytes: Vec<u8>,
}

/// A unit as its partner knows it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct OwnUnit {
    /// The kind of unit (`person`).
    pub kind: String,
    /// The partner.
    pub partner: PartnerCode,
    /// The partner's own id of it.
    pub own_id: String,
}
