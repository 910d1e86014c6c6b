//! The words of a programme: one message file (Fluent) for each language, with every text that its pages need and no
//! other, so that a misspelt key can't hide.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Resource};
use fluent_syntax::parser;

use super::Parts;
use super::context::Context;
use super::file::{File, did_you_mean, nearest};
use crate::programme::{ColumnKind, Crosswalk, CrosswalkKind, Dimension, DimensionCodes, Indicator, Locale};

/// The part of a text's key that stands for a code: `45+` becomes `45-plus`, `3.7` becomes `3-7`.
#[must_use]
pub fn text_key_of_code(code: &str) -> String {
    code.chars().fold(String::new(), |mut key, c| {
        match c {
            '+' => key.push_str("-plus"),
            c if c.is_ascii_alphanumeric() || c == '_' => key.push(c),
            _ => key.push('-'),
        }
        key
    })
}

/// The key of the text for who said something: `EUTF page` becomes `said-by-eutf-page`.
#[must_use]
pub fn text_key_of_source(said_by: &str) -> String {
    text_key("said-by", said_by)
}

fn text_key(prefix: &str, text: &str) -> String {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    format!("{prefix}-{}", words.collect::<Vec<_>>().join("-").to_ascii_lowercase())
}

/// Texts that each programme has.
const ALWAYS: [(&str, &str); 7] = [
    ("title", "the programme's name"),
    ("summary", "what the programme is for"),
    ("objectives-lead", "the sentence before the objectives"),
    ("theme", "the theme"),
    ("region", "the region"),
    ("hero-caption", "what stands under the picture"),
    ("hero-alt", "what the picture shows, for those who can't see it"),
];
/// Texts that a programme may have.
const PERHAPS: [&str; 6] =
    ["cofunding", "partners-note", "contracts-note", "language-note", "country-money-note", "not-known"];
/// What a figure may say besides, for those who check it: by what it is verified (one item a line), what makes two rows
/// the same unit, and over what it adds up.
const OF_A_CHECKED_FIGURE: [&str; 3] = ["evidence", "identity", "addable"];
/// How the key of a text ends that is given a count, `$n`.
const COUNTED: &str = "-several";
/// Texts that a demonstration has.
const OF_A_DEMONSTRATION: [(&str, &str); 3] = [
    ("masthead-note", "that this is a demonstration"),
    ("real-note", "what on the page is real"),
    ("invented-note", "what on the page is invented"),
];

/// Reads the message files and notes what is missing, misspelt or no Fluent.
pub(super) fn read_texts(parts: &Parts, context: &Context<'_>) -> BTreeMap<Locale, String> {
    let needed = needed_texts(parts);
    let perhaps = perhaps_texts(parts);
    let is_sure = context.report.is_empty();
    let mut texts = BTreeMap::new();
    for locale in &parts.settings.locales {
        let path = format!("text/{}.ftl", locale.tag());
        let Some((path, _)) = context.package.files.get_key_value(&path) else { continue };
        let Some(file) = File::open(context.package, path, context.report) else { continue };
        check_file(&file, (&needed, &perhaps), is_sure);
        texts.insert(*locale, file.text.to_owned());
    }
    texts
}

/// The keys that each language must have, and what each says.
fn needed_texts(parts: &Parts) -> BTreeMap<String, String> {
    let mut needed: BTreeMap<String, String> = BTreeMap::new();
    let mut add = |key: String, what: String| {
        needed.insert(key, what);
    };
    for (key, what) in ALWAYS {
        add(key.to_owned(), what.to_owned());
    }
    for (key, what) in OF_A_DEMONSTRATION.into_iter().filter(|_| parts.settings.demonstration) {
        add(key.to_owned(), what.to_owned());
    }
    for objective in &parts.settings.objectives {
        let code = &objective.code;
        add(format!("objective-{code}"), format!("objective {code}, word for word"));
        add(format!("objective-{code}-short"), format!("objective {code} in a few words"));
        if let Some(lead) = &objective.lead {
            add(format!("figure-{lead}-lead"), format!("the figure {lead} as a phrase after its number"));
        }
    }
    for funding in &parts.settings.funding {
        let name = &funding.name;
        add(format!("funding-{name}"), format!("what the funding {name} is called"));
        add(format!("funding-{name}-display"), format!("the amount of {name} as its source writes it"));
    }
    for document in &parts.documents {
        add(format!("document-{}", document.slug), format!("the title of the document {}", document.slug));
    }
    for indicator in &parts.indicators {
        let slug = &indicator.slug;
        for (part, what) in [
            ("name", "the full official name"),
            ("short", "the short name"),
            ("definition", "what it counts"),
            ("counted", "what is counted, one item a line"),
            ("not-counted", "what is not counted, one item a line"),
            ("method", "how it is counted"),
        ] {
            add(format!("figure-{slug}-{part}"), format!("{what} of the figure {slug}"));
        }
        add(format!("unit-{}", indicator.unit), format!("the unit {}", indicator.unit));
        for Crosswalk { to, kind, .. } in &indicator.crosswalk {
            let key = format!("figure-{slug}-{}", text_key_of_code(to));
            add(format!("{key}-change"), format!("what becomes of the figure {slug} under {to}"));
            if *kind != CrosswalkKind::Dropped {
                add(format!("{key}-name"), format!("the full official name of the figure {slug} under {to}"));
            }
        }
    }
    for removed in &parts.removed {
        add(format!("removed-{}", removed.slug), format!("why the figure {} was removed", removed.slug));
    }
    for register in parts.registers.keys() {
        add(format!("register-{register}"), format!("what the register {register} is called"));
    }
    for years in parts.settings.periods.iter().flat_map(|periods| &periods.years) {
        let name = &years.name;
        add(format!("dimension-year_{name}"), format!("what a year of the years {name} is called"));
    }
    needed.extend(dimension_texts(parts));
    needed.extend(beside_texts(parts));
    let heading = |unit| format!("the heading of the section {unit} on a country's page");
    let sections = parts.settings.country_sections.iter();
    needed.extend(sections.map(|unit| (format!("country-section-{unit}"), heading(unit))));
    needed.extend(source_texts(parts));
    needed
}

/// Who said what the package holds.
fn source_texts(parts: &Parts) -> impl Iterator<Item = (String, String)> {
    let said_by = parts
        .statements
        .iter()
        .map(|statement| &statement.said_by)
        .chain(parts.settings.funding.iter().map(|funding| &funding.said_by))
        .chain(parts.contracts.iter().map(|contract| &contract.said_by))
        .chain(parts.news.iter().map(|news| &news.said_by));
    said_by.map(|who| (text_key_of_source(who), format!("who `{who}` is")))
}

/// Names of what is counted beside figures, and of its cells.
fn beside_texts(parts: &Parts) -> BTreeMap<String, String> {
    let mut needed = BTreeMap::new();
    for beside in parts.indicators.iter().flat_map(|indicator| &indicator.beside) {
        let name = &beside.name;
        needed.insert(format!("beside-{name}"), format!("what is counted as {name} beside a figure"));
        needed.extend(beside.listed().iter().map(|code| {
            (format!("{name}-{}", text_key_of_code(code)), format!("the code {code} of {name}"))
        }));
    }
    needed
}

/// Keys that a language may have: translations of what the package writes in its first language, and other words where
/// ours would do.
fn perhaps_texts(parts: &Parts) -> BTreeSet<String> {
    let mut perhaps: BTreeSet<String> = PERHAPS.map(str::to_owned).into();
    perhaps.extend(parts.documents.iter().map(|document| format!("document-{}-note", document.slug)));
    perhaps.extend(parts.settings.objectives.iter().map(|o| format!("objective-{}-number", o.code)));
    for indicator in &parts.indicators {
        perhaps.extend(OF_A_CHECKED_FIGURE.map(|part| format!("figure-{}-{part}", indicator.slug)));
    }
    for (indicator, dimension) in parts.indicators.iter().flat_map(|i| i.by.iter().map(move |by| (i, by))) {
        let key = format!("figure-{}-each-{dimension}", indicator.slug);
        perhaps.extend([format!("{key}{COUNTED}"), key]);
    }
    perhaps.extend(country_texts(parts));
    let statements = parts.statements.iter().flat_map(|s| [&s.source_title, &s.note]);
    let contracts = parts.contracts.iter().flat_map(|c| [&c.holder, &c.kind, &c.source_title, &c.note]);
    let funding = parts.settings.funding.iter().map(|funding| &funding.source_title);
    let names = parts.organisations.iter().map(|organisation| &organisation.name);
    let written = statements.chain(contracts).chain(funding).chain(names).filter(|text| !text.is_empty());
    perhaps.extend(written.map(|text| text_key("written", text)));
    perhaps
}

/// What is known of a country from a public source: its needs, its money, and of each unit with a section on its page.
fn country_texts(parts: &Parts) -> impl Iterator<Item = String> {
    let sections: BTreeSet<&str> = parts.settings.country_sections.iter().map(String::as_str).collect();
    parts.settings.countries.iter().flat_map(move |country| {
        let known = ["needs", "money"].into_iter().chain(sections.iter().copied());
        known.map(|what| format!("country-{country}-{what}")).collect::<Vec<_>>()
    })
}

/// Names of dimensions and of their codes. Places and organisations have their names in the CSV lists, quarters are
/// written as numbers.
fn dimension_texts(parts: &Parts) -> BTreeMap<String, String> {
    let mut needed = BTreeMap::new();
    for dimension in &parts.settings.dimensions {
        let name = &dimension.name;
        needed.insert(format!("dimension-{name}"), format!("what the dimension {name} is called"));
        if dimension.columns.iter().any(|column| ["partner", "quarter"].contains(&column.as_str())) {
            continue;
        }
        let mut codes: BTreeSet<&str> = match &dimension.codes {
            DimensionCodes::Listed(_) | DimensionCodes::ByFigure(_)
                if is_named_in_lists(parts, dimension) =>
            {
                BTreeSet::new()
            }
            DimensionCodes::Listed(codes) => codes.iter().map(String::as_str).collect(),
            DimensionCodes::ByFigure(lists) => lists
                .values()
                .flatten()
                .map(String::as_str)
                .chain(counted_choices(parts, dimension))
                .collect(),
            DimensionCodes::Bands(bands) => bands.values().flatten().map(|band| band.code.as_str()).collect(),
        };
        codes.insert("unknown");
        for code in codes {
            needed.insert(format!("{name}-{}", text_key_of_code(code)), format!("the code {code} of {name}"));
        }
    }
    needed
}

/// The codes of the choices from which figures are broken down: one outside a figure's list has a cell too.
fn counted_choices<'p>(parts: &'p Parts, dimension: &'p Dimension) -> impl Iterator<Item = &'p str> {
    let broken_down = parts.indicators.iter().filter(|indicator| indicator.by.contains(&dimension.name));
    let registers = broken_down.flat_map(Indicator::registers);
    let columns = registers.filter_map(|register| dimension.column_of(parts.registers.get(register)?));
    columns.flat_map(|column| match &column.kind {
        ColumnKind::Choice(choices) => choices.iter().map(|choice| choice.code.as_str()).collect(),
        _ => Vec::new(),
    })
}

fn is_named_in_lists(parts: &Parts, dimension: &Dimension) -> bool {
    let mut columns = parts.registers.values().flat_map(|register| &register.columns);
    columns.any(|other| {
        dimension.columns.contains(&other.name)
            && matches!(other.kind, ColumnKind::Place | ColumnKind::Organisation)
    })
}

/// What a language must have, with what it says, and what it may have.
type Keys<'k> = (&'k BTreeMap<String, String>, &'k BTreeSet<String>);

/// Releases are not in the package: of the reason of a correction only the figure and the form of the version are checked.
fn is_allowed(key: &str, (needed, perhaps): Keys<'_>) -> bool {
    let is_reason = || {
        let (slug, version) = key.strip_prefix("restated-")?.rsplit_once("-v")?;
        version.parse::<u32>().ok().filter(|_| needed.contains_key(&format!("figure-{slug}-name")))
    };
    needed.contains_key(key) || perhaps.contains(key) || is_reason().is_some()
}

fn check_file(file: &File<'_>, keys: Keys<'_>, is_sure: bool) {
    let (needed, perhaps) = keys;
    let resource = match parser::parse(file.text) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                let help =
                    "a message is `key = text`; more lines of it are indented; see https://projectfluent.org";
                file.find(
                    error.pos.start,
                    "fluent_syntax",
                    format!("not Fluent: {}", error.kind),
                    help.to_owned(),
                );
            }
            resource
        }
    };
    let defined = defined_keys(file, &resource);
    let known: Vec<&str> = needed.keys().chain(perhaps).map(String::as_str).collect();
    let spare: Vec<&str> = defined.keys().copied().filter(|key| !is_allowed(key, keys)).collect();
    let missing: Vec<&str> = known.iter().copied().filter(|key| !defined.contains_key(key)).collect();
    for key in &spare {
        // What can't be read elsewhere needs texts that look spare here; only a near miss is then told.
        if is_sure || nearest(key, &missing).is_some() {
            let help = did_you_mean(key, &missing, "texts that are missing");
            file.find(defined[key], "unknown_text", format!("no page shows `{key}`"), help);
        }
    }
    for (key, what) in needed.iter().filter(|(key, _)| !defined.contains_key(key.as_str())) {
        let help = match nearest(key, &spare) {
            Some(near) => format!("did you mean it where `{near}` stands? add `{key} = ...`"),
            None => format!("add `{key} = ...`"),
        };
        file.find(0, "missing_text", format!("`{key}` is missing: {what}"), help);
    }
}

/// The messages with a text, and where each stands; notes what stands twice, is empty or asks for a value.
fn defined_keys<'t>(file: &File<'t>, resource: &Resource<&'t str>) -> BTreeMap<&'t str, usize> {
    let mut defined: BTreeMap<&'t str, usize> = BTreeMap::new();
    let mut lines = line_starts(file.text);
    for entry in &resource.body {
        let (key, value) = match entry {
            Entry::Message(message) => (message.id.name, message.value.as_ref()),
            Entry::Term(term) => (term.id.name, Some(&term.value)),
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => {
                continue;
            }
        };
        let marker = if matches!(entry, Entry::Term(_)) { format!("-{key}") } else { key.to_owned() };
        let at = next_start(file.text, &mut lines, &marker);
        match value {
            None => {
                let help = "write the text after the equals sign".to_owned();
                file.find(at, "missing_value", format!("`{key}` has no text"), help);
            }
            Some(pattern) => check_pattern(file, at, key, pattern),
        }
        if matches!(entry, Entry::Message(_)) && defined.insert(key, at).is_some() {
            file.find(at, "duplicate_name", format!("`{key}` stands twice"), "keep one of the two".into());
        }
    }
    defined
}

fn line_starts(text: &str) -> Vec<usize> {
    let mut starts: Vec<usize> =
        std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
    starts.reverse();
    starts
}

/// Where the next line starts that defines the key; lines before it are used up, because entries come in order.
fn next_start(text: &str, lines: &mut Vec<usize>, key: &str) -> usize {
    while let Some(at) = lines.pop() {
        let line = text[at..].trim_start_matches('\u{feff}');
        if line.strip_prefix(key).is_some_and(|rest| rest.trim_start_matches(' ').starts_with('=')) {
            return at;
        }
    }
    0
}

/// A page passes nothing to a programme's texts, so they can't ask for a value; but for those that say how many.
fn check_pattern(file: &File<'_>, at: usize, key: &str, pattern: &Pattern<&str>) {
    if key.ends_with(COUNTED) {
        return;
    }
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let asks = match expression {
            Expression::Select { .. } => true,
            Expression::Inline(inline) => matches!(
                inline,
                InlineExpression::VariableReference { .. } | InlineExpression::FunctionReference { .. }
            ),
        };
        if asks {
            let help =
                "write the text out; only literals and references to other texts may stand in { }".to_owned();
            file.find(at, "unknown_variable", format!("`{key}` asks for a value that no page gives"), help);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_becomes_part_of_a_key() {
        assert_eq!(text_key_of_code("45+"), "45-plus");
        assert_eq!(text_key_of_code("18-29"), "18-29");
        assert_eq!(text_key_of_code("law_enforcement"), "law_enforcement");
        assert_eq!(text_key_of_source("EUTF page"), "said-by-eutf-page");
    }
}
