//! The other engines, run as an auditor would run them: in the folder, with the SQL that lies there. A machine that lacks
//! one is told how to get it; no test is left out.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use super::Found;

/// What `DuckDB` finds in each folder.
pub(super) fn duckdb(folders: &[PathBuf]) -> Vec<Found> {
    let home = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/engines");
    assert!(
        home.join("node_modules/@duckdb").is_dir(),
        "these tests need DuckDB for Node: run `cargo xtask test`, which installs it, or \
         `npm ci --prefix tests/engines --ignore-scripts`"
    );
    let mut node = Command::new("node")
        .arg(home.join("duckdb.mjs"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Node is there: `cargo xtask test` installs it");
    let mut input = node.stdin.take().unwrap();
    for folder in folders {
        writeln!(input, "{}", folder.display()).unwrap();
    }
    drop(input);
    let output = node.wait_with_output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let lines = String::from_utf8(output.stdout).unwrap();
    let found: Vec<Found> = lines.lines().map(|line| rows(&serde_json::from_str(line).unwrap())).collect();
    assert_eq!(found.len(), folders.len());
    found
}

fn rows(line: &Value) -> Found {
    let rows = line["rows"].as_array().unwrap_or_else(|| panic!("{line}"));
    let cell = |row: &Value, place: usize| row[place].as_str().unwrap().to_owned();
    rows.iter().map(|row| (cell(row, 0), cell(row, 1).parse().unwrap())).collect()
}
