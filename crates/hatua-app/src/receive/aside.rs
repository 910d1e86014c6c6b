//! Rows that are kept aside, as they are listed: where each came in, what is wrong with it and what it waits for, and
//! nothing of what its cells say.

use std::collections::{BTreeMap, BTreeSet};

use hatua_core::access::Scope;
use hatua_core::id::{DocumentId, FileId, PartnerCode, RegisterName};
use hatua_core::ledger::CellProblem;
use hatua_core::programme::Register;
use hatua_store::ReadTx;
use hatua_store::received::RowAside;

use super::waiting::{file_again, only_waits, row_at};
use super::{Reading, RowsOf, file_as_document, split};
use crate::error::AppError;
use crate::folder::Acts;
use crate::known::KnownRows;
use crate::permit::{Permit, ReadRecords};

/// A row that is kept aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AsideRow {
    /// The partner that sent it.
    pub partner: PartnerCode,
    /// The register that it was sent for.
    pub register: RegisterName,
    /// The file.
    pub file: FileId,
    /// The file's name; absent where the file was erased.
    pub name: Option<String>,
    /// The sheet; absent in a CSV.
    pub sheet: Option<String>,
    /// The row, from 1.
    pub row: u32,
    /// Why it is kept aside.
    pub problems: Vec<CellProblem>,
    /// The registers whose lists it waits for; empty where something else is wrong.
    pub waits_for: Vec<RegisterName>,
    /// The document that it would be a record of; absent where it does not only wait.
    pub(super) document: Option<DocumentId>,
}

impl Acts {
    /// The rows that are kept aside, by partner and register, in the order in which they came. A file belongs to no
    /// country: whose rights are bound to countries sees none.
    ///
    /// # Errors
    /// When the partner is unknown or outside the permit, or the store fails.
    pub fn rows_aside(
        &self,
        permit: &Permit<ReadRecords>,
        partner: Option<&PartnerCode>,
    ) -> Result<Vec<AsideRow>, AppError> {
        if let Some(partner) = partner {
            self.check_partner(permit.scope(), permit.user(), partner)?;
        }
        let is_meant = |known: &PartnerCode| partner.is_none_or(|partner| partner == known);
        self.read(|tx| {
            let mut rows = self.aside(tx, permit.scope())?;
            rows.retain(|row| is_meant(&row.partner));
            Ok(rows)
        })
    }

    /// How many rows only wait, by register, of those that a figure counts: they are no records yet.
    ///
    /// # Errors
    /// When there is no such figure, or the store fails.
    pub fn rows_waiting(&self, permit: &Permit<ReadRecords>, figure: &str) -> Result<Vec<RowsOf>, AppError> {
        let registers: BTreeSet<&RegisterName> = self.computed_indicator(figure)?.registers().collect();
        self.read(|tx| {
            let mut waiting = BTreeMap::new();
            for partner in self.partners_within(permit.scope()) {
                for register in &registers {
                    let rows = tx.rows_aside(partner, register)?.iter().filter(|row| only_waits(row)).count();
                    if rows > 0 {
                        *waiting.entry((*register).clone()).or_default() += rows as u64;
                    }
                }
            }
            Ok(RowsOf::each(waiting))
        })
    }

    /// Why a document has no record: nobody named it, or all that came of it waits.
    pub(crate) fn no_record_of(
        &self,
        tx: &ReadTx,
        scope: &Scope,
        document: &DocumentId,
    ) -> Result<AppError, AppError> {
        let mut rows = self.aside(tx, scope)?;
        rows.retain(|row| row.document.as_ref() == Some(document));
        if rows.is_empty() {
            return Ok(AppError::NoDocument(document.clone()));
        }
        let lists: BTreeSet<&RegisterName> = rows.iter().flat_map(|row| &row.waits_for).collect();
        Ok(AppError::DocumentWaits {
            document: document.clone(),
            rows: rows.len() as u64,
            lists: lists.into_iter().cloned().collect(),
        })
    }

    fn partners_within(&self, scope: &Scope) -> impl Iterator<Item = &PartnerCode> {
        let partners = self.package().reporting_partners().map(|partner| &partner.code);
        partners.filter(|partner| scope.holds(partner, None))
    }

    fn aside(&self, tx: &ReadTx, scope: &Scope) -> Result<Vec<AsideRow>, AppError> {
        let mut listed = Vec::new();
        for partner in self.partners_within(scope) {
            for register in self.package().registers.values() {
                let rows = tx.rows_aside(partner, &register.name)?;
                for rows in rows.chunk_by(|a, b| a.file == b.file) {
                    self.list_file(tx, (partner, register), rows, &mut listed)?;
                }
            }
        }
        Ok(listed)
    }

    /// The rows of one file. What a row waits for is found by reading the file again: the ledger names cells only.
    fn list_file(
        &self,
        tx: &ReadTx,
        (partner, register): (&PartnerCode, &Register),
        rows: &[RowAside],
        listed: &mut Vec<AsideRow>,
    ) -> Result<(), AppError> {
        let file = self.opened(tx, rows[0].file)?;
        let sent = file.as_ref().map(|file| file_again(file, register, partner));
        let reading = match &sent {
            Some(sent) if rows.iter().any(only_waits) => self.read_file(register, sent).ok(),
            Some(_) | None => None,
        };
        for row in rows {
            let (document, waits_for) = match reading.as_ref().filter(|_| only_waits(row)) {
                Some(reading) => self.waits_for(tx, reading, row)?,
                None => (None, Vec::new()),
            };
            listed.push(AsideRow {
                partner: partner.clone(),
                register: register.name.clone(),
                file: row.file,
                name: file.as_ref().map(|file| file.name.clone()),
                sheet: row.sheet.clone(),
                row: row.row,
                problems: row.problems.clone(),
                waits_for,
                document,
            });
        }
        Ok(())
    }

    /// The document that a waiting row would be a record of, and what it waits for.
    fn waits_for(
        &self,
        tx: &ReadTx,
        reading: &Reading,
        aside: &RowAside,
    ) -> Result<(Option<DocumentId>, Vec<RegisterName>), AppError> {
        let Some(row) = row_at(&reading.sheet, aside.row) else { return Ok((None, Vec::new())) };
        let place = (reading.register, reading.partner);
        let known = KnownRows::find(tx, place, std::slice::from_ref(row), self.keys()?)?;
        let dangling = known.dangling_references(reading.register, row);
        let lists: BTreeSet<&RegisterName> = dangling.into_iter().map(|(_, list)| list).collect();
        let document = split(reading.register, row).document.unwrap_or_else(|| file_as_document(aside.file));
        Ok((Some(document), lists.into_iter().cloned().collect()))
    }
}
