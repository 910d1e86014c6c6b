//! Where, and who: the tables that the release shows of one figure. A table that it does not show says so and links the
//! last release that has it.

use hatua_core::count::HEAD_COUNT;
use hatua_core::programme::{Indicator, Programme};
use hatua_core::release::{PublicCell, PublicTable, ReleasedFigure, TableKey};

use crate::links;
use crate::site::action_page::edition::Edition;
use crate::site::link::LinkView;
use crate::site::value::{ValueView, bar_width};
use crate::text::{Texts, Words, key};

/// The dimension whose codes are countries of the programme's places.
pub const COUNTRY: &str = "country";

/// One line of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellView {
    /// Whose number it is.
    pub label: Words,
    /// Its code.
    pub code: String,
    /// Its page; absent where it has none.
    pub href: Option<String>,
    /// The number.
    pub value: ValueView,
    /// The number itself.
    pub number: Option<u64>,
    /// The length of its bar; absent where there is no number.
    pub width: Option<String>,
}

/// A table with a bar beside each number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableView {
    /// What it shows.
    pub caption: String,
    /// The heading of the first column.
    pub head: Words,
    /// The heading of the numbers.
    pub number: String,
    /// Its lines.
    pub cells: Vec<CellView>,
    /// The figure itself, where the lines add up to it.
    pub total: Option<(String, ValueView)>,
}

/// A table that the release does not show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithheldView {
    /// That it is not shown, and why.
    pub sentence: String,
    /// The last release that shows it.
    pub last: Option<LinkView>,
}

/// A figure's tables of one section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BreakdownView {
    /// The tables.
    pub tables: Vec<TableView>,
    /// Tables that are not shown.
    pub withheld: Vec<WithheldView>,
}

/// The countries of a figure.
#[must_use]
pub fn countries(edition: &Edition, indicator: &Indicator, figure: &ReleasedFigure) -> Option<BreakdownView> {
    let is_country =
        |key: &TableKey| matches!(key, TableKey::First(dimension) if dimension.as_str() == COUNTRY);
    let mut view = breakdown(edition, indicator, figure, is_country)?;
    for table in &mut view.tables {
        in_order_of_size(table);
    }
    Some(view)
}

/// Sorts the lines of a table: the largest number first. What is no number stands below, so that its place says nothing.
fn in_order_of_size(table: &mut TableView) {
    table.cells.sort_by_key(|cell| std::cmp::Reverse(cell.number));
}

/// Sex, age and the like of each figure whose tables the package allows.
#[must_use]
pub fn people(edition: &Edition) -> Vec<BreakdownView> {
    let policy = &edition.programme().disclosure;
    let is_people = |key: &TableKey| match key {
        TableKey::First(dimension) => dimension.as_str() != COUNTRY && policy.one_way.contains(dimension),
        TableKey::Each(_) | TableKey::Quarter | TableKey::Year(_) | TableKey::Beside(_) => false,
    };
    policy
        .tables
        .iter()
        .filter_map(|slug| {
            let shown = edition.shown_by_slug(slug.as_str())?;
            breakdown(edition, shown.indicator, shown.computed?, is_people)
        })
        .collect()
}

/// The tables of a figure whose keys are wanted; nothing where the release has none of them.
pub fn breakdown(
    edition: &Edition,
    indicator: &Indicator,
    figure: &ReleasedFigure,
    wanted: impl Fn(&TableKey) -> bool,
) -> Option<BreakdownView> {
    let (mut tables, mut withheld) = (Vec::new(), Vec::new());
    for public in figure.tables.iter().filter(|public| wanted(public.key())) {
        match public {
            PublicTable::Shown { key, cells, units_in_several } => {
                let of = Lines { key, cells, each_once: units_in_several.is_none() };
                tables.push(table(edition, indicator, figure, &of));
            }
            PublicTable::NotShown { key, last_shown } => {
                let last = last_shown.and_then(|id| edition.of.release(id)).map(|release| LinkView {
                    href: links::action_release(edition.context.locale, &edition.programme().id, release.id),
                    label: edition.release_name(release),
                });
                withheld.push(WithheldView { sentence: not_shown(edition, key), last });
            }
        }
    }
    let has_something = !tables.is_empty() || !withheld.is_empty();
    has_something.then_some(BreakdownView { tables, withheld })
}

fn not_shown(edition: &Edition, key: &TableKey) -> String {
    let release = edition.release.map(|release| edition.release_name(release)).unwrap_or_default();
    let dimension = dimension_name(&edition.context.texts, key);
    let args = [("dimension", (&dimension).into()), ("release", (&release).into())];
    edition.context.texts.get_args("table-not-shown", &args)
}

/// The cells of a public table.
struct Lines<'a> {
    key: &'a TableKey,
    cells: &'a [PublicCell],
    /// Whether every unit stands in one cell.
    each_once: bool,
}

fn table(edition: &Edition, indicator: &Indicator, figure: &ReleasedFigure, of: &Lines) -> TableView {
    let (texts, key, cells) = (&edition.context.texts, of.key, of.cells);
    let longest = cells.iter().filter_map(|cell| cell.value().number()).max().unwrap_or(0);
    let short = edition.figure_text(indicator, "short");
    let head = dimension_name(texts, key);
    let caption =
        texts.get_args("table-caption", &[("figure", (&short).into()), ("dimension", (&head).into())]);
    let adds_up = match key {
        TableKey::First(_) | TableKey::Quarter | TableKey::Year(_) => {
            of.each_once && cells.iter().all(|cell| cell.value().number().is_some())
        }
        TableKey::Each(_) | TableKey::Beside(_) => false,
    };
    TableView {
        caption,
        head: capitalised(&head),
        number: texts.get("number"),
        cells: cells
            .iter()
            .filter(|cell| has_a_line(edition.programme(), key, cell))
            .map(|cell| CellView {
                label: cell_label(edition.programme(), texts, key, cell.code()),
                code: cell.code().to_owned(),
                href: None,
                value: edition.value(cell.value()),
                number: cell.value().number(),
                width: cell.value().number().map(|number| bar_width(number, longest)),
            })
            .collect(),
        total: adds_up.then(|| (texts.get("all"), edition.value(figure.value))),
    }
}

/// A place that is no country of the programme (a region, or not recorded) has a line only where something was counted.
fn has_a_line(programme: &Programme, key: &TableKey, cell: &PublicCell) -> bool {
    match key {
        TableKey::First(dimension) | TableKey::Each(dimension) if dimension.as_str() == COUNTRY => {
            cell.value().number() != Some(0) || programme.countries.iter().any(|code| code == cell.code())
        }
        TableKey::First(_)
        | TableKey::Each(_)
        | TableKey::Quarter
        | TableKey::Year(_)
        | TableKey::Beside(_) => true,
    }
}

/// A column's heading begins with a capital, where the script has any.
fn capitalised(words: &Words) -> Words {
    let mut rest = words.text.chars();
    let text = rest.next().map(|first| first.to_uppercase().chain(rest).collect());
    Words { text: text.unwrap_or_default(), lang: words.lang }
}

/// How many stand in more than one line of a table, in the programme's words where it has some; `own` is its text.
#[must_use]
pub fn in_several(texts: &Texts, own: &str, n: u64) -> String {
    let args = [("n", n.into())];
    let told = texts.optional_args(&format!("{own}-several"), &args);
    told.map_or_else(|| texts.get_args("record-each-several", &args), |words| words.text)
}

/// What a table breaks down by, in the programme's words.
#[must_use]
pub fn dimension_name(texts: &Texts, table: &TableKey) -> Words {
    match table {
        TableKey::First(dimension) | TableKey::Each(dimension) => {
            texts.own(&key("dimension", dimension.as_str()))
        }
        TableKey::Quarter => Words::here(texts.get("quarter-of-year")),
        TableKey::Year(_) => texts.own(&key("dimension", &table.name())),
        TableKey::Beside(name) => texts.own(&key("beside", name.as_str())),
    }
}

/// The words for a code of a table: a place's name, a quarter, or the programme's text for the code.
#[must_use]
pub fn cell_label(programme: &Programme, texts: &Texts, table: &TableKey, code: &str) -> Words {
    match table {
        TableKey::First(_) | TableKey::Each(_) if code == HEAD_COUNT => {
            Words::here(texts.get("cell-head-count"))
        }
        TableKey::Beside(name) => {
            texts.optional(&key(name.as_str(), code)).unwrap_or_else(|| Words::here(code))
        }
        TableKey::First(dimension) | TableKey::Each(dimension) => place_name(programme, texts, code)
            .filter(|_| dimension.as_str() == COUNTRY)
            .or_else(|| texts.optional(&key(dimension.as_str(), code)))
            .unwrap_or_else(|| Words::here(code)),
        TableKey::Quarter => match code.parse() {
            Ok(quarter) => Words::here(super::quarters::quarter_name(texts, quarter)),
            Err(_) => Words::here(code),
        },
        TableKey::Year(_) => Words::here(texts.numbers.named(code)),
    }
}

/// A place's name in the page's language, else in the first language that has one.
#[must_use]
pub fn place_name(programme: &Programme, texts: &Texts, code: &str) -> Option<Words> {
    let place = programme.places.iter().find(|place| place.code == code)?;
    if let Some(name) = place.names.get(&texts.locale()) {
        return Some(Words::here(name));
    }
    let (language, name) = place.names.first_key_value()?;
    Some(Words { text: name.clone(), lang: Some(*language) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use hatua_core::programme::Locale;

    fn of_trained(edition: &Edition) -> Option<BreakdownView> {
        let (indicator, figure) = edition.featured()?;
        countries(edition, indicator, figure)
    }

    #[test]
    fn the_largest_number_stands_first_and_what_is_none_last() {
        let mut release = serde_json::to_value(fixture::releases().remove(1)).unwrap();
        release["figures"][0]["tables"][0]["cells"] = serde_json::json!([
            {"code": "LS", "status": "suppressed"}, {"code": "REG", "status": "published", "value": 0},
            {"code": "SZ", "status": "published", "value": 800}, {"code": "unknown", "status": "published", "value": 9}]);
        let releases = [serde_json::from_value(release).unwrap()];
        let view = fixture::with_edition(&fixture::programme(), &releases, Locale::En, of_trained).unwrap();
        let codes: Vec<_> = view.tables[0].cells.iter().map(|cell| cell.code.as_str()).collect();
        assert_eq!(codes, ["SZ", "unknown", "LS"], "a region without a record has no line");
    }

    #[test]
    fn countries_have_their_names_their_numbers_and_the_total() {
        let (programme, releases) = (fixture::programme(), fixture::releases());
        let view = fixture::with_edition(&programme, &releases, Locale::Ar, of_trained).unwrap();
        let table = &view.tables[0];
        let lines: Vec<_> =
            table.cells.iter().map(|cell| (cell.label.text.as_str(), cell.value.text.as_str())).collect();
        assert_eq!(lines, [("أبلاند", "٨٠٠"), ("لولاند", "٨٠٠")]);
        assert_eq!(table.total.as_ref().unwrap().1.text, "١٬٦٠٠");
        assert_eq!(table.cells[1].width.as_deref(), Some("100%"));
    }

    #[test]
    fn a_table_that_is_not_shown_says_so_and_links_the_last_one() {
        let (programme, releases) = (fixture::programme(), fixture::releases());
        let view = fixture::with_edition(&programme, &releases, Locale::En, people).remove(0);
        assert_eq!(view.tables[0].caption, "People trained, by sex");
        assert_eq!(view.tables[0].head.text, "Sex");
        assert_eq!(view.tables[0].cells[2].value.text, "0");
        assert_eq!(view.withheld[0].sentence, "age: not shown in release 1.2: a change is too small.");
        assert_eq!(view.withheld[0].last.as_ref().unwrap().href, "/a/wells/r1.1");
    }

    #[test]
    fn where_a_unit_stands_in_several_lines_they_have_no_total() {
        let mut release = serde_json::to_value(fixture::releases().remove(1)).unwrap();
        release["figures"][0]["tables"][0]["units_in_several"] =
            serde_json::json!({"status": "published", "value": 11});
        let releases = [serde_json::from_value(release).unwrap()];
        let view = fixture::with_edition(&fixture::programme(), &releases, Locale::En, of_trained).unwrap();
        assert_eq!(view.tables[0].total, None);
    }

    #[test]
    fn a_total_that_a_missing_part_would_give_away_is_not_written_below() {
        let mut release = serde_json::to_value(fixture::releases().remove(1)).unwrap();
        release["figures"][0]["tables"][0]["cells"][0] =
            serde_json::json!({"code": "LS", "status": "suppressed"});
        let releases = [serde_json::from_value(release).unwrap()];
        let view = fixture::with_edition(&fixture::programme(), &releases, Locale::En, of_trained).unwrap();
        assert_eq!(view.tables[0].total, None);
        assert_eq!(
            (view.tables[0].cells[1].value.text.as_str(), &view.tables[0].cells[1].width),
            ("[c]", &None)
        );
    }
}
