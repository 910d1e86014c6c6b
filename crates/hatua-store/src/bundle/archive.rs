//! The frame of a bundle: a ZIP archive whose parts are stored as they are, written in one way only. Every byte of the frame
//! follows from the parts' names, sizes and sums, so a changed byte of the frame is found by writing it anew.

use std::ops::Range;

use super::BundleError;
use super::sum::crc32;

const LOCAL: &[u8; 4] = b"PK\x03\x04";
const CENTRAL: &[u8; 4] = b"PK\x01\x02";
const END: &[u8; 4] = b"PK\x05\x06";
/// The version of the format that can unpack it: 1.0.
const NEEDED: u16 = 10;
/// Names are UTF-8.
const FLAGS: u16 = 0x0800;
/// 1 January 1980: the first day that the format knows. A bundle has no other moment than those in it.
const DAY: u16 = 0x0021;
/// What stands before a part's name, and before that of its line in the directory.
const LOCAL_BYTES: usize = 30;
const CENTRAL_BYTES: usize = 46;
const END_BYTES: usize = 22;

/// A part as the frame tells of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Framed {
    pub name: String,
    pub crc: u32,
    pub size: u32,
}

/// A part in the bytes of an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Span {
    pub name: String,
    pub content: Range<usize>,
}

/// A stretch of the frame: where it begins, and what has to stand there.
pub(super) struct Stretch {
    pub at: usize,
    pub bytes: Vec<u8>,
}

/// Writes an archive of these parts, in this order.
pub(super) fn write_archive(parts: &[(String, Vec<u8>)]) -> Result<Vec<u8>, BundleError> {
    let framed: Vec<Framed> = parts
        .iter()
        .map(|(name, bytes)| {
            let size = u32::try_from(bytes.len()).map_err(|_| BundleError::TooLarge)?;
            Ok(Framed { name: name.clone(), crc: crc32(bytes), size })
        })
        .collect::<Result<_, BundleError>>()?;
    let frame = frame(&framed)?;
    let mut archive = Vec::new();
    for (stretch, content) in
        frame.iter().zip(parts.iter().map(|(_, bytes)| bytes.as_slice()).chain([&[][..]]))
    {
        assert_eq!(stretch.at, archive.len(), "the frame leaves room for each part");
        archive.extend_from_slice(&stretch.bytes);
        archive.extend_from_slice(content);
    }
    Ok(archive)
}

/// The frame around these parts: one stretch before each, and the directory at the end.
pub(super) fn frame(parts: &[Framed]) -> Result<Vec<Stretch>, BundleError> {
    let count = u16::try_from(parts.len()).map_err(|_| BundleError::TooLarge)?;
    let (mut at, mut stretches, mut directory) = (0_u32, Vec::new(), Vec::new());
    for part in parts {
        let name_size = u16::try_from(part.name.len()).map_err(|_| BundleError::TooLarge)?;
        let about = [
            &DAY.to_le_bytes()[..],
            &part.crc.to_le_bytes(),
            &part.size.to_le_bytes(),
            &part.size.to_le_bytes(),
            &name_size.to_le_bytes(),
        ]
        .concat();
        let before = [NEEDED.to_le_bytes(), FLAGS.to_le_bytes(), [0, 0], [0, 0]].concat();
        let local = [LOCAL, &before[..], &about, &[0, 0], part.name.as_bytes()].concat();
        let line = [
            CENTRAL,
            &NEEDED.to_le_bytes()[..],
            &before,
            &about,
            &[0; 12],
            &at.to_le_bytes(),
            part.name.as_bytes(),
        ];
        directory.extend_from_slice(&line.concat());
        let next = u64::from(at) + local.len() as u64 + u64::from(part.size);
        stretches.push(Stretch { at: at as usize, bytes: local });
        at = u32::try_from(next).map_err(|_| BundleError::TooLarge)?;
    }
    let size = u32::try_from(directory.len()).map_err(|_| BundleError::TooLarge)?;
    let counts = [count.to_le_bytes(), count.to_le_bytes()].concat();
    let end = [END, &[0; 4][..], &counts, &size.to_le_bytes(), &at.to_le_bytes(), &[0, 0]].concat();
    directory.extend_from_slice(&end);
    stretches.push(Stretch { at: at as usize, bytes: directory });
    Ok(stretches)
}

/// The parts, as the directory at the end tells of them; nothing where it can't be read.
pub(super) fn spans_by_directory(archive: &[u8]) -> Option<Vec<Span>> {
    let end = archive.len().checked_sub(END_BYTES)?;
    if !archive[end..].starts_with(END) {
        return None;
    }
    let count = u16_at(archive, end + 10)?;
    let mut line = usize::try_from(u32_at(archive, end + 16)?).ok()?;
    let mut spans = Vec::new();
    for _ in 0..count {
        archive.get(line..)?.starts_with(CENTRAL).then_some(())?;
        let name_at = line + CENTRAL_BYTES;
        let name = name_in(archive, name_at, u16_at(archive, line + 28)?)?;
        let begins = usize::try_from(u32_at(archive, line + 42)?).ok()?;
        let from = begins.checked_add(LOCAL_BYTES)?.checked_add(name.len())?;
        line = name_at + name.len();
        spans.push(span(archive, name, from, u32_at(archive, name_at - CENTRAL_BYTES + 24)?)?);
    }
    Some(spans)
}

/// The parts, as what stands before each tells of them; nothing where that can't be read.
pub(super) fn spans_by_parts(archive: &[u8]) -> Option<Vec<Span>> {
    let (mut at, mut spans) = (0, Vec::new());
    while archive.get(at..)?.starts_with(LOCAL) {
        let name = name_in(archive, at + LOCAL_BYTES, u16_at(archive, at + 26)?)?;
        let from = at + LOCAL_BYTES + name.len();
        let found = span(archive, name, from, u32_at(archive, at + 22)?)?;
        at = found.content.end;
        spans.push(found);
    }
    Some(spans)
}

/// Where what stands before a part begins.
pub(super) fn begins_at(span: &Span) -> Option<usize> {
    span.content.start.checked_sub(span.name.len() + LOCAL_BYTES)
}

/// The sum of a part, as what stands before it tells.
pub(super) fn told_sum(archive: &[u8], span: &Span) -> Option<u32> {
    u32_at(archive, begins_at(span)? + 14)
}

fn span(archive: &[u8], name: &str, from: usize, size: u32) -> Option<Span> {
    let content = from..from.checked_add(usize::try_from(size).ok()?)?;
    archive.get(content.clone())?;
    Some(Span { name: name.to_owned(), content })
}

fn name_in(archive: &[u8], at: usize, size: u16) -> Option<&str> {
    std::str::from_utf8(archive.get(at..at.checked_add(usize::from(size))?)?).ok()
}

fn u16_at(archive: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(archive.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn u32_at(archive: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(archive.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts() -> Vec<(String, Vec<u8>)> {
        vec![("a.txt".into(), b"some words".to_vec()), ("folder/\u{e9}".into(), Vec::new())]
    }

    #[test]
    fn both_ways_to_read_it_find_the_same_parts() {
        let archive = write_archive(&parts()).unwrap();
        let spans = spans_by_directory(&archive).unwrap();
        assert_eq!(Some(&spans), spans_by_parts(&archive).as_ref());
        let read: Vec<_> =
            spans.into_iter().map(|span| (span.name, archive[span.content].to_vec())).collect();
        assert_eq!(read, parts());
    }

    #[test]
    fn no_bytes_stop_the_readers() {
        let archive = write_archive(&parts()).unwrap();
        for cut in 0..archive.len() {
            let _ = (spans_by_directory(&archive[..cut]), spans_by_parts(&archive[..cut]));
            let mut wrong = archive.clone();
            wrong[cut] = 0xff;
            let _ = (spans_by_directory(&wrong), spans_by_parts(&wrong));
        }
        assert_eq!(spans_by_parts(b""), Some(Vec::new()));
    }
}
