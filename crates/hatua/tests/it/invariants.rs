//! One test for each invariant of `ARCHITECTURE.md`, named after it: through the binary where it can be seen from outside,
//! by reading the tree where it can't.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use hatua_core::access::Scope;
use hatua_core::id::ProgrammeId;
use hatua_core::ledger::Act;
use hatua_core::release::FigureValue;
use hatua_store::{Access, Keyring, Store, StoreError};
use serde_json::{Value, json};

use crate::binary::{DEMONSTRATED, Folder, VERIFIER, demonstration, texts};
use crate::http::Server;
use crate::recipe::Recipe;
use crate::tidy::product_code;

/// The rows of an exported or served JSON file.
fn rows(text: &str) -> Vec<Value> {
    serde_json::from_str::<Value>(text).unwrap()["figures"].as_array().unwrap().clone()
}

fn exported(folder: &Folder, format: &str) -> String {
    let path = folder.beside(&format!("export.{format}"));
    folder.done(&["export", format, "--out", path.to_str().unwrap()]);
    fs::read_to_string(path).unwrap()
}

/// The cells of one table, by code.
fn cells(rows: &[Value], code: &str, key: &str) -> BTreeMap<String, u64> {
    let cell = |row: &Value| {
        let (name, cell) = row["dimension"].as_str()?.split_once('=')?;
        let is_meant = name == key && row["indicator_code"] == code && row["origin"] == "computed";
        is_meant.then(|| (cell.to_owned(), row["value"].as_u64().unwrap()))
    };
    rows.iter().filter_map(cell).collect()
}

fn headline(rows: &[Value], code: &str) -> u64 {
    let is_meant =
        |row: &&Value| row["indicator_code"] == code && row["origin"] == "computed" && row["dimension"] == "";
    rows.iter().find(is_meant).unwrap()["value"].as_u64().unwrap()
}

fn lines_with(crates: &str, word: &str) -> BTreeSet<String> {
    let found =
        product_code().into_iter().filter(|(path, _, code)| path.starts_with(crates) && code.contains(word));
    found.map(|(path, _, _)| path).collect()
}

#[test]
fn one_place_computes_and_every_surface_shows_that_value() {
    let folder = Folder::of_demonstration();
    let json = exported(&folder, "json");
    let previews = folder.json(&["figures", "--preview", "--unprotected"]);
    let preview = previews.as_array().unwrap().iter().find(|figure| figure["code"] == "3.7").unwrap();
    let issued = folder.json(&["figures", "--release", "R4.2"]);
    let is_printed = |figure: &&Value| figure["origin"] == "computed" && figure["code"] == "3.7";
    let printed = issued.as_array().unwrap().iter().find(is_printed).unwrap().clone();
    let demo = folder.json(&["demo", "--no-serve"])["figures"]["3.7"]["value"].clone();
    assert_eq!([&preview["value"], &printed["value"], &demo], [&json!(1600); 3]);
    assert_eq!(headline(&rows(&json), "3.7"), 1600);
    let mut compared = 0;
    for table in preview["tables"].as_array().unwrap() {
        let key = table["by"].as_str().unwrap();
        let public = cells(&rows(&json), "3.7", key);
        for cell in table["cells"].as_array().unwrap() {
            let code = cell["code"].as_str().unwrap();
            let shown = public.get(code).copied().unwrap_or_default();
            assert!(
                public.is_empty() || cell["value"] == json!(shown),
                "{key}: {cell}, the public sees {shown}"
            );
        }
        compared += public.len();
    }
    assert_eq!(compared, 40, "cells of the eight tables");
    let server = Server::of(&folder);
    assert_eq!(server.text(&format!("/a/{DEMONSTRATED}/r4.2.json")), json);
    assert_eq!(server.text(&format!("/a/{DEMONSTRATED}/r4.2.csv")), exported_csv(&folder));
    for page in ["/a/{}", "/fr/a/{}", "/f/{}/trained/v5"] {
        let page = server.text(&page.replace("{}", DEMONSTRATED)).replace(['\u{a0}', '\u{202f}'], " ");
        assert!(page.contains("1 600") && !page.contains("1 601"));
    }
}

fn exported_csv(folder: &Folder) -> String {
    let beside = Folder::empty();
    let path = beside.beside("export.csv");
    let done = folder.command(&["export", "csv", "--out"]).arg(&path).output().unwrap();
    assert!(done.status.success(), "reading runs beside the server");
    fs::read_to_string(path).unwrap()
}

/// Every file of a folder and of those in it.
fn files_under(folder: &Path) -> Vec<PathBuf> {
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    paths.flat_map(|path| if path.is_dir() { files_under(&path) } else { vec![path] }).collect()
}

#[test]
fn one_writer_of_facts_and_no_entry_ever_changes() {
    let store = Path::new(env!("CARGO_MANIFEST_DIR")).join("../hatua-store");
    let mut writers = Vec::new();
    for path in files_under(&store.join("src")).into_iter().chain(files_under(&store.join("queries"))) {
        let text = fs::read_to_string(&path).unwrap().to_lowercase();
        let product = text.split("#[cfg(test)]").next().unwrap();
        let says = |verb: &[&str]| product.contains(&[verb, &["entries"]].concat().join(" "));
        if says(&["insert", "into"]) {
            writers.push(path.file_name().unwrap().to_str().unwrap().to_owned());
        }
        assert!(!says(&["update"]) && !says(&["delete", "from"]), "{} changes entries", path.display());
    }
    assert_eq!(writers, ["ledger.rs"]);

    let folder = Folder::of_demonstration();
    let entries = |folder: &Folder| each_entry(folder, <[u8]>::to_vec);
    let before = entries(&folder);
    folder.done(&["--as", VERIFIER, "records", "verify", "--document", "LIST-TR-076-F"]);
    folder.done(&["rebuild"]);
    assert_eq!(entries(&folder)[..before.len()], before, "what stood in the ledger stands there still");
}

/// Every entry of the demonstration's ledger.
fn each_entry<T>(folder: &Folder, read: impl Fn(&[u8]) -> T) -> Vec<T> {
    let store = Store::open(&folder.data(), Access::Read, "reading").unwrap();
    let programme = ProgrammeId::new(DEMONSTRATED).unwrap();
    let all = store.read(&programme, |tx| {
        let entries = (0..tx.ledger_size()?).map(|sequence| Ok(read(&tx.entry_bytes(sequence)?.unwrap())));
        entries.collect::<Result<Vec<T>, StoreError>>()
    });
    all.unwrap()
}

#[test]
fn pure_core_gives_the_same_figures_from_the_ledger_alone() {
    let folder = Folder::of_demonstration();
    let everything = |folder: &Folder| {
        let said =
            ["figures --preview --unprotected", "explain 3.7 --left-out", "release list", "records list"];
        let said =
            said.map(|line| folder.done(&[&line.split(' ').collect::<Vec<_>>()[..], &["--json"]].concat()));
        (said, exported(folder, "csv"), exported(folder, "json"))
    };
    let before = everything(&folder);
    let rebuilt = folder.json(&["rebuild"]);
    assert_eq!(rebuilt, json!({ "views": [], "releases": [], "releases_counted": 5 }));
    assert_eq!(everything(&folder), before);
}

#[test]
fn no_way_round_the_road_leads_to_the_public() {
    let folder = Folder::of_demonstration();
    folder.done(&["--as", VERIFIER, "records", "verify", "--document", "LIST-TR-076-F"]);
    let preview = folder.preview("3.7")["value"].as_u64().unwrap();
    assert_eq!(preview, 1622);
    let site = Server::of(&folder).crawl(&["/", "/fr/", "/ar/"]);
    let (mut computed, mut reported) = (0, 0);
    for (path, answer) in site {
        let text = answer.text();
        assert!(
            !text.contains("1622") && !text.contains("1\u{202f}622") && !text.contains("1\u{a0}622"),
            "{path} says what nobody issued"
        );
        for row in if answer.is("application/json") { rows(&text) } else { Vec::new() } {
            let source = row["source"].as_str().unwrap();
            if row["origin"] == "computed" {
                assert!(
                    row["release"].as_str().unwrap().starts_with('R') && source == "demonstration records",
                    "{row}"
                );
                computed += 1;
            } else {
                assert!(row["release"] == "" && !source.is_empty() && row["origin"] == "reported", "{row}");
                reported += 1;
            }
        }
    }
    assert!(computed > 100 && reported > 100, "{computed} computed, {reported} reported");
    let makers = lines_with("crates/", "PublicCell::new(");
    assert_eq!(makers, BTreeSet::from(["crates/hatua-core/src/withhold/cells.rs".to_owned()]));
}

#[test]
fn said_is_said_even_when_the_package_changes() {
    let folder = Folder::of_demonstration();
    let files = || {
        let server = Server::of(&folder);
        let versions = (1..=5).flat_map(|version| {
            ["csv", "json"]
                .map(|format| server.text(&format!("/f/{DEMONSTRATED}/trained/v{version}.{format}")))
        });
        versions.collect::<Vec<_>>()
    };
    let (before, releases) = (files(), folder.lines(&["release", "list"]));
    let package = folder.beside("package");
    folder.done(&["programme", "export", package.to_str().unwrap()]);
    let statements = package.join("statements.csv");
    let text = fs::read_to_string(&statements).unwrap();
    let first = text.lines().nth(1).unwrap();
    fs::write(&statements, format!("{text}{}\n", first.replacen(",2018-07,", ",2018-08,", 1))).unwrap();
    let loaded = folder.json(&["programme", "load", package.to_str().unwrap()]);
    assert_eq!((loaded["version"].clone(), loaded["is_new"].clone()), (json!(2), json!(true)));
    assert_eq!(files(), before);
    assert_eq!(folder.lines(&["release", "list"]), releases);
    assert_eq!(folder.json(&["rebuild", "--compare"])["releases"], json!([]));
    let correction = folder.json(&["release", "diff", "R4.1", "R4.2"]);
    assert_eq!(correction[0]["difference"], -43);
    assert!(correction[0]["reason"].as_str().unwrap().contains("43 people"), "{correction}");
}

#[test]
fn blank_is_not_zero_anywhere() {
    let states = [
        (FigureValue::Published(0), "published", Some(0)),
        (FigureValue::Nil, "nil", Some(0)),
        (FigureValue::NotReported, "not_reported", None),
        (FigureValue::NotCollected, "not_collected", None),
        (FigureValue::NotApplicable, "not_applicable", None),
        (FigureValue::Suppressed, "suppressed", None),
    ];
    for (value, status, number) in states {
        assert_eq!((value.status(), value.number()), (status, number));
    }
    let of_partner_g = |quarter: &str| {
        let lines = demonstration().lines(&["report", "list"]);
        lines.iter().find(|line| line["partner"] == "G" && line["quarter"] == quarter).unwrap()["state"]
            .clone()
    };
    assert_eq!([of_partner_g("2017-Q3"), of_partner_g("2018-Q2")], [json!("nil"), json!("not_reported")]);

    let meals = Folder::of_meals();
    let page = Server::of(&meals).text("/a/school-meals");
    assert!(page.contains("[x]") && !page.contains("<b>0</b>"), "a figure that nobody reported is no zero");
    for folder in [&meals, demonstration()] {
        for figure in folder.json(&["figures"]).as_array().unwrap() {
            let has_number = ["published", "nil"].contains(&figure["status"].as_str().unwrap());
            assert_eq!(figure["value"].is_null(), !has_number, "{figure}");
        }
    }
}

#[test]
fn totals_rebuild_from_their_parts_or_the_page_says_why_not() {
    let folder = Folder::of_demonstration();
    let server = Server::of(&folder);
    let mut added = 0;
    for release in ["r1.1", "r2.1", "r3.1", "r4.1", "r4.2"] {
        let rows = rows(&server.text(&format!("/a/{DEMONSTRATED}/{release}.json")));
        for key in ["country", "sex", "age", "quarter"] {
            let cells = cells(&rows, "3.7", key);
            assert!(
                cells.is_empty() || cells.values().sum::<u64>() == headline(&rows, "3.7"),
                "{release} by {key}"
            );
            added += usize::from(!cells.is_empty());
        }
    }
    assert!(added >= 15, "only {added} tables were shown");
    let rows = rows(&exported(&Folder::of_demonstration(), "json"));
    let each = cells(&rows, "3.7", "country_each");
    assert_eq!((each.values().sum::<u64>(), headline(&rows, "3.7")), (1611, 1600));
    let page = server.text(&format!("/f/{DEMONSTRATED}/trained/v5"));
    assert!(
        page.contains("stands in both lines, so the lines may not be added"),
        "the page does not say why it adds up to 1 611"
    );
}

#[test]
fn no_person_in_public_nor_in_the_ledger_nor_readable_on_the_disk() {
    let mut texts = Recipe::read().personal_texts();
    texts.retain(|column, _| ["full name", "phone", "staff_number", "person_id"].contains(&column.as_str()));
    let entries = each_entry(demonstration(), |bytes| String::from_utf8(bytes.to_vec()).unwrap()).concat();
    let database = fs::read(demonstration().data().join("hatua.sqlite")).unwrap();
    let database = String::from_utf8_lossy(&database);
    assert!(database.contains("LIST-TR-076-F"), "what is no secret can be found there");
    for (column, texts) in texts {
        for text in texts.iter().step_by(150) {
            assert!(!entries.contains(text.as_str()), "the ledger holds the {column} `{text}`");
            assert!(!database.contains(text.as_str()), "the database holds the {column} `{text}` in clear");
        }
    }
    for word in ["FieldRecord", "RecordState", "UnitId", "RecordId", "hatua_store", "hatua_app"] {
        assert_eq!(lines_with("crates/hatua-publish/", word), BTreeSet::new(), "publish names {word}");
    }
}

#[test]
fn nothing_from_the_field_is_lost() {
    let folder = Folder::of_meals();
    let sent =
        "delivery_id,day,state,meals,note\nD-1,2024-02-05,Accepted,12,N-1\nD-2,2024-13-05,Accepted,é,N-2\n";
    let file = folder.file("list of the kitchen.csv", sent);
    let import = folder.run(&["import", "--register", "delivery", "--partner", "NORTH", &file]);
    assert_eq!(import.code, 1, "{import:?}");

    let programme = ProgrammeId::new("school-meals").unwrap();
    let keyring = Keyring::load(&folder.keyring()).unwrap();
    let keys = keyring.programme(&programme).unwrap();
    let scope = Scope::whole(programme.clone());
    let store = Store::open(&folder.data(), Access::Read, "reading").unwrap();
    let (kept, aside) = store
        .read(&programme, |tx| {
            let Act::FileReceived { file, .. } = tx.entry(1)?.unwrap().act else {
                panic!("the file comes first")
            };
            Ok::<_, StoreError>((tx.file(file, &scope, keys)?.unwrap(), tx.kept_aside(file, &scope, keys)?))
        })
        .unwrap();
    assert_eq!((kept.name.as_str(), kept.bytes.as_slice()), ("list of the kitchen.csv", sent.as_bytes()));
    assert_eq!(aside.len(), 1, "the row that could not become a record is kept with its cells");
    assert!(format!("{:?}", aside[0]).contains("2024-13-05"), "{:?}", aside[0]);
}

#[test]
fn the_programme_is_data_and_another_one_needs_no_other_program() {
    let folder = Folder::empty();
    let package = folder.beside("package");
    demonstration().done(&["programme", "export", package.to_str().unwrap()]);
    let about = package.join("programme.toml");
    let text = fs::read_to_string(&about).unwrap();
    fs::write(&about, text.replacen("id = \"bmm\"", "id = \"river\"", 1)).unwrap();
    folder.done(&["programme", "load", package.to_str().unwrap()]);
    let server = Server::of(&folder);
    let site = server.crawl(&["/", "/fr/", "/ar/"]);
    assert!(site.contains_key("/a/river") && site.contains_key("/f/river/trained"));
    for (path, answer) in site {
        assert!(answer.is_there(), "{path}: {}", answer.status);
        assert!(!path.contains("bmm"), "{path} names another programme");
    }
    let slugs = |folder: &Folder| texts(folder.json(&["figures"]).as_array().unwrap(), "slug");
    let others: Vec<String> =
        slugs(demonstration()).into_iter().collect::<BTreeSet<_>>().into_iter().collect();
    let own: Vec<String> = slugs(&folder).into_iter().collect::<BTreeSet<_>>().into_iter().collect();
    assert_eq!(own, others);
}

#[test]
fn templates_hold_no_logic_handlers_hold_no_rules_sql_lives_in_the_store() {
    for word in [
        "hatua_core::count",
        "hatua_core::withhold",
        "hatua_core::identity",
        "hatua_core::verify",
        "hatua_core::record",
        "hatua_store",
        "rusqlite",
    ] {
        assert_eq!(lines_with("crates/hatua-web/", word), BTreeSet::new(), "a handler reaches for {word}");
    }
    let outside =
        lines_with("crates/", "rusqlite").into_iter().filter(|path| !path.starts_with("crates/hatua-store/"));
    assert_eq!(outside.collect::<Vec<_>>(), [""; 0]);
    assert!(
        !lines_with("crates/hatua-store/", "rusqlite").is_empty()
            && !lines_with("crates/hatua-web/", "hatua_app").is_empty()
    );
}

#[test]
fn dependencies_point_inward_all_the_way() {
    let reaches = reached_crates();
    let of = |name: &str| reaches[name].iter().map(String::as_str).collect::<Vec<_>>();
    assert_eq!(of("hatua-core"), [""; 0]);
    for outer in ["hatua-collect", "hatua-publish", "hatua-store", "hatua-demo"] {
        assert_eq!(of(outer), ["hatua-core"], "{outer}");
    }
    assert_eq!(of("hatua-app"), ["hatua-collect", "hatua-core", "hatua-publish", "hatua-store"]);
    assert!(of("hatua").contains(&"hatua-web") && !of("hatua-web").contains(&"hatua-demo"));
}

/// For each crate of ours all others of ours that it is built from, however far away.
fn reached_crates() -> BTreeMap<String, BTreeSet<String>> {
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../Cargo.lock");
    let text = fs::read_to_string(lock).unwrap();
    let mut reached: BTreeMap<String, BTreeSet<String>> = text
        .split("[[package]]")
        .filter_map(|package| {
            let quoted = |line: &str| line.split('"').nth(1).map(str::to_owned);
            let name = quoted(package.lines().find(|line| line.starts_with("name = "))?)?;
            let own =
                package.lines().filter(|line| line.starts_with(" \"hatua-")).filter_map(quoted).collect();
            name.starts_with("hatua").then_some((name, own))
        })
        .collect();
    for _ in 0..reached.len() {
        let before = reached.clone();
        for near in reached.values_mut() {
            let far: BTreeSet<String> = near.iter().flat_map(|name| before[name].clone()).collect();
            near.extend(far);
        }
    }
    reached
}
