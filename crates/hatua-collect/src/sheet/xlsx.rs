//! XLSX: cells as calamine streams them, one by one, never as a dense grid. What calamine does not tell (hidden rows and
//! columns) is read from the sheet's own XML.

use std::collections::BTreeMap;
use std::io::{BufRead, Cursor};
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{
    DataRef, Dimensions, ExcelDateTime, ExcelDateTimeType, Reader, SheetType, SheetVisible, Xlsx, XlsxError,
};
use jiff::civil::Date;
use quick_xml::events::{BytesStart, Event};

use super::Sheets;
use super::archive::{Archive, damaged};
use super::date;
use super::grid::{Area, Cell, Content, Grid, Span};
use super::problem::SheetError;

/// An XLSX file.
pub(crate) struct Workbook<'a> {
    file_name: String,
    reader: Xlsx<Cursor<&'a [u8]>>,
    archive: Archive<'a>,
    parts: BTreeMap<String, String>,
}

impl<'a> Workbook<'a> {
    /// Opens the workbook; its sheets are not read yet.
    pub(crate) fn open(
        file_name: &str,
        bytes: &'a [u8],
        mut archive: Archive<'a>,
    ) -> Result<Self, SheetError> {
        let reader =
            contained(file_name, || Xlsx::new(Cursor::new(bytes)).map_err(|cause| cause.to_string()))?;
        let parts = parts_of_sheets(&mut archive);
        Ok(Self { file_name: file_name.to_owned(), reader, archive, parts })
    }
}

impl Sheets for Workbook<'_> {
    fn sheets(&self) -> Vec<(String, bool)> {
        let sheets = self.reader.sheets_metadata().iter();
        sheets
            .filter(|sheet| sheet.typ == SheetType::WorkSheet)
            .map(|sheet| (sheet.name.clone(), sheet.visible == SheetVisible::Visible))
            .collect()
    }

    fn grid(&mut self, name: &str) -> Result<Grid, SheetError> {
        let reader = &mut self.reader;
        let (mut grid, unknown_errors) = contained(&self.file_name, || read_cells(reader, name))?;
        let mut error_cells = Vec::new();
        if let Some(xml) = self.parts.get(name).and_then(|part| self.archive.part(part)) {
            error_cells = read_beside(xml, &mut grid);
        }
        put_unknown_errors(&mut grid, unknown_errors, &error_cells).map_err(|error| {
            damaged(&self.file_name, &format!("it shows the error {error} in a cell without address"))
        })?;
        Ok(grid)
    }
}

/// Keeps a panic of the reading library inside: a file of strange bytes is a file that can't be read, no more.
fn contained<T>(file_name: &str, read: impl FnOnce() -> Result<T, String>) -> Result<T, SheetError> {
    match catch_unwind(AssertUnwindSafe(read)) {
        Ok(outcome) => outcome.map_err(|cause| damaged(file_name, &cause)),
        Err(_) => Err(damaged(file_name, "its parts contradict each other")),
    }
}

/// The cells of a sheet, and the errors that calamine does not know (`#SPILL!`), in the order of the sheet: of those it
/// tells the text but not the cell.
fn read_cells(reader: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<(Grid, Vec<String>), String> {
    let mut grid = Grid::new(Some(name.to_owned()));
    grid.is_1904 = reader.has_1904_epoch();
    let merged = reader.merge_cells_by_sheet_name(name).map_err(|cause| cause.to_string())?;
    grid.merged = merged.iter().map(area).collect();
    let is_1904 = grid.is_1904;
    let mut cells = reader.worksheet_cells_reader(name).map_err(|cause| cause.to_string())?;
    let mut unknown_errors = Vec::new();
    loop {
        let record = match cells.next_cell_with_formula_metadata() {
            Ok(Some(record)) => record,
            Ok(None) => break,
            Err(XlsxError::CellError(error)) => {
                unknown_errors.push(error);
                continue;
            }
            Err(cause) => return Err(cause.to_string()),
        };
        let is_formula = record.formula.is_some();
        let Some(content) = content(&record.value, is_formula, is_1904) else { continue };
        let (row, column) = record.pos;
        if !grid.put(row.saturating_add(1), column.saturating_add(1), Cell { content, is_formula }) {
            break;
        }
    }
    Ok((grid, unknown_errors))
}

/// Puts the errors that calamine did not know into their cells: those that say that they hold an error and are not in
/// the grid. Fails with an error that has no cell.
fn put_unknown_errors(grid: &mut Grid, errors: Vec<String>, cells: &[(u32, u32)]) -> Result<(), String> {
    let free: Vec<(u32, u32)> =
        cells.iter().filter(|(row, column)| grid.cell(*row, *column).is_none()).copied().collect();
    let mut free = free.into_iter();
    for error in errors {
        let Some((row, column)) = free.next() else { return Err(error) };
        if !grid.put(row, column, Cell { content: Content::Error(error), is_formula: false }) {
            break;
        }
    }
    Ok(())
}

fn area(area: &Dimensions) -> Area {
    let span = |first: u32, last: u32| Span::new(first.saturating_add(1), last.saturating_add(1));
    Area { rows: span(area.start.0, area.end.0), columns: span(area.start.1, area.end.1) }
}

/// What a cell holds; `None` where it is blank.
fn content(value: &DataRef<'_>, is_formula: bool, is_1904: bool) -> Option<Content> {
    Some(match value {
        #[expect(clippy::cast_precision_loss, reason = "a spreadsheet keeps every number as a float already")]
        DataRef::Int(number) => Content::Number(*number as f64),
        DataRef::Float(number) => Content::Number(*number),
        DataRef::String(text) | DataRef::DurationIso(text) => Content::Text(text.clone()),
        DataRef::SharedString(text) => Content::Text((*text).to_owned()),
        DataRef::Bool(answer) => Content::Boolean(*answer),
        DataRef::DateTime(moment) if moment.is_datetime() => {
            Content::Date(day_of_serial(moment.as_f64(), is_1904))
        }
        DataRef::DateTime(duration) => Content::Number(duration.as_f64()),
        DataRef::DateTimeIso(text) => Content::Date(date::written_day(text)),
        DataRef::Error(error) => Content::Error(error.to_string()),
        DataRef::Empty if is_formula => Content::NoValue,
        DataRef::Empty => return None,
    })
}

/// The day that a serial number means; `None` for those that mean none (a time of day, 29 February 1900).
pub(crate) fn day_of_serial(serial: f64, is_1904: bool) -> Option<Date> {
    const AFTER_LAST_DAY: f64 = 2_958_466.0;
    if !(0.0..AFTER_LAST_DAY).contains(&serial) {
        return None;
    }
    let moment = ExcelDateTime::new(serial.floor(), ExcelDateTimeType::DateTime, is_1904);
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    date::civil(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?)
}

/// The part of the zip in which each sheet lies.
fn parts_of_sheets(archive: &mut Archive<'_>) -> BTreeMap<String, String> {
    let mut targets = BTreeMap::new();
    if let Some(xml) = archive.part("xl/_rels/workbook.xml.rels") {
        each_element(xml, |element| {
            if element.local_name().as_ref() == "Relationship"
                && let (Some(id), Some(target)) = (attribute(element, "Id"), attribute(element, "Target"))
            {
                let part = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
                targets.insert(id, part);
            }
        });
    }
    let mut parts = BTreeMap::new();
    if let Some(xml) = archive.part("xl/workbook.xml") {
        each_element(xml, |element| {
            if element.local_name().as_ref() == "sheet"
                && let (Some(name), Some(id)) = (attribute(element, "name"), attribute(element, "id"))
                && let Some(part) = targets.get(&id)
            {
                parts.insert(name, part.clone());
            }
        });
    }
    parts
}

/// Reads what calamine does not tell: the hidden rows and columns, and which cells hold an error.
fn read_beside(xml: impl BufRead, grid: &mut Grid) -> Vec<(u32, u32)> {
    let mut error_cells = Vec::new();
    let mut row = 0_u32;
    each_element(xml, |element| {
        let local = element.local_name();
        let number = |name: &str| attribute(element, name).and_then(|text| text.parse::<u32>().ok());
        let is_hidden = || matches!(attribute(element, "hidden").as_deref(), Some("1" | "true"));
        if local.as_ref() == "row" {
            row = number("r").unwrap_or(row.saturating_add(1));
            if is_hidden() && !grid.hidden_rows.last_mut().is_some_and(|span| span.grow(row)) {
                grid.hidden_rows.push(Span::new(row, row));
            }
        } else if local.as_ref() == "col"
            && is_hidden()
            && let (Some(first), Some(last)) = (number("min"), number("max"))
        {
            grid.hidden_columns.push(Span::new(first, last));
        } else if local.as_ref() == "c" && attribute(element, "t").as_deref() == Some("e") {
            error_cells.extend(attribute(element, "r").as_deref().and_then(place));
        }
    });
    error_cells
}

/// Row and column, from 1, of an address.
fn place(address: &str) -> Option<(u32, u32)> {
    let digits = address.find(|letter: char| letter.is_ascii_digit())?;
    let (letters, row) = address.split_at(digits);
    let column = letters.bytes().try_fold(0_u32, |sum, letter| {
        let value = letter.is_ascii_uppercase().then(|| u32::from(letter - b'A') + 1)?;
        sum.checked_mul(26)?.checked_add(value)
    })?;
    Some((row.parse().ok()?, column)).filter(|(row, column)| *row > 0 && *column > 0)
}

/// Calls for each opening element until the XML ends or breaks.
fn each_element(xml: impl BufRead, mut see: impl FnMut(&BytesStart<'_>)) {
    let mut reader = quick_xml::Reader::from_reader(xml);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element) | Event::Empty(element)) => see(&element),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

/// An attribute by its local name.
pub(crate) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    attributes
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == name)
        .and_then(|attribute| {
            quick_xml::escape::unescape(&attribute.value).ok().map(std::borrow::Cow::into_owned)
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_serial_number_is_the_day_that_its_own_calendar_means() {
        assert_eq!(day_of_serial(43_167.0, false), Some(date(2018, 3, 8)));
        assert_eq!(day_of_serial(41_705.75, true), Some(date(2018, 3, 8)));
        assert_eq!(day_of_serial(60.0, false), None, "29 February 1900 never was");
        assert_eq!(day_of_serial(0.5, false), None, "noon is no day");
        assert_eq!(day_of_serial(f64::NAN, false), None);
        assert_eq!(day_of_serial(-1.0, false), None);
    }
}
