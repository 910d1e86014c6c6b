//! A file is received: its bytes are kept, its rows become records, and what can't become one is kept aside with its
//! reason. One file, one transaction; the same file twice changes nothing.

use std::collections::{BTreeMap, BTreeSet};

use hatua_collect::sheet::{KeptRow, Problem, ReadRow, SheetContext, SheetReading, read_sheet};
use hatua_core::access::Scope;
use hatua_core::id::{ColumnName, DocumentId, FileId, PartnerCode, RecordId, RegisterName, UnitId, UserId};
use hatua_core::ledger::{Act, CellProblem};
use hatua_core::programme::Register;
use hatua_core::record::{FieldRecord, RowPlace, Status, Values};
use hatua_store::{ReadTx, WriteTx};
use jiff::Timestamp;

use crate::doubt::Doubts;
use crate::error::AppError;
use crate::folder::{Acts, blind_id, timed_id};
use crate::known::{KnownRows, row_key};
use crate::permit::{ImportRecords, Permit};

mod aside;
mod report;
mod waiting;

pub use aside::AsideRow;
pub use report::{ImportReport, ReportedNote, ReportedProblem, RowsOf};

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

/// What is to be done with one row.
pub(crate) enum Plan {
    /// It is this record already; one that has no key is known by its file only.
    Unchanged(Option<RecordId>),
    New(PlannedRow),
    Changed(RecordId, PlannedRow),
    KeptAside(KeptRow),
}

/// A row split as the ledger and the vault want it.
pub(crate) struct PlannedRow {
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
pub(crate) struct Carried<'a> {
    pub register: &'a Register,
    pub partner: &'a PartnerCode,
    pub file: FileId,
    pub sheet: Option<&'a str>,
    pub at: Timestamp,
    pub by: UserId,
    /// The units that are known by the partner's own ids.
    pub units: BTreeMap<String, UnitId>,
}

/// A file on its way in, as it was read.
pub(crate) struct Reading<'a> {
    register: &'a Register,
    partner: &'a PartnerCode,
    sheet: SheetReading,
    doubts: Doubts<'a>,
}

/// What is known of the very bytes of a file from before: whether they came, and which rows of theirs are kept aside.
#[derive(Default)]
struct Before {
    came: bool,
    aside: BTreeMap<u32, Vec<u64>>,
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
            return self.read(|tx| {
                let before = self.before(tx, sent)?;
                let plans = self.plan_rows(tx, &reading, &before)?;
                let mut report = ImportReport::of(sent, &reading, &plans);
                if !before.is_all_that_is(&plans) {
                    report.taken_in = self.would_take_in(tx, &reading, &plans)?;
                }
                Ok(report)
            });
        }
        self.write(|tx, moment| {
            let before = self.before(tx, sent)?;
            let plans = self.plan_rows(tx, &reading, &before)?;
            let mut report = ImportReport::of(sent, &reading, &plans);
            let is_refused = mode == ImportMode::AllOrNothing && report.kept_aside > 0;
            if is_refused || before.is_all_that_is(&plans) {
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
            let sheet = reading.sheet.sheet.as_deref();
            let units = units_of(tx, (register, sent.partner), &plans)?;
            let (at, by) = (moment.at, permit.user());
            let mut carried = Carried { register, partner: sent.partner, file, sheet, at, by, units };
            for plan in plans {
                carry_out_new(tx, &mut carried, plan, &before)?;
            }
            self.take_in_waiting(tx, &carried, &mut report)?;
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

    pub(crate) fn read_file<'a>(
        &'a self,
        register: &'a Register,
        sent: &SentFile<'a>,
    ) -> Result<Reading<'a>, AppError> {
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
        let sheet = read(register).map_err(|cause| {
            let others = self.package().registers.values().filter(|other| other.name != register.name);
            let fits = others.filter(|other| read(other).is_ok()).map(|other| other.name.clone()).collect();
            AppError::Sheet { register: register.name.clone(), fits, cause }
        })?;
        let doubts = Doubts::new(self.package(), register, sent.partner);
        Ok(Reading { register, partner: sent.partner, sheet, doubts })
    }

    /// What is known of these bytes, from this partner for this register.
    fn before(&self, tx: &ReadTx, sent: &SentFile) -> Result<Before, AppError> {
        let keys = self.keys()?;
        if tx.find_file(sent.partner, sent.register, sent.bytes, keys)?.is_none() {
            return Ok(Before::default());
        }
        let mut aside: BTreeMap<u32, Vec<u64>> = BTreeMap::new();
        for row in tx.rows_aside_of_bytes(sent.partner, sent.register, sent.bytes, keys)? {
            aside.entry(row.row).or_default().push(row.entry);
        }
        Ok(Before { came: true, aside })
    }

    fn plan_rows(&self, tx: &ReadTx, reading: &Reading, before: &Before) -> Result<Vec<Plan>, AppError> {
        let kept = reading.sheet.kept_aside.iter().cloned().map(Plan::KeptAside);
        let rows = &reading.sheet.rows;
        let known = KnownRows::find(tx, (reading.register, reading.partner), rows, self.keys()?)?;
        let read = rows.iter().map(|row| {
            Ok(match self.plan_row(tx, reading, row, &known)? {
                // Only the file itself can tell that such a row came before, and whether it was taken.
                Plan::New(planned)
                    if planned.key.is_none() && before.came && !before.aside.contains_key(&row.row) =>
                {
                    Plan::Unchanged(None)
                }
                plan => plan,
            })
        });
        kept.map(Ok).chain(read).collect()
    }

    /// What is to be done with a row that was read well, where this is known of it and of those that it points to; those that
    /// come count as there.
    pub(crate) fn plan_row(
        &self,
        tx: &ReadTx,
        reading: &Reading,
        row: &ReadRow,
        known: &KnownRows,
    ) -> Result<Plan, AppError> {
        let Reading { register, sheet, doubts, .. } = reading;
        let dangling = known.dangling_references(register, row);
        if !dangling.is_empty() {
            return Ok(Plan::KeptAside(sheet.with_dangling_references(row, &dangling)));
        }
        let mut planned = split(register, row);
        planned.notes.extend(doubts.about(tx, planned.document.as_ref(), &planned.open)?);
        match planned.key.as_ref().and_then(|key| known.record(&register.name, key)) {
            Some(record) => {
                self.plan_known(tx, record, planned, |reason| sheet.with_withdrawn_record(row, reason))
            }
            None => Ok(Plan::New(planned)),
        }
    }

    fn plan_known(
        &self,
        tx: &ReadTx,
        known: RecordId,
        mut planned: PlannedRow,
        withdrawn: impl FnOnce(&str) -> KeptRow,
    ) -> Result<Plan, AppError> {
        let scope = Scope::whole(self.programme_id().clone());
        let state = tx.record(known, &scope)?.ok_or(AppError::NoRecord(known))?;
        let is_same = planned.document.as_ref().is_none_or(|document| *document == state.record.document)
            && planned.open == state.record.values
            && tx.personal_equals(known, &planned.personal, self.keys()?)?;
        match state.status {
            _ if is_same => Ok(Plan::Unchanged(Some(known))),
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
}

/// Carries out what is planned for a row of a file that has just come. A row of the same bytes that is kept aside
/// already is not kept twice; when it becomes a record now, the ledger says so.
fn carry_out_new(
    tx: &mut WriteTx,
    carried: &mut Carried,
    plan: Plan,
    before: &Before,
) -> Result<(), AppError> {
    let row = match &plan {
        Plan::Unchanged(_) => return Ok(()),
        Plan::New(planned) | Plan::Changed(_, planned) => planned.row,
        Plan::KeptAside(kept) => kept.row,
    };
    let aside = before.aside.get(&row).map_or(&[][..], Vec::as_slice);
    if matches!(&plan, Plan::KeptAside(kept) if kept.waits()) && !aside.is_empty() {
        return Ok(());
    }
    if let Some(record) = carry_out(tx, carried, plan)? {
        for kept_aside in aside {
            let act = Act::RowTakenIn { kept_aside: *kept_aside, record, brought_by: carried.file };
            tx.append(carried.at, carried.by, act)?;
        }
    }
    Ok(())
}

/// Carries out what is planned for a row. Gives the record that it is, where it is one.
pub(crate) fn carry_out(
    tx: &mut WriteTx,
    carried: &mut Carried,
    plan: Plan,
) -> Result<Option<RecordId>, AppError> {
    let (record, act) = match plan {
        Plan::Unchanged(record) => return Ok(record),
        Plan::New(row) => {
            let unit = unit_of(tx, carried, &row)?;
            let record = RecordId(timed_id(carried.at, tx.entropy()));
            tx.expect_new_record(record);
            let key = row.key.clone();
            let act = Act::RecordImported(carried.record(tx, row, record, unit)?);
            if let Some(key) = &key {
                tx.remember_row(&carried.register.name, carried.partner, key, record)?;
            }
            (Some(record), act)
        }
        Plan::Changed(record, row) => {
            // The partner's own id may be what was corrected.
            let unit = unit_of(tx, carried, &row)?;
            (Some(record), Act::RecordChanged(carried.record(tx, row, record, unit)?))
        }
        Plan::KeptAside(kept) => {
            tx.put_kept_aside(carried.file, carried.sheet, kept.row, &kept.cells)?;
            let problem =
                |problem: Problem| CellProblem { cell: problem.cell, code: problem.code.to_string() };
            let act = Act::RowKeptAside {
                file: carried.file,
                sheet: carried.sheet.map(str::to_owned),
                row: kept.row,
                problems: kept.problems.into_iter().map(problem).collect(),
            };
            (None, act)
        }
    };
    tx.append(carried.at, carried.by, act)?;
    Ok(record)
}

/// The unit that the partner's own id names, or a new one. A row without an own id is a unit of its own.
fn unit_of(tx: &mut WriteTx, carried: &mut Carried, row: &PlannedRow) -> Result<UnitId, AppError> {
    let Some(own_id) = &row.own_id else { return Ok(UnitId(blind_id(tx.entropy()))) };
    if let Some(unit) = carried.units.get(own_id) {
        return Ok(*unit);
    }
    let unit = UnitId(blind_id(tx.entropy()));
    tx.remember_unit(&carried.register.unit, carried.partner, own_id, unit)?;
    carried.units.insert(own_id.clone(), unit);
    Ok(unit)
}

/// The units that the partner's own ids in these plans name, as far as they are known.
pub(crate) fn units_of(
    tx: &mut WriteTx,
    (register, partner): (&Register, &PartnerCode),
    plans: &[Plan],
) -> Result<BTreeMap<String, UnitId>, AppError> {
    let own_ids: BTreeSet<&str> = plans.iter().filter_map(Plan::own_id).collect();
    let own_ids: Vec<&str> = own_ids.into_iter().collect();
    Ok(tx.known_units(&register.unit, partner, &own_ids)?)
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

impl Before {
    /// Whether the same bytes came and nothing of them is new.
    fn is_all_that_is(&self, plans: &[Plan]) -> bool {
        self.came && plans.iter().all(Plan::changes_nothing)
    }
}

impl Plan {
    /// What was noticed about a row that becomes a record.
    fn notes(&self) -> &[String] {
        match self {
            Self::New(row) | Self::Changed(_, row) => &row.notes,
            Self::Unchanged(_) | Self::KeptAside(_) => &[],
        }
    }

    /// The partner's own id of the unit about which something is written.
    fn own_id(&self) -> Option<&str> {
        match self {
            Self::New(row) | Self::Changed(_, row) => row.own_id.as_deref(),
            Self::Unchanged(_) | Self::KeptAside(_) => None,
        }
    }

    fn changes_nothing(&self) -> bool {
        match self {
            Self::Unchanged(_) | Self::KeptAside(_) => true,
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
        key: row_key(register, row),
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
