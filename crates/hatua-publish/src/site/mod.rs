//! The public pages. Each page has one module: a `...Page` of ready strings, built by pure functions, and one `render_...`
//! that prints it.

pub mod action_list;
pub mod action_page;
pub mod changes_page;
pub mod country_page;
pub mod crosswalk;
pub mod data_page;
pub mod error_page;
pub mod feed;
pub mod figure_page;
pub mod files;
pub mod layout;
pub mod link;
pub mod methods_page;
pub mod plots;
pub mod results_page;
pub mod rules_page;
pub mod search_page;
pub mod source_page;
pub mod story_page;
pub mod value;
pub mod where_page;

use std::collections::BTreeMap;

use hatua_core::programme::{Locale, Programme};
use hatua_core::release::{Release, ReleaseId, ReleasedFigure};

use crate::asset::{self, Asset};
use crate::links;
use crate::text::{Texts, key, slug};

/// What a browser may load on a public page: our own style sheets, pictures and fonts, and nothing that runs.
pub const CONTENT_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
                                  form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Everything that the public may see of an installation.
#[derive(Clone, Copy)]
pub struct Site<'a> {
    /// The programmes, in the order of the list of actions.
    pub programmes: &'a [SiteProgramme<'a>],
    /// The public origin (`https://figures.example.org`); absent where none is configured: then permanent addresses are
    /// paths.
    pub origin: Option<&'a str>,
}

/// A programme with what it has issued.
#[derive(Clone, Copy)]
pub struct SiteProgramme<'a> {
    /// The package that speaks: the newest, or on a page of a release the one that counted it.
    pub programme: &'a Programme,
    /// Earlier packages that counted a release, by version, each with what the newest one knows that nobody computed.
    pub earlier: &'a BTreeMap<u32, Programme>,
    /// Its issued releases, by id.
    pub releases: &'a [Release],
}

impl<'a> SiteProgramme<'a> {
    /// The current release: the highest revision of the highest number. None before the first issue.
    #[must_use]
    pub fn current(&self) -> Option<&'a Release> {
        self.releases.iter().max_by_key(|release| release.id)
    }

    /// The release with this id.
    #[must_use]
    pub fn release(&self, id: ReleaseId) -> Option<&'a Release> {
        self.releases.iter().find(|release| release.id == id)
    }

    /// The programme as it counted a release: what was issued is shown with the rules that made it.
    #[must_use]
    pub fn at(&self, release: &Release) -> Self {
        Self { programme: self.earlier.get(&release.programme_version).unwrap_or(self.programme), ..*self }
    }

    /// The programme for pages that show its current release without naming it. They go with the newest package, unless
    /// it has another definition for a figure of the release: then with the one that counted it, until the next issue.
    #[must_use]
    pub fn today(&self) -> Self {
        let Some(current) = self.current() else { return *self };
        let is_same = |figure: &ReleasedFigure| {
            let now = self.programme.indicator(figure.code.as_str());
            now.is_some_and(|indicator| indicator.definition == figure.definition)
        };
        if current.figures.iter().all(is_same) { *self } else { self.at(current) }
    }

    /// The release that first issued this version of a figure.
    #[must_use]
    pub fn first_with(&self, slug: &str, version: u32) -> Option<&'a Release> {
        let has = |release: &&Release| {
            release.figures.iter().any(|figure| figure.slug.as_str() == slug && figure.version == version)
        };
        self.releases.iter().filter(has).min_by_key(|release| release.id)
    }

    /// A picture or document, of the newest package that has it: an earlier one may show it still.
    #[must_use]
    pub fn media(&self, path: &str) -> Option<Asset> {
        let packages = std::iter::once(self.programme).chain(self.earlier.values().rev());
        packages.into_iter().find_map(|programme| asset::media(programme, path))
    }

    /// The release issued right after this one, if there is one.
    #[must_use]
    pub fn successor(&self, id: ReleaseId) -> Option<&'a Release> {
        self.releases.iter().filter(|release| release.id > id).min_by_key(|release| release.id)
    }
}

/// What every part of a page is written with: the site, the language, and the programme that the page is about.
pub struct Context<'a> {
    /// The site.
    pub site: &'a Site<'a>,
    /// The language.
    pub locale: Locale,
    /// The programme; absent on pages of the whole site.
    pub programme: Option<&'a Programme>,
    /// The texts of both.
    pub texts: Texts,
    /// The newest package's texts, where an earlier one speaks on the page.
    newest: Option<Texts>,
}

impl<'a> Context<'a> {
    /// For a page about the whole site.
    #[must_use]
    pub fn of_site(site: &'a Site<'a>, locale: Locale) -> Self {
        Self { site, locale, programme: None, texts: Texts::interface(locale), newest: None }
    }

    /// For a page about a programme. None where the programme has no such language.
    #[must_use]
    pub fn of_programme(site: &'a Site<'a>, programme: &'a Programme, locale: Locale) -> Option<Self> {
        if !programme.locales.contains(&locale) {
            return None;
        }
        let texts = Texts::of(locale, programme);
        let newest = site.programmes.iter().map(|of| of.programme).find(|newest| newest.id == programme.id);
        let newest = newest.filter(|newest| newest.texts != programme.texts);
        let newest = newest.map(|newest| Texts::of(locale, newest));
        Some(Self { site, locale, programme: Some(programme), texts, newest })
    }

    /// Whether everything on the page belongs to a demonstration.
    #[must_use]
    pub fn is_demonstration(&self) -> bool {
        match self.programme {
            Some(programme) => programme.demonstration,
            None => {
                !self.site.programmes.is_empty()
                    && self.site.programmes.iter().all(|p| p.programme.demonstration)
            }
        }
    }

    /// The words for what nobody computed: sources, documents, contracts, partners. The newest package has them.
    #[must_use]
    pub fn newest_texts(&self) -> &Texts {
        self.newest.as_ref().unwrap_or(&self.texts)
    }

    /// Who said something, in the page's language.
    #[must_use]
    pub fn said_by(&self, said_by: &str) -> String {
        self.newest_texts()
            .optional(&key("said-by", &slug(said_by)))
            .map_or_else(|| said_by.to_owned(), |words| words.text)
    }

    /// An amount in whole units of the programme's currency.
    #[must_use]
    pub fn money(&self, programme: &Programme, amount: i64) -> String {
        let sign = self.texts.get_optional(&key("currency", &programme.currency));
        self.texts.numbers.money(amount, sign.as_deref().unwrap_or(&programme.currency))
    }

    /// A permanent address in the language without a prefix, as it is cited.
    #[must_use]
    pub fn permanent(&self, path: &str) -> String {
        links::permanent(self.site.origin, path)
    }
}

#[cfg(test)]
mod tests;
