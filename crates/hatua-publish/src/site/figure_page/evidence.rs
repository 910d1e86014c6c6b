//! Why a reader may trust a version: its means of verification, its grade of evidence with the share that reaches it, its
//! coverage. What a grade means stands on the page of methods.

use hatua_core::release::Evidence;
use hatua_core::statement::Grade;

use super::record::{Record, Version};
use crate::links;
use crate::site::action_page::quarters::quarter_months;
use crate::site::link::LinkView;
use crate::site::value::ValueView;
use crate::text::{Texts, Words};

/// One reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReasonView {
    /// What it is about.
    pub term: String,
    /// The reason.
    pub words: Words,
}

/// The section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceSection {
    /// Its heading.
    pub heading: String,
    /// The reasons.
    pub reasons: Vec<ReasonView>,
    /// Where the grades are explained.
    pub grades: LinkView,
}

/// A grade with the keys of its letter, its name and its meaning.
pub const GRADES: [(Grade, &str, &str, &str); 4] = [
    (Grade::A, "grade-a", "grade-a-name", "grade-a-means"),
    (Grade::B, "grade-b", "grade-b-name", "grade-b-means"),
    (Grade::C, "grade-c", "grade-c-name", "grade-c-means"),
    (Grade::D, "grade-d", "grade-d-name", "grade-d-means"),
];

/// The key of a grade's letter.
pub fn letter(grade: Grade) -> &'static str {
    match grade {
        Grade::A => "grade-a",
        Grade::B => "grade-b",
        Grade::C => "grade-c",
        Grade::D => "grade-d",
    }
}

/// The reasons of a version.
pub fn evidence(record: &Record, shown: &Version) -> EvidenceSection {
    let texts = &record.context.texts;
    let reason = |term: &str, words: Words| ReasonView { term: texts.get(term), words };
    let own = |what: &str| texts.optional(&format!("figure-{}-{what}", record.indicator.slug));
    let verification = own("evidence").map(|words| reason("trust-verification", one_line(texts, &words)));
    let estimate = record
        .indicator
        .estimate
        .then(|| reason("trust-estimate", Words::here(texts.get("record-estimate"))));
    let heads = shown.figure.head_counts.map(|heads| {
        let value = ValueView::of(texts, shown.figure.value).text;
        let args =
            [("persons", heads.persons.into()), ("value", (&value).into()), ("rows", heads.rows.into())];
        reason("trust-heads", Words::here(texts.get_args("trust-heads-of", &args)))
    });
    let reasons = [
        verification,
        Some(reason("record-evidence", Words::here(grade(texts, shown.figure.evidence)))),
        Some(reason("coverage", Words::here(coverage(record, shown)))),
        heads,
        estimate,
    ];
    EvidenceSection {
        heading: texts.get("trust"),
        reasons: reasons.into_iter().flatten().collect(),
        grades: LinkView {
            href: format!("{}#grades", links::methods(record.context.locale)),
            label: texts.get("trust-grades"),
        },
    }
}

/// Items that stand one a line, as one line.
fn one_line(texts: &Texts, words: &Words) -> Words {
    let lines = words.lines().into_iter().map(|line| line.text).collect::<Vec<_>>();
    Words { text: lines.join(&texts.get("item-separator")), lang: words.lang }
}

/// `Grade B, checked: a second person …. 2 184 of 2 184 counted rows reach it (100 %).`
fn grade(texts: &Texts, evidence: Evidence) -> String {
    let named = GRADES.iter().find(|(grade, ..)| *grade == evidence.grade);
    let (_, letter, name, means) = named.expect("every grade has its words");
    let [letter, name, means] = [letter, name, means].map(|key| texts.get(key));
    let args = [("grade", (&letter).into()), ("name", (&name).into()), ("means", (&means).into())];
    let graded = texts.get_args("trust-grade", &args);
    let counts = [("reaching", evidence.reaching.into()), ("counted", evidence.counted.into())];
    let reaching = texts.get_args("record-reaching", &counts);
    match texts.numbers.share(evidence.reaching, evidence.counted) {
        Some(share) => {
            let args = [("reaching", (&reaching).into()), ("share", (&share).into())];
            format!("{graded} {}", texts.get_args("trust-share", &args))
        }
        None => graded,
    }
}

fn coverage(record: &Record, shown: &Version) -> String {
    let texts = &record.context.texts;
    let coverage = shown.figure.coverage;
    let months = quarter_months(texts, coverage.quarter);
    let args = [
        ("answered", u64::from(coverage.answered).into()),
        ("expected", u64::from(coverage.expected).into()),
    ];
    let partners = texts.get_args("coverage-partners", &args);
    format!("{partners} {}", texts.get_args("coverage-quarter", &[("quarter", (&months).into())]))
}
