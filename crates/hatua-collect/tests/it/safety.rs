//! Files that would hurt: they are refused, quickly and with a sentence that helps.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::files::{ods_of_xml, ods_row, row_xml, xlsx_of_xml, xlsx_with, zipped};
use crate::register::{HEADING, awareness, check, read};

const ROW: &str = "AW-1 | 2018-03-08 | KEN | Moyale | radio | #1 | #2 |";

#[test]
fn a_stray_cell_at_the_far_corner_costs_one_cell_and_is_told_by_its_address() {
    let file = xlsx_with(&format!("{HEADING}\n{ROW}"), |sheet| {
        sheet.write_string(1_048_575, 16_383, "stray").unwrap();
    });
    check(&file, "refused XFD1048576 file_too_large");
}

#[test]
fn formats_without_values_at_the_far_corner_do_no_harm() {
    let far = r#"<row r="1048576"><c r="XFD1048576" s="0"/></row>"#;
    let rows = format!("<sheetData>{}{}{far}</sheetData>", row_xml(1, HEADING), row_xml(2, ROW));
    check(
        &xlsx_of_xml(&rows, ""),
        "2: channel=radio country=KEN date=2018-03-08 event_id=AW-1 men=2 place=Moyale women=1",
    );
}

#[test]
fn a_merged_area_of_the_whole_sheet_fills_only_rows_that_hold_something() {
    let sheet = format!(
        r#"<sheetData>{}{}{}</sheetData><mergeCells count="1"><mergeCell ref="H3:XFD1048576"/></mergeCells>"#,
        row_xml(1, HEADING),
        row_xml(2, ROW),
        row_xml(3, "AW-2 | 2018-03-08 | KEN | Moyale | radio | #1 | #2 | as above"),
    );
    check(
        &xlsx_of_xml(&sheet, ""),
        "2: channel=radio country=KEN date=2018-03-08 event_id=AW-1 men=2 place=Moyale women=1
        3: channel=radio country=KEN date=2018-03-08 event_id=AW-2 men=2 place=Moyale remarks=as above women=1
        note merged cells read as their value in each cell: H3:XFD1048576",
    );
}

#[test]
fn a_short_ods_of_a_thousand_million_cells_is_refused() {
    let cell = r#"<table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/>"#;
    let row = format!(r#"<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-row>"#);
    let table = format!(
        r#"<table:table table:name="Events">{}{}{row}</table:table>"#,
        ods_row(HEADING),
        ods_row(ROW)
    );
    let refusal = read(&awareness(), None, "list.ods", &ods_of_xml("", &table)).unwrap_err();
    assert_eq!(refusal.problems()[0].code.as_str(), "file_too_large");
}

/// A zip whose one part unpacks to this many megabytes of blanks.
fn bomb(megabytes: usize) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file(
        "xl/workbook.xml",
        SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated),
    )
    .unwrap();
    let blanks = vec![b' '; 1024 * 1024];
    for _ in 0..megabytes {
        zip.write_all(&blanks).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn replace_size(bytes: &mut [u8], from: u32, to: u32) {
    while let Some(at) = bytes.windows(4).position(|window| window == from.to_le_bytes()) {
        bytes[at..at + 4].copy_from_slice(&to.to_le_bytes());
    }
}

#[test]
fn a_zip_bomb_is_refused_before_it_is_unpacked() {
    check(&bomb(20), "refused file file_too_large");
}

#[test]
fn a_zip_that_says_it_is_too_large_is_refused_at_its_word() {
    let mut bytes = bomb(1);
    replace_size(&mut bytes, 1024 * 1024, 101 * 1024 * 1024);
    let refusal = read(&awareness(), None, "list.xlsx", &bytes).unwrap_err().to_string();
    assert!(refusal.contains("104857600 bytes"), "{refusal}");
}

#[test]
fn a_zip_that_lies_about_its_sizes_is_refused() {
    let mut bytes = bomb(20);
    replace_size(&mut bytes, 20 * 1024 * 1024, 1000);
    assert!(read(&awareness(), None, "list.xlsx", &bytes).is_err());
}

#[test]
fn a_file_beyond_the_limit_of_bytes_is_refused() {
    check(&vec![b'x'; 50 * 1024 * 1024 + 1], "refused file file_too_large");
}

#[test]
fn a_csv_with_too_many_columns_is_refused_at_the_cell() {
    let line = format!("{}{}x", "event_id,date,country,place,channel", ",".repeat(600));
    check(format!("{line}\nAW-1,2018-03-08,KEN,Moyale,radio\n").as_bytes(), "refused WG1 file_too_large");
}

#[test]
fn other_documents_are_refused_with_their_name() {
    let message = |bytes: &[u8]| read(&awareness(), None, "list.xlsx", bytes).unwrap_err().to_string();
    assert!(message(&zipped(&[("word/document.xml", "<w/>")])).contains("a Word document"));
    assert!(message(&zipped(&[("xl/workbook.bin", "")])).contains(".xlsb"));
    assert!(message(&zipped(&[("photo.jpg", "")])).contains("a zip archive"));
    let sealed = [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:encryption-data/>"),
        ("content.xml", "x"),
    ];
    assert!(message(&zipped(&sealed)).contains("password"));
}

#[test]
fn a_workbook_cut_off_in_the_middle_is_refused() {
    let whole = xlsx_with(&format!("{HEADING}\n{ROW}"), |_| {});
    check(&whole[..whole.len() / 2], "refused file file_type");
    let cut = ods_of_xml("", r#"<table:table table:name="Events"><table:table-row><table:table-cell>"#);
    assert!(read(&awareness(), None, "list.ods", &cut).is_err());
}
