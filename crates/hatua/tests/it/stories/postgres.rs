//! The second database: the same programme gives the same bytes on a server, commands write beside the site that is served, and
//! a server that can't be used says why.

use std::fs;

use hatua_store::{Access, Database};
use serde_json::json;

use crate::binary::{DEMONSTRATED, Folder, VERIFIER, demonstration, meals_package};
use crate::cluster::{address, mark_as_newer, new_database};
use crate::http::Server;

#[test]
fn the_demonstration_is_the_same_on_a_server_to_the_byte() {
    let database = new_database();
    let on_server = Folder::on_server(&database);
    // What is left of a making that was killed stands in nobody's way.
    let half = Database::Server(Box::new(
        database.parse::<hatua_store::postgres::Server>().unwrap().in_the_making(),
    ));
    drop(half.open(Access::Write, "a demonstration that is killed").unwrap());
    on_server.done(&["demo", "--no-serve", "--fresh"]);
    let in_folder = demonstration();
    for arguments in [
        &["demo", "--check", "--json"][..],
        &["ledger", "checkpoint"],
        &["ledger", "prove", "100"],
        &["ledger", "verify", "--json"],
        &["release", "list", "--json"],
        &["figures", "--preview", "--unprotected", "--json"],
        &["records", "list", "--json"],
        &["explain", "3.7", "--left-out", "--json"],
        &["decide", "list", "--json"],
        &["user", "list", "--json"],
        &["rebuild", "--compare", "--json"],
    ] {
        assert_eq!(in_folder.done(arguments), on_server.done(arguments), "{arguments:?}");
    }
    for format in ["csv", "json"] {
        let export = |folder: &Folder| {
            let path = on_server.beside(format);
            folder.done(&["export", format, "--out", path.to_str().unwrap()]);
            fs::read(path).unwrap()
        };
        assert_eq!(export(in_folder), export(&on_server), "export {format}");
    }
    writing_beside_the_site(&on_server);
    let checkpoint = on_server.done(&["ledger", "checkpoint"]);
    on_server.done(&["demo", "--no-serve"]);
    assert_eq!(on_server.done(&["ledger", "checkpoint"]), checkpoint, "a second run finds its data");
}

/// One partner's late list is imported and checked while the site is served.
fn writing_beside_the_site(folder: &Folder) {
    let server = Server::of(folder);
    let list = |register: &str| folder.data().join(format!("incoming/G-2018-Q2-{register}.xlsx"));
    for register in ["training", "attendance"] {
        let file = list(register);
        folder.done(&["import", "--register", register, "--partner", "G", file.to_str().unwrap()]);
    }
    folder.done(&["--as", VERIFIER, "records", "verify", "--document", "LIST-TR-079-G"]);
    assert_eq!(server.get(&format!("/a/{DEMONSTRATED}")).status, 200);
    assert_eq!(folder.json(&["rebuild", "--compare"])["views"], json!([]));
    folder.done(&["ledger", "verify"]);
}

#[test]
fn a_programme_begins_on_a_server_and_its_site_follows_what_others_write() {
    let folder = Folder::on_server(&new_database());
    let report = ["report", "receive", "--partner", "NORTH", "--quarter", "2024-Q1"];
    folder.run(&report).refused(3, "holds no Hatua data", "postgres://postgres@", "programme load");
    let package = meals_package();
    folder.done(&["programme", "load", package.to_str().unwrap()]);
    let server = Server::of(&folder);
    let size = folder.ledger_size();
    folder.done(&report);
    assert_eq!(folder.ledger_size(), size + 1);
    assert_eq!(server.get("/").status, 200);
    let demo = folder.run(&["demo", "--no-serve"]);
    demo.refused(3, "something else", "postgres://postgres@", "another database");
    folder.run(&["demo", "--no-serve", "--fresh"]).refused(3, "something else", "postgres", "nothing");
    assert_eq!(folder.ledger_size(), size + 1, "nothing was touched");
}

#[test]
fn a_server_that_can_not_be_used_says_why_and_keeps_the_password_to_itself() {
    let database = new_database();
    let stranger = database.replace("postgres@", "stranger:secret@");
    let list = |address: &str, code, what: &str, place: &str, help: &str| {
        let done = Folder::on_server(address).run(&["release", "list"]);
        done.refused(code, what, place, help);
        assert!(!done.notes.contains("secret"), "{done:?}");
    };
    list(&database, 3, "holds no Hatua data", "/test_", "--database");
    list(&address("no_such"), 3, "no_such", "/no_such", "createdb");
    list(&stranger, 3, "stranger", "postgres://stranger@", "mend user and password");
    list("postgres://a:secret@127.0.0.1:9/b", 3, "can't be reached", "127.0.0.1:9/b", "start the server");
    list("mysql://a:secret@localhost/b", 2, "not the address", "--database", "postgres://USER");
    let folder = Folder::on_server(&database);
    folder.done(&["programme", "load", meals_package().to_str().unwrap()]);
    mark_as_newer(&database);
    list(&database, 3, "migration 9000", "postgres://", "use the newer one");
}
