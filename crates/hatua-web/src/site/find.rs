//! From an address to what it names: programmes, releases, figures, versions and files.

use axum::http::StatusCode;
use hatua_core::programme::{Locale, Programme};
use hatua_core::release::{Release, ReleaseName};
use hatua_publish::asset::Asset;
use hatua_publish::links::{self, CitationFormat, DataFormat};
use hatua_publish::open_data::{
    Citation, Dialect, FigureData, Labelling, Labels, Workbooked, dictionary_csv, figures_json, figures_xlsx,
    of_release, of_statements, of_version, separated,
};
use hatua_publish::site::{self as pages, Site, SiteProgramme};

use crate::answer::Answer;

/// The programme with this id.
pub fn programme<'a>(site: &'a Site, action: &str) -> Option<&'a SiteProgramme<'a>> {
    site.programmes.iter().find(|of| of.programme.id.as_str() == action)
}

/// A page about the whole site.
pub fn page(site: &Site, html: String) -> Answer {
    let is_demonstration = site.programmes.iter().any(|of| of.programme.demonstration);
    Answer::Page { status: StatusCode::OK, html, is_demonstration }
}

/// A page about one programme.
pub fn page_of(of: &SiteProgramme, html: String) -> Answer {
    Answer::Page { status: StatusCode::OK, html, is_demonstration: of.programme.demonstration }
}

/// The page for an address that names nothing, with the nearest address that does.
pub fn not_found(site: &Site, locale: Locale, path: &str) -> Answer {
    let known = addresses(site, locale);
    let nearest = hatua_core::programme::nearest(path, &known.iter().map(String::as_str).collect::<Vec<_>>());
    let html = pages::error_page::render_not_found(site, locale, path, nearest);
    let is_demonstration = site.programmes.iter().any(|of| of.programme.demonstration);
    Answer::Page { status: StatusCode::NOT_FOUND, html, is_demonstration }
}

/// The addresses that a mistyped one is compared with.
fn addresses(site: &Site, locale: Locale) -> Vec<String> {
    let of_programme = |of: &SiteProgramme| {
        let id = &of.programme.id;
        let figures =
            of.programme.indicators.iter().map(|indicator| links::figure(locale, id, &indicator.slug));
        let maps = of.programme.indicators.iter().map(|i| links::place_of_figure(locale, id, &i.slug));
        let countries = of.programme.countries.iter().map(|code| links::country(locale, id, code));
        figures.chain(maps).chain(countries).chain([links::action(locale, id)]).collect::<Vec<_>>()
    };
    let fixed = [links::actions, links::results, links::methods, links::data, links::changes]
        .map(|page| page(locale));
    site.programmes.iter().flat_map(of_programme).chain(fixed).collect()
}

/// `ke`; the code in capitals and the country's name lead there.
pub fn country(site: &Site, locale: Locale, action: &str, word: &str) -> Option<Answer> {
    let of = programme(site, action)?;
    let code = pages::country_page::country_of_word(of, word)?;
    let html = pages::country_page::render_country(site, of, locale, code)?;
    let address = links::country(locale, &of.programme.id, code);
    if address.ends_with(&format!("/{word}")) {
        Some(page_of(of, html))
    } else {
        Some(Answer::Moved(address))
    }
}

/// `/changes.atom`
pub fn changes_feed(site: &Site, locale: Locale) -> Answer {
    Answer::File {
        bytes: pages::feed::render_changes_feed(site, locale).into_bytes(),
        content_type: "application/atom+xml; charset=utf-8",
        is_immutable: false,
        saved_as: None,
        is_demonstration: site.programmes.iter().any(|of| of.programme.demonstration),
    }
}

/// `/n/{story}`: search engines are asked to leave the story of a child alone.
pub fn story(site: &Site, locale: Locale, word: &str) -> Option<Answer> {
    let told = pages::story_page::find_story(site, word)?;
    let html = pages::story_page::render_story(site, &told, locale)?;
    let is_kept_out = told.story.is_about_a_child || told.of.programme.demonstration;
    Some(Answer::Page { status: StatusCode::OK, html, is_demonstration: is_kept_out })
}

/// `/d/{document}`
pub fn document(site: &Site, locale: Locale, word: &str) -> Option<Answer> {
    let filed = pages::source_page::find_document(site, word)?;
    Some(page_of(filed.of, pages::source_page::render_document(site, &filed, locale)?))
}

/// `/c/{action}/{contract}`
pub fn contract(site: &Site, locale: Locale, action: &str, word: &str) -> Option<Answer> {
    let of = programme(site, action)?;
    let contract = pages::source_page::find_contract(of, word)?;
    Some(page_of(of, pages::source_page::render_contract(site, of, contract, locale)?))
}

/// `r4.2`, `r4`, `r4.2.csv`, `r4.2.bib`, `latest.xlsx`, `dictionary.csv`.
pub fn release(site: &Site, locale: Locale, action: &str, word: &str) -> Option<Answer> {
    let of = programme(site, action)?;
    if word == "dictionary.csv" {
        return Some(dictionary(of));
    }
    if let Some((name, format)) = citation_format(word) {
        let release = named(of, name)?;
        let cited = Citation::of_release(of.at(release).programme, release, site.origin);
        return Some(citation(of, &cited, &links::release_word(release.id), format));
    }
    if let Some((name, format)) = data_format(word) {
        let release = if name == "latest" { of.current()? } else { named(of, name)? };
        let programme = of.at(release).programme;
        let data = of_release(programme, release, site.origin);
        let saved_as = saved_as(of, &links::release_word(release.id), format.extension());
        // What others said stands in the file too, and may grow.
        let asset = data_file(&data, (programme, Some(release)), (format, false));
        return Some(downloaded(of, asset, saved_as));
    }
    let release = named(of, word)?;
    let name: ReleaseName = word.parse().ok()?;
    if name.revision.is_none() {
        return Some(Answer::Elsewhere(links::action_release(locale, &of.programme.id, release.id)));
    }
    Some(page_of(of, pages::action_page::render_action_page(site, of, locale, Some(release.id))?))
}

/// What the columns and codes of the files mean.
fn dictionary(of: &SiteProgramme) -> Answer {
    let release = of.current();
    let programme = release.map_or(of.programme, |release| of.at(release).programme);
    let asset = Asset {
        bytes: dictionary_csv(programme, release).into_bytes(),
        content_type: "text/csv; charset=utf-8",
        immutable: false,
    };
    downloaded(of, asset, saved_as(of, "dictionary", DataFormat::Csv.extension()))
}

fn named<'a>(of: &SiteProgramme<'a>, word: &str) -> Option<&'a Release> {
    let name: ReleaseName = word.strip_prefix('r').and_then(|_| word.parse().ok())?;
    of.releases
        .iter()
        .filter(|release| {
            release.id.number == name.number
                && name.revision.is_none_or(|revision| revision == release.id.revision)
        })
        .max_by_key(|release| release.id)
}

/// `/f/{action}/{figure}`: the current version, what others said while there is none, or 410 for a removed figure.
pub fn figure(site: &Site, locale: Locale, action: &str, slug: &str) -> Option<Answer> {
    let of = programme(site, action)?;
    if let Some(html) = pages::error_page::render_removed(site, of, locale, slug) {
        return Some(Answer::Page {
            status: StatusCode::GONE,
            html,
            is_demonstration: of.programme.demonstration,
        });
    }
    let indicator = of.programme.indicators.iter().find(|indicator| indicator.slug.as_str() == slug)?;
    match of.current().and_then(|release| release.figure(slug)) {
        Some(current) => Some(Answer::Elsewhere(links::figure_version(
            locale,
            &of.programme.id,
            &indicator.slug,
            current.version,
        ))),
        None => Some(page_of(of, pages::figure_page::render_figure_page(site, of, locale, slug, None)?)),
    }
}

/// `v5`, `v5.bib`, `v5.csl.json`, `v5.csv`, `v5.json`, `v5.xlsx`; the data also of `latest` and `reported`.
pub fn figure_part(site: &Site, locale: Locale, (action, slug, part): (&str, &str, &str)) -> Option<Answer> {
    let of = programme(site, action)?;
    if let Some((name, format)) = citation_format(part) {
        let number = version(name)?;
        let first = of.first_with(slug, number)?;
        let programme = of.at(first).programme;
        let cited = Citation::of_version(programme, (first, first.figure(slug)?), site.origin);
        return Some(citation(of, &cited, &format!("{slug}-v{number}"), format));
    }
    let Some((name, format)) = data_format(part) else {
        let html = pages::figure_page::render_figure_page(site, of, locale, slug, Some(version(part)?))?;
        return Some(page_of(of, html));
    };
    let saved_as = |name: &str| saved_as(of, &format!("{slug}-{name}"), format.extension());
    if name == "reported" {
        of.programme.indicators.iter().find(|indicator| indicator.slug.as_str() == slug)?;
        let data = of_statements(of.programme, slug, site.origin)?;
        let asset = data_file(&data, (of.programme, None), (format, false));
        return Some(downloaded(of, asset, saved_as(name)));
    }
    let is_latest = name == "latest";
    let number = if is_latest { of.current()?.figure(slug)?.version } else { version(name)? };
    let first = of.first_with(slug, number)?;
    let programme = of.at(first).programme;
    let data = of_version(programme, first, slug)?;
    let asset = data_file(&data, (programme, Some(first)), (format, !is_latest));
    Some(downloaded(of, asset, saved_as(&format!("v{number}"))))
}

fn version(word: &str) -> Option<u32> {
    let digits = word.strip_prefix('v')?;
    digits.parse().ok().filter(|_| !digits.starts_with(['0', '+']))
}

/// The name under which a downloaded file of a programme is saved.
fn saved_as(of: &SiteProgramme, what: &str, extension: &str) -> String {
    let stem = links::file_stem(of.programme.demonstration, &of.programme.id, what);
    format!("{stem}.{extension}")
}

fn citation_format(word: &str) -> Option<(&str, CitationFormat)> {
    CitationFormat::ALL
        .into_iter()
        .find_map(|format| Some((word.strip_suffix(format.extension())?.strip_suffix('.')?, format)))
}

/// A citation as a file. Its address is whole where the site has a public origin, which may come and go.
fn citation(of: &SiteProgramme, cited: &Citation, what: &str, format: CitationFormat) -> Answer {
    let content_type = match format {
        CitationFormat::BibTex => "application/x-bibtex; charset=utf-8",
        CitationFormat::CslJson => "application/vnd.citationstyles.csl+json",
    };
    let asset = Asset { bytes: cited.written(format).into_bytes(), content_type, immutable: false };
    downloaded(of, asset, saved_as(of, what, format.extension()))
}

fn data_format(word: &str) -> Option<(&str, DataFormat)> {
    DataFormat::ALL
        .into_iter()
        .find_map(|format| Some((word.strip_suffix(format.extension())?.strip_suffix('.')?, format)))
}

fn data_file(
    data: &FigureData,
    (programme, release): (&Programme, Option<&Release>),
    (format, immutable): (DataFormat, bool),
) -> Asset {
    let codes = Labelling::new(programme, release, Labels::Codes);
    let (bytes, content_type) = match format {
        DataFormat::Csv => (separated(data, &codes, Dialect::Plain).into_bytes(), "text/csv; charset=utf-8"),
        DataFormat::Json => (figures_json(data, &codes).into_bytes(), "application/json"),
        DataFormat::Xlsx => {
            let labelled = Labelling::new(programme, release, Labels::In(Locale::En));
            let about = Workbooked { programme, release, locale: Locale::En };
            let content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            (figures_xlsx(data, &labelled, &about), content_type)
        }
    };
    Asset { bytes, content_type, immutable }
}

/// A file of a programme that is saved under a name.
fn downloaded(of: &SiteProgramme, asset: Asset, saved_as: String) -> Answer {
    file(of, asset, Some(saved_as))
}

/// A file of a programme.
pub fn file(of: &SiteProgramme, asset: Asset, saved_as: Option<String>) -> Answer {
    Answer::File {
        bytes: asset.bytes,
        content_type: asset.content_type,
        is_immutable: asset.immutable,
        saved_as,
        is_demonstration: of.programme.demonstration,
    }
}
