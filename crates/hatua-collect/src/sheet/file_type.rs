//! Which type a file has, told by its content: names lie. What is not read is refused with the way out.

use hatua_core::limits::FILE_BYTES_MAX;

use super::archive::{Archive, damaged};
use super::problem::SheetError;

/// A received file of a type that is read.
pub(crate) enum FileType<'a> {
    /// Excel's workbook since 2007.
    Xlsx(Archive<'a>),
    /// The open workbook of other programs.
    Ods(Archive<'a>),
    /// Lines of text with commas, semicolons or tabs.
    Text,
}

const ZIP: &[u8] = b"PK\x03\x04";
const COMPOUND_FILE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
const ODS: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";

/// The types by which a package says that it is a workbook, wherever it keeps it; the second holds macros, never run.
const WORKBOOK_TYPES: [&[u8]; 2] = [b"spreadsheetml.sheet.main+xml", b"ms-excel.sheet.macroEnabled.main+xml"];

/// Tells the type of a file from its bytes.
pub(crate) fn detect<'a>(file_name: &str, bytes: &'a [u8]) -> Result<FileType<'a>, SheetError> {
    if bytes.len() as u64 > FILE_BYTES_MAX {
        return Err(SheetError::too_large(format!(
            "\"{file_name}\" has {} bytes; at most {FILE_BYTES_MAX} are read. Send the rows in several files.",
            bytes.len()
        )));
    }
    if bytes.is_empty() {
        return Err(SheetError::no_rows(
            None,
            format!("\"{file_name}\" is empty: it has no byte. Send it again."),
        ));
    }
    if bytes.starts_with(ZIP) {
        return detect_workbook(file_name, bytes);
    }
    if bytes.starts_with(COMPOUND_FILE) {
        return Err(refuse_compound_file(file_name, bytes));
    }
    refuse_other_types(file_name, bytes)?;
    Ok(FileType::Text)
}

fn detect_workbook<'a>(file_name: &str, bytes: &'a [u8]) -> Result<FileType<'a>, SheetError> {
    let mut archive = Archive::open(file_name, bytes)?;
    if archive.start_of("mimetype", 100).starts_with(ODS) {
        let manifest = archive.start_of("META-INF/manifest.xml", 1 << 20);
        if holds(&manifest, b"encryption-data") {
            return Err(asks_for_password(file_name));
        }
        return Ok(FileType::Ods(archive));
    }
    let types = archive.start_of("[Content_Types].xml", 1 << 20);
    if archive.has("xl/workbook.xml") || WORKBOOK_TYPES.iter().any(|workbook| holds(&types, workbook)) {
        return Ok(FileType::Xlsx(archive));
    }
    let what = if archive.has("xl/workbook.bin") {
        "a binary Excel workbook (.xlsb)"
    } else if archive.has("word/document.xml") {
        "a Word document"
    } else if archive.has("[Content_Types].xml") || archive.has("mimetype") {
        "an office document, but no workbook that can be read"
    } else {
        "a zip archive"
    };
    Err(refused(file_name, what))
}

/// Excel's old format, and its envelope for files with a password.
fn refuse_compound_file(file_name: &str, bytes: &[u8]) -> SheetError {
    let wide = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    if holds(bytes, &wide("EncryptedPackage")) {
        asks_for_password(file_name)
    } else {
        refused(file_name, "an Excel file of the old format (.xls) or another old office file")
    }
}

fn refuse_other_types(file_name: &str, bytes: &[u8]) -> Result<(), SheetError> {
    let has_wide_mark = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    if start.starts_with(b"%PDF") {
        return Err(refused(file_name, "a PDF"));
    }
    if start.starts_with(b"{\\rtf") {
        return Err(refused(file_name, "a text document (RTF)"));
    }
    if start.first() == Some(&b'<')
        && start.get(1).is_some_and(|b| b.is_ascii_alphabetic() || matches!(b, b'!' | b'?'))
    {
        return Err(refused(file_name, "a web page or XML (some programs name it .xls)"));
    }
    let control = |byte: &u8| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C | 0x1A);
    if !has_wide_mark && bytes.iter().any(control) {
        return Err(refused(file_name, "no text and no workbook that is known"));
    }
    if bytes.starts_with(b"PK") {
        return Err(damaged(file_name, "its beginning is missing"));
    }
    Ok(())
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

fn refused(file_name: &str, what: &str) -> SheetError {
    SheetError::file_type(format!(
        "\"{file_name}\" is {what}. Files are read as .xlsx, .ods or .csv: open it in a spreadsheet program, save it as \
         .xlsx, and send that."
    ))
}

fn asks_for_password(file_name: &str) -> SheetError {
    SheetError::file_type(format!(
        "\"{file_name}\" is protected with a password and can't be read. Save it without a password (File, Information, \
         Protect) and send it again; the connection protects it on its way."
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(bytes: &[u8]) -> String {
        detect("list.xlsx", bytes).err().unwrap().to_string()
    }

    #[test]
    fn a_web_page_that_calls_itself_a_workbook_is_refused() {
        assert!(
            refusal(b"\xEF\xBB\xBF \n<html><table><tr><td>date</td></tr></table></html>")
                .contains("a web page")
        );
        assert!(refusal(b"<?xml version=\"1.0\"?><Workbook/>").contains("a web page or XML"));
    }

    #[test]
    fn a_workbook_with_a_password_is_refused_with_the_way_out() {
        let mut bytes = COMPOUND_FILE.to_vec();
        bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
        assert!(refusal(&bytes).contains("password"));
        assert!(refusal(COMPOUND_FILE).contains(".xls"));
    }

    #[test]
    fn a_zip_of_something_else_is_refused() {
        assert!(refusal(b"PK\x03\x04 and then nothing").contains("can't be read"));
        assert!(refusal(b"%PDF-1.7").contains("a PDF"));
        assert!(refusal(b"\x89PNG\r\n\x1a\n\0\0").contains("no text"));
    }

    #[test]
    fn lines_of_text_are_read_whatever_their_name() {
        assert!(matches!(detect("list.xlsx", b"a,b\n1,2\n"), Ok(FileType::Text)));
        assert!(matches!(detect("list.csv", b"\xFF\xFEa\0,\0b\0"), Ok(FileType::Text)));
    }
}
