//! The other engines, run as an auditor would run them: in the folder, with the SQL that lies there. A machine that lacks
//! one is told how to get it; no test is left out.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use super::Found;
use crate::cluster;

/// What `DuckDB` finds in each folder.
pub(super) fn duckdb(folders: &[PathBuf]) -> Vec<Found> {
    let home = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/engines");
    assert!(
        home.join("node_modules/@duckdb").is_dir(),
        "these tests need DuckDB for Node: run `cargo xtask test`, which installs it, or \
         `npm ci --prefix tests/engines --ignore-scripts`"
    );
    let named: Vec<String> = folders.iter().map(|folder| folder.display().to_string()).collect();
    let lines = answer(Command::new("node").arg(home.join("duckdb.mjs")), &named.join("\n"));
    let found: Vec<Found> = lines.lines().map(|line| rows(&serde_json::from_str(line).unwrap())).collect();
    assert_eq!(found.len(), folders.len());
    found
}

fn rows(line: &Value) -> Found {
    let rows = line["rows"].as_array().unwrap_or_else(|| panic!("{line}"));
    let cell = |row: &Value, place: usize| row[place].as_str().unwrap().to_owned();
    rows.iter().map(|row| (cell(row, 0), cell(row, 1).parse().unwrap())).collect()
}

/// What `PostgreSQL` finds in each folder, in a database in which nothing is.
pub(super) fn postgres(folders: &[PathBuf]) -> Vec<Found> {
    const END: &str = "end of a folder\n";
    let steps = folders.iter().map(|folder| {
        let folder = folder.display();
        format!("\\cd '{folder}'\n\\i figures.postgres.sql\n\\echo {END}drop table facts, decisions;\n")
    });
    let mut psql = Command::new("psql");
    psql.args(["--no-psqlrc", "--quiet", "--csv", "--set", "ON_ERROR_STOP=1"]);
    let printed = answer(psql.args(["--dbname", &cluster::new_database()]), &steps.collect::<String>());
    let found = printed.split_terminator(END).map(|rows| {
        let mut read = csv::Reader::from_reader(rows.as_bytes());
        assert_eq!(read.headers().unwrap(), vec!["indicator_code", "value"]);
        read.records()
            .map(|row| row.unwrap())
            .map(|row| (row[0].to_owned(), row[1].parse().unwrap()))
            .collect()
    });
    found.collect()
}

/// What a program prints that is given this input.
fn answer(command: &mut Command, input: &str) -> String {
    let mut program =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap_or_else(|error| {
            panic!("{command:?}: {error}; `cargo xtask test` installs what is missing")
        });
    program.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = program.wait_with_output().unwrap();
    assert!(output.status.success(), "{command:?} failed; see above");
    String::from_utf8(output.stdout).unwrap()
}
