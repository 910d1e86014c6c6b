//! The map of one figure: table and quarters beside it, and links to the countries and to the other figures. Only what the
//! current release shows stands here; where it shows nothing, the page says why.

use askama::Template;
use hatua_core::programme::{Indicator, Locale};
use hatua_core::release::{PublicTable, Release, ReleasedFigure, TableKey};

use crate::links;
use crate::site::action_page::breakdown::{self, COUNTRY, TableView, in_several};
use crate::site::action_page::edition::{Edition, Shown};
use crate::site::action_page::figures::objective_number;
use crate::site::action_page::map_key::{MapKeyView, map_key};
use crate::site::action_page::places::{
    ByCountry, PickView, action_link, by_country, country_links, country_pick, figure_choice, figure_pick,
    how_to_read,
};
use crate::site::figure_page::Drawing;
use crate::site::figure_page::opening::RealView;
use crate::site::files::FileSet;
use crate::site::layout::{Head, Layout, MenuEntry, MenuLink, Sheets};
use crate::site::link::LinkView;
use crate::site::plots::{PictureView, map_in_page, map_picture, quarters_picture};
use crate::site::value::ValueView;
use crate::site::{Context, Site, SiteProgramme};
use crate::text::key;

#[derive(Template)]
#[template(path = "where.html")]
struct WherePage {
    layout: Layout,
    words: WhereWords,
    action: LinkView,
    heading: String,
    /// In a demonstration: what is real and what is invented.
    real: Option<RealView>,
    /// The whole number, its release and its day.
    total: Option<String>,
    pick: PickView,
    example: Option<String>,
    map: Option<Drawing>,
    map_key: Vec<MapKeyView>,
    table: Option<TableView>,
    /// Why there is no table, or how it is to be read.
    notes: Vec<String>,
    /// The last release that shows a table which this one leaves out.
    last: Option<LinkView>,
    time: Option<PictureView>,
    time_note: String,
    countries: PickView,
    others: Vec<OthersView>,
    record: LinkView,
    files: Option<Vec<FileSet>>,
}

/// The figures of one objective.
struct OthersView {
    label: String,
    /// Its short title, with what separates it from the label.
    short: String,
    figures: Vec<MenuLink>,
}

struct WhereWords {
    breadcrumb: String,
    place: String,
    map_classes: String,
    time: String,
    figures: String,
    countries: String,
    use_page: String,
    record_says: String,
}

/// The map of a figure. None where the programme has no such figure or language.
#[must_use]
pub fn render_where(site: &Site, of: &SiteProgramme, locale: Locale, slug: &str) -> Option<String> {
    let of = &of.today();
    let context = Context::of_programme(site, of.programme, locale)?;
    let edition = Edition { context: &context, of: *of, release: of.current() };
    let indicator = of.programme.indicators.iter().find(|indicator| indicator.slug.as_str() == slug)?;
    let page = page(&edition, indicator);
    Some(page.render().expect("a page of ready strings always renders"))
}

fn page(edition: &Edition, indicator: &Indicator) -> WherePage {
    let (context, texts) = (edition.context, &edition.context.texts);
    let shown = edition.shown(indicator);
    let counted = edition.release.zip(shown.computed);
    let short = edition.figure_text(indicator, "short");
    let heading = texts.get_args("where-title", &[("figure", (&short).into())]);
    let id = &edition.programme().id;
    let head = Head {
        title: heading.clone(),
        description: texts.get_args("where-description", &[("figure", (&short).into())]),
        address: &|locale| links::place_of_figure(locale, id, &indicator.slug),
        canonical: None,
        current: Some(MenuEntry::Actions),
        sheets: Sheets::Place,
    };
    let places = Places::new(edition, &shown);
    WherePage {
        layout: Layout::new(context, &head),
        words: words(edition),
        action: action_link(edition),
        heading,
        real: edition.programme().demonstration.then(|| real(edition, &shown)),
        total: counted.map(|(release, figure)| total(edition, release, figure)),
        pick: figure_pick(edition, indicator.slug.as_str(), "#figures".to_owned()),
        example: edition.programme().demonstration.then(|| texts.get("demonstration-records")),
        map: places.map,
        map_key: places.map_key,
        table: places.table,
        notes: places.notes,
        last: places.last,
        time: counted.and_then(|(release, figure)| quarters_picture(&edition.of, release, figure, texts)),
        time_note: super::action_page::time_note(edition, indicator),
        countries: country_pick(edition, ""),
        others: others(edition, indicator),
        record: LinkView { href: edition.figure_address(&shown), label: texts.get("where-record") },
        files: counted.map(|(release, figure)| files(edition, release, figure)),
    }
}

fn words(edition: &Edition) -> WhereWords {
    let get = |key: &str| edition.context.texts.get(key);
    WhereWords {
        breadcrumb: get("breadcrumb"),
        place: get("where"),
        map_classes: get("map-classes"),
        time: get("over-time"),
        figures: get("where-figures"),
        countries: get("countries"),
        use_page: get("where-use"),
        record_says: get("where-record-says"),
    }
}

fn real(edition: &Edition, shown: &Shown) -> RealView {
    let texts = &edition.context.texts;
    let real_text = match shown.reported {
        Some(statement) => {
            let value = ValueView::said(texts, Some(statement.value)).text;
            let source = edition.source(&statement.said_by, statement.said_on);
            texts.get_args("where-real", &[("value", (&value).into()), ("source", (&source).into())])
        }
        None => texts.get("where-real-name"),
    };
    RealView::new(texts, real_text, shown.computed.map(|_| texts.get("where-invented")))
}

fn total(edition: &Edition, release: &Release, figure: &ReleasedFigure) -> String {
    let texts = &edition.context.texts;
    let (value, name) = (edition.value(figure.value), edition.release_name(release));
    let (said, to) = (value.spoken.unwrap_or(value.text), texts.numbers.date(release.data_to));
    let args = [("value", (&said).into()), ("release", (&name).into()), ("date", (&to).into())];
    texts.get_args("where-total", &args)
}

/// What the release shows of the countries.
#[derive(Default)]
struct Places {
    map: Option<Drawing>,
    map_key: Vec<MapKeyView>,
    table: Option<TableView>,
    notes: Vec<String>,
    last: Option<LinkView>,
}

impl Places {
    fn new(edition: &Edition, shown: &Shown) -> Self {
        let texts = &edition.context.texts;
        let said = |note: &str| Self { notes: vec![texts.get(note)], ..Self::default() };
        match (by_country(edition, shown), edition.release, shown.computed) {
            (ByCountry::Shown { .. }, Some(release), Some(figure)) => {
                Self::shown(edition, shown, (release, figure))
            }
            (ByCountry::NotShown(_), _, Some(figure)) => {
                let view = breakdown::breakdown(edition, shown.indicator, figure, is_country);
                let withheld = view.and_then(|mut view| view.withheld.pop());
                withheld.map_or_else(Self::default, |table| Self {
                    notes: vec![table.sentence],
                    last: table.last,
                    ..Self::default()
                })
            }
            (ByCountry::Withheld, ..) => said("where-withheld"),
            (ByCountry::NotByCountry, ..) => said("where-not-by-country"),
            (ByCountry::NoRecords | ByCountry::Shown { .. } | ByCountry::NotShown(_), ..) => {
                said("where-no-records")
            }
        }
    }

    fn shown(edition: &Edition, shown: &Shown, (release, figure): (&Release, &ReleasedFigure)) -> Self {
        let (texts, indicator) = (&edition.context.texts, shown.indicator);
        let links = country_links(edition);
        let mut table =
            breakdown::countries(edition, indicator, figure).and_then(|mut view| view.tables.pop());
        for cell in table.iter_mut().flat_map(|table| &mut table.cells) {
            cell.href = links.get(&cell.code).cloned();
        }
        let cells = figure.shown_table(COUNTRY).unwrap_or_default();
        let map = map_in_page(&edition.of, release, figure, texts, &links);
        Self {
            map_key: if map.is_some() { map_key(edition, cells) } else { Vec::new() },
            map: map.map(Drawing),
            table,
            notes: in_several_countries(edition, indicator, figure)
                .into_iter()
                .chain([how_to_read(edition, shown)])
                .collect(),
            last: None,
        }
    }
}

fn is_country(table: &TableKey) -> bool {
    matches!(table, TableKey::First(dimension) if dimension.as_str() == COUNTRY)
}

/// How many stand in several countries: of the table itself, or of the one in which each stands wherever it was counted.
fn in_several_countries(edition: &Edition, indicator: &Indicator, figure: &ReleasedFigure) -> Option<String> {
    let texts = &edition.context.texts;
    let of_countries = |table: &PublicTable| match table {
        PublicTable::Shown { key: TableKey::First(of) | TableKey::Each(of), units_in_several, .. }
            if of.as_str() == COUNTRY =>
        {
            units_in_several.and_then(hatua_core::release::FigureValue::number)
        }
        PublicTable::Shown { .. } | PublicTable::NotShown { .. } => None,
    };
    let own = key("figure", &format!("{}-each-{COUNTRY}", indicator.slug));
    let found = figure.tables.iter().find_map(of_countries).filter(|n| *n > 0);
    found.map(|n| in_several(texts, &own, n))
}

/// All other figures, by objective.
fn others(edition: &Edition, current: &Indicator) -> Vec<OthersView> {
    let texts = &edition.context.texts;
    let view = |objective: &hatua_core::programme::Objective| {
        let number = objective_number(texts, &objective.code);
        let short = texts.own(&key("objective", &format!("{}-short", objective.code)));
        let figures = edition.programme().indicators.iter().filter(|i| i.objective == objective.code);
        OthersView {
            label: texts.get_args("objective", &[("code", (&number).into())]),
            short: texts.get_args("objective-short", &[("short", (&short).into())]),
            figures: figures
                .filter_map(|i| figure_choice(edition, i.slug.as_str(), current.slug.as_str()))
                .collect(),
        }
    };
    edition.programme().objectives.iter().map(view).collect()
}

/// The numbers of the page as files: the figure's version, and the map.
fn files(edition: &Edition, release: &Release, figure: &ReleasedFigure) -> Vec<FileSet> {
    let programme = edition.programme();
    let what = format!("{}-v{}", figure.slug, figure.version);
    let name = links::file_stem(programme.demonstration, &programme.id, &what);
    let address = |format| links::figure_file(&programme.id, &figure.slug, figure.version, format);
    let map = map_picture(&edition.of, release, figure, &edition.context.texts);
    let map = map.and_then(|picture| {
        let name = picture.src.rsplit_once('/')?.1.strip_suffix(".svg")?.to_owned();
        Some(FileSet { name, files: vec![LinkView { href: picture.src, label: "SVG".to_owned() }] })
    });
    std::iter::once(FileSet::data(name, address)).chain(map).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use hatua_core::programme::Programme;

    fn rendered(programme: &Programme, releases: &[Release], slug: &str) -> String {
        let of = SiteProgramme { programme, earlier: &std::collections::BTreeMap::new(), releases };
        render_where(&Site { programmes: &[of], origin: None }, &of, Locale::En, slug).unwrap()
    }

    #[test]
    fn a_map_has_its_legend_its_table_and_links_to_countries_and_figures() {
        let page = rendered(&fixture::programme(), &fixture::releases(), "trained");
        for part in [
            "<h1>Where: People trained</h1>",
            "600 and more",
            r#"<a href="/a/wells/c/ls">Upland</a>"#,
            r#"href="/a/wells/where/wells""#,
            "demonstration-wells-trained-v2</bdi><a href=\"/f/wells/trained/v2.csv\">CSV</a>",
            "1\u{202f}600 in all, release 1.2, data to 30 June 2018.",
        ] {
            assert!(page.contains(part), "{part}: {page}");
        }
        assert_eq!(page.matches("<svg class=\"map\"").count(), 1);
        assert_eq!(page.matches("class=\"sw k").count(), page.matches("<i class=\"sw").count());
    }

    #[test]
    fn a_figure_without_records_has_no_map_and_says_so() {
        let page = rendered(&fixture::programme(), &fixture::releases(), "wells");
        assert!(page.contains("No records stand behind this figure") && !page.contains("class=\"map\""));
        assert!(!page.contains("id=\"time\""));
        let page = rendered(&fixture::programme(), &[], "trained");
        assert!(page.contains("No records stand behind this figure"));
    }

    #[test]
    fn countries_that_the_release_leaves_out_are_said_with_the_last_one_that_has_them() {
        let mut release = serde_json::to_value(fixture::releases().remove(1)).unwrap();
        release["figures"][0]["tables"][0] =
            serde_json::json!({"state": "not_shown", "key": {"first": "country"}, "last_shown": "R1.1"});
        let releases = [fixture::releases().remove(0), serde_json::from_value(release).unwrap()];
        let page = rendered(&fixture::programme(), &releases, "trained");
        assert!(page.contains("country: not shown in release 1.2") && page.contains("/a/wells/r1.1"));
    }

    #[test]
    fn who_stands_in_several_countries_is_said() {
        let mut release = serde_json::to_value(fixture::releases().remove(1)).unwrap();
        release["figures"][0]["tables"][0]["units_in_several"] =
            serde_json::json!({"status": "published", "value": 11});
        let page = rendered(&fixture::programme(), &[serde_json::from_value(release).unwrap()], "trained");
        assert!(page.contains("11 of what is counted stand in two or more of these lines."));
        assert!(!page.contains("<tfoot>"));
    }
}
