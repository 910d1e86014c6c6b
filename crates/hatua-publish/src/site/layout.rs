//! What all pages share: head, masthead, languages, footer. Each page holds a `Layout` and extends `layout.html`.

use hatua_core::programme::Locale;

use crate::asset;
use crate::links;
use crate::site::Context;
use crate::site::link::LinkView;
use crate::text::{Texts, Words, direction};

/// The entries of the site's menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MenuEntry {
    /// All actions.
    Actions,
    /// The figures of all actions, by objective.
    Results,
    /// How the figures are counted.
    Methods,
    /// Every file.
    Data,
    /// What changed.
    Changes,
    /// The search.
    Search,
}

impl MenuEntry {
    const ALL: [Self; 6] =
        [Self::Actions, Self::Results, Self::Methods, Self::Data, Self::Changes, Self::Search];

    fn key(self) -> &'static str {
        match self {
            Self::Actions => "menu-actions",
            Self::Results => "menu-results",
            Self::Methods => "menu-methods",
            Self::Data => "menu-data",
            Self::Changes => "menu-changes",
            Self::Search => "menu-search",
        }
    }

    fn address(self, locale: Locale) -> String {
        match self {
            Self::Actions => links::actions(locale),
            Self::Results => links::results(locale),
            Self::Methods => links::methods(locale),
            Self::Data => links::data(locale),
            Self::Changes => links::changes(locale),
            Self::Search => links::search(locale),
        }
    }
}

/// Which style sheets a page needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheets {
    /// The common one: the action page and the list.
    Common,
    /// The common one and that of records, methods and errors.
    Record,
    /// The common one and that of maps, countries and results.
    Place,
}

/// What a page says about itself.
pub struct Head<'a> {
    /// The title, as in the browser's tab; the site's name is added.
    pub title: String,
    /// One sentence for search engines and shared links.
    pub description: String,
    /// Its address in each language.
    pub address: &'a dyn Fn(Locale) -> String,
    /// The permanent address of its content, where that is another one.
    pub canonical: Option<String>,
    /// Its entry in the menu.
    pub current: Option<MenuEntry>,
    /// Its style sheets.
    pub sheets: Sheets,
}

/// A link of the menu or of the languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MenuLink {
    /// Where it leads.
    pub href: String,
    /// Its words.
    pub label: String,
    /// The tag of the language that the words are in, for the languages.
    pub lang: &'static str,
    /// `page` on the page itself.
    pub current: Option<&'static str>,
}

/// The parts that all pages share, ready to print.
#[derive(Debug, Clone)]
pub struct Layout {
    /// The tag of the language.
    pub lang: &'static str,
    /// The direction of its script.
    pub dir: &'static str,
    /// The title with the site's name.
    pub title: String,
    /// The description.
    pub description: String,
    /// `noindex` on every page of a demonstration.
    pub robots: Option<&'static str>,
    /// The permanent address of the content.
    pub canonical: Option<String>,
    /// The page in each language, for search engines.
    pub alternates: Vec<MenuLink>,
    /// The feed of the page's changes, where it has one.
    pub feed: Option<LinkView>,
    /// Addresses of the style sheets.
    pub sheets: Vec<String>,
    /// Where the mark leads.
    pub home: String,
    /// What a demonstration says of itself on every page.
    pub note: Option<Words>,
    /// What a programme says about its translation (not reviewed, for example).
    pub translation: Option<Words>,
    /// The site's menu.
    pub menu: Vec<MenuLink>,
    /// The languages; empty where there is one only.
    pub languages: Vec<MenuLink>,
    /// The words around them.
    pub words: LayoutWords,
}

/// The words of the masthead and the footer.
#[derive(Debug, Clone)]
pub struct LayoutWords {
    /// First link of the page.
    pub skip: String,
    /// Name of the site's menu.
    pub site: String,
    /// Name of the languages.
    pub language: String,
    /// The link to the menu on a small screen.
    pub menu: String,
    /// Name of the list in the footer.
    pub pages: String,
    /// The footer's sentence.
    pub footer: String,
}

impl Layout {
    /// The shared parts of a page.
    #[must_use]
    pub fn new(context: &Context, head: &Head) -> Self {
        let (texts, locale) = (&context.texts, context.locale);
        let demonstration = context.is_demonstration();
        let name = texts.get(if demonstration { "site-name-demonstration" } else { "site-name" });
        let own_sheet = match head.sheets {
            Sheets::Common => None,
            Sheets::Record => Some(asset::RECORD_SHEET),
            Sheets::Place => Some(asset::PLACE_SHEET),
        };
        let sheets = std::iter::once(asset::COMMON_SHEET).chain(own_sheet);
        let sheets = sheets.map(|sheet| links::asset(&asset::name(sheet))).collect();
        Self {
            lang: locale.tag(),
            dir: direction(locale),
            title: texts.get_args("page-title", &[("title", (&head.title).into()), ("site", (&name).into())]),
            description: head.description.clone(),
            robots: demonstration.then_some("noindex"),
            canonical: head.canonical.clone(),
            alternates: alternates(context, head),
            feed: None,
            sheets,
            home: links::actions(locale),
            note: demonstration.then(|| note(context)),
            translation: of_programme(context, |texts| texts.optional("language-note"))
                .filter(|words| words.lang.is_none()),
            menu: MenuEntry::ALL
                .map(|entry| MenuLink {
                    href: entry.address(locale),
                    label: texts.get(entry.key()),
                    lang: locale.tag(),
                    current: (head.current == Some(entry)).then_some("page"),
                })
                .to_vec(),
            languages: language_links(context, head),
            words: LayoutWords {
                skip: texts.get("skip"),
                site: texts.get("site-menu"),
                language: texts.get("language-menu"),
                menu: texts.get("menu"),
                pages: texts.get("all-pages"),
                footer: texts.get("footer"),
            },
        }
    }
}

impl Layout {
    /// The page of something that search engines are asked to leave alone, in a real programme too.
    #[must_use]
    pub fn kept_out(self) -> Self {
        Self { robots: Some("noindex"), ..self }
    }

    /// The page with a feed of its changes.
    #[must_use]
    pub fn with_feed(self, feed: LinkView) -> Self {
        Self { feed: Some(feed), ..self }
    }
}

/// What a demonstration says of itself: the programme's own sentence; on pages of the whole site that of the first
/// programme, all of them being demonstrations.
fn note(context: &Context) -> Words {
    let own = of_programme(context, |texts| Some(texts.own("masthead-note")));
    own.unwrap_or_else(|| Words::here(context.texts.get("demonstration")))
}

/// A text of the programme; on pages of the whole site that of the first programme.
fn of_programme(context: &Context, text: impl Fn(&Texts) -> Option<Words>) -> Option<Words> {
    match context.programme {
        Some(_) => text(&context.texts),
        None => text(&Texts::of(context.locale, context.site.programmes.first()?.programme)),
    }
}

/// The languages in which a page exists: the programme's, or on pages of the whole site those of any programme. A site
/// without a programme speaks all three.
pub(crate) fn locales(context: &Context) -> Vec<Locale> {
    let has = |locale: Locale| match context.programme {
        Some(programme) => programme.locales.contains(&locale),
        None => {
            context.site.programmes.is_empty()
                || context.site.programmes.iter().any(|p| p.programme.locales.contains(&locale))
        }
    };
    Locale::ALL.into_iter().filter(|locale| has(*locale)).collect()
}

/// What each language calls itself.
fn own_name(locale: Locale) -> String {
    Texts::interface(locale).get("language-name")
}

fn language_links(context: &Context, head: &Head) -> Vec<MenuLink> {
    let locales = locales(context);
    if locales.len() < 2 {
        return Vec::new();
    }
    let link = |locale: Locale| MenuLink {
        href: (head.address)(locale),
        label: own_name(locale),
        lang: locale.tag(),
        current: (locale == context.locale).then_some("page"),
    };
    locales.into_iter().map(link).collect()
}

/// Search engines want whole addresses here, so that there are none without an origin.
fn alternates(context: &Context, head: &Head) -> Vec<MenuLink> {
    let Some(origin) = context.site.origin else { return Vec::new() };
    let mut found = language_links(context, head);
    for link in &mut found {
        link.href = links::permanent(Some(origin), &link.href);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use crate::site::{Site, SiteProgramme};

    fn layout(demonstration: bool, origin: Option<&str>) -> Layout {
        let mut programme = fixture::programme();
        programme.demonstration = demonstration;
        let programmes = [SiteProgramme {
            programme: &programme,
            earlier: &std::collections::BTreeMap::new(),
            releases: &[],
        }];
        let site = Site { programmes: &programmes, origin };
        let context = Context::of_programme(&site, &programme, Locale::Ar).unwrap();
        let head = Head {
            title: "Wells".into(),
            description: String::new(),
            address: &|locale| links::action(locale, &programme.id),
            canonical: None,
            current: Some(MenuEntry::Actions),
            sheets: Sheets::Record,
        };
        Layout::new(&context, &head)
    }

    #[test]
    fn every_page_of_a_demonstration_says_so_and_asks_not_to_be_indexed() {
        let shown = layout(true, None);
        assert_eq!((shown.robots, shown.note.is_some()), (Some("noindex"), true));
        let real = layout(false, None);
        assert_eq!((real.robots, real.note), (None, None));
    }

    #[test]
    fn a_page_links_its_other_languages_and_marks_its_own() {
        let shown = layout(true, Some("https://example.org"));
        let languages: Vec<_> =
            shown.languages.iter().map(|link| (link.lang, link.href.as_str(), link.current)).collect();
        assert_eq!(languages, [("en", "/a/wells", None), ("ar", "/ar/a/wells", Some("page"))]);
        assert_eq!(shown.alternates[1].href, "https://example.org/ar/a/wells");
        assert_eq!((shown.lang, shown.dir), ("ar", "rtl"));
    }

    #[test]
    fn a_note_on_a_translation_stands_on_its_own_pages_only() {
        assert_eq!(layout(true, None).translation, Some(Words::here("ترجمة غير رسمية")));
        let programme = fixture::programme();
        let programmes = [SiteProgramme {
            programme: &programme,
            earlier: &std::collections::BTreeMap::new(),
            releases: &[],
        }];
        let site = Site { programmes: &programmes, origin: None };
        let context = Context::of_programme(&site, &programme, Locale::En).unwrap();
        let head = Head {
            title: "Wells".into(),
            description: String::new(),
            address: &links::actions,
            canonical: None,
            current: None,
            sheets: Sheets::Common,
        };
        assert_eq!(Layout::new(&context, &head).translation, None);
        // A page of the whole site has the words of the first programme, as in the masthead.
        let of_site = |locale| Layout::new(&Context::of_site(&site, locale), &head).translation;
        assert_eq!(of_site(Locale::Ar), Some(Words::here("ترجمة غير رسمية")));
        assert_eq!(of_site(Locale::En), None);
    }

    #[test]
    fn a_programme_has_no_page_in_a_language_that_it_lacks() {
        let programme = fixture::programme();
        let site = Site { programmes: &[], origin: None };
        assert!(Context::of_programme(&site, &programme, Locale::Fr).is_none());
    }
}
