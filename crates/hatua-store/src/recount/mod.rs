//! The facts behind a release as plain files, and SQL that counts its figures again from them: what an auditor needs who
//! trusts nobody's Rust. Two outside engines can run it, `DuckDB` and `PostgreSQL`; a number that it gives is compared with
//! the release and never published. It stands here because SQL lives in the store; it reads no database.

mod parquet;
mod predicate;
mod sheet;
mod statement;

use std::collections::BTreeMap;

use hatua_core::id::RegisterName;
use hatua_core::ledger::Verdict;
use hatua_core::programme::{ColumnKind, Programme};
use hatua_core::record::{Facts, Value};
use hatua_core::release::ReleaseId;
use hatua_core::verify::{RawColumn, RawFacts, RawFactsError, Seen};
use jiff::civil::Date;

use self::sheet::{Heading, Plain, Sheet};
use self::statement::{Counted, Engine};

/// The longest name of a column: `PostgreSQL` cuts what is longer, in bytes.
const NAME_BYTES_MAX: usize = 63;

/// Why the files could not be made.
#[derive(Debug, thiserror::Error)]
pub enum RecountError {
    /// A record can't be written so that another program reads it the same.
    #[error(transparent)]
    Facts(#[from] RawFactsError),
    /// The Parquet file.
    #[error("the facts can't be written as Parquet: {0}")]
    Parquet(#[from] ::parquet::errors::ParquetError),
}

/// Which release is counted again.
#[derive(Debug, Clone, Copy)]
pub struct Recounted<'a> {
    /// The programme as it was when the release was counted.
    pub programme: &'a Programme,
    /// What the ledger said then.
    pub facts: &'a Facts,
    /// Number and revision.
    pub release: ReleaseId,
    /// The last day of the facts in it.
    pub until: Date,
}

/// Makes the files, by name.
///
/// # Errors
/// When a record holds a value that another program would read differently.
pub fn recount_files(recounted: &Recounted) -> Result<BTreeMap<&'static str, Vec<u8>>, RecountError> {
    let Recounted { programme, facts, release, until } = *recounted;
    let raw = RawFacts::new(programme, facts)?;
    let headings = headings(&raw.columns);
    let decisions = decision_sheet(facts);
    let named: BTreeMap<(RegisterName, Seen), (String, ColumnKind)> = raw
        .columns
        .iter()
        .zip(&headings)
        .map(|(column, name)| {
            ((column.register.clone(), column.seen.clone()), (name.clone(), column.kind.clone()))
        })
        .collect();
    let sheet = fact_sheet(raw, headings);
    let counted =
        Counted { programme, until, named: &named, facts: &sheet.headings, decisions: &decisions.headings };
    let title = format!("{}, release {release}", programme.id);
    Ok(BTreeMap::from([
        ("facts.csv", sheet.csv()),
        ("facts.parquet", parquet::parquet(&sheet)?),
        ("decisions.csv", decisions.csv()),
        ("decisions.parquet", parquet::parquet(&decisions)?),
        ("figures.duckdb.sql", counted.text(Engine::DuckDb, &title).into_bytes()),
        ("figures.postgres.sql", counted.text(Engine::Postgres, &title).into_bytes()),
        ("README.txt", readme(recounted, &sheet, &decisions).into_bytes()),
    ]))
}

/// The columns' names in the files: `attendance.training.topic`, `attendance.training@status`. No two are the same, even
/// where long ones are cut.
fn headings(columns: &[RawColumn]) -> Vec<String> {
    let names = columns.iter().enumerate().map(|(place, column)| {
        let name = match &column.seen {
            Seen::Value(path) => format!("{}.{path}", column.register),
            Seen::PointedRecord(through) => format!("{}.{through}@record", column.register),
            Seen::PointedStatus(through) => format!("{}.{through}@status", column.register),
        };
        if name.len() <= NAME_BYTES_MAX {
            return name;
        }
        // Names of registers and columns are plain letters, so a cut never falls inside one.
        let number = format!("~{place}");
        format!("{}{number}", &name[..NAME_BYTES_MAX - number.len()])
    });
    names.collect()
}

fn heading(name: &str, plain: Plain) -> Heading {
    Heading { name: name.to_owned(), plain }
}

fn text(value: &impl ToString) -> Value {
    Value::Text(value.to_string())
}

fn fact_sheet(raw: RawFacts, names: Vec<String>) -> Sheet {
    let fixed = ["record_id", "register", "partner", "status", "unit_id"];
    let mut headings: Vec<Heading> = fixed.map(|name| heading(name, Plain::Text)).into();
    headings.push(heading("day", Plain::Date));
    let of_rules = raw.columns.iter().zip(names);
    headings.extend(of_rules.map(|(column, name)| Heading { name, plain: Plain::of(&column.kind) }));
    let rows = raw.records.into_iter().map(|record| {
        let fixed = [
            text(&record.record),
            text(&record.register),
            text(&record.partner),
            text(&record.status.as_str()),
            text(&record.unit),
        ];
        let mut row: Vec<Option<Value>> = fixed.into_iter().map(Some).collect();
        row.push(record.day.map(Value::Date));
        row.extend(record.values);
        row
    });
    Sheet { rows: rows.collect(), headings }
}

/// The decisions that stood, in the order in which they were taken.
fn decision_sheet(facts: &Facts) -> Sheet {
    let headings = ["decision_id", "unit_a", "unit_b", "verdict"].map(|name| heading(name, Plain::Text));
    let rows = facts.standing_decisions().map(|decision| {
        let verdict = match decision.verdict {
            Verdict::Same => "same",
            Verdict::Different => "different",
            Verdict::Unsure => "unsure",
        };
        let cells = [text(&decision.id), text(&decision.a), text(&decision.b), text(&verdict)];
        cells.into_iter().map(Some).collect()
    });
    Sheet { rows: rows.collect(), headings: headings.into() }
}

/// What the person who opens the folder has to know.
fn readme(recounted: &Recounted, sheet: &Sheet, decisions: &Sheet) -> String {
    let Recounted { programme, facts, release, until } = *recounted;
    let invented = if programme.demonstration {
        "DEMONSTRATION: every record in this folder is invented.\n\n"
    } else {
        ""
    };
    format!(
        "{invented}The figures of {}, release {release}, counted again by a program that is not ours.\n\
         \n\
         The folder holds what the ledger said when the release was counted: its first {} entries,\n\
         facts from {} to {until}. It is for an auditor and not for publication: one row is one record.\n\
         \n\
         facts.parquet, facts.csv           {} records, the same in both files\n\
         decisions.parquet, decisions.csv   {} decisions about who is who that stood at that moment\n\
         figures.duckdb.sql                 the rules as SQL for DuckDB\n\
         figures.postgres.sql               the same for PostgreSQL's psql\n\
         \n\
         What to do\n\
         1. Run one of the two in this folder:\n\
         \x20     duckdb < figures.duckdb.sql\n\
         \x20     psql --no-psqlrc --quiet --csv --file figures.postgres.sql\n\
         \x20  (psql needs any database in which you may make temporary tables; nothing stays there.)\n\
         2. Each line is an indicator's code and its value. Compare them with the issued figures:\n\
         \x20     hatua figures --release {release}\n\
         3. Read the SQL. Above each figure stands its rule as the programme's package has it, then the\n\
         \x20  same rule as SQL. There is no result in it: all numbers come from the records.\n\
         4. Draw records by their id, and ask the partner for the source document of each\n\
         \x20  (`hatua records list` names it).\n\
         \n\
         Columns of the facts\n\
         record_id    the record's id, as `hatua explain` prints it\n\
         register     the list that the row came from\n\
         partner      the partner that sent it\n\
         status       pending, verified, returned or withdrawn\n\
         unit_id      the person, institution or thing as this partner knows it, before any decision;\n\
         \x20            a random number, never the partner's own\n\
         day          the day of the fact\n\
         REGISTER.COLUMN          a column that a rule looks at; empty for other registers\n\
         REGISTER.COLUMN.OTHER    a column of the row that COLUMN points to, as it was last verified\n\
         REGISTER.COLUMN@record   the id of that row; empty where no register knows it\n\
         REGISTER.COLUMN@status   its status\n\
         An empty cell is no value. Amounts of money are in cents. No name, number or address of a person is here.\n",
        programme.id,
        facts.size,
        programme.starts,
        sheet.rows.len(),
        decisions.rows.len(),
    )
}
