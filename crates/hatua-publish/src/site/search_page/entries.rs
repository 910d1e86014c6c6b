//! What can be found: one entry for each page that the public may open, with the words that lead to it. The story of a
//! child is none.

use hatua_core::programme::{Indicator, Locale, OrganisationKind, Place};

use crate::fold::fold_words;
use crate::links;
use crate::site::action_page::edition::Edition;
use crate::site::source_page::document_word;
use crate::site::story_page::{Told, story_word};
use crate::site::value::ValueView;
use crate::site::{Context, SiteProgramme};
use crate::text::{Words, key, slug};

/// Something that can be found.
pub struct Entry {
    /// The key of what it is called.
    pub kind: &'static str,
    /// Its page.
    pub href: String,
    /// Its name.
    pub title: Words,
    /// What stands below the name.
    pub line: Option<Words>,
    /// The words of its name, with how each is written.
    pub vocabulary: Vec<(String, String)>,
    named: Vec<String>,
    told: Vec<String>,
}

/// How much a word counts: the whole of a word of the name, its beginning, its inside, and the same in the text.
const WEIGHTS: [[u32; 3]; 2] = [[40, 20, 8], [4, 2, 1]];
/// Fewer letters than these say nothing when they stand inside a word.
const INSIDE_LETTERS_MIN: usize = 3;

impl Entry {
    /// `also` are names that are not shown (codes, other languages), `told` the text.
    fn new(kind: &'static str, href: String, title: Words, (also, told): (&[&str], &str)) -> Self {
        let vocabulary = std::iter::once(title.text.as_str())
            .chain(also.iter().copied())
            .flat_map(written_words)
            .collect();
        let named =
            std::iter::once(title.text.as_str()).chain(also.iter().copied()).flat_map(fold_words).collect();
        Self { kind, href, title, line: None, vocabulary, named, told: fold_words(told) }
    }

    fn with_line(self, line: Words) -> Self {
        Self { line: Some(line), ..self }
    }

    /// How well it answers; nothing where one of the words is not in it.
    pub fn rank(&self, wanted: &[String]) -> Option<u32> {
        let of_word = |wanted: &String| {
            let weigh = |words: &[String], weights: [u32; 3]| {
                words.iter().filter_map(|word| weight(word, wanted, weights)).max()
            };
            weigh(&self.named, WEIGHTS[0]).or_else(|| weigh(&self.told, WEIGHTS[1]))
        };
        let weights: Option<Vec<u32>> = wanted.iter().map(of_word).collect();
        weights.filter(|weights| !weights.is_empty()).map(|weights| weights.iter().sum())
    }
}

fn weight(word: &str, wanted: &str, [whole, start, inside]: [u32; 3]) -> Option<u32> {
    if word == wanted {
        Some(whole)
    } else if word.starts_with(wanted) {
        Some(start)
    } else if wanted.chars().count() >= INSIDE_LETTERS_MIN && word.contains(wanted) {
        Some(inside)
    } else {
        None
    }
}

/// The words of a text as it is compared, each with how it is written.
fn written_words(text: &str) -> Vec<(String, String)> {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '.').filter(|word| !word.is_empty());
    words
        .filter_map(|word| Some((fold_words(word).into_iter().next()?, word.trim_matches('.').to_owned())))
        .collect()
}

/// Everything that can be found, in the order of the site.
pub fn entries(context: &Context) -> Vec<Entry> {
    let mut all: Vec<Entry> =
        context.site.programmes.iter().flat_map(|of| of_programme(context, of)).collect();
    all.extend(methods(context));
    all
}

/// The parts of the page of methods, with their anchors and texts.
const METHODS: [(&str, &str, &[&str]); 4] = [
    (
        "road",
        "road",
        &[
            "road-record-text",
            "road-verify-text",
            "road-identity-text",
            "road-count-text",
            "road-withhold-text",
            "road-release-text",
            "road-publish-text",
        ],
    ),
    ("same", "same", &["same-inside", "same-across", "same-undecided"]),
    ("release", "methods-releases", &["methods-releases-text"]),
    (
        "nothing",
        "nothing",
        &["nothing-zero", "nothing-not-reported", "nothing-withheld", "nothing-not-applicable"],
    ),
];

fn methods(context: &Context) -> Vec<Entry> {
    let texts = &context.texts;
    let entry = |(anchor, title, told): (&str, &str, &[&str])| {
        let told: Vec<String> = told.iter().map(|key| texts.get(key)).collect();
        let href = format!("{}#{anchor}", links::methods(context.locale));
        Entry::new("menu-methods", href, Words::here(texts.get(title)), (&[], &told.join(" ")))
    };
    METHODS.map(entry).into()
}

/// What one action has. Where it lacks the page's language it is found in its own first one.
fn of_programme(context: &Context, of: &SiteProgramme) -> Vec<Entry> {
    let programme = of.programme;
    let first = programme.locales.first().copied().unwrap_or(Locale::En);
    let locale = if programme.locales.contains(&context.locale) { context.locale } else { first };
    let Some(own) = Context::of_programme(context.site, programme, locale) else { return Vec::new() };
    let edition = Edition { context: &own, of: of.today(), release: of.current() };
    let foreign = (locale != context.locale).then_some(locale);
    let mut all = vec![action(&edition)];
    all.extend(edition.programme().indicators.iter().map(|indicator| figure(&edition, indicator)));
    let places = programme
        .countries
        .iter()
        .filter_map(|code| programme.places.iter().find(|place| place.code == *code));
    all.extend(places.map(|place| country(&edition, place)));
    all.extend(partners(&edition));
    all.extend(sources(&edition));
    all.extend(stories(&edition, of));
    for entry in &mut all {
        for words in std::iter::once(&mut entry.title).chain(entry.line.as_mut()) {
            words.lang = words.lang.or(foreign);
        }
    }
    all
}

fn action_href(edition: &Edition, part: &str) -> String {
    format!("{}{part}", links::action(edition.context.locale, &edition.of.programme.id))
}

fn action(edition: &Edition) -> Entry {
    let (texts, programme) = (&edition.context.texts, edition.of.programme);
    let also = [programme.id.as_str(), programme.reference.as_str(), &texts.own("theme").text];
    let summary = texts.own("summary");
    Entry::new("search-action", action_href(edition, ""), texts.own("title"), (&also, &summary.text))
        .with_line(texts.own("region"))
}

fn figure(edition: &Edition, indicator: &Indicator) -> Entry {
    let texts = &edition.context.texts;
    let text = |what: &str| edition.figure_text(indicator, what);
    let shown = edition.shown(indicator);
    let told = ["definition", "counted", "method"].map(|what| text(what).text).join(" ");
    let short = text("short");
    let also = [indicator.code.as_str(), indicator.slug.as_str(), &short.text];
    let line = match shown.computed {
        Some(figure) => {
            let value = ValueView::of(texts, figure.value).text;
            let version = texts.numbers.plain(figure.version.into());
            let demonstration = edition.of.programme.demonstration;
            let from =
                texts.get(if demonstration { "record-computed-demonstration" } else { "record-computed" });
            let version = texts.get_args("version", &[("version", (&version).into())]);
            let args = [("value", (&value).into()), ("from", (&from).into()), ("version", (&version).into())];
            texts.get_args("search-computed", &args)
        }
        None => match shown.reported {
            Some(said) => {
                let value = ValueView::said(texts, Some(said.value)).text;
                let source = edition.source(&said.said_by, said.said_on);
                texts.get_args("reported-value", &[("value", (&value).into()), ("source", (&source).into())])
            }
            None => texts.get("record-nobody-said"),
        },
    };
    Entry::new("search-figure", edition.figure_address(&shown), text("name"), (&also, &told))
        .with_line(Words::here(line))
}

/// A country is found by its name in every language of its programme.
fn country(edition: &Edition, place: &Place) -> Entry {
    let locale = edition.context.locale;
    let own = place.names.get_key_value(&locale).or_else(|| place.names.iter().next());
    let title = own.map_or_else(
        || Words::here(&place.code),
        |(language, name)| Words { text: name.clone(), lang: (*language != locale).then_some(*language) },
    );
    let also: Vec<&str> =
        place.names.values().map(String::as_str).chain([place.code.as_str(), place.pcode.as_str()]).collect();
    let line = edition.context.texts.own("title");
    let href = links::country(locale, &edition.of.programme.id, &place.code);
    Entry::new("search-country", href, title, (&also, "")).with_line(line)
}

fn partners(edition: &Edition) -> Vec<Entry> {
    let line = edition.context.texts.own("title");
    let entry = |organisation: &hatua_core::programme::Organisation| {
        let part = match organisation.kind {
            OrganisationKind::Named => "",
            // The table of who reported stands on the page of a release.
            OrganisationKind::Reporting => edition.release.map(|_| "#trust")?,
            // The public page names none of these.
            OrganisationKind::Other => return None,
        };
        let entry = Entry::new(
            "search-partner",
            action_href(edition, part),
            edition.name(&organisation.name),
            (&[organisation.code.as_str()], &organisation.source_title),
        );
        Some(entry.with_line(line.clone()))
    };
    edition.of.programme.organisations.iter().filter_map(entry).collect()
}

fn sources(edition: &Edition) -> Vec<Entry> {
    let (context, programme) = (edition.context, edition.of.programme);
    let (texts, locale) = (context.newest_texts(), context.locale);
    let documents = programme.documents.iter().map(|document| {
        let note = texts.optional(&key("document", &format!("{}-note", document.slug)));
        let told = note.as_ref().map(|note| note.text.clone()).unwrap_or_default();
        let href = links::document(locale, &document_word(context.site, &edition.of, document));
        let title = texts.own(&key("document", &document.slug));
        let entry = Entry::new("document", href, title, (&[document.slug.as_str()], &told));
        Entry { line: note, ..entry }
    });
    let contracts = programme.contracts.iter().map(|contract| {
        let word = slug(&contract.reference);
        let holder = edition.name(&contract.holder);
        let also = [contract.reference.as_str(), &holder.text];
        let href = links::contract(locale, &programme.id, &word);
        Entry::new("contract", href, edition.written(&contract.title), (&also, &contract.kind))
            .with_line(holder)
    });
    documents.chain(contracts).collect()
}

fn stories(edition: &Edition, of: &SiteProgramme) -> Vec<Entry> {
    let context = edition.context;
    let entry = |story: &hatua_core::programme::News| {
        let own =
            story.texts.get_key_value(&context.locale).or_else(|| story.texts.get_key_value(&Locale::En));
        let (language, text) = own?;
        let words = |text: &str| Words {
            text: text.to_owned(),
            lang: (*language != context.locale).then_some(*language),
        };
        let href = links::story(context.locale, &story_word(context.site, &Told { of, story }));
        let told = format!("{} {}", text.caption.as_deref().unwrap_or_default(), text.teaser);
        let date = context.texts.numbers.date(story.dated_on);
        Some(
            Entry::new("news-item", href, words(&text.title), (&[story.slug.as_str()], &told))
                .with_line(Words::here(date)),
        )
    };
    of.programme.news.iter().filter(|story| !story.is_about_a_child).filter_map(entry).collect()
}
