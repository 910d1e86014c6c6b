//! A small programme and its releases, for tests: wells and water committees. Nothing in it is real.

use std::collections::BTreeMap;

use hatua_core::id::{
    ColumnName, DimensionName, FigureSlug, IndicatorCode, PartnerCode, ProgrammeId, RegisterName,
};
use hatua_core::programme::indicator::Band;
use hatua_core::programme::{
    ArabicDigits, Attribute, Contract, Dimension, DimensionCodes, DisclosurePolicy, Document,
    ExpectedReports, Funding, Indicator, Locale, Measure, News, NewsText, Objective, Organisation,
    OrganisationKind, Periods, Place, Programme, RemovedFigure, ReportSchedule, Source,
};
use hatua_core::release::Release;
use hatua_core::statement::{AsOf, Grade, Statement, Subject};
use jiff::civil::date;

const ENGLISH: &str = "
title = Water for the Highlands
summary = People drink clean water, all year & everywhere.
cofunding = The programme is co-funded by the district with EUR 1 million.
objectives-lead = The specific objectives are:
theme = Water
region = The Highlands
hero-caption = A well
hero-alt = Drawing: a well under a tree
partners-note = named on their own pages
contracts-note = The registry has one contract:
masthead-note = Demonstration, not a publication of the Water Fund
real-note = the texts, money and reported numbers, each with its source
invented-note = everything beside a hatched edge
objective-I = (I) To train water committees.
objective-I-short = Committees
objective-II = (II) To build wells.
objective-II-short = Wells
funding-fund = Water Fund contribution
funding-fund-display = 4 000 000 €
document-fiche = Action fiche
document-fiche-note = The action as adopted.
figure-trained-name = Number of people trained in water committees
figure-trained-short = People trained
figure-trained-lead = people trained
figure-trained-definition = Different people who attended a training.
figure-trained-counted =
    a person with one attendance
    a person of any age
figure-trained-not-counted =
    trainers
figure-trained-method = Each person is counted once.
figure-wells-name = Number of wells built
figure-wells-short = Wells built
figure-wells-lead = wells built
figure-wells-definition = Wells handed over.
figure-wells-counted = a new well
figure-wells-not-counted = a repaired well
figure-wells-method = Different wells.
figure-staff-name = Number of staff trained
figure-staff-short = Staff trained
figure-staff-definition = Staff who attended a training.
figure-staff-counted = staff
figure-staff-not-counted = visitors
figure-staff-method = Different people.
dimension-country = country
dimension-sex = sex
dimension-age = age
sex-F = Women
sex-M = Men
sex-unknown = Not recorded
age-18-29 = 18–29
age-45-plus = 30 and over
unit-person = person
unit-well = well
said-by-fund-page = Water Fund page
register-attendance = attendance lists
removed-audience = It counted listeners as people reached.
";

const ARABIC: &str = "
title = مياه المرتفعات
summary = يشرب الناس ماءً نظيفًا.
masthead-note = عرض تجريبي
language-note = ترجمة غير رسمية
real-note = النصوص
invented-note = كل ما بجانبه حافة مخططة
figure-trained-name = عدد الأشخاص المدرَّبين
figure-trained-short = المدرَّبون
figure-trained-lead = شخصًا دُرِّبوا
dimension-sex = الجنس
sex-F = نساء
sex-M = رجال
objective-I = تدريب اللجان.
objective-I-short = اللجان
";

fn slug(text: &str) -> FigureSlug {
    FigureSlug::new(text).unwrap()
}

fn statement(code: &str, value: i64, said_on: AsOf) -> Statement {
    Statement {
        subject: Subject::Figure(IndicatorCode::new(code).unwrap()),
        definition: "v1".into(),
        value,
        unit: "person".into(),
        as_of: said_on,
        said_by: "Fund page".into(),
        said_on,
        source_title: "Page of the action".into(),
        source_address: "https://fund.example/page".into(),
        grade: Grade::C,
        note: String::new(),
    }
}

fn indicator(code: &str, name: &str, objective: &str, never_add: &[&str]) -> Indicator {
    let from = match name {
        "trained" => {
            vec![Source { register: RegisterName::new("attendance").unwrap(), condition: None, except: None }]
        }
        _ => Vec::new(),
    };
    Indicator {
        code: IndicatorCode::new(code).unwrap(),
        slug: slug(name),
        objective: objective.into(),
        definition: "v1".into(),
        unit: if name == "wells" { "well" } else { "person" }.into(),
        measure: Measure::Distinct,
        from,
        head_counts: None,
        beside: Vec::new(),
        by: ["country", "sex"].map(|name| DimensionName::new(name).unwrap()).to_vec(),
        attribute: Attribute::First,
        never_add: never_add.iter().map(|name| slug(name)).collect(),
        estimate: name == "wells",
        crosswalk: Vec::new(),
        rule_text: format!("[[indicator]]\ncode = \"{code}\""),
    }
}

fn organisation(code: &str, name: &str, kind: OrganisationKind) -> Organisation {
    let source = if kind == OrganisationKind::Named { "Its own page" } else { "" };
    Organisation {
        code: PartnerCode::new(code).unwrap(),
        name: name.into(),
        kind,
        is_lead: code == "A" || code == "WTR",
        source_title: source.into(),
        source_address: String::new(),
    }
}

fn place(code: &str, english: &str, arabic: &str) -> Place {
    Place {
        code: code.into(),
        level: "country".into(),
        parent: String::new(),
        pcode: code.into(),
        names: BTreeMap::from([(Locale::En, english.to_owned()), (Locale::Ar, arabic.to_owned())]),
    }
}

fn news() -> News {
    let english = NewsText {
        title: "A well for Upper Ford".into(),
        caption: Some("The well".into()),
        picture_alt: "Drawing: a well".into(),
        teaser: "Water *flows* <b>now</b>.".into(),
    };
    News {
        slug: "upper-ford".into(),
        dated_on: date(2018, 6, 4),
        said_by: "Fund page".into(),
        picture: "well.svg".into(),
        figures: vec![slug("wells")],
        is_about_a_child: false,
        countries: vec!["LS".into()],
        texts: BTreeMap::from([(Locale::En, english)]),
    }
}

fn contract() -> Contract {
    Contract {
        reference: "W-01".into(),
        title: "Water".into(),
        holder: "Waterworks".into(),
        kind: "grant".into(),
        amount: 4_000_000,
        starts: date(2016, 4, 1),
        ends: date(2019, 3, 31),
        said_by: "Fund page".into(),
        said_on: AsOf::Year(2021),
        source_title: "Registry".into(),
        source_address: String::new(),
        note: String::new(),
    }
}

fn funding() -> Funding {
    Funding {
        name: "fund".into(),
        amount: 4_000_000,
        said_by: "Fund page".into(),
        said_on: AsOf::Month(2018, 7),
        source_title: "Page of the action".into(),
        source_address: String::new(),
        is_leading: true,
    }
}

fn dimensions() -> Vec<Dimension> {
    let listed = |name: &str, codes: &[&str]| Dimension {
        name: DimensionName::new(name).unwrap(),
        columns: vec![ColumnName::new(name).unwrap()],
        also: Vec::new(),
        codes: DimensionCodes::Listed(codes.iter().map(|code| (*code).to_owned()).collect()),
    };
    let bands = vec![
        Band { code: "18-29".into(), from: 18, to: Some(29) },
        Band { code: "45+".into(), from: 30, to: None },
    ];
    let age = Dimension {
        name: DimensionName::new("age").unwrap(),
        columns: vec![ColumnName::new("age_years").unwrap()],
        also: Vec::new(),
        codes: DimensionCodes::Bands(BTreeMap::from([(slug("trained"), bands)])),
    };
    vec![listed("country", &["LS", "SZ"]), listed("sex", &["F", "M"]), age]
}

fn disclosure() -> DisclosurePolicy {
    DisclosurePolicy {
        k: 5,
        exact: vec!["country".into()],
        tables: vec![slug("trained")],
        one_way: ["sex", "age"].map(|name| DimensionName::new(name).unwrap()).into(),
        each: vec![DimensionName::new("country").unwrap()],
        things: Vec::new(),
        figures: BTreeMap::new(),
    }
}

fn objective((code, lead): (&str, &str)) -> Objective {
    Objective { code: code.into(), lead: Some(slug(lead)) }
}

/// The programme, with these message files.
pub fn programme_with_texts(texts: BTreeMap<Locale, String>) -> Programme {
    Programme {
        id: ProgrammeId::new("wells").unwrap(),
        reference: "W-1".into(),
        demonstration: true,
        locales: vec![Locale::En, Locale::Ar],
        arabic_digits: ArabicDigits::Arab,
        time_zone: "UTC".into(),
        currency: "EUR".into(),
        starts: date(2016, 4, 1),
        ends: date(2019, 3, 31),
        countries: vec!["LS".into(), "SZ".into()],
        country_sections: Vec::new(),
        picture: "well.svg".into(),
        objectives: [("I", "trained"), ("II", "wells")].map(objective).to_vec(),
        funding: vec![funding()],
        disclosure: disclosure(),
        dimensions: dimensions(),
        periods: Periods {
            first: "2018-Q1".parse().unwrap(),
            last: "2018-Q2".parse().unwrap(),
            years: Vec::new(),
        },
        reports: ReportSchedule {
            due_day: 10,
            expected: vec![ExpectedReports {
                partner: PartnerCode::new("A").unwrap(),
                from: "2018-Q1".parse().unwrap(),
                registers: vec![RegisterName::new("attendance").unwrap()],
            }],
        },
        indicators: vec![
            indicator("1.1", "trained", "I", &["staff"]),
            indicator("1.2", "staff", "I", &["trained"]),
            indicator("2.1", "wells", "II", &[]),
        ],
        removed: vec![RemovedFigure {
            slug: slug("audience"),
            removed_on: date(2018, 7, 16),
            instead: Some(slug("wells")),
        }],
        registers: BTreeMap::new(),
        places: vec![place("LS", "Upland", "أبلاند"), place("SZ", "Lowland", "لولاند")],
        organisations: vec![
            organisation("WTR", "Waterworks", OrganisationKind::Named),
            organisation("A", "Partner A (demo)", OrganisationKind::Reporting),
            organisation("B", "Partner B (demo)", OrganisationKind::Reporting),
        ],
        contracts: vec![contract()],
        statements: vec![
            statement("1.1", 1_600, AsOf::Month(2018, 7)),
            statement("1.1", 9_000, AsOf::Day(date(2021, 12, 17))),
            statement("1.2", 575, AsOf::Month(2018, 7)),
            statement("2.1", 40, AsOf::Month(2018, 7)),
        ],
        documents: vec![Document {
            slug: "fiche".into(),
            file: "fiche.pdf".into(),
            dated_on: date(2015, 12, 16),
        }],
        news: vec![news()],
        texts,
        media: BTreeMap::from([
            ("media/well.svg".to_owned(), b"<svg/>".to_vec()),
            ("documents/fiche.pdf".to_owned(), b"%PDF".to_vec()),
        ]),
    }
}

/// The programme in English, with a part of its texts in Arabic.
pub fn programme() -> Programme {
    programme_with_texts(BTreeMap::from([(Locale::En, ENGLISH.to_owned()), (Locale::Ar, ARABIC.to_owned())]))
}

fn figure(version: u32, value: u64) -> serde_json::Value {
    let half = value / 2;
    serde_json::json!({
        "code": "1.1", "slug": "trained", "definition": "v1", "unit": "person",
        "value": {"status": "published", "value": value}, "version": version, "records": 2184,
        "chain": [
            {"stage": "received", "remaining": 2287, "left_out": []},
            {"stage": "verified", "remaining": 2184, "left_out": [["pending", 70], ["withdrawn", 33]]},
            {"stage": "once_in_programme", "remaining": value, "left_out": [["same_unit_other_partner", 2184 - value]]},
        ],
        "tables": [
            {"state": "shown", "key": {"first": "country"}, "cells": [
                {"code": "LS", "status": "published", "value": value - half}, {"code": "SZ", "status": "published", "value": half}]},
            {"state": "shown", "key": "quarter", "cells": [
                {"code": "2018-Q1", "status": "published", "value": value - half}, {"code": "2018-Q2", "status": "published", "value": half}]},
            {"state": "shown", "key": {"first": "sex"}, "cells": [
                {"code": "F", "status": "published", "value": half}, {"code": "M", "status": "published", "value": value - half},
                {"code": "unknown", "status": "nil"}]},
            {"state": "not_shown", "key": {"first": "age"}, "last_shown": "R1.1"},
        ],
        "coverage": {"quarter": "2018-Q2", "answered": 1, "expected": 2},
        "evidence": {"grade": "B", "reaching": 2184, "counted": 2184},
    })
}

fn release(id: &str, issued_on: &str, figure: &serde_json::Value) -> Release {
    serde_json::from_value(serde_json::json!({
        "programme": "wells", "id": id, "demonstration": true,
        "data_from": "2018-01-01", "data_to": "2018-06-30", "issued_on": issued_on,
        "ledger_size": 2300, "programme_version": 1, "figures": [figure],
        "reports": [
            {"partner": "A", "quarters": [["2018-Q1", {"received": 8}], ["2018-Q2", {"received": 14}]]},
            {"partner": "B", "quarters": [["2018-Q1", {"nil": 5}], ["2018-Q2", "not_reported"]]},
        ],
        "signatures": [],
    }))
    .unwrap()
}

/// R1.1, and R1.2 which corrects it.
pub fn releases() -> Vec<Release> {
    let mut corrected = figure(2, 1_600);
    corrected["restatement"] = serde_json::json!({
        "previous_version": 1, "previous": {"status": "published", "value": 1643},
        "reason": "43 people were on the lists of two partners.",
    });
    vec![release("R1.1", "2018-07-16", &figure(1, 1_643)), release("R1.2", "2018-07-27", &corrected)]
}

/// Calls `with` for the page of the programme's newest release.
pub fn with_edition<T>(
    programme: &Programme,
    releases: &[Release],
    locale: Locale,
    with: impl FnOnce(&crate::site::action_page::edition::Edition) -> T,
) -> T {
    let of = crate::site::SiteProgramme { programme, earlier: &BTreeMap::new(), releases };
    let site = crate::site::Site { programmes: &[of], origin: None };
    let context = crate::site::Context::of_programme(&site, programme, locale).unwrap();
    with(&crate::site::action_page::edition::Edition { context: &context, of, release: of.current() })
}
