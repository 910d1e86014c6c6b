//! The package of the demonstrated programme as its monitoring officers use it: each figure says how it is checked, and is
//! called by its name.

use std::collections::{BTreeMap, BTreeSet};

use hatua_core::programme::{ColumnKind, Locale, Programme};

use crate::recipe::read_programme;

/// The messages of a language: key and text, the lines of a text as they stand.
fn messages(programme: &Programme, locale: Locale) -> BTreeMap<String, String> {
    let mut messages: BTreeMap<String, String> = BTreeMap::new();
    let mut last = String::new();
    for line in programme.texts[&locale].lines().filter(|line| !line.starts_with('#')) {
        match line.split_once(" =").filter(|(key, _)| !key.starts_with(' ')) {
            Some((key, text)) => {
                key.clone_into(&mut last);
                messages.insert(last.clone(), text.trim().to_owned());
            }
            None if !line.trim().is_empty() => {
                let text = messages.get_mut(&last).unwrap();
                text.push('\n');
                text.push_str(line.trim());
            }
            None => {}
        }
    }
    messages
}

#[test]
fn every_figure_says_in_every_language_how_it_is_checked() {
    let programme = read_programme();
    for locale in &programme.locales {
        let messages = messages(&programme, *locale);
        let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
        for indicator in &programme.indicators {
            for part in ["evidence", "identity", "addable"] {
                let key = format!("figure-{}-{part}", indicator.slug);
                assert!(messages.contains_key(&key), "{}: {key}", locale.tag());
            }
            let key = format!("figure-{}-method", indicator.slug);
            let (key, method) = messages.get_key_value(&key).unwrap();
            let other = seen.insert(method, key);
            assert_eq!(
                other, None,
                "two figures with different rules are not counted in the same words: {key}"
            );
        }
    }
}

/// What stands in the quotation marks of the language.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(['“', '«']).skip(1);
    parts.filter_map(|part| {
        part.split_once(['”', '»']).map(|(name, _)| name.trim_matches([' ', '\u{a0}', '\u{202f}']))
    })
}

#[test]
fn a_figure_is_called_by_its_name_in_the_texts_of_the_others() {
    let programme = read_programme();
    for locale in &programme.locales {
        let messages = messages(&programme, *locale);
        let names: BTreeSet<String> = messages.values().map(|text| text.to_lowercase()).collect();
        let mut found = 0;
        for (key, text) in messages.iter().filter(|(key, _)| key.starts_with("figure-")) {
            for name in quoted(text) {
                let is_place = programme.places.iter().any(|place| place.names[locale] == name);
                assert!(
                    is_place || names.contains(&name.to_lowercase()),
                    "{}: {key} names {name}",
                    locale.tag()
                );
                found += 1;
            }
        }
        assert!(found > 10, "{}: the texts name each other", locale.tag());
    }
}

#[test]
fn who_reports_rows_that_point_to_a_list_reports_that_list_too() {
    let programme = read_programme();
    for expected in &programme.reports.expected {
        let registers: BTreeSet<_> = expected.registers.iter().collect();
        assert_eq!(registers.len(), expected.registers.len(), "{}", expected.partner);
        for register in registers {
            for column in &programme.registers[register].columns {
                let ColumnKind::Record(target) = &column.kind else { continue };
                assert!(
                    expected.registers.contains(target),
                    "{}: a row of {register} points to {target}",
                    expected.partner
                );
            }
        }
    }
}
