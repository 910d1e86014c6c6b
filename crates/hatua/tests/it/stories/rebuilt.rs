//! Whatever is not the ledger, the vault or the registry is made of the ledger: all of it is deleted and made again, and nobody
//! can tell.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use hatua_store::sqlite::Sqlite;
use serde_json::{Value, json};

use crate::binary::{Folder, LEAD, VERIFIER, texts};
use crate::emptied::empty_views;

/// Every file below a folder with its bytes.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
    found
}

/// All that the folder says: every list, every figure with the records behind it, every release, every public page.
struct Said {
    answers: BTreeMap<String, (i32, String)>,
    site: BTreeMap<PathBuf, Vec<u8>>,
}

impl Said {
    fn by(folder: &Folder) -> Self {
        let mut lines: Vec<String> = [
            "figures --preview --unprotected",
            "release list",
            "records list",
            "document list",
            "decide list",
            "report list",
            "user list",
            "ledger checkpoint",
            "ledger verify",
            "rebuild --compare",
            "demo --check",
        ]
        .map(str::to_owned)
        .into();
        for code in texts(folder.json(&["figures", "--preview"]).as_array().unwrap(), "code") {
            lines.push(format!("explain {code} --left-out"));
        }
        for release in texts(&folder.lines(&["release", "list"]), "release") {
            lines.push(format!("figures --release {release}"));
        }
        let answer = |line: String| {
            let words: Vec<&str> = line.split(' ').chain(["--json"]).collect();
            // What the demonstration's own check finds is said by its exit code, too.
            let done = folder.run(&words);
            assert!(done.code <= 1, "{line}: {done:?}");
            (line, (done.code, done.out))
        };
        let answers = lines.into_iter().map(answer).collect();
        let out = folder.beside("site");
        folder.done(&["export", "site", "--out", out.to_str().unwrap()]);
        let site = files(&out);
        fs::remove_dir_all(out).unwrap();
        Self { answers, site }
    }
}

/// A demonstration in whose views every table has rows: a row was kept aside, a decision undone, a scan received.
fn rich() -> Folder {
    let folder = Folder::of_demonstration();
    let list = folder.data().join("incoming/G-2018-Q2-training.xlsx");
    let import = ["import", "--register", "training", "--partner"];
    folder.done(&[&import[..], &["G", list.to_str().unwrap()]].concat());
    let rows =
        "Training id,Title,Main topic,Date,Country,Half days\nX-1,Two days,migration,2018-13-05,KE,4\n";
    let done = folder.run(&[&import[..], &["A", &folder.file("list.csv", rows)]].concat());
    assert_eq!(done.code, 1, "its row is kept aside: {done:?}");
    let scan = folder.file("scan.pdf", "%PDF-1.4 a page");
    folder.done(&["document", "add", "--partner", "G", "--document", "LIST-TR-079-G", &scan]);
    let taken = folder.lines(&["decide", "list"]);
    let same = taken.iter().find(|decision| decision["state"] == "same").unwrap();
    let id = same["id"].as_str().unwrap();
    folder.done(&["--as", LEAD, "decide", "undo", id, "--reason", "Two sisters."]);
    folder.done(&["--as", VERIFIER, "records", "verify", "--document", "LIST-TR-076-F"]);
    folder
}

#[test]
fn every_view_is_deleted_and_made_again_and_nothing_has_changed() {
    let folder = rich();
    let before = Said::by(&folder);
    let emptied = empty_views(&Sqlite::open_for_writing(&folder.data().join("hatua.sqlite")).unwrap());
    assert!(emptied.len() >= 6 && emptied.values().all(|rows| *rows > 0), "{emptied:?}");

    assert_eq!(folder.lines(&["records", "list"]), [Value::Null; 0], "nothing is found in an empty view");
    let compared = folder.run(&["rebuild", "--compare", "--json"]);
    assert_eq!(compared.code, 1, "what is missing is found");
    let missing: Value = serde_json::from_str(&compared.out).unwrap();
    assert_eq!(json!(missing["views"].as_array().unwrap().len()), json!(emptied.values().sum::<u64>()));

    folder.done(&["rebuild"]);
    let after = Said::by(&folder);
    for (line, said) in &before.answers {
        assert_eq!(after.answers.get(line), Some(said), "{line}");
    }
    assert_eq!(before.site.keys().collect::<Vec<_>>(), after.site.keys().collect::<Vec<_>>());
    for (path, bytes) in &before.site {
        assert!(after.site[path] == *bytes, "{} is another page", path.display());
    }
    assert!(before.answers.len() > 25 && before.site.len() > 100, "{} pages", before.site.len());
}
