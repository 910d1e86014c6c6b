//! The ledger and its log: entries, heads, proofs.

use hatua_core::id::ProgrammeId;
use hatua_core::ledger::Act;
use hatua_core::record::Value;
use hatua_store::{ProgrammeKeys, StoreError, verify_proof};
use jiff::Timestamp;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::fixture::{Fixture, at, column, record, user, withdrawn};

pub fn an_empty_log_has_a_signed_head(fixture: &mut Fixture) {
    let head = fixture.read(|tx| tx.checkpoint()).unwrap();
    assert!(head.starts_with(
        "example.org/water\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— example.org/water "
    ));
    assert_eq!(fixture.findings(None), [""; 0]);
}

pub fn entries_are_read_back_in_order_and_byte_for_byte(fixture: &mut Fixture) {
    fixture.import(&[record(1), record(2)]);
    fixture.import(&[record(3)]);
    let entries = fixture.entries();
    let expected: Vec<_> = (1..=3).map(|number| Act::RecordImported(record(number))).collect();
    assert_eq!(entries.iter().map(|entry| entry.act.clone()).collect::<Vec<_>>(), expected);
    for (sequence, entry) in (0..).zip(&entries) {
        assert_eq!(entry.sequence, sequence);
        let bytes = fixture.read(|tx| tx.entry_bytes(sequence)).unwrap();
        assert_eq!(bytes, Some(entry.to_bytes().unwrap()));
    }
    assert_eq!(fixture.read(|tx| tx.ledger_size()).unwrap(), 3);
    assert_eq!(fixture.read(|tx| tx.entry(3)).unwrap(), None);
}

pub fn an_act_that_fails_leaves_nothing(fixture: &mut Fixture) {
    fixture.import(&[record(1)]);
    let before = fixture.read(|tx| tx.checkpoint()).unwrap();
    let outcome: Result<(), StoreError> = fixture.write(|tx| {
        tx.append(at(1), user(1), Act::RecordImported(record(2)))?;
        Err(StoreError::ReadOnly)
    });
    assert!(outcome.is_err());
    assert_eq!(fixture.entries().len(), 1);
    assert_eq!(fixture.read(|tx| tx.checkpoint()).unwrap(), before);
    assert_eq!(fixture.read(|tx| tx.record(record(2).record, &fixture.whole())).unwrap(), None);
}

pub fn an_act_that_panics_leaves_nothing(fixture: &mut Fixture) {
    let outcome = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        fixture.write(|tx| -> Result<(), StoreError> {
            tx.append(at(1), user(1), Act::RecordImported(record(1)))?;
            panic!("an invariant is broken")
        })
    }));
    assert!(outcome.is_err());
    assert_eq!(fixture.entries(), []);
    fixture.import(&[record(1)]);
    assert_eq!(fixture.findings(None), [""; 0]);
}

pub fn a_proof_holds_for_its_entry_and_no_other(fixture: &mut Fixture) {
    fixture.import(&(1..=11).map(record).collect::<Vec<_>>());
    let key = fixture.keys.verifier_key();
    assert_eq!(fixture.read(|tx| tx.verifier_key()).unwrap(), key);
    let proof = fixture.read(|tx| tx.prove(6)).unwrap().unwrap();
    let bytes = |sequence| fixture.read(|tx| tx.entry_bytes(sequence)).unwrap().unwrap();
    let proven = verify_proof(&proof, &bytes(6), &key).unwrap();
    assert_eq!((proven.origin.as_str(), proven.index, proven.size), ("example.org/water", 6, 11));
    assert!(verify_proof(&proof, &bytes(7), &key).is_err());
    assert!(verify_proof(&proof.replace("index 6", "index 7"), &bytes(6), &key).is_err());
    let with_extra = proof.replace("index 6", "extra AAAA\nindex 6");
    assert!(verify_proof(&with_extra, &bytes(6), &key).is_ok(), "extra data changes nothing");
    let other = ProgrammeKeys::new("example.org/water", &mut crate::fixture::Seeded(99)).unwrap();
    assert!(verify_proof(&proof, &bytes(6), &other.verifier_key()).is_err());
    assert_eq!(fixture.read(|tx| tx.prove(11)).unwrap(), None);
}

/// Any sequence of acts of any size, some of which fail, gives a log whose proofs and earlier heads hold.
pub fn every_proof_of_a_random_log_holds(fixture: &mut Fixture) {
    let mut number = 0;
    let mut heads = vec![fixture.read(|tx| tx.checkpoint()).unwrap()];
    let mut runner = TestRunner::new(Config { cases: 10, ..Config::default() });
    let acts = proptest::collection::vec((1_u128..9, any::<bool>()), 1..4);
    let fixture = std::cell::RefCell::new(fixture);
    let state = std::cell::RefCell::new((&mut number, &mut heads));
    runner
        .run(&acts, |acts| {
            let (mut fixture, mut state) = (fixture.borrow_mut(), state.borrow_mut());
            for (count, is_kept) in acts {
                let first = *state.0 + 1;
                let outcome = fixture.write(|tx| {
                    for number in first..first + count {
                        tx.append(at(1), user(1), Act::RecordImported(record(number)))?;
                    }
                    if is_kept { Ok(()) } else { Err(StoreError::ReadOnly) }
                });
                prop_assert_eq!(outcome.is_ok(), is_kept);
                if is_kept {
                    *state.0 += count;
                    state.1.push(fixture.read(|tx| tx.checkpoint()).unwrap());
                }
            }
            let key = fixture.keys.verifier_key();
            let size = fixture.read(|tx| tx.ledger_size()).unwrap();
            prop_assert_eq!(u128::from(size), *state.0);
            for sequence in 0..size {
                let (proof, bytes) =
                    fixture.read(|tx| Ok((tx.prove(sequence)?, tx.entry_bytes(sequence)?))).unwrap();
                prop_assert!(verify_proof(&proof.unwrap(), &bytes.unwrap(), &key).is_ok());
            }
            for head in state.1.iter() {
                prop_assert_eq!(fixture.findings(Some(head)), [""; 0]);
            }
            Ok(())
        })
        .unwrap();
}

pub fn two_programmes_have_two_logs(fixture: &mut Fixture) {
    fixture.import(&[record(1), record(2)]);
    let other = ProgrammeId::new("schools").unwrap();
    let keys = ProgrammeKeys::new("example.org/schools", &mut fixture.entropy).unwrap();
    fixture.store.add_programme(&other, &keys).unwrap();
    assert_eq!(fixture.store.programmes().unwrap(), [other.clone(), fixture.programme.clone()]);
    let again = fixture.store.add_programme(&other, &keys);
    assert!(matches!(again, Err(StoreError::ProgrammeExists(_))));
    let entry = fixture
        .store
        .write(&other, &keys, &mut fixture.entropy, |tx| {
            tx.append(at(1), user(1), Act::RecordImported(record(1)))
        })
        .unwrap();
    assert_eq!(entry.sequence, 0);
    assert_eq!(fixture.read(|tx| tx.ledger_size()).unwrap(), 2);
    let unknown = ProgrammeId::new("roads").unwrap();
    let outcome = fixture.store.read(&unknown, |tx| tx.ledger_size());
    assert!(matches!(outcome, Err(StoreError::UnknownProgramme(_))));
}

pub fn foreign_keys_are_refused(fixture: &mut Fixture) {
    let foreign = ProgrammeKeys::new("example.org/water", &mut crate::fixture::Seeded(99)).unwrap();
    assert!(fixture.store.check_keys(&fixture.programme, &fixture.keys).is_ok());
    let refused = fixture.store.check_keys(&fixture.programme, &foreign);
    assert!(matches!(refused, Err(StoreError::ForeignKeyring { .. })));
    let outcome = fixture.store.write(&fixture.programme, &foreign, &mut fixture.entropy, |tx| {
        tx.append(at(1), user(1), Act::RecordImported(record(1)))
    });
    assert!(matches!(outcome, Err(StoreError::ForeignKeyring { .. })));
    assert_eq!(fixture.entries(), []);
}

pub fn an_older_checkpoint_is_a_beginning_of_the_log(fixture: &mut Fixture) {
    fixture.import(&[record(1), record(2), record(3)]);
    let older = fixture.read(|tx| tx.checkpoint()).unwrap();
    fixture.import(&[record(4), record(5)]);
    assert_eq!(fixture.findings(Some(&older)), [""; 0]);
    assert_eq!(fixture.read(|tx| tx.checkpoint_at(3)).unwrap(), Some(older));
    assert_eq!(fixture.read(|tx| tx.checkpoint_at(4)).unwrap(), None, "no act ended there");
    let report = fixture.read(|tx| tx.verify(None, None)).unwrap();
    assert_eq!((report.size, report.heads, report.vault), (5, 3, None));
}

pub fn a_checkpoint_of_another_key_is_found(fixture: &mut Fixture) {
    fixture.import(&[record(1)]);
    let head = fixture.read(|tx| tx.checkpoint()).unwrap();
    let foreign = head.replace("example.org/water", "example.org/wells");
    let findings = fixture.findings(Some(&foreign));
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(findings[0].starts_with("log: the older checkpoint is not valid"), "{findings:?}");
}

pub fn a_number_that_json_would_round_is_refused(fixture: &mut Fixture) {
    let mut record = record(1);
    record.values.insert(column("amount_cents"), Value::Integer(1 << 53));
    let outcome = fixture.write(|tx| tx.append(at(1), user(1), Act::RecordImported(record.clone())));
    assert!(matches!(outcome, Err(StoreError::Entry(_))), "{outcome:?}");
    let values = record.values.clone();
    let outcome = fixture.write(|tx| tx.put_personal(record.unit, record.record, &values));
    assert!(matches!(outcome, Err(StoreError::InexactNumber { .. })), "{outcome:?}");
}

pub fn an_instant_is_kept_to_the_microsecond(fixture: &mut Fixture) {
    fixture.import(&[record(1)]);
    let precise: Timestamp = "2018-05-23T10:11:12.123456789Z".parse().unwrap();
    let entry = fixture.write(|tx| tx.append(precise, user(1), withdrawn(1, "twice"))).unwrap();
    assert_eq!(entry.at.to_string(), "2018-05-23T10:11:12.123456Z");
    assert_eq!(fixture.entries()[1], entry);
    assert_eq!(fixture.findings(None), [""; 0]);
}
