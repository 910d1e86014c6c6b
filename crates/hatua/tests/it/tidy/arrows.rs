//! Which crate of ours may depend on which: the code map in `ARCHITECTURE.md` says so, and the manifests must agree. A new arrow
//! is a change of that page.

use std::collections::{BTreeMap, BTreeSet};

use super::{Breach, File, Tree};

const MAP: &str = "ARCHITECTURE.md";
const ARROWS: &str = "dependencies between our crates are those of ARCHITECTURE.md";
const PURE: &str = "hatua-core has no async, database, HTTP or file crate";

/// Crates that reach the world; core is given what it needs. A name that ends in `-` stands for all that begin so.
const WORLD: [&str; 28] = [
    "async-",
    "axum",
    "calamine",
    "chrono",
    "diesel",
    "futures",
    "getrandom",
    "hyper",
    "memmap2",
    "notify",
    "postgres",
    "rand",
    "rayon",
    "redb",
    "reqwest",
    "rusqlite",
    "rust-embed",
    "sled",
    "smol",
    "sqlx",
    "tempfile",
    "tokio",
    "tokio-",
    "tower",
    "tower-",
    "ureq",
    "walkdir",
    "zip",
];

/// Every dependency on a crate of ours stands on the map.
pub(super) fn arrows_point_inward(tree: &Tree) -> Vec<Breach> {
    let allowed = tree.file(MAP).map(|page| arrows_of_map(&page.text)).unwrap_or_default();
    let mut breaches = Vec::new();
    for manifest in manifests(tree) {
        let from = manifest.folder().trim_start_matches("crates/");
        for (line, to) in dependencies(manifest).filter(|(_, name)| name.starts_with("hatua-")) {
            if !allowed.get(from).is_some_and(|arrows| arrows.contains(to)) {
                breaches.push(manifest.breach(line, ARROWS, format!("{from} -> {to} is not on the map")));
            }
        }
    }
    breaches
}

/// Core's dependencies compute and do nothing else.
pub(super) fn core_has_no_crate_of_the_world(tree: &Tree) -> Vec<Breach> {
    let is_of_the_world = |name: &str| {
        WORLD.iter().any(|world| name == *world || (world.ends_with('-') && name.starts_with(world)))
    };
    manifests(tree)
        .filter(|manifest| manifest.path == "crates/hatua-core/Cargo.toml")
        .flat_map(|manifest| {
            dependencies(manifest)
                .filter(|(_, name)| is_of_the_world(name))
                .map(|(line, name)| manifest.breach(line, PURE, format!("{name} reaches the world")))
                .collect::<Vec<_>>()
        })
        .collect()
}

/// The lines `hatua-web/ ... depends on: app, core` of the code map: from crate to crates, with their whole names.
fn arrows_of_map(page: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut arrows = BTreeMap::new();
    for line in page.lines() {
        let Some((head, tail)) = line.split_once("depends on:") else { continue };
        let Some(from) = head.split_whitespace().next().and_then(|word| word.strip_suffix('/')) else {
            continue;
        };
        let tail = tail.split(';').next().unwrap_or_default();
        let words = tail.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        let to = words.map(|word| format!("hatua-{word}")).collect();
        arrows.insert(from.to_owned(), to);
    }
    arrows
}

fn manifests(tree: &Tree) -> impl Iterator<Item = &File> {
    tree.ending("/Cargo.toml")
        .filter(|file| file.path.starts_with("crates/") || file.path.starts_with("xtask/"))
}

/// The names under `[dependencies]` and `[build-dependencies]`, also those of one platform, with their lines.
fn dependencies(manifest: &File) -> impl Iterator<Item = (usize, &str)> {
    let mut is_inside = false;
    manifest.lines().filter_map(move |(line, text)| {
        if let Some(section) = text.trim().strip_prefix('[') {
            let section = section.trim_end_matches(']');
            if let Some((kind, name)) = section.rsplit_once('.')
                && kind.ends_with("dependencies")
                && !kind.ends_with("dev-dependencies")
            {
                is_inside = false;
                return Some((line, name));
            }
            is_inside = section.ends_with("dependencies") && !section.ends_with("dev-dependencies");
            return None;
        }
        let name = text.split(['=', '.', ' ']).next().unwrap_or_default();
        (is_inside && !name.is_empty() && !name.starts_with('#')).then_some((line, name))
    })
}

#[cfg(test)]
mod tests {
    use super::super::assert_caught;
    use super::*;

    const PAGE: &str = "      hatua-core/      the rules          depends on: no other crate of ours
      hatua-web/       HTTP               depends on: app, core
      hatua/           the binary         depends on: web, app\n";

    fn tree(path: &str, manifest: &str) -> Tree {
        Tree::of(&[(MAP, PAGE), (path, manifest)])
    }

    #[test]
    fn an_arrow_that_is_not_on_the_map_is_caught() {
        let manifest = "[package]\nname = \"hatua-web\"\n\n[dependencies]\nhatua-app.workspace = true\nhatua-store.workspace = true\n";
        let breaches = arrows_point_inward(&tree("crates/hatua-web/Cargo.toml", manifest));
        assert_caught(&breaches, "crates/hatua-web/Cargo.toml", 6, "hatua-web -> hatua-store");
    }

    #[test]
    fn an_arrow_for_one_platform_or_in_a_section_of_its_own_is_caught() {
        for manifest in [
            "[target.'cfg(unix)'.dependencies]\nhatua-app = { path = \"../hatua-app\" }\n",
            "\n[dependencies.hatua-app]\n",
        ] {
            let breaches = arrows_point_inward(&tree("crates/hatua-core/Cargo.toml", manifest));
            assert_caught(&breaches, "crates/hatua-core/Cargo.toml", 2, "hatua-core -> hatua-app");
        }
    }

    #[test]
    fn an_arrow_of_the_tests_alone_is_no_arrow() {
        let manifest = "[dependencies]\n# why\nserde.workspace = true\n\n[dev-dependencies]\nhatua-demo.workspace = true\n";
        assert_eq!(arrows_point_inward(&tree("crates/hatua-web/Cargo.toml", manifest)), []);
    }

    #[test]
    fn a_crate_that_is_not_on_the_map_may_depend_on_nothing_of_ours() {
        let breaches = arrows_point_inward(&tree(
            "crates/hatua-new/Cargo.toml",
            "[dependencies]\nhatua-core.workspace = true\n",
        ));
        assert_caught(&breaches, "crates/hatua-new/Cargo.toml", 2, "hatua-new -> hatua-core");
    }

    #[test]
    fn a_crate_that_reaches_the_world_is_caught_in_core_alone() {
        let manifest = "[dependencies]\nserde.workspace = true\ntokio-util = \"1\"\n";
        let breaches = core_has_no_crate_of_the_world(&tree("crates/hatua-core/Cargo.toml", manifest));
        assert_caught(&breaches, "crates/hatua-core/Cargo.toml", 3, "tokio-util");
        assert_eq!(core_has_no_crate_of_the_world(&tree("crates/hatua-web/Cargo.toml", manifest)), []);
    }
}
