//! `hatua document`: what records were written down from, received as scans and pictures.

use std::fs;
use std::path::Path;

use hatua_app::Acts;
use hatua_app::document::{ListedDocument, SentDocument};
use hatua_app::permit::{Permit, ReadRecords, ReceiveDocuments};
use hatua_core::id::{DocumentId, PartnerCode};
use hatua_core::limits::DOCUMENT_BYTES_MAX;
use serde_json::json;

use crate::arguments::{DocumentCommand, Place};
use crate::failure::Failure;
use crate::output::Output;
use crate::session;

/// Receives files, or lists documents.
pub fn run(place: &Place, out: Output, command: &DocumentCommand) -> Result<u8, Failure> {
    match command {
        DocumentCommand::Add { files, document, partner } => {
            let acts = session::writing(place, "hatua document add")?;
            let permit = acts.permit::<ReceiveDocuments>(place.user.as_ref())?;
            files.iter().try_for_each(|file| add(&acts, &permit, out, (document, partner, file)))?;
        }
        DocumentCommand::List => {
            let acts = session::reading_with_keys_if_named(place)?;
            let permit = acts.permit::<ReadRecords>(place.user.as_ref())?;
            acts.documents(&permit)?.iter().try_for_each(|listed| list(out, listed))?;
        }
    }
    Ok(0)
}

fn add(
    acts: &Acts,
    permit: &Permit<ReceiveDocuments>,
    out: Output,
    (document, partner, path): (&DocumentId, &PartnerCode, &Path),
) -> Result<(), Failure> {
    let bytes = read(path)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let received =
        acts.receive_document(permit, &SentDocument { document, partner, name: &name, bytes: &bytes });
    let received = received.map_err(|error| Failure::from(error).at(path.display().to_string()))?;
    let media = received.media.as_str();
    let item = json!({
        "document": document,
        "partner": partner,
        "file": received.file,
        "media": media,
        "bytes": bytes.len(),
        "is_new": received.is_new,
        "records": received.records,
    });
    out.item(&item, || {
        let state = if received.is_new { "received" } else { "is on file already" };
        format!("{name}: {state} ({media}) for document {document}, which {} records name", received.records)
    })?;
    Ok(())
}

/// Reads a file, and never more of it than a document may have.
fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let failed = |error: std::io::Error| Failure::from(error).at(path.display().to_string());
    let file = fs::File::open(path).map_err(failed)?;
    let mut bytes = Vec::new();
    std::io::Read::read_to_end(&mut std::io::Read::take(file, DOCUMENT_BYTES_MAX + 1), &mut bytes)
        .map_err(failed)?;
    Ok(bytes)
}

fn list(out: Output, listed: &ListedDocument) -> Result<(), Failure> {
    let files: Vec<_> = listed
        .files
        .iter()
        .map(|file| {
            json!({ "file": file.file, "media": file.media, "bytes": file.bytes, "received_at": file.at })
        })
        .collect();
    let item = json!({
        "document": listed.document,
        "partner": listed.partner,
        "records": listed.records,
        "files": files,
    });
    out.item(&item, || {
        format!(
            "{} {}: {} on file, {} records name it",
            listed.partner,
            listed.document,
            if files.len() == 1 { "1 file".to_owned() } else { format!("{} files", files.len()) },
            listed.records
        )
    })?;
    Ok(())
}
