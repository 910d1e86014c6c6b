//! Figures by years of several kinds, and what a release may show of them beside the quarters.

use hatua_core::calendar::{YearCount, YearKind};
use hatua_core::count::{CellFilter, count_figure, explain, table_keys, tables};
use hatua_core::programme::Programme;
use hatua_core::release::{PublicTable, TableKey};
use jiff::civil::date;
use proptest::prelude::*;

use crate::golden::check_in;
use crate::story::{Story, open_programme};

/// The school meals by civil years, by those of the Ethiopian calendar, and by those of a donor that begin in October.
fn programme(k: u64) -> Programme {
    let mut programme = open_programme();
    programme.disclosure.k = k;
    programme.periods.years = [
        ("calendar", YearKind::Calendar),
        ("ethiopian", YearKind::Ethiopian),
        ("donor", YearKind::FromMonth(10)),
    ]
    .map(|(name, kind)| YearCount { name: name.parse().unwrap(), kind })
    .to_vec();
    programme
}

fn check(k: u64, story: &str, expected: &str) {
    check_in(programme(k), story, expected);
}

#[test]
fn one_figure_is_told_by_years_of_each_kind_with_equal_totals() {
    check(
        1,
        "fed 2024-01-10 VR-N NORTH Ami
         fed 2024-09-10 VR-N NORTH Bo
         fed 2024-09-11 VR-N NORTH Cleo
         fed 2024-09-30 VR-N NORTH Dan
         fed 2024-10-01 VR-N NORTH Eve
         fed 2025-03-01 VR-N NORTH Fay
         fed 2025-03-02 VR-N NORTH Ami
         delivery 2024-09-11 VR-N NORTH N-1 meals=40
         draft R1.1 2025-03-31",
        "pupils-fed = 6
         pupils-fed by year_calendar: 2024 5, 2025 1
         pupils-fed by year_ethiopian: 2016 2, 2017 4
         pupils-fed by year_donor: 2023/24 4, 2024/25 2
         meals-served by year_ethiopian: 2016 0, 2017 40",
    );
}

#[test]
fn a_programme_that_names_no_years_has_no_table_by_year() {
    check_in(open_programme(), "fed 2024-01-10 VR-N NORTH Ami", "no pupils-fed by year");
}

#[test]
fn the_records_of_a_year_can_be_listed() {
    let story = Story::told(
        programme(1),
        "fed 2024-09-10 VR-N NORTH Bo
         fed 2024-09-11 VR-N NORTH Cleo
         fed 2024-09-11 VR-S NORTH Dan pending",
    );
    let indicator = &story.programme.indicators[0];
    let tally = count_figure(&story.programme, indicator, &story.facts, story.programme.ends).unwrap();
    let explained = |cell: &str| {
        let cell: CellFilter = cell.parse().unwrap();
        explain(&story.programme, indicator, &tally, &cell)
    };
    let found = explained("year_ethiopian=2017").unwrap();
    assert_eq!((found.value, found.counted.len(), found.left_out.len()), (1, 1, 1));
    assert_eq!(explained("year_ethiopian=2017,district=VR-S").unwrap().value, 0);
    let refused = explained("year_fiscal=2017").unwrap_err().to_string();
    assert!(refused.ends_with("quarter, year_calendar, year_ethiopian, year_donor"), "{refused}");
    let refused = explained("year_donor=2024").unwrap_err().to_string();
    assert!(refused.contains("2023/24"), "{refused}");
}

const MANY: &str = "crowd 9 2024-07-10 VR-N NORTH Ami
                    crowd 8 2024-09-20 VR-N NORTH Bo";

#[test]
fn years_that_begin_with_a_quarter_are_shown_like_quarters() {
    check(
        5,
        &format!("{MANY}\ndraft R1.1 2024-09-30"),
        "pupils-fed by quarter: 2024-Q1 0, 2024-Q2 0, 2024-Q3 17
         pupils-fed by year_calendar: 2024 17
         pupils-fed by year_ethiopian: 2016 9, 2017 8
         pupils-fed by year_donor: 2023/24 17",
    );
}

#[test]
fn a_year_that_cuts_a_small_part_off_a_quarter_is_withheld() {
    check(
        5,
        "crowd 9 2024-04-10 VR-N NORTH Ami
         crowd 2 2024-07-10 VR-N NORTH Bo
         crowd 8 2024-09-20 VR-N NORTH Cleo
         draft R1.1 2024-09-30",
        "pupils-fed by quarter: 2024-Q1 0, 2024-Q2 9, 2024-Q3 10
         pupils-fed by year_calendar: 2024 19
         pupils-fed by year_ethiopian: not shown",
    );
}

#[test]
fn without_the_table_by_quarter_no_year_is_shown() {
    check(
        5,
        "crowd 9 2024-04-10 VR-N NORTH Ami
         crowd 2 2024-07-10 VR-N NORTH Bo
         draft R1.1 2024-09-30",
        "pupils-fed by quarter: not shown
         pupils-fed by year_calendar: not shown",
    );
}

#[test]
fn a_small_change_of_a_part_is_withheld_though_no_cell_changes_by_little() {
    // 3 more before the new year and 4 more after it: the quarter grows by 7, and the years by 8 and 9.
    check(
        5,
        &format!(
            "{MANY}\nissued R1.1 2024-09-30
             crowd 3 2024-07-10 VR-N NORTH Late
             crowd 5 2024-06-10 VR-N NORTH Early
             crowd 4 2024-09-20 VR-N NORTH After
             crowd 5 2024-10-10 VR-N NORTH New
             draft R2.1 2024-12-31"
        ),
        "pupils-fed by quarter: 2024-Q1 0, 2024-Q2 5, 2024-Q3 24, 2024-Q4 5
         pupils-fed by year_calendar: 2024 34
         pupils-fed by year_ethiopian: not shown, last in R1.1",
    );
}

#[test]
fn two_kinds_of_years_may_not_cut_a_small_part_off_together() {
    // From 1 to 10 September there is one pupil: between the two new years, in no quarter or year of its own.
    let story = "crowd 9 2024-07-10 VR-N NORTH Ami
                 fed 2024-09-05 VR-N NORTH Bo
                 crowd 8 2024-09-20 VR-N NORTH Cleo
                 draft R1.1 2024-09-30";
    let mut programme = programme(5);
    programme.periods.years[2] = YearCount { name: "school".parse().unwrap(), kind: YearKind::FromMonth(9) };
    check_in(
        programme,
        story,
        "pupils-fed by year_ethiopian: 2016 10, 2017 8
         pupils-fed by year_school: not shown",
    );
}

#[test]
fn years_of_things_are_always_shown() {
    let mut programme = programme(5);
    programme.disclosure.things.push("person".to_owned());
    check_in(
        programme,
        "fed 2024-07-10 VR-N NORTH Ami\ndraft R1.1 2024-09-30",
        "pupils-fed by year_ethiopian: 2016 1, 2017 0",
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Tables by year add up to the figure, and what is shown of persons tells no small number: not in the parts into
    /// which all shown tables together cut time, and not in how such a part changed.
    #[test]
    fn years_add_up_and_shown_tables_cut_no_small_part(
        first in proptest::collection::vec((0..10_u8, 1..9_u8), 1..5),
        later in proptest::collection::vec((0..10_u8, 1..9_u8), 0..4),
    ) {
        let programme = programme(5);
        let mut story = Story::new(programme.clone());
        // Days on both sides of the new years of September and of the quarters' ends.
        let day = |slot: u8| date(2024, 6, 5).checked_add(jiff::Span::new().days(i64::from(slot) * 14)).unwrap();
        let mut tell = |crowds: &[(u8, u8)], name: &str, until: &str| {
            for (at, (slot, size)) in crowds.iter().enumerate() {
                story.tell(&format!("crowd {size} {} VR-N NORTH {name}{at}", day(*slot))).unwrap();
            }
            story.tell(until).unwrap();
            let days = |from: &str, to: &str| -> u64 {
                let records = story.facts.records.values().map(|state| &state.record);
                let inside = |day: &str| from <= day && day < to;
                records.filter(|record| inside(&record.values[&"day".parse().unwrap()].to_string())).count() as u64
            };
            // The parts are counted here from the records themselves.
            let parts = ["2024-01-01", "2024-07-01", "2024-09-11", "2024-10-01", "2025-01-01"]
                .windows(2).map(|pair| days(pair[0], pair[1])).collect::<Vec<_>>();
            let release = story.facts.releases.last().unwrap();
            let tables = release.figures[0].tables.clone();
            (parts, tables)
        };
        let before = tell(&first, "A", "issued R1.1 2024-12-31");
        let now = tell(&later, "B", "issued R2.1 2025-03-31");
        let is_shown = |tables: &[PublicTable]| {
            tables.iter().any(|table| matches!(table, PublicTable::Shown { key: TableKey::Year(name), .. } if name.as_str() == "ethiopian"))
        };
        let is_safe = |count: u64| count == 0 || count >= 5;
        if is_shown(&now.1) {
            prop_assert!(now.0.iter().copied().all(is_safe), "{:?}", now.0);
        }
        if is_shown(&now.1) && is_shown(&before.1) {
            let mut changes = now.0.iter().zip(&before.0).map(|(now, before)| now - before);
            prop_assert!(changes.all(is_safe), "{:?} {:?}", before.0, now.0);
        }

        let indicator = &programme.indicators[0];
        let tally = count_figure(&programme, indicator, &story.facts, programme.ends).unwrap();
        let keys = table_keys(&programme, indicator);
        for table in tables(&programme, indicator, &tally, &keys, programme.ends).unwrap() {
            if matches!(table.key, TableKey::Quarter | TableKey::Year(_)) {
                let sum: u64 = table.cells.iter().map(|(_, count)| count).sum();
                prop_assert_eq!(sum, tally.value, "{}", table.key.name());
            }
        }
    }
}
