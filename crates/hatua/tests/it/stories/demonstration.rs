//! The demonstration as it was made: the same number at each step of the road, five releases, five versions, and files that
//! may be sent again.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::binary::{DEMONSTRATED, Folder, demonstration};
use crate::http::Server;
use crate::recipe::Recipe;

#[test]
fn the_people_are_counted_from_rows_to_persons_step_by_step() {
    let chain = &demonstration().preview("3.7")["chain"];
    assert_eq!(
        *chain,
        json!([
            { "stage": "received", "remaining": 2287, "left_out": [] },
            { "stage": "verified", "remaining": 2184, "left_out": [["pending", 58], ["withdrawn", 26], ["returned", 19]] },
            { "stage": "once_per_partner", "remaining": 1643, "left_out": [["same_unit_same_partner", 541]] },
            { "stage": "once_in_programme", "remaining": 1600, "left_out": [["same_unit_other_partner", 43]] },
        ])
    );
}

#[test]
fn each_release_says_what_was_known_on_its_day() {
    let figures = |release: &str| {
        let figures = demonstration().json(&["figures", "--release", release]);
        let computed = |figure: &&Value| figure["origin"] == "computed" && figure["code"] == "3.7";
        let said =
            |figure: &Value| (figure["value"].clone(), figure["version"].clone(), figure["release"].clone());
        figures.as_array().unwrap().iter().filter(computed).map(said).collect::<Vec<_>>()
    };
    let said = |value: u32, version: u32, release: &str| vec![(json!(value), json!(version), json!(release))];
    assert_eq!(figures("R1"), said(159, 1, "R1.1"));
    assert_eq!(figures("R2"), said(479, 2, "R2.1"));
    assert_eq!(figures("R3"), said(942, 3, "R3.1"));
    assert_eq!(figures("R4.1"), said(1643, 4, "R4.1"));
    assert_eq!(figures("R4"), said(1600, 5, "R4.2"));
}

#[test]
fn each_version_of_a_figure_keeps_its_own_address() {
    let folder = Folder::of_demonstration();
    let server = Server::of(&folder);
    let values = (1..=5).map(|version| {
        let rows: Value =
            serde_json::from_str(&server.text(&format!("/f/{DEMONSTRATED}/trained/v{version}.json")))
                .unwrap();
        let headline = rows["figures"].as_array().unwrap().iter().find(|row| row["dimension"] == "").unwrap();
        headline["value"].as_u64().unwrap()
    });
    assert_eq!(values.collect::<Vec<_>>(), [159, 479, 942, 1643, 1600]);
    assert_eq!(server.get(&format!("/f/{DEMONSTRATED}/trained/v6")).status, 404);
}

#[test]
fn the_same_files_sent_again_change_nothing() {
    let folder = Folder::of_demonstration();
    let (size, figures) = (folder.ledger_size(), folder.json(&["figures", "--preview", "--unprotected"]));
    let mut sent: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for file in Recipe::read().imported() {
        let path = folder.beside(&file.name);
        std::fs::write(&path, &file.bytes).unwrap();
        let of = (file.register.to_string(), file.partner.to_string());
        sent.entry(of).or_default().push(path.to_str().unwrap().to_owned());
    }
    let mut read = 0;
    for ((register, partner), paths) in &sent {
        let options = ["import", "--register", register, "--partner", partner];
        let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
        for report in folder.lines(&[options.as_slice(), &paths].concat()) {
            assert_eq!(report["unchanged"], report["read"], "{report}");
            assert_eq!(report["written"], false, "{report}");
            read += report["read"].as_u64().unwrap();
        }
    }
    let records = folder.lines(&["records", "list"]).len() as u64;
    assert_eq!(read, records, "every row that was ever sent was sent again");
    assert!(records >= 2287 + 78 + 724 + 27, "{records}");
    assert_eq!(folder.ledger_size(), size);
    assert_eq!(folder.json(&["figures", "--preview", "--unprotected"]), figures);
}

#[test]
fn its_own_check_finds_nothing_wrong() {
    assert_eq!(demonstration().json(&["demo", "--check"]), json!({ "findings": [] }));
    assert_eq!(demonstration().json(&["rebuild", "--compare"])["releases_counted"], 5);
}
