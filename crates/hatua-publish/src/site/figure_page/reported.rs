//! What others said about the figure: a table with sources, a plot of its own scale, and a plain sentence where a value
//! fell or vanished and nobody published why.

use hatua_core::programme::Locale;
use hatua_core::statement::{AsOf, Statement, Subject};

use super::Drawing;
use super::record::{Record, Version};
use crate::plot::{Direction, ReportedBar, ReportedChart, draw_reported};
use crate::site::action_page::money::title;
use crate::site::crosswalk::crosswalk_words;
use crate::site::value::ValueView;
use crate::text::Words;

/// One value that somebody published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaidView {
    /// The moment that it describes.
    pub when: String,
    /// The value.
    pub value: ValueView,
    /// Who said it, and under which definition.
    pub said_by: String,
    /// The title of the source, where it says more.
    pub title: Option<Words>,
    /// Where it can be read.
    pub href: Option<String>,
    /// What a reader should know besides.
    pub note: Option<Words>,
}

/// The section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportedSection {
    /// Its heading.
    pub heading: String,
    /// The plot; absent where nothing was said.
    pub chart: Option<Drawing>,
    /// Caption and column headings.
    pub caption: String,
    /// The moment.
    pub when: String,
    /// The value.
    pub value: String,
    /// Who said it.
    pub said_by: String,
    /// The values, the oldest first.
    pub said: Vec<SaidView>,
    /// That nothing was said.
    pub none: Option<String>,
    /// A value that fell or vanished without a reason.
    pub notes: Vec<String>,
    /// The computed versions beside them, each with the last day of its data; absent where none has been computed.
    pub beside: Option<String>,
    /// What becomes of the figure under other definitions.
    pub definitions: Vec<String>,
    /// What such values are worth.
    pub grade: Option<String>,
}

/// The section.
pub fn reported(record: &Record) -> ReportedSection {
    let texts = &record.context.texts;
    let said = statements(record);
    let grade = said.iter().map(|statement| statement.grade).max().map(|grade| {
        let letter = texts.get(super::evidence::letter(grade));
        texts.get_args("record-said-grade", &[("grade", (&letter).into())])
    });
    let mut notes = falls(record, &said);
    notes.extend(vanished(record, &said));
    ReportedSection {
        heading: texts.get("record-said"),
        chart: (!said.is_empty()).then(|| chart(record)),
        caption: texts.get("record-said-caption"),
        when: texts.get("record-said-when"),
        value: texts.get("record-said-value"),
        said_by: texts.get("record-said-by"),
        none: said.is_empty().then(|| texts.get("record-said-none")),
        said: said.iter().map(|statement| view(record, statement)).collect(),
        notes,
        beside: beside(record),
        definitions: crosswalk_words(texts, record.indicator, record.shown().map(|shown| shown.figure)),
        grade,
    }
}

/// `Computed from records, by the last day of its data: 1 643 (version 1, 30 June 2018), …`
fn beside(record: &Record) -> Option<String> {
    let texts = &record.context.texts;
    let one = |version: &Version| {
        let (value, number) =
            (ValueView::of(texts, version.figure.value).text, texts.numbers.plain(version.number.into()));
        let date = texts.numbers.date(version.first.data_to);
        let args = [("value", (&value).into()), ("version", (&number).into()), ("date", (&date).into())];
        texts.get_args("beside-version", &args)
    };
    let versions: Vec<String> = record.versions.iter().map(one).collect();
    let values = versions.join(&texts.get("list-separator"));
    let args = [("values", (&values).into())];
    let words =
        if record.edition.programme().demonstration { "beside-demonstration" } else { "beside-records" };
    (!versions.is_empty()).then(|| texts.get_args(words, &args))
}

/// What was said about the figure, the oldest first.
fn statements<'a>(record: &Record<'a>) -> Vec<&'a Statement> {
    let mut said: Vec<&Statement> =
        record.edition.of.programme.statements_about(&record.indicator.code).collect();
    said.sort_by_key(|statement| statement.as_of.to_string());
    said
}

/// Moments and values, once each: two definitions that say the same are one.
pub fn moments(record: &Record) -> Vec<(AsOf, i64)> {
    let mut moments: Vec<(AsOf, i64)> =
        statements(record).iter().map(|statement| (statement.as_of, statement.value)).collect();
    moments.dedup();
    moments
}

fn view(record: &Record, statement: &Statement) -> SaidView {
    let (texts, programme) = (&record.context.texts, record.edition.programme());
    let source = record.context.said_by(&statement.said_by);
    let said_by = if statement.definition.is_empty() {
        source
    } else {
        let args = [("source", (&source).into()), ("definition", statement.definition.as_str().into())];
        texts.get_args("record-said-definition", &args)
    };
    SaidView {
        when: texts.numbers.as_of(statement.as_of),
        value: ValueView::said(texts, Some(statement.value)),
        said_by,
        title: title(&statement.source_title, &statement.said_by)
            .map(|title| texts.written(programme, title)),
        href: (!statement.source_address.is_empty()).then(|| statement.source_address.clone()),
        note: (!statement.note.is_empty()).then(|| texts.written(programme, &statement.note)),
    }
}

fn chart(record: &Record) -> Drawing {
    let texts = &record.context.texts;
    let bars: Vec<ReportedBar> = moments(record)
        .into_iter()
        .map(|(moment, value)| ReportedBar {
            when: texts.numbers.as_of(month(moment)),
            value,
            shown: ValueView::said(texts, Some(value)).text,
        })
        .collect();
    let at = |bar: &ReportedBar| {
        texts.get_args("record-said-at", &[("value", (&bar.shown).into()), ("date", (&bar.when).into())])
    };
    let values = bars.iter().map(at).collect::<Vec<_>>().join(&texts.get("list-separator"));
    Drawing(draw_reported(&ReportedChart {
        direction: plot_direction(record),
        label: texts.get_args("record-said-label", &[("values", (&values).into())]),
        bars,
    }))
}

/// A day's label would be too long below a bar.
fn month(moment: AsOf) -> AsOf {
    match moment {
        AsOf::Day(day) => AsOf::Month(day.year(), day.month()),
        AsOf::Month(..) | AsOf::Year(_) => moment,
    }
}

/// Which way a drawing of this page runs.
pub fn plot_direction(record: &Record) -> Direction {
    match record.context.locale {
        Locale::En | Locale::Fr => Direction::LeftToRight,
        Locale::Ar => Direction::RightToLeft,
    }
}

/// A later value of the same definition that is lower, and carries no note that says why.
fn falls(record: &Record, said: &[&Statement]) -> Vec<String> {
    let texts = &record.context.texts;
    let mut notes: Vec<String> = Vec::new();
    for (index, before) in said.iter().enumerate() {
        let Some(later) = said[index + 1..].iter().find(|later| later.means_as(before)) else { continue };
        if later.falls_in_silence(before) {
            let shown = |value| ValueView::said(texts, Some(value)).text;
            let (value, then) = (shown(before.value), texts.numbers.as_of(before.as_of));
            let (after, at) = (shown(later.value), texts.numbers.as_of(later.as_of));
            let args = [
                ("before", (&value).into()),
                ("then", (&then).into()),
                ("after", (&after).into()),
                ("later", (&at).into()),
            ];
            notes.push(texts.get_args("record-said-fell", &args));
        }
    }
    notes
}

/// The newest source about the action's figures, where it says nothing about this one although others have.
fn vanished(record: &Record, said: &[&Statement]) -> Option<String> {
    let texts = &record.context.texts;
    let last_here = said.iter().map(|statement| statement.said_on.to_string()).max()?;
    let about_figures =
        record.edition.of.programme.statements.iter().filter(|statement| match statement.subject {
            Subject::Figure(_) => true,
            Subject::Other(_) => false,
        });
    let newest = about_figures.max_by_key(|statement| statement.said_on.to_string())?;
    if newest.said_on.to_string() <= last_here {
        return None;
    }
    let (source, date) = (record.context.said_by(&newest.said_by), texts.numbers.as_of(newest.said_on));
    Some(texts.get_args("record-said-vanished", &[("source", (&source).into()), ("date", (&date).into())]))
}
