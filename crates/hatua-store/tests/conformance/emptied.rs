//! Every view emptied behind the program's back, on any backend. The views are not listed: all tables are, other than those
//! with facts in them, so that a new table that can't be made again is noticed.

use std::collections::BTreeMap;

use hatua_store::driver::{Driver, Ending};

/// What nothing else holds: the ledger with its tree and its signed heads, the vault, people's accounts and who may come in,
/// packages, and which migrations made the tables.
const FACTS: [&str; 19] = [
    "attempts",
    "credentials",
    "entries",
    "hashes",
    "heads",
    "invitations",
    "migrations",
    "package_contents",
    "package_files",
    "programmes",
    "row_digests",
    "sessions",
    "units",
    "users",
    "vault_files",
    "vault_keys",
    "vault_parts",
    "vault_rows",
    "vault_values",
];

/// Deletes all rows of all views; tells how many each had.
pub fn empty_views(driver: &dyn Driver) -> BTreeMap<String, u64> {
    let tables = match driver.dialect() {
        "postgres" => "select tablename::text from pg_tables where schemaname = current_schema()",
        _ => "select name from sqlite_master where type = 'table'",
    };
    let mut emptied = BTreeMap::new();
    driver
        .write(&mut |tx| {
            let mut views = Vec::new();
            tx.each(tables, &[], &mut |row| {
                views.push(row.text(0)?.to_owned());
                Ok(())
            })
            .unwrap();
            views.retain(|table| !FACTS.contains(&table.as_str()));
            for view in views {
                let rows = tx.execute(&format!("delete from {view}"), &[]).unwrap();
                emptied.insert(view, rows);
            }
            Ending::Commit
        })
        .unwrap();
    emptied
}
