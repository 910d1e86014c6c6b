//! Tests of the record of a figure.

use hatua_core::programme::Programme;
use hatua_core::release::{Release, Stage};

use super::*;
use crate::fixture;

fn page_of(
    programme: &Programme,
    releases: &[Release],
    locale: Locale,
    (slug, version): (&str, Option<u32>),
) -> Option<String> {
    let programmes = [SiteProgramme { programme, earlier: &std::collections::BTreeMap::new(), releases }];
    let site = Site { programmes: &programmes, origin: Some("https://figures.example") };
    render_figure_page(&site, &programmes[0], locale, slug, version)
}

fn page(locale: Locale, slug: &str, version: Option<u32>) -> String {
    page_of(&fixture::programme(), &fixture::releases(), locale, (slug, version)).unwrap()
}

/// Style sheets carry a hash of their content in their names; it is no part of the page.
fn without_hashes(page: &str) -> String {
    let mut lines: Vec<&str> = page.lines().collect();
    lines.retain(|line| !line.contains("rel=\"stylesheet\""));
    lines.join("\n")
}

#[test]
fn the_record_of_a_corrected_figure_in_english() {
    insta::assert_snapshot!(without_hashes(&page(Locale::En, "trained", None)));
}

#[test]
fn the_record_of_a_corrected_figure_in_arabic() {
    insta::assert_snapshot!(without_hashes(&page(Locale::Ar, "trained", None)));
}

#[test]
fn the_chain_on_the_page_adds_up_to_the_figure() {
    let (programme, releases) = (fixture::programme(), fixture::releases());
    for release in &releases {
        let figure = &release.figures[0];
        for (before, after) in figure.chain.iter().zip(&figure.chain[1..]) {
            assert_eq!(before.remaining - after.left_out_in_all(), after.remaining);
        }
        assert_eq!(figure.chain.last().map(|stage| stage.remaining), figure.value.number());
        let page = page_of(&programme, &releases, Locale::En, ("trained", Some(figure.version))).unwrap();
        let chain = page.split("id=\"chain\"").nth(1).unwrap().split("</section>").next().unwrap();
        let said = |stage: &Stage| crate::text::Texts::interface(Locale::En).numbers.grouped(stage.remaining);
        let rows: Vec<&str> = chain.split("<tr>").skip(2).collect();
        assert_eq!(rows.len(), figure.chain.len());
        for (row, stage) in rows.iter().zip(&figure.chain) {
            assert!(row.contains(&format!("<span>{}</span>", said(stage))), "{row}");
        }
    }
}

#[test]
fn an_old_version_says_what_replaced_it_and_keeps_its_value() {
    let page = page(Locale::En, "trained", Some(1));
    assert!(page.contains("Version 1. Replaced on 27 July 2018 by"));
    assert!(page.contains("version 2: 1\u{202f}600"));
    assert!(page.contains("<p class=\"v\">1\u{202f}643</p>"));
    assert!(!page.contains("Restated. "));
}

#[test]
fn a_correction_names_old_value_difference_share_and_reason() {
    let page = page(Locale::En, "trained", Some(2));
    let said = "1\u{202f}600, was 1\u{202f}643 in version 1 (−43, −2.6\u{202f}%). 43 people were on the lists of two partners.";
    assert!(page.contains(said));
    assert!(page.contains("43 removed by the correction"));
}

#[test]
fn the_word_of_an_old_version_does_not_change_when_a_new_one_is_issued() {
    let (programme, releases) = (fixture::programme(), fixture::releases());
    let section = |releases: &[Release], id: &str| {
        let page = page_of(&programme, releases, Locale::En, ("trained", Some(1))).unwrap();
        let start = format!("id=\"{id}\"");
        page.split(&start).nth(1).unwrap().split("</section>").next().unwrap().to_owned()
    };
    for id in ["definition", "chain", "evidence", "breakdown", "cite"] {
        assert_eq!(section(&releases[..1], id), section(&releases, id), "{id}");
    }
}

#[test]
fn a_figure_without_records_shows_what_was_said_and_no_chain() {
    let page = page(Locale::En, "wells", None);
    assert!(page.contains("no records behind this number"));
    assert!(page.contains("<p class=\"v\">40</p>"));
    for absent in ["id=\"chain\"", "id=\"history\"", "id=\"breakdown\"", "v1.csv"] {
        assert!(!page.contains(absent), "{absent}");
    }
    assert!(page.contains("/f/wells/wells/reported.csv"));
}

#[test]
fn a_reported_value_that_fell_without_a_reason_says_so() {
    let mut programme = fixture::programme();
    programme.statements[1].value = 67;
    let fell = page_of(&programme, &[], Locale::En, ("trained", None)).unwrap();
    assert!(fell.contains("Reported as 1\u{202f}600 (July 2018) and later as 67 (17 December 2021)."));
    programme.statements[1].note = "Duplicates were taken out.".into();
    let explained = page_of(&programme, &[], Locale::En, ("trained", None)).unwrap();
    assert!(
        !explained.contains("No reason was published") && explained.contains("Duplicates were taken out.")
    );
}

#[test]
fn a_figure_that_the_newest_source_leaves_out_says_so() {
    assert!(page(Locale::En, "wells", None).contains("and none for this one"));
    assert!(!page(Locale::En, "trained", None).contains("and none for this one"));
}

#[test]
fn a_table_that_is_not_shown_leads_to_the_last_version_that_has_it() {
    let page = page(Locale::En, "trained", Some(2));
    assert!(page.contains("By age: not shown in release 1.2, because a change is too small."));
    assert!(page.contains("<a href=\"/f/wells/trained/v1\">Last shown in version 1</a>"));
}

#[test]
fn the_page_names_both_signatures_by_role_and_day() {
    let (programme, mut releases) = (fixture::programme(), fixture::releases());
    let signatures = serde_json::json!([
        {"role": "consortium_lead", "organisation": "Partner A (demo)", "at": "2018-07-26T09:00:00Z"},
        {"role": "verifier", "organisation": "Verifier (demo)", "at": "2018-07-27T09:00:00Z"},
    ]);
    releases[1].signatures = serde_json::from_value(signatures).unwrap();
    let page = page_of(&programme, &releases, Locale::En, ("trained", None)).unwrap();
    let said = "Signed by the consortium’s lead (26 July 2018) and by a verifier of another organisation (27 July 2018).";
    assert!(page.contains(said));
}

#[test]
fn a_release_says_what_it_would_say_today() {
    let (programme, mut releases) = (fixture::programme(), fixture::releases());
    releases[0].figures[0].restatement = None;
    releases[1].figures[0].restatement = None;
    let known = serde_json::json!({"release": "R1.1", "said": 1643, "known": 1600});
    releases[1].figures[0].as_known = vec![serde_json::from_value(known).unwrap()];
    let page = page_of(&programme, &releases, Locale::En, ("trained", None)).unwrap();
    assert!(page.contains("As known today: 1\u{202f}600 (−43)."));
}

#[test]
fn a_release_that_a_later_correction_contradicts_names_that_correction() {
    let (programme, mut releases) = (fixture::programme(), fixture::releases());
    let earlier = releases[0].clone();
    releases.insert(0, earlier);
    let known = |known| serde_json::json!({"release": "R1.1", "said": 950, "known": known});
    for (at, (id, known)) in
        [("R1.1", None), ("R1.2", None), ("R1.3", Some(known(940)))].into_iter().enumerate()
    {
        releases[at].id = serde_json::from_value(id.into()).unwrap();
        let figure = &mut releases[at].figures[0];
        figure.version = u32::try_from(at).unwrap() + 1;
        figure.as_known = known.map(|known| serde_json::from_value(known).unwrap()).into_iter().collect();
    }
    let says = "As known since the correction of version 3: 940 (−10).";
    let page = |version| page_of(&programme, &releases, Locale::En, ("trained", Some(version))).unwrap();
    let banner = |version| {
        page(version).split("class=\"note\"").nth(1).unwrap().split("</p>").next().unwrap().contains(says)
    };
    assert_eq!([1, 2, 3].map(banner), [true, false, false]);
    assert!(page(3).contains(says), "the history says it too");
}

#[test]
fn what_the_package_and_a_release_wrote_in_english_stands_in_arabic_where_it_is_translated() {
    let mut programme = fixture::programme();
    let english = "Page of the action";
    let reason = "43 people were on the lists of two partners.";
    let page = |programme: &Programme, locale| {
        page_of(programme, &fixture::releases(), locale, ("trained", Some(2))).unwrap()
    };
    assert!(page(&programme, Locale::Ar).contains(&format!(r#"<span lang="en" dir="ltr">{reason}</span>"#)));
    let texts = programme.texts.get_mut(&Locale::Ar).unwrap();
    texts.push_str("written-page-of-the-action = صفحة الإجراء\nrestated-trained-v2 = في قائمتين\n");
    let arabic = page(&programme, Locale::Ar);
    assert!(arabic.contains("صفحة الإجراء") && arabic.contains("في قائمتين"));
    assert!(!arabic.contains(english) && !arabic.contains(reason));
    assert!(page(&programme, Locale::En).contains(english) && page(&programme, Locale::En).contains(reason));
}

#[test]
fn a_table_of_every_place_says_how_many_stand_in_two() {
    let mut programme = fixture::programme();
    let page = |programme: &Programme, locale, several: serde_json::Value| {
        let mut releases = fixture::releases();
        let table = serde_json::json!({"state": "shown", "key": {"each": "country"}, "units_in_several": several,
            "cells": [{"code": "LS", "status": "published", "value": 811}, {"code": "SZ", "status": "published", "value": 800}]});
        releases[1].figures[0].tables.push(serde_json::from_value(table).unwrap());
        page_of(programme, &releases, locale, ("trained", None)).unwrap()
    };
    let eleven = serde_json::json!({"status": "published", "value": 11});
    let three = serde_json::json!({"status": "published", "value": 3});
    let withheld = serde_json::json!({"status": "suppressed"});
    assert!(
        page(&programme, Locale::En, eleven.clone())
            .contains("<p class=\"s\">11 of what is counted stand in two or more of these lines. Who")
    );
    assert!(page(&programme, Locale::En, withheld).contains("<p class=\"s\">Who or what was counted"));
    let texts = programme.texts.get_mut(&Locale::Ar).unwrap();
    texts.push_str("figure-trained-each-country = المدرَّبون في البلد\n");
    texts.push_str("figure-trained-each-country-several = { $n ->\n    [few] دُرِّب { $n } أشخاص في بلدين.\n   *[other] دُرِّب { $n } شخصًا في بلدين.\n }\n");
    assert!(page(&programme, Locale::Ar, eleven).contains("دُرِّب ١١ شخصًا في بلدين."));
    let few = page(&programme, Locale::Ar, three);
    assert!(few.contains("دُرِّب ٣ أشخاص في بلدين.") && few.contains("<caption>المدرَّبون في البلد</caption>"));
}

#[test]
fn a_figure_that_was_only_reported_promises_no_records() {
    let page = page(Locale::En, "wells", None);
    assert!(page.contains("No record has been counted by this rule yet"));
    for promise in ["keep the word", "with a version", "id=\"chain\"", "id=\"history\""] {
        assert!(!page.contains(promise), "{promise}");
    }
}

#[test]
fn in_a_real_programme_nothing_stands_at_a_hatched_edge() {
    let mut programme = fixture::programme();
    programme.demonstration = false;
    let page = page_of(&programme, &fixture::releases(), Locale::En, ("trained", None)).unwrap();
    for invented in ["class=\"ex\"", "class=\"hv\"", "Invented", "noindex", "demonstration"] {
        assert!(!page.contains(invented), "{invented}");
    }
}

#[test]
fn a_page_is_plain_small_and_the_same_each_time() {
    for locale in [Locale::En, Locale::Ar] {
        let page = page(locale, "trained", None);
        for forbidden in ["style=", "<style", "<script", "onclick", "javascript:"] {
            assert!(!page.contains(forbidden), "{forbidden}");
        }
        assert_eq!(page, self::page(locale, "trained", None));
    }
}

#[test]
fn what_does_not_exist_has_no_page() {
    let (programme, releases) = (fixture::programme(), fixture::releases());
    for wrong in
        [("bridges", None), ("trained", Some(3)), ("trained", Some(0)), ("wells", Some(1)), ("1.1", None)]
    {
        assert_eq!(page_of(&programme, &releases, Locale::En, wrong), None, "{wrong:?}");
    }
    assert_eq!(
        page_of(&programme, &releases, Locale::Fr, ("trained", None)),
        None,
        "a language that it lacks"
    );
}

#[test]
fn the_address_without_a_version_leads_to_the_newest() {
    let (programme, releases) = (fixture::programme(), fixture::releases());
    let of = SiteProgramme {
        programme: &programme,
        earlier: &std::collections::BTreeMap::new(),
        releases: &releases,
    };
    assert_eq!(current_version(&of, "trained"), Some(2));
    assert_eq!(current_version(&of, "wells"), None);
    assert!(
        page(Locale::En, "trained", None)
            .contains("rel=\"canonical\" href=\"https://figures.example/f/wells/trained/v2\"")
    );
}

#[test]
fn what_is_counted_by_head_is_said() {
    let (programme, mut releases) = (fixture::programme(), fixture::releases());
    let heads = serde_json::json!({"rows": 21, "persons": 840});
    releases[1].figures[0].head_counts = serde_json::from_value(heads).unwrap();
    let page = page_of(&programme, &releases, Locale::En, ("trained", None)).unwrap();
    assert!(page.contains("840 of 1\u{202f}600 come from 21 head counts of groups"));
}
