//! Pairs of units: people on two lists, namesakes who are two people, and pairs that a later import leaves to decide.
//! Only what the recipe asks for may look like one person; the tests search for anything else that does.

use std::collections::{BTreeMap, BTreeSet};

use hatua_core::id::IndicatorCode;
use hatua_core::ledger::Verdict;

use crate::cards::Card;
use crate::draw::Draw;
use crate::error::DemoError;
use crate::people::World;
use crate::recipe::{Clue, Relation, Truth, wrong};

/// What somebody decides about two seats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Decision {
    pub(crate) a: usize,
    pub(crate) b: usize,
    pub(crate) verdict: Verdict,
    pub(crate) reason: String,
}

/// People on two lists: by the second seat the clue, and the decisions that find them.
pub(crate) struct SamePeople {
    pub(crate) clues: BTreeMap<usize, Clue>,
    pub(crate) decisions: Vec<Decision>,
}

/// Shares the clues out among the people on two lists.
///
/// # Errors
/// When the recipe has another number of clues than there are such people.
pub(crate) fn share_clues(world: &World, draw: &mut Draw) -> Result<SamePeople, DemoError> {
    let seats = &world.seating.seats;
    let pairs: Vec<(usize, usize)> =
        seats.iter().enumerate().filter_map(|(again, seat)| Some((seat.same_as?, again))).collect();
    let mut found = SamePeople { clues: BTreeMap::new(), decisions: Vec::new() };
    let indicators: BTreeSet<&IndicatorCode> = world.events.iter().map(|event| &event.indicator).collect();
    for indicator in indicators {
        let mut of_it = pairs.clone();
        of_it.retain(|(_, again)| world.first_event(*again).indicator == *indicator);
        let groups = world.recipe.pairs.clues(indicator);
        let asked: usize = groups.iter().map(|(_, pairs, _)| pairs).sum();
        if asked != of_it.len() {
            let problem = format!(
                "cells.csv has {} people on two lists of {indicator}, the clues are for {asked}",
                of_it.len()
            );
            return Err(wrong("pairs", &problem));
        }
        draw.shuffle(&mut of_it);
        for (clue, pairs, reasons) in groups {
            for (a, b) in of_it.split_off(of_it.len() - pairs) {
                let reason = draw.pick(reasons).expect("the recipe was checked for reasons").clone();
                found.clues.insert(b, clue);
                found.decisions.push(Decision { a, b, verdict: Verdict::Same, reason });
            }
        }
    }
    Ok(found)
}

/// Gives some people the name of somebody else born in the same year.
///
/// # Errors
/// When too few people can be paired so.
pub(crate) fn make_namesakes(
    world: &World,
    cards: &mut [Card],
    draw: &mut Draw,
) -> Result<Vec<Decision>, DemoError> {
    let mut order: Vec<usize> = (0..cards.len()).filter(|seat| world.is_plain(*seat)).collect();
    draw.shuffle(&mut order);
    let mut used = BTreeSet::new();
    let mut decisions = Vec::new();
    for different in &world.recipe.pairs.different {
        for _ in 0..different.pairs {
            let free: Vec<usize> = order.iter().copied().filter(|seat| !used.contains(seat)).collect();
            let pair = free.iter().enumerate().find_map(|(place, &a)| {
                let rest = &free[place + 1..];
                rest.iter()
                    .find(|&&b| could_be_namesakes(world, cards, (a, b), different.relation))
                    .map(|&b| (a, b))
            });
            let (a, b) =
                pair.ok_or_else(|| wrong("pairs.different", "too few people can be paired; ask for fewer"))?;
            let (a, b) = (a.min(b), a.max(b));
            used.extend([a, b]);
            cards[b].name = cards[a].name.clone();
            let reason = draw.pick(&different.reasons).expect("the recipe was checked for reasons").clone();
            decisions.push(Decision { a, b, verdict: Verdict::Different, reason });
        }
    }
    Ok(decisions)
}

fn could_be_namesakes(world: &World, cards: &[Card], (a, b): (usize, usize), relation: Relation) -> bool {
    if cards[a].birth_year.is_none() || cards[a].birth_year != cards[b].birth_year {
        return false;
    }
    let same_partner = world.seat(a).partner == world.seat(b).partner;
    let same_country = world.first_event(a).country == world.first_event(b).country;
    let related = match relation {
        Relation::OtherPartner => !same_partner && same_country,
        Relation::SamePartner => same_partner && same_country,
        Relation::OtherCountry => !same_partner && !same_country,
    };
    let told_apart = !same_country || (cards[a].staff_number.is_some() && cards[b].staff_number.is_some());
    let names_code = world.names_code(a);
    related && told_apart && names_code.is_some() && names_code == world.names_code(b)
}

/// Gives new people of lists that are not imported the staff number of somebody whom another partner knows.
///
/// # Errors
/// When nobody fits.
pub(crate) fn leave_open(
    world: &mut World,
    cards: &mut [Card],
    decided: &[Decision],
    draw: &mut Draw,
) -> Result<(), DemoError> {
    let mut used: BTreeSet<usize> = decided.iter().flat_map(|decision| [decision.a, decision.b]).collect();
    for open in &world.recipe.pairs.open {
        let event = world.event_index(&open.event)?;
        let mut order: Vec<usize> = (0..cards.len()).collect();
        draw.shuffle(&mut order);
        let newcomers = order.iter().copied().filter(|&seat| {
            world.seat(seat).first_event == event && world.is_staff(seat) && !used.contains(&seat)
        });
        let pair = newcomers.into_iter().find_map(|new| {
            let known = |&&known: &&usize| {
                !used.contains(&known) && could_share(world, cards, (new, known), open.truth)
            };
            order.iter().find(known).map(|&known| (new, known))
        });
        let (new, known) =
            pair.ok_or_else(|| wrong("pairs.open", "nobody on another partner's lists fits"))?;
        used.extend([new, known]);
        let known_card = cards[known].clone();
        cards[new].staff_number = known_card.staff_number;
        match open.truth {
            Truth::Same => {
                world.births[new] = world.births[known];
                cards[new].name = known_card.name;
                cards[new].birth_year = known_card.birth_year;
            }
            Truth::Different => {}
        }
    }
    Ok(())
}

fn could_share(world: &World, cards: &[Card], (new, known): (usize, usize), truth: Truth) -> bool {
    let fits = world.is_plain(known)
        && cards[known].staff_number.is_some()
        && world.seat(known).partner != world.seat(new).partner
        && world.first_event(known).country == world.first_event(new).country;
    let same_traits = world.recipe.people.traits.iter().filter(|one| one.ages.is_none()).all(|one| {
        let code = world.code(new, &one.name);
        code.is_some() && code == world.code(known, &one.name)
    });
    let born = |seat: usize| cards[seat].birth_year;
    fits && match truth {
        Truth::Same => same_traits && born(known).is_some(),
        Truth::Different => born(known).is_some() && born(new).is_some() && born(known) != born(new),
    }
}
