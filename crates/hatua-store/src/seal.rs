//! Sealing and opening: XChaCha20-Poly1305 under a key of 32 bytes, bound to the place where the result is kept, so
//! that a sealed value that is moved elsewhere does not open. Lengths are hidden in steps of 32 bytes. Keyed digests
//! (blind indexes) are made here too: they find what was written without keeping it.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};
use zeroize::{Zeroize, Zeroizing};

/// Where random bytes come from: the operating system in life, a fixed seed in a demonstration. A seed begins one run on
/// one new data folder: used again on the same folder it would draw the same bytes under the same keys.
pub trait Entropy {
    /// Fills all of `bytes` with random bytes.
    fn fill(&mut self, bytes: &mut [u8]);
}

/// A secret of 32 bytes: a key or a salt. It is wiped when it is dropped and never printed.
#[derive(Clone)]
pub(crate) struct Secret(pub(crate) [u8; 32]);

impl Drop for Secret {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl Secret {
    pub(crate) fn draw(entropy: &mut dyn Entropy) -> Self {
        let mut secret = Self([0; 32]);
        entropy.fill(&mut secret.0);
        secret
    }
}

const NONCE_BYTES: usize = 24;
const PADDING_STEP: usize = 32;

/// Seals `plain` for `place` ("table|programme|record|field|version"): nonce, then ciphertext with its tag.
pub(crate) fn seal(key: &Secret, place: &str, plain: &[u8], entropy: &mut dyn Entropy) -> Vec<u8> {
    let mut nonce = [0; NONCE_BYTES];
    entropy.fill(&mut nonce);
    let padded = pad(plain);
    let payload = Payload { msg: &padded, aad: place.as_bytes() };
    let sealed = cipher(key)
        .encrypt(&XNonce::from(nonce), payload)
        .expect("a value is far shorter than the cipher's limit of 256 GB");
    [nonce.as_slice(), &sealed].concat()
}

/// Opens what was sealed for `place`; nothing where key, place or bytes are not those of the sealing.
pub(crate) fn open(key: &Secret, place: &str, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let (nonce, ciphertext) = sealed.split_first_chunk::<NONCE_BYTES>()?;
    let payload = Payload { msg: ciphertext, aad: place.as_bytes() };
    let mut plain = Zeroizing::new(cipher(key).decrypt(&XNonce::from(*nonce), payload).ok()?);
    let end = plain.iter().rposition(|byte| *byte == 0x80)?;
    plain.truncate(end);
    Some(plain)
}

/// HMAC-SHA256 of the parts, each led by its length, so that no two lists of parts give the same bytes.
pub(crate) fn blind_digest(key: &Secret, parts: &[&[u8]]) -> [u8; 32] {
    let mut mac =
        <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(&key.0).expect("HMAC takes keys of any length");
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// SHA-256 (hex) of salt and bytes: what the ledger says of what the vault holds.
pub(crate) fn salted_hash(salt: &Secret, bytes: &[u8]) -> String {
    hex::encode(Sha256::new().chain_update(salt.0).chain_update(bytes).finalize())
}

fn cipher(key: &Secret) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&Key::from(key.0))
}

/// ISO/IEC 7816-4: one byte 0x80, then zeros to the next multiple of 32.
fn pad(plain: &[u8]) -> Zeroizing<Vec<u8>> {
    let length = (plain.len() + 1).next_multiple_of(PADDING_STEP);
    let mut padded = Zeroizing::new(Vec::with_capacity(length));
    padded.extend_from_slice(plain);
    padded.push(0x80);
    padded.resize(length, 0);
    padded
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    struct Counter(u8);

    impl Entropy for Counter {
        fn fill(&mut self, bytes: &mut [u8]) {
            for byte in bytes {
                self.0 = self.0.wrapping_add(1);
                *byte = self.0;
            }
        }
    }

    proptest! {
        #[test]
        fn what_was_sealed_opens_in_its_own_place_only(plain in proptest::collection::vec(any::<u8>(), 0..200)) {
            let key = Secret([7; 32]);
            let sealed = seal(&key, "table|bmm|1|name|1", &plain, &mut Counter(0));
            let opened = open(&key, "table|bmm|1|name|1", &sealed);
            prop_assert_eq!(opened.as_deref(), Some(&plain));
            prop_assert!(open(&key, "table|bmm|2|name|1", &sealed).is_none());
            prop_assert!(open(&Secret([8; 32]), "table|bmm|1|name|1", &sealed).is_none());
        }

        #[test]
        fn a_changed_byte_does_not_open(at in 0_usize..72, flip in 1_u8..) {
            let mut sealed = seal(&Secret([7; 32]), "place", b"Achol Deng", &mut Counter(0));
            sealed[at] ^= flip;
            prop_assert!(open(&Secret([7; 32]), "place", &sealed).is_none());
        }
    }

    #[test]
    fn a_short_and_a_longer_name_have_the_same_length() {
        let lengths = ["Li", "Wilhelmina Featherstonehaugh"]
            .map(|name| seal(&Secret([7; 32]), "place", name.as_bytes(), &mut Counter(0)).len());
        assert_eq!(lengths[0], lengths[1]);
    }

    #[test]
    fn parts_do_not_run_into_each_other() {
        let key = Secret([7; 32]);
        assert_ne!(blind_digest(&key, &[b"ab", b"c"]), blind_digest(&key, &[b"a", b"bc"]));
    }
}
