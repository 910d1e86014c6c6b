//! How a partner writes a sheet: its own order of columns, its own headings, its words for codes.

use std::collections::BTreeMap;

use hatua_core::id::{ColumnName, PartnerCode, RegisterName};
use hatua_core::programme::Register;

use crate::error::DemoError;
use crate::recipe::Recipe;
use crate::rows::Cell;

/// A column and what it is filled with.
pub(crate) type Filled<F> = (ColumnName, F);

/// The registers, and what the recipe says of each partner's sheets.
#[derive(Clone, Copy)]
pub(crate) struct Sheets<'a> {
    pub(crate) recipe: &'a Recipe,
    pub(crate) registers: &'a BTreeMap<RegisterName, Register>,
}

impl Sheets<'_> {
    /// A register's columns in the partner's order: the recipe's, else that of the partner's own headings by the
    /// alphabet, else the plan's.
    pub(crate) fn columns<'p, F>(
        &self,
        (register, plan): (&RegisterName, &'p [Filled<F>]),
        partner: &PartnerCode,
    ) -> Vec<&'p Filled<F>> {
        let named = self.recipe.partners.get(partner).and_then(|sheets| sheets.order.get(register));
        let own = self.registers.get(register).and_then(|register| register.sheets.get(partner));
        let order: Vec<&ColumnName> = match (named, own) {
            (Some(order), _) => order.iter().collect(),
            (None, Some(own)) => own.headers.values().collect(),
            (None, None) => Vec::new(),
        };
        let place = |name: &ColumnName| order.iter().position(|one| *one == name).unwrap_or(order.len());
        let mut columns: Vec<&Filled<F>> = plan.iter().collect();
        columns.sort_by_key(|(name, _)| place(name));
        columns
    }

    /// The partner's headings of these columns.
    ///
    /// # Errors
    /// When the programme lacks the register or a column.
    pub(crate) fn headings<F>(
        &self,
        name: &RegisterName,
        partner: &PartnerCode,
        columns: &[&Filled<F>],
    ) -> Result<Vec<String>, DemoError> {
        let register = self.registers.get(name).ok_or_else(|| DemoError::UnknownRegister(name.clone()))?;
        let own = register.sheets.get(partner);
        let heading = |(column, _): &&Filled<F>| {
            let unknown = || DemoError::UnknownColumn { register: name.clone(), column: column.clone() };
            let known = register.column(column).ok_or_else(unknown)?;
            let mapped = own.and_then(|own| own.headers.iter().find(|(_, mapped)| *mapped == column));
            Ok(match mapped {
                Some((heading, _)) => heading.clone(),
                None => known.labels.first().cloned().unwrap_or_else(|| column.to_string()),
            })
        };
        columns.iter().map(heading).collect()
    }

    /// A cell with the partner's word for its code.
    pub(crate) fn in_own_words(&self, partner: &PartnerCode, column: &ColumnName, cell: Cell) -> Cell {
        let words = self.recipe.partners.get(partner).and_then(|sheets| sheets.words.get(column));
        match (&cell, words) {
            (Cell::Text(code), Some(words)) => {
                words.get(code).map_or(cell.clone(), |word| Cell::Text(word.clone()))
            }
            (Cell::Text(_) | Cell::Blank | Cell::Whole(_) | Cell::Day(_), _) => cell,
        }
    }
}
