//! What the public can reach: every page in three languages and every file behind them. No person is in it, and no group of
//! one to four persons.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde_json::Value;

use crate::binary::{DEMONSTRATED, Folder};
use crate::http::{Answer, Server};
use crate::recipe::Recipe;

/// Below this many persons a cell betrays them.
const PERSONS_MIN: u64 = 5;

/// Every answer of the demonstration's site, asked for once.
fn whole_site() -> &'static BTreeMap<String, Answer> {
    static SITE: OnceLock<BTreeMap<String, Answer>> = OnceLock::new();
    SITE.get_or_init(|| Server::of(&Folder::of_demonstration()).crawl(&["/", "/fr/", "/ar/"]))
}

/// A text as words and where each stands, so that a name is found as a whole and never inside a longer word.
struct Words<'a> {
    words: Vec<&'a str>,
    places: BTreeMap<&'a str, Vec<usize>>,
}

impl<'a> Words<'a> {
    fn of(text: &'a str) -> Self {
        let words = split(text);
        let mut places = BTreeMap::<&str, Vec<usize>>::new();
        for (place, word) in words.iter().enumerate() {
            places.entry(word).or_default().push(place);
        }
        Self { words, places }
    }

    /// Whether the words of `text` stand here, one after the other.
    fn hold(&self, text: &str) -> bool {
        let sought = split(text);
        let places = sought.first().and_then(|first| self.places.get(first));
        places.into_iter().flatten().any(|place| self.words[*place..].starts_with(&sought))
    }
}

fn split(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

#[test]
fn a_name_is_found_as_a_whole_and_across_marks() {
    let words = Words::of("<td>Deng, Achol</td> +211 (000) 123 <b>GIZ-17</b> Adenga");
    for there in ["Deng Achol", "+211 000 123", "GIZ-17"] {
        assert!(words.hold(there), "{there}");
    }
    for absent in ["Adeng", "Achol Deng", "Deng Adenga", "000 124"] {
        assert!(!words.hold(absent), "{absent}");
    }
}

#[test]
fn every_address_that_a_page_names_is_there_in_each_language() {
    let site = whole_site();
    let missing: Vec<&String> =
        site.iter().filter(|(_, answer)| !answer.is_there()).map(|(path, _)| path).collect();
    assert_eq!(missing, [""; 0]);
    for path in ["/f/{}/trained/v1", "/fr/f/{}/trained/v5", "/ar/a/{}/r4.1", "/f/{}/trained/v5.csv"] {
        let path = path.replace("{}", DEMONSTRATED);
        assert!(site.contains_key(&path), "no page leads to {path}");
    }
}

#[test]
fn no_page_and_no_file_contains_what_identifies_a_person() {
    let recipe = Recipe::read();
    let mut texts = recipe.personal_texts();
    // A year of birth alone is any year.
    texts.remove("birth_year").unwrap();
    let of = |column: &str| texts[column].len();
    assert!(of("given_name") > 100 && of("family_name") > 100 && of("full name") > 1000, "names were read");
    assert!(of("phone") > 500 && of("staff_number") > 500 && of("person_id") > 1000, "numbers were read");
    let public: String = recipe.public_texts().collect();
    let public = Words::of(&public);
    for (path, answer) in whole_site() {
        let page = answer.text();
        let words = Words::of(&page);
        for (column, texts) in &texts {
            // One name alone may be a word of the language ("Said") or of a story; beside another one it is a person.
            for text in texts.iter().filter(|text| !public.hold(text)) {
                assert!(!words.hold(text), "{path} holds the {column} `{text}`");
            }
        }
    }
}

#[test]
fn no_file_shows_a_group_of_one_to_four_persons() {
    let (mut cells, mut files) = (0, 0);
    for (path, answer) in whole_site().iter().filter(|(_, answer)| answer.is("application/json")) {
        let document: Value = serde_json::from_slice(&answer.body).unwrap();
        files += 1;
        for row in document["figures"].as_array().unwrap() {
            let is_cell = row["origin"] == "computed" && row["dimension"] != "" && row["unit"] == "person";
            let Some(value) = row["value"].as_u64().filter(|_| is_cell) else { continue };
            assert!(value == 0 || value >= PERSONS_MIN, "{path}: {row}");
            cells += 1;
        }
    }
    assert!(cells > 100 && files > 20, "{cells} cells in {files} files were looked at");
}

#[test]
fn the_csv_and_the_json_of_a_release_say_the_same() {
    let site = whole_site();
    for release in ["r1.1", "r4.2"] {
        let path = format!("/a/{DEMONSTRATED}/{release}");
        let document: Value = serde_json::from_slice(&site[&format!("{path}.json")].body).unwrap();
        let rows = document["figures"].as_array().unwrap();
        let text = site[&format!("{path}.csv")].text();
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let columns = reader.headers().unwrap().clone();
        let mut lines = 0;
        for (line, row) in reader.records().map(Result::unwrap).zip(rows) {
            for (column, text) in columns.iter().zip(&line) {
                let said = match &row[column] {
                    Value::Null => String::new(),
                    Value::String(said) => said.clone(),
                    other => other.to_string(),
                };
                assert_eq!(text, said, "{path}: {column} of {row}");
            }
            lines += 1;
        }
        assert_eq!(lines, rows.len());
    }
}

#[test]
fn every_page_of_a_demonstration_says_so_and_asks_not_to_be_found() {
    for (path, answer) in whole_site() {
        if answer.is("text/html") {
            let page = answer.text();
            assert!(page.contains("noindex"), "{path} may be found by search engines");
        }
        if answer.is("text/csv") || answer.is("application/json") {
            let name = answer.headers.get("content-disposition").cloned().unwrap_or_default();
            assert!(name.contains("demonstration"), "{path} is saved as {name}");
        }
    }
}
