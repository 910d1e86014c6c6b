//! The CSV lists of a package: places, organisations, contracts, and what others said.

use std::collections::{BTreeMap, BTreeSet};

use super::context::Context;
use super::csv::{Row, Sheet};
use super::file::{Names, Report};
use crate::id::{IndicatorCode, PartnerCode};
use crate::programme::{
    Contract, Funding, Indicator, Locale, Organisation, OrganisationKind, Package, Place,
};
use crate::statement::{Grade, Statement, Subject};

fn columns(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// Notes a value that must stand in one row only.
fn check_once(row: Row<'_>, column: &str, seen: &mut BTreeSet<String>) {
    let cell = row.cell(column);
    if !cell.value.is_empty() && !seen.insert(cell.value.to_owned()) {
        let help = format!("one row for each `{column}`");
        row.file().find(cell.at, "duplicate_name", format!("`{}` stands twice", cell.value), help);
    }
}

/// An address of the web, or nothing.
fn read_address(row: Row<'_>) -> String {
    let cell = row.cell("source_address");
    let is_address =
        cell.value.is_empty() || cell.value.starts_with("https://") || cell.value.starts_with("http://");
    if !is_address || cell.value.contains(char::is_whitespace) {
        let help = "https://..., or nothing where the source has no public address".to_owned();
        row.file().find(cell.at, "invalid_value", format!("`{}` is not an address", cell.value), help);
    }
    cell.value.to_owned()
}

/// What a list defines, and whether every row of it could be read.
pub(super) struct Defined<T> {
    /// The things, in the order of the file.
    pub(super) list: Vec<T>,
    /// Whether these are all.
    pub(super) is_complete: bool,
}

/// Reads `places.csv`, with a name in each language.
pub(super) fn read_places(package: &Package, report: &Report, locales: &[Locale]) -> Defined<Place> {
    let mut needed = columns(&["code", "level", "parent", "pcode"]);
    needed.extend(locales.iter().map(|locale| format!("name_{}", locale.tag())));
    let Some(sheet) = Sheet::open(package, "places.csv", report, (&needed, &[])) else {
        return Defined { list: Vec::new(), is_complete: false };
    };
    let mut seen = BTreeSet::new();
    let places = sheet.rows().filter_map(|row| {
        check_once(row, "code", &mut seen);
        read_place(row, locales)
    });
    let list: Vec<Place> = places.collect();
    let is_complete = list.len() == sheet.rows_written;
    let codes = place_names(&list, is_complete);
    for row in sheet.rows().filter(|row| !row.cell("parent").value.is_empty()) {
        codes.check(row.file(), row.cell("parent"));
    }
    check_parents(&sheet, &list);
    Defined { list, is_complete }
}

/// Notes the places that lie in themselves, directly or through others: from them nobody arrives at a country.
fn check_parents(sheet: &Sheet<'_>, places: &[Place]) {
    let codes: BTreeSet<&str> = places.iter().map(|place| place.code.as_str()).collect();
    let mut inside: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for place in places {
        // A parent that is not there is told elsewhere; here it ends the chain.
        let parent = codes.get(place.parent.as_str()).copied().unwrap_or_default();
        inside.entry(parent).or_default().push(&place.code);
    }
    let mut endless = codes;
    let mut waiting = inside.remove("").unwrap_or_default();
    while let Some(code) = waiting.pop() {
        endless.remove(code);
        waiting.extend(inside.remove(code).unwrap_or_default());
    }
    for row in sheet.rows().filter(|row| endless.contains(row.cell("code").value)) {
        let message = format!("the parents of `{}` never come to an end", row.cell("code").value);
        let help = "name the place that it lies in; a country has none".to_owned();
        row.file().find(row.cell("parent").at, "wrong_parent", message, help);
    }
}

fn read_place(row: Row<'_>, locales: &[Locale]) -> Option<Place> {
    let code = row.need("code");
    let level = row.need("level");
    let mut names = BTreeMap::new();
    for locale in locales {
        if let Some(name) = row.need(&format!("name_{}", locale.tag())) {
            names.insert(*locale, name.value.to_owned());
        }
    }
    Some(Place {
        code: code?.value.to_owned(),
        level: level?.value.to_owned(),
        parent: row.text("parent"),
        pcode: row.text("pcode"),
        names,
    })
}

/// The codes of places, to check those that name one.
pub(super) fn place_names(places: &[Place], is_complete: bool) -> Names {
    Names::unread("unknown_place", "a place", "the codes of places.csv")
        .with(places.iter().map(|place| place.code.clone()).collect(), is_complete)
}

/// Reads `organisations.csv`.
pub(super) fn read_organisations(package: &Package, report: &Report) -> Defined<Organisation> {
    let needed = columns(&["code", "name", "kind", "lead", "source_title", "source_address"]);
    let Some(sheet) = Sheet::open(package, "organisations.csv", report, (&needed, &[])) else {
        return Defined { list: Vec::new(), is_complete: false };
    };
    let mut seen = BTreeSet::new();
    let mut list = Vec::new();
    for row in sheet.rows() {
        check_once(row, "code", &mut seen);
        let code: Option<PartnerCode> = row.word("code");
        let name = row.need("name");
        let kind = row.need("kind").and_then(|found| {
            let words = [
                ("named", OrganisationKind::Named),
                ("reporting", OrganisationKind::Reporting),
                ("other", OrganisationKind::Other),
            ];
            row.file().one_of(found, "a kind of organisation", &words)
        });
        let is_lead = row.flag("lead");
        let source_address = read_address(row);
        if kind == Some(OrganisationKind::Named) {
            // A real name stands only on a fact with a source.
            row.need("source_title");
        }
        if let (Some(code), Some(name), Some(kind)) = (code, name, kind) {
            let (name, source_title) = (name.value.to_owned(), row.text("source_title"));
            list.push(Organisation { code, name, kind, is_lead, source_title, source_address });
        }
    }
    let is_complete = list.len() == sheet.rows_written;
    Defined { list, is_complete }
}

/// Reads `contracts.csv`; a package may have none.
pub(super) fn read_contracts(package: &Package, report: &Report) -> Vec<Contract> {
    let needed = columns(&[
        "reference",
        "title",
        "holder",
        "kind",
        "amount",
        "starts",
        "ends",
        "said_by",
        "said_on",
        "source_title",
        "source_address",
        "note",
    ]);
    let Some(sheet) = Sheet::open(package, "contracts.csv", report, (&needed, &[])) else {
        return Vec::new();
    };
    let mut seen = BTreeSet::new();
    let contracts = sheet.rows().filter_map(|row| {
        check_once(row, "reference", &mut seen);
        read_contract(row)
    });
    contracts.collect()
}

fn read_contract(row: Row<'_>) -> Option<Contract> {
    let [reference, title, holder, kind, said_by, source_title] =
        ["reference", "title", "holder", "kind", "said_by", "source_title"]
            .map(|column| row.need(column).map(|cell| cell.value.to_owned()));
    let amount = row.integer("amount");
    let (starts, ends) = (row.date("starts"), row.date("ends"));
    let said_on = row.as_of("said_on");
    let source_address = read_address(row);
    if let (Some(starts), Some(ends)) = (starts, ends)
        && ends < starts
    {
        let help = "the last day comes after the first".to_owned();
        row.file().find(
            row.cell("ends").at,
            "out_of_range",
            "the contract ends before it starts".into(),
            help,
        );
    }
    Some(Contract {
        reference: reference?,
        title: title?,
        holder: holder?,
        kind: kind?,
        amount: amount?,
        starts: starts?,
        ends: ends?,
        said_by: said_by?,
        said_on: said_on?,
        source_title: source_title?,
        source_address,
        note: row.text("note"),
    })
}

/// Reads `statements.csv`; a package may have none.
pub(super) fn read_statements(
    context: &Context<'_>,
    indicators: &[Indicator],
    funding: &[Funding],
) -> Vec<Statement> {
    let needed = columns(&[
        "subject",
        "code",
        "definition",
        "value",
        "unit",
        "as_of",
        "said_by",
        "said_on",
        "source_title",
        "source_address",
        "grade",
        "note",
    ]);
    let Some(sheet) = Sheet::open(context.package, "statements.csv", context.report, (&needed, &[])) else {
        return Vec::new();
    };
    let funds = Names::unread("unknown_funding", "a funding", "the names of [[funding]] in programme.toml")
        .with(funding.iter().map(|funding| funding.name.clone()).collect(), true);
    let mut seen = BTreeSet::new();
    let statements = sheet.rows().filter_map(|row| {
        let statement = read_statement(row, context, &funds)?;
        check_unit(row, &statement, indicators);
        let same = (
            statement.subject.clone(),
            statement.definition.clone(),
            statement.as_of,
            statement.said_by.clone(),
            statement.said_on,
        );
        if !seen.insert(same) {
            let help = "one row for what one source says of one thing, moment and definition".to_owned();
            row.file().find(row.at(), "duplicate_name", "this was said in an earlier row".into(), help);
        }
        Some(statement)
    });
    statements.collect()
}

fn read_statement(row: Row<'_>, context: &Context<'_>, funds: &Names) -> Option<Statement> {
    let subject = read_subject(row, context, funds);
    let is_figure = row.cell("subject").value == "figure";
    let definition = if is_figure {
        row.need("definition").map(|cell| cell.value.to_owned())
    } else {
        Some(row.text("definition"))
    };
    let value = row.integer("value");
    let [unit, said_by, source_title] =
        ["unit", "said_by", "source_title"].map(|column| row.need(column).map(|cell| cell.value.to_owned()));
    let (as_of, said_on) = (row.as_of("as_of"), row.as_of("said_on"));
    let grade = row.need("grade").and_then(|found| {
        row.file().one_of(
            found,
            "the grade of a statement, C (said) or D (estimated)",
            &[("C", Grade::C), ("D", Grade::D)],
        )
    });
    let source_address = read_address(row);
    Some(Statement {
        subject: subject?,
        definition: definition?,
        value: value?,
        unit: unit?,
        as_of: as_of?,
        said_by: said_by?,
        said_on: said_on?,
        source_title: source_title?,
        source_address,
        grade: grade?,
        note: row.text("note"),
    })
}

fn read_subject(row: Row<'_>, context: &Context<'_>, funds: &Names) -> Option<Subject> {
    let words = [("figure", 0_u8), ("funding", 1), ("country", 2), ("programme", 3)];
    let subject = row.file().one_of(row.need("subject")?, "a subject", &words)?;
    if subject == 3 {
        return Some(Subject::Other(format!("programme.{}", row.text("code"))));
    }
    let code = row.need("code")?;
    match subject {
        0 => context
            .codes
            .check(row.file(), code)
            .then(|| row.word::<IndicatorCode>("code"))?
            .map(Subject::Figure),
        1 => funds.check(row.file(), code).then(|| Subject::Other(format!("funding.{}", code.value))),
        _ => {
            context.places.check(row.file(), code).then(|| Subject::Other(format!("country.{}", code.value)))
        }
    }
}

/// What is said of a figure under its own definition is said in its unit.
fn check_unit(row: Row<'_>, statement: &Statement, indicators: &[Indicator]) {
    let Subject::Figure(code) = &statement.subject else { return };
    let Some(indicator) = indicators.iter().find(|indicator| indicator.code == *code) else { return };
    if indicator.definition == statement.definition && indicator.unit != statement.unit {
        let message = format!("`{}` counts `{}`, not `{}`", indicator.slug, indicator.unit, statement.unit);
        let help = format!("write `{}`, or another definition", indicator.unit);
        row.file().find(row.cell("unit").at, "wrong_unit", message, help);
    }
}
