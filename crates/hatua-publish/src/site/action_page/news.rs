//! News and stories, each with its picture, day, source and the figures that the told activity feeds.

use hatua_core::programme::{Locale, News};

use crate::links;
use crate::markdown::{Html, to_html};
use crate::site::action_page::edition::Edition;
use crate::site::action_page::figures::link_to;
use crate::site::action_page::some;
use crate::site::link::LinkView;
use crate::site::story_page::{Told, story_word};
use crate::text::{Words, direction};

/// A story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewsView {
    /// The id of its place on the page.
    pub id: String,
    /// The picture's address.
    pub picture: String,
    /// What it shows.
    pub picture_alt: String,
    /// The caption; absent where the source has none.
    pub caption: Option<Words>,
    /// The day, for programs.
    pub day_iso: String,
    /// The day.
    pub day: String,
    /// Who published it.
    pub source: String,
    /// The title.
    pub title: Words,
    /// The teaser.
    pub teaser: Html,
    /// The language and direction of the teaser, where it is not the page's.
    pub teaser_lang: Option<(&'static str, &'static str)>,
    /// Its page.
    pub href: String,
    /// The attribute that keeps the story of a child out of what search engines quote.
    pub unquoted: Option<&'static str>,
    /// The figures that it feeds.
    pub figures: Option<Vec<LinkView>>,
}

/// The stories, in the order of the package: the newest first.
#[must_use]
pub fn news(edition: &Edition) -> Vec<NewsView> {
    edition.programme().news.iter().filter_map(|item| view(edition, item)).collect()
}

/// The stories that tell of a country; the story of a child is on no list but that of its action.
#[must_use]
pub fn news_of(edition: &Edition, country: &str) -> Vec<NewsView> {
    let news = edition.programme().news.iter();
    let of_country =
        news.filter(|item| !item.is_about_a_child && item.countries.iter().any(|code| code == country));
    of_country.filter_map(|item| view(edition, item)).collect()
}

/// A story as the page shows it. None where it has no words in any language of the page.
#[must_use]
pub fn view(edition: &Edition, item: &News) -> Option<NewsView> {
    let locale = edition.context.locale;
    let own = item.texts.get_key_value(&locale);
    let (language, text) = own.or_else(|| item.texts.get_key_value(&Locale::En))?;
    let lang = (*language != locale).then_some(*language);
    let words = |text: &str| Words { text: text.to_owned(), lang };
    Some(NewsView {
        id: format!("news-{}", item.slug),
        picture: links::media(&edition.programme().id, links::media_name(&item.picture)),
        picture_alt: text.picture_alt.clone(),
        caption: text.caption.as_deref().map(words),
        day_iso: item.dated_on.to_string(),
        day: edition.context.texts.numbers.date(item.dated_on),
        source: edition.context.said_by(&item.said_by),
        title: words(&text.title),
        teaser: to_html(&text.teaser),
        teaser_lang: lang.map(|lang| (lang.tag(), direction(lang))),
        href: story_address(edition, item),
        unquoted: item.is_about_a_child.then_some("data-nosnippet"),
        figures: some(item.figures.iter().filter_map(|slug| link_to(edition, slug.as_str())).collect()),
    })
}

fn story_address(edition: &Edition, item: &News) -> String {
    let word = story_word(edition.context.site, &Told { of: &edition.of, story: item });
    links::story(edition.context.locale, &word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn a_country_has_its_own_stories_and_none_of_a_child() {
        let mut programme = fixture::programme();
        let count = |programme: &hatua_core::programme::Programme, code: &str| {
            fixture::with_edition(programme, &[], Locale::En, |edition| news_of(edition, code).len())
        };
        assert_eq!((count(&programme, "LS"), count(&programme, "SZ")), (1, 0));
        programme.news[0].is_about_a_child = true;
        assert_eq!(count(&programme, "LS"), 0);
    }

    #[test]
    fn a_story_without_a_translation_stands_in_english_and_says_so() {
        let story = fixture::with_edition(&fixture::programme(), &[], Locale::Ar, news).remove(0);
        assert_eq!(story.title, Words { text: "A well for Upper Ford".into(), lang: Some(Locale::En) });
        assert_eq!(story.teaser_lang, Some(("en", "ltr")));
        assert_eq!(story.day, "٤ يونيو ٢٠١٨");
        assert_eq!(story.teaser.to_string(), "<p>Water <em>flows</em> &lt;b&gt;now&lt;/b&gt;.</p>");
    }

    #[test]
    fn a_story_leads_to_the_figures_that_it_feeds() {
        let story = fixture::with_edition(&fixture::programme(), &[], Locale::En, news).remove(0);
        assert_eq!(
            story.figures.unwrap(),
            [LinkView { href: "/f/wells/wells".into(), label: "Wells built".into() }]
        );
    }
}
