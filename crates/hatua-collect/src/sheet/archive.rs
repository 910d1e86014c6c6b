//! A workbook's zip, looked into before anything is unpacked for use. What the zip says about its sizes is checked
//! against the limits first, and then against what really comes out: a bomb may lie.

use std::io::{BufReader, Cursor, Read};

use hatua_core::limits::{SHEET_UNPACKED_BYTES_MAX, SHEET_UNPACKED_RATIO_MAX};
use zip::ZipArchive;
use zip::read::ZipFile;

use super::problem::SheetError;

/// The zip of a workbook, within the limits.
pub(crate) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
}

/// A part of the workbook, unpacked as it is read.
pub(crate) type Part<'a, 'b> = BufReader<ZipFile<'a, Cursor<&'b [u8]>>>;

impl<'a> Archive<'a> {
    /// Opens the zip and asserts that its parts, unpacked, are within the limits.
    pub(crate) fn open(file_name: &str, bytes: &'a [u8]) -> Result<Self, SheetError> {
        let zip =
            ZipArchive::new(Cursor::new(bytes)).map_err(|cause| damaged(file_name, &cause.to_string()))?;
        let mut archive = Self { zip };
        archive.assert_declared_sizes(bytes.len() as u64)?;
        archive.assert_real_sizes(file_name, bytes.len() as u64)?;
        Ok(archive)
    }

    /// Whether the workbook has a part of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// A part to be read as a stream; `None` where there is none.
    pub(crate) fn part(&mut self, name: &str) -> Option<Part<'_, 'a>> {
        self.zip.by_name(name).ok().map(BufReader::new)
    }

    /// The first bytes of a part; empty where there is none.
    pub(crate) fn start_of(&mut self, name: &str, bytes_max: u64) -> Vec<u8> {
        let mut start = Vec::new();
        if let Some(part) = self.part(name)
            && part.take(bytes_max).read_to_end(&mut start).is_err()
        {
            start.clear();
        }
        start
    }

    fn assert_declared_sizes(&mut self, packed: u64) -> Result<(), SheetError> {
        let mut declared = 0_u64;
        for index in 0..self.zip.len() {
            if let Ok(part) = self.zip.by_index_raw(index) {
                declared = declared.saturating_add(part.size());
            }
        }
        assert_size(declared, packed)
    }

    fn assert_real_sizes(&mut self, file_name: &str, packed: u64) -> Result<(), SheetError> {
        let mut real = 0_u64;
        for index in 0..self.zip.len() {
            let part = self.zip.by_index(index).map_err(|cause| damaged(file_name, &cause.to_string()))?;
            let mut rest = part.take(SHEET_UNPACKED_BYTES_MAX + 1 - real);
            real += std::io::copy(&mut rest, &mut std::io::sink())
                .map_err(|cause| damaged(file_name, &cause.to_string()))?;
            assert_size(real, packed)?;
        }
        Ok(())
    }
}

fn assert_size(unpacked: u64, packed: u64) -> Result<(), SheetError> {
    if unpacked > SHEET_UNPACKED_BYTES_MAX {
        return Err(SheetError::too_large(format!(
            "Unpacked, the workbook has more than {SHEET_UNPACKED_BYTES_MAX} bytes. Delete unused sheets and formats, \
             or send the rows in several files."
        )));
    }
    if unpacked > packed.saturating_mul(SHEET_UNPACKED_RATIO_MAX) {
        return Err(SheetError::too_large(format!(
            "Unpacked, the workbook is more than {SHEET_UNPACKED_RATIO_MAX} times as large as packed; such a file is \
             not read. Copy the rows into a new workbook and send that."
        )));
    }
    Ok(())
}

/// A file that can't be read to its end.
pub(crate) fn damaged(file_name: &str, cause: &str) -> SheetError {
    SheetError::file_type(format!(
        "\"{file_name}\" looks like a workbook but can't be read ({cause}). Open it in a spreadsheet program, save it \
         again as .xlsx, and send that."
    ))
}
