//! The keyring: for each programme the keys that open its vault, find in it, and sign its ledger. It is a file of its
//! own outside the data folder, so that a stolen data folder opens nothing. Keys are never printed and never in an
//! error message.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use ed25519_dalek::SigningKey;
use hatua_core::id::ProgrammeId;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use signed_note::{StandardSigner, is_key_name_valid, key_id, new_ed25519_verifier_key};
use zeroize::{Zeroize, Zeroizing};

use crate::files::{read_private, write_private};
use crate::seal::{Entropy, Secret};

/// The version of the file's format.
const FORMAT: i64 = 1;
/// The algorithm's number in the text of a key: Ed25519.
const ED25519: u8 = 1;

/// Why a keyring can't be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyringError {
    /// The file could not be read or written.
    #[error("the keyring {path} could not be {action}: {source}")]
    Io {
        /// What was tried ("read").
        action: &'static str,
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// Others than its owner may read the file.
    #[error("the keyring {path} can be read by others (mode {mode:o}); run `chmod 600` on it")]
    OpenToOthers {
        /// The file.
        path: PathBuf,
        /// Its mode.
        mode: u32,
    },
    /// The file is not a keyring.
    #[error("the keyring {path}, line {line}: {what}")]
    NotAKeyring {
        /// The file.
        path: PathBuf,
        /// The line, from 1.
        line: usize,
        /// What is wrong; never a part of the file.
        what: String,
    },
    /// A key is not of its form.
    #[error("`{key}` of the keyring's programme `{programme}` is not {expected}")]
    BadKey {
        /// The programme.
        programme: String,
        /// The key's name in the file.
        key: &'static str,
        /// What was expected.
        expected: &'static str,
    },
    /// A log can't have this origin.
    #[error(
        "`{0}` can't be the origin of a log: write host and programme without spaces or +, for example example.org/meals"
    )]
    BadOrigin(String),
}

/// The keys of all programmes of a data folder.
#[derive(Debug, Clone, Default)]
pub struct Keyring {
    programmes: BTreeMap<ProgrammeId, ProgrammeKeys>,
}

/// The keys of one programme.
#[derive(Clone)]
pub struct ProgrammeKeys {
    origin: String,
    vault_key: Secret,
    index_key: Secret,
    signing_key: SigningKey,
}

#[derive(Deserialize)]
struct KeyringFile {
    format: i64,
    #[serde(default)]
    programme: BTreeMap<String, KeysText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KeysText {
    origin: String,
    vault_key: String,
    index_key: String,
    signing_key: String,
}

impl Drop for KeysText {
    fn drop(&mut self) {
        self.vault_key.zeroize();
        self.index_key.zeroize();
        self.signing_key.zeroize();
    }
}

impl Keyring {
    /// A keyring without keys.
    #[must_use]
    pub fn empty() -> Self {
        Self::default()
    }

    /// Reads a keyring's file.
    ///
    /// # Errors
    /// When it can't be read, may be read by others, or is not a keyring.
    pub fn load(path: &Path) -> Result<Self, KeyringError> {
        let text = read_private(path)?;
        let not_a_keyring =
            |line, what: String| KeyringError::NotAKeyring { path: path.to_owned(), line, what };
        // The parser's own message would show the line, and with it a key.
        let file: KeyringFile = toml::from_str(&text).map_err(|error| {
            let line = error.span().map_or(1, |span| 1 + text[..span.start].matches('\n').count());
            not_a_keyring(line, "this is not TOML with the keys of `docs/reference/keyring.md`".into())
        })?;
        if file.format != FORMAT {
            return Err(not_a_keyring(
                1,
                format!("format {} is not known; this program reads format 1", file.format),
            ));
        }
        let mut keyring = Self::empty();
        for (id, text) in &file.programme {
            let programme =
                ProgrammeId::new(id.clone()).map_err(|error| not_a_keyring(1, error.to_string()))?;
            keyring.insert(programme, ProgrammeKeys::from_text(id, text)?);
        }
        Ok(keyring)
    }

    /// Writes the file, readable by its owner only: first beside it, then in its place, so that a failure leaves the
    /// old one.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn save(&self, path: &Path) -> Result<(), KeyringError> {
        let mut text = Zeroizing::new(String::from(
            "# The keys of a Hatua data folder. Without this file its vault opens nowhere. Keep a copy elsewhere, keep it secret.\n",
        ));
        text.push_str("format = 1\n");
        for (programme, keys) in &self.programmes {
            let signing_key = keys.signing_key_text();
            let vault_key = Zeroizing::new(BASE64_STANDARD.encode(keys.vault_key.0));
            let index_key = Zeroizing::new(BASE64_STANDARD.encode(keys.index_key.0));
            write!(
                text,
                "\n[programme.{programme}]\norigin = {origin}\nvault_key = \"{}\"\nindex_key = \"{}\"\nsigning_key = {}\n",
                *vault_key,
                *index_key,
                toml::Value::String(signing_key.to_string()),
                origin = toml::Value::String(keys.origin.clone()),
            )
            .expect("writing to a text does not fail");
        }
        write_private(path, text.as_bytes())
    }

    /// The keys of a programme, if they are here.
    #[must_use]
    pub fn programme(&self, programme: &ProgrammeId) -> Option<&ProgrammeKeys> {
        self.programmes.get(programme)
    }

    /// Adds a programme's keys, in the place of older ones.
    pub fn insert(&mut self, programme: ProgrammeId, keys: ProgrammeKeys) {
        self.programmes.insert(programme, keys);
    }

    /// The programmes whose keys are here.
    pub fn programmes(&self) -> impl Iterator<Item = &ProgrammeId> {
        self.programmes.keys()
    }
}

impl ProgrammeKeys {
    /// Draws new keys for a log of this origin (`example.org/meals`).
    ///
    /// # Errors
    /// When the origin has spaces or a +.
    pub fn new(origin: &str, entropy: &mut dyn Entropy) -> Result<Self, KeyringError> {
        if !is_key_name_valid(origin) || origin.chars().any(char::is_control) {
            return Err(KeyringError::BadOrigin(origin.to_owned()));
        }
        let vault_key = Secret::draw(entropy);
        let index_key = Secret::draw(entropy);
        let signing_key = SigningKey::from_bytes(&Secret::draw(entropy).0);
        Ok(Self { origin: origin.to_owned(), vault_key, index_key, signing_key })
    }

    /// The origin of the log that these keys sign.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// What a data folder remembers of the keys: enough to know them again, too little to make them.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let hash = Sha256::new()
            .chain_update(b"hatua keyring 1\n")
            .chain_update(self.verifier_key())
            .chain_update(self.vault_key.0)
            .chain_update(self.index_key.0)
            .finalize();
        hex::encode(&hash[..16])
    }

    /// The public key that checks the log's signatures, as signed notes write it: `origin+hash+key`.
    #[must_use]
    pub fn verifier_key(&self) -> String {
        new_ed25519_verifier_key(&self.origin, &self.signing_key.verifying_key())
    }

    pub(crate) fn vault_key(&self) -> &Secret {
        &self.vault_key
    }

    pub(crate) fn index_key(&self) -> &Secret {
        &self.index_key
    }

    pub(crate) fn signer(&self) -> StandardSigner {
        StandardSigner::new(&self.signing_key_text()).expect("the text of a key is made of a good key")
    }

    /// `PRIVATE+KEY+origin+hash+key`, as Go's note package writes it.
    fn signing_key_text(&self) -> Zeroizing<String> {
        let public = [&[ED25519], self.signing_key.verifying_key().as_bytes().as_slice()].concat();
        let private = Zeroizing::new([&[ED25519], self.signing_key.as_bytes().as_slice()].concat());
        let private = Zeroizing::new(BASE64_STANDARD.encode(&*private));
        Zeroizing::new(format!(
            "PRIVATE+KEY+{}+{:08x}+{}",
            self.origin,
            key_id(&self.origin, &public),
            *private
        ))
    }

    fn from_text(programme: &str, text: &KeysText) -> Result<Self, KeyringError> {
        let bad = |key, expected| KeyringError::BadKey { programme: programme.to_owned(), key, expected };
        let secret = |key, text: &str| {
            let bytes = Zeroizing::new(BASE64_STANDARD.decode(text).unwrap_or_default());
            <[u8; 32]>::try_from(bytes.as_slice()).map(Secret).map_err(|_| bad(key, "32 bytes in base64"))
        };
        let expected = "a signing key `PRIVATE+KEY+origin+hash+key` of the programme's origin";
        let signing_key =
            signing_key_of(&text.signing_key, &text.origin).ok_or_else(|| bad("signing_key", expected))?;
        Ok(Self {
            origin: text.origin.clone(),
            vault_key: secret("vault_key", &text.vault_key)?,
            index_key: secret("index_key", &text.index_key)?,
            signing_key,
        })
    }
}

/// Reads the text of a signing key; nothing where it is malformed or of another origin.
fn signing_key_of(text: &str, origin: &str) -> Option<SigningKey> {
    StandardSigner::new(text).ok()?;
    let rest = text.strip_prefix("PRIVATE+KEY+")?.strip_prefix(origin)?.strip_prefix('+')?;
    let key = Zeroizing::new(BASE64_STANDARD.decode(rest.split_once('+')?.1).ok()?);
    let (algorithm, key) = key.split_first()?;
    assert_eq!(*algorithm, ED25519, "the note's reader accepts Ed25519 only");
    Some(SigningKey::from_bytes(&Secret(key.try_into().ok()?).0))
}

impl fmt::Debug for ProgrammeKeys {
    /// Origin and fingerprint, never a key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ProgrammeKeys({}, {})", self.origin, self.fingerprint())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use signed_note::{Signer, StandardVerifier, Verifier};

    struct Fixed(u8);

    impl Entropy for Fixed {
        fn fill(&mut self, bytes: &mut [u8]) {
            bytes.fill(self.0);
            self.0 += 1;
        }
    }

    fn keyring() -> Keyring {
        let mut keyring = Keyring::empty();
        for (number, id) in [(1, "water"), (50, "schools")] {
            let keys = ProgrammeKeys::new(&format!("example.org/{id}"), &mut Fixed(number)).unwrap();
            keyring.insert(ProgrammeId::new(id).unwrap(), keys);
        }
        keyring
    }

    /// The three keys as the file writes them, the signing key without its public beginning.
    fn secrets(keys: &ProgrammeKeys) -> [String; 3] {
        let signing_key = keys.signing_key_text();
        [
            BASE64_STANDARD.encode(keys.vault_key.0),
            BASE64_STANDARD.encode(keys.index_key.0),
            signing_key.rsplit('+').next().unwrap().to_owned(),
        ]
    }

    fn loaded(text: &str) -> Result<Keyring, KeyringError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keyring");
        write_private(&path, text.as_bytes()).unwrap();
        Keyring::load(&path)
    }

    fn written(keyring: &Keyring) -> String {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keyring");
        keyring.save(&path).unwrap();
        keyring.save(&path).expect("an older file is replaced");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
        std::fs::read_to_string(path).unwrap()
    }

    #[test]
    fn a_keyring_reads_back_what_it_wrote() {
        let keyring = keyring();
        let again = loaded(&written(&keyring)).unwrap();
        assert!(again.programmes().eq(keyring.programmes()));
        for programme in keyring.programmes() {
            let [one, two] = [&keyring, &again].map(|ring| ring.programme(programme).unwrap());
            assert_eq!(secrets(one), secrets(two));
            assert_eq!((one.fingerprint(), one.origin()), (two.fingerprint(), two.origin()));
        }
        assert!(again.programme(&ProgrammeId::new("roads").unwrap()).is_none());
    }

    #[test]
    fn the_public_key_checks_what_the_signing_key_signed() {
        let keys = ProgrammeKeys::new("example.org/water", &mut Fixed(1)).unwrap();
        let verifier = StandardVerifier::new(&keys.verifier_key()).unwrap();
        let signature = keys.signer().sign(b"a head").unwrap();
        assert!(verifier.verify(b"a head", &signature));
        assert!(!verifier.verify(b"a hand", &signature));
    }

    #[test]
    fn a_folder_that_is_not_there_yet_is_made_for_the_keyring() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new").join("folder").join("keyring");
        keyring().save(&path).unwrap();
        assert!(Keyring::load(&path).is_ok());
    }

    #[cfg(unix)]
    #[test]
    fn a_keyring_that_others_can_read_is_refused() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("keyring");
        keyring().save(&path).unwrap();
        let mode = std::fs::metadata(&path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600);
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
        let refused = Keyring::load(&path).unwrap_err();
        assert!(matches!(refused, KeyringError::OpenToOthers { mode: 0o640, .. }), "{refused}");
    }

    #[test]
    fn no_message_shows_a_key() {
        let keyring = keyring();
        let text = written(&keyring);
        let keys = keyring.programme(&ProgrammeId::new("water").unwrap()).unwrap();
        let broken = [
            text.replace("vault_key = ", "vault_key "),
            text.replace("vault_key", "vault_kee"),
            text.replace("=\"\nindex_key", "\"\nindex_key"),
            text.replace("origin = \"example.org/water\"", "origin = \"example.org/wells\""),
            text.replace("PRIVATE+KEY", "PRIVATE+KEE"),
            text.replace("format = 1", "format = 2"),
        ];
        for broken in broken {
            let error = loaded(&broken).unwrap_err();
            let shown = format!("{error} {error:?} {keys:?}");
            for secret in secrets(keys) {
                assert!(text.contains(&secret), "the keys are in the file");
                assert!(
                    !shown.contains(&secret[..10]) && !shown.contains(&secret[secret.len() - 12..]),
                    "{shown}"
                );
            }
        }
    }

    #[test]
    fn a_mistake_is_named_with_its_line() {
        let text = written(&keyring()).replace("index_key = ", "index_key : ");
        match loaded(&text).unwrap_err() {
            KeyringError::NotAKeyring { line, .. } => {
                assert!(text.lines().nth(line - 1).unwrap().contains("index_key"));
            }
            other => panic!("{other}"),
        }
    }

    #[test]
    fn an_origin_without_spaces_and_plus_is_asked_for() {
        for origin in ["", "example.org water", "example.org+water", "example.org/\u{7}"] {
            assert!(
                matches!(ProgrammeKeys::new(origin, &mut Fixed(1)), Err(KeyringError::BadOrigin(_))),
                "{origin}"
            );
        }
    }

    #[test]
    fn other_keys_have_another_fingerprint() {
        let fingerprints =
            [1, 2].map(|seed| ProgrammeKeys::new("a/b", &mut Fixed(seed)).unwrap().fingerprint());
        assert_ne!(fingerprints[0], fingerprints[1]);
    }
}
