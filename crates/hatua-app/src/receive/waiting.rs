//! Rows that wait for a row of another list: when that list comes they are read again from the file that they came in, and
//! go the road of every row. So the order in which lists come changes nothing.

use std::collections::{BTreeMap, BTreeSet};

use hatua_collect::sheet::{ProblemCode, ReadRow, SheetReading};
use hatua_core::access::Scope;
use hatua_core::id::{FileId, PartnerCode, RecordId, RegisterName};
use hatua_core::ledger::{Act, CellProblem};
use hatua_core::programme::{ColumnKind, Register};
use hatua_store::received::{ReceivedFile, RowAside};
use hatua_store::{ReadTx, StoreError, WriteTx};

use super::{Carried, ImportReport, Plan, Reading, ReportedNote, RowsOf, SentFile, carry_out, units_of};
use crate::error::AppError;
use crate::folder::Acts;
use crate::known::{Coming, KnownRows};

impl Acts {
    /// Takes in the rows of this partner that waited for the rows of a file, and those that waited for them in turn; the
    /// file's report says so.
    pub(super) fn take_in_waiting(
        &self,
        tx: &mut WriteTx,
        arrived: &Carried,
        report: &mut ImportReport,
    ) -> Result<(), AppError> {
        let notes = &mut report.notes;
        let taken_in = self.let_in_behind(&arrived.register.name, |register| {
            self.take_in_rows(tx, arrived, register, notes)
        })?;
        report.taken_in = taken_in;
        Ok(())
    }

    /// The rows that would be taken in if this were carried out, by their register.
    pub(super) fn would_take_in(
        &self,
        tx: &ReadTx,
        reading: &Reading,
        plans: &[Plan],
    ) -> Result<Vec<RowsOf>, AppError> {
        let mut coming = Coming::new();
        coming.extend(plans.iter().filter_map(|plan| key_of_new(reading.register, plan)));
        let mut let_in = BTreeSet::new();
        self.let_in_behind(&reading.register.name, |register| {
            let before = let_in.len();
            for rows in waiting_rows(tx, reading.partner, register)?.into_values() {
                self.would_take_in_rows(tx, (reading.partner, register, &rows), &mut coming, &mut let_in)?;
            }
            Ok((let_in.len() - before) as u64)
        })
    }

    /// The rows of one file that would be taken in: their entries are added to `let_in`, their keys to what comes.
    fn would_take_in_rows(
        &self,
        tx: &ReadTx,
        (partner, register, rows): (&PartnerCode, &Register, &[RowAside]),
        coming: &mut Coming,
        let_in: &mut BTreeSet<u64>,
    ) -> Result<(), AppError> {
        let Some(file) = self.opened(tx, rows[0].file)? else { return Ok(()) };
        let sent = file_again(&file, register, partner);
        let Ok(reading) = self.read_file(register, &sent) else { return Ok(()) };
        for aside in rows.iter().filter(|aside| !let_in.contains(&aside.entry)).collect::<Vec<_>>() {
            let Some(row) = row_at(&reading.sheet, aside.row) else { continue };
            let rows = std::slice::from_ref(row);
            let known = KnownRows::find(tx, (register, partner), rows, self.keys()?)?.and_coming(coming);
            let plan = match self.plan_row(tx, &reading, row, &known) {
                Err(AppError::Store(StoreError::Erased { .. })) => continue,
                plan => plan?,
            };
            if !matches!(plan, Plan::KeptAside(_)) {
                coming.extend(key_of_new(register, &plan));
                let_in.insert(aside.entry);
            }
        }
        Ok(())
    }

    /// Lets in the rows that point to a register, and those that point to what came in by this: `each` does so for one
    /// register and gives how many.
    fn let_in_behind(
        &self,
        register: &RegisterName,
        mut each: impl FnMut(&Register) -> Result<u64, AppError>,
    ) -> Result<Vec<RowsOf>, AppError> {
        let (mut let_in, mut grown) = (BTreeMap::new(), BTreeSet::from([register]));
        while let Some(register) = grown.pop_first() {
            for waiting in self.package().registers.values().filter(|other| points_to(other, register)) {
                let rows = each(waiting)?;
                if rows > 0 {
                    grown.insert(&waiting.name);
                    *let_in.entry(waiting.name.clone()).or_default() += rows;
                }
            }
        }
        Ok(RowsOf::each(let_in))
    }

    /// The rows of one register that wait no longer. Gives how many.
    fn take_in_rows(
        &self,
        tx: &mut WriteTx,
        arrived: &Carried,
        register: &Register,
        notes: &mut Vec<ReportedNote>,
    ) -> Result<u64, AppError> {
        let mut taken_in = 0;
        for rows in waiting_rows(tx, arrived.partner, register)?.into_values() {
            let Some(file) = self.opened(tx, rows[0].file)? else { continue };
            let sent = file_again(&file, register, arrived.partner);
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
    pub(super) fn opened(&self, tx: &ReadTx, file: FileId) -> Result<Option<ReceivedFile>, AppError> {
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
        let Some(row) = row_at(&reading.sheet, aside.row) else { return Ok(None) };
        let Some(plan) = self.plan_of_waiting(tx, reading, (row, aside.file))? else { return Ok(None) };
        let sheet = reading.sheet.sheet.as_deref();
        // A row that was taken in a moment ago may have brought the unit: what is known is asked for each row.
        let units = units_of(tx, (reading.register, arrived.partner), std::slice::from_ref(&plan))?;
        let mut carried = Carried {
            register: reading.register,
            partner: arrived.partner,
            file: aside.file,
            sheet,
            at: arrived.at,
            by: aside.by,
            units,
        };
        let said = plan.notes().to_vec();
        let record = match carry_out(tx, &mut carried, plan) {
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
        // Rows that were taken in a moment ago count too.
        let rows = std::slice::from_ref(row);
        let known = KnownRows::find(tx, (reading.register, reading.partner), rows, self.keys()?)?;
        let plan = match self.plan_row(tx, reading, row, &known) {
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

/// The rows of a partner for a register that wait and have no other problem, by the file that they came in, in the
/// order in which the files came.
fn waiting_rows(
    tx: &ReadTx,
    partner: &PartnerCode,
    register: &Register,
) -> Result<BTreeMap<u64, Vec<RowAside>>, AppError> {
    let mut files: BTreeMap<u64, Vec<RowAside>> = BTreeMap::new();
    for row in tx.rows_aside(partner, &register.name)?.into_iter().filter(only_waits) {
        let received = tx.file_entry(row.file)?.ok_or_else(|| no_file(row.file))?;
        files.entry(received).or_default().push(row);
    }
    Ok(files)
}

/// The same file once more.
pub(super) fn file_again<'a>(
    file: &'a ReceivedFile,
    register: &'a Register,
    partner: &'a PartnerCode,
) -> SentFile<'a> {
    SentFile { register: &register.name, partner, name: &file.name, bytes: &file.bytes }
}

/// The row with this number, where it was read well.
pub(super) fn row_at(sheet: &SheetReading, row: u32) -> Option<&ReadRow> {
    sheet.rows.binary_search_by_key(&row, |read| read.row).ok().map(|at| &sheet.rows[at])
}

/// The key of a row that becomes a record, as other rows point to it: with its register.
fn key_of_new(register: &Register, plan: &Plan) -> Option<(RegisterName, String)> {
    let (Plan::New(row) | Plan::Changed(_, row)) = plan else { return None };
    match row.key.as_deref() {
        Some([key]) => Some((register.name.clone(), key.clone())),
        Some(_) | None => None,
    }
}

/// Whether nothing is wrong with a row but that what it points to has not come.
pub(super) fn only_waits(row: &RowAside) -> bool {
    row.problems.iter().all(is_waiting)
}

fn is_waiting(problem: &CellProblem) -> bool {
    problem.code == ProblemCode::ReferenceUnknown.to_string()
}

fn no_file(file: FileId) -> AppError {
    AppError::Unknown { kind: "file", name: file.to_string(), known: Vec::new() }
}
