//! The releases of an action, the newest first, with what each corrected.

use hatua_core::release::Release;

use crate::links;
use crate::site::action_page::edition::Edition;
use crate::site::action_page::trust::{CorrectionView, corrections_of};
use crate::site::link::LinkView;

/// One release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogEntry {
    /// The day of its issue, for programs.
    pub day_iso: String,
    /// The day.
    pub day: String,
    /// The page as it issued it.
    pub release: LinkView,
    /// Up to when its facts go.
    pub data_to: String,
    /// What it corrected.
    pub corrections: Vec<CorrectionView>,
}

/// The releases up to the one that the page shows, so that an issued page does not change.
#[must_use]
pub fn releases(edition: &Edition) -> Vec<LogEntry> {
    let Some(shown) = edition.release else { return Vec::new() };
    let mut releases: Vec<&Release> =
        edition.of.releases.iter().filter(|release| release.id <= shown.id).collect();
    releases.sort_by_key(|release| std::cmp::Reverse(release.id));
    releases.into_iter().map(|release| entry(edition, release)).collect()
}

fn entry(edition: &Edition, release: &Release) -> LogEntry {
    let texts = &edition.context.texts;
    let to = texts.numbers.date(release.data_to);
    LogEntry {
        day_iso: release.issued_on.to_string(),
        day: texts.numbers.date(release.issued_on),
        release: LinkView {
            href: links::action_release(edition.context.locale, &edition.programme().id, release.id),
            label: texts.get_args("log-release", &[("release", (&texts.numbers.release(release.id)).into())]),
        },
        data_to: texts.get_args("log-data-to", &[("date", (&to).into())]),
        corrections: corrections_of(edition, release),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use hatua_core::programme::Locale;

    #[test]
    fn the_newest_release_stands_first_and_names_what_it_corrected() {
        let (programme, releases_) = (fixture::programme(), fixture::releases());
        let log = fixture::with_edition(&programme, &releases_, Locale::En, releases);
        let lines: Vec<_> =
            log.iter().map(|entry| (entry.release.label.as_str(), entry.corrections.len())).collect();
        assert_eq!(lines, [("Release 1.2", 1), ("Release 1.1", 0)]);
        assert_eq!(log[1].data_to, "Data to 30 June 2018.");
    }

    #[test]
    fn the_page_of_an_earlier_release_knows_nothing_of_later_ones() {
        let (programme, all) = (fixture::programme(), fixture::releases());
        let log = fixture::with_edition(&programme, &all, Locale::En, |edition| {
            releases(&Edition { release: all.first(), ..*edition })
        });
        assert_eq!(log.len(), 1);
    }
}
