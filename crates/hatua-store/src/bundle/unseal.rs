//! Opens a bundle: every byte is compared with what its list, its seal and its frame say, and what differs is named with its
//! place. Only a bundle of which every byte is as it was sealed gives its parts.

use std::collections::BTreeMap;
use std::fmt;

use sha2::{Digest, Sha256};

use super::archive::{Framed, Span, begins_at, frame, spans_by_directory, spans_by_parts, told_sum};
use super::manifest::{BLOCK_BYTES, Listed, MANIFEST, read_manifest, write_manifest};
use super::seal::{SEAL, SealError, check_seal, manifest_hash, read_seal};
use super::sum::{crc32, single_changes};

/// Something that is wrong with the bytes of a bundle, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BundleFinding {
    /// The part; absent where it is the frame of the archive.
    pub part: Option<String>,
    /// The first byte that may be wrong, counted from the beginning of the part, or of the file where it is the frame.
    pub at: Option<u64>,
    /// What is wrong.
    pub what: BundleProblem,
}

/// What can be wrong with the bytes of a bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BundleProblem {
    /// It is no bundle, or so much of it is gone that its parts can't be told apart.
    NotABundle,
    /// One byte of a part is another one.
    ByteChanged {
        /// What stood there.
        was: u8,
        /// What stands there.
        is: u8,
    },
    /// A block of a part has another sum, from the place on, so many bytes long.
    BlockChanged {
        /// Its length.
        bytes: u64,
    },
    /// The parts are not those of the list.
    OtherParts,
    /// The list is not the one that was sealed.
    ManifestChanged,
    /// The seal is not what the seal of this list says.
    SealChanged,
    /// The seal's signature does not hold.
    SealInvalid(SealError),
    /// The frame around the parts is not the one that belongs there.
    FrameChanged,
}

impl BundleProblem {
    /// The word for programs.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotABundle => "not_a_bundle",
            Self::ByteChanged { .. } => "byte_changed",
            Self::BlockChanged { .. } => "block_changed",
            Self::OtherParts => "other_parts",
            Self::ManifestChanged => "manifest_changed",
            Self::SealChanged => "seal_changed",
            Self::SealInvalid(_) => "seal_invalid",
            Self::FrameChanged => "frame_changed",
        }
    }
}

impl fmt::Display for BundleProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotABundle => write!(f, "this is no bundle, or a part of it is cut off"),
            Self::ByteChanged { was, is } => write!(f, "this byte was {was:#04x} and is {is:#04x}"),
            Self::BlockChanged { bytes } => write!(f, "one of the {bytes} bytes from here on was changed"),
            Self::OtherParts => {
                write!(f, "the parts are not those of the list: one was added, taken away or renamed")
            }
            Self::ManifestChanged => write!(f, "the list of the parts is not the one that was sealed"),
            Self::SealChanged => write!(f, "the seal is not the seal of this bundle"),
            Self::SealInvalid(cause) => write!(f, "the seal does not hold: {cause}"),
            Self::FrameChanged => write!(f, "the archive around the parts was changed here"),
        }
    }
}

impl fmt::Display for BundleFinding {
    /// `ledger/entries.jsonl, byte 4711: this byte was 0x31 and is 0x32`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.part.as_deref().unwrap_or("the archive"))?;
        if let Some(at) = self.at {
            write!(f, ", byte {at}")?;
        }
        write!(f, ": {}", self.what)
    }
}

/// A bundle of which every byte is as it was sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsealed {
    /// What it is a bundle of.
    pub subject: String,
    /// Its parts by name.
    pub parts: BTreeMap<String, Vec<u8>>,
    seal: Vec<u8>,
}

impl Unsealed {
    /// Whether the seal was made with the key whose public half this is.
    ///
    /// # Errors
    /// When it was not: then somebody else sealed the bundle.
    pub fn check_key(&self, verifier_key: &str) -> Result<(), BundleFinding> {
        check_seal(&self.seal, verifier_key).map_err(|cause| {
            let signature = self.seal.windows(2).position(|pair| pair == b"\n\n").unwrap_or_default() + 2;
            BundleFinding {
                part: Some(SEAL.to_owned()),
                at: Some(signature as u64),
                what: BundleProblem::SealInvalid(cause),
            }
        })
    }
}

/// Opens a bundle. Whose seal it is, [`Unsealed::check_key`] says.
///
/// # Errors
/// Everything that is not as it was sealed.
pub fn unseal(bundle: &[u8]) -> Result<Unsealed, Vec<BundleFinding>> {
    let Some(spans) = spans(bundle) else {
        return Err(vec![BundleFinding { part: None, at: None, what: BundleProblem::NotABundle }]);
    };
    let opened = Opened { bundle, spans };
    let findings = opened.findings();
    if !findings.is_empty() {
        return Err(findings);
    }
    let sealed = read_seal(opened.content(SEAL)).expect("a seal that can't be read is a finding");
    let parts = opened.spans[..opened.spans.len() - 2]
        .iter()
        .map(|span| (span.name.clone(), bundle[span.content.clone()].to_vec()))
        .collect();
    Ok(Unsealed { subject: sealed.subject, parts, seal: opened.content(SEAL).to_vec() })
}

/// The parts of the archive. It tells of them twice, in its directory and before each part: where the two differ, the one
/// counts that agrees with the list.
fn spans(bundle: &[u8]) -> Option<Vec<Span>> {
    let ends_right = |spans: &Vec<Span>| {
        let mut names = spans.iter().rev().map(|span| span.name.as_str());
        (names.next(), names.next()) == (Some(SEAL), Some(MANIFEST)) && stand_in_a_row(spans)
    };
    let told = [spans_by_directory(bundle), spans_by_parts(bundle)];
    let mut told: Vec<Vec<Span>> = told.into_iter().flatten().filter(ends_right).collect();
    let agrees = |spans: &Vec<Span>| {
        let [manifest, seal] = [2, 1].map(|back| &bundle[spans[spans.len() - back].content.clone()]);
        let is_listed = read_manifest(manifest).is_some_and(|listed| are_listed(spans, &listed));
        (is_listed, read_seal(seal).is_some())
    };
    // Of two that are as good, the directory counts: it is what programs read.
    told.sort_by_key(|spans| std::cmp::Reverse(agrees(spans)));
    told.into_iter().next()
}

/// Whether each part stands right behind the one before, with room for what tells of it.
fn stand_in_a_row(spans: &[Span]) -> bool {
    let mut end = 0;
    spans.iter().all(|span| {
        let is_next = Some(end) == begins_at(span);
        end = span.content.end;
        is_next
    })
}

fn are_listed(spans: &[Span], listed: &[Listed]) -> bool {
    let named = spans[..spans.len() - 2].iter().map(|span| (span.name.as_str(), span.content.len()));
    named.eq(listed.iter().map(|part| (part.framed.name.as_str(), part.framed.size as usize)))
}

/// A bundle whose parts can be told apart.
struct Opened<'a> {
    bundle: &'a [u8],
    spans: Vec<Span>,
}

impl Opened<'_> {
    fn content(&self, name: &str) -> &[u8] {
        let span = self.spans.iter().rfind(|span| span.name == name).expect("list and seal are there");
        &self.bundle[span.content.clone()]
    }

    fn findings(&self) -> Vec<BundleFinding> {
        let (manifest, seal) = (self.content(MANIFEST), self.content(SEAL));
        let sealed = read_seal(seal).filter(|sealed| sealed.manifest_hash == manifest_hash(manifest));
        let listed = read_manifest(manifest).filter(|listed| are_listed(&self.spans, listed));
        match (sealed, listed) {
            (Some(_), Some(listed)) => {
                let of_parts =
                    listed.iter().zip(&self.spans).filter_map(|(part, span)| self.in_part(part, span));
                of_parts.chain(self.in_frame(&listed)).collect()
            }
            (Some(_), None) => vec![found(Some(MANIFEST), None, BundleProblem::OtherParts)],
            (None, _) => vec![self.in_list_or_seal()],
        }
    }

    /// What is wrong where the seal is not that of the list: the seal, where the list is what the parts give, else the list.
    fn in_list_or_seal(&self) -> BundleFinding {
        let manifest = self.content(MANIFEST);
        let of_parts = self.spans[..self.spans.len() - 2].iter();
        let again: Vec<Listed> =
            of_parts.map(|span| Listed::of(&span.name, &self.bundle[span.content.clone()])).collect();
        let again = write_manifest(&again);
        match first_difference(manifest, again.as_bytes()) {
            Some(at) => found(Some(MANIFEST), Some(at), BundleProblem::ManifestChanged),
            None => self.in_seal(),
        }
    }

    /// What is wrong with a seal that is not the one whose sum the frame has.
    fn in_seal(&self) -> BundleFinding {
        let content = self.content(SEAL);
        let told = self.spans.last().and_then(|seal| told_sum(self.bundle, seal));
        match told.map(|told| single_changes(content, told)).as_deref() {
            Some([(place, was)]) => {
                let what = BundleProblem::ByteChanged { was: *was, is: content[*place] };
                found(Some(SEAL), Some(*place), what)
            }
            Some(_) | None => found(Some(SEAL), None, BundleProblem::SealChanged),
        }
    }

    fn in_part(&self, part: &Listed, span: &Span) -> Option<BundleFinding> {
        let content = &self.bundle[span.content.clone()];
        if hex::encode(Sha256::digest(content)) == part.sha256 {
            return None;
        }
        let mut blocks = content.chunks(BLOCK_BYTES).zip(&part.blocks).enumerate();
        let changed = blocks.find(|(_, (block, sum))| crc32(block) != **sum);
        let Some((number, (block, sum))) = changed else {
            return Some(found(
                Some(&span.name),
                None,
                BundleProblem::BlockChanged { bytes: content.len() as u64 },
            ));
        };
        let begins = number * BLOCK_BYTES;
        let holds = |(place, was): &(usize, u8)| {
            let mut mended = content.to_vec();
            mended[begins + place] = *was;
            hex::encode(Sha256::digest(&mended)) == part.sha256
        };
        let (at, what) = match single_changes(block, *sum).into_iter().find(holds) {
            Some((place, was)) => (begins + place, BundleProblem::ByteChanged { was, is: block[place] }),
            None => (begins, BundleProblem::BlockChanged { bytes: block.len() as u64 }),
        };
        Some(found(Some(&span.name), Some(at), what))
    }

    /// What is wrong with the frame, or with the seal: the frame has the seal's sum twice, so a seal that differs from both is
    /// not the one that was put in.
    fn in_frame(&self, listed: &[Listed]) -> Option<BundleFinding> {
        let of_list = listed.iter().map(|part| part.framed.clone());
        let last = [MANIFEST, SEAL].map(|name| Listed::of(name, self.content(name)).framed);
        let mut framed: Vec<Framed> = of_list.chain(last).collect();
        let at = self.frame_difference(&framed)?;
        let seal = self.spans.last()?;
        let told = told_sum(self.bundle, seal)?;
        framed.last_mut()?.crc = told;
        if self.frame_difference(&framed).is_some() {
            return Some(found(None, Some(at), BundleProblem::FrameChanged));
        }
        Some(self.in_seal())
    }

    /// The first byte of the file that is not as the frame around these parts has it.
    fn frame_difference(&self, framed: &[Framed]) -> Option<usize> {
        let stretches = frame(framed).ok()?;
        let end = stretches.last().map_or(0, |stretch| stretch.at + stretch.bytes.len());
        let changed = stretches.iter().find_map(|stretch| {
            let range = stretch.at..(stretch.at + stretch.bytes.len()).min(self.bundle.len());
            let stands = self.bundle.get(range).unwrap_or_default();
            Some(stretch.at + first_difference(stands, &stretch.bytes)?)
        });
        changed.or((end != self.bundle.len()).then_some(end))
    }
}

fn found(part: Option<&str>, at: Option<usize>, what: BundleProblem) -> BundleFinding {
    BundleFinding { part: part.map(str::to_owned), at: at.map(|at| at as u64), what }
}

/// The first place at which two texts differ, the end of the shorter one included.
fn first_difference(a: &[u8], b: &[u8]) -> Option<usize> {
    let differs = a.iter().zip(b).position(|(a, b)| a != b);
    differs.or((a.len() != b.len()).then_some(a.len().min(b.len())))
}
