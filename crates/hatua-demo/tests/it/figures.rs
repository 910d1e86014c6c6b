//! What each release says, and what it would say after one more act.

use std::collections::{BTreeMap, BTreeSet};

use hatua_core::ledger::Verdict;

use crate::counter::{Cut, World, world};

/// One-way tables that may be public.
const TABLES: [&str; 6] = ["quarter", "sex", "age", "country", "trained_in", "kind"];
const RELEASES: [&str; 5] = ["R1.1", "R2.1", "R3.1", "R4.1", "R4.2"];
/// No public cell and no change of one may tell of fewer people.
const FEWEST: u64 = 5;

fn cut(world: &World, release: &str) -> Cut {
    match release.strip_suffix(" today") {
        Some(release) => world.known_today(release),
        None => world.issued(release),
    }
}

fn people(world: &World, release: &str) -> u64 {
    world.table("total", cut(world, release))[""]
}

#[test]
fn every_golden_table_is_what_a_count_of_the_files_gives() {
    let mut golden: BTreeMap<(String, String), BTreeMap<String, u64>> = BTreeMap::new();
    for line in csv::Reader::from_reader(include_str!("golden.csv").as_bytes()).records() {
        let line = line.unwrap();
        let table = golden.entry((line[0].to_owned(), line[1].to_owned())).or_default();
        assert!(table.insert(line[2].to_owned(), line[3].parse().unwrap()).is_none());
    }
    assert_eq!(golden.len(), 25);
    for ((release, table), expected) in golden {
        assert_eq!(world().table(&table, cut(world(), &release)), expected, "{release}, {table}");
    }
}

#[test]
fn naive_answers_are_wrong_on_purpose() {
    let rows = &world().attendances;
    assert_eq!(rows.len(), 2_287, "rows received");
    assert_eq!(rows.iter().filter(|row| row.is_verified()).count(), 2_184, "verified rows");
    assert_eq!(rows.iter().filter(|row| row.withdrawn).count(), 26);
    assert_eq!(rows.iter().filter(|row| row.returned).count(), 19);
    let pending = rows.iter().filter(|row| !row.is_verified() && !row.withdrawn && !row.returned);
    assert_eq!(pending.count(), 58);
    let units: BTreeSet<_> =
        rows.iter().filter(|row| row.is_verified()).map(crate::counter::Attendance::unit).collect();
    assert_eq!(units.len(), 1_643, "each partner's own people, added up");
    assert_eq!(people(world(), "R4.2"), 1_600, "people");
    let code = "3.7".parse().unwrap();
    let expected = world().demonstration.expected[&code];
    assert_eq!(expected, 1_600, "the demonstration's own check asks for the same");
}

#[test]
fn no_cell_and_no_change_of_a_cell_between_two_releases_tells_of_fewer_than_five() {
    for table in TABLES {
        let releases = RELEASES.map(|release| world().table(table, world().issued(release)));
        for (place, later) in releases.iter().enumerate() {
            assert!(later.values().all(|people| *people >= FEWEST), "{table}: {later:?}");
            for earlier in &releases[..place] {
                for code in earlier.keys().chain(later.keys()) {
                    let cell = |cells: &BTreeMap<String, u64>| cells.get(code).copied().unwrap_or_default();
                    let change = cell(earlier).abs_diff(cell(later));
                    assert!(
                        change == 0 || change >= FEWEST,
                        "{table}, {code}: {} to {}",
                        cell(earlier),
                        cell(later)
                    );
                }
            }
        }
    }
}

#[test]
fn eleven_people_were_first_trained_in_another_country() {
    let mut moves: BTreeMap<(String, String, String, String), u32> = BTreeMap::new();
    for rows in world().people(world().issued("R4.2"), &[]).values() {
        let first = rows[0].get("country");
        for row in rows.iter().filter(|row| row.get("country") != first) {
            let key =
                (row.get("training").into(), row.partner.clone(), first.into(), row.get("country").into());
            *moves.entry(key).or_default() += 1;
        }
    }
    let key = |training: &str, partner: &str, from: &str, to: &str| {
        (training.to_owned(), partner.to_owned(), from.to_owned(), to.to_owned())
    };
    let expected = BTreeMap::from([(key("TR-060", "A", "SD", "ET"), 5), (key("TR-062", "E", "KE", "ET"), 6)]);
    assert_eq!(moves, expected);
}

#[test]
fn verifying_the_waiting_lists_adds_27_and_22_people_and_no_release_changes() {
    let mut after = clone(world());
    let end = after.demonstration.ends_at;
    let preview = world().known_today("R4.2");
    for (training, expected) in [("TR-075", 1_627), ("TR-076", 1_649)] {
        let later = Cut { known_at: end + jiff::Span::new().hours(1), ..preview };
        for row in after.attendances.iter_mut().filter(|row| row.get("training") == training) {
            row.verified_at = Some(later.known_at);
        }
        assert_eq!(after.table("total", later)[""], expected);
    }
    for release in RELEASES {
        assert_eq!(
            after.table("total", after.issued(release)),
            world().table("total", world().issued(release))
        );
    }
}

#[test]
fn withdrawing_the_only_row_of_a_person_takes_the_person_away_and_one_of_two_rows_does_not() {
    let preview = world().known_today("R4.2");
    let counted = world().people(preview, &[]);
    for (rows_of_person, expected) in [(1, 1_599), (2, 1_600)] {
        let row = counted.values().find(|rows| rows.len() == rows_of_person).unwrap()[0];
        let mut after = clone(world());
        let same = |one: &&mut crate::counter::Attendance| one.row == row.row && one.partner == row.partner;
        after.attendances.iter_mut().find(same).unwrap().withdrawn = true;
        assert_eq!(after.table("total", preview)[""], expected);
    }
}

#[test]
fn parting_a_pair_adds_a_person_and_merging_two_namesakes_takes_one_away() {
    let preview = world().known_today("R4.2");
    let total = |world: &World, extra: &[_]| world.people(preview, extra).len();
    let mut after = clone(world());
    for (place, decided) in world().decisions.iter().enumerate() {
        match decided.verdict {
            Verdict::Same => {
                after.decisions.remove(place);
                assert_eq!(total(&after, &[]), 1_601, "{decided:?}");
                after.decisions.insert(place, decided.clone());
            }
            Verdict::Different => {
                assert_eq!(total(world(), &[(decided.a.clone(), decided.b.clone())]), 1_599, "{decided:?}");
            }
            Verdict::Unsure => panic!("nothing is left open"),
        }
    }
}

#[test]
fn the_late_list_would_give_1618_people_and_1617_once_its_one_true_pair_is_decided() {
    let mut after = clone(world());
    let end = after.demonstration.ends_at;
    let late =
        world().demonstration.incoming.iter().find(|file| file.name == "G-2018-Q2-attendance.xlsx").unwrap();
    let mut rows = crate::counter::attendances(late);
    rows.retain(|row| row.get("training") == "TR-079");
    assert_eq!(rows.len(), 24);
    for row in &mut rows {
        row.verified_at = Some(end);
    }
    let shared = crate::people::shared(world(), &rows, "staff_number");
    after.attendances.extend(rows);
    let preview = world().known_today("R4.2");
    assert_eq!(after.people(preview, &[]).len(), 1_618);
    assert_eq!(shared.len(), 2, "two new people carry a known staff number");
    let is_one_person = |(new, known): &&(crate::counter::Attendance, crate::counter::Attendance)| {
        new.get("birth_year") == known.get("birth_year") && new.get("family_name") == known.get("family_name")
    };
    let same: Vec<_> =
        shared.iter().filter(is_one_person).map(|(new, known)| (new.unit(), known.unit())).collect();
    assert_eq!(same.len(), 1, "the other number is a typing error");
    assert_eq!(after.people(preview, &same).len(), 1_617);
    let all: Vec<_> = shared.iter().map(|(new, known)| (new.unit(), known.unit())).collect();
    assert_eq!(after.people(preview, &all).len(), 1_616, "the least that the preview's range can say");
}

fn clone(world: &World) -> World {
    World {
        demonstration: world.demonstration.clone(),
        attendances: world.attendances.clone(),
        decisions: world.decisions.clone(),
        others: Vec::new(),
        other_decisions: Vec::new(),
        releases: world.releases.clone(),
    }
}
