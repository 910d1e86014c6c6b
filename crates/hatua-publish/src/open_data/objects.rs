//! Figures as objects, for the command line: one for each code, origin, source and definition.

use std::collections::BTreeMap;

use hatua_core::programme::Indicator;
use hatua_core::programme::Programme;
use hatua_core::release::{
    Coverage, HeadCounts, OtherDefinition, PublicCell, PublicTable, Release, ReleasedFigure, TableKey,
};
use hatua_core::statement::{Grade, Statement};
use serde::Serialize;

use super::Origin;
use super::row::{DEMONSTRATION_SOURCE, number, source};

/// One figure, by one origin.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FigureObject {
    /// The indicator's code.
    pub code: String,
    /// The word in its address.
    pub slug: String,
    /// The number; `null` where the status has none.
    pub value: Option<i64>,
    /// The status of the value.
    pub status: &'static str,
    /// Who made the number.
    pub origin: Origin,
    /// Who said it and where; in a demonstration the invented records; `null` for what was computed from real ones.
    pub source: Option<String>,
    /// The version of the definition; empty where the source names none.
    pub definition_version: String,
    /// The release; `null` for a reported value.
    pub release: Option<String>,
    /// The figure's version; `null` for a reported value.
    pub version: Option<u32>,
    /// What is counted.
    pub unit: String,
    /// The last day of the facts, or the day, month or year that the source names.
    pub as_of: String,
    /// When it was issued or said.
    pub published_at: String,
    /// How well it is supported.
    pub grade: Grade,
    /// Who reported; `null` for a reported value.
    pub coverage: Option<Coverage>,
    /// Verified records behind it; `null` for a reported value.
    pub records: Option<u64>,
    /// What of it are persons counted by head; `null` where its rule has no such rows.
    pub head_counts: Option<HeadCounts>,
    /// What is counted beside it, by table; a table that is not shown is `null`.
    pub beside: BTreeMap<String, Option<Vec<BesideObject>>>,
    /// How many of them have their source document on file; `null` for a reported value.
    pub documents_on_file: Option<u64>,
    /// The value that this one corrects; `null` where it corrects none.
    pub restated_from: Option<i64>,
}

/// A cell of a table beside a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BesideObject {
    /// What is counted: a column or a code.
    pub code: String,
    /// The number; `null` where the status has none.
    pub value: Option<i64>,
    /// The status of the value.
    pub status: &'static str,
}

/// All figures of a release (if there is one) and all that others said about them, in the order of the page.
#[must_use]
pub fn figures_objects(programme: &Programme, release: Option<&Release>) -> Vec<FigureObject> {
    let objects = programme.indicators.iter().flat_map(|indicator| {
        let counted = release.and_then(|release| Some((release, release.figure(indicator.code.as_str())?)));
        let counted = counted.map(|(release, figure)| computed(release, figure));
        let said =
            programme.statements_about(&indicator.code).map(|statement| reported(indicator, statement));
        counted.into_iter().chain(said).collect::<Vec<_>>()
    });
    objects.collect()
}

/// The figures that one definition counts: of a release the value by it, whether it is the figure's own definition or
/// another one; and what others said by it.
#[must_use]
pub fn figures_under(
    programme: &Programme,
    release: Option<&Release>,
    definition: &str,
) -> Vec<FigureObject> {
    let objects = programme.indicators.iter().flat_map(|indicator| {
        let counted = release.and_then(|release| {
            let figure = release.figure(indicator.code.as_str())?;
            let own = (figure.definition == definition).then(|| computed(release, figure));
            own.or_else(|| Some(computed_under(release, figure, figure.under(definition)?)))
        });
        let said = programme.statements_about(&indicator.code);
        let said = said.filter(|statement| statement.definition == definition);
        counted.into_iter().chain(said.map(|statement| reported(indicator, statement))).collect::<Vec<_>>()
    });
    objects.collect()
}

/// What was counted by another definition has no version, chain or correction of its own.
fn computed_under(release: &Release, figure: &ReleasedFigure, other: &OtherDefinition) -> FigureObject {
    FigureObject {
        code: other.code.to_string(),
        value: number(other.value),
        status: other.value.status(),
        definition_version: other.definition.clone(),
        version: None,
        records: None,
        head_counts: None,
        beside: BTreeMap::new(),
        restated_from: None,
        ..computed(release, figure)
    }
}

fn computed(release: &Release, figure: &ReleasedFigure) -> FigureObject {
    FigureObject {
        code: figure.code.to_string(),
        slug: figure.slug.to_string(),
        value: number(figure.value),
        status: figure.value.status(),
        origin: Origin::Computed,
        source: release.demonstration.then(|| DEMONSTRATION_SOURCE.to_owned()),
        definition_version: figure.definition.clone(),
        release: Some(release.id.to_string()),
        version: Some(figure.version),
        unit: figure.unit.clone(),
        as_of: release.data_to.to_string(),
        published_at: release.issued_on.to_string(),
        grade: figure.evidence.grade,
        coverage: Some(figure.coverage),
        records: Some(figure.records),
        head_counts: figure.head_counts,
        beside: beside(figure),
        documents_on_file: Some(figure.evidence.on_file),
        restated_from: figure.restatement.as_ref().and_then(|restatement| number(restatement.previous)),
    }
}

fn reported(indicator: &Indicator, statement: &Statement) -> FigureObject {
    FigureObject {
        code: indicator.code.to_string(),
        slug: indicator.slug.to_string(),
        value: Some(statement.value),
        status: "published",
        origin: Origin::Reported,
        source: Some(source(statement)),
        definition_version: statement.definition.clone(),
        release: None,
        version: None,
        unit: statement.unit.clone(),
        as_of: statement.as_of.to_string(),
        published_at: statement.said_on.to_string(),
        grade: statement.grade,
        coverage: None,
        records: None,
        head_counts: None,
        beside: BTreeMap::new(),
        documents_on_file: None,
        restated_from: None,
    }
}

fn beside(figure: &ReleasedFigure) -> BTreeMap<String, Option<Vec<BesideObject>>> {
    let tables = figure.tables.iter().filter(|table| matches!(table.key(), TableKey::Beside(_)));
    let cells = |table: &PublicTable| match table {
        PublicTable::Shown { cells, .. } => {
            let object = |cell: &PublicCell| BesideObject {
                code: cell.code().to_owned(),
                value: number(cell.value()),
                status: cell.value().status(),
            };
            Some(cells.iter().map(object).collect())
        }
        PublicTable::NotShown { .. } => None,
    };
    tables.map(|table| (table.key().name(), cells(table))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn each_origin_of_a_figure_is_an_object_of_its_own() {
        let (programme, releases) = (fixture::programme(), fixture::releases());
        let objects = serde_json::to_value(figures_objects(&programme, releases.last())).unwrap();
        let first = &objects[0];
        assert_eq!((first["code"].as_str(), first["value"].as_i64()), (Some("1.1"), Some(1_600)));
        assert_eq!((first["origin"].as_str(), first["release"].as_str()), (Some("computed"), Some("R1.2")));
        assert_eq!((first["version"].as_u64(), first["restated_from"].as_u64()), (Some(2), Some(1_643)));
        assert_eq!(
            first["coverage"],
            serde_json::json!({"quarter": "2018-Q2", "answered": 1, "expected": 2})
        );
        assert_eq!(objects.as_array().unwrap().len(), 1 + 4);
        assert!(objects.as_array().unwrap()[1..].iter().all(|object| object["release"].is_null()));
    }

    #[test]
    fn a_programme_on_its_first_day_has_what_others_said() {
        let objects = figures_objects(&fixture::programme(), None);
        assert_eq!(objects.len(), 4);
        assert!(objects.iter().all(|object| object.origin == Origin::Reported));
    }

    #[test]
    fn a_value_that_is_no_number_is_null_and_says_why() {
        let (programme, mut releases) = (fixture::programme(), fixture::releases());
        releases[0].figures[0].value = hatua_core::release::FigureValue::Suppressed;
        let objects = serde_json::to_value(figures_objects(&programme, releases.first())).unwrap();
        assert!(objects[0]["value"].is_null());
        assert_eq!(objects[0]["status"], "suppressed");
    }
}
