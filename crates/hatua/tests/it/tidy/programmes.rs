//! The programme is data: what the packages under `programmes/` name (themselves, their figures, their countries) stands in no crate
//! and in no text of the interface. Only literals are read, never comments or tests: an example may be of the real world.

use std::collections::BTreeSet;

use super::code::has_word;
use super::rust_text::{RustText, product_files};
use super::{Breach, File, Tree};

const RULE: &str = "no crate names a programme, an indicator or a country";

/// Nothing that the product is made of names what a package names.
pub(super) fn no_code_names_a_programme(tree: &Tree) -> Vec<Breach> {
    let names = Names::of(tree);
    let mut breaches = Vec::new();
    for file in product_files(tree) {
        for literal in RustText::of(&file.text).product_literals() {
            if let Some(name) = names.in_literal(&literal.value) {
                breaches.push(file.breach(
                    literal.line,
                    RULE,
                    format!("`{name}` in `{}`", literal.value.trim()),
                ));
            }
        }
    }
    for file in tree.files.iter().filter(|file| is_text_of_the_product(file)) {
        for (line, text) in file.lines().filter(|(_, text)| !text.starts_with('#')) {
            if let Some(name) = names.in_text(text) {
                breaches.push(file.breach(line, RULE, format!("`{name}`")));
            }
        }
    }
    breaches
}

fn is_text_of_the_product(file: &File) -> bool {
    let is_template =
        file.path.starts_with("crates/") && file.ending() == "html" && !file.path.contains("/tests/");
    is_template || (file.path.starts_with("text/") && file.ending() == "ftl")
}

/// What the packages name.
#[derive(Debug, Default)]
struct Names {
    /// Words that stand for nothing else: ids of programmes, slugs of two words, codes with a letter, countries.
    words: BTreeSet<String>,
    /// Words of everyday English or plain numbers, which betray a programme only where they stand alone: the other slugs and codes,
    /// and the codes of countries.
    whole: BTreeSet<String>,
}

impl Names {
    fn of(tree: &Tree) -> Self {
        let mut names = Self::default();
        for file in tree.files.iter().filter(|file| file.path.starts_with("programmes/")) {
            match file.path.rsplit('/').next() {
                Some("programme.toml") => names.words.extend(values_of(file, "id")),
                Some("indicators.toml") => names.add_figures(file),
                Some("places.csv") => names.add_countries(file),
                _ => {}
            }
        }
        names
    }

    fn add_figures(&mut self, file: &File) {
        for slug in values_of(file, "slug") {
            let is_telling = slug.contains('-');
            if is_telling {
                self.words.insert(slug);
            } else if slug.len() > 6 {
                self.whole.insert(slug);
            }
        }
        for code in values_of(file, "code") {
            let has_letter = code.chars().any(char::is_alphabetic);
            if has_letter {
                self.words.insert(code)
            } else {
                self.whole.insert(code)
            };
        }
    }

    fn add_countries(&mut self, file: &File) {
        let mut reader = csv::Reader::from_reader(file.text.as_bytes());
        let headers: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        let at = |row: &csv::StringRecord, name: &str| {
            headers
                .iter()
                .position(|header| header == name)
                .and_then(|i| row.get(i))
                .unwrap_or_default()
                .to_owned()
        };
        for row in reader.records().map(Result::unwrap).filter(|row| at(row, "level") == "country") {
            self.whole.insert(at(&row, "code"));
            let names =
                headers.iter().filter(|header| header.starts_with("name")).map(|header| at(&row, header));
            self.words.extend(names.filter(|name| name.chars().count() > 3));
        }
    }

    /// A name in running text.
    fn in_text(&self, text: &str) -> Option<&str> {
        let found = |name: &&String| has_word(text, name) || has_word(text, &name.to_uppercase());
        self.words.iter().find(found).map(String::as_str)
    }

    /// A name in a literal, alone or as a part of an address.
    fn in_literal(&self, literal: &str) -> Option<&str> {
        let is_sentence = literal.contains(' ');
        let is_part = |name: &&String| !is_sentence && literal.split('/').any(|part| part == name.as_str());
        self.in_text(literal).or_else(|| self.whole.iter().find(is_part).map(String::as_str))
    }
}

/// The values of `key = "..."` lines.
fn values_of(file: &File, key: &str) -> Vec<String> {
    file.lines()
        .filter_map(|(_, line)| line.split_once('=').filter(|(name, _)| name.trim() == key))
        .filter_map(|(_, value)| value.trim().strip_prefix('"')?.split('"').next().map(str::to_owned))
        .filter(|value| !value.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::assert_caught;
    use super::*;

    const PATH: &str = "crates/hatua-web/src/b.rs";

    fn tree(path: &str, text: &str) -> Tree {
        Tree::of(&[
            ("programmes/xyz/programme.toml", "id = \"xyz\"\n"),
            (
                "programmes/xyz/indicators.toml",
                "[[indicator]]\ncode = \"9.7\"\nslug = \"counselled\"\n[[indicator]]\ncode = \"9.2bis\"\nslug = \"wells-dug\"\n[[indicator]]\nslug = \"tools\"\n",
            ),
            (
                "programmes/xyz/places.csv",
                "code,level,parent,name_en,name_fr\nZZ,country,,Atlantis,Atlantide\nZZ-1,region,ZZ,Harbour,Port\n",
            ),
            (path, text),
        ])
    }

    #[test]
    fn a_programme_a_figure_and_a_country_are_caught_in_a_literal() {
        for literal in [
            "/a/xyz",
            "XYZ",
            "for xyz only",
            "wells-dug",
            "9.2bis",
            "9.7",
            "counselled",
            "/f/{}/counselled",
            "Atlantis",
            "en Atlantide",
            "ZZ",
        ] {
            let breaches = no_code_names_a_programme(&tree(PATH, &format!("//! B.\nlet a = \"{literal}\";")));
            assert_caught(&breaches, PATH, 2, literal);
        }
    }

    #[test]
    fn everyday_words_comments_and_tests_are_no_names() {
        let text = "//! Atlantis\n// xyz\nlet a = \"she was counselled\";\nlet b = [\"tools\", \"9.71\", \"Harbour\", \"xyzzy\", \"v9.7\"];\n#[cfg(test)]\nmod tests {\nf(\"xyz\");\n}";
        assert_eq!(no_code_names_a_programme(&tree(PATH, text)), []);
        assert_eq!(no_code_names_a_programme(&tree("crates/hatua/tests/it/golden.rs", "f(\"xyz\")")), []);
        assert_eq!(no_code_names_a_programme(&tree("programmes/xyz/text/en.ftl", "title = Atlantis")), []);
    }

    #[test]
    fn a_name_is_caught_in_a_template_and_in_a_text_of_the_interface() {
        let path = "crates/hatua-publish/templates/a.html";
        assert_caught(&no_code_names_a_programme(&tree(path, "\n<a href=\"/a/xyz\">")), path, 2, "xyz");
        let breaches = no_code_names_a_programme(&tree("text/en.ftl", "# Atlantis\na = Work in Atlantis\n"));
        assert_caught(&breaches, "text/en.ftl", 2, "Atlantis");
    }
}
