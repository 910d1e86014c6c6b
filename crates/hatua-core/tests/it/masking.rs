//! A story whose switch keeps the names of persons out of it.

use hatua_core::programme::{Locale, News, Package, read};

use crate::folder;

const STORY: &str = r#"+++
dated_on = 2024-02-05
said_by = "Ministry"
picture = "kitchen.svg"
title = "Sanu ate first"
caption = "Sanu and her sister"
picture_alt = "Drawing: Sanu at a table"
mask_persons = true
persons = ["Sanu"]
masked_as = "a girl"
child = true

[fr]
title = "Sanou a mangé"
picture_alt = "Dessin : une table"
teaser = "Le repas de Sanou."
persons = ["Sanou"]
masked_as = "une fille"
+++
The meal of *Sanu*.
"#;

fn package(path: &str, story: &str) -> Package {
    let mut package = folder::school_meals();
    package.files.remove("news/first-meal.md");
    package.files.insert(path.to_owned(), story.as_bytes().to_vec());
    package
}

fn story(text: &str) -> News {
    read(&package("news/a-meal.md", text))
        .unwrap_or_else(|found| panic!("{}", folder::print(&found)))
        .news
        .remove(0)
}

fn finding(path: &str, text: &str) -> String {
    let found = read(&package(path, text)).expect_err("the story is refused");
    let lines: Vec<String> =
        found.iter().map(|finding| format!("{} {}", finding.code, finding.message)).collect();
    lines.join("\n")
}

#[test]
fn a_masked_name_is_in_no_word_of_the_story() {
    let story = story(STORY);
    let all = format!("{story:?}");
    assert!(!all.contains("Sanu") && !all.contains("Sanou"), "{all}");
    let english = &story.texts[&Locale::En];
    assert_eq!(english.title, "A girl ate first");
    assert_eq!(english.teaser, "The meal of *a girl*.");
    assert_eq!(story.texts[&Locale::Fr].teaser, "Le repas de une fille.");
    assert!(story.is_about_a_child);
}

#[test]
fn without_the_switch_the_story_stands_as_it_was_written() {
    let story = story(&STORY.replace("mask_persons = true", "mask_persons = false"));
    assert_eq!(story.texts[&Locale::En].title, "Sanu ate first");
}

#[test]
fn a_language_that_does_not_name_the_persons_could_let_a_name_through() {
    let story = STORY.replace("persons = [\"Sanou\"]\n", "");
    assert!(finding("news/a-meal.md", &story).starts_with("missing_value"));
}

#[test]
fn a_misspelt_name_and_a_name_in_the_address_are_told() {
    assert!(finding("news/a-meal.md", &STORY.replace("[\"Sanu\"]", "[\"Sano\"]")).contains("`Sano`"));
    assert!(finding("news/sanu-ate.md", STORY).starts_with("unmasked_name"));
}
