//! What holds for all public pages together: no dead link, nothing that runs, a demonstration says so everywhere, a real
//! programme nowhere, and the pages as they look.

use std::collections::{BTreeMap, BTreeSet};

use hatua_core::programme::{Locale, Programme};
use hatua_core::release::{Release, ReleaseName};

use crate::asset;
use crate::fixture;
use crate::site::action_list::render_action_list;
use crate::site::action_page::render_action_page;
use crate::site::changes_page::render_changes;
use crate::site::country_page::{country_of_word, render_country};
use crate::site::data_page::render_data;
use crate::site::error_page::{render_not_found, render_removed};
use crate::site::feed::render_changes_feed;
use crate::site::figure_page::render_figure_page;
use crate::site::methods_page::render_methods;
use crate::site::plots::render_plot;
use crate::site::results_page::render_results;
use crate::site::rules_page::render_rules;
use crate::site::search_page::render_search;
use crate::site::source_page::{find_contract, find_document, render_contract, render_document};
use crate::site::story_page::{find_story, render_story};
use crate::site::where_page::render_where;
use crate::site::{Site, SiteProgramme};

/// What stands under an address, as a server would answer; nothing where no page or file has it.
fn answer(site: &Site, address: &str) -> Option<String> {
    let (locale, path) = match address.get(1..3).and_then(|tag| tag.parse::<Locale>().ok()) {
        Some(locale) if matches!(address.as_bytes().get(3), None | Some(b'/')) => (locale, &address[3..]),
        Some(_) | None => (Locale::En, address),
    };
    let of = &site.programmes[0];
    let (id, figure_data) = (of.programme.id.as_str(), |file: &str| {
        matches!(file.rsplit_once('.'), Some((_, "csv" | "json" | "xlsx")))
    });
    let cited =
        |file: &str| file.strip_suffix(".bib").or_else(|| file.strip_suffix(".csl.json")).map(str::to_owned);
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    match parts[..] {
        [""] => Some(render_action_list(site, locale)),
        ["methods"] => Some(render_methods(site, locale)),
        ["methods", action] if action == id => render_rules(site, of, locale),
        ["changes"] => Some(render_changes(site, locale)),
        ["data"] => Some(render_data(site, locale)),
        ["a", action, "dictionary.csv"] if action == id => Some(String::new()),
        ["a", action, "latest.csv" | "latest.xlsx" | "latest.json"] if action == id => {
            of.current().map(|release| release.id.to_string())
        }
        ["results"] => Some(render_results(site, locale)),
        ["a", action, "where", slug] if action == id => render_where(site, of, locale, slug),
        ["a", action, "c", word] if action == id => {
            render_country(site, of, locale, country_of_word(of, word)?)
        }
        ["changes.atom"] => Some(render_changes_feed(site, locale)),
        ["search"] => Some(render_search(site, locale, "")),
        ["n", word] => render_story(site, &find_story(site, word)?, locale),
        ["d", word] => render_document(site, &find_document(site, word)?, locale),
        ["c", action, word] if action == id => render_contract(site, of, find_contract(of, word)?, locale),
        ["a", action] if action == id => render_action_page(site, of, locale, None),
        ["a", action, file] if action == id && cited(file).is_some() => {
            release_of(of, &cited(file)?).map(|release| release.id.to_string())
        }
        ["f", action, _, file] if action == id && cited(file).is_some() => Some(String::new()),
        ["a", action, file] if action == id && figure_data(file) => {
            release_of(of, file.rsplit_once('.')?.0).map(|release| release.id.to_string())
        }
        ["a", action, name] if action == id => {
            render_action_page(site, of, locale, Some(release_of(of, name)?.id))
        }
        ["f", action, slug] if action == id => render_figure_page(site, of, locale, slug, None)
            .or_else(|| render_removed(site, of, locale, slug)),
        ["f", action, _, file] if action == id && figure_data(file) => Some(String::new()),
        ["f", action, slug, version] if action == id => {
            render_figure_page(site, of, locale, slug, Some(version.strip_prefix('v')?.parse().ok()?))
        }
        ["p", action, file] if action == id => render_plot(of, file),
        ["m", action, file] if action == id => asset::media(of.programme, file).map(|_| String::new()),
        ["assets", file] => asset::asset(file).map(|_| String::new()),
        _ => None,
    }
}

fn release_of<'a>(of: &SiteProgramme<'a>, name: &str) -> Option<&'a Release> {
    let name: ReleaseName = name.parse().ok()?;
    of.releases
        .iter()
        .find(|release| release.id.number == name.number && Some(release.id.revision) == name.revision)
}

/// Everything that a page links, shows or loads.
fn addresses(page: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for attribute in [" href=\"", " src=\"", " srcset=\""] {
        for rest in page.split(attribute).skip(1) {
            found.insert(rest.split('"').next().unwrap_or_default().to_owned());
        }
    }
    found
}

fn with_site<T>(programme: &Programme, releases: &[Release], with: impl FnOnce(&Site) -> T) -> T {
    with(&Site {
        programmes: &[SiteProgramme { programme, earlier: &BTreeMap::new(), releases }],
        origin: None,
    })
}

/// All pages that can be reached from the list of actions, in all languages, by address.
fn all_pages(site: &Site) -> BTreeMap<String, String> {
    let mut pages = BTreeMap::new();
    let mut waiting = vec!["/".to_owned(), "/f/wells/audience".to_owned()];
    while let Some(address) = waiting.pop() {
        let page =
            answer(site, &address).unwrap_or_else(|| panic!("a page links {address}, which nothing answers"));
        for link in addresses(&page) {
            if let Some(id) = link.strip_prefix('#') {
                assert!(page.contains(&format!("id=\"{id}\"")), "{address} links {link} on itself");
            } else if link.starts_with('/') {
                let link = link.split('#').next().unwrap_or_default().to_owned();
                if !pages.contains_key(&link) && !waiting.contains(&link) {
                    waiting.push(link);
                }
            }
        }
        pages.insert(address, page);
    }
    pages.insert("/nothing".into(), render_not_found(site, Locale::Ar, "/nothing", Some("/")));
    pages.retain(|_, page| page.starts_with("<!DOCTYPE html>"));
    pages
}

#[test]
fn no_link_is_dead() {
    let pages = with_site(&fixture::programme(), &fixture::releases(), all_pages);
    assert!(
        [
            "/ar/f/wells/trained/v1",
            "/ar/changes",
            "/ar/data",
            "/ar/a/wells/where/wells",
            "/a/wells/c/sz",
            "/ar/results"
        ]
        .iter()
        .all(|address| pages.contains_key(*address)),
        "{:?}",
        pages.keys()
    );
    let pages = with_site(&fixture::programme(), &[], |site| answer(site, "/").map(|_| ()));
    assert!(pages.is_some());
}

#[test]
fn nothing_on_a_page_runs_or_is_styled_in_place() {
    for (address, page) in with_site(&fixture::programme(), &fixture::releases(), all_pages) {
        for wrong in ["<script", "<style", " style=", "javascript:", " onclick", " onload", " onerror"] {
            assert!(!page.contains(wrong), "{address} has {wrong}");
        }
    }
}

#[test]
fn every_page_of_a_demonstration_says_so() {
    for (address, page) in with_site(&fixture::programme(), &fixture::releases(), all_pages) {
        assert!(page.contains(r#"<meta name="robots" content="noindex">"#), "{address}");
        assert!(page.contains(r#"<p class="demo">"#), "{address}");
    }
}

#[test]
fn no_page_of_a_real_programme_speaks_of_a_demonstration() {
    let mut programme = fixture::programme();
    programme.demonstration = false;
    let mut releases = fixture::releases();
    for release in &mut releases {
        release.demonstration = false;
    }
    for (address, page) in with_site(&programme, &releases, all_pages) {
        for wrong in ["emonstration", "noindex", r#"class="ex"#, r#"class="hx"#, r#"class="rc"#, "تجريبي"]
        {
            // What a search answers is no page of its own, whoever asks.
            let is_expected = wrong == "noindex" && address.ends_with("/search");
            assert_eq!(page.contains(wrong), is_expected, "{address}: {wrong}");
        }
    }
}

#[test]
fn every_page_has_one_title_and_its_language() {
    for (address, page) in with_site(&fixture::programme(), &fixture::releases(), all_pages) {
        assert_eq!(page.matches("<h1").count(), 1, "{address}");
        let arabic = address.starts_with("/ar") || address == "/nothing";
        assert_eq!(page.contains(r#"<html lang="ar" dir="rtl">"#), arabic, "{address}");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let once = with_site(&fixture::programme(), &fixture::releases(), all_pages);
    assert_eq!(with_site(&fixture::programme(), &fixture::releases(), all_pages), once);
}

#[test]
fn the_action_page_as_it_looks() {
    let (programme, releases) = (fixture::programme(), fixture::releases());
    let page = |locale| {
        with_site(&programme, &releases, |site| render_action_page(site, &site.programmes[0], locale, None))
            .unwrap()
    };
    // The name of a style sheet changes with each of its rules; the page does not.
    insta::with_settings!({filters => vec![(r"(hatua|record)-[0-9a-f]{12}\.css", "$1.css")]}, {
        insta::assert_snapshot!("action_page_en", page(Locale::En));
        insta::assert_snapshot!("action_page_ar", page(Locale::Ar));
    });
}
