//! Writes files as spreadsheet programs do, from lines that a person can read: cells are parted by `|`; `#12` is a
//! number, `@2018-03-08` a date cell, `!#REF!` an error, `=42` a formula with that saved value; all else is text.

use std::io::{Cursor, Write};

use jiff::civil::Date;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A workbook of one sheet.
pub fn xlsx(lines: &str) -> Vec<u8> {
    xlsx_with(lines, |_| {})
}

/// A workbook of one sheet that is changed before it is saved.
pub fn xlsx_with(lines: &str, change: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name("Events").unwrap();
    write_lines(sheet, lines);
    change(sheet);
    workbook.save_to_buffer().unwrap()
}

/// A workbook of several sheets; a name that starts with `~` is a hidden one.
pub fn xlsx_of_sheets(sheets: &[(&str, &str)]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for (name, lines) in sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name.trim_start_matches('~')).unwrap();
        sheet.set_hidden(name.starts_with('~'));
        write_lines(sheet, lines);
    }
    workbook.save_to_buffer().unwrap()
}

/// Writes lines into a sheet, the first line being row 1.
pub fn write_lines(sheet: &mut Worksheet, lines: &str) {
    for (row, line) in (0..).zip(lines.trim_matches('\n').lines()) {
        for (column, cell) in (0..).zip(line.split('|')) {
            write_cell(sheet, row, column, cell.trim());
        }
    }
}

fn write_cell(sheet: &mut Worksheet, row: u32, column: u16, cell: &str) {
    if let Some(number) = cell.strip_prefix('#').and_then(|text| text.parse::<f64>().ok()) {
        sheet.write_number(row, column, number).unwrap();
    } else if let Some(day) = cell.strip_prefix('@') {
        let day: Date = day.parse().unwrap();
        let (year, month, day) = (day.year(), day.month(), day.day());
        let moment = ExcelDateTime::from_ymd(
            year.try_into().unwrap(),
            month.try_into().unwrap(),
            day.try_into().unwrap(),
        );
        sheet
            .write_datetime_with_format(
                row,
                column,
                moment.unwrap(),
                &Format::new().set_num_format("dd/mm/yyyy"),
            )
            .unwrap();
    } else if let Some(error) = cell.strip_prefix('!') {
        sheet.write_formula(row, column, Formula::new("=A1").set_result(error)).unwrap();
    } else if let Some(value) = cell.strip_prefix('=') {
        sheet.write_formula(row, column, Formula::new("=B1+C1").set_result(value)).unwrap();
    } else if !cell.is_empty() {
        sheet.write_string(row, column, cell.replace('_', " ")).unwrap();
    }
}

/// A zip of these parts.
pub fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A workbook whose one sheet has this XML between `<worksheet>` and `</worksheet>`.
pub fn xlsx_of_xml(sheet: &str, workbook_properties: &str) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    zipped(&[
        (
            "[Content_Types].xml",
            r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#,
        ),
        (
            "_rels/.rels",
            &format!(
                r#"<Relationships xmlns="{package}"><Relationship Id="rId1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/workbook.xml",
            &format!(
                r#"<workbook xmlns="{main}" xmlns:r="{office}">{workbook_properties}<sheets><sheet name="Events" sheetId="1" r:id="rId1"/></sheets></workbook>"#
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            &format!(
                r#"<Relationships xmlns="{package}"><Relationship Id="rId1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
            ),
        ),
        ("xl/worksheets/sheet1.xml", &format!(r#"<worksheet xmlns="{main}">{sheet}</worksheet>"#)),
    ])
}

/// The XML of one row of text cells, by the same signs.
pub fn row_xml(row: u32, line: &str) -> String {
    let cells: String = ('A'..)
        .zip(line.split('|'))
        .filter(|(_, cell)| !cell.trim().is_empty())
        .map(|(column, cell)| match cell.trim().strip_prefix('#') {
            Some(number) => format!(r#"<c r="{column}{row}"><v>{number}</v></c>"#),
            None => format!(r#"<c r="{column}{row}" t="inlineStr"><is><t>{}</t></is></c>"#, cell.trim()),
        })
        .collect();
    format!(r#"<row r="{row}">{cells}</row>"#)
}

/// An ODS whose `office:spreadsheet` has this XML.
pub fn ods_of_xml(styles: &str, tables: &str) -> Vec<u8> {
    let content = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"#
    );
    zipped(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", &content),
        ("META-INF/manifest.xml", "<manifest:manifest/>"),
    ])
}

/// One row of an ODS, by the same signs.
pub fn ods_row(line: &str) -> String {
    let cell = |cell: &str| match cell.trim() {
        "" => "<table:table-cell/>".to_owned(),
        cell => {
            if let Some(number) = cell.strip_prefix('#') {
                format!(
                    r#"<table:table-cell office:value-type="float" office:value="{number}"><text:p>shown {number}</text:p></table:table-cell>"#
                )
            } else if let Some(day) = cell.strip_prefix('@') {
                format!(
                    r#"<table:table-cell office:value-type="date" office:date-value="{day}"><text:p>shown {day}</text:p></table:table-cell>"#
                )
            } else {
                format!(
                    r#"<table:table-cell office:value-type="string" calcext:value-type="string"><text:p>{cell}</text:p></table:table-cell>"#
                )
            }
        }
    };
    format!("<table:table-row>{}</table:table-row>", line.split('|').map(cell).collect::<String>())
}
