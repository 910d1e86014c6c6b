//! From an address to what it names: programmes, releases, figures, versions and files.

use axum::http::StatusCode;
use hatua_core::programme::Locale;
use hatua_core::release::{Release, ReleaseName};
use hatua_publish::asset::Asset;
use hatua_publish::links::{self, DataFormat};
use hatua_publish::open_data::{
    FigureData, figures_csv, figures_json, of_release, of_statements, of_version,
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
    let fixed = [links::actions, links::results, links::methods, links::changes].map(|page| page(locale));
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

/// `r4.2`, `r4`, `r4.2.csv`.
pub fn release(site: &Site, locale: Locale, action: &str, word: &str) -> Option<Answer> {
    let of = programme(site, action)?;
    if let Some((name, format)) = data_format(word) {
        let release = named(of, name)?;
        let data = of_release(of.at(release).programme, release, site.origin);
        let saved_as =
            links::release_file_name(of.programme.demonstration, &of.programme.id, release.id, format);
        // What others said stands in the file too, and may grow.
        return Some(file(of, data_file(&data, format, false), Some(saved_as)));
    }
    let release = named(of, word)?;
    let name: ReleaseName = word.parse().ok()?;
    if name.revision.is_none() {
        return Some(Answer::Elsewhere(links::action_release(locale, &of.programme.id, release.id)));
    }
    Some(page_of(of, pages::action_page::render_action_page(site, of, locale, Some(release.id))?))
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

/// `v5`, `v5.csv`, `v5.json`, `reported.csv`, `reported.json`.
pub fn figure_part(site: &Site, locale: Locale, (action, slug, part): (&str, &str, &str)) -> Option<Answer> {
    let of = programme(site, action)?;
    let id = &of.programme.id;
    let Some((name, format)) = data_format(part) else {
        let html = pages::figure_page::render_figure_page(site, of, locale, slug, Some(version(part)?))?;
        return Some(page_of(of, html));
    };
    let (data, is_immutable) = match name {
        "reported" => {
            of.programme.indicators.iter().find(|indicator| indicator.slug.as_str() == slug)?;
            (of_statements(of.programme, slug, site.origin)?, false)
        }
        name => {
            let first = of.first_with(slug, version(name)?)?;
            (of_version(of.at(first).programme, first, slug)?, true)
        }
    };
    let saved_as = links::file_name(of.programme.demonstration, id, &format!("{slug}-{name}"), format);
    Some(file(of, data_file(&data, format, is_immutable), Some(saved_as)))
}

fn version(word: &str) -> Option<u32> {
    let digits = word.strip_prefix('v')?;
    digits.parse().ok().filter(|_| !digits.starts_with(['0', '+']))
}

fn data_format(word: &str) -> Option<(&str, DataFormat)> {
    [DataFormat::Csv, DataFormat::Json]
        .into_iter()
        .find_map(|format| Some((word.strip_suffix(format.extension())?.strip_suffix('.')?, format)))
}

fn data_file(data: &FigureData, format: DataFormat, immutable: bool) -> Asset {
    let (text, content_type) = match format {
        DataFormat::Csv => (figures_csv(data), "text/csv; charset=utf-8"),
        DataFormat::Json => (figures_json(data), "application/json"),
    };
    Asset { bytes: text.into_bytes(), content_type, immutable }
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
