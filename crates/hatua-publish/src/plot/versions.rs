//! The versions of a figure as bars, for the page that they stand on: it takes the page's colours through classes
//! (`f1` the current version, `f2` earlier ones, `vv` values). What a correction took away is ochre on the bar of
//! the version that it replaced.

use super::canvas::{AXIS, Direction, OCHRE, Tenths, escaped, share, stride, text_width};
use std::fmt::Write as _;

/// What the chart shows, in ready words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionsChart {
    /// Which way the versions run.
    pub direction: Direction,
    /// All values in words, for those who can't see the chart.
    pub label: String,
    /// The versions, the first one first.
    pub bars: Vec<VersionBar>,
}

/// One version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionBar {
    /// Its name.
    pub name: String,
    /// Its value; absent where it has no number.
    pub value: Option<u64>,
    /// The value as it is written.
    pub shown: String,
    /// What the next version left of it, where that is a correction and less.
    pub corrected_to: Option<u64>,
}

const WIDTH: i64 = 3600;
const BASE: i64 = 1800;
const TALLEST: i64 = 1450;

/// Draws the chart.
#[must_use]
pub fn draw_versions(chart: &VersionsChart) -> String {
    let highest = chart.bars.iter().filter_map(|bar| bar.value).max().unwrap_or(0);
    let slot = WIDTH / i64::try_from(chart.bars.len().max(1)).expect("versions fit the memory");
    let every = |words: &dyn Fn(&VersionBar) -> &str, size| {
        stride(chart.bars.iter().map(|bar| text_width(words(bar), size)).max().unwrap_or(0) + 20, slot)
    };
    let (values, names) = (every(&|bar| &bar.shown, 150), every(&|bar| &bar.name, 120));
    let mut svg = format!(
        "<svg viewBox=\"0 0 360 206\" role=\"img\" aria-label=\"{}\"><path d=\"M0 180.5h360\" stroke=\"{AXIS}\"/>",
        escaped(&chart.label)
    );
    for (index, bar) in chart.bars.iter().enumerate() {
        let from_last = chart.bars.len() - 1 - index;
        let left = chart.direction.place(index, chart.bars.len()) * slot;
        draw_bar(&mut svg, bar, (left, slot, highest), if from_last == 0 { "f1" } else { "f2" });
        let middle = Tenths(left + slot / 2);
        if from_last.is_multiple_of(values) {
            let top = Tenths(BASE - share(TALLEST, bar.value.unwrap_or(0), highest) - 80);
            let shown = escaped(&bar.shown);
            write!(
                svg,
                "<text class=\"vv\" x=\"{middle}\" y=\"{top}\" text-anchor=\"middle\">{shown}</text>"
            )
            .expect("a String takes every text");
        }
        if from_last.is_multiple_of(names) {
            let name = escaped(&bar.name);
            write!(svg, "<text x=\"{middle}\" y=\"200\" text-anchor=\"middle\">{name}</text>")
                .expect("a String takes every text");
        }
    }
    svg.push_str("</svg>");
    svg
}

fn draw_bar(svg: &mut String, bar: &VersionBar, (left, slot, highest): (i64, i64, u64), class: &str) {
    let Some(value) = bar.value else { return };
    let width = (slot * 3 / 4).min(580);
    let x = Tenths(left + (slot - width) / 2);
    let width = Tenths(width);
    let full = share(TALLEST, value, highest);
    let kept = share(TALLEST, bar.corrected_to.unwrap_or(value).min(value), highest);
    if kept < full {
        let (top, removed) = (Tenths(BASE - full), Tenths(full - kept));
        write!(svg, "<rect x=\"{x}\" y=\"{top}\" width=\"{width}\" height=\"{removed}\" fill=\"{OCHRE}\"/>")
            .expect("a String takes every text");
    }
    let (top, height) = (Tenths(BASE - kept), Tenths(kept));
    write!(svg, "<rect x=\"{x}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" class=\"{class}\"/>")
        .expect("a String takes every text");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart(direction: Direction) -> VersionsChart {
        let bar = |name: &str, value: u64, corrected_to| VersionBar {
            name: name.to_owned(),
            value: Some(value),
            shown: value.to_string(),
            corrected_to,
        };
        let bars = vec![bar("v1", 942, None), bar("v2", 1643, Some(1600)), bar("v3", 1600, None)];
        VersionsChart { direction, label: "Computed value of each version: 942, 1643, 1600".to_owned(), bars }
    }

    #[test]
    fn what_a_correction_removed_is_ochre_on_the_version_that_it_replaced() {
        let svg = draw_versions(&chart(Direction::LeftToRight));
        assert_eq!(svg.matches(OCHRE).count(), 1);
        let removed = svg.find(OCHRE).unwrap();
        assert!(svg.find(">942<").unwrap() < removed && removed < svg.find(">1643<").unwrap());
        assert_eq!(svg.matches("class=\"f1\"").count(), 1, "one version is current");
    }

    #[test]
    fn the_newest_version_stands_at_the_end_of_the_line_of_reading() {
        let x = |svg: &str, shown: &str| -> f64 {
            let end = svg.find(&format!(">{shown}<")).unwrap();
            svg[..end].rsplit("x=\"").next().unwrap().split('"').next().unwrap().parse().unwrap()
        };
        let (english, arabic) =
            (draw_versions(&chart(Direction::LeftToRight)), draw_versions(&chart(Direction::RightToLeft)));
        assert!(x(&english, "942") < x(&english, "1600"));
        assert!(x(&arabic, "942") > x(&arabic, "1600"));
    }

    #[test]
    fn a_version_without_a_number_has_its_words_and_no_bar() {
        let bar =
            VersionBar { name: "v1".to_owned(), value: None, shown: "[c]".to_owned(), corrected_to: None };
        let svg = draw_versions(&VersionsChart {
            direction: Direction::LeftToRight,
            label: String::new(),
            bars: vec![bar],
        });
        assert!(svg.contains("[c]") && !svg.contains("<rect"));
    }
}
