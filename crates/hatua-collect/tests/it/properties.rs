//! What holds for every file: no bytes break the reading, no row is lost, and what is written is read back.

use std::fmt::Write as _;

use hatua_collect::sheet::a1;
use hatua_core::programme::{Column, ColumnKind, Locale, Register};
use hatua_core::record::{Decimal, Value};
use jiff::civil::{Date, date};
use proptest::prelude::*;

use crate::files::{ods_of_xml, ods_row, xlsx_with};
use crate::register::{self, HEADING, awareness, choice, column, name, read, required};

const ROWS: &str = "AW-1 | 2018-03-08 | KEN | Moyale | radio | #1 | #2 |\nAW-2 | 2018-03-08 | KEN | Moyale | Radio | n/a | =2 | x";

fn valid_xlsx() -> Vec<u8> {
    xlsx_with(&format!("{HEADING}\n{ROWS}"), |_| {})
}

fn valid_ods() -> Vec<u8> {
    let rows: String = HEADING.lines().chain(ROWS.lines()).map(ods_row).collect();
    ods_of_xml("", &format!(r#"<table:table table:name="Events">{rows}</table:table>"#))
}

/// A cell of a CSV, quoted.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

fn any_cell() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => Just(String::new()),
        2 => prop::sample::select(vec![
            "AW-1", "AW-2", "2018-03-08", "08/03/2018", "KEN", "radio", "Marché", "12", "1.234", "٣", "n/a", "Total", " ", "about 50",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,8}",
    ]
}

/// A number in one of the three digit sets.
fn in_digits(text: &str, zero: u32) -> String {
    text.chars().map(|c| c.to_digit(10).map_or(c, |digit| char::from_u32(zero + digit).unwrap())).collect()
}

fn all_kinds() -> Register {
    register::register(
        &["id"],
        vec![
            required("id", ColumnKind::Id),
            column("date", ColumnKind::Date),
            column("women", ColumnKind::Integer),
            column("score", ColumnKind::Decimal),
            column("paid", ColumnKind::Money),
            column("year", ColumnKind::Year),
            column("is_new", ColumnKind::Boolean),
            column("channel", choice(&[("door", &["Porte à porte"]), ("tv", &["Télévision"])])),
            Column { personal: true, ..column("full_name", ColumnKind::PersonName) },
        ],
    )
}

#[derive(Debug, Clone)]
struct Written {
    day: Date,
    women: u32,
    units: i32,
    cents: u32,
    year: i16,
    is_new: bool,
    is_door: bool,
    full_name: String,
}

fn written() -> impl Strategy<Value = Written> {
    let day = (1950_i16..2018, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| date(year, month, day));
    (
        day,
        any::<u32>(),
        any::<i32>(),
        any::<u32>(),
        1900_i16..2100,
        any::<bool>(),
        any::<bool>(),
        "[A-Z][a-zé']{2,8} [A-Zء-ي]{2,9}",
    )
        .prop_map(|(day, women, units, cents, year, is_new, is_door, full_name)| Written {
            day,
            women,
            units,
            cents,
            year,
            is_new,
            is_door,
            full_name,
        })
}

/// The line of a CSV as a French or an English office writes it.
fn line(index: usize, row: &Written, is_french: bool, zero: u32) -> String {
    let (year, month, day) = (row.day.year(), row.day.month(), row.day.day());
    let shown_day =
        if is_french { format!("{day:02}/{month:02}/{year}") } else { format!("{month}/{day}/{year}") };
    let mark = if is_french { "," } else { "." };
    let score = Decimal { units: i64::from(row.units), places: 2 }.to_string().replace('.', mark);
    let paid = Decimal { units: i64::from(row.cents), places: 2 }.to_string().replace('.', mark);
    let yes = match (row.is_new, is_french) {
        (true, true) => "oui",
        (true, false) => "yes",
        (false, true) => "non",
        (false, false) => "no",
    };
    let digits = |text: &str| in_digits(text, zero);
    let cells = [
        format!("E-{index}"),
        digits(&shown_day),
        digits(&row.women.to_string()),
        digits(&score),
        digits(&paid),
        digits(&row.year.to_string()),
        yes.to_owned(),
        if row.is_door { "porte a PORTE".to_owned() } else { "tv".to_owned() },
        row.full_name.clone(),
    ];
    cells.map(|cell| quoted(&cell)).join(if is_french { ";" } else { "," })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_break_the_reading(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&awareness(), None, "list", &bytes);
        let _ = read(&awareness(), Some(Locale::Ar), "list", &[b"PK\x03\x04".as_slice(), &bytes].concat());
        let _ = read(&awareness(), None, "list", &[b"\xFF\xFE".as_slice(), &bytes].concat());
    }

    #[test]
    fn a_changed_workbook_is_read_or_refused(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8)) {
        for mut bytes in [valid_xlsx(), valid_ods()] {
            for (at, byte) in &changes {
                let at = at.index(bytes.len());
                bytes[at] = *byte;
            }
            if let Err(error) = read(&awareness(), None, "list", &bytes) {
                prop_assert!(!error.problems().is_empty());
            }
        }
    }

    #[test]
    fn a_workbook_of_changed_xml_is_read_or_refused(cut in 0_usize..4000, put in "[<>/a-zA-Z0-9=\" ]{0,20}") {
        let rows: String = HEADING.lines().chain(ROWS.lines()).map(ods_row).collect();
        let table = format!(r#"<table:table table:name="Events">{rows}</table:table>"#);
        let cut = (0..=cut.min(table.len())).rev().find(|&at| table.is_char_boundary(at)).unwrap();
        let changed = format!("{}{put}{}", &table[..cut], &table[cut..]);
        let _ = read(&awareness(), None, "list", &ods_of_xml("", &changed));
        let rows = crate::files::row_xml(1, HEADING) + &crate::files::row_xml(2, "AW-1 | 2018-03-08 | KEN | Moyale | radio | #1");
        let sheet = format!("<sheetData>{rows}</sheetData>");
        let cut = cut.min(sheet.len());
        let changed = format!("{}{put}{}", &sheet[..cut], &sheet[cut..]);
        let _ = read(&awareness(), None, "list", &crate::files::xlsx_of_xml(&changed, ""));
    }

    #[test]
    fn every_row_is_read_or_kept_aside_or_blank(
        grid in prop::collection::vec(prop::collection::vec(any_cell(), 0..10), 1..12),
        locale in prop::sample::select(vec![None, Some(Locale::En), Some(Locale::Fr), Some(Locale::Ar)]),
    ) {
        let mut text = HEADING.replace(" | ", ",");
        for row in &grid {
            write!(text, "\n{}", row.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(",")).unwrap();
        }
        let is_blank = |row: &Vec<String>| row.iter().take(8).all(|cell| cell.trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}').is_empty());
        let held: Vec<u32> = (2..).zip(&grid).filter(|(_, row)| !is_blank(row)).map(|(row, _)| row).collect();
        match read(&awareness(), locale, "list.csv", text.as_bytes()) {
            Ok(reading) => {
                let mut rows: Vec<u32> = reading.rows.iter().map(|row| row.row).collect();
                rows.extend(reading.kept_aside.iter().map(|row| row.row));
                rows.sort_unstable();
                prop_assert_eq!(rows, held);
                prop_assert!(reading.kept_aside.iter().all(|row| !row.problems.is_empty()));
                let again = read(&awareness(), locale, "list.csv", text.as_bytes());
                prop_assert_eq!(again.as_ref(), Ok(&reading));
            }
            Err(error) => {
                prop_assert!(held.is_empty(), "{}", error);
            }
        }
    }

    #[test]
    fn what_is_written_is_read_back(
        rows in prop::collection::vec(written(), 1..8),
        is_french in any::<bool>(),
        zero in prop::sample::select(vec![0x30_u32, 0x660, 0x6F0]),
    ) {
        // One row settles the order of days and the decimal mark, as any real list does.
        let settling = Written { day: date(2017, 12, 31), units: 1, cents: 1, ..rows[0].clone() };
        let heading = "id,date,women,score,paid,year,is_new,channel,full_name".replace(',', if is_french { ";" } else { "," });
        let mut text = heading;
        for (index, row) in std::iter::once(&settling).chain(&rows).enumerate() {
            write!(text, "\n{}", line(index, row, is_french, zero)).unwrap();
        }
        let reading = read(&all_kinds(), None, "list.csv", text.as_bytes()).unwrap();
        prop_assert_eq!(&reading.problems, &Vec::new());
        for (row, read) in rows.iter().zip(&reading.rows[1..]) {
            let value = |column: &str| read.values.get(&name(column)).cloned();
            prop_assert_eq!(value("date"), Some(Value::Date(row.day)));
            prop_assert_eq!(value("women"), Some(Value::Integer(row.women.into())));
            prop_assert_eq!(value("score"), Some(Value::Text(Decimal { units: row.units.into(), places: 2 }.to_string())));
            prop_assert_eq!(value("paid"), Some(Value::Integer(row.cents.into())));
            prop_assert_eq!(value("year"), Some(Value::Integer(row.year.into())));
            prop_assert_eq!(value("is_new"), Some(Value::Boolean(row.is_new)));
            prop_assert_eq!(value("channel"), Some(Value::Text(if row.is_door { "door" } else { "tv" }.to_owned())));
            prop_assert_eq!(value("full_name"), Some(Value::Text(row.full_name.clone())));
        }
    }

    #[test]
    fn an_address_names_one_cell(row in 1_u32..2_000_000, column in 1_u32..20_000) {
        let address = a1(row, column);
        let letters: u32 = address.bytes().filter(u8::is_ascii_uppercase).fold(0, |sum, letter| sum * 26 + u32::from(letter - b'A') + 1);
        prop_assert_eq!(letters, column);
        prop_assert_eq!(address.trim_start_matches(|c: char| c.is_ascii_uppercase()).parse(), Ok(row));
    }
}
