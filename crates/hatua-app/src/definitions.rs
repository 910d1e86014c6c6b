//! A figure by its own definition against the same figure by another one, record by record.

use hatua_core::count::{Share, compare, count_figure};
use hatua_core::id::IndicatorCode;
use hatua_core::programme::{CrosswalkKind, Indicator};
use hatua_core::record::FieldRecord;

use crate::error::AppError;
use crate::figures::ExplainedRecord;
use crate::folder::Acts;
use crate::permit::{Permit, ReadRecords};

/// A record that adds something else by one definition than by the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExplainedDifference {
    /// The record with its own unit, without what it adds.
    pub record: ExplainedRecord,
    /// What it does by the figure's own definition.
    pub here: Share,
    /// What it does by the other one.
    pub there: Share,
}

/// A figure by two definitions: the second value is the first one, less what the records add here, plus what they add
/// there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExplainedDefinitions {
    /// The figure's own definition.
    pub definition: String,
    /// Its value by it, as far as the caller's scope reaches.
    pub value: u64,
    /// The other definition.
    pub against: String,
    /// The figure's code there; absent where it was dropped.
    pub code: Option<IndicatorCode>,
    /// What became of the figure there.
    pub kind: CrosswalkKind,
    /// Whether a line may be drawn from one value to the other.
    pub line: bool,
    /// Its value there.
    pub value_against: u64,
    /// The records by which the two differ.
    pub differs: Vec<ExplainedDifference>,
}

impl Acts {
    /// What another definition changes in a figure as it stands now. What lies outside the caller's scope is neither
    /// listed nor counted.
    ///
    /// # Errors
    /// When there is no such figure or definition, or the package has no rule to count by.
    pub fn explain_against(
        &self,
        permit: &Permit<ReadRecords>,
        figure: &str,
        definition: &str,
    ) -> Result<ExplainedDefinitions, AppError> {
        let indicator = self.computed_indicator(figure)?;
        let Some(crosswalk) = indicator.crosswalk_to(definition) else {
            return Err(AppError::Unknown {
                kind: "other definition of this figure",
                name: definition.to_owned(),
                known: indicator.crosswalk.iter().map(|crosswalk| crosswalk.to.clone()).collect(),
            });
        };
        let under: Indicator = indicator.under(definition).ok_or_else(|| AppError::NoRuleUnder {
            slug: indicator.slug.clone(),
            definition: definition.to_owned(),
            kind: crosswalk.kind.word(),
        })?;
        self.read_facts(|facts| {
            let is_inside = |record: &FieldRecord| permit.scope().holds(&record.partner, record.country());
            let facts = facts.within(is_inside);
            let here = count_figure(self.package(), indicator, &facts, self.preview_until())?;
            let there = count_figure(self.package(), &under, &facts, self.preview_until())?;
            let differs = compare(&here, &there).into_iter().map(|difference| ExplainedDifference {
                record: self.explained(difference.record, difference.record.unit, None),
                here: difference.first,
                there: difference.second,
            });
            Ok(ExplainedDefinitions {
                definition: indicator.definition.clone(),
                value: here.value,
                against: crosswalk.to.clone(),
                code: crosswalk.code.clone(),
                kind: crosswalk.kind,
                line: crosswalk.line,
                value_against: there.value,
                differs: differs.collect(),
            })
        })
    }
}
