//! Rows and decisions that contradict what is known: each is kept aside or refused with a sentence, and no figure is wrong
//! because of it, not even for a while.

use serde_json::{Value, json};

use crate::binary::{Folder, texts};

const CHECKER: &str = "checker@example.org";
/// The largest number that every reader keeps.
const LARGEST: u64 = 9_007_199_254_740_991;

fn import(folder: &Folder, register: &str, rows: &str, more: &[&str]) -> Value {
    let file = folder.file("list.csv", rows);
    let line = [&["import", "--register", register, "--partner", "NORTH", &file, "--json"], more].concat();
    let done = folder.run(&line);
    assert!(done.code <= 1, "{done:?}");
    serde_json::from_str(&done.out).unwrap()
}

fn add_checker(folder: &Folder) {
    let names = ["--email", CHECKER, "--name", "Checker", "--role", "verifier", "--organisation", "Board"];
    folder.done(&[&["user", "add"], &names[..]].concat());
}

fn deliveries(rows: &[(&str, u64)]) -> String {
    let line = |(id, meals): &(&str, u64)| format!("{id},2024-02-05,Accepted,{meals},N-1\n");
    format!("delivery_id,day,state,meals,note\n{}", rows.iter().map(line).collect::<String>())
}

#[test]
fn a_row_about_what_no_list_knows_waits_is_listed_and_counts_nowhere() {
    let folder = Folder::of_meals();
    add_checker(&folder);
    let pupil = "delivery,card,name,day,district,meals\nD-9,C-1,Awa Sarr,2024-02-06,VR-N,1\n";
    let report = import(&folder, "pupil", pupil, &[]);
    assert_eq!((&report["imported"], &report["kept_aside"]), (&json!(0), &json!(1)));
    let said = report["problems"][0]["message"].as_str().unwrap();
    assert!(said.contains("No row of `delivery` from this partner has this key yet"), "{said}");

    let aside = folder.lines(&["records", "aside", "--partner", "NORTH"]);
    assert_eq!(aside.len(), 1);
    assert_eq!((&aside[0]["waits_for"], &aside[0]["row"]), (&json!(["delivery"]), &json!(2)));
    let (listed, words) = (aside[0].to_string(), folder.done(&["records", "aside"]));
    for cell in ["D-9", "C-1", "Sarr", "2024-02-06"] {
        assert!(!listed.contains(cell) && !words.contains(cell), "{cell} is shown");
    }
    assert!(words.contains("NORTH pupil list.csv, row 2: waits for the list of delivery"), "{words}");
    assert_eq!(folder.lines(&["records", "aside", "--partner", "SOUTH"]), [Value::Null; 0]);

    let explained = folder.json(&["explain", "pupils-fed", "--left-out"]);
    assert_eq!(explained["waiting"], json!([{ "register": "pupil", "rows": 1 }]));
    assert_eq!((&explained["value"], &explained["left_out"]), (&json!(0), &json!([])));

    let (size, file) = (folder.ledger_size(), aside[0]["file"].as_str().unwrap());
    // Which rows wait is read in the files as they came: without a name no command opens those.
    for act in [&["--as", CHECKER, "records", "verify"][..], &["--as", CHECKER, "what-if", "verify"]] {
        folder.run(&[act, &["--document", file]].concat()).refused(
            4,
            "1 row of it is kept aside and waits for the list of `delivery`",
            folder.data().to_str().unwrap(),
            "import that list",
        );
    }
    let let_in = json!([{ "register": "pupil", "rows": 1 }]);
    let other = import(&folder, "delivery", &deliveries(&[("D-8", 1)]), &["--dry-run"]);
    assert_eq!(other["taken_in"], json!([]));
    let list = deliveries(&[("D-8", 1), ("D-9", 1)]);
    assert_eq!(import(&folder, "delivery", &list, &["--dry-run"])["taken_in"], let_in);
    assert_eq!(folder.ledger_size(), size, "a dry run writes nothing");
    assert_eq!(import(&folder, "delivery", &list, &[])["taken_in"], let_in);
    assert_eq!(folder.lines(&["records", "aside"]), [Value::Null; 0]);
    assert_eq!(folder.json(&["explain", "pupils-fed", "--left-out"])["waiting"], json!([]));
}

#[test]
fn a_sum_that_no_figure_can_hold_is_an_error_and_never_another_number() {
    let folder = Folder::of_meals();
    add_checker(&folder);
    let beyond = import(&folder, "delivery", &deliveries(&[("D-0", LARGEST + 1)]), &[]);
    assert_eq!(
        (&beyond["kept_aside"], &beyond["problems"][0]["code"]),
        (&json!(1), &json!("number_invalid"))
    );

    import(&folder, "delivery", &deliveries(&[("D-1", LARGEST), ("D-2", 1)]), &[]);
    let ids = texts(&folder.lines(&["records", "list"]), "id");
    folder.done(&["--as", CHECKER, "records", "verify", &ids[0]]);
    assert_eq!(folder.preview("1.2")["value"], LARGEST);
    let here = folder.data();
    let refused = |line: &[&str]| {
        folder.run(line).refused(4, "meals-served", here.to_str().unwrap(), "");
    };
    refused(&["--as", CHECKER, "what-if", "verify", &ids[1]]);
    folder.done(&["--as", CHECKER, "records", "verify", &ids[1]]);
    refused(&["figures", "--preview"]);
    refused(&["explain", "meals-served"]);
    folder.done(&["records", "withdraw", &ids[0], "--reason", "A typing error."]);
    assert_eq!(folder.preview("1.2")["value"], 1, "and the way back is open");
}

#[test]
fn decisions_that_run_in_a_circle_are_refused_and_change_nothing() {
    let folder = Folder::of_meals();
    import(&folder, "delivery", &deliveries(&[("D-1", 9)]), &[]);
    let pupils = ["C-1", "C-2", "C-3", "C-4"].map(|card| format!("D-1,{card},2024-02-06,VR-N,1\n")).concat();
    import(&folder, "pupil", &format!("delivery,card,day,district,meals\n{pupils}"), &[]);
    let units = texts(&folder.lines(&["records", "list", "--register", "pupil"]), "unit");
    let [a, b, c, d] = [0, 1, 2, 3].map(|at| units[at].as_str());
    let decide = |verdict, one, other| ["decide", verdict, one, other, "--reason", "Seen."];
    folder.done(&decide("same", a, b));
    folder.done(&decide("same", b, c));
    folder.done(&decide("different", c, d));
    let (size, here) = (folder.ledger_size(), folder.data());
    for (verdict, one, other, said) in [
        ("same", a, a, "is one unit"),
        ("same", c, a, "are already the same unit"),
        ("different", c, a, "says the opposite and still stands"),
        ("same", a, d, "says the opposite and still stands"),
    ] {
        folder.run(&decide(verdict, one, other)).refused(4, said, here.to_str().unwrap(), "");
    }
    assert_eq!(folder.ledger_size(), size);
}
