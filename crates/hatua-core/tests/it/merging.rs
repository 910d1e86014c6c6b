//! Who was reached: decisions about two units, and what they do to the figures.

use crate::golden::{check, check_refused};

const FOUR: &str = "fed 2024-01-10 VR-N NORTH Ami
                    fed 2024-01-11 VR-N SOUTH Amy
                    fed 2024-01-12 VR-S SOUTH Bo
                    fed 2024-01-13 VR-S NORTH Cleo";

fn check_four(decisions: &str, pupils: u64) {
    check(&format!("{FOUR}\n{decisions}"), &format!("pupils-fed = {pupils}"));
}

fn check_four_refused(decisions: &str, words: &str) {
    check_refused(&format!("{FOUR}\n{decisions}"), words);
}

#[test]
fn undecided_unsure_and_different_units_count_as_two() {
    check_four("", 4);
    check_four("unsure NORTH/Ami SOUTH/Amy", 4);
    check_four("different NORTH/Ami SOUTH/Amy", 4);
}

#[test]
fn the_same_through_a_third_unit_is_the_same() {
    check_four("same NORTH/Ami SOUTH/Amy\nsame SOUTH/Amy SOUTH/Bo", 2);
    check_four("same NORTH/Ami SOUTH/Amy\nsame SOUTH/Bo NORTH/Cleo\nsame NORTH/Cleo NORTH/Ami", 1);
}

#[test]
fn two_groups_that_are_joined_are_one_with_all_their_members() {
    check(
        "crowd 8 2024-01-10 VR-N NORTH Ami
         same NORTH/Ami-1 NORTH/Ami-2
         same NORTH/Ami-2 NORTH/Ami-3
         same NORTH/Ami-3 NORTH/Ami-4
         same NORTH/Ami-5 NORTH/Ami-6
         same NORTH/Ami-6 NORTH/Ami-7
         same NORTH/Ami-7 NORTH/Ami-8
         same NORTH/Ami-1 NORTH/Ami-8",
        "pupils-fed = 1",
    );
}

#[test]
fn a_unit_is_not_decided_against_itself_nor_one_that_no_record_is_about() {
    check_four_refused("same NORTH/Ami NORTH/Ami", "name two");
    check_four_refused("same NORTH/Ami NORTH/Nobody", "no record is about unit");
}

#[test]
fn what_is_one_already_is_not_decided_again() {
    check_four_refused("same NORTH/Ami SOUTH/Amy\nsame SOUTH/Amy NORTH/Ami", "already the same unit");
    let through_a_third = "same NORTH/Ami SOUTH/Amy\nsame SOUTH/Amy SOUTH/Bo\nsame NORTH/Ami SOUTH/Bo";
    check_four_refused(through_a_third, "already the same unit");
}

#[test]
fn the_same_across_a_standing_different_is_refused() {
    check_four_refused("different NORTH/Ami SOUTH/Amy\nsame SOUTH/Amy NORTH/Ami", "can't be the same");
}

#[test]
fn the_same_across_a_different_of_third_units_is_refused() {
    check_four_refused(
        "different NORTH/Ami NORTH/Cleo
         same NORTH/Ami SOUTH/Amy
         same NORTH/Cleo SOUTH/Bo
         same SOUTH/Amy SOUTH/Bo",
        "can't be the same",
    );
}

#[test]
fn what_is_one_is_not_kept_apart_while_the_decision_stands() {
    let joined = "same NORTH/Ami SOUTH/Amy\nsame SOUTH/Amy SOUTH/Bo";
    check_four_refused(&format!("{joined}\ndifferent NORTH/Ami SOUTH/Bo"), "can't be kept apart");
    check_four_refused(&format!("{joined}\nunsure NORTH/Ami SOUTH/Bo"), "can't be kept apart");
}

#[test]
fn an_unsure_pair_can_be_decided_later() {
    check_four("unsure NORTH/Ami SOUTH/Amy\nsame NORTH/Ami SOUTH/Amy", 3);
}

#[test]
fn a_decision_that_is_undone_leaves_everything_as_it_was() {
    check_four("same NORTH/Ami SOUTH/Amy\nundone", 4);
    check_four("different NORTH/Ami SOUTH/Amy\nundone\nsame NORTH/Ami SOUTH/Amy", 3);
    check_four("same NORTH/Ami SOUTH/Amy\nsame SOUTH/Amy SOUTH/Bo\nundone", 3);
}

#[test]
fn a_merged_pupil_stands_under_the_attributes_of_the_first_record_that_counts() {
    let pair = "fed 2024-01-10 VR-N NORTH Ami sex=F row=first
                fed 2024-04-11 VR-S SOUTH Amy sex=M
                same NORTH/Ami SOUTH/Amy";
    check(pair, "pupils-fed by sex: F 1, M 0\npupils-fed by partner: NORTH 1, SOUTH 0");
    check(
        &format!("{pair}\nwithdrawn first"),
        "pupils-fed = 1\npupils-fed by sex: F 0, M 1\npupils-fed by partner: NORTH 0, SOUTH 1",
    );
}
