//! Registers, from `registers/*.toml`: first the columns of all, then what may speak of columns of others
//! (conditions, pointers), because a register may point to one that is read later.

use std::collections::{BTreeMap, BTreeSet};

use toml::Spanned;
use toml::de::DeValue;

use super::condition::{ConditionScope, personal_columns, read_condition};
use super::file::{At, Names, did_you_mean};
use super::table::{Document, Table, table_of, text_of, texts_of};
use super::value::{Codes, has_order, kind_word, read_value};
use crate::id::{ColumnName, PartnerCode, RegisterName};
use crate::programme::{Choice, Column, ColumnKind, DataProtection, Locale, Register, SheetMap};

/// The keys of a register's file.
pub(super) const REGISTER_KEYS: [&str; 10] =
    ["name", "unit", "own_id", "key", "date", "document", "needs", "data_protection", "column", "sheet"];
const COLUMN_KEYS: [&str; 10] =
    ["name", "type", "register", "required", "min", "max", "constraint", "choices", "personal", "labels"];
const KIND_WORDS: [&str; 14] = [
    "id",
    "text",
    "integer",
    "decimal",
    "money",
    "date",
    "year",
    "boolean",
    "choice",
    "place",
    "organisation",
    "person_name",
    "phone",
    "record",
];
const PROTECTION_KEYS: [&str; 5] = ["controller", "legal_basis", "purpose", "retention", "recipients"];

/// What registers may point to.
pub(super) struct RegisterScope<'a> {
    /// The registers of the package.
    pub(super) names: &'a Names,
    /// The columns of every register.
    pub(super) registers: &'a BTreeMap<RegisterName, Vec<Column>>,
    /// What every register says of its rows.
    pub(super) rows: &'a BTreeMap<RegisterName, Rows>,
    /// The organisations that may have a sheet of their own; absent where a register is read without its package.
    pub(super) partners: Option<&'a Names>,
    /// Codes of places and organisations.
    pub(super) codes: Codes<'a>,
}

/// What a register says of its rows, for those that point to it.
pub(super) struct Rows {
    /// What a row is about.
    pub(super) unit: Option<String>,
    /// The column with the partner's own id of the unit.
    pub(super) own_id: Option<String>,
    /// The columns that make a row.
    pub(super) key: Vec<String>,
}

impl Rows {
    /// What the file says, unchecked.
    pub(super) fn of(root: Table<'_>) -> Self {
        let text = |key: &str| root.text(key).map(|found| found.value.to_owned());
        let key = root.texts("key").into_iter().map(|column| column.value.to_owned()).collect();
        Self { unit: text("unit"), own_id: text("own_id"), key }
    }
}

/// Reads the columns of a register, without what may speak of other columns.
pub(super) fn read_columns(document: &Document<'_>, codes: Codes<'_>) -> Vec<Column> {
    let root = document.root(&REGISTER_KEYS);
    let mut seen = BTreeSet::new();
    let mut columns = Vec::new();
    for table in root.tables("column", &COLUMN_KEYS) {
        let Some(column) = read_column(table, codes) else { continue };
        if !seen.insert(column.name.clone()) {
            let at = table.text("name").map_or(table.at, |name| name.at);
            let help = "give one of the two another name".to_owned();
            table.file.find(at, "duplicate_name", format!("the column `{}` stands twice", column.name), help);
        }
        columns.push(column);
    }
    columns
}

fn read_column(table: Table<'_>, codes: Codes<'_>) -> Option<Column> {
    let name: Option<ColumnName> = table.need("name", table.word("name"));
    let kind = read_kind(table);
    for (key, word) in [("choices", "choice"), ("register", "record")] {
        let is_meant = kind.as_ref().is_some_and(|kind| kind_word(kind) == word);
        if let (true, false, Some(value)) = (table.has(key), is_meant, table.value(key))
            && kind.is_some()
        {
            let help = format!("only a column of type {word} has it");
            table.file.find(value.span().start, "unknown_key", format!("`{key}` does not belong here"), help);
        }
    }
    let mut column = Column {
        name: name?,
        kind: kind?,
        required: table.flag("required"),
        min: None,
        max: None,
        constraint: None,
        personal: table.flag("personal"),
        labels: table.texts("labels").into_iter().map(|label| label.value.to_owned()).collect(),
    };
    column.min = read_limit(table, "min", &column, codes);
    column.max = read_limit(table, "max", &column, codes);
    Some(column)
}

fn read_limit(
    table: Table<'_>,
    key: &str,
    column: &Column,
    codes: Codes<'_>,
) -> Option<crate::record::Value> {
    let value = table.value(key)?;
    if !has_order(&column.kind) {
        let message = format!("`{key}` can't be asked of a column of type {}", kind_word(&column.kind));
        let help = "only numbers, money, years and dates have an order".to_owned();
        table.file.find(value.span().start, "wrong_type", message, help);
        return None;
    }
    read_value(table.file, key, value, (column, codes))
}

fn read_kind(table: Table<'_>) -> Option<ColumnKind> {
    let word = table.need_text("type")?;
    Some(match word.value {
        "id" => ColumnKind::Id,
        "text" => ColumnKind::Text,
        "integer" => ColumnKind::Integer,
        "decimal" => ColumnKind::Decimal,
        "money" => ColumnKind::Money,
        "date" => ColumnKind::Date,
        "year" => ColumnKind::Year,
        "boolean" => ColumnKind::Boolean,
        "choice" => ColumnKind::Choice(read_choices(table)?),
        "place" => ColumnKind::Place,
        "organisation" => ColumnKind::Organisation,
        "person_name" => ColumnKind::PersonName,
        "phone" => ColumnKind::Phone,
        "record" => ColumnKind::Record(table.need("register", table.word("register"))?),
        other => {
            let help = did_you_mean(other, &KIND_WORDS, "the types");
            table.file.find(word.at, "unknown_word", format!("`{other}` is not a type of column"), help);
            return None;
        }
    })
}

fn read_choices(table: Table<'_>) -> Option<Vec<Choice>> {
    let choices = table.need("choices", table.table("choices", &[]))?;
    let mut taken: BTreeMap<String, String> = BTreeMap::new();
    let mut list = Vec::new();
    for (code, value) in choices.items() {
        if code.value.trim().is_empty() || code.value.chars().count() > 64 {
            let help = "1 to 64 characters".to_owned();
            table.file.find(code.at, "invalid_value", format!("`{}` is not a code", code.value), help);
        }
        let labels = texts_of(table.file, code.value, value);
        for label in labels.iter().copied().chain([At { value: code.value, at: code.at }]) {
            let holder = taken.entry(label.value.to_lowercase()).or_insert_with(|| code.value.to_owned());
            if holder != code.value {
                let message = format!("`{}` stands for `{holder}` and for `{}`", label.value, code.value);
                let help = "a word in a sheet must mean one code".to_owned();
                table.file.find(label.at, "duplicate_name", message, help);
            }
        }
        list.push(Choice {
            code: code.value.to_owned(),
            labels: labels.into_iter().map(|label| label.value.to_owned()).collect(),
        });
    }
    if list.is_empty() {
        let help = "write choices = { code = [\"label\", \"label\"] }".to_owned();
        table.file.find(table.at, "missing_value", "a choice has no code".into(), help);
    }
    Some(list)
}

/// Reads a register whose columns, and those of all others, are known.
pub(super) fn read_register(
    document: &Document<'_>,
    (name, columns): (&RegisterName, &[Column]),
    scope: &RegisterScope<'_>,
) -> Option<Register> {
    let root = document.root(&REGISTER_KEYS);
    let columns = read_constraints(root, name, columns, scope);
    let whole = ConditionScope { register: name, registers: scope.registers, codes: scope.codes, own: None };
    let needs = root.value("needs").and_then(|value| {
        let needs = read_condition(root.file, "needs", value, whole)?;
        refuse_personal(root, value.span().start, &personal_columns(&needs, name, scope.registers));
        Some(needs)
    });
    let data_protection = read_data_protection(root, &columns);
    let own_id = root.text("own_id").and_then(|found| find_column(root, found, name, &columns)).cloned();
    if let Some(Column { kind: ColumnKind::Record(target), .. }) = &own_id {
        check_own_id(root, target, scope);
    }
    let document_column =
        root.text("document").and_then(|found| find_column(root, found, name, &columns)).cloned();
    if let Some(column) = document_column.as_ref().filter(|column| column.personal) {
        refuse_personal(root, root.text("document")?.at, std::slice::from_ref(&column.name));
    }
    let key = read_key(root, name, &columns);
    let date = read_date_column(root, name, &columns);
    let sheets = read_sheets(root, name, &columns, scope);
    Some(Register {
        name: name.clone(),
        unit: read_unit(root)?,
        own_id: own_id.map(|column| column.name),
        key,
        date: date?,
        document: document_column.map(|column| column.name),
        columns,
        needs,
        data_protection,
        sheets,
    })
}

/// The kind of unit: a name, so that a text can be found for it.
pub(super) fn read_unit(table: Table<'_>) -> Option<String> {
    let unit = table.need_text("unit")?;
    table.file.word::<ColumnName>(unit).map(|_| unit.value.to_owned())
}

fn refuse_personal(table: Table<'_>, at: usize, names: &[ColumnName]) {
    for name in names {
        let message = format!("`{name}` identifies a person and can't be used here");
        let help = "what is asked of records after their import must lie in columns that are not personal"
            .to_owned();
        table.file.find(at, "personal_column", message, help);
    }
}

fn find_column<'c>(
    table: Table<'_>,
    found: At<&str>,
    register: &RegisterName,
    columns: &'c [Column],
) -> Option<&'c Column> {
    let column = columns.iter().find(|column| column.name.as_str() == found.value);
    if column.is_none() {
        let known: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
        let help = did_you_mean(found.value, &known, &format!("the columns of {register}"));
        let message = format!("`{}` is not a column of the register {register}", found.value);
        table.file.find(found.at, "unknown_column", message, help);
    }
    column
}

fn read_key(root: Table<'_>, name: &RegisterName, columns: &[Column]) -> Vec<ColumnName> {
    let written = root.texts("key");
    if root.need("key", root.value("key")).is_some() && written.is_empty() {
        let help = "name the columns that make a row the same row when it is sent again".to_owned();
        root.file.find(root.at, "missing_value", "`key` names no column".into(), help);
    }
    let mut key: Vec<ColumnName> = Vec::new();
    for found in written {
        let Some(column) = find_column(root, found, name, columns) else { continue };
        if key.contains(&column.name) {
            let help = "name each column once".to_owned();
            root.file.find(
                found.at,
                "duplicate_name",
                format!("`{}` stands twice in the key", found.value),
                help,
            );
        }
        key.push(column.name.clone());
    }
    key
}

/// The column with the day of the fact: the named one, or the only column of type date.
fn read_date_column(root: Table<'_>, name: &RegisterName, columns: &[Column]) -> Option<ColumnName> {
    let Some(found) = root.text("date") else {
        let mut dates = columns.iter().filter(|column| matches!(column.kind, ColumnKind::Date));
        if let (Some(only), None) = (dates.next(), dates.next()) {
            return Some(only.name.clone());
        }
        return root.need("date", None);
    };
    let column = find_column(root, found, name, columns)?;
    if !matches!(column.kind, ColumnKind::Date) {
        let message = format!("`{}` is of type {}", column.name, kind_word(&column.kind));
        root.file.find(
            found.at,
            "wrong_type",
            message,
            "the day of the fact is a column of type date".into(),
        );
        return None;
    }
    if column.personal {
        refuse_personal(root, found.at, std::slice::from_ref(&column.name));
    }
    Some(column.name.clone())
}

fn read_constraints(
    root: Table<'_>,
    name: &RegisterName,
    columns: &[Column],
    scope: &RegisterScope<'_>,
) -> Vec<Column> {
    let mut columns = columns.to_vec();
    let mut labels: BTreeMap<String, String> = BTreeMap::new();
    for table in root.tables("column", &[]) {
        let Some(column) = table
            .text("name")
            .and_then(|n| columns.iter_mut().find(|column| column.name.as_str() == n.value))
        else {
            continue;
        };
        for label in table.texts("labels") {
            let holder =
                labels.entry(label.value.trim().to_lowercase()).or_insert_with(|| column.name.to_string());
            if holder != column.name.as_str() {
                let message =
                    format!("`{}` is a heading of `{holder}` and of `{}`", label.value, column.name);
                table.file.find(label.at, "duplicate_name", message, "a heading must mean one column".into());
            }
        }
        if let ColumnKind::Record(target) = &column.kind {
            check_pointer(table, target, scope);
        }
        if let Some(value) = table.value("constraint") {
            let own = column.name.clone();
            let within = ConditionScope {
                register: name,
                registers: scope.registers,
                codes: scope.codes,
                own: Some(&own),
            };
            column.constraint = read_condition(table.file, "constraint", value, within);
        }
    }
    columns
}

/// A row that is pointed to is found by its key, so that key must be one column.
fn check_pointer(table: Table<'_>, target: &RegisterName, scope: &RegisterScope<'_>) {
    let Some(written) = table.text("register") else { return };
    if !scope.names.check(table.file, written) {
        return;
    }
    if let Some(rows) = scope.rows.get(target).filter(|rows| rows.key.len() > 1) {
        let message = format!("the key of {target} has {} columns", rows.key.len());
        let help = "a column can point only to a register whose key is one column".to_owned();
        table.file.find(written.at, "wrong_key", message, help);
    }
}

/// Where a row is about the unit of the row that it points to, both must mean the same unit by the same id.
fn check_own_id(root: Table<'_>, target: &RegisterName, scope: &RegisterScope<'_>) {
    let (Some(found), Some(rows)) = (root.text("own_id"), scope.rows.get(target)) else { return };
    if let (Some(unit), Some(about)) = (root.text("unit"), &rows.unit)
        && unit.value != about
    {
        let message =
            format!("a row is about `{}`, and {target}, to which it points, about `{about}`", unit.value);
        let help = "`own_id` points to rows about the same unit; name another column".to_owned();
        root.file.find(found.at, "wrong_unit", message, help);
    }
    if let ([key], own_id) = (rows.key.as_slice(), &rows.own_id)
        && own_id.as_ref() != Some(key)
    {
        let message = format!("the rows of {target} do not have their key `{key}` as `own_id`");
        let help = format!("write `own_id = \"{key}\"` in {target}, so that both mean the same unit");
        root.file.find(found.at, "wrong_key", message, help);
    }
}

fn read_data_protection(root: Table<'_>, columns: &[Column]) -> Option<DataProtection> {
    let Some(table) = root.table("data_protection", &PROTECTION_KEYS) else {
        if let Some(column) = columns.iter().find(|column| column.personal)
            && !root.has("data_protection")
        {
            let at = personal_at(root, &column.name).unwrap_or(root.at);
            let message =
                format!("the column `{}` is personal and the file has no [data_protection]", column.name);
            let help = format!("add [data_protection] with {}", PROTECTION_KEYS.join(", "));
            root.file.find(at, "missing_data_protection", message, help);
        }
        return None;
    };
    let [controller, legal_basis, purpose, retention, recipients] =
        PROTECTION_KEYS.map(|key| table.need_text(key).map(|text| text.value.to_owned()));
    Some(DataProtection {
        controller: controller?,
        legal_basis: legal_basis?,
        purpose: purpose?,
        retention: retention?,
        recipients: recipients?,
    })
}

fn personal_at(root: Table<'_>, name: &ColumnName) -> Option<usize> {
    let table = root
        .tables("column", &[])
        .into_iter()
        .find(|table| table.text("name").is_some_and(|found| found.value == name.as_str()))?;
    table.value("personal").map(|value: &Spanned<DeValue<'_>>| value.span().start)
}

fn read_sheets(
    root: Table<'_>,
    name: &RegisterName,
    columns: &[Column],
    scope: &RegisterScope<'_>,
) -> BTreeMap<PartnerCode, SheetMap> {
    let mut sheets = BTreeMap::new();
    let Some(table) = root.table("sheet", &[]) else { return sheets };
    for (partner, value) in table.items() {
        if let Some(partners) = scope.partners {
            partners.check(root.file, partner);
        }
        let (Some(code), Some(map)) =
            (root.file.word::<PartnerCode>(partner), table_of(root.file, partner.value, value))
        else {
            continue;
        };
        sheets.insert(code, read_sheet_map(map, name, columns));
    }
    sheets
}

fn read_sheet_map(map: Table<'_>, name: &RegisterName, columns: &[Column]) -> SheetMap {
    let mut headers: BTreeMap<String, ColumnName> = BTreeMap::new();
    let mut locale = None;
    for (header, value) in map.items() {
        let Some(found) = text_of(map.file, header.value, value) else { continue };
        if header.value == "locale" {
            locale = map.file.one_of(found, "a language", &Locale::ALL.map(|locale| (locale.tag(), locale)));
            continue;
        }
        let Some(column) = find_column(map, found, name, columns) else { continue };
        if let Some((other, _)) = headers.iter().find(|(_, named)| **named == column.name) {
            let message = format!("`{other}` and `{}` both mean `{}`", header.value, column.name);
            let help = "one heading of a partner's sheet for each column".to_owned();
            map.file.find(header.at, "duplicate_name", message, help);
        }
        headers.insert(header.value.to_owned(), column.name.clone());
    }
    SheetMap { headers, locale }
}
