//! What a user needs to sign in: a password, stretched with argon2id, and the secret of one-time codes (RFC 6238). Both
//! lie in the store sealed under the user's own key.

use std::fmt;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use hatua_core::limits::{PASSWORD_BYTES_MAX, PASSWORD_CHARACTERS_MIN};
use hatua_store::Entropy;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use totp_rs::{Builder, Totp};
use zeroize::{Zeroize, ZeroizeOnDrop};

/// Memory in KiB, passes and lanes: what OWASP's cheat sheet on password storage asks of argon2id at least.
const STRETCH: (u32, u32, u32) = (19 * 1024, 2, 1);

/// Why a password can't be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PasswordError {
    /// It is short.
    #[error(
        "the password is shorter than {PASSWORD_CHARACTERS_MIN} characters; take a sentence that you remember"
    )]
    Short,
    /// It is longer than anybody types.
    #[error("the password is longer than {PASSWORD_BYTES_MAX} bytes")]
    Long,
    /// It is made of what everybody can guess.
    #[error(
        "the password is your e-mail or name, or one character again and again; take a sentence that you remember"
    )]
    Guessable,
}

/// Why a code was not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// It is not the code of now.
    #[error("that code does not match; codes change every 30 seconds: wait for the next one and type it")]
    Wrong,
    /// It was used already.
    #[error("that code was used already; wait for the next one and type it")]
    Used,
    /// The user has no second factor.
    #[error("no second factor is set up for this account")]
    NoFactor,
}

/// A user's credential.
#[derive(Clone, Serialize, Deserialize, Zeroize, ZeroizeOnDrop)]
pub(super) struct Credential {
    /// The stretched password in PHC form.
    password: String,
    /// The secret of the one-time codes, once it was set up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    secret: Option<Vec<u8>>,
    /// The step of the last code that was accepted: each opens once.
    #[serde(default)]
    last_step: u64,
}

impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Credential(..)")
    }
}

/// The secret of one-time codes, as it is shown once to its user.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct Factor {
    secret: Vec<u8>,
    account: String,
    issuer: String,
}

impl fmt::Debug for Factor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Factor(..)")
    }
}

impl Factor {
    /// Draws a new secret of 160 bits for an account.
    #[must_use]
    pub fn draw(entropy: &mut dyn Entropy, account: &str, issuer: &str) -> Self {
        let mut secret = vec![0; 20];
        entropy.fill(&mut secret);
        Self { secret, account: account.to_owned(), issuer: issuer.to_owned() }
    }

    /// The same secret again, from its text in base 32.
    #[must_use]
    pub fn from_text(text: &str, account: &str, issuer: &str) -> Option<Self> {
        let secret = totp_rs::Secret::try_from_base32(text.trim()).ok()?;
        let secret = secret.as_ref().to_vec();
        (secret.len() >= 16).then(|| Self { secret, account: account.to_owned(), issuer: issuer.to_owned() })
    }

    /// The secret in base 32, to be typed into an authenticator.
    #[must_use]
    pub fn text(&self) -> String {
        totp_rs::Secret::from(self.secret.clone()).to_base32()
    }

    /// The address that an authenticator reads from a picture.
    #[must_use]
    pub fn address(&self) -> String {
        self.codes().to_url().unwrap_or_default()
    }

    /// The code of a moment.
    #[must_use]
    pub fn code_at(&self, at: Timestamp) -> String {
        self.codes().generate(seconds(at)).to_string()
    }

    fn codes(&self) -> Totp {
        codes(&self.secret, &self.account, &self.issuer)
    }
}

fn codes(secret: &[u8], account: &str, issuer: &str) -> Totp {
    // A colon parts issuer and account in an authenticator's address.
    Builder::new()
        .with_secret(secret.to_vec())
        .with_account_name(account.replace(':', " "))
        .with_issuer(Some(issuer.replace(':', " ")))
        .build()
        .expect("the secret has 160 bits and names have no colon")
}

fn seconds(at: Timestamp) -> u64 {
    u64::try_from(at.as_second()).unwrap_or_default()
}

fn stretcher() -> Argon2<'static> {
    let (memory, passes, lanes) = STRETCH;
    let params = Params::new(memory, passes, lanes, None).expect("the parameters are within argon2's bounds");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

/// Whether a password may be set for a user with these words about them.
pub(super) fn check_password(password: &str, about: &[&str]) -> Result<(), PasswordError> {
    if password.len() > PASSWORD_BYTES_MAX {
        return Err(PasswordError::Long);
    }
    if password.chars().count() < PASSWORD_CHARACTERS_MIN {
        return Err(PasswordError::Short);
    }
    let lower = password.to_lowercase();
    let first = lower.chars().next();
    let is_one_character = lower.chars().all(|c| Some(c) == first);
    if is_one_character || about.iter().any(|word| word.to_lowercase() == lower) {
        return Err(PasswordError::Guessable);
    }
    Ok(())
}

impl Credential {
    /// Stretches a password.
    pub fn new(password: &str, entropy: &mut dyn Entropy) -> Self {
        let mut salt = [0; 16];
        entropy.fill(&mut salt);
        let hash = stretcher()
            .hash_password_with_salt(password.as_bytes(), &salt)
            .expect("the salt has 16 bytes and the password is within argon2's bounds");
        Self { password: hash.to_string(), secret: None, last_step: 0 }
    }

    /// One that no password opens and that takes as long to say so.
    pub fn nobodys() -> Self {
        struct Zero;
        impl Entropy for Zero {
            fn fill(&mut self, bytes: &mut [u8]) {
                bytes.fill(0);
            }
        }
        Self::new("", &mut Zero)
    }

    /// Whether this is the password.
    pub fn opens(&self, password: &str) -> bool {
        password.len() <= PASSWORD_BYTES_MAX
            && PasswordHash::new(&self.password)
                .is_ok_and(|hash| stretcher().verify_password(password.as_bytes(), &hash).is_ok())
    }

    /// Takes the password of another credential over; the second factor stays.
    pub fn take_password(&mut self, other: &Self) {
        self.password.clone_from(&other.password);
    }

    pub fn has_factor(&self) -> bool {
        self.secret.is_some()
    }

    /// Takes over a second factor, with its first code.
    pub fn set_factor(&mut self, factor: &Factor) {
        self.secret = Some(factor.secret.clone());
        self.last_step = 0;
    }

    /// Uses up a code.
    pub fn use_code(&mut self, code: &str, at: Timestamp) -> Result<(), CodeError> {
        let secret = self.secret.as_deref().ok_or(CodeError::NoFactor)?;
        let step =
            codes(secret, "account", "issuer").check(&digits(code), seconds(at)).ok_or(CodeError::Wrong)?;
        if step <= self.last_step {
            return Err(CodeError::Used);
        }
        self.last_step = step;
        Ok(())
    }
}

/// A code as people type it: with spaces, or in the digits of their language.
fn digits(code: &str) -> String {
    let digit = |c: char| match c {
        '\u{660}'..='\u{669}' => char::from_digit(u32::from(c) - 0x660, 10),
        '\u{6f0}'..='\u{6f9}' => char::from_digit(u32::from(c) - 0x6f0, 10),
        c if c.is_whitespace() => None,
        c => Some(c),
    };
    code.chars().take(20).filter_map(digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::SeededEntropy;

    fn entropy() -> SeededEntropy {
        SeededEntropy::new([7; 32])
    }

    #[test]
    fn only_its_own_password_opens_a_credential() {
        let credential = Credential::new("nine green boats at noon", &mut entropy());
        assert!(credential.opens("nine green boats at noon"));
        assert!(!credential.opens("nine green boats at noon "));
        assert!(!Credential::nobodys().opens("nine green boats at noon"));
        assert!(
            credential.password.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
            "{}",
            credential.password
        );
    }

    #[test]
    fn a_code_opens_once_and_only_around_its_time() {
        let factor = Factor::draw(&mut entropy(), "lead@example.org", "Hatua");
        let mut credential = Credential::new("nine green boats at noon", &mut entropy());
        let at: Timestamp = "2018-07-24T09:00:00Z".parse().unwrap();
        assert_eq!(credential.use_code("123456", at), Err(CodeError::NoFactor));
        credential.set_factor(&factor);
        let code = factor.code_at(at);
        let later = at + jiff::SignedDuration::from_secs(90);
        assert_eq!(credential.clone().use_code(&code, later), Err(CodeError::Wrong));
        let arabic: String =
            code.chars().map(|c| char::from_u32(0x660 + c.to_digit(10).unwrap()).unwrap()).collect();
        assert_eq!(credential.use_code(&arabic, at), Ok(()));
        assert_eq!(credential.use_code(&code, at), Err(CodeError::Used));
    }

    #[test]
    fn a_secret_is_the_same_again_from_its_text() {
        let factor = Factor::draw(&mut entropy(), "lead@example.org", "Hatua");
        assert_eq!(Factor::from_text(&factor.text(), "lead@example.org", "Hatua"), Some(factor.clone()));
        assert!(factor.address().starts_with("otpauth://totp/Hatua:lead"), "{}", factor.address());
        assert_eq!(Factor::from_text("ABC", "x", "y"), None);
    }

    #[test]
    fn passwords_that_everybody_guesses_are_refused() {
        let about = ["lead@example.org"];
        assert_eq!(check_password("short", &about), Err(PasswordError::Short));
        assert_eq!(check_password("aaaaaaaaaaaaaa", &about), Err(PasswordError::Guessable));
        assert_eq!(check_password("Lead@Example.org", &about), Err(PasswordError::Guessable));
        assert_eq!(check_password(&"a b".repeat(500), &about), Err(PasswordError::Long));
        assert_eq!(check_password("nine green boats at noon", &about), Ok(()));
    }
}
