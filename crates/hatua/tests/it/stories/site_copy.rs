//! A copy of the public site as files: whole, with the bytes of the live pages, and without a dead link.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::binary::{DEMONSTRATED, Folder};
use crate::http::Server;

/// Every file below a folder, by its path in it.
fn files(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut waiting = vec![root.to_path_buf()];
    let mut found = BTreeMap::new();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(std::fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            found.insert(name, std::fs::read(&path).unwrap());
        }
    }
    found
}

/// The file that a plain server sends for an address.
fn file_of(address: &str) -> [String; 2] {
    let path = address.trim_matches('/');
    let index = if path.is_empty() { "index.html".to_owned() } else { format!("{path}/index.html") };
    [path.to_owned(), index]
}

fn copied(folder: &Folder) -> PathBuf {
    let out = folder.beside("site");
    let done = folder.json(&["export", "site", "--out", out.to_str().unwrap()]);
    assert!(done["files"].as_u64().unwrap() > 100, "{done}");
    out
}

#[test]
fn the_site_as_files_equals_the_live_pages_and_has_no_dead_link() {
    let folder = Folder::of_demonstration();
    let files = files(&copied(&folder));
    let live = Server::of(&folder).crawl(&["/", "/fr/", "/ar/"]);
    let is_search = |address: &str| address.ends_with("/search");
    let mut compared = 0;
    for (address, answer) in
        live.iter().filter(|(address, answer)| answer.status == 200 && !is_search(address))
    {
        let found = file_of(address).into_iter().find_map(|path| files.get(&path));
        assert!(found == Some(&answer.body), "{address} is not in the copy as it is served");
        compared += 1;
    }
    assert!(compared > 100, "{compared} addresses were compared");
    for (name, bytes) in
        files.iter().filter(|(name, _)| Path::new(name).extension().is_some_and(|end| end == "html"))
    {
        let page = String::from_utf8_lossy(bytes);
        let starts = [" href=\"", " src=\"", " srcset=\"", " action=\""];
        let links = starts.iter().flat_map(|start| page.split(start).skip(1));
        for link in links.filter_map(|rest| rest.split(['"', '#', '?']).next()) {
            let is_here = !link.starts_with('/') || file_of(link).iter().any(|path| files.contains_key(path));
            assert!(is_here, "{name} leads to {link}, which is no file of the copy");
        }
    }
    for there in [
        "index.html".to_owned(),
        "404.html".to_owned(),
        "changes.atom".to_owned(),
        "ar/methods/index.html".to_owned(),
        format!("f/{DEMONSTRATED}/trained/index.html"),
        format!("f/{DEMONSTRATED}/trained/v1.csv"),
        format!("fr/a/{DEMONSTRATED}/r4.1/index.html"),
    ] {
        assert!(files.contains_key(&there), "{there}");
    }
    let search = String::from_utf8_lossy(&files["search/index.html"]);
    assert!(search.contains("needs the server") && !search.contains("<form"));
}

#[test]
fn a_copy_is_not_mixed_with_other_files_and_is_of_no_single_release() {
    let folder = Folder::of_demonstration();
    let full = folder.beside("full");
    std::fs::create_dir(&full).unwrap();
    std::fs::write(full.join("mine.txt"), "mine").unwrap();
    let out = full.to_str().unwrap();
    folder.run(&["export", "site", "--out", out]).refused(
        2,
        "holds something already",
        out,
        "new or empty folder",
    );
    let other = folder.beside("other");
    folder.run(&["export", "site", "--release", "R4", "--out", other.to_str().unwrap()]).refused(
        2,
        "every release",
        "site",
        "leave out --release",
    );
}
