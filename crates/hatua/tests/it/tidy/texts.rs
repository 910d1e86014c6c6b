//! Every text of the interface is there in every language, and asks for nothing that the English one is not given.

use std::collections::{BTreeMap, BTreeSet};

use super::{Breach, File, Tree};

const RULE: &str = "every text key exists in en, fr and ar";
const VALUES: &str = "a translation uses only the values of the English text";
const LANGUAGES: [&str; 3] = ["en", "fr", "ar"];

/// The parts of the interface's texts: the public pages' own, and those of the workspace (`work/account`). A file is
/// `text/PART.LANGUAGE.ftl`, the public pages' own `text/LANGUAGE.ftl`.
fn parts(tree: &Tree) -> BTreeSet<String> {
    let part = |file: &File| {
        let name = file.path.strip_prefix("text/")?.strip_suffix(".ftl")?;
        if LANGUAGES.contains(&name) {
            return Some(String::new());
        }
        let (part, language) = name.rsplit_once('.')?;
        LANGUAGES.contains(&language).then(|| format!("{part}."))
    };
    tree.files.iter().filter_map(part).collect()
}

/// The keys of the three files of each part are the same, and so are the values that they use.
pub(super) fn every_text_is_in_every_language(tree: &Tree) -> Vec<Breach> {
    parts(tree).iter().flat_map(|part| breaches_of(tree, part)).collect()
}

fn breaches_of(tree: &Tree, part: &str) -> Vec<Breach> {
    let path = |language: &str| format!("text/{part}{language}.ftl");
    let files: Vec<&File> = LANGUAGES.iter().filter_map(|language| tree.file(&path(language))).collect();
    let mut breaches = Vec::new();
    for file in &files {
        let keys = messages(file);
        for language in LANGUAGES.iter().filter(|language| tree.file(&path(language)).is_none()) {
            breaches.push(file.breach(1, RULE, format!("{} is missing", path(language))));
        }
        for other in files.iter().filter(|other| other.path != file.path) {
            let others = messages(other);
            for (key, message) in keys.iter().filter(|(key, _)| !others.contains_key(*key)) {
                breaches.push(file.breach(
                    message.line,
                    RULE,
                    format!("`{key}` is missing in {}", other.path),
                ));
            }
        }
    }
    let Some((english, translations)) =
        files.split_first().filter(|(first, _)| first.path == path(LANGUAGES[0]))
    else {
        return breaches;
    };
    let english = messages(english);
    for file in translations {
        for (key, message) in messages(file) {
            let Some(original) = english.get(&key) else { continue };
            for value in message.values.difference(&original.values) {
                breaches.push(file.breach(message.line, VALUES, format!("`{key}` asks for ${value}")));
            }
        }
    }
    breaches
}

/// Where a message stands and the values that it asks for.
#[derive(Debug, Default)]
struct Message {
    line: usize,
    values: BTreeSet<String>,
}

/// The messages, terms and attributes of a file, by key (`page-title`, `-brand`, `page-title.note`).
fn messages(file: &File) -> BTreeMap<String, Message> {
    let mut messages = BTreeMap::new();
    let mut message_key = String::new();
    let mut key = String::new();
    for (line, text) in file.lines().filter(|(_, text)| !text.starts_with('#')) {
        let name = text.split('=').next().unwrap_or_default().trim_end();
        let is_name = |name: &str| {
            !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
        };
        if text.contains('=') && is_name(name) {
            name.clone_into(&mut message_key);
            key.clone_from(&message_key);
        } else if let Some(attribute) = text.trim_start().strip_prefix('.')
            && text.starts_with(' ')
            && text.contains('=')
        {
            key = format!("{message_key}.{}", attribute.split('=').next().unwrap_or_default().trim());
        }
        if key.is_empty() {
            continue;
        }
        let message = messages.entry(key.clone()).or_insert_with(|| Message { line, ..Message::default() });
        message.values.extend(values_in(text));
    }
    messages
}

/// The names after `$`.
fn values_in(text: &str) -> impl Iterator<Item = String> {
    text.split('$')
        .skip(1)
        .map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect())
}

#[cfg(test)]
mod tests {
    use super::super::assert_caught;
    use super::*;

    fn tree(english: &str, french: &str) -> Tree {
        Tree::of(&[("text/en.ftl", english), ("text/fr.ftl", french), ("text/ar.ftl", english)])
    }

    #[test]
    fn a_text_that_is_missing_in_a_language_is_caught() {
        let breaches = every_text_is_in_every_language(&tree("# Words\na = A\nb =\n    B = B\n", "a = A\n"));
        assert_eq!(breaches.len(), 2, "{breaches:?}");
        assert_caught(&breaches[..1], "text/en.ftl", 3, "`b` is missing in text/fr.ftl");
        assert_caught(&breaches[1..], "text/ar.ftl", 3, "`b` is missing in text/fr.ftl");
    }

    #[test]
    fn a_part_of_the_workspace_that_lacks_a_language_is_caught() {
        let files = [("text/work/check.en.ftl", "a = A\n"), ("text/work/check.fr.ftl", "b = B\n")];
        let breaches = every_text_is_in_every_language(&Tree::of(&files));
        assert_eq!(breaches.len(), 4, "{breaches:?}");
        assert!(breaches[0].what.contains("text/work/check.ar.ftl is missing"), "{breaches:?}");
        assert!(breaches[1].what.contains("`a` is missing in text/work/check.fr.ftl"), "{breaches:?}");
    }

    #[test]
    fn a_text_that_english_does_not_have_is_caught() {
        let breaches = every_text_is_in_every_language(&tree("a = A\n", "a = A\nvieux = V\n"));
        assert!(breaches.iter().all(|b| b.path == "text/fr.ftl" && b.line == 2), "{breaches:?}");
        assert_eq!(breaches.len(), 2);
    }

    #[test]
    fn an_attribute_that_is_missing_is_caught() {
        let breaches = every_text_is_in_every_language(&tree("a = A\n    .title = T\n", "a = A\n"));
        assert!(breaches[0].what.contains("`a.title`"), "{breaches:?}");
    }

    #[test]
    fn a_translation_that_asks_for_a_value_of_its_own_is_caught() {
        let english = "a = { $count ->\n    [one] one person\n   *[other] { $count } people\n }\n";
        let breaches = every_text_is_in_every_language(&tree(english, "a = { $nombre } personnes\n"));
        assert_caught(&breaches, "text/fr.ftl", 1, "$nombre");
    }
}
