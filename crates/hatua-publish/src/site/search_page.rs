//! The search of the public site: over figures, countries, partners, documents, contracts, stories and methods, all of
//! which the public can open already. It has no index of its own and can't reach a record.

mod entries;

use std::collections::BTreeMap;

use askama::Template;
use hatua_core::limits::{SEARCH_ANSWERS_MAX, SEARCH_CHARACTERS_MAX};
use hatua_core::programme::{Locale, nearest};

use self::entries::{Entry, entries};
use crate::fold::fold_words;
use crate::links;
use crate::site::layout::{Head, Layout, MenuEntry, Sheets};
use crate::site::link::LinkView;
use crate::site::{Context, Site};
use crate::text::Words;

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq)]
struct AnswerView {
    href: String,
    kind: String,
    title: Words,
    line: Option<Words>,
}

/// What was found for words that were asked.
#[derive(Debug, Clone, PartialEq, Eq)]
struct FoundView {
    sentence: String,
    /// What was probably meant, where nothing was found.
    meant: Option<(String, LinkView)>,
    answers: Vec<AnswerView>,
}

#[derive(Template)]
#[template(path = "search.html")]
struct SearchPage {
    layout: Layout,
    heading: String,
    lead: String,
    /// Where the form leads, its label and its button; absent in a copy of the site as files.
    form: Option<(String, String, String)>,
    asked: String,
    found: Option<FoundView>,
}

/// The page at `/search`, with the answers to what was asked.
#[must_use]
pub fn render_search(site: &Site, locale: Locale, asked: &str) -> String {
    let context = Context::of_site(site, locale);
    let texts = &context.texts;
    let asked: String = asked.trim().chars().take(SEARCH_CHARACTERS_MAX).collect();
    let found = (!asked.is_empty()).then(|| find(&context, &asked));
    let form = (links::search(locale), texts.get("search-label"), texts.get("search-button"));
    render(&context, texts.get("search-lead"), Some(form), (asked, found))
}

/// The page in a copy of the site as files, where nobody answers.
#[must_use]
pub fn render_search_without_server(site: &Site, locale: Locale) -> String {
    let context = Context::of_site(site, locale);
    render(&context, context.texts.get("search-needs-server"), None, (String::new(), None))
}

type Form = (String, String, String);

fn render(
    context: &Context,
    lead: String,
    form: Option<Form>,
    (asked, found): (String, Option<FoundView>),
) -> String {
    let heading = context.texts.get("menu-search");
    let head = Head {
        title: heading.clone(),
        description: context.texts.get("search-lead"),
        address: &links::search,
        canonical: None,
        current: Some(MenuEntry::Search),
        sheets: Sheets::Record,
    };
    let layout = Layout::new(context, &head).kept_out();
    let page = SearchPage { layout, heading, lead, form, asked, found };
    page.render().expect("a page of ready strings always renders")
}

fn find(context: &Context, asked: &str) -> FoundView {
    let texts = &context.texts;
    let wanted = fold_words(asked);
    let known = entries(context);
    let mut ranked: Vec<(u32, &Entry)> =
        known.iter().filter_map(|entry| Some((entry.rank(&wanted)?, entry))).collect();
    ranked.sort_by_key(|(rank, _)| std::cmp::Reverse(*rank));
    let count = u64::try_from(ranked.len()).expect("a site has few pages");
    let (answers, sentence, meant) = if ranked.is_empty() {
        let meant = meant(&wanted, &known).map(|meant| {
            let href = format!("{}?q={}", links::search(context.locale), links::query_part(&meant));
            (texts.get("search-meant"), LinkView { href, label: meant })
        });
        (Vec::new(), texts.get_args("search-nothing", &[("asked", asked.into())]), meant)
    } else {
        let shown = ranked.iter().take(SEARCH_ANSWERS_MAX).map(|(_, entry)| view(context, entry)).collect();
        (shown, texts.get_args("search-found", &[("n", count.into()), ("asked", asked.into())]), None)
    };
    FoundView { sentence, meant, answers }
}

fn view(context: &Context, entry: &Entry) -> AnswerView {
    AnswerView {
        href: entry.href.clone(),
        kind: context.texts.get(entry.kind),
        title: entry.title.clone(),
        line: entry.line.clone(),
    }
}

/// The words asked for, each that nothing holds replaced by the nearest one that something holds. None where one of them
/// is near to nothing.
fn meant(wanted: &[String], known: &[Entry]) -> Option<String> {
    let mut vocabulary = BTreeMap::<&str, &str>::new();
    for (word, shown) in known.iter().flat_map(|entry| &entry.vocabulary) {
        // The first page that has a word says how it is written.
        vocabulary.entry(word).or_insert(shown);
    }
    let words: Vec<&str> = vocabulary.keys().copied().collect();
    let near = |wanted: &String| -> Option<String> {
        if known.iter().any(|entry| entry.rank(std::slice::from_ref(wanted)).is_some()) {
            return Some(wanted.clone());
        }
        nearest(wanted, &words).map(|word| vocabulary[word].to_owned())
    };
    let meant: Option<Vec<String>> = wanted.iter().map(near).collect();
    meant.filter(|meant| !meant.is_empty()).map(|meant| meant.join(" "))
}

#[cfg(test)]
mod tests;
