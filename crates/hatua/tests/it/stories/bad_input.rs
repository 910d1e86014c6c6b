//! Wrong files, wrong names, wrong folders, wrong keys: each refusal says what happened, where and what to do, and nothing is
//! half-written.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use rust_xlsxwriter::Workbook;

use crate::binary::{DEMONSTRATED, Folder, copy, demonstration, meals_package};

/// One delivery of school meals, as the partner NORTH sends it.
const DELIVERY: &str = "delivery_id,day,state,meals,note\nD-1,2024-02-05,Accepted,120,N-1\n";

fn import<'a>(register: &'a str, partner: &'a str, file: &'a str) -> [&'a str; 6] {
    ["import", "--register", register, "--partner", partner, file]
}

/// Refuses a command and shows that the ledger is as it was.
#[track_caller]
fn refused_without_a_trace(folder: &Folder, arguments: &[&str], code: i32, [what, place, help]: [&str; 3]) {
    let size = folder.ledger_size();
    folder.run(arguments).refused(code, what, place, help);
    assert_eq!(folder.ledger_size(), size, "something was written");
}

#[test]
fn of_a_package_with_mistakes_nothing_is_loaded() {
    let folder = Folder::empty();
    let package = folder.beside("package");
    copy(&meals_package(), &package);
    let rules = package.join("indicators.toml");
    fs::write(
        &rules,
        fs::read_to_string(&rules).unwrap().replace("\"meals\", at_least", "\"mealz\", at_least"),
    )
    .unwrap();
    let package = package.to_str().unwrap();
    let load = folder.run(&["programme", "load", package]);
    load.refused(1, "the package has mistakes; nothing of it was loaded", package, "mend them");
    assert!(
        load.out.contains("indicators.toml:9:14:") && load.out.contains("did you mean `meals`?"),
        "{}",
        load.out
    );
    assert!(!folder.data().exists() && !folder.keyring().exists(), "no folder and no keys were made");

    let loaded = Folder::of_meals();
    let size = loaded.ledger_size();
    assert_eq!(loaded.run(&["programme", "load", package]).code, 1);
    assert_eq!(loaded.ledger_size(), size, "the version before stays the newest");
}

#[test]
fn a_workbook_that_is_cut_off_is_refused_with_its_reason() {
    let folder = Folder::of_meals();
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, line) in (0..).zip(DELIVERY.lines()) {
        for (column, text) in (0..).zip(line.split(',')) {
            sheet.write_string(row, column, text).unwrap();
        }
    }
    let whole = workbook.save_to_buffer().unwrap();
    let half = folder.file("half.xlsx", &whole[..whole.len() / 2]);
    let what = "can't be read as a list of `delivery`: ";
    refused_without_a_trace(&folder, &import("delivery", "NORTH", &half), 2, [what, &half, "mend the file"]);
    let file = folder.file("whole.xlsx", &whole);
    assert_eq!(folder.lines(&import("delivery", "NORTH", &file))[0]["imported"], 1);
}

#[test]
fn a_file_that_is_not_there_is_refused() {
    let folder = Folder::of_meals();
    let file = folder.beside("nothing.csv");
    let file = file.to_str().unwrap();
    refused_without_a_trace(
        &folder,
        &import("delivery", "NORTH", file),
        2,
        ["can't be read", file, "check the path"],
    );
}

#[test]
fn a_list_of_another_register_is_refused_and_the_right_one_is_named() {
    let folder = Folder::of_meals();
    let file = folder.file("list.csv", DELIVERY);
    let said = ["can't be read as a list of `pupil`", &file, "the header line fits `delivery`"];
    refused_without_a_trace(&folder, &import("pupil", "NORTH", &file), 2, said);
}

#[test]
fn a_name_that_nobody_knows_is_answered_with_the_nearest_one() {
    let folder = Folder::of_meals();
    let file = folder.file("list.csv", DELIVERY);
    let here = folder.data();
    let here = here.to_str().unwrap();
    for (arguments, said) in [
        (
            &import("deliverys", "NORTH", &file)[..],
            ["no register `deliverys`", &file, "did you mean `delivery`?"],
        ),
        (&import("delivery", "NORD", &file), ["no reporting partner `NORD`", &file, "did you mean `NORTH`?"]),
        (&["explain", "pupil-fed"], ["no figure `pupil-fed`", here, "did you mean `pupils-fed`?"]),
        (&["figures", "--release", "R9"], ["no release R9", here, "release list"]),
        (
            &["--programme", "school-meal", "figures"],
            ["no programme `school-meal`", here, "did you mean `school-meals`?"],
        ),
        (
            &["--as", "nobody@example.org", "records", "list"],
            ["nobody@example.org", here, "check the address"],
        ),
        (&["records", "verify", "--document", "LIST-9"], ["`LIST-9`", here, "records list"]),
        (&["ledger", "prove", "99"], ["no entry 99", here, "numbered from 0"]),
    ] {
        refused_without_a_trace(&folder, arguments, 2, said);
    }
}

#[test]
fn a_command_that_does_not_exist_and_a_half_word_are_wrong_use() {
    for arguments in
        [&["figure"][..], &["import"], &["figures", "--release", "four"], &["decide", "same", "a", "b"]]
    {
        let done = demonstration().run(arguments);
        assert_eq!(done.code, 2, "{done:?}");
        assert!(done.out.is_empty() && done.notes.contains("--help"), "{done:?}");
    }
}

#[test]
fn a_folder_that_is_not_there_is_never_made_by_mistake() {
    let folder = Folder::empty();
    let here = folder.data();
    let here = here.to_str().unwrap();
    for arguments in [
        &["figures"][..],
        &["serve"],
        &["rebuild"],
        &["report", "receive", "--partner", "A", "--quarter", "2018-Q1"],
    ] {
        folder.run(arguments).refused(3, "", here, "--data");
        assert!(!folder.data().exists() && !folder.keyring().exists(), "{arguments:?} made a folder");
    }
}

#[test]
fn a_demonstration_is_not_made_where_something_else_lies() {
    let folder = Folder::empty();
    fs::create_dir(folder.data()).unwrap();
    fs::write(folder.data().join("letter.txt"), "Dear all").unwrap();
    let here = folder.data();
    for arguments in [&["demo", "--no-serve"][..], &["demo", "--no-serve", "--fresh"]] {
        folder.run(arguments).refused(
            3,
            "something else",
            here.to_str().unwrap(),
            "nothing in this one was touched",
        );
        assert_eq!(folder.bytes(), [(here.join("letter.txt"), b"Dear all".to_vec())]);
        assert!(!folder.keyring().exists(), "no keys were made");
    }
}

#[test]
fn a_fresh_demonstration_never_removes_a_real_programme() {
    let folder = Folder::of_meals();
    let (before, keys) = (folder.bytes(), fs::read(folder.keyring()).unwrap());
    let here = folder.data();
    let fresh = folder.run(&["demo", "--no-serve", "--fresh"]);
    fresh.refused(3, "something else", here.to_str().unwrap(), "nothing in this one was touched");
    assert_eq!(folder.bytes(), before);
    assert_eq!(fs::read(folder.keyring()).unwrap(), keys);
}

#[test]
fn without_the_keyring_nothing_is_written_and_what_is_public_can_be_read() {
    let folder = Folder::of_demonstration();
    let size = folder.ledger_size();
    let keys = fs::read(folder.keyring()).unwrap();
    fs::remove_file(folder.keyring()).unwrap();
    let path = folder.keyring();
    let report = ["report", "receive", "--partner", "G", "--quarter", "2018-Q2"];
    for arguments in [&report[..], &["decide", "list"], &["--as", "lead@example.org", "figures", "--preview"]]
    {
        folder.run(arguments).refused(3, "could not be read", path.to_str().unwrap(), "--keyring");
    }
    assert_eq!(folder.preview("3.7")["value"], 1600);
    assert!(!path.exists(), "no other keys were made in their place");
    fs::write(&path, keys).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
    assert_eq!(folder.ledger_size(), size);
}

#[test]
fn a_keyring_of_another_folder_opens_nothing() {
    let (folder, other) = (Folder::of_meals(), Folder::of_meals());
    let size = folder.ledger_size();
    let path = other.keyring();
    let path = path.to_str().unwrap();
    let report = ["--keyring", path, "report", "receive", "--partner", "NORTH", "--quarter", "2024-Q1"];
    folder.run(&report).refused(3, "are not those of this data folder", path, "--keyring");
    let keyring = folder.file("empty.keyring", "format = 1\n");
    fs::set_permissions(&keyring, fs::Permissions::from_mode(0o600)).unwrap();
    folder.run(&["--keyring", &keyring, "decide", "list"]).refused(
        3,
        "no keys for programme",
        &keyring,
        "--keyring",
    );
    assert_eq!(folder.ledger_size(), size);
}

#[test]
fn a_keyring_that_others_can_read_is_refused() {
    let folder = Folder::of_meals();
    let path = folder.keyring();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
    let report = ["report", "receive", "--partner", "NORTH", "--quarter", "2024-Q1"];
    folder.run(&report).refused(3, "can be read by others (mode 644)", path.to_str().unwrap(), "chmod 600");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
    assert_eq!(folder.lines(&["report", "list"])[0]["state"], "not_reported");
}

#[test]
fn a_demonstration_takes_over_its_own_keyring_and_refuses_another() {
    let folder = Folder::empty();
    let own = fs::read_to_string(demonstration().keyring()).unwrap();
    let foreign = own.replacen("vault_key = \"", "vault_key = \"AAAA", 1);
    let (start, rest) = foreign.split_once("AAAA").unwrap();
    let foreign = format!("{start}AAAA{}", &rest[4..]);
    fs::write(folder.keyring(), &foreign).unwrap();
    fs::set_permissions(folder.keyring(), fs::Permissions::from_mode(0o600)).unwrap();
    let place = folder.keyring();
    let what = format!("other keys for programme {DEMONSTRATED}");
    folder.run(&["demo", "--no-serve"]).refused(3, &what, place.to_str().unwrap(), "--keyring");
    assert_eq!(fs::read_to_string(folder.keyring()).unwrap(), foreign);
    assert!(!folder.data().exists() && !folder.beside("data.making").exists(), "nothing was begun");
}

/// A note refuses nothing: only a person knows whether the two lists share persons.
#[test]
fn a_number_of_persons_beside_their_names_and_a_day_outside_the_programme_are_noted() {
    let folder = Folder::empty();
    let package = meals_package().with_file_name("winter-shelters");
    folder.done(&["programme", "load", &package.to_string_lossy()]);
    let stays = "stay_id,card,list,day,country,kind,nights\n\
                 S-1,C-1,L-7,2024-01-10,HI,family,1\n\
                 S-2,C-2,L-8,2023-12-31,HI,alone,1\n";
    let crowds = "crowd_id,list,day,country,kind,persons,inside\n\
                  C-1,L-7,2024-01-10,HI,family,40,yes\n\
                  C-2,L-9,2024-01-10,HI,family,12,yes\n";
    let stays = folder.file("stays.csv", stays);
    let report = &folder.lines(&import("stay", "NORTH", &stays))[0];
    assert_eq!((&report["imported"], &report["imported_with_notes"]), (&1.into(), &1.into()), "{report}");
    let note = report["notes"].as_array().unwrap().iter().find(|note| note["row"] == 3).unwrap();
    let said = note["message"].as_str().unwrap();
    assert!(said.contains("2023-12-31 lies outside the programme (2024-01-01 to 2025-12-31)"), "{said}");

    let crowds = folder.file("crowds.csv", crowds);
    let report = &folder.lines(&import("crowd", "NORTH", &crowds))[0];
    assert_eq!((&report["imported"], &report["imported_with_notes"]), (&1.into(), &1.into()), "{report}");
    let note = report["notes"].as_array().unwrap().iter().find(|note| note["row"] == 2).unwrap();
    let said = note["message"].as_str().unwrap();
    assert!(said.contains("L-7 also lists persons one by one (stay)"), "{said}");
    assert!(said.contains("counted twice in `guests`"), "{said}");

    let later = folder
        .file("later.csv", "stay_id,card,list,day,country,kind,nights\nS-3,C-3,L-9,2024-01-11,HI,alone,1\n");
    let report = &folder.lines(&import("stay", "NORTH", &later))[0];
    let notes = report["notes"].to_string();
    assert!(notes.contains("L-9 also has a number of persons (crowd)"), "{notes}");
}
