//! The action as one release shows it: which computed figure and which reported value stand together on the page.

use hatua_core::programme::{Indicator, Programme};
use hatua_core::release::{FigureValue, Release, ReleasedFigure};
use hatua_core::statement::{AsOf, Statement};
use jiff::civil::Date;

use crate::links;
use crate::site::value::ValueView;
use crate::site::{Context, SiteProgramme};
use crate::text::{Words, key};

/// A programme, one of its releases (none before the first issue), and the words of the page.
pub struct Edition<'a> {
    /// Site, language, texts.
    pub context: &'a Context<'a>,
    /// The programme with all its releases.
    pub of: SiteProgramme<'a>,
    /// The release that the page shows.
    pub release: Option<&'a Release>,
}

/// One figure of the page.
pub struct Shown<'a> {
    /// Its rule.
    pub indicator: &'a Indicator,
    /// What somebody said, with the source; absent where nobody did.
    pub reported: Option<&'a Statement>,
    /// What the release holds; absent where no records stand behind the figure.
    pub computed: Option<&'a ReleasedFigure>,
    /// Whether the two are about the same moment, so that they may be compared.
    pub is_comparable: bool,
}

impl<'a> Edition<'a> {
    /// The programme.
    #[must_use]
    pub fn programme(&self) -> &'a Programme {
        self.of.programme
    }

    /// A figure with its two numbers.
    #[must_use]
    pub fn shown(&self, indicator: &'a Indicator) -> Shown<'a> {
        let all: Vec<&Statement> = self.programme().statements_about(&indicator.code).collect();
        let same: Vec<&Statement> =
            all.iter().filter(|said| said.definition == indicator.definition).copied().collect();
        let issued_on = self.release.map(|release| release.issued_on);
        // What was only said under another definition is shown, and is never compared.
        let (reported, is_comparable) = match same.as_slice() {
            [] => (choose_statement(all.into_iter(), issued_on).0, false),
            _ => choose_statement(same.into_iter(), issued_on),
        };
        let computed = self.release.and_then(|release| release.figure(indicator.code.as_str()));
        Shown { indicator, reported, computed, is_comparable }
    }

    /// The figure with this slug.
    #[must_use]
    pub fn shown_by_slug(&self, slug: &str) -> Option<Shown<'a>> {
        self.programme().indicator(slug).map(|indicator| self.shown(indicator))
    }

    /// The number that stands large for a figure: what was reported in a demonstration, else what was computed where
    /// there is such a number.
    #[must_use]
    pub fn large(&self, shown: &Shown) -> ValueView {
        let texts = &self.context.texts;
        match shown.computed {
            Some(figure) if !self.programme().demonstration => ValueView::of(texts, figure.value),
            Some(_) | None => ValueView::said(texts, shown.reported.map(|statement| statement.value)),
        }
    }

    /// A text of a figure: its `name`, `short`, ...
    #[must_use]
    pub fn figure_text(&self, indicator: &Indicator, what: &str) -> Words {
        self.context.texts.own(&key("figure", &format!("{}-{what}", indicator.slug)))
    }

    /// Where a figure leads: its current page, or on the page of an earlier release that release's version.
    #[must_use]
    pub fn figure_address(&self, shown: &Shown) -> String {
        let (locale, id, slug) = (self.context.locale, &self.programme().id, &shown.indicator.slug);
        match shown.computed {
            Some(figure) if !self.is_current() => links::figure_version(locale, id, slug, figure.version),
            Some(_) | None => links::figure(locale, id, slug),
        }
    }

    /// Whether the page shows the newest release there is.
    #[must_use]
    pub fn is_current(&self) -> bool {
        self.release.map(|release| release.id) == self.of.current().map(|release| release.id)
    }

    /// `release 4.2`, in the page's language.
    #[must_use]
    pub fn release_name(&self, release: &Release) -> String {
        let texts = &self.context.texts;
        texts.get_args("release", &[("release", (&texts.numbers.release(release.id)).into())])
    }

    /// `EUTF page, July 2018`, with the source's name in the page's language.
    #[must_use]
    pub fn source(&self, said_by: &str, said_on: AsOf) -> String {
        let texts = &self.context.texts;
        let (who, when) = (self.context.said_by(said_by), texts.numbers.as_of(said_on));
        texts.get_args("source", &[("source", (&who).into()), ("date", (&when).into())])
    }

    /// What the package wrote, in the page's language where it can be.
    #[must_use]
    pub fn written(&self, text: &str) -> Words {
        self.context.texts.written(self.programme(), text)
    }

    /// An organisation's name: translated where the package does so, else as it is; a name is of no language.
    #[must_use]
    pub fn name(&self, name: &str) -> Words {
        Words::here(self.written(name).text)
    }

    /// The figure whose breakdowns the page shows as examples of all: the first that the package names for its tables,
    /// or else the first of the leads, that has been computed.
    #[must_use]
    pub fn featured(&self) -> Option<(&'a Indicator, &'a ReleasedFigure)> {
        let programme = self.programme();
        let leads = programme.objectives.iter().filter_map(|objective| objective.lead.as_ref());
        let others = programme.indicators.iter().map(|indicator| &indicator.slug);
        programme.disclosure.tables.iter().chain(leads).chain(others).find_map(|slug| {
            let shown = self.shown_by_slug(slug.as_str())?;
            let figure = shown.computed.filter(|figure| figure.value.number().is_some())?;
            Some((shown.indicator, figure))
        })
    }

    /// Numbers of computed figures as the page writes them.
    #[must_use]
    pub fn value(&self, value: FigureValue) -> ValueView {
        ValueView::of(&self.context.texts, value)
    }
}

/// The newest value that had been said when the release was issued, or, where all were said later, the first one, which
/// then is about another moment than the release. Without a release: the newest.
fn choose_statement<'a>(
    said: impl Iterator<Item = &'a Statement>,
    issued_on: Option<Date>,
) -> (Option<&'a Statement>, bool) {
    let mut said: Vec<&Statement> = said.collect();
    said.sort_by_key(|statement| first_day(statement.said_on));
    let Some(issued_on) = issued_on else { return (said.last().copied(), false) };
    match said.iter().rev().find(|statement| first_day(statement.said_on) <= issued_on) {
        Some(statement) => (Some(*statement), true),
        None => (said.first().copied(), false),
    }
}

/// The first day that a moment may mean.
#[must_use]
pub fn first_day(as_of: AsOf) -> Date {
    match as_of {
        AsOf::Year(year) => jiff::civil::date(year, 1, 1),
        AsOf::Month(year, month) => jiff::civil::date(year, month, 1),
        AsOf::Day(day) => day,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use hatua_core::programme::Locale;
    use jiff::civil::date;

    fn chosen(issued_on: Option<Date>) -> (i64, bool) {
        let programme = fixture::programme();
        let code = &programme.indicator("trained").unwrap().code;
        let (statement, is_comparable) = choose_statement(programme.statements_about(code), issued_on);
        (statement.unwrap().value, is_comparable)
    }

    #[test]
    fn a_release_meets_what_had_been_said_by_its_day() {
        assert_eq!(chosen(Some(date(2018, 7, 27))), (1_600, true));
        assert_eq!(chosen(Some(date(2022, 1, 1))), (9_000, true));
    }

    #[test]
    fn a_release_before_everything_that_was_said_is_not_compared() {
        assert_eq!(chosen(Some(date(2017, 1, 31))), (1_600, false));
    }

    #[test]
    fn without_a_release_the_newest_value_stands() {
        assert_eq!(chosen(None), (9_000, false));
    }

    /// A programme whose definitions moved on showed "not reported" beside a number that somebody had reported.
    #[test]
    fn what_was_only_said_under_another_definition_is_shown_and_not_compared() {
        let mut programme = fixture::programme();
        let trained = programme.indicators.iter_mut().find(|known| known.slug.as_str() == "trained").unwrap();
        trained.definition = "v9".into();
        fixture::with_edition(&programme, &fixture::releases(), Locale::En, |edition| {
            let shown = edition.shown_by_slug("trained").unwrap();
            assert_eq!(shown.reported.map(|statement| statement.value), Some(1_600));
            assert!(!shown.is_comparable);
        });
    }
}
