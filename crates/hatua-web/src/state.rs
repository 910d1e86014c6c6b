//! What the server holds in memory: packages and issued releases, read again when a ledger has grown.

use std::sync::{Arc, Mutex};

use hatua_app::public::PublicProgramme;
use hatua_app::{AppError, DataFolder};
use hatua_publish::site::{Site, SiteProgramme};

/// The public state at one moment.
struct Seen {
    mark: Vec<u64>,
    programmes: Arc<Vec<PublicProgramme>>,
}

/// The data folder behind the site.
pub struct SiteState {
    folder: DataFolder,
    origin: Option<String>,
    seen: Mutex<Seen>,
}

impl SiteState {
    /// Reads the public state for the first time.
    ///
    /// # Errors
    /// When the folder can't be read.
    pub fn new(folder: DataFolder, origin: Option<String>) -> Result<Self, AppError> {
        let seen = Seen { mark: folder.public_mark()?, programmes: Arc::new(folder.public_state()?) };
        Ok(Self { folder, origin, seen: Mutex::new(seen) })
    }

    /// Packages and issued releases as they are now.
    ///
    /// # Errors
    /// When the folder can't be read.
    pub fn programmes(&self) -> Result<Arc<Vec<PublicProgramme>>, AppError> {
        let mark = self.folder.public_mark()?;
        let mut seen = self.seen.lock().expect("nobody panics while reading the public state");
        if seen.mark != mark {
            *seen = Seen { mark, programmes: Arc::new(self.folder.public_state()?) };
        }
        Ok(Arc::clone(&seen.programmes))
    }

    /// Calls `work` with the site as it is now.
    ///
    /// # Errors
    /// When the folder can't be read.
    pub fn with_site<T>(&self, work: impl FnOnce(&Site) -> T) -> Result<T, AppError> {
        let programmes = self.programmes()?;
        let shown: Vec<SiteProgramme> = programmes
            .iter()
            .map(|public| SiteProgramme {
                programme: &public.programme,
                earlier: &public.earlier,
                releases: &public.releases,
            })
            .collect();
        Ok(work(&Site { programmes: &shown, origin: self.origin.as_deref() }))
    }
}
