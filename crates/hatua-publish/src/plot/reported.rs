//! What others reported, as dashed outlines for the page that they stand on (classes `ol`, `vv`). It has a scale of its
//! own and never stands in one plot with computed values.

use std::fmt::Write as _;

use super::canvas::{AXIS, Direction, Tenths, escaped, share, stride, text_width};

/// What the chart shows, in ready words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportedChart {
    /// Which way time runs.
    pub direction: Direction,
    /// All values in words, for those who can't see the chart.
    pub label: String,
    /// The values, the oldest first.
    pub bars: Vec<ReportedBar>,
}

/// One value that somebody reported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportedBar {
    /// The moment that it describes.
    pub when: String,
    /// The value; a negative one has no outline.
    pub value: i64,
    /// The value as it is written.
    pub shown: String,
}

const WIDTH: i64 = 3000;
const BASE: i64 = 1800;
const TALLEST: i64 = 1450;

/// Draws the chart.
#[must_use]
pub fn draw_reported(chart: &ReportedChart) -> String {
    let value = |bar: &ReportedBar| u64::try_from(bar.value).unwrap_or(0);
    let highest = chart.bars.iter().map(value).max().unwrap_or(0);
    let slot = WIDTH / i64::try_from(chart.bars.len().max(1)).expect("statements fit the memory");
    let every = |words: &dyn Fn(&ReportedBar) -> &str, size| {
        stride(chart.bars.iter().map(|bar| text_width(words(bar), size)).max().unwrap_or(0) + 20, slot)
    };
    let (values, moments) = (every(&|bar| &bar.shown, 150), every(&|bar| &bar.when, 120));
    let width = (slot * 2 / 5).min(580);
    let mut svg = format!(
        "<svg viewBox=\"0 0 300 206\" role=\"img\" aria-label=\"{}\"><path d=\"M0 180.5h300\" stroke=\"{AXIS}\"/>",
        escaped(&chart.label)
    );
    for (index, bar) in chart.bars.iter().enumerate() {
        let from_last = chart.bars.len() - 1 - index;
        let middle = chart.direction.place(index, chart.bars.len()) * slot + slot / 2;
        let height = share(TALLEST, value(bar), highest);
        let (x, top, above) = (Tenths(middle - width / 2), Tenths(BASE - height), Tenths(BASE - height - 80));
        let (width, height) = (Tenths(width), Tenths(height));
        let (middle, shown, when) = (Tenths(middle), escaped(&bar.shown), escaped(&bar.when));
        write!(svg, "<rect x=\"{x}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" class=\"ol\"/>")
            .expect("a String takes every text");
        if from_last.is_multiple_of(values) {
            write!(
                svg,
                "<text class=\"vv\" x=\"{middle}\" y=\"{above}\" text-anchor=\"middle\">{shown}</text>"
            )
            .expect("a String takes every text");
        }
        if from_last.is_multiple_of(moments) {
            write!(svg, "<text x=\"{middle}\" y=\"200\" text-anchor=\"middle\">{when}</text>")
                .expect("a String takes every text");
        }
    }
    svg.push_str("</svg>");
    svg
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart(direction: Direction, values: &[(&str, i64)]) -> ReportedChart {
        let bars = values
            .iter()
            .map(|(when, value)| ReportedBar {
                when: (*when).to_owned(),
                value: *value,
                shown: value.to_string(),
            })
            .collect();
        ReportedChart { direction, label: "Reported".to_owned(), bars }
    }

    #[test]
    fn what_was_reported_is_an_outline_and_never_a_filled_bar() {
        let svg = draw_reported(&chart(Direction::LeftToRight, &[("Jul 2018", 120), ("Dec 2021", 67)]));
        assert_eq!(svg.matches("class=\"ol\"").count(), 2);
        assert!(!svg.contains("class=\"f1\"") && !svg.contains("fill="));
        assert!(svg.find("Jul 2018").unwrap() < svg.find("Dec 2021").unwrap());
    }

    #[test]
    fn one_single_value_stands_alone_and_nothing_reported_draws_the_axis() {
        let svg = draw_reported(&chart(Direction::RightToLeft, &[("Jul 2018", 0)]));
        assert!(svg.contains(">0<") && svg.contains("height=\"0\""));
        assert!(!draw_reported(&chart(Direction::LeftToRight, &[])).contains("<rect"));
    }
}
