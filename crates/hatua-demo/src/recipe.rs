//! `recipe.toml`: who takes part, when each acts, and how rows are written. What contradicts itself is refused here, so
//! that the generator only meets recipes that hold together.

use std::collections::{BTreeMap, BTreeSet};

use hatua_core::access::Role;
use hatua_core::id::{ColumnName, IndicatorCode, PartnerCode, RegisterName, UserEmail};
use hatua_core::period::Quarter;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Deserialize;

use crate::demonstration::DemoUser;
use crate::error::DemoError;
use crate::evidence::Documents;
use crate::files;
use crate::filling::Filling;
use crate::units::plan::UnitsPlan;

const FILE: &str = "recipe.toml";

/// The whole recipe.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Recipe {
    seed: String,
    pub(crate) notice: String,
    #[serde(rename = "user")]
    pub(crate) users: Vec<DemoUser>,
    pub(crate) reports: Reports,
    pub(crate) checking: Checking,
    #[serde(rename = "release")]
    pub(crate) releases: Vec<ReleasePlan>,
    pub(crate) published: BTreeMap<IndicatorCode, u64>,
    pub(crate) people: People,
    #[serde(default)]
    pub(crate) documents: Documents,
    #[serde(default)]
    pub(crate) units: Vec<UnitsPlan>,
    pub(crate) pairs: Pairs,
    #[serde(rename = "partner")]
    pub(crate) partners: BTreeMap<PartnerCode, PartnerSheets>,
}

/// When reports came.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Reports {
    pub(crate) first_quarter: Quarter,
    pub(crate) received: BTreeMap<PartnerCode, Vec<Receipt>>,
}

/// When one report came, in days after the quarter's end: `7`, `nil 7`, `none`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(crate) enum Receipt {
    /// With something to count.
    Full(u8),
    /// Saying that there is nothing to count.
    Nil(u8),
    /// It never came.
    None,
}

impl TryFrom<String> for Receipt {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        let days = |days: &str| {
            days.parse().map_err(|_| format!("`{text}` is no receipt: write days (`7`), `nil 7` or `none`"))
        };
        match text.as_str() {
            "none" => Ok(Self::None),
            nil if nil.starts_with("nil ") => Ok(Self::Nil(days(&nil[4..])?)),
            full => Ok(Self::Full(days(full)?)),
        }
    }
}

/// Who checks, and what is not accepted.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Checking {
    pub(crate) verifier: UserEmail,
    #[serde(default, rename = "ruling")]
    pub(crate) rulings: Vec<Ruling>,
}

/// Why and when a list was withdrawn or sent back.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Ruling {
    pub(crate) event: String,
    pub(crate) on: Date,
    pub(crate) reason: String,
}

/// A release, and who signs it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct ReleasePlan {
    pub(crate) number: u32,
    pub(crate) revision: u32,
    pub(crate) data_to: Date,
    pub(crate) verified_by: Date,
    pub(crate) reason: Option<String>,
    pub(crate) signatures: Vec<Signature>,
}

/// One signature.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Signature {
    pub(crate) by: UserEmail,
    pub(crate) at: Timestamp,
}

/// How people at events are made and written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct People {
    pub(crate) unit: String,
    pub(crate) document: String,
    /// Whether the partners send a page of each list.
    #[serde(default)]
    pub(crate) on_file: bool,
    pub(crate) person_id: String,
    pub(crate) staff_number: String,
    pub(crate) half_days: Vec<u32>,
    pub(crate) staff: Staff,
    pub(crate) phone: Phone,
    #[serde(default)]
    pub(crate) other_script: BTreeSet<PartnerCode>,
    #[serde(rename = "trait")]
    pub(crate) traits: Vec<Trait>,
    #[serde(default)]
    pub(crate) exactly: Vec<Exactly>,
    #[serde(rename = "register")]
    pub(crate) registers: Vec<RegisterPlan>,
}

/// Who has a staff number.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Staff {
    #[serde(rename = "trait")]
    pub(crate) name: String,
    pub(crate) codes: BTreeSet<String>,
    pub(crate) percent: u8,
}

/// Who gave a telephone number, and how it begins in each country.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Phone {
    pub(crate) percent: u8,
    pub(crate) codes: BTreeMap<String, String>,
}

/// Something that is known of each person.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Trait {
    pub(crate) name: String,
    /// Whether given names follow it.
    #[serde(default)]
    pub(crate) names_follow: bool,
    /// Whether each indicator has codes of its own for it.
    #[serde(default)]
    pub(crate) each_indicator: bool,
    /// The indicators whose lists have it; empty for all.
    #[serde(default)]
    pub(crate) indicators: BTreeSet<IndicatorCode>,
    /// Present where the codes are bands of ages: the least and the greatest age that is drawn.
    pub(crate) ages: Option<BTreeMap<String, (i16, i16)>>,
}

impl Trait {
    /// Whether an indicator's lists have it.
    pub(crate) fn is_on_lists_of(&self, indicator: &IndicatorCode) -> bool {
        self.indicators.is_empty() || self.indicators.contains(indicator)
    }
}

/// People by code of a trait at one event.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Exactly {
    pub(crate) event: String,
    #[serde(rename = "trait")]
    pub(crate) name: String,
    pub(crate) people: BTreeMap<String, usize>,
}

/// What a row of a register is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Rows {
    /// One event.
    Events,
    /// One person at one event.
    Attendances,
}

/// How a register's columns are filled.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RegisterPlan {
    pub(crate) name: RegisterName,
    pub(crate) rows: Rows,
    pub(crate) columns: Vec<(ColumnName, Filling)>,
}

/// People on two lists, and people who only seem to be.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Pairs {
    /// Whose people they are.
    pub(crate) indicator: IndicatorCode,
    pub(crate) by: UserEmail,
    pub(crate) from: Date,
    pub(crate) to: Date,
    pub(crate) same: Vec<SamePairs>,
    pub(crate) different: Vec<DifferentPairs>,
    /// People on two lists who are found before the release that counts them.
    #[serde(default)]
    pub(crate) prompt: Vec<PromptPairs>,
    #[serde(default)]
    pub(crate) open: Vec<OpenPair>,
}

impl Pairs {
    /// By which clue how many people on two lists of an indicator are found, and the reasons to draw from.
    pub(crate) fn clues(&self, indicator: &IndicatorCode) -> Vec<(Clue, usize, &[String])> {
        let own = self.same.iter().filter(|_| *indicator == self.indicator);
        let own = own.map(|same| (same.clue, same.pairs, same.reasons.as_slice()));
        let prompt = self.prompt.iter().filter(|prompt| prompt.indicator == *indicator);
        own.chain(prompt.map(|prompt| (prompt.clue, prompt.pairs, prompt.reasons.as_slice()))).collect()
    }
}

/// By what two lists show that they have the same person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Clue {
    /// The staff number.
    StaffNumber,
    /// The telephone number, with the name in another spelling.
    Phone,
    /// Both names in each other's column, and the year of birth.
    Swapped,
    /// Nothing: somebody asked the person.
    Judgement,
}

/// Pairs that are the same person.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SamePairs {
    pub(crate) clue: Clue,
    pub(crate) pairs: usize,
    pub(crate) reasons: Vec<String>,
}

/// Pairs that are the same person and are decided some days after the second list came.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PromptPairs {
    pub(crate) indicator: IndicatorCode,
    pub(crate) clue: Clue,
    pub(crate) pairs: usize,
    pub(crate) reasons: Vec<String>,
}

/// How two namesakes who are two people stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Relation {
    /// On lists of two partners in one country, with two staff numbers.
    OtherPartner,
    /// On lists of one partner in one country, with two staff numbers.
    SamePartner,
    /// On lists of two partners in two countries.
    OtherCountry,
}

/// Pairs of namesakes who are two people.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct DifferentPairs {
    pub(crate) relation: Relation,
    pub(crate) pairs: usize,
    pub(crate) reasons: Vec<String>,
}

/// What an undecided pair really is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Truth {
    /// One person.
    Same,
    /// Two people; one number was mistyped.
    Different,
}

/// A new person of an event that is not imported, with the staff number of somebody whom another partner knows.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OpenPair {
    pub(crate) event: String,
    pub(crate) truth: Truth,
}

/// A partner's kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Format {
    /// A workbook.
    Xlsx,
    /// Comma-separated text.
    Csv,
}

/// How one partner writes its sheets.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct PartnerSheets {
    pub(crate) format: Format,
    /// Its own order of columns by register; the register's plan where there is none.
    #[serde(default)]
    pub(crate) order: BTreeMap<RegisterName, Vec<ColumnName>>,
    /// Its words for codes, by column.
    #[serde(default)]
    pub(crate) words: BTreeMap<ColumnName, BTreeMap<String, String>>,
}

impl Recipe {
    /// Reads the recipe.
    ///
    /// # Errors
    /// When it can't be read or contradicts itself.
    pub(crate) fn read(recipe: &BTreeMap<String, Vec<u8>>) -> Result<Self, DemoError> {
        let text = files::text(recipe, FILE)?;
        let recipe: Self = toml::from_str(text).map_err(|cause: toml::de::Error| DemoError::Unreadable {
            file: FILE,
            cause: cause.to_string(),
        })?;
        recipe.check()?;
        Ok(recipe)
    }

    /// The seed's 32 bytes.
    ///
    /// # Errors
    /// When it is not 64 hexadecimal digits.
    pub(crate) fn seed(&self) -> Result<[u8; 32], DemoError> {
        let wrong = || wrong("seed", "write 64 hexadecimal digits: 32 bytes");
        let mut seed = [0; 32];
        if self.seed.len() != 64 || !self.seed.is_ascii() {
            return Err(wrong());
        }
        for (index, byte) in seed.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&self.seed[2 * index..2 * index + 2], 16).map_err(|_| wrong())?;
        }
        Ok(seed)
    }

    /// The user who hands in a partner's files and reports.
    ///
    /// # Errors
    /// When there is none.
    pub(crate) fn officer(&self, partner: &PartnerCode) -> Result<&UserEmail, DemoError> {
        self.users
            .iter()
            .find(|user| user.role == Role::PartnerMe && user.partner.as_ref() == Some(partner))
            .map(|user| &user.email)
            .ok_or_else(|| DemoError::NobodyHandsIn(partner.clone()))
    }

    /// The first issue of each release, in order.
    pub(crate) fn first_issues(&self) -> impl Iterator<Item = &ReleasePlan> {
        self.releases.iter().filter(|release| release.revision == 1)
    }

    /// The first release that counts a fact of this day.
    pub(crate) fn release_of(&self, day: Date) -> Option<&ReleasePlan> {
        self.first_issues().find(|release| day <= release.data_to)
    }
}

/// A mistake of recipe.toml.
pub(crate) fn wrong(key: &str, problem: &str) -> DemoError {
    DemoError::Recipe { key: key.to_owned(), problem: problem.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_receipt_is_days_or_nil_with_days_or_none() {
        let read = |text: &str| Receipt::try_from(text.to_owned());
        assert_eq!(read("27"), Ok(Receipt::Full(27)));
        assert_eq!(read("nil 6"), Ok(Receipt::Nil(6)));
        assert_eq!(read("none"), Ok(Receipt::None));
        assert!(read("soon").unwrap_err().contains("write days"));
    }
}
