//! What only workbooks have: several sheets, hidden things, merged areas, formulas, calendars.

use hatua_core::programme::ColumnKind;

use crate::files::{ods_of_xml, ods_row, row_xml, xlsx, xlsx_of_sheets, xlsx_of_xml, xlsx_with};
use crate::register::{HEADING, awareness, check, check_as, column, read, register, required};
use rust_xlsxwriter::Format;

const ROW: &str = "AW-1 | @2018-03-08 | KEN | Moyale | radio | #1 | #2 |";
const READ: &str = "channel=radio country=KEN date=2018-03-08 event_id=AW-1 men=2 place=Moyale women=1";

#[test]
fn the_one_visible_sheet_with_the_header_is_read() {
    let file = xlsx_of_sheets(&[
        ("Read me", "How to fill this in"),
        ("~Lists", HEADING),
        ("Data", &format!("{HEADING}\n{ROW}")),
    ]);
    check(
        &file,
        &format!(
            "2: {READ}
        note hidden sheet \"Lists\" not read
        note sheet \"Read me\" not read: it has no header of this register"
        ),
    );
}

#[test]
fn two_sheets_with_the_header_need_a_choice() {
    let lines = format!("{HEADING}\n{ROW}");
    check(&xlsx_of_sheets(&[("Q1", &lines), ("Q2", &lines)]), "refused file sheet_choice_needed");
}

#[test]
fn hidden_rows_and_columns_are_read_and_noted() {
    let second = ROW.replace("AW-1", "AW-2");
    let file = xlsx_with(&format!("{HEADING}\n{ROW}\n{second}"), |sheet| {
        sheet.set_row_hidden(2).unwrap();
        sheet.set_column_hidden(5).unwrap();
        sheet.set_row_hidden(90).unwrap();
    });
    check(
        &file,
        &format!(
            "2: {READ}
        3: {}
        note hidden rows read like the others: 3
        note hidden columns read like the others: F",
            READ.replace("AW-1", "AW-2")
        ),
    );
}

#[test]
fn a_merged_value_holds_for_each_of_its_rows() {
    let second = ROW.replace("AW-1", "AW-2").replace("Moyale", "");
    let file = xlsx_with(&format!("{HEADING}\n{ROW}\n{second}"), |sheet| {
        sheet.merge_range(1, 3, 2, 3, "Moyale", &Format::new()).unwrap();
    });
    check(
        &file,
        &format!(
            "2: {READ}
        3: {}
        note merged cells read as their value in each cell: D2:D3",
            READ.replace("AW-1", "AW-2")
        ),
    );
}

#[test]
fn the_saved_value_of_a_formula_is_read_and_noted() {
    check(
        &xlsx(&format!("{HEADING}\n{}", ROW.replace("#1", "=1"))),
        &format!("2: {READ}\nnote column women: values of formulas read"),
    );
}

fn events_xml(rows: &str) -> String {
    format!("<sheetData>{}{rows}</sheetData>", row_xml(1, HEADING))
}

#[test]
fn a_formula_without_a_saved_value_is_kept_aside_and_a_formula_that_gives_nothing_is_blank() {
    let cell = |cell: &str| {
        let row = row_xml(2, "AW-1 | 2018-03-08 | KEN | Moyale | radio");
        xlsx_of_xml(&events_xml(&row.replace("</row>", &format!("{cell}</row>"))), "")
    };
    check(&cell(r#"<c r="F2"><f>G2*2</f></c>"#), "F2 formula_without_value");
    check(&cell(r#"<c r="F2"><f>G2*2</f><v></v></c>"#), "F2 formula_without_value");
    check(
        &cell(r#"<c r="F2" t="str"><f>IF(G2="","",G2)</f><v></v></c>"#),
        "2: channel=radio country=KEN date=2018-03-08 event_id=AW-1 place=Moyale",
    );
}

#[test]
fn an_error_of_a_newer_program_is_told_at_its_cell() {
    let row = row_xml(2, "AW-1 | 2018-03-08 | KEN | Moyale | radio");
    let errors = r#"<c r="F2" t="e"><f>X()</f><v>#SPILL!</v></c><c r="G2" t="e"><v>#N/A</v></c><c r="H2" t="e"><v>#CALC!</v></c></row>"#;
    let rows = row.replace("</row>", errors) + &row_xml(3, "AW-2 | 2018-03-08 | KEN | Moyale | radio");
    let reading = read(&awareness(), None, "list.xlsx", &xlsx_of_xml(&events_xml(&rows), "")).unwrap();
    let values: Vec<_> =
        reading.problems.iter().map(|problem| (problem.cell.as_deref(), problem.value.as_deref())).collect();
    assert_eq!(
        values,
        [(Some("F2"), Some("#SPILL!")), (Some("G2"), Some("#N/A")), (Some("H2"), Some("#CALC!"))]
    );
    assert_eq!(reading.rows.len(), 1);
}

#[test]
fn days_of_the_calendar_since_1904_are_the_days_that_people_saw() {
    let row = row_xml(2, "AW-1 | #41705 | KEN | Moyale | radio | #1 | #2");
    let file = xlsx_of_xml(&events_xml(&row), r#"<workbookPr date1904="1"/>"#);
    check(&file, &format!("2: {READ}\nnote column date: serial numbers read as dates"));
}

#[test]
fn a_number_with_more_digits_than_a_spreadsheet_keeps_is_no_id() {
    let register = register(
        &["event_id"],
        vec![
            required("event_id", ColumnKind::Id),
            column("date", ColumnKind::Date),
            column("women", ColumnKind::Integer),
        ],
    );
    check_as(
        &register,
        None,
        &xlsx(
            "event_id | date | women\n#7 | | #0.30000000000000004\n#1234567890123456 | |\n@2018-03-08 | | #12\n#8 | | #12",
        ),
        "
        5: event_id=8 women=12
        C2 number_invalid
        A3 id_precision_lost
        A4 id_precision_lost",
    );
}

fn table(name: &str, style: &str, rows: &str) -> String {
    format!(
        r#"<table:table table:name="{name}" table:style-name="{style}"><table:table-column/>{rows}</table:table>"#
    )
}

const STYLES: &str = r#"<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>"#;

#[test]
fn an_ods_is_read_like_any_workbook() {
    let rows = format!("{}{}", ods_row(HEADING), ods_row(ROW));
    let tables = table("Old &amp; gone", "ta2", &rows) + &table("Events", "ta1", &rows);
    check(&ods_of_xml(STYLES, &tables), &format!("2: {READ}\nnote hidden sheet \"Old & gone\" not read"));
}

#[test]
fn repeated_rows_and_cells_of_an_ods_keep_their_places() {
    let blank = r#"<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>"#;
    let last = r#"<table:table-row table:number-rows-repeated="1048571"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#;
    let row = ods_row(ROW).replace(
        r#"<table:table-cell office:value-type="float" office:value="1"><text:p>shown 1</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="2">"#,
        r#"<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="2">"#,
    );
    let tables = table("Events", "ta1", &format!("{}{blank}{row}{last}", ods_row(HEADING)));
    check(&ods_of_xml(STYLES, &tables), &format!("5: {}", READ.replace("women=1", "women=2")));
}

#[test]
fn an_ods_tells_text_errors_formulas_comments_and_hidden_rows() {
    let cell = |xml: &str| {
        let row = ods_row("AW-1 | @2018-03-08 | KEN | Moyale | radio")
            .replace("</table:table-row>", &format!("{xml}</table:table-row>"));
        let row = row.replace("<text:p>Moyale", "<office:annotation><text:p>by the river</text:p></office:annotation><text:p>Mo<text:span>ya</text:span>le<text:s/>A &amp; B&#x21;");
        ods_of_xml(STYLES, &table("Events", "ta1", &(ods_row(HEADING) + &row)))
    };
    let read = "2: channel=radio country=KEN date=2018-03-08 event_id=AW-1 place=Moyale A & B!";
    check(
        &cell(
            r#"<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"><text:p>2</text:p></table:table-cell>"#,
        ),
        &format!("{read} women=2\nnote column women: values of formulas read"),
    );
    check(
        &cell(
            r#"<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>"#,
        ),
        "F2 error_value",
    );
    check(&cell(r#"<table:table-cell table:formula="of:=G2"/>"#), "F2 formula_without_value");
    check(
        &cell(
            r#"<table:table-cell table:formula="of:=&quot;&quot;" office:value-type="string"><text:p></text:p></table:table-cell>"#,
        ),
        read,
    );
    let hidden = ods_of_xml(
        STYLES,
        &table(
            "Events",
            "ta1",
            &(ods_row(HEADING)
                + &ods_row(ROW)
                    .replace("<table:table-row", r#"<table:table-row table:visibility="collapse""#)),
        ),
    );
    check(&hidden, &format!("2: {READ}\nnote hidden rows read like the others: 2"));
}

#[test]
fn a_merged_area_of_an_ods_holds_for_each_of_its_rows() {
    let first = ods_row(ROW).replace(r#"<table:table-cell office:value-type="string" calcext:value-type="string"><text:p>Moyale"#,
        r#"<table:table-cell table:number-rows-spanned="2" table:number-columns-spanned="1" office:value-type="string"><text:p>Moyale"#);
    let second = ods_row(&ROW.replace("AW-1", "AW-2").replace("Moyale", "gone")).replace(
        r#"<table:table-cell office:value-type="string" calcext:value-type="string"><text:p>gone</text:p></table:table-cell>"#, "<table:covered-table-cell/>");
    check(
        &ods_of_xml(STYLES, &table("Events", "ta1", &format!("{}{first}{second}", ods_row(HEADING)))),
        &format!(
            "2: {READ}
        3: {}
        note merged cells read as their value in each cell: D2:D3",
            READ.replace("AW-1", "AW-2")
        ),
    );
}
