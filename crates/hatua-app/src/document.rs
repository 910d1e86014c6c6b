//! Source documents come on file: the scan or the pictures of what records were written down from. The bytes go to the vault; the
//! ledger says of which document they are, and their salted hash. A figure then says how many of its records have theirs.

use hatua_core::id::{DocumentId, FileId, PartnerCode};
use hatua_core::ledger::Act;
use hatua_core::limits::{DOCUMENT_BYTES_MAX, DOCUMENT_FILES_MAX};
use hatua_core::record::{DocumentFile, Facts, MediaType, Status};

use crate::error::AppError;
use crate::folder::{Acts, timed_id};
use crate::permit::{Permit, ReadRecords, ReceiveDocuments};

/// A file of a document as it was sent.
#[derive(Debug, Clone, Copy)]
pub struct SentDocument<'a> {
    /// The document, as its records name it.
    pub document: &'a DocumentId,
    /// Whose it is.
    pub partner: &'a PartnerCode,
    /// The file's name.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
}

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReceivedDocument {
    /// Its id.
    pub file: FileId,
    /// What its bytes are.
    pub media: MediaType,
    /// Whether it is new; the same bytes for the same document are received once.
    pub is_new: bool,
    /// Records that name the document now, withdrawn ones left out.
    pub records: u64,
}

/// A document with its files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedDocument {
    /// The document.
    pub document: DocumentId,
    /// Whose it is.
    pub partner: PartnerCode,
    /// Its files, in the order in which they came.
    pub files: Vec<DocumentFile>,
    /// Records that name it, withdrawn ones left out.
    pub records: u64,
}

impl Acts {
    /// Receives a file of a source document.
    ///
    /// # Errors
    /// When the partner is unknown or outside the permit, or the file is too large, of another kind, or one too many.
    pub fn receive_document(
        &self,
        permit: &Permit<ReceiveDocuments>,
        sent: &SentDocument,
    ) -> Result<ReceivedDocument, AppError> {
        self.check_partner(permit.scope(), permit.user(), sent.partner)?;
        let media = check_bytes(sent)?;
        self.write(|tx, moment| {
            let key = (sent.partner.clone(), sent.document.clone());
            let (files, records) = self.with_facts(tx, |facts| {
                Ok((facts.documents.get(&key).map_or(0, Vec::len), records_of(facts, &key)))
            })?;
            let (partner, document) = key;
            if let Some(file) = tx.find_document_file(&partner, &document, sent.bytes, self.keys()?)? {
                return Ok(ReceivedDocument { file, media, is_new: false, records });
            }
            if files >= DOCUMENT_FILES_MAX {
                return Err(AppError::Document {
                    name: sent.name.to_owned(),
                    cause: format!("document `{document}` has {files} files already, and can have no more"),
                });
            }
            let file = FileId(timed_id(moment.at, tx.entropy()));
            let salted_hash = tx.put_file(file, sent.name, sent.bytes)?;
            let bytes = sent.bytes.len() as u64;
            let act = Act::DocumentReceived { document, file, partner, media, bytes, salted_hash };
            tx.append(moment.at, permit.user(), act)?;
            Ok(ReceivedDocument { file, media, is_new: true, records })
        })
    }

    /// The documents on file, by partner and id; only those of partners that the caller acts for. A document belongs to no
    /// country: who is bound to one sees none.
    ///
    /// # Errors
    /// When the ledger can't be read.
    pub fn documents(&self, permit: &Permit<ReadRecords>) -> Result<Vec<ListedDocument>, AppError> {
        self.read_facts(|facts| {
            let listed =
                facts.documents.iter().filter(|((partner, _), _)| permit.scope().holds(partner, None));
            Ok(listed
                .map(|(key, files)| ListedDocument {
                    document: key.1.clone(),
                    partner: key.0.clone(),
                    files: files.clone(),
                    records: records_of(facts, key),
                })
                .collect())
        })
    }
}

fn records_of(facts: &Facts, (partner, document): &(PartnerCode, DocumentId)) -> u64 {
    let names_it = |state: &&hatua_core::record::RecordState| {
        state.status != Status::Withdrawn
            && state.record.partner == *partner
            && state.record.document == *document
    };
    facts.records.values().filter(names_it).count() as u64
}

/// What the bytes are, where they can be kept as a document.
fn check_bytes(sent: &SentDocument) -> Result<MediaType, AppError> {
    let refused = |cause: String| AppError::Document { name: sent.name.to_owned(), cause };
    if sent.bytes.len() as u64 > DOCUMENT_BYTES_MAX {
        let most = DOCUMENT_BYTES_MAX / (1024 * 1024);
        return Err(refused(format!("it is larger than {most} MB")));
    }
    MediaType::of(sent.bytes).ok_or_else(|| refused("it is no PDF, JPEG, PNG or TIFF".to_owned()))
}
