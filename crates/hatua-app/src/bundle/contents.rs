//! What a bundle holds beside ledger and package: all of it follows from those two, so that whoever checks a bundle makes it
//! again and compares.

use std::collections::BTreeMap;

use hatua_core::count::{FigureSupport, Sampled, count_figures, sample, support};
use hatua_core::ledger::{Act, Entry};
use hatua_core::programme::{Package, Programme, read};
use hatua_core::record::Facts;
use hatua_core::release::{Release, ReleaseId};
use hatua_publish::bundle::{BundlePage, figures_csv, figures_json, page, sample_csv};
use hatua_store::{Recounted, recount_files, verify_head};

use crate::error::AppError;

/// The names of the parts.
pub(super) mod names {
    /// What is read first.
    pub const PAGE: &str = "index.html";
    /// What the bundle is.
    pub const ABOUT: &str = "about.json";
    /// The first page's figures, for programs.
    pub const FIGURES_CSV: &str = "figures.csv";
    /// The same as JSON.
    pub const FIGURES_JSON: &str = "figures.json";
    /// The rows that were drawn.
    pub const SAMPLE: &str = "sample.csv";
    /// The release as it was issued.
    pub const RELEASE: &str = "release.json";
    /// The folder with the facts as plain files, and SQL that counts them again.
    pub const RECOUNT: &str = "recount/";
    /// The ledger's entries, one a line.
    pub const ENTRIES: &str = "ledger/entries.jsonl";
    /// The signed head over them.
    pub const HEAD: &str = "ledger/head.txt";
    /// The log's public key, as the maker of the bundle has it.
    pub const KEY: &str = "ledger/public.key";
    /// The proof that the release's entry is in the log.
    pub const PROOF: &str = "ledger/issue.proof";
    /// The folder with the package that counted the release.
    pub const PACKAGE: &str = "package/";
}

/// What everything else in a bundle is made from.
pub(super) struct Ground {
    pub package: Package,
    pub programme: Programme,
    pub entries: Vec<Entry>,
    /// The root of the tree over the entries, as the signed head says.
    pub root: String,
    pub origin: String,
}

impl Ground {
    /// Reads entries, package and head.
    pub fn of(lines: &[Vec<u8>], package: Package, head: &str, key: &str) -> Result<Self, AppError> {
        let entries = lines.iter().map(|line| Entry::from_bytes(line));
        let entries: Vec<Entry> =
            entries.collect::<Result<_, _>>().map_err(|error| AppError::NotABundle(error.to_string()))?;
        let programme = read(&package).map_err(AppError::Package)?;
        let head = verify_head(head, key).map_err(|error| AppError::NotABundle(error.to_string()))?;
        Ok(Self { package, programme, entries, root: head.root, origin: head.origin })
    }

    /// The release as its entry has it, and the entry's number.
    pub fn issued(&self, id: ReleaseId) -> Option<(u64, &Release)> {
        self.entries.iter().find_map(|entry| match &entry.act {
            Act::ReleaseIssued(release) if release.id == id => Some((entry.sequence, release.as_ref())),
            _ => None,
        })
    }

    /// What the first entries say.
    pub fn facts(&self, size: u64) -> Result<Facts, AppError> {
        let mut facts = Facts::default();
        for entry in self.entries.iter().filter(|entry| entry.sequence < size) {
            facts.apply(entry.clone())?;
        }
        Ok(facts)
    }
}

/// All that follows from ledger and package, by name.
pub(super) fn derived(ground: &Ground, id: ReleaseId) -> Result<Vec<(String, Vec<u8>)>, AppError> {
    let (entry, release) = ground.issued(id).ok_or_else(|| AppError::NoRelease(id.to_string()))?;
    let facts = ground.facts(release.ledger_size)?;
    let (figures, sampled) = behind(ground, &facts, release)?;
    let of_page = BundlePage {
        programme: &ground.programme,
        release,
        figures: &figures,
        sampled: &sampled,
        origin: &ground.origin,
        entries: ground.entries.len() as u64,
    };
    let about = serde_json::json!({
        "bundle": 1,
        "hatua": env!("CARGO_PKG_VERSION"),
        "programme": release.programme,
        "release": release.id,
        "demonstration": release.demonstration,
        "origin": ground.origin,
        "entries": ground.entries.len(),
        "root": ground.root,
        "issued_by_entry": entry,
        "counted_from_entries": release.ledger_size,
    });
    let mut parts = vec![
        (names::PAGE.to_owned(), page(&of_page).into_bytes()),
        (names::ABOUT.to_owned(), pretty(&about)),
        (names::FIGURES_CSV.to_owned(), figures_csv(&figures).into_bytes()),
        (names::FIGURES_JSON.to_owned(), figures_json(&of_page).into_bytes()),
        (names::SAMPLE.to_owned(), sample_csv(&sampled).into_bytes()),
        (names::RELEASE.to_owned(), pretty(release)),
    ];
    let until = release.data_to;
    let recounted = Recounted { programme: &ground.programme, facts: &facts, release: release.id, until };
    let files: BTreeMap<&str, Vec<u8>> = recount_files(&recounted)?;
    parts.extend(files.into_iter().map(|(name, bytes)| (format!("{}{name}", names::RECOUNT), bytes)));
    Ok(parts)
}

fn behind(
    ground: &Ground,
    facts: &Facts,
    release: &Release,
) -> Result<(Vec<FigureSupport>, Vec<Sampled>), AppError> {
    let (mut figures, mut sampled) = (Vec::new(), Vec::new());
    for tally in count_figures(&ground.programme, facts, release.data_to)? {
        let indicator = ground.programme.indicator(tally.code.as_str());
        let indicator = indicator.expect("a tally is of an indicator of the programme");
        figures.push(support(indicator, &tally, facts)?);
        sampled.extend(sample(&tally, facts, &ground.root));
    }
    Ok((figures, sampled))
}

fn pretty(value: &impl serde::Serialize) -> Vec<u8> {
    let mut text = serde_json::to_vec_pretty(value).expect("texts and numbers are JSON");
    text.push(b'\n');
    text
}
