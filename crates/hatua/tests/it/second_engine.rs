//! The figures of a release, found again by programs that are not ours: from the files that an auditor takes away, and from
//! nothing else. The demonstration as it was issued, and small programmes drawn at random.

mod engines;
mod random;

use std::path::{Path, PathBuf};

use hatua_core::access::Role;
use serde_json::Value;

use crate::binary::{Folder, demonstration};
use engines::{duckdb, postgres};

/// A figure's code and value.
type Found = Vec<(String, i64)>;

const RELEASES: [&str; 5] = ["R1.1", "R2.1", "R3.1", "R4.1", "R4.2"];

fn exported(folder: &Folder, release: &str) -> PathBuf {
    let path = folder.beside(release);
    folder.done(&["export", "facts", "--release", release, "--out", path.to_str().unwrap()]);
    path
}

/// What a release issued.
fn issued(release: &str) -> Found {
    let figures = demonstration().json(&["figures", "--release", release]);
    let computed = figures.as_array().unwrap().iter().filter(|figure| figure["origin"] == "computed");
    computed
        .map(|figure| (figure["code"].as_str().unwrap().to_owned(), figure["value"].as_i64().unwrap()))
        .collect()
}

#[test]
fn another_engine_finds_every_figure_of_every_release_of_the_demonstration() {
    let folder = Folder::of_demonstration();
    let folders: Vec<PathBuf> = RELEASES.iter().map(|release| exported(&folder, release)).collect();
    let wanted: Vec<Found> = RELEASES.iter().map(|release| issued(release)).collect();
    assert!(wanted.iter().all(|figures| !figures.is_empty()));
    assert_eq!(duckdb(&folders), wanted);
    assert_eq!(postgres(&folders), wanted);
}

#[test]
fn the_files_of_an_auditor_hold_every_record_and_no_result() {
    let folder = Folder::of_demonstration();
    let path = exported(&folder, "R4.2");
    let text = |name: &str| std::fs::read_to_string(path.join(name)).unwrap();
    let figures = issued("R4.2");
    for name in ["figures.duckdb.sql", "figures.postgres.sql"] {
        let sql = text(name);
        let words: Vec<&str> = sql.split(|c: char| !c.is_alphanumeric()).collect();
        for (code, value) in &figures {
            assert!(sql.contains(&format!("'{code}'")), "{name} counts {code}");
            assert!(*value < 100 || !words.contains(&value.to_string().as_str()), "{name} holds {value}");
        }
    }
    let mut facts = csv::Reader::from_path(path.join("facts.csv")).unwrap();
    let listed = demonstration().lines(&["records", "list"]);
    assert_eq!(facts.records().count(), listed.len());
    assert!(text("README.txt").starts_with("DEMONSTRATION"));
}

#[test]
fn the_same_release_gives_the_same_bytes_whatever_happened_since() {
    let folder = Folder::of_demonstration();
    let before = exported(&folder, "R4.1");
    let moved = folder.beside("before");
    std::fs::rename(&before, &moved).unwrap();
    let record = demonstration().lines(&["records", "list", "--status", "verified"])[0]["id"].clone();
    folder.done(&["records", "withdraw", record.as_str().unwrap(), "--reason", "Entered twice"]);
    let after = exported(&folder, "R4.1");
    let files = |path: &Path| -> Vec<(String, Vec<u8>)> {
        let mut names: Vec<PathBuf> =
            std::fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).collect();
        names.sort();
        let name_of = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
        names.iter().map(|path| (name_of(path), std::fs::read(path).unwrap())).collect()
    };
    assert_eq!(files(&moved).len(), 7);
    assert!(files(&moved) == files(&after), "the files of an issued release changed");
}

#[test]
fn the_facts_are_for_those_who_may_see_all_of_them() {
    let folder = Folder::of_demonstration();
    let path = folder.beside("refused");
    let path = path.to_str().unwrap();
    let add = |email: &str, role: Role, country: &[&str]| {
        let mut arguments = vec!["user", "add", "--email", email, "--name", "A", "--role", role.as_str()];
        arguments.extend(["--organisation", "Court of Audit"]);
        arguments.extend(country);
        folder.done(&arguments);
    };
    add("court@example.org", Role::Auditor, &[]);
    add("bound@example.org", Role::Auditor, &["--country", "KE"]);
    add("fund@example.org", Role::ProgrammeManager, &[]);
    let export = |email: &str| folder.run(&["--as", email, "export", "facts", "--out", path]);
    export("fund@example.org").refused(4, "may not export the facts", "", "whose role allows it");
    export("bound@example.org").refused(4, "sees only a part", "", "bound to no partner");
    assert!(!Path::new(path).exists());
    assert_eq!(export("court@example.org").code, 0);
    export("court@example.org").refused(2, "holds something already", "refused", "new or empty");
    let manifest = folder.json(&["export", "facts", "--out", folder.beside("again").to_str().unwrap()]);
    assert_eq!(manifest["files"].as_array().map(Vec::len), Some(7));
    assert_eq!(manifest["release"], Value::from("R4.2"));
}
