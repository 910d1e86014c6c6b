//! Golden figures of the winter shelters: two lists of one figure, rows that a rule leaves out, rows about what they
//! point to, blank amounts.

use hatua_core::count::{CellFilter, count_figure, explain};
use hatua_core::programme::{Programme, read};

use crate::folder::{print, winter_shelters};
use crate::golden::check_in;
use crate::story::Story;

/// The winter shelters, with every table open and no cell too small.
pub fn open_shelters() -> Programme {
    let mut programme = read(&winter_shelters()).unwrap_or_else(|findings| panic!("{}", print(&findings)));
    let policy = &mut programme.disclosure;
    (policy.k, policy.figures) = (1, [].into());
    policy.tables = programme.indicators.iter().map(|indicator| indicator.slug.clone()).collect();
    policy.one_way = programme.dimensions.iter().map(|dimension| dimension.name.clone()).collect();
    programme
}

fn check(story: &str, expected: &str) {
    check_in(open_shelters(), story, expected);
}

#[test]
fn a_row_that_the_rule_excepts_stays_in_the_chain_and_is_left_out_there() {
    check(
        "row stay 2024-01-10 NORTH Ami  country=HI nights=1 kind=alone
         row stay 2024-01-10 NORTH Bo   country=HI nights=2 kind=staff row=staff
         row stay 2024-01-10 NORTH Cleo country=HI nights=2 kind=staff row=unread pending
         row stay 2024-01-10 NORTH Dan  country=HI nights=2 kind=staff row=gone
         row stay 2024-01-10 NORTH Eve  country=HI nights=0 kind=staff row=nothing
         withdrawn gone",
        "guests = 1
         guests leaves out staff: rule
         guests leaves out unread: pending
         guests leaves out gone: withdrawn
         guests leaves out nothing: rule
         guests chain received 4 > verified 1 -1 pending -1 withdrawn -1 rule > partner 1 > programme 1",
    );
}

#[test]
fn an_age_in_years_and_a_group_of_age_stand_in_one_table() {
    check(
        "row stay 2024-01-10 NORTH Ami  country=HI nights=1 age_years=17
         row stay 2024-01-10 NORTH Bo   country=HI nights=1 age_years=18
         row stay 2024-01-10 NORTH Cleo country=HI nights=1
         row meal 2024-01-10 NORTH Dan  country=LO age_group=0-17
         row meal 2024-01-10 NORTH Eve  country=LO age_group=18+",
        "guests = 5
         guests by age: 0-17 2, 18+ 2, head_count 0, unknown 1",
    );
}

#[test]
fn each_figure_has_its_own_codes_and_a_code_outside_its_list_has_a_cell_too() {
    check(
        "row stay 2024-01-10 NORTH Ami country=HI nights=1 kind=alone
         row meal 2024-01-10 NORTH Bo  country=HI kind=passer_by
         row shelter 2024-01-09 NORTH S-1 country=HI shelter_id=S-1
         row work 2024-01-10 NORTH S-1 country=HI shelter=S-1 kind=door",
        "guests by kind: family 0, alone 1, passer_by 1
         shelters by kind: roof 0, stove 0, door 1",
    );
}

#[test]
fn works_on_one_shelter_are_about_one_shelter_and_one_that_no_list_knows_does_not_count() {
    check(
        "row shelter 2024-01-09 NORTH S-1 country=HI shelter_id=S-1 pending
         row shelter 2024-01-09 SOUTH H-7 country=HI shelter_id=H-7
         row work 2024-01-10 NORTH S-1 country=HI shelter=S-1 kind=roof row=first
         row work 2024-01-11 NORTH S-1 country=HI shelter=S-1 kind=stove row=second
         row work 2024-01-12 SOUTH H-7 country=HI shelter=H-7 kind=stove row=other
         row work 2024-01-13 SOUTH H-9 country=HI shelter=H-9 kind=stove row=nowhere
         same NORTH/S-1 SOUTH/H-7",
        "shelters = 1
         shelters leaves out second: same_unit_same_partner
         shelters leaves out other: same_unit_other_partner
         shelters leaves out nowhere: refers_to_nothing
         shelters by kind: roof 1, stove 0",
    );
}

#[test]
fn an_amount_that_nobody_counted_is_not_zero_and_leaves_the_row_out() {
    check(
        "row talk 2024-01-10 NORTH T-1 country=HI reach=40
         row talk 2024-01-11 NORTH T-2 country=HI reach=0
         row talk 2024-01-12 NORTH T-3 country=LO row=blank",
        "listeners = 40
         listeners records 2
         listeners leaves out blank: rule
         talks = 3",
    );
}

#[test]
fn a_figure_may_have_a_threshold_of_its_own_and_other_exact_totals() {
    let ten = "row stay 2024-01-10 NORTH P-1 country=HI nights=1 age_years=20";
    let guests = |how_many: usize| -> String {
        (1..=how_many).map(|number| ten.replace("P-1", &format!("P-{number}")) + "\n").collect()
    };
    let programme = || read(&winter_shelters()).unwrap();
    check_in(programme(), &guests(10), "guests = 10\nguests by age: not shown\nno guests by country");
    check_in(programme(), &guests(11), "guests by age: 0-17 0, 18+ 11, head_count 0");
    check_in(
        programme(),
        "row talk 2024-01-10 NORTH T-1 country=HI reach=1",
        "listeners by country: HI 1, LO 0 (0 in several)",
    );
    let mut by_programme = programme();
    by_programme.disclosure.figures.clear();
    check_in(
        by_programme,
        &guests(10),
        "guests by age: 0-17 0, 18+ 10, head_count 0\nguests by country: HI 10, LO 0",
    );
}

/// Persons that a crowd's row counts are added and declared apart; they have no age, and stand under no other.
#[test]
fn persons_counted_by_head_are_added_and_declared_apart() {
    check(
        "row stay 2024-01-10 NORTH Ami country=HI nights=1 kind=alone age_years=30
         row stay 2024-02-10 NORTH Ami country=HI nights=1 kind=alone age_years=30
         row stay 2024-02-11 SOUTH Amy country=HI nights=1 kind=alone age_years=30
         row crowd 2024-01-11 NORTH C-1 country=LO kind=family persons=40 inside=yes row=crowd
         row crowd 2024-04-11 SOUTH C-1 country=HI persons=7 inside=yes row=other
         row crowd 2024-01-12 NORTH C-2 country=LO persons=90 inside=yes row=unread pending
         row crowd 2024-01-13 NORTH C-3 country=LO persons=900 row=outside
         same NORTH/Ami SOUTH/Amy
         draft R1.1 2024-06-30",
        "guests = 48
         guests heads 47
         guests records 5
         guests counts NORTH/Ami/2024-01-10, crowd, other
         guests leaves out unread: pending
         guests leaves out outside: rule
         guests chain received 6 > verified 5 -1 pending > partner 4 -1 same_unit_same_partner > programme 3 -1 same_unit_other_partner > amounts 48 -2 +47
         guests by country: HI 8, LO 40
         guests by partner: NORTH 41, SOUTH 7
         guests by age: 0-17 0, 18+ 1, head_count 47
         guests by kind: family 40, alone 1, unknown 7
         guests by quarter: 2024-Q1 41, 2024-Q2 7",
    );
    check(
        "row stay 2024-01-10 NORTH Ami country=HI nights=1",
        "guests = 1
         guests heads 0
         guests chain received 1 > verified 1 > partner 1 > programme 1
         guests by age: 0-17 0, 18+ 0, head_count 0, unknown 1",
    );
}

#[test]
fn a_crowd_stands_in_its_own_cell_also_where_a_person_stands_in_several() {
    let mut programme = open_shelters();
    programme.disclosure.each = ["country", "age"].map(|name| name.parse().unwrap()).into();
    check_in(
        programme,
        "row stay 2024-01-10 NORTH Ami country=HI nights=1 age_years=17
         row stay 2024-02-10 NORTH Ami country=LO nights=1 age_years=18
         row crowd 2024-01-11 NORTH C-1 country=LO persons=40 inside=yes",
        "guests by country: HI 1, LO 40
         guests by country_each: HI 1, LO 41 (1 in several)
         guests by age_each: 0-17 1, 18+ 1, head_count 40 (1 in several)",
    );
}

#[test]
fn a_talk_of_two_countries_stands_in_both_and_is_one_talk() {
    check(
        "row talk 2024-01-10 NORTH T-1 country=HI country_2=LO reach=40
         row talk 2024-02-10 NORTH T-1 country=HI country_2=LO reach=10
         row talk 2024-01-12 NORTH T-2 country=LO country_2=LO country_3=LO
         row talk 2024-01-13 NORTH T-3 country=LO country_2=XX",
        "talks = 3
         talks by country: HI 1, LO 3, XX 1 (2 in several)
         talks by partner: NORTH 3, SOUTH 0
         listeners by country: HI 50, LO 50 (50 in several)
         shelters by country: HI 0, LO 0",
    );
}

#[test]
fn what_is_given_and_where_people_are_sent_is_counted_beside_them_row_by_row() {
    check(
        "row stay 2024-01-10 NORTH Ami country=HI nights=1 beds=2 blankets=0 referral=accepted
         row stay 2024-01-11 NORTH Ami country=HI nights=1 beds=1 referral=accepted
         row meal 2024-01-11 SOUTH Bo country=HI blankets=4 referral=elsewhere
         row meal 2024-01-12 SOUTH Bo country=HI beds=9 referral=lost pending
         row crowd 2024-01-11 NORTH C-1 country=LO persons=40 inside=yes",
        "guests = 42
         guests by things_given: beds 3, blankets 4
         guests by referrals: accepted 2, declined 0, lost 0, elsewhere 1",
    );
}

/// Says what stands behind a cell of the guests: its value, the rows that add to it, and those that would have.
fn behind(told: &str, cell: &str) -> Result<String, String> {
    let story = Story::told(open_shelters(), told);
    let indicator = story.programme.indicator("guests").unwrap();
    let tally = count_figure(&story.programme, indicator, &story.facts, story.programme.ends).unwrap();
    let filter: CellFilter = cell.parse().unwrap();
    let explained =
        explain(&story.programme, indicator, &tally, &filter).map_err(|refusal| refusal.to_string())?;
    let added = explained.counted.iter().map(|row| format!("{}+{}", row.record.document, row.weight));
    let mut left_out: Vec<_> =
        explained.left_out.iter().map(|row| format!("-{}", row.record.document)).collect();
    left_out.sort();
    Ok(format!("{} {}", explained.value, added.chain(left_out).collect::<Vec<_>>().join(" ")))
}

#[test]
fn the_rows_behind_a_crowd_and_behind_a_cell_beside_the_figure_are_listed() {
    let told = "row stay 2024-01-10 NORTH Ami country=HI nights=1 beds=2 referral=accepted row=first
                row stay 2024-01-11 NORTH Ami country=LO nights=1 beds=1 blankets=0 row=second
                row stay 2024-01-11 NORTH Bo country=LO nights=1 beds=5 row=third
                row stay 2024-01-12 NORTH Bo country=LO nights=1 beds=8 row=unread pending
                row stay 2024-01-12 NORTH Bo country=LO nights=1 row=none pending
                row crowd 2024-01-11 NORTH C-1 country=LO persons=40 inside=yes row=crowd";
    let said = |cell: &str| behind(told, cell).unwrap();
    assert_eq!(said("age=head_count"), "40 crowd+40");
    assert_eq!(said("country=LO"), "41 third+1 crowd+40 -none -second -unread");
    assert_eq!(said("things_given=beds"), "8 first+2 second+1 third+5 -unread");
    // A person's things stand in the country in which the person was counted.
    assert_eq!(said("things_given=beds,country=HI"), "3 first+2 second+1");
    assert_eq!(said("things_given=blankets"), "0 ");
    assert_eq!(said("referrals=accepted"), "1 first+1");
    let refused = |cell: &str| behind(told, cell).unwrap_err();
    assert!(refused("things_given=tents").contains("its codes are beds, blankets"));
    assert!(refused("colour=red").contains("things_given, referrals, quarter"));
    assert!(refused("things_given=beds,referrals=lost").contains("name one of them"));
}

/// No number that is kept exact holds it: a figure is refused, never wrong.
#[test]
fn amounts_that_no_figure_can_hold_are_refused_with_a_sentence() {
    let huge = 9_007_199_254_740_991_u64;
    let told =
        |lines: String| Story::told(open_shelters(), &lines).tell("draft R1.1 2024-06-30").unwrap_err();
    let talks = told(format!(
        "row talk 2024-01-10 NORTH T-1 country=HI reach={huge}\nrow talk 2024-01-11 NORTH T-2 country=HI reach=1"
    ));
    assert!(talks.contains("the amounts behind `listeners` add up to more than 9007199254740991"), "{talks}");
    let crowds = told(format!(
        "row crowd 2024-01-10 NORTH C-1 country=HI persons={huge} inside=yes
         row stay 2024-01-10 NORTH Ami country=HI nights=1"
    ));
    assert!(crowds.contains("`guests`") && crowds.contains("return the record"), "{crowds}");
    let beds = told(format!(
        "row stay 2024-01-10 NORTH Ami country=HI nights=1 beds={huge}
         row stay 2024-01-11 NORTH Ami country=HI nights=1 beds={huge}"
    ));
    assert!(beds.contains("`guests`"), "{beds}");
}
