//! What identifies persons is shown to somebody through here and nowhere else: the personal columns of records, and the
//! scans of the lists that they stand on.

use std::collections::BTreeMap;

use hatua_core::id::{FileId, RecordId};
use hatua_core::record::{MediaType, Values};
use hatua_store::StoreError;

use crate::error::AppError;
use crate::folder::Acts;
use crate::permit::{Permit, SeePersons};

/// A source as it was received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its name at the sender's.
    pub name: String,
    /// What the bytes are, where they are a scan or a picture.
    pub media: Option<MediaType>,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Acts {
    /// The personal columns of records within the scope; none for a record that has none or lies outside, nothing in its
    /// place for a person who was erased.
    ///
    /// # Errors
    /// When a value does not open.
    pub fn persons(
        &self,
        permit: &Permit<SeePersons>,
        records: impl IntoIterator<Item = RecordId>,
    ) -> Result<BTreeMap<RecordId, Option<Values>>, AppError> {
        let keys = self.keys()?;
        self.read(|tx| {
            let mut persons = BTreeMap::new();
            for record in records {
                match tx.personal(record, permit.scope(), keys) {
                    Ok(values) => persons.insert(record, Some(values.unwrap_or_default())),
                    Err(StoreError::Erased { .. }) => persons.insert(record, None),
                    Err(error) => return Err(error.into()),
                };
            }
            Ok(persons)
        })
    }

    /// The file of a source document, or the file that rows came in; nothing where there is none, it lies outside the scope,
    /// or it was erased.
    ///
    /// # Errors
    /// When it does not open.
    pub fn source(&self, permit: &Permit<SeePersons>, file: FileId) -> Result<Option<Source>, AppError> {
        let keys = self.keys()?;
        let found = self.read(|tx| {
            let scanned = tx.document_file(file, permit.scope(), keys)?;
            Ok(if scanned.is_some() { scanned } else { tx.file(file, permit.scope(), keys)? })
        });
        match found {
            Ok(found) => Ok(found.map(|file| Source {
                media: MediaType::of(&file.bytes),
                name: file.name,
                bytes: file.bytes,
            })),
            Err(AppError::Store(StoreError::Erased { .. })) => Ok(None),
            Err(error) => Err(error),
        }
    }
}
