//! The reference page of sheets says what the reader does.

use hatua_collect::sheet::ProblemCode;

use crate::register::check;

const PAGE: &str = include_str!("../../../../docs/reference/sheets.md");

fn block(language: &str) -> &'static str {
    let start = PAGE.split_once(&format!("```{language}\n")).unwrap().1;
    start.split_once("```").unwrap().0
}

#[test]
fn the_example_of_the_page_runs() {
    check(block("csv").as_bytes(), block("text"));
}

#[test]
fn every_code_is_on_the_page_and_has_its_own_word() {
    for code in ProblemCode::ALL {
        assert!(PAGE.contains(&format!("\n| `{code}` |")), "{code} has no line in the table of problems");
    }
    let lines = PAGE.split_once("| code | means").unwrap().1.lines().filter(|line| line.starts_with("| `"));
    assert_eq!(lines.count(), ProblemCode::ALL.len());
}
