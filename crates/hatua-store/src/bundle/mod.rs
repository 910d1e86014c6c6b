//! A bundle: files in one file, each byte of which is covered. The parts stand in a plain ZIP archive, so that anybody can
//! open it; a list has their sums, and a seal signs the list with the log's key. It reads no database.

mod archive;
mod manifest;
mod seal;
mod sum;
mod unseal;

use self::archive::write_archive;
use self::manifest::{Listed, MANIFEST, write_manifest};
pub use self::seal::SealError;
use self::seal::{SEAL, write_seal};
pub use self::unseal::{BundleFinding, BundleProblem, Unsealed, unseal};
use crate::keyring::ProgrammeKeys;

/// A bundle that can't be made.
#[derive(Debug, thiserror::Error)]
pub enum BundleError {
    /// The format has 4 GiB and 65 535 parts.
    #[error("the bundle would be larger than 4 GiB")]
    TooLarge,
}

/// Makes a bundle of these parts, by name and in this order, and seals it with the log's key.
///
/// # Errors
/// When it would be too large.
pub fn seal_bundle(
    mut parts: Vec<(String, Vec<u8>)>,
    subject: &str,
    keys: &ProgrammeKeys,
) -> Result<Vec<u8>, BundleError> {
    let listed: Vec<Listed> = parts.iter().map(|(name, bytes)| Listed::of(name, bytes)).collect();
    let manifest = write_manifest(&listed).into_bytes();
    let seal = write_seal(subject, &manifest, keys);
    parts.push((MANIFEST.to_owned(), manifest));
    parts.push((SEAL.to_owned(), seal.into_bytes()));
    write_archive(&parts)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::archive::spans_by_directory;
    use super::*;
    use crate::seal::Entropy;

    struct Fixed(u8);

    impl Entropy for Fixed {
        fn fill(&mut self, bytes: &mut [u8]) {
            bytes.fill(self.0);
        }
    }

    fn keys(of: u8) -> ProgrammeKeys {
        ProgrammeKeys::new("example.org/water", &mut Fixed(of)).unwrap()
    }

    fn parts() -> Vec<(String, Vec<u8>)> {
        let long = (0..9_000_u32).map(|place| (place * 31 % 253).to_le_bytes()[0]);
        vec![
            ("index.html".into(), b"<!doctype html>".to_vec()),
            ("ledger/entries.jsonl".into(), long.collect()),
            ("empty".into(), Vec::new()),
        ]
    }

    fn bundle() -> Vec<u8> {
        seal_bundle(parts(), "water R1.1", &keys(7)).unwrap()
    }

    /// All that is wrong, with the seal's signature.
    fn findings(bundle: &[u8]) -> Vec<BundleFinding> {
        match unseal(bundle) {
            Ok(unsealed) => unsealed.check_key(&keys(7).verifier_key()).err().into_iter().collect(),
            Err(findings) => findings,
        }
    }

    #[test]
    fn a_bundle_gives_what_was_put_in_and_has_one_form() {
        let bundle = bundle();
        assert_eq!(bundle, seal_bundle(parts(), "water R1.1", &keys(7)).unwrap());
        let unsealed = unseal(&bundle).unwrap();
        assert_eq!(unsealed.subject, "water R1.1");
        assert_eq!(unsealed.parts, parts().into_iter().collect());
        assert_eq!(unsealed.check_key(&keys(7).verifier_key()), Ok(()));
        let other = unsealed.check_key(&keys(8).verifier_key()).unwrap_err();
        assert_eq!(other.what.code(), "seal_invalid");
    }

    /// Every byte in turn, and 10 000 times a byte and a value drawn by a fixed rule.
    #[test]
    fn every_change_of_one_byte_is_found_and_its_place_is_named() {
        let bundle = bundle();
        let spans = spans_by_directory(&bundle).unwrap();
        let size = bundle.len() as u64;
        let mut drawn = 1_u64;
        let lots = (0..10_000).map(|_| {
            drawn = drawn.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let flipped = (drawn >> 20).to_le_bytes()[0];
            (usize::try_from((drawn >> 32) % size).unwrap(), if flipped == 0 { 1 } else { flipped })
        });
        let mut codes = BTreeSet::new();
        for (place, flipped) in (0..bundle.len()).map(|place| (place, 0x20)).chain(lots.collect::<Vec<_>>()) {
            let mut changed = bundle.clone();
            changed[place] ^= flipped;
            let found = findings(&changed);
            let [finding] = found.as_slice() else { panic!("byte {place}: {found:?}") };
            codes.insert(finding.what.code());
            match spans.iter().find(|span| span.content.contains(&place)) {
                Some(span) => {
                    assert_eq!(finding.part.as_ref(), Some(&span.name), "byte {place}: {finding}");
                    assert_eq!(finding.at, Some((place - span.content.start) as u64), "{finding}");
                    let exactly = BundleProblem::ByteChanged { was: bundle[place], is: changed[place] };
                    assert!(finding.what == exactly || span.name == MANIFEST, "{finding}");
                }
                None => {
                    assert_eq!((finding.part.as_ref(), finding.at), (None, Some(place as u64)), "{finding}");
                }
            }
        }
        assert_eq!(codes, BTreeSet::from(["byte_changed", "frame_changed", "manifest_changed"]));
    }

    #[test]
    fn a_cut_a_longer_and_a_twice_changed_bundle_are_found() {
        let bundle = bundle();
        assert_eq!(findings(&[&bundle[..], b"x"].concat())[0].what.code(), "frame_changed");
        for cut in [0, 10, bundle.len() / 2] {
            assert_eq!(findings(&bundle[..cut])[0].what.code(), "not_a_bundle");
        }
        assert_eq!(findings(&bundle[..bundle.len() - 1])[0].what.code(), "frame_changed");
        let entries = spans_by_directory(&bundle).unwrap().swap_remove(1).content.start;
        let mut changed = bundle;
        changed[entries + 4_100] ^= 1;
        changed[entries + 4_200] ^= 1;
        let found = findings(&changed);
        assert_eq!(found[0].what, BundleProblem::BlockChanged { bytes: 4_096 });
        assert_eq!((found[0].part.as_deref(), found[0].at), (Some("ledger/entries.jsonl"), Some(4_096)));
    }

    #[test]
    fn a_part_that_is_exchanged_with_its_line_in_the_list_needs_the_key() {
        let mut other = parts();
        other[0].1 = b"<!doctype html> other".to_vec();
        let forged = seal_bundle(other, "water R1.1", &keys(8)).unwrap();
        assert_eq!(findings(&forged)[0].what.code(), "seal_invalid");
    }
}
