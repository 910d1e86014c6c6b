//! Every version that was ever issued: its value, day, release and reason; and the plot of its quarters.

use hatua_core::release::{AsKnown, FigureValue, Release, Restatement};

use super::Drawing;
use super::record::{Record, Version};
use super::reported::plot_direction;
use crate::plot::{VersionBar, VersionsChart, draw_versions};
use crate::site::plots::{PictureView, quarters_picture};
use crate::site::value::ValueView;
use crate::text::Words;

/// One version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionView {
    /// Its name.
    pub name: String,
    /// Where it is; absent for the shown one.
    pub href: Option<String>,
    /// Its value.
    pub value: ValueView,
    /// The day of issue, for programs.
    pub issued_iso: String,
    /// The day of issue.
    pub issued: String,
    /// The release.
    pub release: String,
    /// `Restated`, on a correction.
    pub tag: Option<String>,
    /// The published reason of a correction.
    pub correction: Option<(String, Words)>,
    /// What its data are, what is known today, what replaced it.
    pub why: String,
}

/// The section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryView {
    /// Its heading.
    pub heading: String,
    /// The chart of versions.
    pub chart: Drawing,
    /// How many the newest correction removed.
    pub removed: Option<String>,
    /// The table's caption.
    pub caption: String,
    /// Column headings.
    pub version: String,
    /// The value.
    pub value: String,
    /// Why.
    pub why: String,
    /// The versions, the newest first.
    pub versions: Vec<VersionView>,
    /// The plot of quarters.
    pub picture: Option<PictureView>,
}

/// The section; absent while nothing has been computed.
pub fn history(record: &Record) -> Option<HistoryView> {
    let texts = &record.context.texts;
    let shown = record.shown()?;
    let newest = record.versions.last()?;
    let current = newest.last.figure(record.indicator.code.as_str()).unwrap_or(newest.figure);
    Some(HistoryView {
        heading: texts.get("record-history"),
        chart: chart(record),
        removed: removed(record),
        caption: texts.get("record-history-caption"),
        version: texts.get("record-history-version"),
        value: texts.get("record-history-value"),
        why: texts.get("record-history-why"),
        versions: (0..record.versions.len())
            .rev()
            .map(|at| version_view(record, at, &current.as_known))
            .collect(),
        picture: quarters_picture(&record.edition.of, shown.last, shown.figure, texts),
    })
}

fn name(record: &Record, version: &Version) -> String {
    let number = record.context.texts.numbers.plain(version.number.into());
    record.context.texts.get_args("record-v", &[("version", (&number).into())])
}

fn chart(record: &Record) -> Drawing {
    let texts = &record.context.texts;
    let bars: Vec<VersionBar> = record
        .versions
        .iter()
        .enumerate()
        .map(|(at, version)| VersionBar {
            name: name(record, version),
            value: version.figure.value.number(),
            shown: ValueView::of(texts, version.figure.value).text,
            corrected_to: correction_of(record, at).and_then(|next| next.figure.value.number()),
        })
        .collect();
    let values =
        bars.iter().map(|bar| bar.shown.clone()).collect::<Vec<_>>().join(&texts.get("list-separator"));
    Drawing(draw_versions(&VersionsChart {
        direction: plot_direction(record),
        label: texts.get_args("record-history-label", &[("values", (&values).into())]),
        bars,
    }))
}

/// The version after this one, where it corrects it.
fn correction_of<'r, 'a>(record: &'r Record<'a>, at: usize) -> Option<&'r Version<'a>> {
    let version = &record.versions[at];
    record.versions.get(at + 1).filter(|next| {
        next.figure.restatement.as_ref().is_some_and(|restated| restated.previous_version == version.number)
    })
}

/// What the newest correction that removed something removed.
fn removed(record: &Record) -> Option<String> {
    let texts = &record.context.texts;
    (0..record.versions.len()).rev().find_map(|at| {
        let was = i64::try_from(record.versions[at].figure.value.number()?).ok()?;
        let difference = correction_of(record, at)?.figure.value.more_than(was)?;
        (difference < 0).then(|| texts.get_args("record-removed", &[("n", difference.unsigned_abs().into())]))
    })
}

fn version_view(record: &Record, at: usize, as_known: &[AsKnown]) -> VersionView {
    let texts = &record.context.texts;
    let version = &record.versions[at];
    let is_shown = record.shown().is_some_and(|shown| shown.number == version.number);
    let release = record.edition.release_name(version.first);
    let is_restated = version.figure.restatement.is_some();
    VersionView {
        name: name(record, version),
        href: (!is_shown).then(|| record.version_path(version.number)),
        value: ValueView::of(texts, version.figure.value),
        issued_iso: version.first.issued_on.to_string(),
        issued: texts.numbers.date(version.first.issued_on),
        release,
        tag: is_restated.then(|| texts.get("record-restated-tag")),
        correction: version
            .figure
            .restatement
            .as_ref()
            .map(|restatement| (texts.get("record-correction"), reason(record, version, restatement))),
        why: why(record, at, as_known),
    }
}

fn reason(record: &Record, version: &Version, restatement: &Restatement) -> Words {
    record.context.texts.reason(record.edition.programme(), version.figure, &restatement.reason)
}

fn why(record: &Record, at: usize, as_known: &[AsKnown]) -> String {
    let texts = &record.context.texts;
    let version = &record.versions[at];
    let mut sentences = Vec::new();
    let data_to = texts.numbers.date(version.first.data_to);
    let before = at.checked_sub(1).map(|before| &record.versions[before]);
    if version.figure.restatement.is_none() {
        sentences.push(texts.get_args("record-data-up-to", &[("date", (&data_to).into())]));
        if before.is_some_and(|before| before.figure.value == version.figure.value) {
            sentences.push(texts.get("record-same-value"));
        }
    }
    if at == 0 {
        sentences.push(texts.get("record-first"));
    }
    match correction_of(record, at) {
        Some(next) => {
            let number = texts.numbers.plain(next.number.into());
            sentences.push(texts.get_args("record-replaced-by", &[("version", (&number).into())]));
        }
        None => sentences.extend(known_today(record, version.last, as_known)),
    }
    sentences.join(" ")
}

/// The correction since which an earlier release is known to have said something else: the version before it, issued
/// after that release, still agreed with it.
fn corrected_by<'r, 'a>(record: &'r Record<'a>, known: &AsKnown) -> Option<&'r Version<'a>> {
    let knew = |version: &Version| {
        let earlier = version.figure.as_known.iter().find(|earlier| earlier.release == known.release);
        earlier.map_or(known.said, |earlier| earlier.known)
    };
    let is_it = |before: &Version, after: &Version| {
        before.first.id > known.release && knew(before) == known.said && knew(after) == known.known
    };
    let mut pairs = record.versions.windows(2);
    let [_, after] = pairs.find(|pair| is_it(&pair[0], &pair[1]))? else { return None };
    after.figure.restatement.is_some().then_some(after)
}

/// What the release would say today, where that is something else.
pub fn known_today(record: &Record, release: &Release, as_known: &[AsKnown]) -> Option<String> {
    let texts = &record.context.texts;
    let known = as_known.iter().find(|known| known.release == release.id)?;
    let difference = FigureValue::Published(known.known).more_than(i64::try_from(known.said).ok()?)?;
    let (shown, difference) = (texts.numbers.grouped(known.known), texts.numbers.difference(difference));
    let mut args = vec![("known", (&shown).into()), ("difference", (&difference).into())];
    let Some(correction) = corrected_by(record, known) else {
        return Some(texts.get_args("record-as-known", &args));
    };
    let version = texts.numbers.plain(correction.number.into());
    args.push(("version", (&version).into()));
    Some(texts.get_args("record-as-known-since", &args))
}
