//! Units by cells: stations, institutions, instruments, cases, head counts. `units.csv` says for each country, partner
//! and quarter how many rows there are and how many units are new, come again, or are another partner's too; from it
//! come units, their rows with days, their traits, and the sheets that tell of them.

pub(crate) mod clerk;
pub(crate) mod deal;
pub(crate) mod filling;
pub(crate) mod lines;
pub(crate) mod plan;
pub(crate) mod seating;
pub(crate) mod spread;
pub(crate) mod titles;

use std::collections::BTreeMap;

use crate::draw::{Draw, Purpose};
use crate::error::DemoError;
use crate::names::{FullName, Names};
use crate::recipe::Recipe;
use crate::targets::Targets;
use deal::{Deal, Dealt};
use lines::Line;
use plan::UnitsPlan;
use seating::Seating;
use spread::{Spread, amounts};
use titles::{Title, Titles};

/// What one plan became.
pub(crate) struct Group<'a> {
    pub(crate) plan: &'a UnitsPlan,
    pub(crate) lines: Vec<&'a Line>,
    pub(crate) seating: Seating,
    /// By unit.
    pub(crate) titles: Vec<Option<&'a Title>>,
    /// By unit.
    pub(crate) names: Vec<Option<FullName>>,
    pub(crate) dealt: Dealt,
    pub(crate) spread: Spread,
    /// By row, its part of the line's amount.
    pub(crate) amounts: Vec<Option<u64>>,
}

/// Makes the groups of all plans, in the order of the recipe.
///
/// # Errors
/// When lines, targets, titles and recipe do not fit each other.
pub(crate) fn make<'a>(
    (recipe, targets): (&'a Recipe, &Targets),
    lines: &'a [Line],
    titles: &'a Titles,
    names: &mut Names,
    seed: [u8; 32],
) -> Result<Vec<Group<'a>>, DemoError> {
    let mut draws = [Purpose::Units, Purpose::UnitTraits, Purpose::UnitNames].map(|one| Draw::new(seed, one));
    let [seating_draw, traits_draw, names_draw] = &mut draws;
    recipe
        .units
        .iter()
        .map(|plan| {
            let lines: Vec<&Line> = lines.iter().filter(|line| line.group == plan.name).collect();
            let seating = Seating::new(plan, &lines, seating_draw)?;
            let titles = titles.give(plan, &lines, &seating)?;
            let dealt = Deal { recipe, plan, lines: &lines, seating: &seating, targets }.all(traits_draw)?;
            let spread = Spread::new(plan, &lines, &seating, traits_draw);
            let amounts = amounts(&lines, &seating, traits_draw)?;
            let mut group = Group { plan, lines, seating, titles, names: Vec::new(), dealt, spread, amounts };
            group.names = group.draw_names(names, names_draw)?;
            Ok(group)
        })
        .collect()
}

impl Group<'_> {
    /// Each unit's name, where the plan gives names; a second unit of one person has another spelling where there is
    /// one.
    fn draw_names(&self, names: &mut Names, draw: &mut Draw) -> Result<Vec<Option<FullName>>, DemoError> {
        let Some(called) = &self.plan.names else { return Ok(vec![None; self.seating.units.len()]) };
        let mut drawn: Vec<Option<FullName>> = Vec::with_capacity(self.seating.units.len());
        for (index, unit) in self.seating.units.iter().enumerate() {
            let first = unit.same_as.and_then(|first| drawn[first].clone());
            let name = if let Some(first) = first {
                names.variant(&first).unwrap_or(first)
            } else {
                let row = &self.seating.rows[unit.first_row];
                let from = called.country.as_deref().and_then(|name| self.dealt.of_unit(name, index));
                let country = from.unwrap_or(&self.lines[row.line].country);
                let code = called.follow.as_deref().and_then(|name| self.dealt.of_unit(name, index));
                names.draw(draw, country, code, false)?
            };
            drawn.push(Some(name));
        }
        Ok(drawn)
    }

    /// A unit's id as its partner knows it.
    pub(crate) fn own_id(&self, unit: usize) -> String {
        let one = &self.seating.units[unit];
        plan::numbered(&self.plan.own_id, &one.partner, one.own_number)
    }

    /// What a unit is called, as its partner writes it.
    pub(crate) fn title_of(&self, unit: usize) -> Option<&str> {
        let is_variant = self.seating.units[unit].same_as.is_some();
        self.titles[unit].map(|title| match &title.variant {
            Some(variant) if is_variant => variant.as_str(),
            Some(_) | None => title.written.as_str(),
        })
    }

    /// The document of a line's rows.
    pub(crate) fn document(&self, line: &Line) -> String {
        self.plan.document.replace("{line}", &line.id).replace("{partner}", line.partner.as_str())
    }

    /// The pairs of units that are one, by their second unit.
    pub(crate) fn pairs(&self) -> BTreeMap<usize, usize> {
        let second = self.seating.units.iter().enumerate();
        second.filter_map(|(again, unit)| Some((again, unit.same_as?))).collect()
    }
}
