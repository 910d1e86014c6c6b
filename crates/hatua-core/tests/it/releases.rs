//! Releases: numbers and periods, restatements, versions, signatures.

use hatua_core::release::{Draft, Release, diff};
use serde_json::Value as Json;

use crate::golden::{check, check_refused};
use crate::story::{Story, open_programme};

const TWO_ISSUED: &str = "fed 2024-01-10 VR-N NORTH Ami row=a
                          fed 2024-01-11 VR-N SOUTH Amy row=b
                          issued R1.1 2024-06-30";

#[test]
fn releases_follow_one_another_without_a_gap() {
    check_refused("draft R1.2 2024-06-30", "the next one is R1.1");
    check_refused("draft R2.1 2024-06-30", "the next one is R1.1");
    for wrong in ["R1.1", "R1.3", "R2.2", "R3.1"] {
        let lines = format!("issued R1.1 2024-06-30\ndraft {wrong} 2024-06-30");
        check_refused(&lines, "the next one is R2.1, or the revision R1.2");
    }
}

#[test]
fn a_revision_keeps_the_period_and_a_new_release_goes_on() {
    check_refused("issued R1.1 2024-06-30\ndraft R1.2 2024-09-30", "covers facts up to 2024-06-30");
    check_refused("issued R1.1 2024-06-30\ndraft R2.1 2024-06-30", "covers facts after 2024-06-30");
    check("issued R1.1 2024-06-30\nissued R1.2 2024-06-30\ndraft R2.1 2024-07-01", "pupils-fed = 0");
}

#[test]
fn a_revision_with_another_value_needs_a_reason_which_is_published() {
    let merged = format!("{TWO_ISSUED}\nsame NORTH/Ami SOUTH/Amy");
    check_refused(
        &format!("{merged}\ndraft R1.2 2024-06-30"),
        "`pupils-fed` goes from 2 to 1 without new facts",
    );
    check(
        &format!("{merged}\nreason pupils-fed Two lists named one child.\ndraft R1.2 2024-06-30"),
        "pupils-fed = 1
         pupils-fed version 2
         pupils-fed was 2 in version 1: Two lists named one child.
         pupils-fed R1.1 said 2 knows 1
         no meals-served was",
    );
    let late = format!("{TWO_ISSUED}\nfed 2024-05-10 VR-N NORTH Bo\ndraft R1.2 2024-06-30");
    check_refused(&late, "goes from 2 to 3");
}

#[test]
fn a_value_that_falls_needs_a_reason_also_in_a_new_release() {
    let fallen = format!("{TWO_ISSUED}\nwithdrawn a\nwithdrawn b\nfed 2024-09-10 VR-N NORTH Bo");
    check_refused(&format!("{fallen}\ndraft R2.1 2024-12-31"), "goes from 2 to 1");
    check(
        &format!("{fallen}\nreason pupils-fed A list was wrong.\ndraft R2.1 2024-12-31"),
        "pupils-fed was 2 in version 1: A list was wrong.\npupils-fed R1.1 said 2 knows 0",
    );
}

#[test]
fn a_value_that_rises_with_a_new_period_is_no_restatement() {
    check(
        &format!(
            "{TWO_ISSUED}\nwithdrawn a\nfed 2024-09-10 VR-N NORTH Bo\nfed 2024-09-10 VR-N NORTH Cleo\ndraft R2.1 2024-12-31"
        ),
        "pupils-fed = 3
         pupils-fed version 2
         no pupils-fed was
         pupils-fed R1.1 said 2 knows 1",
    );
}

#[test]
fn a_reason_is_not_empty() {
    check_refused(&format!("{TWO_ISSUED}\nreason pupils-fed\ndraft R1.2 2024-06-30"), "1 to 500 characters");
}

#[test]
fn a_figure_has_a_new_version_when_its_value_or_a_shown_table_changes() {
    check(&format!("{TWO_ISSUED}\ndraft R1.2 2024-06-30"), "pupils-fed version 1\nmeals-served version 1");
    check(
        &format!("{TWO_ISSUED}\nchanged a district=VR-S\nverified a\ndraft R1.2 2024-06-30"),
        "pupils-fed = 2
         pupils-fed by district: VR-N 1, VR-S 1
         pupils-fed version 2
         no pupils-fed was
         meals-served version 1",
    );
}

#[test]
fn a_figure_has_a_new_version_when_its_definition_changes() {
    let mut story = Story::told(open_programme(), TWO_ISSUED);
    story.programme.indicators[0].definition = "v2".to_owned();
    story.tell("reason pupils-fed Meals at home are counted too").unwrap();
    story.tell("draft R1.2 2024-06-30").unwrap();
    let versions: Vec<u32> = story.last_draft().figures().iter().map(|figure| figure.version).collect();
    assert_eq!(versions, [2, 1, 1]);
}

#[test]
fn more_records_of_the_same_units_make_no_version() {
    check(
        &format!("{TWO_ISSUED}\nfed 2024-05-10 VR-N NORTH Ami\ndraft R1.2 2024-06-30"),
        "pupils-fed records 3\npupils-fed version 1",
    );
}

#[test]
fn an_issued_release_stays_as_it_was_and_the_difference_has_its_reason() {
    let mut story = Story::told(open_programme(), TWO_ISSUED);
    let first = story.facts.releases[0].clone();
    for line in ["same NORTH/Ami SOUTH/Amy", "reason pupils-fed One child.", "issued R1.2 2024-06-30"] {
        story.tell(line).unwrap();
    }
    let [before, after] = story.facts.releases.as_slice() else { panic!("two releases were issued") };
    assert_eq!(before, &first);
    let changes = diff(before, after);
    assert_eq!(changes.len(), 1);
    assert_eq!((changes[0].slug.as_str(), changes[0].difference), ("pupils-fed", Some(-1)));
    assert_eq!((changes[0].version_before, changes[0].version_after), (Some(1), Some(2)));
    assert_eq!(changes[0].reason.as_deref(), Some("One child."));
    assert_eq!(diff(before, before), []);
}

const DRAFTED: &str = "fed 2024-01-10 VR-N NORTH Ami
                       draft R1.1 2024-06-30";

fn check_signatures_refused(lines: &str, words: &str) {
    check_refused(&format!("{DRAFTED}\n{lines}"), words);
}

#[test]
fn the_lead_signs_first_and_then_a_verifier_of_another_organisation() {
    let story = Story::told(open_programme(), &format!("{DRAFTED}\nsigned lead\nsigned auditor\nissue"));
    let release = &story.facts.releases[0];
    let organisations: Vec<_> = release.signatures.iter().map(|signature| &*signature.organisation).collect();
    assert_eq!(organisations, ["Kitchens of the North", "Court of Audit"]);
    check_signatures_refused("signed auditor", "the consortium's lead signs first");
    check_signatures_refused("signed lead\nsigned insider", "both users belong to Kitchens of the North");
}

#[test]
fn nobody_else_signs_and_nobody_signs_twice() {
    check_signatures_refused("signed donor", "this user is neither");
    check_signatures_refused("signed nobody", "this user is neither");
    check_signatures_refused("signed lead\nsigned lead", "signed in this role already");
    check_signatures_refused("signed lead\nsigned deputy", "signed in this role already");
    check_signatures_refused("signed lead\nsigned auditor\nsigned auditor", "signed in this role already");
}

#[test]
fn only_two_signatures_issue() {
    check_signatures_refused("issue", "0 of 2 signatures");
    check_signatures_refused("signed lead\nissue", "1 of 2 signatures");
}

#[test]
fn a_signature_does_not_cover_a_draft_that_says_something_else() {
    let lines = "signed lead
                 fed 2024-02-10 VR-N NORTH Bo
                 draft R1.1 2024-06-30";
    check_signatures_refused(&format!("{lines}\nsigned auditor"), "the consortium's lead signs first");
    check_signatures_refused(&format!("{lines}\nissue"), "0 of 2 signatures");
}

#[test]
fn who_entered_or_checked_a_record_of_the_first_release_does_not_sign_it() {
    let words = "entered or checked 1 of the records behind a changed figure";
    check_refused(
        "fed 2024-01-10 VR-N NORTH Ami by=lead
         draft R1.1 2024-06-30
         signed lead",
        words,
    );
    check_refused(
        "fed 2024-01-10 VR-N NORTH Ami checked=auditor
         fed 2024-01-10 VR-N NORTH Bo
         draft R1.1 2024-06-30
         signed lead
         signed auditor",
        words,
    );
}

/// A release whose one record the auditor checked; the checker has signed it.
const CHECKED_BY_THE_AUDITOR: &str = "fed 2024-01-10 VR-N SOUTH Amy checked=auditor row=old
                                      draft R1.1 2024-06-30
                                      signed lead
                                      signed checker
                                      issue";

#[test]
fn who_checked_only_what_was_counted_before_signs_the_next_release() {
    Story::told(
        open_programme(),
        &format!("{CHECKED_BY_THE_AUDITOR}\nfed 2024-09-10 VR-N NORTH Bo\nissued R2.1 2024-12-31"),
    );
}

#[test]
fn a_record_that_is_no_longer_counted_is_behind_the_change() {
    for (what, why) in [("withdrawn old", "was withdrawn"), ("same NORTH/Ami SOUTH/Amy", "is a repeat now")] {
        check_refused(
            &format!(
                "{CHECKED_BY_THE_AUDITOR}
                 fed 2024-01-09 VR-N NORTH Ami
                 {what} # {why}
                 reason pupils-fed It {why}.
                 draft R1.2 2024-06-30
                 signed lead
                 signed auditor"
            ),
            "entered or checked 1 of",
        );
    }
}

#[test]
fn a_record_that_counts_under_another_unit_is_behind_the_change() {
    let before = "delivery 2024-01-10 VR-N NORTH N-1 due=2024-01-09 checked=insider
                  delivery 2024-01-11 VR-N SOUTH S-1 due=2024-01-09 checked=auditor
                  draft R1.1 2024-06-30
                  signed lead
                  signed checker
                  issue";
    let after = "draft R1.2 2024-06-30\nsigned lead\nsigned auditor";
    Story::told(open_programme(), &format!("{before}\n{after}"));
    check_refused(&format!("{before}\nsame NORTH/N-1 SOUTH/S-1\n{after}"), "entered or checked 1 of");
}

#[test]
fn the_signed_hash_covers_every_number_of_the_draft() {
    let story = Story::told(
        open_programme(),
        &format!(
            "{TWO_ISSUED}\nreport NORTH 2024-Q2\nsame NORTH/Ami SOUTH/Amy\nreason pupils-fed One child.\nissued R1.2 2024-06-30"
        ),
    );
    let release = &story.facts.releases[1];
    let hash = Draft::of(release).hash();
    let json = serde_json::to_value(release).unwrap();
    let numbers = numbers(&json, String::new());
    assert!(numbers.len() > 50, "values, chains, tables, coverage and reports: {}", numbers.len());
    for path in numbers {
        let mut other = json.clone();
        let number = other.pointer_mut(&path).unwrap();
        *number = (number.as_i64().unwrap() + 1).into();
        let other: Release = serde_json::from_value(other).unwrap();
        assert_ne!(Draft::of(&other).hash(), hash, "{path}");
    }
}

#[test]
fn the_signed_hash_covers_the_words_of_the_draft_and_not_the_day_of_issue() {
    let story = Story::told(open_programme(), TWO_ISSUED);
    let release = &story.facts.releases[0];
    let hash_of = |change: &dyn Fn(&mut Release)| {
        let mut other = release.clone();
        change(&mut other);
        Draft::of(&other).hash()
    };
    let hash = hash_of(&|_| {});
    assert_ne!(hash_of(&|release| release.id.revision = 2), hash);
    assert_ne!(hash_of(&|release| release.demonstration = !release.demonstration), hash);
    assert_ne!(hash_of(&|release| release.data_to = release.data_from), hash);
    assert_ne!(hash_of(&|release| release.figures[0].definition = "v2".to_owned()), hash);
    assert_ne!(hash_of(&|release| release.figures.swap(0, 1)), hash);
    assert_eq!(hash_of(&|release| release.issued_on = release.data_from), hash);
    assert_eq!(hash_of(&|release| release.signatures.clear()), hash);
}

/// The paths of all numbers in a document.
fn numbers(json: &Json, path: String) -> Vec<String> {
    match json {
        Json::Number(_) => vec![path],
        Json::Array(items) => {
            let items = items.iter().enumerate();
            items.flat_map(|(place, item)| numbers(item, format!("{path}/{place}"))).collect()
        }
        Json::Object(fields) => {
            fields.iter().flat_map(|(name, field)| numbers(field, format!("{path}/{name}"))).collect()
        }
        Json::Null | Json::Bool(_) | Json::String(_) => Vec::new(),
    }
}
