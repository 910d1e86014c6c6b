//! The log of changes: every release, the newest first, with the figures that it changed: old, new, difference, and of a
//! correction the reason.

use askama::Template;
use hatua_core::programme::{Indicator, Locale, Programme};
use hatua_core::release::{FigureValue, Release};

use crate::links;
use crate::site::figure_page::opening::RealView;
use crate::site::figure_page::record::{Version, versions};
use crate::site::layout::{Head, Layout, MenuEntry, Sheets};
use crate::site::link::LinkView;
use crate::site::value::ValueView;
use crate::site::{Context, Site, SiteProgramme};
use crate::text::{Texts, Words, key};

/// A figure with a new version.
#[derive(Debug, Clone, PartialEq, Eq)]
struct ChangeView {
    href: String,
    name: Words,
    /// `Restated`, on a correction.
    tag: Option<String>,
    /// The published reason of a correction.
    reason: Option<Words>,
    /// The value before; absent where this is the first one.
    before: Option<ValueView>,
    /// That this is the first one.
    first: String,
    now: ValueView,
    /// With its sign; not applicable where one of the two is no number.
    difference: ValueView,
}

/// One release.
#[derive(Debug, Clone, PartialEq, Eq)]
struct ReleaseView {
    link: LinkView,
    issued_iso: String,
    issued: String,
    data_to: String,
    /// The figures with a new version; absent where there is none.
    changes: Option<Vec<ChangeView>>,
    /// The shorthand of a difference that there can't be, with its meaning; absent where the table has none.
    no_difference: Option<(String, String)>,
    /// How many figures it left as they were, or that it changed none.
    unchanged: Option<String>,
}

/// A figure that was taken off the page.
#[derive(Debug, Clone, PartialEq, Eq)]
struct RemovedView {
    iso: String,
    date: String,
    link: LinkView,
    reason: Words,
}

/// One action.
#[derive(Debug, Clone, PartialEq, Eq)]
struct LogView {
    link: LinkView,
    example: Option<String>,
    /// In a demonstration: what of it is real and what is invented.
    real: Option<RealView>,
    releases: Vec<ReleaseView>,
    none: Option<String>,
    /// Absent where none was removed.
    removed: Option<Vec<RemovedView>>,
}

/// The headings of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
struct ColumnWords {
    caption: String,
    figure: String,
    before: String,
    now: String,
    difference: String,
    removed: String,
}

#[derive(Template)]
#[template(path = "changes.html")]
struct ChangesPage {
    layout: Layout,
    heading: String,
    lead: String,
    feed: LinkView,
    words: ColumnWords,
    programmes: Vec<LogView>,
}

/// The page at `/changes`.
#[must_use]
pub fn render_changes(site: &Site, locale: Locale) -> String {
    let context = Context::of_site(site, locale);
    let texts = &context.texts;
    let heading = texts.get("changelog");
    let head = Head {
        title: heading.clone(),
        description: texts.get("changelog-description"),
        address: &links::changes,
        canonical: None,
        current: Some(MenuEntry::Changes),
        sheets: Sheets::Record,
    };
    let feed = LinkView { href: links::changes_feed(locale), label: texts.get("feed") };
    let page = ChangesPage {
        layout: Layout::new(&context, &head).with_feed(feed.clone()),
        feed,
        heading,
        lead: texts.get("changelog-lead"),
        words: ColumnWords {
            caption: texts.get("changelog-caption"),
            figure: texts.get("changelog-figure"),
            before: texts.get("changelog-before"),
            now: texts.get("changelog-now"),
            difference: texts.get("changelog-difference"),
            removed: texts.get("changelog-removed"),
        },
        programmes: site.programmes.iter().map(|of| log(of, locale)).collect(),
    };
    page.render().expect("a page of ready strings always renders")
}

/// What one action's log is written with. An action that lacks the page's language is linked in its own first one.
pub(crate) struct Writer<'a> {
    of: &'a SiteProgramme<'a>,
    /// The texts of the page's language.
    pub(crate) texts: Texts,
    /// The language of the pages that it links.
    pub(crate) links_in: Locale,
}

impl<'a> Writer<'a> {
    /// For one action in the page's language.
    pub(crate) fn new(of: &'a SiteProgramme<'a>, locale: Locale) -> Self {
        let first = of.programme.locales.first().copied().unwrap_or(locale);
        let links_in = if of.programme.locales.contains(&locale) { locale } else { first };
        Self { of, texts: Texts::of(locale, of.programme), links_in }
    }
}

fn log(of: &SiteProgramme, locale: Locale) -> LogView {
    let programme = of.programme;
    let writer = Writer::new(of, locale);
    let mut releases: Vec<&Release> = of.releases.iter().collect();
    releases.sort_by_key(|release| std::cmp::Reverse((release.issued_on, release.id)));
    LogView {
        link: LinkView {
            href: links::action(writer.links_in, &programme.id),
            label: writer.texts.own("title").text,
        },
        example: programme.demonstration.then(|| writer.texts.get("demonstration-records")),
        real: (programme.demonstration && !releases.is_empty()).then(|| RealView {
            real: writer.texts.get("record-real"),
            real_text: writer.texts.get("changelog-real"),
            invented: writer.texts.get("record-invented"),
            invented_text: Some(writer.texts.get("record-invented-text")),
        }),
        none: releases.is_empty().then(|| writer.texts.get("changelog-none")),
        releases: releases
            .into_iter()
            .map(|release| Writer::new(&of.at(release), locale).release(release))
            .collect(),
        removed: writer.removed(programme),
    }
}

impl Writer<'_> {
    fn release(&self, release: &Release) -> ReleaseView {
        let (texts, programme) = (&self.texts, self.of.programme);
        let name = texts.numbers.release(release.id);
        let data_to = texts.numbers.date(release.data_to);
        let changes: Vec<ChangeView> =
            programme.indicators.iter().filter_map(|indicator| self.change(release, indicator)).collect();
        let unchanged = release.figures.len().saturating_sub(changes.len());
        let count = u64::try_from(unchanged).expect("a page has few figures");
        let rest = if changes.is_empty() {
            Some(texts.get("changelog-no-figures"))
        } else {
            (unchanged > 0).then(|| texts.get_args("changelog-unchanged", &[("n", count.into())]))
        };
        ReleaseView {
            link: LinkView {
                href: links::action_release(self.links_in, &programme.id, release.id),
                label: texts.get_args("log-release", &[("release", (&name).into())]),
            },
            issued_iso: release.issued_on.to_string(),
            issued: texts.numbers.date(release.issued_on),
            data_to: texts.get_args("log-data-to", &[("date", (&data_to).into())]),
            no_difference: changes.iter().find_map(|change| {
                change.difference.spoken.clone().map(|spoken| (change.difference.text.clone(), spoken))
            }),
            changes: (!changes.is_empty()).then_some(changes),
            unchanged: rest,
        }
    }

    /// What a release changed of a figure; nothing where it issued no new version of it.
    fn change(&self, release: &Release, indicator: &Indicator) -> Option<ChangeView> {
        let texts = &self.texts;
        let versions = versions(self.of, indicator);
        let at = versions.iter().position(|version| version.first.id == release.id)?;
        let (now, before) = (&versions[at], at.checked_sub(1).map(|before| &versions[before]));
        let restatement = now.figure.restatement.as_ref();
        let id = &self.of.programme.id;
        Some(ChangeView {
            href: links::figure_version(self.links_in, id, &indicator.slug, now.number),
            name: texts.own(&key("figure", &format!("{}-name", indicator.slug))),
            tag: restatement.map(|_| texts.get("record-restated-tag")),
            reason: restatement.map(|r| texts.reason(self.of.programme, now.figure, &r.reason)),
            before: before.map(|before| ValueView::of(texts, before.figure.value)),
            first: texts.get("changelog-first"),
            now: ValueView::of(texts, now.figure.value),
            difference: before
                .and_then(|before| self.difference(before, now))
                .map_or_else(|| ValueView::of(texts, FigureValue::NotApplicable), ValueView::number),
        })
    }

    fn difference(&self, before: &Version, now: &Version) -> Option<String> {
        let was = i64::try_from(before.figure.value.number()?).ok()?;
        Some(self.texts.numbers.difference(now.figure.value.more_than(was)?))
    }

    fn removed(&self, programme: &Programme) -> Option<Vec<RemovedView>> {
        let texts = &self.texts;
        let view = |removed: &hatua_core::programme::RemovedFigure| {
            let href = links::figure(self.links_in, &programme.id, &removed.slug);
            RemovedView {
                iso: removed.removed_on.to_string(),
                date: texts.numbers.date(removed.removed_on),
                link: LinkView { label: href.clone(), href },
                reason: texts.own(&key("removed", removed.slug.as_str())),
            }
        };
        let removed: Vec<RemovedView> = programme.removed.iter().map(view).collect();
        (!removed.is_empty()).then_some(removed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    fn page(locale: Locale) -> String {
        let (programme, releases) = (fixture::programme(), fixture::releases());
        let programmes = [SiteProgramme {
            programme: &programme,
            earlier: &std::collections::BTreeMap::new(),
            releases: &releases,
        }];
        render_changes(&Site { programmes: &programmes, origin: None }, locale)
    }

    #[test]
    fn the_newest_release_stands_first_with_old_new_difference_and_reason() {
        let page = page(Locale::En);
        assert!(page.find("/a/wells/r1.2").unwrap() < page.find("/a/wells/r1.1").unwrap());
        for said in [
            "1\u{202f}643",
            "1\u{202f}600",
            "−43",
            "43 people were on the lists of two partners.",
            "27 July 2018",
        ] {
            assert!(page.contains(said), "{said}");
        }
    }

    #[test]
    fn a_first_value_has_nothing_before_it_and_no_difference() {
        let page = page(Locale::En);
        assert_eq!(page.matches("first value").count(), 1);
        assert_eq!(page.matches("<b>[z]</b> not applicable").count(), 1);
    }

    #[test]
    fn a_removed_figure_stays_in_the_log() {
        assert!(page(Locale::En).contains(r#"href="/f/wells/audience""#));
    }

    #[test]
    fn the_page_exists_in_every_language_and_links_pages_that_exist() {
        assert!(page(Locale::Ar).contains(r#"href="/ar/f/wells/trained/v2""#));
        assert!(
            page(Locale::Fr).contains(r#"href="/f/wells/trained/v2""#),
            "the programme has no French pages"
        );
    }

    #[test]
    fn a_site_on_its_first_day_says_so() {
        let programme = fixture::programme();
        let programmes = [SiteProgramme {
            programme: &programme,
            earlier: &std::collections::BTreeMap::new(),
            releases: &[],
        }];
        let page = render_changes(&Site { programmes: &programmes, origin: None }, Locale::En);
        assert!(page.contains("Nothing has been issued yet."));
    }
}
