//! Source documents on file: the scans and pictures of what records were written down from. A document is its partner's: two
//! partners may both have a `LIST-1`.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::id::{FileId, UserId};

/// What the bytes of a document may be: what a scanner or a telephone makes, and can be shown without a program of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum MediaType {
    /// PDF.
    #[serde(rename = "application/pdf")]
    Pdf,
    /// JPEG.
    #[serde(rename = "image/jpeg")]
    Jpeg,
    /// PNG.
    #[serde(rename = "image/png")]
    Png,
    /// TIFF.
    #[serde(rename = "image/tiff")]
    Tiff,
}

impl MediaType {
    /// What the bytes are, by their beginning: a name can say anything.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let begins = |with: &[u8]| bytes.len() > with.len() && bytes.starts_with(with);
        [
            (Self::Pdf, b"%PDF-".as_slice()),
            (Self::Jpeg, b"\xff\xd8\xff"),
            (Self::Png, b"\x89PNG\r\n\x1a\n"),
            (Self::Tiff, b"II*\0"),
            (Self::Tiff, b"MM\0*"),
        ]
        .into_iter()
        .find_map(|(media, beginning)| begins(beginning).then_some(media))
    }

    /// The registered name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Tiff => "image/tiff",
        }
    }
}

/// One file of a source document, as the ledger knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DocumentFile {
    /// The file.
    pub file: FileId,
    /// What its bytes are.
    pub media: MediaType,
    /// Its size.
    pub bytes: u64,
    /// Who received it.
    pub by: UserId,
    /// When.
    pub at: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_a_file_is_stands_at_its_beginning() {
        assert_eq!(MediaType::of(b"%PDF-1.7 ..."), Some(MediaType::Pdf));
        assert_eq!(MediaType::of(b"\xff\xd8\xff\xe0 ..."), Some(MediaType::Jpeg));
        assert_eq!(MediaType::of(b"\x89PNG\r\n\x1a\n ..."), Some(MediaType::Png));
        assert_eq!(MediaType::of(b"II*\0 ..."), Some(MediaType::Tiff));
        assert_eq!(MediaType::of(b"MM\0* ..."), Some(MediaType::Tiff));
        for other in [b"PK\x03\x04 a workbook".as_slice(), b"<html>", b"", b"%PDF-"] {
            assert_eq!(MediaType::of(other), None, "{other:?}");
        }
    }

    #[test]
    fn the_ledger_and_the_list_name_a_kind_alike() {
        for media in [MediaType::Pdf, MediaType::Jpeg, MediaType::Png, MediaType::Tiff] {
            assert_eq!(serde_json::to_value(media).unwrap(), media.as_str());
        }
    }

    proptest! {
        #[test]
        fn no_bytes_stop_the_reader(bytes in proptest::collection::vec(any::<u8>(), 0..40)) {
            let found = MediaType::of(&bytes);
            let mut longer = bytes;
            longer.push(0);
            prop_assert!(found.is_none() || MediaType::of(&longer) == found);
        }
    }
}
