//! ODS: read as a stream by ourselves. The library for the other workbooks lays every ODS sheet out as a dense grid
//! when the file is opened, so that a short file of repeated cells fills the memory.

use std::collections::BTreeSet;
use std::io::BufRead;

use hatua_core::limits::{SHEET_COLUMNS_MAX, SHEET_ROWS_MAX};
use quick_xml::events::{BytesStart, Event};

use super::Sheets;
use super::archive::{Archive, damaged};
use super::date;
use super::grid::{Area, Cell, Content, Grid, Span};
use super::problem::SheetError;
use super::xlsx::attribute;

/// An ODS file.
pub(crate) struct Workbook<'a> {
    file_name: String,
    archive: Archive<'a>,
    sheets: Vec<(String, bool)>,
}

impl<'a> Workbook<'a> {
    /// Opens the workbook and lists its sheets.
    pub(crate) fn open(file_name: &str, mut archive: Archive<'a>) -> Result<Self, SheetError> {
        let sheets = match archive.part("content.xml") {
            Some(xml) => list_sheets(xml).map_err(|cause| damaged(file_name, &cause))?,
            None => return Err(damaged(file_name, "its content is missing")),
        };
        Ok(Self { file_name: file_name.to_owned(), archive, sheets })
    }
}

impl Sheets for Workbook<'_> {
    fn sheets(&self) -> Vec<(String, bool)> {
        self.sheets.clone()
    }

    fn grid(&mut self, name: &str) -> Result<Grid, SheetError> {
        let Some(xml) = self.archive.part("content.xml") else {
            return Err(damaged(&self.file_name, "its content is missing"));
        };
        let mut table = TableReader::new(name);
        each_event(xml, |event| table.see(event)).map_err(|cause| damaged(&self.file_name, &cause))?;
        Ok(table.grid)
    }
}

/// Calls for each event, an element without content as opening and closing; stops when told `false`.
fn each_event(xml: impl BufRead, mut see: impl FnMut(&Event<'_>) -> bool) -> Result<(), String> {
    let mut reader = quick_xml::Reader::from_reader(xml);
    reader.config_mut().expand_empty_elements = true;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Eof) => return Ok(()),
            Ok(event) if see(&event) => {}
            Ok(_) => return Ok(()),
            Err(cause) => return Err(cause.to_string()),
        }
    }
}

fn list_sheets(xml: impl BufRead) -> Result<Vec<(String, bool)>, String> {
    let mut hidden_styles = BTreeSet::new();
    let mut style = None;
    let mut sheets = Vec::new();
    each_event(xml, |event| {
        if let Event::Start(element) = event {
            match element.name().as_ref() {
                "style:style" => style = attribute(element, "name"),
                "style:table-properties" if attribute(element, "display").as_deref() == Some("false") => {
                    hidden_styles.extend(style.clone());
                }
                "table:table" => {
                    let is_hidden =
                        attribute(element, "style-name").is_some_and(|name| hidden_styles.contains(&name));
                    sheets.extend(attribute(element, "name").map(|name| (name, !is_hidden)));
                }
                _ => {}
            }
        }
        true
    })?;
    Ok(sheets)
}

/// The type that a cell says it has, where its attributes hold no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    Nothing,
    Text,
    Error,
}

/// A cell while it is read.
struct OpenCell {
    repeats: u32,
    columns_spanned: u32,
    rows_spanned: u32,
    typed: Option<Content>,
    said: Said,
    is_formula: bool,
    is_covered: bool,
    text: String,
    paragraphs: u32,
}

/// Reads the one table with a name.
struct TableReader<'a> {
    name: &'a str,
    grid: Grid,
    depth: u32,
    row: u32,
    row_repeats: u32,
    column: u32,
    style_column: u32,
    cells: Vec<(u32, u32, Cell)>,
    open: Option<OpenCell>,
    annotations: u32,
}

impl<'a> TableReader<'a> {
    fn new(name: &'a str) -> Self {
        Self {
            name,
            grid: Grid::new(Some(name.to_owned())),
            depth: 0,
            row: 1,
            row_repeats: 1,
            column: 1,
            style_column: 1,
            cells: Vec::new(),
            open: None,
            annotations: 0,
        }
    }

    fn see(&mut self, event: &Event<'_>) -> bool {
        match event {
            Event::Start(element) => self.see_start(element),
            Event::End(element) => return self.see_end(element.name().as_ref()),
            Event::Text(text) => self.write(&text.xml10_content()),
            Event::CData(text) => self.write(&text.xml10_content()),
            Event::GeneralRef(reference) => {
                if let Ok(Some(letter)) = reference.resolve_char_ref() {
                    self.write(letter.encode_utf8(&mut [0; 4]));
                } else if let Some(text) = quick_xml::escape::resolve_predefined_entity(reference) {
                    self.write(text);
                }
            }
            Event::Empty(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::DocType(_)
            | Event::Eof => {}
        }
        true
    }

    fn see_start(&mut self, element: &BytesStart<'_>) {
        let name = element.name();
        if name.as_ref() == "table:table"
            && (self.depth > 0 || attribute(element, "name").as_deref() == Some(self.name))
        {
            self.depth += 1;
        }
        if self.depth != 1 {
            return;
        }
        match name.as_ref() {
            "table:table-column" => self.see_column(element),
            "table:table-row" => {
                self.row_repeats = count(element, "number-rows-repeated");
                self.column = 1;
                if is_hidden(element) {
                    let last = self.row.saturating_add(self.row_repeats - 1);
                    self.grid.hidden_rows.push(Span::new(self.row, last));
                }
            }
            "table:table-cell" | "table:covered-table-cell" => self.open = Some(open_cell(element)),
            "office:annotation" => self.annotations += 1,
            "text:p" => {
                if let Some(cell) = &mut self.open
                    && self.annotations == 0
                {
                    match cell.paragraphs {
                        0 => cell.text.clear(),
                        _ => cell.text.push('\n'),
                    }
                    cell.paragraphs += 1;
                }
            }
            "text:s" => {
                let spaces = attribute(element, "c").and_then(|text| text.parse().ok()).unwrap_or(1_usize);
                self.write(&" ".repeat(spaces.min(100)));
            }
            "text:tab" => self.write("\t"),
            "text:line-break" => self.write("\n"),
            _ => {}
        }
    }

    fn see_end(&mut self, name: &str) -> bool {
        match name {
            "table:table" if self.depth > 0 => {
                self.depth -= 1;
                return self.depth > 0;
            }
            "office:annotation" => self.annotations = self.annotations.saturating_sub(1),
            "table:table-cell" | "table:covered-table-cell" if self.depth == 1 => self.close_cell(),
            "table:table-row" if self.depth == 1 => return self.close_row(),
            _ => {}
        }
        true
    }

    fn see_column(&mut self, element: &BytesStart<'_>) {
        let repeats = count(element, "number-columns-repeated");
        if is_hidden(element) {
            let last = self.style_column.saturating_add(repeats - 1);
            self.grid.hidden_columns.push(Span::new(self.style_column, last));
        }
        self.style_column = self.style_column.saturating_add(repeats);
    }

    /// Text counts only where it stands in a paragraph of a cell and not in a comment.
    fn write(&mut self, text: &str) {
        if let Some(cell) = &mut self.open
            && cell.paragraphs > 0
            && self.annotations == 0
        {
            cell.text.push_str(text);
        }
    }

    fn close_cell(&mut self) {
        let Some(cell) = self.open.take() else { return };
        let (first, repeats) = (self.column, cell.repeats);
        self.column = self.column.saturating_add(repeats);
        let area = (cell.columns_spanned, cell.rows_spanned);
        let Some(content) = close_content(cell) else { return };
        self.cells.push((first, repeats, content));
        if area != (1, 1) {
            self.grid.merged.push(Area {
                rows: Span::new(self.row, self.row.saturating_add(area.1 - 1)),
                columns: Span::new(first, first.saturating_add(area.0 - 1)),
            });
        }
    }

    /// Puts the row's cells, as often as row and cells are repeated; a repetition past a limit is one stray cell.
    fn close_row(&mut self) -> bool {
        let cells = std::mem::take(&mut self.cells);
        let (first_row, repeats) = (self.row, self.row_repeats);
        self.row = self.row.saturating_add(repeats);
        if cells.is_empty() {
            return true;
        }
        for row in first_row..first_row.saturating_add(repeats) {
            for (first, repeats, cell) in &cells {
                for column in *first..first.saturating_add(*repeats) {
                    if !self.grid.put(row, column, cell.clone()) {
                        return false;
                    }
                    if column > SHEET_COLUMNS_MAX {
                        break;
                    }
                }
            }
            if row > SHEET_ROWS_MAX {
                break;
            }
        }
        true
    }
}

fn count(element: &BytesStart<'_>, name: &str) -> u32 {
    attribute(element, name).and_then(|text| text.parse().ok()).unwrap_or(1).max(1)
}

fn is_hidden(element: &BytesStart<'_>) -> bool {
    matches!(attribute(element, "visibility").as_deref(), Some("collapse" | "filter"))
}

fn open_cell(element: &BytesStart<'_>) -> OpenCell {
    let mut cell = OpenCell {
        repeats: 1,
        columns_spanned: 1,
        rows_spanned: 1,
        typed: None,
        said: Said::Nothing,
        is_formula: false,
        is_covered: element.name().as_ref() == "table:covered-table-cell",
        text: String::new(),
        paragraphs: 0,
    };
    let mut attributes = element.attributes();
    for attribute in attributes.with_checks(false).flatten() {
        let Ok(value) = quick_xml::escape::unescape(&attribute.value) else { continue };
        let number = || value.parse().unwrap_or(1).max(1);
        match attribute.key.as_ref() {
            "table:number-columns-repeated" => cell.repeats = number(),
            "table:number-columns-spanned" => cell.columns_spanned = number(),
            "table:number-rows-spanned" => cell.rows_spanned = number(),
            "calcext:value-type" if value == "error" => cell.said = Said::Error,
            "office:value-type" if value == "string" && cell.said == Said::Nothing => cell.said = Said::Text,
            "office:value" => cell.typed = value.parse().ok().map(Content::Number),
            "office:date-value" => cell.typed = Some(Content::Date(date::written_day(&value))),
            "office:boolean-value" => cell.typed = Some(Content::Boolean(value == "true")),
            "office:string-value" => cell.text = value.into_owned(),
            "table:formula" => cell.is_formula = true,
            _ => {}
        }
    }
    cell
}

/// What a cell holds when it is closed; `None` where it is blank. What a merged cell covers is not seen by anybody.
fn close_content(cell: OpenCell) -> Option<Cell> {
    if cell.is_covered {
        return None;
    }
    let is_formula = cell.is_formula;
    let content = if cell.said == Said::Error || (is_formula && cell.text.starts_with("Err:")) {
        Content::Error(cell.text)
    } else if let Some(typed) = cell.typed {
        typed
    } else if is_formula && cell.said != Said::Text && cell.text.is_empty() {
        Content::NoValue
    } else if cell.text.is_empty() {
        return None;
    } else {
        Content::Text(cell.text)
    };
    Some(Cell { content, is_formula })
}
