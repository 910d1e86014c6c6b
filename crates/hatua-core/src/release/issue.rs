//! Signing and issuing. A release is signed by the consortium's lead and then by a verifier of another organisation,
//! neither of whom entered or checked the records behind a changed figure.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::access::Role;
use crate::count::{CountError, count_figures};
use crate::id::{RecordId, UnitId, UserId};
use crate::ledger::Act;
use crate::programme::Programme;
use crate::record::facts::DraftSignature;
use crate::record::{Facts, KnownUser};
use crate::release::draft::Draft;
use crate::release::{Release, Signature};

/// Why a draft can't be signed or issued.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SignError {
    /// Only two roles sign.
    #[error(
        "a release is signed by the consortium's lead and then by a verifier of another organisation; this user is neither"
    )]
    WrongRole,
    /// The lead signs first.
    #[error("the consortium's lead signs first; no signature of the lead is under this draft")]
    LeadFirst,
    /// The same role twice.
    #[error("this draft has been signed in this role already")]
    SignedAlready,
    /// Two organisations are needed.
    #[error("the two signatures have to be of two organisations; both users belong to {organisation}")]
    SameOrganisation {
        /// The organisation of both.
        organisation: String,
    },
    /// A signer has worked on what changes.
    #[error(
        "this user entered or checked {records} of the records behind a changed figure, so another person has to sign"
    )]
    WorkedOnIt {
        /// How many records.
        records: usize,
    },
    /// Two signatures are needed.
    #[error("{found} of 2 signatures are under this draft; the lead's and then a verifier's are needed")]
    NotSigned {
        /// How many there are.
        found: usize,
    },
}

/// Two signatures under one draft. Only [`signatures_under`] makes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TwoSignatures([Signature; 2]);

/// Signs a draft. `behind` are the records behind its changed figures.
///
/// # Errors
/// When the user may not sign it, or not yet.
pub fn sign(draft: &Draft, facts: &Facts, behind: &BTreeSet<RecordId>, by: UserId) -> Result<Act, SignError> {
    let user = facts.users.get(&by).ok_or(SignError::WrongRole)?;
    let given = signatures_of(draft, facts);
    let lead = given.iter().find(|(_, user)| user.role == Role::ConsortiumLead);
    match user.role {
        Role::ConsortiumLead if lead.is_some() => return Err(SignError::SignedAlready),
        Role::ConsortiumLead => {}
        Role::Verifier => {
            let (_, lead) = lead.ok_or(SignError::LeadFirst)?;
            if lead.organisation == user.organisation {
                return Err(SignError::SameOrganisation { organisation: user.organisation.clone() });
            }
            if given.iter().any(|(_, user)| user.role == Role::Verifier) {
                return Err(SignError::SignedAlready);
            }
        }
        Role::FieldOfficer
        | Role::PartnerMe
        | Role::ProgrammeManager
        | Role::MinistryCounterpart
        | Role::Caseworker
        | Role::Auditor
        | Role::Administrator => return Err(SignError::WrongRole),
    }
    let worked_on = behind.iter().filter(|record| has_worked_on(facts, record, by)).count();
    if worked_on > 0 {
        return Err(SignError::WorkedOnIt { records: worked_on });
    }
    Ok(Act::ReleaseSigned {
        release: draft.id,
        ledger_size: draft.ledger_size,
        data_to: draft.data_to,
        draft_hash: draft.hash(),
        role: user.role,
        organisation: user.organisation.clone(),
    })
}

/// The two signatures under a draft.
///
/// # Errors
/// When there are fewer.
pub fn signatures_under(draft: &Draft, facts: &Facts) -> Result<TwoSignatures, SignError> {
    let given = signatures_so_far(draft, facts);
    <[Signature; 2]>::try_from(given)
        .map(TwoSignatures)
        .map_err(|fewer| SignError::NotSigned { found: fewer.len() })
}

/// The signatures under a draft, in order.
#[must_use]
pub fn signatures_so_far(draft: &Draft, facts: &Facts) -> Vec<Signature> {
    let signature = |(signature, user): (&DraftSignature, &KnownUser)| Signature {
        role: user.role,
        organisation: user.organisation.clone(),
        at: signature.at,
    };
    signatures_of(draft, facts).into_iter().map(signature).collect()
}

/// Issues a signed draft. The only maker of a release.
#[must_use]
pub fn issue_release(draft: Draft, TwoSignatures(signatures): TwoSignatures, issued_on: Date) -> Release {
    assert!(signatures[0].at <= signatures[1].at, "the lead signs first");
    Release {
        programme: draft.programme,
        id: draft.id,
        demonstration: draft.demonstration,
        data_from: draft.data_from,
        data_to: draft.data_to,
        issued_on,
        ledger_size: draft.ledger_size,
        programme_version: draft.programme_version,
        figures: draft.figures,
        reports: draft.reports,
        signatures: signatures.to_vec(),
    }
}

/// The records behind the figures that change between two moments: those counted in only one of the two, or under
/// another unit. `before` is the ledger when the last release was counted, with that release's last day; absent for the
/// first release, where everything changes.
///
/// # Errors
/// When the amounts of a figure add up to more than it can hold.
pub fn records_behind_changes(
    programme: &Programme,
    before: Option<(&Facts, Date)>,
    now: (&Facts, Date),
) -> Result<BTreeSet<RecordId>, CountError> {
    let counted = |(facts, until): (&Facts, Date)| -> Result<_, CountError> {
        let tallies = count_figures(programme, facts, until)?;
        let counted = tallies.iter().enumerate().flat_map(|(figure, tally)| {
            tally.counted.iter().map(move |counted| (figure, counted.record.record, counted.unit))
        });
        Ok(counted.collect::<BTreeSet<(usize, RecordId, UnitId)>>())
    };
    let before = before.map(counted).transpose()?.unwrap_or_default();
    Ok(before.symmetric_difference(&counted(now)?).map(|(_, record, _)| *record).collect())
}

fn signatures_of<'a>(draft: &Draft, facts: &'a Facts) -> Vec<(&'a DraftSignature, &'a KnownUser)> {
    let hash = draft.hash();
    facts
        .signatures
        .iter()
        .filter(|signature| matches!(&signature.act, Act::ReleaseSigned { draft_hash, .. } if *draft_hash == hash))
        .filter_map(|signature| Some((signature, facts.users.get(&signature.by)?)))
        .collect()
}

fn has_worked_on(facts: &Facts, record: &RecordId, user: UserId) -> bool {
    facts.records.get(record).is_some_and(|state| state.author == user || state.verified_by == Some(user))
}
