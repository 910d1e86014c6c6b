//! The log in other people's hands: a changed byte is found where it is, an entry is proved to somebody who has only the
//! public key, and an older head shows whether anything was cut away.

use std::fs;

use hatua_core::id::ProgrammeId;
use hatua_store::{Access, Keyring, ProofError, Store, verify_proof};
use serde_json::{Value, json};

use crate::binary::{DEMONSTRATED, Folder, copy, demonstration};

/// The bytes of an entry, as an auditor is handed them.
fn entry_bytes(folder: &Folder, sequence: u64) -> Vec<u8> {
    let store = Store::open(&folder.data(), Access::Read, "reading").unwrap();
    let programme = ProgrammeId::new(DEMONSTRATED).unwrap();
    store.read(&programme, |tx| tx.entry_bytes(sequence)).unwrap().unwrap()
}

fn places_of(sought: &[u8], bytes: &[u8]) -> Vec<usize> {
    let first = sought[0];
    let starts = bytes.iter().enumerate().filter(|(_, byte)| **byte == first).map(|(place, _)| place);
    starts.filter(|place| bytes[*place..].starts_with(sought)).collect()
}

fn findings(folder: &Folder, arguments: &[&str]) -> Value {
    let done = folder.run(&[&["ledger", "verify", "--json"], arguments].concat());
    assert_eq!(done.code, 1, "{done:?}");
    serde_json::from_str::<Value>(&done.out).unwrap()["findings"].clone()
}

#[test]
fn a_byte_that_somebody_changed_in_the_database_is_found_at_its_entry() {
    let folder = Folder::of_demonstration();
    let path = folder.data().join("hatua.sqlite");
    let mut bytes = fs::read(&path).unwrap();
    for sequence in [70, 3000] {
        let entry = entry_bytes(&folder, sequence);
        let places = places_of(&entry, &bytes);
        assert!(!places.is_empty(), "entry {sequence} lies in the file as it was written");
        let minute = entry.windows(6).position(|part| part == b"\"at\":\"").unwrap() + 6 + 15;
        for place in places {
            bytes[place + minute] ^= 1;
        }
    }
    fs::write(&path, bytes).unwrap();
    let found = findings(&folder, &[]);
    let entries: Vec<&Value> = found.as_array().unwrap().iter().map(|finding| &finding["entry"]).collect();
    assert!(entries.contains(&&json!(70)) && entries.contains(&&json!(3000)), "{found}");
    let others =
        entries.iter().filter(|entry| entry.is_u64() && ***entry != json!(70) && ***entry != json!(3000));
    assert_eq!(others.count(), 0, "no other entry is blamed: {found}");
    assert!(found.to_string().contains("not those that were appended"), "{found}");
}

#[test]
fn an_entry_is_proved_to_somebody_who_has_only_the_public_key() {
    let folder = demonstration();
    let keyring = Keyring::load(&folder.keyring()).unwrap();
    let key = keyring.programme(&ProgrammeId::new(DEMONSTRATED).unwrap()).unwrap().verifier_key();
    let size = folder.ledger_size();
    for sequence in [0, 1, 2018, size - 1] {
        let document = folder.json(&["ledger", "prove", &sequence.to_string()]);
        let proof = document["proof"].as_str().unwrap();
        let entry = entry_bytes(folder, sequence);
        let proven = verify_proof(proof, &entry, &key).unwrap();
        assert_eq!(
            (proven.index, proven.size, proven.origin.as_str()),
            (sequence, size, "demonstration.hatua/bmm")
        );
        let mut other = entry;
        *other.last_mut().unwrap() ^= 1;
        let refused = verify_proof(proof, &other, &key).unwrap_err();
        assert!(matches!(refused, ProofError::DoesNotHold { .. }), "{refused}");
    }
}

#[test]
fn the_log_has_only_grown_since_a_head_that_somebody_kept() {
    let folder = Folder::of_demonstration();
    let head = folder.file("head", folder.done(&["ledger", "checkpoint"]));
    let verify = ["ledger", "verify", "--since", head.as_str()];
    let size = folder.json(&verify)["size"].as_u64().unwrap();
    folder.done(&["report", "receive", "--partner", "G", "--quarter", "2018-Q2", "--on", "2018-08-21"]);
    assert_eq!(folder.json(&verify), folder.json(&["ledger", "verify"]));
    assert_eq!(folder.json(&verify)["size"], size + 1);
}

#[test]
fn a_log_that_was_cut_is_found_by_a_head_that_somebody_kept() {
    let folder = Folder::of_demonstration();
    folder.done(&["report", "receive", "--partner", "G", "--quarter", "2018-Q2", "--on", "2018-08-21"]);
    let head = folder.file("head", folder.done(&["ledger", "checkpoint"]));
    // Somebody puts the folder back as it was before the report came. By itself it is whole.
    fs::remove_dir_all(folder.data()).unwrap();
    copy(&demonstration().data(), &folder.data());
    folder.done(&["ledger", "verify"]);
    let found = findings(&folder, &["--since", &head]);
    let size = demonstration().ledger_size() + 1;
    assert!(found.to_string().contains(&size.to_string()), "the size that was signed is named: {found}");
}

#[test]
fn a_head_of_another_log_is_a_finding_and_what_is_no_head_is_wrong_use() {
    let (folder, other) = (demonstration(), Folder::of_meals());
    let head = other.file("head", other.done(&["ledger", "checkpoint"]));
    let found = findings(folder, &["--since", &head]);
    assert!(found.to_string().contains("not signed by"), "{found}");
    let here = folder.data();
    let junk = other.file("junk", "no head at all\n");
    let verify = folder.run(&["ledger", "verify", "--since", &junk]);
    verify.refused(2, "no checkpoint", here.to_str().unwrap(), "give the whole text");
    let absent = other.beside("no-head");
    let absent = absent.to_str().unwrap();
    let missing = folder.run(&["ledger", "verify", "--since", absent]);
    missing.refused(2, "can't be read", absent, "ledger checkpoint");
}
