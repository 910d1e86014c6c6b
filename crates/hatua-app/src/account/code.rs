//! The second factor, given: to come in, to sign, in the browser or on the command line. Each code opens once, and wrong ones
//! are counted by user, wherever they were given.

use hatua_core::access::User;
use hatua_core::id::UserId;
use hatua_core::limits::{ATTEMPTS_WINDOW_MINUTES, CODE_TRIES_MAX};
use hatua_store::WriteTx;
use hatua_store::accounts::subject_digest;
use jiff::Timestamp;

use super::credential::CodeError;
use super::session::{Session, SignInError, credential_of, holds, note_attempt, put_credential, window};
use crate::error::AppError;
use crate::folder::Acts;

/// That a user gave the second factor just now. Only what checks a code makes it.
#[derive(Debug)]
pub struct GivenCode(UserId);

impl GivenCode {
    /// Whose it is.
    #[must_use]
    pub fn user(&self) -> UserId {
        self.0
    }
}

/// Why a code was not taken.
enum CodeRefusal {
    Code {
        error: CodeError,
        left: u64,
    },
    /// Too many were wrong before.
    TooMany,
}

impl Acts {
    /// Uses up a code of the session's user: to come in, or to sign.
    ///
    /// # Errors
    /// When it is wrong or used. The last of several wrong ones, in whichever session they were given, ends the session.
    pub fn use_code(&self, session: &Session, code: &str) -> Result<GivenCode, SignInError> {
        self.write(|tx, moment| {
            if !tx.session(&session.digest)?.is_some_and(|stored| holds(&stored, moment.at)) {
                return Ok(Err(SignInError::Ended));
            }
            let taken = self.take_code(tx, moment.at, (session.user.id, code))?;
            Ok(match taken {
                Ok(given) => Ok(given),
                Err(CodeRefusal::Code { error, left }) if left > 0 => Err(SignInError::Code { error, left }),
                Err(refusal) => {
                    tx.end_session(&session.digest)?;
                    Err(match refusal {
                        CodeRefusal::Code { .. } => SignInError::Ended,
                        CodeRefusal::TooMany => SignInError::TooMany { minutes: ATTEMPTS_WINDOW_MINUTES },
                    })
                }
            })
        })?
    }

    /// Uses up a code of a user who acts without a session: on the command line.
    ///
    /// # Errors
    /// When it is wrong or used, or too many were wrong before.
    pub fn use_code_of(&self, user: &User, code: &str) -> Result<GivenCode, AppError> {
        let taken = self.write(|tx, moment| self.take_code(tx, moment.at, (user.id, code)))?;
        taken.map_err(|refusal| match refusal {
            CodeRefusal::Code { error, .. } => error.into(),
            CodeRefusal::TooMany => AppError::TooManyCodes { minutes: ATTEMPTS_WINDOW_MINUTES },
        })
    }

    /// Takes a code, or notes that it was refused. Wrong ones are counted by user: a new session gives no new tries.
    fn take_code(
        &self,
        tx: &mut WriteTx,
        at: Timestamp,
        (user, code): (UserId, &str),
    ) -> Result<Result<GivenCode, CodeRefusal>, AppError> {
        let subject = subject_digest(self.keys()?, "code", &user.to_string());
        let failed = tx.attempts(&subject, window(at))?;
        if failed >= CODE_TRIES_MAX {
            return Ok(Err(CodeRefusal::TooMany));
        }
        let refused = |error| CodeRefusal::Code { error, left: CODE_TRIES_MAX - failed - 1 };
        let Some(mut credential) = credential_of(tx, user, self)? else {
            return Ok(Err(refused(CodeError::NoFactor)));
        };
        if let Err(error) = credential.use_code(code, at) {
            note_attempt(tx, &subject, at)?;
            return Ok(Err(refused(error)));
        }
        put_credential(tx, user, &credential)?;
        Ok(Ok(GivenCode(user)))
    }
}
