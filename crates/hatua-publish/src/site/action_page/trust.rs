//! Can I trust this? Who reported and when, how many rows were checked, which numbers changed.

use hatua_core::count::report_tally;
use hatua_core::period::Quarter;
use hatua_core::release::{FigureValue, LeftOutReason, PartnerReports, Release, ReportState, StageKind};

use crate::links;
use crate::site::action_page::edition::Edition;
use crate::site::action_page::quarters::quarter_months;
use crate::site::link::LinkView;
use crate::site::value::{ValueView, bar_width};
use crate::text::Words;

/// A large statement with its sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactView {
    /// What it is about.
    pub heading: String,
    /// `6 of 7 partners`.
    pub fact: String,
    /// The share as a bar.
    pub width: Option<String>,
    /// The rest of the sentence.
    pub sentence: String,
}

/// One number that a release corrected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CorrectionView {
    /// `“People trained” is 1 600, was 1 643.`
    pub sentence: String,
    /// The published reason.
    pub reason: Words,
    /// The figure's record.
    pub link: LinkView,
}

/// The corrections of the release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CorrectionsView {
    /// `Changes in release 4.2`.
    pub heading: String,
    /// The corrections.
    pub corrections: Vec<CorrectionView>,
    /// That there is none.
    pub none: Option<String>,
}

/// One cell of the table of reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportView {
    /// The class that colours it; its words say the same.
    pub class: Option<&'static str>,
    /// Days, `nil`, `[x]` or `[z]`.
    pub value: ValueView,
}

/// A year above its quarters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearView {
    /// The year.
    pub year: String,
    /// How many quarters stand below it.
    pub quarters: usize,
}

/// Who reported, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportsView {
    /// What the table shows.
    pub caption: String,
    /// The years.
    pub years: Vec<YearView>,
    /// The quarters.
    pub quarters: Vec<String>,
    /// A partner and its reports.
    pub partners: Vec<(Words, Vec<ReportView>)>,
    /// What the shorthands and colours mean.
    pub key: ReportKey,
    /// In a demonstration: that the partners are invented.
    pub invented: Option<String>,
}

/// The words below the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportKey {
    /// When a report is due.
    pub due: String,
    /// What a late one looks like.
    pub late: String,
    /// `nil`.
    pub nil: String,
    /// What it means.
    pub nil_means: String,
    /// What `[x]` means.
    pub missing: String,
}

/// The section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrustView {
    /// How figures come about, in one sentence.
    pub introduction: String,
    /// Coverage, checked rows.
    pub facts: Vec<FactView>,
    /// What the release corrected.
    pub corrections: CorrectionsView,
    /// Who reported when.
    pub reports: Option<ReportsView>,
}

/// The section; absent while nothing is computed.
#[must_use]
pub fn trust(edition: &Edition) -> Option<TrustView> {
    let release = edition.release?;
    let demonstration = edition.programme().demonstration;
    let introduction = if demonstration { "trust-intro-demonstration" } else { "trust-intro" };
    Some(TrustView {
        introduction: edition.context.texts.get(introduction),
        facts: [coverage(edition), checked(edition)].into_iter().flatten().collect(),
        corrections: corrections(edition, release),
        reports: reports(edition, release),
    })
}

fn coverage(edition: &Edition) -> Option<FactView> {
    let texts = &edition.context.texts;
    let coverage = edition.featured()?.1.coverage;
    let months = quarter_months(texts, coverage.quarter);
    let args = [
        ("answered", u64::from(coverage.answered).into()),
        ("expected", u64::from(coverage.expected).into()),
    ];
    Some(FactView {
        heading: texts.get("coverage"),
        fact: texts.get_args("coverage-partners", &args),
        width: None,
        sentence: texts.get_args("coverage-quarter", &[("quarter", (&months).into())]),
    })
}

/// Rows of the featured figure: received, verified, and why the others do not count.
fn checked(edition: &Edition) -> Option<FactView> {
    let texts = &edition.context.texts;
    let (indicator, figure) = edition.featured()?;
    let stage = |kind| figure.chain.iter().find(|stage| stage.stage == kind);
    let (received, verified) = (stage(StageKind::Received)?, stage(StageKind::Verified)?);
    let left_out: Vec<String> = verified
        .left_out
        .iter()
        .map(|(reason, rows)| texts.get_args(left_out_words(*reason), &[("n", (*rows).into())]))
        .collect();
    let short = edition.figure_text(indicator, "short");
    let left_out = left_out.join(&texts.get("list-separator"));
    let sentence = if left_out.is_empty() { "checked-all" } else { "checked-rows" };
    let args = [("checked", verified.remaining.into()), ("received", received.remaining.into())];
    Some(FactView {
        heading: texts.get("checked"),
        fact: texts.get_args("checked-of", &args),
        width: Some(bar_width(verified.remaining, received.remaining)),
        sentence: texts.get_args(sentence, &[("figure", (&short).into()), ("rest", (&left_out).into())]),
    })
}

/// The key of the words for a reason with its number of records.
#[must_use]
pub fn left_out_words(reason: LeftOutReason) -> &'static str {
    match reason {
        LeftOutReason::Pending => "left-out-pending",
        LeftOutReason::Withdrawn => "left-out-withdrawn",
        LeftOutReason::Returned => "left-out-returned",
        LeftOutReason::RefersToNothing => "left-out-refers-to-nothing",
        LeftOutReason::OutOfPeriod => "left-out-out-of-period",
        LeftOutReason::Rule => "left-out-rule",
        LeftOutReason::SameUnitSamePartner => "left-out-same-partner",
        LeftOutReason::SameUnitOtherPartner => "left-out-other-partner",
    }
}

fn corrections(edition: &Edition, release: &Release) -> CorrectionsView {
    let texts = &edition.context.texts;
    let name = edition.release_name(release);
    let corrections = corrections_of(edition, release);
    CorrectionsView {
        heading: texts.get_args("corrections", &[("release", (&name).into())]),
        none: corrections.is_empty().then(|| texts.get("corrections-none")),
        corrections,
    }
}

/// What a release corrected, each with its reason.
#[must_use]
pub fn corrections_of(edition: &Edition, release: &Release) -> Vec<CorrectionView> {
    let texts = &edition.context.texts;
    let (locale, id) = (edition.context.locale, &edition.programme().id);
    let correction = |figure: &hatua_core::release::ReleasedFigure| {
        let restatement = figure.restatement.as_ref()?;
        let name = texts.own(&crate::text::key("figure", &format!("{}-short", figure.slug)));
        let written = |value: FigureValue| edition.value(value).text;
        let (value, was) = (written(figure.value), written(restatement.previous));
        let args = [("figure", (&name).into()), ("value", (&value).into()), ("was", (&was).into())];
        Some(CorrectionView {
            sentence: texts.get_args("correction", &args),
            reason: texts.reason(edition.programme(), figure, &restatement.reason),
            link: LinkView {
                href: links::figure_version(locale, id, &figure.slug, figure.version),
                label: texts.get("correction-see"),
            },
        })
    };
    release.figures.iter().filter_map(correction).collect()
}

fn reports(edition: &Edition, release: &Release) -> Option<ReportsView> {
    let texts = &edition.context.texts;
    let quarters: Vec<Quarter> =
        release.reports.first()?.quarters.iter().map(|(quarter, _)| *quarter).collect();
    let due_day = edition.programme().reports.due_day;
    let partner = |reports: &PartnerReports| {
        let organisation = edition.programme().organisations.iter().find(|o| o.code == reports.partner);
        let name =
            organisation.map_or_else(|| Words::here(reports.partner.to_string()), |o| edition.name(&o.name));
        let cells = quarters.iter().map(|quarter| {
            let state = reports.quarters.iter().find(|(of, _)| of == quarter).map(|(_, state)| *state);
            report(edition, state.unwrap_or(ReportState::NotExpected), due_day)
        });
        (name, cells.collect())
    };
    Some(ReportsView {
        caption: texts.get("reports-caption"),
        years: years(edition, &quarters),
        quarters: quarters
            .iter()
            .map(|quarter| {
                texts.get_args(
                    "quarter-short",
                    &[("number", (&texts.numbers.plain(quarter.number().into())).into())],
                )
            })
            .collect(),
        partners: release.reports.iter().map(partner).collect(),
        key: report_key(edition, release),
        invented: edition.programme().demonstration.then(|| texts.get("reports-invented")),
    })
}

/// What the table's shorthands mean, with how many there are of each.
fn report_key(edition: &Edition, release: &Release) -> ReportKey {
    let texts = &edition.context.texts;
    let due_day = edition.programme().reports.due_day;
    let tally = report_tally(&release.reports, due_day);
    let due = texts.numbers.plain(due_day.into());
    let args = [("day", (&due).into()), ("n", tally.on_time.into()), ("expected", tally.expected().into())];
    ReportKey {
        due: texts.get_args("reports-due", &args),
        late: texts.get_args("reports-late", &[("n", tally.late.into())]),
        nil: texts.get("nil"),
        nil_means: texts.get_args("reports-nil", &[("n", tally.nil.into())]),
        missing: texts.get_args("reports-missing", &[("n", tally.missing.into())]),
    }
}

fn years(edition: &Edition, quarters: &[Quarter]) -> Vec<YearView> {
    quarters
        .chunk_by(|left, right| left.year() == right.year())
        .map(|year| YearView {
            year: edition.context.texts.numbers.plain(year[0].year().into()),
            quarters: year.len(),
        })
        .collect()
}

fn report(edition: &Edition, state: ReportState, due_day: u8) -> ReportView {
    let texts = &edition.context.texts;
    let days = |days: i32| ValueView::number(texts.numbers.plain(days.into()));
    match state {
        ReportState::Received(day) => {
            ReportView { class: state.is_late(due_day).then_some("lt"), value: days(day) }
        }
        ReportState::Nil(_) => ReportView { class: Some("nl"), value: ValueView::number(texts.get("nil")) },
        ReportState::NotReported => {
            ReportView { class: Some("nr"), value: edition.value(FigureValue::NotReported) }
        }
        ReportState::NotExpected => {
            ReportView { class: None, value: edition.value(FigureValue::NotApplicable) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use hatua_core::programme::Locale;

    fn view() -> TrustView {
        fixture::with_edition(&fixture::programme(), &fixture::releases(), Locale::En, trust).unwrap()
    }

    #[test]
    fn coverage_and_checked_rows_are_those_of_the_release() {
        let [coverage, checked] = &view().facts[..] else { panic!("two facts") };
        assert_eq!(coverage.fact, "1 of 2 partners");
        assert!(coverage.sentence.starts_with("reported for April to June 2018."));
        assert_eq!(checked.fact, "2\u{202f}184 of 2\u{202f}287");
        assert!(checked.sentence.contains("70 wait to be checked, 33 withdrawn"), "{}", checked.sentence);
    }

    #[test]
    fn a_correction_names_the_old_value_and_the_reason() {
        let corrections = view().corrections;
        assert_eq!(
            corrections.corrections[0].sentence,
            "“People trained” is 1\u{202f}600, was 1\u{202f}643."
        );
        assert_eq!(corrections.corrections[0].link.href, "/f/wells/trained/v2");
        assert_eq!(corrections.none, None);
    }

    #[test]
    fn a_late_report_a_nil_one_and_a_missing_one_look_different() {
        let reports = view().reports.unwrap();
        let cells: Vec<_> = reports.partners.iter().flat_map(|(_, cells)| cells).collect();
        let shown: Vec<_> = cells.iter().map(|cell| (cell.value.text.as_str(), cell.class)).collect();
        assert_eq!(shown, [("8", None), ("14", Some("lt")), ("nil", Some("nl")), ("[x]", Some("nr"))]);
        let key = &reports.key;
        assert_eq!(
            [&key.due, &key.late, &key.nil_means, &key.missing],
            ["Due on day 10; 1 of 4 on time", "late: 1", "reported, nothing to count: 1", "not reported: 1"]
        );
        assert_eq!(reports.years, [YearView { year: "2018".into(), quarters: 2 }]);
    }

    #[test]
    fn nothing_computed_is_nothing_to_trust() {
        assert_eq!(fixture::with_edition(&fixture::programme(), &[], Locale::En, trust), None);
    }
}
