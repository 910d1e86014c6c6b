//! The quarters of a figure as small bars: a drawing of cells that the release shows, with the same numbers in words.

use std::fmt::Write as _;

use hatua_core::period::Quarter;
use hatua_core::release::{PublicCell, ReleasedFigure};

use crate::site::value::ValueView;
use crate::text::Texts;

/// The drawing is this wide and high, in its own units; the page stretches it.
const WIDTH: u64 = 150;
const HEIGHT: u64 = 40;
/// Space between two bars.
const GAP: u64 = 2;

/// Bars of a figure's quarters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuarterBars {
    /// The numbers in words, for those who do not see the bars.
    pub label: String,
    /// The path of all bars but the last.
    pub earlier: String,
    /// The path of the last one.
    pub last: String,
    /// The first quarter, below the bars.
    pub from: String,
    /// The last one.
    pub to: String,
}

/// The bars of a figure, where its release shows the quarters.
#[must_use]
pub fn quarter_bars(texts: &Texts, figure: &ReleasedFigure) -> Option<QuarterBars> {
    let cells = figure.shown_table("quarter")?;
    let first: Quarter = cells.first()?.code().parse().ok()?;
    let last: Quarter = cells.last()?.code().parse().ok()?;
    let values: Vec<String> = cells.iter().map(|cell| spoken(texts, cell)).collect();
    let numbers = texts.numbers;
    let from = numbers.month_of_year(first.first_day().year(), first.first_day().month());
    let to = numbers.month_of_year(last.last_day().year(), last.last_day().month());
    let values = values.join(&texts.get("list-separator"));
    let (earlier, last_path) = paths(cells);
    Some(QuarterBars {
        label: texts.get_args(
            "quarters-label",
            &[("from", (&from).into()), ("to", (&to).into()), ("values", (&values).into())],
        ),
        earlier,
        last: last_path,
        from: quarter_name(texts, first),
        to: quarter_name(texts, last),
    })
}

/// `Q2 2018`.
#[must_use]
pub fn quarter_name(texts: &Texts, quarter: Quarter) -> String {
    let (number, year) =
        (texts.numbers.plain(quarter.number().into()), texts.numbers.plain(quarter.year().into()));
    texts.get_args("quarter", &[("number", (&number).into()), ("year", (&year).into())])
}

/// `April to June 2018`.
#[must_use]
pub fn quarter_months(texts: &Texts, quarter: Quarter) -> String {
    let [from, to, year] = texts.numbers.months_of(quarter);
    texts.get_args(
        "quarter-months",
        &[("from", (&from).into()), ("to", (&to).into()), ("year", (&year).into())],
    )
}

fn spoken(texts: &Texts, cell: &PublicCell) -> String {
    let view = ValueView::of(texts, cell.value());
    view.spoken.unwrap_or(view.text)
}

/// A bar for each quarter; none where there is no number, a hairline for zero.
fn paths(cells: &[PublicCell]) -> (String, String) {
    let longest = cells.iter().filter_map(|cell| cell.value().number()).max().unwrap_or(0).max(1);
    let count = u64::try_from(cells.len()).expect("a programme has few quarters").max(1);
    let step = WIDTH / count;
    let width = step.saturating_sub(GAP).max(1);
    let (mut earlier, mut last) = (String::new(), String::new());
    for (at, cell) in (0..count).zip(cells) {
        let Some(number) = cell.value().number() else { continue };
        let height = (u128::from(number) * u128::from(HEIGHT - 1)).div_ceil(u128::from(longest)).max(1);
        let path = if at + 1 == count { &mut last } else { &mut earlier };
        write!(path, "M{} {HEIGHT}v-{height}h{width}v{height}z", at * step).expect("a text can always grow");
    }
    (earlier, last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use hatua_core::programme::Locale;

    #[test]
    fn the_bars_say_their_numbers_in_words() {
        let release = fixture::releases().remove(1);
        let bars = quarter_bars(&Texts::interface(Locale::En), &release.figures[0]).unwrap();
        assert_eq!(bars.label, "By quarter, January 2018 to June 2018: 800, 800");
        assert_eq!((bars.from.as_str(), bars.to.as_str()), ("Q1 2018", "Q2 2018"));
        assert_eq!((bars.earlier.as_str(), bars.last.as_str()), ("M0 40v-39h73v39z", "M75 40v-39h73v39z"));
    }

    #[test]
    fn a_quarter_that_is_no_number_has_no_bar() {
        let mut release = serde_json::to_value(fixture::releases().remove(1)).unwrap();
        release["figures"][0]["tables"][1]["cells"][0] =
            serde_json::json!({"code": "2018-Q1", "status": "not_reported"});
        let release: hatua_core::release::Release = serde_json::from_value(release).unwrap();
        let bars = quarter_bars(&Texts::interface(Locale::En), &release.figures[0]).unwrap();
        assert_eq!((bars.earlier.as_str(), bars.label.ends_with("not reported, 800")), ("", true));
    }
}
