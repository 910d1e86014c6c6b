//! Who may do what, and where it holds. A right is an act *and* a scope: a right to verify is never a right to verify
//! any record.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::id::{PartnerCode, ProgrammeId, UserEmail, UserId};

/// Where a right holds. The readers of the store take it: what lies outside is not found, not counted, not listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    /// The one programme.
    pub programme: ProgrammeId,
    /// The partners whose records may be seen or changed; `None` is all of them.
    pub partners: Option<BTreeSet<PartnerCode>>,
    /// The countries (codes of the dimension `country`); `None` is all of them.
    pub countries: Option<BTreeSet<String>>,
}

impl Scope {
    /// All of one programme.
    #[must_use]
    pub fn whole(programme: ProgrammeId) -> Self {
        Self { programme, partners: None, countries: None }
    }

    /// Whether nothing of the programme lies outside.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.partners.is_none() && self.countries.is_none()
    }

    /// Whether a record of this partner and country lies inside. A record without a country lies only in a scope
    /// of all countries.
    #[must_use]
    pub fn holds(&self, partner: &PartnerCode, country: Option<&str>) -> bool {
        self.partners.as_ref().is_none_or(|partners| partners.contains(partner))
            && self
                .countries
                .as_ref()
                .is_none_or(|countries| country.is_some_and(|country| countries.contains(country)))
    }
}

/// What a user is in the programme; the words are the field's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Enters records in the field.
    FieldOfficer,
    /// A partner's monitoring and evaluation officer.
    PartnerMe,
    /// The consortium's monitoring and evaluation lead.
    ConsortiumLead,
    /// Compares records with their source; of a body of their own.
    Verifier,
    /// The donor's programme manager: all figures, no person data, never signs.
    ProgrammeManager,
    /// A ministry's counterpart: own country's stations, institutions, trainings.
    MinistryCounterpart,
    /// Protects victims of trafficking: own cases only.
    Caseworker,
    /// Everything but direct identifiers, for a limited time.
    Auditor,
    /// Keeps the machine and its users; sees no data.
    Administrator,
}

impl Role {
    const ALL: [Self; 9] = [
        Self::FieldOfficer,
        Self::PartnerMe,
        Self::ConsortiumLead,
        Self::Verifier,
        Self::ProgrammeManager,
        Self::MinistryCounterpart,
        Self::Caseworker,
        Self::Auditor,
        Self::Administrator,
    ];

    /// The word as files and commands write it (`partner_me`).
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::FieldOfficer => "field_officer",
            Self::PartnerMe => "partner_me",
            Self::ConsortiumLead => "consortium_lead",
            Self::Verifier => "verifier",
            Self::ProgrammeManager => "programme_manager",
            Self::MinistryCounterpart => "ministry_counterpart",
            Self::Caseworker => "caseworker",
            Self::Auditor => "auditor",
            Self::Administrator => "administrator",
        }
    }

    /// Whether a user of this role signs in with a second factor: all who can see persons, sign, or let others in. The
    /// donor's manager and a ministry's counterpart see figures and things only.
    #[must_use]
    pub fn needs_second_factor(self) -> bool {
        match self {
            Self::FieldOfficer
            | Self::PartnerMe
            | Self::ConsortiumLead
            | Self::Verifier
            | Self::Caseworker
            | Self::Auditor
            | Self::Administrator => true,
            Self::ProgrammeManager | Self::MinistryCounterpart => false,
        }
    }

    /// Whether a user of this role acts for one partner only.
    #[must_use]
    pub fn is_of_a_partner(self) -> bool {
        match self {
            Self::FieldOfficer | Self::PartnerMe | Self::Caseworker => true,
            Self::ConsortiumLead
            | Self::Verifier
            | Self::ProgrammeManager
            | Self::MinistryCounterpart
            | Self::Auditor
            | Self::Administrator => false,
        }
    }
}

impl std::str::FromStr for Role {
    type Err = String;
    fn from_str(text: &str) -> Result<Self, String> {
        let known = Self::ALL.map(Self::as_str).join(", ");
        Self::ALL
            .into_iter()
            .find(|role| role.as_str() == text)
            .ok_or_else(|| format!("`{text}` is no role: {known}"))
    }
}

/// A user of the programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct User {
    /// The id by which the ledger knows the user.
    pub id: UserId,
    /// The e-mail by which people know the user.
    pub email: UserEmail,
    /// The name shown to colleagues.
    pub name: String,
    /// What the user is.
    pub role: Role,
    /// The organisation, in words.
    pub organisation: String,
    /// The partner for which the user acts; absent for those who act for no partner.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<PartnerCode>,
    /// The country to which the user's rights are bound; absent for all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
}
