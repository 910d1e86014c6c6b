//! A partner sends a list in the browser: it is looked over, a problem stands at its cell, and the good rows are taken in
//! once, when their sender says so.

use std::fs;

use crate::binary::Folder;
use crate::http::{Answer, Server};
use crate::visitor::{Accounts, Visitor};

/// Looks over one of the lists of partner E that nobody has imported.
fn look(me: &mut Visitor, folder: &Folder, register: &str, partner: &str) -> Answer {
    let name = format!("E-2018-Q3-{register}.xlsx");
    let bytes = fs::read(folder.data().join("incoming").join(&name)).unwrap();
    me.open("/w/send");
    me.upload("/w/send/look", &[("register", register), ("partner", partner)], (&name, &bytes))
}

#[test]
fn a_list_is_looked_over_first_and_taken_in_once() {
    let folder = Folder::of_demonstration();
    let accounts = Accounts::of(&folder);
    let before = folder.ledger_size();
    let server = Server::of(&folder);
    let mut me: Visitor = accounts.sign_in(&server, "me.e@example.org");
    me.open("/w/send");
    assert!(me.page.contains("value=\"E\"") && !me.page.contains("value=\"A\""), "{}", me.page);
    let fields = [("register", "training"), ("partner", "E")];
    let empty = me.upload("/w/send/look", &fields, ("list.csv", b""));
    assert!(empty.status == 422 && empty.text().contains("Choose the file"), "{}", empty.text());
    let pdf = me.upload("/w/send/look", &fields, ("list.xlsx", b"%PDF-1.7 no list"));
    assert_eq!(pdf.status, 422, "{}", pdf.text());

    let looked = look(&mut me, &folder, "attendance", "E");
    assert_eq!(looked.status, 200, "{}", looked.text());
    assert!(looked.text().contains("Take in 0 rows"), "the trainings have not come: {}", looked.text());
    assert_eq!(folder.ledger_size(), before, "looking over writes nothing");
    let taken = me.send("/w/send/import", &[]);
    assert_eq!(taken.headers["location"], "/w/send?said=list-taken-in&n=0", "{}", taken.text());
    let after = folder.ledger_size();
    assert!(after > before, "rows with a problem are kept aside");
    let again = me.send("/w/send/import", &[]);
    assert!(again.status == 422 && again.text().contains("waits no longer"), "{}", again.text());
    assert_eq!(folder.ledger_size(), after, "a double click takes nothing in twice");

    assert!(look(&mut me, &folder, "training", "E").text().contains("Take in one row"));
    let taken = me.send("/w/send/import", &[]);
    assert_eq!(taken.headers["location"], "/w/send?said=list-taken-in&n=1");
    assert!(folder.ledger_size() > after + 19, "the rows that waited for their training came with it");

    assert_eq!(look(&mut me, &folder, "training", "A").status, 404, "another partner's list is not sent");
    let mut donor = accounts.sign_in(&server, "manager@example.org");
    assert_eq!(donor.open("/w/send").status, 404, "who may not send finds no such page");
}
