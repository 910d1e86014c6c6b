//! Who is who: decided by a person, undone by a person, and every effect known before it happens.

use serde_json::{Value, json};

use crate::binary::{Folder, LEAD, VERIFIER, demonstration, texts};

/// A sequence of numbers from a seed (splitmix64): the same on every machine.
struct Draws(u64);

impl Draws {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % count as u64).unwrap()
    }

    fn one_of<'a>(&mut self, list: &'a [String]) -> &'a str {
        &list[self.below(list.len())]
    }
}

fn figure(folder: &Folder) -> u64 {
    folder.preview("3.7")["value"].as_u64().unwrap()
}

fn decisions(folder: &Folder, state: &str) -> Vec<Value> {
    folder.lines(&["decide", "list"]).into_iter().filter(|decision| decision["state"] == state).collect()
}

/// The decisions about people who were trained on migration: taken between two revisions.
fn of_people(folder: &Folder, state: &str) -> Vec<Value> {
    let mut decisions = decisions(folder, state);
    decisions.retain(|decision| text(decision, "at") > "2018-07-17");
    decisions
}

fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value[field].as_str().unwrap()
}

#[test]
fn forty_three_pairs_were_found_to_be_one_and_thirty_to_be_two() {
    let (same, different) = (of_people(demonstration(), "same"), of_people(demonstration(), "different"));
    assert_eq!((same.len(), different.len()), (43, 30));
    let taken = texts(&same, "at");
    let days: Vec<&str> = taken.iter().map(|at| &at[..10]).collect();
    assert_eq!((days.iter().min(), days.iter().max()), (Some(&"2018-07-17"), Some(&"2018-07-25")));
}

#[test]
fn a_pair_that_is_taken_apart_is_two_persons_again() {
    let folder = Folder::of_demonstration();
    let pair = &of_people(&folder, "same")[20];
    folder.done(&[
        "--as",
        LEAD,
        "decide",
        "undo",
        text(pair, "id"),
        "--reason",
        "The call was with somebody else.",
    ]);
    assert_eq!(figure(&folder), 1601);
    folder.done(&[
        "--as",
        LEAD,
        "decide",
        "same",
        text(pair, "a"),
        text(pair, "b"),
        "--reason",
        "It was one after all.",
    ]);
    assert_eq!(figure(&folder), 1600);
    assert_eq!(decisions(&folder, "undone").len(), 1, "what was decided first stays in the list");
}

#[test]
fn a_decoy_is_joined_only_after_its_decision_was_undone_and_the_check_names_the_pair() {
    let folder = Folder::of_demonstration();
    let decoy = &decisions(&folder, "different")[7];
    let (a, b, size) = (text(decoy, "a"), text(decoy, "b"), folder.ledger_size());
    let join = ["--as", LEAD, "decide", "same", a, b, "--reason", "The same name and year of birth."];
    let refused = folder.run(&join);
    assert_eq!(refused.code, 4, "{refused:?}");
    assert!(refused.notes.contains(text(decoy, "id")), "the decision in the way is named: {}", refused.notes);
    assert!(refused.notes.contains("what to do: "), "{}", refused.notes);
    assert_eq!(folder.ledger_size(), size, "nothing was written");

    folder.done(&["--as", LEAD, "decide", "undo", text(decoy, "id"), "--reason", "Looked like one."]);
    assert_eq!(figure(&folder), 1600);
    folder.done(&join);
    assert_eq!(figure(&folder), 1599);
    let check = folder.run(&["demo", "--check"]);
    assert_eq!(check.code, 1, "{check:?}");
    let pair = format!("{} and {}", text(decoy, "own_a"), text(decoy, "own_b"));
    assert!(check.out.contains(&pair), "`{pair}` is not named in {}", check.out);
}

#[test]
fn what_is_counted_and_what_is_left_out_are_all_rows_that_came() {
    let explained = demonstration().json(&["explain", "3.7", "--left-out"]);
    let list = |name: &str| explained[name].as_array().unwrap().clone();
    let (counted, left_out) = (list("counted"), list("left_out"));
    assert_eq!((explained["value"].clone(), counted.len()), (json!(1600), 1600));
    for step in demonstration().preview("3.7")["chain"].as_array().unwrap() {
        for reason in step["left_out"].as_array().unwrap() {
            let with_reason = left_out.iter().filter(|row| row["reason"] == reason[0]).count();
            assert_eq!(json!(with_reason), reason[1], "{reason}");
        }
    }
    let of_others = left_out.iter().filter(|row| row["reason"] == "rule").count();
    assert_eq!(counted.len() + left_out.len() - of_others, 2287);
    assert_eq!(of_others, 724, "attendances at trainings on another topic");
    let mut ids: Vec<String> = texts(&counted, "id");
    ids.extend(texts(&left_out, "id"));
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 2287 + 724, "each row stands in one list, once");
}

#[test]
fn a_cell_is_explained_by_as_many_records_as_it_says() {
    let cell = demonstration().json(&["explain", "trained", "--cell", "country=KE,sex=F"]);
    let counted = cell["counted"].as_array().unwrap();
    assert_eq!(cell["value"], json!(counted.len()));
    assert!(counted.iter().all(|row| row["country"] == "KE") && counted.len() > 50, "{}", counted.len());
}

#[test]
fn what_was_said_beforehand_is_what_then_happens() {
    let folder = Folder::of_demonstration();
    let mut draws = Draws(2018);
    let ids = |status: &str| {
        texts(&folder.lines(&["records", "list", "--register", "attendance", "--status", status]), "id")
    };
    let (pending, verified) = (ids("pending"), ids("verified"));
    let units = texts(demonstration().json(&["explain", "3.7"])["counted"].as_array().unwrap(), "unit");
    let taken = texts(&of_people(&folder, "same"), "id");
    let (mut moved, mut done, mut before) = (0, 0, 1600);
    while done < 30 {
        let (a, b) = (draws.one_of(&units), draws.one_of(&units));
        let (supposed, act): (Vec<&str>, Vec<&str>) = match draws.below(5) {
            0 => (vec!["verify", draws.one_of(&pending)], vec!["--as", VERIFIER, "records"]),
            1 => (vec!["return", draws.one_of(&verified)], vec!["--as", VERIFIER, "records"]),
            2 => (vec!["withdraw", draws.one_of(&verified)], vec!["records"]),
            3 => (vec!["undo", draws.one_of(&taken)], vec!["--as", LEAD, "decide"]),
            _ => (vec!["merge", a, b], vec!["--as", LEAD, "decide"]),
        };
        let said = folder.run(&[&["what-if", "--json"], supposed.as_slice()].concat());
        let mut act = [act, supposed].concat();
        for word in &mut act {
            *word = if *word == "merge" { "same" } else { word };
        }
        let reason = ["--reason", "To see what happens."];
        let happened =
            folder.run(&[act.as_slice(), if act.contains(&"verify") { &[] } else { &reason }].concat());
        assert_eq!(said.code, happened.code, "{act:?}: {said:?}, then {happened:?}");
        let effects: Vec<Value> = serde_json::from_str(&said.out).unwrap_or_default();
        let after = figure(&folder);
        let effect = effects.iter().find(|effect| effect["code"] == "3.7");
        let expected = effect.map_or(before, |effect| {
            assert_eq!(effect["before"], json!(before));
            effect["after"].as_u64().unwrap()
        });
        assert_eq!(after, expected, "{act:?}");
        moved += u32::from(after != before);
        (before, done) = (after, done + 1);
    }
    assert!(moved >= 10, "only {moved} of {done} acts moved the figure");
    assert_eq!(folder.json(&["rebuild", "--compare"])["views"], json!([]));
}
