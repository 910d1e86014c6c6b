//! Signing in, and the sessions that follow. A session is known by a token of 256 random bits, of which the store keeps a
//! digest. Its token is exchanged when the second factor is given, so that a token that somebody planted opens nothing.

use std::net::IpAddr;
use std::sync::LazyLock;

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use hatua_core::access::{Role, User};
use hatua_core::id::{UserEmail, UserId};
use hatua_core::limits::{
    AGENT_CHARACTERS_MAX, ATTEMPTS_FROM_ADDRESS_MAX, ATTEMPTS_OF_EMAIL_MAX, ATTEMPTS_WINDOW_MINUTES,
    CODE_TRIES_MAX, SESSION_HOURS_MAX, SESSION_IDLE_MINUTES,
};
use hatua_store::accounts::{subject_digest, token_digest};
use hatua_store::{Entropy, ReadTx, StoredSession, WriteTx};
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;
use zeroize::{Zeroize, ZeroizeOnDrop};

use super::credential::{CodeError, Credential, Factor};
use crate::error::AppError;
use crate::folder::{Acts, blind_id};
use crate::permit::{Permit, Right, permit};

/// Seconds after which a session that is used is noted as used again.
const NOTED_SECONDS: i64 = 60;

/// Where a request comes from.
#[derive(Debug, Clone, Default)]
pub struct Visitor {
    /// The address, as far as it is known.
    pub address: Option<IpAddr>,
    /// The browser, as it names itself.
    pub agent: String,
}

/// What opens a session: never stored, never printed.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct Token([u8; 32]);

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(..)")
    }
}

impl Token {
    pub(super) fn draw(entropy: &mut dyn Entropy) -> Self {
        let mut bytes = [0; 32];
        entropy.fill(&mut bytes);
        Self(bytes)
    }

    /// The token from the text of a cookie or an address; nothing where it is of another form.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        BASE64_URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok().map(Self)
    }

    /// The text for a cookie or an address.
    #[must_use]
    pub fn to_text(&self) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(self.0)
    }

    /// Its bytes, as a key for what is bound to the session.
    #[must_use]
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    pub(super) fn digest(&self) -> [u8; 32] {
        token_digest(&self.0)
    }
}

/// How far a sign-in has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The password was right; the second factor comes next.
    NeedsCode,
    /// The password was right; a second factor has to be set up first.
    NeedsFactor,
    /// Signed in.
    Full,
}

/// A session that holds.
#[derive(Debug, Clone)]
pub struct Session {
    /// Its id, which opens nothing.
    pub id: Uuid,
    /// Whose it is.
    pub user: User,
    /// How far the sign-in has come.
    pub stage: Stage,
    /// Since when.
    pub begun: Timestamp,
    pub(super) digest: [u8; 32],
}

/// A session in its user's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedSession {
    /// Its id.
    pub id: Uuid,
    /// Whether it is the one that asks.
    pub is_this: bool,
    /// The browser, as it names itself.
    pub agent: String,
    /// Since when.
    pub begun: Timestamp,
    /// When it was last used, to the minute.
    pub seen: Timestamp,
}

/// Why nobody was signed in.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// E-mail or password is wrong; which one is not said.
    #[error("e-mail and password do not belong together")]
    Refused,
    /// Too many failed attempts.
    #[error("too many attempts; wait {minutes} minutes and try again")]
    TooMany {
        /// How long to wait, in minutes.
        minutes: i64,
    },
    /// The code.
    #[error("{error}")]
    Code {
        /// What is wrong with it.
        error: CodeError,
        /// Wrong codes that may still be given.
        left: u64,
    },
    /// The session has ended meanwhile.
    #[error("this session has ended; sign in again")]
    Ended,
    /// Something else.
    #[error(transparent)]
    App(#[from] AppError),
}

impl From<hatua_store::StoreError> for SignInError {
    fn from(error: hatua_store::StoreError) -> Self {
        Self::App(error.into())
    }
}

static NOBODY: LazyLock<Credential> = LazyLock::new(Credential::nobodys);

impl Session {
    /// Whether this user's password stands alone: the role asks for no second factor and none was set up.
    fn stage_of(user: &User, credential: &Credential, stored: &StoredSession) -> Stage {
        if stored.factor.is_some() {
            Stage::Full
        } else if credential.has_factor() {
            Stage::NeedsCode
        } else if user.role.needs_second_factor() {
            Stage::NeedsFactor
        } else {
            Stage::Full
        }
    }

    /// What the user is.
    #[must_use]
    pub fn role(&self) -> Role {
        self.user.role
    }
}

impl Acts {
    /// Signs in with e-mail and password. The session still waits for its second factor where there is to be one.
    ///
    /// # Errors
    /// [`SignInError::Refused`] in the same words and the same time whether the e-mail is known or not.
    pub fn sign_in(
        &self,
        email: &str,
        password: &str,
        from: &Visitor,
    ) -> Result<(Token, Session), SignInError> {
        let keys = self.keys()?;
        let email = email.trim().to_lowercase();
        let subjects = {
            let of_email = (subject_digest(keys, "email", &email), ATTEMPTS_OF_EMAIL_MAX);
            let address = from.address.map(|address| address.to_string());
            let of_address =
                address.map(|address| (subject_digest(keys, "address", &address), ATTEMPTS_FROM_ADDRESS_MAX));
            [Some(of_email), of_address]
        };
        let now = self.now();
        self.read(|tx| Ok(check_attempts(tx, subjects.iter().flatten(), now)))??;
        let known = UserEmail::new(&*email).ok().and_then(|email| self.user(&email).ok());
        let credential = match &known {
            Some(user) => self.read(|tx| credential_of(tx, user.id, self))?,
            None => None,
        };
        // Stretching happens outside of any transaction and whoever asks, so that time tells nothing.
        let opens = credential.as_ref().unwrap_or(&NOBODY).opens(password);
        let (Some(user), Some(credential), true) = (known, credential, opens) else {
            self.write(|tx, moment| {
                subjects
                    .iter()
                    .flatten()
                    .try_for_each(|(subject, _)| note_attempt(tx, subject, moment.at).map_err(AppError::from))
            })?;
            return Err(SignInError::Refused);
        };
        self.begin_session(user, &credential, from, None)
    }

    fn begin_session(
        &self,
        user: User,
        credential: &Credential,
        from: &Visitor,
        factor_at: Option<Timestamp>,
    ) -> Result<(Token, Session), SignInError> {
        Ok(self.write(|tx, moment| {
            let token = Token::draw(tx.entropy());
            let stored = StoredSession {
                id: blind_id(tx.entropy()),
                user: user.id,
                agent: from.agent.chars().take(AGENT_CHARACTERS_MAX).collect(),
                begun: moment.at,
                seen: moment.at,
                factor: factor_at,
            };
            tx.end_old_sessions(
                moment.at - SignedDuration::from_mins(SESSION_IDLE_MINUTES),
                moment.at - SignedDuration::from_hours(SESSION_HOURS_MAX),
            )?;
            tx.put_session(&token.digest(), &stored)?;
            let session = session_of(user, credential, &stored, token.digest());
            Ok((token, session))
        })?)
    }

    /// The session that a token opens; nothing where it has ended or never was.
    ///
    /// # Errors
    /// When the store fails.
    pub fn session(&self, token: &Token) -> Result<Option<Session>, AppError> {
        let digest = token.digest();
        let now = self.now();
        let found = self.read(|tx| {
            let Some(stored) = tx.session(&digest)?.filter(|stored| holds(stored, now)) else {
                return Ok(None);
            };
            let Some(user) = tx.user(stored.user, self.keys()?)? else { return Ok(None) };
            let Some(credential) = credential_of(tx, user.id, self)? else { return Ok(None) };
            Ok(Some((session_of(user, &credential, &stored, digest), stored)))
        })?;
        let Some((session, stored)) = found else { return Ok(None) };
        if now.duration_since(stored.seen) >= SignedDuration::from_secs(NOTED_SECONDS) {
            self.write(|tx, moment| Ok(tx.note_session(&digest, moment.at)?))?;
        }
        Ok(Some(session))
    }

    /// Gives the second factor. The session goes on under a new token.
    ///
    /// # Errors
    /// When the code is wrong or used; after several wrong ones the session ends.
    pub fn give_code(
        &self,
        session: &Session,
        code: &str,
        from: &Visitor,
    ) -> Result<(Token, Session), SignInError> {
        self.use_code(session, code)?;
        self.exchange(session, from)
    }

    /// Takes a second factor over, once its user has shown with a first code that the authenticator has it.
    ///
    /// # Errors
    /// When the code does not match, or the account has a second factor already.
    pub fn set_factor(
        &self,
        session: &Session,
        factor: &Factor,
        code: &str,
        from: &Visitor,
    ) -> Result<(Token, Session), SignInError> {
        let outcome = self.write(|tx, moment| {
            let Some(mut credential) = credential_of(tx, session.user.id, self)? else {
                return Ok(Err(SignInError::Ended));
            };
            if credential.has_factor() {
                return Ok(Err(SignInError::Ended));
            }
            credential.set_factor(factor);
            if let Err(error) = credential.use_code(code, moment.at) {
                // Whoever sees the secret on the page can't guess at it.
                return Ok(Err(SignInError::Code { error, left: CODE_TRIES_MAX }));
            }
            put_credential(tx, session.user.id, &credential)?;
            Ok(Ok(()))
        })?;
        outcome?;
        self.exchange(session, from)
    }

    /// Draws a second factor for an account that has none; it holds only once [`Acts::set_factor`] took it over.
    #[must_use]
    pub fn draw_factor(&self, user: &User) -> Factor {
        self.draw(|entropy| Factor::draw(entropy, user.email.as_str(), "Hatua"))
    }

    fn exchange(&self, session: &Session, from: &Visitor) -> Result<(Token, Session), SignInError> {
        let credential =
            self.read(|tx| credential_of(tx, session.user.id, self))?.ok_or(SignInError::Ended)?;
        self.sign_out(session)?;
        self.begin_session(session.user.clone(), &credential, from, Some(self.now()))
    }

    /// Ends the session.
    ///
    /// # Errors
    /// When the store fails.
    pub fn sign_out(&self, session: &Session) -> Result<(), AppError> {
        self.write(|tx, _| Ok(tx.end_session(&session.digest)?))
    }

    /// The sessions of this user, the newest first.
    ///
    /// # Errors
    /// When the store fails.
    pub fn sessions(&self, session: &Session) -> Result<Vec<ListedSession>, AppError> {
        let now = self.now();
        let stored = self.read(|tx| Ok(tx.sessions_of(session.user.id)?))?;
        let list = |stored: StoredSession| ListedSession {
            id: stored.id,
            is_this: stored.id == session.id,
            agent: stored.agent,
            begun: stored.begun,
            seen: stored.seen,
        };
        Ok(stored.into_iter().filter(|stored| holds(stored, now)).map(list).collect())
    }

    /// Ends another session of this user; tells whether there was one.
    ///
    /// # Errors
    /// When the store fails.
    pub fn end_session(&self, session: &Session, other: Uuid) -> Result<bool, AppError> {
        self.write(|tx, _| Ok(tx.end_session_of(session.user.id, other)?))
    }

    /// The permit for an act, for who is signed in.
    ///
    /// # Errors
    /// When the role has no such right, or the sign-in is not complete.
    pub fn permit_in<A: Right>(&self, session: &Session) -> Result<Permit<A>, AppError> {
        if session.stage != Stage::Full {
            return Err(AppError::NeedsUser { act: A::NAME });
        }
        permit(self.programme_id(), Some(&session.user))
    }

    /// Ends all sessions of a user, as when the user is stopped or let in again.
    pub(super) fn end_all_sessions(tx: &mut WriteTx, user: UserId) -> Result<(), AppError> {
        Ok(tx.end_sessions_of(user)?)
    }
}

pub(super) fn holds(stored: &StoredSession, now: Timestamp) -> bool {
    // A clock that was set back must not make a session hold longer than it should: it ends with it.
    let unseen = now.duration_since(stored.seen);
    unseen > SignedDuration::from_mins(-1)
        && unseen < SignedDuration::from_mins(SESSION_IDLE_MINUTES)
        && now.duration_since(stored.begun) < SignedDuration::from_hours(SESSION_HOURS_MAX)
}

fn session_of(user: User, credential: &Credential, stored: &StoredSession, digest: [u8; 32]) -> Session {
    Session {
        id: stored.id,
        stage: Session::stage_of(&user, credential, stored),
        user,
        begun: stored.begun,
        digest,
    }
}

/// Since when failed attempts count.
pub(super) fn window(now: Timestamp) -> Timestamp {
    now - SignedDuration::from_mins(ATTEMPTS_WINDOW_MINUTES)
}

fn check_attempts<'a>(
    tx: &ReadTx,
    subjects: impl Iterator<Item = &'a ([u8; 32], u64)>,
    now: Timestamp,
) -> Result<(), SignInError> {
    for (subject, most) in subjects {
        if tx.attempts(subject, window(now))? >= *most {
            return Err(SignInError::TooMany { minutes: ATTEMPTS_WINDOW_MINUTES });
        }
    }
    Ok(())
}

pub(super) fn note_attempt(
    tx: &mut WriteTx,
    subject: &[u8; 32],
    at: Timestamp,
) -> Result<(), hatua_store::StoreError> {
    tx.note_attempt(subject, at, window(at))
}

pub(super) fn credential_of(tx: &ReadTx, user: UserId, acts: &Acts) -> Result<Option<Credential>, AppError> {
    let Some(bytes) = tx.credential(user, acts.keys()?)? else { return Ok(None) };
    let read = serde_json::from_slice(&bytes);
    Ok(Some(read.map_err(|_| hatua_store::StoreError::damaged("a user's credential can't be read"))?))
}

pub(super) fn put_credential(
    tx: &mut WriteTx,
    user: UserId,
    credential: &Credential,
) -> Result<(), AppError> {
    let plain = zeroize::Zeroizing::new(serde_json::to_vec(credential).expect("a credential is JSON"));
    Ok(tx.put_credential(user, &plain)?)
}
