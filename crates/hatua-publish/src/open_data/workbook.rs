//! Figures as a workbook for people who read it by eye or by ear: a cover, one table a sheet from A1, no merged cells, the
//! shorthand explained on a sheet of notes, the data dictionary on another. The same figures give the same bytes.

use std::collections::{BTreeMap, BTreeSet};

use hatua_core::programme::{Locale, Programme};
use hatua_core::release::{Release, ReleasedFigure};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, Table, TableColumn, TableStyle, Workbook, Worksheet, XlsxError,
};

use super::dictionary::{MARKS, dictionary};
use super::figures::{COLUMNS, FigureData};
use super::labels::Labelling;
use super::row::Row;
use super::separated::{Cell, cells, columns};
use crate::text::{Arg, Texts};

/// The longest text of a cell, and the longest name of a sheet, that Excel takes.
const CELL_CHARACTERS_MAX: usize = 32_767;
const SHEET_NAME_CHARACTERS_MAX: usize = 31;
/// Letters of a note that stand above each printed page.
const HEADER_CHARACTERS_MAX: usize = 120;
/// Letters that no sheet's name may have.
const NOT_IN_SHEET_NAMES: [char; 7] = ['[', ']', ':', '*', '?', '/', '\\'];
/// The place of the value among the columns.
const VALUE: usize = 7;

/// What a workbook is about.
pub struct Workbooked<'a> {
    /// The programme.
    pub programme: &'a Programme,
    /// The release whose values stand in it; absent where only others said something.
    pub release: Option<&'a Release>,
    /// The language of its words.
    pub locale: Locale,
}

/// A table before it is written.
struct Sheet {
    name: String,
    about: String,
    columns: Vec<String>,
    rows: Vec<Vec<Cell>>,
}

/// The workbook's bytes.
#[must_use]
pub fn figures_xlsx(data: &FigureData, labelling: &Labelling, about: &Workbooked) -> Vec<u8> {
    write(data, labelling, about).expect("names, texts and numbers are cut to what a workbook takes")
}

fn write(data: &FigureData, labelling: &Labelling, about: &Workbooked) -> Result<Vec<u8>, XlsxError> {
    let texts = Texts::of(about.locale, about.programme);
    let sheets = sheets(data, labelling, about, &texts);
    let mut workbook = Workbook::new();
    let title = texts.own("title").text;
    let title = data.note.as_ref().map_or_else(|| title.clone(), |note| format!("{title}. {note}"));
    workbook.set_properties(
        &DocProperties::new().set_title(cut(&title)).set_creation_datetime(&written_on(about.release)?),
    );
    let right_to_left = about.locale == Locale::Ar;
    let cover = workbook.add_worksheet();
    cover.set_right_to_left(right_to_left).set_name(sheet_name(data, &texts, &texts.get("sheet-cover")))?;
    write_cover(cover, data, &sheets, (about, &texts))?;
    for (number, sheet) in sheets.iter().enumerate() {
        let worksheet = workbook.add_worksheet();
        worksheet.set_right_to_left(right_to_left).set_name(&sheet.name)?;
        if let Some(note) = &data.note {
            let note: String = note.chars().take(HEADER_CHARACTERS_MAX).collect();
            worksheet.set_header(format!("&L{}", note.replace('&', "&&")));
        }
        write_table(worksheet, number, sheet)?;
    }
    workbook.save_to_buffer()
}

/// The day of issue, so that the same release gives the same bytes.
fn written_on(release: Option<&Release>) -> Result<ExcelDateTime, XlsxError> {
    let day = release.map_or(jiff::civil::date(2000, 1, 1), |release| release.issued_on);
    let part = |part: i8| u8::try_from(part).unwrap_or(1);
    ExcelDateTime::from_ymd(u16::try_from(day.year()).unwrap_or(2000), part(day.month()), part(day.day()))
}

/// The tables: all figures, one for each breakdown, the notes, the dictionary.
fn sheets(data: &FigureData, labelling: &Labelling, about: &Workbooked, texts: &Texts) -> Vec<Sheet> {
    let named = |name: &str| sheet_name(data, texts, name);
    let columns = {
        let mut columns = columns(labelling);
        columns.insert(COLUMNS.len(), "mark".to_owned());
        columns
    };
    let table = |name: String, about_it: String, rows: Vec<&Row>| Sheet {
        name,
        about: about_it,
        columns: columns.clone(),
        rows: rows.into_iter().map(|row| line(row, labelling, about.release)).collect(),
    };
    let (headlines, breakdowns): (Vec<&Row>, Vec<&Row>) =
        data.figures.iter().partition(|row| row.dimension.is_empty());
    let mut by_key: Vec<(&str, Vec<&Row>)> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for row in breakdowns {
        let key = row.dimension.split('=').next().unwrap_or_default();
        let place = *places.entry(key).or_insert(by_key.len());
        if place == by_key.len() {
            by_key.push((key, Vec::new()));
        }
        by_key[place].1.push(row);
    }
    let mut sheets =
        vec![table(named(&texts.get("sheet-figures")), texts.get("sheet-figures-about"), headlines)];
    for (key, rows) in by_key {
        let about_it = texts.get_args("sheet-by-about", &[("key", Arg::Text(key))]);
        sheets.push(table(named(key), about_it, rows));
    }
    sheets.push(notes(named(&texts.get("sheet-notes")), texts));
    sheets.push(dictionary_sheet(named(&texts.get("sheet-dictionary")), about, texts));
    tell_apart(&mut sheets);
    sheets
}

/// No two sheets have one name: a dimension may be called as one of ours, or be cut.
fn tell_apart(sheets: &mut [Sheet]) {
    let mut taken = BTreeSet::new();
    for (number, sheet) in sheets.iter_mut().enumerate() {
        if !taken.insert(sheet.name.to_lowercase()) {
            let kept: String = sheet.name.chars().take(SHEET_NAME_CHARACTERS_MAX - 4).collect();
            sheet.name = format!("{kept} {}", number + 1);
            taken.insert(sheet.name.to_lowercase());
        }
    }
}

fn line(row: &Row, labelling: &Labelling, release: Option<&Release>) -> Vec<Cell> {
    let mut cells = cells(row, labelling);
    if row.value.is_none() {
        cells[VALUE] = Cell::Text(
            match row.value_status.as_str() {
                "suppressed" => "[c]",
                "not_applicable" => "[z]",
                _ => "[x]",
            }
            .to_owned(),
        );
    }
    let figure = release
        .filter(|release| row.release == release.id.to_string())
        .and_then(|release| release.figure(row.indicator_code.as_str()));
    let marks = figure.filter(|_| row.dimension.is_empty()).map(marks).unwrap_or_default();
    cells.insert(COLUMNS.len(), if marks.is_empty() { Cell::Nothing } else { Cell::Text(marks) });
    cells
}

/// The marks of a figure: it corrects an earlier value; a report that could change it was expected and has not come.
fn marks(figure: &ReleasedFigure) -> String {
    let is_restated = figure.restatement.is_some();
    let is_provisional = figure.coverage.answered < figure.coverage.expected;
    let marks = [(is_restated, "[r]"), (is_provisional, "[p]")];
    marks.into_iter().filter(|(holds, _)| *holds).map(|(_, mark)| mark).collect::<Vec<_>>().join(" ")
}

fn notes(name: String, texts: &Texts) -> Sheet {
    let rows = MARKS.map(|(mark, key)| vec![Cell::Text(mark.to_owned()), Cell::Text(texts.get(key))]);
    Sheet {
        name,
        about: texts.get("sheet-notes-about"),
        columns: vec![texts.get("nothing-shown"), texts.get("nothing-meaning")],
        rows: rows.into(),
    }
}

fn dictionary_sheet(name: String, about: &Workbooked, texts: &Texts) -> Sheet {
    let lines = dictionary(about.programme, about.release, about.locale).into_iter();
    let rows = lines.map(|line| [line.column, line.code, line.meaning].map(Cell::Text).to_vec());
    Sheet {
        name,
        about: texts.get("sheet-dictionary-about"),
        columns: vec!["column".to_owned(), "code".to_owned(), texts.get("nothing-meaning")],
        rows: rows.collect(),
    }
}

/// Title, what is invented, what it may be used for, and what each sheet holds.
fn write_cover(
    cover: &mut Worksheet,
    data: &FigureData,
    sheets: &[Sheet],
    (about, texts): (&Workbooked, &Texts),
) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    let mut lines: Vec<(String, String)> = vec![(texts.own("title").text, String::new())];
    lines.extend(data.note.iter().map(|note| (note.clone(), String::new())));
    if let Some(release) = about.release {
        let day = texts.numbers.date(release.data_to);
        let args = [("date", Arg::Text(&day))];
        lines.push((release.id.to_string(), texts.get_args("record-data-up-to", &args)));
    }
    let reuse = if about.programme.demonstration { "reuse-demonstration" } else { "reuse" };
    lines.push((texts.get(reuse), String::new()));
    lines.extend(sheets.iter().map(|sheet| (sheet.name.clone(), sheet.about.clone())));
    cover.set_column_width(0, 40)?.set_column_width(1, 80)?;
    for (row, (first, second)) in (0_u32..).zip(&lines) {
        if row == 0 {
            cover.write_string_with_format(row, 0, cut(first), &bold)?;
        } else {
            cover.write_string(row, 0, cut(first))?;
        }
        if !second.is_empty() {
            cover.write_string(row, 1, cut(second))?;
        }
    }
    Ok(())
}

/// One table from A1, marked as a table for those who hear it.
fn write_table(worksheet: &mut Worksheet, number: usize, sheet: &Sheet) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    for (column, heading) in (0_u16..).zip(&sheet.columns) {
        worksheet.write_string_with_format(0, column, heading, &bold)?;
        worksheet.set_column_width(column, 20)?;
    }
    for (row, cells) in (1_u32..).zip(&sheet.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            match cell {
                Cell::Text(text) if text.is_empty() => {}
                Cell::Text(text) => {
                    worksheet.write_string(row, column, cut(text))?;
                }
                Cell::Number(value) => {
                    let exact: f64 = value.to_string().parse().expect("digits are a number");
                    worksheet.write_number(row, column, exact)?;
                }
                Cell::Nothing => {}
            }
        }
    }
    worksheet.set_freeze_panes(1, 0)?;
    let (Some(last_row), Some(last_column)) = (last(sheet.rows.len() + 1), last(sheet.columns.len())) else {
        return Ok(());
    };
    if last_row > 0 {
        let headings: Vec<TableColumn> =
            sheet.columns.iter().map(|heading| TableColumn::new().set_header(heading)).collect();
        let table = Table::new()
            .set_name(format!("table_{}", number + 1))
            .set_columns(&headings)
            .set_style(TableStyle::Light1);
        let last_column = u16::try_from(last_column).expect("a table has some twenty columns");
        worksheet.add_table(0, 0, last_row, last_column, &table)?;
    }
    Ok(())
}

/// The place of the last of so many.
fn last(count: usize) -> Option<u32> {
    u32::try_from(count.checked_sub(1)?).ok()
}

/// The sheet's name, which says in a demonstration that it is one.
fn sheet_name(data: &FigureData, texts: &Texts, name: &str) -> String {
    let name = if data.demonstration {
        texts.get_args("sheet-demonstration", &[("name", Arg::Text(name))])
    } else {
        name.to_owned()
    };
    let allowed = name.chars().filter(|letter| !NOT_IN_SHEET_NAMES.contains(letter));
    allowed.take(SHEET_NAME_CHARACTERS_MAX).collect()
}

fn cut(text: &str) -> &str {
    text.char_indices().nth(CELL_CHARACTERS_MAX / 2).map_or(text, |(at, _)| &text[..at])
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use calamine::{Data, Reader as _, Xlsx};

    use super::*;
    use crate::fixture;
    use crate::open_data::{Labels, of_release};
    use hatua_core::release::FigureValue;

    fn book(programme: &Programme, release: &Release, labels: Labels) -> Vec<u8> {
        let labelling = Labelling::new(programme, Some(release), labels);
        let about = Workbooked { programme, release: Some(release), locale: Locale::En };
        figures_xlsx(&of_release(programme, release, None), &labelling, &about)
    }

    fn read(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
        Xlsx::new(Cursor::new(bytes)).unwrap()
    }

    fn rows(book: &mut Xlsx<Cursor<Vec<u8>>>, sheet: &str) -> Vec<Vec<Data>> {
        let range = book.worksheet_range(sheet).unwrap();
        assert_eq!(range.start(), Some((0, 0)), "a table begins in A1");
        range.rows().map(<[Data]>::to_vec).collect()
    }

    #[test]
    fn a_workbook_holds_the_values_of_the_csv_one_table_a_sheet() {
        let (programme, releases) = (fixture::programme(), fixture::releases());
        let data = of_release(&programme, &releases[1], None);
        let mut book = read(book(&programme, &releases[1], Labels::In(Locale::En)));
        let names = book.sheet_names();
        assert!(names.iter().all(|name| name.starts_with("Demo ")), "{names:?}");
        let mut found = 0;
        for name in names.iter().filter(|name| !name.ends_with("Cover")) {
            let table = rows(&mut book, name);
            assert!(table[0].iter().all(|heading| !heading.to_string().is_empty()), "{name}");
            if table[0][0] != Data::String("action_id".into()) {
                continue;
            }
            for line in &table[1..] {
                let dimension = line[6].to_string();
                let row = data.figures.iter().find(|row| {
                    row.dimension == dimension
                        && line[1] == row.indicator_code.as_str()
                        && row.source == line[12].to_string()
                        && row.published_at == line[10].to_string()
                });
                let value = row.unwrap_or_else(|| panic!("{line:?}")).value.unwrap();
                assert_eq!(line[VALUE].to_string(), value.to_string());
                found += 1;
            }
        }
        assert_eq!(found, data.figures.len());
    }

    #[test]
    fn what_is_no_number_is_a_mark_that_the_notes_explain() {
        let (programme, mut releases) = (fixture::programme(), fixture::releases());
        releases[1].figures[0].value = FigureValue::Suppressed;
        let mut book = read(book(&programme, &releases[1], Labels::Codes));
        let figures = rows(&mut book, "Demo Figures");
        assert_eq!(figures[1][VALUE], Data::String("[c]".into()));
        assert_eq!(
            (figures[0][14].to_string(), figures[1][14].to_string()),
            ("mark".into(), "[r] [p]".into())
        );
        let notes = rows(&mut book, "Demo Notes");
        let marks: Vec<String> = notes[1..].iter().map(|line| line[0].to_string()).collect();
        assert_eq!(marks, ["[x]", "[c]", "[z]", "[r]", "[p]"]);
        let cover = rows(&mut book, "Demo Cover");
        assert!(cover[1][0].to_string().contains("Demonstration"), "{cover:?}");
    }

    #[test]
    fn the_same_figures_give_the_same_bytes_and_labels_add_columns() {
        let (programme, releases) = (fixture::programme(), fixture::releases());
        let bytes = || book(&programme, &releases[1], Labels::Both);
        assert!(bytes() == bytes());
        let figures = rows(&mut read(bytes()), "Demo Figures");
        let headings: Vec<String> = figures[0].iter().map(ToString::to_string).collect();
        assert_eq!(headings[..14], COLUMNS.map(str::to_owned));
        assert!(headings.contains(&"indicator_name_en".to_owned()));
        assert!(headings.contains(&"indicator_name_ar".to_owned()));
    }

    #[test]
    fn a_figure_is_provisional_while_a_report_is_missing_and_its_parts_have_no_mark() {
        let (programme, mut releases) = (fixture::programme(), fixture::releases());
        let marks = |release: &Release| -> Vec<String> {
            let figures = rows(&mut read(book(&programme, release, Labels::Codes)), "Demo Figures");
            figures[1..].iter().map(|row| row[COLUMNS.len()].to_string()).filter(|m| !m.is_empty()).collect()
        };
        assert_eq!(marks(&releases[1]), ["[r] [p]"]);
        releases[1].figures[0].coverage.answered = 2;
        assert_eq!(marks(&releases[1]), ["[r]"]);
        releases[1].figures[0].restatement = None;
        assert!(marks(&releases[1]).is_empty());
        let mut book = read(book(&programme, &releases[0], Labels::Codes));
        let by_sex = rows(&mut book, "Demo sex");
        assert!(by_sex[1..].iter().all(|row| row[COLUMNS.len()].to_string().is_empty()));
    }

    #[test]
    fn two_sheets_of_one_name_are_told_apart() {
        let sheet = |name: &str| Sheet {
            name: name.into(),
            about: String::new(),
            columns: Vec::new(),
            rows: Vec::new(),
        };
        let mut sheets = vec![sheet("Notes"), sheet("notes"), sheet(&"n".repeat(31)), sheet(&"n".repeat(31))];
        tell_apart(&mut sheets);
        let names: BTreeSet<String> = sheets.iter().map(|sheet| sheet.name.to_lowercase()).collect();
        assert_eq!(names.len(), 4);
        assert!(names.iter().all(|name| name.chars().count() <= SHEET_NAME_CHARACTERS_MAX));
    }
}
