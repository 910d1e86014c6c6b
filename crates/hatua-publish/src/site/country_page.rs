//! What is known of an action in one country: its figures there, needs, units with a section of their own, money, what is not
//! known, stories. Only cells that the current release shows stand here; a section without a source says so.

mod known;
mod rows;

use askama::Template;
use hatua_core::programme::Locale;

use crate::links;
use crate::plot::draw_small_map;
use crate::site::action_page::edition::Edition;
use crate::site::action_page::news::{NewsView, news_of};
use crate::site::action_page::places::{PickView, action_link, country_name, country_pick};
use crate::site::action_page::some;
use crate::site::figure_page::Drawing;
use crate::site::figure_page::opening::RealView;
use crate::site::layout::{Head, Layout, MenuEntry, Sheets};
use crate::site::link::LinkView;
use crate::site::{Context, Site, SiteProgramme};
use crate::text::{Words, key};
use known::{SectionView, not_known, sections_of_units};
use rows::{RowView, rows, without_records};

#[derive(Template)]
#[template(path = "country.html")]
struct CountryPage {
    layout: Layout,
    words: CountryWords,
    action: LinkView,
    name: String,
    /// In a demonstration: what is real and what is invented.
    real: Option<RealView>,
    map: Option<Drawing>,
    pick: PickView,
    sections: Vec<LinkView>,
    example: Option<String>,
    /// The figures that records stand behind.
    rows: Option<Vec<RowView>>,
    /// What `[c]` means, where it stands in the table.
    withheld: Option<String>,
    notes: Vec<String>,
    /// The figures that no records stand behind.
    without: Option<Vec<LinkView>>,
    needs: Words,
    units: Vec<SectionView>,
    money: Words,
    money_note: Option<Words>,
    unknown: Vec<Words>,
    news: Vec<NewsView>,
}

/// The headings and fixed words of the page.
struct CountryWords {
    breadcrumb: String,
    contents: String,
    countries: String,
    results: String,
    figure: String,
    here: String,
    all: String,
    no_records: String,
    needs: String,
    money: String,
    money_all: LinkView,
    unknown: String,
    stories: String,
    news_item: String,
    news_figures: String,
    news_none: String,
}

/// The code of the country that a word of an address means: a code in any letters, or its name in English.
#[must_use]
pub fn country_of_word<'a>(of: &SiteProgramme<'a>, word: &str) -> Option<&'a str> {
    let is_named = |code: &str| {
        let place = of.programme.places.iter().find(|place| place.code == code);
        let name = place.and_then(|place| place.names.get(&Locale::En));
        name.is_some_and(|name| crate::text::slug(name) == word.to_ascii_lowercase())
    };
    let codes = || of.programme.countries.iter().map(String::as_str);
    codes().find(|code| code.eq_ignore_ascii_case(word)).or_else(|| codes().find(|code| is_named(code)))
}

/// The page of a country. None where the programme has no such country or language.
#[must_use]
pub fn render_country(site: &Site, of: &SiteProgramme, locale: Locale, code: &str) -> Option<String> {
    let of = &of.today();
    let context = Context::of_programme(site, of.programme, locale)?;
    let edition = Edition { context: &context, of: *of, release: of.current() };
    let code = of.programme.countries.iter().find(|country| *country == code)?;
    Some(page(&edition, code).render().expect("a page of ready strings always renders"))
}

fn page(edition: &Edition, code: &str) -> CountryPage {
    let (context, texts, programme) = (edition.context, &edition.context.texts, edition.programme());
    let name = country_name(edition, code);
    let title = texts.own("title");
    let args = [("country", (&name).into()), ("title", (&title).into())];
    let head = Head {
        title: texts.get_args("country-title", &args),
        description: texts.get_args("country-description", &args),
        address: &|locale| links::country(locale, &programme.id, code),
        canonical: None,
        current: Some(MenuEntry::Actions),
        sheets: Sheets::Place,
    };
    let known = |what: &str| context.newest_texts().optional(&key("country", &format!("{code}-{what}")));
    let or_none = |what: &str, none: &str| {
        known(what).unwrap_or_else(|| Words::here(texts.get_args(none, &[("country", (&name).into())])))
    };
    let table = rows(edition, code);
    let mut page = CountryPage {
        layout: Layout::new(context, &head),
        words: words(edition, &name),
        action: action_link(edition),
        real: programme.demonstration.then(|| real(edition)),
        map: draw_small_map(&programme.countries, code, &texts.get_args("country-map", &args)).map(Drawing),
        pick: country_pick(edition, code),
        sections: Vec::new(),
        example: programme.demonstration.then(|| texts.get("demonstration-records")),
        withheld: table.iter().any(|row| row.why.is_some()).then(|| texts.get("value-withheld")),
        notes: rows::notes(edition, &table),
        rows: some(table),
        without: some(without_records(edition)),
        needs: or_none("needs", "country-needs-none"),
        units: sections_of_units(edition, code),
        money: or_none("money", "country-money-none"),
        money_note: known("money").and_then(|_| context.newest_texts().optional("country-money-note")),
        unknown: not_known(edition, code),
        news: news_of(edition, code),
        name,
    };
    page.sections = contents(&page);
    page
}

fn words(edition: &Edition, name: &str) -> CountryWords {
    let texts = &edition.context.texts;
    let get = |key: &str| texts.get(key);
    let of_country = |key: &str| texts.get_args(key, &[("country", name.into())]);
    let figure = match edition.release {
        Some(release) => {
            let to = texts.numbers.date(release.data_to);
            texts.get_args("country-figure-to", &[("date", (&to).into())])
        }
        None => get("rule-figure"),
    };
    let action = links::action(edition.context.locale, &edition.programme().id);
    CountryWords {
        breadcrumb: get("breadcrumb"),
        contents: get("contents"),
        countries: get("countries"),
        results: of_country("country-results"),
        figure,
        here: name.to_owned(),
        all: get("country-all"),
        no_records: get("country-no-records"),
        needs: get("country-needs"),
        money: get("country-money"),
        money_all: LinkView { href: format!("{action}#money"), label: get("country-money-all") },
        unknown: get("country-unknown"),
        stories: get("country-stories"),
        news_item: get("news-item"),
        news_figures: get("news-figures"),
        news_none: get("news-none"),
    }
}

fn real(edition: &Edition) -> RealView {
    let texts = &edition.context.texts;
    RealView::new(texts, texts.get("country-real"), edition.release.map(|_| texts.get("country-invented")))
}

/// The list of sections, in the order of the page.
fn contents(page: &CountryPage) -> Vec<LinkView> {
    let words = &page.words;
    let link = |id: &str, label: &str| LinkView { href: format!("#{id}"), label: label.to_owned() };
    let first = [("results", &words.results), ("needs", &words.needs)];
    let last = [("money", &words.money), ("unknown", &words.unknown), ("stories", &words.stories)];
    let fixed = |sections: &[(&str, &String)]| -> Vec<LinkView> {
        sections.iter().map(|(id, label)| link(id, label)).collect()
    };
    let units = page.units.iter().map(|section| link(&section.id, &section.heading.text));
    fixed(&first).into_iter().chain(units).chain(fixed(&last)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use hatua_core::programme::Programme;
    use hatua_core::release::Release;

    fn rendered(programme: &Programme, releases: &[Release], locale: Locale) -> String {
        let of = SiteProgramme { programme, earlier: &std::collections::BTreeMap::new(), releases };
        render_country(&Site { programmes: &[of], origin: None }, &of, locale, "LS").unwrap()
    }

    #[test]
    fn a_country_has_its_figures_its_place_and_what_is_not_known() {
        let page = rendered(&fixture::programme(), &fixture::releases(), Locale::En);
        for part in [
            "<h1>Upland</h1>",
            r#"<a href="/f/wells/trained">People trained</a>"#,
            "<span>800</span>",
            "<span>1\u{202f}600</span>",
            r#"<a href="/f/wells/wells">Wells built</a>"#,
            "No source for the needs of Upland is entered yet.",
            "A well for Upper Ford",
            r#"aria-current="page">Upland</a>"#,
            "1 of 2 partners reported for April to June 2018",
        ] {
            assert!(page.contains(part), "{part}: {page}");
        }
    }

    #[test]
    fn a_country_before_the_first_release_says_that_nothing_is_counted() {
        let mut programme = fixture::programme();
        programme.demonstration = false;
        let page = rendered(&programme, &[], Locale::Ar);
        assert!(!page.contains("class=\"ex\"") && page.contains("/ar/f/wells/trained"), "{page}");
    }

    #[test]
    fn what_the_package_knows_of_a_country_stands_in_its_section() {
        let mut programme = fixture::programme();
        programme.country_sections = vec!["well".into()];
        programme.texts.get_mut(&Locale::En).unwrap().push_str(
            "country-section-well = Wells\ncountry-LS-well = 40 wells, says the fund.\n\
             country-LS-money = 12 %\ncountry-money-note = They do not add up.\nnot-known =\n    Whether it lasted.\n",
        );
        let page = rendered(&programme, &fixture::releases(), Locale::En);
        for part in [
            "<section id=\"unit-well\"><h2>Wells</h2>",
            "40 wells, says the fund.",
            "12 %",
            "They do not add up.",
            "<li>Whether it lasted.</li>",
            "href=\"#unit-well\"",
        ] {
            assert!(page.contains(part), "{part}");
        }
        assert!(!page.contains("Money: no source"), "there is one");
    }

    #[test]
    fn a_country_is_found_by_its_code_in_any_letters_and_by_its_name() {
        let programme = fixture::programme();
        let of = SiteProgramme {
            programme: &programme,
            earlier: &std::collections::BTreeMap::new(),
            releases: &[],
        };
        for word in ["LS", "ls", "upland", "Upland"] {
            assert_eq!(country_of_word(&of, word), Some("LS"), "{word}");
        }
        assert_eq!(country_of_word(&of, "atlantis"), None);
    }
}
