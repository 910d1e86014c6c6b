//! Who comes in: password, then second factor, then a session. Nobody learns from an answer, or from how long it takes,
//! whether an e-mail is known.

mod code;
mod credential;
mod invite;
mod session;

pub use code::GivenCode;
pub use credential::{CodeError, Factor, PasswordError};
pub use invite::{Invitation, InvitationCode};
pub use session::{ListedSession, Session, SignInError, Stage, Token, Visitor};
