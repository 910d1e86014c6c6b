//! Invitations: how a user sets the first password, and how a second person lets in again who lost it. The code is shown
//! once to who invites; the store keeps its digest.

use hatua_core::access::User;
use hatua_core::id::{UserEmail, UserId};
use hatua_core::limits::INVITATION_DAYS;
use hatua_store::StoredInvitation;
use jiff::{SignedDuration, Timestamp};

use super::credential::{Credential, Factor, PasswordError, check_password};
use super::session::{Token, credential_of, put_credential};
use crate::error::AppError;
use crate::folder::Acts;
use crate::permit::{Permit, RunProgramme};

/// What opens an invitation.
pub type InvitationCode = Token;

/// An invitation that holds.
#[derive(Debug, Clone)]
pub struct Invitation {
    /// Whom it invites.
    pub user: User,
    /// Until when.
    pub ends: Timestamp,
}

impl Acts {
    /// Invites a user to set a password: a new one, or one who can't come in any more. What the user had (password, second
    /// factor, sessions, an earlier invitation) holds no longer; the code goes to who invites, and to nobody else.
    ///
    /// # Errors
    /// When nobody has this e-mail, or a user would let in themselves.
    pub fn invite(
        &self,
        permit: &Permit<RunProgramme>,
        email: &UserEmail,
    ) -> Result<InvitationCode, AppError> {
        let user = self.user(email)?;
        if user.id == permit.user() {
            return Err(AppError::OwnRecovery { user: email.clone() });
        }
        self.write(|tx, moment| {
            let code = Token::draw(tx.entropy());
            let ends = moment.at + SignedDuration::from_hours(24 * INVITATION_DAYS);
            Self::end_all_sessions(tx, user.id)?;
            let had_password = credential_of(tx, user.id, self)?.is_some();
            if had_password {
                // What nobody knows opens nothing: until the invitation is used the account is shut.
                let shut = shut(tx.entropy());
                put_credential(tx, user.id, &shut)?;
                tx.append(
                    moment.at,
                    permit.user(),
                    hatua_core::ledger::Act::UserRecovered { user: user.id },
                )?;
            }
            tx.put_invitation(&code.digest(), StoredInvitation { user: user.id, ends })?;
            Ok(code)
        })
    }

    /// The invitation behind a code; nothing where it has ended, was used or never was.
    ///
    /// # Errors
    /// When the store fails.
    pub fn invitation(&self, code: &InvitationCode) -> Result<Option<Invitation>, AppError> {
        let now = self.now();
        self.read(|tx| {
            let Some(stored) = tx.invitation(&code.digest())?.filter(|stored| stored.ends > now) else {
                return Ok(None);
            };
            Ok(tx.user(stored.user, self.keys()?)?.map(|user| Invitation { user, ends: stored.ends }))
        })
    }

    /// Sets the password of an invited user. The invitation is used up.
    ///
    /// # Errors
    /// When the invitation holds no longer, or the password is too easy.
    pub fn accept_invitation(&self, code: &InvitationCode, password: &str) -> Result<User, AppError> {
        let invitation = self.invitation(code)?.ok_or(AppError::NoInvitation)?;
        let user = invitation.user;
        check_password(password, &[user.email.as_str(), &user.name, &user.organisation])?;
        let credential = self.draw(|entropy| Credential::new(password, entropy));
        self.write(|tx, _| {
            // Read again: of two who use one code at once, one comes too late.
            if tx.invitation(&code.digest())?.is_none() {
                return Err(AppError::NoInvitation);
            }
            put_credential(tx, user.id, &credential)?;
            Ok(tx.end_invitations_of(user.id)?)
        })?;
        Ok(user)
    }

    /// Sets another password, by who knows the present one. Other sessions of the user end.
    ///
    /// # Errors
    /// When the present password is wrong, or the new one too easy.
    pub fn change_password(
        &self,
        session: &super::Session,
        present: &str,
        new: &str,
    ) -> Result<(), AppError> {
        let user = &session.user;
        let known = self.read(|tx| credential_of(tx, user.id, self))?;
        let mut known = known.filter(|known| known.opens(present)).ok_or(AppError::WrongPassword)?;
        check_password(new, &[user.email.as_str(), &user.name, &user.organisation])?;
        let made = self.draw(|entropy| Credential::new(new, entropy));
        known.take_password(&made);
        self.write(|tx, _| {
            put_credential(tx, user.id, &known)?;
            for other in tx.sessions_of(user.id)?.iter().filter(|other| other.id != session.id) {
                tx.end_session_of(user.id, other.id)?;
            }
            Ok(())
        })
    }

    /// Gives a demonstration's invented user a password and a second factor that are printed for everybody to see.
    ///
    /// # Errors
    /// When the programme is no demonstration.
    pub fn equip_for_demonstration(
        &self,
        user: UserId,
        password: &str,
        factor: Option<&Factor>,
    ) -> Result<(), AppError> {
        if !self.package().demonstration {
            return Err(AppError::Demonstration(
                "only the invented users of a demonstration have passwords that are printed".into(),
            ));
        }
        let mut credential = self.draw(|entropy| Credential::new(password, entropy));
        if let Some(factor) = factor {
            credential.set_factor(factor);
        }
        self.write(|tx, _| put_credential(tx, user, &credential))
    }
}

/// A credential that nobody can use.
fn shut(entropy: &mut dyn hatua_store::Entropy) -> Credential {
    let mut unknown = zeroize::Zeroizing::new([0; 32]);
    entropy.fill(&mut *unknown);
    Credential::new(&hex::encode(*unknown), entropy)
}

impl From<PasswordError> for AppError {
    fn from(error: PasswordError) -> Self {
        Self::Password(error)
    }
}
