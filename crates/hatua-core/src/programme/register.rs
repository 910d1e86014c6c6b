//! A register is a list kept in the field: its columns, what makes two rows the same row, and how each partner's
//! sheet names the columns.

use std::collections::BTreeMap;

use crate::id::{ColumnName, PartnerCode, RegisterName};
use crate::programme::{Condition, Locale};
use crate::record::Value;

/// One code of a choice, with the words that people write for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The code in the records.
    pub code: String,
    /// Labels in any language; a sheet may use any of them.
    pub labels: Vec<String>,
}

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColumnKind {
    /// An identifier: text, `007` stays `007`.
    Id,
    /// Free text of one line or more.
    Text,
    /// A whole number.
    Integer,
    /// A decimal number; its value is kept as text.
    Decimal,
    /// An amount in the programme's currency; its value is kept in cents.
    Money,
    /// A civil day.
    Date,
    /// A year.
    Year,
    /// Yes or no.
    Boolean,
    /// One of a closed list.
    Choice(Vec<Choice>),
    /// A place of the programme, by code or name.
    Place,
    /// An organisation of the programme, by code or name.
    Organisation,
    /// A person's name.
    PersonName,
    /// A telephone number.
    Phone,
    /// The key of a row of another register.
    Record(RegisterName),
}

impl ColumnKind {
    /// Whether values of this kind are held so.
    #[must_use]
    pub fn holds(&self, value: &Value) -> bool {
        match self {
            Self::Integer | Self::Money | Self::Year => matches!(value, Value::Integer(_)),
            Self::Date => matches!(value, Value::Date(_)),
            Self::Boolean => matches!(value, Value::Boolean(_)),
            Self::Id
            | Self::Text
            | Self::Decimal
            | Self::Choice(_)
            | Self::Place
            | Self::Organisation
            | Self::PersonName
            | Self::Phone
            | Self::Record(_) => matches!(value, Value::Text(_)),
        }
    }
}

/// A column of a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: ColumnName,
    /// What it holds.
    pub kind: ColumnKind,
    /// Whether a row without it is kept aside.
    pub required: bool,
    /// The least value allowed.
    pub min: Option<Value>,
    /// The greatest value allowed.
    pub max: Option<Value>,
    /// What must hold for a row that has a value here.
    pub constraint: Option<Condition>,
    /// Whether it identifies a person: then it lies in the vault and nowhere else.
    pub personal: bool,
    /// Headings in any language; a sheet may use any of them, or the name.
    pub labels: Vec<String>,
}

/// What the law asks to be said about a register with personal columns. Texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataProtection {
    /// Who decides about the data.
    pub controller: String,
    /// Why it may be kept.
    pub legal_basis: String,
    /// What for.
    pub purpose: String,
    /// How long.
    pub retention: String,
    /// Who receives it.
    pub recipients: String,
}

/// How one partner's sheet names the columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetMap {
    /// The partner's headers and the column that each means.
    pub headers: BTreeMap<String, ColumnName>,
    /// The language in which doubtful dates and numbers are read; absent where the partner names none.
    pub locale: Option<Locale>,
}

/// A register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Register {
    /// Its name.
    pub name: RegisterName,
    /// The kind of unit that a row is about (`person`, `event`, `institution`).
    pub unit: String,
    /// The column with the partner's own id of the unit; without it every row is a unit of its own.
    pub own_id: Option<ColumnName>,
    /// The columns that make a row the same row when it is sent again.
    pub key: Vec<ColumnName>,
    /// The column with the day of the fact.
    pub date: ColumnName,
    /// The column with the source document; without it a record's document is the file that it came in.
    pub document: Option<ColumnName>,
    /// Its columns, in the order of the sheet.
    pub columns: Vec<Column>,
    /// What must hold before a record can be verified; absent where nothing is asked.
    pub needs: Option<Condition>,
    /// Present where a column is personal.
    pub data_protection: Option<DataProtection>,
    /// Each partner's own headers.
    pub sheets: BTreeMap<PartnerCode, SheetMap>,
}

impl Register {
    /// The column with this name.
    #[must_use]
    pub fn column(&self, name: &ColumnName) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == *name)
    }

    /// Whether a column identifies a person.
    #[must_use]
    pub fn is_personal(&self, name: &ColumnName) -> bool {
        self.column(name).is_some_and(|column| column.personal)
    }
}
