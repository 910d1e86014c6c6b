//! Properties of counting: it equals a count that is so simple that one can see that it is right, and it does not
//! depend on the order in which things were told.

use std::collections::{BTreeMap, BTreeSet};

use hatua_core::count::{count_figure, explain};
use hatua_core::programme::Attribute;
use jiff::civil::Date;
use proptest::prelude::*;

use crate::golden::says;
use crate::story::{Story, open_programme};

const UNTIL: &str = "2024-02-01";
const PARTNERS: [&str; 2] = ["NORTH", "SOUTH"];
const DISTRICTS: [&str; 2] = ["VR-N", "VR-S"];
const PEOPLE: [&str; 4] = ["Ami", "Bo", "Cleo", "Dan"];
const FATES: [&str; 4] = ["verified", "pending", "returned", "withdrawn"];

/// One delivery and one meal eaten from it.
#[derive(Debug, Clone)]
struct Meal {
    partner: usize,
    person: usize,
    district: usize,
    days_before_the_end: i32,
    meals: u64,
    fate: usize,
    delivery_fate: usize,
    delivered: Option<u64>,
    is_refused: bool,
    is_late: bool,
    names_no_delivery: bool,
}

impl Meal {
    fn day(&self) -> Date {
        UNTIL.parse::<Date>().unwrap() - jiff::Span::new().days(self.days_before_the_end)
    }

    fn unit(&self) -> String {
        format!("{}/{}", PARTNERS[self.partner], PEOPLE[self.person])
    }

    fn is_in_period(&self) -> bool {
        (0..=31).contains(&self.days_before_the_end)
    }

    /// Whether its pupil counts.
    fn feeds(&self) -> bool {
        let has_delivery = !self.names_no_delivery && FATES[self.delivery_fate] != "withdrawn";
        FATES[self.fate] == "verified"
            && has_delivery
            && !self.is_refused
            && self.meals > 0
            && self.is_in_period()
    }

    /// What its delivery adds to the meals served.
    fn served(&self) -> u64 {
        let counts = FATES[self.delivery_fate] == "verified" && !self.is_refused && self.is_in_period();
        self.delivered.filter(|_| counts).unwrap_or(0)
    }

    fn is_late_delivery(&self) -> bool {
        FATES[self.delivery_fate] == "verified" && self.is_late && self.is_in_period()
    }

    /// As the story tells it. The number keeps rows and deliveries apart.
    fn lines(&self, number: usize) -> String {
        let (partner, district, day) = (PARTNERS[self.partner], DISTRICTS[self.district], self.day());
        let due = if self.is_late { self.day().yesterday().unwrap() } else { self.day() };
        let state = if self.is_refused { "refused" } else { "accepted" };
        let delivered = self.delivered.map(|meals| format!(" meals={meals}")).unwrap_or_default();
        let from = if self.names_no_delivery { "missing".to_owned() } else { format!("D-{number:02}") };
        let fate = |row: &str, fate: usize| match FATES[fate] {
            "pending" => String::new(),
            fate => format!("{fate} {row}\n"),
        };
        format!(
            "delivery {day} {district} {partner} D-{number:02} due={due} state={state}{delivered} row=d{number} pending\n\
             fed {day} {district} {partner} {} meals={} from={from} row=m{number} pending\n{}{}",
            PEOPLE[self.person],
            self.meals,
            fate(&format!("d{number}"), self.delivery_fate),
            fate(&format!("m{number}"), self.fate),
        )
    }
}

prop_compose! {
    fn meal()(
        (partner, person, district) in (0..2_usize, 0..4_usize, 0..2_usize),
        days_before_the_end in prop_oneof![8 => 0..4_i32, 1 => -2..0_i32, 1 => 30..35_i32],
        meals in prop_oneof![1 => Just(0_u64), 5 => 1..3_u64],
        (fate, delivery_fate) in (mostly_verified(), mostly_verified()),
        delivered in prop::option::of(0..100_u64),
        is_refused in prop::bool::weighted(0.1),
        is_late in any::<bool>(),
        names_no_delivery in prop::bool::weighted(0.1),
    ) -> Meal {
        Meal {
            partner, person, district, days_before_the_end, meals, fate, delivery_fate, delivered, is_refused,
            is_late, names_no_delivery,
        }
    }
}

fn mostly_verified() -> impl Strategy<Value = usize> {
    prop_oneof![4 => Just(0_usize), 1 => 1..4_usize]
}

/// Pairs of people who were found to be one.
fn pairs() -> impl Strategy<Value = Vec<(String, String)>> {
    let one =
        || (0..2_usize, 0..4_usize).prop_map(|(p, person)| format!("{}/{}", PARTNERS[p], PEOPLE[person]));
    prop::collection::vec((one(), one()), 0..5)
}

/// The story's rows and decisions, as blocks of lines that can be told in any order.
fn blocks(meals: &[Meal], pairs: &[(String, String)]) -> (Vec<String>, Vec<String>) {
    let rows = meals.iter().enumerate().map(|(number, meal)| meal.lines(number)).collect();
    (rows, pairs.iter().map(|(a, b)| format!("same {a} {b}")).collect())
}

fn told(blocks: &[String]) -> Story {
    let mut story = Story::new(open_programme());
    for line in blocks.iter().flat_map(|block| block.lines()) {
        // Some decisions are refused: about units that nobody told of, or that are one already.
        let answer = story.tell(line);
        assert!(answer.is_ok() || line.starts_with("same"), "{line}: {answer:?}");
    }
    story.tell(&format!("draft R1.1 {UNTIL}")).unwrap();
    story
}

/// Groups of units that are one, grown until nothing joins any more.
fn groups(meals: &[Meal], pairs: &[(String, String)]) -> Vec<BTreeSet<String>> {
    let known: BTreeSet<String> = meals.iter().map(Meal::unit).collect();
    let mut groups: Vec<BTreeSet<String>> = known.iter().map(|unit| BTreeSet::from([unit.clone()])).collect();
    for (a, b) in pairs.iter().filter(|(a, b)| known.contains(a) && known.contains(b)) {
        let (joined, apart): (Vec<_>, Vec<_>) =
            groups.into_iter().partition(|group| group.contains(a) || group.contains(b));
        groups = apart;
        groups.push(joined.into_iter().flatten().collect());
    }
    groups
}

/// What the figures say, counted by looking at each group of units by itself.
fn naive(meals: &[Meal], pairs: &[(String, String)]) -> Vec<String> {
    let mut each: BTreeMap<usize, u64> = BTreeMap::new();
    let (mut first, mut partners, mut pupils, mut several) = ([0; 2], [0; 2], 0, 0);
    for group in groups(meals, pairs) {
        let eaten = meals.iter().enumerate().filter(|(_, meal)| group.contains(&meal.unit()) && meal.feeds());
        let places: BTreeSet<usize> = eaten.clone().map(|(_, meal)| meal.district).collect();
        let Some((_, earliest)) = eaten.min_by_key(|(number, meal)| (meal.day(), meal.partner, *number))
        else {
            continue;
        };
        pupils += 1;
        first[earliest.district] += 1;
        partners[earliest.partner] += 1;
        several += u64::from(places.len() > 1);
        for place in places {
            *each.entry(place).or_default() += 1;
        }
    }
    let each = |district: usize| each.get(&district).copied().unwrap_or(0);
    let sum = |district: Option<usize>| -> u64 {
        meals
            .iter()
            .filter(|meal| district.is_none_or(|district| meal.district == district))
            .map(Meal::served)
            .sum()
    };
    vec![
        format!("pupils-fed = {pupils}"),
        format!("pupils-fed records {}", meals.iter().filter(|meal| meal.feeds()).count()),
        format!("pupils-fed by district: VR-N {}, VR-S {}", first[0], first[1]),
        format!("pupils-fed by partner: NORTH {}, SOUTH {}", partners[0], partners[1]),
        format!("pupils-fed by district_each: VR-N {}, VR-S {} ({several} in several)", each(0), each(1)),
        format!("meals-served = {}", sum(None)),
        format!("meals-served by district: VR-N {}, VR-S {}", sum(Some(0)), sum(Some(1))),
        format!("late-deliveries = {}", meals.iter().filter(|meal| meal.is_late_delivery()).count()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn counting_equals_a_count_that_looks_at_each_unit_by_itself(
        meals in prop::collection::vec(meal(), 0..12),
        pairs in pairs(),
    ) {
        let (rows, decisions) = blocks(&meals, &pairs);
        let story = told(&[rows, decisions].concat());
        let said = says(&story);
        for line in naive(&meals, &pairs) {
            prop_assert!(said.contains(&line), "expected: {}\nsaid:\n{}", line, said.join("\n"));
        }
        for stages in story.last_draft().figures().iter().flat_map(|figure| figure.chain.windows(2)) {
            let replaced = stages[1].amounts.unwrap_or_default();
            let after = stages[1].remaining + stages[1].left_out_in_all() + replaced.rows;
            prop_assert_eq!(stages[0].remaining + replaced.amount, after);
        }
    }

    #[test]
    fn the_order_of_records_and_decisions_changes_no_figure(
        (told_first, told_second) in (prop::collection::vec(meal(), 0..10), pairs()).prop_flat_map(|(meals, pairs)| {
            let (rows, pairs) = blocks(&meals, &pairs);
            let shuffled = (Just(rows.clone()).prop_shuffle(), Just(pairs.clone()).prop_shuffle());
            (Just([rows, pairs].concat()), shuffled.prop_map(|(rows, pairs)| [rows, pairs].concat()))
        }),
    ) {
        prop_assert_eq!(says(&told(&told_first)), says(&told(&told_second)));
    }

    #[test]
    fn the_records_behind_a_cell_add_up_to_it(
        meals in prop::collection::vec(meal(), 0..12),
        pairs in pairs(),
        attribute in prop::sample::select(vec![Attribute::First, Attribute::Record]),
    ) {
        let (rows, decisions) = blocks(&meals, &pairs);
        let deliveries = ["same NORTH/D-00 NORTH/D-01", "same NORTH/D-01 SOUTH/D-02"].map(str::to_owned).to_vec();
        let mut story = told(&[rows, decisions, deliveries].concat());
        for indicator in &mut story.programme.indicators[1..] {
            indicator.attribute = attribute;
        }
        story.tell(&format!("draft R1.1 {UNTIL}")).unwrap();
        let draft = story.last_draft();
        for figure in draft.figures() {
            let indicator = story.programme.indicator(figure.code.as_str()).unwrap();
            let tally = count_figure(&story.programme, indicator, &story.facts, draft.data_to()).unwrap();
            for name in ["district", "sex", "partner", "quarter"] {
                for cell in figure.shown_table(name).unwrap_or_default() {
                    let filter = format!("{name}={}", cell.code()).parse().unwrap();
                    let explanation = explain(&story.programme, indicator, &tally, &filter).unwrap();
                    prop_assert_eq!(Some(explanation.value), cell.value().number(), "{}={}", name, cell.code());
                }
            }
        }
    }
}
