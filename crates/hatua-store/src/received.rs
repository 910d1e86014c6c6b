//! Files as they were received, byte for byte, and the cells of rows that could not become records: sealed under the
//! file's own key, found again by a keyed digest of the bytes.

use hatua_core::access::Scope;
use hatua_core::id::{DocumentId, FileId, PartnerCode, RegisterName, UserId};
use hatua_core::ledger::{Act, CellProblem};
use jiff::Timestamp;
use zeroize::Zeroizing;

use crate::driver::{Cell, Row, all, one, parsed, unsigned};
use crate::error::StoreError;
use crate::keyring::ProgrammeKeys;
use crate::ledger::read_entry;
use crate::seal::{blind_digest, open, salted_hash, seal};
use crate::transaction::{ReadTx, WriteTx};
use crate::vault::Holder;

/// A file as it was received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceivedFile {
    /// Its name at the sender's.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A row that could not become a record, as its entry in the ledger says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowAside {
    /// The index of its entry.
    pub entry: u64,
    /// Who sent it.
    pub by: UserId,
    /// The file.
    pub file: FileId,
    /// The sheet; absent in a CSV.
    pub sheet: Option<String>,
    /// The row, from 1.
    pub row: u32,
    /// Why.
    pub problems: Vec<CellProblem>,
}

/// A row that could not become a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptAside {
    /// The file.
    pub file: FileId,
    /// The sheet; absent in a CSV.
    pub sheet: Option<String>,
    /// The row, from 1.
    pub row: u32,
    /// Why.
    pub problems: Vec<CellProblem>,
    /// The cells as they were read, by header; absent where the file was erased.
    pub cells: Option<Vec<(String, String)>>,
}

impl ReadTx<'_> {
    /// The file with these bytes that the partner sent for the register before, and when.
    ///
    /// # Errors
    /// When what is stored is damaged.
    pub fn find_file(
        &self,
        partner: &PartnerCode,
        register: &RegisterName,
        bytes: &[u8],
        keys: &ProgrammeKeys,
    ) -> Result<Option<(FileId, Timestamp)>, StoreError> {
        let digest = file_digest(bytes, keys);
        let values =
            [self.id(), Cell::Bytes(&digest), Cell::Text(partner.as_str()), Cell::Text(register.as_str())];
        let found = one(self.tx, include_str!("../queries/find_file.sql"), &values, |row| {
            Ok((parsed(row.text(0)?)?, unsigned(row.integer(1)?)?))
        })?;
        found.map(|(file, sequence)| Ok((file, self.entry_of_view(sequence)?.at))).transpose()
    }

    /// A received file; nothing where there is none, or it lies outside the scope. A file belongs to no country, so it
    /// lies only in scopes of all countries.
    ///
    /// # Errors
    /// [`StoreError::Erased`] when the file was erased.
    pub fn file(
        &self,
        file: FileId,
        scope: &Scope,
        keys: &ProgrammeKeys,
    ) -> Result<Option<ReceivedFile>, StoreError> {
        if self.is_file_in_scope(file, scope)? { self.opened_file(file, keys) } else { Ok(None) }
    }

    /// The file with these bytes that was received as a part of this partner's document before.
    ///
    /// # Errors
    /// When what is stored is damaged.
    pub fn find_document_file(
        &self,
        partner: &PartnerCode,
        document: &DocumentId,
        bytes: &[u8],
        keys: &ProgrammeKeys,
    ) -> Result<Option<FileId>, StoreError> {
        let digest = file_digest(bytes, keys);
        let values =
            [self.id(), Cell::Bytes(&digest), Cell::Text(partner.as_str()), Cell::Text(document.as_str())];
        one(self.tx, include_str!("../queries/find_document_file.sql"), &values, |row| parsed(row.text(0)?))
    }

    /// A file of a source document as it was received; nothing where there is none, or it lies outside the scope. Like a
    /// received file it lies only in scopes of all countries.
    ///
    /// # Errors
    /// [`StoreError::Erased`] when the file was erased.
    pub fn document_file(
        &self,
        file: FileId,
        scope: &Scope,
        keys: &ProgrammeKeys,
    ) -> Result<Option<ReceivedFile>, StoreError> {
        let sql = "select partner from document_files where programme = $1 and file_id = $2";
        let values = [self.id(), Cell::Text(&file.to_string())];
        let partner = one(self.tx, sql, &values, |row| parsed(row.text(0)?))?;
        match partner {
            Some(partner) if self.is_in_scope(scope, &partner, None) => self.opened_file(file, keys),
            Some(_) | None => Ok(None),
        }
    }

    fn opened_file(&self, file: FileId, keys: &ProgrammeKeys) -> Result<Option<ReceivedFile>, StoreError> {
        let key = self.holder_key(Holder::File(file), keys)?;
        let sql = "select name_sealed, bytes_sealed from vault_files where programme = $1 and file_id = $2";
        let found = one(self.tx, sql, &[self.id(), Cell::Text(&file.to_string())], |row| {
            Ok((row.bytes(0)?.to_vec(), row.bytes(1)?.to_vec()))
        })?;
        let Some((name, bytes)) = found else { return Ok(None) };
        let opened = |field, sealed: &[u8]| {
            let place = self.place("vault_files", &file.to_string(), field, 1);
            open(&key.key, &place, sealed).ok_or(StoreError::DoesNotOpen { what: place })
        };
        let name = String::from_utf8(opened("name", &name)?.to_vec())
            .map_err(|_| StoreError::damaged(format!("name of file {file} is not a text")))?;
        Ok(Some(ReceivedFile { name, bytes: opened("bytes", &bytes)?.to_vec() }))
    }

    /// The rows of a partner's files for a register that are still kept aside, in the order in which they came.
    ///
    /// # Errors
    /// When what is stored is damaged.
    pub fn rows_aside(
        &self,
        partner: &PartnerCode,
        register: &RegisterName,
    ) -> Result<Vec<RowAside>, StoreError> {
        let values = [self.id(), Cell::Text(partner.as_str()), Cell::Text(register.as_str())];
        all(self.tx, include_str!("../queries/list_rows_aside.sql"), &values, row_aside)
    }

    /// The same of every file with these bytes.
    ///
    /// # Errors
    /// When what is stored is damaged.
    pub fn rows_aside_of_bytes(
        &self,
        partner: &PartnerCode,
        register: &RegisterName,
        bytes: &[u8],
        keys: &ProgrammeKeys,
    ) -> Result<Vec<RowAside>, StoreError> {
        let digest = file_digest(bytes, keys);
        let values =
            [self.id(), Cell::Bytes(&digest), Cell::Text(partner.as_str()), Cell::Text(register.as_str())];
        all(self.tx, include_str!("../queries/list_rows_aside_of_bytes.sql"), &values, row_aside)
    }

    /// The index of the entry that says that a file was received.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn file_entry(&self, file: FileId) -> Result<Option<u64>, StoreError> {
        let sql = "select sequence from files where programme = $1 and file_id = $2";
        one(self.tx, sql, &[self.id(), Cell::Text(&file.to_string())], |row| unsigned(row.integer(0)?))
    }

    /// The rows of a file that are still kept aside, in order; none where the file lies outside the scope.
    ///
    /// # Errors
    /// When what is stored is damaged.
    pub fn kept_aside(
        &self,
        file: FileId,
        scope: &Scope,
        keys: &ProgrammeKeys,
    ) -> Result<Vec<KeptAside>, StoreError> {
        if !self.is_file_in_scope(file, scope)? {
            return Ok(Vec::new());
        }
        let sql = "select sequence from rows_kept_aside
             where programme = $1 and file_id = $2 and taken_in_sequence is null order by sequence";
        let values = [self.id(), Cell::Text(&file.to_string())];
        let sequences = all(self.tx, sql, &values, |row| unsigned(row.integer(0)?))?;
        sequences.into_iter().map(|sequence| self.kept_aside_row(sequence, keys)).collect()
    }

    fn kept_aside_row(&self, sequence: u64, keys: &ProgrammeKeys) -> Result<KeptAside, StoreError> {
        let Act::RowKeptAside { file, sheet, row, problems } = self.entry_of_view(sequence)?.act else {
            return Err(StoreError::damaged(format!(
                "view of rows kept aside points at entry {sequence}, of another kind"
            )));
        };
        let cells = self.cells(file, sheet.as_deref(), row, keys)?;
        Ok(KeptAside { file, sheet, row, problems, cells })
    }

    fn cells(
        &self,
        file: FileId,
        sheet: Option<&str>,
        row: u32,
        keys: &ProgrammeKeys,
    ) -> Result<Option<Vec<(String, String)>>, StoreError> {
        let sql = "select sealed from vault_rows
                   where programme = $1 and file_id = $2 and sheet = $3 and row_number = $4";
        let sheet = sheet.unwrap_or_default();
        let values = [self.id(), Cell::Text(&file.to_string()), Cell::Text(sheet), Cell::Integer(row.into())];
        let Some(sealed) = one(self.tx, sql, &values, |row| Ok(row.bytes(0)?.to_vec()))? else {
            return Ok(None);
        };
        let key = self.holder_key(Holder::File(file), keys)?;
        let place = self.place("vault_rows", &file.to_string(), sheet, row.into());
        let opened = open(&key.key, &place, &sealed).ok_or(StoreError::DoesNotOpen { what: place })?;
        let cells = serde_json::from_slice(&opened)
            .map_err(|_| StoreError::damaged(format!("cells of row {row} of file {file} can't be read")))?;
        Ok(Some(cells))
    }

    fn is_file_in_scope(&self, file: FileId, scope: &Scope) -> Result<bool, StoreError> {
        let sql = "select partner from files where programme = $1 and file_id = $2";
        let partner =
            one(self.tx, sql, &[self.id(), Cell::Text(&file.to_string())], |row| parsed(row.text(0)?))?;
        Ok(partner.is_some_and(|partner| self.is_in_scope(scope, &partner, None)))
    }

    /// Checks a received file against the hash that its entry holds.
    pub(crate) fn check_file(
        &self,
        file: FileId,
        hash: &str,
        keys: &ProgrammeKeys,
    ) -> Result<bool, StoreError> {
        let Some(received) = self.opened_file(file, keys)? else { return Ok(false) };
        let key = self.holder_key(Holder::File(file), keys)?;
        Ok(salted_hash(&key.salt, &received.bytes) == hash)
    }
}

impl WriteTx<'_> {
    /// Keeps a file as it was received, under a key of its own, and gives the salted hash for the entry.
    ///
    /// # Errors
    /// When the file is there already, or was erased.
    pub fn put_file(&mut self, file: FileId, name: &str, bytes: &[u8]) -> Result<String, StoreError> {
        let key = self.make_holder_key(Holder::File(file))?;
        let hash = salted_hash(&key.salt, bytes);
        let file = file.to_string();
        let name_sealed =
            seal(&key.key, &self.place("vault_files", &file, "name", 1), name.as_bytes(), self.entropy);
        let bytes_sealed = seal(&key.key, &self.place("vault_files", &file, "bytes", 1), bytes, self.entropy);
        self.tx.send(
            include_str!("../queries/put_file.sql"),
            &[
                self.id(),
                Cell::Text(&file),
                Cell::Bytes(&file_digest(bytes, self.keys)),
                Cell::Bytes(&name_sealed),
                Cell::Bytes(&bytes_sealed),
            ],
            None,
        )?;
        Ok(hash)
    }

    /// Keeps the cells of a row that could not become a record, as they were read, under the file's key.
    ///
    /// # Errors
    /// When the row is there already, or the file was erased.
    pub fn put_kept_aside(
        &mut self,
        file: FileId,
        sheet: Option<&str>,
        row: u32,
        cells: &[(String, String)],
    ) -> Result<(), StoreError> {
        let key = self.make_holder_key(Holder::File(file))?;
        let sheet = sheet.unwrap_or_default();
        let plain = Zeroizing::new(serde_json::to_vec(cells).expect("texts are JSON"));
        let file = file.to_string();
        let sealed =
            seal(&key.key, &self.place("vault_rows", &file, sheet, row.into()), &plain, self.entropy);
        self.tx.send(
            "insert into vault_rows (programme, file_id, sheet, row_number, sealed) values ($1, $2, $3, $4, $5)",
            &[self.id(), Cell::Text(&file), Cell::Text(sheet), Cell::Integer(row.into()), Cell::Bytes(&sealed)], None)?;
        Ok(())
    }

    /// Erases a received file: destroys its key and redacts bytes, name and the cells of its rows kept aside.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn erase_file(&mut self, file: FileId) -> Result<(), StoreError> {
        self.destroy_key(Holder::File(file))?;
        let file = file.to_string();
        let values = [self.id(), Cell::Text(&file)];
        self.tx.send("delete from vault_files where programme = $1 and file_id = $2", &values, None)?;
        self.tx.send("delete from vault_rows where programme = $1 and file_id = $2", &values, None)?;
        Ok(())
    }
}

fn row_aside(row: &dyn Row) -> Result<RowAside, StoreError> {
    let sequence = unsigned(row.integer(0)?)?;
    let entry = read_entry(sequence, row.bytes(1)?)?;
    let Act::RowKeptAside { file, sheet, row, problems } = entry.act else {
        return Err(StoreError::damaged(format!(
            "view of rows kept aside points at entry {sequence}, of another kind"
        )));
    };
    Ok(RowAside { entry: sequence, by: entry.actor, file, sheet, row, problems })
}

fn file_digest(bytes: &[u8], keys: &ProgrammeKeys) -> [u8; 32] {
    blind_digest(keys.index_key(), &[b"hatua file 1", bytes])
}
