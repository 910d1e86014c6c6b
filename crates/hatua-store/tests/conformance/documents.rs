//! The reference pages say what the program does: their worked bytes are made again here, and every kind of entry has
//! its place there.

use hatua_core::access::Role;
use hatua_core::id::{DecisionId, RegisterName, UnitId};
use hatua_core::ledger::{Act, CellProblem, Verdict};
use hatua_core::record::MediaType;
use hatua_core::release::ReleaseId;
use hatua_store::verify_proof;
use jiff::civil::date;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::disk::begun;
use crate::fixture::{Fixture, at, file, partner, record, user, withdrawn};
use crate::views::release;

pub const LEDGER_PAGE: &str = include_str!("../../../../docs/reference/ledger.md");
const KEYRING_PAGE: &str = include_str!("../../../../docs/reference/keyring.md");

/// The log of the page: three entries in one act.
fn worked_example() -> (tempfile::TempDir, Fixture) {
    let folder = tempfile::tempdir().unwrap();
    let mut fixture = begun(folder.path());
    fixture
        .write(|tx| {
            tx.append(at(0), user(1), Act::RecordImported(record(1)))?;
            tx.append(at(60), user(2), Act::RecordVerified { record: record(1).record })?;
            tx.append(at(120), user(2), withdrawn(1, "Entrée deux fois"))
        })
        .unwrap();
    (folder, fixture)
}

pub fn assert_is_on_page(page: &str, text: &str) {
    assert!(page.contains(text), "the page should hold:\n{text}");
}

fn sha256(parts: &[&[u8]]) -> [u8; 32] {
    parts.iter().fold(Sha256::new(), |hash, part| hash.chain_update(part)).finalize().into()
}

#[test]
fn the_worked_bytes_of_the_ledgers_page_are_those_of_the_program() {
    let (_folder, fixture) = worked_example();
    let bytes = |sequence| fixture.read(|tx| tx.entry_bytes(sequence)).unwrap().unwrap();
    let entries = [bytes(0), bytes(1), bytes(2)];
    let leaves = entries.each_ref().map(|entry| sha256(&[&[0], entry]));
    for (entry, leaf) in entries.iter().zip(&leaves) {
        assert_is_on_page(LEDGER_PAGE, std::str::from_utf8(entry).unwrap());
        assert_is_on_page(LEDGER_PAGE, &hex::encode(leaf));
    }
    let left = sha256(&[&[1], &leaves[0], &leaves[1]]);
    let root = sha256(&[&[1], &left, &leaves[2]]);
    assert_is_on_page(LEDGER_PAGE, &hex::encode(left));
    assert_is_on_page(LEDGER_PAGE, &hex::encode(root));

    let key = fixture.keys.verifier_key();
    assert_is_on_page(LEDGER_PAGE, &key);
    assert_is_on_page(LEDGER_PAGE, &fixture.read(|tx| tx.checkpoint()).unwrap());
    let proof = fixture.read(|tx| tx.prove(1)).unwrap().unwrap();
    assert_is_on_page(LEDGER_PAGE, &proof);
    assert!(verify_proof(&proof, &entries[1], &key).is_ok());
}

#[test]
fn every_kind_of_entry_is_on_the_ledgers_page() {
    let (_folder, fixture) = worked_example();
    for act in one_of_each(&fixture) {
        let json = serde_json::to_value(&act).unwrap();
        let row = LEDGER_PAGE.lines().find(|line| line.starts_with(&format!("| `{}` |", act.kind())));
        let row = row.unwrap_or_else(|| panic!("`{}` has no row", act.kind()));
        if !matches!(act, Act::RecordImported(_) | Act::RecordChanged(_) | Act::ReleaseIssued(_)) {
            for field in json["payload"].as_object().unwrap().keys() {
                assert!(row.contains(&format!("`{field}`")), "`{}` has no field `{field}`", act.kind());
            }
        }
    }
    let mut record = record(1);
    record.vault_hash = Some(String::new());
    for field in serde_json::to_value(&record).unwrap().as_object().unwrap().keys() {
        assert_is_on_page(LEDGER_PAGE, &format!("| `{field}` |"));
    }
}

fn one_of_each(fixture: &Fixture) -> Vec<Act> {
    let id = record(1).record;
    let reason = String::from("?");
    let decision = DecisionId(Uuid::nil());
    let (a, b) = (UnitId(Uuid::nil()), UnitId(Uuid::max()));
    let organisation = String::from("Partner A");
    let release_id = ReleaseId { number: 1, revision: 1 };
    let quarter = "2018-Q1".parse().unwrap();
    let problems = vec![CellProblem { cell: None, code: "date_invalid".into() }];
    vec![
        Act::ProgrammeLoaded { version: 1, package_hash: String::new() },
        Act::UserAdded {
            user: user(1),
            role: Role::Verifier,
            organisation: organisation.clone(),
            partner: Some(partner("A")),
            country: Some("KE".into()),
        },
        Act::FileReceived {
            file: file(1),
            partner: partner("A"),
            register: RegisterName::new("attendance").unwrap(),
            bytes: 1,
            salted_hash: String::new(),
        },
        Act::DocumentReceived {
            document: record(1).document,
            file: file(2),
            partner: partner("A"),
            media: MediaType::Pdf,
            bytes: 1,
            salted_hash: String::new(),
        },
        Act::RecordImported(record(1)),
        Act::RecordChanged(record(1)),
        Act::RowKeptAside { file: file(1), sheet: Some("List".into()), row: 1, problems },
        Act::RowTakenIn { kept_aside: 3, record: id, brought_by: file(2) },
        Act::RecordVerified { record: id },
        Act::RecordReturned { record: id, reason: reason.clone(), due: None },
        Act::RecordWithdrawn { record: id, reason: reason.clone() },
        Act::ReportReceived { partner: partner("A"), quarter, nil: true, received_on: date(2018, 4, 2) },
        Act::UnitsDecided { decision, a, b, verdict: Verdict::Same, reason: reason.clone() },
        Act::DecisionUndone { decision, reason },
        Act::ReleaseSigned {
            release: release_id,
            ledger_size: 4,
            data_to: date(2018, 3, 31),
            draft_hash: String::new(),
            role: Role::ConsortiumLead,
            organisation,
        },
        Act::ReleaseIssued(Box::new(release(fixture, 1, 1))),
    ]
}

#[test]
fn the_keyrings_page_shows_a_keyring_that_loads() {
    let text = KEYRING_PAGE.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keyring");
    hatua_store::Keyring::empty().save(&path).unwrap();
    std::fs::write(&path, text).unwrap();
    let keyring = hatua_store::Keyring::load(&path).unwrap();
    let programme = keyring.programmes().next().cloned().unwrap();
    let keys = keyring.programme(&programme).unwrap();
    assert_is_on_page(KEYRING_PAGE, &keys.verifier_key());
    assert_is_on_page(KEYRING_PAGE, &keys.fingerprint());
    keyring.save(&path).unwrap();
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text, "this is how the program writes it");
}
