//! Everybody in the demonstration: seats with their traits, days of birth and what their lists say of them.

use std::collections::{BTreeMap, BTreeSet};

use hatua_core::id::IndicatorCode;
use jiff::civil::Date;

use crate::allot::{Allotment, Codes, UNKNOWN};
use crate::births::draw_births;
use crate::cells::{Event, EventStatus};
use crate::demonstration::OwnUnit;
use crate::draw::{Draw, Purpose};
use crate::error::DemoError;
use crate::recipe::{Recipe, wrong};
use crate::seating::{Seat, Seating};
use crate::targets::Targets;

/// The events and their people, before they have names.
pub(crate) struct World<'a> {
    pub(crate) recipe: &'a Recipe,
    pub(crate) events: &'a [Event],
    pub(crate) seating: Seating,
    /// By trait and, where each has codes of its own, by indicator; then by seat.
    codes: BTreeMap<(String, Option<IndicatorCode>), Codes>,
    /// By seat.
    pub(crate) births: Vec<Option<Date>>,
    /// Half days of each event.
    pub(crate) half_days: Vec<u32>,
    /// Half days of each attendance.
    pub(crate) half_days_attended: Vec<u32>,
}

impl<'a> World<'a> {
    /// Seats everybody and gives them their traits.
    ///
    /// # Errors
    /// When cells, targets and recipe do not fit each other.
    pub(crate) fn new(
        recipe: &'a Recipe,
        events: &'a [Event],
        targets: &Targets,
        seed: [u8; 32],
    ) -> Result<Self, DemoError> {
        let seating = Seating::new(events, &mut Draw::new(seed, Purpose::Seating))?;
        let allotment = Allotment { recipe, events, seating: &seating, targets };
        let mut draw = Draw::new(seed, Purpose::Traits);
        let indicators: BTreeSet<&IndicatorCode> = events.iter().map(|event| &event.indicator).collect();
        let indicators: Vec<&IndicatorCode> = indicators.into_iter().collect();
        let mut codes = BTreeMap::new();
        let mut births = vec![None; seating.seats.len()];
        for one in &recipe.people.traits {
            if one.each_indicator {
                for &indicator in &indicators {
                    let allotted = allotment.of(one, &[indicator], &mut draw)?;
                    codes.insert((one.name.clone(), Some(indicator.clone())), allotted);
                }
                continue;
            }
            let allotted = allotment.of(one, &indicators, &mut draw)?;
            if one.ages.is_some() {
                let mut draw = Draw::new(seed, Purpose::Births);
                births = draw_births(events, &seating, (one, &allotted), &mut draw)?;
            }
            codes.insert((one.name.clone(), None), allotted);
        }
        let (half_days, half_days_attended) = durations(recipe, events, &seating, seed);
        Ok(Self { recipe, events, seating, codes, births, half_days, half_days_attended })
    }

    /// A seat's code of a trait at an event; none where it is not known.
    pub(crate) fn code_at(&self, event: &Event, seat: usize, name: &str) -> Option<&str> {
        let codes = self
            .codes
            .get(&(name.to_owned(), None))
            .or_else(|| self.codes.get(&(name.to_owned(), Some(event.indicator.clone()))));
        codes.map(|codes| codes[seat].as_str()).filter(|code| !code.is_empty() && *code != UNKNOWN)
    }

    /// A seat's code of a trait at its first event.
    pub(crate) fn code(&self, seat: usize, name: &str) -> Option<&str> {
        self.code_at(self.first_event(seat), seat, name)
    }

    /// Whether an event's list has the age of people.
    pub(crate) fn has_ages(&self, event: &Event) -> bool {
        let ages = self.recipe.people.traits.iter().find(|one| one.ages.is_some());
        ages.is_some_and(|one| one.is_on_lists_of(&event.indicator))
    }

    /// A seat's code of the trait that given names follow.
    pub(crate) fn names_code(&self, seat: usize) -> Option<&str> {
        let one = self.recipe.people.traits.iter().find(|one| one.names_follow)?;
        self.code(seat, &one.name)
    }

    /// Whether people of this seat's kind have staff numbers.
    pub(crate) fn is_staff(&self, seat: usize) -> bool {
        let staff = &self.recipe.people.staff;
        self.code(seat, &staff.name).is_some_and(|code| staff.codes.contains(code))
    }

    /// The seat.
    pub(crate) fn seat(&self, seat: usize) -> &Seat {
        &self.seating.seats[seat]
    }

    /// The event at which a seat's partner saw the person first.
    pub(crate) fn first_event(&self, seat: usize) -> &Event {
        &self.events[self.seat(seat).first_event]
    }

    /// Whether a seat is on a verified list of the pairs' indicator, and nowhere else: whom a pair may be made of.
    pub(crate) fn is_plain(&self, seat: usize) -> bool {
        let first = self.first_event(seat);
        self.seat(seat).is_alone()
            && first.status == EventStatus::Verified
            && first.indicator == self.recipe.pairs.indicator
    }

    /// The unit as its partner knows it.
    pub(crate) fn own_unit(&self, seat: usize) -> OwnUnit {
        let people = &self.recipe.people;
        let Seat { partner, own_number, .. } = self.seat(seat);
        let own_id = people
            .person_id
            .replace("{partner}", partner.as_str())
            .replace("{number}", &format!("{own_number:05}"));
        OwnUnit { kind: people.unit.clone(), partner: partner.clone(), own_id }
    }

    /// The id of an event's signed list.
    pub(crate) fn document(&self, event: &Event) -> String {
        self.recipe.people.document.replace("{event}", &event.id).replace("{partner}", event.partner.as_str())
    }

    /// The event with an id.
    ///
    /// # Errors
    /// When there is none.
    pub(crate) fn event_index(&self, id: &str) -> Result<usize, DemoError> {
        let found = self.events.iter().position(|event| event.id == id);
        found.ok_or_else(|| wrong("event", &format!("cells.csv has no event `{id}`")))
    }
}

/// One person in eight leaves before the end.
const LEAVES_EARLY_PERCENT: u8 = 12;

fn durations(recipe: &Recipe, events: &[Event], seating: &Seating, seed: [u8; 32]) -> (Vec<u32>, Vec<u32>) {
    let mut draw = Draw::new(seed, Purpose::Duration);
    let lengths = &recipe.people.half_days;
    let whole: Vec<u32> = events
        .iter()
        .map(|event| {
            let drawn = lengths[draw.below(lengths.len())];
            event.half_days.unwrap_or(drawn)
        })
        .collect();
    let attended = seating
        .attendances
        .iter()
        .map(|attendance| {
            let length = whole[attendance.event];
            if draw.chance(LEAVES_EARLY_PERCENT) { (length - 1).max(1) } else { length }
        })
        .collect();
    (whole, attended)
}
