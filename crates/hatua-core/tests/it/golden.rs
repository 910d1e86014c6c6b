//! Golden figures of the school meals: a short story in, what the release says out.

use hatua_core::count::count_figures;
use hatua_core::id::RecordId;
use hatua_core::programme::{Attribute, Programme};
use hatua_core::release::{FigureValue, PublicTable, ReleasedFigure, Stage, StageKind};

use crate::story::{Story, open_programme};

/// Tells a story and looks for each expected line in what its last draft says. `no X` expects no line that begins
/// with X.
pub fn check(story: &str, expected: &str) {
    check_in(open_programme(), story, expected);
}

/// The same in another programme.
pub fn check_in(programme: Programme, story: &str, expected: &str) {
    let said = says(&Story::told(programme, story));
    for line in expected.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let is_so = match line.strip_prefix("no ") {
            Some(beginning) => !said.iter().any(|said| said.starts_with(beginning)),
            None => said.iter().any(|said| said == line),
        };
        assert!(is_so, "expected: {line}\nsaid:\n{}", said.join("\n"));
    }
}

/// Tells a story whose last line is refused, with words that the refusal has.
pub fn check_refused(lines: &str, words: &str) {
    let mut lines: Vec<&str> = lines.lines().filter(|line| !line.trim().is_empty()).collect();
    let last = lines.pop().unwrap();
    let refusal = Story::told(open_programme(), &lines.join("\n")).tell(last).expect_err(last);
    assert!(refusal.contains(words), "{refusal}");
}

/// What the last draft of a story says, a line for each fact.
pub fn says(story: &Story) -> Vec<String> {
    let draft = story.last_draft();
    let mut lines: Vec<String> = draft.figures().iter().flat_map(figure_says).collect();
    for tally in count_figures(&story.programme, &story.facts, draft.data_to()).unwrap() {
        let slug = &story.programme.indicator(tally.code.as_str()).unwrap().slug;
        let name = |record: RecordId| story.facts.records[&record].record.document.to_string();
        let counted: Vec<_> = tally.counted.iter().map(|counted| name(counted.record.record)).collect();
        lines.push(format!("{slug} counts {}", counted.join(", ")));
        lines.extend(tally.left_out.iter().map(|left_out| {
            format!("{slug} leaves out {}: {}", name(left_out.record.record), word(&left_out.reason))
        }));
    }
    lines
}

fn figure_says(figure: &ReleasedFigure) -> Vec<String> {
    let slug = &figure.slug;
    let mut lines = vec![
        format!("{slug} = {}", number(figure.value)),
        format!("{slug} version {}", figure.version),
        format!("{slug} records {}", figure.records),
        format!("{slug} heads {}", figure.head_counts.map_or(0, |heads| heads.persons)),
        format!("{slug} coverage {} of {}", figure.coverage.answered, figure.coverage.expected),
        format!("{slug} chain {}", figure.chain.iter().map(stage).collect::<Vec<_>>().join(" > ")),
    ];
    lines.extend(figure.tables.iter().map(|public| format!("{slug} by {}", table(public))));
    lines.extend(figure.restatement.iter().map(|restated| {
        format!(
            "{slug} was {} in version {}: {}",
            number(restated.previous),
            restated.previous_version,
            restated.reason
        )
    }));
    lines.extend(
        figure
            .as_known
            .iter()
            .map(|then| format!("{slug} {} said {} knows {}", then.release, then.said, then.known)),
    );
    lines
}

fn stage(stage: &Stage) -> String {
    let name = match stage.stage {
        StageKind::Received => "received",
        StageKind::Verified => "verified",
        StageKind::OncePerPartner => "partner",
        StageKind::OnceInProgramme => "programme",
        StageKind::Amounts => "amounts",
    };
    let left_out = stage.left_out.iter().map(|(reason, count)| format!(" -{count} {}", word(reason)));
    let left_out = left_out.collect::<Vec<_>>().concat();
    let amounts = stage.amounts.map(|amounts| format!(" -{} +{}", amounts.rows, amounts.amount));
    format!("{name} {}{left_out}{}", stage.remaining, amounts.unwrap_or_default())
}

/// A public table: `district: VR-N 1, VR-S 0`.
pub fn table(public: &PublicTable) -> String {
    match public {
        PublicTable::Shown { key, cells, units_in_several } => {
            let cells: Vec<_> =
                cells.iter().map(|cell| format!("{} {}", cell.code(), number(cell.value()))).collect();
            let several = units_in_several.map(|units| format!(" ({} in several)", number(units)));
            format!("{}: {}{}", key.name(), cells.join(", "), several.unwrap_or_default())
        }
        PublicTable::NotShown { key, last_shown } => {
            let last = last_shown.map(|last| format!(", last in {last}")).unwrap_or_default();
            format!("{}: not shown{last}", key.name())
        }
    }
}

fn number(value: FigureValue) -> String {
    value.number().map_or_else(|| value.status().to_owned(), |number| number.to_string())
}

fn word(reason: &impl serde::Serialize) -> String {
    serde_json::to_value(reason).unwrap().as_str().unwrap().to_owned()
}

#[test]
fn a_pupil_fed_by_two_partners_is_counted_once() {
    check(
        "fed 2024-01-10 VR-N NORTH Ami
         fed 2024-02-10 VR-N SOUTH Amy
         same NORTH/Ami SOUTH/Amy",
        "pupils-fed = 1
         pupils-fed records 2
         pupils-fed counts NORTH/Ami/2024-01-10
         pupils-fed leaves out SOUTH/Amy/2024-02-10: same_unit_other_partner
         pupils-fed chain received 2 > verified 2 > partner 2 > programme 1 -1 same_unit_other_partner",
    );
}

#[test]
fn two_pupils_of_two_partners_are_two_however_equal_their_rows_are() {
    check(
        "fed 2024-01-10 VR-N NORTH Ami sex=F age=8
         fed 2024-01-10 VR-N SOUTH Ami sex=F age=8",
        "pupils-fed = 2",
    );
}

#[test]
fn a_pupil_fed_every_day_is_counted_by_the_first_day() {
    check(
        "fed 2024-03-12 VR-N NORTH Ami
         fed 2024-01-10 VR-N NORTH Ami
         fed 2024-02-11 VR-N NORTH Ami",
        "pupils-fed = 1
         pupils-fed counts NORTH/Ami/2024-01-10
         pupils-fed chain received 3 > verified 3 > partner 1 -2 same_unit_same_partner > programme 1",
    );
}

#[test]
fn a_repeat_of_a_partner_is_its_own_even_where_another_partner_was_first() {
    check(
        "fed 2024-01-10 VR-N SOUTH Amy
         fed 2024-02-10 VR-N NORTH Ami
         fed 2024-02-11 VR-N NORTH Ami
         same NORTH/Ami SOUTH/Amy",
        "pupils-fed chain received 3 > verified 3 > partner 2 -1 same_unit_same_partner > programme 1 -1 same_unit_other_partner",
    );
}

#[test]
fn on_one_day_the_partner_whose_code_comes_first_counts_the_pupil() {
    check(
        "fed 2024-01-10 VR-S SOUTH Amy
         fed 2024-01-10 VR-N NORTH Ami
         same NORTH/Ami SOUTH/Amy",
        "pupils-fed counts NORTH/Ami/2024-01-10
         pupils-fed by partner: NORTH 1, SOUTH 0",
    );
}

#[test]
fn on_one_day_of_one_partner_the_row_whose_key_comes_first_counts_the_pupil() {
    for (first, second) in [("noon", "evening"), ("evening", "noon")] {
        check(
            &format!(
                "delivery 2024-01-10 VR-N NORTH N-1
                 delivery 2024-01-10 VR-S NORTH N-2
                 fed 2024-01-10 VR-S NORTH Ami from=N-2 row={second}
                 fed 2024-01-10 VR-N NORTH Ami from=N-1 row={first}"
            ),
            &format!("pupils-fed counts {first}\npupils-fed by district: VR-N 1, VR-S 0"),
        );
    }
}

#[test]
fn only_what_a_second_person_has_verified_counts() {
    check(
        "fed 2024-01-10 VR-N NORTH Ami
         fed 2024-01-10 VR-N NORTH Bo   pending
         fed 2024-01-10 VR-N NORTH Cleo row=c
         fed 2024-01-10 VR-N NORTH Dan  row=d
         returned c
         withdrawn d",
        "pupils-fed = 1
         pupils-fed chain received 4 > verified 1 -1 pending -1 withdrawn -1 returned > partner 1 > programme 1
         pupils-fed leaves out c: returned
         pupils-fed leaves out d: withdrawn",
    );
}

#[test]
fn a_returned_row_counts_when_it_is_verified_after_all() {
    check(
        "fed 2024-01-10 VR-N NORTH Ami row=a
         returned a
         verified a",
        "pupils-fed = 1",
    );
}

#[test]
fn a_changed_row_waits_again_for_a_second_person() {
    let changed = "fed 2024-01-10 VR-N NORTH Ami row=a
                   changed a district=VR-S";
    check(changed, "pupils-fed = 0\npupils-fed leaves out a: pending");
    check(&format!("{changed}\nverified a"), "pupils-fed = 1\npupils-fed by district: VR-N 0, VR-S 1");
}

#[test]
fn nobody_verifies_what_they_entered_and_the_register_says_what_is_needed() {
    check_refused(
        "fed 2024-01-10 VR-N NORTH Ami row=a pending\nverified a clerk",
        "entered by the same user",
    );
    check_refused(
        "fed 2024-01-10 VR-N NORTH Ami row=a\nchanged a meals=2\nverified a clerk",
        "entered by the same user",
    );
    check_refused(
        "delivery 2024-01-10 VR-N NORTH N-1 row=a note= pending\nverified a",
        "lacks what its register asks for",
    );
}

#[test]
fn a_withdrawn_row_stays_withdrawn_and_nothing_is_checked_twice() {
    let row = "fed 2024-01-10 VR-N NORTH Ami row=a";
    check_refused(&format!("{row}\nverified a"), "only a pending or returned record can be verified");
    check_refused(
        &format!("{row}\nwithdrawn a\nverified a"),
        "only a pending or returned record can be verified",
    );
    check_refused(
        &format!("{row}\nwithdrawn a\nreturned a"),
        "only a pending or verified record can be returned",
    );
    check_refused(&format!("{row}\nwithdrawn a\nwithdrawn a"), "nothing is left to withdraw");
}

#[test]
fn a_meal_of_a_delivery_that_is_missing_or_withdrawn_does_not_count() {
    check(
        "delivery 2024-01-10 VR-N NORTH N-1 row=gone
         delivery 2024-01-10 VR-N NORTH N-2
         withdrawn gone
         fed 2024-01-10 VR-N NORTH Ami  from=N-1 row=a
         fed 2024-01-10 VR-N NORTH Bo   from=N-2 row=b
         fed 2024-01-10 VR-N NORTH Cleo from=N-3 row=c
         fed 2024-01-10 VR-N NORTH Dan  from=N-3 row=d pending",
        "pupils-fed = 1
         pupils-fed counts b
         pupils-fed chain received 4 > verified 1 -1 pending -2 refers_to_nothing > partner 1 > programme 1",
    );
}

#[test]
fn a_delivery_is_looked_for_among_those_of_the_same_partner() {
    check(
        "delivery 2024-01-10 VR-N SOUTH N-1
         fed 2024-01-10 VR-N NORTH Ami from=N-1 row=a",
        "pupils-fed leaves out a: refers_to_nothing",
    );
}

#[test]
fn a_day_outside_the_period_does_not_count() {
    check(
        "fed 2023-12-31 VR-N NORTH Ami  row=before
         fed 2024-01-01 VR-N NORTH Bo
         fed 2024-06-30 VR-N NORTH Cleo
         fed 2024-07-01 VR-N NORTH Dan  row=after
         draft R1.1 2024-06-30",
        "pupils-fed = 2
         pupils-fed leaves out before: out_of_period
         pupils-fed leaves out after: out_of_period
         pupils-fed chain received 2 > verified 2 > partner 2 > programme 2
         pupils-fed by quarter: 2024-Q1 1, 2024-Q2 1",
    );
}

#[test]
fn a_row_that_the_rule_is_not_about_is_no_part_of_the_chain() {
    check(
        "delivery 2024-01-10 VR-N NORTH N-1 state=refused
         fed 2024-01-10 VR-N NORTH Ami  meals=0 row=nothing
         fed 2024-01-10 VR-N NORTH Bo   from=N-1 row=refused
         fed 2024-01-10 VR-N NORTH Cleo",
        "pupils-fed = 1
         pupils-fed leaves out nothing: rule
         pupils-fed leaves out refused: rule
         pupils-fed chain received 1 > verified 1 > partner 1 > programme 1",
    );
}

#[test]
fn a_sum_adds_the_amounts_and_a_row_without_one_is_not_zero() {
    check(
        "delivery 2024-01-10 VR-N NORTH N-1 meals=120
         delivery 2024-01-11 VR-S NORTH N-2 meals=0
         delivery 2024-01-12 VR-S NORTH N-3 row=unknown
         delivery 2024-01-13 VR-S NORTH N-4 meals=80 pending",
        "meals-served = 120
         meals-served records 2
         meals-served leaves out unknown: rule
         meals-served chain received 3 > verified 2 -1 pending > amounts 120 -2 +120
         meals-served by district: VR-N 120, VR-S 0",
    );
}

#[test]
fn cases_are_counted_however_often_a_unit_recurs() {
    check(
        "delivery 2024-01-10 VR-N NORTH N-1 due=2024-01-09
         delivery 2024-01-17 VR-S NORTH N-1 due=2024-01-16 row=again
         delivery 2024-01-10 VR-N NORTH N-2 due=2024-01-10",
        "late-deliveries = 2
         late-deliveries chain received 2 > verified 2
         late-deliveries by district: VR-N 1, VR-S 1",
    );
}

#[test]
fn cases_stand_under_their_own_attributes_or_under_those_of_the_first() {
    let twice = "delivery 2024-01-10 VR-N NORTH N-1 due=2024-01-09
                 delivery 2024-04-17 VR-S NORTH N-1 due=2024-04-16 row=again
                 draft R1.1 2024-06-30";
    check(twice, "late-deliveries by district: VR-N 1, VR-S 1");
    let mut programme = open_programme();
    programme.indicators[2].attribute = Attribute::First;
    check_in(
        programme,
        twice,
        "late-deliveries by district: VR-N 2, VR-S 0
         late-deliveries by quarter: 2024-Q1 1, 2024-Q2 1",
    );
}

#[test]
fn different_units_stand_under_the_first_record_or_under_each() {
    let moved = "fed 2024-01-10 VR-N NORTH Ami age=8
                 fed 2024-05-10 VR-S NORTH Ami age=9
                 fed 2024-05-10 VR-S NORTH Bo  age=8";
    check(
        moved,
        "pupils-fed by district: VR-N 1, VR-S 1
         pupils-fed by district_each: VR-N 1, VR-S 2 (1 in several)",
    );
    let mut programme = open_programme();
    programme.indicators[0].attribute = Attribute::Record;
    check_in(
        programme,
        moved,
        "pupils-fed = 2
         no pupils-fed by district:
         pupils-fed by district_each: VR-N 1, VR-S 2 (1 in several)",
    );
}

#[test]
fn an_unknown_district_is_no_second_district() {
    check(
        "fed 2024-01-10 VR-N NORTH Ami
         fed 2024-02-10 VR-N NORTH Ami district=
         fed 2024-02-10 VR-S NORTH Bo
         fed 2024-02-11 VR-N NORTH Bo",
        "pupils-fed by district_each: VR-N 2, VR-S 1, unknown 1 (1 in several)",
    );
}

#[test]
fn ages_fall_into_bands_and_what_nobody_wrote_down_is_unknown() {
    check(
        "fed 2024-01-10 VR-N NORTH Ami  age=5 sex=F
         fed 2024-01-10 VR-N NORTH Bo   age=9 sex=M
         fed 2024-01-10 VR-N NORTH Cleo age=10 sex=F
         fed 2024-01-10 VR-N NORTH Dan  age=19
         fed 2024-01-10 VR-N NORTH Eve  age=4 sex=F
         fed 2024-01-10 VR-N NORTH Fay  sex=F",
        "pupils-fed by age: 5-9 2, 10-14 1, 15+ 1, unknown 2
         pupils-fed by sex: F 4, M 1, unknown 1",
    );
}

#[test]
fn coverage_counts_the_partners_that_should_report_and_a_nil_report_is_an_answer() {
    check(
        "report NORTH 2024-Q1
         draft R1.1 2024-03-31",
        "pupils-fed coverage 1 of 1
         meals-served coverage 1 of 1",
    );
    let second = "report NORTH 2024-Q2
                  draft R1.1 2024-06-30";
    check(second, "pupils-fed coverage 1 of 1\nmeals-served coverage 1 of 2");
    check(&format!("report SOUTH 2024-Q2 nil\n{second}"), "meals-served coverage 2 of 2");
}
