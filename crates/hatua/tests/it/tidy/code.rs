//! How Rust files are made: each says what it is, fits in a head and has a name of the field; core does nothing but compute.

use super::rust_text::{RustText, module_declared_in, product_files};
use super::{Breach, Tree};

const DOOR: &str = "every .rs file starts with //!";
const LENGTH: &str = "a file has at most 500 lines before its tests";
const NAMES: &str = "no util, helper, manager or misc module";
const PURE: &str = "core does no IO, reads no clock, draws no random number, holds no lock and is not async";

const LINES_MAX: usize = 500;
const DRAWERS: [&str; 8] = ["util", "utils", "helper", "helpers", "manager", "managers", "misc", "common"];
const WORLD: [&str; 14] = [
    "async",
    "await",
    "std::env",
    "std::fs",
    "std::net",
    "std::process",
    "std::sync::Mutex",
    "std::sync::RwLock",
    "std::thread",
    "io::stdin",
    "io::stdout",
    "Instant::now",
    "SystemTime",
    "Timestamp::now",
];

/// Every file starts with what it is, and has at most 500 lines before its tests.
pub(super) fn files_tell_one_story(tree: &Tree) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for file in tree.ending(".rs") {
        if !file.text.starts_with("//!") {
            breaches.push(file.breach(
                1,
                DOOR,
                "the first line says what this is, why it is apart, what it must never do",
            ));
        }
        let lines = file.text.lines().count().min(RustText::of(&file.text).tests_from - 1);
        if lines > LINES_MAX {
            breaches.push(file.breach(
                LINES_MAX + 1,
                LENGTH,
                format!("{lines} lines: which two stories are these?"),
            ));
        }
    }
    breaches
}

/// No file, folder or inline module is a drawer for what has no name.
pub(super) fn modules_are_nouns_of_the_field(tree: &Tree) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for file in tree.ending(".rs") {
        let path = file.path.trim_end_matches(".rs");
        if let Some(name) = path.split('/').find(|part| DRAWERS.contains(part)) {
            breaches.push(file.breach(1, NAMES, format!("`{name}`: what is it about?")));
        }
        for (index, line) in RustText::of(&file.text).code.iter().enumerate() {
            if let Some(name) = module_declared_in(line).filter(|name| DRAWERS.contains(name)) {
                breaches.push(file.breach(index + 1, NAMES, format!("`mod {name}`: what is it about?")));
            }
        }
    }
    breaches
}

/// Core's own code reaches nothing outside.
pub(super) fn core_is_pure(tree: &Tree) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for file in product_files(tree).filter(|file| file.path.starts_with("crates/hatua-core/")) {
        for (line, code) in RustText::of(&file.text).product_code() {
            if let Some(word) = WORLD.iter().find(|word| has_word(code, word)) {
                breaches.push(file.breach(
                    line,
                    PURE,
                    format!("`{word}`: let the caller give what is needed"),
                ));
            }
        }
    }
    breaches
}

/// Whether the text has this word, with no letter, digit or underscore beside it.
pub(super) fn has_word(text: &str, word: &str) -> bool {
    let is_part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    text.match_indices(word).any(|(at, _)| {
        !is_part(text[..at].chars().next_back()) && !is_part(text[at + word.len()..].chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::super::assert_caught;
    use super::*;

    #[test]
    fn a_file_that_does_not_say_what_it_is_is_caught() {
        let tree = Tree::of(&[("crates/a/src/b.rs", "use x;\n"), ("crates/a/src/c.rs", "//! C.\n")]);
        assert_caught(&files_tell_one_story(&tree), "crates/a/src/b.rs", 1, "what this is");
    }

    #[test]
    fn a_file_of_501_lines_is_caught_and_its_tests_do_not_count() {
        let lines = |count: usize| format!("//! B.\n{}", "x\n".repeat(count - 1));
        let tests = format!("#[cfg(test)]\nmod tests {{\n{}}}\n", "y\n".repeat(900));
        let tree = |text: String| Tree::of(&[("crates/a/src/b.rs", text.as_str())]);
        assert_eq!(files_tell_one_story(&tree(lines(500) + &tests)), []);
        assert_caught(
            &files_tell_one_story(&tree(lines(501) + &tests)),
            "crates/a/src/b.rs",
            501,
            "501 lines",
        );
    }

    #[test]
    fn a_drawer_is_caught_as_a_file_a_folder_and_an_inline_module() {
        for (path, text, line) in [
            ("crates/a/src/util.rs", "//! U.", 1),
            ("crates/a/src/helpers/x.rs", "//! X.", 1),
            ("crates/a/src/b.rs", "//! B.\npub(crate) mod misc {", 2),
        ] {
            assert_caught(
                &modules_are_nouns_of_the_field(&Tree::of(&[(path, text)])),
                path,
                line,
                "what is it about",
            );
        }
        assert_eq!(
            modules_are_nouns_of_the_field(&Tree::of(&[("crates/a/src/utility_bill.rs", "mod commons;")])),
            []
        );
    }

    #[test]
    fn core_that_reads_a_file_or_a_clock_is_caught_outside_its_tests() {
        let text =
            "//! B. std::fs\nlet text = std::fs::read(p);\n#[cfg(test)]\nmod tests {\n    use std::fs;\n}\n";
        let tree = Tree::of(&[("crates/hatua-core/src/b.rs", text), ("crates/hatua-app/src/b.rs", text)]);
        assert_caught(&core_is_pure(&tree), "crates/hatua-core/src/b.rs", 2, "std::fs");
        let tree = Tree::of(&[("crates/hatua-core/src/b.rs", "async fn f() {}")]);
        assert_caught(&core_is_pure(&tree), "crates/hatua-core/src/b.rs", 1, "async");
    }

    #[test]
    fn a_word_has_no_letter_beside_it() {
        assert!(has_word("use std::fs;", "std::fs") && has_word("a-b c", "a-b"));
        assert!(!has_word("std::fsync", "std::fs") && !has_word("do_async", "async"));
    }
}
