//! Who comes in: password, then second factor, then a session. Nobody learns from an answer, or from how long it takes,
//! whether an e-mail is known.

mod credential;
mod invite;
mod session;

pub use credential::{CodeError, Factor, PasswordError};
pub use invite::{Invitation, InvitationCode};
pub use session::{GivenCode, ListedSession, Session, SignInError, Stage, Token, Visitor};
