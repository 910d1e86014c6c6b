//! What a release may show of persons: a table as a whole or not at all.

use std::collections::BTreeMap;

use hatua_core::id::RecordId;
use hatua_core::programme::Programme;
use hatua_core::record::Status;
use hatua_core::release::{FigureValue, PublicTable, Release};
use proptest::prelude::*;

use crate::golden::{check_in, says};
use crate::shelters::open_shelters;
use crate::story::{Story, open_programme, uuid};

/// The school meals with k = 5: only pupils by sex, by quarter and by each district.
fn guarded_programme() -> Programme {
    let mut programme = open_programme();
    let policy = &mut programme.disclosure;
    policy.k = 5;
    policy.tables = vec!["pupils-fed".parse().unwrap()];
    policy.one_way = vec!["sex".parse().unwrap()];
    policy.each = vec!["district".parse().unwrap()];
    policy.things = vec!["meal".to_owned()];
    programme
}

/// The same, with pupils by the district of their first meal.
fn guarded_programme_by_district() -> Programme {
    let mut programme = guarded_programme();
    programme.disclosure.one_way.push("district".parse().unwrap());
    programme
}

fn check(story: &str, expected: &str) {
    check_in(guarded_programme(), story, expected);
}

#[test]
fn a_table_is_shown_when_every_cell_is_0_or_at_least_k() {
    check(
        "crowd 5 2024-01-10 VR-N NORTH Ami sex=F\ndraft R1.1 2024-03-31",
        "pupils-fed by sex: F 5, M 0\npupils-fed by quarter: 2024-Q1 5",
    );
    check(
        "crowd 5 2024-01-10 VR-N NORTH Ami sex=F
         crowd 4 2024-01-10 VR-N NORTH Bo sex=M
         draft R1.1 2024-03-31",
        "pupils-fed = 9\npupils-fed by sex: not shown\npupils-fed by quarter: 2024-Q1 9",
    );
}

#[test]
fn what_nobody_wrote_down_is_a_cell_too() {
    check(
        "crowd 5 2024-01-10 VR-N NORTH Ami sex=F
         crowd 1 2024-01-10 VR-N NORTH Bo
         draft R1.1 2024-03-31",
        "pupils-fed by sex: not shown",
    );
}

const SHOWN: &str = "crowd 10 2024-01-10 VR-N NORTH Ami sex=F
                     issued R1.1 2024-03-31";

#[test]
fn a_small_change_hides_a_table_which_names_the_last_release_that_shows_it() {
    check(
        &format!("{SHOWN}\ncrowd 1 2024-04-10 VR-N NORTH Bo sex=F\ndraft R2.1 2024-06-30"),
        "pupils-fed = 11
         pupils-fed by sex: not shown, last in R1.1
         pupils-fed by quarter: not shown, last in R1.1",
    );
    check(
        &format!("{SHOWN}\ncrowd 5 2024-04-10 VR-N NORTH Bo sex=F\ndraft R2.1 2024-06-30"),
        "pupils-fed by sex: F 15, M 0\npupils-fed by quarter: 2024-Q1 10, 2024-Q2 5",
    );
}

#[test]
fn a_cell_that_falls_by_one_hides_its_table() {
    check(
        &format!(
            "{SHOWN}\nwithdrawn NORTH/Ami-1/2024-01-10\nreason pupils-fed A mistake.\ndraft R1.2 2024-03-31"
        ),
        "pupils-fed = 9\npupils-fed by sex: not shown, last in R1.1",
    );
}

#[test]
fn changes_are_compared_with_every_earlier_release_that_shows_the_table() {
    let hidden = format!("{SHOWN}\ncrowd 1 2024-04-10 VR-N NORTH Bo sex=F\nissued R2.1 2024-06-30");
    // Four more than R2 and five more than R1, which is the last one that shows the table.
    check(
        &format!("{hidden}\ncrowd 4 2024-07-10 VR-N NORTH Cleo sex=F\ndraft R3.1 2024-09-30"),
        "pupils-fed by sex: F 15, M 0",
    );
    // Six fewer than R2.1 and three more than R1.1.
    let withdrawn: Vec<_> = (1..=6).map(|person| format!("withdrawn NORTH/Bo-{person}/2024-04-10")).collect();
    check(
        &format!(
            "{SHOWN}
             crowd 9 2024-04-10 VR-N NORTH Bo sex=F
             issued R2.1 2024-06-30
             {}
             reason pupils-fed A list was wrong.
             draft R2.2 2024-06-30",
            withdrawn.join("\n")
        ),
        "pupils-fed = 13\npupils-fed by sex: not shown, last in R2.1",
    );
}

#[test]
fn a_table_of_each_place_is_compared_with_the_one_by_first_count() {
    let three_moved = "crowd 10 2024-01-10 VR-N NORTH Ami
                       crowd 10 2024-01-10 VR-S NORTH Bo
                       crowd 3  2024-02-10 VR-S NORTH Ami
                       draft R1.1 2024-03-31";
    check(three_moved, "pupils-fed by district_each: not shown");
    check(
        &three_moved.replace("crowd 3 ", "crowd 5 "),
        "pupils-fed by district_each: VR-N 10, VR-S 15 (5 in several)",
    );
    check(
        &three_moved.replace("crowd 3 ", "crowd 0 "),
        "pupils-fed by district_each: VR-N 10, VR-S 10 (0 in several)",
    );
}

/// Every cell of every table goes up by 5 or more; only one of the new pupils of VR-S was in VR-N before.
const ONE_MORE_MOVED: &str = "crowd 10 2024-01-10 VR-N NORTH Ami
                              crowd 5  2024-02-10 VR-S NORTH Ami
                              issued R1.1 2024-03-31
                              crowd 1  2024-04-09 VR-N NORTH Bo
                              crowd 6  2024-04-10 VR-S NORTH Bo
                              crowd 4  2024-04-11 VR-N NORTH Cleo
                              draft R2.1 2024-06-30";

#[test]
fn a_small_change_of_those_in_several_places_is_withheld() {
    check(ONE_MORE_MOVED, "pupils-fed by district_each: VR-N 15, VR-S 11 (suppressed in several)");
}

#[test]
fn a_small_change_that_two_tables_tell_together_hides_the_one_of_each_place() {
    check_in(
        guarded_programme_by_district(),
        ONE_MORE_MOVED,
        "pupils-fed by district: VR-N 15, VR-S 5
         pupils-fed by district_each: not shown, last in R1.1",
    );
}

#[test]
fn things_are_shown_however_few() {
    check(
        "delivery 2024-01-10 VR-N NORTH N-1 meals=1\ndraft R1.1 2024-03-31",
        "meals-served by district: VR-N 1, VR-S 0\nmeals-served by quarter: 2024-Q1 1",
    );
}

#[test]
fn a_table_that_the_policy_does_not_open_is_not_even_named() {
    check(
        "crowd 50 2024-01-10 VR-N NORTH Ami sex=F age=8
         delivery 2024-01-10 VR-N NORTH N-1 due=2024-01-09
         draft R1.1 2024-03-31",
        "pupils-fed by sex: F 50, M 0
         no pupils-fed by age
         no pupils-fed by partner
         no pupils-fed by district:
         no late-deliveries by",
    );
}

#[test]
fn countries_are_exact_where_the_policy_says_so() {
    let mut programme = guarded_programme();
    programme.dimensions[0].name = "country".parse().unwrap();
    programme.indicators[0].by[0] = "country".parse().unwrap();
    let one = "crowd 1 2024-01-10 VR-N NORTH Ami\ndraft R1.1 2024-03-31";
    check_in(programme.clone(), one, "no pupils-fed by country:");
    programme.disclosure.exact.push("country".to_owned());
    check_in(programme, one, "pupils-fed by country: VR-N 1, VR-S 0");
}

/// Stays of as many guests, each of whom is given so many blankets.
fn blankets(guests: std::ops::Range<usize>, each: u32, day: &str) -> String {
    let stay = |guest| format!("row stay {day} NORTH P-{guest} country=HI nights=1 blankets={each}\n");
    guests.map(stay).collect()
}

fn check_blankets(story: &str, expected: &str) {
    let mut programme = open_shelters();
    programme.disclosure.k = 5;
    check_in(programme, story, expected);
}

#[test]
fn what_few_persons_received_is_not_shown_however_much_it_is() {
    let four = blankets(0..4, 90, "2024-01-10");
    check_blankets(&format!("{four}draft R1.1 2024-03-31"), "guests by things_given: not shown");
    // Whoever received nothing is not one of those behind the number.
    let none = blankets(4..9, 0, "2024-01-10");
    check_blankets(&format!("{four}{none}draft R1.1 2024-03-31"), "guests by things_given: not shown");
    let fifth = blankets(4..5, 90, "2024-01-10");
    check_blankets(
        &format!("{four}{fifth}draft R1.1 2024-03-31"),
        "guests by things_given: beds 0, blankets 450",
    );
}

#[test]
fn what_few_persons_received_since_a_release_is_not_shown_however_much_it_is() {
    let shown = format!("{}issued R1.1 2024-03-31\n", blankets(0..9, 1, "2024-01-10"));
    for (guests, expected) in [(4, "not shown, last in R1.1"), (5, "beds 0, blankets 459")] {
        let since = blankets(0..guests, 90, "2024-04-10");
        check_blankets(
            &format!("{shown}{since}draft R2.1 2024-06-30"),
            &format!("guests by things_given: {expected}"),
        );
    }
}

#[test]
fn a_correction_of_what_persons_received_hides_it_until_enough_others_have_received_more() {
    let shown = format!("{}issued R1.1 2024-03-31\n", blankets(0..30, 1, "2024-01-10"));
    let withdrawn: Vec<_> = (0..10).map(|guest| format!("withdrawn NORTH/P-{guest}/2024-01-10\n")).collect();
    let corrected = format!("{shown}{}reason guests A list was wrong.\n", withdrawn.concat());
    check_blankets(
        &format!("{corrected}draft R1.2 2024-03-31"),
        "guests by things_given: not shown, last in R1.1",
    );
    let more = blankets(30..35, 4, "2024-04-10");
    check_blankets(
        &format!("{corrected}issued R1.2 2024-03-31\n{more}draft R2.1 2024-06-30"),
        "guests by things_given: beds 0, blankets 40",
    );
}

/// Lines that happen between two releases.
fn happenings(release: usize) -> impl Strategy<Value = Vec<String>> {
    let day = format!("2024-0{}-10", 3 * release + 1);
    let crowd =
        (0..9_u8, prop::sample::select(vec!["VR-N", "VR-S"]), prop::sample::select(vec!["F", "M"]), 0..3_u8);
    prop::collection::vec(crowd, 0..4).prop_map(move |crowds| {
        let lines = crowds.into_iter().enumerate().map(|(place, (size, district, sex, name))| {
            let day = day.replace("-10", &format!("-{}", 10 + place));
            format!("crowd {size} {day} {district} NORTH Ami-{name} sex={sex}")
        });
        lines.collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn no_guarded_table_that_is_shown_has_a_small_cell_or_a_small_change(
        told in (happenings(0), happenings(1), happenings(2)),
        withdrawn in prop::collection::vec((0..3_u8, 1..9_u8, 0..3_u8, 0..4_u8), 0..6),
    ) {
        let mut story = Story::new(guarded_programme_by_district());
        let releases = [("R1.1", "2024-03-31"), ("R2.1", "2024-06-30"), ("R3.1", "2024-09-30"), ("R3.2", "2024-09-30")];
        let mut happened = [told.0, told.1, told.2, Vec::new()].into_iter();
        for (number, (release, until)) in (0_u8..).zip(releases) {
            for line in happened.next().unwrap() {
                story.tell(&line).unwrap();
            }
            for (name, person, quarter, place) in withdrawn.iter().filter(|_| number > 1) {
                let row = format!("NORTH/Ami-{name}-{person}/2024-0{}-1{place}", 3 * quarter + 1);
                let record = RecordId(uuid(&row));
                let is_there = story.facts.records.get(&record).is_some_and(|state| state.status != Status::Withdrawn);
                if *quarter < number && is_there {
                    story.tell(&format!("withdrawn {row}")).unwrap();
                }
            }
            for slug in ["pupils-fed", "meals-served", "late-deliveries"] {
                story.tell(&format!("reason {slug} A list was wrong.")).unwrap();
            }
            story.tell(&format!("issued {release} {until}")).unwrap();
            prop_assert_eq!(small_number(&story.facts.releases), None, "{}", says(&story).join("\n"));
        }
    }
}

/// A table of pupils in the last release with a small number, alone or as a change since an earlier release.
fn small_number(releases: &[Release]) -> Option<String> {
    let (last, earlier) = releases.split_last()?;
    let said = numbers(last);
    let is_small = |count: u64| (1..5).contains(&count);
    for (table, now) in &said {
        let before = earlier.iter().filter_map(|release| numbers(release).remove(table));
        for before in std::iter::once(BTreeMap::new()).chain(before) {
            let count =
                |numbers: &BTreeMap<String, u64>, code: &str| numbers.get(code).copied().unwrap_or_default();
            let codes = now.keys().chain(before.keys());
            if let Some(code) =
                codes.into_iter().find(|code| is_small(count(now, code).abs_diff(count(&before, code))))
            {
                return Some(format!("{table}: {code} in {now:?}, before {before:?}"));
            }
        }
    }
    None
}

/// The numbers about pupils that a release tells, by table and code; also those that two of its tables tell together.
fn numbers(release: &Release) -> BTreeMap<String, BTreeMap<String, u64>> {
    let mut told: BTreeMap<String, BTreeMap<String, u64>> = BTreeMap::new();
    for table in &release.figure("pupils-fed").unwrap().tables {
        if let PublicTable::Shown { key, cells, units_in_several } = table {
            let cells = cells.iter().map(|cell| (cell.code().to_owned(), cell.value().number().unwrap()));
            told.insert(key.name(), cells.collect());
            if let Some(units) = units_in_several.and_then(FigureValue::number) {
                told.insert("in several".to_owned(), BTreeMap::from([("units".to_owned(), units)]));
            }
        }
    }
    if let (Some(each), Some(first)) = (told.get("district_each"), told.get("district")) {
        let reached_later = each.iter().map(|(code, units)| (code.clone(), units - first[code])).collect();
        told.insert("each beside first".to_owned(), reached_later);
    }
    told
}
