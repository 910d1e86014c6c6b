//! The house rules that a machine can check: each reads the tree and names file, line and rule. A rule is a pure function from
//! a tree to its breaches; here it meets the real tree, and in its own file a bad example that it must catch.

mod arrows;
mod code;
mod invariants;
mod pages;
mod places;
mod programmes;
mod rust_text;
mod sql;
mod templates;
mod texts;

use std::collections::BTreeSet;
use std::path::Path;

/// A text file of the tree, with its path from the root (`crates/hatua/src/main.rs`).
#[derive(Debug, Clone)]
struct File {
    path: String,
    text: String,
}

impl File {
    /// Its lines, numbered from 1.
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(index, line)| (index + 1, line))
    }

    /// The folder that it lies in, without a slash at its end.
    fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Its name without the folder and the ending.
    fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or(&self.path);
        name.split('.').next().unwrap_or(name)
    }

    /// What follows the last dot of its name.
    fn ending(&self) -> &str {
        self.path.rsplit(['/', '.']).next().unwrap_or_default()
    }

    fn breach(&self, line: usize, rule: &'static str, what: impl Into<String>) -> Breach {
        Breach { path: self.path.clone(), line, rule, what: what.into() }
    }
}

/// A place where the tree does not keep a rule.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Breach {
    path: String,
    line: usize,
    rule: &'static str,
    what: String,
}

impl std::fmt::Display for Breach {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}: {}: {}", self.path, self.line, self.rule, self.what)
    }
}

/// The files of the project: those that are text, and the paths of all.
#[derive(Debug, Default)]
struct Tree {
    files: Vec<File>,
    paths: BTreeSet<String>,
}

impl Tree {
    /// Files whose path ends so.
    fn ending<'a>(&'a self, end: &'a str) -> impl Iterator<Item = &'a File> {
        self.files.iter().filter(move |file| file.path.ends_with(end))
    }

    /// The file with this path.
    fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }

    /// Whether there is a file or a folder with this path.
    fn has(&self, path: &str) -> bool {
        path.is_empty()
            || self.paths.contains(path)
            || self.paths.iter().any(|p| p.starts_with(&format!("{path}/")))
    }

    /// A tree of these texts.
    fn of(files: &[(&str, &str)]) -> Self {
        let files =
            files.iter().map(|(path, text)| File { path: (*path).to_owned(), text: (*text).to_owned() });
        let files: Vec<File> = files.collect();
        Self { paths: files.iter().map(|file| file.path.clone()).collect(), files }
    }

    /// The tree of this project.
    fn of_this_project() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap();
        let mut tree = Self::default();
        tree.read(&root, &root);
        tree.files.sort_by(|a, b| a.path.cmp(&b.path));
        tree
    }

    fn read(&mut self, root: &Path, folder: &Path) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if is_made_by_tools(&name) {
                continue;
            }
            if path.is_dir() {
                self.read(root, &path);
                continue;
            }
            let shown = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
            if let Ok(text) = String::from_utf8(std::fs::read(&path).unwrap()) {
                self.files.push(File { path: shown.clone(), text });
            }
            self.paths.insert(shown);
        }
    }
}

/// The product's code, without tests, comments and the contents of literals: path, line, text.
pub(crate) fn product_code() -> Vec<(String, usize, String)> {
    let tree = Tree::of_this_project();
    let lines = |file: &File| {
        let text = rust_text::RustText::of(&file.text);
        let line = |(line, code): (usize, &str)| (file.path.clone(), line, code.to_owned());
        text.product_code().map(line).collect::<Vec<_>>()
    };
    rust_text::product_files(&tree).flat_map(lines).collect()
}

/// What tools leave in the tree and git does not keep.
fn is_made_by_tools(name: &str) -> bool {
    [".git", "target", "node_modules", "shots"].contains(&name)
        || name.starts_with("hatua-data")
        || name.ends_with(".snap.new")
}

/// The first breach of a bad example, and that it is the only one.
#[track_caller]
fn assert_caught(breaches: &[Breach], path: &str, line: usize, word: &str) {
    let [breach] = breaches else { panic!("one breach is expected, there are {breaches:#?}") };
    assert_eq!((breach.path.as_str(), breach.line), (path, line), "{breach}");
    assert!(breach.what.contains(word), "`{breach}` does not name {word}");
}

#[track_caller]
fn assert_kept(mut breaches: Vec<Breach>) {
    breaches.sort();
    let lines: Vec<String> = breaches.iter().map(Breach::to_string).collect();
    assert!(lines.is_empty(), "the tree does not keep a house rule:\n{}\n", lines.join("\n"));
}

#[test]
fn our_crates_depend_on_each_other_as_the_map_says() {
    assert_kept(arrows::arrows_point_inward(&Tree::of_this_project()));
}

#[test]
fn the_rules_have_no_async_database_http_or_file_crate() {
    assert_kept(arrows::core_has_no_crate_of_the_world(&Tree::of_this_project()));
}

#[test]
fn the_rules_do_nothing_but_compute() {
    assert_kept(code::core_is_pure(&Tree::of_this_project()));
}

#[test]
fn every_file_says_what_it_is_and_fits_in_a_head() {
    assert_kept(code::files_tell_one_story(&Tree::of_this_project()));
}

#[test]
fn no_module_is_a_drawer() {
    assert_kept(code::modules_are_nouns_of_the_field(&Tree::of_this_project()));
}

#[test]
fn sql_lives_in_the_store() {
    assert_kept(sql::sql_lives_in_the_store(&Tree::of_this_project()));
}

#[test]
fn sql_never_counts_units() {
    assert_kept(sql::sql_never_counts_units(&Tree::of_this_project()));
}

#[test]
fn templates_hold_no_logic() {
    assert_kept(templates::templates_hold_no_logic(&Tree::of_this_project()));
}

#[test]
fn templates_hold_no_words() {
    assert_kept(templates::templates_hold_no_words(&Tree::of_this_project()));
}

#[test]
fn every_text_is_there_in_all_languages() {
    assert_kept(texts::every_text_is_in_every_language(&Tree::of_this_project()));
}

#[test]
fn the_programme_is_data() {
    assert_kept(programmes::no_code_names_a_programme(&Tree::of_this_project()));
}

#[test]
fn every_page_of_the_docs_has_one_title_and_no_dead_link() {
    assert_kept(pages::pages_have_one_title(&Tree::of_this_project()));
    assert_kept(pages::links_lead_somewhere(&Tree::of_this_project()));
}

#[test]
fn nothing_depends_on_the_machine_it_was_written_on() {
    assert_kept(places::no_path_of_a_machine(&Tree::of_this_project()));
    assert_kept(places::no_host_of_a_registry(&Tree::of_this_project()));
}

#[test]
fn every_invariant_has_its_test() {
    assert_kept(invariants::every_invariant_has_its_test(&Tree::of_this_project()));
}

#[test]
fn the_tree_that_the_rules_read_is_the_whole_project() {
    let tree = Tree::of_this_project();
    for path in
        ["ARCHITECTURE.md", "crates/hatua-core/src/lib.rs", "crates/hatua/tests/it/tidy.rs", "Cargo.lock"]
    {
        assert!(tree.file(path).is_some(), "{path} was not read");
    }
    assert!(!tree.has("target") && tree.has("crates/hatua-core/src"));
}
