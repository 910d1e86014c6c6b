//! What is found, what is meant, and what must not be found.

use super::*;
use crate::fixture;
use crate::site::SiteProgramme;
use hatua_core::programme::Programme;

fn search(programme: &Programme, locale: Locale, asked: &str) -> String {
    let releases = fixture::releases();
    let of = SiteProgramme { programme, earlier: &BTreeMap::new(), releases: &releases };
    render_search(&Site { programmes: &[of], origin: None }, locale, asked)
}

/// The addresses of the answers, the best first.
fn found(locale: Locale, asked: &str) -> Vec<String> {
    answers(&search(&fixture::programme(), locale, asked))
}

fn answers(page: &str) -> Vec<String> {
    let list = page.split(r#"<ul class="hits">"#).nth(1).unwrap_or_default();
    let list = list.split("</ul>").next().unwrap_or_default();
    list.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

#[test]
fn a_figure_is_found_by_its_name_its_code_and_its_meaning() {
    assert_eq!(found(Locale::En, "people trained")[0], "/f/wells/trained");
    assert_eq!(found(Locale::En, "1.1"), ["/f/wells/trained"]);
    assert!(found(Locale::En, "handed over").contains(&"/f/wells/wells".to_owned()));
}

#[test]
fn countries_partners_documents_contracts_stories_and_methods_are_found() {
    for (asked, href) in [
        ("upland", "/a/wells/c/ls"),
        ("waterworks", "/a/wells"),
        ("fiche", "/d/fiche"),
        ("W-01", "/c/wells/w-01"),
        ("upper ford", "/n/upper-ford"),
        ("undecided", "/methods#same"),
    ] {
        assert!(
            found(Locale::En, asked).contains(&href.to_owned()),
            "{asked}: {:?}",
            found(Locale::En, asked)
        );
    }
}

#[test]
fn accents_and_arabic_letters_are_folded_and_a_country_has_all_its_names() {
    assert_eq!(found(Locale::En, "ÚPLAND"), ["/a/wells/c/ls"]);
    assert_eq!(found(Locale::Ar, "ابلاند"), ["/ar/a/wells/c/ls"]);
    assert_eq!(found(Locale::En, "أبلاند"), ["/a/wells/c/ls"]);
}

#[test]
fn a_misspelt_word_is_answered_with_the_one_that_was_meant() {
    let page = search(&fixture::programme(), Locale::En, "uplend");
    assert!(page.contains("Nothing matches “uplend”."), "{page}");
    assert!(page.contains(r#"Did you mean <a href="/search?q=Upland">Upland</a>?"#), "{page}");
}

#[test]
fn what_is_near_to_nothing_is_answered_without_a_guess() {
    let page = search(&fixture::programme(), Locale::En, "qqqqqqqqqq");
    assert!(page.contains("Nothing matches") && !page.contains("Did you mean"));
}

#[test]
fn what_was_asked_is_shown_escaped_and_cut() {
    let page = search(&fixture::programme(), Locale::En, &"<b>\"".repeat(200));
    assert!(!page.contains("<b>\""));
    assert!(page.len() < 8_000, "{}", page.len());
}

#[test]
fn an_organisation_that_no_public_page_names_is_not_found() {
    let mut programme = fixture::programme();
    programme.organisations[0].kind = hatua_core::programme::OrganisationKind::Other;
    assert!(!search(&programme, Locale::En, "waterworks").contains(r#"<a href="/a/wells">"#));
}

#[test]
fn the_story_of_a_child_is_not_found() {
    let mut programme = fixture::programme();
    programme.news[0].is_about_a_child = true;
    assert_eq!(answers(&search(&programme, Locale::En, "upper ford")), [""; 0]);
}

#[test]
fn nothing_is_asked_and_nothing_is_answered_without_a_server() {
    let programme = fixture::programme();
    let of = SiteProgramme { programme: &programme, earlier: &BTreeMap::new(), releases: &[] };
    let page = render_search_without_server(&Site { programmes: &[of], origin: None }, Locale::En);
    assert!(!page.contains("<form") && page.contains("needs the server"));
}

#[test]
fn every_answer_leads_to_a_page_of_the_site_and_no_search_page_is_indexed() {
    let page = search(&fixture::programme(), Locale::Fr, "1.1");
    assert!(page.contains("noindex"));
    assert_eq!(answers(&page), ["/f/wells/trained"], "the programme has no French pages");
}
