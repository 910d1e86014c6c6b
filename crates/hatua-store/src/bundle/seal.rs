//! The seal of a bundle: a C2SP signed note over the list of its parts. Its first line is no origin of a log, so that no seal
//! can be taken for a signed head.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};
use signed_note::{Note, StandardVerifier, VerifierList};

use crate::keyring::ProgrammeKeys;

/// The seal's name in the bundle.
pub(super) const SEAL: &str = "seal.txt";
const FIRST_LINE: &str = "hatua bundle seal 1";

/// Why a seal proves nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    /// The public key is not one.
    #[error("`{0}` is not a public key `origin+hash+key`")]
    BadVerifierKey(String),
    /// The signature is not by this key.
    #[error("it is not signed by {key}: {cause}")]
    NotSigned {
        /// The key.
        key: String,
        /// What the check said.
        cause: String,
    },
}

/// What a seal says, its signature unchecked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sealed {
    /// What is in the bundle, in a word.
    pub subject: String,
    /// SHA-256 of the list, in base64.
    pub manifest_hash: String,
}

pub(super) fn manifest_hash(manifest: &[u8]) -> String {
    BASE64_STANDARD.encode(Sha256::digest(manifest))
}

fn signed_text(subject: &str, manifest_hash: &str) -> String {
    format!("{FIRST_LINE}\n{subject}\n{manifest_hash}\n")
}

pub(super) fn write_seal(subject: &str, manifest: &[u8], keys: &ProgrammeKeys) -> String {
    let text = signed_text(subject, &manifest_hash(manifest));
    let mut note = Note::new(text.as_bytes(), &[]).expect("a subject is one line");
    note.add_sigs(&[&keys.signer()]).expect("Ed25519 signs every text");
    String::from_utf8(note.to_bytes()).expect("a note is text")
}

/// Reads a seal; nothing where it is none, or not written in the one way in which it is written.
pub(super) fn read_seal(seal: &[u8]) -> Option<Sealed> {
    let text = std::str::from_utf8(seal).ok()?;
    let (body, signature) = text.split_once("\n\n")?;
    let mut lines = body.split('\n');
    (lines.next()? == FIRST_LINE).then_some(())?;
    let (subject, hash) = (lines.next()?, lines.next()?);
    (lines.next().is_none() && signature.ends_with('\n') && signature.matches('\n').count() == 1)
        .then_some(())?;
    // The base64 has one form only: what it says is written again and compared.
    let (head, base64) = signature.trim_end_matches('\n').rsplit_once(' ')?;
    let signed = BASE64_STANDARD.decode(base64).ok()?;
    let again = format!("{}\n{head} {}\n", signed_text(subject, hash), BASE64_STANDARD.encode(signed));
    (again == text).then(|| Sealed { subject: subject.to_owned(), manifest_hash: hash.to_owned() })
}

/// Checks the seal's signature.
pub(super) fn check_seal(seal: &[u8], verifier_key: &str) -> Result<(), SealError> {
    let verifier = StandardVerifier::new(verifier_key)
        .map_err(|_| SealError::BadVerifierKey(verifier_key.to_owned()))?;
    let not_signed = |cause: String| SealError::NotSigned { key: verifier_key.to_owned(), cause };
    let note = Note::from_bytes(seal).map_err(|e| not_signed(e.to_string()))?;
    let signed = note.verify(&VerifierList::new(vec![Box::new(verifier)]));
    signed.map(|_| ()).map_err(|e| not_signed(e.to_string()))
}
