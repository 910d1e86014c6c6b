//! Everything but the people trained on migration, counted from the files: rows, verified rows, each partner's own
//! count, and each unit once.

use std::collections::{BTreeMap, BTreeSet};

use crate::counter::{Attendance, Cut, Unit, world};

/// A figure, the rows that it is about, and what the plan says of it: rows received, pending, withdrawn, returned,
/// each partner's own units added up, and units.
type Plan = (&'static str, fn(&Attendance) -> bool, [usize; 6]);

fn training(one: &Attendance) -> bool {
    one.register.as_str() == "attendance"
}

fn topic(one: &Attendance, register: &str, topic: &str) -> bool {
    one.register.as_str() == register && one.get("topic") == topic
}

const PLANS: &[Plan] = &[
    ("4.2", training, [724, 18, 0, 0, 593, 579]),
    ("3.6", |one| topic(one, "institution_support", "migration"), [100, 3, 2, 1, 47, 32]),
    ("4.2bis", |one| topic(one, "institution_support", "security"), [59, 1, 0, 0, 39, 32]),
    ("4.1", |one| one.register.as_str() == "border_station_support", [209, 5, 3, 2, 138, 120]),
    ("4.6", |one| one.register.as_str() == "instrument_support", [66, 2, 1, 0, 46, 40]),
    ("5.2", |one| one.register.as_str() == "tool_support", [93, 4, 0, 1, 74, 69]),
    ("2.1bis", |one| one.register.as_str() == "infrastructure", [10, 1, 0, 0, 7, 7]),
    ("4.5", |one| one.register.as_str() == "cooperation_initiative", [17, 0, 0, 0, 13, 9]),
];

/// What each release says: R1, R2, R3, R4.
const RELEASES: &[(&str, [usize; 4])] = &[
    ("3.6", [6, 15, 24, 32]),
    ("4.2bis", [3, 11, 21, 32]),
    ("4.1", [6, 29, 66, 120]),
    ("4.6", [2, 12, 26, 40]),
    ("5.2", [6, 20, 42, 69]),
    ("2.1bis", [0, 2, 4, 7]),
    ("4.5", [1, 3, 6, 9]),
];

fn plan(code: &str) -> fn(&Attendance) -> bool {
    PLANS.iter().find(|(one, ..)| *one == code).unwrap().1
}

#[test]
fn rows_partners_and_units_are_those_of_the_plan() {
    for (code, is_of, expected) in PLANS {
        let rows: Vec<&Attendance> = world().others.iter().filter(|one| is_of(one)).collect();
        let count = |fits: &dyn Fn(&Attendance) -> bool| rows.iter().filter(|one| fits(one)).count();
        let pending = |one: &Attendance| !one.is_verified() && !one.withdrawn && !one.returned;
        let own: BTreeSet<Unit> = rows.iter().filter(|one| one.is_verified()).map(|one| one.unit()).collect();
        let found = [
            rows.len(),
            count(&pending),
            count(&|one| one.withdrawn),
            count(&|one| one.returned),
            own.len(),
            world().units(world().issued("R4.2"), is_of).len(),
        ];
        assert_eq!(found, *expected, "{code}");
    }
}

#[test]
fn each_release_says_what_was_known_and_every_pair_was_decided_before_it() {
    for (code, expected) in RELEASES {
        let found =
            ["R1.1", "R2.1", "R3.1", "R4.1"].map(|one| world().units(world().issued(one), plan(code)).len());
        assert_eq!(found, *expected, "{code}");
        let today = ["R1.1", "R2.1", "R3.1", "R4.1"]
            .map(|one| world().units(world().known_today(one), plan(code)).len());
        assert_eq!(today, *expected, "{code}: nothing that was decided later changes a release");
    }
}

#[test]
fn the_staff_of_borders_is_counted_without_the_local_chiefs() {
    let staff = |one: &Attendance| training(one) && one.get("kind") != "community_leader";
    let found = ["R1.1", "R2.1", "R3.1", "R4.1"].map(|one| world().units(world().issued(one), staff).len());
    assert_eq!(found, [30, 160, 387, 575]);
    let units = world().units(world().issued("R4.2"), staff);
    let cells = |column: &str| {
        let mut cells: BTreeMap<String, usize> = BTreeMap::new();
        for rows in units.values() {
            let first = rows.iter().min_by_key(|one| (one.date(), one.partner.clone())).unwrap();
            *cells.entry(first.code(column)).or_default() += 1;
        }
        cells
    };
    let expected =
        |cells: &[(&str, usize)]| cells.iter().map(|(code, people)| ((*code).to_owned(), *people)).collect();
    assert_eq!(cells("sex"), expected(&[("F", 96), ("M", 470), ("unknown", 9)]));
    let kinds = [
        ("immigration", 201),
        ("police", 188),
        ("customs_border", 92),
        ("other_security", 31),
        ("other_government", 48),
        ("non_state", 15),
    ];
    assert_eq!(cells("kind"), expected(&kinds));
    let countries = [("DJ", 54), ("ET", 110), ("KE", 137), ("SD", 89), ("SO", 61), ("SS", 77), ("UG", 47)];
    assert_eq!(cells("country"), expected(&countries));
    assert_eq!(cells("partner"), expected(&[("C", 142), ("E", 297), ("F", 105), ("G", 31)]));
}

#[test]
fn eighty_eight_people_are_in_both_figures_of_people_trained() {
    let cut = world().issued("R4.2");
    let trained = world().people(cut, &[]);
    let staff = world().units(cut, |one| training(one) && one.get("kind") != "community_leader");
    let mut both: BTreeMap<String, usize> = BTreeMap::new();
    for (unit, rows) in &staff {
        if trained.contains_key(unit) {
            *both.entry(rows[0].code("country")).or_default() += 1;
        }
    }
    let expected = [("DJ", 6), ("ET", 20), ("KE", 24), ("SD", 16), ("SO", 10), ("SS", 9), ("UG", 3)];
    assert_eq!(both, expected.into_iter().map(|(code, people)| (code.to_owned(), people)).collect());
}

#[test]
fn nineteen_institutions_are_in_both_figures_of_institutions() {
    let cut: Cut = world().issued("R4.2");
    let migration = world().units(cut, plan("3.6"));
    let security = world().units(cut, plan("4.2bis"));
    let mut both: BTreeMap<String, usize> = BTreeMap::new();
    for (unit, rows) in &security {
        if migration.contains_key(unit) {
            *both.entry(rows[0].code("country")).or_default() += 1;
        }
    }
    let expected = [("DJ", 2), ("ET", 4), ("KE", 5), ("SD", 3), ("SO", 2), ("SS", 2), ("UG", 1)];
    assert_eq!(both, expected.into_iter().map(|(code, people)| (code.to_owned(), people)).collect());
}

#[test]
fn instruments_and_tools_have_the_kinds_of_the_plan() {
    for (code, kinds) in [
        (
            "4.6",
            [("strategy", 6), ("policy", 5), ("law", 4), ("action_plan", 12), ("procedure", 13)].as_slice(),
        ),
        ("5.2", [("set_up", 21), ("implemented", 17), ("strengthened", 31)].as_slice()),
    ] {
        let mut found: BTreeMap<String, usize> = BTreeMap::new();
        for rows in world().units(world().issued("R4.2"), plan(code)).values() {
            *found.entry(rows[0].code("kind")).or_default() += 1;
        }
        assert_eq!(found, kinds.iter().map(|(kind, units)| ((*kind).to_owned(), *units)).collect(), "{code}");
    }
}
