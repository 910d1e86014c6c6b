//! The small counter: reads the files back, plays the acts in order and counts people the slow and obvious way.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use calamine::{Data, Reader, Xlsx};
use hatua_core::id::{PartnerCode, RegisterName};
use hatua_core::ledger::Verdict;
use hatua_core::period::Quarter;
use hatua_core::programme::{Column, Register, read_register};
use hatua_demo::{DemoAct, DemoFile, Demonstration, generate};
use jiff::civil::Date;
use jiff::{Span, Timestamp};

/// A row by the names of its columns; an empty cell is absent.
pub type Row = BTreeMap<String, String>;

/// A row and what has happened to it.
#[derive(Debug, Clone)]
pub struct Attendance {
    pub register: RegisterName,
    pub partner: String,
    pub row: Row,
    pub verified_at: Option<Timestamp>,
    pub withdrawn: bool,
    pub returned: bool,
}

impl Attendance {
    pub fn get(&self, column: &str) -> &str {
        self.row.get(column).map_or("", String::as_str)
    }

    pub fn date(&self) -> Date {
        self.get("date").parse().unwrap()
    }

    pub fn quarter(&self) -> String {
        Quarter::of(self.date()).to_string()
    }

    pub fn unit(&self) -> Unit {
        let own_id = &registers()[&self.register].own_id;
        let own_id = own_id.as_ref().map_or("", |column| self.get(column.as_str()));
        (self.partner.clone(), own_id.to_owned())
    }

    pub fn is_verified(&self) -> bool {
        self.verified_at.is_some() && !self.withdrawn && !self.returned
    }

    pub fn age_band(&self) -> &'static str {
        match self.get("age_years").parse::<u8>() {
            Err(_) => "unknown",
            Ok(..=17) => "under",
            Ok(18..=29) => "18-29",
            Ok(30..=44) => "30-44",
            Ok(45..) => "45+",
        }
    }

    /// The row's code in a table.
    pub fn code(&self, table: &str) -> String {
        let known = |text: &str| if text.is_empty() { "unknown".to_owned() } else { text.to_owned() };
        match table {
            "quarter" => self.quarter(),
            "partner" => self.partner.clone(),
            "age" => self.age_band().to_owned(),
            "total" => String::new(),
            column => known(self.get(column)),
        }
    }
}

/// A partner and its own id of a person.
pub type Unit = (String, String);

/// One decision.
#[derive(Debug, Clone)]
pub struct Decided {
    pub at: Timestamp,
    pub a: Unit,
    pub b: Unit,
    pub verdict: Verdict,
}

/// A release as it was issued.
#[derive(Debug, Clone)]
pub struct Issued {
    pub at: Timestamp,
    pub data_to: Date,
}

/// Everything after the last act.
pub struct World {
    pub demonstration: Demonstration,
    /// Attendances at trainings on migration.
    pub attendances: Vec<Attendance>,
    /// Decisions about people at these trainings.
    pub decisions: Vec<Decided>,
    /// All other rows.
    pub others: Vec<Attendance>,
    /// All other decisions.
    pub other_decisions: Vec<Decided>,
    pub releases: BTreeMap<String, Issued>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../programmes/bmm")
}

pub fn recipe() -> BTreeMap<String, Vec<u8>> {
    let listed = std::fs::read_dir(folder().join("demo")).unwrap();
    listed
        .map(|entry| {
            let entry = entry.unwrap();
            (entry.file_name().into_string().unwrap(), std::fs::read(entry.path()).unwrap())
        })
        .collect()
}

/// The programme's registers, read once for all tests.
pub fn registers() -> &'static BTreeMap<RegisterName, Register> {
    static REGISTERS: OnceLock<BTreeMap<RegisterName, Register>> = OnceLock::new();
    REGISTERS.get_or_init(read_registers)
}

fn read_registers() -> BTreeMap<RegisterName, Register> {
    let files = std::fs::read_dir(folder().join("registers")).unwrap().map(|entry| entry.unwrap().path());
    let read = |path: PathBuf| {
        read_register(path.file_stem().unwrap().to_str().unwrap(), &std::fs::read(&path).unwrap()).unwrap()
    };
    files.map(read).map(|register| (register.name.clone(), register)).collect()
}

/// The world, made once for all tests.
pub fn world() -> &'static World {
    static WORLD: OnceLock<World> = OnceLock::new();
    WORLD.get_or_init(|| play(generate(&recipe(), registers()).unwrap()))
}

fn play(demonstration: Demonstration) -> World {
    let mut records: Vec<Attendance> = Vec::new();
    let mut decided = Vec::new();
    let mut releases = BTreeMap::new();
    let mut of_file: BTreeMap<String, std::ops::Range<usize>> = BTreeMap::new();
    for dated in demonstration.acts.clone() {
        match dated.act {
            DemoAct::Import(file) => {
                let from = records.len();
                records.extend(attendances(&file));
                assert!(
                    of_file.insert(file.name, from..records.len()).is_none(),
                    "no two files have one name"
                );
            }
            DemoAct::Report { .. } | DemoAct::Document(_) => {}
            DemoAct::VerifyFile { name } => {
                for one in &mut records[of_file[&name].clone()] {
                    assert!(one.verified_at.replace(dated.at).is_none(), "nothing is verified twice");
                }
            }
            DemoAct::VerifyDocument { document } => {
                for one in of_document(&mut records, document.as_str()) {
                    assert!(one.verified_at.replace(dated.at).is_none(), "nothing is verified twice");
                }
            }
            DemoAct::ReturnDocument { document, .. } => {
                of_document(&mut records, document.as_str()).for_each(|one| one.returned = true);
            }
            DemoAct::WithdrawDocument { document, .. } => {
                of_document(&mut records, document.as_str()).for_each(|one| one.withdrawn = true);
            }
            DemoAct::Decide { a, b, verdict, .. } => {
                let unit = |own: hatua_demo::OwnUnit| (own.partner.to_string(), own.own_id);
                decided.push(Decided { at: dated.at, a: unit(a), b: unit(b), verdict });
            }
            DemoAct::Release { number, revision, data_to, .. } => {
                releases.insert(format!("R{number}.{revision}"), Issued { at: dated.at, data_to });
            }
        }
    }
    let topics: BTreeMap<String, String> = records
        .iter()
        .filter(|one| one.register.as_str() == "training")
        .map(|one| (one.get("training_id").to_owned(), one.get("topic").to_owned()))
        .collect();
    let is_on_migration = |one: &Attendance| {
        one.register.as_str() == "attendance" && topics[one.get("training")] == "migration"
    };
    let (attendances, others): (Vec<_>, Vec<_>) = records.into_iter().partition(is_on_migration);
    let people: BTreeSet<Unit> = attendances.iter().map(Attendance::unit).collect();
    let (decisions, other_decisions) =
        decided.into_iter().partition(|one: &Decided| people.contains(&one.a) && people.contains(&one.b));
    World { demonstration, attendances, decisions, others, other_decisions, releases }
}

fn of_document<'a>(
    records: &'a mut [Attendance],
    document: &'a str,
) -> impl Iterator<Item = &'a mut Attendance> {
    let found = records.iter_mut().filter(move |one| one.get("document") == document);
    let mut found = found.peekable();
    assert!(found.peek().is_some(), "{document} was imported before anybody judged it");
    found
}

pub fn attendances(file: &DemoFile) -> Vec<Attendance> {
    let attendance = |row| Attendance {
        register: file.register.clone(),
        partner: file.partner.to_string(),
        row,
        verified_at: None,
        withdrawn: false,
        returned: false,
    };
    rows(file).into_iter().map(attendance).collect()
}

/// A file's rows, its headings turned into the register's columns and its words into codes.
pub fn rows(file: &DemoFile) -> Vec<Row> {
    rows_of(&registers()[&file.register], file)
}

/// The same for a register of another programme.
pub fn rows_of(register: &Register, file: &DemoFile) -> Vec<Row> {
    let mut grid = grid(file);
    let headings = grid.remove(0);
    let columns: Vec<String> =
        headings.iter().map(|heading| column(register, &file.partner, heading)).collect();
    let row = |cells: Vec<String>| {
        let named = columns.iter().cloned().zip(cells).filter(|(_, cell)| !cell.is_empty());
        named.map(|(column, cell)| (column.clone(), code(register, &column, cell))).collect()
    };
    grid.into_iter().map(row).collect()
}

fn column(register: &Register, partner: &PartnerCode, heading: &str) -> String {
    let own = register.sheets.get(partner).and_then(|sheet| sheet.headers.get(heading));
    let is_called = |column: &&Column| {
        column.labels.iter().any(|label| label == heading) || column.name.as_str() == heading
    };
    let labelled = || register.columns.iter().find(is_called).map(|column| &column.name);
    own.or_else(labelled)
        .unwrap_or_else(|| panic!("{partner} has a column `{heading}` that nobody knows"))
        .to_string()
}

fn code(register: &Register, column: &str, cell: String) -> String {
    let column = register.columns.iter().find(|one| one.name.as_str() == column).unwrap();
    match &column.kind {
        hatua_core::programme::ColumnKind::Choice(choices) => {
            let known = choices.iter().find(|c| c.code == cell || c.labels.contains(&cell));
            known.unwrap_or_else(|| panic!("`{cell}` is no choice of {}", column.name)).code.clone()
        }
        _ => cell,
    }
}

/// A file's cells from its headings on.
fn grid(file: &DemoFile) -> Vec<Vec<String>> {
    let lines: Vec<Vec<String>> = if Path::new(&file.name).extension().is_some_and(|one| one == "csv") {
        let mut reader = reader_of_lines(&file.bytes);
        reader.records().map(|line| line.unwrap().iter().map(str::to_owned).collect()).collect()
    } else {
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(file.bytes.clone())).unwrap();
        let sheet = book.worksheet_range_at(0).unwrap().unwrap();
        sheet.rows().map(|row| row.iter().map(text).collect()).collect()
    };
    assert!(lines[0][0].starts_with("Demonstration data"), "{} says what it is", file.name);
    lines.into_iter().skip(1).filter(|line| line.iter().any(|cell| !cell.is_empty())).collect()
}

fn reader_of_lines(bytes: &[u8]) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes)
}

#[expect(clippy::cast_possible_truncation, reason = "days, ages and years are small whole numbers")]
fn text(cell: &Data) -> String {
    match cell {
        Data::Float(number) => (*number as i64).to_string(),
        Data::DateTime(days) => {
            let epoch = jiff::civil::date(1899, 12, 30);
            epoch.checked_add(Span::new().days(days.as_f64() as i64)).unwrap().to_string()
        }
        other => other.to_string(),
    }
}

/// What a count takes in.
#[derive(Clone, Copy)]
pub struct Cut {
    /// The last day whose rows count.
    pub data_to: Date,
    /// What was verified and decided by then counts.
    pub known_at: Timestamp,
}

impl World {
    /// A release as it was issued.
    pub fn issued(&self, release: &str) -> Cut {
        let issued = &self.releases[release];
        Cut { data_to: issued.data_to, known_at: issued.at }
    }

    /// The same days, with all that is known at the end.
    pub fn known_today(&self, release: &str) -> Cut {
        Cut { data_to: self.releases[release].data_to, known_at: self.demonstration.ends_at }
    }

    /// One canonical unit for each unit that was decided to be the same as another.
    fn canonical(decisions: &[Decided], cut: Cut, extra: &[(Unit, Unit)]) -> BTreeMap<Unit, Unit> {
        let mut groups: Vec<BTreeSet<Unit>> = Vec::new();
        let same = decisions.iter().filter(|one| one.at <= cut.known_at && one.verdict == Verdict::Same);
        let same = same.map(|one| (one.a.clone(), one.b.clone())).chain(extra.iter().cloned());
        for (a, b) in same {
            let mut joined = BTreeSet::from([a.clone(), b.clone()]);
            groups.retain(|group| {
                let touches = group.contains(&a) || group.contains(&b);
                if touches {
                    joined.extend(group.iter().cloned());
                }
                !touches
            });
            groups.push(joined);
        }
        let with_first = |group: BTreeSet<Unit>| {
            let first = group.iter().next().unwrap().clone();
            group.into_iter().map(move |unit| (unit, first.clone()))
        };
        groups.into_iter().flat_map(with_first).collect()
    }

    /// Each person's counted rows, in the order of counting: day, partner, key.
    pub fn people(&self, cut: Cut, extra: &[(Unit, Unit)]) -> BTreeMap<Unit, Vec<&Attendance>> {
        let canonical = Self::canonical(&self.decisions, cut, extra);
        let is_counted = |one: &&Attendance| {
            one.is_verified() && one.verified_at <= Some(cut.known_at) && one.date() <= cut.data_to
        };
        let mut counted: Vec<&Attendance> = self.attendances.iter().filter(is_counted).collect();
        let key = |one: &Attendance| {
            (one.date(), one.partner.clone(), one.get("training").to_owned(), one.get("person_id").to_owned())
        };
        counted.sort_by_cached_key(|one| key(one));
        let mut people: BTreeMap<Unit, Vec<&Attendance>> = BTreeMap::new();
        for one in counted {
            let unit = one.unit();
            people.entry(canonical.get(&unit).cloned().unwrap_or(unit)).or_default().push(one);
        }
        people
    }

    /// The counted units of some other rows, each once.
    pub fn units(&self, cut: Cut, is_of: impl Fn(&Attendance) -> bool) -> BTreeMap<Unit, Vec<&Attendance>> {
        let canonical = Self::canonical(&self.other_decisions, cut, &[]);
        let counted = self.others.iter().filter(|one| is_of(one));
        let counted = counted.filter(|one| {
            one.is_verified() && one.verified_at <= Some(cut.known_at) && one.date() <= cut.data_to
        });
        let mut units: BTreeMap<Unit, Vec<&Attendance>> = BTreeMap::new();
        for one in counted {
            let unit = one.unit();
            units.entry(canonical.get(&unit).cloned().unwrap_or(unit)).or_default().push(one);
        }
        units
    }

    /// People by the code of their first row in a table; `trained_in` counts a person in each country.
    pub fn table(&self, table: &str, cut: Cut) -> BTreeMap<String, u64> {
        let mut cells = BTreeMap::new();
        for rows in self.people(cut, &[]).values() {
            let codes: BTreeSet<String> = match table {
                "trained_in" => rows.iter().map(|row| row.code("country")).collect(),
                _ => BTreeSet::from([rows[0].code(table)]),
            };
            for code in codes {
                *cells.entry(code).or_default() += 1;
            }
        }
        cells
    }
}
