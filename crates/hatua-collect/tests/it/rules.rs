//! The rules of reading, one by one, in files of text.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use hatua_collect::sheet::{SheetContext, read_sheet};
use hatua_core::id::PartnerCode;
use hatua_core::programme::{
    Bound, Column, ColumnKind, ColumnPath, Condition, Locale, Organisation, OrganisationKind, Place,
    Register, SheetMap, Test,
};
use hatua_core::record::Value;

use crate::register::{self, TODAY, awareness, check, check_as, choice, column, name, read, required, told};

/// A register of one date and the columns given, without a key.
fn with(columns: Vec<Column>) -> Register {
    let mut all = vec![required("id", ColumnKind::Id), column("date", ColumnKind::Date)];
    all.extend(columns);
    register::register(&["id"], all)
}

#[track_caller]
fn check_events(lines: &str, expected: &str) {
    let text = format!("event_id,date,country,place,channel,women,men,remarks\n{lines}");
    check(text.as_bytes(), expected);
}

#[test]
fn headings_are_known_in_the_partners_words_by_name_and_by_label() {
    let mut register = with(vec![Column {
        labels: vec!["Nombre de femmes".to_owned()],
        ..column("women", ColumnKind::Integer)
    }]);
    let partner = PartnerCode::new("A").unwrap();
    let headers = BTreeMap::from([("N° de l'événement".to_owned(), name("id"))]);
    register.sheets.insert(partner.clone(), SheetMap { headers, locale: Some(Locale::Fr) });
    let context = SheetContext {
        register: &register,
        partner: Some(&partner),
        locale: None,
        today: TODAY,
        places: &[],
        organisations: &[],
    };
    let text = "n° de l'evenement\tDATE *\tnombre_de_femmes\nE-1\t08/03/2018\t12\n";
    assert_eq!(
        told(&read_sheet(&context, "list.csv", text.as_bytes())),
        "2: date=2018-03-08 id=E-1 women=12\nnote delimiter tab\nnote dates read as day/month/year"
    );
}

#[test]
fn a_column_that_the_register_does_not_know_is_listed_and_not_read() {
    let reading =
        read(&with(vec![]), None, "list.csv", b"id,date,shoe size,\nE-1,2018-03-08,42,left\n").unwrap();
    let unknown: Vec<_> =
        reading.unknown_columns.iter().map(|column| (column.cell.as_str(), column.header.as_str())).collect();
    assert_eq!(unknown, [("C1", "shoe size"), ("D1", "")]);
    assert_eq!(reading.rows.len(), 1);
}

#[test]
fn a_file_without_the_header_is_refused_with_what_it_lacks() {
    check(b"name,age\nAchol,30\n", "refused file header_missing");
    check(
        b"event_id,women\nAW-1,3\n",
        "refused file header_missing date
         refused file header_missing country
         refused file header_missing place
         refused file header_missing channel",
    );
    check(
        b"event_id,date,country,place,women\nAW-1,2018-03-08,KEN,Moyale,3\n",
        "refused file header_missing channel",
    );
    check(b"event_id,date,country,place,channel\n\n , \n", "refused file no_rows");
    check(b"", "refused file no_rows");
}

#[test]
fn a_column_that_is_not_needed_may_be_missing_and_is_noted() {
    check_as(
        &with(vec![column("women", ColumnKind::Integer)]),
        None,
        b"id,date\nE-1,2018-03-08\n",
        "
        2: date=2018-03-08 id=E-1
        note column women: not in this file",
    );
}

#[test]
fn a_line_with_too_many_cells_is_kept_aside_at_the_first_of_them() {
    check_events(
        "AW-1,2018-03-08,KEN,Moyale,radio,1,2,good, very good\nAW-2,2018-03-08,KEN,Moyale,radio,1\nAW-3,2018-03-08,KEN,Moyale,radio,1,2,,,,\n",
        "
        3: channel=radio country=KEN date=2018-03-08 event_id=AW-2 place=Moyale women=1
        4: channel=radio country=KEN date=2018-03-08 event_id=AW-3 men=2 place=Moyale women=1
        I2 too_many_cells",
    );
}

#[test]
fn every_reason_of_a_row_is_told_in_the_order_of_its_cells() {
    check_events(
        "AW-1,2018-07-16,KENY,,Radyo,-1,1.5,\n,2018-02-30,KEN,Moyale,n/a,,,\n",
        "
        B2 date_future
        C2 choice_unknown offer KEN
        D2 required_missing
        E2 choice_unknown offer radio
        F2 out_of_range
        G2 number_invalid
        A3 required_missing
        B3 date_invalid
        E3 required_missing",
    );
}

#[test]
fn a_row_kept_aside_keeps_its_cells_as_they_were_read() {
    let reading = read(
        &awareness(),
        None,
        "list.csv",
        b"event_id,date,country,place,channel\n AW-1,8 March,KEN,,radio\n",
    )
    .unwrap();
    let cells: Vec<_> =
        reading.kept_aside[0].cells.iter().map(|(cell, text)| format!("{cell}={text}")).collect();
    assert_eq!(cells, ["A2= AW-1", "B2=8 March", "C2=KEN", "E2=radio"]);
    assert_eq!(reading.kept_aside[0].problems, reading.problems);
    assert_eq!(reading.problems[0].value.as_deref(), Some("8 March"));
}

#[test]
fn a_day_that_can_be_read_in_two_ways_is_kept_aside_unless_the_language_tells() {
    let register = with(vec![]);
    let text = b"id,date\nE-1,08/03/2018\nE-2,2018-06-30\nE-3,05/05/2018\nE-4,3/8/18\n";
    check_as(
        &register,
        Some(Locale::En),
        text,
        "
        3: date=2018-06-30 id=E-2
        4: date=2018-05-05 id=E-3
        B2 date_ambiguous
        B5 date_ambiguous",
    );
    check_as(
        &register,
        Some(Locale::Fr),
        text,
        "
        2: date=2018-03-08 id=E-1
        3: date=2018-06-30 id=E-2
        4: date=2018-05-05 id=E-3
        B5 date_ambiguous
        note dates read as day/month/year",
    );
}

#[test]
fn each_column_of_days_has_an_order_of_its_own() {
    check_as(
        &with(vec![column("until", ColumnKind::Date)]),
        None,
        b"id,date,until\nE-1,29/06/2018,06/30/2018\nE-2,01/02/2018,01/02/2018\n",
        "
        2: date=2018-06-29 id=E-1 until=2018-06-30
        3: date=2018-02-01 id=E-2 until=2018-01-02
        note column date: dates read as day/month/year
        note column until: dates read as month/day/year",
    );
}

#[test]
fn a_decimal_mark_is_decided_by_its_column() {
    let register = with(vec![
        column("amount", ColumnKind::Money),
        column("score", ColumnKind::Decimal),
        column("year", ColumnKind::Year),
    ]);
    check_as(
        &register,
        Some(Locale::Fr),
        "id;amount;score;year\nE-1;1.234;12,5;2018\nE-2;1.234,50;1.234;٢٠١٨\nE-3;12,345;0,125;18\n"
            .as_bytes(),
        "
        2: amount=123400 id=E-1 score=12.5 year=2018
        3: amount=123450 id=E-2 score=1234 year=2018
        B4 number_invalid
        D4 number_invalid
        note delimiter ;
        note arabic-indic digits
        note column date: not in this file",
    );
    check_as(
        &register,
        Some(Locale::Fr),
        b"id;amount\nE-1;1.234\nE-2;1,234\n",
        "
        B2 number_invalid
        B3 number_invalid
        note delimiter ;
        note column date: not in this file
        note column score: not in this file
        note column year: not in this file",
    );
}

#[test]
fn an_id_is_text_and_lost_digits_are_not_taken() {
    check_as(&with(vec![]), None, b"id,date\n007,2018-03-08\n1.23457E+19,2018-03-08\n12345678901234567890,2018-03-08\n=1+1,2018-03-08\n", "
        2: date=2018-03-08 id=007
        4: date=2018-03-08 id=12345678901234567890
        5: date=2018-03-08 id==1+1
        A3 id_precision_lost");
}

#[test]
fn the_apostrophe_that_an_export_put_before_a_sign_is_taken_away() {
    let register = with(vec![
        column("phone", ColumnKind::Phone),
        column("change", ColumnKind::Integer),
        column("note", ColumnKind::Text),
    ]);
    check_as(
        &register,
        None,
        b"id,date,phone,change,note\nE-1,2018-03-08,'+254700123456,'-5,'tis fine\n",
        "
        2: change=-5 date=2018-03-08 id=E-1 note='tis fine phone=+254700123456",
    );
}

#[test]
fn a_summary_row_in_any_language_is_kept_aside() {
    for word in ["Total", "TOTAL :", "Sous-total", "somme", "المجموع", "Grand total", "Total Kenya"] {
        check_events(
            &format!("AW-1,2018-03-08,KEN,Moyale,radio,1,2,\n,,,{word},,1,2,\n"),
            "
            2: channel=radio country=KEN date=2018-03-08 event_id=AW-1 men=2 place=Moyale women=1
            D3 summary_row",
        );
    }
    check_events("AW-1,2018-03-08,KEN,Total,radio,1,2,total success\n", "
        2: channel=radio country=KEN date=2018-03-08 event_id=AW-1 men=2 place=Total remarks=total success women=1");
}

#[test]
fn a_label_is_read_as_its_code_and_said_once() {
    check_events(
        "AW-1,2018-03-08,KEN,Moyale,Marché,,,\nAW-2,2018-03-08,KEN,Moyale,Marché,,,\n",
        "
        2: channel=market country=KEN date=2018-03-08 event_id=AW-1 place=Moyale
        3: channel=market country=KEN date=2018-03-08 event_id=AW-2 place=Moyale
        note column channel: \"Marché\" read as market",
    );
}

#[test]
fn a_code_that_looks_like_no_value_is_a_code() {
    let register = with(vec![column("country", choice(&[("NA", &["Namibia"]), ("KE", &["Kenya"])]))]);
    check_as(
        &register,
        None,
        b"id,date,country\nE-1,2018-03-08,NA\nE-2,2018-03-08,n/a\n",
        "
        2: country=NA date=2018-03-08 id=E-1
        3: date=2018-03-08 id=E-2
        note C3 \"n/a\" read as no value",
    );
}

#[test]
fn a_name_of_a_person_is_never_repeated() {
    let person = Column { personal: true, ..required("full_name", ColumnKind::PersonName) };
    let born = Column { personal: true, ..column("born", ColumnKind::Date) };
    let mut register = with(vec![person, born]);
    register.key = vec![name("full_name")];
    let text = "id,date,full_name,born\nE-1,2018-03-08,Na,n.d.\nE-2,2018-03-08,NA,31.12.\nE-3,2018-03-08,Achol  Deng\u{A0},\nE-4,2018-03-08,Achol  Deng,1.1.90\n";
    let reading = read(&register, None, "list.csv", text.as_bytes());
    assert_eq!(
        told(&reading),
        "2: date=2018-03-08 full_name=Na id=E-1\n4: date=2018-03-08 full_name=Achol  Deng id=E-3\nC3 required_missing\nD3 date_invalid\nC5 duplicate_row of C4\nD5 date_ambiguous\nnote D2 \"n.d.\" read as no value"
    );
    let problems = reading.unwrap().problems;
    assert!(problems.iter().all(|problem| problem.value.is_none()
        && !problem.message.contains("Deng")
        && !problem.message.contains("31.12")));
}

#[test]
fn a_place_is_known_by_code_pcode_or_name_and_a_shared_name_is_not_guessed() {
    let place = |code: &str, pcode: &str, names: &[(Locale, &str)]| Place {
        code: code.to_owned(),
        level: "town".to_owned(),
        parent: String::new(),
        pcode: pcode.to_owned(),
        names: names.iter().map(|(locale, name)| (*locale, (*name).to_owned())).collect(),
    };
    let places = [
        place("KE-MOY", "KE010", &[(Locale::En, "Moyale")]),
        place("ET-MOY", "ET042", &[(Locale::En, "Moyale")]),
        place("DJ-OBO", "DJ05", &[(Locale::Fr, "Obock"), (Locale::Ar, "أوبوك")]),
    ];
    let organisation = Organisation {
        code: PartnerCode::new("A").unwrap(),
        name: "Partner A (demo)".to_owned(),
        kind: OrganisationKind::Reporting,
        is_lead: false,
        source_title: String::new(),
        source_address: String::new(),
    };
    let register = with(vec![column("place", ColumnKind::Place), column("by", ColumnKind::Organisation)]);
    let organisations = [organisation];
    let context = SheetContext {
        register: &register,
        partner: None,
        locale: None,
        today: TODAY,
        places: &places,
        organisations: &organisations,
    };
    let text = "id,date,place,by\nE-1,2018-03-08,KE-MOY,A\nE-2,2018-03-08,اوبوك,partner a (DEMO)\nE-3,2018-03-08,Moyale,B\nE-4,2018-03-08,et042,\nE-5,2018-03-08,Obok,\n";
    let expected = "2: by=A date=2018-03-08 id=E-1 place=KE-MOY
3: by=A date=2018-03-08 id=E-2 place=DJ-OBO
5: date=2018-03-08 id=E-4 place=ET-MOY
C4 choice_unknown
D4 choice_unknown
C6 choice_unknown offer DJ-OBO
note column place: \"اوبوك\" read as DJ-OBO
note column by: \"partner a (DEMO)\" read as A
note column place: \"et042\" read as ET-MOY";
    assert_eq!(told(&read_sheet(&context, "list.csv", text.as_bytes())), expected);
}

#[test]
fn places_are_taken_as_written_where_there_is_no_list() {
    check_as(
        &with(vec![column("place", ColumnKind::Place)]),
        None,
        b"id,date,place\nE-1,2018-03-08,Moyale\n",
        "
        2: date=2018-03-08 id=E-1 place=Moyale
        note column place: taken as written, because there is no list to compare it with",
    );
}

#[test]
fn what_the_register_asks_of_a_row_is_checked_with_the_other_column() {
    let all = Condition::Column(
        ColumnPath { through: None, column: name("women") },
        Test::AtMost(Bound::Column(name("all"))),
    );
    let women = Column { constraint: Some(all), ..column("women", ColumnKind::Integer) };
    let register = with(vec![women, column("all", ColumnKind::Integer)]);
    let text = b"id,date,women,all\nE-1,2018-03-08,3,5\nE-2,2018-03-08,6,5\nE-3,2018-03-08,6,five\nE-4,2018-03-08,,5\n";
    let reading = read(&register, None, "list.csv", text);
    assert_eq!(
        told(&reading),
        "2: all=5 date=2018-03-08 id=E-1 women=3\n5: all=5 date=2018-03-08 id=E-4\nC3 constraint_failed\nD4 number_invalid"
    );
    assert!(reading.unwrap().problems[0].message.contains("`women` is at most `all`"));
}

#[test]
fn bounds_of_money_are_told_in_units() {
    let register =
        with(vec![Column { max: Some(Value::Integer(100_000)), ..column("paid", ColumnKind::Money) }]);
    let reading = read(&register, None, "list.csv", b"id,date,paid\nE-1,2018-03-08,1000.50\n").unwrap();
    assert_eq!(
        reading.problems[0].message,
        "1000.50 is out of range: `paid` is at most 1000.00. Correct the cell."
    );
}

#[test]
fn yes_and_no_are_read_in_three_languages() {
    let register = with(vec![column("paid", ColumnKind::Boolean)]);
    check_as(
        &register,
        None,
        "id,date,paid\nE-1,2018-03-08,Oui\nE-2,2018-03-08,لا\nE-3,2018-03-08,TRUE\nE-4,2018-03-08,maybe\n"
            .as_bytes(),
        "
        2: date=2018-03-08 id=E-1 paid=yes
        3: date=2018-03-08 id=E-2 paid=no
        4: date=2018-03-08 id=E-3 paid=yes
        C5 choice_unknown",
    );
}

#[test]
fn a_text_is_one_trimmed_line_and_not_longer_than_the_limit() {
    let text =
        format!("id,date,note\nE-1,2018-03-08,\" first\r\nsecond \"\nE-2,2018-03-08,{}\n", "x".repeat(4001));
    check_as(
        &with(vec![column("note", ColumnKind::Text)]),
        None,
        text.as_bytes(),
        "
        2: date=2018-03-08 id=E-1 note=first second
        C3 text_too_long",
    );
}

#[test]
fn rows_that_hold_only_a_running_number_are_noted_and_not_read() {
    check_as(
        &with(vec![]),
        None,
        b"no,id,date\n1,E-1,2018-03-08\n2,,\n3,,\n",
        "
        2: date=2018-03-08 id=E-1
        note rows that hold nothing in the register's columns, not read: 3, 4
        note A1 \"no\" not read: the register has no such column",
    );
}

#[test]
fn too_many_rows_with_problems_refuse_the_file() {
    let mut text = "id,date\n".to_owned();
    for row in 0..20_001 {
        writeln!(text, "E-{row},soon").unwrap();
    }
    check_as(&with(vec![]), None, text.as_bytes(), "refused file file_too_large");
}
