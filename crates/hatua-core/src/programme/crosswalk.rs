//! How a figure relates to the same figure under another list of definitions: what became of it, whether the two may be
//! compared, and by which rule it is counted there.

use crate::id::IndicatorCode;
use crate::programme::{HeadCountSource, Indicator, Source};
use crate::statement::AsOf;

/// What became of a figure under another definition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CrosswalkKind {
    /// The same in substance: counted by the same rule.
    Same,
    /// It counts less.
    Narrower,
    /// It counts more.
    Wider,
    /// It became several figures; the code is that of the nearest.
    Split,
    /// It became part of another figure.
    Merged,
    /// It has no successor.
    Dropped,
    /// It stands under another code or another objective.
    Moved,
}

impl CrosswalkKind {
    /// The kinds by the word that packages write.
    pub const ALL: [(&str, Self); 7] = [
        ("same", Self::Same),
        ("narrower", Self::Narrower),
        ("wider", Self::Wider),
        ("split", Self::Split),
        ("merged", Self::Merged),
        ("dropped", Self::Dropped),
        ("moved", Self::Moved),
    ];

    /// The word that packages and files write.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, kind)| *kind == self).expect("every kind has its word").0
    }
}

/// A figure under another definition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crosswalk {
    /// The other definition (`v2`).
    pub to: String,
    /// Its code there; absent where it was dropped.
    pub code: Option<IndicatorCode>,
    /// What became of it.
    pub kind: CrosswalkKind,
    /// When the other list was said to hold.
    pub said_on: AsOf,
    /// Whether a line may be drawn from one value to the other: only where both are the same in substance.
    pub line: bool,
    /// The rule there; absent where it is the same, or where nobody can count by it.
    pub rule: Option<OtherRule>,
}

/// From where a figure is counted under another definition. What it counts, and how, stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherRule {
    /// From which registers.
    pub from: Vec<Source>,
    /// Rows that only have a number of persons.
    pub head_counts: Option<HeadCountSource>,
}

impl Indicator {
    /// How it relates to another definition, if the package says so.
    #[must_use]
    pub fn crosswalk_to(&self, definition: &str) -> Option<&Crosswalk> {
        self.crosswalk.iter().find(|crosswalk| crosswalk.to == definition)
    }

    /// The same figure counted under another definition; nothing where it can't be counted there.
    #[must_use]
    pub fn under(&self, definition: &str) -> Option<Self> {
        let crosswalk = self.crosswalk_to(definition)?;
        let same = Self { definition: definition.to_owned(), ..self.clone() };
        match (&crosswalk.rule, crosswalk.kind) {
            (Some(OtherRule { from, head_counts }), _) => {
                Some(Self { from: from.clone(), head_counts: head_counts.clone(), ..same })
            }
            (None, CrosswalkKind::Same) => Some(same).filter(Self::is_computed),
            (
                None,
                CrosswalkKind::Narrower
                | CrosswalkKind::Wider
                | CrosswalkKind::Split
                | CrosswalkKind::Merged
                | CrosswalkKind::Dropped
                | CrosswalkKind::Moved,
            ) => None,
        }
    }
}
