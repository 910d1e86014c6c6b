//! The project is the same on every machine: no path of the machine it was written on, no registry but the public ones, which
//! the clients know by themselves.

use super::{Breach, File, Tree};

const PATH: &str = "no path of a machine";
const HOST: &str = "no host of a registry";

/// Folders that exist on one machine; in two parts, so that this file keeps its own rule.
const MACHINE: [(&str, &str); 3] = [("/wo", "rk/"), ("/ro", "ot/"), ("/Use", "rs/")];
/// Words in the name of a host that is a registry, a mirror or a proxy of one.
const REGISTRY_WORDS: [&str; 7] = ["registry", "artifactory", "nexus", "mirror", "npmjs", "pypi", "proxy"];
/// The line of `Cargo.lock` for a crate of the public registry.
const PUBLIC_CRATES: &str = concat!("registry+https", "://github.com/rust-lang/crates.io-index");

/// No absolute path into a home or a workplace.
pub(super) fn no_path_of_a_machine(tree: &Tree) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for file in &tree.files {
        for (line, text) in file.lines() {
            let is_there = |(first, second): &&(&str, &str)| begins_path(text, &format!("{first}{second}"));
            if let Some((first, second)) = MACHINE.iter().find(is_there) {
                breaches.push(file.breach(line, PATH, format!("`{first}{second}...`")));
            }
        }
    }
    breaches
}

/// No address of a registry, and no file that names one.
pub(super) fn no_host_of_a_registry(tree: &Tree) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for file in &tree.files {
        if ["npmrc", "pypirc"].contains(&file.ending()) || file.path.ends_with("pip.conf") {
            breaches.push(file.breach(1, HOST, "settings of a package client belong to the machine"));
        }
        for (line, text) in file.lines() {
            if let Some(what) = registry_in(file, text) {
                breaches.push(file.breach(line, HOST, what));
            }
        }
    }
    breaches
}

fn registry_in(file: &File, line: &str) -> Option<String> {
    if file.path == "Cargo.lock" && line.starts_with("source = ") {
        return (!line.contains(PUBLIC_CRATES)).then(|| line.to_owned());
    }
    if file.path.ends_with("package-lock.json") && line.trim_start().starts_with("\"resolved\":") {
        return Some(
            "make the lock file with `npm config set omit-lockfile-registry-resolved true`".to_owned(),
        );
    }
    if file.path.ends_with(".cargo/config.toml")
        && (line.contains("replace-with") || line.trim() == "[registries]")
    {
        return Some(line.trim().to_owned());
    }
    let hosts = line
        .split("://")
        .skip(1)
        .map(|rest| rest.split(['/', ':', '"', '\'', '`', ' ', ')', '<']).next().unwrap_or_default());
    hosts
        .into_iter()
        .find(|host| REGISTRY_WORDS.iter().any(|word| host.contains(word)))
        .map(|host| format!("`{host}`"))
}

/// Whether a path begins so in this line: not in the middle of another path.
fn begins_path(line: &str, path: &str) -> bool {
    let is_inside = |c: char| c.is_alphanumeric() || "._-/}*".contains(c);
    line.match_indices(path).any(|(at, _)| !line[..at].chars().next_back().is_some_and(is_inside))
}

#[cfg(test)]
mod tests {
    use super::super::assert_caught;
    use super::*;

    #[test]
    fn a_path_of_a_machine_is_caught_and_a_part_of_another_path_is_not() {
        for folder in [concat!("/wo", "rk/x"), concat!("/ro", "ot/.cargo"), concat!("/Use", "rs/a")] {
            let text = format!("# A\nsee `{folder}` for it");
            assert_caught(
                &no_path_of_a_machine(&Tree::of(&[("docs/a.md", &text)])),
                "docs/a.md",
                2,
                &folder[..5],
            );
        }
        let inside = concat!("crates/web/wo", "rk/a.rs and ../ro", "ot/b");
        assert_eq!(no_path_of_a_machine(&Tree::of(&[("docs/a.md", inside)])), []);
    }

    #[test]
    fn a_registry_is_caught_by_its_host() {
        let text = format!("#!/bin/bash\nnpm ci --registry https:{}", "//npm-registry.example.org/x");
        assert_caught(
            &no_host_of_a_registry(&Tree::of(&[(".ci/run", &text)])),
            ".ci/run",
            2,
            "npm-registry.example.org",
        );
        let harmless = "see https://docs.example.org/registry and crate::registry::read";
        assert_eq!(no_host_of_a_registry(&Tree::of(&[("docs/a.md", harmless)])), []);
    }

    #[test]
    fn a_registry_is_caught_in_lock_files_and_settings() {
        for (path, line) in [
            ("Cargo.lock", "source = \"registry+sparse+https"),
            ("tests/ui/package-lock.json", "      \"resolved\": \"x\","),
            (".cargo/config.toml", "replace-with = \"x\""),
        ] {
            assert_caught(&no_host_of_a_registry(&Tree::of(&[(path, &format!("\n{line}"))])), path, 2, "");
        }
        assert_caught(
            &no_host_of_a_registry(&Tree::of(&[("tests/ui/.npmrc", "x")])),
            "tests/ui/.npmrc",
            1,
            "machine",
        );
        let public = format!("source = \"{PUBLIC_CRATES}\"");
        assert_eq!(no_host_of_a_registry(&Tree::of(&[("Cargo.lock", &public)])), []);
    }
}
