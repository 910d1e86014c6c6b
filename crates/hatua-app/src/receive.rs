//! A file is received: its bytes are kept, its rows become records, and what can't become one is kept aside with its
//! reason. One file, one transaction; the same file twice changes nothing.

use hatua_collect::sheet::{KeptRow, Problem, ReadRow, SheetContext, SheetError, SheetReading, read_sheet};
use hatua_core::access::Scope;
use hatua_core::id::{ColumnName, DocumentId, FileId, PartnerCode, RecordId, RegisterName, UnitId, UserId};
use hatua_core::ledger::{Act, CellProblem};
use hatua_core::programme::{Column, ColumnKind, Register};
use hatua_core::record::{FieldRecord, RowPlace, Status, Value, Values};
use hatua_store::{ReadTx, WriteTx};
use jiff::Timestamp;
use serde::Serialize;

use crate::doubt::Doubts;
use crate::error::AppError;
use crate::folder::{Acts, blind_id, timed_id};
use crate::permit::{ImportRecords, Permit};

/// A file as it was sent.
#[derive(Debug, Clone, Copy)]
pub struct SentFile<'a> {
    /// For which register.
    pub register: &'a RegisterName,
    /// By which partner.
    pub partner: &'a PartnerCode,
    /// Its name.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
}

/// How far an import goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportMode {
    /// Says what would happen and writes nothing.
    DryRun,
    /// Takes the good rows and keeps the others aside.
    GoodRows,
    /// Takes the file only if every row is good.
    AllOrNothing,
}

/// What became of the rows: `read` is the sum of the four others.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ImportReport {
    /// The file's name.
    pub file: String,
    /// Rows with anything in them.
    pub read: u64,
    /// Rows that became records.
    pub imported: u64,
    /// Rows that became records, with something to look at.
    pub imported_with_notes: u64,
    /// Rows that could not become records.
    pub kept_aside: u64,
    /// Rows that are records already.
    pub unchanged: u64,
    /// Whether anything was written.
    pub written: bool,
    /// What is wrong, cell by cell.
    pub problems: Vec<ReportedProblem>,
    /// What was noticed and needs no mending.
    pub notes: Vec<ReportedNote>,
}

/// A problem at its cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportedProblem {
    /// The file's name.
    pub file: String,
    /// The sheet; absent in a CSV.
    pub sheet: Option<String>,
    /// The cell's address; absent where the whole file is meant.
    pub cell: Option<String>,
    /// The word for programs.
    pub code: String,
    /// What is wrong, what was expected, how to mend it.
    pub message: String,
    /// What the cell says; left out where the column is personal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

/// Something noticed while reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportedNote {
    /// The file's name.
    pub file: String,
    /// The row; absent where the whole file is meant.
    pub row: Option<u32>,
    /// What was noticed.
    pub message: String,
}

/// What is to be done with one row.
enum Plan {
    Unchanged,
    New(PlannedRow),
    Changed(RecordId, PlannedRow),
    KeptAside(KeptRow),
}

/// A row split as the ledger and the vault want it.
struct PlannedRow {
    row: u32,
    /// What makes the row the same when it is sent again; absent where a part of it is missing.
    key: Option<Vec<String>>,
    own_id: Option<String>,
    document: Option<DocumentId>,
    open: Values,
    personal: Values,
    notes: Vec<String>,
}

/// What every row of a file has in common.
struct Carried<'a> {
    register: &'a Register,
    partner: &'a PartnerCode,
    file: FileId,
    sheet: Option<&'a str>,
    at: Timestamp,
    by: UserId,
}

impl Acts {
    /// Receives a file.
    ///
    /// # Errors
    /// When register or partner are unknown or outside the permit, when the file as a whole can't be read, or when the
    /// store fails. Rows with problems are no error: they are kept aside and reported.
    pub fn import(
        &self,
        permit: &Permit<ImportRecords>,
        sent: &SentFile,
        mode: ImportMode,
    ) -> Result<ImportReport, AppError> {
        let register = self.register(sent.register)?;
        self.check_partner(permit.scope(), permit.user(), sent.partner)?;
        let reading = self.read_file(register, sent)?;
        if mode == ImportMode::DryRun {
            return self
                .read(|tx| Ok(report(sent, &self.plan_rows(tx, register, sent, &reading)?, &reading)));
        }
        self.write(|tx, moment| {
            let plans = self.plan_rows(tx, register, sent, &reading)?;
            let mut report = report(sent, &plans, &reading);
            let is_refused = mode == ImportMode::AllOrNothing && report.kept_aside > 0;
            if is_refused || plans.iter().all(Plan::changes_nothing) && self.is_known(tx, sent)? {
                return Ok(report);
            }
            let file = FileId(timed_id(moment.at, tx.entropy()));
            let salted_hash = tx.put_file(file, sent.name, sent.bytes)?;
            let bytes = sent.bytes.len() as u64;
            let (partner, name) = (sent.partner.clone(), sent.register.clone());
            tx.append(
                moment.at,
                permit.user(),
                Act::FileReceived { file, partner, register: name, bytes, salted_hash },
            )?;
            let sheet = reading.sheet.as_deref();
            let carried =
                Carried { register, partner: sent.partner, file, sheet, at: moment.at, by: permit.user() };
            for plan in plans {
                self.carry_out(tx, &carried, plan)?;
            }
            report.written = true;
            Ok(report)
        })
    }

    /// The document that rows of a file name which have no document of their own: the file itself.
    ///
    /// # Errors
    /// When these bytes never came from this partner for this register.
    pub fn document_of_file(&self, sent: &SentFile) -> Result<DocumentId, AppError> {
        let known =
            self.read(|tx| Ok(tx.find_file(sent.partner, sent.register, sent.bytes, self.keys()?)?))?;
        known.map(|(file, _)| file_as_document(file)).ok_or_else(|| AppError::Unknown {
            kind: "file",
            name: sent.name.to_owned(),
            known: Vec::new(),
        })
    }

    fn read_file(&self, register: &Register, sent: &SentFile) -> Result<SheetReading, AppError> {
        let read = |register: &Register| {
            let context = SheetContext {
                register,
                partner: Some(sent.partner),
                locale: register.sheets.get(sent.partner).and_then(|sheet| sheet.locale),
                today: self.today(),
                places: &self.package().places,
                organisations: &self.package().organisations,
            };
            read_sheet(&context, sent.name, sent.bytes)
        };
        read(register).map_err(|cause| {
            let others = self.package().registers.values().filter(|other| other.name != register.name);
            let fits = others.filter(|other| read(other).is_ok()).map(|other| other.name.clone()).collect();
            AppError::Sheet { register: register.name.clone(), fits, cause }
        })
    }

    /// Whether these bytes came before, from this partner for this register.
    fn is_known(&self, tx: &ReadTx, sent: &SentFile) -> Result<bool, AppError> {
        Ok(tx.find_file(sent.partner, sent.register, sent.bytes, self.keys()?)?.is_some())
    }

    fn plan_rows(
        &self,
        tx: &ReadTx,
        register: &Register,
        sent: &SentFile,
        reading: &SheetReading,
    ) -> Result<Vec<Plan>, AppError> {
        let is_known_file = self.is_known(tx, sent)?;
        let kept = reading.kept_aside.iter().cloned().map(Plan::KeptAside);
        let doubts = Doubts::new(self.package(), register, sent.partner);
        let read = reading.rows.iter().map(|row| {
            if let Some((column, target)) = self.dangling_reference(tx, register, sent, row)? {
                return Ok(Plan::KeptAside(reading.with_dangling_reference(row, column, target)));
            }
            let mut planned = split(register, row);
            planned.notes.extend(doubts.about(tx, planned.document.as_ref(), &planned.open)?);
            match planned.key.clone() {
                Some(key) => self.plan_keyed(tx, sent, (planned, &key), |reason| {
                    reading.with_withdrawn_record(row, reason)
                }),
                // Only the file itself can tell that such a row came before.
                None if is_known_file => Ok(Plan::Unchanged),
                None => Ok(Plan::New(planned)),
            }
        });
        kept.map(Ok).chain(read).collect()
    }

    fn plan_keyed(
        &self,
        tx: &ReadTx,
        sent: &SentFile,
        (mut planned, key): (PlannedRow, &[String]),
        withdrawn: impl FnOnce(&str) -> KeptRow,
    ) -> Result<Plan, AppError> {
        let Some(known) = tx.find_row(sent.register, sent.partner, key, self.keys()?)? else {
            return Ok(Plan::New(planned));
        };
        let scope = Scope::whole(self.programme_id().clone());
        let state = tx.record(known, &scope)?.ok_or(AppError::NoRecord(known))?;
        let is_same = planned.document.as_ref().is_none_or(|document| *document == state.record.document)
            && planned.open == state.record.values
            && tx.personal_equals(known, &planned.personal, self.keys()?)?;
        match state.status {
            _ if is_same => Ok(Plan::Unchanged),
            // What was withdrawn stays withdrawn; a correction of it would be taken for a record that counts.
            Status::Withdrawn => Ok(Plan::KeptAside(withdrawn(state.reason.as_deref().unwrap_or_default()))),
            Status::Pending | Status::Verified | Status::Returned => {
                let status = state.status.as_str();
                planned
                    .notes
                    .push(format!("replaces what was sent before ({status}); it waits for a check again"));
                Ok(Plan::Changed(known, planned))
            }
        }
    }

    /// A column that points to a row of another register which is not there.
    fn dangling_reference<'a>(
        &self,
        tx: &ReadTx,
        register: &'a Register,
        sent: &SentFile,
        row: &ReadRow,
    ) -> Result<Option<(&'a Column, &'a RegisterName)>, AppError> {
        for column in &register.columns {
            let (ColumnKind::Record(target), Some(Value::Text(key))) =
                (&column.kind, row.values.get(&column.name))
            else {
                continue;
            };
            if tx.find_row(target, sent.partner, std::slice::from_ref(key), self.keys()?)?.is_none() {
                return Ok(Some((column, target)));
            }
        }
        Ok(None)
    }

    fn carry_out(&self, tx: &mut WriteTx, carried: &Carried, plan: Plan) -> Result<(), AppError> {
        let act = match plan {
            Plan::Unchanged => return Ok(()),
            Plan::New(row) => {
                let unit = self.unit_of(tx, carried, &row)?;
                let record = RecordId(timed_id(carried.at, tx.entropy()));
                if let Some(key) = &row.key {
                    tx.remember_row(&carried.register.name, carried.partner, key, record)?;
                }
                Act::RecordImported(carried.record(tx, row, record, unit)?)
            }
            Plan::Changed(record, row) => {
                // The partner's own id may be what was corrected.
                let unit = self.unit_of(tx, carried, &row)?;
                Act::RecordChanged(carried.record(tx, row, record, unit)?)
            }
            Plan::KeptAside(kept) => {
                tx.put_kept_aside(carried.file, carried.sheet, kept.row, &kept.cells)?;
                let problem =
                    |problem: Problem| CellProblem { cell: problem.cell, code: problem.code.to_string() };
                Act::RowKeptAside {
                    file: carried.file,
                    sheet: carried.sheet.map(str::to_owned),
                    row: kept.row,
                    problems: kept.problems.into_iter().map(problem).collect(),
                }
            }
        };
        tx.append(carried.at, carried.by, act)?;
        Ok(())
    }

    /// The unit that the partner's own id names, or a new one. A row without an own id is a unit of its own.
    fn unit_of(&self, tx: &mut WriteTx, carried: &Carried, row: &PlannedRow) -> Result<UnitId, AppError> {
        let (kind, partner) = (&carried.register.unit, carried.partner);
        let Some(own_id) = &row.own_id else { return Ok(UnitId(blind_id(tx.entropy()))) };
        if let Some(unit) = tx.find_unit(kind, partner, own_id, self.keys()?)? {
            return Ok(unit);
        }
        let unit = UnitId(blind_id(tx.entropy()));
        tx.remember_unit(kind, partner, own_id, unit)?;
        Ok(unit)
    }
}

impl Carried<'_> {
    fn record(
        &self,
        tx: &mut WriteTx,
        row: PlannedRow,
        record: RecordId,
        unit: UnitId,
    ) -> Result<FieldRecord, AppError> {
        let vault_hash = if row.personal.is_empty() {
            None
        } else {
            Some(tx.put_personal(unit, record, &row.personal)?)
        };
        Ok(FieldRecord {
            record,
            unit,
            register: self.register.name.clone(),
            partner: self.partner.clone(),
            document: row.document.unwrap_or_else(|| file_as_document(self.file)),
            place: RowPlace { file: self.file, sheet: self.sheet.map(str::to_owned), row: row.row },
            values: row.open,
            vault_hash,
        })
    }
}

fn file_as_document(file: FileId) -> DocumentId {
    DocumentId::new(file.to_string()).expect("a file's id is a document's id")
}

impl ImportReport {
    /// The report of a file of which no row could be read.
    #[must_use]
    pub fn of_unreadable(name: &str, cause: &SheetError) -> Self {
        let problem = |problem: &Problem| reported(name, problem.clone());
        Self {
            file: name.to_owned(),
            problems: cause.problems().iter().map(problem).collect(),
            ..Self::default()
        }
    }
}

impl Plan {
    fn changes_nothing(&self) -> bool {
        match self {
            Self::Unchanged | Self::KeptAside(_) => true,
            Self::New(_) | Self::Changed(..) => false,
        }
    }
}

/// Splits a row into what the ledger may hold and what goes to the vault.
fn split(register: &Register, row: &ReadRow) -> PlannedRow {
    let text = |name: &ColumnName| row.values.get(name).map(ToString::to_string);
    let (personal, open): (Values, Values) =
        row.values.clone().into_iter().partition(|(name, _)| register.is_personal(name));
    let mut notes: Vec<String> = row.notes.iter().map(|note| note.message.clone()).collect();
    let own_id = register.own_id.as_ref().and_then(text);
    if register.own_id.is_some() && own_id.is_none() {
        notes.push("no own id of the partner: nobody can see whether this unit comes again, so it counts as one of its own".into());
    }
    PlannedRow {
        row: row.row,
        key: register.key.iter().map(text).collect(),
        own_id,
        document: register
            .document
            .as_ref()
            .and_then(text)
            .and_then(|document| DocumentId::new(document).ok()),
        open,
        personal,
        notes,
    }
}

fn report(sent: &SentFile, plans: &[Plan], reading: &SheetReading) -> ImportReport {
    let mut report =
        ImportReport { file: sent.name.to_owned(), read: plans.len() as u64, ..ImportReport::default() };
    for note in &reading.notes {
        report.notes.push(ReportedNote {
            file: report.file.clone(),
            row: None,
            message: note.message.clone(),
        });
    }
    for plan in plans {
        match plan {
            Plan::Unchanged => report.unchanged += 1,
            Plan::KeptAside(kept) => {
                report.kept_aside += 1;
                let problems = kept.problems.iter().cloned();
                report.problems.extend(problems.map(|problem| reported(sent.name, problem)));
            }
            Plan::New(row) | Plan::Changed(_, row) => {
                report.imported += u64::from(row.notes.is_empty());
                report.imported_with_notes += u64::from(!row.notes.is_empty());
                let note = |message: &String| ReportedNote {
                    file: sent.name.to_owned(),
                    row: Some(row.row),
                    message: message.clone(),
                };
                report.notes.extend(row.notes.iter().map(note));
            }
        }
    }
    let sum = report.imported + report.imported_with_notes + report.kept_aside + report.unchanged;
    assert_eq!(report.read, sum, "every row that was read is accounted for");
    report
}

fn reported(file: &str, problem: Problem) -> ReportedProblem {
    ReportedProblem {
        file: file.to_owned(),
        sheet: problem.sheet,
        cell: problem.cell,
        code: problem.code.to_string(),
        message: problem.message,
        value: problem.value,
    }
}
