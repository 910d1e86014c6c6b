//! Views: what the ledger says, arranged for finding. `apply` is the one function that keeps them, entry by entry;
//! making them again is applying every entry to empty tables, and comparing is doing that beside the ones in use.

use std::collections::BTreeMap;

use hatua_core::id::ProgrammeId;
use hatua_core::ledger::{Act, Entry};
use hatua_core::record::{FieldRecord, Status};

use crate::driver::{Cell, Row, Tx, signed};
use crate::error::StoreError;
use crate::sqlite::beside;
use crate::transaction::{ReadTx, WriteTx};

/// A view's table with its columns after `programme`, the key first.
struct View {
    table: &'static str,
    key_columns: usize,
    read: &'static str,
    empty: &'static str,
}

const VIEWS: [View; 7] = [
    View {
        table: "records",
        key_columns: 1,
        read: include_str!("../queries/read_records_view.sql"),
        empty: "delete from records where programme = $1",
    },
    View {
        table: "record_entries",
        key_columns: 2,
        read: "select record_id, sequence from record_entries where programme = $1",
        empty: "delete from record_entries where programme = $1",
    },
    View {
        table: "files",
        key_columns: 1,
        read: "select file_id, sequence, partner, register from files where programme = $1",
        empty: "delete from files where programme = $1",
    },
    View {
        table: "document_files",
        key_columns: 1,
        read: "select file_id, sequence, partner, document from document_files where programme = $1",
        empty: "delete from document_files where programme = $1",
    },
    View {
        table: "rows_kept_aside",
        key_columns: 1,
        read: "select sequence, file_id, taken_in_sequence from rows_kept_aside where programme = $1",
        empty: "delete from rows_kept_aside where programme = $1",
    },
    View {
        table: "decisions",
        key_columns: 1,
        read: "select decision_id, sequence, undone_sequence from decisions where programme = $1",
        empty: "delete from decisions where programme = $1",
    },
    View {
        table: "releases",
        key_columns: 2,
        read: "select number, revision, sequence from releases where programme = $1",
        empty: "delete from releases where programme = $1",
    },
];

/// A row of a view that is not what the ledger says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The view.
    pub view: &'static str,
    /// The row's key.
    pub key: String,
    /// The row as it is; absent where it is missing.
    pub stored: Option<String>,
    /// The row as the ledger makes it; absent where there should be none.
    pub recomputed: Option<String>,
}

impl WriteTx<'_> {
    /// Empties the views and makes them again from the ledger.
    ///
    /// # Errors
    /// When the ledger can't be read.
    pub fn rebuild_views(&mut self) -> Result<(), StoreError> {
        for view in &VIEWS {
            self.tx.execute(view.empty, &[self.id()])?;
        }
        self.each_entry(0, u64::MAX, &mut |entry| apply(self.tx, self.programme, &entry))
    }
}

impl ReadTx<'_> {
    /// Makes the views again beside the ones in use and names each difference.
    ///
    /// # Errors
    /// When the ledger can't be read.
    pub fn compare_views(&self) -> Result<Vec<Difference>, StoreError> {
        beside(|made_again| {
            made_again.execute(
                "insert into programmes (programme, origin, verifier_key, keys_fingerprint) values ($1, '', '', '')",
                &[self.id()],
            )?;
            self.each_entry(0, u64::MAX, &mut |entry| apply(made_again, self.programme, &entry))?;
            let mut differences = Vec::new();
            for view in &VIEWS {
                let stored = rows_by_key(self.tx, self.programme, view)?;
                let recomputed = rows_by_key(made_again, self.programme, view)?;
                differences.extend(compare_rows(view.table, &stored, &recomputed));
            }
            Ok(differences)
        })
    }
}

fn compare_rows(
    view: &'static str,
    stored: &BTreeMap<String, String>,
    recomputed: &BTreeMap<String, String>,
) -> Vec<Difference> {
    let of_stored = stored.keys().filter(|key| stored.get(*key) != recomputed.get(*key));
    let of_recomputed = recomputed.keys().filter(|key| !stored.contains_key(*key));
    of_stored
        .chain(of_recomputed)
        .map(|key| Difference {
            view,
            key: key.clone(),
            stored: stored.get(key).cloned(),
            recomputed: recomputed.get(key).cloned(),
        })
        .collect()
}

fn rows_by_key(
    tx: &dyn Tx,
    programme: &ProgrammeId,
    view: &View,
) -> Result<BTreeMap<String, String>, StoreError> {
    let mut rows = BTreeMap::new();
    tx.each(view.read, &[Cell::Text(programme.as_str())], &mut |row| {
        let cells = cells_of(row)?;
        rows.insert(cells[..view.key_columns].join("."), cells.join(", "));
        Ok(())
    })?;
    Ok(rows)
}

fn cells_of(row: &dyn Row) -> Result<Vec<String>, StoreError> {
    (0..row.columns())
        .map(|column| {
            Ok(match row.cell(column)? {
                Cell::Null => "-".to_owned(),
                Cell::Integer(number) => number.to_string(),
                Cell::Text(text) => text.to_owned(),
                Cell::Bytes(bytes) => hex::encode(bytes),
            })
        })
        .collect()
}

/// Keeps the views as the ledger grows; they say what `hatua_core::record::facts` folds. An act that names something that is not there is refused here.
pub(crate) fn apply(tx: &dyn Tx, programme: &ProgrammeId, entry: &Entry) -> Result<(), StoreError> {
    let change = Change { tx, programme: Cell::Text(programme.as_str()), entry };
    match &entry.act {
        // What a command needs of these it takes from the fold of the whole ledger.
        Act::ProgrammeLoaded { .. }
        | Act::UserAdded { .. }
        | Act::UserRecovered { .. }
        | Act::ReleaseDrafted { .. }
        | Act::ReleaseReviewed { .. }
        | Act::ReleaseBundled { .. }
        | Act::ReportReceived { .. }
        | Act::ReleaseSigned { .. } => Ok(()),
        Act::FileReceived { file, partner, register, .. } => change.insert(
            include_str!("../queries/insert_file.sql"),
            &[Cell::Text(&file.to_string()), Cell::Text(partner.as_str()), Cell::Text(register.as_str())],
            || format!("file {file}"),
        ),
        Act::DocumentReceived { file, partner, document, .. } => change.insert(
            "insert into document_files (programme, sequence, file_id, partner, document) values ($1, $2, $3, $4, $5)
             on conflict do nothing",
            &[Cell::Text(&file.to_string()), Cell::Text(partner.as_str()), Cell::Text(document.as_str())],
            || format!("file {file}"),
        ),
        Act::RecordImported(record) => change.record_imported(record),
        Act::RecordChanged(record) => change.record_changed(record),
        Act::RowKeptAside { file, .. } => change.insert(
            "insert into rows_kept_aside (programme, sequence, file_id) values ($1, $2, $3) on conflict do nothing",
            &[Cell::Text(&file.to_string())],
            || format!("a row of file {file}"),
        ),
        Act::RowTakenIn { kept_aside, .. } => change.row_taken_in(*kept_aside),
        Act::RecordVerified { record } => change.record_verified(&record.to_string()),
        Act::RecordReturned { record, reason, due } => {
            let due = due.map(|due| due.to_string());
            change.record_set_aside(&record.to_string(), Status::Returned, (reason, due.as_deref()))
        }
        Act::RecordWithdrawn { record, reason } => {
            change.record_set_aside(&record.to_string(), Status::Withdrawn, (reason, None))
        }
        Act::UnitsDecided { decision, .. } => change.insert(
            "insert into decisions (programme, sequence, decision_id) values ($1, $2, $3) on conflict do nothing",
            &[Cell::Text(&decision.to_string())],
            || format!("decision {decision}"),
        ),
        Act::DecisionUndone { decision, .. } => change.decision_undone(&decision.to_string()),
        Act::ReleaseIssued(release) => change.insert(
            "insert into releases (programme, sequence, number, revision) values ($1, $2, $3, $4) on conflict do nothing",
            &[Cell::Integer(release.id.number.into()), Cell::Integer(release.id.revision.into())],
            || format!("release {}", release.id),
        ),
    }
}

/// One entry on its way into the views.
struct Change<'a> {
    tx: &'a dyn Tx,
    programme: Cell<'a>,
    entry: &'a Entry,
}

impl Change<'_> {
    fn sequence(&self) -> Cell<'static> {
        Cell::Integer(signed(self.entry.sequence))
    }

    /// Adds a row that begins with programme and sequence; refuses one that is there.
    fn insert(&self, sql: &str, values: &[Cell], what: impl Fn() -> String) -> Result<(), StoreError> {
        let values = [&[self.programme, self.sequence()], values].concat();
        let there = StoreError::AlreadyThere { kind: self.entry.act.kind(), what: what() };
        self.tx.send(sql, &values, Some(there))
    }

    /// Changes a row; refuses where there is none.
    fn update(&self, sql: &str, values: &[Cell], what: impl Fn() -> String) -> Result<(), StoreError> {
        let nothing = StoreError::NamesNothing { kind: self.entry.act.kind(), what: what() };
        self.tx.send(sql, values, Some(nothing))
    }

    fn record_imported(&self, record: &FieldRecord) -> Result<(), StoreError> {
        self.insert(
            include_str!("../queries/insert_record.sql"),
            &[
                Cell::Text(&record.record.to_string()),
                Cell::Text(&record.unit.to_string()),
                Cell::Text(record.register.as_str()),
                Cell::Text(record.partner.as_str()),
                record.country().into(),
                Cell::Text(record.document.as_str()),
                Cell::Text(Status::Pending.as_str()),
            ],
            || format!("record {}", record.record),
        )?;
        self.remember(&record.record.to_string())
    }

    /// The entry is one of those that say something of a record.
    fn remember(&self, record: &str) -> Result<(), StoreError> {
        let sql = "insert into record_entries (programme, record_id, sequence) values ($1, $2, $3)";
        self.tx.send(sql, &[self.programme, Cell::Text(record), self.sequence()], None)
    }

    fn record_changed(&self, record: &FieldRecord) -> Result<(), StoreError> {
        self.update(
            include_str!("../queries/change_record.sql"),
            &[
                self.sequence(),
                Cell::Text(&record.unit.to_string()),
                Cell::Text(record.register.as_str()),
                Cell::Text(record.partner.as_str()),
                record.country().into(),
                Cell::Text(record.document.as_str()),
                Cell::Text(Status::Pending.as_str()),
                self.programme,
                Cell::Text(&record.record.to_string()),
            ],
            || format!("record {}", record.record),
        )?;
        self.remember(&record.record.to_string())
    }

    fn row_taken_in(&self, kept_aside: u64) -> Result<(), StoreError> {
        let sql = "update rows_kept_aside set taken_in_sequence = $1
                   where programme = $2 and sequence = $3 and taken_in_sequence is null";
        let values = [self.sequence(), self.programme, Cell::Integer(signed(kept_aside))];
        self.update(sql, &values, || {
            format!("the row kept aside by entry {kept_aside} (or it was taken in before)")
        })
    }

    fn record_verified(&self, record: &str) -> Result<(), StoreError> {
        let sql = "update records set status = $1, verified_by = $2, reason = null, due = null
                   where programme = $3 and record_id = $4";
        let verifier = self.entry.actor.to_string();
        let values = [
            Cell::Text(Status::Verified.as_str()),
            Cell::Text(&verifier),
            self.programme,
            Cell::Text(record),
        ];
        self.update(sql, &values, || format!("record {record}"))?;
        self.remember(record)
    }

    /// A return or a withdrawal: who had verified the record before stands.
    fn record_set_aside(
        &self,
        record: &str,
        status: Status,
        (reason, due): (&str, Option<&str>),
    ) -> Result<(), StoreError> {
        let sql =
            "update records set status = $1, reason = $2, due = $3 where programme = $4 and record_id = $5";
        let values =
            [Cell::Text(status.as_str()), Cell::Text(reason), due.into(), self.programme, Cell::Text(record)];
        self.update(sql, &values, || format!("record {record}"))?;
        self.remember(record)
    }

    fn decision_undone(&self, decision: &str) -> Result<(), StoreError> {
        let sql = "update decisions set undone_sequence = $1
                   where programme = $2 and decision_id = $3 and undone_sequence is null";
        let values = [self.sequence(), self.programme, Cell::Text(decision)];
        self.update(sql, &values, || format!("decision {decision} (or it was undone before)"))
    }
}
