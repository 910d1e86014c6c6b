//! Every invariant of `ARCHITECTURE.md` has a test of the same name, from the day on which the file of those tests exists.

use super::rust_text::RustText;
use super::{Breach, Tree};

const PAGE: &str = "ARCHITECTURE.md";
const TESTS: &str = "crates/hatua/tests/it/invariants.rs";
const RULE: &str = "every invariant of ARCHITECTURE.md has its test";

/// A test function for each `1. **One place.**` under the page's heading "Invariants"; its name begins with the invariant's.
pub(super) fn every_invariant_has_its_test(tree: &Tree) -> Vec<Breach> {
    let (Some(page), Some(tests)) = (tree.file(PAGE), tree.file(TESTS)) else { return Vec::new() };
    let code = RustText::of(&tests.text).code;
    let is_tested = |name: &str| code.iter().any(|line| line.contains(&format!("fn {name}")));
    page.lines()
        .skip_while(|(_, text)| *text != "## Invariants")
        .skip(1)
        .take_while(|(_, text)| !text.starts_with("## "))
        .filter_map(|(line, text)| test_name(text).map(|name| (line, name)))
        .filter(|(_, name)| !is_tested(name))
        .map(|(line, name)| page.breach(line, RULE, format!("write `fn {name}` in {TESTS}")))
        .collect()
}

/// `1. **One place.** Every figure ...` is tested by `one_place`.
fn test_name(line: &str) -> Option<String> {
    let (number, rest) = line.split_once(". **")?;
    number.parse::<u32>().ok()?;
    let (name, _) = rest.split_once("**")?;
    let words = name.to_lowercase();
    Some(
        words
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join("_"),
    )
}

#[cfg(test)]
mod tests {
    use super::super::assert_caught;
    use super::*;

    const INVARIANTS: &str = "# A\n1. **Not this.** It stands elsewhere.\n## Invariants\n1. **One place.** Every figure.\n2. **Said is said.** Never.\n## Next\n3. **Nor this.** No.\n";

    #[test]
    fn an_invariant_without_a_test_is_caught() {
        let tests = "//! T.\n#[test]\nfn one_place_for_every_figure() {}\n// fn said_is_said\n";
        let breaches = every_invariant_has_its_test(&Tree::of(&[(PAGE, INVARIANTS), (TESTS, tests)]));
        assert_caught(&breaches, PAGE, 5, "said_is_said");
    }

    #[test]
    fn the_rule_begins_when_the_tests_exist() {
        assert_eq!(every_invariant_has_its_test(&Tree::of(&[(PAGE, INVARIANTS)])), []);
    }
}
