//! Days of birth. A band of age is what a person's first list says, so the day is drawn such that the age falls into
//! the band on that day, and for a person on two lists on both first days. The day itself is written nowhere: lists
//! have an age and a year.

use hatua_core::id::IndicatorCode;
use jiff::Span;
use jiff::civil::Date;

use crate::cells::Event;
use crate::draw::Draw;
use crate::error::DemoError;
use crate::recipe::{Trait, wrong};
use crate::seating::{Seat, Seating};

/// How often a day is drawn before the band is said to be too narrow.
const TRIES_MAX: usize = 1_000;

/// Whole years between a birth and a day.
pub(crate) fn age_on(birth: Date, day: Date) -> i16 {
    let had_birthday = (day.month(), day.day()) >= (birth.month(), birth.day());
    day.year() - birth.year() - i16::from(!had_birthday)
}

/// Each seat's day of birth from its band of age; none where the band is not known.
///
/// # Errors
/// When a band is not one of the trait's, or too narrow for a person's two lists.
pub(crate) fn draw_births(
    events: &[Event],
    seating: &Seating,
    (one_trait, codes): (&Trait, &[String]),
    draw: &mut Draw,
) -> Result<Vec<Option<Date>>, DemoError> {
    let bands = one_trait.ages.as_ref().ok_or_else(|| wrong("people.trait", "a trait of ages has `ages`"))?;
    let mut births: Vec<Option<Date>> = Vec::with_capacity(seating.seats.len());
    for (index, seat) in seating.seats.iter().enumerate() {
        let code = &codes[index];
        let birth = match (seat.same_as, bands.get(code)) {
            (Some(first), _) => births[first],
            (None, None) if code == crate::allot::UNKNOWN => None,
            (None, None) => {
                return Err(wrong(
                    "people.trait",
                    &format!("`{code}` of `{}` is no band of its ages", one_trait.name),
                ));
            }
            (None, Some(&band)) => {
                let days: Vec<Date> = [Some(index), seat.again]
                    .into_iter()
                    .flatten()
                    .flat_map(|one| days_of(events, &seating.seats[one], one_trait))
                    .collect();
                let first_day = days.iter().min().copied().unwrap_or(events[seat.first_event].date);
                let drawn = (0..TRIES_MAX).map(|_| birth_within(band, first_day, draw));
                let fits =
                    |birth: &Date| days.iter().all(|day| (band.0..=band.1).contains(&age_on(*birth, *day)));
                let birth = drawn.into_iter().find(fits);
                Some(
                    birth
                        .ok_or_else(|| wrong("people.trait", &format!("the band `{code}` is too narrow")))?,
                )
            }
        };
        births.push(birth);
    }
    Ok(births)
}

/// The days on which a person's age is counted: the first of each indicator whose lists have it.
fn days_of(events: &[Event], seat: &Seat, one: &Trait) -> impl Iterator<Item = Date> {
    let has_age = |(indicator, _): &(&IndicatorCode, &usize)| one.is_on_lists_of(indicator);
    seat.firsts.iter().filter(has_age).map(|(_, first)| events[*first].date)
}

fn birth_within((least, greatest): (i16, i16), day: Date, draw: &mut Draw) -> Date {
    let width = usize::try_from(greatest - least + 1).unwrap_or(1);
    let years = least + i16::try_from(draw.below(width)).expect("a band of ages is narrow");
    let days = i64::try_from(draw.below(365)).expect("a year is short");
    day.saturating_sub(Span::new().years(years).days(days))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::Purpose;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn a_person_is_a_year_older_from_the_birthday_on() {
        assert_eq!(age_on(date(1980, 6, 15), date(2018, 6, 14)), 37);
        assert_eq!(age_on(date(1980, 6, 15), date(2018, 6, 15)), 38);
    }

    proptest! {
        #[test]
        fn a_birth_gives_an_age_of_its_band(seed in any::<[u8; 32]>(), least in 15_i16..60, width in 0_i16..20, ahead in 0_i32..900) {
            let day = date(2016, 2, 29).checked_add(Span::new().days(ahead)).unwrap();
            let birth = birth_within((least, least + width), day, &mut Draw::new(seed, Purpose::Births));
            prop_assert!((least..=least + width).contains(&age_on(birth, day)));
        }
    }
}
