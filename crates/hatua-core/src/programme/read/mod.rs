//! Reads a programme from its package. Every mistake is told, at its file, line and column, with what was expected;
//! as long as there is one, there is no programme. Nothing is guessed and nothing unknown is passed over in silence.

mod condition;
mod csv;
mod file;
mod indicators;
mod lists;
mod pages;
mod register;
mod settings;
mod single;
mod table;
mod texts;
mod value;

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use self::file::{Names, Report, did_you_mean};
use self::register::RegisterScope;
use self::settings::Settings;
use self::table::Document;
use self::value::Codes;
use crate::id::RegisterName;
use crate::limits::{PACKAGE_FILE_BYTES_MAX, PACKAGE_FILES_MAX};
use crate::programme::{
    Column, Finding, Indicator, Locale, Organisation, OrganisationKind, Package, Place, Programme, Register,
    RemovedFigure,
};
pub use single::read_register;
pub use texts::{text_key_of_code, text_key_of_source};

/// The recipe of a demonstration; it is no part of the programme.
const DEMO: &str = "demo/";
/// Files that each package has.
const REQUIRED: [&str; 4] = ["programme.toml", "indicators.toml", "places.csv", "organisations.csv"];
/// Files that a package may have.
const OPTIONAL: [&str; 2] = ["contracts.csv", "statements.csv"];
/// Folders, and the endings of the files in them; an empty list allows any.
const FOLDERS: [(&str, &[&str]); 5] = [
    ("registers/", &[".toml", ".xlsx", ".xml"]),
    ("documents/", &[]),
    ("news/", &[".md"]),
    ("text/", &[".ftl"]),
    ("media/", &[]),
];

/// What the parts of a package know of each other while they are read.
struct Context<'a> {
    package: &'a Package,
    report: &'a Report,
    locales: Vec<Locale>,
    codes: Names,
    slugs: Names,
    objectives: Names,
    dimensions: Names,
    places: Names,
    countries: Names,
    organisations: Names,
    partners: Names,
    register_names: Names,
    media: Names,
    registers: BTreeMap<RegisterName, Vec<Column>>,
    register_units: BTreeMap<RegisterName, String>,
}

impl<'a> Context<'a> {
    /// The package's files in a folder with this ending.
    fn paths(&self, folder: &'static str, ending: &'static str) -> impl Iterator<Item = &'a str> {
        let package: &'a Package = self.package;
        package
            .files
            .keys()
            .map(String::as_str)
            .filter(move |path| path.starts_with(folder) && path.ends_with(ending))
    }

    /// The codes that values of places and organisations may have.
    fn codes(&self) -> Codes<'_> {
        let known = |names: &'_ Names| names.is_complete;
        Codes {
            places: known(&self.places).then_some(self.places.words.as_slice()),
            organisations: known(&self.organisations).then_some(self.organisations.words.as_slice()),
        }
    }
}

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

fn read_parts(package: &Package, report: &Report) -> Option<Programme> {
    let settings_file = Document::open(package, "programme.toml", report);
    let indicators_file = Document::open(package, "indicators.toml", report);
    let locales = peek_locales(settings_file.as_ref());
    check_files(package, report, &locales);
    let places = lists::read_places(package, report, &locales);
    let organisations = lists::read_organisations(package, report);
    let mut context = make_context(
        package,
        report,
        (settings_file.as_ref(), indicators_file.as_ref()),
        (&places, &organisations),
    );
    context.locales = locales;
    let registers = read_registers(&mut context);
    let settings = settings_file.as_ref().and_then(|file| settings::read_settings(file, &context));
    let dimensions = settings.as_ref().map(|settings| settings.dimensions.as_slice()).unwrap_or_default();
    let (indicators, removed) = indicators_file
        .as_ref()
        .map(|file| indicators::read_indicators(file, dimensions, &context))
        .unwrap_or_default();
    let settings = settings?;
    check_demo(package, report, &settings);
    let statements = lists::read_statements(&context, &indicators, &settings.funding);
    let contracts = lists::read_contracts(package, report);
    let documents = pages::read_documents(&context);
    let news = pages::read_news(&context);
    let mut programme = assemble(settings, (indicators, removed), registers);
    programme.places = places;
    programme.organisations = organisations;
    programme.contracts = contracts;
    programme.statements = statements;
    programme.documents = documents;
    programme.news = news;
    programme.texts = texts::read_texts(&programme, &context);
    programme.media = media_of(package);
    Some(programme)
}

fn assemble(
    settings: Settings,
    (indicators, removed): (Vec<Indicator>, Vec<RemovedFigure>),
    registers: BTreeMap<RegisterName, Register>,
) -> Programme {
    Programme {
        id: settings.id,
        reference: settings.reference,
        demonstration: settings.demonstration,
        locales: settings.locales,
        arabic_digits: settings.arabic_digits,
        time_zone: settings.time_zone,
        currency: settings.currency,
        starts: settings.starts,
        ends: settings.ends,
        countries: settings.countries,
        picture: settings.picture,
        objectives: settings.objectives,
        funding: settings.funding,
        disclosure: settings.disclosure,
        dimensions: settings.dimensions,
        periods: settings.periods,
        reports: settings.reports,
        indicators,
        removed,
        registers,
        places: Vec::new(),
        organisations: Vec::new(),
        contracts: Vec::new(),
        statements: Vec::new(),
        documents: Vec::new(),
        news: Vec::new(),
        texts: BTreeMap::new(),
        media: BTreeMap::new(),
    }
}

fn media_of(package: &Package) -> BTreeMap<String, Vec<u8>> {
    let is_media = |path: &str| {
        path.starts_with("media/") || (path.starts_with("documents/") && !has_ending(path, ".toml"))
    };
    package
        .files
        .iter()
        .filter(|(path, _)| is_media(path))
        .map(|(path, bytes)| (path.clone(), bytes.clone()))
        .collect()
}

fn has_ending(path: &str, ending: &str) -> bool {
    path.ends_with(ending)
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

fn make_context<'a>(
    package: &'a Package,
    report: &'a Report,
    (settings, indicators): (Option<&Document<'_>>, Option<&Document<'_>>),
    (places, organisations): (&[Place], &[Organisation]),
) -> Context<'a> {
    let has = |path: &str| package.files.contains_key(path);
    let peek = |file: Option<&Document<'_>>, list: &str, key: &str| {
        file.map(|f| f.peek(list, key)).unwrap_or_default()
    };
    let names = |code, kind, home, words, is_complete| Names { code, kind, home, words, is_complete };
    let figures = indicators.is_some();
    let countries = places.iter().filter(|place| place.level == "country").map(|place| place.code.clone());
    let all = organisations.iter().map(|organisation| organisation.code.to_string());
    let reporting = organisations
        .iter()
        .filter(|organisation| organisation.kind == OrganisationKind::Reporting)
        .map(|organisation| organisation.code.to_string());
    let media =
        media_of(package).into_keys().filter_map(|path| Some(path.split_once('/')?.1.to_owned())).collect();
    let (has_places, has_organisations) = (has("places.csv"), has("organisations.csv"));
    Context {
        package,
        report,
        locales: Vec::new(),
        codes: names(
            "unknown_figure",
            "the code of a figure",
            "the codes of indicators.toml",
            peek(indicators, "indicator", "code"),
            figures,
        ),
        slugs: names(
            "unknown_figure",
            "a figure",
            "the slugs of indicators.toml",
            peek(indicators, "indicator", "slug"),
            figures,
        ),
        objectives: names(
            "unknown_objective",
            "an objective",
            "the codes of [[objective]] in programme.toml",
            peek(settings, "objective", "code"),
            settings.is_some(),
        ),
        dimensions: names(
            "unknown_dimension",
            "a dimension",
            "the names of [[dimension]] in programme.toml",
            peek(settings, "dimension", "name"),
            settings.is_some(),
        ),
        places: lists::place_names(places, has_places),
        countries: names(
            "unknown_place",
            "a country",
            "the codes of places.csv with the level `country`",
            countries.collect(),
            has_places,
        ),
        organisations: names(
            "unknown_organisation",
            "an organisation",
            "the codes of organisations.csv",
            all.collect(),
            has_organisations,
        ),
        partners: names(
            "unknown_organisation",
            "a partner that sends records",
            "the codes of organisations.csv with the kind `reporting`",
            reporting.collect(),
            has_organisations,
        ),
        register_names: names("unknown_register", "a register", "the files of registers/", Vec::new(), true),
        media: names(
            "unknown_media",
            "a file of the package",
            "the files of media/ and documents/",
            media,
            true,
        ),
        registers: BTreeMap::new(),
        register_units: BTreeMap::new(),
    }
}

/// Reads the columns of all registers into the context, then each register.
fn read_registers(context: &mut Context<'_>) -> BTreeMap<RegisterName, Register> {
    let documents: Vec<Document<'_>> = context
        .paths("registers/", ".toml")
        .filter_map(|path| Document::open(context.package, path, context.report))
        .collect();
    let mut keys: BTreeMap<RegisterName, Vec<String>> = BTreeMap::new();
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
        keys.insert(
            name.clone(),
            root.texts("key").into_iter().map(|column| column.value.to_owned()).collect(),
        );
        named.push((name, document));
    }
    let scope = RegisterScope {
        names: &context.register_names,
        registers: &context.registers,
        keys: &keys,
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

/// The register's name is its file's name, so that both can be found from each other.
fn read_register_name(document: &Document<'_>) -> Option<RegisterName> {
    let root = document.root(&register::REGISTER_KEYS);
    let name: RegisterName = root.need("name", root.word("name"))?;
    let path = format!("registers/{name}.toml");
    if document.file.path != path {
        let at = root.text("name").map_or(0, |name| name.at);
        let help = format!("write the name of the file, or rename the file to {path}");
        document.file.find(
            at,
            "wrong_name",
            format!("the register is called `{name}` and its file {}", document.file.path),
            help,
        );
    }
    Some(name)
}

fn check_files(package: &Package, report: &Report, locales: &[Locale]) {
    let texts: Vec<String> = locales.iter().map(|locale| format!("text/{}.ftl", locale.tag())).collect();
    for path in REQUIRED.into_iter().chain(texts.iter().map(String::as_str)) {
        if !package.files.contains_key(path) {
            let help =
                "every package has this file; docs/reference/package.md says what stands in it".to_owned();
            report.find_file(path, "missing_file", format!("{path} is missing"), help);
        }
    }
    let counted: Vec<&String> = package.files.keys().filter(|path| !path.starts_with(DEMO)).collect();
    if counted.len() > PACKAGE_FILES_MAX {
        let message = format!("the package has {} files", counted.len());
        report.find_file("", "too_many_files", message, format!("at most {PACKAGE_FILES_MAX}"));
    }
    for path in counted {
        check_file_name(path, report, &texts);
        let bytes = package.files.get(path).map_or(0, Vec::len);
        if u64::try_from(bytes).is_ok_and(|bytes| bytes > PACKAGE_FILE_BYTES_MAX) {
            let help = format!("at most {PACKAGE_FILE_BYTES_MAX} bytes");
            report.find_file(path, "file_too_large", format!("{path} has {bytes} bytes"), help);
        }
    }
}

fn check_file_name(path: &str, report: &Report, texts: &[String]) {
    if REQUIRED.contains(&path) || OPTIONAL.contains(&path) {
        return;
    }
    let folder = FOLDERS.iter().find(|(folder, _)| path.starts_with(folder));
    let is_known = match folder {
        Some(("text/", _)) => texts.iter().any(|text| text == path),
        Some((folder, endings)) => {
            let name = &path[folder.len()..];
            !name.contains('/')
                && (endings.is_empty() || endings.iter().any(|ending| has_ending(name, ending)))
        }
        None => false,
    };
    if !is_known {
        let known: Vec<&str> = REQUIRED
            .into_iter()
            .chain(OPTIONAL)
            .chain(texts.iter().map(String::as_str))
            .chain(FOLDERS.iter().map(|(folder, _)| *folder).filter(|folder| *folder != "text/"))
            .collect();
        let help = did_you_mean(path, &known, "a package holds");
        report.find_file(path, "unknown_file", format!("{path} is no file of a package"), help);
    }
}

/// Only a demonstration may have a recipe for invented records.
fn check_demo(package: &Package, report: &Report, settings: &Settings) {
    if settings.demonstration {
        return;
    }
    for path in package.files.keys().filter(|path| path.starts_with(DEMO)) {
        let help = "set `demonstration = true` in programme.toml, or take the folder demo/ away".to_owned();
        report.find_file(
            path,
            "demo_not_allowed",
            "the programme is no demonstration and has a demo/".into(),
            help,
        );
    }
}
