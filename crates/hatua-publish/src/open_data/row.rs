//! One value as data: the columns are a contract, in this order.

use hatua_core::id::{IndicatorCode, ProgrammeId};
use hatua_core::programme::{Indicator, Locale, Programme};
use hatua_core::release::{FigureValue, PublicTable, Release, ReleasedFigure};
use hatua_core::statement::Statement;
use serde::{Deserialize, Serialize};

use crate::links;

/// Who made a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Hatua counted records.
    Computed,
    /// Somebody else said it.
    Reported,
}

/// What stands as the source of a value that was computed in a demonstration.
pub const DEMONSTRATION_SOURCE: &str = "demonstration records";

/// One value: the headline of a figure, a cell of one of its tables, or what somebody said about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The action.
    pub action_id: ProgrammeId,
    /// The indicator.
    pub indicator_code: IndicatorCode,
    /// Who made the number.
    pub origin: Origin,
    /// The version of the indicator's definition; empty where the source names none.
    pub definition_version: String,
    /// The first day of the facts, ISO 8601; empty where the source does not say it.
    pub period_start: String,
    /// The last day of the facts; a month or a year where the source is no more exact.
    pub period_end: String,
    /// Empty for the headline, else key and code (`country=KE`).
    pub dimension: String,
    /// The number; absent where the status has none.
    pub value: Option<i64>,
    /// The status: a blank is never zero.
    pub value_status: String,
    /// What is counted.
    pub unit: String,
    /// When it was issued or said.
    pub published_at: String,
    /// The release that issued it; empty for a reported value.
    pub release: String,
    /// Who said it and where; in a demonstration the invented records.
    pub source: String,
    /// Where it can be looked up.
    pub permalink: String,
}

/// The rows of a figure in a release: its headline, then every cell of every table that the release shows.
pub(super) fn computed(
    programme: &Programme,
    release: &Release,
    figure: &ReleasedFigure,
    origin: Option<&str>,
) -> Vec<Row> {
    let permalink = links::permanent(
        origin,
        &links::figure_version(Locale::En, &programme.id, &figure.slug, figure.version),
    );
    let row = |dimension: String, value: FigureValue| Row {
        action_id: programme.id.clone(),
        indicator_code: figure.code.clone(),
        origin: Origin::Computed,
        definition_version: figure.definition.clone(),
        period_start: release.data_from.to_string(),
        period_end: release.data_to.to_string(),
        dimension,
        value: number(value),
        value_status: value.status().to_owned(),
        unit: figure.unit.clone(),
        published_at: release.issued_on.to_string(),
        release: release.id.to_string(),
        source: if release.demonstration { DEMONSTRATION_SOURCE.to_owned() } else { String::new() },
        permalink: permalink.clone(),
    };
    let cells = figure.tables.iter().flat_map(|table| match table {
        PublicTable::Shown { key, cells, .. } => {
            cells.iter().map(|cell| row(format!("{}={}", key.name(), cell.code()), cell.value())).collect()
        }
        PublicTable::NotShown { .. } => Vec::new(),
    });
    std::iter::once(row(String::new(), figure.value)).chain(cells).collect()
}

/// The row of what somebody said about an indicator.
pub(super) fn reported(
    programme: &Programme,
    indicator: &Indicator,
    statement: &Statement,
    origin: Option<&str>,
) -> Row {
    let address = links::figure(Locale::En, &programme.id, &indicator.slug);
    Row {
        action_id: programme.id.clone(),
        indicator_code: indicator.code.clone(),
        origin: Origin::Reported,
        definition_version: statement.definition.clone(),
        period_start: String::new(),
        period_end: statement.as_of.to_string(),
        dimension: String::new(),
        value: Some(statement.value),
        value_status: FigureValue::Published(0).status().to_owned(),
        unit: statement.unit.clone(),
        published_at: statement.said_on.to_string(),
        release: String::new(),
        source: source(statement),
        permalink: links::permanent(origin, &format!("{address}#reported")),
    }
}

/// Who said it, the title of the source and its address.
pub(super) fn source(statement: &Statement) -> String {
    let parts = [&statement.said_by, &statement.source_title, &statement.source_address];
    parts.into_iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// A count as a whole number of files.
pub(super) fn number(value: FigureValue) -> Option<i64> {
    value.number().map(|number| i64::try_from(number).expect("a count of records is far below 2^63"))
}
