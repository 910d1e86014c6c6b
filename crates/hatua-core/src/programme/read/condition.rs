//! Conditions as they stand in a package: which columns they may speak of, and values of the right type.

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::DeValue;

use super::file::{At, File, did_you_mean};
use super::table::{Table, table_of, text_of, wrong_type};
use super::value::{Codes, has_order, kind_word, read_value};
use crate::id::{ColumnName, RegisterName};
use crate::programme::{Bound, Column, ColumnKind, ColumnPath, Condition, Test};

/// The predicates, as they are written.
const PREDICATES: [&str; 9] =
    ["is", "is_not", "one_of", "at_least", "at_most", "before", "after", "present", "longest"];
/// The words that join conditions.
const JOINTS: [&str; 3] = ["all", "any", "not"];

/// What a condition is about.
#[derive(Clone, Copy)]
pub(super) struct ConditionScope<'a> {
    /// The register of the rows that it is asked of.
    pub(super) register: &'a RegisterName,
    /// The columns of every register.
    pub(super) registers: &'a BTreeMap<RegisterName, Vec<Column>>,
    /// The codes of places and organisations.
    pub(super) codes: Codes<'a>,
    /// The column that it belongs to: a constraint may leave `column` out, and looks at nothing but its own row.
    pub(super) own: Option<&'a ColumnName>,
}

impl ConditionScope<'_> {
    fn columns(&self) -> &[Column] {
        self.registers.get(self.register).map_or(&[], Vec::as_slice)
    }
}

/// Reads a condition; notes every mistake in it.
pub(super) fn read_condition(
    file: &File<'_>,
    key: &str,
    value: &Spanned<DeValue<'_>>,
    scope: ConditionScope<'_>,
) -> Option<Condition> {
    let table = table_of(file, key, value)?;
    let joint = JOINTS.into_iter().find(|joint| table.has(joint));
    match joint {
        Some(joint) => read_joint(table, joint, scope),
        None => read_predicates(table, scope),
    }
}

fn read_joint(table: Table<'_>, joint: &str, scope: ConditionScope<'_>) -> Option<Condition> {
    table.check_keys(&[joint]);
    let value = table.value(joint)?;
    if joint == "not" {
        return Some(Condition::Not(Box::new(read_condition(table.file, joint, value, scope)?)));
    }
    let DeValue::Array(items) = value.get_ref() else {
        wrong_type(
            table.file,
            value.span().start,
            joint,
            value.get_ref(),
            "a list of conditions: [{ ... }, { ... }]",
        );
        return None;
    };
    if items.is_empty() {
        let help = "write at least one condition, or leave it out".to_owned();
        table.file.find(value.span().start, "missing_value", format!("`{joint}` has no condition"), help);
    }
    let parts: Vec<Option<Condition>> =
        items.iter().map(|item| read_condition(table.file, joint, item, scope)).collect();
    let parts: Vec<Condition> = parts.into_iter().collect::<Option<_>>()?;
    Some(if joint == "all" { Condition::All(parts) } else { Condition::Any(parts) })
}

fn read_predicates(table: Table<'_>, scope: ConditionScope<'_>) -> Option<Condition> {
    let unknown: Vec<At<&str>> = table
        .items()
        .into_iter()
        .map(|(key, _)| key)
        .filter(|key| key.value != "column" && !PREDICATES.contains(&key.value))
        .collect();
    for key in &unknown {
        let known: Vec<&str> = PREDICATES.into_iter().chain(JOINTS).collect();
        let help = did_you_mean(key.value, &known, "the predicates");
        table.file.find(key.at, "unknown_predicate", format!("`{}` is not a predicate", key.value), help);
    }
    let (path, column) = read_path(table, scope)?;
    let present: Vec<&str> = PREDICATES.into_iter().filter(|word| table.has(word)).collect();
    if present.is_empty() {
        if unknown.is_empty() {
            let help = did_you_mean("", &PREDICATES, "write one of");
            let message = format!("nothing is asked of the column `{}`", column.name);
            table.file.find(table.at, "missing_key", message, help);
        }
        return None;
    }
    let tests: Vec<Option<Condition>> = present
        .iter()
        .map(|word| Some(Condition::Column(path.clone(), read_test(table, word, column, scope)?)))
        .collect();
    let mut tests: Vec<Condition> = tests.into_iter().collect::<Option<_>>()?;
    if tests.len() == 1 { tests.pop() } else { Some(Condition::All(tests)) }
}

/// The column that a condition looks at, also through a column that points to another register.
fn read_path<'a>(table: Table<'_>, scope: ConditionScope<'a>) -> Option<(ColumnPath, &'a Column)> {
    let columns = scope.registers.get(scope.register).map_or(&[][..], Vec::as_slice);
    if let (false, Some(own)) = (table.has("column"), scope.own) {
        let column = columns.iter().find(|column| column.name == *own)?;
        return Some((ColumnPath { through: None, column: own.clone() }, column));
    }
    let written = table.need_text("column")?;
    let Some((pointer, name)) = written.value.split_once('.') else {
        let column = find_column(table.file, written, scope.register, columns)?;
        return Some((ColumnPath { through: None, column: column.name.clone() }, column));
    };
    let pointing = find_column(table.file, At { value: pointer, at: written.at }, scope.register, columns)?;
    let ColumnKind::Record(register) = &pointing.kind else {
        let message = format!("`{pointer}` does not point to another register");
        let help = format!(
            "`{pointer}` is of type {}; only a column of type record does",
            kind_word(&pointing.kind)
        );
        table.file.find(written.at, "wrong_type", message, help);
        return None;
    };
    if scope.own.is_some() {
        let help = "a constraint looks at its own row only; ask it in `needs` or in `where`".to_owned();
        let message = format!("`{}` lies in another register", written.value);
        table.file.find(written.at, "wrong_scope", message, help);
        return None;
    }
    let columns = scope.registers.get(register)?;
    let column = find_column(table.file, At { value: name, at: written.at }, register, columns)?;
    Some((ColumnPath { through: Some(pointing.name.clone()), column: column.name.clone() }, column))
}

fn find_column<'a>(
    file: &File<'_>,
    name: At<&str>,
    register: &RegisterName,
    columns: &'a [Column],
) -> Option<&'a Column> {
    let column = columns.iter().find(|column| column.name.as_str() == name.value);
    if column.is_none() {
        let known: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
        let help = did_you_mean(name.value, &known, &format!("the columns of {register}"));
        let message = format!("`{}` is not a column of the register {register}", name.value);
        file.find(name.at, "unknown_column", message, help);
    }
    column
}

fn read_test(table: Table<'_>, word: &str, column: &Column, scope: ConditionScope<'_>) -> Option<Test> {
    let file = table.file;
    let value = table.value(word)?;
    let at = value.span().start;
    let refuse = |why: String| {
        let message =
            format!("`{word}` can't be asked of `{}`, of type {}", column.name, kind_word(&column.kind));
        file.find(at, "wrong_type", message, why);
    };
    let is_decimal = matches!(column.kind, ColumnKind::Decimal);
    let compare = |make: fn(Bound) -> Test| {
        if has_order(&column.kind) {
            return read_bound(file, word, value, (column, scope)).map(make);
        }
        refuse("only numbers, money, years and dates have an order".into());
        None
    };
    match word {
        "is" | "is_not" | "one_of" if is_decimal => {
            refuse("a decimal has many spellings (1.5, 1.50); use at_least and at_most".into());
            None
        }
        "is" | "is_not" if let Some(named) = other_column(file, word, value) => {
            let Bound::Column(other) = read_other_column(file, named, (column, scope))? else { return None };
            Some(if word == "is" { Test::IsColumn(other) } else { Test::IsNotColumn(other) })
        }
        "is" => read_value(file, word, value, (column, scope.codes)).map(Test::Is),
        "is_not" => read_value(file, word, value, (column, scope.codes)).map(Test::IsNot),
        "one_of" => read_list(file, value, column, scope).map(Test::OneOf),
        "at_least" => compare(Test::AtLeast),
        "at_most" => compare(Test::AtMost),
        "before" => compare(Test::Before),
        "after" => compare(Test::After),
        "present" => match value.get_ref() {
            DeValue::Boolean(wanted) => Some(Test::Present(*wanted)),
            other => {
                wrong_type(file, at, word, other, "true or false");
                None
            }
        },
        _ if matches!(
            column.kind,
            ColumnKind::Id | ColumnKind::Text | ColumnKind::PersonName | ColumnKind::Phone
        ) =>
        {
            let longest = table.integer(word)?;
            let characters = u32::try_from(longest.value).ok().filter(|characters| *characters > 0);
            if characters.is_none() {
                file.find(
                    at,
                    "out_of_range",
                    "`longest` is a number of characters".into(),
                    "1 or more".into(),
                );
            }
            characters.map(Test::Longest)
        }
        _ => {
            refuse("only texts have a length".into());
            None
        }
    }
}

/// The other column that a value is to be compared with: `{ column = "country" }`.
fn other_column<'t>(file: &'t File<'t>, word: &str, value: &'t Spanned<DeValue<'t>>) -> Option<At<&'t str>> {
    let DeValue::Table(_) = value.get_ref() else { return None };
    let table = table_of(file, word, value)?;
    table.check_keys(&["column"]);
    text_of(file, "column", table.value("column")?)
}

fn read_list(
    file: &File<'_>,
    value: &Spanned<DeValue<'_>>,
    column: &Column,
    scope: ConditionScope<'_>,
) -> Option<Vec<crate::record::Value>> {
    let DeValue::Array(items) = value.get_ref() else {
        wrong_type(file, value.span().start, "one_of", value.get_ref(), "a list of values: [\"a\", \"b\"]");
        return None;
    };
    if items.is_empty() {
        let help = "write at least one value; no row can have one of none".to_owned();
        file.find(value.span().start, "missing_value", "`one_of` has no value".into(), help);
        return None;
    }
    let values: Vec<_> =
        items.iter().map(|item| read_value(file, "one_of", item, (column, scope.codes))).collect();
    values.into_iter().collect()
}

/// A fixed value, `"today"`, or another column: `"women"` or `{ column = "women" }`.
fn read_bound(
    file: &File<'_>,
    word: &str,
    value: &Spanned<DeValue<'_>>,
    (column, scope): (&Column, ConditionScope<'_>),
) -> Option<Bound> {
    let at = value.span().start;
    match value.get_ref() {
        DeValue::Table(_) => {
            let table = table_of(file, word, value)?;
            table.check_keys(&["column"]);
            let named = text_of(file, "column", table.value("column")?)?;
            read_other_column(file, named, (column, scope))
        }
        DeValue::String(text) if text == "today" && matches!(column.kind, ColumnKind::Date) => {
            Some(Bound::Today)
        }
        DeValue::String(text) if matches!(column.kind, ColumnKind::Date) && is_unknown(text, scope) => {
            let known = scope.columns().iter().filter(|other| matches!(other.kind, ColumnKind::Date));
            let known: Vec<&str> = known.map(|other| other.name.as_str()).chain(["today"]).collect();
            let help = did_you_mean(text, &known, "a day such as 2018-05-23, or one of");
            file.find(at, "invalid_date", format!("`{text}` is neither a day nor a column"), help);
            None
        }
        DeValue::String(text) if is_name(text) => {
            read_other_column(file, At { value: text, at }, (column, scope))
        }
        _ => read_value(file, word, value, (column, scope.codes)).map(Bound::Value),
    }
}

/// A word that could be a column and is none.
fn is_unknown(text: &str, scope: ConditionScope<'_>) -> bool {
    is_name(text) && !scope.columns().iter().any(|column| column.name.as_str() == text)
}

fn is_name(text: &str) -> bool {
    ColumnName::new(text).is_ok()
}

fn read_other_column(
    file: &File<'_>,
    named: At<&str>,
    (column, scope): (&Column, ConditionScope<'_>),
) -> Option<Bound> {
    let other = find_column(file, named, scope.register, scope.columns())?;
    if std::mem::discriminant(&other.kind) != std::mem::discriminant(&column.kind) {
        let message = format!(
            "`{}` is of type {} and `{}` of type {}",
            column.name,
            kind_word(&column.kind),
            other.name,
            kind_word(&other.kind)
        );
        file.find(named.at, "wrong_type", message, "compare columns of the same type".into());
        return None;
    }
    Some(Bound::Column(other.name.clone()))
}

/// The columns that a condition looks at and that identify a person.
pub(super) fn personal_columns(
    condition: &Condition,
    register: &RegisterName,
    registers: &BTreeMap<RegisterName, Vec<Column>>,
) -> Vec<ColumnName> {
    let mut names = Vec::new();
    let mut wanted = vec![condition];
    while let Some(condition) = wanted.pop() {
        match condition {
            Condition::All(parts) | Condition::Any(parts) => wanted.extend(parts),
            Condition::Not(part) => wanted.push(part),
            Condition::Column(path, test) => {
                let own = registers.get(register).map_or(&[][..], Vec::as_slice);
                let seen = match &path.through {
                    None => own,
                    Some(pointer) => match own.iter().find(|column| column.name == *pointer).map(|c| &c.kind)
                    {
                        Some(ColumnKind::Record(other)) => {
                            registers.get(other).map_or(&[][..], Vec::as_slice)
                        }
                        _ => &[],
                    },
                };
                let is_personal = |columns: &[Column], name: &ColumnName| {
                    columns.iter().any(|column| column.name == *name && column.personal)
                };
                if is_personal(seen, &path.column) {
                    names.push(path.column.clone());
                }
                if let Some(pointer) = path.through.as_ref().filter(|pointer| is_personal(own, pointer)) {
                    names.push(pointer.clone());
                }
                if let Test::AtLeast(Bound::Column(name))
                | Test::AtMost(Bound::Column(name))
                | Test::Before(Bound::Column(name))
                | Test::After(Bound::Column(name))
                | Test::IsColumn(name)
                | Test::IsNotColumn(name) = test
                    && is_personal(own, name)
                {
                    names.push(name.clone());
                }
            }
        }
    }
    names
}
