//! A package after another: which changes of a rule an issued figure forbids, and what a new definition asks of the next
//! release.

use std::collections::BTreeMap;

use hatua_core::id::{FigureSlug, IndicatorCode, RegisterName};
use hatua_core::programme::succession::contradictions;
use hatua_core::programme::{Attribute, DimensionCodes, Indicator, Measure, Programme, RemovedFigure, read};
use hatua_core::record::Facts;
use hatua_core::release::{Draft, DraftRequest, FigureValue, Release, draft};
use jiff::civil::date;

use crate::folder;

fn programme() -> Programme {
    read(&folder::school_meals()).unwrap()
}

fn fed(programme: &mut Programme) -> &mut Indicator {
    &mut programme.indicators[0]
}

/// The figures of a first release without records, as if they had been `value`.
fn issued(programme: &Programme, value: u64) -> Release {
    let request = DraftRequest {
        id: "R1.1".to_owned().try_into().unwrap(),
        data_to: date(2024, 6, 30),
        reasons: BTreeMap::new(),
    };
    let draft = draft(programme, &Facts::default(), &request).unwrap();
    let mut release = serde_json::to_value(&draft).unwrap();
    release["issued_on"] = "2024-07-20".into();
    release["signatures"] = serde_json::json!([]);
    let mut release: Release = serde_json::from_value(release).unwrap();
    for figure in &mut release.figures {
        figure.value = FigureValue::Published(value);
    }
    release
}

/// What is said about a package in which this was changed after a release.
fn said(change: impl FnOnce(&mut Programme)) -> Vec<String> {
    let before = programme();
    let release = issued(&before, 0);
    let mut next = before.clone();
    change(&mut next);
    contradictions(&[(&release, &before)], &next).iter().map(ToString::to_string).collect()
}

#[test]
fn an_issued_figure_keeps_its_rule_as_long_as_it_keeps_its_definition() {
    type Change = fn(&mut Programme);
    let changes: [(&str, Change); 8] = [
        ("`unit` differs", |next| fed(next).unit = "child".into()),
        ("`measure` differs", |next| fed(next).measure = Measure::Cases),
        ("`from` differs", |next| fed(next).from[0].register = RegisterName::new("delivery").unwrap()),
        ("`where` differs", |next| fed(next).from[0].condition = None),
        ("`by` differs", |next| drop(fed(next).by.pop())),
        ("`attribute` differs", |next| {
            let rule = fed(next);
            rule.attribute = match rule.attribute {
                Attribute::First => Attribute::Record,
                Attribute::Record => Attribute::First,
            };
        }),
        ("the bands of `age` differs", |next| {
            let DimensionCodes::Bands(bands) = &mut next.dimensions[2].codes else { panic!("age has bands") };
            let bands = bands.get_mut(&FigureSlug::new("pupils-fed").unwrap()).unwrap();
            bands[1].from += 1;
        }),
        ("the bands of `age` differs", |next| {
            next.dimensions[2].columns = vec![hatua_core::id::ColumnName::new("meals").unwrap()];
        }),
    ];
    for (expected, change) in changes {
        let found = said(change);
        let words =
            format!("`pupils-fed` keeps the definition v1 of release R1.1 with another rule: {expected}");
        assert_eq!(found, [words]);
    }
}

#[test]
fn everything_that_differs_is_named_and_each_figure_once() {
    let found = said(|next| {
        fed(next).measure = Measure::Cases;
        fed(next).by.pop();
        next.indicators[2].measure = Measure::Distinct;
    });
    assert_eq!(found.len(), 2);
    assert!(found[0].ends_with("another rule: `measure`, `by` differ"), "{}", found[0]);
    assert!(found[1].starts_with("`late-deliveries`"), "{}", found[1]);
}

#[test]
fn a_rule_may_change_under_a_new_definition_and_words_may_change_under_the_old_one() {
    let new_definition = said(|next| {
        fed(next).definition = "v2".into();
        fed(next).measure = Measure::Cases;
    });
    assert_eq!(new_definition, [""; 0]);
    let words = said(|next| {
        fed(next).rule_text.push_str("# a comment");
        fed(next).estimate = true;
        next.texts.clear();
        next.statements.clear();
        let DimensionCodes::Listed(districts) = &mut next.dimensions[0].codes else { panic!("a list") };
        districts.push("VR-W".into());
    });
    assert_eq!(words, [""; 0]);
}

#[test]
fn an_old_definition_does_not_come_back_with_another_rule() {
    let first = programme();
    let mut second = first.clone();
    fed(&mut second).definition = "v2".into();
    let (release, later) = (issued(&first, 0), issued(&second, 0));
    let mut third = first.clone();
    fed(&mut third).measure = Measure::Cases;
    assert_eq!(contradictions(&[(&later, &second)], &third), []);
    assert_eq!(contradictions(&[(&release, &first), (&later, &second)], &third).len(), 1);
}

#[test]
fn an_issued_figure_does_not_vanish_without_a_word() {
    let gone = |next: &mut Programme| drop(next.indicators.remove(0));
    let missing = "`pupils-fed` (1.1), a figure of release R1.1, is missing under this slug and code";
    assert_eq!(said(gone), [missing]);
    let recoded = said(|next| {
        fed(next).code = IndicatorCode::new("1.9").unwrap();
        fed(next).definition = "v2".into();
    });
    assert_eq!(recoded, [missing]);
    let removed = said(|next| {
        gone(next);
        let slug = FigureSlug::new("pupils-fed").unwrap();
        next.removed.push(RemovedFigure { slug, removed_on: date(2024, 8, 1), instead: None });
    });
    assert_eq!(removed, [""; 0]);
}

/// The draft of the next release under the definition v2 of the first figure, whose value was `before` and is now 0.
fn next_draft(before: u64, reason: Option<&str>) -> Result<Draft, String> {
    let mut programme = programme();
    let mut facts = Facts::default();
    facts.releases.push(issued(&programme, before));
    fed(&mut programme).definition = "v2".into();
    let others = ["meals-served", "late-deliveries"].map(|slug| (slug, "No deliveries are left."));
    let reasons = others.into_iter().chain(reason.map(|reason| ("pupils-fed", reason)));
    let request = DraftRequest {
        id: "R2.1".to_owned().try_into().unwrap(),
        data_to: date(2024, 9, 30),
        reasons: reasons.map(|(slug, reason)| (FigureSlug::new(slug).unwrap(), reason.to_owned())).collect(),
    };
    draft(&programme, &facts, &request).map_err(|error| error.to_string())
}

#[test]
fn a_value_under_a_new_definition_is_restated_with_a_reason_whichever_way_it_moves() {
    for before in [0, 7] {
        assert_eq!(
            next_draft(before, None),
            Err("the definition of `pupils-fed` goes from v1 to v2: give the reason, it will be published"
                .into())
        );
        let draft = next_draft(before, Some("Half a meal counts.")).unwrap();
        let figure = &draft.figures()[0];
        let restatement = figure.restatement.as_ref().unwrap();
        assert_eq!((figure.version, restatement.previous_version), (2, 1));
        assert_eq!(restatement.previous, FigureValue::Published(before));
        assert_eq!(restatement.reason, "Half a meal counts.");
    }
}

#[test]
fn what_was_said_by_another_definition_is_not_compared_with_what_is_known_now() {
    let draft = next_draft(7, Some("Half a meal counts.")).unwrap();
    assert_eq!(draft.figures()[0].as_known, []);
    assert_eq!(draft.figures()[1].as_known.len(), 1, "7 was said by the same definition, 0 is known");
}
