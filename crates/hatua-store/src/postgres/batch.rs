//! Statements that wait to be sent, gathered: plain rows for one table become one statement with an array for each column,
//! because the server takes a hundred rows of one statement faster than a hundred statements of one row.

use tokio_postgres::types::{ToSql, Type};

use super::session::{Owned, Waiting};
use crate::driver::Cell;

/// The table that the others refer to: a row of it has to be there before theirs, so nothing is moved across it.
const REFERRED_TO: &str = "programmes";

/// What is sent as one statement.
#[derive(Debug)]
pub(super) enum Batch {
    /// A statement as it came.
    One(Waiting),
    /// Rows of one text, which is an insert of one row.
    Rows {
        /// The insert of one row.
        sql: String,
        /// The values of each row.
        rows: Vec<Vec<Owned>>,
    },
}

/// Values bound to a statement: one for each parameter, or an array for each.
#[derive(Debug)]
pub(super) enum Bound<'a> {
    One(Vec<Cell<'a>>),
    Arrays(Vec<Vec<Cell<'a>>>),
}

impl Batch {
    /// The text that came.
    pub(super) fn sql(&self) -> &str {
        match self {
            Self::One(waiting) => &waiting.sql,
            Self::Rows { sql, .. } => sql,
        }
    }

    /// The text that is sent, where the parameters of the one that came are of these types.
    pub(super) fn sent_sql(&self, types: &[Type]) -> String {
        match self {
            Self::One(waiting) => waiting.sql.clone(),
            Self::Rows { sql, .. } => {
                let row = sql.find("values").expect("only inserts of values are gathered");
                let arrays: Vec<String> = types
                    .iter()
                    .enumerate()
                    .map(|(place, of)| format!("${}::{}[]", place + 1, of.name()))
                    .collect();
                format!("{}select * from unnest({})", &sql[..row], arrays.join(", "))
            }
        }
    }

    pub(super) fn bound(&self) -> Bound<'_> {
        match self {
            Self::One(waiting) => Bound::One(waiting.values.iter().map(Owned::as_cell).collect()),
            Self::Rows { rows, .. } => {
                let columns = 0..rows.first().map_or(0, Vec::len);
                let column = |place: usize| rows.iter().map(|row| row[place].as_cell()).collect();
                Bound::Arrays(columns.map(column).collect())
            }
        }
    }
}

impl Bound<'_> {
    pub(super) fn parameters(&self) -> Vec<&(dyn ToSql + Sync)> {
        match self {
            Self::One(cells) => cells.iter().map(|cell| cell as _).collect(),
            Self::Arrays(columns) => columns.iter().map(|column| column as _).collect(),
        }
    }
}

/// Gathers rows for the same columns of a table. A row goes before statements that came earlier only where those write
/// other tables and read none.
pub(super) fn gathered(waiting: Vec<Waiting>) -> Vec<Batch> {
    let mut batches: Vec<Batch> = Vec::new();
    // The places of the batches that may still grow.
    let mut open: Vec<usize> = Vec::new();
    for statement in waiting {
        let table = written_table(&statement.sql);
        if statement.none.is_some() || !is_plain_insert(&statement) {
            open.retain(|place| table.is_some_and(|it| written_table(batches[*place].sql()) != Some(it)));
            batches.push(Batch::One(statement));
            continue;
        }
        if table == Some(REFERRED_TO) {
            open.clear();
        }
        let same = open.iter().copied().find(|place| batches[*place].sql() == statement.sql);
        if let Some(Batch::Rows { rows, .. }) = same.map(|place| &mut batches[place]) {
            rows.push(statement.values);
        } else {
            open.retain(|place| written_table(batches[*place].sql()) != table);
            open.push(batches.len());
            batches.push(Batch::Rows { sql: statement.sql, rows: vec![statement.values] });
        }
    }
    batches
}

/// `insert into TABLE (...) values ($1, ..., $n)` and nothing else.
fn is_plain_insert(statement: &Waiting) -> bool {
    let Some((before, row)) = statement.sql.split_once("values") else { return false };
    let places: Vec<String> = (1..=statement.values.len()).map(|place| format!("${place}")).collect();
    let is_each_once = row.trim() == format!("({})", places.join(", "));
    is_each_once && before.trim_start().starts_with("insert into ")
}

/// The table that a statement writes, where it touches no other one.
fn written_table(sql: &str) -> Option<&str> {
    let mut words = sql.split_whitespace();
    let table = match words.next()? {
        "insert" => words.nth(1),
        "update" => words.next(),
        _ => None,
    };
    table.filter(|_| !words.any(|word| word.trim_start_matches('(') == "select"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::StoreError;

    const KEYS: &str = "insert into keys (programme, number) values ($1, $2)";
    const PARTS: &str = "insert into parts (programme, number) values ($1, $2)";
    const PROGRAMMES: &str = "insert into programmes (programme, number) values ($1, $2)";

    fn statement(sql: &str, number: i64) -> Waiting {
        let values = vec![Owned::Text("p".into()), Owned::Integer(number)];
        Waiting { sql: sql.into(), values, none: None }
    }

    /// What is sent, in order: a table's name with the numbers of its rows, or the first word of a single statement.
    fn sent(statements: &[(&str, i64)]) -> Vec<String> {
        let waiting = statements.iter().map(|(sql, number)| statement(sql, *number)).collect();
        let told = |batch: &Batch| match batch {
            Batch::One(waiting) => waiting.sql.split(' ').next().unwrap_or_default().to_owned(),
            Batch::Rows { sql, rows } => {
                let numbers: Vec<String> = rows.iter().map(|row| format!("{:?}", row[1].as_cell())).collect();
                format!("{}: {}", written_table(sql).unwrap_or_default(), numbers.join(" "))
            }
        };
        gathered(waiting).iter().map(told).collect()
    }

    #[test]
    fn rows_for_one_table_are_one_statement_and_keep_their_order() {
        assert_eq!(
            sent(&[(KEYS, 1), (PARTS, 2), (KEYS, 3), (PARTS, 4)]),
            ["keys: Integer(1) Integer(3)", "parts: Integer(2) Integer(4)"]
        );
        let batch = Batch::Rows { sql: KEYS.into(), rows: Vec::new() };
        assert_eq!(
            batch.sent_sql(&[Type::TEXT, Type::INT8]),
            "insert into keys (programme, number) select * from unnest($1::text[], $2::int8[])"
        );
    }

    #[test]
    fn a_row_never_passes_a_statement_that_could_see_it() {
        let update = "update parts set number = $2 where programme = $1";
        assert_eq!(
            sent(&[(KEYS, 1), (PARTS, 2), (update, 0), (KEYS, 3), (PARTS, 4)]),
            ["keys: Integer(1) Integer(3)", "parts: Integer(2)", "update", "parts: Integer(4)"]
        );
        for sees_all in [
            "delete from parts where programme = $1 and number = $2",
            "update parts set number = (select $2 from keys where programme = $1)",
        ] {
            let first = sees_all.split(' ').next().unwrap();
            assert_eq!(
                sent(&[(KEYS, 1), (sees_all, 0), (KEYS, 2)]),
                ["keys: Integer(1)", first, "keys: Integer(2)"]
            );
        }
    }

    #[test]
    fn what_refers_to_a_row_stays_behind_it() {
        assert_eq!(
            sent(&[(KEYS, 1), (PROGRAMMES, 2), (KEYS, 3)]),
            ["keys: Integer(1)", "programmes: Integer(2)", "keys: Integer(3)"]
        );
    }

    #[test]
    fn a_row_that_has_to_be_the_first_of_its_key_is_sent_alone() {
        let checked = || {
            let none = Some(StoreError::ReadOnly);
            Waiting { none, ..statement("insert into keys (a, b) values ($1, $2) on conflict do nothing", 1) }
        };
        let batches = gathered(vec![checked(), checked()]);
        assert!(matches!(batches.as_slice(), [Batch::One(_), Batch::One(_)]), "{batches:?}");
        for not_plain in [
            "insert into keys (a, b) values ($1, $1)",
            "insert into keys (a, b) values ($1, $2) on conflict do nothing",
        ] {
            assert_eq!(sent(&[(not_plain, 1), (not_plain, 2)]), ["insert", "insert"]);
        }
    }
}
