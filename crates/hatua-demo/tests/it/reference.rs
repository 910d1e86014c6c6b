//! The recipe's page names every key, column and word that a recipe may have.

use std::collections::BTreeSet;
use std::path::Path;

use crate::counter::recipe;

fn page() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/reference/demo-recipe.md");
    std::fs::read_to_string(path).unwrap()
}

/// All keys of a part of the recipe, but for those that are its own codes.
fn keys(part: &toml::Value, found: &mut BTreeSet<String>) {
    match part {
        toml::Value::Table(table) => {
            for (key, value) in table {
                found.insert(key.clone());
                match (key.as_str(), value) {
                    (
                        "received" | "published" | "codes" | "ages" | "order" | "words" | "weights"
                        | "spread" | "leans" | "late",
                        _,
                    ) => {}
                    ("partner", toml::Value::Table(partners)) => {
                        partners.values().for_each(|one| keys(one, found));
                    }
                    ("exactly", toml::Value::Array(lists)) => {
                        found.extend(lists.iter().flat_map(|list| list.as_table().unwrap().keys().cloned()));
                    }
                    _ => keys(value, found),
                }
            }
        }
        toml::Value::Array(items) => items.iter().for_each(|item| keys(item, found)),
        _ => {}
    }
}

#[test]
fn every_key_of_the_recipe_and_every_column_of_its_tables_is_explained() {
    let (files, page) = (recipe(), page());
    let mut words = BTreeSet::new();
    let text = String::from_utf8(files["recipe.toml"].clone()).unwrap();
    keys(&toml::Value::Table(text.parse().unwrap()), &mut words);
    for table in ["cells.csv", "units.csv", "titles.csv", "targets.csv", "names.csv"] {
        let mut reader = csv::Reader::from_reader(files[table].as_slice());
        words.extend(reader.headers().unwrap().iter().map(str::to_owned));
    }
    assert!(words.len() > 60, "{words:?}");
    let missing: Vec<_> = words.iter().filter(|word| !is_named(&page, word)).collect();
    assert!(missing.is_empty(), "docs/reference/demo-recipe.md does not name {missing:?}");
}

#[test]
fn every_filling_clue_relation_status_and_role_of_the_recipe_is_explained() {
    let page = page();
    let text = String::from_utf8(recipe()["recipe.toml"].clone()).unwrap();
    let recipe: toml::Table = text.parse().unwrap();
    let people = recipe["people"].as_table().unwrap();
    let units = recipe["units"].as_array().unwrap().iter().map(|plan| plan.as_table().unwrap());
    let parts = units.chain([people]).flat_map(|part| part["register"].as_array().unwrap());
    let columns = parts.flat_map(|one| one["columns"].as_array().unwrap());
    let fillings = columns.map(|pair| pair[1].as_str().unwrap()).filter(|filling| !filling.contains(':'));
    let pairs = recipe["pairs"].as_table().unwrap();
    let word = |list: &'static str, key: &'static str| {
        pairs[list].as_array().unwrap().iter().map(move |one| one[key].as_str().unwrap())
    };
    let roles = recipe["user"].as_array().unwrap().iter().map(|user| user["role"].as_str().unwrap());
    let statuses = ["verified", "pending", "withdrawn", "returned", "incoming", "outside"];
    let parts_of_words = ["text", "trait", "given", "spread", "value", "first_row"];
    for word in parts_of_words {
        assert!(page.contains(&format!("`{word}:")), "docs/reference/demo-recipe.md does not name `{word}:`");
    }
    let words = fillings
        .chain(word("same", "clue"))
        .chain(word("different", "relation"))
        .chain(word("open", "truth"));
    for word in words.chain(roles).chain(statuses) {
        assert!(is_named(&page, word), "docs/reference/demo-recipe.md does not name `{word}`");
    }
}

fn is_named(page: &str, word: &str) -> bool {
    let forms = [
        format!("`{word}`"),
        format!("[{word}]"),
        format!("[{word}."),
        format!(".{word}]"),
        format!("`{word} ="),
    ];
    forms.iter().any(|form| page.contains(form))
}
