//! A package follows the packages before it. What was issued stays explained: a rule never changes under the same
//! definition, an issued figure never disappears without a word, and a page of an earlier release is written with the
//! package that counted it. It is apart from reading because one package alone can't know what came before.

use std::fmt;

use crate::id::{ColumnName, FigureSlug, IndicatorCode};
use crate::programme::indicator::Band;
use crate::programme::{Crosswalk, DimensionCodes, Indicator, Programme, Source};
use crate::release::{Release, ReleaseId, ReleasedFigure};

/// What in a package contradicts a release that was issued.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Contradiction {
    /// Another rule under the same definition.
    #[error("`{slug}` keeps the definition {definition} of release {release} with another rule: {} {}", listed(differs), if differs.len() == 1 { "differs" } else { "differ" })]
    ChangedRule {
        /// The figure.
        slug: FigureSlug,
        /// The definition that both have.
        definition: String,
        /// The first release that was counted by the other rule.
        release: ReleaseId,
        /// What is another.
        differs: Vec<RulePart>,
    },
    /// An issued figure is neither there nor among the removed ones.
    #[error("`{slug}` ({code}), a figure of release {release}, is missing under this slug and code")]
    Vanished {
        /// The figure.
        slug: FigureSlug,
        /// Its code.
        code: IndicatorCode,
        /// The first release that holds it.
        release: ReleaseId,
    },
}

/// A part of a rule, by the word that the package has for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RulePart {
    /// A key of the indicator.
    Key(&'static str),
    /// How a dimension's values become codes: its column, or the figure's bands.
    Dimension(String),
}

impl fmt::Display for RulePart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Key(key) => write!(f, "`{key}`"),
            Self::Dimension(name) => write!(f, "the bands of `{name}`"),
        }
    }
}

fn listed(parts: &[RulePart]) -> String {
    parts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// What in the next package contradicts the issued releases, each given with the package that counted it; each figure
/// once, in the order of the releases.
#[must_use]
pub fn contradictions(issued: &[(&Release, &Programme)], next: &Programme) -> Vec<Contradiction> {
    let mut found: Vec<(&FigureSlug, Contradiction)> = Vec::new();
    for (release, counted_by) in issued {
        for figure in &release.figures {
            if found.iter().any(|(slug, _)| **slug == figure.slug) {
                continue;
            }
            let contradiction = contradiction((release.id, figure), counted_by, next);
            found.extend(contradiction.map(|contradiction| (&figure.slug, contradiction)));
        }
    }
    found.into_iter().map(|(_, contradiction)| contradiction).collect()
}

fn contradiction(
    (release, figure): (ReleaseId, &ReleasedFigure),
    counted_by: &Programme,
    next: &Programme,
) -> Option<Contradiction> {
    let slug = &figure.slug;
    let is_this = |indicator: &&Indicator| indicator.slug == *slug && indicator.code == figure.code;
    let Some(now) = next.indicators.iter().find(is_this) else {
        let is_told = next.removed.iter().any(|removed| removed.slug == *slug);
        let vanished = || Contradiction::Vanished { slug: slug.clone(), code: figure.code.clone(), release };
        return (!is_told).then(vanished);
    };
    let before = counted_by.indicators.iter().find(is_this)?;
    if now.definition != before.definition {
        return None;
    }
    let differs = differences((counted_by, before), (next, now));
    let is_same = differs.is_empty();
    let definition = before.definition.clone();
    (!is_same).then(|| Contradiction::ChangedRule { slug: slug.clone(), definition, release, differs })
}

/// The parts in which two rules of one figure differ.
fn differences(
    (programme, before): (&Programme, &Indicator),
    (next, now): (&Programme, &Indicator),
) -> Vec<RulePart> {
    let has_same_registers = before.from.len() == now.from.len()
        && before.from.iter().all(|source| now.from.iter().any(|other| other.register == source.register));
    let keeps = |source: &Source| !has_same_registers || now.from.contains(source);
    let keys = [
        ("unit", before.unit == now.unit),
        ("measure", before.measure == now.measure),
        ("from", has_same_registers),
        ("where", before.from.iter().all(keeps)),
        ("head_counts", before.head_counts == now.head_counts),
        ("beside", before.beside == now.beside),
        ("by", before.by == now.by),
        ("crosswalk", before.crosswalk.iter().all(|crosswalk| keeps_rule(crosswalk, now))),
        ("attribute", before.attribute == now.attribute),
    ];
    let keys = keys.into_iter().filter(|(_, is_same)| !is_same).map(|(key, _)| RulePart::Key(key));
    let dimensions = before
        .by
        .iter()
        .filter(|name| now.by.contains(name))
        .filter(|name| banding(programme, name.as_str(), before) != banding(next, name.as_str(), before))
        .map(|name| RulePart::Dimension(name.to_string()));
    keys.chain(dimensions).collect()
}

/// A rule under another definition stays while the package names that definition; one may be added.
fn keeps_rule(before: &Crosswalk, now: &Indicator) -> bool {
    before.rule.is_none() || now.crosswalk_to(&before.to).is_none_or(|after| after.rule == before.rule)
}

/// From which columns of each of its registers a dimension of a figure is read, and into which bands. A list of codes
/// only gives an order: a country may join the programme.
fn banding<'a>(
    programme: &'a Programme,
    name: &str,
    indicator: &Indicator,
) -> Option<(Vec<&'a ColumnName>, &'a [Band])> {
    let dimension = programme.dimension(name)?;
    let bands = match &dimension.codes {
        DimensionCodes::Listed(_) | DimensionCodes::ByFigure(_) => &[],
        DimensionCodes::Bands(bands) => bands.get(&indicator.slug).map_or(&[][..], Vec::as_slice),
    };
    let registers = indicator.registers().filter_map(|register| programme.registers.get(register));
    let columns = registers
        .flat_map(|register| dimension.column_of(register).into_iter().chain(dimension.also_of(register)))
        .map(|column| &column.name);
    Some((columns.collect(), bands))
}

impl Programme {
    /// The package that counted a release, with what the newest one knows that nobody computed: what others said, news,
    /// documents, contracts, organisations. It speaks every language of both, so that no page of the newest package
    /// leads to a page that is not there.
    #[must_use]
    pub fn with_what_is_not_computed(mut self, newest: &Self) -> Self {
        self.statements.clone_from(&newest.statements);
        self.news.clone_from(&newest.news);
        self.documents.clone_from(&newest.documents);
        self.contracts.clone_from(&newest.contracts);
        self.organisations.clone_from(&newest.organisations);
        let added = newest.locales.iter().filter(|locale| !self.locales.contains(locale));
        let added: Vec<_> = added.copied().collect();
        self.locales.extend(added);
        self
    }
}
