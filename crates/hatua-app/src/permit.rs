//! Rights. An act takes a permit for it as its argument: without one the call does not compile. A permit carries the
//! scope within which it holds, and the store's readers are given that scope.

use std::collections::BTreeSet;
use std::marker::PhantomData;

use hatua_core::access::{Role, Scope, User};
use hatua_core::id::{ProgrammeId, UserId};

use crate::error::AppError;

/// An act that needs a right.
pub trait Right {
    /// The act in words, for the sentence of refusal ("verify records").
    const NAME: &'static str;
    /// The roles that have it. The operator of the machine has every right but that to sign.
    const ROLES: &'static [Role];
    /// Whether the machine's operator has it, who acts without an account.
    const OPERATOR: bool = true;
}

/// Declares the acts. A macro, because each is only a name, a sentence and a list.
macro_rules! rights {
    ($($(#[$doc:meta])* $name:ident, $sentence:literal, [$($role:ident),*] $(, operator: $operator:literal)?;)*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy)]
            pub struct $name;

            impl Right for $name {
                const NAME: &'static str = $sentence;
                const ROLES: &'static [Role] = &[$(Role::$role),*];
                $(const OPERATOR: bool = $operator;)?
            }
        )*
    };
}

rights! {
    /// Loading a package and adding users.
    RunProgramme, "load packages and add users", [Administrator];
    /// Sending files of records.
    ImportRecords, "import records", [FieldOfficer, PartnerMe];
    /// Sending scans and pictures of source documents.
    ReceiveDocuments, "receive source documents", [FieldOfficer, PartnerMe];
    /// Noting that a report was received.
    ReceiveReports, "receive reports", [PartnerMe, ConsortiumLead];
    /// Comparing records with their source: verifying and returning them.
    VerifyRecords, "verify and return records", [Verifier];
    /// Seeing the personal columns of records and the scans of their lists, to compare the two.
    SeePersons, "see what identifies persons", [Verifier], operator: false;
    /// Withdrawing records.
    WithdrawRecords, "withdraw records", [PartnerMe, ConsortiumLead];
    /// Deciding who is who.
    DecideUnits, "decide who is who", [ConsortiumLead];
    /// Listing records without what identifies persons.
    ReadRecords, "read records", [FieldOfficer, PartnerMe, ConsortiumLead, Verifier, Auditor];
    /// Seeing figures before they are issued, and their breakdowns before disclosure control.
    ReadFigures, "read unissued figures", [ConsortiumLead, Verifier, ProgrammeManager, Auditor];
    /// Taking the facts behind a release away, to count it again elsewhere.
    ExportFacts, "export the facts behind a release", [ConsortiumLead, Verifier, Auditor];
    /// Making the bundle of a release, which is handed over to an auditor.
    BundleRelease, "make the bundle of a release", [ConsortiumLead, Auditor];
    /// Seeing who reported when.
    ReadReports, "read who reported", [PartnerMe, ConsortiumLead, Verifier, ProgrammeManager, Auditor];
    /// Preparing a release: its period, the reasons that will be published; answering the donor.
    PrepareRelease, "prepare releases", [ConsortiumLead];
    /// Accepting an issued release, or asking about it.
    ReviewRelease, "accept releases or ask about them", [ProgrammeManager], operator: false;
    /// Signing a release.
    SignRelease, "sign releases", [ConsortiumLead, Verifier], operator: false;
    /// Issuing a signed release.
    IssueRelease, "issue releases", [ConsortiumLead, Verifier];
    /// Checking the ledger and rebuilding what is derived from it.
    KeepLedger, "check and rebuild the ledger", [Administrator, Auditor, ConsortiumLead];
}

/// The right to do one act, by one user, within a scope.
#[derive(Debug, Clone)]
pub struct Permit<A> {
    user: UserId,
    scope: Scope,
    act: PhantomData<A>,
}

impl<A> Permit<A> {
    /// Who acts.
    #[must_use]
    pub fn user(&self) -> UserId {
        self.user
    }

    /// Where the right holds.
    #[must_use]
    pub fn scope(&self) -> &Scope {
        &self.scope
    }
}

/// Gives the permit, if the user has the right. `None` is the machine's operator.
///
/// # Errors
/// When the user's role has no such right.
pub fn permit<A: Right>(programme: &ProgrammeId, user: Option<&User>) -> Result<Permit<A>, AppError> {
    let Some(user) = user else {
        return if A::OPERATOR {
            Ok(Permit { user: UserId::OPERATOR, scope: Scope::whole(programme.clone()), act: PhantomData })
        } else {
            Err(AppError::NeedsUser { act: A::NAME })
        };
    };
    if !A::ROLES.contains(&user.role) {
        return Err(AppError::NoRight { user: user.email.clone(), act: A::NAME });
    }
    let scope = Scope {
        programme: programme.clone(),
        partners: user
            .partner
            .clone()
            .filter(|_| user.role.is_of_a_partner())
            .map(|partner| BTreeSet::from([partner])),
        countries: user.country.clone().map(|country| BTreeSet::from([country])),
    };
    Ok(Permit { user: user.id, scope, act: PhantomData })
}

#[cfg(test)]
mod tests {
    use super::*;
    use hatua_core::id::{PartnerCode, UserEmail};

    fn user(role: Role, partner: Option<&str>) -> User {
        User {
            id: UserId::OPERATOR,
            email: UserEmail::new("somebody@example.org").unwrap(),
            name: "Somebody".into(),
            role,
            organisation: "Body".into(),
            partner: partner.map(|code| PartnerCode::new(code).unwrap()),
            country: None,
        }
    }

    #[test]
    fn a_partners_officer_acts_only_for_that_partner() {
        let programme = ProgrammeId::new("meals").unwrap();
        let permit = permit::<ImportRecords>(&programme, Some(&user(Role::PartnerMe, Some("E")))).unwrap();
        assert!(permit.scope().holds(&PartnerCode::new("E").unwrap(), None));
        assert!(!permit.scope().holds(&PartnerCode::new("A").unwrap(), None));
    }

    #[test]
    fn the_operator_never_signs_and_the_donor_never_verifies() {
        let programme = ProgrammeId::new("meals").unwrap();
        assert!(permit::<SignRelease>(&programme, None).is_err());
        assert!(permit::<VerifyRecords>(&programme, None).is_ok());
        let donor = user(Role::ProgrammeManager, None);
        assert!(permit::<VerifyRecords>(&programme, Some(&donor)).is_err());
        assert!(permit::<SignRelease>(&programme, Some(&donor)).is_err());
    }
}
