//! From record to figure: what remains after each stage of the counting rule, what was left out there, and why. And who
//! signed.

use hatua_core::access::Role;
use hatua_core::release::{Amounts, Stage, StageKind};
use jiff::tz::{TimeZone, TimeZoneDatabase};

use super::record::{Record, Version};
use crate::site::action_page::trust::left_out_words;
use crate::site::value::bar_width;

/// One stage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageView {
    /// Its name.
    pub name: String,
    /// What remains.
    pub remaining: String,
    /// The length of the bar.
    pub width: String,
    /// The class of the bar: the last one is the figure.
    pub class: &'static str,
    /// What was left out, with its sign.
    pub left_out: String,
    /// Why.
    pub why: String,
}

/// The section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainView {
    /// Its heading.
    pub heading: String,
    /// Column headings.
    pub stage: String,
    /// What remains.
    pub remaining: String,
    /// What was left out.
    pub left_out: String,
    /// Why.
    pub why: String,
    /// The stages, from received rows to the figure.
    pub stages: Vec<StageView>,
    /// Who signed; absent where the release holds no signature.
    pub signed: Option<String>,
}

/// The chain of a version.
pub fn chain(record: &Record, shown: &Version) -> ChainView {
    let texts = &record.context.texts;
    let longest = shown.figure.chain.iter().map(|stage| stage.remaining).max().unwrap_or(0);
    let last = shown.figure.chain.len().saturating_sub(1);
    let stages = shown.figure.chain.iter().enumerate();
    ChainView {
        heading: texts.get("record-chain"),
        stage: texts.get("record-stage"),
        remaining: texts.get("record-remaining"),
        left_out: texts.get("record-left-out"),
        why: texts.get("record-why"),
        stages: stages.map(|(index, stage)| stage_view(record, stage, (longest, index == last))).collect(),
        signed: signed(record, shown),
    }
}

fn stage_view(record: &Record, stage: &Stage, (longest, is_last): (u64, bool)) -> StageView {
    let texts = &record.context.texts;
    let figure = record.edition.figure_text(record.indicator, "short");
    let name = match stage.stage {
        StageKind::Received => texts.get("stage-received"),
        StageKind::Verified => texts.get("stage-verified"),
        StageKind::OncePerPartner => {
            texts.get_args("stage-once-per-partner", &[("figure", (&figure).into())])
        }
        StageKind::OnceInProgramme => {
            texts.get_args("stage-once-in-programme", &[("figure", (&figure).into())])
        }
        StageKind::Amounts => texts.get("stage-amounts"),
    };
    let reasons = stage
        .left_out
        .iter()
        .map(|(reason, n)| texts.get_args(left_out_words(*reason), &[("n", (*n).into())]));
    let replaced = stage.amounts.map(|Amounts { rows, amount }| {
        let amount = texts.numbers.grouped(amount);
        texts.get_args("record-amounts", &[("rows", rows.into()), ("amount", (&amount).into())])
    });
    let left_out = i64::try_from(stage.left_out_in_all()).expect("a count of records is far below 2^63");
    StageView {
        name,
        remaining: texts.numbers.grouped(stage.remaining),
        width: bar_width(stage.remaining, longest),
        class: if is_last { "f1" } else { "f2" },
        left_out: texts.numbers.difference(-left_out),
        why: match replaced {
            Some(replaced) => replaced,
            None if stage.left_out.is_empty() => texts.get("record-nothing-left-out"),
            None => reasons.collect::<Vec<_>>().join(&texts.get("list-separator")),
        },
    }
}

fn signed(record: &Record, shown: &Version) -> Option<String> {
    let texts = &record.context.texts;
    let zone = time_zone(&record.edition.of.programme.time_zone);
    let signatures: Vec<String> = shown
        .first
        .signatures
        .iter()
        .map(|signature| {
            let words = match signature.role {
                Role::ConsortiumLead => "record-signed-consortium-lead",
                Role::Verifier => "record-signed-verifier",
                Role::FieldOfficer
                | Role::PartnerMe
                | Role::ProgrammeManager
                | Role::MinistryCounterpart
                | Role::Caseworker
                | Role::Auditor
                | Role::Administrator => "record-signed-other",
            };
            let date = texts.numbers.date(zone.to_datetime(signature.at).date());
            texts.get_args(words, &[("date", (&date).into())])
        })
        .collect();
    let signatures = signatures.join(&texts.get("record-and"));
    (!signatures.is_empty()).then(|| texts.get_args("record-signed", &[("signatures", (&signatures).into())]))
}

/// A time zone as it is compiled in; UTC for a name that is none.
fn time_zone(name: &str) -> TimeZone {
    TimeZoneDatabase::bundled().get(name).unwrap_or(TimeZone::UTC)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_after_midnight_is_of_the_programmes_own_day() {
        let at: jiff::Timestamp = "2018-07-26T22:30:00Z".parse().unwrap();
        assert_eq!(time_zone("Africa/Maseru").to_datetime(at).date(), jiff::civil::date(2018, 7, 27));
        assert_eq!(time_zone("Nowhere").to_datetime(at).date(), jiff::civil::date(2018, 7, 26));
    }
}
