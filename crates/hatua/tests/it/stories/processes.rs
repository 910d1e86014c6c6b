//! Processes that end too early, and processes that meet: what was acknowledged is kept, what was not is not there at all.

use std::fmt::Write as _;
use std::fs;
use std::net::TcpListener;
use std::path::Path;
use std::process::Child;
use std::sync::OnceLock;

use hatua_store::{Access, Store};
use serde_json::json;

use crate::binary::{DEMONSTRATED, Folder, demonstration};
use crate::http::Server;

const DELIVERIES: usize = 6_000;

/// A list so long that its import takes a while.
fn long_list() -> String {
    let mut text = "delivery_id,day,state,meals,note\n".to_owned();
    for number in 0..DELIVERIES {
        writeln!(text, "D-{number},2024-02-05,Accepted,{},N-{}", number % 90, number / 40).unwrap();
    }
    text
}

/// Kills a process (SIGKILL) as soon as a file has become larger than this; it must still be at work then.
fn kill_when_larger(mut process: Child, file: &Path, bytes: u64) {
    while fs::metadata(file).map_or(0, |file| file.len()) <= bytes {
        assert!(process.try_wait().unwrap().is_none(), "it ended before it could be killed");
        std::thread::yield_now();
    }
    process.kill().unwrap();
    let ended = process.wait().unwrap();
    assert_eq!(ended.code(), None, "it was killed in the middle, not after its end");
}

/// A demonstration whose making was killed and then done again.
fn made_again() -> &'static (Folder, bool) {
    static MADE: OnceLock<(Folder, bool)> = OnceLock::new();
    MADE.get_or_init(|| {
        let folder = Folder::empty();
        let begun = folder.beside("data.making/hatua.sqlite");
        kill_when_larger(folder.start(&["demo", "--no-serve"]), &begun, 1_000_000);
        let was_there_too_early = folder.data().exists();
        folder.done(&["demo", "--no-serve"]);
        (folder, was_there_too_early)
    })
}

#[test]
fn an_import_that_is_killed_leaves_nothing_and_can_be_done_again() {
    let folder = Folder::of_meals();
    let size = folder.ledger_size();
    let file = folder.file("deliveries.csv", long_list());
    let import = ["import", "--register", "delivery", "--partner", "NORTH", file.as_str()];
    kill_when_larger(folder.start(&import), &folder.data().join("hatua.sqlite-wal"), 500_000);
    assert_eq!(folder.json(&["ledger", "verify"])["size"], json!(size));
    assert_eq!(folder.json(&["rebuild", "--compare"])["views"], json!([]));
    assert_eq!(folder.lines(&["records", "list"]).len(), 0, "no row is there without the others");
    let again = &folder.lines(&import)[0];
    assert_eq!(
        (again["read"].clone(), again["imported"].clone()),
        (json!(DELIVERIES), json!(DELIVERIES)),
        "{again}"
    );
    assert_eq!(folder.json(&["rebuild", "--compare"])["views"], json!([]));
    assert_eq!(folder.ledger_size(), size + 1 + DELIVERIES as u64, "the file and each row");
}

#[test]
fn a_demonstration_that_was_killed_is_made_anew_and_nobody_finds_half_of_it() {
    let (folder, was_there_too_early) = made_again();
    assert!(!was_there_too_early, "the data folder appears only when it is whole");
    assert!(!folder.beside("data.making").exists(), "what was begun is gone");
    assert_eq!(folder.json(&["demo", "--check"]), json!({ "findings": [] }));
}

#[test]
fn two_demonstrations_are_the_same_to_the_byte() {
    let (again, first) = (&made_again().0, demonstration());
    for arguments in [
        &["release", "list", "--json"][..],
        &["ledger", "checkpoint"],
        &["figures", "--preview", "--unprotected", "--json"],
        &["explain", "3.7", "--left-out", "--json"],
        &["decide", "list", "--json"],
    ] {
        assert_eq!(first.done(arguments), again.done(arguments), "{arguments:?}");
    }
    let file = Folder::empty();
    let export = |folder: &Folder, format: &str| {
        let path = file.beside(format);
        folder.done(&["export", format, "--out", path.to_str().unwrap()]);
        fs::read(path).unwrap()
    };
    for format in ["csv", "json"] {
        assert_eq!(export(first, format), export(again, format), "export {format}");
    }
    let (one, two) = (Folder::of_demonstration(), Server::of(again));
    let one = Server::of(&one);
    for path in ["/a/{}", "/fr/a/{}", "/ar/f/{}/trained/v5", "/f/{}/trained/v3.csv", "/changes"] {
        let path = path.replace("{}", DEMONSTRATED);
        assert_eq!(one.get(&path).body, two.get(&path).body, "{path}");
    }
}

#[test]
fn whoever_writes_is_named_to_the_next_one_who_wants_to() {
    let folder = Folder::of_meals();
    let size = folder.ledger_size();
    let holder = Store::open(&folder.data(), Access::Write, "counting pupils by hand").unwrap();
    let here = folder.data();
    let report = ["report", "receive", "--partner", "NORTH", "--quarter", "2024-Q1"];
    let who = format!("in use by process {} (counting pupils by hand)", std::process::id());
    folder.run(&report).refused(3, &who, here.to_str().unwrap(), "wait until it has ended");
    assert_eq!(folder.ledger_size(), size, "reading goes on beside it");
    drop(holder);
    folder.done(&report);
}

#[test]
fn beside_the_server_one_can_read_but_not_write() {
    let folder = Folder::of_demonstration();
    let server = Server::of(&folder);
    assert_eq!(folder.preview("3.7")["value"], 1600);
    assert_eq!(folder.lines(&["release", "list"]).len(), 5);
    assert_eq!(folder.json(&["rebuild", "--compare"])["views"], json!([]));
    let incoming = folder.data().join("incoming/G-2018-Q2-training.xlsx");
    let import = ["import", "--register", "training", "--partner", "G", incoming.to_str().unwrap()];
    let dry = &folder.lines(&[&import[..], &["--dry-run"]].concat())[0];
    assert_eq!((dry["imported"].clone(), dry["written"].clone()), (json!(2), json!(false)), "{dry}");
    let here = folder.data();
    let who = format!("in use by process {} (hatua serve)", server.process_id());
    folder.run(&import).refused(3, &who, here.to_str().unwrap(), "stop it");
    assert_eq!(server.get("/").status, 200, "the site is served all the same");
}

#[test]
fn a_port_in_use_is_named_with_a_way_out() {
    let folder = Folder::of_meals();
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    folder.run(&["serve", "--listen", &address]).refused(3, &address, "--listen", "choose another port");
    folder.run(&["serve", "--listen", "nowhere"]).refused(2, "nowhere", "--listen", "127.0.0.1:8700");
}
