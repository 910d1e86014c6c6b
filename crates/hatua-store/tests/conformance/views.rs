//! The views: found by filter and scope, and equal to what the ledger says.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use hatua_core::access::Scope;
use hatua_core::id::{DecisionId, DocumentId, ProgrammeId, RegisterName, UnitId};
use hatua_core::ledger::{Act, Verdict};
use hatua_core::record::facts::Facts;
use hatua_core::record::{FieldRecord, RecordState, Status, Values};
use hatua_core::release::{Release, ReleaseId};
use hatua_store::StoreError;
use hatua_store::records::RecordFilter;
use jiff::civil::date;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use uuid::Uuid;

use crate::fixture::{Fixture, at, partner, record, record_of, user, withdrawn};

/// One record in each of some partners and countries.
fn spread(fixture: &mut Fixture) {
    fixture.import(&[
        record_of(1, "A", Some("KE")),
        record_of(2, "A", Some("UG")),
        record_of(3, "B", Some("KE")),
        record_of(4, "B", None),
    ]);
}

fn list(fixture: &Fixture, scope: &Scope, filter: &RecordFilter) -> Vec<u128> {
    let mut found = Vec::new();
    fixture
        .read(|tx| {
            tx.records(scope, filter, &mut |state| {
                found.push(state.record.record.0.as_u128());
                Ok(())
            })
        })
        .unwrap();
    found
}

fn act(fixture: &mut Fixture, by: u128, act: Act) {
    fixture.write(|tx| tx.append(at(20), user(by), act)).unwrap();
}

fn state(fixture: &Fixture, number: u128) -> RecordState {
    fixture.read(|tx| tx.record(record(number).record, &fixture.whole())).unwrap().unwrap()
}

pub fn a_record_has_the_state_that_the_ledger_says(fixture: &mut Fixture) {
    fixture.import(&[record(1)]);
    let id = record(1).record;
    let imported = state(fixture, 1);
    assert_eq!((imported.status, imported.author, imported.at), (Status::Pending, user(1), at(7)));
    assert_eq!((imported.verified_by, imported.reason, imported.record), (None, None, record(1)));

    act(
        fixture,
        2,
        Act::RecordReturned { record: id, reason: "no signature".into(), due: Some(date(2018, 7, 20)) },
    );
    assert_eq!(
        (state(fixture, 1).status, state(fixture, 1).reason.as_deref()),
        (Status::Returned, Some("no signature"))
    );

    let changed = FieldRecord { values: Values::new(), ..record(1) };
    act(fixture, 3, Act::RecordChanged(changed.clone()));
    let now = state(fixture, 1);
    assert_eq!((now.status, now.author, now.record), (Status::Pending, user(3), changed));

    act(fixture, 2, Act::RecordVerified { record: id });
    assert_eq!((state(fixture, 1).status, state(fixture, 1).verified_by), (Status::Verified, Some(user(2))));

    act(fixture, 2, withdrawn(1, "consent taken back"));
    let last = state(fixture, 1);
    assert_eq!((last.status, last.reason.as_deref()), (Status::Withdrawn, Some("consent taken back")));
    assert_eq!(last.verified_by, Some(user(2)));
}

pub fn records_are_listed_by_filter_and_scope(fixture: &mut Fixture) {
    spread(fixture);
    act(fixture, 2, Act::RecordVerified { record: record(3).record });
    let all = fixture.whole();
    let any = RecordFilter::default();
    assert_eq!(list(fixture, &all, &any), [1, 2, 3, 4]);
    let verified = RecordFilter { status: Some(Status::Verified), ..any.clone() };
    assert_eq!(list(fixture, &all, &verified), [3]);
    let of_a = RecordFilter { partner: Some(partner("A")), ..any.clone() };
    assert_eq!(list(fixture, &all, &of_a), [1, 2]);
    let elsewhere = RecordFilter { register: Some(RegisterName::new("sites").unwrap()), ..any.clone() };
    assert_eq!(list(fixture, &all, &elsewhere), []);
    let document = RecordFilter { document: Some(DocumentId::new("list 7").unwrap()), ..of_a };
    assert_eq!(list(fixture, &all, &document), [1, 2]);

    let kenya = Scope { countries: Some(BTreeSet::from(["KE".to_owned()])), ..all.clone() };
    assert_eq!(list(fixture, &kenya, &any), [1, 3], "a record without a country lies in no country's scope");
    let of_b = Scope { partners: Some(BTreeSet::from([partner("B")])), ..kenya };
    assert_eq!(list(fixture, &of_b, &any), [3]);
    assert_eq!(fixture.read(|tx| tx.record(record(1).record, &of_b)).unwrap(), None, "outside is not found");
}

pub fn records_are_counted_by_state_and_listed_from_the_newest_within_the_scope(fixture: &mut Fixture) {
    spread(fixture);
    act(fixture, 2, Act::RecordVerified { record: record(3).record });
    let all = fixture.whole();
    let newest = RecordFilter { newest_first: true, ..RecordFilter::default() };
    assert_eq!(list(fixture, &all, &newest), [4, 3, 2, 1]);
    let next = RecordFilter { after: Some(record(3).record), ..newest.clone() };
    assert_eq!(list(fixture, &all, &next), [2, 1]);
    let in_uganda = RecordFilter { country: Some("UG".into()), ..newest.clone() };
    assert_eq!(list(fixture, &all, &in_uganda), [2]);
    let counted = |scope: &Scope, filter: &RecordFilter| {
        fixture.read(|tx| tx.count_records(scope, filter)).unwrap().into_iter().collect::<Vec<_>>()
    };
    assert_eq!(counted(&all, &newest), [(Status::Pending, 3), (Status::Verified, 1)]);
    let kenya = Scope { countries: Some(BTreeSet::from(["KE".to_owned()])), ..all.clone() };
    assert_eq!(counted(&kenya, &newest), [(Status::Pending, 1), (Status::Verified, 1)]);
    assert_eq!(counted(&kenya, &in_uganda), []);
}

pub fn what_waits_is_found_by_document_and_a_record_has_the_version_of_its_last_entry(fixture: &mut Fixture) {
    spread(fixture);
    let waiting = |fixture: &Fixture, scope: &Scope| {
        let found = fixture.read(|tx| tx.waiting_documents(scope)).unwrap();
        let told = found.into_iter().map(|waiting| (waiting.partner, waiting.rows.values().sum::<u64>()));
        told.collect::<Vec<_>>()
    };
    let all = fixture.whole();
    assert_eq!(waiting(fixture, &all), [(partner("A"), 2), (partner("B"), 2)]);
    let kenya = Scope { countries: Some(BTreeSet::from(["KE".to_owned()])), ..all.clone() };
    assert_eq!(waiting(fixture, &kenya), [(partner("A"), 1), (partner("B"), 1)]);
    let version = |fixture: &Fixture| fixture.read(|tx| tx.record_version(record(3).record)).unwrap();
    let before = version(fixture).unwrap();
    act(fixture, 2, Act::RecordVerified { record: record(3).record });
    act(fixture, 2, Act::RecordVerified { record: record(4).record });
    assert_eq!(waiting(fixture, &all), [(partner("A"), 2)]);
    let after = version(fixture).unwrap();
    assert!(after > before);
    let entries = |scope: &Scope| fixture.read(|tx| tx.record_entries(record(3).record, scope)).unwrap();
    let sequences: Vec<u64> = entries(&all).iter().map(|entry| entry.sequence).collect();
    assert_eq!(sequences, [before, after]);
    let of_a = Scope { partners: Some(BTreeSet::from([partner("A")])), ..all.clone() };
    assert_eq!(entries(&of_a), [], "outside is not found");
    assert_eq!(fixture.read(|tx| tx.record_version(record(9).record)).unwrap(), None);
}

pub fn a_list_of_many_pages_is_whole_and_in_order(fixture: &mut Fixture) {
    let numbers: Vec<u128> = (1..=1_201).collect();
    fixture.import(&numbers.iter().map(|number| record(*number)).collect::<Vec<_>>());
    assert_eq!(list(fixture, &fixture.whole(), &RecordFilter::default()), numbers);
    assert_eq!(fixture.entries().len(), 1_201);
    let page = |after, limit| {
        let filter =
            RecordFilter { after: Some(record(after).record), limit: Some(limit), ..RecordFilter::default() };
        list(fixture, &fixture.whole(), &filter)
    };
    assert_eq!(page(40, 3), [41, 42, 43]);
    assert_eq!(page(300, 700), numbers[300..1_000]);
    assert_eq!(page(1_199, 50), [1_200, 1_201]);
    assert_eq!(page(9_999, 50), [], "there is no such record to begin after");
    let mut seen = 0;
    let stopped = fixture.read(|tx| {
        tx.each_entry(5, 1_100, &mut |entry| {
            seen = entry.sequence;
            if seen == 1_050 { Err(StoreError::ReadOnly) } else { Ok(()) }
        })
    });
    assert!(stopped.is_err());
    assert_eq!(seen, 1_050, "reading stops where the reader says so");
}

pub fn a_scope_of_another_programme_sees_nothing(fixture: &mut Fixture) {
    spread(fixture);
    let other = Scope::whole(ProgrammeId::new("schools").unwrap());
    assert_eq!(list(fixture, &other, &RecordFilter::default()), []);
    assert_eq!(fixture.read(|tx| tx.record(record(1).record, &other)).unwrap(), None);
}

fn decided(number: u128) -> Act {
    Act::UnitsDecided {
        decision: DecisionId(Uuid::from_u128(number)),
        a: UnitId(Uuid::from_u128(1)),
        b: UnitId(Uuid::from_u128(2)),
        verdict: Verdict::Same,
        reason: "same phone, same village".into(),
    }
}

fn undone(number: u128) -> Act {
    Act::DecisionUndone { decision: DecisionId(Uuid::from_u128(number)), reason: "two sisters".into() }
}

pub fn a_decision_is_undone_once(fixture: &mut Fixture) {
    act(fixture, 1, decided(1));
    act(fixture, 3, undone(1));
    let twice = fixture.write(|tx| tx.append(at(1), user(1), undone(1)));
    assert!(matches!(twice, Err(StoreError::NamesNothing { .. })));
}

pub fn release(fixture: &Fixture, number: u32, revision: u32) -> Release {
    Release {
        programme: fixture.programme.clone(),
        id: ReleaseId { number, revision },
        demonstration: true,
        data_from: date(2018, 1, 1),
        data_to: date(2018, 3, 31),
        issued_on: date(2018, 5, 2),
        ledger_size: 4,
        programme_version: 1,
        figures: vec![],
        reports: vec![],
        signatures: vec![],
    }
}

pub fn releases_come_back_in_order_and_never_change(fixture: &mut Fixture) {
    let (second, first) = (release(fixture, 1, 2), release(fixture, 1, 1));
    act(fixture, 4, Act::ReleaseIssued(Box::new(first.clone())));
    act(fixture, 4, Act::ReleaseIssued(Box::new(second.clone())));
    assert_eq!(fixture.read(|tx| tx.releases()).unwrap(), [first, second.clone()]);
    let again = fixture.write(|tx| tx.append(at(1), user(1), Act::ReleaseIssued(Box::new(second))));
    assert!(matches!(again, Err(StoreError::AlreadyThere { .. })), "an issued release never changes");
}

pub fn an_act_on_nothing_is_refused(fixture: &mut Fixture) {
    let acts = [
        withdrawn(9, "?"),
        Act::RecordVerified { record: record(9).record },
        Act::RecordChanged(record(9)),
        undone(9),
    ];
    for act in acts {
        let outcome = fixture.write(|tx| tx.append(at(1), user(1), act));
        assert!(matches!(outcome, Err(StoreError::NamesNothing { .. })), "{outcome:?}");
    }
    fixture.import(&[record(1)]);
    let again = fixture.write(|tx| tx.append(at(1), user(1), Act::RecordImported(record(1))));
    assert!(matches!(again, Err(StoreError::AlreadyThere { .. })));
    assert_eq!(fixture.entries().len(), 1);
}

pub fn views_made_again_are_the_same(fixture: &mut Fixture) {
    spread(fixture);
    act(fixture, 2, Act::RecordVerified { record: record(1).record });
    act(fixture, 2, withdrawn(2, "twice"));
    act(fixture, 2, Act::RecordChanged(record_of(3, "B", Some("UG"))));
    act(fixture, 1, decided(1));
    act(fixture, 1, undone(1));
    let states = |fixture: &Fixture| -> BTreeMap<u128, RecordState> {
        (1..=4).map(|number| (number, state(fixture, number))).collect()
    };
    let before = states(fixture);
    assert_eq!(fixture.read(|tx| tx.compare_views()).unwrap(), []);
    fixture.write(|tx| tx.rebuild_views()).unwrap();
    assert_eq!(fixture.read(|tx| tx.compare_views()).unwrap(), []);
    assert_eq!(states(fixture), before);
}

/// Any acts, in any order, some of which are refused: the views say what the fold of the ledger says.
pub fn views_say_what_the_fold_of_the_ledger_says(fixture: &mut Fixture) {
    let number = || 1_u128..5;
    let any_act = prop_oneof![
        number().prop_map(|number| Act::RecordImported(record(number))),
        number().prop_map(|number| Act::RecordChanged(record_of(number, "B", Some("UG")))),
        number().prop_map(|number| Act::RecordVerified { record: record(number).record }),
        number().prop_map(|number| Act::RecordReturned {
            record: record(number).record,
            reason: "no list".into(),
            due: (number > 2).then(|| date(2018, 7, 1)),
        }),
        number().prop_map(|number| withdrawn(number, "twice")),
        number().prop_map(decided),
        number().prop_map(undone),
    ];
    let fixture = RefCell::new(fixture);
    let mut runner = TestRunner::new(Config { cases: 12, ..Config::default() });
    runner
        .run(&proptest::collection::vec((any_act, 1_u128..4), 1..12), |acts| {
            let mut fixture = fixture.borrow_mut();
            for (any_act, by) in acts {
                let outcome = fixture.write(|tx| tx.append(at(20), user(by), any_act));
                let is_refusal =
                    matches!(outcome, Err(StoreError::NamesNothing { .. } | StoreError::AlreadyThere { .. }));
                prop_assert!(outcome.is_ok() || is_refusal, "{outcome:?}");
            }
            let mut facts = Facts::default();
            for entry in fixture.entries() {
                facts.apply(entry).unwrap();
            }
            let states: Vec<RecordState> = (1..5)
                .filter_map(|number| {
                    fixture.read(|tx| tx.record(record(number).record, &fixture.whole())).unwrap()
                })
                .collect();
            prop_assert_eq!(&states, &facts.records.values().cloned().collect::<Vec<_>>());
            Ok(())
        })
        .unwrap();
}
