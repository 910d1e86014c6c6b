//! Checks a bundle with nothing but its bytes: that each is as it was sealed, that the ledger in it is the one that was signed,
//! and that its figures, counted again, are those that were issued. What can't be known from it is said as plainly.

use std::collections::{BTreeMap, BTreeSet};

use hatua_core::id::IndicatorCode;
use hatua_core::ledger::{Act, Entry};
use hatua_core::programme::{Package, read::package_hash};
use hatua_core::release::{Draft, DraftRequest, FigureValue, Release, ReleaseId, draft, signatures_so_far};
use hatua_store::{SignedHead, Unsealed, roots_at, unseal, verify_head, verify_proof};
use serde::Serialize;

use super::contents::{Ground, derived, names};
use crate::error::AppError;
use crate::release::request_of;

/// Something that is proved, or that is not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Said {
    /// The word for programs.
    pub code: &'static str,
    /// In words.
    pub what: String,
}

/// Something that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The part of the bundle; absent where it is the archive around the parts.
    pub part: Option<String>,
    /// The byte of the part, or of the file, from 0; absent where there is no one place.
    pub byte: Option<u64>,
    /// The word for programs.
    pub code: &'static str,
    /// In words.
    pub what: String,
}

/// A figure, issued and counted again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CheckedFigure {
    /// The indicator's code.
    pub code: IndicatorCode,
    /// As it was issued.
    pub issued: FigureValue,
    /// As it is counted from the bundle; absent where it can't be.
    pub counted: Option<FigureValue>,
    /// Whether all that the release says of the figure comes out the same: chain, tables, evidence, reasons.
    pub agrees: bool,
}

/// What was found out about a bundle.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct BundleCheck {
    /// What it is a bundle of; absent where it can't be read.
    pub subject: Option<String>,
    /// The figures.
    pub figures: Vec<CheckedFigure>,
    /// What is proved.
    pub proved: Vec<Said>,
    /// What is not.
    pub not_proved: Vec<Said>,
    /// What is wrong; empty when all is well.
    pub findings: Vec<Finding>,
}

impl BundleCheck {
    fn prove(&mut self, code: &'static str, what: impl Into<String>) {
        self.proved.push(Said { code, what: what.into() });
    }

    fn leave_open(&mut self, code: &'static str, what: impl Into<String>) {
        self.not_proved.push(Said { code, what: what.into() });
    }

    fn find(&mut self, part: &str, code: &'static str, what: impl Into<String>) {
        self.findings.push(Finding { part: Some(part.to_owned()), byte: None, code, what: what.into() });
    }

    /// How many figures agree.
    #[must_use]
    pub fn agreeing(&self) -> usize {
        self.figures.iter().filter(|figure| figure.agrees).count()
    }
}

/// Checks a bundle, against what the auditor has from elsewhere: the log's public key, and an older signed head.
#[must_use]
pub fn check_bundle(bundle: &[u8], key: Option<&str>, since: Option<&str>) -> BundleCheck {
    let mut check = BundleCheck::default();
    match unseal(bundle) {
        Ok(unsealed) => {
            check.subject = Some(unsealed.subject.clone());
            let of = OfBundle { unsealed: &unsealed, key, since };
            of.check(&mut check);
        }
        Err(findings) => check.findings.extend(findings.into_iter().map(|found| Finding {
            code: found.what.code(),
            what: found.what.to_string(),
            part: found.part,
            byte: found.at,
        })),
    }
    leave_open_always(&mut check, key.is_some());
    check
}

/// What no bundle can show.
fn leave_open_always(check: &mut BundleCheck, has_key: bool) {
    if !has_key {
        check.leave_open(
            "key_is_the_programmes",
            "that the public key in the bundle is the programme's: name the one that you had before, with --key",
        );
    }
    check.leave_open(
        "records_are_true",
        "that a record is true: draw some (sample.csv), see their paper, ask in the field",
    );
    check.leave_open("nothing_left_out", "that nothing was left out before it came into the ledger");
    check.leave_open(
        "source_documents",
        "what the source documents say: they are not in the bundle, it says only which are on file",
    );
    check.leave_open("names", "which person, institution or station a unit is: names stay in the vault");
    check.leave_open(
        "only_log",
        "that the keeper showed everybody the same ledger: compare heads with others who have one",
    );
    check.leave_open("later", "what happened after the release was issued: the bundle ends there");
}

/// A bundle whose bytes are as they were sealed, and what the auditor has beside it.
struct OfBundle<'a> {
    unsealed: &'a Unsealed,
    key: Option<&'a str>,
    since: Option<&'a str>,
}

impl OfBundle<'_> {
    fn check(&self, check: &mut BundleCheck) {
        check.prove("bytes", "every byte of the bundle is as it was when it was sealed");
        let Some(key) = self.checked_key(check) else { return };
        let Some(ground) = self.checked_log(&key, check) else { return };
        let Some(id) = self.release_id(check) else { return };
        let Some((sequence, release)) = ground.issued(id) else {
            check.find(names::ENTRIES, "release_missing", format!("no entry issues {id}"));
            return;
        };
        self.check_proof(&key, sequence, check);
        Self::check_package(&ground, release, check);
        if let Err(error) = count_again(&ground, release, check) {
            check.find(names::ENTRIES, "not_countable", error.to_string());
            return;
        }
        self.check_derived(&ground, release, check);
    }

    fn text(&self, name: &str) -> &str {
        let bytes = self.unsealed.parts.get(name).map(Vec::as_slice).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }

    /// The key with which all is checked: the one that the auditor has, else the one in the bundle.
    fn checked_key(&self, check: &mut BundleCheck) -> Option<String> {
        let own = self.text(names::KEY).trim_end();
        let key = self.key.unwrap_or(own);
        if let Err(found) = self.unsealed.check_key(key) {
            let (code, what) = (found.what.code(), found.what.to_string());
            check.findings.push(Finding { part: found.part, byte: found.at, code, what });
            return None;
        }
        let whose = if self.key.is_some() { "that you named" } else { "in the bundle" };
        check.prove("seal", format!("it was sealed with the public key {whose}: {key}"));
        Some(key.to_owned())
    }

    /// The ledger: each entry in its place and form, and together the log that was signed.
    fn checked_log(&self, key: &str, check: &mut BundleCheck) -> Option<Ground> {
        let lines: Vec<Vec<u8>> =
            self.text(names::ENTRIES).split_terminator('\n').map(|line| line.as_bytes().to_vec()).collect();
        for (sequence, line) in (0_u64..).zip(&lines) {
            let entry = Entry::from_bytes(line);
            let is_right = entry.is_ok_and(|entry| {
                entry.sequence == sequence && entry.to_bytes().is_ok_and(|bytes| bytes == *line)
            });
            if !is_right {
                check.find(
                    names::ENTRIES,
                    "entry_unreadable",
                    format!("line {}: this is not entry {sequence} in its one form", sequence + 1),
                );
                return None;
            }
        }
        let head = match verify_head(self.text(names::HEAD), key) {
            Ok(head) => head,
            Err(error) => {
                check.find(names::HEAD, "head_invalid", error.to_string());
                return None;
            }
        };
        if !self.compare_heads(&lines, &head, key, check) {
            return None;
        }
        match Ground::of(&lines, self.package(), self.text(names::HEAD), key) {
            Ok(ground) => Some(ground),
            Err(error) => {
                check.find(names::PACKAGE, "package_unreadable", error.to_string());
                None
            }
        }
    }

    /// Whether the entries give the root that was signed, and the one of the older head.
    fn compare_heads(
        &self,
        lines: &[Vec<u8>],
        head: &SignedHead,
        key: &str,
        check: &mut BundleCheck,
    ) -> bool {
        let older = self.since.map(|note| verify_head(note, key));
        let sizes =
            [Some(head.size), older.as_ref().and_then(|older| older.as_ref().ok()).map(|older| older.size)];
        let sizes: BTreeSet<u64> = sizes.into_iter().flatten().collect();
        let roots = roots_at(lines.iter().map(Vec::as_slice), &sizes);
        if head.size != lines.len() as u64 || roots.get(&head.size) != Some(&head.root) {
            let what = format!(
                "the {} entries are not those whose head was signed at size {}",
                lines.len(),
                head.size
            );
            check.find(names::ENTRIES, "head_differs", what);
            return false;
        }
        let what = format!(
            "the {} entries are all that the log {} had, unchanged and in order, when its head was signed",
            head.size, head.origin
        );
        check.prove("log", what);
        match older {
            None => {}
            Some(Err(error)) => check.find("--since", "older_head_invalid", error.to_string()),
            Some(Ok(older)) if older.size > head.size => check.leave_open(
                "since",
                format!(
                    "that the log goes on to your head of size {}: the bundle ends at {}",
                    older.size, head.size
                ),
            ),
            Some(Ok(older)) if roots.get(&older.size) == Some(&older.root) => {
                check.prove(
                    "since",
                    format!("the log begins with the {} entries of the head that you kept", older.size),
                );
            }
            Some(Ok(older)) => check.find(
                names::ENTRIES,
                "older_head_differs",
                format!("the log does not begin with the {} entries of the head that you kept", older.size),
            ),
        }
        true
    }

    fn package(&self) -> Package {
        let files =
            self.unsealed.parts.iter().filter_map(|(name, bytes)| {
                Some((name.strip_prefix(names::PACKAGE)?.to_owned(), bytes.clone()))
            });
        Package { files: files.collect() }
    }

    fn release_id(&self, check: &mut BundleCheck) -> Option<ReleaseId> {
        let id = self.unsealed.subject.rsplit(' ').next().and_then(|id| id.parse().ok());
        if id.is_none() {
            check.find(names::ABOUT, "release_unknown", "the seal names no release");
        }
        id
    }

    fn check_proof(&self, key: &str, sequence: u64, check: &mut BundleCheck) {
        let line = self.text(names::ENTRIES).split('\n').nth(usize::try_from(sequence).unwrap_or(usize::MAX));
        match verify_proof(self.text(names::PROOF), line.unwrap_or_default().as_bytes(), key) {
            Ok(proven) if proven.index == sequence => {
                check.prove(
                    "release_in_log",
                    format!("entry {sequence} of the log issues this release, as its proof shows"),
                );
            }
            Ok(proven) => check.find(
                names::PROOF,
                "proof_of_another_entry",
                format!("it proves entry {}, and entry {sequence} issues the release", proven.index),
            ),
            Err(error) => check.find(names::PROOF, "proof_invalid", error.to_string()),
        }
    }

    /// Whether the package is the one whose hash the ledger has.
    fn check_package(ground: &Ground, release: &Release, check: &mut BundleCheck) {
        let hash = package_hash(&ground.package);
        let loaded = ground.entries.iter().find_map(|entry| match &entry.act {
            Act::ProgrammeLoaded { version, package_hash } if *version == release.programme_version => {
                Some((entry.sequence, package_hash))
            }
            _ => None,
        });
        match loaded {
            Some((sequence, of_ledger)) if *of_ledger == hash => check.prove(
                "package",
                format!(
                    "the rules are those of version {} of the package, as entry {sequence} has its hash",
                    release.programme_version
                ),
            ),
            _ => check.find(
                names::PACKAGE,
                "package_differs",
                format!("this is not version {} of the package", release.programme_version),
            ),
        }
    }

    /// Makes what follows from ledger and package again.
    fn check_derived(&self, ground: &Ground, release: &Release, check: &mut BundleCheck) {
        let again: BTreeMap<String, Vec<u8>> = match derived(ground, release.id) {
            Ok(again) => again.into_iter().collect(),
            Err(error) => return check.find(names::FIGURES_JSON, "not_countable", error.to_string()),
        };
        let is_ground = |name: &&String| name.starts_with("ledger/") || name.starts_with(names::PACKAGE);
        let of_bundle: BTreeSet<&String> =
            self.unsealed.parts.keys().filter(|name| !is_ground(name)).collect();
        let differing: Vec<&String> = of_bundle
            .into_iter()
            .chain(again.keys())
            .collect::<BTreeSet<_>>()
            .into_iter()
            .filter(|name| self.unsealed.parts.get(*name) != again.get(*name))
            .collect();
        let made_by = serde_json::from_str::<serde_json::Value>(self.text(names::ABOUT)).ok();
        let made_by = made_by.and_then(|about| Some(about.get("hatua")?.as_str()?.to_owned()));
        if differing.is_empty() {
            check.prove("pages", "the first page, its files and the files for a recount follow from ledger and package: made again they have the same bytes");
        } else if made_by.as_deref() == Some(env!("CARGO_PKG_VERSION")) {
            for name in differing {
                check.find(name, "part_differs", "made again from ledger and package it has other bytes");
            }
        } else {
            let names: Vec<&str> = differing.into_iter().map(String::as_str).collect();
            check.leave_open(
                "pages",
                format!(
                    "that {} follow from ledger and package: another version of Hatua made them ({})",
                    names.join(", "),
                    made_by.unwrap_or_default()
                ),
            );
        }
    }
}

/// Counts the release again, from the entries that it was counted from, and looks for its two signatures.
fn count_again(ground: &Ground, release: &Release, check: &mut BundleCheck) -> Result<(), AppError> {
    let facts = ground.facts(release.ledger_size)?;
    let request: DraftRequest = request_of(release);
    let again = draft(&ground.programme, &facts, &request)?;
    let issued = Draft::of(release);
    for figure in &release.figures {
        let counted = again.figures().iter().find(|again| again.code == figure.code);
        check.figures.push(CheckedFigure {
            code: figure.code.clone(),
            issued: figure.value,
            counted: counted.map(|again| again.value),
            agrees: counted == Some(figure),
        });
    }
    let (agreeing, all) = (check.agreeing(), check.figures.len());
    if again.hash() == issued.hash() {
        let what = format!(
            "{agreeing} of {all} figures, counted again from the first {} entries, are those that were issued",
            release.ledger_size
        );
        check.prove("figures", what);
    } else {
        let differing: Vec<String> = check
            .figures
            .iter()
            .filter(|figure| !figure.agrees)
            .map(|figure| figure.code.to_string())
            .collect();
        let what = format!(
            "counted again the release differs: {agreeing} of {all} figures agree ({})",
            differing.join(", ")
        );
        check.find(names::ENTRIES, "figures_differ", what);
    }
    let all_facts = ground.facts(u64::MAX)?;
    let signatures = signatures_so_far(&issued, &all_facts);
    let bodies: Vec<&str> = signatures.iter().map(|signature| signature.organisation.as_str()).collect();
    if signatures == release.signatures && signatures.len() == 2 {
        check.prove("signatures", format!("two entries sign exactly this release: {}", bodies.join(", ")));
    } else {
        check.find(
            names::ENTRIES,
            "signatures_differ",
            "the ledger has no two signatures under exactly this release",
        );
    }
    Ok(())
}
