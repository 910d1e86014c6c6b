//! Tables as files: workbooks with real dates, or comma-separated text. A workbook's day of creation is given, so that
//! the same table gives the same bytes. Above each table stands that it is a demonstration's.

use jiff::civil::Date;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format as CellFormat, Workbook, Worksheet, XlsxError};

use crate::demonstration::DemoFile;
use crate::error::DemoError;
use crate::recipe::Format;
use crate::rows::{Cell, Table};

/// Below the notice and an empty line.
const HEADING_ROW: u32 = 2;

/// Writes a table as a partner's file.
///
/// # Errors
/// When the writer of workbooks refuses it.
pub(crate) fn write(
    table: &Table,
    format: Format,
    notice: &str,
    written_on: Date,
) -> Result<DemoFile, DemoError> {
    let name = file_name(table, format);
    let bytes = match format {
        Format::Xlsx => {
            let bytes = workbook(table, notice, written_on);
            bytes.map_err(|cause| DemoError::Workbook { name: name.clone(), cause: cause.to_string() })?
        }
        Format::Csv => comma_separated(table, notice),
    };
    Ok(DemoFile { register: table.register.clone(), partner: table.partner.clone(), name, bytes })
}

/// What a table's file is called.
pub(crate) fn file_name(table: &Table, format: Format) -> String {
    let ending = match format {
        Format::Xlsx => "xlsx",
        Format::Csv => "csv",
    };
    format!("{}-{}-{}.{ending}", table.partner, table.quarter, table.register)
}

fn workbook(table: &Table, notice: &str, written_on: Date) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let properties = DocProperties::new().set_title(notice).set_creation_datetime(&excel_day(written_on)?);
    workbook.set_properties(&properties);
    let sheet = workbook.add_worksheet();
    sheet.set_name(table.register.as_str())?;
    write_rows(sheet, table, notice)?;
    workbook.save_to_buffer()
}

fn write_rows(sheet: &mut Worksheet, table: &Table, notice: &str) -> Result<(), XlsxError> {
    let day = CellFormat::new().set_num_format("yyyy-mm-dd");
    let bold = CellFormat::new().set_bold();
    sheet.write_string_with_format(0, 0, notice, &bold)?;
    for (column, heading) in (0_u16..).zip(&table.headings) {
        sheet.write_string_with_format(HEADING_ROW, column, heading, &bold)?;
        sheet.set_column_width(column, 16)?;
    }
    for (row, cells) in (HEADING_ROW + 1..).zip(&table.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            match cell {
                Cell::Blank => {}
                Cell::Text(text) => {
                    sheet.write_string(row, column, text)?;
                }
                Cell::Whole(number) => {
                    let number = i32::try_from(*number).expect("ages, years and half days are small");
                    sheet.write_number(row, column, number)?;
                }
                Cell::Day(date) => {
                    sheet.write_datetime_with_format(row, column, excel_day(*date)?, &day)?;
                }
            }
        }
    }
    Ok(())
}

fn excel_day(day: Date) -> Result<ExcelDateTime, XlsxError> {
    let year = u16::try_from(day.year()).expect("a demonstration happens in our era");
    let part = |part: i8| u8::try_from(part).expect("months and days are positive");
    ExcelDateTime::from_ymd(year, part(day.month()), part(day.day()))
}

fn comma_separated(table: &Table, notice: &str) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    let infallible = "writing to memory does not fail";
    writer.write_record([notice]).expect(infallible);
    writer.write_record(&table.headings).expect(infallible);
    for cells in &table.rows {
        let written = cells.iter().map(|cell| match cell {
            Cell::Blank => String::new(),
            Cell::Text(text) => text.clone(),
            Cell::Whole(number) => number.to_string(),
            Cell::Day(day) => day.to_string(),
        });
        writer.write_record(written).expect(infallible);
    }
    writer.into_inner().expect(infallible)
}
