//! All figures of all actions, by objective: what was reported, what was computed, its quarters, and what was reported later.
//! There is no grand total: people, things and estimates do not add up.

use askama::Template;
use hatua_core::programme::{Locale, Objective};
use hatua_core::statement::{AsOf, Statement, Subject};

use crate::links;
use crate::site::action_page::edition::{Edition, Shown, first_day};
use crate::site::action_page::figures::{objective_number, overlap_tags};
use crate::site::action_page::places::action_link;
use crate::site::action_page::quarters::{QuarterBars, quarter_bars};
use crate::site::figure_page::opening::RealView;
use crate::site::layout::{Head, Layout, MenuEntry, Sheets};
use crate::site::link::LinkView;
use crate::site::value::ValueView;
use crate::site::{Context, Site, SiteProgramme};
use crate::text::{Words, key};

#[derive(Template)]
#[template(path = "results.html")]
struct ResultsPage {
    layout: Layout,
    heading: String,
    introduction: String,
    none: String,
    programmes: Vec<ProgrammeView>,
}

/// The figures of one action.
struct ProgrammeView {
    title: LinkView,
    lang: Option<&'static str>,
    real: Option<RealView>,
    /// How many fell or vanished.
    fell: Option<String>,
    example: Option<&'static str>,
    columns: Columns,
    objectives: Vec<ObjectiveView>,
}

/// The headings of the columns.
struct Columns {
    figure: String,
    reported: String,
    computed: String,
    quarters: String,
    /// Absent where nothing was said later.
    later: Option<String>,
}

struct ObjectiveView {
    id: String,
    label: String,
    short: Words,
    rows: Vec<RowView>,
}

/// One figure.
#[derive(Debug, Clone, PartialEq, Eq)]
struct RowView {
    name: Words,
    href: String,
    never_add: Vec<String>,
    reported: ValueView,
    computed: Option<ValueView>,
    no_records: Option<String>,
    bars: Option<QuarterBars>,
    /// That there are none to show.
    no_bars: Option<String>,
    later: Option<LaterView>,
}

/// What was said after the reported value.
#[derive(Debug, Clone, PartialEq, Eq)]
struct LaterView {
    value: ValueView,
    /// That it fell or vanished without a reason; the words and the colour of the tag.
    tag: Option<(&'static str, String)>,
}

/// The page of all results.
#[must_use]
pub fn render_results(site: &Site, locale: Locale) -> String {
    let context = Context::of_site(site, locale);
    let texts = &context.texts;
    let head = Head {
        title: texts.get("results"),
        description: texts.get("results-intro"),
        address: &links::results,
        canonical: None,
        current: Some(MenuEntry::Results),
        sheets: Sheets::Place,
    };
    let page = ResultsPage {
        layout: Layout::new(&context, &head),
        heading: texts.get("results"),
        introduction: texts.get("results-intro"),
        none: texts.get("actions-none"),
        programmes: site.programmes.iter().map(|of| programme(site, of, locale)).collect(),
    };
    page.render().expect("a page of ready strings always renders")
}

/// A programme that lacks the page's language stands in its first one.
fn programme(site: &Site, of: &SiteProgramme, locale: Locale) -> ProgrammeView {
    let of = &of.today();
    let own = if of.programme.locales.contains(&locale) { locale } else { of.programme.locales[0] };
    let context =
        Context::of_programme(site, of.programme, own).expect("a programme has its own first language");
    let edition = Edition { context: &context, of: *of, release: of.current() };
    let texts = &context.texts;
    let shown: Vec<Shown> =
        of.programme.indicators.iter().map(|indicator| edition.shown(indicator)).collect();
    let later = Later::of(&edition, &shown);
    let fell = shown.iter().filter(|shown| later.loss(&edition, shown).is_some()).count();
    let fell = u64::try_from(fell).expect("a page has few figures");
    ProgrammeView {
        title: action_link(&edition),
        lang: (own != locale).then(|| own.tag()),
        real: of.programme.demonstration.then(|| real(&edition)),
        fell: (fell > 0).then(|| texts.get_args("results-fell", &[("n", fell.into())])),
        example: of.programme.demonstration.then_some("rc"),
        columns: columns(&edition, &shown, &later),
        objectives: of.programme.objectives.iter().map(|o| objective(&edition, o, &later)).collect(),
    }
}

fn real(edition: &Edition) -> RealView {
    let texts = &edition.context.texts;
    RealView::new(texts, texts.get("results-real"), edition.release.map(|_| texts.get("results-invented")))
}

fn columns(edition: &Edition, shown: &[Shown], later: &Later) -> Columns {
    let texts = &edition.context.texts;
    let reported = first_source(shown).map(|statement| when(edition, statement.said_on));
    let release = edition.release.map(|release| edition.release_name(release)).unwrap_or_default();
    let computed = match (edition.release, edition.programme().demonstration) {
        (None, _) => texts.get("results-computed"),
        (Some(_), true) => texts.get_args("results-recomputed-in", &[("release", (&release).into())]),
        (Some(_), false) => texts.get_args("results-computed-in", &[("release", (&release).into())]),
    };
    let dated = |date: &String| texts.get_args("results-reported-on", &[("date", date.into())]);
    Columns {
        figure: texts.get("rule-figure"),
        reported: reported.as_ref().map_or_else(|| texts.get("record-reported"), dated),
        computed,
        quarters: texts.get("results-quarters"),
        later: later.newest.map(|newest| dated(&when(edition, newest.said_on))),
    }
}

/// A month is enough for a heading.
fn when(edition: &Edition, said_on: AsOf) -> String {
    let month = match said_on {
        AsOf::Day(day) => AsOf::Month(day.year(), day.month()),
        AsOf::Month(..) | AsOf::Year(_) => said_on,
    };
    edition.context.texts.numbers.as_of(month)
}

/// The reported value that most figures of the page have: the first one's source.
fn first_source<'a>(shown: &[Shown<'a>]) -> Option<&'a Statement> {
    shown.iter().find_map(|shown| shown.reported)
}

fn objective(edition: &Edition, objective: &Objective, later: &Later) -> ObjectiveView {
    let texts = &edition.context.texts;
    let number = objective_number(texts, &objective.code);
    let of_objective = edition.programme().indicators.iter().filter(|i| i.objective == objective.code);
    ObjectiveView {
        id: format!("{}-{}", edition.programme().id, crate::text::slug(&objective.code)),
        label: texts.get_args("objective", &[("code", (&number).into())]),
        short: texts.own(&key("objective", &format!("{}-short", objective.code))),
        rows: of_objective.map(|indicator| row(edition, &edition.shown(indicator), later)).collect(),
    }
}

fn row(edition: &Edition, shown: &Shown, later: &Later) -> RowView {
    let texts = &edition.context.texts;
    let bars = shown.computed.and_then(|figure| quarter_bars(texts, figure));
    let no_bars = if shown.computed.is_some() { "country-not-shown" } else { "results-no-records" };
    RowView {
        name: edition.figure_text(shown.indicator, "name"),
        href: edition.figure_address(shown),
        never_add: overlap_tags(edition, shown),
        reported: ValueView::said(texts, shown.reported.map(|statement| statement.value)),
        computed: shown.computed.map(|figure| edition.value(figure.value)),
        no_records: shown.computed.is_none().then(|| texts.get("results-no-records")),
        no_bars: bars.is_none().then(|| texts.get(no_bars)),
        bars,
        later: later.newest.map(|_| later.view(edition, shown)),
    }
}

/// What was said after the values that the page compares with.
struct Later<'a> {
    /// The newest statement about any figure; absent where none is newer than those of the page.
    newest: Option<&'a Statement>,
}

/// How a reported number was lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Loss {
    Fell,
    Gone,
}

impl<'a> Later<'a> {
    fn of(edition: &Edition<'a>, shown: &[Shown<'a>]) -> Self {
        let about_figures = edition.programme().statements.iter().filter(|said| match said.subject {
            Subject::Figure(_) => true,
            Subject::Other(_) => false,
        });
        let newest = about_figures.max_by_key(|said| first_day(said.said_on));
        let compared = shown.iter().filter_map(|shown| shown.reported);
        let last = compared.map(|said| first_day(said.said_on)).max();
        Self { newest: newest.filter(|newest| last.is_some_and(|last| first_day(newest.said_on) > last)) }
    }

    /// What was said later about this figure, under the same definition.
    fn said(edition: &Edition<'a>, shown: &Shown) -> Option<&'a Statement> {
        let reported = shown.reported?;
        edition
            .programme()
            .statements_about(&shown.indicator.code)
            .filter(|said| said.means_as(reported))
            .filter(|said| first_day(said.said_on) > first_day(reported.said_on))
            .max_by_key(|said| first_day(said.said_on))
    }

    /// A figure that counts from the start cannot fall or vanish unless something was corrected, which a note would say.
    fn loss(&self, edition: &Edition<'a>, shown: &Shown) -> Option<Loss> {
        self.newest?;
        let reported = shown.reported?;
        match Self::said(edition, shown) {
            None => Some(Loss::Gone),
            Some(later) => later.falls_in_silence(reported).then_some(Loss::Fell),
        }
    }

    fn view(&self, edition: &Edition<'a>, shown: &Shown) -> LaterView {
        let texts = &edition.context.texts;
        LaterView {
            value: ValueView::said(texts, Self::said(edition, shown).map(|said| said.value)),
            tag: self.loss(edition, shown).map(|loss| match loss {
                Loss::Fell => ("bad", texts.get("results-tag-fell")),
                Loss::Gone => ("warn", texts.get("results-tag-gone")),
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use hatua_core::programme::Programme;
    use hatua_core::release::Release;

    fn with_view<T>(
        programme: &Programme,
        releases: &[Release],
        with: impl FnOnce(&ProgrammeView) -> T,
    ) -> T {
        let of = SiteProgramme { programme, earlier: &std::collections::BTreeMap::new(), releases };
        with(&super::programme(&Site { programmes: &[of], origin: None }, &of, Locale::En))
    }

    fn rows(programme: &Programme, releases: &[Release]) -> Vec<RowView> {
        with_view(programme, releases, |view| {
            view.objectives.iter().flat_map(|objective| objective.rows.clone()).collect()
        })
    }

    #[test]
    fn reported_and_computed_stand_side_by_side_under_their_dates() {
        let (programme, releases) = (fixture::programme(), fixture::releases());
        with_view(&programme, &releases, |view| {
            assert_eq!(view.columns.reported, "Reported, July 2018");
            assert_eq!(view.columns.computed, "Recomputed, release 1.2");
            assert_eq!(view.columns.later.as_deref(), Some("Reported, December 2021"));
        });
        let row = rows(&programme, &releases).remove(0);
        assert_eq!(
            (row.reported.text.as_str(), row.computed.unwrap().text.as_str()),
            ("1\u{202f}600", "1\u{202f}600")
        );
        assert_eq!(
            row.later.unwrap(),
            LaterView { value: ValueView::number("9\u{202f}000".into()), tag: None }
        );
        assert_eq!(row.href, "/f/wells/trained");
        assert!(row.bars.is_some());
    }

    #[test]
    fn a_number_that_vanished_or_fell_without_a_reason_says_so() {
        let mut programme = fixture::programme();
        let gone = rows(&programme, &fixture::releases()).remove(2).later.unwrap();
        assert_eq!(
            (gone.value.text.as_str(), gone.tag.unwrap().1),
            ("[x]", "gone, no reason given".to_owned())
        );
        let mut fallen = programme.statements[3].clone();
        (fallen.value, fallen.said_on) = (13, programme.statements[1].said_on);
        programme.statements.push(fallen.clone());
        let fell = rows(&programme, &fixture::releases()).remove(2).later.unwrap();
        assert_eq!((fell.value.text.as_str(), fell.tag.unwrap().0), ("13", "bad"));
        programme.statements.last_mut().unwrap().note = "Wells that fell dry were taken out.".into();
        assert_eq!(rows(&programme, &fixture::releases()).remove(2).later.unwrap().tag, None);
    }

    #[test]
    fn without_a_release_the_reported_numbers_stand_alone() {
        let (programme, page) = (fixture::programme(), rows(&fixture::programme(), &[]));
        assert!(
            page.iter().all(|row| row.computed.is_none() && row.no_records.is_some() && row.bars.is_none())
        );
        with_view(&programme, &[], |view| {
            assert_eq!(view.columns.later, None, "the newest values stand on the page");
            assert_eq!(view.fell, None);
        });
    }

    #[test]
    fn a_site_without_an_action_says_so() {
        assert!(
            render_results(&Site { programmes: &[], origin: None }, Locale::En).contains("No action yet.")
        );
    }
}
