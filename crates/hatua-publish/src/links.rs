//! Every public address in one list. English pages have no prefix, the others stand under `/fr` and `/ar`; files (data,
//! plots, pictures, style sheets) have no language. Addresses always have plain digits.

use hatua_core::id::{FigureSlug, ProgrammeId};
use hatua_core::programme::Locale;
use hatua_core::release::ReleaseId;

/// The format of a data file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DataFormat {
    /// Comma-separated values.
    Csv,
    /// JSON.
    Json,
    /// A workbook.
    Xlsx,
}

impl DataFormat {
    /// Every format, in the order of a page.
    pub const ALL: [Self; 3] = [Self::Csv, Self::Xlsx, Self::Json];

    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Csv => "CSV",
            Self::Json => "JSON",
            Self::Xlsx => "XLSX",
        }
    }

    /// How the file's name ends, without the dot.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Xlsx => "xlsx",
        }
    }
}

/// The format of a citation as a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CitationFormat {
    /// For LaTeX and most programs that keep references.
    BibTex,
    /// For programs that format references by the Citation Style Language.
    CslJson,
}

impl CitationFormat {
    /// Every format, in the order of a page.
    pub const ALL: [Self; 2] = [Self::BibTex, Self::CslJson];

    /// How the file's name ends, without the first dot.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::BibTex => "bib",
            Self::CslJson => "csl.json",
        }
    }

    /// What people call it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::BibTex => "BibTeX",
            Self::CslJson => "CSL-JSON",
        }
    }
}

fn page(locale: Locale, path: &str) -> String {
    match locale {
        Locale::En => path.to_owned(),
        Locale::Fr | Locale::Ar => format!("/{}{path}", locale.tag()),
    }
}

/// A release as addresses and file names write it: `r4.2`.
#[must_use]
pub fn release_word(release: ReleaseId) -> String {
    format!("r{}.{}", release.number, release.revision)
}

/// All actions.
#[must_use]
pub fn actions(locale: Locale) -> String {
    page(locale, "/")
}

/// The page of an action, current release.
#[must_use]
pub fn action(locale: Locale, action: &ProgrammeId) -> String {
    page(locale, &format!("/a/{action}"))
}

/// The page of an action as one release issued it.
#[must_use]
pub fn action_release(locale: Locale, action: &ProgrammeId, release: ReleaseId) -> String {
    page(locale, &format!("/a/{action}/{}", release_word(release)))
}

/// The page of a figure: its current version, or what others said while there is none.
#[must_use]
pub fn figure(locale: Locale, action: &ProgrammeId, figure: &FigureSlug) -> String {
    page(locale, &format!("/f/{action}/{figure}"))
}

/// The record of one version of a figure.
#[must_use]
pub fn figure_version(locale: Locale, action: &ProgrammeId, figure: &FigureSlug, version: u32) -> String {
    page(locale, &format!("/f/{action}/{figure}/v{version}"))
}

/// Map, table and quarters of one figure.
#[must_use]
pub fn place_of_figure(locale: Locale, action: &ProgrammeId, figure: &FigureSlug) -> String {
    page(locale, &format!("/a/{action}/where/{figure}"))
}

/// What is known of an action in one country, by its code; addresses are in lower case.
#[must_use]
pub fn country(locale: Locale, action: &ProgrammeId, country: &str) -> String {
    page(locale, &format!("/a/{action}/c/{}", country.to_ascii_lowercase()))
}

/// The figures of all actions, by objective.
#[must_use]
pub fn results(locale: Locale) -> String {
    page(locale, "/results")
}

/// How the figures are counted.
#[must_use]
pub fn methods(locale: Locale) -> String {
    page(locale, "/methods")
}

/// The rules of an action in words and as configured.
#[must_use]
pub fn rules(locale: Locale, action: &ProgrammeId) -> String {
    page(locale, &format!("/methods/{action}"))
}

/// The log of changes.
#[must_use]
pub fn changes(locale: Locale) -> String {
    page(locale, "/changes")
}

/// The log of changes as an Atom feed.
#[must_use]
pub fn changes_feed(locale: Locale) -> String {
    page(locale, "/changes.atom")
}

/// The search of the site.
#[must_use]
pub fn search(locale: Locale) -> String {
    page(locale, "/search")
}

/// Words as they stand in the query of an address.
#[must_use]
pub fn query_part(words: &str) -> String {
    form_urlencoded::byte_serialize(words.as_bytes()).collect()
}

/// A story, by the last word of its address.
#[must_use]
pub fn story(locale: Locale, word: &str) -> String {
    page(locale, &format!("/n/{word}"))
}

/// A document, by the last word of its address.
#[must_use]
pub fn document(locale: Locale, word: &str) -> String {
    page(locale, &format!("/d/{word}"))
}

/// A contract, by its reference in lower case with hyphens.
#[must_use]
pub fn contract(locale: Locale, action: &ProgrammeId, word: &str) -> String {
    page(locale, &format!("/c/{action}/{word}"))
}

/// The last word of an address that has no action in it: the name alone for the first programme that has one of this
/// name, with the programme's id before it (`wells.first-well`) for the others. No name holds a dot.
#[must_use]
pub fn shared_word(first: Option<&ProgrammeId>, action: &ProgrammeId, name: &str) -> String {
    if first.is_none_or(|first| first == action) { name.to_owned() } else { format!("{action}.{name}") }
}

/// The data of one version of a figure. It never changes.
#[must_use]
pub fn figure_file(action: &ProgrammeId, figure: &FigureSlug, version: u32, format: DataFormat) -> String {
    format!("/f/{action}/{figure}/v{version}.{}", format.extension())
}

/// The citation of one version of a figure.
#[must_use]
pub fn figure_citation(
    action: &ProgrammeId,
    figure: &FigureSlug,
    version: u32,
    format: CitationFormat,
) -> String {
    format!("/f/{action}/{figure}/v{version}.{}", format.extension())
}

/// The citation of one release.
#[must_use]
pub fn release_citation(action: &ProgrammeId, release: ReleaseId, format: CitationFormat) -> String {
    format!("/a/{action}/{}.{}", release_word(release), format.extension())
}

/// What others said about a figure, as data. It may grow.
#[must_use]
pub fn reported_file(action: &ProgrammeId, figure: &FigureSlug, format: DataFormat) -> String {
    format!("/f/{action}/{figure}/reported.{}", format.extension())
}

/// All figures of one release as data.
#[must_use]
pub fn release_file(action: &ProgrammeId, release: ReleaseId, format: DataFormat) -> String {
    format!("/a/{action}/{}.{}", release_word(release), format.extension())
}

/// The figures of the current release as data, whichever that is.
#[must_use]
pub fn latest_file(action: &ProgrammeId, format: DataFormat) -> String {
    format!("/a/{action}/latest.{}", format.extension())
}

/// The current version of one figure as data, whichever that is.
#[must_use]
pub fn latest_figure_file(action: &ProgrammeId, figure: &FigureSlug, format: DataFormat) -> String {
    format!("/f/{action}/{figure}/latest.{}", format.extension())
}

/// What the columns and codes of an action's files mean.
#[must_use]
pub fn dictionary_file(action: &ProgrammeId) -> String {
    format!("/a/{action}/dictionary.csv")
}

/// All files of all actions.
#[must_use]
pub fn data(locale: Locale) -> String {
    page(locale, "/data")
}

/// The name under which a downloaded file of an action is saved, without its ending; `what` says which part of it
/// (`trained-v5`).
#[must_use]
pub fn file_stem(demonstration: bool, action: &ProgrammeId, what: &str) -> String {
    let prefix = if demonstration { "demonstration-" } else { "" };
    format!("{prefix}{action}-{what}")
}

/// A plot or map of an action, by the name that the plot gives itself.
#[must_use]
pub fn plot(action: &ProgrammeId, name: &str) -> String {
    format!("/p/{action}/{name}")
}

/// A picture or document of a programme's package, by its path under `media/` or `documents/`.
#[must_use]
pub fn media(action: &ProgrammeId, path: &str) -> String {
    format!("/m/{action}/{path}")
}

/// A file's name under `media`, from its path in the package.
#[must_use]
pub fn media_name(path: &str) -> &str {
    ["media/", "documents/"].iter().find_map(|folder| path.strip_prefix(folder)).unwrap_or(path)
}

/// A style sheet or font, by the name with its hash that `asset::name` gives.
#[must_use]
pub fn asset(name: &str) -> String {
    format!("/assets/{name}")
}

/// A permanent address as it is cited: with the public origin where there is one, else a path.
#[must_use]
pub fn permanent(origin: Option<&str>, path: &str) -> String {
    format!("{}{path}", origin.unwrap_or_default().trim_end_matches('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_has_no_prefix_and_files_have_no_language() {
        let id = ProgrammeId::new("example").unwrap();
        let slug = FigureSlug::new("trained").unwrap();
        let release = ReleaseId { number: 4, revision: 2 };
        assert_eq!(actions(Locale::En), "/");
        assert_eq!(actions(Locale::Ar), "/ar/");
        assert_eq!(figure_version(Locale::Ar, &id, &slug, 5), "/ar/f/example/trained/v5");
        assert_eq!(place_of_figure(Locale::Ar, &id, &slug), "/ar/a/example/where/trained");
        assert_eq!(country(Locale::Fr, &id, "KE"), "/fr/a/example/c/ke");
        assert_eq!(action_release(Locale::Fr, &id, release), "/fr/a/example/r4.2");
        assert_eq!(figure_file(&id, &slug, 5, DataFormat::Csv), "/f/example/trained/v5.csv");
        assert_eq!(file_stem(true, &id, &release_word(release)), "demonstration-example-r4.2");
        assert_eq!(release_citation(&id, release, CitationFormat::CslJson), "/a/example/r4.2.csl.json");
    }

    #[test]
    fn words_in_a_query_are_plain_bytes() {
        assert_eq!(query_part("Côte d&Or"), "C%C3%B4te+d%26Or");
    }

    #[test]
    fn a_cited_address_has_the_origin_once() {
        assert_eq!(permanent(Some("https://example.org/"), "/a/x"), "https://example.org/a/x");
        assert_eq!(permanent(None, "/a/x"), "/a/x");
    }
}
