//! Figures before they are issued: the preview, the records behind a cell, and the effect of an act that has not
//! happened.

use hatua_core::count::{
    CellFilter, CellFilterError, Explanation, Table, Tally, count_figure, count_figures, coverage, explain,
    table_keys, tables,
};
use hatua_core::id::{DecisionId, FigureSlug, IndicatorCode, PartnerCode, RecordId, RegisterName, UnitId};
use hatua_core::identity::{decide, undo};
use hatua_core::ledger::{Act, Verdict};
use hatua_core::period::Quarter;
use hatua_core::programme::Indicator;
use hatua_core::record::{Facts, FieldRecord};
use hatua_core::release::{Coverage, Evidence, HeadCounts, LeftOutReason, Stage};
use hatua_core::verify::{give_back, withdraw};
use jiff::civil::Date;

use crate::error::AppError;
use crate::folder::{Acts, timed_id};
use crate::permit::{Permit, ReadFigures, ReadRecords};
use crate::verify::{FIT_TO_RETURN, FIT_TO_VERIFY, FIT_TO_WITHDRAW, Selection, select_among};

/// What the next release would say of a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreviewFigure {
    /// The indicator's code.
    pub code: IndicatorCode,
    /// The word in its address.
    pub slug: FigureSlug,
    /// The version of its definition.
    pub definition: String,
    /// What is counted.
    pub unit: String,
    /// Its value now.
    pub value: u64,
    /// Verified records behind it.
    pub records: u64,
    /// What of the value are persons counted by head; absent where the rule has no such rows.
    pub head_counts: Option<HeadCounts>,
    /// From received rows to the figure.
    pub chain: Vec<Stage>,
    /// Support.
    pub evidence: Evidence,
    /// Who has reported for the newest quarter with a report.
    pub coverage: Coverage,
    /// Every table that can be made of it, before disclosure control.
    pub tables: Vec<Table>,
}

/// A record as an explanation shows it: nothing personal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExplainedRecord {
    /// Its id.
    pub id: RecordId,
    /// Its register.
    pub register: RegisterName,
    /// The partner that sent it.
    pub partner: PartnerCode,
    /// Its country, where it has one.
    pub country: Option<String>,
    /// Its quarter, where it has a day.
    pub quarter: Option<Quarter>,
    /// The unit: the canonical one where it is counted, its own where it is left out.
    pub unit: UnitId,
    /// What it adds to the cell: 1 for a unit or a case, else an amount; 0 where it is left out.
    pub adds: u64,
    /// Why it is left out; absent where it is counted.
    pub reason: Option<LeftOutReason>,
}

/// The records behind a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExplainedCell {
    /// The cell's value, as far as the caller's scope reaches.
    pub value: u64,
    /// What adds to it.
    pub counted: Vec<ExplainedRecord>,
    /// What does not, and why.
    pub left_out: Vec<ExplainedRecord>,
}

/// An act that has not happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Supposition {
    /// Two units are one, or they are not.
    Decide(UnitId, UnitId, Verdict),
    /// A decision is undone.
    Undo(DecisionId),
    /// Records are verified.
    Verify(Selection),
    /// Records are returned.
    Return(Selection),
    /// Records are withdrawn.
    Withdraw(Selection),
}

/// A figure that would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureEffect {
    /// The indicator's code.
    pub code: IndicatorCode,
    /// The preview now.
    pub before: u64,
    /// The preview then.
    pub after: u64,
}

impl Acts {
    /// What the next release would say if it were issued now.
    ///
    /// # Errors
    /// When the ledger can't be read.
    pub fn preview(&self, _permit: &Permit<ReadFigures>) -> Result<Vec<PreviewFigure>, AppError> {
        self.read_facts(|facts| {
            let tallies = count_figures(self.package(), facts, self.preview_until())?;
            tallies.into_iter().map(|tally| self.preview_figure(facts, tally)).collect()
        })
    }

    fn preview_figure(&self, facts: &Facts, tally: Tally) -> Result<PreviewFigure, AppError> {
        let package = self.package();
        let indicator =
            package.indicator(tally.code.as_str()).expect("a tally is of an indicator of the programme");
        let keys = table_keys(package, indicator);
        let newest = facts.reports.keys().map(|(_, quarter)| *quarter).max().unwrap_or(package.periods.first);
        Ok(PreviewFigure {
            code: indicator.code.clone(),
            slug: indicator.slug.clone(),
            definition: indicator.definition.clone(),
            unit: indicator.unit.clone(),
            value: tally.value,
            records: tally.records(),
            head_counts: tally.head_counts,
            evidence: Evidence::of_checked(&tally, facts),
            tables: tables(package, indicator, &tally, &keys, self.preview_until())?,
            chain: tally.chain,
            coverage: coverage(package, indicator, facts, newest),
        })
    }

    /// The records behind a figure or a cell of it as it stands now, and those left out. What lies outside the
    /// caller's scope is neither listed nor counted.
    ///
    /// # Errors
    /// When there is no such figure, it has no records, or no such dimension.
    pub fn explain(
        &self,
        permit: &Permit<ReadRecords>,
        figure: &str,
        cell: &CellFilter,
    ) -> Result<ExplainedCell, AppError> {
        let indicator = self.computed_indicator(figure)?;
        self.read_facts(|facts| {
            // What lies outside the scope is not counted and not merged either: it is not there.
            let is_inside = |record: &FieldRecord| permit.scope().holds(&record.partner, record.country());
            let facts = facts.within(is_inside);
            let tally = count_figure(self.package(), indicator, &facts, self.preview_until())?;
            let Explanation { value, counted, left_out } = explain(self.package(), indicator, &tally, cell)?;
            let counted = counted.iter().map(|counted| ExplainedRecord {
                adds: counted.weight,
                ..self.explained(counted.record, counted.unit, None)
            });
            let left_out = left_out
                .iter()
                .map(|left_out| self.explained(left_out.record, left_out.record.unit, Some(left_out.reason)));
            Ok(ExplainedCell { value, counted: counted.collect(), left_out: left_out.collect() })
        })
    }

    /// The figures that an act would change, without doing it. The same rules refuse it that would refuse the act.
    ///
    /// # Errors
    /// When the act would be refused.
    pub fn what_if(
        &self,
        permit: &Permit<ReadFigures>,
        supposition: &Supposition,
    ) -> Result<Vec<FigureEffect>, AppError> {
        let effects = self.read_facts(|before| {
            let mut after = before.clone();
            for act in self.supposed_acts(permit, before, supposition)? {
                after.suppose(act, permit.user(), self.now())?;
            }
            let pairs = self.previewed_values(before)?.into_iter().zip(self.previewed_values(&after)?);
            let changed = pairs.filter(|((_, before), (_, after))| before != after);
            Ok(changed.map(|((code, before), (_, after))| FigureEffect { code, before, after }).collect())
        });
        effects.or_else(|error| match error {
            // Which rows wait is read in the files as they came, and those are sealed.
            AppError::NoDocument(document) if self.keys().is_ok() => {
                Err(self.read(|tx| self.no_record_of(tx, permit.scope(), &document))?)
            }
            error => Err(error),
        })
    }

    fn previewed_values(&self, facts: &Facts) -> Result<Vec<(IndicatorCode, u64)>, AppError> {
        let tallies = count_figures(self.package(), facts, self.preview_until())?;
        Ok(tallies.into_iter().map(|tally| (tally.code, tally.value)).collect())
    }

    fn supposed_acts(
        &self,
        permit: &Permit<ReadFigures>,
        facts: &Facts,
        supposition: &Supposition,
    ) -> Result<Vec<Act>, AppError> {
        const SUPPOSED: &str = "supposed";
        match supposition {
            Supposition::Decide(a, b, verdict) => {
                let id = DecisionId(self.draw(|entropy| timed_id(self.now(), entropy)));
                Ok(vec![decide(self.package(), facts, id, (*a, *b), (*verdict, SUPPOSED))?])
            }
            Supposition::Undo(decision) => Ok(vec![undo(facts, *decision, SUPPOSED)?]),
            Supposition::Verify(records) => {
                let states = select_among(facts, records, &FIT_TO_VERIFY)?;
                self.acceptances(facts, states, permit.user(), self.today())
            }
            Supposition::Return(records) => {
                let states = select_among(facts, records, &FIT_TO_RETURN)?;
                states.into_iter().map(|state| Ok(give_back(state, SUPPOSED, None, self.today())?)).collect()
            }
            Supposition::Withdraw(records) => {
                let states = select_among(facts, records, &FIT_TO_WITHDRAW)?;
                states.into_iter().map(|state| Ok(withdraw(state, SUPPOSED)?)).collect()
            }
        }
    }

    /// The preview counts every verified fact of the programme's whole life.
    pub(crate) fn preview_until(&self) -> Date {
        self.package().ends
    }

    /// A record as explanations show it.
    pub(crate) fn explained(
        &self,
        record: &FieldRecord,
        unit: UnitId,
        reason: Option<LeftOutReason>,
    ) -> ExplainedRecord {
        let register = &self.package().registers[&record.register];
        ExplainedRecord {
            id: record.record,
            register: record.register.clone(),
            partner: record.partner.clone(),
            country: record.country().map(str::to_owned),
            quarter: record.date(&register.date).map(Quarter::of),
            unit,
            adds: 0,
            reason,
        }
    }

    /// A figure by code or slug that is counted from records.
    pub(crate) fn computed_indicator(&self, figure: &str) -> Result<&Indicator, AppError> {
        let known = || self.package().indicators.iter().filter(|indicator| indicator.is_computed());
        match self.package().indicator(figure) {
            Some(indicator) if indicator.is_computed() => Ok(indicator),
            Some(indicator) => Err(AppError::NoRecordsBehind(indicator.slug.clone())),
            None => Err(AppError::Unknown {
                kind: "figure",
                name: figure.to_owned(),
                known: known()
                    .flat_map(|indicator| [indicator.code.to_string(), indicator.slug.to_string()])
                    .collect(),
            }),
        }
    }
}

impl From<CellFilterError> for AppError {
    fn from(error: CellFilterError) -> Self {
        Self::Cell(error)
    }
}
