//! Another programme, much smaller: cooks of school kitchens, two partners, three courses, columns with other names.
//! However many people come, the files say what the recipe asks for.

use std::collections::{BTreeMap, BTreeSet};

use hatua_core::id::RegisterName;
use hatua_core::ledger::Verdict;
use hatua_core::programme::{Register, read_register};
use hatua_demo::{DemoAct, Demonstration, generate};
use proptest::prelude::*;

use crate::counter::{Row, Unit, rows_of};

const COURSES: &str = r#"
name = "course"
unit = "event"
own_id = "code"
key = ["code"]
date = "held_on"
[[column]]
name = "code"
type = "id"
labels = ["Course"]
[[column]]
name = "held_on"
type = "date"
labels = ["Held on"]
"#;

const COOKS: &str = r#"
name = "cook"
unit = "person"
own_id = "cook_number"
key = ["course", "cook_number"]
date = "held_on"
document = "sheet"
[[column]]
name = "course"
type = "id"
[[column]]
name = "held_on"
type = "date"
[[column]]
name = "sheet"
type = "id"
[[column]]
name = "cook_number"
type = "id"
[[column]]
name = "called"
type = "text"
[[column]]
name = "gender"
type = "text"
[[column]]
name = "years"
type = "integer"
[sheet.Y]
"No." = "cook_number"
"#;

const RECIPE: &str = r#"
seed = "SEED"
notice = "Demonstration data: invented records"
user = [
  { email = "x@example.org", name = "X", role = "partner_me", organisation = "X (demo)", partner = "X" },
  { email = "y@example.org", name = "Y", role = "partner_me", organisation = "Y (demo)", partner = "Y" },
  { email = "v@example.org", name = "V", role = "verifier", organisation = "V (demo)" },
]
published = { "1" = 0 }
[reports]
first_quarter = "2020-Q1"
received = { X = ["5", "5"], Y = ["nil 5", "5"] }
[checking]
verifier = "v@example.org"
[[release]]
number = 1
revision = 1
data_to = "2020-03-31"
verified_by = "2020-04-20"
signatures = [{ by = "v@example.org", at = "2020-04-21T08:00:00Z" }]
[[release]]
number = 2
revision = 1
data_to = "2020-06-30"
verified_by = "2020-07-20"
signatures = [{ by = "v@example.org", at = "2020-07-21T08:00:00Z" }]
[people]
unit = "person"
document = "S-{event}"
person_id = "{number}"
staff_number = "{number}"
half_days = [1]
staff = { trait = "gender", codes = [], percent = 0 }
phone = { percent = 0, codes = {} }
[[people.trait]]
name = "gender"
names_follow = true
[[people.trait]]
name = "age"
ages = { "20-39" = [20, 39], "40+" = [40, 60] }
[[people.register]]
name = "course"
rows = "events"
columns = [["code", "event"], ["held_on", "date"]]
[[people.register]]
name = "cook"
rows = "attendances"
columns = [
  ["course", "event"], ["held_on", "date"], ["sheet", "document"], ["cook_number", "person_id"],
  ["called", "given_name"], ["gender", "trait:gender"], ["years", "age"],
]
[pairs]
indicator = "1"
by = "v@example.org"
from = "2020-07-22"
to = "2020-07-24"
same = [{ clue = "judgement", pairs = TWICE, reasons = ["Both know the cook."] }]
different = []
[partner.X]
format = "csv"
[partner.Y]
format = "xlsx"
order = { cook = ["years", "gender", "called", "cook_number", "sheet", "held_on", "course"] }
"#;

/// How many cooks come, and how many of them are women and under forty.
#[derive(Debug, Clone)]
struct Numbers {
    first: usize,
    repeats: usize,
    new_x: usize,
    new_y: usize,
    twice: usize,
    /// In the first release, among those on two lists, and besides them in the second release.
    women: [usize; 3],
    young: [usize; 3],
    seed: [u8; 32],
}

fn numbers() -> impl Strategy<Value = Numbers> {
    let people = (1..25_usize, 0..12_usize, 0..12_usize)
        .prop_flat_map(|(first, new_x, new_y)| (Just((first, new_x, new_y)), 0..=first, 0..=first));
    people.prop_flat_map(|((first, new_x, new_y), repeats, twice)| {
        let split = move || {
            (0..=first, 0..=new_x + new_y).prop_flat_map(move |(in_first, in_new)| {
                let least = twice.saturating_sub(first - in_first);
                (Just(in_first), least..=twice.min(in_first), Just(in_new)).prop_map(|(a, b, c)| [a, b, c])
            })
        };
        (split(), split(), any::<[u8; 32]>()).prop_map(move |(women, young, seed)| Numbers {
            first,
            repeats,
            new_x,
            new_y,
            twice,
            women,
            young,
            seed,
        })
    })
}

fn hex_digit(half: u8) -> char {
    char::from_digit(half.into(), 16).unwrap()
}

fn row(release: &str, name: &str, code: &str, people: usize) -> String {
    format!("1,{release},{name},{code},{people}\n")
}

impl Numbers {
    fn recipe(&self) -> BTreeMap<String, Vec<u8>> {
        let seed: String = self.seed.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(hex_digit).collect();
        let recipe = RECIPE.replace("SEED", &seed).replace("TWICE", &self.twice.to_string());
        let first_partner = if self.twice > 0 { "X" } else { "" };
        let cells = format!(
            "indicator,id,date,country,partner,quarter,status,records,new_units,repeat_same_partner,dup_other_partner,\
             first_partner,elsewhere_country,elsewhere_repeats,topic,leaning,title,half_days\n\
             1,C-1,2020-02-03,L,X,2020-Q1,verified,{0},{0},0,0,,,,t,,One,\n\
             1,C-2,2020-05-04,L,X,2020-Q2,verified,{1},{2},{3},0,,,,t,gender=W,Two,\n\
             1,C-3,2020-05-04,L,Y,2020-Q2,verified,{4},{5},0,{6},{first_partner},,,t,,Three,\n",
            self.first,
            self.new_x + self.repeats,
            self.new_x,
            self.repeats,
            self.new_y + self.twice,
            self.new_y,
            self.twice,
        );
        let mut targets = "indicator,release,trait,code,people\n".to_owned();
        for (name, codes, [first, twice, new]) in
            [("gender", ["W", "M"], self.women), ("age", ["20-39", "40+"], self.young)]
        {
            let all = self.first + self.new_x + self.new_y + self.twice;
            for (release, people, of) in
                [("R1", first, self.first), ("R2", first + twice + new, all), ("merged", twice, self.twice)]
            {
                let [one, other] = codes;
                let others = of - people;
                targets
                    .push_str(&[row(release, name, one, people), row(release, name, other, others)].concat());
            }
        }
        let mut names = "part,name,code,countries,variant,other_script\n".to_owned();
        for place in 0..40 {
            let place = place.to_string();
            for (before, after) in
                [("given,Wa", ",W,L,,\n"), ("given,Mo", ",M,L,,\n"), ("family,Fa", ",,L,,\n")]
            {
                names.push_str(&[before, &place, after].concat());
            }
        }
        let files =
            [("recipe.toml", recipe), ("cells.csv", cells), ("targets.csv", targets), ("names.csv", names)];
        files.into_iter().map(|(name, text)| (name.to_owned(), text.into_bytes())).collect()
    }
}

fn registers() -> BTreeMap<RegisterName, Register> {
    let read = |name: &str, text: &str| read_register(name, text.as_bytes()).unwrap();
    let registers = [read("course.toml", COURSES), read("cook.toml", COOKS)];
    registers.into_iter().map(|register| (register.name.clone(), register)).collect()
}

/// All rows about cooks with their partner, and the pairs that are one person.
fn lists(demonstration: &Demonstration) -> (Vec<(String, Row)>, BTreeMap<Unit, Unit>) {
    let registers = registers();
    let (mut lists, mut first_of) = (Vec::new(), BTreeMap::new());
    for dated in &demonstration.acts {
        match &dated.act {
            DemoAct::Import(file) if file.register.as_str() == "cook" => {
                let rows = rows_of(&registers[&file.register], file);
                lists.extend(rows.into_iter().map(|row| (file.partner.to_string(), row)));
            }
            DemoAct::Decide { a, b, verdict: Verdict::Same, .. } => {
                let unit = |own: &hatua_demo::OwnUnit| (own.partner.to_string(), own.own_id.clone());
                first_of.insert(unit(b), unit(a));
            }
            _ => {}
        }
    }
    (lists, first_of)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn however_many_come_the_files_say_what_the_recipe_asks_for(numbers in numbers()) {
        let demonstration = generate(&numbers.recipe(), &registers()).unwrap();
        let (lists, first_of) = lists(&demonstration);
        prop_assert_eq!(lists.len(), numbers.first + numbers.new_x + numbers.repeats + numbers.new_y + numbers.twice);
        prop_assert_eq!(first_of.len(), numbers.twice);

        let mut units: BTreeMap<(String, String), &Row> = BTreeMap::new();
        for (partner, row) in &lists {
            units.entry((partner.clone(), row["cook_number"].clone())).or_insert(row);
        }
        let people: BTreeSet<_> = units.keys().map(|unit| first_of.get(unit).unwrap_or(unit)).collect();
        prop_assert_eq!(people.len(), numbers.first + numbers.new_x + numbers.new_y);

        let is_young = |row: &Row| row["years"].parse::<u8>().unwrap() < 40;
        let count = |fits: &dyn Fn(&Row) -> bool| units.values().filter(|row| fits(row)).count();
        prop_assert_eq!(count(&|row| row["gender"] == "W"), numbers.women.iter().sum::<usize>());
        prop_assert_eq!(count(&|row| row["gender"] == "W" && row["course"] == "C-1"), numbers.women[0]);
        prop_assert_eq!(count(&|row| is_young(row)), numbers.young.iter().sum::<usize>());
        for (second, first) in &first_of {
            prop_assert_eq!(&units[second]["gender"], &units[first]["gender"]);
            prop_assert_eq!(is_young(units[second]), is_young(units[first]));
        }
    }
}

#[test]
fn given_names_follow_their_trait_and_no_two_cooks_are_called_alike() {
    let numbers = Numbers {
        first: 20,
        repeats: 3,
        new_x: 9,
        new_y: 9,
        twice: 5,
        women: [12, 2, 4],
        young: [10, 5, 0],
        seed: [3; 32],
    };
    let demonstration = generate(&numbers.recipe(), &registers()).unwrap();
    for (_, row) in lists(&demonstration).0 {
        assert_eq!(row["called"].starts_with("Wa"), row["gender"] == "W");
    }
}
