//! The tables, made by numbered files that are compiled in and go forward only. A database remembers which files made
//! it: a changed file, or one that this program does not know, is an error and nothing is touched.

use std::borrow::Cow;

use sha2::{Digest, Sha256};

use crate::driver::{Cell, Driver, Ending, Tx, all};
use crate::error::StoreError;

/// One file of `migrations/`.
struct Migration {
    number: u32,
    name: &'static str,
    /// The backend that it is for; absent where it is for every one.
    dialect: Option<&'static str>,
    sql: &'static str,
}

const MIGRATIONS: &[Migration] = &[
    Migration {
        number: 1,
        name: "ledger",
        dialect: None,
        sql: include_str!("../migrations/0001_ledger.sql"),
    },
    Migration {
        number: 2,
        name: "append_only",
        dialect: Some("sqlite"),
        sql: include_str!("../migrations/0002_append_only.sqlite.sql"),
    },
    Migration {
        number: 2,
        name: "append_only",
        dialect: Some("postgres"),
        sql: include_str!("../migrations/0002_append_only.postgres.sql"),
    },
    Migration { number: 3, name: "vault", dialect: None, sql: include_str!("../migrations/0003_vault.sql") },
    Migration {
        number: 4,
        name: "registry",
        dialect: None,
        sql: include_str!("../migrations/0004_registry.sql"),
    },
    Migration { number: 5, name: "views", dialect: None, sql: include_str!("../migrations/0005_views.sql") },
    Migration {
        number: 6,
        name: "documents",
        dialect: None,
        sql: include_str!("../migrations/0006_documents.sql"),
    },
    Migration {
        number: 7,
        name: "taken_in",
        dialect: None,
        sql: include_str!("../migrations/0007_taken_in.sql"),
    },
    Migration {
        number: 8,
        name: "accounts",
        dialect: None,
        sql: include_str!("../migrations/0008_accounts.sql"),
    },
    Migration {
        number: 9,
        name: "checking",
        dialect: Some("sqlite"),
        sql: include_str!("../migrations/0009_checking.sqlite.sql"),
    },
    Migration {
        number: 9,
        name: "checking",
        dialect: Some("postgres"),
        sql: include_str!("../migrations/0009_checking.postgres.sql"),
    },
];

impl Migration {
    /// The text for a backend. A file for every backend is written with the column types of `SQLite`; `PostgreSQL` has
    /// another word for bytes, and orders texts by their bytes only where it is told to.
    fn in_dialect(&self, dialect: &str) -> Cow<'static, str> {
        if dialect != "postgres" || self.dialect.is_some() {
            return Cow::Borrowed(self.sql);
        }
        let line = |line: &str| {
            let is_comment = line.trim_start().starts_with("--");
            if is_comment {
                line.to_owned()
            } else {
                line.replace(" blob", " bytea").replace(" text", " text collate \"C\"")
            }
        };
        Cow::Owned(self.sql.lines().map(line).collect::<Vec<_>>().join("\n"))
    }
}

/// Applies what is missing, in one transaction.
pub(crate) fn migrate(driver: &dyn Driver) -> Result<(), StoreError> {
    let mut outcome = Ok(());
    driver.write(&mut |tx| {
        outcome = apply_missing(tx, driver.dialect());
        if outcome.is_ok() { Ending::Commit } else { Ending::Discard }
    })?;
    outcome
}

/// Checks that a database that is opened for reading is of this program's version.
pub(crate) fn check_current(driver: &dyn Driver) -> Result<(), StoreError> {
    let mut outcome = Ok(());
    driver.read(&mut |tx| {
        outcome = missing(tx, driver.dialect()).and_then(|missing| match missing.first() {
            Some(migration) => Err(StoreError::OlderDatabase { number: migration.number.into() }),
            None => Ok(()),
        });
    })?;
    outcome
}

pub(crate) fn apply_missing(tx: &dyn Tx, dialect: &str) -> Result<(), StoreError> {
    tx.lock_tables()?;
    tx.execute(
        "create table if not exists migrations (number bigint not null primary key, name text not null, sha256 text not null)",
        &[],
    )?;
    for migration in missing(tx, dialect)? {
        tx.run_script(&migration.in_dialect(dialect))?;
        tx.execute(
            "insert into migrations (number, name, sha256) values ($1, $2, $3)",
            &[
                Cell::Integer(migration.number.into()),
                Cell::Text(migration.name),
                Cell::Text(&hash_of(migration.sql)),
            ],
        )?;
    }
    Ok(())
}

/// The migrations of this program that the database does not have; an error where it has others.
fn missing(tx: &dyn Tx, dialect: &str) -> Result<Vec<&'static Migration>, StoreError> {
    let applied = all(tx, "select number, sha256 from migrations order by number", &[], |row| {
        Ok((row.integer(0)?, row.text(1)?.to_owned()))
    })?;
    let ours: Vec<&Migration> =
        MIGRATIONS.iter().filter(|migration| migration.dialect.is_none_or(|only| only == dialect)).collect();
    for (number, hash) in &applied {
        match ours.iter().find(|migration| i64::from(migration.number) == *number) {
            None => return Err(StoreError::NewerDatabase { number: *number }),
            Some(migration) if hash_of(migration.sql) != *hash => {
                return Err(StoreError::ChangedMigration { number: *number });
            }
            Some(_) => {}
        }
    }
    let is_applied =
        |migration: &Migration| applied.iter().any(|(number, _)| *number == i64::from(migration.number));
    Ok(ours.into_iter().filter(|migration| !is_applied(migration)).collect())
}

fn hash_of(sql: &str) -> String {
    hex::encode(Sha256::digest(sql.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sqlite::Sqlite;

    fn after(change: &str) -> Result<(), StoreError> {
        let folder = tempfile::tempdir().unwrap();
        let driver = Sqlite::open_for_writing(&folder.path().join("test.sqlite")).unwrap();
        migrate(&driver).unwrap();
        migrate(&driver).expect("a second start changes nothing");
        driver
            .write(&mut |tx| {
                tx.execute(change, &[]).unwrap();
                Ending::Commit
            })
            .unwrap();
        assert_eq!(migrate(&driver).is_err(), check_current(&driver).is_err());
        migrate(&driver)
    }

    #[test]
    fn a_changed_migration_is_refused() {
        let outcome = after("update migrations set sha256 = 'other' where number = 3");
        assert!(matches!(outcome, Err(StoreError::ChangedMigration { number: 3 })), "{outcome:?}");
    }

    #[test]
    fn a_database_of_a_newer_program_is_refused() {
        let outcome = after("insert into migrations (number, name, sha256) values (9000, 'later', 'x')");
        assert!(matches!(outcome, Err(StoreError::NewerDatabase { number: 9000 })), "{outcome:?}");
    }

    #[test]
    fn numbers_go_up_without_gaps() {
        for dialect in ["sqlite", "postgres"] {
            let ours =
                MIGRATIONS.iter().filter(|migration| migration.dialect.is_none_or(|only| only == dialect));
            let numbers: Vec<u32> = ours.map(|migration| migration.number).collect();
            assert_eq!(numbers, (1..=numbers.last().copied().unwrap()).collect::<Vec<_>>(), "{dialect}");
        }
    }

    #[test]
    fn a_file_for_every_backend_is_put_into_the_words_of_each() {
        let sql = "-- A blob of text.\ncreate table t (\n    a text not null,\n    b blob,\n    c bigint\n);";
        let migration = Migration { number: 1, name: "t", dialect: None, sql };
        assert_eq!(migration.in_dialect("sqlite"), sql);
        assert_eq!(
            migration.in_dialect("postgres"),
            "-- A blob of text.\ncreate table t (\n    a text collate \"C\" not null,\n    b bytea,\n    c bigint\n);"
        );
        let own = Migration { dialect: Some("postgres"), ..migration };
        assert_eq!(own.in_dialect("postgres"), sql);
    }
}
