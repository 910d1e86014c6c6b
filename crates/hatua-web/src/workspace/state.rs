//! What the workspace holds: the data folder, its keys, and each programme opened once, so that its ledger is folded once.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use hatua_app::{Acts, AppError, DataFolder, Keyring};
use hatua_core::id::ProgrammeId;

use super::uploads::Uploads;

/// How sessions may travel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// Behind a public origin with HTTPS: the cookie says so.
    Https,
    /// On this machine alone: a plain cookie.
    Loopback,
    /// Over a network without HTTPS: nobody signs in.
    Closed,
}

impl Door {
    /// The name of the session's cookie.
    #[must_use]
    pub fn cookie(self) -> &'static str {
        match self {
            Self::Https => "__Host-hatua",
            Self::Loopback | Self::Closed => "hatua",
        }
    }
}

/// The workspace of an installation.
pub struct Workspace {
    folder: Arc<DataFolder>,
    keyring: Keyring,
    /// How sessions travel.
    pub door: Door,
    /// The public origin, where one is configured: forms come from there.
    pub origin: Option<String>,
    /// Files that were looked over and wait for their sender's word.
    pub uploads: Uploads,
    open: Mutex<BTreeMap<ProgrammeId, Arc<Acts>>>,
}

impl Workspace {
    /// The workspace over a folder that was opened for writing.
    #[must_use]
    pub fn new(folder: Arc<DataFolder>, keyring: Keyring, door: Door, origin: Option<String>) -> Self {
        Self { folder, keyring, door, origin, uploads: Uploads::default(), open: Mutex::default() }
    }

    /// The programmes that somebody can sign in to.
    ///
    /// # Errors
    /// When the folder can't be read.
    pub fn programmes(&self) -> Result<Vec<Arc<Acts>>, AppError> {
        self.folder.programmes()?.iter().map(|programme| self.acts(programme)).collect()
    }

    /// A programme, opened with its newest package.
    ///
    /// # Errors
    /// When there is none with this id, or the folder can't be read.
    pub fn acts(&self, programme: &ProgrammeId) -> Result<Arc<Acts>, AppError> {
        let newest = self.folder.package_version(programme)?;
        let mut open = self.open.lock().expect("nobody panics while opening a programme");
        if let Some(acts) = open.get(programme).filter(|acts| acts.package_version() == newest) {
            return Ok(Arc::clone(acts));
        }
        let acts = Arc::new(self.folder.acts(programme, Some(&self.keyring))?);
        open.insert(programme.clone(), Arc::clone(&acts));
        Ok(acts)
    }
}
