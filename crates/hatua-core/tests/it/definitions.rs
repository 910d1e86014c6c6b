//! A figure under another definition: by which rule it is counted there, what a release may say of it, and which records
//! make the difference.

use hatua_core::count::{Share, compare, count_figure};
use hatua_core::programme::succession::contradictions;
use hatua_core::programme::{
    Bound, ColumnPath, Condition, Crosswalk, CrosswalkKind, OtherRule, Programme, Test,
};
use hatua_core::record::Value;
use hatua_core::release::{FigureValue, LeftOutReason};
use hatua_core::statement::AsOf;
use proptest::prelude::*;

use crate::story::{Story, open_programme};

/// The school meals, where another definition counts only pupils who had at least five plates at once.
fn programme(k: u64) -> Programme {
    let mut programme = open_programme();
    programme.disclosure.k = k;
    let fed = &mut programme.indicators[0];
    let mut from = fed.from.clone();
    let column = ColumnPath { through: None, column: "meals".parse().unwrap() };
    from[0].condition = Some(Condition::Column(column, Test::AtLeast(Bound::Value(Value::Integer(5)))));
    let rule = OtherRule { from, head_counts: None };
    fed.crosswalk = vec![
        crosswalk("v2", Some("1.1bis"), CrosswalkKind::Narrower, Some(rule)),
        crosswalk("v3", None, CrosswalkKind::Dropped, None),
    ];
    programme.indicators[2].crosswalk = vec![crosswalk("v2", Some("1.9"), CrosswalkKind::Same, None)];
    programme
}

fn crosswalk(to: &str, code: Option<&str>, kind: CrosswalkKind, rule: Option<OtherRule>) -> Crosswalk {
    let code = code.map(|code| code.parse().unwrap());
    Crosswalk { to: to.to_owned(), code, kind, said_on: AsOf::Year(2021), line: false, rule }
}

/// What the last draft of a story says of the pupils fed: here, and under v2.
fn said(k: u64, story: &str) -> (FigureValue, FigureValue) {
    let draft = Story::told(programme(k), story).last_draft();
    let fed = &draft.figures()[0];
    (fed.value, fed.under("v2").unwrap().value)
}

fn number(number: u64) -> FigureValue {
    FigureValue::Published(number)
}

#[test]
fn a_figure_is_counted_by_the_rule_of_each_definition() {
    let story = "fed 2024-01-10 VR-N NORTH Ami meals=1
                 fed 2024-02-10 VR-N NORTH Ami meals=5
                 fed 2024-01-10 VR-N NORTH Bo  meals=4
                 fed 2024-01-10 VR-N NORTH Cleo meals=6
                 delivery 2024-01-10 VR-N NORTH N-1 due=2024-01-09";
    assert_eq!(said(1, story), (number(3), number(2)));
    let draft = Story::told(programme(1), story).last_draft();
    let others: Vec<_> = draft
        .figures()
        .iter()
        .flat_map(|figure| &figure.other_definitions)
        .map(|other| (other.definition.as_str(), other.code.as_str(), other.value))
        .collect();
    // What was dropped is counted nowhere; what is the same is counted by the same rule, under its new code.
    assert_eq!(others, [("v2", "1.1bis", number(2)), ("v2", "1.9", number(1))]);
}

#[test]
fn a_value_that_tells_a_small_number_beside_the_figure_is_withheld() {
    let crowds = |small: u64, large: u64| {
        format!(
            "crowd {small} 2024-01-10 VR-N NORTH Small meals=1\ncrowd {large} 2024-01-10 VR-N NORTH Large meals=5"
        )
    };
    assert_eq!(said(5, &crowds(6, 7)), (number(13), number(7)));
    assert_eq!(said(5, &crowds(4, 7)).1, FigureValue::Suppressed, "4 = 11 less 7");
    assert_eq!(said(5, &crowds(7, 4)).1, FigureValue::Suppressed);
    let first = format!("{}\nissued R1.1 2024-03-31", crowds(6, 7));
    let after = |then: &str| said(5, &format!("{first}\n{then}\ndraft R2.1 2024-06-30")).1;
    assert_eq!(after("crowd 5 2024-04-10 VR-N NORTH New meals=5"), number(12));
    assert_eq!(after("fed 2024-04-10 VR-N NORTH New meals=5"), FigureValue::Suppressed);
    assert_eq!(
        after("fed 2024-04-10 VR-N NORTH New meals=1"),
        FigureValue::Suppressed,
        "7 stays, and the others grow by 1"
    );
    let mut things = programme(5);
    things.disclosure.things.push("person".to_owned());
    let draft = Story::told(things, &crowds(1, 1)).last_draft();
    assert_eq!(draft.figures()[0].under("v2").unwrap().value, number(1));
}

#[test]
fn what_is_the_same_under_both_tells_nothing_new() {
    let mut programme = programme(5);
    programme.indicators[0].crosswalk = vec![crosswalk("v2", Some("1.1"), CrosswalkKind::Same, None)];
    let draft = Story::told(programme, "fed 2024-01-10 VR-N NORTH Ami").last_draft();
    assert_eq!(draft.figures()[0].under("v2").unwrap().value, number(1), "the figure itself says 1");
}

#[test]
fn each_record_that_makes_the_difference_is_named_with_why() {
    let story = Story::told(
        programme(1),
        "fed 2024-01-10 VR-N NORTH Ami meals=1 row=first
         fed 2024-02-10 VR-N NORTH Ami meals=5 row=later
         fed 2024-01-11 VR-N NORTH Bo  meals=4 row=small
         fed 2024-01-10 VR-N NORTH Cleo meals=6 row=both
         fed 2024-01-10 VR-N NORTH Dan meals=4 row=waits pending",
    );
    let here = &story.programme.indicators[0];
    let there = here.under("v2").unwrap();
    let count =
        |indicator| count_figure(&story.programme, indicator, &story.facts, story.programme.ends).unwrap();
    let (first, second) = (count(here), count(&there));
    let differs: Vec<_> = compare(&first, &second)
        .into_iter()
        .map(|difference| (difference.record.document.to_string(), difference.first, difference.second))
        .collect();
    let (adds, left_out) = (Share::Adds(1), Share::LeftOut);
    assert_eq!(
        differs,
        [
            ("first".to_owned(), adds, left_out(LeftOutReason::Rule)),
            ("small".to_owned(), adds, left_out(LeftOutReason::Rule)),
            ("later".to_owned(), left_out(LeftOutReason::SameUnitSamePartner), adds),
        ]
    );
}

#[test]
fn a_rule_under_another_definition_does_not_change_once_a_release_was_counted_by_it() {
    let (before, story) = (programme(1), "fed 2024-01-10 VR-N NORTH Ami\nissued R1.1 2024-03-31");
    let told = Story::told(before.clone(), story);
    let issued = [(&told.facts.releases[0], &before)];
    assert_eq!(contradictions(&issued, &before), []);
    let mut next = before.clone();
    next.indicators[0].crosswalk[0].rule = None;
    let found = contradictions(&issued, &next);
    assert!(found[0].to_string().contains("`crosswalk` differs"), "{}", found[0]);
    next.indicators[0].crosswalk.remove(0);
    assert_eq!(contradictions(&issued, &next), [], "a definition that nobody names any more is gone");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// The second value is the first one, less what the named records add here, plus what they add there; and no record
    /// is named that does the same in both.
    #[test]
    fn the_named_records_make_up_the_whole_difference(
        meals in proptest::collection::vec((0..4_u8, 0..9_u8, proptest::bool::ANY), 0..14),
        same in proptest::bool::ANY,
    ) {
        let mut story = Story::new(programme(1));
        for (at, (name, plates, is_checked)) in meals.iter().enumerate() {
            let partner = if name % 2 == 0 { "NORTH" } else { "SOUTH" };
            let pending = if *is_checked { "" } else { "pending" };
            let line = format!("fed 2024-01-{:02} VR-N {partner} P{name} meals={plates} row=r{at} {pending}", at + 1);
            story.tell(&line).unwrap();
        }
        if same {
            let _ = story.tell("same NORTH/P0 SOUTH/P1");
        }
        let here = &story.programme.indicators[0];
        let there = here.under("v2").unwrap();
        let count = |indicator| count_figure(&story.programme, indicator, &story.facts, story.programme.ends).unwrap();
        let (first, second) = (count(here), count(&there));
        let differs = compare(&first, &second);
        let less: u64 = differs.iter().map(|difference| difference.first.adds()).sum();
        let more: u64 = differs.iter().map(|difference| difference.second.adds()).sum();
        prop_assert_eq!(second.value + less, first.value + more);
        prop_assert!(differs.iter().all(|difference| difference.first != difference.second));
        let plates = |number: &str| number.parse::<usize>().map(|at| usize::from(meals[at].1));
        for difference in differs {
            let row = difference.record.document.to_string();
            prop_assert!(plates(&row[1..]).unwrap() >= 1, "a row that neither rule counts makes no difference");
        }
    }
}
