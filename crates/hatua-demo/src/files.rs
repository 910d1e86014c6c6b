//! The recipe's files by their path, read as text.

use std::collections::BTreeMap;

use hatua_core::limits::SHEET_ROWS_MAX;

use crate::error::DemoError;

/// A file's text.
///
/// # Errors
/// When it is not there or not UTF-8.
pub(crate) fn text<'a>(
    files: &'a BTreeMap<String, Vec<u8>>,
    file: &'static str,
) -> Result<&'a str, DemoError> {
    let bytes = files.get(file).ok_or(DemoError::FileMissing { file })?;
    std::str::from_utf8(bytes).map_err(|cause| DemoError::Unreadable { file, cause: cause.to_string() })
}

/// Checks that a file does not ask for more rows than a sheet can have.
///
/// # Errors
/// When it does.
pub(crate) fn check_rows(file: &'static str, rows: usize) -> Result<(), DemoError> {
    if rows <= usize::try_from(SHEET_ROWS_MAX).expect("a limit fits memory") {
        return Ok(());
    }
    let cause = format!("{rows} records are more than the {SHEET_ROWS_MAX} that a demonstration can have");
    Err(DemoError::Unreadable { file, cause })
}

/// The rows of a CSV file with their lines.
///
/// # Errors
/// When the file is not there, or a row has other columns than the type asks for.
pub(crate) fn table<T: serde::de::DeserializeOwned>(
    files: &BTreeMap<String, Vec<u8>>,
    file: &'static str,
) -> Result<Vec<(u64, T)>, DemoError> {
    let unreadable = |cause: csv::Error| DemoError::Unreadable { file, cause: cause.to_string() };
    let mut reader = csv::ReaderBuilder::new().from_reader(text(files, file)?.as_bytes());
    let headers = reader.headers().map_err(unreadable)?.clone();
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(unreadable)?;
        let line = record.position().map_or(0, csv::Position::line);
        let row = record.deserialize(Some(&headers)).map_err(|cause| DemoError::Line {
            file,
            line,
            problem: cause.to_string(),
        })?;
        rows.push((line, row));
    }
    Ok(rows)
}
