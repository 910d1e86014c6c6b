//! Who comes to which event. Events are gone through by day: new people get a seat of their own; people who were at an
//! earlier event of the same partner come again; people of another partner come as somebody whom this partner does not
//! know yet. A seat is a unit: one person as one partner knows it. Of the new people, some may be known to the partner
//! from an event of another indicator: they keep their seat.

use std::collections::BTreeMap;

use hatua_core::id::{IndicatorCode, PartnerCode};

use crate::cells::{Event, EventStatus};
use crate::draw::Draw;
use crate::error::DemoError;

/// One person as one partner knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Seat {
    pub(crate) partner: PartnerCode,
    /// The partner's own number of the person, from 1 in the order of first sight.
    pub(crate) own_number: usize,
    /// The event at which the partner saw the person first.
    pub(crate) first_event: usize,
    /// By indicator, the first event of it at which the partner saw the person.
    pub(crate) firsts: BTreeMap<IndicatorCode, usize>,
    /// The seat that another partner had given to the same person before.
    pub(crate) same_as: Option<usize>,
    /// The seat that another partner gives to the same person later.
    pub(crate) again: Option<usize>,
    /// Whether the person was at events in two countries.
    pub(crate) travelled: bool,
}

/// One person at one event; both are indices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Attendance {
    pub(crate) event: usize,
    pub(crate) seat: usize,
}

/// All seats, and who sat where.
#[derive(Debug, Default)]
pub(crate) struct Seating {
    pub(crate) seats: Vec<Seat>,
    /// In the order of events; within one in the order of its list.
    pub(crate) attendances: Vec<Attendance>,
}

impl Seating {
    /// Seats everybody.
    ///
    /// # Errors
    /// When an event asks for more people than there are.
    pub(crate) fn new(events: &[Event], draw: &mut Draw) -> Result<Self, DemoError> {
        let mut seating = Self::default();
        let mut numbers: BTreeMap<&PartnerCode, usize> = BTreeMap::new();
        for (index, event) in events.iter().enumerate() {
            let mut list = seating.repeats(events, index, draw)?;
            let sources = seating.people_of_another(events, index, draw)?;
            let known = seating.known_elsewhere(events, index, draw)?;
            for &seat in &known {
                seating.seats[seat].firsts.insert(event.indicator.clone(), index);
            }
            list.extend(known);
            let strangers = std::iter::repeat_n(None, event.new_people - event.known);
            let newcomers = strangers.chain(sources.into_iter().map(Some));
            for same_as in newcomers {
                let own_number = numbers.entry(&event.partner).or_default();
                *own_number += 1;
                let seat = seating.seats.len();
                list.push(seat);
                if let Some(source) = same_as {
                    seating.seats[source].again = Some(seat);
                }
                seating.seats.push(Seat {
                    partner: event.partner.clone(),
                    own_number: *own_number,
                    first_event: index,
                    firsts: BTreeMap::from([(event.indicator.clone(), index)]),
                    same_as,
                    again: None,
                    travelled: false,
                });
            }
            draw.shuffle(&mut list);
            seating.attendances.extend(list.into_iter().map(|seat| Attendance { event: index, seat }));
        }
        Ok(seating)
    }

    fn repeats(&mut self, events: &[Event], index: usize, draw: &mut Draw) -> Result<Vec<usize>, DemoError> {
        let event = &events[index];
        let seen_in = |seats: &[Seat], country: &str| -> Vec<usize> {
            let known = |seat: &Seat| {
                seat.partner == event.partner
                    && !seat.travelled
                    && counted_before(events, seat, event).is_some_and(|first| first.country == country)
            };
            matching(seats, known)
        };
        let from_elsewhere = event.elsewhere.as_ref().map_or(0, |(_, people)| *people);
        let here = seen_in(&self.seats, &event.country);
        let mut list =
            choose(here, event.repeats - from_elsewhere, event, "people of its own partner", draw)?;
        if let Some((country, people)) = &event.elsewhere {
            let mut there = seen_in(&self.seats, country);
            there.retain(|&seat| self.seats[seat].is_alone());
            let travellers = choose(there, *people, event, "people of its own partner from elsewhere", draw)?;
            for &seat in &travellers {
                self.seats[seat].travelled = true;
            }
            list.extend(travellers);
        }
        Ok(list)
    }

    fn known_elsewhere(
        &self,
        events: &[Event],
        index: usize,
        draw: &mut Draw,
    ) -> Result<Vec<usize>, DemoError> {
        let event = &events[index];
        let known = matching(&self.seats, |seat| {
            let first = &events[seat.first_event];
            seat.partner == event.partner
                && seat.is_alone()
                && first.indicator != event.indicator
                && first.status == EventStatus::Verified
                && first.date < event.date
                && first.country == event.country
        });
        choose(known, event.known, event, "people of its own partner from another indicator", draw)
    }

    fn people_of_another(
        &self,
        events: &[Event],
        index: usize,
        draw: &mut Draw,
    ) -> Result<Vec<usize>, DemoError> {
        let event = &events[index];
        let Some((partner, people)) = &event.duplicates else { return Ok(Vec::new()) };
        let known = matching(&self.seats, |seat| {
            seat.partner == *partner
                && seat.is_alone()
                && counted_before(events, seat, event).is_some_and(|first| first.country == event.country)
        });
        choose(known, *people, event, "people of another partner", draw)
    }
}

impl Seat {
    /// Whether the person is on one partner's lists only, of one country and one indicator.
    pub(crate) fn is_alone(&self) -> bool {
        self.same_as.is_none() && self.again.is_none() && !self.travelled && self.firsts.len() == 1
    }
}

/// A seat's first event of the event's own indicator, where it is verified and of an earlier day.
fn counted_before<'e>(events: &'e [Event], seat: &Seat, event: &Event) -> Option<&'e Event> {
    let first = &events[*seat.firsts.get(&event.indicator)?];
    (first.status == EventStatus::Verified && first.date < event.date).then_some(first)
}

fn matching(seats: &[Seat], fits: impl Fn(&Seat) -> bool) -> Vec<usize> {
    (0..seats.len()).filter(|&seat| fits(&seats[seat])).collect()
}

fn choose(
    mut from: Vec<usize>,
    wanted: usize,
    event: &Event,
    who: &str,
    draw: &mut Draw,
) -> Result<Vec<usize>, DemoError> {
    if from.len() < wanted {
        return Err(DemoError::TooFewPeople {
            event: event.id.clone(),
            wanted,
            who: who.to_owned(),
            found: from.len(),
        });
    }
    draw.shuffle(&mut from);
    from.truncate(wanted);
    Ok(from)
}
