//! What the demonstration is made of, straight from its recipe: who sent which file, and who the people in it are.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use std::path::Path;

use calamine::{Reader, Xlsx};
use hatua_core::programme::{Package, Programme, Register, read};
use hatua_demo::{DemoAct, DemoFile, Demonstration};

use crate::binary::DEMONSTRATED;

/// The programme and its life.
pub(crate) struct Recipe {
    pub(crate) programme: Programme,
    pub(crate) life: Demonstration,
    package: BTreeMap<String, Vec<u8>>,
}

/// The programme alone, without its invented life.
pub(crate) fn read_programme() -> Programme {
    read(&Package { files: read_files().1 }).unwrap()
}

/// The files of the recipe and those of the package.
fn read_files() -> (BTreeMap<String, Vec<u8>>, BTreeMap<String, Vec<u8>>) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../programmes").join(DEMONSTRATED);
    let mut files = BTreeMap::new();
    collect(&root, &root, &mut files);
    files.into_iter().partition(|(name, _)| name.starts_with("demo/"))
}

impl Recipe {
    pub(crate) fn read() -> Self {
        let (recipe, package) = read_files();
        let programme = read(&Package { files: package.clone() }).unwrap();
        let recipe =
            recipe.into_iter().map(|(name, bytes)| (name.trim_start_matches("demo/").to_owned(), bytes));
        let life = hatua_demo::generate(&recipe.collect(), &programme.registers).unwrap();
        Self { programme, life, package }
    }

    /// The package.
    pub(crate) fn package(&self) -> Package {
        Package { files: self.package.clone() }
    }

    /// What the package itself says, and the words of the interface: public whoever took part.
    pub(crate) fn public_texts(&self) -> impl Iterator<Item = String> {
        let mut interface = BTreeMap::new();
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../text");
        collect(&folder, &folder, &mut interface);
        let own = self.package.clone().into_iter().chain(interface);
        own.map(|(_, bytes)| String::from_utf8_lossy(&bytes).into_owned() + "\n")
    }

    /// The files that partners sent, in order.
    pub(crate) fn imported(&self) -> impl Iterator<Item = &DemoFile> {
        self.life.acts.iter().filter_map(|dated| match &dated.act {
            DemoAct::Import(file) => Some(file),
            _ => None,
        })
    }

    /// The texts of the cells that identify a person, by the column that they stand in.
    pub(crate) fn personal_texts(&self) -> BTreeMap<String, BTreeSet<String>> {
        let mut texts = BTreeMap::<String, BTreeSet<String>>::new();
        for file in self.imported().chain(&self.life.incoming) {
            let register = &self.programme.registers[&file.register];
            let mut columns: BTreeMap<usize, String> = BTreeMap::new();
            for row in cells(file) {
                if columns.is_empty() {
                    columns = personal_columns(register, &row);
                    continue;
                }
                for (at, column) in &columns {
                    texts.entry(column.clone()).or_default().insert(row[*at].clone());
                }
                let names: Vec<&str> = columns
                    .iter()
                    .filter(|(_, column)| column.ends_with("_name"))
                    .map(|(at, _)| row[*at].as_str())
                    .collect();
                for name in [names.join(" "), names.iter().rev().copied().collect::<Vec<_>>().join(" ")] {
                    texts.entry("full name".to_owned()).or_default().insert(name);
                }
            }
        }
        for texts in texts.values_mut() {
            texts.retain(|text| !text.trim().is_empty());
        }
        texts
    }
}

/// Where a header line has personal columns, and which. A line that has none is no header line.
fn personal_columns(register: &Register, row: &[String]) -> BTreeMap<usize, String> {
    let named = |text: &String| {
        let mapped = register.sheets.values().find_map(|sheet| sheet.headers.get(text));
        register.columns.iter().find(|column| mapped == Some(&column.name) || column.labels.contains(text))
    };
    let personal =
        |(at, text)| named(text).filter(|column| column.personal).map(|column| (at, column.name.to_string()));
    row.iter().enumerate().filter_map(personal).collect()
}

fn cells(file: &DemoFile) -> Vec<Vec<String>> {
    if Path::new(&file.name).extension().is_some_and(|ending| ending == "csv") {
        let reader =
            csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(file.bytes.as_slice());
        let owned = |row: csv::StringRecord| row.iter().map(str::to_owned).collect();
        return reader.into_records().map(|row| owned(row.unwrap())).collect();
    }
    let mut workbook = Xlsx::new(Cursor::new(file.bytes.as_slice())).unwrap();
    let sheets = workbook.worksheets();
    let rows = sheets.iter().flat_map(|(_, range)| range.rows());
    rows.map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            files.insert(name, std::fs::read(path).unwrap());
        }
    }
}
