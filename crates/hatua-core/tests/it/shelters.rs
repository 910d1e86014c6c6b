//! Golden figures of the winter shelters: two lists of one figure, rows that a rule leaves out, rows about what they
//! point to, blank amounts.

use hatua_core::programme::{Programme, read};

use crate::folder::{print, winter_shelters};
use crate::golden::check_in;

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
         guests by age: 0-17 2, 18+ 2, unknown 1",
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
    check_in(programme(), &guests(11), "guests by age: 0-17 0, 18+ 11");
    check_in(
        programme(),
        "row talk 2024-01-10 NORTH T-1 country=HI reach=1",
        "listeners by country: HI 1, LO 0",
    );
    let mut by_programme = programme();
    by_programme.disclosure.figures.clear();
    check_in(by_programme, &guests(10), "guests by age: 0-17 0, 18+ 10\nguests by country: HI 10, LO 0");
}
