//! Open data: every file of every action, under which terms it may be used, and what its columns mean.

use askama::Template;
use hatua_core::programme::{Indicator, Locale};
use hatua_core::release::Release;

use crate::links;
use crate::site::files::formats;
use crate::site::layout::{Head, Layout, MenuEntry, Sheets};
use crate::site::link::LinkView;
use crate::site::{Context, Site, SiteProgramme};
use crate::text::{Texts, Words};

#[derive(Template)]
#[template(path = "data.html")]
struct DataPage {
    layout: Layout,
    words: DataWords,
    actions: Vec<ActionView>,
}

struct DataWords {
    heading: String,
    introduction: String,
    contents: String,
    holds: String,
    file: String,
    by_figure: String,
    latest: String,
    reported: String,
    none: String,
}

/// The files of one action.
struct ActionView {
    id: String,
    title: LinkView,
    lang: Option<&'static str>,
    reuse: String,
    cite: LinkView,
    files: Vec<FileView>,
    figures: Vec<FigureView>,
}

/// The files of one figure: its current version, and what others said about it.
struct FigureView {
    name: Words,
    counted: Vec<LinkView>,
    said: Vec<LinkView>,
}

/// What some files hold, in each format.
struct FileView {
    holds: Words,
    files: Vec<LinkView>,
}

/// The page of all files.
#[must_use]
pub fn render_data(site: &Site, locale: Locale) -> String {
    let context = Context::of_site(site, locale);
    let texts = &context.texts;
    let head = Head {
        title: texts.get("data-title"),
        description: texts.get("data-intro"),
        address: &links::data,
        canonical: None,
        current: Some(MenuEntry::Data),
        sheets: Sheets::Record,
    };
    let page = DataPage {
        layout: Layout::new(&context, &head),
        words: DataWords {
            heading: texts.get("data-title"),
            introduction: texts.get("data-intro"),
            contents: texts.get("contents"),
            holds: texts.get("data-holds"),
            file: texts.get("data-files"),
            by_figure: texts.get("data-by-figure"),
            latest: texts.get("data-latest"),
            reported: texts.get("data-reported"),
            none: texts.get("value-not-reported"),
        },
        actions: site.programmes.iter().map(|of| action(of, locale)).collect(),
    };
    page.render().expect("a page of ready strings always renders")
}

fn action(of: &SiteProgramme, locale: Locale) -> ActionView {
    let programme = of.programme;
    let own = if programme.locales.contains(&locale) { locale } else { programme.locales[0] };
    let texts = Texts::of(own, programme);
    ActionView {
        id: format!("data-{}", programme.id),
        title: LinkView { href: links::action(own, &programme.id), label: texts.own("title").text },
        lang: (own != locale).then(|| own.tag()),
        reuse: texts.get(if programme.demonstration { "reuse-demonstration" } else { "reuse" }),
        cite: LinkView {
            href: format!("{}#cite", links::action(own, &programme.id)),
            label: texts.get("cite"),
        },
        files: files(of, &texts),
        figures: programme.indicators.iter().map(|indicator| figure(of, &texts, indicator)).collect(),
    }
}

/// The current release, each release as it was issued, and the dictionary.
fn files(of: &SiteProgramme, texts: &Texts) -> Vec<FileView> {
    let id = &of.programme.id;
    let latest = of.current().map(|_| FileView {
        holds: Words::here(texts.get("data-all")),
        files: formats(|format| links::latest_file(id, format)),
    });
    let dictionary = FileView {
        holds: Words::here(texts.get("data-dictionary")),
        files: vec![LinkView { href: links::dictionary_file(id), label: "CSV".to_owned() }],
    };
    let release = |release: &Release| FileView {
        holds: Words::here(texts.get_args("data-release", &[("release", (&release.id.to_string()).into())])),
        files: formats(|format| links::release_file(id, release.id, format)),
    };
    let releases = of.releases.iter().rev().map(release);
    latest.into_iter().chain([dictionary]).chain(releases).collect()
}

/// The current version of a figure, and what others said about it.
fn figure(of: &SiteProgramme, texts: &Texts, indicator: &Indicator) -> FigureView {
    let (id, slug) = (&of.programme.id, &indicator.slug);
    let is_counted = of.current().is_some_and(|release| release.figure(slug.as_str()).is_some());
    let has_said = of.programme.statements_about(&indicator.code).next().is_some();
    let counted = is_counted.then(|| formats(|format| links::latest_figure_file(id, slug, format)));
    let said = has_said.then(|| formats(|format| links::reported_file(id, slug, format)));
    FigureView {
        name: texts.own(&format!("figure-{slug}-name")),
        counted: counted.unwrap_or_default(),
        said: said.unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn every_file_of_every_figure_and_release_is_there_with_its_terms() {
        let (programme, releases) = (fixture::programme(), fixture::releases());
        let of = SiteProgramme {
            programme: &programme,
            earlier: &std::collections::BTreeMap::new(),
            releases: &releases,
        };
        let page = render_data(&Site { programmes: &[of], origin: None }, Locale::En);
        for said in [
            "href=\"/a/wells/latest.xlsx\"",
            "href=\"/a/wells/dictionary.csv\"",
            "href=\"/a/wells/r1.1.xlsx\"",
            "href=\"/a/wells/r1.2.csv\">CSV</a>",
            "href=\"/a/wells#cite\"",
            "href=\"/f/wells/trained/latest.json\"",
            "href=\"/f/wells/wells/reported.xlsx\"",
            "keeps the word “demonstration”",
        ] {
            assert!(page.contains(said), "{said}\n{page}");
        }
        assert!(!page.contains("/f/wells/wells/latest"), "nobody counts wells");
    }
}
