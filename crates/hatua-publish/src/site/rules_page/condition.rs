//! A condition in words: each predicate a line, with the columns and codes as the register's own labels call them.

use hatua_core::id::{ColumnName, RegisterName};
use hatua_core::programme::condition::{Bound, ColumnPath, Test};
use hatua_core::programme::{Column, ColumnKind, Condition, Programme};
use hatua_core::record::Value;

use crate::text::Texts;

/// Reads conditions over the registers of a programme.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// The words of the page.
    pub texts: &'a Texts,
    /// The programme with its registers.
    pub programme: &'a Programme,
}

impl Reader<'_> {
    /// The condition as lines that all have to hold.
    pub fn lines(&self, register: &RegisterName, condition: &Condition) -> Vec<String> {
        match condition {
            Condition::All(parts) => parts.iter().flat_map(|part| self.lines(register, part)).collect(),
            Condition::Column(..) | Condition::Any(_) | Condition::Not(_) => {
                vec![self.words(register, condition)]
            }
        }
    }

    fn words(&self, register: &RegisterName, condition: &Condition) -> String {
        let join = |parts: &[Condition], between: &str| {
            let parts: Vec<String> = parts.iter().map(|part| self.words(register, part)).collect();
            parts.join(&self.texts.get(between))
        };
        match condition {
            Condition::Column(path, test) => self.test(register, path, test),
            Condition::All(parts) => join(parts, "condition-and"),
            Condition::Any(parts) => join(parts, "condition-or"),
            Condition::Not(part) => {
                self.texts.get_args("condition-not", &[("part", (&self.words(register, part)).into())])
            }
        }
    }

    fn test(&self, register: &RegisterName, path: &ColumnPath, test: &Test) -> String {
        let column = self.column(register, path);
        let name = column.map_or_else(
            || path.column.to_string(),
            |column| self.label(&column.labels, column.name.as_str()),
        );
        let value = |value: &Value| self.value(column, value);
        let bound = |bound: &Bound| match bound {
            Bound::Value(value) => self.value(column, value),
            Bound::Today => self.texts.get("condition-today"),
            Bound::Column(other) => self.column_name(register, other),
        };
        let (words, said) = match test {
            Test::Is(wanted) => ("condition-is", value(wanted)),
            Test::IsNot(unwanted) => ("condition-is-not", value(unwanted)),
            Test::IsColumn(other) => ("condition-is", self.column_name(register, other)),
            Test::IsNotColumn(other) => ("condition-is-not", self.column_name(register, other)),
            Test::OneOf(wanted) => {
                let wanted: Vec<String> = wanted.iter().map(value).collect();
                ("condition-one-of", wanted.join(&self.texts.get("list-separator")))
            }
            Test::AtLeast(least) => ("condition-at-least", bound(least)),
            Test::AtMost(most) => ("condition-at-most", bound(most)),
            Test::Before(end) => ("condition-before", bound(end)),
            Test::After(start) => ("condition-after", bound(start)),
            Test::Present(true) => ("condition-present", String::new()),
            Test::Present(false) => ("condition-absent", String::new()),
            Test::Longest(characters) => {
                ("condition-longest", self.texts.numbers.grouped(u64::from(*characters)))
            }
        };
        self.texts.get_args(words, &[("column", (&name).into()), ("value", (&said).into())])
    }

    /// The column of the register, or of the one that a column of it points to.
    fn column(&self, register: &RegisterName, path: &ColumnPath) -> Option<&Column> {
        let register = self.programme.registers.get(register)?;
        let Some(through) = &path.through else { return register.column(&path.column) };
        match &register.column(through)?.kind {
            ColumnKind::Record(other) => self.programme.registers.get(other)?.column(&path.column),
            ColumnKind::Id
            | ColumnKind::Text
            | ColumnKind::Integer
            | ColumnKind::Decimal
            | ColumnKind::Money
            | ColumnKind::Date
            | ColumnKind::Year
            | ColumnKind::Boolean
            | ColumnKind::Choice(_)
            | ColumnKind::Place
            | ColumnKind::Organisation
            | ColumnKind::PersonName
            | ColumnKind::Phone => None,
        }
    }

    /// What the register calls one of its own columns.
    pub fn column_name(&self, register: &RegisterName, column: &ColumnName) -> String {
        let path = ColumnPath { through: None, column: column.clone() };
        let found = self.column(register, &path);
        found.map_or_else(|| column.to_string(), |found| self.label(&found.labels, column.as_str()))
    }

    fn value(&self, column: Option<&Column>, value: &Value) -> String {
        match value {
            Value::Text(code) => match column.map(|column| &column.kind) {
                Some(ColumnKind::Choice(choices)) => choices
                    .iter()
                    .find(|choice| choice.code == *code)
                    .map_or_else(|| code.clone(), |choice| self.label(&choice.labels, code)),
                _ => code.clone(),
            },
            Value::Integer(number) => match u64::try_from(*number) {
                Ok(number) => self.texts.numbers.grouped(number),
                Err(_) => self.texts.numbers.difference(*number),
            },
            Value::Boolean(true) => self.texts.get("condition-yes"),
            Value::Boolean(false) => self.texts.get("condition-no"),
            Value::Date(day) => self.texts.numbers.date(*day),
        }
    }

    fn label(&self, labels: &[String], otherwise: &str) -> String {
        self.texts.label(self.programme, labels).unwrap_or(otherwise).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use hatua_core::programme::Locale;
    use hatua_core::programme::Register;
    use std::collections::BTreeMap;

    fn column(name: &str, kind: ColumnKind, labels: &[&str]) -> Column {
        Column {
            name: ColumnName::new(name).unwrap(),
            kind,
            required: false,
            min: None,
            max: None,
            constraint: None,
            personal: false,
            labels: labels.iter().map(|label| (*label).to_owned()).collect(),
        }
    }

    fn programme() -> Programme {
        let mut programme = fixture::programme();
        let choices = vec![hatua_core::programme::Choice {
            code: "pump_repair".into(),
            labels: vec!["Repair of pumps".into(), "إصلاح المضخات".into()],
        }];
        let name = RegisterName::new("attendance").unwrap();
        let register = Register {
            name: name.clone(),
            unit: "person".into(),
            own_id: None,
            key: Vec::new(),
            date: ColumnName::new("day").unwrap(),
            document: None,
            columns: vec![
                column("topic", ColumnKind::Choice(choices), &["Topic", "الموضوع"]),
                column("half_days", ColumnKind::Integer, &["Half days", "أنصاف الأيام"]),
            ],
            needs: None,
            data_protection: None,
            sheets: BTreeMap::new(),
        };
        programme.registers.insert(name, register);
        programme
    }

    fn lines(locale: Locale, condition: &Condition) -> Vec<String> {
        let programme = programme();
        let texts = Texts::of(locale, &programme);
        let reader = Reader { texts: &texts, programme: &programme };
        reader.lines(&RegisterName::new("attendance").unwrap(), condition)
    }

    fn of(column: &str, test: Test) -> Condition {
        Condition::Column(ColumnPath { through: None, column: ColumnName::new(column).unwrap() }, test)
    }

    #[test]
    fn a_rule_reads_as_lines_with_the_registers_own_words() {
        let rule = Condition::All(vec![
            of("topic", Test::Is(Value::Text("pump_repair".into()))),
            of("half_days", Test::AtLeast(Bound::Value(Value::Integer(1)))),
        ]);
        assert_eq!(lines(Locale::En, &rule), ["Topic is “Repair of pumps”", "Half days: at least 1"]);
        assert_eq!(lines(Locale::Ar, &rule)[0], "الموضوع: «إصلاح المضخات»");
    }

    #[test]
    fn parts_that_stand_for_one_another_are_one_line() {
        let rule = Condition::Any(vec![
            of("half_days", Test::Present(false)),
            Condition::Not(Box::new(of("topic", Test::IsNot(Value::Text("other".into()))))),
        ]);
        assert_eq!(lines(Locale::En, &rule), ["Half days is empty or not (Topic is not “other”)"]);
    }
}
