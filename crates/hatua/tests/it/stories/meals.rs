//! The second programme, a real one: nobody has an account yet, the operator imports what the kitchens send, and the page
//! shows what others said until something is issued.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::binary::{Folder, meals_package, texts};
use crate::http::Server;

/// Five deliveries: two of them can't become records.
const DELIVERIES: &str = "\
delivery_id,day,due,district,state,meals,cost,ceiling,warm,note
D-1,2024-02-05,2024-02-05,VR-N,Accepted,120,50000,90000,yes,N-1
D-2,2024-02-07,2024-02-06,North,Acceptée,80,120000.50,200000,no,N-2
D-3,2024-02-08,2024-02-08,VR-S,Refused,40,10000,90000,yes,N-3
D-4,31.02.2024,2024-02-08,VR-S,Accepted,40,10000,90000,yes,N-4
D-5,2024-02-09,2024-02-08,Atlantis,Accepted,-3,10000,90000,yes,N-5
";
/// Meal cards in the partner's own columns; the last two rows have a delivery that nobody sent and an impossible age.
const PUPILS: &str = "\
delivery,N° carte,name,Jour,district,Sexe,age_years,meals
D-1,C-1,Awa Sarr,05/02/2024,Nord,Fille,9,1
D-1,C-2,Modou Fall,05/02/2024,Nord,Garçon,11,1
D-2,C-1,Awa Sarr,07/02/2024,Nord,Fille,9,1
D-9,C-3,Coumba Ba,07/02/2024,Nord,Fille,9,1
D-2,C-4,Ibou Diop,07/02/2024,Nord,Fille,99,1
";

const DELIVERY: [&str; 5] = ["import", "--register", "delivery", "--partner", "NORTH"];
const PUPIL: [&str; 5] = ["import", "--register", "pupil", "--partner", "NORTH"];

/// How many rows of a file were read, imported, imported with notes, kept aside, unchanged.
fn numbers(report: &Value) -> [u64; 5] {
    ["read", "imported", "imported_with_notes", "kept_aside", "unchanged"]
        .map(|name| report[name].as_u64().unwrap())
}

/// Imports a file in which something is wrong, and gives the report.
#[track_caller]
fn import_with_findings(folder: &Folder, import: [&str; 5], file: &str, more: &[&str]) -> Value {
    let done = folder.run(&[&import[..], &[file, "--json"], more].concat());
    assert_eq!(done.code, 1, "{done:?}");
    serde_json::from_str(&done.out).unwrap()
}

fn imported() -> Folder {
    let folder = Folder::of_meals();
    let (deliveries, pupils) = (folder.file("deliveries.csv", DELIVERIES), folder.file("pupils.csv", PUPILS));
    import_with_findings(&folder, DELIVERY, &deliveries, &[]);
    import_with_findings(&folder, PUPIL, &pupils, &[]);
    folder
}

#[test]
fn its_package_has_no_mistakes_and_comes_back_as_it_was() {
    let folder = Folder::of_meals();
    let package = meals_package();
    assert_eq!(folder.json(&["programme", "check", package.to_str().unwrap()]), json!([]));
    let out = folder.beside("exported");
    let out = out.to_str().unwrap();
    folder.done(&["programme", "export", out]);
    assert_eq!(folder.json(&["programme", "check", out]), json!([]));
    let again = folder.json(&["programme", "load", out]);
    assert_eq!(again, json!({ "programme": "school-meals", "version": 1, "is_new": false }));
    folder.run(&["programme", "export", out]).refused(
        2,
        "holds something already",
        out,
        "new or empty folder",
    );
}

#[test]
fn a_dry_run_says_what_an_import_then_does_and_writes_nothing() {
    let folder = Folder::of_meals();
    let file = folder.file("deliveries.csv", DELIVERIES);
    let size = folder.ledger_size();
    let dry = import_with_findings(&folder, DELIVERY, &file, &["--dry-run"]);
    assert_eq!(folder.ledger_size(), size);
    let mut done = import_with_findings(&folder, DELIVERY, &file, &[]);
    assert_eq!((dry["written"].clone(), done["written"].clone()), (json!(false), json!(true)));
    done["written"] = json!(false);
    assert_eq!(dry, done);
    assert_eq!(numbers(&done), [5, 3, 0, 2, 0]);
}

#[test]
fn rows_that_can_not_become_records_are_kept_aside_with_their_cells() {
    let folder = Folder::of_meals();
    let (deliveries, pupils) = (folder.file("deliveries.csv", DELIVERIES), folder.file("pupils.csv", PUPILS));
    let cells = |report: &Value| {
        let problems = report["problems"].as_array().unwrap();
        let cell = |problem: &Value| {
            format!("{} {}", problem["cell"].as_str().unwrap(), problem["code"].as_str().unwrap())
        };
        problems.iter().map(cell).collect::<Vec<_>>()
    };
    let report = import_with_findings(&folder, DELIVERY, &deliveries, &[]);
    assert_eq!(cells(&report), ["B5 date_invalid", "D6 choice_unknown", "F6 out_of_range"]);
    let report = import_with_findings(&folder, PUPIL, &pupils, &[]);
    assert_eq!(numbers(&report), [5, 3, 0, 2, 0]);
    assert_eq!(cells(&report), ["G6 out_of_range", "A5 reference_unknown"]);
    for name in ["Awa", "Sarr", "Ibou", "Diop", "C-1", "C-4"] {
        assert!(!report.to_string().contains(name), "{name} is in {report}");
    }
    assert_eq!(folder.lines(&["records", "list"]).len(), 6);
}

#[test]
fn with_all_or_nothing_a_file_with_one_bad_row_leaves_no_trace() {
    let folder = Folder::of_meals();
    let file = folder.file("deliveries.csv", DELIVERIES);
    let size = folder.ledger_size();
    let report = import_with_findings(&folder, DELIVERY, &file, &["--all-or-nothing"]);
    assert_eq!((report["written"].clone(), folder.ledger_size()), (json!(false), size));
    let good = DELIVERIES.lines().take(4).collect::<Vec<_>>().join("\n");
    let file = folder.file("good.csv", good);
    let report = &folder.lines(&[&DELIVERY[..], &[&file, "--all-or-nothing"]].concat())[0];
    assert_eq!((numbers(report), report["written"].clone()), ([3, 3, 0, 0, 0], json!(true)));
}

#[test]
fn a_row_that_comes_changed_replaces_the_first_and_keeps_its_id() {
    let folder = imported();
    let before = folder.lines(&["records", "list", "--register", "delivery"]);
    let file = folder.file("mended.csv", DELIVERIES.replace(",VR-N,Accepted,120,", ",VR-N,Accepted,125,"));
    let report = import_with_findings(&folder, DELIVERY, &file, &[]);
    assert_eq!(numbers(&report), [5, 0, 1, 2, 2], "one row is new, and a note says what it replaces");
    assert!(report["notes"].to_string().contains("replaces what was sent before (pending)"), "{report}");
    let after = folder.lines(&["records", "list", "--register", "delivery"]);
    assert_eq!(texts(&before, "id"), texts(&after, "id"));
    assert_eq!((&before[0]["values"]["meals"], &after[0]["values"]["meals"]), (&json!(120), &json!(125)));
    let unchanged = folder.ledger_size();
    import_with_findings(&folder, DELIVERY, &file, &[]);
    assert_eq!(folder.ledger_size(), unchanged, "sent once more it changes nothing");
}

#[test]
fn the_operator_may_not_verify_what_the_operator_imported() {
    let folder = imported();
    let size = folder.ledger_size();
    let ids = texts(&folder.lines(&["records", "list"]), "id");
    let here = folder.data();
    let verify = folder.run(&["records", "verify", &ids[0]]);
    verify.refused(4, "was entered by the same user", here.to_str().unwrap(), "another person");
    assert_eq!(folder.run(&["records", "verify", "--document", "N-1"]).code, 4);
    assert_eq!(folder.ledger_size(), size);
    assert_eq!(folder.lines(&["records", "list", "--status", "pending"]).len(), 6);
    let preview = folder.preview("1.1");
    assert_eq!(
        (preview["value"].clone(), preview["records"].clone()),
        (json!(0), json!(0)),
        "none of it counts"
    );
    assert_eq!(preview["chain"][0], json!({ "stage": "received", "remaining": 3, "left_out": [] }));
}

#[test]
fn what_a_verifier_accepts_counts_in_the_preview_once_for_each_pupil() {
    let folder = imported();
    let verifier = [
        "--email",
        "awa@example.org",
        "--name",
        "Awa",
        "--role",
        "verifier",
        "--organisation",
        "School board",
    ];
    folder.done(&[&["user", "add"], &verifier[..]].concat());
    for document in texts(&folder.lines(&["records", "list"]), "document").iter().collect::<BTreeSet<_>>() {
        folder.done(&["--as", "awa@example.org", "records", "verify", "--document", document]);
    }
    let value = |code: &str| folder.preview(code)["value"].clone();
    assert_eq!(value("1.1"), json!(2), "three meals of two pupils");
    assert_eq!(value("1.2"), json!(200), "the meals of a refused delivery are not served");
    assert_eq!(value("1.3"), json!(1), "one came after its day");
    let explained = folder.json(&["explain", "pupils-fed", "--left-out"]);
    assert_eq!(explained["left_out"][0]["reason"], "same_unit_same_partner");
}

#[test]
fn reports_are_due_from_each_partner_for_its_own_quarters() {
    let folder = imported();
    let states = || {
        let said = |line: &Value| {
            format!("{} {} {}", line["partner"], line["quarter"], line["state"]).replace('"', "")
        };
        folder.lines(&["report", "list"]).iter().map(said).collect::<Vec<_>>()
    };
    assert_eq!(states(), ["NORTH 2024-Q1 not_reported", "SOUTH 2024-Q1 not_expected"]);
    folder.done(&["report", "receive", "--partner", "NORTH", "--quarter", "2024-Q1", "--on", "2024-04-10"]);
    folder.done(&[
        "report",
        "receive",
        "--partner",
        "SOUTH",
        "--quarter",
        "2024-Q2",
        "--on",
        "2024-07-02",
        "--nil",
    ]);
    let both = [
        "NORTH 2024-Q1 received",
        "NORTH 2024-Q2 not_reported",
        "SOUTH 2024-Q1 not_expected",
        "SOUTH 2024-Q2 nil",
    ];
    assert_eq!(states(), both);
    let here = folder.data();
    for (partner, quarter, day, help) in [
        ("SOUTH", "2024-Q1", "2024-04-10", "[reports]"),
        ("NORTH", "2024-Q3", "2024-09-30", "from 2024-10-01 to today"),
    ] {
        let report = ["report", "receive", "--partner", partner, "--quarter", quarter, "--on", day];
        folder.run(&report).refused(2, quarter, here.to_str().unwrap(), help);
    }
    assert_eq!(states(), both);
}

#[test]
fn a_real_page_shows_what_others_said_and_nothing_of_a_demonstration() {
    let folder = imported();
    let server = Server::of(&folder);
    for (path, number) in [
        ("/a/school-meals", "1\u{202f}250"),
        ("/fr/a/school-meals", "1\u{202f}250"),
        ("/f/school-meals/meals-served", "180\u{202f}000"),
    ] {
        let page = server.text(path);
        assert!(
            page.contains(number) || page.contains(&number.replace('\u{202f}', "\u{a0}")),
            "{path} lacks {number}"
        );
        for word in [
            "noindex",
            "class=\"rc",
            "class=\"ex",
            "class=\"demo",
            "class=\"hx",
            "emonstration",
            "émonstration",
            "Recomputed",
        ] {
            assert!(!page.contains(word), "{path} holds {word}");
        }
    }
    assert_eq!(server.get("/a/school-meals/r1.1").status, 404);
    let site = server.crawl(&["/", "/fr/"]);
    let missing = site
        .iter()
        .filter(|(_, answer)| !answer.is_there())
        .map(|(path, answer)| (path.as_str(), answer.status));
    let removed = [("/f/school-meals/kitchens-built", 410), ("/fr/f/school-meals/kitchens-built", 410)];
    assert_eq!(missing.collect::<Vec<_>>(), removed, "a figure that was removed says so");
    for (path, answer) in site {
        for name in ["Awa", "Modou Fall", "Coumba"] {
            assert!(!answer.text().contains(name), "{path} holds {name}");
        }
    }
}

#[test]
fn of_two_programmes_in_a_folder_one_has_to_be_named() {
    let folder = Folder::of_demonstration();
    folder.done(&["programme", "load", meals_package().to_str().unwrap()]);
    let here = folder.data();
    let which = folder.run(&["figures"]);
    which.refused(2, "several programmes", here.to_str().unwrap(), "--programme");
    assert!(which.notes.contains("bmm") && which.notes.contains("school-meals"), "{}", which.notes);
    let value = |programme: &str| {
        let figures = folder.json(&["--programme", programme, "figures", "--preview"]);
        (figures[0]["code"].clone(), figures[0]["value"].clone())
    };
    assert_eq!(value("bmm"), (json!("4.6"), json!(40)));
    assert_eq!(value("school-meals"), (json!("1.1"), json!(0)));
    let file = folder.file("deliveries.csv", DELIVERIES.lines().take(2).collect::<Vec<_>>().join("\n"));
    let import = [&["--programme", "school-meals"], &DELIVERY[..], &[&file]].concat();
    assert_eq!(numbers(&folder.lines(&import)[0]), [1, 1, 0, 0, 0]);
    let sizes = ["bmm", "school-meals"].map(|programme| {
        folder.json(&["--programme", programme, "ledger", "verify"])["size"].as_u64().unwrap()
    });
    assert_eq!(sizes[1], 3, "each programme has a log of its own: package, file, row");
    assert_eq!(folder.json(&["demo", "--check", "--programme", "bmm"]), json!({ "findings": [] }));
    let server = Server::of(&folder);
    assert!(server.text("/").contains("/a/school-meals") && server.text("/").contains("/a/bmm"));
}
