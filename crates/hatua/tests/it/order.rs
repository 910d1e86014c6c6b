//! The order in which lists come changes nothing: a row that points to a row of another list waits for it. What does not
//! commute by its nature is a correction: it is sent after what it corrects, and the later sending holds.

use hatua_app::permit::{
    DecideUnits, ImportRecords, KeepLedger, ReadFigures, RunProgramme, VerifyRecords, WithdrawRecords,
};
use hatua_app::programme::NewUser;
use hatua_app::receive::{ImportMode, ImportReport, RowsOf, SentFile};
use hatua_app::verify::Selection;
use hatua_app::{Acts, AppError};
use hatua_core::access::Role;
use hatua_core::id::{DocumentId, RecordId, UserEmail};
use hatua_core::ledger::Verdict;
use hatua_core::programme::Package;
use hatua_core::record::RecordState;
use hatua_demo::{DatedAct, DemoAct, DemoFile, Demonstration, OwnUnit};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

use crate::binary::meals_files;
use crate::foretold::{Draws, LEAD, PARTNERS, VERIFIER, email, loaded, opened, records};
use crate::recipe::Recipe;
use crate::stories::fifteen::RELEASED;

/// A list as a kitchen sends it: the partner, the register, the rows.
type List = (&'static str, &'static str, String);

const TRUCKS: &str = "truck_id,day,seats\nT-1,2024-01-02,2\nT-2,2024-01-03,3\nT-3,2024-01-04,2\n";
const FIRST: &str = "delivery_id,day,district,state,meals,note,truck\n\
    D-1,2024-01-05,VR-N,Accepted,10,N-1,T-1\nD-2,2024-02-05,VR-N,Accepted,20,N-2,T-2\n";
/// One points to a truck that never comes, and one has a day that is none besides.
const SECOND: &str = "delivery_id,day,district,state,meals,note,truck\n\
    D-3,2024-03-05,VR-S,Accepted,30,N-3,T-3\nD-4,2024-04-05,VR-S,Refused,0,N-4,T-9\n\
    D-5,2024-13-05,VR-S,Accepted,50,N-5,T-1\nD-6,2024-04-06,VR-S,Refused,0,N-6,\n";
const PUPILS: &str = "delivery,card,name,day,district,sex,age_years,meals\n\
    D-1,C-1,Awa Sarr,2024-01-06,VR-N,Girl,9,1\nD-1,C-2,Ibou Diop,2024-01-06,VR-N,Boy,8,0\n\
    D-3,C-1,Awa Sarr,2024-03-06,VR-S,Girl,9,1\nD-3,C-3,Fatou Fall,2024-03-06,VR-S,Girl,12,2\n";
const CORRECTED: &str = "delivery,card,name,day,district,sex,age_years,meals\n\
    D-1,C-2,Ibou Diop,2024-01-06,VR-N,Boy,8,2\n";
/// Two point to deliveries that never become records, one to nothing that is right.
const OTHERS: &str = "delivery,card,name,day,district,sex,age_years,meals\n\
    D-2,C-4,Omar Ba,2024-02-06,VR-N,Boy,10,1\nD-4,C-5,Lala Sy,2024-04-06,VR-S,Girl,7,1\n\
    D-5,C-6,Demba Ka,2024-04-06,VR-S,Boy,7,1\nD-2,C-7,Bineta Ly,2024-02-06,VR-N,Girl,77,1\n\
    D-6,C-8,Modou Gaye,2024-04-07,VR-S,Boy,11,1\n";

/// The school meals with a third register: trucks, which deliveries point to.
fn with_trucks() -> Package {
    let mut package = meals_files();
    let delivery = package.files.get_mut("registers/delivery.toml").unwrap();
    delivery.extend_from_slice(b"\n[[column]]\nname = \"truck\"\ntype = \"record\"\nregister = \"truck\"\n");
    let truck = "name = \"truck\"\nunit = \"truck\"\nkey = [\"truck_id\"]\ndate = \"day\"\n\
        [[column]]\nname = \"truck_id\"\ntype = \"id\"\nrequired = true\n\
        [[column]]\nname = \"day\"\ntype = \"date\"\nrequired = true\n\
        [[column]]\nname = \"seats\"\ntype = \"integer\"\n";
    for locale in ["en", "fr"] {
        let texts = package.files.get_mut(&format!("text/{locale}.ftl")).unwrap();
        texts.extend_from_slice(b"\nregister-truck = trucks\n");
    }
    package.files.insert("registers/truck.toml".into(), truck.into());
    package
}

/// Every list of the two kitchens in the order that loses nothing even without waiting. Two of them come twice.
fn lists() -> Vec<List> {
    let of = |partner: &'static str| {
        let own = |text: &str| if partner == "NORTH" { text.to_owned() } else { text.replace("Sarr", "Sow") };
        [
            (partner, "truck", own(TRUCKS)),
            (partner, "delivery", own(FIRST)),
            (partner, "delivery", own(SECOND)),
            (partner, "pupil", own(PUPILS)),
            (partner, "pupil", own(CORRECTED)),
            (partner, "pupil", own(OTHERS)),
            (partner, "pupil", own(OTHERS)),
            (partner, "delivery", own(FIRST)),
        ]
    };
    PARTNERS.into_iter().flat_map(of).collect()
}

/// Puts each correction behind what it corrects.
fn corrections_last(order: &mut [usize], lists: &[List]) {
    for partner in PARTNERS {
        let place = |text: &str, order: &[usize]| {
            let is_meant =
                |at: &usize| lists[*at].0 == partner && lists[*at].2.replace("Sow", "Sarr") == text;
            order.iter().position(is_meant).unwrap()
        };
        let (first, correction) = (place(PUPILS, order), place(CORRECTED, order));
        if correction < first {
            order.swap(first, correction);
        }
    }
}

fn import(acts: &Acts, by: Option<&UserEmail>, list: (&str, &str, &str)) -> ImportReport {
    let (partner, register, rows) = list;
    let (partner, register) = (partner.parse().unwrap(), register.parse().unwrap());
    let sent = SentFile { register: &register, partner: &partner, name: "list.csv", bytes: rows.as_bytes() };
    acts.import(&acts.permit::<ImportRecords>(by).unwrap(), &sent, ImportMode::GoodRows).unwrap()
}

/// What there is of a record, but for what is drawn and where it came in.
fn told(records: &[RecordState]) -> Vec<String> {
    let mut told: Vec<String> = records
        .iter()
        .map(|RecordState { record, status, .. }| {
            format!("{} {} {:?} {status:?}", record.partner, record.register, record.values)
        })
        .collect();
    told.sort();
    told
}

fn verify_all(acts: &Acts, records: &[RecordState]) {
    let ids: Vec<RecordId> = records.iter().map(|state| state.record.record).collect();
    let permit = acts.permit::<VerifyRecords>(Some(&email(VERIFIER))).unwrap();
    acts.verify_records(&permit, &Selection::Records(ids)).unwrap();
}

/// The ledger is whole, and all that is derived from it is what it gives.
fn assert_rebuilt(acts: &Acts) {
    let keep = acts.permit::<KeepLedger>(None).unwrap();
    assert_eq!(acts.verify_ledger(&keep, None).unwrap().findings, []);
    assert_eq!(acts.compare_views(&keep).unwrap(), []);
}

fn decide_same(acts: &Acts, a: &OwnUnit, b: &OwnUnit) {
    let unit = |own: &OwnUnit| acts.unit_of_partner(&own.kind, &own.partner, &own.own_id).unwrap();
    let permit = acts.permit::<DecideUnits>(Some(&email(LEAD))).unwrap();
    acts.decide_units(&permit, (unit(a), unit(b)), Verdict::Same, "One child, two kitchens.").unwrap();
}

/// What is known after the lists came in this order, were verified, and one child of both kitchens was decided to be one.
fn after(order: &[usize], lists: &[List]) -> (Vec<String>, Vec<(String, u64)>, String) {
    let folder = tempfile::tempdir().unwrap();
    let acts = opened(&folder, &with_trucks());
    for at in order {
        let (partner, register, rows) = &lists[*at];
        import(&acts, None, (partner, register, rows));
    }
    let keep = acts.permit::<KeepLedger>(None).unwrap();
    let size = acts.verify_ledger(&keep, None).unwrap().size;
    for (partner, register, rows) in
        lists.iter().filter(|(_, _, rows)| !PUPILS_AND_CORRECTION.contains(&&*rows.replace("Sow", "Sarr")))
    {
        let again = import(&acts, None, (partner, register, rows));
        assert!(!again.written && again.taken_in.is_empty(), "{again:?}");
    }
    assert_eq!(acts.verify_ledger(&keep, None).unwrap().size, size, "what came before changes nothing");
    let imported = records(&acts);
    verify_all(&acts, &imported);
    let child = |partner: &str| OwnUnit {
        kind: "person".into(),
        partner: partner.parse().unwrap(),
        own_id: "C-1".into(),
    };
    decide_same(&acts, &child("NORTH"), &child("SOUTH"));
    assert_rebuilt(&acts);
    let preview = acts.preview(&acts.permit::<ReadFigures>(None).unwrap()).unwrap();
    let values = preview.iter().map(|figure| (figure.code.to_string(), figure.value)).collect();
    (told(&imported), values, format!("{preview:#?}"))
}

/// Sending what was corrected again takes the correction back, as a sending always does.
const PUPILS_AND_CORRECTION: [&str; 2] = [PUPILS, CORRECTED];

#[test]
fn lists_in_any_order_give_the_same_records_and_the_same_figures() {
    let lists = lists();
    let in_turn: Vec<usize> = (0..lists.len()).collect();
    let expected = after(&in_turn, &lists);
    assert_eq!(expected.0.len(), 2 * (3 + 4 + 6), "{:#?}", expected.0);
    assert_eq!(expected.1[..2], [("1.1".to_owned(), 7), ("1.2".to_owned(), 120)], "one child is one child");
    let reversed: Vec<usize> = in_turn.iter().copied().rev().collect();
    let orders = prop_oneof![1 => Just(reversed), 9 => Just(in_turn).prop_shuffle()];
    let mut runner = TestRunner::new(Config { cases: 12, ..Config::default() });
    let tried = runner.run(&orders, |mut order| {
        corrections_last(&mut order, &lists);
        prop_assert_eq!(after(&order, &lists), expected.clone());
        Ok(())
    });
    tried.unwrap();
}

/// Somebody who works for a kitchen.
fn officer(acts: &Acts, name: &str, partner: &str) -> UserEmail {
    let new = NewUser {
        email: email(name),
        name: name.to_owned(),
        role: Role::FieldOfficer,
        organisation: partner.to_owned(),
        partner: Some(partner.parse().unwrap()),
        country: None,
    };
    acts.add_user(&acts.permit::<RunProgramme>(None).unwrap(), &new).unwrap();
    new.email
}

fn rows_of(register: &str, rows: u64) -> Vec<RowsOf> {
    vec![RowsOf { register: register.parse().unwrap(), rows }]
}

#[test]
fn a_row_that_waited_stays_the_row_of_who_sent_it_and_no_other_partners_list_lets_it_in() {
    let folder = tempfile::tempdir().unwrap();
    let acts = opened(&folder, &with_trucks());
    let (anna, omar) =
        (officer(&acts, "anna@example.org", "NORTH"), officer(&acts, "omar@example.org", "NORTH"));
    let pupils = import(&acts, Some(&anna), ("NORTH", "pupil", PUPILS));
    assert_eq!((pupils.kept_aside, &pupils.waiting, &pupils.taken_in), (4, &rows_of("delivery", 4), &vec![]));
    let again = import(&acts, Some(&anna), ("NORTH", "pupil", PUPILS));
    assert!(!again.written && again.kept_aside == 4, "waiting twice is waiting once: {again:?}");

    let without_truck = FIRST.replace(",T-1", ",").replace(",T-2", ",");
    let other = import(&acts, None, ("SOUTH", "delivery", &without_truck));
    assert_eq!((other.imported, other.taken_in.len()), (2, 0), "another kitchen's list");
    let first = import(&acts, Some(&omar), ("NORTH", "delivery", FIRST));
    assert_eq!((&first.waiting, &first.taken_in), (&rows_of("truck", 2), &vec![]));
    let trucks = import(&acts, Some(&omar), ("NORTH", "truck", TRUCKS));
    let let_in = [rows_of("delivery", 2), rows_of("pupil", 2)].concat();
    assert_eq!(trucks.taken_in, let_in, "and what waited for these in turn");

    let north: Vec<RecordState> =
        records(&acts).into_iter().filter(|state| state.record.partner.as_str() == "NORTH").collect();
    let of = |email: &UserEmail| acts.user(email).unwrap().id;
    let author = |register: &str| {
        let of = north.iter().filter(|state| state.record.register.as_str() == register);
        let mut authors: Vec<_> = of.map(|state| state.author).collect();
        authors.dedup();
        authors
    };
    assert_eq!((author("pupil"), author("delivery")), (vec![of(&anna)], vec![of(&omar)]));
    assert_rebuilt(&acts);
}

#[test]
fn of_two_sendings_of_a_row_the_later_one_holds_whichever_waited_longer() {
    let folder = tempfile::tempdir().unwrap();
    let acts = opened(&folder, &meals_files());
    let head = "delivery_id,day,district,state,meals,note\n";
    let pupil = "delivery,card,day,district,meals\nD-1,C-1,2024-01-06,VR-N,1\n";
    import(&acts, None, ("NORTH", "pupil", pupil));
    import(&acts, None, ("NORTH", "pupil", &pupil.replace("VR-N,1", "VR-N,5")));
    let delivered = |at: u32| format!("{head}D-{at},2024-01-05,VR-N,Accepted,10,N-{at}\n");
    let taken_in = import(&acts, None, ("NORTH", "delivery", &delivered(1))).taken_in;
    assert_eq!(taken_in, rows_of("pupil", 2));
    let meals = |acts: &Acts| {
        let pupils = records(acts).into_iter().filter(|state| state.record.register.as_str() == "pupil");
        pupils
            .map(|state| format!("{:?}", state.record.values[&"meals".parse().unwrap()]))
            .collect::<Vec<_>>()
    };
    assert_eq!(meals(&acts), ["Integer(5)"]);

    // A delivery of another day: the row of a key that both sendings have points elsewhere in each of them.
    let by_truck = |truck: u32, seats: u32| {
        format!("delivery_id,day,state,meals,note,truck\nD-9,2024-01-05,Accepted,{seats},N-9,T-{truck}\n")
    };
    let folder = tempfile::tempdir().unwrap();
    let acts = opened(&folder, &with_trucks());
    import(&acts, None, ("NORTH", "delivery", &by_truck(1, 10)));
    import(&acts, None, ("NORTH", "delivery", &by_truck(2, 20)));
    for truck in [2, 1] {
        let list = format!("truck_id,day\nT-{truck},2024-01-02\n");
        assert_eq!(import(&acts, None, ("NORTH", "truck", &list)).taken_in, rows_of("delivery", 1));
        let preview = acts.preview(&acts.permit::<ReadFigures>(None).unwrap()).unwrap();
        assert_eq!(preview.len(), 3);
        let deliveries: Vec<RecordState> =
            records(&acts).into_iter().filter(|state| state.record.register.as_str() == "delivery").collect();
        assert_eq!(deliveries.len(), 1);
        assert!(told(&deliveries)[0].contains("Integer(20)"), "{:?}", told(&deliveries));
    }
    assert_rebuilt(&acts);
}

/// Does what the users of the demonstration do with records, but for their imports.
fn play(acts: &Acts, life: &Demonstration, dated: &DatedAct) -> Result<(), AppError> {
    let by = Some(&dated.actor);
    let all_of = |document: &DocumentId| Selection::Document { document: document.clone(), except: vec![] };
    match &dated.act {
        DemoAct::VerifyFile { name } => {
            let document = acts.document_of_file(&sent(life.imported(name).unwrap()))?;
            acts.verify_records(&acts.permit::<VerifyRecords>(by)?, &all_of(&document)).map(drop)
        }
        DemoAct::VerifyDocument { document } => {
            acts.verify_records(&acts.permit::<VerifyRecords>(by)?, &all_of(document)).map(drop)
        }
        DemoAct::ReturnDocument { document, reason } => acts
            .return_records(&acts.permit::<VerifyRecords>(by)?, &all_of(document), (reason, None))
            .map(drop),
        DemoAct::WithdrawDocument { document, reason } => {
            acts.withdraw_records(&acts.permit::<WithdrawRecords>(by)?, &all_of(document), reason).map(drop)
        }
        DemoAct::Decide { a, b, verdict, reason } => {
            let unit = |own: &OwnUnit| acts.unit_of_partner(&own.kind, &own.partner, &own.own_id);
            let permit = acts.permit::<DecideUnits>(by)?;
            acts.decide_units(&permit, (unit(a)?, unit(b)?), *verdict, reason).map(drop)
        }
        DemoAct::Import(_) | DemoAct::Report { .. } | DemoAct::Document(_) | DemoAct::Release { .. } => {
            Ok(())
        }
    }
}

fn sent(file: &DemoFile) -> SentFile<'_> {
    SentFile { register: &file.register, partner: &file.partner, name: &file.name, bytes: &file.bytes }
}

/// The files of the demonstration, each with its sender, shuffled.
fn shuffled<'l>(life: &'l [DatedAct], draws: &mut Draws) -> Vec<(&'l UserEmail, &'l DemoFile)> {
    let imported = |dated: &'l DatedAct| match &dated.act {
        DemoAct::Import(file) => Some((&dated.actor, file)),
        _ => None,
    };
    let mut files: Vec<_> = life.iter().filter_map(imported).collect();
    for last in (1..files.len()).rev() {
        files.swap(last, draws.below(last + 1));
    }
    files
}

#[test]
fn the_packages_of_a_year_of_the_demonstration_in_any_order_give_its_fifteen_figures() {
    let (recipe, folder) = (Recipe::read(), tempfile::tempdir().unwrap());
    let life = &recipe.life;
    let is_second = |dated: &DatedAct| matches!(dated.act, DemoAct::Release { number: 2, .. });
    let until = life.acts.iter().position(is_second).unwrap();
    let year = &life.acts[..until];
    let acts = loaded(&folder, &recipe.package(), life.acts[until].at);
    for user in &life.users {
        let new = NewUser {
            email: user.email.clone(),
            name: user.name.clone(),
            role: user.role,
            organisation: user.organisation.clone(),
            partner: user.partner.clone(),
            country: user.country.clone(),
        };
        acts.add_user(&acts.permit::<RunProgramme>(None).unwrap(), &new).unwrap();
    }
    let (mut waited, mut taken_in) = (0, 0);
    for (by, file) in shuffled(year, &mut Draws(2018)) {
        let permit = acts.permit::<ImportRecords>(Some(by)).unwrap();
        let report = acts.import(&permit, &sent(file), ImportMode::GoodRows).unwrap();
        waited += report.waiting.iter().map(|waiting| waiting.rows).sum::<u64>();
        taken_in += report.taken_in.iter().map(|taken_in| taken_in.rows).sum::<u64>();
    }
    assert!(waited > 100 && waited == taken_in, "{waited} rows waited, {taken_in} were taken in");
    for dated in year {
        play(&acts, life, dated).unwrap();
    }
    let preview = acts.preview(&acts.permit::<ReadFigures>(None).unwrap()).unwrap();
    for (code, [_, second, ..]) in RELEASED {
        let figure = preview.iter().find(|figure| figure.code.as_str() == code).unwrap();
        assert_eq!(figure.value, second, "{code}");
    }
    assert_rebuilt(&acts);
}
