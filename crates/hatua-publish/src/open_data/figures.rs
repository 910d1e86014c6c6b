//! Figures as CSV and JSON: one release with everything that others said, one version of one figure (which never
//! changes), or what others said about one figure (which may grow).

use std::collections::BTreeMap;

use hatua_core::id::IndicatorCode;
use hatua_core::programme::{Locale, Programme};
use hatua_core::release::Release;
use serde::Serialize;

use super::labels::Labelling;
use super::row::{Row, computed, reported};
use crate::text::Texts;

/// The values of one file, with what the file says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureData {
    /// Whether the records behind computed values are invented.
    pub demonstration: bool,
    /// The sentence that says so; absent in a programme with real records.
    pub note: Option<String>,
    /// The values.
    pub figures: Vec<Row>,
}

/// All figures of a release, and all that others said about any figure, in the order of the page.
#[must_use]
pub fn of_release(programme: &Programme, release: &Release, origin: Option<&str>) -> FigureData {
    let rows = programme.indicators.iter().flat_map(|indicator| {
        let counted = release.figure(indicator.code.as_str());
        let counted = counted.map(|figure| computed(programme, release, figure, origin)).unwrap_or_default();
        let said =
            programme.statements_about(&indicator.code).map(|s| reported(programme, indicator, s, origin));
        counted.into_iter().chain(said).collect::<Vec<_>>()
    });
    data(programme, rows.collect())
}

/// One version of one figure as the release that first issued it said it; nothing where that release lacks the figure.
/// It never changes, so its permalink is a path: a public origin may come and go.
#[must_use]
pub fn of_version(programme: &Programme, first: &Release, code_or_slug: &str) -> Option<FigureData> {
    let figure = first.figure(code_or_slug)?;
    Some(data(programme, computed(programme, first, figure, None)))
}

/// What others said about one figure; nothing where the programme has no such figure.
#[must_use]
pub fn of_statements(programme: &Programme, code_or_slug: &str, origin: Option<&str>) -> Option<FigureData> {
    let indicator = programme.indicator(code_or_slug)?;
    let said = programme.statements_about(&indicator.code).map(|s| reported(programme, indicator, s, origin));
    Some(data(programme, said.collect()))
}

impl FigureData {
    /// The values of one indicator alone.
    #[must_use]
    pub fn only(mut self, code: &IndicatorCode) -> Self {
        self.figures.retain(|row| row.indicator_code == *code);
        self
    }
}

fn data(programme: &Programme, figures: Vec<Row>) -> FigureData {
    let note = programme.demonstration.then(|| {
        let texts = Texts::of(Locale::En, programme);
        format!("{}. {}.", texts.get("plot-demonstration"), texts.own("masthead-note").text)
    });
    FigureData { demonstration: programme.demonstration, note, figures }
}

/// The columns of the CSV, in order.
pub const COLUMNS: [&str; 14] = [
    "action_id",
    "indicator_code",
    "origin",
    "definition_version",
    "period_start",
    "period_end",
    "dimension",
    "value",
    "value_status",
    "unit",
    "published_at",
    "release",
    "source",
    "permalink",
];

/// The values as JSON, with what the file says of itself. Labels stand in their own object of each value, `labels`.
#[must_use]
pub fn figures_json(data: &FigureData, labelling: &Labelling) -> String {
    let columns = labelling.columns();
    let labelled = |row| LabelledRow {
        labels: columns.iter().map(String::as_str).zip(labelling.of(row)).collect(),
        row,
    };
    let file = JsonFile {
        demonstration: data.demonstration,
        note: data.note.as_deref(),
        figures: data.figures.iter().map(labelled).collect(),
    };
    let mut json = serde_json::to_string_pretty(&file).expect("rows of texts and numbers are JSON");
    json.push('\n');
    json
}

#[derive(Serialize)]
struct JsonFile<'a> {
    demonstration: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    figures: Vec<LabelledRow<'a>>,
}

#[derive(Serialize)]
struct LabelledRow<'a> {
    #[serde(flatten)]
    row: &'a Row,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    labels: BTreeMap<&'a str, String>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use crate::open_data::Origin;
    use crate::open_data::{Dialect, Labels, separated};
    use hatua_core::id::ProgrammeId;
    use proptest::prelude::*;

    fn read_csv(text: &str) -> Vec<csv::StringRecord> {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        assert_eq!(reader.headers().unwrap(), COLUMNS.as_slice());
        reader.records().map(Result::unwrap).collect()
    }

    fn figures_csv(data: &FigureData) -> String {
        separated(data, &Labelling::new(&fixture::programme(), None, Labels::Codes), Dialect::Plain)
    }

    fn figures_json(data: &FigureData) -> String {
        super::figures_json(data, &Labelling::new(&fixture::programme(), None, Labels::Codes))
    }

    fn release_data() -> FigureData {
        of_release(&fixture::programme(), &fixture::releases()[1], Some("https://figures.example"))
    }

    #[test]
    fn computed_and_reported_values_stand_beside_each_other() {
        let data = release_data();
        let headline = &data.figures[0];
        assert_eq!((headline.value, headline.dimension.as_str()), (Some(1_600), ""));
        assert_eq!((headline.release.as_str(), headline.source.as_str()), ("R1.2", "demonstration records"));
        assert_eq!(headline.permalink, "https://figures.example/f/wells/trained/v2");
        let said: Vec<_> = data.figures.iter().filter(|row| row.origin == Origin::Reported).collect();
        assert_eq!(said.len(), 4);
        assert!(said.iter().all(|row| row.release.is_empty() && row.source.starts_with("Fund page")));
        assert_eq!(said[0].period_end, "2018-07", "as exact as the source");
    }

    #[test]
    fn a_cell_is_named_by_its_table_and_its_code() {
        let data = release_data();
        let dimensions: Vec<&str> = data.figures.iter().map(|row| row.dimension.as_str()).collect();
        for wanted in ["country=LS", "quarter=2018-Q2", "sex=F", "sex=unknown"] {
            assert!(dimensions.contains(&wanted), "{wanted}");
        }
        assert!(!dimensions.iter().any(|d| d.starts_with("age")), "a table that is not shown has no rows");
    }

    #[test]
    fn a_version_never_changes_and_holds_no_statements() {
        let (programme, releases) = (fixture::programme(), fixture::releases());
        let first = of_version(&programme, &releases[0], "trained").unwrap();
        assert!(first.figures.iter().all(|row| row.origin == Origin::Computed && row.release == "R1.1"));
        assert!(first.figures.iter().all(|row| row.permalink == "/f/wells/trained/v1"), "without an origin");
        assert_eq!(of_version(&programme, &releases[0], "wells"), None);
    }

    #[test]
    fn what_others_said_is_a_file_of_its_own() {
        let data = of_statements(&fixture::programme(), "wells", None).unwrap();
        assert_eq!(data.figures.len(), 1);
        assert_eq!(data.figures[0].permalink, "/f/wells/wells#reported");
        assert_eq!(of_statements(&fixture::programme(), "bridges", None), None);
    }

    #[test]
    fn a_demonstration_says_so_in_every_file() {
        let json: serde_json::Value = serde_json::from_str(&figures_json(&release_data())).unwrap();
        assert_eq!(json["demonstration"], true);
        assert!(json["note"].as_str().unwrap().contains("Demonstration"));
        let mut programme = fixture::programme();
        programme.demonstration = false;
        let real = of_statements(&programme, "wells", None).unwrap();
        assert_eq!((real.demonstration, real.note), (false, None));
    }

    #[test]
    fn csv_and_json_hold_the_same_values() {
        let data = release_data();
        let json: serde_json::Value = serde_json::from_str(&figures_json(&data)).unwrap();
        let from_json: Vec<Row> = serde_json::from_value(json["figures"].clone()).unwrap();
        assert_eq!(from_json, data.figures);
        let csv = read_csv(&figures_csv(&data));
        assert_eq!(csv.len(), data.figures.len());
        for (record, row) in csv.iter().zip(&data.figures) {
            assert_eq!(record.get(7).unwrap(), row.value.map_or(String::new(), |value| value.to_string()));
            assert_eq!(record.get(8).unwrap(), row.value_status);
            assert_eq!(
                (record.get(6).unwrap(), record.get(12).unwrap()),
                (row.dimension.as_str(), row.source.as_str())
            );
        }
    }

    #[test]
    fn lines_end_as_the_standard_says_and_no_mark_stands_before_them() {
        let text = figures_csv(&release_data());
        assert!(text.starts_with("action_id,") && text.ends_with("\r\n"));
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    }

    proptest! {
        #[test]
        fn any_source_is_read_back_and_never_runs_as_a_formula(source in "[=+@\\-\"',;\n\rا-ي a-z]{0,30}", value: Option<i64>) {
            let row = Row {
                action_id: ProgrammeId::new("wells").unwrap(), indicator_code: IndicatorCode::new("1.1").unwrap(),
                origin: Origin::Reported, definition_version: String::new(), period_start: String::new(),
                period_end: "2018".into(), dimension: String::new(), value, value_status: "published".into(),
                unit: "person".into(), published_at: "2018".into(), release: String::new(), source: source.clone(),
                permalink: "/f/wells/trained".into(),
            };
            let data = FigureData { demonstration: false, note: None, figures: vec![row] };
            let record = read_csv(&figures_csv(&data)).remove(0);
            let read = record.get(12).unwrap();
            prop_assert!(!read.starts_with(['=', '+', '-', '@']));
            prop_assert!(read == source || read.strip_prefix('\'') == Some(source.as_str()));
            prop_assert_eq!(record.get(7).unwrap().parse().ok(), value);
        }
    }
}
