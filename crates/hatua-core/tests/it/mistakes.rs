//! A package with one mistake: the finding names the file, the line, the column, and what was probably meant.

use hatua_core::programme::{Finding, Package, package_hash, read};
use proptest::prelude::*;

use crate::folder;

/// Replaces a text in a file; the text must stand there once, so that a test can't miss its mark.
pub fn change(package: &mut Package, file: &str, from: &str, to: &str) {
    let text = String::from_utf8(package.files[file].clone()).unwrap();
    assert_eq!(text.matches(from).count(), 1, "{file} has {from:?} once");
    package.files.insert(file.to_owned(), text.replacen(from, to, 1).into_bytes());
}

pub fn findings(package: &Package) -> Vec<Finding> {
    read(package).expect_err("the mistake is found")
}

/// One mistake a line: the file, what is changed in it and to what (`\n` is the end of a line), where the finding stands
/// (another file with its name), its code, and a part of what it says.
pub fn check_all(cases: &str) {
    check_all_in(folder::school_meals, cases);
}

/// The same in another package.
pub fn check_all_in(package_of: fn() -> Package, cases: &str) {
    for case in cases.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let [file, from, to, place, code, said] = case.split(" | ").collect::<Vec<_>>()[..] else {
            panic!("six parts: {case}");
        };
        let mut package = package_of();
        change(&mut package, file, &from.replace("\\n", "\n"), &to.replace("\\n", "\n"));
        let place =
            if place.matches(':').count() == 1 { format!("{file}:{place}") } else { place.to_owned() };
        check_package(&package, &format!("{place} {code}"), said);
    }
}

fn check_package(package: &Package, expected: &str, said: &str) {
    let found = findings(package);
    // A changed code also needs another text; that is told, and tested apart.
    let is_about_texts = expected.starts_with("text/");
    let mut main = found.iter().filter(|finding| is_about_texts || !finding.file.starts_with("text/"));
    let (Some(finding), None) = (main.next(), main.next()) else {
        panic!("one finding, {expected}:\n{}", folder::print(&found));
    };
    let place = format!("{}:{}:{} {}", finding.file, finding.line, finding.column, finding.code);
    assert_eq!(place, expected, "{}", folder::print(&found));
    let words = format!("{} {}", finding.message, finding.help);
    assert!(words.contains(said), "{words:?} says {said:?}");
}

#[test]
fn the_small_programme_is_read() {
    let programme = read(&folder::school_meals()).unwrap_or_else(|f| panic!("{}", folder::print(&f)));
    assert_eq!(programme.indicators.len(), 3);
    insta::assert_debug_snapshot!("rules", programme.indicators);
    insta::assert_debug_snapshot!("registers", programme.registers);
}

#[test]
fn an_unknown_key_is_named_with_the_one_that_was_meant() {
    check_all(
        r"
        indicators.toml | estimate = true | estimat = true | 26:1 | unknown_key | `estimate`
        programme.toml | leading = true | leadin = true | 21:1 | unknown_key | `leading`
        registers/pupil.toml | min = 4 | minimum = 4 | 53:1 | unknown_key | `min`
    ",
    );
    // What the format will have one day is unknown until it means something.
    check_all(
        r"
        programme.toml | k = 5 | k = 5\ncadence = 2 | 25:1 | unknown_key | `cadence`
    ",
    );
}

#[test]
fn a_missing_key_is_told_at_its_table() {
    check_all(
        r#"
        programme.toml | currency = "XOF"\n |  | 1:1 | missing_key | `currency`
        indicators.toml | definition = "v1"\nunit = "meal" | unit = "meal" | 15:1 | missing_key | `definition`
    "#,
    );
}

#[test]
fn a_value_of_the_wrong_type_says_what_was_expected() {
    check_all(
        r#"
        programme.toml | k = 5 | k = "5" | 24:5 | wrong_type | a whole number, without quotes
        indicators.toml | estimate = true | estimate = "yes" | 26:12 | wrong_type | true or false
        registers/pupil.toml | min = 4 | min = 4.5 | 53:7 | wrong_type | of type integer
    "#,
    );
}

/// A blank or a number below zero would be added as nothing or taken away, and no reader could see it.
#[test]
fn a_sum_is_of_whole_numbers_that_every_row_has_and_none_is_below_zero() {
    let column = r#"name = "meals"\ntype = "integer"\nrequired = true\nmin = 0"#;
    check_all(&format!(
        r#"
        registers/delivery.toml | {column} | name = "meals"\ntype = "integer"\nmin = 0 | indicators.toml:22:7 | wrong_sum | `required = true`
        registers/delivery.toml | {column} | name = "meals"\ntype = "integer"\nrequired = true | indicators.toml:22:7 | wrong_sum | `min = 0`
        registers/delivery.toml | {column} | name = "meals"\ntype = "integer"\nrequired = true\nmin = -1 | indicators.toml:22:7 | wrong_sum | `min = 0`
        indicators.toml | sum = "meals" | sum = "cost" | 22:7 | wrong_type | of type integer
    "#
    ));
}

/// Whoever sums up districts under their country would never arrive.
#[test]
fn a_place_that_lies_in_itself_is_told_at_its_line() {
    check_all(
        r"
        places.csv | VR-N,district,VR, | VR-N,district,VR-N, | 3:15 | wrong_parent | `VR-N`
    ",
    );
    let mut package = folder::school_meals();
    change(&mut package, "places.csv", "VR-N,district,VR,", "VR-N,district,VR-S,");
    change(&mut package, "places.csv", "VR-S,district,VR,", "VR-S,district,VR-N,");
    change(
        &mut package,
        "places.csv",
        "VR02,South,Sud\n",
        "VR02,South,Sud\nVR-T,town,VR-S,VR03,Town,Ville\n",
    );
    let lines: Vec<(u32, String)> = findings(&package).into_iter().map(|f| (f.line, f.code)).collect();
    assert_eq!(lines, [3, 4, 5].map(|line| (line, "wrong_parent".to_owned())));
}

#[test]
fn a_word_of_the_wrong_shape_is_found() {
    check_all(
        r#"
        programme.toml | "XOF" | "Franc" | 5:12 | invalid_value | ISO 4217
        programme.toml | Africa/Dakar | Dakar time | 4:13 | invalid_value | Africa/Nairobi
        programme.toml | Africa/Dakar | Africa/Dakkar | 4:13 | invalid_value | did you mean `Africa/Dakar`?
        programme.toml | Africa/Dakar | africa/dakar | 4:13 | invalid_value | did you mean `Africa/Dakar`?
        programme.toml | "2024-Q2" | "2024-2" | 62:8 | invalid_value | 2018-Q2
        programme.toml | ends = 2025-12-31 | ends = 2023-12-31 | 7:8 | out_of_range | before it starts
        programme.toml | due_day = 15 | due_day = 0 | 53:11 | out_of_range | 1 to 90
        programme.toml | k = 5 | k = 1 | 24:5 | out_of_range | 2 or more
    "#,
    );
}

#[test]
fn a_closed_list_of_words_is_closed() {
    check_all(
        r#"
        indicators.toml | "distinct" | "distnct" | 7:11 | unknown_word | `distinct`
        indicators.toml | attribute = "record" | attribute = "last" | 40:13 | unknown_word | first
        registers/delivery.toml | "decimal" | "decimel" | 52:8 | unknown_word | `decimal`
        programme.toml | exact = ["programme"] | exact = ["quarter"] | 25:10 | unknown_word | programme, country
        organisations.csv | NORTH,Kitchens of the North,reporting | NORTH,Kitchens of the North,reportin | 2:29 | unknown_word | `reporting`
    "#,
    );
}

#[test]
fn a_name_that_points_to_nothing_offers_the_nearest() {
    check_all(
        r#"
        programme.toml | tables = ["pupils-fed"] | tables = ["pupil-fed"] | 26:11 | unknown_figure | `pupils-fed`
        programme.toml | countries = ["VR"] | countries = ["VX"] | 8:14 | unknown_place | `VR`
        programme.toml | partner = "SOUTH" | partner = "SOUT" | 61:11 | unknown_organisation | `SOUTH`
        programme.toml | ["pupil", "delivery"] | ["pupils", "delivery"] | 58:14 | unknown_register | `pupil`
        programme.toml | kitchen.svg | kitchn.svg | 9:11 | unknown_media | `kitchen.svg`
        indicators.toml | slug = "late-deliveries"\nobjective = "1" | slug = "late-deliveries"\nobjective = "2" | 32:13 | unknown_objective | `1`
        indicators.toml | "sex", "age" | "sexe", "age" | 12:19 | unknown_dimension | `sex`
        indicators.toml | register = "pupil" | register = "pupill" | 8:22 | unknown_register | `pupil`
        indicators.toml | instead = "meals-served" | instead = "meal-served" | 45:11 | unknown_figure | `meals-served`
        registers/pupil.toml | [sheet.NORTH] | [sheet.NORD] | 62:8 | unknown_organisation | `NORTH`
        places.csv | VR-S,district,VR, | VR-S,district,VRR, | 4:15 | unknown_place | `VR`
        statements.csv | figure,1.1, | figure,1.11, | 2:8 | unknown_figure | `1.1`
        statements.csv | funding,ministry | funding,ministre | 4:9 | unknown_funding | `ministry`
        news/first-meal.md | ["meals-served"] | ["meals-serves"] | 5:12 | unknown_figure | `meals-served`
        documents/handbook.toml | handbook.pdf | hanbook.pdf | 1:8 | unknown_media | `handbook.pdf`
    "#,
    );
}

#[test]
fn a_condition_knows_its_columns_also_through_a_pointer() {
    check_all(
        r#"
        indicators.toml | { column = "meals", at_least | { column = "meal", at_least | 9:14 | unknown_column | `meals`
        indicators.toml | delivery.state | delivery.stat | 10:22 | unknown_column | `state`
        indicators.toml | delivery.state | district.state | 10:22 | wrong_type | does not point
        registers/delivery.toml | needs = { any = [{ column = "note" | needs = { any = [{ column = "notes" | 6:29 | unknown_column | `note`
    "#,
    );
}

#[test]
fn a_condition_has_only_known_predicates_and_values_of_the_columns_type() {
    check_all(
        r#"
        indicators.toml | is_not = "refused" | isnot = "refused" | 23:62 | unknown_predicate | `is_not`
        indicators.toml | at_least = 1 } | at_least = "1" } | 9:34 | wrong_type | whole number
        indicators.toml | is_not = "refused" | is_not = "refusd" | 23:71 | unknown_choice | `refused`
        indicators.toml | column = "due" | column = "cost" | 37:40 | wrong_type | same type
        indicators.toml | 100_000.50 | 0.001 | 38:33 | wrong_type | two decimals
        registers/pupil.toml | after = 2023-12-31 | after = "todai" | 37:43 | invalid_date | `today`
        registers/delivery.toml | longest = 40 | at_most = 40 | 63:26 | wrong_type | have an order
        registers/delivery.toml | one_of = ["refused"] | one_of = [] | 6:84 | missing_value | at least one
    "#,
    );
}

#[test]
fn personal_columns_stay_out_of_rules_and_need_their_texts() {
    check_all(
        r#"
        indicators.toml | { column = "meals", at_least = 1 } | { column = "name", present = true } | 8:39 | personal_column | `name`
    "#,
    );
    let mut package = folder::school_meals();
    change(&mut package, "registers/pupil.toml", "[data_protection]\n", "");
    for line in [
        "controller = \"The school\"\n",
        "legal_basis = \"Consent of the parents\"\n",
        "purpose = \"To see that each child eats\"\n",
        "retention = \"One school year\"\n",
        "recipients = \"The kitchen's staff\"\n",
    ] {
        change(&mut package, "registers/pupil.toml", line, "");
    }
    check_package(&package, "registers/pupil.toml:18:12 missing_data_protection", "controller");
}

#[test]
fn what_must_never_be_added_is_said_by_both_figures() {
    check_all(
        r#"
        indicators.toml | never_add = ["pupils-fed"]\n |  | 13:14 | one_sided | `meals-served`
    "#,
    );
}

#[test]
fn bands_follow_each_other_without_gap_and_overlap() {
    check_all(
        r#"
        programme.toml | "10-14" | "9-14" | 41:32 | bands_overlap | `5-9`
        programme.toml | "10-14" | "11-14" | 41:32 | bands_gap | start at 10
        programme.toml | "15+" | "15-" | 41:41 | invalid_value | `45+`
        programme.toml | bands = { pupils-fed | bands = { meals-served | indicators.toml:12:26 | missing_bands | pupils-fed
    "#,
    );
}

#[test]
fn the_codes_of_a_dimension_are_those_of_its_column() {
    check_all(
        r#"
        programme.toml | column = "age_years" | column = "age_year" | 40:10 | unknown_column | `age_years`
        programme.toml | codes = ["F", "M"] | codes = ["F"] | indicators.toml:12:19 | missing_code | `M`
        programme.toml | ["VR-N", "VR-S"] | ["VR-N", "VR-S", "NORTH"] | 31:26 | unknown_place | NORTH
        programme.toml | ["NORTH", "SOUTH"] | ["NORTH"] | 46:9 | missing_code | SOUTH
    "#,
    );
}

#[test]
fn a_key_and_its_pointers_exist() {
    check_all(
        r#"
        registers/pupil.toml | key = ["delivery", "card"] | key = ["delivery", "cart"] | 4:20 | unknown_column | `card`
        registers/pupil.toml | own_id = "card" | own_id = "cards" | 3:10 | unknown_column | `card`
        registers/pupil.toml | register = "delivery" | register = "deliveries" | 17:12 | unknown_register | delivery
        registers/pupil.toml | "Jour" = "day" | "Jour" = "daay" | 65:10 | unknown_column | `day`
        registers/delivery.toml | key = ["delivery_id"] | key = ["delivery_id", "day"] | registers/pupil.toml:17:12 | wrong_key | one column
        registers/pupil.toml | name = "pupil" | name = "pupils" | 1:8 | wrong_name | registers/pupils.toml
    "#,
    );
}

#[test]
fn the_same_name_twice_is_found_at_the_second() {
    check_all(
        r#"
        indicators.toml | code = "1.3" | code = "1.2" | 30:8 | duplicate_name | `1.2`
        registers/pupil.toml | F = ["Girl", "Fille"], M = ["Boy", "Garçon"] | F = ["Girl"], M = ["Boy", "girl"] | 48:39 | duplicate_name | `F`
        registers/pupil.toml | labels = ["Name", "Nom"] | labels = ["Meal card"] | 31:11 | duplicate_name | `card`
        organisations.csv | MOE, | SOUTH, | 4:1 | duplicate_name | `SOUTH`
        statements.csv | Budget law,,C,\ncountry | Budget law,,C,\nfunding,ministry,,1,XOF,2024,Ministry,2024-01-15,Law,,C,\ncountry | 5:1 | duplicate_name | earlier row
    "#,
    );
}

#[test]
fn csv_rows_are_checked_cell_by_cell() {
    check_all(
        r#"
        statements.csv | 1250 | 1 250 | 2:15 | invalid_number | no space
        statements.csv | 2024-12 | 2024-13 | 2:27 | invalid_date | 2018-07
        statements.csv | yearbook,D | yearbook,B | 3:91 | unknown_word | C, D
        statements.csv | 1250,person | 1250,child | 2:20 | wrong_unit | `person`
        contracts.csv | 2024-01-01,2025-12-31 | 2024-01-01,2025-02-30 | 2:52 | invalid_date | 2025-02-30
        contracts.csv | "Meals, North" | Meals, North | 2:1 | csv_syntax | 13 cells
        statements.csv | ,note\n | \n | 1:1 | missing_column | `note`
        organisations.csv | https://example.org/budget | example.org/budget | 4:45 | invalid_value | https://
    "#,
    );
}

#[test]
fn a_text_that_is_missing_misspelt_or_no_fluent_is_found() {
    check_all(
        r"
        text/fr.ftl | unit-meal = repas\n |  | 1:1 | missing_text | `unit-meal`
        text/en.ftl | theme = School meals | theme = { $amount } meals | 4:1 | unknown_variable | `theme`
        text/en.ftl | region = Veredia\n | region = Veredia\nregion-note = x\n | 6:1 | unknown_text | region-note
        text/en.ftl | region = Veredia\n | region = Veredia\nregion = Here\n | 6:1 | duplicate_name | region
        text/en.ftl | region = Veredia\n | region = Veredia\nno text\n | 6:4 | fluent_syntax | not Fluent
    ",
    );
}

#[test]
fn a_text_that_the_package_wrote_itself_may_be_translated() {
    check_all(
        r"
        text/en.ftl | region = Veredia\n | region = Veredia\nrestated-pupils-fed-v2 = twice\nwritten-nowhere-said = x\n | 7:1 | unknown_text | written-nowhere-said
        text/en.ftl | region = Veredia\n | region = Veredia\nrestated-pupils-fed-v = x\n | 6:1 | unknown_text | restated-pupils-fed-v
        text/en.ftl | region = Veredia\n | region = Veredia\nrestated-pupils-v2 = x\n | 6:1 | unknown_text | restated-pupils-v2
    ",
    );
}

#[test]
fn a_misspelt_text_is_two_findings_that_point_to_each_other() {
    let mut package = folder::school_meals();
    change(&mut package, "text/en.ftl", "figure-pupils-fed-short", "figure-pupil-fed-short");
    let found = findings(&package);
    let codes: Vec<&str> = found.iter().map(|f| f.code.as_str()).collect();
    assert_eq!(codes, ["missing_text", "unknown_text"]);
    assert!(found[0].help.contains("figure-pupil-fed-short"), "{}", folder::print(&found));
    assert!(found[1].help.contains("`figure-pupils-fed-short`"), "{}", folder::print(&found));
}

#[test]
fn files_that_are_missing_unknown_or_not_allowed_are_found() {
    let mut package = folder::school_meals();
    package.files.insert("indicator.toml".into(), Vec::new());
    check_package(&package, "indicator.toml:1:1 unknown_file", "`indicators.toml`");

    let mut package = folder::school_meals();
    package.files.insert("demo/recipe.toml".into(), b"seed = 1".to_vec());
    check_package(&package, "demo/recipe.toml:1:1 demo_not_allowed", "demonstration = true");

    let mut package = folder::school_meals();
    package.files.remove("text/fr.ftl");
    check_package(&package, "text/fr.ftl:1:1 missing_file", "text/fr.ftl");

    let mut package = folder::school_meals();
    package.files.insert("text/ar.ftl".into(), Vec::new());
    check_package(&package, "text/ar.ftl:1:1 unknown_file", "text/fr.ftl");

    let mut package = folder::school_meals();
    package.files.insert("news/plain.md".into(), b"No front matter.".to_vec());
    check_package(&package, "news/plain.md:1:1 missing_value", "+++");

    let mut package = folder::school_meals();
    package.files.insert("statements.csv".into(), b"subject\n\xe9\n".to_vec());
    check_package(&package, "statements.csv:2:1 not_utf8", "UTF-8");
}

#[test]
fn broken_toml_is_told_at_its_place_and_nothing_is_made_of_it() {
    check_all(
        r#"
        programme.toml | id = "school-meals" | id = school meals | 1:6 | toml_syntax | quote
    "#,
    );
}

#[test]
fn an_empty_package_is_refused_with_every_file_that_it_lacks() {
    let found = findings(&Package::default());
    let files: Vec<&str> = found.iter().map(|f| f.file.as_str()).collect();
    assert_eq!(files, ["indicators.toml", "organisations.csv", "places.csv", "programme.toml"]);
}

#[test]
fn every_mistake_is_told_not_only_the_first() {
    let mut package = folder::school_meals();
    change(&mut package, "programme.toml", "due_day = 15", "due_day = 100");
    change(&mut package, "programme.toml", "starts = 2024-01-01", "starts = 2024-13-01");
    change(&mut package, "indicators.toml", "at_least = 1 }", "at_leest = 1 }");
    change(&mut package, "statements.csv", "2024-12", "Dec 2024");
    change(&mut package, "text/fr.ftl", "title = Repas scolaires de Vérédie\n", "");
    let found = findings(&package);
    let places: Vec<String> = found.iter().map(|f| format!("{}:{} {}", f.file, f.line, f.code)).collect();
    assert_eq!(
        places,
        [
            "indicators.toml:9 unknown_predicate",
            "programme.toml:6 toml_syntax",
            "statements.csv:2 invalid_date",
            "text/fr.ftl:1 missing_text",
        ]
    );
}

proptest! {
    /// A package that was cut, doubled or garbled somewhere is read or refused, and a refusal has a reason.
    #[test]
    fn a_garbled_package_is_refused_with_findings_and_never_stops_the_reader(
        file in any::<prop::sample::Index>(),
        from in any::<prop::sample::Index>(),
        length in 0..40_usize,
        put in "[a-z\"\\[\\]{}=,. \n0-9é+-]{0,12}",
    ) {
        let mut package = folder::school_meals();
        let number = file.index(package.files.len());
        let (_, bytes) = package.files.iter_mut().nth(number).unwrap();
        let from = from.index(bytes.len() + 1);
        let to = (from + length).min(bytes.len());
        bytes.splice(from..to, put.bytes());
        if let Err(findings) = read(&package) {
            prop_assert!(!findings.is_empty());
            prop_assert!(findings.iter().all(|finding| finding.line >= 1 && finding.column >= 1));
            prop_assert!(findings.is_sorted());
        }
    }
}

#[test]
fn the_hash_of_a_package_changes_with_any_byte_and_any_name() {
    let package = folder::school_meals();
    let hash = package_hash(&package);
    assert_eq!(hash.len(), 64);
    let mut other = package.clone();
    change(&mut other, "places.csv", "North", "north");
    assert_ne!(package_hash(&other), hash);
    let mut renamed = package.clone();
    let bytes = renamed.files.remove("documents/handbook.pdf").unwrap();
    renamed.files.insert("documents/manual.pdf".into(), bytes);
    assert_ne!(package_hash(&renamed), hash);
    assert_eq!(package_hash(&package.clone()), hash);
}
