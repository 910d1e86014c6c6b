//! Sex, kind, band of age: each person gets one code of each trait, so that every release says exactly what its targets
//! ask for. People on two lists come first, for both lists must agree; then each release's new people share what is
//! left of its targets, and an event's leaning is followed as far as the targets allow.

use std::collections::BTreeMap;

use hatua_core::id::IndicatorCode;

use crate::cells::{Event, EventStatus};
use crate::draw::Draw;
use crate::error::DemoError;
use crate::recipe::{Recipe, Trait};
use crate::seating::Seating;
use crate::targets::{Counts, MERGED, Targets};

/// The code of a person for whom nothing is known.
pub(crate) const UNKNOWN: &str = "unknown";

/// Each seat's code of one trait.
pub(crate) type Codes = Vec<String>;

/// What the allotment is made from.
pub(crate) struct Allotment<'a> {
    pub(crate) recipe: &'a Recipe,
    pub(crate) events: &'a [Event],
    pub(crate) seating: &'a Seating,
    pub(crate) targets: &'a Targets,
}

/// An indicator and the number of a release.
type Place = (IndicatorCode, u32);

/// One trait being dealt out; a seat without a code has an empty one.
struct Deal<'a> {
    ground: &'a Allotment<'a>,
    name: &'a str,
    /// The indicators whose people get a code.
    indicators: Vec<&'a IndicatorCode>,
    /// By indicator and release, what is left of the targets.
    quotas: BTreeMap<Place, Counts>,
    codes: Codes,
    draw: &'a mut Draw,
}

impl Allotment<'_> {
    /// Each seat's code of one trait, for the people of these indicators.
    ///
    /// # Errors
    /// When the targets do not fit the people.
    pub(crate) fn of(
        &self,
        one: &Trait,
        indicators: &[&IndicatorCode],
        draw: &mut Draw,
    ) -> Result<Codes, DemoError> {
        let codes = vec![String::new(); self.seating.seats.len()];
        let indicators = indicators.to_vec();
        let with_targets: Vec<&IndicatorCode> =
            indicators.iter().copied().filter(|indicator| self.targets.has(indicator, &one.name)).collect();
        let mut quotas = BTreeMap::new();
        for &indicator in &with_targets {
            quotas.extend(self.quotas(indicator, &one.name)?);
        }
        let mut deal = Deal { ground: self, name: &one.name, indicators, quotas, codes, draw };
        deal.of_two_indicators(&with_targets)?;
        for indicator in with_targets {
            deal.by_targets(indicator)?;
        }
        deal.by_exact_numbers()?;
        deal.by_likeness()?;
        Ok(deal.codes)
    }

    /// What each release adds to the one before.
    fn quotas(&self, indicator: &IndicatorCode, name: &str) -> Result<BTreeMap<Place, Counts>, DemoError> {
        let mut quotas = BTreeMap::new();
        let mut before = Counts::new();
        for release in self.recipe.first_issues() {
            let word = release_word(release.number);
            let target = self.targets.of(indicator, name, &word);
            let mut quota = Counts::new();
            for (code, people) in &target {
                let already = before.get(code).copied().unwrap_or_default();
                let added = people.checked_sub(already).ok_or_else(|| too_small(&word, name, code))?;
                quota.insert(code.clone(), added);
            }
            let new_to_it = |seat: &usize| {
                self.is_counted(*seat, indicator) && self.release(*seat, indicator) == release.number
            };
            let found = (0..self.seating.seats.len()).filter(new_to_it).count();
            let asked: usize = quota.values().sum();
            if asked != found {
                let known: usize = before.values().sum();
                return Err(target_sum(&word, name, known + asked, known + found));
            }
            quotas.insert((indicator.clone(), release.number), quota);
            before = target;
        }
        Ok(quotas)
    }

    /// A seat's first event of an indicator.
    fn event(&self, seat: usize, indicator: &IndicatorCode) -> Option<&Event> {
        self.seating.seats[seat].firsts.get(indicator).map(|first| &self.events[*first])
    }

    fn is_counted(&self, seat: usize, indicator: &IndicatorCode) -> bool {
        self.event(seat, indicator).is_some_and(|event| event.status == EventStatus::Verified)
            && self.release(seat, indicator) > 0
    }

    /// The number of the first release that counts a seat; 0 where none does.
    fn release(&self, seat: usize, indicator: &IndicatorCode) -> u32 {
        let event = self.event(seat, indicator);
        event.and_then(|event| self.recipe.release_of(event.date)).map_or(0, |release| release.number)
    }
}

impl Deal<'_> {
    fn by_targets(&mut self, indicator: &IndicatorCode) -> Result<(), DemoError> {
        let ground = self.ground;
        let counted: Vec<usize> =
            (0..self.codes.len()).filter(|seat| ground.is_counted(*seat, indicator)).collect();
        let both: Vec<(usize, usize)> = counted
            .iter()
            .filter_map(|&seat| Some((ground.seating.seats[seat].same_as?, seat)))
            .filter(|(first, _)| ground.is_counted(*first, indicator))
            .collect();
        let again: Vec<usize> = both.iter().map(|&(_, again)| again).collect();
        self.fill((&again, indicator), MERGED, ground.targets.of(indicator, self.name, MERGED))?;
        for (first, again) in both {
            let code = self.codes[again].clone();
            for seat in [first, again] {
                let number = ground.release(seat, indicator);
                self.take(&(indicator.clone(), number), &code)?;
            }
            self.codes[first] = code;
        }
        let numbers: Vec<u32> = ground.recipe.first_issues().map(|release| release.number).collect();
        for number in numbers {
            let quota = self.quotas.remove(&(indicator.clone(), number)).unwrap_or_default();
            let is_open =
                |seat: &usize| self.codes[*seat].is_empty() && ground.release(*seat, indicator) == number;
            let open: Vec<usize> = counted.iter().copied().filter(is_open).collect();
            self.fill((&open, indicator), &release_word(number), quota)?;
        }
        Ok(())
    }

    /// Who counts for two indicators gets a code that both have left.
    fn of_two_indicators(&mut self, indicators: &[&IndicatorCode]) -> Result<(), DemoError> {
        let ground = self.ground;
        for seat in 0..self.codes.len() {
            let counted = indicators.iter().filter(|indicator| ground.is_counted(seat, indicator));
            let places: Vec<Place> = counted.map(|one| ((*one).clone(), ground.release(seat, one))).collect();
            if places.len() < 2 {
                continue;
            }
            let left = |code: &String| {
                let of = |place| self.quotas[place].get(code).copied().unwrap_or_default();
                places.iter().map(of).min().unwrap_or_default()
            };
            let weights = self.quotas[&places[0]].keys().map(|code| (code.as_str(), left(code)));
            let code = self.draw.weighted(weights).map(str::to_owned);
            let code = code.ok_or_else(|| too_small(&release_word(places[0].1), self.name, UNKNOWN))?;
            for place in &places {
                self.take(place, &code)?;
            }
            self.codes[seat] = code;
        }
        Ok(())
    }

    /// Takes one person of a code from what a release has left of it.
    fn take(&mut self, place: &Place, code: &str) -> Result<(), DemoError> {
        let left = self.quotas.get_mut(place).and_then(|quota| quota.get_mut(code));
        *left
            .filter(|left| **left > 0)
            .ok_or_else(|| too_small(&release_word(place.1), self.name, code))? -= 1;
        Ok(())
    }

    fn by_exact_numbers(&mut self) -> Result<(), DemoError> {
        let ground = self.ground;
        let name = self.name;
        for exactly in ground.recipe.people.exactly.iter().filter(|exactly| exactly.name == name) {
            let event = ground.events.iter().find(|event| event.id == exactly.event);
            let Some(event) = event.filter(|event| self.indicators.contains(&&event.indicator)) else {
                continue;
            };
            let indicator = &event.indicator;
            let is_open = |seat: &usize| {
                let first = ground.event(*seat, indicator);
                self.codes[*seat].is_empty() && first.is_some_and(|first| first.id == exactly.event)
            };
            let open: Vec<usize> = (0..self.codes.len()).filter(is_open).collect();
            self.fill((&open, indicator), &exactly.event, exactly.people.clone())?;
        }
        Ok(())
    }

    /// People whom no release counts yet are like those whom the last release counts.
    fn by_likeness(&mut self) -> Result<(), DemoError> {
        let ground = self.ground;
        let last =
            ground.recipe.first_issues().last().map_or_else(String::new, |last| release_word(last.number));
        let of_last = |indicator| ground.targets.of(indicator, self.name, &last);
        let like: Vec<Counts> = self.indicators.iter().map(|indicator| of_last(indicator)).collect();
        let has_part = |seat: usize| self.indicators.iter().any(|one| ground.event(seat, one).is_some());
        let open: Vec<usize> =
            (0..self.codes.len()).filter(|seat| self.codes[*seat].is_empty() && has_part(*seat)).collect();
        for seat in open {
            let weights = like.iter().flatten().map(|(code, people)| (code.as_str(), *people));
            let code = self.draw.weighted(weights).ok_or_else(|| target_sum(&last, self.name, 0, 1))?;
            code.clone_into(&mut self.codes[seat]);
        }
        Ok(())
    }

    /// Gives a quota to seats: first what their events lean to, then what is left, in a drawn order.
    fn fill(
        &mut self,
        (seats, indicator): (&[usize], &IndicatorCode),
        whose: &str,
        mut quota: Counts,
    ) -> Result<(), DemoError> {
        let target = quota.values().sum();
        if target != seats.len() {
            return Err(target_sum(whose, self.name, target, seats.len()));
        }
        let mut open = seats.to_vec();
        self.draw.shuffle(&mut open);
        open.retain(|&seat| {
            let event = self.ground.event(seat, indicator);
            let leaning = event.and_then(|event| event.leaning.as_ref());
            let leaning = leaning.filter(|(leaning, _)| leaning == self.name);
            let left =
                leaning.and_then(|(_, code)| Some((code, quota.get_mut(code).filter(|left| **left > 0)?)));
            let Some((code, left)) = left else { return true };
            *left -= 1;
            self.codes[seat].clone_from(code);
            false
        });
        let mut rest: Vec<String> =
            quota.into_iter().flat_map(|(code, left)| std::iter::repeat_n(code, left)).collect();
        self.draw.shuffle(&mut rest);
        assert_eq!(open.len(), rest.len(), "what is left of a quota is as large as the group that is left");
        for (seat, code) in open.into_iter().zip(rest) {
            self.codes[seat] = code;
        }
        Ok(())
    }
}

/// A release's word in targets.csv.
pub(crate) fn release_word(number: u32) -> String {
    format!("R{number}")
}

/// A code that too few have left.
pub(crate) fn too_small(release: &str, name: &str, code: &str) -> DemoError {
    DemoError::TargetTooSmall { release: release.to_owned(), name: name.to_owned(), code: code.to_owned() }
}

/// Targets that do not add up to what the cells have.
pub(crate) fn target_sum(release: &str, name: &str, target: usize, found: usize) -> DemoError {
    DemoError::TargetSum { release: release.to_owned(), name: name.to_owned(), target, found }
}
