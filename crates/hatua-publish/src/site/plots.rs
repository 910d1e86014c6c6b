//! The plots and maps of figures: which files there are, their pictures on a page, and what stands in each file. A file's
//! name holds all that it depends on, so that it never changes.

use std::collections::BTreeMap;

use hatua_core::period::Quarter;
use hatua_core::programme::{Locale, Programme};
use hatua_core::release::{Release, ReleaseId, ReleasedFigure};

use crate::links;
use crate::plot::map::MAP_SIZE;
use crate::plot::{
    Direction, MapCountry, MapPlot, PlotKind, PlotName, QuarterBar, QuartersPlot, ReleaseStep, Scheme, Width,
    draw_map, draw_page_map, draw_quarters, name, parse_name,
};
use crate::site::SiteProgramme;
use crate::site::value::ValueView;
use crate::text::{Texts, key};

/// A picture with a file for each screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureView {
    /// Files for other screens than the first: media query and address.
    pub sources: Vec<(&'static str, String)>,
    /// The file for a wide, light screen.
    pub src: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// The same in words.
    pub alt: String,
}

const QUARTERS_SIZE: (u32, u32) = (760, 400);

/// A figure of a release, as it is drawn in one language.
struct Drawn<'a> {
    of: &'a SiteProgramme<'a>,
    release: &'a Release,
    figure: &'a ReleasedFigure,
    texts: &'a Texts,
}

/// The picture of a figure's quarters; absent where the release does not show them.
#[must_use]
pub fn quarters_picture(
    of: &SiteProgramme,
    release: &Release,
    figure: &ReleasedFigure,
    texts: &Texts,
) -> Option<PictureView> {
    let drawn = Drawn { of, release, figure, texts };
    let plot = drawn.quarters(Width::Wide, Scheme::Light)?;
    let file = |width, scheme| drawn.address(PlotKind::Quarters, width, scheme);
    let said: Vec<&str> = plot.releases.iter().map(|step| step.shown.as_str()).collect();
    let values: Vec<&str> = plot.quarters.iter().map(|bar| bar.shown.as_str()).collect();
    let separator = texts.get("list-separator");
    let (said, values) = (said.join(&separator), values.join(&separator));
    let args = [("title", (&plot.title).into()), ("values", (&values).into()), ("said", (&said).into())];
    Some(PictureView {
        sources: vec![
            ("(max-width:40em) and (prefers-color-scheme:dark)", file(Width::Narrow, Scheme::Dark)),
            ("(max-width:40em)", file(Width::Narrow, Scheme::Light)),
            ("(prefers-color-scheme:dark)", file(Width::Wide, Scheme::Dark)),
        ],
        src: file(Width::Wide, Scheme::Light),
        width: QUARTERS_SIZE.0,
        height: QUARTERS_SIZE.1,
        alt: texts.get_args("plot-quarters-alt", &args),
    })
}

/// The map of a figure; absent where the release shows no countries, or none of them has an outline.
#[must_use]
pub fn map_picture(
    of: &SiteProgramme,
    release: &Release,
    figure: &ReleasedFigure,
    texts: &Texts,
) -> Option<PictureView> {
    let drawn = Drawn { of, release, figure, texts };
    let map = drawn.map(Scheme::Light)?;
    draw_map(&map)?;
    let file = |scheme| drawn.address(PlotKind::Map, Width::Wide, scheme);
    Some(PictureView {
        sources: vec![("(prefers-color-scheme:dark)", file(Scheme::Dark))],
        src: file(Scheme::Light),
        width: MAP_SIZE.0,
        height: MAP_SIZE.1,
        alt: texts.get_args("map-alt", &[("title", (&map.title).into())]),
    })
}

/// The map of a figure for a page itself; absent as that of `map_picture`. Each country of `links` is a link.
#[must_use]
pub fn map_in_page(
    of: &SiteProgramme,
    release: &Release,
    figure: &ReleasedFigure,
    texts: &Texts,
    links: &BTreeMap<String, String>,
) -> Option<String> {
    let drawn = Drawn { of, release, figure, texts };
    draw_page_map(&drawn.map(Scheme::Light)?, links)
}

/// The file with this name, as under `/p/{programme}/`: an SVG. None where no page names it.
#[must_use]
pub fn render_plot(of: &SiteProgramme, file: &str) -> Option<String> {
    let plot = parse_name(file)?;
    let release = of.release(plot.release)?;
    let figure = release.figure(plot.slug.as_str()).filter(|figure| figure.slug == plot.slug)?;
    let of = &of.at(release);
    if plot.demonstration != of.programme.demonstration || !of.programme.locales.contains(&plot.locale) {
        return None;
    }
    let texts = Texts::of(plot.locale, of.programme);
    let drawn = Drawn { of, release, figure, texts: &texts };
    match plot.kind {
        PlotKind::Quarters => draw_quarters(&drawn.quarters(plot.width, plot.scheme)?),
        PlotKind::Map if plot.width == Width::Wide => draw_map(&drawn.map(plot.scheme)?),
        PlotKind::Map => None,
    }
}

/// The names of all plot files of a programme, for a copy of the site as files.
#[must_use]
pub fn plot_names(of: &SiteProgramme) -> Vec<String> {
    let mut names = Vec::new();
    for release in of.releases {
        let of = &of.at(release);
        for (figure, locale) in
            release.figures.iter().flat_map(|f| of.programme.locales.iter().map(move |l| (f, *l)))
        {
            let texts = Texts::of(locale, of.programme);
            let pictures =
                [quarters_picture(of, release, figure, &texts), map_picture(of, release, figure, &texts)];
            for picture in pictures.into_iter().flatten() {
                let all = std::iter::once(picture.src)
                    .chain(picture.sources.into_iter().map(|(_, address)| address));
                names.extend(all.filter_map(|address| Some(address.rsplit_once('/')?.1.to_owned())));
            }
        }
    }
    names
}

impl Drawn<'_> {
    fn programme(&self) -> &Programme {
        self.of.programme
    }

    fn direction(&self) -> Direction {
        match self.texts.locale() {
            Locale::En | Locale::Fr => Direction::LeftToRight,
            Locale::Ar => Direction::RightToLeft,
        }
    }

    fn address(&self, kind: PlotKind, width: Width, scheme: Scheme) -> String {
        let plot = PlotName {
            demonstration: self.programme().demonstration,
            slug: self.figure.slug.clone(),
            kind,
            release: self.release.id,
            width,
            scheme,
            locale: self.texts.locale(),
        };
        links::plot(&self.programme().id, &name(&plot))
    }

    fn title(&self, words: &str) -> String {
        let short = self.texts.own(&key("figure", &format!("{}-short", self.figure.slug)));
        self.texts.get_args(words, &[("figure", (&short).into())])
    }

    /// What is written into the drawing, because a word beside it does not survive a screenshot.
    fn demonstration(&self) -> Option<String> {
        self.programme().demonstration.then(|| self.texts.get("plot-demonstration"))
    }

    fn quarters(&self, width: Width, scheme: Scheme) -> Option<QuartersPlot> {
        let cells = self.figure.shown_table("quarter")?;
        let bar = |cell: &hatua_core::release::PublicCell| {
            let quarter: Quarter = cell.code().parse().ok()?;
            Some(QuarterBar {
                quarter,
                label: self.texts.get_args(
                    "quarter-short",
                    &[("number", (&self.texts.numbers.plain(quarter.number().into())).into())],
                ),
                year: self.texts.numbers.plain(quarter.year().into()),
                value: cell.value().number(),
                shown: ValueView::of(self.texts, cell.value()).text,
            })
        };
        let release = self.texts.numbers.release(self.release.id);
        Some(QuartersPlot {
            title: self.title("plot-quarters"),
            direction: self.direction(),
            width,
            scheme,
            quarters: cells.iter().filter_map(bar).collect(),
            releases: self.steps(),
            // Not "today": the file stays as it is when a later release knows more.
            known: self.texts.get_args("plot-known", &[("release", (&release).into())]),
            said: self.texts.get("plot-said"),
            demonstration: self.demonstration(),
        })
    }

    /// What each release up to this one said.
    fn steps(&self) -> Vec<ReleaseStep> {
        let mut said: Vec<(&Release, u64)> = (self.of.releases.iter())
            .filter(|release| release.id <= self.release.id)
            .filter_map(|release| Some((release, release.figure(self.figure.code.as_str())?.value.number()?)))
            .collect();
        said.sort_by_key(|(release, _)| release.id);
        let is_revised =
            |id: ReleaseId| said.iter().any(|(other, _)| other.id.number == id.number && other.id > id);
        let is_otherwise_known = |id| self.figure.as_known.iter().any(|known| known.release == id);
        said.iter()
            .map(|(release, number)| ReleaseStep {
                issued_on: release.issued_on,
                label: (release.id.revision == 1).then(|| {
                    let number = self.texts.numbers.plain(release.id.number.into());
                    self.texts.get_args("plot-release", &[("number", (&number).into())])
                }),
                said: *number,
                shown: self.texts.numbers.grouped(*number),
                superseded: is_revised(release.id) || is_otherwise_known(release.id),
            })
            .collect()
    }

    fn map(&self, scheme: Scheme) -> Option<MapPlot> {
        let cells = self.figure.shown_table("country")?;
        let country = |cell: &hatua_core::release::PublicCell| {
            let name =
                crate::site::action_page::breakdown::place_name(self.programme(), self.texts, cell.code());
            MapCountry {
                code: cell.code().to_owned(),
                name: name.map_or_else(|| cell.code().to_owned(), |words| words.text),
                value: cell.value(),
                shown: ValueView::of(self.texts, cell.value()).text,
            }
        };
        Some(MapPlot {
            title: self.title("plot-map"),
            direction: self.direction(),
            scheme,
            countries: cells.iter().map(country).collect(),
            demonstration: self.demonstration(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn every_picture_that_a_page_names_can_be_drawn() {
        let (programme, releases) = (fixture::programme(), fixture::releases());
        let of = SiteProgramme {
            programme: &programme,
            earlier: &std::collections::BTreeMap::new(),
            releases: &releases,
        };
        let names = plot_names(&of);
        assert!(
            names.contains(&"demonstration-trained-quarters-r1.2-narrow-dark-ar.svg".to_owned()),
            "{names:?}"
        );
        assert!(names.contains(&"demonstration-trained-map-r1.1-en.svg".to_owned()), "{names:?}");
        for name in names {
            let svg = render_plot(&of, &name).unwrap();
            assert!(svg.contains("<svg"), "{name}");
        }
    }

    #[test]
    fn a_name_that_no_page_has_is_not_found() {
        let (programme, releases) = (fixture::programme(), fixture::releases());
        let of = SiteProgramme {
            programme: &programme,
            earlier: &std::collections::BTreeMap::new(),
            releases: &releases,
        };
        for wrong in [
            "trained-quarters-r1.2-en.svg",
            "demonstration-trained-quarters-r9.1-en.svg",
            "demonstration-trained-quarters-r1.2-fr.svg",
            "demonstration-trained-map-r1.2-narrow-en.svg",
            "demonstration-wells-map-r1.2-en.svg",
        ] {
            assert_eq!(render_plot(&of, wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_corrected_release_is_marked_as_superseded() {
        let (programme, releases) = (fixture::programme(), fixture::releases());
        let of = SiteProgramme {
            programme: &programme,
            earlier: &std::collections::BTreeMap::new(),
            releases: &releases,
        };
        let texts = Texts::of(Locale::En, &programme);
        let drawn = Drawn { of: &of, release: &releases[1], figure: &releases[1].figures[0], texts: &texts };
        let steps: Vec<_> =
            drawn.steps().into_iter().map(|step| (step.label, step.said, step.superseded)).collect();
        assert_eq!(steps, [(Some("R1".into()), 1_643, true), (None, 1_600, false)]);
    }
}
