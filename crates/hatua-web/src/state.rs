//! What the server holds in memory: packages and issued releases, read again when a ledger has grown; and the pages that it
//! made of them, which are the same until then.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::http::StatusCode;
use hatua_app::public::PublicProgramme;
use hatua_app::{AppError, DataFolder};
use hatua_core::limits::PAGES_KEPT_MAX;
use hatua_publish::site::{Site, SiteProgramme};

use crate::answer::Answer;

/// Pages by address.
type Pages = Arc<Mutex<BTreeMap<String, Answer>>>;

/// The public state at one moment.
#[derive(Clone)]
struct Seen {
    mark: Vec<u64>,
    programmes: Arc<Vec<PublicProgramme>>,
    /// Pages that were made of this state. A newer state begins without any.
    pages: Pages,
}

impl Seen {
    fn read(folder: &DataFolder, mark: Vec<u64>) -> Result<Self, AppError> {
        Ok(Self { mark, programmes: Arc::new(folder.public_state()?), pages: Pages::default() })
    }

    fn with_site<T>(&self, origin: Option<&str>, work: impl FnOnce(&Site) -> T) -> T {
        let shown: Vec<SiteProgramme> = self
            .programmes
            .iter()
            .map(|public| SiteProgramme {
                programme: &public.programme,
                earlier: &public.earlier,
                releases: &public.releases,
            })
            .collect();
        work(&Site { programmes: &shown, origin })
    }
}

/// The data folder behind the site.
pub struct SiteState {
    folder: Arc<DataFolder>,
    origin: Option<String>,
    seen: Mutex<Seen>,
}

impl SiteState {
    /// Reads the public state for the first time.
    ///
    /// # Errors
    /// When the folder can't be read.
    pub fn new(folder: Arc<DataFolder>, origin: Option<String>) -> Result<Self, AppError> {
        let mark = folder.public_mark()?;
        let seen = Mutex::new(Seen::read(&folder, mark)?);
        Ok(Self { folder, origin, seen })
    }

    /// The public state as it is now.
    fn now(&self) -> Result<Seen, AppError> {
        let mark = self.folder.public_mark()?;
        let mut seen = self.seen.lock().expect("nobody panics while reading the public state");
        if seen.mark != mark {
            *seen = Seen::read(&self.folder, mark)?;
        }
        Ok(seen.clone())
    }

    /// Calls `work` with the site as it is now.
    ///
    /// # Errors
    /// When the folder can't be read.
    pub fn with_site<T>(&self, work: impl FnOnce(&Site) -> T) -> Result<T, AppError> {
        Ok(self.now()?.with_site(self.origin.as_deref(), work))
    }

    /// The page at an address, made by `work` where the present state has none yet. Only what was found is kept, and only
    /// for addresses that hold all that the page depends on.
    ///
    /// # Errors
    /// When the folder can't be read.
    pub fn page(
        &self,
        address: &str,
        work: impl FnOnce(&Site) -> Option<Answer>,
    ) -> Result<Option<Answer>, AppError> {
        let seen = self.now()?;
        let known = || seen.pages.lock().expect("nobody panics while keeping a page");
        if let Some(page) = known().get(address) {
            return Ok(Some(page.clone()));
        }
        let made = seen.with_site(self.origin.as_deref(), work);
        let is_found = |answer: &Answer| match answer {
            Answer::Page { status, .. } => *status == StatusCode::OK,
            Answer::File { .. } | Answer::Elsewhere(_) | Answer::Moved(_) => false,
        };
        if let Some(answer) = made.as_ref().filter(|answer| is_found(answer)) {
            let mut pages = known();
            if pages.len() < PAGES_KEPT_MAX {
                pages.insert(address.to_owned(), answer.clone());
            }
        }
        Ok(made)
    }
}
