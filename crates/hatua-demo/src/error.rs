//! Why a recipe does not become a demonstration: always the recipe's mistake, with the place to mend it.

use hatua_core::id::{ColumnName, PartnerCode, RegisterName};

/// Why a recipe does not become a demonstration.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// A file of the recipe is not there.
    #[error("the demonstration's recipe has no file `{file}`; put it beside recipe.toml")]
    FileMissing {
        /// The file's path in the recipe's folder.
        file: &'static str,
    },
    /// A file can't be read at all.
    #[error("{file} can't be read: {cause}")]
    Unreadable {
        /// The file.
        file: &'static str,
        /// What its reader says, with the line.
        cause: String,
    },
    /// A line of a table contradicts itself.
    #[error("{file}, line {line}: {problem}")]
    Line {
        /// The file.
        file: &'static str,
        /// The line, from 1.
        line: u64,
        /// What is wrong and what was expected.
        problem: String,
    },
    /// A part of recipe.toml contradicts another part.
    #[error("recipe.toml, {key}: {problem}")]
    Recipe {
        /// The key.
        key: String,
        /// What is wrong and what was expected.
        problem: String,
    },
    /// An event asks for more people than there are.
    #[error(
        "{event} needs {wanted} {who}, but only {found} can be found; lower its number or add an earlier event"
    )]
    TooFewPeople {
        /// The event's id.
        event: String,
        /// How many.
        wanted: usize,
        /// Whom, in words.
        who: String,
        /// How many there are.
        found: usize,
    },
    /// The targets of a release do not fit its people.
    #[error(
        "targets.csv, {release}, {name}: the codes add up to {target} people, but the cells have {found}"
    )]
    TargetSum {
        /// The release, or `merged`.
        release: String,
        /// The trait.
        name: String,
        /// What the targets add up to.
        target: usize,
        /// What the cells add up to.
        found: usize,
    },
    /// A code of a release's targets is used up by people who are on two lists.
    #[error(
        "targets.csv, {release}, {name}: too few people of `{code}` are left for those who are on two lists"
    )]
    TargetTooSmall {
        /// The release.
        release: String,
        /// The trait.
        name: String,
        /// The code.
        code: String,
    },
    /// The lists of names give too few different people.
    #[error("names.csv: no unused name is left for `{country}`; add given or family names for it")]
    NamesUsedUp {
        /// The country.
        country: String,
    },
    /// The lists of titles give too few units of a country.
    #[error(
        "titles.csv: no title of `{group}` is left for {line}; add one for its country, or for its label"
    )]
    TitlesUsedUp {
        /// The group.
        group: String,
        /// The line of units.csv.
        line: String,
    },
    /// An amount can't be shared out among rows.
    #[error("units.csv, {line}: {amount} is too small for {rows} rows; each row has at least 1")]
    AmountTooSmall {
        /// The line.
        line: String,
        /// Its amount.
        amount: u64,
        /// Its rows.
        rows: usize,
    },
    /// The programme has no such register.
    #[error("the recipe fills the register `{0}`, which the programme does not have")]
    UnknownRegister(RegisterName),
    /// The register has no such column.
    #[error("the recipe fills the column `{column}`, which the register `{register}` does not have")]
    UnknownColumn {
        /// The register.
        register: RegisterName,
        /// The column.
        column: ColumnName,
    },
    /// Nobody acts for a partner.
    #[error("partner `{0}` has files or reports, but recipe.toml has no user of it with the role partner_me")]
    NobodyHandsIn(PartnerCode),
    /// A workbook can't be written.
    #[error("the workbook {name} can't be written: {cause}")]
    Workbook {
        /// The file's name.
        name: String,
        /// What its writer says.
        cause: String,
    },
}
