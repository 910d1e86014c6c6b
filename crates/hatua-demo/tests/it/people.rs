//! Who is who: the pairs, their clues, the namesakes, and that nobody else looks like one person.

use std::collections::{BTreeMap, BTreeSet};

use hatua_core::ledger::Verdict;

use crate::counter::{Attendance, Decided, Unit, World, world};

/// The first row of each unit, whatever its state.
fn first_rows(world: &World) -> BTreeMap<Unit, &Attendance> {
    let mut first: BTreeMap<Unit, &Attendance> = BTreeMap::new();
    for row in &world.attendances {
        let known = first.entry(row.unit()).or_insert(row);
        if row.date() < known.date() {
            *known = row;
        }
    }
    first
}

/// New rows and the rows of known units of other partners with the same text in a column.
pub fn shared(world: &World, new: &[Attendance], column: &str) -> Vec<(Attendance, Attendance)> {
    let known = first_rows(world);
    let pairs = new.iter().flat_map(|row| known.values().map(move |known| (row, *known)));
    pairs
        .filter(|(row, known)| row.partner != known.partner && !row.get(column).is_empty())
        .filter(|(row, known)| row.get(column) == known.get(column))
        .map(|(row, known)| (row.clone(), known.clone()))
        .collect()
}

fn decided(verdict: Verdict) -> impl Iterator<Item = &'static Decided> {
    world().decisions.iter().filter(move |one| one.verdict == verdict)
}

fn names(row: &Attendance) -> [String; 2] {
    [row.get("given_name").to_lowercase(), row.get("family_name").to_lowercase()]
}

fn names_in_any_order(row: &Attendance) -> [String; 2] {
    let mut names = names(row);
    names.sort();
    names
}

/// By which clues two rows look like one person.
fn clues(a: &Attendance, b: &Attendance) -> Vec<&'static str> {
    let equal = |column: &str| !a.get(column).is_empty() && a.get(column) == b.get(column);
    let mut found = Vec::new();
    if equal("staff_number") {
        found.push("staff_number");
    }
    if equal("phone") {
        found.push("phone");
    }
    if equal("birth_year") && names_in_any_order(a) == names_in_any_order(b) {
        found.push(if names(a) == names(b) { "name" } else { "swapped" });
    }
    found
}

#[test]
fn the_43_people_are_on_the_lists_that_the_plan_says() {
    let first = first_rows(world());
    let mut found: BTreeMap<(String, String), u32> = BTreeMap::new();
    for pair in decided(Verdict::Same) {
        let (a, b) = (first[&pair.a], first[&pair.b]);
        assert!(a.is_verified() && b.is_verified() && a.date() < b.date(), "{pair:?}");
        assert_eq!(a.get("country"), b.get("country"), "{pair:?}");
        *found.entry((format!("{}>{}", a.partner, b.partner), a.get("country").to_owned())).or_default() += 1;
    }
    let expected = [
        ("E>F", "KE", 8),
        ("E>F", "ET", 4),
        ("E>F", "SD", 3),
        ("C>E", "DJ", 6),
        ("E>C", "ET", 5),
        ("D>A", "ET", 7),
        ("B>F", "KE", 6),
        ("A>E", "SD", 4),
    ];
    let expected =
        expected.into_iter().map(|(who, country, people)| ((who.to_owned(), country.to_owned()), people));
    assert_eq!(found, expected.collect());
    assert_eq!(found.values().sum::<u32>(), 43);
}

#[test]
fn each_of_the_43_is_found_by_its_own_clue_and_four_by_none() {
    let first = first_rows(world());
    let mut found: BTreeMap<&str, u32> = BTreeMap::new();
    for pair in decided(Verdict::Same) {
        let (a, b) = (first[&pair.a], first[&pair.b]);
        let clue = clues(a, b).first().copied().unwrap_or("none");
        *found.entry(clue).or_default() += 1;
        let phone_and_variant = clue != "phone" || names(a) != names(b);
        assert!(phone_and_variant, "a telephone goes with a second spelling: {pair:?}");
        if clue == "none" {
            assert_eq!(names(a).iter().filter(|name| names(b).contains(name)).count(), 0, "{pair:?}");
        }
    }
    assert_eq!(found, BTreeMap::from([("staff_number", 17), ("phone", 14), ("swapped", 8), ("none", 4)]));
}

#[test]
fn the_43_have_the_sexes_ages_and_kinds_that_the_plan_says() {
    let first = first_rows(world());
    let mut found: BTreeMap<String, u32> = BTreeMap::new();
    for pair in decided(Verdict::Same) {
        let (a, b) = (first[&pair.a], first[&pair.b]);
        assert_eq!(
            (a.get("sex"), a.age_band(), a.get("kind")),
            (b.get("sex"), b.age_band(), b.get("kind")),
            "{pair:?}"
        );
        for code in [b.get("sex"), b.age_band(), b.get("kind")] {
            *found.entry(code.to_owned()).or_default() += 1;
        }
    }
    let expected = [
        ("F", 12),
        ("M", 31),
        ("18-29", 8),
        ("30-44", 22),
        ("45+", 13),
        ("law_enforcement", 18),
        ("judiciary", 14),
        ("other_government", 11),
    ];
    assert_eq!(found, expected.into_iter().map(|(code, people)| (code.to_owned(), people)).collect());
}

#[test]
fn thirty_pairs_of_namesakes_are_two_people_each() {
    let first = first_rows(world());
    let (mut across, mut within) = (0, 0);
    let mut seen = BTreeSet::new();
    for pair in decided(Verdict::Different) {
        let (a, b) = (first[&pair.a], first[&pair.b]);
        assert!(a.is_verified() && b.is_verified(), "{pair:?}");
        assert_eq!(clues(a, b), ["name"], "{pair:?}");
        let staff = [a.get("staff_number"), b.get("staff_number")];
        let told_by_staff = staff.iter().all(|number| !number.is_empty()) && staff[0] != staff[1];
        assert!(told_by_staff || a.get("country") != b.get("country"), "{pair:?}");
        if a.partner == b.partner {
            within += 1;
        } else {
            across += 1;
        }
        assert!(seen.insert(&pair.a) && seen.insert(&pair.b), "nobody is in two pairs: {pair:?}");
    }
    assert_eq!((across, within), (23, 7));
    for pair in decided(Verdict::Same) {
        assert!(seen.insert(&pair.a) && seen.insert(&pair.b), "nobody is in two pairs: {pair:?}");
    }
}

#[test]
fn nobody_else_looks_like_somebody_else() {
    let first = first_rows(world());
    let known: BTreeSet<[&Unit; 2]> = world()
        .decisions
        .iter()
        .map(|one| {
            let mut pair = [&one.a, &one.b];
            pair.sort();
            pair
        })
        .collect();
    let mut groups: BTreeMap<(&str, [String; 2]), Vec<&Unit>> = BTreeMap::new();
    for (unit, row) in &first {
        for column in ["staff_number", "phone"] {
            if !row.get(column).is_empty() {
                groups.entry((column, [row.get(column).to_owned(), String::new()])).or_default().push(unit);
            }
        }
        groups.entry(("name", names_in_any_order(row))).or_default().push(unit);
    }
    let alike: Vec<_> = groups.iter().filter(|(_, units)| units.len() > 1).collect();
    assert_eq!(alike.iter().filter(|((clue, _), _)| *clue == "phone").count(), 14);
    assert_eq!(alike.iter().filter(|((clue, _), _)| *clue == "staff_number").count(), 17);
    for ((clue, text), units) in alike {
        assert_eq!(units.len(), 2, "{clue} {text:?}: {units:?}");
        assert!(
            known.contains(&[units[0], units[1]]),
            "{clue} {text:?}: {units:?} is a pair that nobody decided"
        );
    }
}

#[test]
fn later_rows_of_a_person_agree_with_the_first() {
    let first = first_rows(world());
    for row in &world().attendances {
        let known = first[&row.unit()];
        for column in ["sex", "kind", "birth_year", "phone", "staff_number"] {
            assert_eq!(row.get(column), known.get(column), "{column} of {:?}", row.unit());
        }
        let age = |row: &Attendance| row.get("age_years").parse::<i16>().ok();
        match (age(known), age(row)) {
            (None, None) => {}
            (Some(before), Some(now)) => assert!((0..=2).contains(&(now - before)), "{:?}", row.unit()),
            (before, now) => panic!("{:?} was {before:?} and is {now:?}", row.unit()),
        }
    }
}

#[test]
fn an_age_goes_with_its_year_of_birth() {
    for row in &world().attendances {
        if let (Ok(age), Ok(born)) =
            (row.get("age_years").parse::<i16>(), row.get("birth_year").parse::<i16>())
        {
            assert!([0, 1].contains(&(row.date().year() - born - age)), "{:?}", row.row);
        }
    }
    let with_year = world().attendances.iter().filter(|row| !row.get("birth_year").is_empty()).count();
    assert!(with_year > 2_000, "most rows have a year of birth, but {with_year}");
}

#[test]
fn no_telephone_number_can_be_somebodys() {
    for row in world().attendances.iter().filter(|row| !row.get("phone").is_empty()) {
        let mut parts = row.get("phone").split(' ');
        assert!(parts.next().unwrap().starts_with('+'));
        assert_eq!(parts.next(), Some("000"), "no subscriber's number starts with 000");
    }
}
