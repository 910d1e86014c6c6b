//! A recipe that contradicts itself is refused, and the sentence says where and what to mend. Each case changes one
//! thing in the real recipe.

use hatua_demo::generate;

use crate::counter::{recipe, registers};

/// Replaces a text in one file of the recipe and says what must be answered.
fn check(file: &str, from: &str, to: &str, expected: &str) {
    let mut files = recipe();
    let text = String::from_utf8(files[file].clone()).unwrap();
    assert!(text.contains(from), "{file} has no `{from}`");
    files.insert(file.to_owned(), text.replacen(from, to, 1).into_bytes());
    let error = generate(&files, registers()).unwrap_err().to_string();
    assert!(error.contains(expected), "{from} -> {to}: {error}");
}

#[test]
fn a_missing_file_is_named() {
    for file in ["recipe.toml", "cells.csv", "targets.csv", "names.csv"] {
        let mut files = recipe();
        files.remove(file);
        let error = generate(&files, registers()).unwrap_err().to_string();
        assert!(error.contains(&format!("no file `{file}`")), "{error}");
    }
}

#[test]
fn a_register_or_column_that_the_programme_does_not_have_is_named() {
    let recipe = recipe();
    let mut fewer = registers().clone();
    let attendance = fewer.keys().next().unwrap().clone();
    fewer.get_mut(&attendance).unwrap().columns.retain(|column| column.name.as_str() != "phone");
    let error = generate(&recipe, &fewer).unwrap_err().to_string();
    assert!(error.contains("the column `phone`") && error.contains("`attendance`"), "{error}");
    fewer.remove(&attendance);
    let error = generate(&recipe, &fewer).unwrap_err().to_string();
    assert!(error.contains("the register `attendance`"), "{error}");
}

#[test]
fn a_page_that_nobody_can_send_is_refused() {
    check(
        "recipe.toml",
        "\"TR-078\", #",
        "\"TR-999\", #",
        "`TR-999` is no event or line whose paper is sent",
    );
    check(
        "recipe.toml",
        "TR-004 = \"2017-02-14\"",
        "LS-001 = \"2017-02-14\"",
        "`LS-001` is no event or line",
    );
    check(
        "recipe.toml",
        "TR-004 = \"2017-02-14\"",
        "TR-004 = \"2017-01-04\"",
        "LIST-TR-004-E is sent on 2017-01-04, before its package came",
    );
    check(
        "recipe.toml",
        "heading = \"Demonstration, not a real document\"",
        "heading = \" \"",
        "say on every page that it is no real document",
    );
}

#[test]
fn targets_that_do_not_fit_the_cells_are_refused() {
    check(
        "targets.csv",
        "3.7,R1,sex,F,46",
        "3.7,R1,sex,F,47",
        "R1, sex: the codes add up to 160 people, but the cells have 159",
    );
    check("targets.csv", "3.7,merged,sex,F,12", "3.7,merged,sex,F,11", "merged, sex: the codes add up to 42");
    check(
        "targets.csv",
        "3.7,R2,kind,other,18",
        "3.7,R2,kind,other,5",
        "R2, kind: too few people of `other`",
    );
    check("targets.csv", "3.7,R1,sex,F,46", "3.7,R1,sex,M,46", "line 3: this code has a line already");
    check("targets.csv", "people\n", "persons\n", "targets.csv");
}

#[test]
fn cells_that_ask_for_people_who_do_not_exist_are_refused() {
    check(
        "cells.csv",
        "TR-006,2016-11-01,SO,E,2016-Q4,verified,42,27,15,0",
        "TR-006,2016-11-01,SO,E,2016-Q4,verified,57,27,30,0",
        "TR-006 needs 30 people of its own partner, but only 20 can be found",
    );
    check(
        "cells.csv",
        "TR-058,2018-03-20,KE,F,2018-Q1,verified,37,21,10,6,B",
        "TR-058,2018-03-20,KE,F,2018-Q1,verified,37,21,10,6,G",
        "TR-058 needs 6 people of another partner, but only 0 can be found",
    );
}

#[test]
fn clues_for_more_or_fewer_pairs_than_there_are_are_refused() {
    check(
        "recipe.toml",
        "pairs = 17",
        "pairs = 16",
        "cells.csv has 43 people on two lists of 3.7, the clues are for 42",
    );
    check("recipe.toml", "pairs = 11", "pairs = 1100", "too few people can be paired");
}

#[test]
fn a_list_that_came_without_a_report_or_too_late_is_refused() {
    check(
        "recipe.toml",
        r#"G = ["nil 5", "9","#,
        r#"G = ["nil 5", "none","#,
        "2016-Q4 has events in cells.csv but no report",
    );
    check(
        "recipe.toml",
        r#"G = ["nil 5", "9","#,
        r#"G = ["nil 5", "31","#,
        "TR-007 came on 2017-01-31, too late",
    );
    check(
        "recipe.toml",
        "on = \"2017-10-12\"",
        "on = \"2017-10-01\"",
        "TR-078 is ruled on before its list came",
    );
    check("recipe.toml", "event = \"TR-077\"", "event = \"TR-076\"", "TR-077 needs a ruling");
}

#[test]
fn users_who_act_must_be_users() {
    check(
        "recipe.toml",
        "email = \"verifier.one@example.org\"",
        "email = \"other@example.org\"",
        "`verifier.one@example.org` acts",
    );
    check(
        "recipe.toml",
        "email = \"me.c@example.org\"\nname = \"Luc Abdourahman\"\nrole = \"partner_me\"",
        "email = \"me.c@example.org\"\nname = \"Luc Abdourahman\"\nrole = \"field_officer\"",
        "partner `C` has files or reports",
    );
}

#[test]
fn releases_out_of_order_are_refused() {
    check("recipe.toml", "number = 2\nrevision = 1", "number = 7\nrevision = 1", "releases stand in order");
    check(
        "recipe.toml",
        "at = \"2017-01-31T12:10:00Z\"",
        "at = \"2017-01-30T12:10:00Z\"",
        "the earlier first",
    );
}

#[test]
fn what_the_recipe_does_not_know_is_refused_with_its_line() {
    check("recipe.toml", "percent = 74", "per_cent = 74", "per_cent");
    check(
        "recipe.toml",
        "[\"phone\", \"phone\"]",
        "[\"phone\", \"telephone\"]",
        "`telephone` fills no column",
    );
    check("recipe.toml", "\"trait:kind\"", "\"trait:colour\"", "no trait: `colour`");
    check(
        "recipe.toml",
        "[\"topic\", \"topic\"]",
        "[\"topic\", \"phone\"]",
        "`topic` of `training` is about a person",
    );
    check("recipe.toml", "seed = \"68", "seed = \"6", "64 hexadecimal digits");
    check("recipe.toml", "trait = \"kind\"\ncodes", "trait = \"rank\"\ncodes", "`rank` is no trait");
    check("recipe.toml", "KE = \"+254 000\", ", "", "say how telephone numbers of `KE` begin");
    check("recipe.toml", "\"half_days\", \"document\"]", "\"half_days\"]", "partner.A.order.training");
}
