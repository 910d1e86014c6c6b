//! Reads a programme from its package. Every mistake is told, at its file, line and column, with what was expected;
//! as long as there is one, there is no programme. Nothing is guessed and nothing unknown is passed over in silence.

mod beside;
mod breakdown;
mod condition;
mod context;
mod crosswalk;
mod csv;
mod dimension;
mod file;
mod folder;
mod indicators;
mod lists;
mod mask;
mod pages;
mod register;
mod settings;
mod single;
mod table;
mod texts;
mod value;
mod years;

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use self::context::Context;
use self::file::{At, Report};
use self::register::RegisterScope;
use self::settings::Settings;
use self::table::Document;
use crate::id::RegisterName;
use crate::programme::{
    self, Contract, Finding, Indicator, Locale, News, Organisation, Package, Place, Programme, Register,
    RemovedFigure,
};
use crate::statement::Statement;
pub use file::nearest;
pub use single::read_register;
pub use texts::{text_key_of_code, text_key_of_source};

/// Reads and checks a package.
///
/// # Errors
/// Every mistake in the package, sorted by file, line and column.
pub fn read(package: &Package) -> Result<Programme, Vec<Finding>> {
    let report = Report::default();
    let programme = read_parts(package, &report);
    let findings = report.into_findings();
    if findings.is_empty() {
        Ok(programme.expect("what can't be read is a finding, and there is none"))
    } else {
        Err(findings)
    }
}

/// SHA-256 (hex) over the sorted list of the package's files, each with the hash of its bytes. Two packages with the
/// same hash are the same.
#[must_use]
pub fn package_hash(package: &Package) -> String {
    let mut list = Sha256::new();
    for (path, bytes) in &package.files {
        list.update(hex::encode(Sha256::digest(bytes)));
        list.update("  ");
        list.update(path);
        list.update("\n");
    }
    hex::encode(list.finalize())
}

/// What the files say, as far as they could be read.
struct Parts {
    settings: Settings,
    indicators: Vec<Indicator>,
    removed: Vec<RemovedFigure>,
    registers: BTreeMap<RegisterName, Register>,
    places: Vec<Place>,
    organisations: Vec<Organisation>,
    contracts: Vec<Contract>,
    statements: Vec<Statement>,
    documents: Vec<programme::Document>,
    news: Vec<News>,
}

fn read_parts(package: &Package, report: &Report) -> Option<Programme> {
    let settings_file = Document::open(package, "programme.toml", report);
    let indicators_file = Document::open(package, "indicators.toml", report);
    let locales = peek_locales(settings_file.as_ref());
    folder::check_files(package, report, &locales);
    let places = lists::read_places(package, report, &locales);
    let organisations = lists::read_organisations(package, report);
    let mut context = Context::new(package, report, (&places, &organisations));
    context.take_names(settings_file.as_ref(), indicators_file.as_ref());
    context.locales = locales;
    let registers = read_registers(&mut context);
    let settings =
        settings_file.as_ref().map(|file| settings::read_settings(file, &context)).unwrap_or_default();
    let (indicators, removed) = indicators_file
        .as_ref()
        .map(|file| indicators::read_indicators(file, &settings.dimensions, &context))
        .unwrap_or_default();
    let parts = Parts {
        statements: lists::read_statements(&context, &indicators, &settings.funding),
        contracts: lists::read_contracts(package, report),
        documents: pages::read_documents(&context),
        news: pages::read_news(&context),
        settings,
        indicators,
        removed,
        registers,
        places: places.list,
        organisations: organisations.list,
    };
    settings_file?;
    folder::check_demo(package, report, parts.settings.demonstration);
    let texts = texts::read_texts(&parts, &context);
    assemble(parts, texts, folder::media_of(package))
}

fn assemble(
    parts: Parts,
    texts: BTreeMap<Locale, String>,
    media: BTreeMap<String, Vec<u8>>,
) -> Option<Programme> {
    let settings = parts.settings;
    let id = settings.id?;
    let (starts, ends) = settings.days?;
    Some(Programme {
        reference: settings.reference.unwrap_or_else(|| id.to_string()),
        id,
        demonstration: settings.demonstration,
        locales: settings.locales,
        arabic_digits: settings.arabic_digits?,
        time_zone: settings.time_zone?,
        currency: settings.currency?,
        starts,
        ends,
        countries: settings.countries,
        country_sections: settings.country_sections,
        picture: settings.picture?,
        objectives: settings.objectives,
        funding: settings.funding,
        disclosure: settings.disclosure?,
        dimensions: settings.dimensions,
        periods: settings.periods?,
        reports: settings.reports?,
        indicators: parts.indicators,
        removed: parts.removed,
        registers: parts.registers,
        places: parts.places,
        organisations: parts.organisations,
        contracts: parts.contracts,
        statements: parts.statements,
        documents: parts.documents,
        news: parts.news,
        texts,
        media,
    })
}

fn peek_locales(settings: Option<&Document<'_>>) -> Vec<Locale> {
    let written = settings.map(|file| file.peek_list("locales")).unwrap_or_default();
    let mut locales: Vec<Locale> = Vec::new();
    for locale in written.iter().filter_map(|tag| tag.parse().ok()) {
        if !locales.contains(&locale) {
            locales.push(locale);
        }
    }
    locales
}

/// Reads the columns of all registers into the context, then each register.
fn read_registers(context: &mut Context<'_>) -> BTreeMap<RegisterName, Register> {
    let documents: Vec<Document<'_>> = context
        .paths("registers/", ".toml")
        .filter_map(|path| Document::open(context.package, path, context.report))
        .collect();
    let mut rows: BTreeMap<RegisterName, register::Rows> = BTreeMap::new();
    let mut named: Vec<(RegisterName, &Document<'_>)> = Vec::new();
    for document in &documents {
        let Some(name) = read_register_name(document) else { continue };
        let columns = register::read_columns(document, context.codes());
        context.register_names.words.push(name.to_string());
        context.registers.insert(name.clone(), columns);
        let root = document.root(&register::REGISTER_KEYS);
        if let Some(unit) = root.text("unit") {
            context.register_units.insert(name.clone(), unit.value.to_owned());
        }
        rows.insert(name.clone(), register::Rows::of(root));
        named.push((name, document));
    }
    context.register_names.is_complete = named.len() == documents.len();
    let scope = RegisterScope {
        names: &context.register_names,
        registers: &context.registers,
        rows: &rows,
        partners: Some(&context.partners),
        codes: context.codes(),
    };
    named
        .iter()
        .filter_map(|(name, document)| {
            let columns = scope.registers.get(name).map(Vec::as_slice).unwrap_or_default();
            Some((name.clone(), register::read_register(document, (name, columns), &scope)?))
        })
        .collect()
}

/// The register's name is its file's name, so that each is found from the other.
fn read_register_name(document: &Document<'_>) -> Option<RegisterName> {
    let root = document.root(&register::REGISTER_KEYS);
    let written: Option<RegisterName> = root.need("name", root.word("name"));
    let stem = document.file.path.strip_prefix("registers/")?.strip_suffix(".toml")?;
    let name: Option<RegisterName> = document.file.word(At { value: stem, at: 0 });
    if let (Some(written), Some(name)) = (&written, &name)
        && written != name
    {
        let at = root.text("name").map_or(0, |name| name.at);
        let help = format!("write `{name}`, or rename the file to registers/{written}.toml");
        let message = format!("the register is called `{written}` and its file {}", document.file.path);
        document.file.find(at, "wrong_name", message, help);
    }
    name
}
