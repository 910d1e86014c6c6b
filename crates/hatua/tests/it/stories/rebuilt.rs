//! Whatever is not the ledger, the vault or the registry is made of the ledger: all of it is deleted and made again, and nobody
//! can tell.

use std::collections::BTreeMap;

use hatua_store::sqlite::Sqlite;
use serde_json::{Value, json};

use crate::binary::{Folder, LEAD, VERIFIER, texts};
use crate::emptied::empty_views;
use crate::http::{Answer, Server};

/// A page of each kind and a file of each form; the pages are asked for in each language.
const PAGES: [&str; 15] = [
    "/",
    "/a/bmm",
    "/a/bmm/c/ke",
    "/a/bmm/r2.1",
    "/a/bmm/where/trained",
    "/changes",
    "/data",
    "/methods",
    "/methods/bmm",
    "/f/bmm/trained",
    "/f/bmm/trained/v3",
    "/f/bmm/protected/v1",
    "/f/bmm/border-stations/v1",
    "/f/bmm/campaign-reach/v1",
    "/f/bmm/returns/v1",
];
const FILES: [&str; 9] = [
    "/a/bmm/latest.csv",
    "/a/bmm/latest.json",
    "/a/bmm/latest.xlsx",
    "/a/bmm/r1.1.csv",
    "/a/bmm/dictionary.csv",
    "/changes.atom",
    "/f/bmm/trained/v2.json",
    "/f/bmm/trained/v2.bib",
    "/f/bmm/protected/latest.csv",
];

/// What the folder says: every list, every figure with the records behind it, every release, and how all of it is shown.
struct Said {
    answers: BTreeMap<String, String>,
    shown: BTreeMap<String, Answer>,
}

impl Said {
    fn by(folder: &Folder) -> Self {
        let mut lines: Vec<String> = [
            "figures --preview --unprotected",
            "release list",
            "records list",
            "records aside",
            "document list",
            "decide list",
            "report list",
            "user list",
            "ledger checkpoint",
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
            let said = folder.done(&words);
            (line, said)
        };
        let answers = lines.into_iter().map(answer).collect();
        let server = Server::of(folder);
        let pages = ["", "/fr", "/ar"].iter().flat_map(|locale| PAGES.map(|page| format!("{locale}{page}")));
        let show = |path: String| {
            let answer = server.get(&path);
            assert!(answer.is_there(), "{path}: {}", answer.status);
            (path, answer)
        };
        let shown = pages.chain(FILES.map(str::to_owned)).map(show).collect();
        Self { answers, shown }
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
    for (path, answer) in &before.shown {
        let (now, before) = (&after.shown[path], answer);
        let leads_to = [now, before].map(|answer| answer.headers.get("location"));
        assert_eq!(leads_to[0], leads_to[1], "{path}");
        assert!((now.status, &now.body) == (before.status, &before.body), "{path} shows something else");
    }
    assert!(before.answers.len() > 25, "{}", before.answers.len());
    assert_eq!(folder.json(&["rebuild", "--compare"])["views"], json!([]));
    folder.done(&["ledger", "verify"]);
}
