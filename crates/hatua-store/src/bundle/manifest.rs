//! The list of a bundle's parts: of each its size, its SHA-256, and a short sum of each block, by which a change is found where
//! it is.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::archive::Framed;
use super::sum::crc32;

/// The list's name in the bundle.
pub(super) const MANIFEST: &str = "manifest.txt";
const FIRST_LINE: &str = "hatua bundle 1";
const PART: &str = "part ";
const BLOCKS: &str = "  blocks ";
/// Bytes of a block.
pub(super) const BLOCK_BYTES: usize = 4096;

/// What the list says of a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Listed {
    pub framed: Framed,
    pub sha256: String,
    /// The sum of each block.
    pub blocks: Vec<u32>,
}

impl Listed {
    pub fn of(name: &str, bytes: &[u8]) -> Self {
        let size = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        Self {
            framed: Framed { name: name.to_owned(), crc: crc32(bytes), size },
            sha256: hex::encode(Sha256::digest(bytes)),
            blocks: bytes.chunks(BLOCK_BYTES).map(crc32).collect(),
        }
    }
}

/// The list as text.
pub(super) fn write_manifest(listed: &[Listed]) -> String {
    let mut text = format!("{FIRST_LINE}\n");
    for part in listed {
        let Framed { name, crc, size } = &part.framed;
        writeln!(text, "{PART}{} {size} {crc:08x} {name}", part.sha256)
            .expect("writing to a text does not fail");
        text.push_str(BLOCKS);
        for block in &part.blocks {
            write!(text, "{block:08x}").expect("writing to a text does not fail");
        }
        text.push('\n');
    }
    text
}

/// Reads the list; nothing where it is none.
pub(super) fn read_manifest(bytes: &[u8]) -> Option<Vec<Listed>> {
    let mut lines = std::str::from_utf8(bytes).ok()?.lines();
    (lines.next()? == FIRST_LINE).then_some(())?;
    let mut listed = Vec::new();
    while let Some(line) = lines.next() {
        let mut words = line.strip_prefix(PART)?.splitn(4, ' ');
        let sha256 = words.next()?.to_owned();
        let size = words.next()?.parse().ok()?;
        let crc = u32::from_str_radix(words.next()?, 16).ok()?;
        let framed = Framed { name: words.next()?.to_owned(), crc, size };
        let sums = lines.next()?.strip_prefix(BLOCKS)?.as_bytes().chunks(8);
        let blocks = sums.map(|sum| u32::from_str_radix(std::str::from_utf8(sum).ok()?, 16).ok());
        listed.push(Listed { framed, sha256, blocks: blocks.collect::<Option<_>>()? });
    }
    Some(listed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_was_written_is_read(parts in prop::collection::vec(("[a-z/ .]{1,9}", prop::collection::vec(any::<u8>(), 0..9000)), 0..4)) {
            let listed: Vec<Listed> = parts.iter().map(|(name, bytes)| Listed::of(name, bytes)).collect();
            prop_assert_eq!(read_manifest(write_manifest(&listed).as_bytes()), Some(listed));
        }

        #[test]
        fn no_bytes_stop_the_reader(text in ".*") {
            let _ = read_manifest(format!("{FIRST_LINE}\n{PART}{text}").as_bytes());
        }
    }
}
