//! `[[units]]` of the recipe: one group of units that share their ids and registers.

use std::collections::{BTreeMap, BTreeSet};

use hatua_core::id::{ColumnName, IndicatorCode, PartnerCode, RegisterName, UserEmail};
use serde::Deserialize;

use crate::error::DemoError;
use crate::recipe::wrong;
use crate::units::filling::UnitFilling;

/// One group.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct UnitsPlan {
    pub(crate) name: String,
    /// The kind of unit that decisions are about.
    pub(crate) unit: String,
    pub(crate) own_id: String,
    pub(crate) document: String,
    /// Whether the partners send a page of each document.
    #[serde(default)]
    pub(crate) on_file: bool,
    /// Where a unit that the partner knows from another indicator was first seen.
    #[serde(default)]
    pub(crate) known: Known,
    /// Indicators that count every row.
    #[serde(default)]
    pub(crate) cases: BTreeSet<IndicatorCode>,
    /// Who decides about pairs.
    pub(crate) decided_by: Option<UserEmail>,
    #[serde(default)]
    pub(crate) reasons: Vec<String>,
    /// Present where units are people with names.
    pub(crate) names: Option<Called>,
    #[serde(default, rename = "trait")]
    pub(crate) traits: Vec<UnitTrait>,
    /// Counts beside the units: what the verified rows add up to.
    #[serde(default)]
    pub(crate) spread: BTreeMap<String, usize>,
    #[serde(rename = "register")]
    pub(crate) registers: Vec<UnitRegister>,
}

/// Where a unit was first seen that a partner knows from another indicator.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Known {
    /// In the line's country.
    #[default]
    SameCountry,
    /// In another country.
    OtherCountry,
}

/// How names are chosen.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Called {
    /// The trait that given names follow.
    pub(crate) follow: Option<String>,
    /// The trait that says from which country a name is; the line's country where there is none.
    pub(crate) country: Option<String>,
}

/// What a trait is of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum TraitOf {
    /// Each unit has one code.
    #[default]
    Units,
    /// Each row has one.
    Rows,
}

/// Something that is known of each unit or row.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct UnitTrait {
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) of: TraitOf,
    /// How likely each code is, where targets.csv says nothing.
    #[serde(default)]
    pub(crate) weights: BTreeMap<String, usize>,
    /// By another trait, which code its codes bring along as far as the targets allow.
    #[serde(default)]
    pub(crate) leans: BTreeMap<String, BTreeMap<String, String>>,
    /// The indicator whose first row's country is the code of the units that it counts.
    pub(crate) country_of: Option<IndicatorCode>,
    /// Whether no unit has the code of the country where it was first seen.
    #[serde(default)]
    pub(crate) never_at_home: bool,
}

/// What a row of a register is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum RowsOf {
    /// One unit, where its partner first tells of it.
    Units,
    /// One row.
    Rows,
}

/// How a register's columns are filled.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct UnitRegister {
    pub(crate) name: RegisterName,
    pub(crate) rows: RowsOf,
    /// The key of each row.
    pub(crate) row_id: Option<String>,
    /// The indicators whose lines go there; empty for all.
    #[serde(default)]
    pub(crate) indicators: BTreeSet<IndicatorCode>,
    pub(crate) columns: Vec<(ColumnName, UnitFilling)>,
}

impl UnitsPlan {
    /// Refuses what contradicts itself.
    ///
    /// # Errors
    /// With the first contradiction.
    pub(crate) fn check(&self) -> Result<(), DemoError> {
        let key = format!("units.{}", self.name);
        let named = self.traits.iter().flat_map(|one| one.leans.keys());
        let called = self.names.iter().flat_map(|called| called.follow.iter().chain(&called.country));
        let fillings = self.registers.iter().flat_map(|register| &register.columns);
        let filled = fillings.clone().filter_map(|(_, filling)| match filling {
            UnitFilling::Trait(name) | UnitFilling::Given(name) => Some(name),
            _ => None,
        });
        for name in named.chain(called).chain(filled) {
            if !self.traits.iter().any(|one| one.name == *name) {
                return Err(wrong(&key, &format!("`{name}` is no trait; add it as a [[units.trait]]")));
            }
        }
        for (column, filling) in fillings {
            if let UnitFilling::Spread(name) = filling
                && !self.spread.contains_key(name)
            {
                return Err(wrong(&key, &format!("`{column}` is filled from `{name}`, which is not spread")));
            }
        }
        if self.decided_by.is_some() == self.reasons.is_empty() {
            return Err(wrong(&key, "decided_by and reasons go together"));
        }
        Ok(())
    }
}

/// An id from its pattern.
pub(crate) fn numbered(pattern: &str, partner: &PartnerCode, number: usize) -> String {
    pattern.replace("{partner}", partner.as_str()).replace("{number}", &format!("{number:04}"))
}
