//! The reference page of the command line is true: usage, options and their meaning are those that the program prints,
//! exit codes are those with which it ends, and documents of `--json` have the keys of their examples.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// What help and page both say of a command.
#[derive(Debug, Default, PartialEq, Eq)]
struct Described {
    about: String,
    usage: String,
    options: BTreeMap<String, String>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn page() -> String {
    fs::read_to_string(root().join("docs/reference/cli.md")).unwrap()
}

fn hatua(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_hatua"))
        .args(arguments)
        .current_dir(folder)
        .env_remove("HATUA_DATA")
        .env_remove("HATUA_KEYRING")
        .env_remove("HATUA_DATABASE")
        .output()
        .unwrap()
}

fn printed(folder: &Path, arguments: &[&str]) -> String {
    String::from_utf8(hatua(folder, arguments).stdout).unwrap()
}

/// Reads the help of a command: what it says of the command itself, the general options apart, and its subcommands.
fn help_of(command: &str) -> (Described, Vec<String>) {
    let mut arguments: Vec<&str> = command.split_whitespace().collect();
    arguments.push("-h");
    let help = printed(&root(), &arguments);
    let (about, rest) = help.split_once("Usage: ").unwrap();
    let (usage, rest) = rest.split_once('\n').unwrap();
    let (mut options, mut subcommands) = (BTreeMap::new(), Vec::new());
    let mut section = "";
    let mut last = String::new();
    for line in rest.lines().filter(|line| !line.is_empty()) {
        let text = line.trim_start();
        let indent = line.len() - text.len();
        if indent == 0 {
            section = line;
        } else if indent > 6 {
            // A meaning that goes on in the next line.
            let meaning: &mut String = options.get_mut(&last).unwrap();
            meaning.push(' ');
            meaning.push_str(text);
        } else {
            let (term, meaning) = text.split_once("  ").unwrap_or((text, ""));
            if section == "Commands:" {
                subcommands.push(term.to_owned());
            }
            let meaning = meaning.trim().trim_end_matches(" (see more with '--help')");
            options.insert(term.to_owned(), meaning.to_owned());
            term.clone_into(&mut last);
        }
    }
    options.retain(|term, _| !subcommands.contains(term));
    subcommands.retain(|name| name != "help");
    (Described { about: one_line(about), usage: usage.to_owned(), options }, subcommands)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The part of the page under a heading, up to the next one.
fn section<'a>(page: &'a str, heading: &str) -> &'a str {
    let (_, rest) = page.split_once(&format!("# {heading}\n")).unwrap_or_else(|| panic!("no `{heading}`"));
    rest.split("\n## ").next().unwrap().split("\n### ").next().unwrap()
}

/// The rows of the section's table of options.
fn options_in(section: &str) -> BTreeMap<String, String> {
    let rows = section.lines().skip_while(|line| !line.starts_with("| option |")).skip(2);
    rows.map_while(|row| row.strip_prefix("| `")?.strip_suffix(" |")?.split_once("` | "))
        .map(|(term, meaning)| (term.to_owned(), meaning.to_owned()))
        .collect()
}

fn page_of(page: &str, command: &str) -> Described {
    let section = section(page, &format!("`hatua {command}`"));
    let usage = section.lines().find_map(|line| line.strip_prefix("    ")).unwrap_or_default().to_owned();
    let about = section.trim_start().split("\n\n").next().unwrap().trim_end_matches('.').to_owned();
    Described { about, usage, options: options_in(section) }
}

#[test]
fn every_command_and_option_stands_on_the_reference_page_as_the_program_prints_it() {
    let page = page();
    let general = options_in(section(&page, "General options"));
    let mut waiting = help_of("").1;
    let mut known = Vec::new();
    while let Some(command) = waiting.pop() {
        let (mut described, subcommands) = help_of(&command);
        for (term, meaning) in &general {
            assert_eq!(described.options.remove(term).as_ref(), Some(meaning), "{term} of {command}");
        }
        assert_eq!(page_of(&page, &command), described, "hatua {command}");
        waiting.extend(subcommands.iter().map(|name| format!("{command} {name}")));
        known.push(command);
    }
    let headings = page.lines().filter_map(|line| line.strip_prefix('#')?.split_once("`hatua "));
    let on_page: Vec<&str> = headings.map(|(_, name)| name.trim_end_matches('`')).collect();
    for name in &on_page {
        assert!(known.iter().any(|command| command == name), "there is no `hatua {name}`");
    }
    assert_eq!(on_page.len(), known.len(), "each command once");
}

/// A folder with the package that `package.md` shows as `wells`, loaded into `data`, and two files of partner A.
fn wells() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let package = fs::read_to_string(root().join("docs/reference/package.md")).unwrap();
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    for block in package.split("\n```").filter(|block| block.lines().next().unwrap().contains(" file=")) {
        let (info, text) = block.split_once('\n').unwrap();
        let path = info.split_once(" file=").unwrap().1;
        write(&format!("wells/{path}"), text);
        if path == "text/en.ftl" {
            write("wells/text/fr.ftl", text);
        }
    }
    write("wells/media/well.svg", "<svg/>");
    write("wells/documents/fiche.pdf", "%PDF-1.4");
    write("trainings.csv", "training_id,topic,date,country,reach\nT-1,Water,2018-03-14,HL,40\n");
    write(
        "list.csv",
        "training,document,date,country,person_id,sex,age_years,role,half_days\n\
         T-1,L-1,2018-03-14,HL,001,F,27,Participant,2\n\
         T-1,L-1,2018-03-14,HL,002,M,41,Participant,2\n\
         T-1,L-1,2018-03-14,HL,003,F,140,Participant,1\n",
    );
    folder
}

/// Runs a command on the wells; gives its exit code and what it printed with `--json`, of *lines* the first.
fn on_wells(folder: &Path, command: &str) -> (i32, Value) {
    let mut arguments = vec!["--data", "data", "--json"];
    arguments.extend(command.split_whitespace());
    let output = hatua(folder, &arguments);
    let text = String::from_utf8(output.stdout).unwrap();
    let document = serde_json::from_str(&text)
        .or_else(|_| serde_json::from_str(text.lines().next().unwrap_or("null")))
        .unwrap();
    (output.status.code().unwrap(), document)
}

/// The example of a section whose fence has this mark.
fn example(page: &str, heading: &str, mark: &str) -> Value {
    let section = section(page, &format!("`hatua {heading}`"));
    let (_, rest) = section.split_once(&format!("```{mark}\n")).unwrap();
    serde_json::from_str(rest.split("\n```").next().unwrap()).unwrap()
}

/// Both have the same keys at every level. A list without items says nothing; columns and codes are names, not keys.
fn assert_same_keys(example: &Value, real: &Value, place: &str) {
    match (example, real) {
        (Value::Object(_), Value::Object(_)) if place.ends_with(".values") => {}
        (Value::Object(example), Value::Object(real)) => {
            let keys = |object: &serde_json::Map<String, Value>| object.keys().cloned().collect::<Vec<_>>();
            let (mut said, mut printed) = (keys(example), keys(real));
            said.sort();
            printed.sort();
            assert_eq!(said, printed, "keys of {place}");
            for (key, value) in real {
                assert_same_keys(&example[key], value, &format!("{place}.{key}"));
            }
        }
        (Value::Array(example), Value::Array(real)) => {
            if let (Some(example), Some(real)) = (example.first(), real.first()) {
                assert_same_keys(example, real, place);
            }
        }
        (Value::Object(_) | Value::Array(_), other) | (other, Value::Object(_) | Value::Array(_)) => {
            assert!(example.is_null() || other.is_null(), "{place}: {example} and {real}");
        }
        _ => {}
    }
}

#[test]
fn documents_have_the_keys_of_their_examples() {
    let (page, folder) = (page(), wells());
    let folder = folder.path();
    let check = |command: &str, heading: &str, mark: &str| {
        let (_, real) = on_wells(folder, command);
        assert!(!real.is_null(), "{command} prints a document");
        assert_same_keys(&example(&page, heading, mark), &real, heading);
        real
    };
    check("programme load wells", "programme load", "json keys");
    check("programme export copy", "programme export", "json keys");
    check("import --register training --partner A trainings.csv", "import", "json keys");
    check("import --register attendance --partner A list.csv", "import", "json keys");
    fs::write(folder.join("scan.pdf"), "%PDF-1.4 a signed list").unwrap();
    check("document add scan.pdf --document L-1 --partner A", "document add", "json keys");
    check("document list", "document list", "json keys");
    check("report receive --partner A --quarter 2018-Q1", "report receive", "json keys");
    check("report list", "report list", "json keys");
    check("records list", "records list", "json keys");
    check("records aside", "records aside", "json keys");
    check("figures", "figures", "json keys");
    check("figures --unprotected", "figures", "json keys preview");
    check("overlap trained", "overlap", "json keys");
    check("user add --email a@b.org --name A --role auditor --organisation B", "user add", "json keys");
    check("user list", "user list", "json keys");
    check("ledger verify", "ledger verify", "json keys");
    check("rebuild --compare", "rebuild", "json keys");

    let explained = check("explain trained --left-out", "explain", "json keys");
    check("explain trained --against v2", "explain", "json keys against");
    check("figures --definition v2", "figures", "json keys");
    let unit = |index: usize| explained["left_out"][index]["unit"].as_str().unwrap().to_owned();
    let (a, b) = (unit(0), unit(1));
    let decided = check(&format!("decide same {a} {b} --reason seen"), "decide same", "json keys");
    check("decide list", "decide list", "json keys");
    let decision = decided["id"].as_str().unwrap();
    check(&format!("decide undo {decision} --reason no"), "decide undo", "json keys");
    check(&format!("decide different {a} {b}"), "decide different", "json keys");

    fs::remove_file(folder.join("wells/places.csv")).unwrap();
    check("programme check wells", "programme check", "json keys");
}

#[test]
fn a_command_ends_with_the_code_that_the_page_says() {
    let folder = wells();
    let code = |command: &str| on_wells(folder.path(), command).0;
    assert_eq!(code("records list"), 3, "there is no data folder");
    assert_eq!(code("programme load wells"), 0);
    assert_eq!(code("import --register training --partner A trainings.csv"), 0);
    assert_eq!(code("import --register attendance --partner A list.csv"), 1, "a row is kept aside");
    assert_eq!(code("import --register pumps --partner A list.csv"), 2, "an unknown register");
    assert_eq!(code("records verify --document L-1"), 4, "nobody verifies what they entered");
    assert_eq!(code("--no-such-option"), 2, "an unknown option");
}
