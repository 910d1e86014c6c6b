//! The licence of every dependency against the list of those that we accept, and the crates that must never be in the
//! tree: those that need more than a C compiler, or bring a second TLS.

use anyhow::Context as _;
use serde_json::Value;

use crate::run::{Root, note, output_of};
use crate::spdx::can_be_met;

/// Licences that ask no more than to be named.
const ACCEPTED: [&str; 14] = [
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Crates that come under another licence all the same: crate, licence, reason. A line that no crate needs any more is
/// an error, so that the list stays as short as it can be.
const EXCEPTIONS: [(&str, &str, &str); 0] = [];

/// Crates that must not be in the tree, with the reason.
const REFUSED: [(&str, &str); 6] = [
    ("aws-lc-sys", "it is built with cmake"),
    ("bindgen", "it needs libclang"),
    ("cmake", "it needs more than a C compiler"),
    ("native-tls", "it brings the system's TLS"),
    ("openssl-sys", "it needs OpenSSL's headers"),
    ("pq-sys", "it needs libpq"),
];

/// Checks the whole tree; names each offender, and is true where there is none.
///
/// # Errors
/// When cargo cannot say what the tree is.
pub fn check_licences(root: &Root) -> anyhow::Result<bool> {
    let mut cargo = root.cargo(&["metadata", "--format-version", "1", "--locked"]);
    let metadata: Value =
        serde_json::from_slice(&output_of(&mut cargo)?).context("cargo metadata is not JSON")?;
    let packages = packages_of(&metadata)?;
    let offences = offences_of(&packages, &EXCEPTIONS);
    for offence in &offences {
        note(&format!("licences: {offence}"));
    }
    if offences.is_empty() {
        note(&format!("licences: {} dependencies, all accepted", packages.len()));
    }
    Ok(offences.is_empty())
}

/// A dependency, as cargo knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Package {
    name: String,
    version: String,
    /// The SPDX expression; absent where the crate states none.
    licence: Option<String>,
}

/// The dependencies; our own crates have no source and are left out.
fn packages_of(metadata: &Value) -> anyhow::Result<Vec<Package>> {
    let packages = metadata["packages"].as_array().context("cargo metadata has no `packages`")?;
    let text = |package: &Value, key: &str| package[key].as_str().map(str::to_owned);
    packages
        .iter()
        .filter(|package| !package["source"].is_null())
        .map(|package| {
            let name = text(package, "name").context("cargo metadata has a package without a name")?;
            let version =
                text(package, "version").context("cargo metadata has a package without a version")?;
            Ok(Package { name, version, licence: text(package, "license") })
        })
        .collect()
}

/// One sentence for each dependency that we do not accept, and for each exception that is no longer needed.
fn offences_of(packages: &[Package], exceptions: &[(&str, &str, &str)]) -> Vec<String> {
    let mut offences: Vec<String> =
        packages.iter().filter_map(|package| offence_of(package, exceptions)).collect();
    for (name, licence, _) in exceptions {
        if !packages.iter().any(|package| package.name == *name) {
            offences.push(format!(
                "the exception of {name} ({licence}) is not needed any more; take it out of EXCEPTIONS"
            ));
        }
    }
    offences
}

fn offence_of(package: &Package, exceptions: &[(&str, &str, &str)]) -> Option<String> {
    let Package { name, version, licence } = package;
    if let Some((_, reason)) = REFUSED.iter().find(|(refused, _)| refused == name) {
        return Some(format!(
            "{name} {version} must not be in the tree: {reason}; `cargo tree -i {name}` says who asks for it"
        ));
    }
    let Some(licence) = licence else {
        return Some(format!("{name} {version} states no licence; find another crate"));
    };
    let accepts = |word: &str| {
        ACCEPTED.contains(&word) || exceptions.iter().any(|(who, which, _)| who == name && *which == word)
    };
    match can_be_met(licence, &accepts) {
        Ok(true) => None,
        Ok(false) => Some(format!(
            "{name} {version} is under `{licence}`, which is not on the list; find another crate, or add it to EXCEPTIONS with the reason"
        )),
        Err(unreadable) => {
            Some(format!("{name} {version} states `{licence}`, which cannot be read: {unreadable}"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, licence: Option<&str>) -> Package {
        Package { name: name.to_owned(), version: "1.0.0".to_owned(), licence: licence.map(str::to_owned) }
    }

    #[test]
    fn a_permissive_crate_is_accepted() {
        assert_eq!(
            offences_of(&[package("a", Some("MIT OR Apache-2.0")), package("b", Some("Unicode-3.0"))], &[]),
            [""; 0]
        );
    }

    #[test]
    fn a_crate_under_another_licence_is_named() {
        let offences = offences_of(&[package("greedy", Some("GPL-3.0-only"))], &[]);
        assert_eq!(offences.len(), 1);
        assert!(offences[0].starts_with("greedy 1.0.0 is under `GPL-3.0-only`"), "{offences:?}");
    }

    #[test]
    fn a_crate_without_a_licence_or_with_an_unreadable_one_is_named() {
        let offences = offences_of(&[package("mute", None), package("odd", Some("MIT and so on"))], &[]);
        assert_eq!(offences.len(), 2);
        assert!(offences[0].contains("states no licence"));
        assert!(offences[1].contains("cannot be read"));
    }

    #[test]
    fn a_copyleft_file_licence_needs_a_reason_for_each_crate() {
        let mozilla = [package("selectors", Some("MPL-2.0")), package("other", Some("MPL-2.0"))];
        let offences = offences_of(&mozilla, &[("selectors", "MPL-2.0", "used unchanged, in tests only")]);
        assert_eq!(offences.len(), 1);
        assert!(offences[0].starts_with("other"));
    }

    #[test]
    fn an_exception_that_nobody_needs_is_an_offence() {
        let offences = offences_of(&[], &[("selectors", "MPL-2.0", "used unchanged")]);
        assert!(offences[0].contains("not needed any more"), "{offences:?}");
    }

    #[test]
    fn a_crate_that_needs_more_than_a_c_compiler_is_refused_whatever_its_licence() {
        for name in ["openssl-sys", "native-tls", "aws-lc-sys", "bindgen", "cmake", "pq-sys"] {
            let offences = offences_of(&[package(name, Some("MIT"))], &[]);
            assert!(offences[0].contains("must not be in the tree"), "{name}");
        }
    }

    #[test]
    fn our_own_crates_are_no_dependencies() {
        let metadata = serde_json::json!({ "packages": [
            { "name": "ours", "version": "0.1.0", "license": null, "source": null },
            { "name": "theirs", "version": "2.0.0", "license": "MIT", "source": "registry+https://example.org" },
        ]});
        let found = packages_of(&metadata).unwrap();
        assert_eq!(found.iter().map(|p| p.name.as_str()).collect::<Vec<_>>(), ["theirs"]);
    }
}
