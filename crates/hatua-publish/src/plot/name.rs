//! Names of plot files. A name holds all that the drawing depends on, so that a file never changes and a new release
//! gives new names.

use hatua_core::id::FigureSlug;
use hatua_core::programme::Locale;
use hatua_core::release::{ReleaseId, ReleaseName};

use super::canvas::{Scheme, Width};

/// What a plot shows of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlotKind {
    /// Its quarters, and what each release said.
    Quarters,
    /// Its countries.
    Map,
}

impl PlotKind {
    const ALL: [Self; 2] = [Self::Quarters, Self::Map];

    fn word(self) -> &'static str {
        match self {
            Self::Quarters => "quarters",
            Self::Map => "map",
        }
    }
}

/// What one plot file shows, and how.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PlotName {
    /// Whether the records are invented; the name then begins with the word.
    pub demonstration: bool,
    /// The figure.
    pub slug: FigureSlug,
    /// What is shown of it.
    pub kind: PlotKind,
    /// The last release that the plot knows of.
    pub release: ReleaseId,
    /// The room that it has.
    pub width: Width,
    /// The colours of the page.
    pub scheme: Scheme,
    /// The language of its words.
    pub locale: Locale,
}

/// The file's name: `demonstration-trained-quarters-r4.2-narrow-dark-ar.svg`.
#[must_use]
pub fn name(plot: &PlotName) -> String {
    let demonstration = if plot.demonstration { "demonstration-" } else { "" };
    let width = match plot.width {
        Width::Wide => "",
        Width::Narrow => "-narrow",
    };
    let scheme = match plot.scheme {
        Scheme::Light => "",
        Scheme::Dark => "-dark",
    };
    let (slug, kind, release) = (&plot.slug, plot.kind.word(), plot.release);
    let (number, revision, locale) = (release.number, release.revision, plot.locale.tag());
    format!("{demonstration}{slug}-{kind}-r{number}.{revision}{width}{scheme}-{locale}.svg")
}

/// What a file's name asks for; nothing where it is no plot's name.
#[must_use]
pub fn parse_name(text: &str) -> Option<PlotName> {
    let rest = text.strip_suffix(".svg")?;
    let (rest, locale) = rest.rsplit_once('-')?;
    let locale = locale.parse().ok()?;
    let (rest, scheme) = match rest.strip_suffix("-dark") {
        Some(rest) => (rest, Scheme::Dark),
        None => (rest, Scheme::Light),
    };
    let (rest, width) = match rest.strip_suffix("-narrow") {
        Some(rest) => (rest, Width::Narrow),
        None => (rest, Width::Wide),
    };
    let (rest, release) = rest.rsplit_once('-')?;
    let release: ReleaseName = release.parse().ok()?;
    let release = ReleaseId { number: release.number, revision: release.revision? };
    let (rest, kind) = PlotKind::ALL
        .into_iter()
        .find_map(|kind| Some((rest.strip_suffix(kind.word())?.strip_suffix('-')?, kind)))?;
    let (slug, demonstration) = match rest.strip_prefix("demonstration-") {
        Some(slug) => (slug, true),
        None => (rest, false),
    };
    let plot =
        PlotName { demonstration, slug: FigureSlug::new(slug).ok()?, kind, release, width, scheme, locale };
    (name(&plot) == text).then_some(plot)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_name_says_demonstration_release_room_colours_and_language() {
        let plot = PlotName {
            demonstration: true,
            slug: FigureSlug::new("trained").unwrap(),
            kind: PlotKind::Quarters,
            release: ReleaseId { number: 4, revision: 2 },
            width: Width::Narrow,
            scheme: Scheme::Dark,
            locale: Locale::Ar,
        };
        assert_eq!(name(&plot), "demonstration-trained-quarters-r4.2-narrow-dark-ar.svg");
    }

    #[test]
    fn what_is_no_plot_has_no_name() {
        for text in
            ["trained.svg", "trained-quarters-r4-en.svg", "trained-quarters-R4.2-en.svg", "-map-r1.1-en.svg"]
        {
            assert_eq!(parse_name(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_name_reads_back_what_it_says(
            demonstration: bool, slug in "[a-ce-z][a-z0-9]{0,8}(-[a-z0-9]{1,8}){0,2}", number in 1_u32..99, revision in 1_u32..99,
            room in 0..2, colours in 0..2, kind in 0_usize..2, language in 0_usize..3,
        ) {
            let plot = PlotName {
                demonstration,
                slug: FigureSlug::new(slug).unwrap(),
                kind: PlotKind::ALL[kind],
                release: ReleaseId { number, revision },
                width: if room == 0 { Width::Wide } else { Width::Narrow },
                scheme: if colours == 0 { Scheme::Light } else { Scheme::Dark },
                locale: Locale::ALL[language],
            };
            prop_assert_eq!(parse_name(&name(&plot)), Some(plot));
        }

        #[test]
        fn any_other_text_is_refused_or_is_its_own_name(text in "[a-z0-9.-]{0,40}") {
            if let Some(plot) = parse_name(&text) {
                prop_assert_eq!(name(&plot), text);
            }
        }
    }
}
