//! Which version of a figure a page is about, and what issued it.

use std::collections::BTreeMap;

use hatua_core::programme::{Indicator, Locale};
use hatua_core::release::{Release, ReleasedFigure};

use crate::links;
use crate::site::action_page::edition::Edition;
use crate::site::value::ValueView;
use crate::site::{Context, SiteProgramme};

/// One version of a figure.
#[derive(Clone, Copy)]
pub struct Version<'a> {
    /// From 1.
    pub number: u32,
    /// The release that issued it first: what it said then never changes.
    pub first: &'a Release,
    /// The last release that still says it.
    pub last: &'a Release,
    /// The figure as first issued.
    pub figure: &'a ReleasedFigure,
}

/// A figure with all its versions, and the one that the page shows.
pub struct Record<'a> {
    /// Site, language, texts.
    pub context: &'a Context<'a>,
    /// The action as the shown version's release issued it.
    pub edition: Edition<'a>,
    /// The rule.
    pub indicator: &'a Indicator,
    /// Every version, the first one first; empty while nothing has been computed.
    pub versions: Vec<Version<'a>>,
    shown: Option<usize>,
}

impl<'a> Record<'a> {
    /// The figure with this slug in the version that is asked for, else the newest.
    pub fn find(
        context: &'a Context<'a>,
        of: &SiteProgramme<'a>,
        slug: &str,
        version: Option<u32>,
    ) -> Option<Self> {
        let indicator = of.programme.indicators.iter().find(|indicator| indicator.slug.as_str() == slug)?;
        let versions = versions(of, indicator);
        let shown = match version {
            Some(wanted) => Some(versions.iter().position(|version| version.number == wanted)?),
            None => versions.len().checked_sub(1),
        };
        let release = shown.map_or_else(|| of.current(), |at| Some(versions[at].first));
        Some(Self { context, edition: Edition { context, of: *of, release }, indicator, versions, shown })
    }

    /// The shown version; none while nothing has been computed.
    pub fn shown(&self) -> Option<&Version<'a>> {
        self.shown.map(|at| &self.versions[at])
    }

    /// The version before the shown one.
    pub fn previous(&self) -> Option<&Version<'a>> {
        self.versions.get(self.shown?.checked_sub(1)?)
    }

    /// The version that replaced the shown one.
    pub fn successor(&self) -> Option<&Version<'a>> {
        self.versions.get(self.shown? + 1)
    }

    /// The large number: the computed one, or what was said while there is none.
    pub fn value(&self) -> ValueView {
        let texts = &self.context.texts;
        match self.shown() {
            Some(version) => ValueView::of(texts, version.figure.value),
            None => {
                ValueView::said(texts, self.edition.shown(self.indicator).reported.map(|said| said.value))
            }
        }
    }

    /// Who said the number that stands large while nothing has been computed, and when.
    pub fn said_source(&self) -> Option<String> {
        let said = self.edition.shown(self.indicator).reported?;
        Some(self.edition.source(&said.said_by, said.said_on))
    }

    /// The key of the words that say what a computed number was computed from.
    pub fn computed_words(&self) -> &'static str {
        if self.edition.programme().demonstration {
            "record-computed-demonstration"
        } else {
            "record-computed"
        }
    }

    /// The page's own address.
    pub fn path(&self, locale: Locale) -> String {
        let (id, slug) = (&self.edition.programme().id, &self.indicator.slug);
        match self.shown() {
            Some(version) => links::figure_version(locale, id, slug, version.number),
            None => links::figure(locale, id, slug),
        }
    }

    /// The address of a version in the page's language.
    pub fn version_path(&self, number: u32) -> String {
        let (id, slug) = (&self.edition.programme().id, &self.indicator.slug);
        links::figure_version(self.context.locale, id, slug, number)
    }
}

/// The versions of a figure, by number.
pub fn versions<'a>(of: &SiteProgramme<'a>, indicator: &Indicator) -> Vec<Version<'a>> {
    let mut releases: Vec<&Release> = of.releases.iter().collect();
    releases.sort_by_key(|release| release.id);
    let mut versions: BTreeMap<u32, Version> = BTreeMap::new();
    for release in releases {
        let Some(figure) = release.figure(indicator.code.as_str()) else { continue };
        versions.entry(figure.version).and_modify(|version| version.last = release).or_insert(Version {
            number: figure.version,
            first: release,
            last: release,
            figure,
        });
    }
    versions.into_values().collect()
}

/// The newest version of a figure, to which its address without a version leads; none while nothing has been computed.
#[must_use]
pub fn current_version(of: &SiteProgramme, slug: &str) -> Option<u32> {
    let figures = of.releases.iter().flat_map(|release| &release.figures);
    figures.filter(|figure| figure.slug.as_str() == slug).map(|figure| figure.version).max()
}
