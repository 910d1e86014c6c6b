//! Values as separated text. A text that a spreadsheet would run as a formula gets an apostrophe before it, in every
//! dialect.

use super::figures::{COLUMNS, FigureData};
use super::labels::Labelling;
use super::row::{Origin, Row};

/// How the text is separated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// RFC 4180: commas, UTF-8 without a mark. For programs.
    Plain,
    /// Semicolons, and UTF-8 with a mark: a double click opens it right in Excel where the comma stands in numbers, as in
    /// French. There is no line `sep=;`: with it Excel would no longer see the mark.
    Excel,
}

/// The mark by which Excel knows UTF-8.
const MARK: &str = "\u{feff}";

/// One cell of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Cell {
    /// A text or a code.
    Text(String),
    /// A number.
    Number(i64),
    /// No number; the status says why.
    Nothing,
}

/// The columns of a file.
pub(super) fn columns(labelling: &Labelling) -> Vec<String> {
    COLUMNS.map(str::to_owned).into_iter().chain(labelling.columns()).collect()
}

/// A row in the order of the columns.
pub(super) fn cells(row: &Row, labelling: &Labelling) -> Vec<Cell> {
    let text = |text: &str| Cell::Text(text.to_owned());
    let origin = match row.origin {
        Origin::Computed => "computed",
        Origin::Reported => "reported",
    };
    let cells = [
        text(row.action_id.as_str()),
        text(row.indicator_code.as_str()),
        text(origin),
        text(&row.definition_version),
        text(&row.period_start),
        text(&row.period_end),
        text(&row.dimension),
        row.value.map_or(Cell::Nothing, Cell::Number),
        text(&row.value_status),
        text(&row.unit),
        text(&row.published_at),
        text(&row.release),
        text(&row.source),
        text(&row.permalink),
    ];
    cells.into_iter().chain(labelling.of(row).into_iter().map(Cell::Text)).collect()
}

/// The values of a file.
#[must_use]
pub fn separated(data: &FigureData, labelling: &Labelling, dialect: Dialect) -> String {
    let rows = data.figures.iter().map(|row| {
        let cells = cells(row, labelling).into_iter();
        cells.map(|cell| match cell {
            Cell::Text(text) => guarded(&text),
            Cell::Number(number) => number.to_string(),
            Cell::Nothing => String::new(),
        })
    });
    lines(&columns(labelling), rows, dialect)
}

/// Lines of cells under their columns. Texts are guarded before.
///
/// # Panics
/// Never: writing to memory does not fail.
#[must_use]
pub fn lines(
    columns: &[String],
    rows: impl Iterator<Item = impl Iterator<Item = String>>,
    dialect: Dialect,
) -> String {
    const IN_MEMORY: &str = "writing to memory does not fail";
    let (begin, delimiter) = match dialect {
        Dialect::Plain => ("", b','),
        Dialect::Excel => (MARK, b';'),
    };
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .delimiter(delimiter)
        .from_writer(begin.as_bytes().to_vec());
    writer.write_record(columns).expect(IN_MEMORY);
    for row in rows {
        writer.write_record(row.collect::<Vec<_>>()).expect(IN_MEMORY);
    }
    let bytes = writer.into_inner().expect(IN_MEMORY);
    String::from_utf8(bytes).expect("every cell is UTF-8")
}

/// A text that no spreadsheet runs.
#[must_use]
pub fn guarded(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use crate::open_data::{Labels, of_release};
    use hatua_core::programme::Locale;

    fn written(labels: Labels, dialect: Dialect) -> String {
        let (programme, releases) = (fixture::programme(), fixture::releases());
        let data = of_release(&programme, &releases[1], None);
        separated(&data, &Labelling::new(&programme, Some(&releases[1]), labels), dialect)
    }

    #[test]
    fn labels_add_columns_and_change_no_code() {
        let codes = written(Labels::Codes, Dialect::Plain);
        let labelled = written(Labels::In(Locale::En), Dialect::Plain);
        let read = |text: &str| -> Vec<csv::StringRecord> {
            csv::Reader::from_reader(text.as_bytes()).records().map(Result::unwrap).collect()
        };
        for (plain, labelled) in read(&codes).iter().zip(read(&labelled)) {
            assert!(plain.iter().eq(labelled.iter().take(COLUMNS.len())));
            assert_eq!(labelled.len(), COLUMNS.len() + 6);
        }
        let women = read(&labelled).into_iter().find(|row| &row[6] == "sex=F").unwrap();
        assert_eq!(
            [&women[14], &women[15], &women[17], &women[18]],
            [
                "Water for the Highlands",
                "Number of people trained in water committees",
                "sex: Women",
                "a number, zero included"
            ]
        );
        assert!(written(Labels::Both, Dialect::Plain).lines().next().unwrap().contains("unit_name_ar"));
    }

    #[test]
    fn the_text_for_excel_has_a_mark_semicolons_and_the_same_cells() {
        let plain = written(Labels::Codes, Dialect::Plain);
        let excel = written(Labels::Codes, Dialect::Excel);
        let text = excel.strip_prefix(MARK).unwrap();
        assert!(text.starts_with("action_id;indicator_code;") && text.ends_with("\r\n"));
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
        let mut other = csv::Reader::from_reader(plain.as_bytes());
        assert!(reader.records().map(Result::unwrap).eq(other.records().map(Result::unwrap)));
    }
}
