//! The texts by which others check the log without the database: signed heads (C2SP `tlog-checkpoint`) and proofs that
//! an entry is in the log (C2SP `tlog-proof`). Reading them needs the public key and nothing else.

use std::fmt::Write as _;

use signed_note::{Note, StandardVerifier, VerifierList};
use tlog_tiles::{Checkpoint, Hash, check_record, record_hash};

const FIRST_LINE: &str = "c2sp.org/tlog-proof@v1";
/// Hashes of a proof: a log of 2^64 entries needs no more.
const HASHES_MAX: usize = 64;

/// Why a signed head or a proof proves nothing.
#[derive(Debug, thiserror::Error)]
pub enum ProofError {
    /// The public key is not one.
    #[error("`{0}` is not a verifier key `origin+hash+key`")]
    BadVerifierKey(String),
    /// The text is not a signed head.
    #[error("the checkpoint is not a signed C2SP tlog-checkpoint: {0}")]
    NotACheckpoint(String),
    /// The signature is not by this key.
    #[error("the checkpoint is not signed by {key}: {cause}")]
    NotSigned {
        /// The key.
        key: String,
        /// What the check said.
        cause: String,
    },
    /// The head is of another log.
    #[error("the checkpoint is of the log `{found}`, not of `{expected}`")]
    OtherLog {
        /// The log of the key.
        expected: String,
        /// The log of the head.
        found: String,
    },
    /// The text is not a proof.
    #[error("the proof is not a C2SP tlog-proof: {0}")]
    NotAProof(&'static str),
    /// The hashes do not lead from the entry to the head.
    #[error("the proof does not hold: these bytes are not entry {index} of the log of {size} entries")]
    DoesNotHold {
        /// The entry's index, as the proof says.
        index: u64,
        /// The log's size, as the head says.
        size: u64,
    },
}

/// What a proof has shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proven {
    /// The log.
    pub origin: String,
    /// The entry's index in it.
    pub index: u64,
    /// The size of the log whose head was signed.
    pub size: u64,
}

/// Checks that `entry` (an entry's bytes) is in the log whose public key this is.
///
/// # Errors
/// Why the proof proves nothing.
pub fn verify_proof(proof: &str, entry: &[u8], verifier_key: &str) -> Result<Proven, ProofError> {
    let (body, checkpoint) = proof
        .split_once("\n\n")
        .ok_or(ProofError::NotAProof("there is no blank line before the checkpoint"))?;
    let (index, path) = read_path(body)?;
    let head = check_checkpoint(checkpoint, verifier_key)?;
    check_record(&path, head.size(), *head.hash(), index, record_hash(entry))
        .map_err(|_| ProofError::DoesNotHold { index, size: head.size() })?;
    Ok(Proven { origin: head.origin().to_owned(), index, size: head.size() })
}

/// Checks a signed head against a public key and gives what it says.
pub(crate) fn check_checkpoint(note: &str, verifier_key: &str) -> Result<Checkpoint, ProofError> {
    let not_a_note = |e: signed_note::NoteError| ProofError::NotACheckpoint(e.to_string());
    let verifier = StandardVerifier::new(verifier_key)
        .map_err(|_| ProofError::BadVerifierKey(verifier_key.to_owned()))?;
    let expected = verifier_key.split('+').next().unwrap_or_default();
    let signed = Note::from_bytes(note.as_bytes()).map_err(not_a_note)?;
    signed
        .verify(&VerifierList::new(vec![Box::new(verifier)]))
        .map_err(|e| ProofError::NotSigned { key: verifier_key.to_owned(), cause: e.to_string() })?;
    let head = read_checkpoint(note)?;
    if head.origin() != expected {
        return Err(ProofError::OtherLog { expected: expected.to_owned(), found: head.origin().to_owned() });
    }
    Ok(head)
}

/// What a head says, its signature unchecked.
pub(crate) fn read_checkpoint(note: &str) -> Result<Checkpoint, ProofError> {
    let note = Note::from_bytes(note.as_bytes()).map_err(|e| ProofError::NotACheckpoint(e.to_string()))?;
    Checkpoint::from_bytes(note.text()).map_err(|e| ProofError::NotACheckpoint(e.to_string()))
}

/// Writes a proof.
pub(crate) fn write_proof(index: u64, path: &[Hash], checkpoint: &str) -> String {
    let mut text = format!("{FIRST_LINE}\nindex {index}\n");
    for hash in path {
        writeln!(text, "{hash}").expect("writing to a text does not fail");
    }
    text + "\n" + checkpoint
}

/// Index and hashes of a proof. A line `extra` is skipped: nothing vouches for it.
fn read_path(body: &str) -> Result<(u64, Vec<Hash>), ProofError> {
    let mut lines = body.split('\n');
    if lines.next() != Some(FIRST_LINE) {
        return Err(ProofError::NotAProof("the first line is not `c2sp.org/tlog-proof@v1`"));
    }
    let mut line = lines.next();
    if line.is_some_and(|line| line.starts_with("extra ")) {
        line = lines.next();
    }
    let digits = line.and_then(|line| line.strip_prefix("index ")).unwrap_or_default();
    let index: u64 =
        digits.parse().map_err(|_| ProofError::NotAProof("there is no line `index` with a number"))?;
    if index.to_string() != digits {
        return Err(ProofError::NotAProof("the index is not written in its shortest form"));
    }
    let path: Result<Vec<Hash>, _> = lines.map(Hash::parse_hash).collect();
    let path = path.map_err(|_| ProofError::NotAProof("a line is not the base64 of 32 bytes"))?;
    if path.len() > HASHES_MAX {
        return Err(ProofError::NotAProof("it has more hashes than any log needs"));
    }
    Ok((index, path))
}
