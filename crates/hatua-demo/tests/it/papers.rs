//! The papers behind the rows: whose pages were sent, which came late, which never did, and what stands on one.

use std::collections::{BTreeMap, BTreeSet};

use hatua_demo::{DemoAct, DemoDocument};
use jiff::Timestamp;
use jiff::civil::Date;

use crate::counter::{rows, world};

/// Documents of rows that are sent back, that wait, or whose paper stays where it is.
const ABSENT: [&str; 8] = [
    "CERTIFICATE-INF-08",
    "HANDOVER-BP-031",
    "HANDOVER-BP-063",
    "LIST-TB-009-E",
    "LIST-TR-012-A",
    "LIST-TR-078-A",
    "REPORT-AW-05",
    "REPORT-AW-18",
];

fn sent() -> impl Iterator<Item = (Timestamp, &'static DemoDocument)> {
    world().demonstration.acts.iter().filter_map(|dated| match &dated.act {
        DemoAct::Document(page) => Some((dated.at, page)),
        _ => None,
    })
}

fn incoming() -> impl Iterator<Item = &'static DemoDocument> {
    world().demonstration.incoming_documents.iter()
}

fn text(page: &DemoDocument) -> String {
    page.bytes.iter().map(|byte| char::from(*byte)).collect()
}

fn day(at: Timestamp) -> Date {
    jiff::tz::TimeZone::UTC.to_datetime(at).date()
}

/// The documents that rows of registers name.
fn named(registers: &[&str]) -> BTreeSet<(String, String)> {
    let all = world().attendances.iter().chain(&world().others);
    let of_registers = all.filter(|one| registers.contains(&one.register.as_str()));
    of_registers.map(|one| (one.partner.clone(), one.get("document").to_owned())).collect()
}

#[test]
fn every_list_handover_and_report_has_its_page_but_eight() {
    let pages: BTreeSet<(String, String)> =
        sent().map(|(_, page)| (page.partner.to_string(), page.document.to_string())).collect();
    assert_eq!(pages.len(), sent().count(), "a document has one page");
    let with_paper =
        ["training", "attendance", "border_station_support", "infrastructure", "awareness_activity"];
    let mut without: Vec<(String, String)> = named(&with_paper).difference(&pages).cloned().collect();
    without.sort_by(|a, b| a.1.cmp(&b.1));
    assert_eq!(without.iter().map(|(_, document)| document.as_str()).collect::<Vec<_>>(), ABSENT);
    assert_eq!(
        pages.difference(&named(&with_paper)).count(),
        0,
        "no page is of a document that no row names"
    );
    let files: Vec<&str> = incoming().map(|page| page.name.as_str()).collect();
    assert_eq!(files, ["LIST-TR-079-G.pdf", "LIST-TB-029-G.pdf", "LIST-TR-080-E.pdf"]);
}

#[test]
fn the_papers_of_people_in_need_are_never_sent() {
    let protected = [
        "protection_service",
        "group_head_count",
        "return_case",
        "reintegration_support",
        "livelihood_support",
    ];
    let named = named(&protected);
    assert!(named.len() > 100, "{}", named.len());
    let is_named =
        |page: &DemoDocument| named.contains(&(page.partner.to_string(), page.document.to_string()));
    assert!(sent().all(|(_, page)| !is_named(page)));
}

#[test]
fn a_page_comes_on_the_day_of_its_package_and_four_came_late() {
    let mut imported = BTreeMap::new();
    let mut late = Vec::new();
    for dated in &world().demonstration.acts {
        match &dated.act {
            DemoAct::Import(file) => {
                for row in rows(file) {
                    let document = row.get("document").cloned().unwrap_or_default();
                    imported.entry((file.partner.clone(), document)).or_insert(dated.at);
                }
            }
            DemoAct::Document(page) => {
                let rows_came = imported[&(page.partner.clone(), page.document.to_string())];
                if day(rows_came) != day(dated.at) {
                    late.push((page.document.as_str(), day(dated.at).to_string()));
                }
            }
            _ => {}
        }
    }
    let expected = [
        ("LIST-TR-004-E", "2017-02-14"),
        ("LIST-TB-012-C", "2018-02-06"),
        ("HANDOVER-BP-002", "2018-02-06"),
        ("LIST-TR-070-F", "2018-07-20"),
    ];
    assert_eq!(late, expected.map(|(document, day)| (document, day.to_owned())));
}

#[test]
fn every_page_says_that_it_is_no_real_document_and_names_nobody() {
    let mut people = BTreeSet::new();
    for one in world().attendances.iter().chain(&world().others) {
        let full = [one.get("given_name"), one.get("family_name")];
        if full.iter().all(|part| !part.is_empty()) {
            people.insert(full.join(" "));
            people.insert(format!("{} {}", full[1], full[0]));
        }
    }
    assert!(people.len() > 3000, "{}", people.len());
    for page in sent().map(|(_, page)| page).chain(incoming()) {
        let text = text(page);
        assert!(text.starts_with("%PDF-1.4") && text.ends_with("%%EOF\n"), "{}", page.name);
        assert!(text.contains("(Demonstration, not a real document) Tj"), "{}", page.name);
        assert!(text.contains("(Demonstration data: invented records) Tj"), "{}", page.name);
        assert!(text.contains(&format!("(Document: {}) Tj", page.document)), "{}", page.name);
        assert!(
            text.contains(&format!("(Partner: Partner {} \\(demo\\)) Tj", page.partner)),
            "{}",
            page.name
        );
        let words: Vec<&str> = text.split(|letter: char| !letter.is_alphabetic() && letter != '-').collect();
        let named = words.windows(2).find(|pair| people.contains(&pair.join(" ")));
        assert_eq!(named, None, "{}", page.name);
        assert!(page.bytes.len() < 4_000, "{} has {} bytes", page.name, page.bytes.len());
    }
}

#[test]
fn a_page_says_what_it_stands_behind() {
    let page = |name: &str| {
        let (_, page) = sent().find(|(_, page)| page.document.as_str() == name).unwrap();
        text(page)
    };
    let list = page("LIST-TR-001-C");
    assert!(list.contains("(2016-07-04  TR-001: Migration data and information sharing) Tj"), "{list}");
    assert!(list.contains("(15 people on the list) Tj"), "{list}");
    let named = world().others.iter().filter(|one| one.get("document") == "HANDOVER-BP-001");
    let note = page("HANDOVER-BP-001");
    for one in named.filter(|one| one.register.as_str() == "border_station_support") {
        assert!(note.contains(&format!("({}  {} ", one.get("date"), one.get("station"))), "{note}");
    }
}
