//! Life after the demonstration has ended: lists are verified, a late package comes, a row is withdrawn. The preview moves;
//! what was issued does not.

use serde_json::{Value, json};

use crate::binary::{DEMONSTRATED, Folder, VERIFIER, texts};
use crate::http::{Answer, Server};

/// Everything that was issued, as the public can read it, but what says which release is the newest.
fn issued(folder: &Folder) -> Vec<(String, Answer)> {
    let server = Server::of(folder);
    let releases = ["r1.1", "r2.1", "r3.1", "r4.1", "r4.2"].iter().flat_map(|release| {
        ["", ".csv", ".json"].map(|ending| format!("/a/{DEMONSTRATED}/{release}{ending}"))
    });
    let versions = (1..=5).flat_map(|version| {
        ["", ".csv", ".json"].map(|ending| format!("/f/{DEMONSTRATED}/trained/v{version}{ending}"))
    });
    let dated = |mut answer: Answer| {
        answer.headers.remove("date");
        answer
    };
    releases.chain(versions).map(|path| (path.clone(), dated(server.get(&path)))).collect()
}

fn figure(folder: &Folder) -> u64 {
    folder.preview("3.7")["value"].as_u64().unwrap()
}

/// The late package of partner G, imported.
fn late_package(folder: &Folder) {
    for (register, name) in
        [("training", "G-2018-Q2-training.xlsx"), ("attendance", "G-2018-Q2-attendance.xlsx")]
    {
        let file = folder.data().join("incoming").join(name);
        let file = file.to_str().unwrap();
        let report = &folder.lines(&["import", "--register", register, "--partner", "G", file])[0];
        assert_eq!(report["kept_aside"], 0, "{report}");
    }
}

/// All documents of records that wait for a check.
fn pending_documents(folder: &Folder, partner: &str) -> Vec<String> {
    let mut documents =
        texts(&folder.lines(&["records", "list", "--status", "pending", "--partner", partner]), "document");
    documents.sort();
    documents.dedup();
    documents
}

fn verify(folder: &Folder, document: &str) -> usize {
    folder.lines(&["--as", VERIFIER, "records", "verify", "--document", document]).len()
}

#[test]
fn two_lists_that_waited_are_verified_and_no_issued_page_or_file_moves() {
    let folder = Folder::of_demonstration();
    let before = issued(&folder);
    assert!(before.iter().all(|(_, answer)| answer.status == 200), "{before:?}");
    assert_eq!(verify(&folder, "LIST-TR-075-B"), 32, "the training and 31 people");
    assert_eq!(figure(&folder), 1627);
    assert_eq!(verify(&folder, "LIST-TR-076-F"), 28, "the training and 27 people");
    assert_eq!(figure(&folder), 1649);
    for ((path, was), (_, is)) in before.iter().zip(issued(&folder)) {
        assert_eq!(was.text(), is.text(), "{path} changed");
        assert_eq!(*was, is, "{path} changed");
    }
    assert_eq!(folder.json(&["rebuild", "--compare"])["releases"], json!([]));
}

#[test]
fn a_person_whose_only_row_is_withdrawn_is_no_longer_counted() {
    let folder = Folder::of_demonstration();
    let explained = folder.json(&["explain", "3.7", "--left-out"]);
    let of = |list: &str, unit: &Value| {
        let rows = explained[list].as_array().unwrap().iter();
        rows.filter(|row| row["unit"] == *unit)
            .map(|row| row["id"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let counted = explained["counted"].as_array().unwrap();
    let unit_with = |others: usize| {
        let has = |row: &&Value| {
            let left_out =
                explained["left_out"].as_array().unwrap().iter().filter(|other| other["unit"] == row["unit"]);
            let reasons: Vec<&Value> = left_out.map(|other| &other["reason"]).collect();
            reasons.len() == others && reasons.iter().all(|reason| **reason == "same_unit_same_partner")
        };
        counted.iter().find(has).unwrap()["unit"].clone()
    };
    let (once, twice) = (unit_with(0), unit_with(1));
    let withdraw = |id: &str| folder.done(&["records", "withdraw", id, "--reason", "Sent by mistake."]);
    withdraw(&of("counted", &twice)[0]);
    assert_eq!(figure(&folder), 1600, "the other row still stands for the person");
    withdraw(&of("counted", &once)[0]);
    assert_eq!(figure(&folder), 1599);
    withdraw(&of("left_out", &twice)[0]);
    assert_eq!(figure(&folder), 1598);
}

#[test]
fn a_late_package_moves_the_preview_and_its_report_the_coverage_of_the_preview_only() {
    let folder = Folder::of_demonstration();
    let before = issued(&folder);
    late_package(&folder);
    assert_eq!(figure(&folder), 1600, "rows that nobody verified do not count");
    for document in pending_documents(&folder, "G") {
        assert!(verify(&folder, &document) > 0);
    }
    assert_eq!(figure(&folder), 1618);
    assert_eq!(folder.preview("4.2")["value"], 577);
    let coverage = |answered: u32| json!({ "answered": answered, "expected": 7, "quarter": "2018-Q2" });
    assert_eq!(folder.preview("3.7")["coverage"], coverage(6), "an import is no report");
    folder.done(&["report", "receive", "--partner", "G", "--quarter", "2018-Q2", "--on", "2018-08-21"]);
    assert_eq!(folder.preview("3.7")["coverage"], coverage(7));
    for ((path, was), (_, is)) in before.iter().zip(issued(&folder)) {
        assert_eq!(*was, is, "{path} changed");
    }
    let page = String::from_utf8(before[12].1.body.clone()).unwrap();
    assert!(page.contains("6 of 7 partners"), "the release goes on saying who was missing");
}

#[test]
fn a_list_of_the_next_quarter_and_of_another_topic_never_moves_the_figure() {
    let folder = Folder::of_demonstration();
    for register in ["training", "attendance"] {
        let file = folder.data().join(format!("incoming/E-2018-Q3-{register}.xlsx"));
        let report =
            &folder.lines(&["import", "--register", register, "--partner", "E", file.to_str().unwrap()])[0];
        assert_eq!(report["kept_aside"], 0, "{report}");
    }
    assert!(pending_documents(&folder, "E").contains(&"LIST-TR-080-E".to_owned()));
    let verified = verify(&folder, "LIST-TR-080-E");
    assert_eq!(verified, 20, "one training and nineteen officers");
    assert_eq!(figure(&folder), 1600);
}
