//! A sheet of plain values: the columns of a file and its rows. CSV and Parquet are written from the same sheet, so that
//! both say the same.

use hatua_core::programme::ColumnKind;
use hatua_core::record::Value;

/// What every value of a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Plain {
    /// A text; a decimal number too, with all digits as it was written.
    Text,
    /// A whole number.
    Integer,
    /// Yes or no.
    Boolean,
    /// A civil day.
    Date,
}

impl Plain {
    /// How values of a register's column are held.
    pub(super) fn of(kind: &ColumnKind) -> Self {
        match kind {
            ColumnKind::Integer | ColumnKind::Money | ColumnKind::Year => Self::Integer,
            ColumnKind::Date => Self::Date,
            ColumnKind::Boolean => Self::Boolean,
            ColumnKind::Id
            | ColumnKind::Text
            | ColumnKind::Decimal
            | ColumnKind::Choice(_)
            | ColumnKind::Place
            | ColumnKind::Organisation
            | ColumnKind::PersonName
            | ColumnKind::Phone
            | ColumnKind::Record(_) => Self::Text,
        }
    }

    /// The type's name in SQL.
    pub(super) fn sql(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Integer => "bigint",
            Self::Boolean => "boolean",
            Self::Date => "date",
        }
    }
}

/// A column of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Heading {
    /// Its name.
    pub(super) name: String,
    /// What it holds.
    pub(super) plain: Plain,
}

/// Columns and rows; a cell without a value is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sheet {
    /// The columns.
    pub(super) headings: Vec<Heading>,
    /// The rows, each with one cell for each column.
    pub(super) rows: Vec<Vec<Option<Value>>>,
}

impl Sheet {
    /// CSV as databases read it: a text always stands in quotes, so that an empty cell is no value and never an empty text.
    pub(super) fn csv(&self) -> Vec<u8> {
        let mut text = String::new();
        let names = self.headings.iter().map(|heading| quoted(&heading.name));
        push_line(&mut text, names);
        for row in &self.rows {
            let cells = row.iter().map(|cell| match cell {
                None => String::new(),
                Some(Value::Text(text)) => quoted(text),
                Some(Value::Integer(number)) => number.to_string(),
                Some(Value::Boolean(answer)) => answer.to_string(),
                Some(Value::Date(day)) => day.to_string(),
            });
            push_line(&mut text, cells);
        }
        text.into_bytes()
    }
}

fn push_line(text: &mut String, cells: impl Iterator<Item = String>) {
    for (place, cell) in cells.enumerate() {
        if place > 0 {
            text.push(',');
        }
        text.push_str(&cell);
    }
    text.push('\n');
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_cell_of_the_csv_is_no_value_and_a_text_keeps_its_quotes_and_lines() {
        let headings = [("id", Plain::Text), ("amount", Plain::Integer), ("on", Plain::Date)]
            .map(|(name, plain)| Heading { name: name.into(), plain });
        let day = Value::Date(jiff::civil::date(2018, 5, 23));
        let rows = vec![
            vec![Some(Value::Text("a \"b\"\nc".into())), Some(Value::Integer(-3)), Some(day)],
            vec![Some(Value::Text(String::new())), None, None],
        ];
        let csv = Sheet { headings: headings.to_vec(), rows }.csv();
        let wanted = "\"id\",\"amount\",\"on\"\n\"a \"\"b\"\"\nc\",-3,2018-05-23\n\"\",,\n";
        assert_eq!(String::from_utf8(csv).unwrap(), wanted);
    }
}
