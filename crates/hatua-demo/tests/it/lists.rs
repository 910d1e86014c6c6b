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
    assert_eq!(format!("{digest:016x}"), "c31cbc26ecc20207");
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
    let rows_of = |life: &hatua_demo::Demonstration| {
        let acts = life
            .acts
            .iter()
            .map(|dated| if let DemoAct::Import(file) = &dated.act { rows(file).len() } else { 0 });
        acts.sum::<usize>()
    };
    assert_eq!(rows_of(&other), rows_of(&world().demonstration));
    assert_eq!(other.expected, world().demonstration.expected);
}

#[test]
fn fifty_packages_have_a_workbook_or_text_file_for_each_register_that_has_rows() {
    let names: BTreeSet<&str> = imported().iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names.len(), imported().len(), "no two files have one name");
    let package = |name: &&str| name.splitn(4, '-').take(3).collect::<Vec<_>>().join("-");
    assert_eq!(names.iter().map(package).collect::<BTreeSet<_>>().len(), 50);
    assert!(names.contains("A-2018-Q2-attendance.xlsx"));
    assert!(names.contains("B-2018-Q2-attendance.csv"));
    let pairs =
        [("attendance", "training"), ("border_station_support", "border_station"), ("tool_support", "tool")];
    for (support, reference) in pairs {
        let of_register = |register: &str| {
            imported().into_iter().filter(|file| file.register.as_str() == register).collect::<Vec<_>>()
        };
        let known: BTreeSet<String> = of_register(reference).into_iter().flat_map(keys).collect();
        let column = registers()[&of_register(support)[0].register].columns.iter().find(|column| {
            matches!(&column.kind, hatua_core::programme::ColumnKind::Record(target) if target.as_str() == reference)
        });
        let column = column.unwrap().name.as_str();
        for file in of_register(support) {
            for row in rows(file) {
                assert!(
                    known.contains(&format!("{}:{}", file.partner, row[column])),
                    "{}: {row:?}",
                    file.name
                );
            }
        }
    }
}

/// The keys of a file's rows, with their partner.
fn keys(file: &DemoFile) -> Vec<String> {
    let key = registers()[&file.register].key[0].as_str();
    rows(file).iter().map(|row| format!("{}:{}", file.partner, row[key])).collect()
}

#[test]
fn two_partners_have_headings_and_an_order_of_their_own() {
    for file in imported() {
        let register = &registers()[&file.register];
        let own = register.sheets.contains_key(&file.partner);
        assert_eq!(own, ["A", "E"].contains(&file.partner.as_str()), "{}", file.name);
        let rows = rows(file);
        for column in register.columns.iter().filter(|column| column.required) {
            assert!(
                rows.iter().all(|row| row.contains_key(column.name.as_str())),
                "{}: {}",
                file.name,
                column.name
            );
        }
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
    assert_eq!(trainings.len(), 78 + 27);
    let others = world().others.iter().filter(|one| one.register.as_str() == "attendance");
    let (mut security, mut chiefs) = (0, 0);
    for one in world().attendances.iter().chain(others) {
        let training = &trainings[&(one.partner.clone(), one.get("training").to_owned())];
        for column in ["date", "country"] {
            assert_eq!(one.get(column), training[column]);
        }
        if one.get("kind") == "community_leader" {
            assert_eq!((one.get("training"), one.get("document")), ("TB-025", "LIST-TB-028-E"));
            chiefs += 1;
        } else {
            assert_eq!(one.get("document"), training["document"]);
            assert_eq!(one.get("document"), format!("LIST-{}-{}", one.get("training"), one.partner));
        }
        let half_days = |text: &str| text.parse::<u32>().unwrap();
        assert!((1..=half_days(&training["half_days"])).contains(&half_days(one.get("half_days"))));
        assert_eq!(one.get("role"), "participant");
        if training["topic"] == "security" {
            assert!(one.get("age_years").is_empty() && one.get("birth_year").is_empty(), "not collected");
            security += 1;
        }
    }
    assert_eq!((security, chiefs), (724, 4));
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
    let repeats = late.iter().filter(|row| {
        row["training"] == "TR-079" && known.contains(&("G".to_owned(), row["person_id"].clone()))
    });
    assert_eq!(repeats.count(), 6);
    let of = |training: &str| late.iter().filter(|row| row["training"] == training).count();
    assert_eq!((of("TR-079"), of("TB-029"), late.len()), (24, 10, 34));
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
