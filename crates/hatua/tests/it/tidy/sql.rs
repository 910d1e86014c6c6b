//! SQL lives in the store, and finds and orders; counting units is `count`'s own work.

use super::rust_text::RustText;
use super::{Breach, Tree};

const STORE: &str = "crates/hatua-store/";
const HOME: &str = "SQL only in hatua-store";
const COUNTS: &str = "SQL finds and orders; Rust counts";

/// No statement outside the store.
pub(super) fn sql_lives_in_the_store(tree: &Tree) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for file in tree.ending(".sql").filter(|file| !file.path.starts_with(STORE)) {
        breaches.push(file.breach(1, HOME, "move this file beside the function that runs it"));
    }
    for file in tree.ending(".rs").filter(|file| !file.path.starts_with(STORE)) {
        for literal in RustText::of(&file.text).literals {
            if begins_a_statement(&literal.value) {
                let first = literal.value.trim().lines().next().unwrap_or_default().to_owned();
                breaches.push(file.breach(literal.line, HOME, format!("`{first}`")));
            }
        }
    }
    breaches
}

/// No statement counts distinct units, in the store or elsewhere.
pub(super) fn sql_never_counts_units(tree: &Tree) -> Vec<Breach> {
    let distinct = concat!("count(", "distinct");
    let mut breaches = Vec::new();
    for file in tree.ending(".sql") {
        for (line, text) in file.lines().filter(|(_, text)| squeezed(text).contains(distinct)) {
            breaches.push(file.breach(line, COUNTS, text.trim()));
        }
    }
    for file in tree.ending(".rs") {
        for literal in RustText::of(&file.text).literals {
            if squeezed(&literal.value).contains(distinct) {
                breaches.push(file.breach(literal.line, COUNTS, "a statement that counts distinct units"));
            }
        }
    }
    breaches
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase()
}

/// Whether a text begins as a statement does: the first word alone is English (`select a file`), so the second one decides.
fn begins_a_statement(text: &str) -> bool {
    let words: Vec<String> = text.split_whitespace().take(200).map(str::to_lowercase).collect();
    let [first, second, rest @ ..] = words.as_slice() else { return false };
    let is_written_as_sql = text.trim_start().starts_with(|c: char| c.is_ascii_lowercase())
        || text.split_whitespace().next().is_some_and(|word| word.chars().all(|c| c.is_ascii_uppercase()));
    let second = second.as_str();
    let kinds = ["table", "index", "unique", "view", "trigger", "virtual", "temp", "temporary", "schema"];
    is_written_as_sql
        && match first.as_str() {
            "select" => rest.iter().any(|word| word == "from") || text.contains("()") || second == "1",
            "insert" => second == "into" || second == "or",
            "delete" => second == "from",
            "update" => rest.iter().take(3).any(|word| word == "set"),
            "create" | "drop" | "alter" => kinds.contains(&second),
            "with" => rest.first().is_some_and(|word| word == "as"),
            "begin" => ["immediate", "transaction", "exclusive"].contains(&second),
            "pragma" => true,
            _ => false,
        }
}

#[cfg(test)]
mod tests {
    use super::super::assert_caught;
    use super::*;

    #[test]
    fn a_statement_outside_the_store_is_caught() {
        let text = format!("//! B.\nlet rows = query(\"{} id\n from entries\");\n", "select");
        let tree = Tree::of(&[("crates/hatua-web/src/b.rs", &text), ("crates/hatua-store/src/b.rs", &text)]);
        assert_caught(&sql_lives_in_the_store(&tree), "crates/hatua-web/src/b.rs", 2, "id");
    }

    #[test]
    fn a_file_of_statements_outside_the_store_is_caught() {
        let tree =
            Tree::of(&[("crates/hatua-web/queries/a.sql", ""), ("crates/hatua-store/queries/a.sql", "")]);
        assert_caught(&sql_lives_in_the_store(&tree), "crates/hatua-web/queries/a.sql", 1, "move");
    }

    #[test]
    fn statements_are_told_from_english() {
        let statements = [
            ("select", "id from entries"),
            ("SELECT", "* FROM t"),
            ("insert", "into t values (1)"),
            ("insert", "or ignore into t"),
            ("update", "entries set a = 1"),
            ("delete", "from t"),
            ("create", "table t (a)"),
            ("pragma", "journal_mode = wal"),
            ("with", "a as (b)"),
            ("begin", "immediate"),
            ("drop", "index a"),
            ("alter", "table t add c"),
        ];
        for (first, rest) in statements {
            assert!(begins_a_statement(&format!("\n  {first} {rest}")), "{first} {rest}");
        }
        for english in [
            "select a file",
            "Select one from the list",
            "update the package",
            "with a reason",
            "create a folder",
            "select",
        ] {
            assert!(!begins_a_statement(english), "{english}");
        }
    }

    #[test]
    fn counting_distinct_units_is_caught_in_files_and_in_literals() {
        let counting = concat!("count( ", "distinct unit)");
        let tree =
            Tree::of(&[("crates/hatua-store/queries/a.sql", &format!("-- why\nselect {counting}\nfrom t"))]);
        assert_caught(&sql_never_counts_units(&tree), "crates/hatua-store/queries/a.sql", 2, "unit");
        let tree = Tree::of(&[("crates/hatua-store/src/a.rs", &format!("//! A.\n\nrun(\"{counting}\")"))]);
        assert_caught(&sql_never_counts_units(&tree), "crates/hatua-store/src/a.rs", 3, "counts");
    }
}
