//! The vault: what identifies a person, received files, users; and that erasure is final.

use std::collections::BTreeMap;

use hatua_core::access::{Role, Scope, User};
use hatua_core::id::{DocumentId, RecordId, RegisterName, UnitId, UserEmail};
use hatua_core::ledger::{Act, CellProblem};
use hatua_core::programme::Package;
use hatua_core::record::MediaType;
use hatua_store::StoreError;
use hatua_store::registry::PackageVersion;
use uuid::Uuid;

use crate::fixture::{Fixture, at, file, named, partner, record, user};

fn scope_of(fixture: &Fixture, partners: &[&str], countries: Option<&[&str]>) -> Scope {
    Scope {
        partners: Some(partners.iter().map(|code| partner(code)).collect()),
        countries: countries.map(|codes| codes.iter().map(|&code| code.to_owned()).collect()),
        ..fixture.whole()
    }
}

pub fn personal_columns_come_back_within_the_scope_only(fixture: &mut Fixture) {
    let record = fixture.import_person(1, "Achol Deng");
    let personal =
        |scope: &Scope| fixture.read(|tx| tx.personal(record.record, scope, &fixture.keys)).unwrap();
    assert_eq!(personal(&fixture.whole()), Some(named("Achol Deng")));
    assert_eq!(personal(&scope_of(fixture, &["A"], Some(&["KE"]))), Some(named("Achol Deng")));
    assert_eq!(personal(&scope_of(fixture, &["B"], None)), None);
    assert_eq!(personal(&scope_of(fixture, &["A"], Some(&["UG"]))), None);
    let equals =
        |name| fixture.read(|tx| tx.personal_equals(record.record, &named(name), &fixture.keys)).unwrap();
    assert!(equals("Achol Deng"));
    assert!(!equals("Deng Achol"));
}

pub fn a_changed_part_keeps_the_old_one_for_the_check(fixture: &mut Fixture) {
    let mut record = fixture.import_person(1, "Achol Deng");
    let changed = fixture
        .write(|tx| {
            record.vault_hash =
                Some(tx.put_personal(record.unit, record.record, &named("Achol Deng Garang"))?);
            tx.append(at(9), user(1), Act::RecordChanged(record.clone()))
        })
        .unwrap();
    assert_eq!(changed.sequence, 1);
    let personal = fixture.read(|tx| tx.personal(record.record, &fixture.whole(), &fixture.keys)).unwrap();
    assert_eq!(personal, Some(named("Achol Deng Garang")));
    let report = fixture.read(|tx| tx.verify(Some(&fixture.keys), None)).unwrap();
    assert_eq!(report.vault.unwrap().matching, 2, "both entries are checked, each against its own part");
    assert_eq!(report.findings, []);
}

pub fn a_person_has_one_salt_and_two_persons_have_two(fixture: &mut Fixture) {
    let record_id = |number| RecordId(Uuid::from_u128(number));
    let unit = |number| UnitId(Uuid::from_u128(number));
    let mut hash = |unit_number, record_number| {
        fixture
            .write(|tx| tx.put_personal(unit(unit_number), record_id(record_number), &named("Achol")))
            .unwrap()
    };
    let first = hash(1, 1);
    assert_eq!(first, hash(1, 1), "the same columns of the same record under the same salt");
    assert_ne!(first, hash(1, 2), "two records can't be told to be alike");
    assert_ne!(first, hash(2, 1), "two persons have two salts");
}

pub fn a_unit_is_found_by_the_partners_own_id(fixture: &mut Fixture) {
    let record = fixture.import_person(1, "Achol");
    let find = |kind, code, own_id| {
        fixture.read(|tx| tx.find_unit(kind, &partner(code), own_id, &fixture.keys)).unwrap()
    };
    assert_eq!(find("person", "A", "ID-Achol"), Some(record.unit));
    assert_eq!(find("person", "B", "ID-Achol"), None, "another partner's id is another unit");
    assert_eq!(find("institution", "A", "ID-Achol"), None);
    let again =
        fixture.write(|tx| tx.remember_unit("person", &partner("A"), "ID-Achol", UnitId(Uuid::from_u128(5))));
    assert!(matches!(again, Err(StoreError::Database { .. })), "one id is one unit");
}

pub fn a_unit_made_in_an_act_is_known_in_the_same_act(fixture: &mut Fixture) {
    let earlier = fixture.import_person(1, "Achol").unit;
    let made = UnitId(Uuid::from_u128(5));
    fixture
        .write(|tx| {
            let ids = ["ID-Achol", "ID-Deng"];
            let known = tx.known_units("person", &partner("A"), &ids)?;
            assert_eq!(known, BTreeMap::from([("ID-Achol".to_owned(), earlier)]));
            tx.remember_unit("person", &partner("A"), "ID-Deng", made)?;
            let known = tx.known_units("person", &partner("A"), &ids)?;
            assert_eq!(known.get("ID-Deng"), Some(&made));
            assert_eq!(tx.known_units("person", &partner("B"), &ids)?, BTreeMap::new());
            Ok::<_, StoreError>(())
        })
        .unwrap();
}

pub fn a_new_record_may_change_in_the_act_that_made_it(fixture: &mut Fixture) {
    let mut record = record(1);
    fixture
        .write(|tx| {
            tx.expect_new_record(record.record);
            record.vault_hash = Some(tx.put_personal(record.unit, record.record, &named("Achol"))?);
            tx.append(at(7), user(1), Act::RecordImported(record.clone()))?;
            record.vault_hash = Some(tx.put_personal(record.unit, record.record, &named("Achol Deng"))?);
            tx.append(at(7), user(1), Act::RecordChanged(record.clone()))
        })
        .unwrap();
    let personal = fixture.read(|tx| tx.personal(record.record, &fixture.whole(), &fixture.keys)).unwrap();
    assert_eq!(personal, Some(named("Achol Deng")));
    let report = fixture.read(|tx| tx.verify(Some(&fixture.keys), None)).unwrap();
    assert_eq!(report.vault.unwrap().matching, 2, "each entry is checked against its own part");
}

pub fn an_own_id_is_shown_within_the_scope_only(fixture: &mut Fixture) {
    let unit = fixture.import_person(1, "Achol").unit;
    let shown = |scope: &Scope| fixture.read(|tx| tx.own_id_of(unit, scope, &fixture.keys)).unwrap();
    let own_id = Some((partner("A"), "ID-Achol".to_owned()));
    assert_eq!(shown(&fixture.whole()), own_id);
    assert_eq!(shown(&scope_of(fixture, &["A"], Some(&["KE"]))), own_id);
    assert_eq!(shown(&scope_of(fixture, &["A"], Some(&["UG"]))), None);
    assert_eq!(shown(&scope_of(fixture, &["B"], None)), None);
}

pub fn a_row_is_found_again_by_its_key(fixture: &mut Fixture) {
    let record = fixture.import_person(1, "Achol");
    let find = |key: &[&str]| {
        let key: Vec<String> = key.iter().map(|&part| part.to_owned()).collect();
        let rows = [(&record.register, key.as_slice()), (&record.register, &[]), (&record.register, &key)];
        fixture.read(|tx| tx.find_rows(&partner("A"), &rows, &fixture.keys)).unwrap()
    };
    assert_eq!(find(&["key of Achol"]), [Some(record.record), None, Some(record.record)]);
    assert_eq!(find(&["key of", " Achol"]), [None, None, None]);
}

fn receive(fixture: &mut Fixture, number: u128, bytes: &[u8]) {
    fixture
        .write(|tx| {
            let salted_hash = tx.put_file(file(number), "list of Achol.csv", bytes)?;
            let register = RegisterName::new("attendance").unwrap();
            let act = Act::FileReceived {
                file: file(number),
                partner: partner("A"),
                register,
                bytes: bytes.len() as u64,
                salted_hash,
            };
            tx.append(at(3), user(1), act)
        })
        .unwrap();
}

pub fn a_file_is_found_again_by_its_bytes(fixture: &mut Fixture) {
    receive(fixture, 1, b"name\nAchol\n");
    let register = RegisterName::new("attendance").unwrap();
    let find = |code, bytes| {
        fixture.read(|tx| tx.find_file(&partner(code), &register, bytes, &fixture.keys)).unwrap()
    };
    assert_eq!(find("A", b"name\nAchol\n"), Some((file(1), at(3))));
    assert_eq!(find("A", b"name\nDeng\n"), None);
    assert_eq!(find("B", b"name\nAchol\n"), None, "another partner may send the same list");
    let open = |scope: &Scope| fixture.read(|tx| tx.file(file(1), scope, &fixture.keys)).unwrap();
    let opened = open(&fixture.whole()).unwrap();
    assert_eq!(
        (opened.name.as_str(), opened.bytes.as_slice()),
        ("list of Achol.csv", b"name\nAchol\n".as_slice())
    );
    assert_eq!(open(&scope_of(fixture, &["B"], None)), None);
    assert_eq!(open(&scope_of(fixture, &["A"], Some(&["KE"]))), None, "a file belongs to no country");
}

pub fn a_file_of_a_document_is_its_partners_and_is_checked_like_any_other(fixture: &mut Fixture) {
    let (number, name, scan) = (file(9), "photo of the list.pdf", b"%PDF-1.7 a list".as_slice());
    let document = DocumentId::new("LIST-1").unwrap();
    fixture
        .write(|tx| {
            let salted_hash = tx.put_file(number, name, scan)?;
            let act = Act::DocumentReceived {
                document: document.clone(),
                file: number,
                partner: partner("A"),
                media: MediaType::Pdf,
                bytes: scan.len() as u64,
                salted_hash,
            };
            tx.append(at(3), user(1), act)
        })
        .unwrap();
    let find = |code, document: &str, bytes| {
        let document = DocumentId::new(document).unwrap();
        fixture.read(|tx| tx.find_document_file(&partner(code), &document, bytes, &fixture.keys)).unwrap()
    };
    assert_eq!(find("A", "LIST-1", scan), Some(number));
    assert_eq!(find("B", "LIST-1", scan), None, "another partner's LIST-1 is another document");
    assert_eq!(find("A", "LIST-2", scan), None);
    assert_eq!(find("A", "LIST-1", b"%PDF-1.7 another"), None);
    let open = |scope: &Scope| fixture.read(|tx| tx.document_file(number, scope, &fixture.keys)).unwrap();
    let opened = open(&fixture.whole()).unwrap();
    assert_eq!((opened.name.as_str(), opened.bytes.as_slice()), (name, scan));
    assert_eq!(open(&scope_of(fixture, &["B"], None)), None);
    assert_eq!(fixture.read(|tx| tx.verify(Some(&fixture.keys), None)).unwrap().vault.unwrap().matching, 1);
    assert_eq!(fixture.read(|tx| tx.compare_views()).unwrap(), []);
    fixture.write(|tx| tx.erase_file(number)).unwrap();
    let report = fixture.read(|tx| tx.verify(Some(&fixture.keys), None)).unwrap();
    assert_eq!((report.vault.unwrap().erased, report.findings), (1, Vec::new()));
}

fn keep_row_aside(fixture: &mut Fixture) -> Vec<(String, String)> {
    let cells = vec![("Name".to_owned(), "Achol".to_owned()), ("Date".to_owned(), "31 June".to_owned())];
    let problems = vec![CellProblem { cell: Some("B4".into()), code: "date_invalid".into() }];
    fixture
        .write(|tx| {
            tx.put_kept_aside(file(1), Some("List"), 4, &cells)?;
            let act = Act::RowKeptAside { file: file(1), sheet: Some("List".into()), row: 4, problems };
            tx.append(at(3), user(1), act)
        })
        .unwrap();
    cells
}

pub fn rows_kept_aside_keep_their_cells(fixture: &mut Fixture) {
    receive(fixture, 1, b"x");
    let cells = keep_row_aside(fixture);
    let rows = fixture.read(|tx| tx.kept_aside(file(1), &fixture.whole(), &fixture.keys)).unwrap();
    assert_eq!(rows.len(), 1);
    assert_eq!(
        (rows[0].sheet.as_deref(), rows[0].row, rows[0].cells.as_ref()),
        (Some("List"), 4, Some(&cells))
    );
    assert_eq!(rows[0].problems[0].code, "date_invalid");
    let outside = scope_of(fixture, &["B"], None);
    assert_eq!(fixture.read(|tx| tx.kept_aside(file(1), &outside, &fixture.keys)).unwrap(), []);
}

pub fn a_row_that_was_taken_in_is_aside_no_longer(fixture: &mut Fixture) {
    receive(fixture, 1, b"x");
    keep_row_aside(fixture);
    let register = RegisterName::new("attendance").unwrap();
    let aside = |fixture: &Fixture| {
        let of = |code: &str| fixture.read(|tx| tx.rows_aside(&partner(code), &register)).unwrap();
        let of_bytes =
            fixture.read(|tx| tx.rows_aside_of_bytes(&partner("A"), &register, b"x", &fixture.keys)).unwrap();
        assert_eq!(of("B"), [], "another partner's rows are its own");
        assert_eq!(of("A"), of_bytes);
        of_bytes
    };
    let before = aside(fixture);
    assert_eq!((before.len(), before[0].by, before[0].file, before[0].row), (1, user(1), file(1), 4));
    assert_eq!(fixture.read(|tx| tx.file_entry(file(1))).unwrap(), Some(before[0].entry - 1));
    let taken_in =
        |entry: u64| Act::RowTakenIn { kept_aside: entry, record: record(1).record, brought_by: file(1) };
    fixture.write(|tx| tx.append(at(4), user(2), taken_in(before[0].entry))).unwrap();
    assert_eq!(aside(fixture), []);
    assert_eq!(fixture.read(|tx| tx.kept_aside(file(1), &fixture.whole(), &fixture.keys)).unwrap(), []);
    assert_eq!(fixture.read(|tx| tx.compare_views()).unwrap(), []);
    for again in [before[0].entry, 99] {
        let refused = fixture.write(|tx| tx.append(at(5), user(2), taken_in(again)));
        assert!(matches!(refused, Err(StoreError::NamesNothing { .. })), "{refused:?}");
    }
}

pub fn an_erased_person_does_not_open_and_the_log_stays_whole(fixture: &mut Fixture) {
    let erased = fixture.import_person(1, "Achol");
    let other = fixture.import_person(2, "Deng");
    let head = fixture.read(|tx| tx.checkpoint()).unwrap();
    fixture.write(|tx| tx.erase_unit(erased.unit)).unwrap();
    let personal = |record| fixture.read(|tx| tx.personal(record, &fixture.whole(), &fixture.keys));
    assert!(matches!(personal(erased.record), Err(StoreError::Erased { .. })));
    assert_eq!(personal(other.record).unwrap(), Some(named("Deng")));
    let own_id = fixture.read(|tx| tx.own_id_of(erased.unit, &fixture.whole(), &fixture.keys));
    assert!(matches!(own_id, Err(StoreError::Erased { .. })));
    let report = fixture.read(|tx| tx.verify(Some(&fixture.keys), Some(&head))).unwrap();
    let vault = report.vault.unwrap();
    assert_eq!((vault.matching, vault.erased, report.findings), (1, 1, vec![]));
    assert_eq!(fixture.read(|tx| tx.checkpoint()).unwrap(), head, "erasing changes no entry");
}

pub fn an_erased_person_is_not_brought_back_by_the_same_file(fixture: &mut Fixture) {
    let erased = fixture.import_person(1, "Achol");
    fixture.write(|tx| tx.erase_unit(erased.unit)).unwrap();
    let found = fixture.read(|tx| tx.find_unit("person", &partner("A"), "ID-Achol", &fixture.keys)).unwrap();
    assert_eq!(found, Some(erased.unit), "the unit is known, so it is not counted a second time");
    let again = fixture.write(|tx| tx.put_personal(erased.unit, erased.record, &named("Achol")));
    assert!(matches!(again, Err(StoreError::Erased { .. })));
    let equals = fixture.read(|tx| tx.personal_equals(erased.record, &named("Achol"), &fixture.keys));
    assert!(matches!(equals, Err(StoreError::Erased { .. })));
}

pub fn an_erased_file_is_gone_with_its_rows(fixture: &mut Fixture) {
    receive(fixture, 1, b"name\nAchol\n");
    keep_row_aside(fixture);
    fixture.write(|tx| tx.erase_file(file(1))).unwrap();
    let opened = fixture.read(|tx| tx.file(file(1), &fixture.whole(), &fixture.keys));
    assert!(matches!(opened, Err(StoreError::Erased { .. })));
    let rows = fixture.read(|tx| tx.kept_aside(file(1), &fixture.whole(), &fixture.keys)).unwrap();
    assert_eq!(rows[0].cells, None);
    let report = fixture.read(|tx| tx.verify(Some(&fixture.keys), None)).unwrap();
    assert_eq!((report.vault.unwrap().erased, report.findings), (1, vec![]));
}

pub fn a_user_is_found_by_email_and_id(fixture: &mut Fixture) {
    let email = |text: &str| UserEmail::new(text).unwrap();
    let mut officer = User {
        id: user(7),
        email: email("officer@example.org"),
        name: "Amina Yusuf".into(),
        role: Role::FieldOfficer,
        organisation: "Partner A".into(),
        partner: Some(partner("A")),
        country: None,
    };
    let verifier =
        User { id: user(8), email: email("a.verifier@example.org"), role: Role::Verifier, ..officer.clone() };
    fixture
        .write(|tx| {
            tx.put_user(&officer)?;
            tx.put_user(&verifier)
        })
        .unwrap();
    officer.email = email("new@example.org");
    fixture.write(|tx| tx.put_user(&officer)).unwrap();
    let keys = fixture.keys.clone();
    let found = |text| fixture.read(|tx| tx.user_by_email(&email(text), &keys)).unwrap();
    assert_eq!(found("new@example.org"), Some(officer.clone()));
    assert_eq!(found("officer@example.org"), None);
    assert_eq!(fixture.read(|tx| tx.users(&keys)).unwrap(), [verifier.clone(), officer.clone()]);
    assert_eq!(fixture.read(|tx| tx.user(user(8), &keys)).unwrap(), Some(verifier));
    fixture.write(|tx| tx.erase_user(user(7))).unwrap();
    assert_eq!(fixture.read(|tx| tx.user(user(7), &keys)).unwrap(), None);
    assert!(matches!(fixture.write(|tx| tx.put_user(&officer)), Err(StoreError::Erased { .. })));
}

pub fn a_package_comes_back_by_version(fixture: &mut Fixture) {
    let package = |text: &str| Package {
        files: BTreeMap::from([
            ("programme.toml".to_owned(), text.as_bytes().to_vec()),
            ("media/picture.jpg".to_owned(), vec![0xff, 0xd8]),
        ]),
    };
    fixture.write(|tx| tx.put_package(1, &package("id = 1"))).unwrap();
    fixture.write(|tx| tx.put_package(2, &package("id = 2"))).unwrap();
    let read = |version| fixture.read(|tx| tx.package(version)).unwrap();
    assert_eq!(read(PackageVersion::Latest), Some((2, package("id = 2"))));
    assert_eq!(read(PackageVersion::Number(1)), Some((1, package("id = 1"))));
    assert_eq!(read(PackageVersion::Number(3)), None);
    assert!(
        fixture.write(|tx| tx.put_package(2, &package("id = 3"))).is_err(),
        "a version is never replaced"
    );
}
