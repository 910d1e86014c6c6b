//! Checking a list: the rows of a document beside its scan, decided by one form that is recorded row by row.

use crate::binary::{Folder, LEAD, VERIFIER};
use crate::http::{Answer, Server};
use crate::visitor::Visitor;

const SECOND: &str = "verifier.two@example.org";
/// A signed list of 27 people at one training, which is a row of its own; it waits.
const LIST: &str = "/w/check/F/LIST-TR-076-F";
const DOCUMENT: &str = "LIST-TR-076-F";

/// A demonstration with its server and somebody who is signed in.
struct Office {
    folder: Folder,
    accounts: Vec<serde_json::Value>,
}

impl Office {
    fn new() -> Self {
        let folder = Folder::of_demonstration();
        let made = folder.json(&["demo", "--no-serve"]);
        let accounts = made["accounts"].as_array().unwrap().clone();
        Self { folder, accounts }
    }

    fn come_in<'s>(&self, server: &'s Server, email: &str) -> Visitor<'s> {
        let account = self.accounts.iter().find(|account| account["email"] == email).unwrap();
        let text = |name: &str| account[name].as_str();
        Visitor::signed_in(server, email, text("password").unwrap(), text("totp_secret"))
    }

    /// The states of the list's rows, by how many are in each.
    fn states(&self, status: &str) -> usize {
        self.folder.lines(&["records", "list", "--document", DOCUMENT, "--status", status]).len()
    }
}

/// Sends the form of the open list with these fields besides its rows.
fn send(visitor: &mut Visitor, fields: &[(&str, &str)]) -> Answer {
    let rows = visitor.every_hidden("row");
    let mut all: Vec<(&str, &str)> = rows.iter().map(|row| ("row", row.as_str())).collect();
    all.extend(fields);
    visitor.send(LIST, &all)
}

#[test]
fn a_list_that_matches_is_accepted_by_one_form_and_the_next_one_opens() {
    let office = Office::new();
    let server = Server::of(&office.folder);
    let mut vera = office.come_in(&server, VERIFIER);
    let lists = vera.open("/w/check").text();
    assert!(lists.contains(DOCUMENT) && lists.contains("attendance lists · trainings"), "{lists}");
    let list = vera.open(LIST).text();
    assert!(list.contains("Almaz Berhane"), "who compares a list with its scan sees the names");
    assert!(list.contains("People trained"), "the effect on figures stands beside the button: {list}");
    assert!(list.contains("data-key=\"v\""), "one key accepts the list");
    let before = office.folder.ledger_size();
    let done = send(&mut vera, &[("do", "accept")]);
    assert_eq!(done.status, 303, "{}", done.text());
    assert_eq!(office.folder.ledger_size() - before, 28, "it is recorded row by row");
    assert_eq!(office.states("verified"), 28);
    let next = vera.open(&done.headers["location"]).text();
    assert!(next.contains("28 rows were accepted") && next.contains("Check a list"), "{next}");
    assert!(!vera.open("/w/check").text().contains(DOCUMENT));
    assert!(vera.open(LIST).text().contains("Nothing of this list waits for a check"));
}

#[test]
fn marked_rows_go_back_with_reason_and_day_and_those_without_a_reason_wait() {
    let office = Office::new();
    let server = Server::of(&office.folder);
    let mut vera = office.come_in(&server, VERIFIER);
    vera.open(LIST);
    let marks = [("d", "2"), ("w2", "Not signed on the list"), ("d", "5"), ("due", "2099-02-30")];
    let wrong = send(&mut vera, &marks);
    assert_eq!(wrong.status, 422);
    assert!(wrong.text().contains("The day of the answer cannot be read"), "{}", wrong.text());
    assert!(wrong.text().contains("value=\"Not signed on the list\""), "what was typed is kept");
    let phone = [("d", "2"), ("w2", "call +254 722 000 111"), ("due", "2099-02-28")];
    let refused = send(&mut vera, &phone);
    assert_eq!((refused.status, office.states("pending")), (422, 28), "all of it or nothing");
    let marks = [("d", "2"), ("w2", "Not signed on the list"), ("d", "5"), ("due", "2099-02-28")];
    assert_eq!(send(&mut vera, &marks).status, 303);
    assert_eq!((office.states("verified"), office.states("pending")), (26, 1));
    let returned = office.folder.lines(&["records", "list", "--document", DOCUMENT, "--status", "returned"]);
    assert_eq!(returned.len(), 1);
    assert_eq!(returned[0]["reason"], "Not signed on the list");
    assert_eq!(returned[0]["due"], "2099-02-28");
}

#[test]
fn of_two_verifiers_at_one_list_the_second_is_told_who_was_first() {
    let office = Office::new();
    let server = Server::of(&office.folder);
    let (mut vera, mut viktor) = (office.come_in(&server, VERIFIER), office.come_in(&server, SECOND));
    vera.open(LIST);
    viktor.open(LIST);
    let form = viktor.page.clone();
    assert_eq!(send(&mut viktor, &[("d", "1"), ("w1", "Not on the list"), ("d", "2")]).status, 303);
    let after = office.folder.ledger_size();
    let late = send(&mut vera, &[("d", "2"), ("w2", "Stands twice on the list")]);
    assert_eq!(late.status, 422);
    let text = late.text();
    assert!(text.contains("of these rows at") && text.contains("Nothing was done twice"), "{text}");
    assert!(
        text.contains("value=\"Stands twice on the list\""),
        "what was typed of a row that waits is kept"
    );
    assert_eq!(office.folder.ledger_size(), after, "nothing was done");
    assert_eq!(send(&mut vera, &[]).status, 303, "the row that still waits is decided from the new page");
    viktor.page = form;
    let twice = send(&mut viktor, &[("d", "1"), ("w1", "Not on the list"), ("d", "2")]);
    assert_eq!((twice.status, office.folder.ledger_size()), (422, after + 1), "a double click does nothing");
}

/// The address of the first record of an open list.
fn first_record(page: &str, register: &str) -> String {
    let start = format!("href=\"/w/records/{register}/");
    let rest =
        page.split(&start).skip(1).find(|rest| !rest.starts_with("list.csv")).expect("a record is a link");
    format!("/w/records/{register}/{}", rest.split('"').next().unwrap())
}

#[test]
fn a_list_of_records_has_its_filters_in_the_address_and_its_pages_follow_one_another() {
    let office = Office::new();
    let server = Server::of(&office.folder);
    let mut officer = office.come_in(&server, "me.f@example.org");
    let all = officer.open("/w/records/attendance").text();
    assert!(
        all.contains("LIST-TR-076-F") && !all.contains("-A</bdi>"),
        "the newest first, of the own partner only"
    );
    assert!(!all.contains("Almaz"), "a list names nobody");
    assert_eq!(all.matches("name=\"row\"").count(), 50);
    let (_, next) = all.split_once("/w/records/attendance?").expect("there is a next page");
    let next = next.split(['"', '&']).next().unwrap();
    let second = officer.open(&format!("/w/records/attendance?{next}")).text();
    assert_ne!(first_record(&all, "attendance"), first_record(&second, "attendance"));
    let pending = officer.open("/w/records/attendance?state=pending&country=ER").text();
    assert!(pending.contains("27 records: 0 checked, 27 to check"), "{pending}");
    let file = officer.open("/w/records/attendance/list.csv?state=pending&country=ER");
    assert_eq!((file.status, file.text().lines().count()), (200, 28));
    assert!(!file.text().contains("family_name") && file.text().contains(",pending,"), "{}", file.text());
    let other = officer.open("/w/records/attendance?partner=A").text();
    assert!(other.contains("No record matches"), "another partner's records are not there");
    let found = officer.open("/w/records/attendance?q=F-00308").text();
    assert!(found.contains("LIST-TR-076-F"), "a person is found by the partner's own number: {found}");
    let record = first_record(&found, "attendance");
    let page = officer.open(&record).text();
    assert!(page.contains("Entered") && !page.contains("Berhane"), "{page}");
    let mut stranger = office.come_in(&server, "me.a@example.org");
    assert_eq!(stranger.open(&record).status, 404);
    assert!(stranger.open("/w/records/attendance?q=F-00308").text().contains("No record matches"));
}

#[test]
fn what_an_act_on_chosen_records_would_change_is_shown_before_it_is_done() {
    let office = Office::new();
    let server = Server::of(&office.folder);
    let mut vera = office.come_in(&server, VERIFIER);
    let verified = vera.open("/w/records/attendance?state=verified&partner=F&country=ER").text();
    let record = first_record(&verified, "attendance");
    vera.open(&record);
    let row = vera.hidden("row").unwrap();
    let before = office.folder.ledger_size();
    let asked = vera.send("/w/records/attendance/act", &[("row", &row), ("do", "return")]);
    assert_eq!((asked.status, office.folder.ledger_size()), (200, before), "first it is only shown");
    assert!(asked.text().contains("What changes"), "{}", asked.text());
    let sure = [("row", row.as_str()), ("do", "return"), ("sure", "1"), ("due", "2099-01-31")];
    let unreasoned = vera.send("/w/records/attendance/act", &sure);
    assert!(unreasoned.status == 422 && unreasoned.text().contains("no reason is given"));
    let no_day =
        [("row", row.as_str()), ("do", "return"), ("sure", "1"), ("due", "31/02/2099"), ("reason", "Other")];
    let unread = vera.send("/w/records/attendance/act", &no_day);
    assert_eq!(
        (unread.status, office.folder.ledger_size()),
        (422, before),
        "a day that is none is not dropped"
    );
    let reasoned = [&sure[..], &[("reason", "Signed by another person")]].concat();
    let done = vera.send("/w/records/attendance/act", &reasoned);
    assert_eq!((done.status, done.headers["location"].starts_with(&record)), (303, true), "{}", done.text());
    let page = vera.open(&record).text();
    assert!(page.contains("Sent back: Signed by another person. Answer by 31 January 2099"), "{page}");
    assert_eq!(office.folder.ledger_size(), before + 1);
    let twice = vera.send("/w/records/attendance/act", &reasoned);
    assert_eq!((twice.status, office.folder.ledger_size()), (422, before + 1), "{}", twice.text());
    assert!(twice.text().contains("You decided these rows yourself"));
    let mut officer = office.come_in(&server, "me.f@example.org");
    assert!(officer.page.contains("Signed by another person"), "it stands on the partner's first page");
    officer.open(&record);
    let forbidden = officer.send("/w/records/attendance/act", &[("row", &row), ("do", "verify")]);
    assert_eq!(forbidden.status, 404, "who does not check accepts nothing");
}

#[test]
fn who_does_not_check_finds_neither_lists_nor_scans() {
    let office = Office::new();
    let server = Server::of(&office.folder);
    let mut vera = office.come_in(&server, VERIFIER);
    let list = vera.open(LIST).text();
    let (_, after) = list.split_once("href=\"/w/documents/").expect("the scan is a link");
    let scan = format!("/w/documents/{}", after.split('"').next().unwrap());
    let answer = vera.open(&scan);
    assert_eq!((answer.status, answer.is("application/pdf")), (200, true));
    assert!(answer.body.starts_with(b"%PDF-"));
    assert!(answer.headers["content-security-policy"].contains("frame-ancestors 'self'"));
    assert_eq!(answer.headers["cache-control"], "no-store");
    let mut lead = office.come_in(&server, LEAD);
    assert!(!lead.page.contains("/w/check"), "the menu has no entry");
    for path in ["/w/check", LIST, &scan, "/w/check/F/LIST-NONE", "/w/documents/none"] {
        assert_eq!(lead.open(path).status, 404, "{path}");
    }
    assert_eq!(
        lead.send(LIST, &[("do", "accept")]).status,
        403,
        "without a page of its own there is no proof"
    );
}
