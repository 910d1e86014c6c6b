//! The acts: who did what when, in an order that could have happened.

use std::collections::{BTreeMap, BTreeSet};

use hatua_core::access::Role;
use hatua_core::period::Quarter;
use hatua_demo::{DatedAct, DemoAct, DemoUser};
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;

use crate::counter::{Attendance, rows, world};

fn acts() -> &'static [DatedAct] {
    &world().demonstration.acts
}

fn user(act: &DatedAct) -> &'static DemoUser {
    world()
        .demonstration
        .users
        .iter()
        .find(|user| user.email == act.actor)
        .expect("everybody who acts is a user")
}

/// The last day on which what happened on a day is verified for its release.
fn closes(day: Date) -> Date {
    match day {
        day if day <= date(2016, 12, 31) => date(2017, 1, 30),
        day if day <= date(2017, 6, 30) => date(2017, 7, 30),
        day if day <= date(2017, 12, 31) => date(2018, 1, 30),
        _ => date(2018, 7, 13),
    }
}

fn day(act: &DatedAct) -> Date {
    TimeZone::UTC.to_datetime(act.at).date()
}

#[test]
fn acts_stand_in_the_order_of_time_and_end_with_the_last_revision() {
    assert!(acts().windows(2).all(|pair| pair[0].at < pair[1].at));
    let last = acts().last().unwrap();
    assert_eq!(world().demonstration.ends_at, last.at);
    assert_eq!(day(last), date(2018, 7, 27));
    let released: Vec<(u32, u32, Date)> = acts()
        .iter()
        .filter_map(|act| match act.act {
            DemoAct::Release { number, revision, .. } => Some((number, revision, day(act))),
            _ => None,
        })
        .collect();
    let expected = [
        (1, 1, date(2017, 1, 31)),
        (2, 1, date(2017, 7, 31)),
        (3, 1, date(2018, 1, 31)),
        (4, 1, date(2018, 7, 16)),
        (4, 2, date(2018, 7, 27)),
    ];
    assert_eq!(released, expected);
}

#[test]
fn of_56_expected_reports_42_came_in_time_8_late_5_were_nil_and_one_never_came() {
    let (mut in_time, mut late, mut nil) = (0, 0, 0);
    let mut seen = BTreeSet::new();
    for act in acts() {
        if let DemoAct::Report { partner, quarter, nil: is_nil, received_on } = &act.act {
            assert!(seen.insert((partner.to_string(), quarter.to_string())));
            assert_eq!(day(act), *received_on);
            assert_eq!(user(act).partner.as_ref(), Some(partner));
            let days = (*received_on - quarter.last_day()).get_days();
            match (is_nil, days) {
                (true, ..=10) => nil += 1,
                (false, ..=10) => in_time += 1,
                (_, _) => late += 1,
            }
        }
    }
    assert_eq!((in_time, late, nil, 56 - seen.len()), (42, 8, 5, 1));
    assert!(!seen.contains(&("G".to_owned(), "2018-Q2".to_owned())));
}

#[test]
fn a_package_is_imported_by_its_partner_on_the_day_of_its_report_with_trainings_first() {
    let mut trainings = BTreeSet::new();
    let mut imports = BTreeMap::new();
    for act in acts() {
        match &act.act {
            DemoAct::Import(file) => {
                assert_eq!(user(act).partner.as_ref(), Some(&file.partner));
                assert_eq!(user(act).role, Role::PartnerMe);
                for row in rows(file) {
                    let quarter = Quarter::of(row["date"].parse().unwrap());
                    imports.insert((file.partner.clone(), quarter), act.at);
                    if let Some(id) = row.get("training_id") {
                        assert!(trainings.insert(id.clone()));
                    } else if let Some(training) = row.get("training") {
                        assert!(trainings.contains(training));
                    }
                }
            }
            DemoAct::Report { partner, quarter, .. } => {
                if let Some(at) = imports.remove(&(partner.clone(), *quarter)) {
                    assert!(act.at.duration_since(at).as_mins() <= 20);
                }
            }
            _ => {}
        }
    }
    assert!(imports.is_empty(), "every import is followed by its report");
}

#[test]
fn a_list_is_checked_by_somebody_else_after_it_came_and_before_the_release_that_counts_it() {
    let mut received = BTreeMap::new();
    let (mut checks, mut ruled) = (0, BTreeSet::new());
    for act in acts() {
        match &act.act {
            DemoAct::Import(file) => {
                for row in rows(file) {
                    let document = row.get("document").unwrap_or(&file.name);
                    received.insert(document.clone(), (act, row["date"].parse::<Date>().unwrap()));
                }
            }
            DemoAct::VerifyDocument { .. } | DemoAct::VerifyFile { .. } => {
                let document = match &act.act {
                    DemoAct::VerifyDocument { document } => document.as_str(),
                    DemoAct::VerifyFile { name } => name.as_str(),
                    _ => unreachable!(),
                };
                let (import, held_on) = received[document];
                assert!(day(act) > day(import) && day(act) <= closes(held_on), "{document}");
                assert_eq!(
                    (user(act).role, act.actor.as_str()),
                    (Role::Verifier, "verifier.one@example.org")
                );
                checks += 1;
            }
            DemoAct::ReturnDocument { document, reason } => {
                let (import, held_on) = received[document.as_str()];
                assert!(day(act) > day(import) && day(act) <= closes(held_on), "{document}");
                assert_eq!(user(act).role, Role::Verifier);
                assert!(!reason.is_empty());
                ruled.insert(document.to_string());
            }
            DemoAct::WithdrawDocument { document, reason } => {
                let (import, held_on) = received[document.as_str()];
                assert!(day(act) > day(import) && day(act) <= closes(held_on), "{document}");
                assert_eq!(user(act).partner, user(import).partner);
                assert!(!reason.is_empty());
                ruled.insert(document.to_string());
            }
            _ => {}
        }
    }
    assert!(ruled.contains("LIST-TR-078-A") && ruled.contains("LIST-TR-077-C"));
    assert!(checks > 400, "{checks} lists and files");
}

#[test]
fn the_lead_decides_73_pairs_of_people_between_two_releases_and_all_others_before_the_release_that_counts_them()
 {
    let (mut decided, mut prompt) = (0, 0);
    for act in acts() {
        if let DemoAct::Decide { a, b, reason, .. } = &act.act {
            assert_eq!(user(act).role, Role::ConsortiumLead);
            assert!(!reason.is_empty() && !reason.contains(&a.own_id));
            assert_eq!(a.kind, b.kind);
            let known = |own: &hatua_demo::OwnUnit| (own.partner.to_string(), own.own_id.clone());
            let is_planned = |one: &&crate::counter::Decided| one.a == known(a) && one.b == known(b);
            if world().decisions.iter().any(|one| is_planned(&one)) {
                assert!((date(2018, 7, 17)..=date(2018, 7, 25)).contains(&day(act)));
                decided += 1;
            } else {
                let row = world().others.iter().filter(|one| one.unit() == known(b)).map(Attendance::date);
                assert!(day(act) <= closes(row.min().unwrap()), "{b:?}");
                prompt += 1;
            }
        }
    }
    assert_eq!(decided, 73);
    assert!(prompt > 50, "{prompt} pairs of other figures");
}

#[test]
fn a_release_is_signed_by_the_lead_and_then_by_a_verifier_who_checked_nothing() {
    let checkers: BTreeSet<_> = acts()
        .iter()
        .filter(|act| matches!(act.act, DemoAct::VerifyDocument { .. } | DemoAct::Import(_)))
        .map(|act| act.actor.as_str())
        .collect();
    for act in acts() {
        if let DemoAct::Release { number, revision, sign, reason, .. } = &act.act {
            let signers: Vec<&str> = sign.iter().map(|(by, _)| by.as_str()).collect();
            assert_eq!(signers, ["lead@example.org", "verifier.two@example.org"]);
            assert!(signers.iter().all(|signer| !checkers.contains(signer)));
            assert!(sign[0].1 < sign[1].1 && sign[1].1 == act.at);
            let first = sign[0].1;
            let between = acts().iter().filter(|other| other.at >= first && other.at < act.at).count();
            assert_eq!(between, 0, "nothing happens between the signatures of R{number}.{revision}");
            assert_eq!(reason.is_some(), *revision > 1);
        }
    }
}

#[test]
fn accounts_are_invented_and_nobody_is_of_a_real_organisation() {
    for user in &world().demonstration.users {
        assert!(user.email.as_str().ends_with("@example.org"));
        assert!(user.organisation.ends_with("(demo)"), "{}", user.organisation);
    }
    let roles: BTreeSet<Role> = world().demonstration.users.iter().map(|user| user.role).collect();
    assert_eq!(roles.len(), 9, "one account for each role at least");
}
