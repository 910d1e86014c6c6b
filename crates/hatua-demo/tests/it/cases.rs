//! People by cells: cases, returns and what came after, livelihoods; and what was counted without anybody's identity.
//! Counted from the files.

use std::collections::{BTreeMap, BTreeSet};

use hatua_core::period::Quarter;

use crate::counter::{Attendance, Unit, world};

const RELEASES: [&str; 4] = ["R1.1", "R2.1", "R3.1", "R4.1"];

fn rows_of(register: &str) -> Vec<&'static Attendance> {
    world().others.iter().filter(|one| one.register.as_str() == register).collect()
}

fn verified(register: &str) -> Vec<&'static Attendance> {
    rows_of(register).into_iter().filter(|one| one.is_verified()).collect()
}

/// Each unit's first row.
fn firsts(register: &'static str, release: &str) -> Vec<&'static Attendance> {
    let units = world().units(world().issued(release), |one| one.register.as_str() == register);
    let first =
        |rows: Vec<&'static Attendance>| rows.into_iter().min_by_key(|one| (one.date(), one.partner.clone()));
    units.into_values().filter_map(first).collect()
}

fn cells<'a>(rows: impl IntoIterator<Item = &'a Attendance>, column: &str) -> BTreeMap<String, usize> {
    let mut cells = BTreeMap::new();
    for row in rows {
        *cells.entry(row.code(column)).or_default() += 1;
    }
    cells
}

fn expected(cells: &[(&str, usize)]) -> BTreeMap<String, usize> {
    cells.iter().map(|(code, units)| ((*code).to_owned(), *units)).collect()
}

fn sum(rows: &[&Attendance], column: &str) -> u64 {
    rows.iter().map(|row| row.get(column).parse::<u64>().unwrap_or_default()).sum()
}

#[test]
fn seven_thousand_one_hundred_rows_are_six_thousand_five_hundred_people() {
    let rows = verified("protection_service");
    assert_eq!((rows_of("protection_service").len(), rows.len()), (7_210, 7_100));
    let own: BTreeSet<Unit> = rows.iter().map(|row| row.unit()).collect();
    assert_eq!(own.len(), 6_712, "each partner's own cases, added up");
    let found = RELEASES.map(|release| firsts("protection_service", release).len());
    assert_eq!(found, [430, 1_710, 3_930, 6_500]);
    let people = firsts("protection_service", "R4.2");
    assert_eq!(cells(people.clone(), "sex"), expected(&[("F", 2_145), ("M", 4_235), ("unknown", 120)]));
    let ages = [("0-17", 1_930), ("18-24", 2_470), ("25+", 1_960), ("unknown", 140)];
    assert_eq!(cells(people.clone(), "age_group"), expected(&ages));
    let kinds = [
        ("trafficking_victim", 412),
        ("unaccompanied_child", 987),
        ("vulnerable_migrant", 4_851),
        ("refugee_asylum", 250),
    ];
    assert_eq!(cells(people.clone(), "kind"), expected(&kinds));
    let children = people.iter().filter(|one| one.get("kind") == "unaccompanied_child");
    assert!(children.clone().all(|one| one.get("age_group") == "0-17"), "a child is under 18");
    let of_2017 =
        children.filter(|one| one.get("country") == "ET" && one.date().year() == 2017 && one.partner == "A");
    assert!(of_2017.count() >= 645);
}

#[test]
fn no_public_cell_of_cases_changes_by_fewer_than_eleven_between_two_releases() {
    for column in ["sex", "age_group", "kind", "quarter"] {
        let releases = RELEASES.map(|release| cells(firsts("protection_service", release), column));
        for (place, later) in releases.iter().enumerate() {
            assert!(later.values().all(|people| *people >= 11), "{column}: {later:?}");
            for earlier in &releases[..place] {
                for (code, people) in later {
                    let change = people.abs_diff(earlier.get(code).copied().unwrap_or_default());
                    assert!(change == 0 || change >= 11, "{column}, {code}: a change of {change}");
                }
            }
        }
    }
}

#[test]
fn services_and_referrals_add_up_and_a_referral_has_its_consent() {
    let rows = verified("protection_service");
    let services = [
        "shelter",
        "food_items",
        "medical",
        "psychosocial",
        "legal",
        "family_tracing",
        "counselling",
        "transport",
    ];
    let found = services.map(|service| sum(&rows, service));
    assert_eq!(found, [2_310, 5_120, 2_874, 1_640, 388, 702, 2_511, 367]);
    assert_eq!(found.iter().sum::<u64>(), 15_912);
    let without = rows.iter().filter(|row| services.iter().all(|service| row.get(service).is_empty()));
    assert_eq!(without.count(), 0, "a line of the log says what was given");
    let referrals = cells(rows, "referral");
    assert_eq!([referrals["accepted"], referrals["declined"], referrals["no_answer"]], [902, 71, 153]);
    for row in rows_of("protection_service") {
        assert_eq!(row.get("referral").is_empty(), row.get("referral_consent").is_empty(), "{row:?}");
    }
}

#[test]
fn twenty_one_head_counts_tell_of_840_people() {
    let rows = verified("group_head_count");
    assert_eq!((rows.len(), sum(&rows, "persons")), (21, 840));
    let mut by_quarter: BTreeMap<String, u64> = BTreeMap::new();
    for row in &rows {
        *by_quarter.entry(Quarter::of(row.date()).to_string()).or_default() +=
            row.get("persons").parse::<u64>().unwrap();
    }
    let quarters = [("2017-Q3", 160), ("2017-Q4", 230), ("2018-Q1", 230), ("2018-Q2", 220)];
    assert_eq!(
        by_quarter,
        quarters.iter().map(|(quarter, people)| ((*quarter).to_owned(), *people)).collect()
    );
}

#[test]
fn returns_are_cases_of_279_people_who_consented_before_they_left() {
    let rows = verified("return_case");
    assert_eq!((rows_of("return_case").len(), rows.len()), (293, 282));
    let people: BTreeSet<Unit> = rows.iter().map(|row| row.unit()).collect();
    assert_eq!(people.len(), 279, "three came back twice");
    assert_eq!(cells(rows.clone(), "sex"), expected(&[("F", 61), ("M", 214), ("unknown", 7)]));
    let ages = [("0-17", 48), ("18-24", 139), ("25+", 92), ("unknown", 3)];
    assert_eq!(cells(rows.clone(), "age_group"), expected(&ages));
    let to = [("ET", 206), ("SO", 38), ("UG", 16), ("SS", 9), ("KE", 8), ("SD", 5)];
    assert_eq!(cells(rows.clone(), "destination"), expected(&to));
    for row in rows {
        assert!(row.get("consent_date").parse::<jiff::civil::Date>().unwrap() < row.date());
        assert_ne!(row.get("country"), row.get("destination"), "nobody returns to where they are");
    }
}

#[test]
fn fifty_one_of_the_people_who_were_helped_to_start_again_had_returned_before() {
    let found = RELEASES.map(|release| firsts("reintegration_support", release).len());
    assert_eq!(found, [0, 20, 70, 136]);
    let people = firsts("reintegration_support", "R4.2");
    assert_eq!(cells(people.clone(), "sex"), expected(&[("F", 44), ("M", 90), ("unknown", 2)]));
    assert_eq!(cells(people.clone(), "age_group"), expected(&[("0-17", 21), ("18-24", 67), ("25+", 48)]));
    let returns: BTreeMap<Unit, &Attendance> =
        verified("return_case").into_iter().rev().map(|row| (row.unit(), row)).collect();
    let returned: Vec<_> = people.iter().filter_map(|one| Some((one, returns.get(&one.unit())?))).collect();
    assert_eq!(returned.len(), 51);
    for (support, case) in returned {
        assert!(case.date() < support.date());
        assert_eq!(support.get("country"), case.get("destination"));
        assert_eq!(support.get("return_number"), case.get("case_number"));
        assert_eq!(support.get("family_name"), case.get("family_name"));
    }
}

#[test]
fn livelihoods_are_twenty_people() {
    assert_eq!((rows_of("livelihood_support").len(), verified("livelihood_support").len()), (26, 23));
    assert_eq!(RELEASES.map(|release| firsts("livelihood_support", release).len()), [0, 0, 9, 20]);
    let people = firsts("livelihood_support", "R4.2");
    assert_eq!(cells(people.clone(), "sex"), expected(&[("F", 13), ("M", 7)]));
    assert_eq!(cells(people.clone(), "age_group"), expected(&[("18-24", 4), ("25-34", 9), ("35+", 7)]));
    assert_eq!(cells(people, "country"), expected(&[("DJ", 4), ("ET", 8), ("KE", 2), ("SD", 6)]));
}

#[test]
fn a_reach_is_a_sum_and_a_broadcast_audience_is_none_of_it() {
    let rows = verified("awareness_activity");
    assert_eq!((rows_of("awareness_activity").len(), rows.len(), sum(&rows, "reach")), (18, 16, 6_425));
    let events =
        |rows: &[&Attendance]| rows.iter().filter(|row| matches!(row.get("is_event"), "yes")).count();
    assert_eq!((events(&rows), events(&rows_of("awareness_activity"))), (12, 13));
    let audience =
        rows_of("awareness_activity").into_iter().find(|row| row.get("method") == "broadcast").unwrap();
    assert!(audience.returned && audience.get("reach") == "250000", "it would have made the sum 256 425");
    let waiting =
        rows_of("awareness_activity").into_iter().find(|row| row.get("activity_id") == "AW-18").unwrap();
    assert!(!waiting.is_verified() && waiting.get("reach").is_empty(), "not collected is not zero");
}
