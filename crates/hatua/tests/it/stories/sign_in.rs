//! Coming in: the first administrator is made on the command line, everybody else is invited, and nobody learns who is
//! known here.

use crate::binary::Folder;
use crate::http::Server;
use crate::visitor::{Visitor, code_of, next_code_of};

const PASSWORD: &str = "nine green boats at noon";

/// Adds a user and gives the path of the invitation.
fn invite(folder: &Folder, email: &str, role: &str) -> String {
    let arguments =
        ["user", "add", "--email", email, "--name", "Ada Mwangi", "--role", role, "--organisation", "House"];
    folder.json(&arguments)["invitation"].as_str().unwrap().to_owned()
}

/// Follows an invitation and sets the password.
fn accept(server: &Server, invitation: &str) {
    let mut visitor = Visitor::of(server);
    assert!(visitor.open(invitation).text().contains("Ada Mwangi"));
    let easy = visitor.send(invitation, &[("password", "short")]);
    assert_eq!(easy.status, 422);
    assert!(easy.text().contains("shorter than 12 characters"), "{}", easy.text());
    assert_eq!(visitor.send(invitation, &[("password", PASSWORD)]).status, 303);
    assert_eq!(visitor.open(invitation).status, 410, "an invitation is used once");
}

#[test]
fn the_first_administrator_comes_in_with_a_password_and_a_second_factor() {
    let folder = Folder::of_meals();
    let invitation = invite(&folder, "ada@example.org", "administrator");
    let server = Server::of(&folder);
    accept(&server, &invitation);
    let mut ada = Visitor::of(&server);
    ada.open("/w/sign-in");
    let first = ada.send("/w/sign-in", &[("email", "ada@example.org"), ("password", PASSWORD)]);
    assert_eq!(first.headers["location"], "/w/sign-in/factor");
    let planted = ada.cookie().unwrap().to_owned();
    assert_eq!(ada.open("/w/today").headers["location"], "/w/sign-in", "half signed in is not signed in");
    ada.open("/w/sign-in/factor");
    assert!(ada.page.contains("data:image/svg+xml"));
    let secret = ada.hidden("secret").unwrap();
    assert_eq!(ada.send("/w/sign-in/factor", &[("code", "000000")]).status, 422);
    assert_eq!(ada.hidden("secret").unwrap(), secret, "the same secret is tried again");
    let second = ada.send("/w/sign-in/factor", &[("code", &code_of(&secret))]);
    assert_eq!(second.headers["location"], "/w/today");
    assert!(ada.open("/w/today").text().contains("Ada Mwangi, administrator"));
    assert_ne!(ada.cookie(), Some(planted.as_str()));
    let mut thief = Visitor::with_cookie(&server, &planted);
    assert_eq!(thief.open("/w/today").status, 303, "the token from before the second factor opens nothing");
}

#[test]
fn a_wrong_password_and_an_unknown_e_mail_get_the_same_answer() {
    let folder = Folder::of_meals();
    let invitation = invite(&folder, "ada@example.org", "programme_manager");
    let server = Server::of(&folder);
    accept(&server, &invitation);
    let answer = |email: &str| {
        let mut visitor = Visitor::of(&server);
        visitor.open("/w/sign-in");
        let answer = visitor.send("/w/sign-in", &[("email", email), ("password", "another green boat")]);
        (answer.status, answer.text().replace(email, "EMAIL"))
    };
    assert_eq!(answer("ada@example.org"), answer("nobody@example.org"));
    assert_eq!(answer("operator").0, 422);
}

#[test]
fn who_guesses_is_slowed_down_and_the_right_password_waits_too() {
    let folder = Folder::of_meals();
    let invitation = invite(&folder, "ada@example.org", "programme_manager");
    let server = Server::of(&folder);
    accept(&server, &invitation);
    let mut visitor = Visitor::of(&server);
    visitor.open("/w/sign-in");
    for _ in 0..10 {
        let wrong = visitor.send("/w/sign-in", &[("email", "ada@example.org"), ("password", "guess again")]);
        assert_eq!(wrong.status, 422);
    }
    let right = visitor.send("/w/sign-in", &[("email", "ADA@example.org"), ("password", PASSWORD)]);
    assert_eq!(right.status, 429);
    assert!(right.text().contains("Wait 15 minutes"));
}

#[test]
fn a_form_of_another_site_and_one_without_proof_change_nothing() {
    let folder = Folder::of_meals();
    let invitation = invite(&folder, "ada@example.org", "programme_manager");
    let server = Server::of(&folder);
    accept(&server, &invitation);
    let mut ada = Visitor::signed_in(&server, "ada@example.org", PASSWORD, None);
    assert!(ada.page.contains("programme manager"), "{}", ada.page);
    let foreign = ada.send_from("/w/sign-out", &[], "http://evil.example");
    assert_eq!(foreign.status, 403);
    ada.page.clear();
    assert_eq!(ada.send("/w/sign-out", &[]).status, 403, "without its proof a form is not ours");
    assert_eq!(ada.open("/w/today").status, 200);
    assert_eq!(ada.send("/w/sign-out", &[]).status, 303);
    assert_eq!(ada.open("/w/today").status, 303);
}

#[test]
fn a_user_who_was_reset_is_out_at_once_and_comes_in_by_a_new_invitation() {
    let folder = Folder::of_meals();
    let invitation = invite(&folder, "ada@example.org", "programme_manager");
    let server = Server::of(&folder);
    accept(&server, &invitation);
    let cookie = Visitor::signed_in(&server, "ada@example.org", PASSWORD, None).cookie().unwrap().to_owned();
    drop(server);
    let again = folder.json(&["user", "reset", "ada@example.org"])["invitation"].as_str().unwrap().to_owned();
    let server = Server::of(&folder);
    assert_eq!(Visitor::with_cookie(&server, &cookie).open("/w/today").status, 303);
    let mut ada = Visitor::of(&server);
    ada.open("/w/sign-in");
    assert_eq!(ada.send("/w/sign-in", &[("email", "ada@example.org"), ("password", PASSWORD)]).status, 422);
    accept(&server, &again);
    Visitor::signed_in(&server, "ada@example.org", PASSWORD, None);
}

#[test]
fn a_code_opens_once_and_five_wrong_ones_end_the_session() {
    let folder = Folder::of_meals();
    let invitation = invite(&folder, "vera@example.org", "verifier");
    let server = Server::of(&folder);
    accept(&server, &invitation);
    let mut vera = Visitor::of(&server);
    vera.open("/w/sign-in");
    vera.send("/w/sign-in", &[("email", "vera@example.org"), ("password", PASSWORD)]);
    vera.open("/w/sign-in/factor");
    let secret = vera.hidden("secret").unwrap();
    let code = code_of(&secret);
    assert_eq!(vera.send("/w/sign-in/factor", &[("code", &code)]).status, 303);
    let mut other = Visitor::of(&server);
    other.open("/w/sign-in");
    other.send("/w/sign-in", &[("email", "vera@example.org"), ("password", PASSWORD)]);
    other.open("/w/sign-in/code");
    let used = other.send("/w/sign-in/code", &[("code", &code)]);
    assert!(used.status == 422 && used.text().contains("used already"), "{}", used.text());
    for left in ["3 tries", "2 tries", "One try"] {
        assert!(other.send("/w/sign-in/code", &[("code", "000000")]).text().contains(left), "{left}");
    }
    assert!(other.send("/w/sign-in/code", &[("code", "000000")]).text().contains("You were signed out"));
    assert_eq!(other.open("/w/sign-in/code").headers["location"], "/w/sign-in");
    let mut again = Visitor::of(&server);
    again.open("/w/sign-in");
    again.send("/w/sign-in", &[("email", "vera@example.org"), ("password", PASSWORD)]);
    again.open("/w/sign-in/code");
    let refused = again.send("/w/sign-in/code", &[("code", &next_code_of(&secret))]);
    assert!(refused.text().contains("Too many attempts"), "a new session gives no new tries");
}
