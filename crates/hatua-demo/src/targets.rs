//! `targets.csv`: how many people of each code of each trait a release says, before people on two lists are merged; the
//! word `merged` in place of the release says it of those people.

use std::collections::BTreeMap;

use hatua_core::id::IndicatorCode;
use serde::Deserialize;

use crate::error::DemoError;
use crate::files;

/// People by code.
pub(crate) type Counts = BTreeMap<String, usize>;

/// The word in the column `release` for the people on two lists.
pub(crate) const MERGED: &str = "merged";

const FILE: &str = "targets.csv";

/// All targets: by indicator, trait and release (`R1`, or [`MERGED`]).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Targets(BTreeMap<IndicatorCode, BTreeMap<String, BTreeMap<String, Counts>>>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    indicator: IndicatorCode,
    release: String,
    #[serde(rename = "trait")]
    name: String,
    code: String,
    people: usize,
}

impl Targets {
    /// Reads the targets.
    ///
    /// # Errors
    /// When a line can't be read.
    pub(crate) fn read(recipe: &BTreeMap<String, Vec<u8>>) -> Result<Self, DemoError> {
        let mut targets: BTreeMap<_, BTreeMap<_, BTreeMap<_, Counts>>> = BTreeMap::new();
        for (line, row) in files::table::<Line>(recipe, FILE)? {
            let counts = targets.entry(row.indicator).or_default().entry(row.name).or_default();
            if counts.entry(row.release).or_default().insert(row.code, row.people).is_some() {
                let problem = "this code has a line already for the same release and trait".to_owned();
                return Err(DemoError::Line { file: FILE, line, problem });
            }
        }
        Ok(Self(targets))
    }

    /// Whether an indicator has targets for a trait.
    pub(crate) fn has(&self, indicator: &IndicatorCode, name: &str) -> bool {
        self.0.get(indicator).is_some_and(|traits| traits.contains_key(name))
    }

    /// People by code of one trait in one release.
    pub(crate) fn of(&self, indicator: &IndicatorCode, name: &str, release: &str) -> Counts {
        self.0
            .get(indicator)
            .and_then(|traits| traits.get(name))
            .and_then(|releases| releases.get(release))
            .cloned()
            .unwrap_or_default()
    }
}
