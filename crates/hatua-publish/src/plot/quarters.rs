//! A figure over its quarters: line and area for what is known today, steps for what each release said, dashed lines
//! where releases were issued, a bar with its number for each quarter.

use hatua_core::period::Quarter;
use jiff::civil::Date;

use super::canvas::{
    AXIS, Anchor, Canvas, Direction, Lettering, OCHRE, Palette, Scheme, Sheet, Width, share, stride,
    text_width,
};

/// What the plot shows, in ready words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuartersPlot {
    /// Subject and unit.
    pub title: String,
    /// Which way time runs.
    pub direction: Direction,
    /// The room that it has.
    pub width: Width,
    /// The colours of the page.
    pub scheme: Scheme,
    /// The quarters in order.
    pub quarters: Vec<QuarterBar>,
    /// What each release said, in the order of issue.
    pub releases: Vec<ReleaseStep>,
    /// The words for the line of what is known today.
    pub known: String,
    /// The words for the steps of what was said.
    pub said: String,
    /// The sentence that says that the records are invented; absent in a programme with real ones.
    pub demonstration: Option<String>,
}

/// One quarter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuarterBar {
    /// When.
    pub quarter: Quarter,
    /// Its name within the year.
    pub label: String,
    /// Its year.
    pub year: String,
    /// What was first counted in it; absent where it has no number.
    pub value: Option<u64>,
    /// The value as it is written.
    pub shown: String,
}

/// What one release said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleaseStep {
    /// The day of its issue.
    pub issued_on: Date,
    /// Its short name; absent for a revision, which stands beside the release that it revises.
    pub label: Option<String>,
    /// Its value.
    pub said: u64,
    /// The value as it is written.
    pub shown: String,
    /// Whether a later release says something else for the same facts.
    pub superseded: bool,
}

/// Where things stand, in tenths of a pixel.
struct Layout {
    sheet: Sheet,
    /// The days of the first and the last point of the axis, and their positions.
    days: (Date, Date),
    left: i64,
    right: i64,
    end: i64,
    /// The upper chart: its highest point and its base.
    top: i64,
    base: i64,
    /// The bars: how high the highest is, and their base.
    bar_height: i64,
    bar_base: i64,
    highest_total: u64,
    highest_bar: u64,
    letters: i64,
}

impl Layout {
    fn of(plot: &QuartersPlot) -> Option<Self> {
        let first = plot.quarters.first()?.quarter.first_day();
        let last_quarter = plot.quarters.last()?.quarter.next().first_day();
        let last =
            plot.releases.iter().map(|step| step.issued_on).max().unwrap_or(last_quarter).max(last_quarter);
        let (width, height, base, bar_base, after, letters) = match plot.width {
            Width::Wide => (7600, 4000, 2530, 3400, 800, 130),
            Width::Narrow => (3600, 3720, 2270, 3130, 440, 120),
        };
        let total: u64 = plot.quarters.iter().filter_map(|bar| bar.value).sum();
        Some(Self {
            sheet: Sheet { width, height, direction: plot.direction, scheme: plot.scheme, letters },
            days: (first, last),
            left: 100,
            right: width - 140 - after,
            end: width - 140,
            top: 640,
            base,
            bar_height: 520,
            bar_base,
            highest_total: plot.releases.iter().map(|step| step.said).max().unwrap_or(0).max(total),
            highest_bar: plot.quarters.iter().filter_map(|bar| bar.value).max().unwrap_or(0),
            letters,
        })
    }

    fn x(&self, day: Date) -> i64 {
        let days = |to: Date| u64::try_from((to - self.days.0).get_days()).unwrap_or(0);
        self.left + share(self.right - self.left, days(day), days(self.days.1))
    }

    fn y(&self, total: u64) -> i64 {
        self.base - share(self.base - self.top, total, self.highest_total)
    }
}

/// Draws the plot; nothing where there is no quarter.
#[must_use]
pub fn draw_quarters(plot: &QuartersPlot) -> Option<String> {
    let layout = Layout::of(plot)?;
    let palette = plot.scheme.palette();
    let mut canvas = Canvas::open(layout.sheet, &plot.title);
    let heading = Lettering::plain(Anchor::Start, palette.deep).weight(650);
    canvas.text((layout.left, 180), heading, &plot.title);
    draw_release_lines(&mut canvas, plot, &layout);
    draw_known(&mut canvas, plot, &layout);
    draw_said(&mut canvas, plot, &layout);
    canvas.path(&[(layout.left, layout.base), (layout.end, layout.base)], "", &format!("stroke=\"{AXIS}\""));
    draw_legend(&mut canvas, plot, &layout);
    draw_bars(&mut canvas, plot, &layout);
    draw_years(&mut canvas, plot, &layout);
    if let Some(words) = &plot.demonstration {
        canvas.demonstration(words, layout.sheet.height, plot.scheme);
    }
    Some(canvas.close())
}

fn draw_release_lines(canvas: &mut Canvas, plot: &QuartersPlot, layout: &Layout) {
    let palette = plot.scheme.palette();
    for step in &plot.releases {
        let Some(label) = &step.label else { continue };
        let x = layout.x(step.issued_on);
        canvas.path(
            &[(x, 480), (x, layout.bar_base)],
            "",
            &format!("stroke=\"{OCHRE}\" stroke-dasharray=\"3 3\""),
        );
        canvas.text((x, 420), Lettering::plain(Anchor::Middle, palette.warn).weight(600), label);
    }
}

/// The line runs over the quarters' ends. Its heights add the bars up: a shape, no number that anybody reads.
fn draw_known(canvas: &mut Canvas, plot: &QuartersPlot, layout: &Layout) {
    let palette = plot.scheme.palette();
    let mut total = 0;
    let mut line = vec![(layout.left, layout.base)];
    for bar in &plot.quarters {
        total += bar.value.unwrap_or(0);
        line.push((layout.x(bar.quarter.next().first_day()), layout.y(total)));
    }
    let mut area = line.clone();
    area.push((layout.x(plot.quarters[plot.quarters.len() - 1].quarter.next().first_day()), layout.base));
    canvas.path(&area, "z", &format!("fill=\"{}\" opacity=\".42\"", palette.classes[2].0));
    let stroke = palette.classes[1].0;
    let attributes =
        format!("fill=\"none\" stroke=\"{stroke}\" stroke-width=\"2.5\" stroke-linejoin=\"round\"");
    canvas.path(&line, "", &attributes);
}

fn draw_said(canvas: &mut Canvas, plot: &QuartersPlot, layout: &Layout) {
    let Some(last) = plot.releases.last() else { return };
    let palette = plot.scheme.palette();
    let mut line = vec![(layout.left, layout.base)];
    let mut height = layout.base;
    for step in &plot.releases {
        let x = layout.x(step.issued_on);
        line.push((x, height));
        height = layout.y(step.said);
        line.push((x, height));
    }
    line.push((layout.end, height));
    canvas.path(&line, "", &format!("fill=\"none\" stroke=\"{}\" stroke-width=\"1.5\"", palette.deep));
    for (step, next) in plot.releases.iter().zip(plot.releases.iter().skip(1)) {
        let at = (layout.x(step.issued_on), layout.y(step.said));
        let ring = format!("fill=\"{}\" stroke=\"{}\" stroke-width=\"2\"", palette.paper, palette.deep);
        canvas.dot(at, 45, &ring);
        let fill = if step.superseded { palette.warn } else { palette.deep };
        // A value that was taken back stands above the step down, any other below its own step.
        let (place, anchor) = if next.said < step.said {
            ((at.0 - 75, at.1 - 20), Anchor::End)
        } else {
            ((at.0 + 80, at.1 + 150), Anchor::Start)
        };
        if next.said != step.said {
            let lettering = Lettering::plain(anchor, fill).weight(650).halo(palette.paper);
            canvas.text(place, lettering, &step.shown);
        }
    }
    let at = (layout.x(last.issued_on), layout.y(last.said));
    canvas.dot(at, 55, &format!("fill=\"{}\"", palette.deep));
    let lettering =
        Lettering::plain(Anchor::End, palette.deep).weight(700).size(layout.letters + 40).halo(palette.paper);
    canvas.text((layout.end, at.1 + 220), lettering, &last.shown);
}

/// The corner above the first quarters: a total that starts from nothing leaves it free.
fn draw_legend(canvas: &mut Canvas, plot: &QuartersPlot, layout: &Layout) {
    let palette = plot.scheme.palette();
    let known = format!("stroke=\"{}\" stroke-width=\"2.5\"", palette.classes[1].0);
    let said = format!("fill=\"none\" stroke=\"{}\" stroke-width=\"1.5\"", palette.deep);
    let left = layout.left + 20;
    canvas.path(&[(left, 660), (left + 200, 660)], "", &known);
    canvas.path(&[(left, 890), (left + 100, 890), (left + 100, 830), (left + 200, 830)], "", &said);
    let words =
        |fill| Lettering::plain(Anchor::Start, fill).weight(600).size(layout.letters - 5).halo(palette.paper);
    canvas.text((left + 270, 700), words(palette.classes[1].0), &plot.known);
    canvas.text((left + 270, 900), words(palette.deep), &plot.said);
}

fn draw_bars(canvas: &mut Canvas, plot: &QuartersPlot, layout: &Layout) {
    let palette = plot.scheme.palette();
    let slots: Vec<(i64, i64)> = plot
        .quarters
        .iter()
        .map(|bar| (layout.x(bar.quarter.first_day()), layout.x(bar.quarter.next().first_day())))
        .collect();
    let narrowest = slots.iter().map(|(from, to)| to - from).min().unwrap_or(0);
    let every = |words: &dyn Fn(&QuarterBar) -> &str| {
        let widest =
            plot.quarters.iter().map(|bar| text_width(words(bar), layout.letters)).max().unwrap_or(0);
        stride(widest + 20, narrowest)
    };
    let (numbers, names) = (every(&|bar| &bar.shown), every(&|bar| &bar.label));
    let gap = (narrowest / 12).clamp(5, 60);
    for (index, (bar, (from, to))) in plot.quarters.iter().zip(&slots).enumerate() {
        let from_last = plot.quarters.len() - 1 - index;
        let height = bar.value.map_or(0, |value| share(layout.bar_height, value, layout.highest_bar));
        let fill = palette.classes[usize::from(from_last > 0)].0;
        canvas.rect((from + gap, layout.bar_base - height), (to - from - 2 * gap, height), fill);
        let middle = i64::midpoint(*from, *to);
        if from_last.is_multiple_of(numbers) {
            let lettering =
                Lettering::plain(Anchor::Middle, bar_number(bar, &palette)).weight(600).halo(palette.paper);
            // Where only some fit, they stand in one row above all bars, so that none covers a neighbour's bar.
            let above = if numbers == 1 { height } else { layout.bar_height };
            canvas.text((middle, layout.bar_base - above - 50), lettering, &bar.shown);
        }
        if from_last.is_multiple_of(names) {
            let lettering = Lettering::plain(Anchor::Middle, palette.soft);
            canvas.text((middle, layout.bar_base + 160), lettering, &bar.label);
        }
    }
    canvas.path(
        &[(layout.left, layout.bar_base), (layout.end, layout.bar_base)],
        "",
        &format!("stroke=\"{AXIS}\""),
    );
}

fn bar_number(bar: &QuarterBar, palette: &Palette) -> &'static str {
    if bar.value.is_some() { palette.ink } else { palette.warn }
}

fn draw_years(canvas: &mut Canvas, plot: &QuartersPlot, layout: &Layout) {
    let palette = plot.scheme.palette();
    for quarters in plot.quarters.chunk_by(|one, next| one.quarter.year() == next.quarter.year()) {
        let from = layout.x(quarters[0].quarter.first_day()) + 40;
        let to = layout.x(quarters[quarters.len() - 1].quarter.next().first_day()) - 40;
        let y = layout.bar_base + 220;
        canvas.path(&[(from, y), (to, y)], "", &format!("stroke=\"{AXIS}\""));
        let lettering = Lettering::plain(Anchor::Middle, palette.soft).weight(600);
        if text_width(&quarters[0].year, layout.letters) <= to - from {
            canvas.text((i64::midpoint(from, to), y + 150), lettering, &quarters[0].year);
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::plot::tests::assert_plain;
    use proptest::prelude::*;

    fn plot(values: &[u64], releases: &[(&str, &str, u64)]) -> QuartersPlot {
        let first: Quarter = "2016-Q3".parse().unwrap();
        let quarters = std::iter::successors(Some(first), |quarter| Some(quarter.next()));
        let bar = |(quarter, value): (Quarter, &u64)| QuarterBar {
            quarter,
            label: format!("Q{}", quarter.number()),
            year: quarter.year().to_string(),
            value: Some(*value),
            shown: value.to_string(),
        };
        let step = |(index, (day, label, said)): (usize, &(&str, &str, u64))| ReleaseStep {
            issued_on: day.parse().unwrap(),
            label: (!label.is_empty()).then(|| (*label).to_owned()),
            said: *said,
            shown: said.to_string(),
            superseded: releases.get(index + 1).is_some_and(|(_, next, _)| next.is_empty()),
        };
        QuartersPlot {
            title: "People trained".to_owned(),
            direction: Direction::LeftToRight,
            width: Width::Wide,
            scheme: Scheme::Light,
            quarters: quarters.zip(values).map(bar).collect(),
            releases: releases.iter().enumerate().map(step).collect(),
            known: "in total, as known today".to_owned(),
            said: "what each release said".to_owned(),
            demonstration: Some("Demonstration data: invented records".to_owned()),
        }
    }

    fn eight_quarters() -> QuartersPlot {
        plot(
            &[45, 114, 142, 178, 193, 258, 300, 370],
            &[
                ("2017-01-31", "R1", 159),
                ("2017-07-31", "R2", 479),
                ("2018-01-31", "R3", 942),
                ("2018-07-16", "R4", 1643),
                ("2018-07-27", "", 1600),
            ],
        )
    }

    #[test]
    fn eight_quarters_and_five_releases() {
        insta::assert_snapshot!(draw_quarters(&eight_quarters()).unwrap());
    }

    #[test]
    fn every_room_scheme_and_direction_is_plain_and_says_demonstration() {
        for width in [Width::Wide, Width::Narrow] {
            for scheme in [Scheme::Light, Scheme::Dark] {
                for direction in [Direction::LeftToRight, Direction::RightToLeft] {
                    let plot = QuartersPlot { direction, width, scheme, ..eight_quarters() };
                    let svg = draw_quarters(&plot).unwrap();
                    assert_plain(&svg);
                    assert!(svg.contains("Demonstration data"));
                    assert_eq!(Some(svg), draw_quarters(&plot), "the same view gives the same bytes");
                }
            }
        }
    }

    #[test]
    fn time_runs_from_right_to_left_in_arabic() {
        let arabic = QuartersPlot { direction: Direction::RightToLeft, ..eight_quarters() };
        let first_bar = |svg: &str| -> String {
            svg.split("<text ").find(|text| text.contains(">45<")).unwrap()[3..8].to_owned()
        };
        let number = |text: String| -> u32 {
            text.chars().take_while(char::is_ascii_digit).collect::<String>().parse().unwrap()
        };
        let left = number(first_bar(&draw_quarters(&eight_quarters()).unwrap()));
        let right = number(first_bar(&draw_quarters(&arabic).unwrap()));
        assert!(left < 100 && right > 660, "{left} {right}");
    }

    #[test]
    fn a_programme_without_quarters_has_no_plot() {
        assert_eq!(draw_quarters(&plot(&[], &[])), None);
    }

    #[test]
    fn a_year_of_nothing_is_a_flat_line() {
        let svg = draw_quarters(&plot(&[0, 0, 0, 0], &[("2017-07-31", "R1", 0)])).unwrap();
        assert!(svg.contains(">0<"));
        assert_plain(&svg);
    }

    proptest! {
        #[test]
        fn any_numbers_stay_on_the_paper(values in prop::collection::vec(0_u64..10_000_000_000, 1..40), said in 0_u64..10_000_000_000) {
            let svg = draw_quarters(&plot(&values, &[("2017-01-31", "R1", said)])).unwrap();
            for y in svg.split(" y=\"").skip(1) {
                let y: f64 = y.split('"').next().unwrap().parse().unwrap();
                prop_assert!((0.0..=400.0).contains(&y));
            }
        }
    }
}
