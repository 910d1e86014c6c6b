//! The page of one story: its picture, source, text, and the figures that the told activity feeds. The story of a child
//! asks search engines to leave it alone; names that a package masks are gone before a page is made.

use askama::Template;
use hatua_core::programme::{Locale, News};

use crate::links;
use crate::site::action_page::edition::Edition;
use crate::site::action_page::news::{NewsView, view};
use crate::site::layout::{Head, Layout, Sheets};
use crate::site::link::LinkView;
use crate::site::{Context, Site, SiteProgramme};

#[derive(Template)]
#[template(path = "story.html")]
struct StoryPage {
    layout: Layout,
    crumb_label: String,
    action: LinkView,
    stories: LinkView,
    kind: String,
    item: NewsView,
    /// In a demonstration: that what stands here is real.
    real: Option<(String, String)>,
    figures_label: String,
}

/// A story and the programme that tells it.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    /// The programme.
    pub of: &'a SiteProgramme<'a>,
    /// The story.
    pub story: &'a News,
}

/// The story under the last word of its address. Where two programmes have one of the same name, the first one has the
/// short address and the others write their own id before it (`wells.first-well`).
#[must_use]
pub fn find_story<'a>(site: &'a Site, word: &str) -> Option<Told<'a>> {
    let all =
        site.programmes.iter().flat_map(|of| of.programme.news.iter().map(move |story| Told { of, story }));
    all.into_iter().find(|told| story_word(site, told) == word)
}

/// The last word of a story's address.
#[must_use]
pub fn story_word(site: &Site, told: &Told) -> String {
    let has = |of: &&SiteProgramme| of.programme.news.iter().any(|story| story.slug == told.story.slug);
    links::shared_word(
        site.programmes.iter().find(has).map(|of| &of.programme.id),
        &told.of.programme.id,
        &told.story.slug,
    )
}

/// The page of a story. None where its programme has no such language.
#[must_use]
pub fn render_story(site: &Site, told: &Told, locale: Locale) -> Option<String> {
    let programme = told.of.programme;
    let context = Context::of_programme(site, programme, locale)?;
    let edition = Edition { context: &context, of: told.of.today(), release: told.of.current() };
    let texts = &context.texts;
    let word = story_word(site, told);
    let item = view(&edition, told.story)?;
    let address = |locale| links::story(locale, &word);
    let action = links::action(locale, &programme.id);
    let head = Head {
        title: item.title.text.clone(),
        description: texts.get("story-description"),
        address: &address,
        canonical: None,
        current: None,
        sheets: Sheets::Record,
    };
    let layout = Layout::new(&context, &head);
    let page = StoryPage {
        layout: if told.story.is_about_a_child { layout.kept_out() } else { layout },
        crumb_label: texts.get("record-crumb"),
        stories: LinkView { href: format!("{action}#news"), label: texts.get("news") },
        action: LinkView { href: action, label: texts.own("title").text },
        kind: texts.get("news-item"),
        real: programme.demonstration.then(|| (texts.get("record-real"), texts.get("story-real"))),
        figures_label: texts.get("news-figures"),
        item,
    };
    Some(page.render().expect("a page of ready strings always renders"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use hatua_core::programme::Programme;
    use std::collections::BTreeMap;

    fn page(programme: &Programme, word: &str, locale: Locale) -> Option<String> {
        let of = SiteProgramme { programme, earlier: &BTreeMap::new(), releases: &[] };
        let programmes = [of];
        let site = Site { programmes: &programmes, origin: None };
        let told = find_story(&site, word)?;
        render_story(&site, &told, locale)
    }

    #[test]
    fn a_story_has_a_page_of_its_own_with_its_source_and_figures() {
        let page = page(&fixture::programme(), "upper-ford", Locale::En).unwrap();
        for said in
            ["<h1>A well for Upper Ford</h1>", "Water Fund page", "/f/wells/wells", "/m/wells/well.svg"]
        {
            assert!(page.contains(said), "{said}");
        }
    }

    #[test]
    fn the_story_of_a_child_asks_not_to_be_indexed_in_a_real_programme_too() {
        let mut programme = fixture::programme();
        programme.demonstration = false;
        let welcome = page(&programme, "upper-ford", Locale::En).unwrap();
        assert!(!welcome.contains("noindex"));
        programme.news[0].is_about_a_child = true;
        let kept_out = page(&programme, "upper-ford", Locale::En).unwrap();
        assert!(kept_out.contains(r#"<meta name="robots" content="noindex">"#));
    }

    #[test]
    fn two_programmes_with_a_story_of_one_name_have_two_addresses() {
        let (first, mut second) = (fixture::programme(), fixture::programme());
        second.id = hatua_core::id::ProgrammeId::new("springs").unwrap();
        let earlier = BTreeMap::new();
        let programmes =
            [&first, &second].map(|programme| SiteProgramme { programme, earlier: &earlier, releases: &[] });
        let site = Site { programmes: &programmes, origin: None };
        let owner = |word| find_story(&site, word).map(|told| told.of.programme.id.to_string());
        assert_eq!(owner("upper-ford"), Some("wells".to_owned()));
        assert_eq!(owner("springs.upper-ford"), Some("springs".to_owned()));
        assert_eq!(owner("wells.upper-ford"), None);
    }
}
