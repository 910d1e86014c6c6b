//! `titles.csv`: what units are called, and how another partner writes it. Each new unit takes the next title of its
//! group and country; a line with a label takes the title of that label.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::error::DemoError;
use crate::files;
use crate::units::lines::{Line, words};
use crate::units::plan::UnitsPlan;
use crate::units::seating::Seating;

const FILE: &str = "titles.csv";

/// One title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Title {
    pub(crate) group: String,
    pub(crate) country: String,
    pub(crate) label: Option<String>,
    pub(crate) written: String,
    /// As the second partner writes it.
    pub(crate) variant: Option<String>,
    /// Other facts of the unit.
    pub(crate) values: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cells {
    group: String,
    country: String,
    label: Option<String>,
    title: String,
    variant: Option<String>,
    values: String,
}

/// All titles.
pub(crate) struct Titles(Vec<Title>);

impl Titles {
    /// Reads the titles. A recipe without the file has none.
    ///
    /// # Errors
    /// When a line can't be read.
    pub(crate) fn read(recipe: &BTreeMap<String, Vec<u8>>) -> Result<Self, DemoError> {
        if !recipe.contains_key(FILE) {
            return Ok(Self(Vec::new()));
        }
        let mut titles = Vec::new();
        for (line, cells) in files::table::<Cells>(recipe, FILE)? {
            let values =
                words(&cells.values).map_err(|problem| DemoError::Line { file: FILE, line, problem })?;
            let Cells { group, country, label, title, variant, .. } = cells;
            titles.push(Title { group, country, label, written: title, variant, values });
        }
        Ok(Self(titles))
    }

    /// Each unit's title; none where the group has no titles.
    ///
    /// # Errors
    /// When they are used up.
    pub(crate) fn give<'a>(
        &'a self,
        plan: &UnitsPlan,
        lines: &[&Line],
        seating: &Seating,
    ) -> Result<Vec<Option<&'a Title>>, DemoError> {
        let own: Vec<(usize, &Title)> =
            self.0.iter().enumerate().filter(|(_, title)| title.group == plan.name).collect();
        let mut given: Vec<Option<&Title>> = Vec::with_capacity(seating.units.len());
        let mut taken = BTreeSet::new();
        for unit in &seating.units {
            let line = lines[seating.rows[unit.first_row].line];
            let title = match unit.same_as {
                Some(first) => given[first],
                None if own.is_empty() => None,
                None => {
                    let fits = |(index, title): &&(usize, &Title)| {
                        title.country == line.country && title.label == line.label && !taken.contains(index)
                    };
                    let (index, title) = own.iter().find(fits).ok_or_else(|| DemoError::TitlesUsedUp {
                        group: plan.name.clone(),
                        line: line.id.clone(),
                    })?;
                    taken.insert(*index);
                    Some(*title)
                }
            };
            given.push(title);
        }
        Ok(given)
    }
}
