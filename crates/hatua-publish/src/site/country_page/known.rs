//! What is known of a country beside the table of its figures, and what is not.

use hatua_core::programme::Indicator;

use super::rows::{Here, here};
use crate::site::action_page::edition::{Edition, Shown};
use crate::site::action_page::quarters::quarter_months;
use crate::text::{Words, key};

/// The section of one unit: border posts, schools, ministries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SectionView {
    /// The id of its place on the page: the unit.
    pub id: String,
    /// Its heading, in the programme's words.
    pub heading: Words,
    /// What a public source says.
    pub said: Option<Words>,
    /// The figures of the unit; absent where no records stand behind any.
    pub facts: Option<Vec<FactView>>,
    /// That the figures share units; or that nothing is counted.
    pub note: Option<String>,
}

/// A figure of a unit's section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FactView {
    /// Its name.
    pub heading: String,
    /// Its number here.
    pub fact: String,
    /// The whole.
    pub sentence: String,
}

/// The sections of units that the programme names, in its order.
pub(super) fn sections_of_units(edition: &Edition, code: &str) -> Vec<SectionView> {
    edition.programme().country_sections.iter().map(|unit| section(edition, unit, code)).collect()
}

fn section(edition: &Edition, unit: &str, code: &str) -> SectionView {
    let texts = &edition.context.texts;
    let of_unit: Vec<Shown> = (edition.programme().indicators.iter())
        .filter(|indicator| indicator.unit == unit)
        .map(|indicator| edition.shown(indicator))
        .collect();
    let facts: Vec<FactView> = of_unit.iter().filter_map(|shown| fact(edition, shown, code)).collect();
    let overlap = of_unit.iter().any(|shown| overlaps(shown.indicator, &of_unit));
    let note = match facts.len() {
        0 => Some(texts.get("country-unit-none")),
        1 => None,
        _ => overlap.then(|| texts.get("country-overlap")),
    };
    SectionView {
        id: format!("unit-{unit}"),
        heading: texts.own(&key("country-section", unit)),
        said: edition.context.newest_texts().optional(&key("country", &format!("{code}-{unit}"))),
        facts: (!facts.is_empty()).then_some(facts),
        note,
    }
}

fn overlaps(indicator: &Indicator, all: &[Shown]) -> bool {
    indicator.never_add.iter().any(|slug| all.iter().any(|other| other.indicator.slug == *slug))
}

fn fact(edition: &Edition, shown: &Shown, code: &str) -> Option<FactView> {
    let texts = &edition.context.texts;
    let figure = shown.computed?;
    let fact = match here(edition, shown, code) {
        Here::Cell(value) => edition.value(value).text,
        Here::NotShown | Here::Withheld => "[c]".to_owned(),
        Here::Nothing => return None,
    };
    let all = edition.value(figure.value).text;
    Some(FactView {
        heading: edition.figure_text(shown.indicator, "short").text,
        fact,
        sentence: texts.get_args("country-of-all", &[("value", (&all).into())]),
    })
}

/// What nobody knows, or what is not public: the programme's own words first.
pub(super) fn not_known(edition: &Edition, code: &str) -> Vec<Words> {
    let texts = &edition.context.texts;
    let newest = edition.context.newest_texts();
    let mut unknown = newest.optional("not-known").map(|words| words.lines()).unwrap_or_default();
    for (what, none) in [("needs", "unknown-needs"), ("money", "unknown-money")] {
        if newest.optional(&key("country", &format!("{code}-{what}"))).is_none() {
            unknown.push(Words::here(texts.get(none)));
        }
    }
    let shown: Vec<Shown> = edition.programme().indicators.iter().map(|of| edition.shown(of)).collect();
    let is_kept_back = |shown: &&Shown| match here(edition, shown, code) {
        Here::Withheld | Here::NotShown => true,
        Here::Cell(value) => value == hatua_core::release::FigureValue::Suppressed,
        Here::Nothing => false,
    };
    let kept_back: Vec<String> = shown
        .iter()
        .filter(is_kept_back)
        .map(|shown| edition.figure_text(shown.indicator, "short").text)
        .collect();
    if !kept_back.is_empty() {
        let figures = kept_back.join(&texts.get("list-separator"));
        unknown.push(Words::here(texts.get_args("unknown-withheld", &[("figures", (&figures).into())])));
    }
    unknown.extend(missing_reports(edition, &shown).map(Words::here));
    unknown
}

/// That some partner has not reported: what is missing is in no number.
fn missing_reports(edition: &Edition, shown: &[Shown]) -> Option<String> {
    let texts = &edition.context.texts;
    let figures = shown.iter().filter_map(|shown| shown.computed);
    let worst =
        figures.map(|figure| figure.coverage).filter(|coverage| coverage.answered < coverage.expected);
    let coverage = worst.max_by_key(|coverage| coverage.expected - coverage.answered)?;
    let months = quarter_months(texts, coverage.quarter);
    let args = [
        ("answered", u64::from(coverage.answered).into()),
        ("expected", u64::from(coverage.expected).into()),
        ("quarter", (&months).into()),
    ];
    Some(texts.get_args("unknown-reports", &args))
}
