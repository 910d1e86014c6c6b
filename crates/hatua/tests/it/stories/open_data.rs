//! Open data as people take it away: from the command line and from the site, by a program, by Excel, by a reader of
//! workbooks.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};

use crate::binary::{DEMONSTRATED, Folder, demonstration};
use crate::http::Server;

/// Exports to a file and reads it.
fn exported(arguments: &[&str]) -> Vec<u8> {
    let folder = Folder::empty();
    let path = folder.beside("file");
    let mut command = vec!["export"];
    command.extend(arguments);
    command.extend(["--out", path.to_str().unwrap()]);
    demonstration().done(&command);
    std::fs::read(path).unwrap()
}

fn records(text: &str, delimiter: u8) -> Vec<csv::StringRecord> {
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
    reader.records().map(Result::unwrap).collect()
}

/// Value by figure and part, of those that were computed.
fn computed(rows: &[csv::StringRecord]) -> BTreeMap<(String, String), String> {
    let rows = rows.iter().filter(|row| &row[2] == "computed");
    rows.map(|row| ((row[1].to_owned(), row[6].to_owned()), row[7].to_owned())).collect()
}

#[test]
fn every_format_holds_the_same_values() {
    let plain = String::from_utf8(exported(&["csv", "--release", "R4.2"])).unwrap();
    let wanted = computed(&records(&plain, b','));
    assert_eq!(wanted[&("3.7".to_owned(), String::new())], "1600");
    let excel = String::from_utf8(exported(&["csv-excel", "--release", "R4.2"])).unwrap();
    assert_eq!(computed(&records(excel.strip_prefix('\u{feff}').unwrap(), b';')), wanted);
    let json: serde_json::Value =
        serde_json::from_slice(&exported(&["json", "--release", "R4.2", "--labels", "fr"])).unwrap();
    assert_eq!(json["demonstration"], true);
    let rows = json["figures"].as_array().unwrap();
    assert!(rows.iter().all(|row| row["labels"]["action_name_fr"].is_string()), "{}", rows[0]);
    let bytes = exported(&["xlsx", "--release", "R4.2", "--labels", "both"]);
    assert!(bytes == exported(&["xlsx", "--release", "R4.2", "--labels", "both"]), "two exports differ");
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    let mut found = BTreeMap::new();
    for name in book.sheet_names() {
        assert!(name.starts_with("Demo "), "{name} says that it is a demonstration's");
        let range = book.worksheet_range(&name).unwrap();
        let table: Vec<csv::StringRecord> = range
            .rows()
            .map(|row| row.iter().map(ToString::to_string).collect())
            .filter(|row: &csv::StringRecord| row.len() > 14)
            .collect();
        found.extend(computed(&table));
        assert!(!range.rows().flatten().any(|cell| matches!(cell, Data::Error(_))), "{name}");
    }
    assert_eq!(found, wanted);
}

#[test]
fn one_figure_can_be_taken_by_code_or_slug() {
    let by_code = exported(&["csv", "--figure", "3.7", "--labels", "en"]);
    assert_eq!(by_code, exported(&["csv", "--figure", "trained", "--labels", "en"]));
    let rows = records(std::str::from_utf8(&by_code).unwrap(), b',');
    assert!(!rows.is_empty() && rows.iter().all(|row| &row[1] == "3.7"));
    let kenya = rows.iter().find(|row| &row[6] == "country=KE").unwrap();
    assert!(kenya[17].contains("Kenya"), "{kenya:?}");
    let folder = Folder::empty();
    let out = folder.beside("x.csv");
    let refused =
        |figure| demonstration().run(&["export", "csv", "--figure", figure, "--out", out.to_str().unwrap()]);
    refused("traned").refused(2, "no figure `traned`", "--figure", "did you mean `trained`");
    assert!(!out.exists());
}

#[test]
fn a_file_that_is_put_into_a_folder_says_by_its_name_that_it_is_a_demonstrations() {
    let folder = Folder::empty();
    let place = folder.beside("files");
    std::fs::create_dir(&place).unwrap();
    for format in ["csv", "xlsx", "json"] {
        demonstration().done(&["export", format, "--release", "R4.2", "--out", place.to_str().unwrap()]);
        let name = format!("demonstration-{DEMONSTRATED}-r4.2.{format}");
        assert!(place.join(&name).is_file(), "{name}");
    }
}

#[test]
fn a_version_and_a_release_are_cited_from_files_that_their_pages_link() {
    let server = Server::of(demonstration());
    for (of, name) in [
        (format!("/f/{DEMONSTRATED}/trained/v5"), format!("demonstration-{DEMONSTRATED}-trained-v5")),
        (format!("/a/{DEMONSTRATED}/r4.2"), format!("demonstration-{DEMONSTRATED}-r4.2")),
    ] {
        let page = server.text(&of);
        for ending in ["bib", "csl.json"] {
            let address = format!("{of}.{ending}");
            assert!(page.contains(&format!("href=\"{address}\"")), "{of} links {address}");
            let file = server.get(&address);
            assert!(file.status == 200 && file.text().contains(&name), "{address}: {}", file.text());
            assert!(file.headers["content-disposition"].contains(&format!("{name}.{ending}")), "{file:?}");
        }
        let item: serde_json::Value = serde_json::from_str(&server.text(&format!("{of}.csl.json"))).unwrap();
        assert_eq!(item[0]["URL"], of.as_str());
        assert_eq!(item[0]["issued"]["date-parts"], serde_json::json!([[2018, 7, 27]]));
    }
    for none in ["/trained/latest.bib", "/trained/reported.bib", "/trained/v99.bib", "/trained/v05.csl.json"]
    {
        assert_eq!(server.get(&format!("/f/{DEMONSTRATED}{none}")).status, 404, "{none}");
    }
}

#[test]
fn latest_files_keep_their_address_and_versions_never_change() {
    let server = Server::of(demonstration());
    let page = server.text("/data");
    for (latest, fixed) in [
        (format!("/a/{DEMONSTRATED}/latest"), format!("/a/{DEMONSTRATED}/r4.2")),
        (format!("/f/{DEMONSTRATED}/trained/latest"), format!("/f/{DEMONSTRATED}/trained/v5")),
    ] {
        for ending in ["csv", "json", "xlsx"] {
            let (latest, fixed) = (format!("{latest}.{ending}"), format!("{fixed}.{ending}"));
            assert!(page.contains(&format!("\"{latest}\"")), "{latest} is on the page of files");
            let (now, issued) = (server.get(&latest), server.get(&fixed));
            assert_eq!((now.status, issued.status), (200, 200), "{latest} {fixed}");
            assert!(now.body == issued.body, "{latest} is {fixed}");
            assert_eq!(now.headers["cache-control"], "no-cache");
            let is_version = fixed.contains("/v5.");
            assert_eq!(issued.headers["cache-control"].contains("immutable"), is_version, "{fixed}");
            assert!(now.headers["content-disposition"].contains("demonstration-"), "{now:?}");
        }
    }
    let dictionary = server.text(&format!("/a/{DEMONSTRATED}/dictionary.csv"));
    let rows = records(&dictionary, b',');
    assert!(rows.iter().any(|row| &row[1] == "3.7") && rows.iter().any(|row| &row[0] == "value_status"));
    assert_eq!(server.get(&format!("/f/{DEMONSTRATED}/trained/latest.txt")).status, 404);
}
