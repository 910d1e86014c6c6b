//! The signed list behind the records: scanned, received, kept like every other byte from the field, and said on the figure.

use serde_json::{Value, json};

use crate::binary::{DEMONSTRATED, Folder};
use crate::http::Server;

const DELIVERIES: &str = "\
delivery_id,day,state,meals,note
D-1,2024-02-05,Accepted,120,N-1
D-2,2024-02-07,Accepted,80,N-1
D-3,2024-02-08,Accepted,40,N-2
";
const SCAN: &str = "%PDF-1.4 a page with three signatures";
const PHOTO: &[u8] = b"\xff\xd8\xff\xe0 the second page";

/// Three deliveries, checked by a second person.
fn checked_deliveries() -> Folder {
    let folder = Folder::of_meals();
    for (email, role) in [("kitchen@example.org", "field_officer"), ("other@example.org", "verifier")] {
        let mut arguments = vec![
            "user",
            "add",
            "--email",
            email,
            "--name",
            "X",
            "--role",
            role,
            "--organisation",
            "Kitchens",
        ];
        if role == "field_officer" {
            arguments.extend(["--partner", "NORTH"]);
        }
        folder.done(&arguments);
    }
    let file = folder.file("deliveries.csv", DELIVERIES);
    let import = ["import", "--register", "delivery", "--partner", "NORTH", &file];
    folder.done(&[&["--as", "kitchen@example.org"][..], &import].concat());
    for document in ["N-1", "N-2"] {
        folder.done(&["--as", "other@example.org", "records", "verify", "--document", document]);
    }
    folder
}

fn add<'a>(document: &'a str, files: &[&'a str]) -> Vec<&'a str> {
    let start =
        ["--as", "kitchen@example.org", "document", "add", "--partner", "NORTH", "--document", document];
    [&start[..], files].concat()
}

#[test]
fn a_figure_says_how_many_of_its_records_have_their_document_on_file() {
    let folder = checked_deliveries();
    let on_file = || {
        let figure = folder.preview("1.2");
        (figure["records"].clone(), figure["documents_on_file"].clone(), figure["grade"].clone())
    };
    assert_eq!(on_file(), (json!(3), json!(0), json!("B")));
    let (scan, photo) = (folder.file("list.pdf", SCAN), folder.file("page 2.jpeg", PHOTO));
    let received = folder.lines(&add("N-1", &[&scan, &photo]));
    let said = |line: &Value| (line["media"].clone(), line["is_new"].clone(), line["records"].clone());
    assert_eq!(
        received.iter().map(said).collect::<Vec<_>>(),
        [(json!("application/pdf"), json!(true), json!(2)), (json!("image/jpeg"), json!(true), json!(2))]
    );
    assert_eq!(on_file(), (json!(3), json!(2), json!("B")), "a scan that nobody compared moves no grade");
    let size = folder.ledger_size();
    assert_eq!(folder.lines(&add("N-1", &[&scan]))[0]["is_new"], json!(false));
    assert_eq!(folder.ledger_size(), size, "the same bytes again change nothing");
    let listed = folder.lines(&["document", "list"]);
    let files = listed[0]["files"].as_array().unwrap().len();
    assert_eq!((listed.len(), &listed[0]["document"], files), (1, &json!("N-1"), 2));
    let verified = folder.json(&["ledger", "verify"]);
    assert_eq!(verified["findings"], json!([]));
    assert_eq!(folder.json(&["rebuild", "--compare"])["views"], json!([]));
}

#[test]
fn a_public_page_says_of_how_many_records_the_document_is_on_file_and_nothing_where_none_is() {
    let folder = Folder::of_demonstration();
    let server = Server::of(&folder);
    let said = |page: &str| {
        let newest = server.get(&format!("/f/{DEMONSTRATED}/{page}"));
        let page = newest.headers.get("location").map_or_else(|| newest.text(), |path| server.text(path));
        let (_, rest) = page.split_once("the source document of ")?;
        Some(rest.split(' ').next().unwrap().replace(|letter: char| !letter.is_ascii_digit(), ""))
    };
    assert_eq!(said("trained").as_deref(), Some("2160"));
    assert_eq!(said("trained/v4").as_deref(), Some("2117"), "one list was scanned after it was signed");
    assert_eq!(said("border-stations").as_deref(), Some("195"));
    assert_eq!(said("protected"), None, "no log of a case leaves its shelter");
    let listed = folder.lines(&["document", "list"]);
    let is_listed = |name: &str| listed.iter().any(|document| document["document"] == name);
    assert!(is_listed("LIST-TR-011-E") && !is_listed("LIST-TR-012-A"));
    for waiting in ["LIST-TR-075-B", "LIST-TR-076-F"] {
        assert!(is_listed(waiting), "{waiting} can be compared with its scan");
    }
}

#[test]
fn what_can_not_be_kept_as_a_document_is_refused_with_a_way_out() {
    let folder = checked_deliveries();
    let size = folder.ledger_size();
    let workbook = folder.file("renamed.pdf", b"PK\x03\x04 a workbook");
    folder.run(&add("N-1", &[&workbook])).refused(2, "no PDF, JPEG, PNG or TIFF", &workbook, "photograph");
    let heavy = folder.file("heavy.pdf", [b"%PDF-1.4".to_vec(), vec![b' '; 25 * 1024 * 1024]].concat());
    folder.run(&add("N-1", &[&heavy])).refused(2, "larger than 25 MB", &heavy, "page by page");
    let missing = folder.beside("missing.pdf").to_str().unwrap().to_owned();
    assert_eq!(folder.run(&add("N-1", &[&missing])).code, 2);
    let scan = folder.file("list.pdf", SCAN);
    let of_other = ["document", "add", "--document", "N-1", "--partner", "SOUTH", &scan];
    let done = folder.run(&[&["--as", "kitchen@example.org"][..], &of_other].concat());
    assert!([2, 4].contains(&done.code), "{done:?}");
    let verifier =
        ["--as", "other@example.org", "document", "add", "--document", "N-1", "--partner", "NORTH", &scan];
    assert_eq!(folder.run(&verifier).code, 4, "who checks does not send");
    assert_eq!(folder.ledger_size(), size);
}
