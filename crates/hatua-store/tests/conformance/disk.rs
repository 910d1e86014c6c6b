//! A data folder on a real disk: the lock, readers beside the writer, killed processes, thieves and their copies.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use hatua_core::access::{Role, User};
use hatua_core::id::{RegisterName, UserEmail};
use hatua_core::ledger::Act;
use hatua_store::{Access, ReadTx, Store, StoreError};

use crate::fixture::{Fixture, Seeded, add_person, at, file, named, partner, record, user};

/// Tells the test below that it is the process to be killed.
const VICTIM: &str = "HATUA_TEST_VICTIM_FOLDER";

pub fn begun(folder: &Path) -> Fixture {
    Fixture::begun(Store::open(folder, Access::Write, "a test").unwrap())
}

/// Opens the programme of a folder again.
pub fn reopened(folder: &Path, access: Access) -> Fixture {
    let store = Store::open(folder, access, "a test").unwrap();
    let beside = tempfile::tempdir().unwrap();
    let Fixture { programme, keys, .. } = begun(beside.path());
    Fixture { store, programme, keys, entropy: Seeded(5_000) }
}

/// All bytes of all files in the folder.
fn bytes_on_disk(folder: &Path) -> Vec<u8> {
    let files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(files.len() >= 2, "the database and the lock are there");
    files.iter().flat_map(|path| fs::read(path).unwrap()).collect()
}

fn is_in(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

#[test]
fn a_second_writer_is_told_who_is_first() {
    let folder = tempfile::tempdir().unwrap();
    let first = Store::open(folder.path(), Access::Write, "import --register attendance").unwrap();
    match Store::open(folder.path(), Access::Write, "serve") {
        Err(StoreError::InUse { pid, purpose }) => {
            assert_eq!((pid, purpose.as_str()), (std::process::id(), "import --register attendance"));
        }
        other => panic!("{other:?}"),
    }
    drop(first);
    assert!(Store::open(folder.path(), Access::Write, "serve").is_ok());
}

#[test]
fn a_reader_beside_the_writer_sees_whole_acts_only() {
    let folder = tempfile::tempdir().unwrap();
    let mut writing = begun(folder.path());
    let reading = reopened(folder.path(), Access::Read);
    writing
        .write(|tx| {
            add_person(tx, 1, "Achol")?;
            assert_eq!(tx.ledger_size()?, 1, "the act sees what it has written");
            assert_eq!(reading.entries(), [], "others do not yet");
            Ok(())
        })
        .unwrap();
    assert_eq!(reading.entries().len(), 1);
    assert_eq!(reading.findings(None), [""; 0]);
    let refused = reopened(folder.path(), Access::Read).write(|tx| add_person(tx, 2, "Deng"));
    assert!(matches!(refused, Err(StoreError::ReadOnly)));
}

#[test]
fn a_reading_transaction_keeps_its_state() {
    let folder = tempfile::tempdir().unwrap();
    let mut writing = begun(folder.path());
    writing.import(&[record(1)]);
    let reading = reopened(folder.path(), Access::Read);
    reading
        .read(|tx| {
            assert_eq!(tx.ledger_size()?, 1);
            writing.import(&[record(2)]);
            assert_eq!(tx.ledger_size()?, 1);
            assert!(tx.verify(None, None)?.findings.is_empty());
            Ok(())
        })
        .unwrap();
    assert_eq!(reading.entries().len(), 2);
}

#[test]
fn many_threads_write_one_log() {
    let folder = tempfile::tempdir().unwrap();
    let fixture = begun(folder.path());
    let (store, programme, keys) = (&fixture.store, &fixture.programme, &fixture.keys);
    std::thread::scope(|scope| {
        for thread in 1..=4_u64 {
            scope.spawn(move || {
                for number in 0..10 {
                    let mut entropy = Seeded((thread << 32) | number);
                    let imported = record(u128::from(thread) * 100 + u128::from(number));
                    store
                        .write(programme, keys, &mut entropy, |tx| {
                            tx.append(at(1), user(1), Act::RecordImported(imported))
                        })
                        .unwrap();
                    store.read(programme, |tx| tx.checkpoint()).unwrap();
                }
            });
        }
    });
    assert_eq!(fixture.entries().len(), 40);
    assert_eq!(fixture.findings(None), [""; 0]);
}

#[test]
fn a_folder_without_hatua_data_is_not_read() {
    let folder = tempfile::tempdir().unwrap();
    let outcome = Store::open(folder.path(), Access::Read, "");
    assert!(matches!(outcome, Err(StoreError::NoData { .. })), "{outcome:?}");
    let nowhere = Store::open(&folder.path().join("typing-mistake"), Access::Read, "");
    assert!(matches!(nowhere, Err(StoreError::NoData { .. })), "{nowhere:?}");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "reading makes nothing");
    fs::write(folder.path().join("hatua.sqlite"), "").unwrap();
    let begun = Store::open(folder.path(), Access::Read, "");
    assert!(
        matches!(begun, Err(StoreError::NoData { .. })),
        "a writer was killed at its very beginning: {begun:?}"
    );
    assert!(Store::open(folder.path(), Access::Write, "").is_ok());
}

#[test]
fn another_programs_database_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hatua.sqlite");
    rusqlite::Connection::open(&path).unwrap().execute_batch("create table guests (name text)").unwrap();
    let before = fs::read(&path).unwrap();
    for access in [Access::Read, Access::Write] {
        let outcome = Store::open(folder.path(), access, "");
        assert!(matches!(outcome, Err(StoreError::NotOurs { .. })), "{outcome:?}");
    }
    assert_eq!(fs::read(&path).unwrap(), before);
    fs::write(
        &path,
        "a letter, not a database; it is long enough to have a header of a hundred bytes ".repeat(3),
    )
    .unwrap();
    let outcome = Store::open(folder.path(), Access::Write, "");
    assert!(matches!(outcome, Err(StoreError::NotOurs { .. })), "{outcome:?}");
}

#[cfg(unix)]
#[test]
fn others_can_not_read_the_data_folder() {
    use std::os::unix::fs::PermissionsExt;
    let parent = tempfile::tempdir().unwrap();
    let folder = parent.path().join("hatua-data");
    let mut fixture = begun(&folder);
    fixture.import(&[record(1)]);
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&folder), 0o700);
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        assert_eq!(mode(&path), 0o600, "{}", path.display());
    }
}

#[test]
fn a_killed_writer_leaves_nothing_half_written() {
    if let Ok(folder) = std::env::var(VICTIM) {
        write_until_killed(Path::new(&folder));
    }
    let folder = tempfile::tempdir().unwrap();
    let mut before = begun(folder.path());
    before.import(&[record(1), record(2)]);
    let head = before.read(|tx| tx.checkpoint()).unwrap();
    drop(before);

    let mut victim = Command::new(std::env::current_exe().unwrap())
        .args(["disk::a_killed_writer_leaves_nothing_half_written", "--exact", "--nocapture"])
        .env(VICTIM, folder.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(victim.stdout.take().unwrap()).lines();
    assert!(lines.any(|line| line.unwrap().contains("in the middle")), "the victim is writing");
    let journal = fs::metadata(folder.path().join("hatua.sqlite-wal")).unwrap().len();
    assert!(journal > 1_000_000, "a part of the act has reached the disk");
    let refused = Store::open(folder.path(), Access::Write, "");
    assert!(matches!(refused, Err(StoreError::InUse { pid, .. }) if pid == victim.id()), "{refused:?}");
    victim.kill().unwrap();
    victim.wait().unwrap();

    for access in [Access::Read, Access::Write] {
        let after = reopened(folder.path(), access);
        assert_eq!(after.entries().len(), 2);
        assert_eq!(after.findings(Some(&head)), [""; 0]);
        assert_eq!(after.read(|tx| tx.compare_views()).unwrap(), []);
        let find = |tx: &ReadTx| tx.find_unit("person", &partner("A"), "ID-Achol", &after.keys);
        assert_eq!(after.read(find).unwrap(), None);
    }
    let mut after = reopened(folder.path(), Access::Write);
    after.import_person(3, "Achol");
    assert_eq!(after.findings(Some(&head)), [""; 0]);
}

/// The victim's part: it is killed in the middle of an act, after much of it has left the memory.
fn write_until_killed(folder: &Path) {
    let mut fixture = reopened(folder, Access::Write);
    let outcome: Result<(), StoreError> = fixture.write(|tx| {
        tx.put_file(file(9), "large.csv", &vec![7; 5_000_000])?;
        add_person(tx, 3, "Achol")?;
        for number in 4..300 {
            add_person(tx, number, &format!("person {number}"))?;
        }
        let mut output = std::io::stdout();
        output.write_all(b"in the middle\n").and_then(|()| output.flush()).unwrap();
        std::io::stdin().read_to_end(&mut Vec::new()).unwrap();
        Ok(())
    });
    panic!("the victim outlived its act: {outcome:?}");
}

/// Everything that names a person, put wherever the store takes it.
fn plant(fixture: &mut Fixture) {
    fixture.import_person(1, "Achol Deng");
    let officer = User {
        id: user(7),
        email: UserEmail::new("amina@example.org").unwrap(),
        name: "Amina Yusuf".into(),
        role: Role::FieldOfficer,
        organisation: "Partner A".into(),
        partner: None,
        country: None,
    };
    let cells = [("Name".to_owned(), "Garang Mabior".to_owned())];
    fixture
        .write(|tx| {
            tx.put_user(&officer)?;
            let salted_hash = tx.put_file(file(1), "list of Nyandeng.csv", b"name\nRebecca Kon\n")?;
            let register = RegisterName::new("attendance").unwrap();
            let act =
                Act::FileReceived { file: file(1), partner: partner("A"), register, bytes: 17, salted_hash };
            tx.append(at(1), user(7), act)?;
            tx.put_kept_aside(file(1), None, 3, &cells)
        })
        .unwrap();
}

#[test]
fn a_stolen_folder_names_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let mut fixture = begun(folder.path());
    plant(&mut fixture);
    let open = bytes_on_disk(folder.path());
    drop(fixture);
    let closed = bytes_on_disk(folder.path());
    for stolen in [open, closed] {
        assert!(is_in(&stolen, b"list 7"), "what is not personal is there, so the right bytes are searched");
        for planted in [
            "Achol",
            "Deng",
            "1990-02-28",
            "ID-",
            "key of",
            "amina",
            "Amina",
            "Nyandeng",
            "Rebecca",
            "Garang",
        ] {
            assert!(!is_in(&stolen, planted.as_bytes()), "{planted}");
        }
    }
}

#[test]
fn what_was_erased_is_nowhere_on_the_disk() {
    let folder = tempfile::tempdir().unwrap();
    let mut fixture = begun(folder.path());
    plant(&mut fixture);
    for number in 10..40 {
        fixture.import_person(number, &format!("person {number}"));
    }
    let sealed: Vec<Vec<u8>> = {
        let thief = rusqlite::Connection::open(folder.path().join("hatua.sqlite")).unwrap();
        let unit = record(1).unit.to_string();
        let read = |sql: &str, id: &str| -> Vec<Vec<u8>> {
            let mut statement = thief.prepare(sql).unwrap();
            statement.query_map([id], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
        };
        [
            read("select wrapped from vault_keys where holder_id = ?1", &unit),
            read("select own_id_sealed from units where unit_id = ?1", &unit),
            read("select sealed from vault_values where record_id = ?1", &record(1).record.to_string()),
            read(
                "select wrapped from vault_keys where holder_kind = 'file' and holder_id = ?1",
                &file(1).to_string(),
            ),
            read("select bytes_sealed from vault_files where file_id = ?1", &file(1).to_string()),
            read("select sealed from vault_rows where file_id = ?1", &file(1).to_string()),
        ]
        .concat()
    };
    assert_eq!(sealed.len(), 7);
    let before = bytes_on_disk(folder.path());
    assert!(sealed.iter().all(|bytes| is_in(&before, bytes)));
    let reading = reopened(folder.path(), Access::Read);
    reading
        .read(|tx| {
            assert_eq!(tx.ledger_size()?, 32, "a reader keeps the state before the erasure");
            fixture.write(|tx| {
                tx.erase_unit(record(1).unit)?;
                tx.erase_file(file(1))
            })
        })
        .unwrap();
    fixture.import_person(50, "somebody else");
    let after = bytes_on_disk(folder.path());
    assert!(!sealed.iter().any(|bytes| is_in(&after, bytes)), "no copy stays in database or journal");
    let other = fixture.read(|tx| tx.personal(record(10).record, &fixture.whole(), &fixture.keys)).unwrap();
    assert_eq!(other, Some(named("person 10")));
}
