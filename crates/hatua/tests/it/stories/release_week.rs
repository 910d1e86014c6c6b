//! A revision, from the mistake that was found to the donor's word: prepared with its reason, signed by two with their second
//! factor, issued, shown to the public, asked about, answered, accepted.

use crate::binary::Folder;
use crate::http::Server;
use crate::visitor::{Accounts, next_code_of};

#[test]
fn a_revision_is_prepared_signed_by_two_issued_asked_about_and_accepted() {
    let folder = Folder::of_demonstration();
    let accounts = Accounts::of(&folder);
    let decided = folder.lines(&["decide", "list"]);
    let same = decided.iter().find(|decision| decision["state"] == "same").unwrap();
    folder.done(&["decide", "undo", same["id"].as_str().unwrap(), "--reason", "Two people after all"]);
    let server = Server::of(&folder);

    let mut lead = accounts.sign_in(&server, "lead@example.org");
    lead.open("/w/publish");
    assert!(lead.page.contains("name=\"reason-protected\""), "{}", lead.page);
    let missing = lead.send("/w/publish/R4.3/prepare", &[("data_to", "2018-06-30")]);
    assert_eq!(missing.status, 422);
    assert!(missing.text().contains("Give the reason: it will be published"), "{}", missing.text());
    let reason = "Two people with one name were taken for one.";
    let prepared =
        lead.send("/w/publish/R4.3/prepare", &[("data_to", "2018-06-30"), ("reason-protected", reason)]);
    assert_eq!(prepared.headers["location"], "/w/publish?said=release-prepared");
    lead.open("/w/publish");
    let secret = accounts.secret("lead@example.org").unwrap();
    let wrong = lead.send("/w/publish/R4.3/sign", &[("read", "yes"), ("code", "000000")]);
    assert!(wrong.status == 422 && wrong.text().contains("does not match"), "{}", wrong.text());
    let unread = lead.send("/w/publish/R4.3/sign", &[("code", &next_code_of(secret))]);
    assert_eq!(unread.status, 422, "who has not read it does not sign, and the code stays unused");
    let signed = lead.send("/w/publish/R4.3/sign", &[("read", "yes"), ("code", &next_code_of(secret))]);
    assert_eq!(signed.headers["location"], "/w/publish?said=release-signed");
    assert_eq!(server.get("/a/bmm/r4.3").status, 404, "one signature issues nothing");

    let mut issued = Vec::new();
    for email in ["verifier.one@example.org", "verifier.two@example.org"] {
        let mut verifier = accounts.sign_in(&server, email);
        verifier.open("/w/publish");
        if verifier.page.contains("of the records behind a changed figure") {
            assert!(
                !verifier.page.contains("/w/publish/R4.3/sign"),
                "who checked them is offered no signature"
            );
            continue;
        }
        let code = next_code_of(accounts.secret(email).unwrap());
        let done = verifier.send("/w/publish/R4.3/sign", &[("read", "yes"), ("code", &code)]);
        assert_eq!(done.headers["location"], "/w/publish?said=release-issued", "{}", done.text());
        issued.push(email);
        break;
    }
    assert_eq!(issued.len(), 1, "one of the two verifiers did not check these records");
    let newest = server.get("/f/bmm/protected").headers["location"].clone();
    let public = server.get(&newest);
    assert!(public.text().contains(reason) && public.text().contains("7\u{202f}341"), "{}", public.text());

    let mut donor = accounts.sign_in(&server, "manager@example.org");
    donor.open("/w/publish");
    assert!(!donor.page.contains("R4.3/sign"), "the donor never signs");
    let asked = [("decision", "ask"), ("about", "protected"), ("question", "Were the two also paid twice?")];
    assert_eq!(donor.send("/w/publish/R4.3/review", &asked).status, 303);
    assert_eq!(donor.send("/w/publish/R4.3/review", &asked).status, 422, "a double click asks once");
    lead.open("/w/publish");
    assert!(lead.page.contains("Were the two also paid twice?"));
    assert_eq!(lead.send("/w/publish/R4.3/answer", &[("words", "No: nobody was paid.")]).status, 303);
    donor.open("/w/publish");
    assert!(donor.page.contains("No: nobody was paid."));
    assert_eq!(donor.send("/w/publish/R4.3/review", &[("decision", "accept")]).status, 303);
    assert!(donor.open("/w/publish").text().contains("Accepted."));
    drop(server);
    assert_eq!(folder.run(&["ledger", "verify"]).code, 0);
}

#[test]
fn the_command_line_prepares_and_signs_with_the_same_rights_and_codes() {
    let folder = Folder::of_demonstration();
    let accounts = Accounts::of(&folder);
    let compared = folder.json(&["release", "draft", "R5.1", "--data-to", "2018-09-30", "--dry-run"]);
    assert_eq!(compared["figures"].as_array().unwrap().len(), 15);
    let manager = ["--as", "manager@example.org", "release", "draft", "R5.1", "--data-to", "2018-09-30"];
    let refused = folder.run(&manager);
    assert!(refused.code == 4 && refused.notes.contains("may not prepare releases"), "{refused:?}");
    let lead = ["--as", "lead@example.org", "release"];
    folder.done(&[&lead[..], &["draft", "R5.1", "--data-to", "2018-09-30"]].concat());
    let wrong = folder.run(&[&lead[..], &["sign", "R5.1", "--code", "000000"]].concat());
    assert!(wrong.code == 4 && wrong.notes.contains("that code does not match"), "{wrong:?}");
    let code = next_code_of(accounts.secret("lead@example.org").unwrap());
    let signed = folder.done(&[&lead[..], &["sign", "R5.1", "--code", &code]].concat());
    assert!(signed.contains("R5.1 signed"), "{signed}");
    let again = folder.run(&[&lead[..], &["sign", "R5.1", "--code", &code]].concat());
    assert!(again.code == 4 && again.notes.contains("that code was used already"), "{again:?}");
    let unasked = folder.run(&["--as", "manager@example.org", "release", "review", "R5.1"]);
    assert_eq!(unasked.code, 4);
    assert!(unasked.notes.contains("release R5.1 was not issued"), "{unasked:?}");
}
