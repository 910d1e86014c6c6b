//! The reference pages are true: the examples of `package.md` are one package without a mistake, and each example of
//! `rules.md` holds, fails or is refused as it says.

use std::collections::BTreeMap;
use std::fs;

use hatua_core::id::{ColumnName, RegisterName};
use hatua_core::programme::condition::Row;
use hatua_core::programme::{ColumnPath, Condition, Finding, Package, Programme, read};
use hatua_core::record::Value;
use jiff::civil::{Date, date};
use toml::Table;

use crate::folder;

fn page(name: &str) -> String {
    fs::read_to_string(folder::repository().join("docs/reference").join(name)).unwrap()
}

/// The fenced blocks of a page whose first line has this mark: what stands after the mark, and the block.
fn blocks(page: &str, mark: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let Some((_, rest)) = line.strip_prefix("```").and_then(|info| info.split_once(mark)) else {
            continue;
        };
        let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        found.push((rest.to_owned(), block.join("\n") + "\n"));
    }
    found
}

/// The package that the page shows; pictures and French texts, which it does not, are made up.
fn documented_package() -> Package {
    let mut package = Package::default();
    for (path, content) in blocks(&page("package.md"), " file=") {
        assert!(package.files.insert(path.clone(), content.into_bytes()).is_none(), "{path} stands twice");
    }
    let english = package.files["text/en.ftl"].clone();
    package.files.insert("text/fr.ftl".into(), english);
    package.files.insert("media/well.svg".into(), b"<svg/>".to_vec());
    package.files.insert("documents/fiche.pdf".into(), b"%PDF-1.4".to_vec());
    package
}

fn reading(package: &Package) -> Programme {
    read(package).unwrap_or_else(|findings| panic!("{}", folder::print(&findings)))
}

#[test]
fn the_package_of_the_reference_page_has_no_mistake() {
    let programme = reading(&documented_package());
    assert_eq!(programme.indicators.len(), 4);
    assert_eq!(programme.registers.len(), 3);
}

#[test]
fn each_word_of_a_finding_stands_on_the_reference_page() {
    let page = page("package.md");
    let sources = folder::repository().join("crates/hatua-core/src/programme/read");
    for entry in fs::read_dir(sources).unwrap() {
        let source = fs::read_to_string(entry.unwrap().path()).unwrap();
        let production = source.split("#[cfg(test)]").next().unwrap();
        let quoted = production.split('"').skip(1).step_by(2);
        let words = quoted.filter(|word| {
            ["missing_", "unknown_", "wrong_", "invalid_", "duplicate_", "bands_"]
                .iter()
                .any(|p| word.starts_with(p))
                && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
        });
        for word in words {
            assert!(page.contains(&format!("`{word}`")), "package.md explains {word}");
        }
    }
}

/// A row of an example, also with columns of the row that it points to.
struct Example(BTreeMap<ColumnPath, Value>);

impl Row for Example {
    fn value(&self, path: &ColumnPath) -> Option<&Value> {
        self.0.get(path)
    }
}

fn row(table: &Table) -> Example {
    let name = |text: &str| ColumnName::new(text).unwrap();
    let path = |key: &str| match key.split_once('.') {
        Some((pointer, column)) => ColumnPath { through: Some(name(pointer)), column: name(column) },
        None => ColumnPath { through: None, column: name(key) },
    };
    let value = |value: &toml::Value| match value {
        toml::Value::String(text) => Value::Text(text.clone()),
        toml::Value::Integer(number) => Value::Integer(*number),
        toml::Value::Boolean(answer) => Value::Boolean(*answer),
        toml::Value::Datetime(day) => Value::Date(day.to_string().parse::<Date>().unwrap()),
        other => panic!("{other} is no value of a row"),
    };
    Example(table.iter().map(|(key, written)| (path(key), value(written))).collect())
}

/// Reads the package with one more figure that has this condition.
fn read_with(register: &str, condition: &str) -> Result<Condition, Vec<Finding>> {
    let mut package = documented_package();
    let unit = if register == "training" { "event" } else { "person" };
    let indicator = format!(
        "[[indicator]]\ncode = \"9\"\nslug = \"example\"\nobjective = \"I\"\ndefinition = \"v1\"\nunit = \"{unit}\"\n\
         measure = \"cases\"\nfrom = [{{ register = \"{register}\", where = {condition} }}]\n\n"
    );
    let rules = package.files.get_mut("indicators.toml").unwrap();
    rules.splice(0..0, indicator.bytes());
    for locale in ["en", "fr"] {
        let texts = package.files.get_mut(&format!("text/{locale}.ftl")).unwrap();
        for part in ["name", "short", "definition", "counted", "not-counted", "method"] {
            texts.extend(format!("figure-example-{part} = x\n").bytes());
        }
    }
    let programme = read(&package)?;
    let source = programme.indicator("example").unwrap().from[0].clone();
    assert_eq!(source.register, RegisterName::new(register).unwrap());
    Ok(source.condition.unwrap())
}

#[test]
fn each_example_of_a_rule_holds_fails_or_is_refused_as_it_says() {
    let today = date(2018, 7, 27);
    let examples = blocks(&page("rules.md"), " example");
    assert!(examples.len() > 20, "the page has its examples");
    for (_, block) in examples {
        let example: Table = block.parse().unwrap();
        let register = example.get("register").and_then(|name| name.as_str()).unwrap_or("attendance");
        let condition = block.lines().find_map(|line| line.strip_prefix("where = ")).unwrap();
        match (read_with(register, condition), example.get("finding")) {
            (Ok(condition), None) => {
                let holds = row(example["holds"].as_table().unwrap());
                let fails = row(example["fails"].as_table().unwrap());
                assert!(condition.holds(&holds, today), "holds:\n{block}");
                assert!(!condition.holds(&fails, today), "fails:\n{block}");
            }
            (Err(findings), Some(code)) => {
                let codes: Vec<&str> = findings.iter().map(|finding| finding.code.as_str()).collect();
                assert_eq!(codes, [code.as_str().unwrap()], "{block}\n{}", folder::print(&findings));
            }
            (Ok(_), Some(code)) => panic!("{code} is not found:\n{block}"),
            (Err(findings), None) => panic!("{block}\n{}", folder::print(&findings)),
        }
    }
}

#[test]
fn each_predicate_has_its_examples() {
    let page = page("rules.md");
    let text: String = blocks(&page, " example").into_iter().map(|(_, block)| block).collect();
    let known = [
        "is", "is_not", "one_of", "at_least", "at_most", "before", "after", "present", "longest", "all",
        "any", "not",
    ];
    for predicate in known {
        assert!(text.contains(&format!(" {predicate} = ")), "{predicate} has an example");
        assert!(page.contains(&format!("`{predicate}`")), "{predicate} has a heading");
    }
}
