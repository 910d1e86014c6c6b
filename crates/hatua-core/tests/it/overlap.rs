//! Units that two figures, or several partners, share, and what a release may say of them.

use std::collections::{BTreeMap, BTreeSet};

use hatua_core::count::{Tally, count_figure, kind_of_units, overlap, units_by_partners};
use hatua_core::id::PartnerCode;
use hatua_core::identity::Merged;
use hatua_core::programme::{Bound, ColumnPath, Condition, Indicator, Measure, Programme, Test};
use hatua_core::record::Value;
use hatua_core::release::{Draft, FigureValue};
use proptest::prelude::*;

use crate::story::{Story, open_programme};

const SMALL: &str = "pupils-fed";
const LARGE: &str = "pupils-large";
const CASES: &str = "large-meals";

/// The school meals, where pupils who had a small meal (up to four plates) are one figure, those who had a large one
/// another, and the large meals a third. A pupil can stand in all.
fn programme(k: u64) -> Programme {
    let plates = |test: fn(Bound) -> Test, number: i64| {
        let column = ColumnPath { through: None, column: "meals".parse().unwrap() };
        Some(Condition::Column(column, test(Bound::Value(Value::Integer(number)))))
    };
    let mut programme = open_programme();
    programme.disclosure.k = k;
    let small = &mut programme.indicators[0];
    small.from[0].condition = plates(Test::AtMost, 4);
    small.never_add.extend([LARGE.parse().unwrap(), CASES.parse().unwrap()]);
    let mut large = small.clone();
    large.from[0].condition = plates(Test::AtLeast, 5);
    large.never_add = vec![small.slug.clone()];
    let more = |slug: &str, code: &str, measure: Measure| {
        let (slug, code) = (slug.parse().unwrap(), code.parse().unwrap());
        Indicator { slug, code, measure, ..large.clone() }
    };
    let more = [more(LARGE, "2.1", Measure::Distinct), more(CASES, "2.2", Measure::Cases)];
    programme.indicators.extend(more);
    programme
}

/// What a draft says that a figure shares with another: units in both, different units.
fn shared(draft: &Draft, figure: &str, with: &str) -> (FigureValue, FigureValue) {
    let figure = draft.figures().iter().find(|known| known.slug.as_str() == figure).unwrap();
    let shared = figure.shared_with(&with.parse().unwrap()).unwrap();
    (shared.both, shared.either)
}

fn number(number: u64) -> FigureValue {
    FigureValue::Published(number)
}

const WITHHELD: FigureValue = FigureValue::Suppressed;

#[test]
fn a_pupil_in_both_figures_is_one_of_their_different_pupils() {
    let draft = Story::told(
        programme(1),
        "fed 2024-01-10 VR-N NORTH Ami meals=1
         fed 2024-02-10 VR-N NORTH Ami meals=5
         fed 2024-02-11 VR-N NORTH Ami meals=5
         fed 2024-01-10 VR-N NORTH Bo  meals=1
         fed 2024-01-10 VR-N NORTH Cleo meals=5",
    )
    .last_draft();
    assert_eq!(shared(&draft, SMALL, LARGE), (number(1), number(3)));
    assert_eq!(shared(&draft, LARGE, SMALL), (number(1), number(3)), "both figures say the same");
}

#[test]
fn a_decision_between_partners_holds_across_figures() {
    let story = "fed 2024-02-10 VR-N NORTH Ami meals=1
                 fed 2024-01-10 VR-N SOUTH Amy meals=5";
    let both = |story: &str| shared(&Story::told(programme(1), story).last_draft(), SMALL, LARGE).0;
    assert_eq!(both(story), number(0), "undecided pupils are two");
    assert_eq!(both(&format!("{story}\nsame NORTH/Ami SOUTH/Amy")), number(1));
}

#[test]
fn figures_that_may_be_added_or_are_about_other_units_share_nothing() {
    let programme = programme(1);
    let draft = Story::told(programme.clone(), "fed 2024-01-10 VR-N NORTH Ami meals=1").last_draft();
    let shares: Vec<Vec<_>> = draft
        .figures()
        .iter()
        .map(|figure| figure.shared.iter().map(|shared| shared.with.as_str()).collect())
        .collect();
    // The sum of meals may not be added to the pupils either, but no unit of it is a pupil.
    assert_eq!(shares, [vec![LARGE, CASES], vec![], vec![], vec![SMALL], vec![SMALL]]);
    let kinds: Vec<_> =
        programme.indicators.iter().map(|indicator| kind_of_units(&programme, indicator)).collect();
    assert_eq!(kinds, [Some("person"), None, Some("delivery"), Some("person"), Some("person")]);
}

/// A crowd of so many pupils in both figures, so many in the small one only, so many in the large one only.
fn crowds(both: u64, small: u64, large: u64) -> String {
    format!(
        "crowd {both} 2024-01-10 VR-N NORTH Both meals=1
         crowd {small} 2024-01-10 VR-N NORTH Small meals=1
         crowd {large} 2024-01-10 VR-N NORTH Large meals=5
         crowd {both} 2024-01-11 VR-N NORTH Both meals=5",
    )
    .replace("crowd 0 ", "# ")
}

#[test]
fn a_small_number_of_persons_in_both_or_in_one_only_is_withheld_with_what_it_follows_from() {
    let said = |both, small, large| {
        shared(&Story::told(programme(5), &crowds(both, small, large)).last_draft(), SMALL, LARGE)
    };
    assert_eq!(said(5, 6, 7), (number(5), number(18)));
    assert_eq!(said(0, 6, 7), (number(0), number(13)), "nobody in both betrays nobody");
    assert_eq!(said(4, 6, 7), (WITHHELD, WITHHELD));
    assert_eq!(said(5, 4, 7), (WITHHELD, WITHHELD), "4 = the figure of 9 less the 5 in both");
    assert_eq!(said(5, 6, 1), (WITHHELD, WITHHELD));
}

#[test]
fn a_small_change_since_a_release_that_said_it_is_withheld() {
    let first = format!("{}\nissued R1.1 2024-03-31", crowds(5, 6, 7));
    let after = |then: &str| {
        let told = format!("{first}\n{then}\ndraft R2.1 2024-06-30");
        shared(&Story::told(programme(5), &told).last_draft(), SMALL, LARGE)
    };
    assert_eq!(after("crowd 5 2024-04-10 VR-N NORTH Late meals=1"), (number(5), number(23)));
    assert_eq!(after("fed 2024-04-10 VR-N NORTH Late meals=1"), (WITHHELD, WITHHELD));
    assert_eq!(after("fed 2024-04-10 VR-N NORTH Small-1 meals=5"), (WITHHELD, WITHHELD));
}

#[test]
fn different_persons_beside_a_figure_of_cases_would_tell_who_had_a_case_before() {
    let draft = Story::told(programme(5), &crowds(5, 6, 7)).last_draft();
    assert_eq!(shared(&draft, SMALL, CASES), (number(5), WITHHELD));
    let open = Story::told(programme(5), &crowds(4, 6, 7)).last_draft();
    assert_eq!(shared(&open, SMALL, CASES), (WITHHELD, WITHHELD));
}

#[test]
fn things_are_told_however_few_they_are() {
    let mut programme = programme(5);
    programme.disclosure.things.push("person".to_owned());
    let draft = Story::told(programme, &crowds(1, 1, 0)).last_draft();
    assert_eq!(shared(&draft, SMALL, LARGE), (number(1), number(2)));
    assert_eq!(shared(&draft, CASES, SMALL), (number(1), number(2)));
}

#[test]
fn a_units_partners_are_those_that_have_a_verified_record_of_it() {
    let story = Story::told(
        programme(1),
        "fed 2024-01-10 VR-N NORTH Ami meals=1
         fed 2024-02-10 VR-N SOUTH Amy meals=1
         same NORTH/Ami SOUTH/Amy
         fed 2024-01-10 VR-N NORTH Bo meals=1
         fed 2024-01-11 VR-N NORTH Bo meals=1
         fed 2024-01-10 VR-N SOUTH Cleo meals=1
         fed 2024-01-10 VR-N SOUTH Dan meals=1 pending",
    );
    let tally =
        count_figure(&story.programme, &story.programme.indicators[0], &story.facts, story.programme.ends)
            .unwrap();
    let sets = units_by_partners(&tally, &Merged::new(story.facts.standing_decisions()));
    let sets: Vec<_> = sets
        .iter()
        .map(|(partners, units)| {
            (partners.iter().map(PartnerCode::as_str).collect::<Vec<_>>().join("+"), *units)
        })
        .collect();
    assert_eq!(sets, [("NORTH".into(), 1), ("NORTH+SOUTH".into(), 1), ("SOUTH".into(), 1)]);
}

/// Names are one pupil where decisions joined them; counted here by walking from name to name.
fn pupil(same: &[(usize, usize)], name: usize) -> BTreeSet<usize> {
    let mut group = BTreeSet::from([name]);
    loop {
        let size = group.len();
        for (a, b) in same {
            if group.contains(a) || group.contains(b) {
                group.extend([*a, *b]);
            }
        }
        if group.len() == size {
            return group;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Both, either and the partners' sets equal a count by hand of who ate what.
    #[test]
    fn overlaps_equal_a_count_by_hand(
        meals in proptest::collection::vec((0..6_usize, proptest::bool::ANY), 1..16),
        same in proptest::collection::vec((0..6_usize, 0..6_usize), 0..4),
    ) {
        // Names 0 to 2 are pupils of one partner, 3 to 5 of the other.
        let partner = |name: usize| if name < 3 { "NORTH" } else { "SOUTH" };
        let mut story = Story::new(programme(1));
        for (at, (name, is_large)) in meals.iter().enumerate() {
            let plates = if *is_large { 5 } else { 1 };
            let line = format!("fed 2024-01-10 VR-N {} P{name} meals={plates} row=r{at}", partner(*name));
            story.tell(&line).unwrap();
        }
        let seen: BTreeSet<usize> = meals.iter().map(|(name, _)| *name).collect();
        let mut joined = Vec::new();
        for (a, b) in same.into_iter().filter(|(a, b)| seen.contains(a) && seen.contains(b)) {
            if story.tell(&format!("same {}/P{a} {}/P{b}", partner(a), partner(b))).is_ok() {
                joined.push((a, b));
            }
        }
        let pupils = |is_large: bool| -> BTreeSet<BTreeSet<usize>> {
            let eaters = meals.iter().filter(|(_, large)| *large == is_large);
            eaters.map(|(name, _)| pupil(&joined, *name)).collect()
        };
        let (small, large) = (pupils(false), pupils(true));
        let said = shared(&story.last_draft(), SMALL, LARGE);
        prop_assert_eq!(said.0, number(small.intersection(&large).count() as u64));
        prop_assert_eq!(said.1, number(small.union(&large).count() as u64));

        let merged = Merged::new(story.facts.standing_decisions());
        let tally = |slug: &str| -> Tally {
            let indicator = story.programme.indicator(slug).unwrap();
            count_figure(&story.programme, indicator, &story.facts, story.programme.ends).unwrap()
        };
        let counted = overlap(&tally(SMALL), &tally(LARGE), &merged);
        prop_assert_eq!(counted.both + counted.only_first, small.len() as u64);
        prop_assert_eq!(counted.both + counted.only_second, large.len() as u64);

        let mut sets: BTreeMap<BTreeSet<&str>, u64> = BTreeMap::new();
        for group in &small {
            let ate = meals.iter().filter(|(name, is_large)| !is_large && group.contains(name));
            *sets.entry(ate.map(|(name, _)| partner(*name)).collect()).or_default() += 1;
        }
        let counted = units_by_partners(&tally(SMALL), &merged);
        let counted: BTreeMap<BTreeSet<&str>, u64> =
            counted.iter().map(|(partners, units)| (partners.iter().map(PartnerCode::as_str).collect(), *units)).collect();
        prop_assert_eq!(counted, sets);
    }
}
