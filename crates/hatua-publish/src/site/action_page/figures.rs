//! The figures of the page: a row for each under its objective, and a large number for each objective in the first
//! screen. Reported and computed are two labelled numbers, never one.

use hatua_core::programme::Objective;
use hatua_core::release::FigureValue;

use crate::links;
use crate::site::action_page::edition::{Edition, Shown};
use crate::site::action_page::quarters::{QuarterBars, quarter_bars};
use crate::site::link::LinkView;
use crate::site::value::ValueView;
use crate::text::{Texts, Words, key};

/// The line that leads from a number of others to the computed one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecomputedView {
    /// Where the computed figure's record is.
    pub href: String,
    /// The words before the value.
    pub before: String,
    /// The value.
    pub value: ValueView,
    /// By how much it differs, and the release.
    pub after: String,
}

/// One figure in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowView {
    /// The large number.
    pub value: ValueView,
    /// The full official name; never shortened here.
    pub name: Words,
    /// Where the name leads; absent where another line of the row is the link.
    pub name_href: Option<String>,
    /// Who reported what.
    pub reported: Option<String>,
    /// In a demonstration: the computed value at its hatched edge.
    pub recomputed: Option<RecomputedView>,
    /// The link of a figure without records.
    pub no_records: Option<LinkView>,
    /// Figures that it must not be added to.
    pub never_add: Vec<String>,
    /// The value before a correction.
    pub restated: Option<String>,
    /// On the page of an earlier release: what is known today for the same period, where that is something else.
    pub known: Option<String>,
}

/// An objective with its figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObjectiveView {
    /// `Objective I`.
    pub label: String,
    /// Its short title.
    pub short: Words,
    /// Its text, word for word.
    pub text: Words,
    /// Its figures, in the order of the package.
    pub figures: Vec<RowView>,
}

/// A large number of the first screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeadView {
    /// `Objective I`.
    pub objective: String,
    /// Its short title, with what separates it from the label.
    pub objective_short: String,
    /// The large number.
    pub value: ValueView,
    /// What it counts, in a few words.
    pub label: Words,
    /// Where the label leads; absent where the line below is the link.
    pub label_href: Option<String>,
    /// Its quarters.
    pub bars: Option<QuarterBars>,
    /// In a demonstration: the computed value at its hatched edge.
    pub recomputed: Option<RecomputedView>,
    /// The link of a figure without records.
    pub no_records: Option<LinkView>,
}

/// The objectives with their figures.
#[must_use]
pub fn objectives(edition: &Edition) -> Vec<ObjectiveView> {
    let view = |objective: &Objective| ObjectiveView {
        label: label(edition, objective),
        short: edition.context.texts.own(&key("objective", &format!("{}-short", objective.code))),
        text: edition.context.texts.own(&key("objective", &objective.code)),
        figures: edition
            .programme()
            .indicators
            .iter()
            .filter(|indicator| indicator.objective == objective.code)
            .map(|indicator| row(edition, &edition.shown(indicator)))
            .collect(),
    };
    edition.programme().objectives.iter().map(view).collect()
}

/// The large numbers of the first screen.
#[must_use]
pub fn leads(edition: &Edition) -> Vec<LeadView> {
    let texts = &edition.context.texts;
    let lead = |objective: &Objective| {
        let shown = edition.shown_by_slug(objective.lead.as_ref()?.as_str())?;
        let short = texts.own(&key("objective", &format!("{}-short", objective.code)));
        let lead = texts.optional(&key("figure", &format!("{}-lead", shown.indicator.slug)));
        Some(LeadView {
            objective: label(edition, objective),
            objective_short: texts.get_args("objective-short", &[("short", (&short).into())]),
            value: edition.large(&shown),
            label: lead.unwrap_or_else(|| edition.figure_text(shown.indicator, "short")),
            label_href: is_computed_here(edition, &shown).then(|| edition.figure_address(&shown)),
            bars: shown.computed.and_then(|figure| quarter_bars(&edition.context.texts, figure)),
            recomputed: recomputed(edition, &shown, "recomputed-short"),
            no_records: no_records(edition, &shown),
        })
    };
    edition.programme().objectives.iter().filter_map(lead).collect()
}

fn label(edition: &Edition, objective: &Objective) -> String {
    let number = objective_number(&edition.context.texts, &objective.code);
    edition.context.texts.get_args("objective", &[("code", (&number).into())])
}

/// An objective's number as the programme writes it in the page's language, else its code.
#[must_use]
pub fn objective_number(texts: &Texts, code: &str) -> String {
    let number = texts.optional(&key("objective", &format!("{code}-number")));
    number.filter(|words| words.lang.is_none()).map_or_else(|| code.to_owned(), |words| words.text)
}

fn row(edition: &Edition, shown: &Shown) -> RowView {
    RowView {
        value: edition.large(shown),
        name: edition.figure_text(shown.indicator, "name"),
        name_href: is_computed_here(edition, shown).then(|| edition.figure_address(shown)),
        reported: reported(edition, shown),
        recomputed: recomputed(edition, shown, "recomputed"),
        no_records: no_records(edition, shown),
        never_add: overlap_tags(edition, shown),
        restated: restated(edition, shown),
        known: known(edition, shown),
    }
}

/// Whether the large number is the computed one: then its name is the link to its record.
fn is_computed_here(edition: &Edition, shown: &Shown) -> bool {
    !edition.programme().demonstration && shown.computed.is_some()
}

fn reported(edition: &Edition, shown: &Shown) -> Option<String> {
    let texts = &edition.context.texts;
    let statement = shown.reported?;
    let source = edition.source(&statement.said_by, statement.said_on);
    if !is_computed_here(edition, shown) {
        return Some(texts.get_args("reported", &[("source", (&source).into())]));
    }
    let value = ValueView::said(texts, Some(statement.value)).text;
    Some(texts.get_args("reported-value", &[("value", (&value).into()), ("source", (&source).into())]))
}

fn recomputed(edition: &Edition, shown: &Shown, words: &str) -> Option<RecomputedView> {
    let texts = &edition.context.texts;
    let figure = shown.computed.filter(|_| edition.programme().demonstration)?;
    let release = edition.release_name(edition.release?);
    let said = shown.reported.filter(|_| shown.is_comparable);
    let difference = said.and_then(|statement| figure.value.more_than(statement.value)).unwrap_or_default();
    let args = [("n", difference.unsigned_abs().into()), ("release", (&release).into())];
    let after = match difference {
        ..0 => texts.get_args("recomputed-fewer", &args),
        0 => texts.get_args("recomputed-release", &args[1..]),
        1.. => texts.get_args("recomputed-more", &args),
    };
    let value = edition.value(figure.value);
    Some(RecomputedView { href: edition.figure_address(shown), before: texts.get(words), value, after })
}

fn no_records(edition: &Edition, shown: &Shown) -> Option<LinkView> {
    let link =
        || LinkView { href: edition.figure_address(shown), label: edition.context.texts.get("no-records") };
    shown.computed.is_none().then(link)
}

/// What a figure must not be added to. Names the figures by their numbers, as they stand large on the page; one with the
/// same number is "the other".
#[must_use]
pub fn overlap_tags(edition: &Edition, shown: &Shown) -> Vec<String> {
    let texts = &edition.context.texts;
    let own = edition.large(shown);
    let others = shown.indicator.never_add.iter().filter_map(|slug| edition.shown_by_slug(slug.as_str()));
    let tag = |other: Shown| {
        let value = edition.large(&other);
        let short = edition.figure_text(other.indicator, "short");
        if value.spoken.is_some() {
            texts.get_args("never-add-name", &[("name", (&short).into())])
        } else if value == own {
            texts.get_args("never-add-same", &[("value", (&value.text).into())])
        } else {
            texts.get_args("never-add", &[("value", (&value.text).into())])
        }
    };
    others.map(tag).collect()
}

fn restated(edition: &Edition, shown: &Shown) -> Option<String> {
    let restatement = shown.computed?.restatement.as_ref()?;
    let was = edition.value(restatement.previous).text;
    let words = if edition.programme().demonstration { "restated-recomputed" } else { "restated" };
    Some(edition.context.texts.get_args(words, &[("value", (&was).into())]))
}

fn known(edition: &Edition, shown: &Shown) -> Option<String> {
    let today = edition.of.current()?.figure(shown.indicator.code.as_str())?;
    let release = shown.computed.and(edition.release)?;
    let known =
        today.as_known.iter().find(|known| known.release == release.id && known.known != known.said)?;
    let value = edition.value(FigureValue::Published(known.known)).text;
    let words = if edition.programme().demonstration { "known-recomputed" } else { "known" };
    Some(edition.context.texts.get_args(words, &[("value", (&value).into())]))
}

/// Where the large numbers come from: from records, from others, or some from these and some from those.
#[must_use]
pub fn source_of_leads(edition: &Edition) -> Option<String> {
    let texts = &edition.context.texts;
    let slugs = edition.programme().objectives.iter().filter_map(|objective| objective.lead.as_ref());
    let leads: Vec<Shown> = slugs.filter_map(|slug| edition.shown_by_slug(slug.as_str())).collect();
    let mut said = leads.iter().filter(|lead| !is_computed_here(edition, lead));
    let reported = said.find_map(|lead| lead.reported);
    let source = reported.map(|statement| edition.source(&statement.said_by, statement.said_on));
    let release = edition.release.filter(|_| leads.iter().any(|lead| is_computed_here(edition, lead)));
    let issued = release.map(|release| (edition.release_name(release), texts.numbers.date(release.data_to)));
    match (&issued, &source) {
        (Some((name, to)), Some(source)) => {
            let args = [("release", name.into()), ("date", to.into()), ("source", source.into())];
            Some(texts.get_args("leads-mixed", &args))
        }
        (Some((name, to)), None) => {
            Some(texts.get_args("leads-computed", &[("release", name.into()), ("date", to.into())]))
        }
        (None, Some(source)) => Some(texts.get_args("leads-reported", &[("source", source.into())])),
        (None, None) => None,
    }
}

/// The sentence above the list, with how many figures there are.
#[must_use]
pub fn introduction(edition: &Edition) -> String {
    let key = if edition.programme().demonstration { "numbers-intro-demonstration" } else { "numbers-intro" };
    let count = u64::try_from(edition.programme().indicators.len()).expect("a page has few figures");
    edition.context.texts.get_args(key, &[("n", count.into())])
}

/// Where a figure of the page leads, with its short name: for sentences that name it.
#[must_use]
pub fn link_to(edition: &Edition, slug: &str) -> Option<LinkView> {
    let shown = edition.shown_by_slug(slug)?;
    let href = links::figure(edition.context.locale, &edition.programme().id, &shown.indicator.slug);
    Some(LinkView { href, label: edition.figure_text(shown.indicator, "short").text })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use hatua_core::programme::{Locale, Programme};
    use hatua_core::release::Release;

    fn rows(programme: &Programme, releases: &[Release], shown: usize) -> Vec<RowView> {
        fixture::with_edition(programme, releases, Locale::En, |edition| {
            let edition = Edition { release: releases.get(shown), ..*edition };
            objectives(&edition).into_iter().flat_map(|objective| objective.figures).collect()
        })
    }

    #[test]
    fn in_a_demonstration_the_reported_number_is_large_and_the_computed_one_a_labelled_link() {
        let row = rows(&fixture::programme(), &fixture::releases(), 1).remove(0);
        assert_eq!(row.value.text, "1\u{202f}600");
        assert_eq!(row.reported.as_deref(), Some("Reported: Water Fund page, July 2018"));
        let line = row.recomputed.unwrap();
        assert_eq!(
            format!("{} {}{}", line.before, line.value, line.after),
            "Recomputed from demonstration records: 1\u{202f}600, release 1.2"
        );
        assert_eq!(line.href, "/f/wells/trained");
        assert_eq!(row.name_href, None);
        assert_eq!(row.restated.as_deref(), Some("recomputed value restated: was 1\u{202f}643"));
    }

    #[test]
    fn where_the_two_differ_the_line_says_by_how_much() {
        let row = rows(&fixture::programme(), &fixture::releases(), 0).remove(0);
        let line = row.recomputed.unwrap();
        assert_eq!(format!("{}{}", line.value, line.after), "1\u{202f}643, 43 more, release 1.1");
        assert_eq!(line.href, "/f/wells/trained/v1");
    }

    #[test]
    fn the_page_of_an_earlier_release_says_what_is_known_today() {
        let mut releases = fixture::releases();
        let known = |known: u64| serde_json::json!([{"release": "R1.1", "said": 1643, "known": known}]);
        let mut row = |shown, value| {
            releases[1].figures[0].as_known = serde_json::from_value(known(value)).unwrap();
            rows(&fixture::programme(), &releases, shown).remove(0).known
        };
        assert_eq!(row(0, 1_600).as_deref(), Some("recomputed value as known today: 1\u{202f}600"));
        assert_eq!(row(0, 1_643), None, "nothing else is known");
        assert_eq!(row(1, 1_600), None, "the newest release is what is known");
    }

    #[test]
    fn in_a_real_programme_the_issued_number_is_large_and_the_reported_one_stands_below() {
        let mut programme = fixture::programme();
        programme.demonstration = false;
        let row = rows(&programme, &fixture::releases(), 0).remove(0);
        assert_eq!(row.value.text, "1\u{202f}643");
        assert_eq!(row.name_href.as_deref(), Some("/f/wells/trained/v1"));
        assert_eq!(row.reported.as_deref(), Some("Reported: 1\u{202f}600, Water Fund page, July 2018"));
        assert_eq!(row.recomputed, None);
    }

    #[test]
    fn a_figure_without_records_says_so_and_still_leads_to_its_page() {
        let row = rows(&fixture::programme(), &fixture::releases(), 1).remove(2);
        assert_eq!(row.no_records.unwrap().href, "/f/wells/wells");
        assert_eq!(row.reported.as_deref(), Some("Reported: Water Fund page, July 2018"));
    }

    #[test]
    fn the_first_screen_says_where_its_numbers_come_from() {
        let mut programme = fixture::programme();
        let source = |programme: &Programme| {
            fixture::with_edition(programme, &fixture::releases(), Locale::En, source_of_leads).unwrap()
        };
        assert_eq!(source(&programme), "Large numbers as reported: Water Fund page, July 2018.");
        programme.demonstration = false;
        assert_eq!(
            source(&programme),
            "Large numbers: computed from verified records, release 1.2, data to 30 June 2018; those without records \
             as reported: Water Fund page, July 2018."
        );
        programme.objectives.truncate(1);
        assert_eq!(
            source(&programme),
            "Large numbers: computed from verified records, release 1.2, data to 30 June 2018."
        );
    }

    #[test]
    fn an_overlap_is_named_on_both_sides() {
        let rows = rows(&fixture::programme(), &fixture::releases(), 1);
        assert_eq!(rows[0].never_add, ["Do not add to 575"]);
        assert_eq!(rows[1].never_add, ["Do not add to 1\u{202f}600"]);
    }

    #[test]
    fn a_figure_of_which_nobody_said_anything_is_not_zero() {
        let mut programme = fixture::programme();
        programme.statements.clear();
        let row = rows(&programme, &[], 0).remove(2);
        assert_eq!((row.value.text.as_str(), row.reported), ("[x]", None));
    }
}
