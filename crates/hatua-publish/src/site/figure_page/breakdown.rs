//! The tables of a version.

use hatua_core::id::DimensionName;
use hatua_core::release::{FigureValue, PublicTable, TableKey};

use super::record::{Record, Version};
use crate::site::action_page::breakdown::{
    CellView, TableView, WithheldView, breakdown as tables_of, dimension_name, in_several,
};
use crate::site::link::LinkView;
use crate::text::key as key_of;

/// A table, with a note where it has one.
type Captioned = (TableView, Option<String>);

/// The section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BreakdownSection {
    /// Its heading.
    pub heading: String,
    /// The tables in two columns of about one height.
    pub columns: Vec<Vec<Captioned>>,
    /// Tables that the release does not show.
    pub withheld: Vec<WithheldView>,
    /// That there is no table.
    pub none: Option<String>,
}

/// What stands around the lines of a table takes the room of so many lines.
const LINES_AROUND: usize = 3;

/// The tables of a version, each in the column that has more room.
pub fn breakdown(record: &Record, shown: &Version) -> BreakdownSection {
    let texts = &record.context.texts;
    let public = shown.figure.tables.iter().filter_map(|table| match table {
        PublicTable::Shown { key, units_in_several, .. } => Some((key, *units_in_several)),
        PublicTable::NotShown { .. } => None,
    });
    let tables = tables_of(&record.edition, record.indicator, shown.figure, |_| true).map(|view| view.tables);
    let tables =
        tables.unwrap_or_default().into_iter().zip(public).map(|(table, of)| captioned(record, table, of));
    let columns = in_columns(tables);
    let withheld: Vec<_> =
        shown.figure.tables.iter().filter_map(|table| not_shown(record, shown, table)).collect();
    let none = (columns.is_empty() && withheld.is_empty()).then(|| texts.get("record-breakdown-none"));
    BreakdownSection { heading: texts.get("record-breakdown"), columns, withheld, none }
}

fn in_columns(tables: impl Iterator<Item = Captioned>) -> Vec<Vec<Captioned>> {
    let (mut columns, mut lines) = ([Vec::new(), Vec::new()], [0, 0]);
    for (table, note) in tables {
        let at = usize::from(lines[1] < lines[0]);
        lines[at] += table.cells.len() + LINES_AROUND;
        columns[at].push((table, note));
    }
    columns.into_iter().filter(|column| !column.is_empty()).collect()
}

/// That a table is not shown, with the last version of the figure that has it.
fn not_shown(record: &Record, shown: &Version, table: &PublicTable) -> Option<WithheldView> {
    let texts = &record.context.texts;
    let PublicTable::NotShown { key, last_shown } = table else { return None };
    let (dimension, release) = (dimension_name(texts, key), texts.numbers.release(shown.first.id));
    let last =
        last_shown.and_then(|id| record.edition.of.release(id)?.figure(record.indicator.code.as_str()));
    let args = [("dimension", (&dimension).into()), ("release", (&release).into())];
    Some(WithheldView {
        sentence: texts.get_args("record-not-shown", &args),
        last: last.map(|figure| LinkView {
            href: record.version_path(figure.version),
            label: texts.get_args(
                "record-not-shown-last",
                &[("version", (&texts.numbers.plain(figure.version.into())).into())],
            ),
        }),
    })
}

/// The page has one figure, so that a caption says only what it is broken down by.
fn captioned(
    record: &Record,
    table: TableView,
    (key, several): (&TableKey, Option<FigureValue>),
) -> Captioned {
    let texts = &record.context.texts;
    let dimension = dimension_name(texts, key);
    let args = [("dimension", (&dimension).into())];
    let (caption, note) = match key {
        TableKey::First(of) => {
            let note = several.map(|several| each_note(record, &own_words(record, of), Some(several)));
            (texts.get_args("record-by-first", &args), note)
        }
        TableKey::Beside(_) => {
            let caption = texts.get_args("record-beside", &args);
            (caption, Some(texts.get("record-beside-note")))
        }
        TableKey::Year(_) => (texts.get_args("record-by-first", &args), None),
        TableKey::Quarter => (texts.get("record-by-quarter"), None),
        TableKey::Each(of) => {
            let own = own_words(record, of);
            let caption = texts.optional(&own);
            let caption = caption.map_or_else(|| texts.get_args("record-by-each", &args), |words| words.text);
            (caption, Some(each_note(record, &own, several)))
        }
    };
    let cells = if is_drawn(key) { table.cells } else { table.cells.into_iter().map(undrawn).collect() };
    (TableView { caption, cells, ..table }, note)
}

/// Whether a table's numbers are drawn as bars too. Time has its own plot on the page, and a bar of lines that don't add up
/// would be looked at as a share; each bar also has its bytes.
fn is_drawn(key: &TableKey) -> bool {
    match key {
        TableKey::First(_) => true,
        TableKey::Quarter | TableKey::Year(_) | TableKey::Each(_) | TableKey::Beside(_) => false,
    }
}

fn undrawn(cell: CellView) -> CellView {
    CellView { width: None, ..cell }
}

/// The key of the programme's own words for a table in which a unit stands in more than one line.
fn own_words(record: &Record, of: &DimensionName) -> String {
    key_of("figure", &format!("{}-each-{of}", record.indicator.slug))
}

/// How many stand in more than one line, in the programme's words where it has some; and that so the lines may not be added.
/// A number that is withheld is not told.
fn each_note(record: &Record, own: &str, several: Option<FigureValue>) -> String {
    let texts = &record.context.texts;
    let note = texts.get("record-each-note");
    let Some(n) = several.and_then(FigureValue::number) else { return note };
    format!("{} {note}", in_several(texts, own, n))
}
