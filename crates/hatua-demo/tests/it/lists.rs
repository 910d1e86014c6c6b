//! The files: how many, whose, in whose words, and the same bytes each time.

use std::collections::{BTreeMap, BTreeSet};

use hatua_demo::{DemoAct, DemoFile, generate};

use crate::counter::{recipe, registers, rows, world};

fn imported() -> Vec<&'static DemoFile> {
    let acts = world().demonstration.acts.iter();
    acts.filter_map(|dated| if let DemoAct::Import(file) = &dated.act { Some(file) } else { None }).collect()
}

#[test]
fn the_same_recipe_gives_the_same_bytes() {
    let again = generate(&recipe(), registers()).unwrap();
    assert!(again == world().demonstration, "two runs of one recipe differ");
}

#[test]
fn the_bytes_are_those_of_every_other_machine_and_day() {
    // FNV-1a over all files in order. It changes with the recipe, the generator and the writer of workbooks; never with
    // the machine, the clock or the run.
    let files = imported().into_iter().chain(&world().demonstration.incoming);
    let digest = files.flat_map(|file| &file.bytes).fold(0xcbf2_9ce4_8422_2325_u64, |digest, byte| {
        (digest ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    assert_eq!(format!("{digest:016x}"), "bbce7b28ca4cf12a");
}

#[test]
fn another_seed_gives_other_people_and_the_same_figures() {
    let mut other = recipe();
    let text = String::from_utf8(other["recipe.toml"].clone()).unwrap();
    let line = text.lines().find(|line| line.starts_with("seed")).unwrap();
    other.insert(
        "recipe.toml".into(),
        text.replace(line, &format!("seed = \"{}\"", "0f".repeat(32))).into_bytes(),
    );
    let other = generate(&other, registers()).unwrap();
    assert_ne!(other.incoming, world().demonstration.incoming);
    assert_eq!(other.acts.len(), world().demonstration.acts.len());
    assert_eq!(other.expected, world().demonstration.expected);
}

#[test]
fn thirty_four_packages_have_a_workbook_or_text_file_for_each_register() {
    let names: BTreeSet<&str> = imported().iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names.len(), 68, "no two files have one name");
    assert!(names.contains("A-2018-Q2-attendance.xlsx"));
    assert!(names.contains("B-2018-Q2-attendance.csv"));
    for name in &names {
        let other = name.replace("-attendance.", "-training.");
        assert!(names.contains(other.as_str()), "{name} goes with {other}");
    }
}

#[test]
fn two_partners_have_headings_and_an_order_of_their_own() {
    for file in imported() {
        let register = &registers()[&file.register];
        let own = register.sheets.contains_key(&file.partner);
        assert_eq!(own, ["A", "E"].contains(&file.partner.as_str()), "{}", file.name);
        let planned =
            register.columns.iter().filter(|column| rows(file)[0].contains_key(column.name.as_str()));
        assert!(planned.count() >= 7, "{}", file.name);
    }
}

#[test]
fn every_attendance_names_a_training_of_the_same_package_with_its_day_country_and_list() {
    let mut trainings = BTreeMap::new();
    for file in imported().into_iter().filter(|file| file.register.as_str() == "training") {
        for row in rows(file) {
            trainings.insert((file.partner.to_string(), row["training_id"].clone()), row);
        }
    }
    assert_eq!(trainings.len(), 78);
    for one in &world().attendances {
        let training = &trainings[&(one.partner.clone(), one.get("training").to_owned())];
        for column in ["date", "country", "document"] {
            assert_eq!(one.get(column), training[column]);
        }
        assert_eq!(one.get("document"), format!("LIST-{}-{}", one.get("training"), one.partner));
        let half_days = |text: &str| text.parse::<u32>().unwrap();
        assert!((1..=half_days(&training["half_days"])).contains(&half_days(one.get("half_days"))));
        assert_eq!((one.get("role"), training["topic"].as_str()), ("participant", "migration"));
    }
}

#[test]
fn no_row_comes_twice_and_no_person_sits_twice_in_one_training() {
    let keys: BTreeSet<_> = world()
        .attendances
        .iter()
        .map(|one| (&one.partner, one.get("training"), one.get("person_id")))
        .collect();
    assert_eq!(keys.len(), world().attendances.len());
}

#[test]
fn the_late_package_and_the_list_of_the_next_quarter_wait() {
    let incoming: Vec<&str> = world().demonstration.incoming.iter().map(|file| file.name.as_str()).collect();
    let expected = [
        "G-2018-Q2-training.xlsx",
        "G-2018-Q2-attendance.xlsx",
        "E-2018-Q3-training.xlsx",
        "E-2018-Q3-attendance.xlsx",
    ];
    assert_eq!(incoming, expected);
    let next = rows(&world().demonstration.incoming[3]);
    let sexes = |code: &str| next.iter().filter(|row| row["sex"] == code).count();
    assert_eq!((next.len(), sexes("F"), sexes("M")), (19, 5, 14));
    assert!(next.iter().all(|row| row["country"] == "KE" && row["date"] == "2018-07-04"));
    let known: BTreeSet<_> = world().attendances.iter().map(crate::counter::Attendance::unit).collect();
    let late = rows(&world().demonstration.incoming[1]);
    let repeats = late.iter().filter(|row| known.contains(&("G".to_owned(), row["person_id"].clone())));
    assert_eq!((late.len(), repeats.count()), (24, 6));
}

#[test]
fn some_later_lists_write_names_in_another_script() {
    let arabic = |row: &&crate::counter::Attendance| {
        row.get("given_name").chars().any(|c| ('\u{600}'..'\u{700}').contains(&c))
    };
    let rows: Vec<_> = world().attendances.iter().filter(arabic).collect();
    assert!(!rows.is_empty());
    assert!(rows.iter().all(|row| row.partner == "A"), "only the partner whose recipe says so");
}
