//! The first screen of a record: value and name, what is real, and the facts of the version.

use hatua_core::release::Evidence;

use super::history::known_today;
use super::record::Record;
use crate::site::action_page::figures::objective_number;
use crate::site::action_page::quarters::quarter_months;
use crate::site::link::LinkView;
use crate::site::value::ValueView;
use crate::text::{Texts, Words};

/// What of a demonstration is real and what is invented.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RealView {
    /// `Real:`
    pub real: String,
    /// What is.
    pub real_text: String,
    /// `Invented:`
    pub invented: String,
    /// What is; absent where nothing on the page is.
    pub invented_text: Option<String>,
}

impl RealView {
    /// What is real, and what is invented if anything is.
    pub fn new(texts: &Texts, real_text: String, invented_text: Option<String>) -> Self {
        Self {
            real: texts.get("record-real"),
            real_text,
            invented: texts.get("record-invented"),
            invented_text,
        }
    }
}

/// One fact: a term, perhaps a day, words, a link, a tag or an address.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FactView {
    /// The term.
    pub term: String,
    /// A day, for programs and for people.
    pub day: Option<(String, String)>,
    /// A tag before the words.
    pub tag: Option<String>,
    /// The words.
    pub text: String,
    /// A link behind them.
    pub link: Option<LinkView>,
    /// An address.
    pub address: Option<String>,
}

/// A correction, at the head of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RestatedView {
    /// `Restated.`
    pub lead: String,
    /// Old and new value.
    pub text: String,
    /// The published reason.
    pub reason: Words,
    /// `See the history`.
    pub see: String,
}

/// The banner of a version that another one has replaced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SupersededView {
    /// `Version 4. Replaced on 27 July 2018 by`
    pub lead: String,
    /// The version that replaced it, with its value.
    pub by: LinkView,
    /// What its release would say today, where that is something else.
    pub known: Option<String>,
}

/// The first screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpeningView {
    /// `Objective II · Figure`
    pub eye: String,
    /// `3.7`
    pub code: String,
    /// The large number.
    pub value: ValueView,
    /// What it comes from.
    pub value_note: String,
    /// The class of what stands around it: the hatched edge where invented records stand behind the number.
    pub edge: &'static str,
    /// The full name.
    pub name: Words,
    /// Real and invented.
    pub real: Option<RealView>,
    /// The facts.
    pub facts: Vec<FactView>,
    /// The banner of an old version.
    pub superseded: Option<SupersededView>,
    /// The correction.
    pub restated: Option<RestatedView>,
}

/// The page's title.
pub fn title(record: &Record) -> String {
    let texts = &record.context.texts;
    let short = record.edition.figure_text(record.indicator, "short");
    let value = record.value();
    let mut args = vec![("figure", (&short).into()), ("value", (&value.text).into())];
    let Some(shown) = record.shown() else { return texts.get_args("record-title-reported", &args) };
    let version = texts.numbers.plain(shown.number.into());
    args.push(("version", (&version).into()));
    texts.get_args("record-title", &args)
}

/// The first screen.
pub fn opening(record: &Record) -> OpeningView {
    let texts = &record.context.texts;
    let demonstration = record.edition.programme().demonstration;
    let is_computed = record.shown().is_some();
    OpeningView {
        eye: {
            let number = objective_number(texts, &record.indicator.objective);
            texts.get_args("record-eye", &[("objective", (&number).into())])
        },
        code: record.indicator.code.to_string(),
        value: record.value(),
        value_note: value_note(record),
        edge: if demonstration && is_computed { "hv" } else { "pv" },
        name: record.edition.figure_text(record.indicator, "name"),
        real: demonstration.then(|| {
            let invented = is_computed.then(|| texts.get("record-invented-text"));
            RealView::new(texts, texts.get("record-real-text"), invented)
        }),
        facts: facts(record),
        superseded: superseded(record),
        restated: restated(record),
    }
}

fn value_note(record: &Record) -> String {
    let texts = &record.context.texts;
    if record.shown().is_some() {
        return texts.get(record.computed_words());
    }
    let none = texts.get("record-no-records");
    match record.said_source() {
        Some(source) => {
            format!("{} · {none}", texts.get_args("reported", &[("source", (&source).into())]))
        }
        None => texts.get("record-nobody-said"),
    }
}

fn superseded(record: &Record) -> Option<SupersededView> {
    let texts = &record.context.texts;
    let (shown, by) = (record.shown()?, record.successor()?);
    let (version, date) = (texts.numbers.plain(shown.number.into()), texts.numbers.date(by.first.issued_on));
    let (by_version, value) = (texts.numbers.plain(by.number.into()), record.edition.value(by.figure.value));
    let newest =
        record.versions.last().and_then(|version| version.last.figure(record.indicator.code.as_str()));
    let known = newest.and_then(|figure| known_today(record, shown.last, &figure.as_known));
    Some(SupersededView {
        lead: texts
            .get_args("record-superseded", &[("version", (&version).into()), ("date", (&date).into())]),
        by: LinkView {
            href: record.version_path(by.number),
            label: texts.get_args(
                "record-superseded-by",
                &[("version", (&by_version).into()), ("value", (&value.text).into())],
            ),
        },
        known,
    })
}

fn restated(record: &Record) -> Option<RestatedView> {
    let texts = &record.context.texts;
    let figure = record.shown()?.figure;
    let restatement = figure.restatement.as_ref()?;
    let (value, previous) = (record.edition.value(figure.value), record.edition.value(restatement.previous));
    let version = texts.numbers.plain(restatement.previous_version.into());
    let mut args = vec![
        ("value", (&value.text).into()),
        ("previous", (&previous.text).into()),
        ("version", (&version).into()),
    ];
    let change = restatement.previous.number().and_then(|was| {
        let difference = figure.value.more_than(i64::try_from(was).ok()?)?;
        let share = texts.numbers.share(difference.unsigned_abs(), was)?;
        let sign = if difference < 0 { "\u{2212}" } else { "+" };
        Some((texts.numbers.difference(difference), format!("{sign}{share}")))
    });
    let text = match &change {
        Some((difference, share)) => {
            args.extend([("difference", difference.into()), ("share", share.into())]);
            texts.get_args("record-restated-text", &args)
        }
        None => texts.get_args("record-restated-plain", &args),
    };
    let (lead, see) = (texts.get("record-restated"), texts.get("record-see-history"));
    Some(RestatedView {
        lead,
        text,
        reason: texts.reason(record.edition.programme(), figure, &restatement.reason),
        see,
    })
}

fn facts(record: &Record) -> Vec<FactView> {
    let texts = &record.context.texts;
    let mut facts = Vec::new();
    if let Some(shown) = record.shown() {
        facts.push(version_fact(record));
        facts.push(FactView {
            term: texts.get("record-data-to"),
            day: Some((shown.first.data_to.to_string(), texts.numbers.date(shown.first.data_to))),
            text: texts.get("record-cumulative"),
            ..FactView::default()
        });
        facts.push(issued_fact(record));
    }
    facts.extend(reported_fact(record));
    if let Some(shown) = record.shown() {
        let evidence = shown.figure.evidence;
        let grade = texts.get(super::evidence::letter(evidence.grade));
        facts.push(FactView {
            term: texts.get("record-evidence"),
            tag: Some(texts.get_args("record-grade", &[("grade", (&grade).into())])),
            text: reaching_words(texts, evidence),
            ..FactView::default()
        });
        facts.push(coverage_fact(record));
    }
    facts.push(FactView {
        term: texts.get("record-address"),
        address: Some(record.context.permanent(&record.path(hatua_core::programme::Locale::En))),
        ..FactView::default()
    });
    facts
}

/// How many rows reach the grade, and of how many the source document is on file, where any is.
fn reaching_words(texts: &Texts, evidence: Evidence) -> String {
    let counts = [("reaching", evidence.reaching.into()), ("counted", evidence.counted.into())];
    let reaching = texts.get_args("record-reaching", &counts);
    if evidence.on_file == 0 {
        return reaching;
    }
    let args = [("reaching", (&reaching).into()), ("on_file", evidence.on_file.into())];
    texts.get_args("record-on-file", &args)
}

fn version_fact(record: &Record) -> FactView {
    let texts = &record.context.texts;
    let number = record.shown().map_or(0, |shown| shown.number);
    let words = if record.successor().is_some() { "record-version-old" } else { "record-version-current" };
    let count = u64::try_from(record.versions.len()).expect("versions fit the memory");
    let all = || LinkView {
        href: "#history".to_owned(),
        label: texts.get_args("record-versions-all", &[("n", count.into())]),
    };
    FactView {
        term: texts.get("record-version"),
        text: texts.get_args(words, &[("version", (&texts.numbers.plain(number.into())).into())])
            + if count > 1 { " ·" } else { "" },
        link: (count > 1).then(all),
        ..FactView::default()
    }
}

fn issued_fact(record: &Record) -> FactView {
    let texts = &record.context.texts;
    let term = texts.get("record-issued");
    let Some(shown) = record.shown() else { return FactView { term, ..FactView::default() } };
    let release = |words, id| texts.get_args(words, &[("release", (&texts.numbers.release(id)).into())]);
    let mut text = release("record-issued-release", shown.first.id);
    if shown.last.id != shown.first.id {
        text.push_str(&release("record-issued-unchanged", shown.last.id));
    }
    let day = Some((shown.first.issued_on.to_string(), texts.numbers.date(shown.first.issued_on)));
    FactView { term, day, text, ..FactView::default() }
}

fn coverage_fact(record: &Record) -> FactView {
    let texts = &record.context.texts;
    let term = texts.get("coverage");
    let Some(shown) = record.shown() else { return FactView { term, ..FactView::default() } };
    let coverage = shown.figure.coverage;
    let quarter = quarter_months(texts, coverage.quarter);
    let args = [
        ("answered", u64::from(coverage.answered).into()),
        ("expected", u64::from(coverage.expected).into()),
        ("quarter", (&quarter).into()),
    ];
    FactView { term, text: texts.get_args("record-coverage-of", &args), ..FactView::default() }
}

/// `1 600 (July 2018), 11 490 (17 December 2021)`, once each.
fn reported_fact(record: &Record) -> Option<FactView> {
    let texts = &record.context.texts;
    let said = super::reported::moments(record);
    let values: Vec<String> = said
        .iter()
        .map(|(moment, value)| {
            let (value, date) = (ValueView::said(texts, Some(*value)), texts.numbers.as_of(*moment));
            texts.get_args(
                "record-reported-value",
                &[("value", (&value.text).into()), ("date", (&date).into())],
            )
        })
        .collect();
    let label = values.join(&texts.get("list-separator"));
    (!values.is_empty()).then(|| FactView {
        term: texts.get("record-reported"),
        link: Some(LinkView { href: "#reported".to_owned(), label }),
        ..FactView::default()
    })
}
