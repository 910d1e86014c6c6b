//! Somebody changes the database behind the program's back: each change is found, and located.

use std::path::Path;

use hatua_core::id::ProgrammeId;
use hatua_core::ledger::Act;
use hatua_store::verify::LogProblem;
use hatua_store::{Access, ProgrammeKeys, StoreError};
use tempfile::TempDir;

use crate::disk::{begun, reopened};
use crate::fixture::{Fixture, Seeded, at, record, user};

/// A folder with a log of three acts of 3, 4 and 4 entries, closed.
fn log_of_eleven() -> (TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let mut fixture = begun(folder.path());
    fixture.import(&(1..=3).map(record).collect::<Vec<_>>());
    fixture.import(&(4..=7).map(record).collect::<Vec<_>>());
    fixture.import(&(8..=11).map(record).collect::<Vec<_>>());
    let head = fixture.read(|tx| tx.checkpoint()).unwrap();
    (folder, head)
}

/// Runs SQL as somebody who owns the file can: the guards of the tables are simply taken away.
fn tamper(folder: &Path, sql: &str) {
    let thief = rusqlite::Connection::open(folder.join("hatua.sqlite")).unwrap();
    let mut statement = thief.prepare("select name from sqlite_schema where type = 'trigger'").unwrap();
    let triggers: Vec<String> =
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    for trigger in triggers {
        thief.execute_batch(&format!("drop trigger {trigger}")).unwrap();
    }
    thief.execute_batch(sql).unwrap();
}

fn findings_after(sql: &str) -> Vec<String> {
    let (folder, _) = log_of_eleven();
    tamper(folder.path(), sql);
    reopened(folder.path(), Access::Read).findings(None)
}

#[test]
fn the_tables_of_the_ledger_refuse_update_and_delete() {
    let (folder, _) = log_of_eleven();
    let path = folder.path().join("hatua.sqlite");
    for table in ["entries", "hashes", "heads"] {
        for sql in [format!("delete from {table}"), format!("update {table} set programme = 'x'")] {
            let refused = rusqlite::Connection::open(&path).unwrap().execute_batch(&sql).unwrap_err();
            assert!(refused.to_string().contains("is never"), "{refused}");
        }
    }
    assert_eq!(reopened(folder.path(), Access::Read).findings(None), [""; 0]);
}

#[test]
fn a_changed_byte_in_any_entry_is_found_and_located() {
    let (folder, _) = log_of_eleven();
    tamper(folder.path(), "");
    let reading = reopened(folder.path(), Access::Read);
    let thief = rusqlite::Connection::open(folder.path().join("hatua.sqlite")).unwrap();
    let put = "update entries set bytes = ?2 where sequence = ?1";
    for sequence in 0..11_i64 {
        let number = u64::try_from(sequence).unwrap();
        let bytes = reading.read(|tx| tx.entry_bytes(number)).unwrap().unwrap();
        for place in (0..bytes.len()).step_by(29).chain([bytes.len() - 1]) {
            let mut changed = bytes.clone();
            changed[place] ^= 1;
            thief.execute(put, rusqlite::params![sequence, changed]).unwrap();
            let findings = reading.findings(None);
            assert_eq!(findings.len(), 1, "{findings:?}");
            let is_located = findings[0]
                == format!("entry {sequence}: its bytes are not those that were appended")
                || findings[0].starts_with(&format!("entry {sequence}: this is entry "));
            assert!(is_located, "byte {place}: {findings:?}");
        }
        thief.execute(put, rusqlite::params![sequence, bytes]).unwrap();
    }
    assert_eq!(reading.findings(None), [""; 0]);
}

#[test]
fn values_of_a_wrong_kind_are_findings_and_stop_no_check() {
    let wrong = "update entries set bytes = 'text', at_micros = 'noon' where sequence = 3;
                 update hashes set hash = 'short' where position = 0;
                 update heads set note = 7 where size = 3;";
    let findings = findings_after(wrong);
    assert_eq!(findings.len(), 3, "{findings:?}");
    assert!(findings[0].starts_with("log: the head of size 3 is not valid"), "{findings:?}");
    assert!(findings[1].starts_with("entry 0: the stored hash over it"), "{findings:?}");
    assert_eq!(findings[2], "entry 3: its bytes are not those that were appended");
}

#[test]
fn a_missing_entry_is_found() {
    assert_eq!(
        findings_after("delete from entries where sequence = 4"),
        ["entry 4: missing, through entry 4"]
    );
    assert_eq!(
        findings_after("delete from entries where sequence between 2 and 5"),
        ["entry 2: missing, through entry 5"]
    );
}

#[test]
fn an_added_entry_is_found() {
    let added = "insert into entries select programme, 11, at_micros, kind,
                     cast(replace(bytes, '\"sequence\":10', '\"sequence\":11') as blob)
                 from entries where sequence = 10";
    let findings = findings_after(added);
    assert!(findings.contains(&"entry 11: no signed head covers it".to_owned()), "{findings:?}");
}

#[test]
fn an_entry_put_far_behind_the_end_is_found_at_once() {
    let far = "insert into entries select programme, 4000000000000000000, at_micros, kind, bytes from entries
               where sequence = 10";
    let findings = findings_after(far);
    assert_eq!(findings[0], "entry 4000000000000000000: no signed head covers it");
    assert!(findings.len() <= 3, "{findings:?}");
}

#[test]
fn swapped_entries_are_found() {
    let swapped = "update entries set sequence = -1 where sequence = 3;
                   update entries set sequence = 3 where sequence = 8;
                   update entries set sequence = 8 where sequence = -1;";
    assert_eq!(
        findings_after(swapped),
        ["entry 3: this is entry 8, in the wrong place", "entry 8: this is entry 3, in the wrong place"]
    );
}

#[test]
fn a_changed_label_beside_an_entry_is_found() {
    let relabelled = "update entries set kind = 'record.verified' where sequence = 2";
    assert_eq!(findings_after(relabelled), ["entry 2: time or kind beside it are not its own"]);
}

#[test]
fn a_changed_hash_is_found() {
    let level_1 = "update hashes set hash = zeroblob(32) where position = 2";
    assert_eq!(
        findings_after(level_1),
        ["entry 1: the stored hash over it (level 1) is not the computed one"]
    );
    let leaf_gone = "delete from hashes where position = 0";
    assert_eq!(
        findings_after(leaf_gone),
        ["entry 0: the stored hash over it (level 0) is not the computed one"]
    );
}

/// The thief rewrites an entry and every hash over it, as one who knows the program would. Only the signed heads tell.
#[test]
fn an_entry_rewritten_with_all_its_hashes_contradicts_the_signed_heads() {
    let (folder, _) = log_of_eleven();
    let other = tempfile::tempdir().unwrap();
    let mut forged = begun(other.path());
    forged.import(&(1..=3).map(record).collect::<Vec<_>>());
    forged.import(&[record(4), record(55), record(6), record(7)]);
    forged.import(&(8..=11).map(record).collect::<Vec<_>>());
    drop(forged);
    let attach = format!(
        "attach '{}' as forged;
         delete from entries; insert into entries select * from forged.entries;
         delete from hashes; insert into hashes select * from forged.hashes;",
        other.path().join("hatua.sqlite").display()
    );
    tamper(folder.path(), &attach);
    assert_eq!(
        reopened(folder.path(), Access::Read).findings(None),
        ["log: the log is not the one whose head was signed at size 7; it agrees up to size 3"]
    );
}

/// The thief makes a whole other log under a key of his own and puts that key in the place of the programme's.
#[test]
fn a_log_signed_anew_by_another_key_is_found_with_the_keyring() {
    let (folder, head) = log_of_eleven();
    let other = tempfile::tempdir().unwrap();
    let mut forged = begun(other.path());
    forged.keys = ProgrammeKeys::new("example.org/water", &mut Seeded(77)).unwrap();
    forged.programme = ProgrammeId::new("forged").unwrap();
    forged.store.add_programme(&forged.programme, &forged.keys).unwrap();
    forged.import(&[record(1)]);
    drop(forged);
    let attach = format!(
        "attach '{}' as other; delete from heads; delete from entries where sequence > 0;
         delete from hashes where position > 0; delete from records where imported_sequence > 0;
         insert into heads select 'water', size, note from other.heads where programme = 'forged';
         update programmes set verifier_key =
             (select verifier_key from other.programmes where programme = 'forged');",
        other.path().join("hatua.sqlite").display()
    );
    tamper(folder.path(), &attach);
    let reading = reopened(folder.path(), Access::Read);
    let believed = reading.read(|tx| tx.verify(None, None)).unwrap();
    assert_eq!(believed.findings, [], "the folder alone can't tell");
    let without_keyring = reading.read(|tx| tx.verify(None, Some(&head))).unwrap();
    assert!(
        matches!(without_keyring.findings[0].what, LogProblem::BadHead { size: None, .. }),
        "an older head can"
    );
    let findings = reading.findings(None);
    assert!(findings[0].starts_with("log: the head of size 0 is not valid"), "{findings:?}");
    assert!(findings[1].starts_with("log: the head of size 1 is not valid"), "{findings:?}");
}

#[test]
fn a_forged_head_is_found() {
    let forged =
        "update heads set note = replace(note, 'example.org/water', 'example.com/water') where size = 7";
    let findings = findings_after(forged);
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(findings[0].starts_with("log: the head of size 7 is not valid"), "{findings:?}");
    let moved = "delete from heads where size = 7; update heads set size = 7 where size = 3";
    assert_eq!(findings_after(moved), ["log: the head of size 7 is not valid: it is the head of size 3"]);
    assert_eq!(findings_after("delete from heads"), ["log: the log has no signed head"]);
}

/// The thief takes away the newest act with its hashes and its head: what remains is a whole log, only an older one.
#[test]
fn a_truncated_log_is_found_by_an_older_checkpoint() {
    let (folder, head) = log_of_eleven();
    let truncated = "delete from entries where sequence >= 7; delete from hashes where position >= 11;
                     delete from heads where size > 7; delete from records where imported_sequence >= 7;";
    tamper(folder.path(), truncated);
    let reading = reopened(folder.path(), Access::Read);
    assert_eq!(reading.findings(None), [""; 0]);
    assert_eq!(reading.findings(Some(&head)), ["entry 7: the log is shorter than a head signed at size 11"]);
}

#[test]
fn a_log_cut_short_of_its_head_is_found_and_takes_no_more_entries() {
    let (folder, _) = log_of_eleven();
    tamper(folder.path(), "delete from entries where sequence >= 9");
    let mut writing = reopened(folder.path(), Access::Write);
    assert_eq!(writing.findings(None), ["entry 9: the log is shorter than a head signed at size 11"]);
    let refused = writing.write(|tx| tx.append(at(1), user(1), Act::RecordImported(record(12))));
    assert!(matches!(refused, Err(StoreError::Damaged { .. })), "{refused:?}");
}

fn two_persons() -> (TempDir, Fixture) {
    let folder = tempfile::tempdir().unwrap();
    let mut fixture = begun(folder.path());
    fixture.import_person(1, "Achol");
    fixture.import_person(2, "Deng");
    (folder, fixture)
}

#[test]
fn swapped_ciphertexts_do_not_open() {
    let swap = |table: &str, column: &str, key: &str, ids: [String; 2]| {
        let [a, b] = ids;
        format!(
            "create temp table kept as select {key} as id, {column} as sealed from {table};
             update {table} set {column} = (select sealed from kept where id = '{b}') where {key} = '{a}';
             update {table} set {column} = (select sealed from kept where id = '{a}') where {key} = '{b}';"
        )
    };
    let records = [1, 2].map(|number| record(number).record.to_string());
    let units = [1, 2].map(|number| record(number).unit.to_string());
    let columns = "update vault_values set field = 'x' where field = 'name';
                   update vault_values set field = 'name' where field = 'born_on';";
    for sql in [
        swap("vault_values", "sealed", "record_id", records),
        swap("vault_keys", "wrapped", "holder_id", units.clone()),
        columns.to_owned(),
    ] {
        let (folder, fixture) = two_persons();
        tamper(folder.path(), &sql);
        let opened = fixture.read(|tx| tx.personal(record(1).record, &fixture.whole(), &fixture.keys));
        assert!(matches!(opened, Err(StoreError::DoesNotOpen { .. })), "{opened:?}");
        let findings = fixture.findings(None);
        assert!(
            findings[0].starts_with("entry 0: the vault's part is not the one that was recorded"),
            "{findings:?}"
        );
    }
    let (folder, fixture) = two_persons();
    tamper(folder.path(), &swap("units", "own_id_sealed", "unit_id", units));
    let opened = fixture.read(|tx| tx.own_id_of(record(1).unit, &fixture.whole(), &fixture.keys));
    assert!(matches!(opened, Err(StoreError::DoesNotOpen { .. })), "{opened:?}");
}

#[test]
fn a_vault_that_lost_a_column_is_found() {
    let (folder, fixture) = two_persons();
    tamper(folder.path(), "delete from vault_values where field = 'born_on'");
    let findings = fixture.findings(None);
    assert_eq!(findings.len(), 2, "{findings:?}");
    assert!(findings[1].starts_with("entry 1: the vault's part is not"), "{findings:?}");
}

#[test]
fn each_difference_between_views_and_ledger_is_named() {
    let (folder, _) = log_of_eleven();
    let id = |number| record(number).record.to_string();
    let sql = format!(
        "update records set status = 'verified' where record_id = '{}';
         delete from records where record_id = '{}';
         insert into releases values ('water', 7, 1, 2);",
        id(3),
        id(5)
    );
    tamper(folder.path(), &sql);
    let mut fixture = reopened(folder.path(), Access::Write);
    let differences = fixture.read(|tx| tx.compare_views()).unwrap();
    let mut named: Vec<_> = differences.iter().map(|found| (found.view, found.key.as_str())).collect();
    named.sort_unstable();
    let (third, fifth) = (id(3), id(5));
    assert_eq!(named, [("records", third.as_str()), ("records", fifth.as_str()), ("releases", "7.1")]);
    assert!(differences.iter().any(|found| found.stored.is_none() && found.recomputed.is_some()));
    assert!(differences.iter().any(|found| found.stored.is_some() && found.recomputed.is_none()));
    fixture.write(|tx| tx.rebuild_views()).unwrap();
    assert_eq!(fixture.read(|tx| tx.compare_views()).unwrap(), []);
}
