//! Who may come in: what a user needs to sign in (sealed under the user's own key), sessions, invitations, and the failed
//! attempts that slow down who guesses. Tokens and codes are kept as digests only. None of it is history: the ledger says
//! that a user was added.

use hatua_core::id::UserId;
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::driver::{Cell, Row, all, one, parsed, unsigned};
use crate::error::StoreError;
use crate::keyring::ProgrammeKeys;
use crate::seal::{blind_digest, open, seal};
use crate::transaction::{ReadTx, WriteTx};
use crate::vault::Holder;

/// The digest by which a token or a code is kept. Both have 256 random bits, so that nothing has to slow down a guess.
#[must_use]
pub fn token_digest(token: &[u8]) -> [u8; 32] {
    Sha256::digest(token).into()
}

/// A session as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredSession {
    /// The id by which its user knows it; it opens nothing.
    pub id: Uuid,
    /// Whose it is.
    pub user: UserId,
    /// The browser, as it names itself.
    pub agent: String,
    /// When it began.
    pub begun: Timestamp,
    /// When it was last used.
    pub seen: Timestamp,
    /// When the second factor was given; absent before.
    pub factor: Option<Timestamp>,
}

/// An invitation to set a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StoredInvitation {
    /// Whom it invites.
    pub user: UserId,
    /// Until when it holds.
    pub ends: Timestamp,
}

const SESSION_COLUMNS: &str =
    "session_id, user_id, agent, begun_micros, seen_micros, factor_micros from sessions";

impl ReadTx<'_> {
    /// What a user needs to sign in, as it was put; nothing before the user has set a password.
    ///
    /// # Errors
    /// When what is stored does not open.
    pub fn credential(
        &self,
        user: UserId,
        keys: &ProgrammeKeys,
    ) -> Result<Option<Zeroizing<Vec<u8>>>, StoreError> {
        let id = user.to_string();
        let sql = "select sealed from credentials where programme = $1 and user_id = $2";
        let sealed = one(self.tx, sql, &[self.id(), Cell::Text(&id)], |row| Ok(row.bytes(0)?.to_vec()))?;
        let Some(sealed) = sealed else { return Ok(None) };
        let key = self.holder_key(Holder::User(user), keys)?;
        let place = self.place("credentials", &id, "credential", 1);
        open(&key.key, &place, &sealed).map(Some).ok_or(StoreError::DoesNotOpen { what: place })
    }

    /// The session with this token, by its digest.
    ///
    /// # Errors
    /// When what is stored is damaged.
    pub fn session(&self, digest: &[u8; 32]) -> Result<Option<StoredSession>, StoreError> {
        let sql = format!("select {SESSION_COLUMNS} where programme = $1 and token_digest = $2");
        one(self.tx, &sql, &[self.id(), Cell::Bytes(digest)], session_of)
    }

    /// A user's sessions, the newest first.
    ///
    /// # Errors
    /// When what is stored is damaged.
    pub fn sessions_of(&self, user: UserId) -> Result<Vec<StoredSession>, StoreError> {
        let sql = format!(
            "select {SESSION_COLUMNS} where programme = $1 and user_id = $2 order by begun_micros desc, session_id"
        );
        all(self.tx, &sql, &[self.id(), Cell::Text(&user.to_string())], session_of)
    }

    /// The invitation with this code, by its digest.
    ///
    /// # Errors
    /// When what is stored is damaged.
    pub fn invitation(&self, digest: &[u8; 32]) -> Result<Option<StoredInvitation>, StoreError> {
        let sql = "select user_id, ends_micros from invitations where programme = $1 and code_digest = $2";
        one(self.tx, sql, &[self.id(), Cell::Bytes(digest)], |row| {
            Ok(StoredInvitation { user: parsed(row.text(0)?)?, ends: moment(row.integer(1)?)? })
        })
    }

    /// How often somebody failed since a moment.
    ///
    /// # Errors
    /// When the store fails.
    pub fn attempts(&self, subject: &[u8; 32], since: Timestamp) -> Result<u64, StoreError> {
        let sql =
            "select count(*) from attempts where programme = $1 and subject_digest = $2 and at_micros > $3";
        let values = [self.id(), Cell::Bytes(subject), micros(since)];
        one(self.tx, sql, &values, |row| unsigned(row.integer(0)?)).map(Option::unwrap_or_default)
    }
}

/// The digest of what was tried (`email`, an address) under the index key: the table tells nobody who was tried.
#[must_use]
pub fn subject_digest(keys: &ProgrammeKeys, kind: &str, subject: &str) -> [u8; 32] {
    blind_digest(keys.index_key(), &[b"hatua attempt 1", kind.as_bytes(), subject.as_bytes()])
}

fn micros(at: Timestamp) -> Cell<'static> {
    Cell::Integer(at.as_microsecond())
}

fn moment(micros: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_microsecond(micros)
        .map_err(|_| StoreError::damaged(format!("time {micros} is out of range")))
}

fn session_of(row: &dyn Row) -> Result<StoredSession, StoreError> {
    let factor = if row.cell(5)? == Cell::Null { None } else { Some(moment(row.integer(5)?)?) };
    Ok(StoredSession {
        id: parsed(row.text(0)?)?,
        user: parsed(row.text(1)?)?,
        agent: row.text(2)?.to_owned(),
        begun: moment(row.integer(3)?)?,
        seen: moment(row.integer(4)?)?,
        factor,
    })
}

impl WriteTx<'_> {
    /// Keeps what a user needs to sign in, in place of what was kept before.
    ///
    /// # Errors
    /// When the user was erased, or the store fails.
    pub fn put_credential(&mut self, user: UserId, plain: &[u8]) -> Result<(), StoreError> {
        let id = user.to_string();
        let key = self.holder_key(Holder::User(user), self.keys)?;
        let sealed = seal(&key.key, &self.place("credentials", &id, "credential", 1), plain, self.entropy);
        self.tx.send(
            "insert into credentials (programme, user_id, sealed) values ($1, $2, $3)
             on conflict (programme, user_id) do update set sealed = excluded.sealed",
            &[self.id(), Cell::Text(&id), Cell::Bytes(&sealed)],
            None,
        )
    }

    /// Begins a session.
    ///
    /// # Errors
    /// When the store fails.
    pub fn put_session(&mut self, digest: &[u8; 32], session: &StoredSession) -> Result<(), StoreError> {
        self.tx.send(
            "insert into sessions (programme, token_digest, session_id, user_id, agent, begun_micros, seen_micros,
                                   factor_micros)
             values ($1, $2, $3, $4, $5, $6, $7, $8)",
            &[
                self.id(),
                Cell::Bytes(digest),
                Cell::Text(&session.id.to_string()),
                Cell::Text(&session.user.to_string()),
                Cell::Text(&session.agent),
                micros(session.begun),
                micros(session.seen),
                session.factor.map_or(Cell::Null, micros),
            ],
            None,
        )
    }

    /// Notes that a session was used.
    ///
    /// # Errors
    /// When the store fails.
    pub fn note_session(&mut self, digest: &[u8; 32], seen: Timestamp) -> Result<(), StoreError> {
        self.tx.send(
            "update sessions set seen_micros = $1 where programme = $2 and token_digest = $3",
            &[micros(seen), self.id(), Cell::Bytes(digest)],
            None,
        )
    }

    /// Ends the session with this token.
    ///
    /// # Errors
    /// When the store fails.
    pub fn end_session(&mut self, digest: &[u8; 32]) -> Result<(), StoreError> {
        self.tx.send(
            "delete from sessions where programme = $1 and token_digest = $2",
            &[self.id(), Cell::Bytes(digest)],
            None,
        )
    }

    /// Ends one session of a user, by its id; tells whether there was one.
    ///
    /// # Errors
    /// When the store fails.
    pub fn end_session_of(&mut self, user: UserId, session: Uuid) -> Result<bool, StoreError> {
        let sql = "delete from sessions where programme = $1 and user_id = $2 and session_id = $3";
        let values = [self.id(), Cell::Text(&user.to_string()), Cell::Text(&session.to_string())];
        Ok(self.tx.execute(sql, &values)? > 0)
    }

    /// Ends all sessions of a user.
    ///
    /// # Errors
    /// When the store fails.
    pub fn end_sessions_of(&mut self, user: UserId) -> Result<(), StoreError> {
        self.tx.send(
            "delete from sessions where programme = $1 and user_id = $2",
            &[self.id(), Cell::Text(&user.to_string())],
            None,
        )
    }

    /// Ends all sessions that were not used since a moment, or began before another.
    ///
    /// # Errors
    /// When the store fails.
    pub fn end_old_sessions(
        &mut self,
        unseen_since: Timestamp,
        begun_before: Timestamp,
    ) -> Result<(), StoreError> {
        self.tx.send(
            "delete from sessions where programme = $1 and (seen_micros < $2 or begun_micros < $3)",
            &[self.id(), micros(unseen_since), micros(begun_before)],
            None,
        )
    }

    /// Keeps an invitation. One that the user had before holds no longer.
    ///
    /// # Errors
    /// When the store fails.
    pub fn put_invitation(
        &mut self,
        digest: &[u8; 32],
        invitation: StoredInvitation,
    ) -> Result<(), StoreError> {
        self.end_invitations_of(invitation.user)?;
        self.tx.send(
            "insert into invitations (programme, code_digest, user_id, ends_micros) values ($1, $2, $3, $4)",
            &[
                self.id(),
                Cell::Bytes(digest),
                Cell::Text(&invitation.user.to_string()),
                micros(invitation.ends),
            ],
            None,
        )
    }

    /// Takes a user's invitations away.
    ///
    /// # Errors
    /// When the store fails.
    pub fn end_invitations_of(&mut self, user: UserId) -> Result<(), StoreError> {
        self.tx.send(
            "delete from invitations where programme = $1 and user_id = $2",
            &[self.id(), Cell::Text(&user.to_string())],
            None,
        )
    }

    /// Notes a failed attempt, and forgets those that no longer matter.
    ///
    /// # Errors
    /// When the store fails.
    pub fn note_attempt(
        &mut self,
        subject: &[u8; 32],
        at: Timestamp,
        forgotten_before: Timestamp,
    ) -> Result<(), StoreError> {
        self.tx.send(
            "delete from attempts where programme = $1 and at_micros < $2",
            &[self.id(), micros(forgotten_before)],
            None,
        )?;
        self.tx.send(
            "insert into attempts (programme, subject_digest, at_micros) values ($1, $2, $3)",
            &[self.id(), Cell::Bytes(subject), micros(at)],
            None,
        )
    }
}
