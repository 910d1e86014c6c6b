//! CSV: how its letters are encoded, what parts its cells, and the cells themselves. Rows keep the numbers that a
//! spreadsheet gives them: a blank line is a row, a line broken inside quotation marks is not.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1256};
use hatua_core::limits::SHEET_HEADER_ROW_MAX;
use hatua_core::programme::Locale;

use super::SheetContext;
use super::grid::{Cell, Content, Grid};
use super::header::{self, Header, HeaderNames};
use super::problem::{Notes, SheetError};

const DELIMITERS: [char; 3] = [',', ';', '\t'];

/// Reads a CSV: the delimiter is the one under which the header is known best.
pub(crate) fn read(
    context: &SheetContext<'_>,
    names: &HeaderNames<'_>,
    file_name: &str,
    bytes: &[u8],
    notes: &mut Notes,
) -> Result<(Grid, Header), SheetError> {
    let (text, encoding) = decode(bytes, context.declared_locale());
    if encoding != UTF_8 {
        notes.say(format!("encoding {}", encoding.name().to_ascii_lowercase()));
    }
    let delimiter = delimiter_of(names, &text);
    if delimiter != DELIMITERS[0] {
        let shown = if delimiter == '\t' { "tab".to_owned() } else { delimiter.to_string() };
        notes.say(format!("delimiter {shown}"));
    }
    let grid = read_grid(&text, delimiter, u32::MAX).map_err(|row| {
        SheetError::file_type(format!(
            "\"{file_name}\": a quotation mark opens in row {row} and is never closed, so that where the cells end \
             can't be known. Close or delete it, or save the file again from a spreadsheet program."
        ))
    })?;
    grid.assert_within_limits()?;
    let Some(header) = header::find(names, &grid) else {
        return Err(header::missing(names, Some(&grid)));
    };
    Ok((grid, header))
}

/// A byte order mark, else valid UTF-8, else the old code page of the declared language.
fn decode(bytes: &[u8], locale: Option<Locale>) -> (String, &'static Encoding) {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        let encoding = if encoding == UTF_16LE || encoding == UTF_16BE { encoding } else { UTF_8 };
        return (encoding.decode(bytes).0.into_owned(), encoding);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (text.to_owned(), UTF_8);
    }
    let encoding = match locale {
        Some(Locale::Ar) => WINDOWS_1256,
        Some(Locale::En | Locale::Fr) | None => WINDOWS_1252,
    };
    (encoding.decode(bytes).0.into_owned(), encoding)
}

fn delimiter_of(names: &HeaderNames<'_>, text: &str) -> char {
    let matched = |delimiter: char| {
        let start = read_grid(text, delimiter, SHEET_HEADER_ROW_MAX).unwrap_or_default();
        header::best_match(names, &start)
    };
    let mut best = (DELIMITERS[0], 0);
    for delimiter in DELIMITERS {
        let count = matched(delimiter);
        if count > best.1 {
            best = (delimiter, count);
        }
    }
    best.0
}

/// The cells of the first rows; the error is the row in which an unclosed quotation mark opens.
fn read_grid(text: &str, delimiter: char, rows_max: u32) -> Result<Grid, u32> {
    let mut grid = Grid::new(None);
    let mut lines = Lines { rest: text, delimiter };
    let mut row = 0;
    while row < rows_max && !lines.rest.is_empty() {
        row += 1;
        let mut column = 0;
        loop {
            let Some((cell, ended)) = lines.next_cell() else { return Err(row) };
            column += 1;
            if !grid.put(row, column, Cell { content: Content::Text(cell), is_formula: false }) {
                return Ok(grid);
            }
            if ended == Ended::Row {
                break;
            }
        }
        if row <= SHEET_HEADER_ROW_MAX {
            grid.line_cells.insert(row, column);
        }
    }
    Ok(grid)
}

/// What ended a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ended {
    Cell,
    Row,
}

/// Takes cell after cell from a text, as RFC 4180 says; a lone quotation mark inside a cell is a letter like others.
struct Lines<'a> {
    rest: &'a str,
    delimiter: char,
}

impl Lines<'_> {
    /// The next cell and what ended it; `None` where a quotation mark is never closed.
    fn next_cell(&mut self) -> Option<(String, Ended)> {
        let mut cell = String::new();
        if let Some(quoted) = self.rest.strip_prefix('"') {
            self.rest = quoted;
            loop {
                let end = self.rest.find('"')?;
                cell.push_str(&self.rest[..end]);
                self.rest = &self.rest[end + 1..];
                let Some(more) = self.rest.strip_prefix('"') else { break };
                cell.push('"');
                self.rest = more;
            }
        }
        let delimiter = self.delimiter;
        let end = self.rest.find([delimiter, '\n', '\r']).unwrap_or(self.rest.len());
        cell.push_str(&self.rest[..end]);
        self.rest = &self.rest[end..];
        if let Some(rest) = self.rest.strip_prefix(delimiter) {
            self.rest = rest;
            return Some((cell, Ended::Cell));
        }
        self.rest =
            self.rest.strip_prefix("\r\n").or(self.rest.strip_prefix(['\n', '\r'])).unwrap_or(self.rest);
        Some((cell, Ended::Row))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str, delimiter: char) -> Vec<(u32, u32, String)> {
        let grid = read_grid(text, delimiter, u32::MAX).unwrap();
        let cells = grid
            .rows
            .iter()
            .flat_map(|(&row, cells)| cells.iter().map(move |(&column, cell)| (row, column, cell)));
        cells.map(|(row, column, cell)| (row, column, cell.content.shown())).collect()
    }

    #[test]
    fn a_blank_line_is_a_row_and_a_line_broken_in_quotes_is_not() {
        let read = cells("a,\"b\r\nb\"\"c\"\r\n\r\nd,e\rf", ',');
        let expected = [(1, 1, "a"), (1, 2, "b\r\nb\"c"), (3, 1, "d"), (3, 2, "e"), (4, 1, "f")];
        assert_eq!(read, expected.map(|(row, column, text)| (row, column, text.to_owned())));
    }

    #[test]
    fn a_quotation_mark_that_never_closes_is_told_with_its_row() {
        assert_eq!(read_grid("a,b\nc,\"d\ne,f", ',', u32::MAX).unwrap_err(), 2);
    }

    #[test]
    fn letters_are_told_by_mark_then_utf8_then_the_declared_language() {
        assert_eq!(decode("\u{FEFF}é".as_bytes(), None), ("é".to_owned(), UTF_8));
        assert_eq!(decode(b"\xFF\xFE\xE9\0", None), ("é".to_owned(), UTF_16LE));
        assert_eq!(decode(b"tr\xE8s", Some(Locale::Fr)), ("très".to_owned(), WINDOWS_1252));
        assert_eq!(decode(b"\xE3\xDA", Some(Locale::Ar)), ("مع".to_owned(), WINDOWS_1256));
    }
}
