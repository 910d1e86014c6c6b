//! What a partner's list says of a person: names, year of birth, telephone, staff number. A person on two lists has two
//! cards, which agree only in the clue by which the pair is to be found.

use std::collections::{BTreeMap, BTreeSet};

use crate::draw::Draw;
use crate::error::DemoError;
use crate::names::{FullName, Names};
use crate::people::World;
use crate::recipe::{Clue, wrong};

/// One seat's card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Card {
    pub(crate) name: FullName,
    pub(crate) birth_year: Option<i16>,
    pub(crate) phone: Option<String>,
    pub(crate) staff_number: Option<String>,
}

/// Draws cards; no telephone or staff number is drawn twice.
struct Printer<'a, 'w> {
    world: &'a World<'w>,
    names: &'a mut Names,
    draw: &'a mut Draw,
    taken: BTreeSet<String>,
}

/// Each seat's card. `clues` says of each second seat of a person how it is to be found.
///
/// # Errors
/// When names are used up, or a country has no beginning of telephone numbers.
pub(crate) fn draw_cards(
    world: &World,
    clues: &BTreeMap<usize, Clue>,
    names: &mut Names,
    draw: &mut Draw,
) -> Result<Vec<Card>, DemoError> {
    let mut printer = Printer { world, names, draw, taken: BTreeSet::new() };
    let mut cards: Vec<Card> = Vec::with_capacity(world.seating.seats.len());
    for (index, seat) in world.seating.seats.iter().enumerate() {
        let card = match (seat.same_as, clues.get(&index)) {
            (Some(first), Some(clue)) => printer.second_card(index, &cards[first], *clue)?,
            (Some(_), None) => {
                return Err(wrong("pairs.same", "there are more people on two lists than pairs"));
            }
            (None, _) => {
                printer.first_card(index, seat.again.and_then(|again| clues.get(&again)).copied())?
            }
        };
        cards.push(card);
    }
    Ok(cards)
}

impl Printer<'_, '_> {
    fn first_card(&mut self, seat: usize, clue: Option<Clue>) -> Result<Card, DemoError> {
        let name = self.name(seat, clue == Some(Clue::Phone))?;
        let people = &self.world.recipe.people;
        let has_staff_number = self.world.is_staff(seat) && self.draw.chance(people.staff.percent);
        let has_phone = self.draw.chance(people.phone.percent);
        let staff_number =
            (has_staff_number || clue == Some(Clue::StaffNumber)).then(|| self.staff_number(seat));
        let phone = if has_phone || clue == Some(Clue::Phone) { Some(self.phone(seat)?) } else { None };
        Ok(Card { name, birth_year: self.birth_year(seat), phone, staff_number })
    }

    fn second_card(&mut self, seat: usize, first: &Card, clue: Clue) -> Result<Card, DemoError> {
        let blank = Card { name: first.name.clone(), birth_year: None, phone: None, staff_number: None };
        let birth_year = self.birth_year(seat);
        let respelled = self.names.variant(&first.name);
        Ok(match clue {
            Clue::StaffNumber => Card {
                name: respelled.unwrap_or_else(|| first.name.clone()),
                birth_year,
                staff_number: first.staff_number.clone(),
                ..blank
            },
            Clue::Phone => {
                let name = respelled.expect("the first card's name was drawn with a second spelling");
                Card { name, phone: first.phone.clone(), ..blank }
            }
            Clue::Swapped => Card { name: first.name.swapped(), birth_year, ..blank },
            Clue::Judgement => Card { name: self.name_unlike(seat, &first.name)?, ..blank },
        })
    }

    fn name(&mut self, seat: usize, spelled_twice: bool) -> Result<FullName, DemoError> {
        let country = &self.world.first_event(seat).country;
        self.names.draw(self.draw, country, self.world.names_code(seat), spelled_twice)
    }

    /// A name that shares no part with another.
    fn name_unlike(&mut self, seat: usize, other: &FullName) -> Result<FullName, DemoError> {
        loop {
            let name = self.name(seat, false)?;
            if !name.key().iter().any(|part| other.key().contains(part)) {
                return Ok(name);
            }
        }
    }

    fn birth_year(&self, seat: usize) -> Option<i16> {
        self.world.births[seat].map(jiff::civil::Date::year)
    }

    fn staff_number(&mut self, seat: usize) -> String {
        let country = &self.world.first_event(seat).country;
        let begun = self.world.recipe.people.staff_number.replace("{country}", country);
        self.unused(|digits| begun.replace("{number}", &format!("{digits:06}")))
    }

    fn phone(&mut self, seat: usize) -> Result<String, DemoError> {
        let country = &self.world.first_event(seat).country;
        let codes = &self.world.recipe.people.phone.codes;
        let begun = codes.get(country).ok_or_else(|| {
            wrong("people.phone.codes", &format!("say how telephone numbers of `{country}` begin"))
        })?;
        Ok(self.unused(|digits| format!("{begun} {:03} {:03}", digits / 1_000, digits % 1_000)))
    }

    fn unused(&mut self, written: impl Fn(usize) -> String) -> String {
        loop {
            let number = written(self.draw.below(1_000_000));
            if self.taken.insert(number.clone()) {
                return number;
            }
        }
    }
}
