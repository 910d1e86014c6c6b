//! Properties of counting with heads, amounts, excepted rows, several columns and counts beside: it equals a count so
//! simple that one can see that it is right, and one act upon one row moves what it should and nothing else.

use std::collections::BTreeMap;

use hatua_core::release::ReleasedFigure;
use proptest::prelude::*;

use crate::golden::says;
use crate::shelters::open_shelters;
use crate::story::Story;

const PARTNERS: [&str; 2] = ["NORTH", "SOUTH"];
const PEOPLE: [&str; 3] = ["Ami", "Bo", "Cleo"];
const COUNTRIES: [&str; 2] = ["HI", "LO"];
const FATES: [&str; 4] = ["verified", "pending", "returned", "withdrawn"];
const AGES: [&str; 2] = ["0-17", "18+"];
const REFERRALS: [&str; 3] = ["accepted", "declined", "lost"];

/// What a row is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum List {
    Stay,
    Meal,
    Crowd,
    Talk,
}

/// A row of any list; what its list has no column for is not written down.
#[derive(Debug, Clone)]
struct Row {
    list: List,
    partner: usize,
    person: usize,
    country: usize,
    second_country: Option<usize>,
    years: Option<usize>,
    is_staff: bool,
    nights: u64,
    amount: Option<u64>,
    is_inside: bool,
    referral: Option<usize>,
    fate: usize,
}

impl Row {
    fn unit(&self) -> (usize, usize) {
        (self.partner, self.person)
    }

    fn is_of_a_person(&self) -> bool {
        matches!(self.list, List::Stay | List::Meal)
    }

    fn is_verified(&self) -> bool {
        FATES[self.fate] == "verified"
    }

    /// Whether it shows that a person was a guest.
    fn is_counted_guest(&self) -> bool {
        let is_guest =
            self.list == List::Meal || (self.list == List::Stay && self.nights > 0 && !self.is_staff);
        is_guest && self.is_verified()
    }

    /// The persons that it counts by head.
    fn heads(&self) -> u64 {
        let counts = self.list == List::Crowd && self.is_inside && self.is_verified();
        if counts { self.nights + 1 } else { 0 }
    }

    /// The cells of the countries in which a talk stands.
    fn countries(&self) -> Vec<usize> {
        let mut countries = vec![self.country];
        countries.extend(self.second_country.filter(|second| *second != self.country));
        countries
    }

    /// As the story tells it; each row has a day of its own, so that one of them is the first.
    fn line(&self, number: usize) -> String {
        let (partner, country) = (PARTNERS[self.partner], COUNTRIES[self.country]);
        let option = |key: &str, value: Option<String>| {
            value.map(|value| format!(" {key}={value}")).unwrap_or_default()
        };
        let given = option("beds", self.amount.map(|beds| beds.to_string()))
            + &option("referral", self.referral.map(|code| REFERRALS[code].to_owned()));
        let person = PEOPLE[self.person];
        let (list, unit, told) = match self.list {
            List::Stay => {
                let age = option("age_years", self.years.map(|years| years.to_string()));
                let kind = if self.is_staff { " kind=staff" } else { "" };
                ("stay", person.to_owned(), format!("nights={}{age}{kind}{given}", self.nights))
            }
            List::Meal => {
                let group = self.years.map(|years| AGES[usize::from(years > 17)].to_owned());
                ("meal", person.to_owned(), format!("{}{given}", option("age_group", group)))
            }
            List::Crowd => {
                let inside = if self.is_inside { " inside=yes" } else { "" };
                ("crowd", format!("C-{number}"), format!("persons={}{inside}", self.nights + 1))
            }
            List::Talk => {
                let second = option("country_2", self.second_country.map(|code| COUNTRIES[code].to_owned()));
                let reach = option("reach", self.amount.map(|reach| reach.to_string()));
                ("talk", format!("T-{person}"), format!("{second}{reach}"))
            }
        };
        let fate = match FATES[self.fate] {
            "pending" => String::new(),
            fate => format!("\n{fate} r{number}"),
        };
        let day = number + 1;
        format!(
            "row {list} 2024-01-{day:02} {partner} {unit} country={country} {told} row=r{number} pending{fate}"
        )
    }
}

prop_compose! {
    fn row()(
        list in prop::sample::select(vec![List::Stay, List::Stay, List::Meal, List::Crowd, List::Talk]),
        (partner, person, country) in (0..2_usize, 0..3_usize, 0..2_usize),
        second_country in prop::option::of(0..2_usize),
        years in prop::option::of(10..26_usize),
        (is_staff, is_inside) in (prop::bool::weighted(0.2), prop::bool::weighted(0.8)),
        nights in 0..4_u64,
        amount in prop::option::of(0..5_u64),
        referral in prop::option::of(0..3_usize),
        fate in prop_oneof![4 => Just(0_usize), 1 => 1..4_usize],
    ) -> Row {
        Row {
            list, partner, person, country, second_country, years, is_staff, nights, amount, is_inside, referral,
            fate,
        }
    }
}

/// Persons of the two partners that are one, by name.
type Merged = [bool; 3];

fn told(rows: &[Row], merged: Merged) -> Story {
    let mut story = Story::new(open_shelters());
    for line in rows
        .iter()
        .enumerate()
        .flat_map(|(number, row)| row.line(number).lines().map(str::to_owned).collect::<Vec<_>>())
    {
        story.tell(&line).unwrap();
    }
    for person in (0..3).filter(|person| is_merged(rows, merged, *person)) {
        story.tell(&format!("same NORTH/{0} SOUTH/{0}", PEOPLE[person])).unwrap();
    }
    story
}

/// Two units can only be joined where both are there.
fn is_merged(rows: &[Row], merged: Merged, person: usize) -> bool {
    let is_there = |partner| rows.iter().any(|row| row.is_of_a_person() && row.unit() == (partner, person));
    merged[person] && is_there(0) && is_there(1)
}

/// The same figures, counted unit by unit.
fn naive(rows: &[Row], merged: Merged) -> Vec<String> {
    let guests: Vec<&Row> = rows.iter().filter(|row| row.is_counted_guest()).collect();
    let mut first: BTreeMap<(usize, usize), &Row> = BTreeMap::new();
    for row in &guests {
        let unit = if is_merged(rows, merged, row.person) { (0, row.person) } else { row.unit() };
        first.entry(unit).or_insert(row);
    }
    let heads: u64 = rows.iter().map(Row::heads).sum();
    let persons = |fits: &dyn Fn(&Row) -> bool| first.values().filter(|row| fits(row)).count() as u64;
    let in_country = |country: usize| {
        let heads = rows.iter().filter(|row| row.country == country).map(Row::heads).sum::<u64>();
        persons(&|row| row.country == country) + heads
    };
    let age = |is_grown: bool| persons(&|row| row.years.is_some_and(|years| (years > 17) == is_grown));
    let unknown = match persons(&|row| row.years.is_none()) {
        0 => String::new(),
        unknown => format!(", unknown {unknown}"),
    };
    let beds: u64 = guests.iter().filter_map(|row| row.amount).sum();
    let referred = |code| guests.iter().filter(|row| row.referral == Some(code)).count();

    let talks: Vec<&Row> = rows.iter().filter(|row| row.list == List::Talk && row.is_verified()).collect();
    let mut first_talk: BTreeMap<(usize, usize), &Row> = BTreeMap::new();
    for row in &talks {
        first_talk.entry(row.unit()).or_insert(row);
    }
    let talked = |country| first_talk.values().filter(|row| row.countries().contains(&country)).count();
    let several = first_talk.values().filter(|row| row.countries().len() > 1).count();
    let heard = |fits: &dyn Fn(&Row) -> bool| -> u64 {
        talks.iter().filter(|row| fits(row)).filter_map(|row| row.amount).sum()
    };
    vec![
        format!("guests = {}", first.len() as u64 + heads),
        format!("guests heads {heads}"),
        format!("guests records {}", guests.len() + rows.iter().filter(|row| row.heads() > 0).count()),
        format!("guests by country: HI {}, LO {}", in_country(0), in_country(1)),
        format!("guests by age: 0-17 {}, 18+ {}, head_count {heads}{unknown}", age(false), age(true)),
        format!("guests by things_given: beds {beds}, blankets 0"),
        format!(
            "guests by referrals: accepted {}, declined {}, lost {}",
            referred(0),
            referred(1),
            referred(2)
        ),
        format!("talks = {}", first_talk.len()),
        format!("talks by country: HI {}, LO {} ({several} in several)", talked(0), talked(1)),
        format!("listeners = {}", heard(&|_| true)),
        format!(
            "listeners by country: HI {}, LO {} ({} in several)",
            heard(&|row| row.countries().contains(&0)),
            heard(&|row| row.countries().contains(&1)),
            heard(&|row| row.countries().len() > 1)
        ),
    ]
}

/// The figures of a story, by slug.
fn figures(story: &Story) -> BTreeMap<String, ReleasedFigure> {
    let draft = story.last_draft();
    draft.figures().iter().map(|figure| (figure.slug.to_string(), figure.clone())).collect()
}

fn assert_naive(story: &Story, rows: &[Row], merged: Merged) -> Result<(), TestCaseError> {
    let said = says(story);
    for line in naive(rows, merged) {
        prop_assert!(said.contains(&line), "expected: {}\nsaid:\n{}", line, said.join("\n"));
    }
    for figure in figures(story).values() {
        for stages in figure.chain.windows(2) {
            let replaced = stages[1].amounts.unwrap_or_default();
            let after = stages[1].remaining + stages[1].left_out_in_all() + replaced.rows;
            prop_assert_eq!(stages[0].remaining + replaced.amount, after);
        }
        let last = figure.chain.last().map(|stage| stage.remaining);
        prop_assert_eq!(last, figure.value.number(), "the chain ends with the figure");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn heads_amounts_and_counts_beside_equal_a_count_that_looks_at_each_unit_by_itself(
        rows in prop::collection::vec(row(), 0..14),
        merged in any::<Merged>(),
    ) {
        assert_naive(&told(&rows, merged), &rows, merged)?;
    }

    #[test]
    fn one_act_upon_one_row_moves_the_figures_that_it_should_and_nothing_else(
        mut rows in prop::collection::vec(row(), 1..14),
        merged in any::<Merged>(),
        row in any::<prop::sample::Index>(),
        act in prop::sample::select(vec!["verified", "returned", "withdrawn"]),
    ) {
        let mut story = told(&rows, merged);
        let before = figures(&story);
        let number = row.index(rows.len());
        if story.tell(&format!("{act} r{number}")).is_err() {
            prop_assert_eq!(&figures(&story), &before, "an act that is refused moves nothing");
            return Ok(());
        }
        rows[number].fate = FATES.iter().position(|fate| *fate == act).unwrap();
        assert_naive(&story, &rows, merged)?;
        let fed: &[&str] = match rows[number].list {
            List::Stay | List::Meal | List::Crowd => &["guests"],
            List::Talk => &["talks", "listeners"],
        };
        for (slug, figure) in figures(&story) {
            if !fed.contains(&slug.as_str()) {
                prop_assert_eq!(&figure, &before[&slug], "{} has nothing to do with the row", slug);
            }
        }
    }
}
