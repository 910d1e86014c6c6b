//! What is doubtful about a row that is being imported, beside what its own cells say. A doubt is a note to the partner and
//! refuses nothing: only a person can tell whether the row is wrong.

use std::cell::RefCell;
use std::collections::BTreeMap;

use hatua_core::access::Scope;
use hatua_core::id::{DocumentId, PartnerCode, RegisterName};
use hatua_core::programme::{Programme, Register};
use hatua_core::record::{Status, Value, Values};
use hatua_store::{ReadTx, RecordFilter};

use crate::error::AppError;

/// Looks at the rows of one file.
pub(crate) struct Doubts<'a> {
    programme: &'a Programme,
    register: &'a Register,
    partner: &'a PartnerCode,
    /// Which registers have records of a document: asked once for each.
    known: RefCell<BTreeMap<(RegisterName, DocumentId), bool>>,
}

impl<'a> Doubts<'a> {
    /// Looks at rows of a register, sent by a partner.
    pub(crate) fn new(programme: &'a Programme, register: &'a Register, partner: &'a PartnerCode) -> Self {
        Self { programme, register, partner, known: RefCell::default() }
    }

    /// What is doubtful about a row, a sentence each.
    pub(crate) fn about(
        &self,
        tx: &ReadTx,
        document: Option<&DocumentId>,
        open: &Values,
    ) -> Result<Vec<String>, AppError> {
        let mut doubts: Vec<String> = self.outside_the_programme(open).into_iter().collect();
        if let Some(document) = document {
            doubts.extend(self.counted_twice(tx, document)?);
        }
        Ok(doubts)
    }

    /// A day on which the programme did not run: no figure counts the row.
    fn outside_the_programme(&self, open: &Values) -> Option<String> {
        let Programme { starts, ends, .. } = self.programme;
        let feeds_a_figure = self
            .programme
            .indicators
            .iter()
            .any(|indicator| indicator.registers().any(|register| *register == self.register.name));
        let Some(Value::Date(day)) = open.get(&self.register.date).filter(|_| feeds_a_figure) else {
            return None;
        };
        (day < starts || day > ends).then(|| {
            format!(
                "the day {day} lies outside the programme ({starts} to {ends}), so no figure counts this row; correct the day if it is wrong"
            )
        })
    }

    /// Persons by name and a number of persons from one document: whoever stands in both is counted twice.
    fn counted_twice(&self, tx: &ReadTx, document: &DocumentId) -> Result<Vec<String>, AppError> {
        let mut doubts = Vec::new();
        for indicator in &self.programme.indicators {
            let Some(heads) = &indicator.head_counts else { continue };
            let slug = &indicator.slug;
            if heads.register == self.register.name {
                for source in &indicator.from {
                    if self.has_records(tx, &source.register, document)? {
                        doubts.push(format!(
                            "{document} also lists persons one by one ({}): whoever is in this number too is counted twice in `{slug}`; leave them out of the number",
                            source.register
                        ));
                    }
                }
            } else if indicator.from.iter().any(|source| source.register == self.register.name)
                && self.has_records(tx, &heads.register, document)?
            {
                doubts.push(format!(
                    "{document} also has a number of persons ({}): whoever is in that number too is counted twice in `{slug}`; leave them out of the number",
                    heads.register
                ));
            }
        }
        Ok(doubts)
    }

    fn has_records(
        &self,
        tx: &ReadTx,
        register: &RegisterName,
        document: &DocumentId,
    ) -> Result<bool, AppError> {
        let key = (register.clone(), document.clone());
        if let Some(known) = self.known.borrow().get(&key) {
            return Ok(*known);
        }
        let filter = RecordFilter {
            register: Some(register.clone()),
            document: Some(document.clone()),
            partner: Some(self.partner.clone()),
            ..RecordFilter::default()
        };
        let mut is_there = false;
        let scope = Scope::whole(self.programme.id.clone());
        tx.records::<AppError>(&scope, &filter, &mut |state| {
            is_there |= state.status != Status::Withdrawn;
            Ok(())
        })?;
        self.known.borrow_mut().insert(key, is_there);
        Ok(is_there)
    }
}
