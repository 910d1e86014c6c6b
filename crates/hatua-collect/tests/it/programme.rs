//! The lists of the demonstrated programme, as partners fill them: in each of its languages, under each partner's headings.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use hatua_collect::sheet::{SheetContext, read_sheet};
use hatua_core::id::{ColumnName, PartnerCode};
use hatua_core::programme::{Column, ColumnKind, Locale, Package, Programme, Register, read};
use hatua_core::record::Value;

use crate::register::TODAY;

/// The package, without the recipe of its demonstration.
fn read_programme() -> Programme {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../programmes/bmm");
    let mut files = BTreeMap::new();
    let mut waiting = vec![root.clone()];
    while let Some(folder) = waiting.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.ends_with("demo") {
                continue;
            }
            if path.is_dir() {
                waiting.push(path);
                continue;
            }
            let name = path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
            files.insert(name, std::fs::read(&path).unwrap());
        }
    }
    read(&Package { files }).unwrap()
}

fn is_arabic(text: &str) -> bool {
    text.chars().any(|c| ('\u{600}'..='\u{6ff}').contains(&c))
}

#[test]
fn every_list_can_be_filled_in_arabic_as_in_the_other_languages() {
    let programme = read_programme();
    for (name, register) in &programme.registers {
        for column in &register.columns {
            let (arabic, other): (Vec<_>, Vec<_>) = column.labels.iter().partition(|label| is_arabic(label));
            assert!(!arabic.is_empty() && !other.is_empty(), "{name}: {}", column.name);
            let ColumnKind::Choice(choices) = &column.kind else { continue };
            for choice in choices {
                let (arabic, other): (Vec<_>, Vec<_>) =
                    choice.labels.iter().partition(|label| is_arabic(label));
                assert!(!arabic.is_empty() && other.len() > 1, "{name}: {} {}", column.name, choice.code);
            }
        }
    }
}

#[test]
fn a_partner_with_a_sheet_of_its_own_has_a_heading_for_each_needed_column() {
    let programme = read_programme();
    for (name, register) in &programme.registers {
        let needed: Vec<_> = register.columns.iter().filter(|column| column.required).collect();
        assert!(register.sheets.len() > 1, "{name}");
        for (partner, sheet) in &register.sheets {
            let named: BTreeSet<_> = sheet.headers.values().collect();
            for column in &needed {
                assert!(named.contains(&column.name), "{name}, {partner}: {}", column.name);
            }
        }
    }
}

/// One way in which somebody fills a list: the language of labels and places, and what each column is headed.
struct Sheet {
    partner: Option<PartnerCode>,
    locale: Locale,
    headings: BTreeMap<ColumnName, String>,
}

/// The label in a language: they are written in the order of the programme's languages, Arabic in its script.
fn label(labels: &[String], locale: Locale) -> &str {
    let arabic = labels.iter().find(|label| is_arabic(label));
    let latin: Vec<_> = labels.iter().filter(|label| !is_arabic(label)).collect();
    match locale {
        Locale::En => latin[0],
        Locale::Fr => latin[latin.len() - 1],
        Locale::Ar => arabic.unwrap(),
    }
}

/// The sheet of each language with the plain headings, and that of each partner with its own.
fn sheets(register: &Register) -> Vec<Sheet> {
    let plain = Locale::ALL.map(|locale| {
        let headings = register.columns.iter();
        let headings = headings.map(|column| (column.name.clone(), label(&column.labels, locale).to_owned()));
        Sheet { partner: None, locale, headings: headings.collect() }
    });
    let own = register.sheets.iter().map(|(partner, map)| Sheet {
        partner: Some(partner.clone()),
        locale: map.locale.unwrap(),
        headings: map.headers.iter().map(|(heading, column)| (column.clone(), heading.clone())).collect(),
    });
    plain.into_iter().chain(own).collect()
}

/// What a person writes into the cell of a column; each column of places has another place.
fn cell(programme: &Programme, register: &Register, column: &Column, locale: Locale) -> String {
    let places = register.columns.iter().filter(|other| other.kind == ColumnKind::Place);
    let place = places.take_while(|other| other.name != column.name).count();
    match &column.kind {
        ColumnKind::Id | ColumnKind::Record(_) => "X-7".to_owned(),
        ColumnKind::Text | ColumnKind::PersonName => "Aster".to_owned(),
        ColumnKind::Integer | ColumnKind::Decimal => "17".to_owned(),
        ColumnKind::Money => "1".to_owned(),
        ColumnKind::Date => "17/03/2018".to_owned(),
        ColumnKind::Year => "1990".to_owned(),
        ColumnKind::Boolean => match locale {
            Locale::En => "yes".to_owned(),
            Locale::Fr => "oui".to_owned(),
            Locale::Ar => "نعم".to_owned(),
        },
        ColumnKind::Choice(choices) => label(&choices[0].labels, locale).to_owned(),
        ColumnKind::Place => programme.places[place].names[&locale].clone(),
        ColumnKind::Organisation => programme.organisations[0].name.clone(),
        ColumnKind::Phone => "+254 700 000 001".to_owned(),
    }
}

#[test]
fn a_row_says_the_same_under_the_headings_of_every_language_and_partner() {
    let programme = read_programme();
    for (name, register) in &programme.registers {
        let mut first: Option<BTreeMap<ColumnName, Value>> = None;
        for sheet in sheets(register) {
            let headings: Vec<&str> = sheet.headings.values().map(String::as_str).collect();
            let filled =
                |column: &ColumnName| register.columns.iter().find(|other| other.name == *column).unwrap();
            let cells = sheet.headings.keys();
            let cells = cells.map(|column| cell(&programme, register, filled(column), sheet.locale));
            let text = format!("{}\n{}\n", headings.join("\t"), cells.collect::<Vec<_>>().join("\t"));
            let context = SheetContext {
                register,
                partner: sheet.partner.as_ref(),
                locale: Some(sheet.locale),
                today: TODAY,
                places: &programme.places,
                organisations: &programme.organisations,
            };
            let reading = read_sheet(&context, "list.csv", text.as_bytes()).unwrap();
            assert!(reading.problems.is_empty(), "{name}: {:?}\n{text}", reading.problems);
            assert!(reading.unknown_columns.is_empty(), "{name}: {:?}", reading.unknown_columns);
            let mut values = reading.rows[0].values.clone();
            assert_eq!(values.len(), sheet.headings.len(), "{name}: each cell is read\n{text}");
            match &first {
                None => first = Some(values),
                Some(all) => {
                    values.extend(
                        all.clone().into_iter().filter(|(column, _)| !sheet.headings.contains_key(column)),
                    );
                    assert_eq!(values, *all, "{name}: {:?} {:?}", sheet.partner, sheet.locale);
                }
            }
        }
    }
}

/// What is said of a row under the English headings in which some cells are written otherwise.
fn told_of(name: &str, written: &[(&str, &str)]) -> Vec<String> {
    let programme = read_programme();
    let register = programme.registers.iter().find(|(of, _)| of.as_str() == name).unwrap().1;
    let mut cells: BTreeMap<&str, String> = BTreeMap::new();
    for column in &register.columns {
        cells.insert(column.name.as_str(), cell(&programme, register, column, Locale::En));
    }
    for (column, text) in written {
        (*text).clone_into(cells.get_mut(column).unwrap());
    }
    let headings: Vec<&str> = cells.keys().copied().collect();
    let text = format!("{}\n{}\n", headings.join("\t"), cells.into_values().collect::<Vec<_>>().join("\t"));
    let context = SheetContext {
        register,
        partner: None,
        locale: Some(Locale::En),
        today: TODAY,
        places: &programme.places,
        organisations: &programme.organisations,
    };
    let reading = read_sheet(&context, "list.csv", text.as_bytes()).unwrap();
    assert_eq!(reading.rows.is_empty(), !reading.problems.is_empty());
    reading.problems.iter().map(|problem| problem.message.clone()).collect()
}

#[test]
fn what_cannot_be_true_of_a_row_is_kept_aside_with_a_sentence() {
    let traps: [(&str, &[(&str, &str)]); 9] = [
        ("return_case", &[("consent_date", "18/03/2018")]),
        ("return_case", &[("country", "Kenya"), ("destination", "Kenya")]),
        ("protection_service", &[("referral_consent", "no")]),
        ("border_station", &[("country", "Kenya"), ("neighbour", "Kenya")]),
        ("cooperation_initiative", &[("country", "Kenya"), ("country_2", "Kenya")]),
        ("cooperation_initiative", &[("country_3", "Uganda"), ("country_2", "Uganda")]),
        ("group_head_count", &[("persons", "0")]),
        ("attendance", &[("date", "16/07/2018")]),
        ("awareness_activity", &[("reach", "-1")]),
    ];
    for (register, written) in traps {
        let told = told_of(register, written);
        assert_eq!(told.len(), 1, "{register} {written:?}: {told:?}");
        assert!(told[0].ends_with('.') && told[0].split(' ').count() > 4, "{register}: {}", told[0]);
    }
}

/// A person is protected or assisted who received at least one service; a row of none is about nobody of that kind.
#[test]
fn a_row_of_the_service_log_without_a_service_is_kept_aside_and_one_service_is_enough() {
    let services = [
        "shelter",
        "food_items",
        "medical",
        "psychosocial",
        "legal",
        "family_tracing",
        "counselling",
        "transport",
    ];
    for nothing in ["", "0"] {
        let none: Vec<_> = services.iter().map(|service| (*service, nothing)).collect();
        let told = told_of("protection_service", &none);
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(services.iter().all(|service| told[0].contains(service)), "{}", told[0]);
        for service in services {
            let one: Vec<_> =
                none.iter().map(|(of, said)| (*of, if *of == service { "1" } else { *said })).collect();
            assert_eq!(told_of("protection_service", &one), Vec::<String>::new(), "{service}");
        }
    }
}

#[test]
fn what_nobody_collected_is_blank_and_no_mistake() {
    for (register, blank) in [
        ("awareness_activity", "reach"),
        ("protection_service", "medical"),
        ("cooperation_initiative", "country_3"),
        ("border_station", "neighbour"),
        ("reintegration_support", "return_number"),
        ("training", "theme"),
    ] {
        assert_eq!(told_of(register, &[(blank, "")]), Vec::<String>::new(), "{register} {blank}");
    }
}
