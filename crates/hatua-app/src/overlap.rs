//! Units that two figures, or several partners, share: why their numbers must not be added. As the figures stand now,
//! before disclosure control.

use std::collections::BTreeSet;

use hatua_core::count::{Overlap, count_figure, kind_of_units, overlap, units_by_partners};
use hatua_core::id::{FigureSlug, IndicatorCode, PartnerCode};
use hatua_core::identity::Merged;
use hatua_core::programme::Indicator;

use crate::error::AppError;
use crate::folder::Acts;
use crate::permit::{Permit, ReadFigures};

/// What a figure shares with one other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedWith {
    /// The other indicator's code.
    pub code: IndicatorCode,
    /// The word in its address.
    pub slug: FigureSlug,
    /// What they share; the figure itself is the first.
    pub overlap: Overlap,
}

/// The units of a figure by who sent them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureOverlaps {
    /// The indicator's code.
    pub code: IndicatorCode,
    /// The word in its address.
    pub slug: FigureSlug,
    /// What its records are about (`person`).
    pub kind: String,
    /// Its different units.
    pub units: u64,
    /// Its units by exactly the partners that have a verified record of them; the sets in the order of their codes.
    pub by_partners: Vec<(BTreeSet<PartnerCode>, u64)>,
    /// What it shares with each figure that must not be added to it and is about the same kind of unit; where another
    /// figure was named, with that one.
    pub shared: Vec<SharedWith>,
}

impl Acts {
    /// The units of a figure by exactly each set of partners, and what the figure shares with others.
    ///
    /// # Errors
    /// When there is no such figure, it has no units, or the two figures are about units of two kinds.
    pub fn overlaps(
        &self,
        _permit: &Permit<ReadFigures>,
        figure: &str,
        other: Option<&str>,
    ) -> Result<FigureOverlaps, AppError> {
        let (indicator, kind) = self.indicator_of_units(figure)?;
        let others = match other {
            Some(other) => vec![self.indicator_of_kind(other, (indicator, kind))?],
            None => self.never_added(indicator, kind),
        };
        self.read_facts(|facts| {
            let merged = Merged::new(facts.standing_decisions());
            let count = |of: &Indicator| count_figure(self.package(), of, facts, self.preview_until());
            let tally = count(indicator)?;
            let by_partners: Vec<_> = units_by_partners(&tally, &merged).into_iter().collect();
            let shared = others.iter().map(|other| {
                Ok(SharedWith {
                    code: other.code.clone(),
                    slug: other.slug.clone(),
                    overlap: overlap(&tally, &count(other)?, &merged),
                })
            });
            Ok(FigureOverlaps {
                code: indicator.code.clone(),
                slug: indicator.slug.clone(),
                kind: kind.to_owned(),
                units: by_partners.iter().map(|(_, units)| units).sum(),
                shared: shared.collect::<Result<_, AppError>>()?,
                by_partners,
            })
        })
    }

    /// A computed figure whose records are about units of one kind.
    fn indicator_of_units(&self, figure: &str) -> Result<(&Indicator, &str), AppError> {
        let indicator = self.computed_indicator(figure)?;
        let kind = kind_of_units(self.package(), indicator);
        Ok((indicator, kind.ok_or_else(|| AppError::NoUnits(indicator.slug.clone()))?))
    }

    fn indicator_of_kind(
        &self,
        other: &str,
        (indicator, kind): (&Indicator, &str),
    ) -> Result<&Indicator, AppError> {
        let (other, other_kind) = self.indicator_of_units(other)?;
        if other_kind == kind {
            return Ok(other);
        }
        Err(AppError::OtherUnits {
            figure: indicator.slug.clone(),
            kind: kind.to_owned(),
            other: other.slug.clone(),
            other_kind: other_kind.to_owned(),
        })
    }

    fn never_added(&self, indicator: &Indicator, kind: &str) -> Vec<&Indicator> {
        let others = self.package().indicators.iter();
        others
            .filter(|other| indicator.never_add.contains(&other.slug))
            .filter(|other| kind_of_units(self.package(), other) == Some(kind))
            .collect()
    }
}
