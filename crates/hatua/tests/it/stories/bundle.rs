//! An auditor takes a release away in one file, and checks it where there is neither the folder nor its key.

use std::fs;

use hatua_app::bundle::check_bundle;
use serde_json::{Value, json};

use crate::binary::{DEMONSTRATED, Folder, LEAD, VERIFIER, texts};
use crate::visitor::{Accounts, next_code_of};

const AUDITOR: &str = "auditor@example.org";

/// The answer of `release verify` on a machine without a data folder.
fn checked(elsewhere: &Folder, file: &str, more: &[&str], code: i32) -> Value {
    let done = elsewhere.run(&[&["release", "verify", file, "--json"], more].concat());
    assert_eq!(done.code, code, "{done:?}");
    serde_json::from_str(&done.out).unwrap()
}

/// The numbers of a figure of a bundle's first page, added up over its partners.
fn of_partners(figures: &Value, code: &str, field: &str) -> u64 {
    let figure = figures["figures"].as_array().unwrap().iter().find(|figure| figure["code"] == code).unwrap();
    figure["partners"].as_array().unwrap().iter().map(|row| row[field].as_u64().unwrap()).sum()
}

#[test]
fn a_release_is_handed_over_and_counted_again_where_nothing_else_is() {
    let folder = Folder::of_demonstration();
    let kept = folder.file("kept-head.txt", folder.done(&["ledger", "checkpoint"]));
    let made = folder.beside("made.zip");
    let entries = folder.ledger_size();
    let bundle = folder.json(&["--as", AUDITOR, "release", "bundle", "R4", "--out", made.to_str().unwrap()]);
    assert_eq!(bundle["release"], "R4.2");
    assert_eq!(folder.ledger_size(), entries + 1, "who took it away stands in the ledger");
    assert_eq!(folder.run(&["ledger", "verify"]).code, 0);

    // Later acts change nothing: a record is withdrawn, a decision undone.
    let decided = folder.lines(&["decide", "list"]);
    let same = decided.iter().find(|decision| decision["state"] == "same").unwrap();
    folder.done(&["decide", "undo", same["id"].as_str().unwrap(), "--reason", "Two people after all"]);
    let counted = folder.json(&["explain", "3.5"])["counted"].clone();
    let withdrawn = texts(counted.as_array().unwrap(), "id").swap_remove(0);
    folder.done(&["records", "withdraw", &withdrawn, "--reason", "Entered twice"]);
    let out = folder.beside(".");
    let again = folder.json(&["--as", LEAD, "release", "bundle", "R4.2", "--out", out.to_str().unwrap()]);
    assert!(again["file"].as_str().unwrap().ends_with("demonstration-bmm-r4.2.bundle.zip"), "{again}");
    assert_eq!(again["sha256"], bundle["sha256"], "the same release gives the same bytes");

    let elsewhere = Folder::empty();
    let file = elsewhere.file("handed-over.zip", fs::read(&made).unwrap());
    let check = checked(&elsewhere, &file, &[], 0);
    assert_eq!(check["findings"], json!([]));
    let figures = check["figures"].as_array().unwrap();
    assert_eq!(figures.iter().filter(|figure| figure["agrees"] == true).count(), 15);
    let trained = figures.iter().find(|figure| figure["code"] == "3.7").unwrap();
    assert_eq!(trained["counted"], json!({ "status": "published", "value": 1600 }));
    let open = texts(check["not_proved"].as_array().unwrap(), "code");
    assert!(open.contains(&"records_are_true".to_owned()), "{open:?}");
    assert!(open.contains(&"key_is_the_programmes".to_owned()), "{open:?}");
    assert!(!elsewhere.data().exists(), "nothing was made there");

    let unsealed = hatua_store::unseal(&fs::read(&made).unwrap()).unwrap().parts;
    let key = String::from_utf8(unsealed["ledger/public.key"].clone()).unwrap();
    let with_key = checked(&elsewhere, &file, &["--key", key.trim(), "--since", &kept], 0);
    assert!(
        !texts(with_key["not_proved"].as_array().unwrap(), "code").contains(&"key_is_the_programmes".into())
    );
    assert!(texts(with_key["proved"].as_array().unwrap(), "code").contains(&"since".into()), "{with_key}");
    let other = key.trim().replace(DEMONSTRATED, "other");
    assert_eq!(checked(&elsewhere, &file, &["--key", &other], 1)["findings"][0]["code"], "seal_invalid");

    let figures: Value = serde_json::from_slice(&unsealed["figures.json"]).unwrap();
    for (code, issued) in [("3.7", 1600), ("3.2", 7340), ("3.3", 6425), ("3.5", 136)] {
        assert_eq!(of_partners(&figures, code, "added"), issued, "{code}: partners add up to the figure");
        let [reported, supported, difference] =
            ["reported", "supported", "difference"].map(|field| of_partners(&figures, code, field));
        assert_eq!(reported, supported + difference, "{code}");
    }
    assert_eq!(of_partners(&figures, "3.7", "supported"), 1643, "the sum of what the partners count");
    let entries = String::from_utf8(unsealed["ledger/entries.jsonl"].clone()).unwrap();
    assert!(!entries.contains('@'), "no e-mail is in an entry");
}

/// Once through the real program, and some hundred times in this process: the crate of the container has the ten thousand.
#[test]
fn a_changed_byte_of_a_handed_over_release_is_named() {
    let folder = Folder::of_demonstration();
    let made = folder.beside("made.zip");
    folder.done(&["release", "bundle", "R4", "--out", made.to_str().unwrap()]);
    let bytes = fs::read(&made).unwrap();
    let needle = b"record.verified";
    let place = bytes.windows(needle.len()).position(|window| window == needle).unwrap();
    let mut changed = bytes.clone();
    changed[place] ^= 1;
    let elsewhere = Folder::empty();
    let file = elsewhere.file("changed.zip", &changed);
    let check = checked(&elsewhere, &file, &[], 1);
    assert_eq!((&check["proved"], &check["subject"]), (&json!([]), &Value::Null));
    let finding = &check["findings"][0];
    assert_eq!(
        (&finding["part"], &finding["code"]),
        (&json!("ledger/entries.jsonl"), &json!("byte_changed"))
    );
    assert!(finding["byte"].as_u64().is_some());
    let said = elsewhere.run(&["release", "verify", &file]);
    assert!(said.out.contains("this byte was 0x72 and is 0x73"), "{said:?}");

    for step in 0..150 {
        let place = (step * 92_821 + 17) % bytes.len();
        changed.copy_from_slice(&bytes);
        changed[place] ^= 0x10;
        let check = check_bundle(&changed, None, None);
        assert_eq!(check.findings.len(), 1, "byte {place}: {:?}", check.findings);
        assert_eq!(check.proved, [], "byte {place}");
    }
    elsewhere.run(&["release", "verify", "nowhere.zip"]).refused(2, "can't be read", "nowhere.zip", "handed");
    let nothing = elsewhere.file("list.csv", "a,b\n1,2\n");
    assert_eq!(checked(&elsewhere, &nothing, &[], 1)["findings"][0]["code"], "not_a_bundle");
}

#[test]
fn only_the_lead_and_auditors_make_a_bundle() {
    let folder = Folder::of_demonstration();
    let out = folder.beside("made.zip");
    for email in [VERIFIER, "manager@example.org", "officer.a@example.org"] {
        let done = folder.run(&["--as", email, "release", "bundle", "R4", "--out", out.to_str().unwrap()]);
        assert_ne!(done.code, 0, "{email}");
        assert!(!out.exists(), "{email}");
    }
    let refused = folder.run(&["--as", VERIFIER, "release", "bundle", "R4", "--out", out.to_str().unwrap()]);
    assert!(refused.code == 4 && refused.notes.contains("may not make the bundle"), "{refused:?}");
}

#[test]
fn a_release_after_a_withdrawal_and_an_undone_decision_is_counted_again_from_its_bundle() {
    let folder = Folder::of_demonstration();
    let accounts = Accounts::of(&folder);
    let decided = folder.lines(&["decide", "list"]);
    let same = decided.iter().find(|decision| decision["state"] == "same").unwrap();
    folder.done(&["decide", "undo", same["id"].as_str().unwrap(), "--reason", "Two people after all"]);
    let compared = folder.json(&["release", "draft", "R4.3", "--dry-run"]);
    let reasons =
        compared["figures"].as_array().unwrap().iter().filter(|figure| figure["needs_reason"] == true);
    let reasons: Vec<String> = reasons
        .map(|figure| format!("{}=Two people of one name", figure["slug"].as_str().unwrap()))
        .collect();
    assert!(!reasons.is_empty(), "a figure is restated");
    let mut prepare = vec!["--as", LEAD, "release", "draft", "R4.3"];
    prepare.extend(reasons.iter().flat_map(|reason| ["--reason", reason.as_str()]));
    folder.done(&prepare);
    for email in [LEAD, VERIFIER, "verifier.two@example.org"] {
        let code = next_code_of(accounts.secret(email).unwrap());
        let done = folder.run(&["--as", email, "release", "sign", "R4.3", "--code", &code]);
        if done.out.contains("issued") {
            break;
        }
    }
    let made = folder.beside("made.zip");
    folder.done(&["release", "bundle", "R4.3", "--out", made.to_str().unwrap()]);
    let elsewhere = Folder::empty();
    let check = checked(&elsewhere, made.to_str().unwrap(), &[], 0);
    assert_eq!(check["subject"], format!("{DEMONSTRATED} R4.3"));
    let figures = check["figures"].as_array().unwrap();
    assert_eq!(figures.iter().filter(|figure| figure["agrees"] == true).count(), 15);
}
