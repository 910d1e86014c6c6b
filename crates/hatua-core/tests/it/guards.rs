//! What must not move a figure or betray a person, and what no act may do, whatever was sent or typed.

use hatua_core::id::{DecisionId, RecordId, UnitId};
use hatua_core::identity::{decide, undo};
use hatua_core::ledger::Verdict;
use hatua_core::programme::indicator::Band;
use hatua_core::programme::{DimensionCodes, Programme};
use hatua_core::reason::ReasonError;
use hatua_core::verify::{give_back, withdraw};

use crate::golden::{check, check_refused, says};
use crate::story::{Story, open_programme, uuid};

/// A delivery and a pupil who ate of it, both verified; then what happened to the delivery.
fn check_fed(then: &str, pupils: u64) {
    let told = format!(
        "delivery 2024-01-10 VR-N NORTH N-1 state=accepted row=d
         fed      2024-01-10 VR-N NORTH Ami from=N-1
         {then}"
    );
    check(&told, &format!("pupils-fed = {pupils}"));
}

/// A figure fell on the day on which a partner sent its list of deliveries again, before anybody had looked at it.
#[test]
fn an_unverified_change_moves_no_figure_through_a_reference() {
    check_fed("", 1);
    check_fed("changed d state=refused", 1);
    check_fed("changed d state=refused\nchanged d state=refused meals=0", 1);
    check_fed("changed d state=refused\nverified d", 0);
}

#[test]
fn a_change_after_a_return_waits_too_and_a_withdrawal_holds_at_once() {
    check_fed("returned d\nchanged d state=refused", 1);
    check_fed("changed d state=refused\nreturned d", 1);
    check_fed("changed d state=refused\nwithdrawn d", 0);
}

#[test]
fn a_row_that_was_never_verified_is_seen_as_it_is() {
    let told = "delivery 2024-01-10 VR-N NORTH N-1 state=accepted row=d pending
                fed      2024-01-10 VR-N NORTH Ami from=N-1";
    check(told, "pupils-fed = 1");
    check(&format!("{told}\nchanged d state=refused"), "pupils-fed = 0");
}

/// The school meals with k = 5 and only the table by age.
fn by_age() -> Programme {
    let mut programme = open_programme();
    programme.disclosure.k = 5;
    programme.disclosure.one_way = vec!["age".parse().unwrap()];
    programme
}

/// Gives the pupils other bands of age.
fn change_bands(story: &mut Story, bands: &[(&str, i64, i64)]) {
    let age = story.programme.dimensions.iter_mut().find(|dimension| dimension.name.as_str() == "age");
    let DimensionCodes::Bands(of_figures) = &mut age.unwrap().codes else { panic!("ages have bands") };
    let band =
        |(code, from, to): &(&str, i64, i64)| Band { code: (*code).into(), from: *from, to: Some(*to) };
    of_figures.insert("pupils-fed".parse().unwrap(), bands.iter().map(band).collect());
}

#[track_caller]
fn assert_says(story: &Story, line: &str) {
    let said = says(story);
    assert!(said.iter().any(|said| said == line), "expected: {line}\nsaid:\n{}", said.join("\n"));
}

/// Pupils of 5 to 9 were 40; after the bands were changed, those of 5 to 10 were 42: two pupils stood in the open.
#[test]
fn a_table_in_which_a_shown_code_is_gone_is_not_shown() {
    let mut story = Story::told(
        by_age(),
        "crowd 40 2024-01-10 VR-N NORTH Ami  age=7
         crowd  2 2024-01-10 VR-N NORTH Bo   age=10
         crowd 58 2024-01-10 VR-N NORTH Cleo age=12
         issued R1.1 2024-03-31",
    );
    change_bands(&mut story, &[("5-10", 5, 10), ("11-14", 11, 14)]);
    story.tell("draft R2.1 2024-06-30").unwrap();
    assert_says(&story, "pupils-fed by age: not shown, last in R1.1");
}

/// The band in which nobody had stood can go, and a band that nobody knew before can come.
#[test]
fn an_empty_code_that_is_gone_and_a_new_one_hide_no_table() {
    let told = "crowd 6 2024-01-10 VR-N NORTH Ami age=7\nissued R1.1 2024-03-31";
    let mut story = Story::told(by_age(), told);
    change_bands(&mut story, &[("5-9", 5, 9), ("10-18", 10, 18)]);
    story.tell("crowd 5 2024-04-10 VR-N NORTH Bo age=16").unwrap();
    story.tell("draft R2.1 2024-06-30").unwrap();
    assert_says(&story, "pupils-fed by age: 5-9 6, 10-18 5");
}

#[test]
fn ages_that_were_found_out_hide_no_table() {
    let mut story = Story::told(by_age(), "crowd 6 2024-01-10 VR-N NORTH Ami\nissued R1.1 2024-03-31");
    for pupil in 1..=6 {
        story.tell(&format!("changed NORTH/Ami-{pupil}/2024-01-10 age=7")).unwrap();
        story.tell(&format!("verified NORTH/Ami-{pupil}/2024-01-10")).unwrap();
    }
    story.tell("draft R2.1 2024-06-30").unwrap();
    assert_says(&story, "pupils-fed by age: 5-9 6, 10-14 0, 15+ 0");
}

/// What is typed stays for ever; a number in a reason led back to a person whose data had been erased.
#[test]
fn no_act_keeps_a_reason_with_contact_data() {
    let two = "fed 2024-01-10 VR-N NORTH Ami row=a\nfed 2024-01-11 VR-N SOUTH Amy";
    let story = Story::told(open_programme(), &format!("{two}\nunsure NORTH/Ami SOUTH/Amy"));
    let (address, phone) = ("ask head@school.example", "her mother is at +221 77 123 45 67");
    let state = &story.facts.records[&RecordId(uuid("a"))];
    assert_eq!(give_back(state, phone, None, story.programme.ends), Err(ReasonError::Phone.into()));
    assert_eq!(withdraw(state, address), Err(ReasonError::Address.into()));
    let units = (UnitId(uuid("NORTH/Ami")), UnitId(uuid("SOUTH/Amy")));
    let new = DecisionId(uuid("new"));
    let decided = decide(&story.programme, &story.facts, new, units, (Verdict::Different, phone));
    assert_eq!(decided, Err(ReasonError::Phone.into()));
    let standing = story.facts.decisions[0].id;
    assert_eq!(undo(&story.facts, standing, address), Err(ReasonError::Address.into()));
    check_refused(
        &format!("{two}\nreason pupils-fed {phone}\ndraft R1.1 2024-03-31"),
        "figure `pupils-fed`: the reason holds 7 digits in a row",
    );
}

#[test]
fn only_units_of_one_kind_are_decided_about() {
    for verdict in ["same", "different", "unsure"] {
        let told = format!(
            "delivery 2024-01-10 VR-N NORTH N-1
             fed      2024-01-10 VR-N NORTH Ami
             {verdict} NORTH/N-1 NORTH/Ami"
        );
        check_refused(&told, "is a `delivery` and unit");
        check_refused(&told, "is a `person`; name two of one kind");
    }
}

#[test]
fn what_was_decided_about_a_pair_is_not_decided_again() {
    let two = "fed 2024-01-10 VR-N NORTH Ami\nfed 2024-01-11 VR-N SOUTH Amy";
    for verdict in ["different", "unsure"] {
        let told = format!("{two}\n{verdict} NORTH/Ami SOUTH/Amy");
        let standing = Story::told(open_programme(), &told).facts.decisions[0].id;
        let again = format!("{told}\n{verdict} SOUTH/Amy NORTH/Ami");
        check_refused(&again, &format!("decision {standing} says the same of"));
        check(&format!("{told}\nundone\n{verdict} SOUTH/Amy NORTH/Ami"), "pupils-fed = 2");
    }
    check(&format!("{two}\nunsure NORTH/Ami SOUTH/Amy\ndifferent NORTH/Ami SOUTH/Amy"), "pupils-fed = 2");
}
