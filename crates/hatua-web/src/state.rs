//! What the server holds in memory: packages and issued releases, read again when a ledger has grown; and the pages that it
//! made of them, which are the same until then.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use axum::http::StatusCode;
use hatua_app::public::PublicProgramme;
use hatua_app::{AppError, DataFolder};
use hatua_core::limits::{LOOK_MILLISECONDS, PAGE_KEPT_BYTES_MAX, PAGES_KEPT_BYTES_MAX, PAGES_KEPT_MAX};
use hatua_publish::site::{Site, SiteProgramme};

use crate::answer::Answer;
use crate::ready::Ready;

const LOOK_AGAIN_AFTER: Duration = Duration::from_millis(LOOK_MILLISECONDS);

/// Pages and files by address.
#[derive(Debug, Default)]
struct Pages {
    of_address: BTreeMap<String, Arc<Ready>>,
    bytes: usize,
}

impl Pages {
    /// Keeps what was found, as far as there is room. An address can be spelled with `%` in many ways: those are not kept.
    fn keep(&mut self, address: &str, ready: &Arc<Ready>) {
        let bytes = self.bytes.saturating_add(ready.bytes_max());
        let is_kept = ready.status() == StatusCode::OK
            && !address.contains('%')
            && self.of_address.len() < PAGES_KEPT_MAX
            && ready.bytes_max() <= PAGE_KEPT_BYTES_MAX
            && bytes <= PAGES_KEPT_BYTES_MAX;
        if is_kept && self.of_address.insert(address.to_owned(), Arc::clone(ready)).is_none() {
            self.bytes = bytes;
        }
    }
}

/// The public state at one moment.
#[derive(Clone)]
struct Seen {
    mark: Vec<u64>,
    programmes: Arc<Vec<PublicProgramme>>,
    /// Pages that were made of this state. A newer state begins without any.
    pages: Arc<Mutex<Pages>>,
    /// When the ledgers were last looked at.
    looked_at: Instant,
}

impl Seen {
    fn read(folder: &DataFolder, mark: Vec<u64>) -> Result<Self, AppError> {
        let looked_at = Instant::now();
        Ok(Self { mark, programmes: Arc::new(folder.public_state()?), pages: Arc::default(), looked_at })
    }

    fn pages(&self) -> MutexGuard<'_, Pages> {
        self.pages.lock().expect("nobody panics while keeping a page")
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

    /// The public state as it is now, or was a moment ago.
    fn now(&self) -> Result<Seen, AppError> {
        let is_new = |seen: &Seen| seen.looked_at.elapsed() < LOOK_AGAIN_AFTER;
        if let Some(seen) = Some(self.seen()).filter(|seen| is_new(seen)) {
            return Ok(seen.clone());
        }
        let looked_at = Instant::now();
        let mark = self.folder.public_mark()?;
        let mut seen = self.seen();
        if seen.mark != mark {
            *seen = Seen::read(&self.folder, mark)?;
        }
        seen.looked_at = looked_at;
        Ok(seen.clone())
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().expect("nobody panics while reading the public state")
    }

    /// What is kept for an address, where it can be said without waiting for the disk.
    #[must_use]
    pub fn at_hand(&self, address: &str) -> Option<Arc<Ready>> {
        let seen = self.seen.try_lock().ok()?;
        if seen.looked_at.elapsed() >= LOOK_AGAIN_AFTER {
            return None;
        }
        seen.pages().of_address.get(address).map(Arc::clone)
    }

    /// Calls `work` with the site as it is now.
    ///
    /// # Errors
    /// When the folder can't be read.
    pub fn with_site<T>(&self, work: impl FnOnce(&Site) -> T) -> Result<T, AppError> {
        Ok(self.now()?.with_site(self.origin.as_deref(), work))
    }

    /// The page or file at an address, made by `work` where the present state has none yet. Only what was found is kept, and
    /// only for addresses that hold all that it depends on.
    ///
    /// # Errors
    /// When the folder can't be read.
    pub fn page(
        &self,
        address: &str,
        work: impl FnOnce(&Site) -> Option<Answer>,
    ) -> Result<Option<Arc<Ready>>, AppError> {
        let seen = self.now()?;
        if let Some(page) = seen.pages().of_address.get(address) {
            return Ok(Some(Arc::clone(page)));
        }
        let made = seen.with_site(self.origin.as_deref(), work).map(|answer| Arc::new(Ready::from(answer)));
        if let Some(ready) = &made {
            seen.pages().keep(address, ready);
        }
        Ok(made)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(status: StatusCode, characters: usize) -> Arc<Ready> {
        let html = "x".repeat(characters);
        Arc::new(Answer::Page { status, html, is_demonstration: false }.into())
    }

    #[test]
    fn only_what_was_found_is_kept_and_only_while_there_is_room() {
        let mut pages = Pages::default();
        pages.keep("/missing", &page(StatusCode::NOT_FOUND, 10));
        pages.keep("/%61", &page(StatusCode::OK, 10));
        pages.keep("/long", &page(StatusCode::OK, PAGE_KEPT_BYTES_MAX));
        assert!(pages.of_address.is_empty());
        let half = page(StatusCode::OK, PAGE_KEPT_BYTES_MAX / 2);
        for number in 0..PAGES_KEPT_MAX {
            pages.keep(&format!("/{number}"), &half);
            pages.keep("/0", &half);
        }
        assert_eq!(pages.of_address.len(), PAGES_KEPT_BYTES_MAX / PAGE_KEPT_BYTES_MAX);
        assert_eq!(pages.bytes, PAGES_KEPT_BYTES_MAX);
    }
}
