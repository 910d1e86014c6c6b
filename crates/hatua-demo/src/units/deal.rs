//! Codes of units and rows: each gets one code of each trait, so that every release says exactly what its targets ask
//! for. What counts in more than one place (two indicators, two cases) is dealt first, for its places must agree; then
//! each place's others share what is left, leaning as their lines do as far as that goes.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use hatua_core::id::IndicatorCode;
use jiff::civil::Date;

use crate::allot::{UNKNOWN, release_word, target_sum, too_small};
use crate::cells::EventStatus;
use crate::draw::Draw;
use crate::error::DemoError;
use crate::recipe::{Recipe, wrong};
use crate::targets::{Counts, Targets};
use crate::units::lines::Line;
use crate::units::plan::{TraitOf, UnitTrait, UnitsPlan};
use crate::units::seating::Seating;

/// All codes of a plan's units and rows.
#[derive(Debug, Default)]
pub(crate) struct Dealt {
    units: BTreeMap<String, Vec<String>>,
    rows: BTreeMap<String, Vec<String>>,
}

impl Dealt {
    /// A unit's code; none where it is not known.
    pub(crate) fn of_unit(&self, name: &str, unit: usize) -> Option<&str> {
        known(self.units.get(name)?.get(unit)?)
    }

    /// A row's code, or else its unit's.
    pub(crate) fn of_row(&self, name: &str, row: usize, unit: usize) -> Option<&str> {
        match self.rows.get(name) {
            Some(codes) => known(codes.get(row)?),
            None => self.of_unit(name, unit),
        }
    }
}

fn known(code: &str) -> Option<&str> {
    Some(code).filter(|code| *code != UNKNOWN)
}

/// What codes are dealt from.
pub(crate) struct Deal<'a> {
    pub(crate) recipe: &'a Recipe,
    pub(crate) plan: &'a UnitsPlan,
    pub(crate) lines: &'a [&'a Line],
    pub(crate) seating: &'a Seating,
    pub(crate) targets: &'a Targets,
}

/// Where something counts: an indicator and the number of the first release with targets that counts it.
type Place = (IndicatorCode, u32);

/// What gets one code: the same unit of all partners, or a row.
struct Item {
    /// Units or rows.
    members: Vec<usize>,
    places: Vec<Place>,
    leaning: Option<String>,
    /// Where it was first seen.
    home: String,
    code: String,
}

impl Deal<'_> {
    /// The codes of all traits, in the order of the plan.
    ///
    /// # Errors
    /// When the targets do not fit the lines.
    pub(crate) fn all(&self, draw: &mut Draw) -> Result<Dealt, DemoError> {
        let mut dealt = Dealt::default();
        for one in &self.plan.traits {
            let mut items = match one.of {
                TraitOf::Units => self.clusters(one, &dealt),
                TraitOf::Rows => self.rows(one, &dealt),
            };
            self.give(one, &mut items, draw)?;
            let size = match one.of {
                TraitOf::Units => self.seating.units.len(),
                TraitOf::Rows => self.seating.rows.len(),
            };
            let mut codes = vec![String::new(); size];
            for item in items {
                for member in item.members {
                    codes[member].clone_from(&item.code);
                }
            }
            match one.of {
                TraitOf::Units => dealt.units.insert(one.name.clone(), codes),
                TraitOf::Rows => dealt.rows.insert(one.name.clone(), codes),
            };
        }
        Ok(dealt)
    }

    fn clusters(&self, one: &UnitTrait, dealt: &Dealt) -> Vec<Item> {
        let mut of_unit: Vec<Vec<usize>> = vec![Vec::new(); self.seating.units.len()];
        for (row, seated) in self.seating.rows.iter().enumerate() {
            of_unit[seated.unit].push(row);
        }
        let units = self.seating.units.iter().enumerate().filter(|(_, unit)| unit.same_as.is_none());
        units
            .map(|(index, unit)| {
                let members: Vec<usize> = std::iter::once(index).chain(unit.again.iter().copied()).collect();
                let mut rows: Vec<usize> =
                    members.iter().flat_map(|member| of_unit[*member].iter().copied()).collect();
                rows.retain(|row| self.line(*row).status == EventStatus::Verified);
                rows.sort_by_key(|row| self.seating.rows[*row].date);
                let mut counted = BTreeSet::new();
                let mut places = Vec::new();
                for row in rows {
                    let indicator = &self.line(row).indicator;
                    if counted.insert(indicator) || self.plan.cases.contains(indicator) {
                        places.extend(self.place(one, row));
                    }
                }
                let first = self.line(unit.first_row);
                let at_country_of = one.country_of.as_ref().and_then(|of| unit.firsts.get(of));
                let from_elsewhere = at_country_of.filter(|row| **row != unit.first_row);
                let leaning = match from_elsewhere {
                    Some(row) => Some(self.line(*row).country.clone()),
                    None => leaning(one, first, |name| dealt.of_unit(name, index)),
                };
                Item { members, places, leaning, home: first.country.clone(), code: String::new() }
            })
            .collect()
    }

    fn rows(&self, one: &UnitTrait, dealt: &Dealt) -> Vec<Item> {
        let rows = self.seating.rows.iter().enumerate();
        rows.map(|(index, row)| {
            let line = self.lines[row.line];
            let is_counted = line.status == EventStatus::Verified;
            let places = if is_counted { self.place(one, index).into_iter().collect() } else { Vec::new() };
            let leaning = leaning(one, line, |name| dealt.of_unit(name, row.unit));
            Item { members: vec![index], places, leaning, home: line.country.clone(), code: String::new() }
        })
        .collect()
    }

    fn line(&self, row: usize) -> &Line {
        self.lines[self.seating.rows[row].line]
    }

    fn place(&self, one: &UnitTrait, row: usize) -> Option<Place> {
        let indicator = &self.line(row).indicator;
        let release = self.release(one, indicator, self.seating.rows[row].date)?;
        Some((indicator.clone(), release))
    }

    /// The first release with targets that counts a day.
    fn release(&self, one: &UnitTrait, indicator: &IndicatorCode, day: Date) -> Option<u32> {
        let with_targets = self.recipe.first_issues().filter(|release| {
            !self.targets.of(indicator, &one.name, &release_word(release.number)).is_empty()
        });
        with_targets.filter(|release| day <= release.data_to).map(|release| release.number).next()
    }

    /// What each release with targets adds to the one before.
    fn quotas(&self, one: &UnitTrait) -> Result<BTreeMap<Place, Counts>, DemoError> {
        let indicators: BTreeSet<&IndicatorCode> = self.lines.iter().map(|line| &line.indicator).collect();
        let mut quotas = BTreeMap::new();
        for indicator in indicators {
            let mut before = Counts::new();
            for release in self.recipe.first_issues() {
                let word = release_word(release.number);
                let target = self.targets.of(indicator, &one.name, &word);
                if target.is_empty() {
                    continue;
                }
                let mut quota = Counts::new();
                for (code, people) in &target {
                    let already = before.get(code).copied().unwrap_or_default();
                    let added =
                        people.checked_sub(already).ok_or_else(|| too_small(&word, &one.name, code))?;
                    quota.insert(code.clone(), added);
                }
                quotas.insert((indicator.clone(), release.number), quota);
                before = target;
            }
        }
        Ok(quotas)
    }

    fn give(&self, one: &UnitTrait, items: &mut [Item], draw: &mut Draw) -> Result<(), DemoError> {
        let mut quotas = self.quotas(one)?;
        for (place, quota) in &quotas {
            let found = items.iter().flat_map(|item| &item.places).filter(|at| *at == place).count();
            let target: usize = quota.values().sum();
            if target != found {
                let word = format!("{} of {}", release_word(place.1), place.0);
                return Err(target_sum(&word, &one.name, target, found));
            }
        }
        let like: Vec<(String, usize)> = self.like(one)?;
        let mut order: Vec<usize> = (0..items.len()).collect();
        draw.shuffle(&mut order);
        let at_home = |item: &Item| {
            let of = |quota: &Counts| quota.get(&item.home).copied().unwrap_or_default();
            if one.never_at_home { quotas.values().map(of).sum::<usize>() } else { 0 }
        };
        // The most bound first: many places, then the most that it must not have, then a leaning.
        order.sort_by_key(|item| {
            let item = &items[*item];
            (Reverse(item.places.len().max(1)), Reverse(at_home(item)), item.leaning.is_none())
        });
        for index in order {
            let item = &mut items[index];
            let may_have = |code: &str| !(one.never_at_home && code == item.home);
            let code = if item.places.is_empty() {
                let weights = like.iter().filter(|(code, _)| may_have(code));
                let drawn = draw.weighted(weights.map(|(code, weight)| (code.as_str(), *weight)));
                drawn.ok_or_else(|| no_weights(&self.plan.name, &one.name))?.to_owned()
            } else {
                let left = |code: &str| {
                    let of = |place| quotas[place].get(code).copied().unwrap_or_default();
                    item.places.iter().map(of).min().unwrap_or_default()
                };
                let codes = quotas[&item.places[0]].keys();
                let leaning = item.leaning.clone().filter(|code| left(code) > 0);
                let weights = codes.map(|code| (code.as_str(), if may_have(code) { left(code) } else { 0 }));
                let drawn = leaning.or_else(|| draw.weighted(weights).map(str::to_owned));
                let (_, release) = &item.places[0];
                drawn.ok_or_else(|| too_small(&release_word(*release), &one.name, &item.home))?
            };
            for place in &item.places {
                let left = quotas.get_mut(place).and_then(|quota| quota.get_mut(&code));
                *left.expect("a code is drawn where every place has some left") -= 1;
            }
            item.code = code;
        }
        Ok(())
    }

    /// How likely the codes of those are that no release counts.
    fn like(&self, one: &UnitTrait) -> Result<Vec<(String, usize)>, DemoError> {
        if !one.weights.is_empty() {
            return Ok(one.weights.clone().into_iter().collect());
        }
        let indicators: BTreeSet<&IndicatorCode> = self.lines.iter().map(|line| &line.indicator).collect();
        let last =
            self.recipe.first_issues().last().map_or_else(String::new, |last| release_word(last.number));
        let mut like = Counts::new();
        for (code, people) in indicators.iter().flat_map(|one_of| self.targets.of(one_of, &one.name, &last)) {
            *like.entry(code).or_default() += people;
        }
        if like.is_empty() {
            Err(no_weights(&self.plan.name, &one.name))
        } else {
            Ok(like.into_iter().collect())
        }
    }
}

fn no_weights(plan: &str, name: &str) -> DemoError {
    wrong(
        &format!("units.{plan}"),
        &format!("the trait `{name}` has neither `weights` nor lines in targets.csv"),
    )
}

/// The code that something has as far as the targets allow: what another trait brings along, or what its line says.
fn leaning<'a>(one: &UnitTrait, line: &Line, code_of: impl Fn(&str) -> Option<&'a str>) -> Option<String> {
    let brought = one.leans.iter().find_map(|(name, codes)| codes.get(code_of(name)?).cloned());
    brought.or_else(|| line.leaning.get(&one.name).cloned())
}
