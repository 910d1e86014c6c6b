//! CSV files of a package (RFC 4180: commas, quotes, UTF-8), read by hand because every cell must keep its line and
//! column.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::file::{At, File, Report, did_you_mean};
use crate::programme::Package;
use crate::statement::AsOf;

type Cell = At<String>;

/// The rows of a CSV file under its header.
pub(super) struct Sheet<'a> {
    /// The file.
    pub(super) file: File<'a>,
    columns: BTreeMap<String, usize>,
    rows: Vec<Vec<Cell>>,
    /// How many rows stand in the file, those that can't be read included.
    pub(super) rows_written: usize,
}

/// One row of a CSV file.
#[derive(Clone, Copy)]
pub(super) struct Row<'s> {
    sheet: &'s Sheet<'s>,
    cells: &'s [Cell],
}

impl<'a> Sheet<'a> {
    /// Opens a file of the package; `None` where it is absent or has no usable header. Every column of `needed` must
    /// be there, those of `allowed` may.
    pub(super) fn open(
        package: &'a Package,
        path: &'a str,
        report: &'a Report,
        (needed, allowed): (&[String], &[String]),
    ) -> Option<Self> {
        let file = File::open(package, path, report)?;
        let mut rows = split(&file).into_iter();
        let header = rows.next().unwrap_or_default();
        let columns = read_header(&file, &header, needed, allowed)?;
        let rows_written = rows.len();
        let rows = rows.filter(|row| is_complete(&file, row, header.len())).collect();
        Some(Self { file, columns, rows, rows_written })
    }

    /// The rows in their order.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|cells| Row { sheet: self, cells })
    }
}

fn read_header(
    file: &File<'_>,
    header: &[Cell],
    needed: &[String],
    allowed: &[String],
) -> Option<BTreeMap<String, usize>> {
    let known: Vec<&str> = needed.iter().chain(allowed).map(String::as_str).collect();
    let mut columns = BTreeMap::new();
    let mut is_usable = true;
    for (index, cell) in header.iter().enumerate() {
        let name = cell.value.trim();
        if !known.contains(&name) {
            let help = did_you_mean(name, &known, "the columns of this file, separated by commas");
            file.find(cell.at, "unknown_column", format!("`{name}` is not a column of {}", file.path), help);
        } else if columns.insert(name.to_owned(), index).is_some() {
            let help = "keep one of the two columns".to_owned();
            file.find(
                cell.at,
                "duplicate_name",
                format!("the column `{name}` stands twice in the header"),
                help,
            );
        }
    }
    for name in needed.iter().filter(|name| !columns.contains_key(*name)) {
        let help = format!("the first line of the file is the header: {}", known.join(","));
        file.find(0, "missing_column", format!("the column `{name}` is missing"), help);
        is_usable = false;
    }
    is_usable.then_some(columns)
}

fn is_complete(file: &File<'_>, row: &[Cell], wanted: usize) -> bool {
    if row.len() == wanted {
        return true;
    }
    let at = row.first().map_or(0, |cell| cell.at);
    let message = format!("this row has {} cells and the header has {wanted}", row.len());
    let help = "one cell for each column; a text with a comma or a quote stands in double quotes".to_owned();
    file.find(at, "csv_syntax", message, help);
    false
}

/// Splits the text into rows of cells. Blank lines are skipped.
fn split(file: &File<'_>) -> Vec<Vec<Cell>> {
    let text = file.text;
    let mut rows = Vec::new();
    let mut row: Vec<Cell> = Vec::new();
    let mut at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    while at < text.len() {
        let (cell, end) = read_cell(file, at);
        row.push(cell);
        at = end;
        if text[at..].starts_with(',') {
            at += 1;
            if at == text.len() {
                row.push(At { value: String::new(), at });
            }
            continue;
        }
        at += if text[at..].starts_with("\r\n") { 2 } else { usize::from(at < text.len()) };
        let finished = std::mem::take(&mut row);
        if finished.len() > 1 || finished.iter().any(|cell| !cell.value.trim().is_empty()) {
            rows.push(finished);
        }
    }
    if !row.is_empty() {
        rows.push(row);
    }
    rows
}

/// Reads one cell; the second value is where the separator after it stands.
fn read_cell(file: &File<'_>, at: usize) -> (Cell, usize) {
    let rest = &file.text[at..];
    let Some(mut quoted) = rest.strip_prefix('"') else {
        let end = rest.find([',', '\n', '\r']).unwrap_or(rest.len());
        return (At { value: rest[..end].to_owned(), at }, at + end);
    };
    let mut value = String::new();
    loop {
        let Some(quote) = quoted.find('"') else {
            let help = "close the quotes; a quote inside is written twice".to_owned();
            file.find(at, "csv_syntax", "a text in quotes does not end".to_owned(), help);
            return (At { value, at }, file.text.len());
        };
        value.push_str(&quoted[..quote]);
        quoted = &quoted[quote + 1..];
        if let Some(after) = quoted.strip_prefix('"') {
            value.push('"');
            quoted = after;
        } else {
            break;
        }
    }
    let end = quoted.find([',', '\n', '\r']).unwrap_or(quoted.len());
    if !quoted[..end].trim().is_empty() {
        let help = "the closing quote ends the cell; a quote inside is written twice".to_owned();
        file.find(at, "csv_syntax", "text stands after the closing quote".to_owned(), help);
    }
    (At { value, at }, file.text.len() - quoted.len() + end)
}

impl<'s> Row<'s> {
    /// The file.
    pub(super) fn file(&self) -> &'s File<'s> {
        &self.sheet.file
    }

    /// Where the row starts.
    pub(super) fn at(&self) -> usize {
        self.cells.first().map_or(0, |cell| cell.at)
    }

    /// A cell without blanks around it; empty where the file has no such column.
    pub(super) fn cell(&self, column: &str) -> At<&'s str> {
        match self.sheet.columns.get(column).and_then(|index| self.cells.get(*index)) {
            Some(cell) => At { value: cell.value.trim(), at: cell.at },
            None => At { value: "", at: self.at() },
        }
    }

    /// A cell's text, which may be empty.
    pub(super) fn text(&self, column: &str) -> String {
        self.cell(column).value.to_owned()
    }

    /// A cell that must not be empty.
    pub(super) fn need(&self, column: &str) -> Option<At<&'s str>> {
        let cell = self.cell(column);
        if cell.value.is_empty() {
            let help = "every row has a value here".to_owned();
            self.file().find(cell.at, "missing_value", format!("`{column}` is empty"), help);
            return None;
        }
        Some(cell)
    }

    /// A name with a shape of its own.
    pub(super) fn word<T>(&self, column: &str) -> Option<T>
    where
        T: std::str::FromStr,
        T::Err: std::fmt::Display,
    {
        self.file().word(self.need(column)?)
    }

    /// A whole number without separators.
    pub(super) fn integer(&self, column: &str) -> Option<i64> {
        let cell = self.need(column)?;
        let number = cell.value.parse().ok();
        if number.is_none() {
            let help = "digits only: no space, comma, point or currency".to_owned();
            let message = format!("`{}` is not a whole number", cell.value);
            self.file().find(cell.at, "invalid_number", message, help);
        }
        number
    }

    /// A day.
    pub(super) fn date(&self, column: &str) -> Option<Date> {
        self.file().date(self.need(column)?)
    }

    /// A day, a month or a year.
    pub(super) fn as_of(&self, column: &str) -> Option<AsOf> {
        self.file().as_of(self.need(column)?)
    }

    /// Yes or no; no where the cell is empty.
    pub(super) fn flag(&self, column: &str) -> bool {
        let cell = self.cell(column);
        let words = [("yes", true), ("no", false), ("", false)];
        self.file().one_of(cell, "yes or no", &words).unwrap_or(false)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        let report = Report::default();
        let file = File { path: "a.csv", text, report: &report, is_broken: false };
        split(&file).into_iter().map(|row| row.into_iter().map(|cell| cell.value).collect()).collect()
    }

    #[test]
    fn quotes_keep_commas_lines_and_quotes() {
        assert_eq!(
            cells("a,b\r\n\"x, y\",\"two\nlines\"\n\"say \"\"no\"\"\",\n"),
            [vec!["a", "b"], vec!["x, y", "two\nlines"], vec!["say \"no\"", ""],]
        );
    }

    #[test]
    fn a_cell_knows_where_it_starts() {
        let report = Report::default();
        let file = File { path: "a.csv", text: "a,b\n1,\"x\"\n", report: &report, is_broken: false };
        let rows = split(&file);
        assert_eq!(file.place(rows[1][1].at), (2, 3));
    }

    proptest! {
        #[test]
        fn what_is_written_as_csv_is_read_back(
            table in prop::collection::vec(prop::collection::vec("[a-z ,\"\né]{1,6}", 2..3), 1..5)
        ) {
            let quote = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
            let text: String =
                table.iter().map(|row| row.iter().map(quote).collect::<Vec<_>>().join(",") + "\n").collect();
            prop_assert_eq!(cells(&text), table);
        }

        #[test]
        fn no_text_stops_the_reader(text in "[a\",\r\n\u{feff}é]{0,40}") {
            cells(&text);
        }
    }
}
