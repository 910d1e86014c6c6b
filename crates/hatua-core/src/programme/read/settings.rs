//! `programme.toml`: what the programme is, its objectives, money, quarters, who reports, what may be shown.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use jiff::tz::{TimeZoneDatabase, TimeZoneName};

use super::context::Context;
use super::dimension;
use super::file::{At, nearest};
use super::table::{Document, Table, texts_of};
use super::years;
use crate::id::{DimensionName, FigureSlug, PartnerCode, ProgrammeId, RegisterName};
use crate::period::Quarter;
use crate::programme::{
    ArabicDigits, Dimension, DisclosurePolicy, ExpectedReports, FigureDisclosure, Funding, Locale, Objective,
    Periods, ReportSchedule,
};

const KEYS: [&str; 18] = [
    "id",
    "reference",
    "demonstration",
    "locales",
    "arabic_digits",
    "time_zone",
    "currency",
    "starts",
    "ends",
    "countries",
    "country_sections",
    "picture",
    "objective",
    "funding",
    "disclosure",
    "dimension",
    "periods",
    "reports",
];
const FUNDING_KEYS: [&str; 7] =
    ["name", "amount", "said_by", "said_on", "source_title", "source_address", "leading"];
const DISCLOSURE_KEYS: [&str; 7] = ["k", "exact", "tables", "one_way", "each", "things", "figure"];
/// The smallest threshold: below it, a cell of one person would be shown.
const K_MIN: i64 = 2;
/// A report is due within a quarter.
const DUE_DAY_MAX: i64 = 90;

/// What `programme.toml` says; a value that could not be read is absent, and its mistake is noted.
#[derive(Default)]
pub(super) struct Settings {
    pub(super) id: Option<ProgrammeId>,
    pub(super) reference: Option<String>,
    pub(super) demonstration: bool,
    pub(super) locales: Vec<Locale>,
    pub(super) arabic_digits: Option<ArabicDigits>,
    pub(super) time_zone: Option<String>,
    pub(super) currency: Option<String>,
    pub(super) days: Option<(Date, Date)>,
    pub(super) countries: Vec<String>,
    pub(super) country_sections: Vec<String>,
    pub(super) picture: Option<String>,
    pub(super) objectives: Vec<Objective>,
    pub(super) funding: Vec<Funding>,
    pub(super) disclosure: Option<DisclosurePolicy>,
    pub(super) dimensions: Vec<Dimension>,
    pub(super) periods: Option<Periods>,
    pub(super) reports: Option<ReportSchedule>,
}

/// Reads the file.
pub(super) fn read_settings(document: &Document<'_>, context: &Context<'_>) -> Settings {
    let root = document.root(&KEYS);
    let digits = [("arab", ArabicDigits::Arab), ("latin", ArabicDigits::Latin)];
    let days = read_days(root);
    let picture = root.need_text("picture").filter(|found| context.media.check(root.file, *found));
    let dimensions = root.tables("dimension", &["name", "column", "also", "codes", "bands"]);
    check_twice(root, "dimension", "name");
    Settings {
        id: root.need("id", root.word("id")),
        reference: root.text("reference").map(|reference| reference.value.to_owned()),
        demonstration: root.flag("demonstration"),
        locales: read_locales(root),
        arabic_digits: match root.text("arabic_digits") {
            None => Some(ArabicDigits::Latin),
            Some(found) => root.file.one_of(found, "a set of digits", &digits),
        },
        time_zone: read_time_zone(root),
        currency: read_currency(root),
        days,
        countries: read_countries(root, context),
        country_sections: root.texts("country_sections").iter().map(|found| found.value.to_owned()).collect(),
        picture: picture.map(|picture| picture.value.to_owned()),
        objectives: read_objectives(root, context),
        funding: read_funding(root),
        disclosure: read_disclosure(root, context),
        dimensions: dimensions
            .into_iter()
            .filter_map(|table| dimension::read_dimension(table, context))
            .collect(),
        periods: days.and_then(|days| read_periods(root, days)),
        reports: Some(read_reports(root, context)),
    }
}

/// Notes the same name in two tables of a list.
pub(super) fn check_twice(root: Table<'_>, list: &str, key: &str) {
    let mut seen = BTreeSet::new();
    for found in root.tables(list, &[]).into_iter().filter_map(|table| table.text(key)) {
        if !seen.insert(found.value) {
            let help = format!("give one of the two another `{key}`");
            root.file.find(found.at, "duplicate_name", format!("`{}` stands twice", found.value), help);
        }
    }
}

fn read_locales(root: Table<'_>) -> Vec<Locale> {
    let known = Locale::ALL.map(|locale| (locale.tag(), locale));
    let written = root.need("locales", Some(root.texts("locales"))).unwrap_or_default();
    let mut locales = Vec::new();
    for found in &written {
        let Some(locale) = root.file.one_of(*found, "a language", &known) else { continue };
        if locales.contains(&locale) {
            let help = "name each language once".to_owned();
            root.file.find(found.at, "duplicate_name", format!("`{}` stands twice", found.value), help);
        }
        locales.push(locale);
    }
    if let (true, Some(value)) = (locales.first() != Some(&Locale::En), root.value("locales")) {
        let help =
            "addresses without a language are English, so `en` stands first: [\"en\", \"fr\"]".to_owned();
        root.file.find(value.span().start, "invalid_value", "the first language is not `en`".into(), help);
    }
    locales
}

fn read_time_zone(root: Table<'_>) -> Option<String> {
    let found = root.need_text("time_zone")?;
    // The database that is compiled in: a programme's days are the same on every machine.
    let database = TimeZoneDatabase::bundled();
    let known: Vec<TimeZoneName<'_>> = database.available().collect();
    let known: Vec<&str> = known.iter().map(TimeZoneName::as_str).collect();
    if !known.contains(&found.value) {
        let near = nearest(found.value, &known).map(|near| format!("did you mean `{near}`? "));
        let help = format!(
            "{}a name of the time zone database: area and city, for example Africa/Nairobi, or UTC",
            near.unwrap_or_default()
        );
        root.file.find(found.at, "invalid_value", format!("`{}` is not a time zone", found.value), help);
        return None;
    }
    Some(found.value.to_owned())
}

fn read_currency(root: Table<'_>) -> Option<String> {
    let found = root.need_text("currency")?;
    if found.value.len() != 3 || !found.value.bytes().all(|b| b.is_ascii_uppercase()) {
        let help = "three capital letters of ISO 4217, for example EUR".to_owned();
        root.file.find(found.at, "invalid_value", format!("`{}` is not a currency", found.value), help);
        return None;
    }
    Some(found.value.to_owned())
}

fn read_days(root: Table<'_>) -> Option<(Date, Date)> {
    let starts = root.need("starts", root.date("starts"));
    let ends = root.need("ends", root.date("ends"));
    let (starts, ends) = (starts?, ends?);
    if ends < starts {
        let at = root.value("ends")?.span().start;
        let help = "the last day comes after the first".to_owned();
        root.file.find(at, "out_of_range", format!("the programme ends on {ends}, before it starts"), help);
        return None;
    }
    Some((starts, ends))
}

fn read_countries(root: Table<'_>, context: &Context<'_>) -> Vec<String> {
    let written = root.need("countries", Some(root.texts("countries"))).unwrap_or_default();
    let mut countries = Vec::new();
    for found in written {
        context.countries.check(root.file, found);
        if countries.iter().any(|country| country == found.value) {
            let help = "name each country once".to_owned();
            root.file.find(found.at, "duplicate_name", format!("`{}` stands twice", found.value), help);
        }
        countries.push(found.value.to_owned());
    }
    countries
}

fn read_objectives(root: Table<'_>, context: &Context<'_>) -> Vec<Objective> {
    let tables = root.tables("objective", &["code", "lead"]);
    root.need("objective", Some(()));
    check_twice(root, "objective", "code");
    let mut objectives = Vec::new();
    for table in tables {
        let code = table.need_text("code").filter(|code| is_text_code(table, *code));
        let lead = table
            .text("lead")
            .filter(|lead| context.slugs.check(table.file, *lead))
            .and_then(|lead| table.file.word::<FigureSlug>(lead));
        if let Some(code) = code {
            objectives.push(Objective { code: code.value.to_owned(), lead });
        }
    }
    objectives
}

/// A code that becomes part of a text's key: letters, digits, hyphens.
fn is_text_code(table: Table<'_>, found: At<&str>) -> bool {
    let fits = found.value.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
    if !fits {
        let help = "letters without accents, digits and hyphens".to_owned();
        table.file.find(
            found.at,
            "invalid_value",
            format!("`{}` can't be part of a text's key", found.value),
            help,
        );
    }
    fits
}

fn read_funding(root: Table<'_>) -> Vec<Funding> {
    check_twice(root, "funding", "name");
    let mut list = Vec::new();
    for table in root.tables("funding", &FUNDING_KEYS) {
        let name = table.need_text("name").filter(|name| is_text_code(table, *name));
        let amount = table.need("amount", table.integer("amount"));
        if let Some(amount) = amount.filter(|amount| amount.value < 0) {
            let help = "whole units of the programme's currency, 0 or more".to_owned();
            table.file.find(amount.at, "out_of_range", "an amount below zero".into(), help);
        }
        let said_by = table.need_text("said_by");
        let said_on = table.need("said_on", table.as_of("said_on"));
        let source_title = table.need_text("source_title");
        if let (Some(name), Some(amount), Some(said_by), Some(said_on), Some(title)) =
            (name, amount, said_by, said_on, source_title)
        {
            list.push(Funding {
                name: name.value.to_owned(),
                amount: amount.value,
                said_by: said_by.value.to_owned(),
                said_on,
                source_title: title.value.to_owned(),
                source_address: table.text_or_empty("source_address"),
                is_leading: table.flag("leading"),
            });
        }
    }
    list
}

fn read_disclosure(root: Table<'_>, context: &Context<'_>) -> Option<DisclosurePolicy> {
    let table = root.need("disclosure", root.table("disclosure", &DISCLOSURE_KEYS))?;
    let k = table.need("k", read_k(table));
    let exact = read_exact(table);
    let tables = figures_of(table, "tables", context);
    let one_way = dimensions_of(table, "one_way", context);
    let each = dimensions_of(table, "each", context);
    let things = table.texts("things").into_iter().map(|found| found.value.to_owned()).collect();
    let figures = read_own_disclosure(table, context);
    Some(DisclosurePolicy { k: k?, exact, tables, one_way, each, things, figures })
}

fn read_k(table: Table<'_>) -> Option<u64> {
    let k = table.integer("k")?;
    if k.value < K_MIN {
        let help = format!("the smallest number of persons that is shown: {K_MIN} or more, usually 5");
        table.file.find(k.at, "out_of_range", format!("`k` is {}", k.value), help);
    }
    u64::try_from(k.value).ok()
}

fn read_exact(table: Table<'_>) -> Vec<String> {
    let words = [("programme", "programme"), ("country", "country")];
    let one_of = |found| table.file.one_of(found, "a total that can be exact by policy", &words);
    table.texts("exact").into_iter().filter_map(one_of).map(str::to_owned).collect()
}

/// What holds for one figure instead of the programme-wide values.
fn read_own_disclosure(table: Table<'_>, context: &Context<'_>) -> BTreeMap<FigureSlug, FigureDisclosure> {
    check_twice(table, "figure", "slug");
    let mut figures = BTreeMap::new();
    for own in table.tables("figure", &["slug", "k", "exact"]) {
        let found = own.need("slug", own.text("slug"));
        if !own.has("k") && !own.has("exact") {
            let help = "write `k`, `exact` or both; without them the programme's hold".to_owned();
            own.file.find(own.at, "missing_key", "nothing is said about the figure".into(), help);
        }
        let disclosure =
            FigureDisclosure { k: read_k(own), exact: own.has("exact").then(|| read_exact(own)) };
        let slug = found.filter(|found| context.slugs.check(own.file, *found));
        if let Some(slug) = slug.and_then(|found| own.file.word::<FigureSlug>(found)) {
            figures.insert(slug, disclosure);
        }
    }
    figures
}

/// A list of dimensions, each checked.
fn dimensions_of(table: Table<'_>, key: &str, context: &Context<'_>) -> Vec<DimensionName> {
    let known = |found: &At<&str>| context.dimensions.check(table.file, *found);
    table.texts(key).into_iter().filter(known).filter_map(|found| table.file.word(found)).collect()
}

/// A list of figures, each checked.
pub(super) fn figures_of(table: Table<'_>, key: &str, context: &Context<'_>) -> Vec<FigureSlug> {
    let mut figures: Vec<FigureSlug> = Vec::new();
    for found in table.texts(key) {
        if !context.slugs.check(table.file, found) {
            continue;
        }
        let Some(slug) = table.file.word::<FigureSlug>(found) else { continue };
        if figures.contains(&slug) {
            let help = "name each figure once".to_owned();
            table.file.find(found.at, "duplicate_name", format!("`{slug}` stands twice"), help);
        }
        figures.push(slug);
    }
    figures
}

/// The quarters, by default those in which the programme starts and ends.
fn read_periods(root: Table<'_>, (starts, ends): (Date, Date)) -> Option<Periods> {
    let Some(table) = root.table("periods", &["first", "last", "years"]) else {
        return (!root.has("periods")).then(|| Periods {
            first: Quarter::of(starts),
            last: Quarter::of(ends),
            years: Vec::new(),
        });
    };
    let years = years::read_years(table);
    let first: Option<Quarter> = table.need("first", table.word("first"));
    let last: Option<Quarter> = table.need("last", table.word("last"));
    let (first, last) = (first?, last?);
    if last < first {
        let at = table.value("last")?.span().start;
        let help = "the last quarter is not before the first".to_owned();
        root.file.find(at, "out_of_range", format!("{last} comes before {first}"), help);
        return None;
    }
    Some(Periods { first, last, years })
}

fn read_reports(root: Table<'_>, context: &Context<'_>) -> ReportSchedule {
    let nothing = ReportSchedule { due_day: 0, expected: Vec::new() };
    let Some(table) = root.table("reports", &["due_day", "expected"]) else { return nothing };
    let due_day = table.need("due_day", table.integer("due_day"));
    let days = due_day
        .and_then(|day| u8::try_from(day.value).ok().filter(|_| (1..=DUE_DAY_MAX).contains(&day.value)));
    if let (Some(day), None) = (due_day, days) {
        let help = format!("days after the quarter's end: 1 to {DUE_DAY_MAX}");
        table.file.find(day.at, "out_of_range", format!("`due_day` is {}", day.value), help);
    }
    let mut expected: Vec<ExpectedReports> = Vec::new();
    for entry in table.tables("expected", &["partner", "from", "registers"]) {
        let Some(report) = read_expected(entry, context) else { continue };
        if expected.iter().any(|other| other.partner == report.partner) {
            let at = entry.value("partner").map_or(entry.at, |value| value.span().start);
            let help = "one entry for each partner".to_owned();
            table.file.find(at, "duplicate_name", format!("`{}` stands twice", report.partner), help);
        }
        expected.push(report);
    }
    ReportSchedule { due_day: days.unwrap_or_default(), expected }
}

fn read_expected(table: Table<'_>, context: &Context<'_>) -> Option<ExpectedReports> {
    let partner = table
        .need("partner", table.text("partner"))
        .filter(|found| context.partners.check(table.file, *found));
    let from: Option<Quarter> = table.need("from", table.word("from"));
    let written = table.need("registers", table.value("registers"));
    let mut registers = Vec::new();
    for found in written.map(|value| texts_of(table.file, "registers", value)).unwrap_or_default() {
        if context.register_names.check(table.file, found) {
            registers.extend(table.file.word::<RegisterName>(found));
        }
    }
    if registers.is_empty() && written.is_some() {
        let help = "name at least one register".to_owned();
        table.file.find(
            table.at,
            "missing_value",
            "a partner is expected to report on no register".into(),
            help,
        );
    }
    Some(ExpectedReports { partner: table.file.word::<PartnerCode>(partner?)?, from: from?, registers })
}
