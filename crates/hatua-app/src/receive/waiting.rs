//! Rows that wait for a row of another list: when that list comes they are read again from the file that they came in, and
//! go the road of every row. So the order in which lists come changes nothing.

use std::collections::{BTreeMap, BTreeSet};

use hatua_collect::sheet::{ProblemCode, ReadRow};
use hatua_core::access::Scope;
use hatua_core::id::{FileId, RecordId, RegisterName};
use hatua_core::ledger::{Act, CellProblem};
use hatua_core::programme::{ColumnKind, Register};
use hatua_store::received::{ReceivedFile, RowAside};
use hatua_store::{ReadTx, StoreError, WriteTx};

use super::{Carried, ImportReport, Plan, Reading, ReportedNote, RowsOf, SentFile};
use crate::error::AppError;
use crate::folder::Acts;

impl Acts {
    /// Takes in the rows of this partner that waited for the rows of a file, and those that waited for them in turn; the
    /// file's report says so.
    pub(super) fn take_in_waiting(
        &self,
        tx: &mut WriteTx,
        arrived: &Carried,
        report: &mut ImportReport,
    ) -> Result<(), AppError> {
        let mut taken_in = BTreeMap::new();
        let mut grown = BTreeSet::from([&arrived.register.name]);
        while let Some(register) = grown.pop_first() {
            for waiting in self.package().registers.values().filter(|other| points_to(other, register)) {
                let rows = self.take_in_rows(tx, arrived, waiting, &mut report.notes)?;
                if rows > 0 {
                    grown.insert(&waiting.name);
                    *taken_in.entry(waiting.name.clone()).or_default() += rows;
                }
            }
        }
        report.taken_in = RowsOf::each(taken_in);
        Ok(())
    }

    /// The rows of one register that wait no longer. Gives how many.
    fn take_in_rows(
        &self,
        tx: &mut WriteTx,
        arrived: &Carried,
        register: &Register,
        notes: &mut Vec<ReportedNote>,
    ) -> Result<u64, AppError> {
        let mut files: BTreeMap<u64, Vec<RowAside>> = BTreeMap::new();
        for row in tx.rows_aside(arrived.partner, &register.name)? {
            if row.problems.iter().all(is_waiting) {
                let received = tx.file_entry(row.file)?.ok_or_else(|| no_file(row.file))?;
                files.entry(received).or_default().push(row);
            }
        }
        let mut taken_in = 0;
        for rows in files.into_values() {
            let Some(file) = self.opened(tx, rows[0].file)? else { continue };
            let sent = SentFile {
                register: &register.name,
                partner: arrived.partner,
                name: &file.name,
                bytes: &file.bytes,
            };
            // By the rules of now it may be no list of this register any more: then its rows stay where they are.
            let Ok(reading) = self.read_file(register, &sent) else { continue };
            for aside in rows {
                let Some(said) = self.take_in_row(tx, arrived, &reading, &aside)? else { continue };
                taken_in += 1;
                let note = |message| ReportedNote { file: file.name.clone(), row: Some(aside.row), message };
                notes.extend(said.into_iter().map(note));
            }
        }
        Ok(taken_in)
    }

    /// A file's bytes; nothing where they were erased, and what is erased does not come back.
    fn opened(&self, tx: &ReadTx, file: FileId) -> Result<Option<ReceivedFile>, AppError> {
        match tx.file(file, &Scope::whole(self.programme_id().clone()), self.keys()?) {
            Err(StoreError::Erased { .. }) => Ok(None),
            opened => Ok(opened?),
        }
    }

    /// Takes in one row and gives what was noticed about it; nothing where it waits still, or where something else is wrong
    /// with it by now. It stays the row of who sent it.
    fn take_in_row(
        &self,
        tx: &mut WriteTx,
        arrived: &Carried,
        reading: &Reading,
        aside: &RowAside,
    ) -> Result<Option<Vec<String>>, AppError> {
        let Ok(at) = reading.sheet.rows.binary_search_by_key(&aside.row, |row| row.row) else {
            return Ok(None);
        };
        let Some(plan) = self.plan_of_waiting(tx, reading, (&reading.sheet.rows[at], aside.file))? else {
            return Ok(None);
        };
        let sheet = reading.sheet.sheet.as_deref();
        let carried = Carried {
            register: reading.register,
            partner: arrived.partner,
            file: aside.file,
            sheet,
            at: arrived.at,
            by: aside.by,
        };
        let said = plan.notes().to_vec();
        let record = match self.carry_out(tx, &carried, plan) {
            Err(AppError::Store(StoreError::Erased { .. })) => None,
            carried_out => carried_out?,
        };
        let Some(record) = record else { return Ok(None) };
        let act = Act::RowTakenIn { kept_aside: aside.entry, record, brought_by: arrived.file };
        tx.append(arrived.at, arrived.by, act)?;
        Ok(Some(said))
    }

    /// What is to be done with a row that waited; nothing where it stays aside.
    fn plan_of_waiting(
        &self,
        tx: &ReadTx,
        reading: &Reading,
        (row, file): (&ReadRow, FileId),
    ) -> Result<Option<Plan>, AppError> {
        let plan = match self.plan_row(tx, reading, row) {
            Err(AppError::Store(StoreError::Erased { .. })) => return Ok(None),
            plan => plan?,
        };
        Ok(match plan {
            Plan::KeptAside(_) => None,
            // What was sent last holds, however long what was sent before had to wait.
            Plan::Changed(record, _) if self.came_later(tx, record, (file, row.row))? => {
                Some(Plan::Unchanged(Some(record)))
            }
            plan => Some(plan),
        })
    }

    /// Whether what a record says now was sent after a row of a file.
    fn came_later(
        &self,
        tx: &ReadTx,
        record: RecordId,
        (file, row): (FileId, u32),
    ) -> Result<bool, AppError> {
        let scope = Scope::whole(self.programme_id().clone());
        let state = tx.record(record, &scope)?.ok_or(AppError::NoRecord(record))?;
        let place = &state.record.place;
        Ok((tx.file_entry(place.file)?, place.row) > (tx.file_entry(file)?, row))
    }
}

fn points_to(register: &Register, target: &RegisterName) -> bool {
    register.columns.iter().any(|column| matches!(&column.kind, ColumnKind::Record(named) if named == target))
}

fn is_waiting(problem: &CellProblem) -> bool {
    problem.code == ProblemCode::ReferenceUnknown.to_string()
}

fn no_file(file: FileId) -> AppError {
    AppError::Unknown { kind: "file", name: file.to_string(), known: Vec::new() }
}
