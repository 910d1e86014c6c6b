//! Eight files that arrive again and again, each read to the last cell.

use crate::files::{xlsx, xlsx_with};
use crate::register::{HEADING, check};
use rust_xlsxwriter::Format;

const CLEAN: &str = "
AW-11 | @2018-03-08 | ETH | Metema | door   | #140 | #95 |
AW-12 | @2018-06-20 | DJI | Obock  | radio  | #0   | #0  | audience not counted
AW-13 | @2018-06-29 | UGA | Elegu  | market | #61  | #70 |";

const CLEAN_ROWS: [&str; 3] = [
    "channel=door country=ETH date=2018-03-08 event_id=AW-11 men=95 place=Metema women=140",
    "channel=radio country=DJI date=2018-06-20 event_id=AW-12 men=0 place=Obock remarks=audience not counted women=0",
    "channel=market country=UGA date=2018-06-29 event_id=AW-13 men=70 place=Elegu women=61",
];

fn clean_rows(first: usize) -> String {
    let rows = (first..).zip(CLEAN_ROWS).map(|(row, values)| format!("{row}: {values}"));
    rows.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_clean_workbook_is_read_without_a_word() {
    check(&xlsx(&format!("{HEADING}{CLEAN}")), &clean_rows(2));
}

#[test]
fn a_french_csv_of_an_old_windows_is_read_with_its_own_marks() {
    let text = "event_id;date;country;place;channel;women;men;remarks\r\n\
                AW-21;08/03/2018;DJI;Obock \u{2013} marché;radio;1\u{A0}250;980;\"Très suivi; à refaire\"\r\n\
                AW-22;29/06/2018;DJI;Tadjourah;door;12;;\r\n";
    let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(text);
    check(
        &bytes,
        "2: channel=radio country=DJI date=2018-03-08 event_id=AW-21 men=980 place=Obock – marché remarks=Très suivi; à refaire women=1250
         3: channel=door country=DJI date=2018-06-29 event_id=AW-22 place=Tadjourah women=12
         note encoding windows-1252
         note delimiter ;
         note dates read as day/month/year",
    );
}

#[test]
fn titles_and_merged_bands_above_the_header_are_passed_over() {
    let lines = format!("Awareness events, 2nd quarter\n | | Where | | | Reached\n{HEADING}{CLEAN}");
    let file = xlsx_with(&lines, |sheet| {
        let plain = Format::new();
        sheet.merge_range(0, 0, 0, 7, "Awareness events, 2nd quarter", &plain).unwrap();
        sheet.merge_range(1, 2, 1, 3, "Where", &plain).unwrap();
        sheet.merge_range(1, 5, 1, 6, "Reached", &plain).unwrap();
    });
    check(&file, &format!("{}\nnote header row 3", clean_rows(4)));
}

#[test]
fn serial_numbers_in_a_date_column_are_days_and_noted() {
    let serials = CLEAN
        .replace("@2018-03-08", "#43167")
        .replace("@2018-06-20", "#43271")
        .replace("@2018-06-29", "#43280");
    let expected = format!("{}\nnote column date: serial numbers read as dates", clean_rows(2));
    check(&xlsx(&format!("{HEADING}{serials}")), &expected);
}

#[test]
fn a_total_line_is_kept_aside_and_blank_lines_are_nothing() {
    let file = xlsx_with(&format!("{HEADING}{CLEAN}\nTotal | | | | | #201 | #165"), |sheet| {
        sheet.write_string(39, 2, " ").unwrap();
    });
    check(&file, &format!("{}\nA5 summary_row", clean_rows(2)));
}

#[test]
fn zero_is_zero_blank_is_blank_and_about_fifty_is_no_number() {
    let lines = "
AW-11 | @2018-03-08 | ETH | Metema | door   | n/a      | ?   |
AW-12 | @2018-06-20 | DJI | Obock  | radio  | #0       | #0  | audience not counted
AW-13 | @2018-06-29 | UGA | Elegu  | market |          | #70 |
AW-14 | @2018-07-01 | KEN | Moyale | door   | about 50 | #12 |";
    check(
        &xlsx(&format!("{HEADING}{lines}")),
        "2: channel=door country=ETH date=2018-03-08 event_id=AW-11 place=Metema
         3: channel=radio country=DJI date=2018-06-20 event_id=AW-12 men=0 place=Obock remarks=audience not counted women=0
         4: channel=market country=UGA date=2018-06-29 event_id=AW-13 men=70 place=Elegu
         F5 number_invalid
         note F2 \"n/a\" read as no value
         note G2 \"?\" read as no value",
    );
}

#[test]
fn the_same_heading_twice_refuses_the_file_and_tells_what_may_have_been_meant() {
    let file = xlsx_with(
        &format!("event_id|date|country|place|channel|women|women|remarks|Place{CLEAN}"),
        |sheet| {
            sheet.write_string(0, 6, "Women ").unwrap();
        },
    );
    check(
        &file,
        "refused G1 header_duplicate of F1
         refused I1 header_duplicate of D1
         refused file header_missing men",
    );
}

#[test]
fn arabic_digits_are_read_and_repeats_wrong_days_and_errors_are_kept_aside() {
    let lines = "
AW-31 | ٢٠١٨-٠٦-٢٠  | SDN | القضارف | radio | ١٢٠  | ٨٥     |
AW-31 | @2018-06-20 | SDN | القضارف | radio | #120 | #85    |
AW-32 | 31/06/2018  | SDN | كسلا    | radio | #1   | !#REF! |";
    check(
        &xlsx(&format!("{HEADING}{lines}")),
        "2: channel=radio country=SDN date=2018-06-20 event_id=AW-31 men=85 place=القضارف women=120
         A3 duplicate_row of A2
         B4 date_invalid
         G4 error_value
         note arabic-indic digits",
    );
}
