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

/// What a signed head says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedHead {
    /// The log.
    pub origin: String,
    /// How many entries it had.
    pub size: u64,
    /// The root of the tree over them, in base64.
    pub root: String,
}

/// Checks a signed head against a public key and gives what it says.
///
/// # Errors
/// Why the head proves nothing.
pub fn verify_head(note: &str, verifier_key: &str) -> Result<SignedHead, ProofError> {
    let head = check_checkpoint(note, verifier_key)?;
    Ok(SignedHead { origin: head.origin().to_owned(), size: head.size(), root: head.hash().to_string() })
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const KEY: &str = "example.org/water+28cdb7a2+AWlDEsR5TGpP2nOcp9d/xKZU2Wy9c+4nzQoKtTIfbTv0";
    const ENTRY: &str = r#"{"actor":"00000000-0000-0000-0000-000000000002","at":"2017-07-14T02:41:00Z","kind":"record.verified","payload":{"record":"00000000-0000-0000-0000-000000000001"},"sequence":1}"#;
    const PROOF: &str = "c2sp.org/tlog-proof@v1
index 1
V3jrA5QAU9o+wZnHqVy04021aHWwAus8IhRVJSRxsWc=
aAZiAecfAFLFdhAl1NUG5J9q5k0of/TP5P4s09G+Nhc=

example.org/water
3
pvs1nPGtZ4avJQvJsZNEC+hjQ9a+Mu3il7d4XJXh7i4=

— example.org/water KM23oqillmS8nfduwlD78hdXinZ2XXpMrEi9Qhk0tjyu+Y3MrYIdTuftCgyrcvZCgvPB+CKb+gRLy+WPBgf+H3inKQM=
";

    #[test]
    fn a_proof_holds() {
        let proven = Proven { origin: "example.org/water".into(), index: 1, size: 3 };
        assert_eq!(verify_proof(PROOF, ENTRY.as_bytes(), KEY).unwrap(), proven);
    }

    #[test]
    fn each_fault_has_its_own_words() {
        let said = |proof: &str, entry: &str, key: &str| {
            let error = verify_proof(proof, entry.as_bytes(), key).unwrap_err().to_string();
            error.chars().take(45).collect::<String>()
        };
        let faults = [
            (PROOF.replace("proof@v1", "proof@v2"), "the proof is not a C2SP tlog-proof: the first"),
            (PROOF.replace("index 1", "index 01"), "the proof is not a C2SP tlog-proof: the index"),
            (PROOF.replace("index 1", "place 1"), "the proof is not a C2SP tlog-proof: there is "),
            (PROOF.replace("V3jr", "V3j"), "the proof is not a C2SP tlog-proof: a line is"),
            (PROOF.replace("\n3\n", "\n4\n"), "the checkpoint is not signed by example.org/w"),
            (PROOF.replace("index 1", "index 2"), "the proof does not hold: these bytes are not "),
            (PROOF.replace("— ", "- "), "the checkpoint is not a signed C2SP tlog-chec"),
        ];
        for (proof, expected) in faults {
            assert_eq!(said(&proof, ENTRY, KEY), expected);
        }
        assert!(
            said(PROOF, ENTRY, "example.org/water").starts_with("`example.org/water` is not a verifier key")
        );
        assert!(
            said(PROOF, &ENTRY.replace("verified", "returned"), KEY).starts_with("the proof does not hold")
        );
    }

    proptest! {
        #[test]
        fn no_text_stops_the_reader(text in any::<String>(), entry in any::<Vec<u8>>()) {
            prop_assert!(verify_proof(&text, &entry, KEY).is_err());
        }

        #[test]
        fn a_proof_with_one_changed_character_proves_nothing(place in any::<prop::sample::Index>(), other in "[ -~\n]") {
            let (at, old) = *place.get(&PROOF.char_indices().collect::<Vec<_>>());
            let changed = [&PROOF[..at], &other, &PROOF[at + old.len_utf8()..]].concat();
            prop_assume!(changed != PROOF);
            prop_assert!(verify_proof(&changed, ENTRY.as_bytes(), KEY).is_err());
        }
    }
}
