//! A figure under the other definitions that its package can count by. The figure itself stays one number by one
//! definition; what stands here is said beside it and is never drawn into one line with it unless the package allows it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::count::{CountError, Tally, count_figure};
use crate::id::IndicatorCode;
use crate::programme::{Indicator, Programme};
use crate::record::Facts;
use crate::release::{FigureValue, ReleasedFigure};
use crate::withhold::{SaidUnder, withhold_definition};

/// A figure as another list of definitions counts it. It belongs to the release, not to the figure's version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherDefinition {
    /// The definition (`v2`). How it relates to the figure's own, and whether a line may join the two values, stands in
    /// the package (`crosswalk`).
    pub definition: String,
    /// The figure's code there.
    pub code: IndicatorCode,
    /// Its value there, for the same facts; suppressed where it, its difference from the figure, or the change of either
    /// since an earlier release is a small number of persons.
    pub value: FigureValue,
}

impl ReleasedFigure {
    /// The figure under another definition, as this release says.
    #[must_use]
    pub fn under(&self, definition: &str) -> Option<&OtherDefinition> {
        self.other_definitions.iter().find(|other| other.definition == definition)
    }
}

/// Counts a figure by the other definitions for which the package has a rule, or says that the rule is the same.
pub(super) fn other_definitions(
    programme: &Programme,
    (facts, until): (&Facts, Date),
    indicator: &Indicator,
    tally: &Tally,
) -> Result<Vec<OtherDefinition>, CountError> {
    let mut others = Vec::new();
    for crosswalk in &indicator.crosswalk {
        let (Some(under), Some(code)) = (indicator.under(&crosswalk.to), &crosswalk.code) else { continue };
        let counted = count_figure(programme, &under, facts, until)?.value;
        let earlier: Vec<SaidUnder> = facts
            .releases
            .iter()
            .filter_map(|release| {
                let figure = release.figure(indicator.code.as_str())?;
                let here = figure.value.number().filter(|_| figure.definition == indicator.definition)?;
                Some(SaidUnder { here, there: figure.under(&crosswalk.to)?.value.number()? })
            })
            .collect();
        let now = SaidUnder { here: tally.value, there: counted };
        let value = withhold_definition(&programme.disclosure, indicator, now, &earlier);
        others.push(OtherDefinition { definition: crosswalk.to.clone(), code: code.clone(), value });
    }
    Ok(others)
}
