//! `cells.csv`: one line for each event, with how many people came and how many of them are new. A line's numbers must
//! add up, and its day must lie in its quarter.

use std::collections::BTreeMap;

use hatua_core::id::{IndicatorCode, PartnerCode};
use hatua_core::period::Quarter;
use jiff::civil::Date;
use serde::Deserialize;

use crate::error::DemoError;
use crate::files;

const FILE: &str = "cells.csv";

/// What becomes of an event's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum EventStatus {
    /// Imported and verified in time for its release.
    Verified,
    /// Imported, waiting for a second person.
    Pending,
    /// Imported and withdrawn.
    Withdrawn,
    /// Imported and sent back.
    Returned,
    /// Received, not imported.
    Incoming,
    /// Imported and verified, and left out by the figure's own rule.
    Outside,
}

/// One event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Event {
    pub(crate) indicator: IndicatorCode,
    pub(crate) id: String,
    pub(crate) date: Date,
    pub(crate) country: String,
    pub(crate) partner: PartnerCode,
    pub(crate) quarter: Quarter,
    pub(crate) status: EventStatus,
    /// People whom the partner sees for the first time and no other partner has seen.
    pub(crate) new_people: usize,
    /// People who have been at an earlier event of the partner.
    pub(crate) repeats: usize,
    /// Of `repeats`, those who were first at an event in another country.
    pub(crate) elsewhere: Option<(String, usize)>,
    /// Of `new_people`, those whom the partner knows from an earlier event of another indicator in the same country.
    pub(crate) known: usize,
    /// People who have been at an earlier event of another partner in the same country.
    pub(crate) duplicates: Option<(PartnerCode, usize)>,
    pub(crate) topic: String,
    pub(crate) theme: Option<String>,
    /// The event whose list this is a part of: another sheet, the same event.
    pub(crate) part_of: Option<String>,
    /// A trait and the code that most of the people have, as far as the targets allow.
    pub(crate) leaning: Option<(String, String)>,
    pub(crate) title: String,
    /// How long it was, where that is known; else it is drawn.
    pub(crate) half_days: Option<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    indicator: IndicatorCode,
    id: String,
    date: Date,
    country: String,
    partner: PartnerCode,
    quarter: Quarter,
    status: EventStatus,
    records: usize,
    new_units: usize,
    repeat_same_partner: usize,
    dup_other_partner: usize,
    first_partner: Option<PartnerCode>,
    elsewhere_country: Option<String>,
    elsewhere_repeats: Option<usize>,
    topic: String,
    leaning: Option<String>,
    title: String,
    half_days: Option<u32>,
    known_elsewhere: Option<usize>,
    theme: Option<String>,
    part_of: Option<String>,
}

/// Reads the events, in the order of day, partner and id: the order in which people are seated.
///
/// # Errors
/// When a line can't be read or contradicts itself.
pub(crate) fn read(recipe: &BTreeMap<String, Vec<u8>>) -> Result<Vec<Event>, DemoError> {
    let lines: Vec<(u64, Line)> = files::table(recipe, FILE)?;
    let mut events = lines
        .into_iter()
        .map(|(line, cells)| event(cells).map_err(|problem| DemoError::Line { file: FILE, line, problem }))
        .collect::<Result<Vec<_>, _>>()?;
    events.sort_by(|a, b| (a.date, &a.partner, &a.id).cmp(&(b.date, &b.partner, &b.id)));
    files::check_rows(FILE, events.iter().map(Event::people).sum())?;
    let mut ids: Vec<&str> = events.iter().map(|event| event.id.as_str()).collect();
    ids.sort_unstable();
    if let Some(twice) = ids.iter().zip(ids.iter().skip(1)).find_map(|(id, next)| (id == next).then_some(id))
    {
        let problem = format!("two lines have the id {twice}; an event has one line");
        return Err(DemoError::Unreadable { file: FILE, cause: problem });
    }
    Ok(events)
}

impl Event {
    /// The id of the event that its people came to.
    pub(crate) fn held_as(&self) -> &str {
        self.part_of.as_deref().unwrap_or(&self.id)
    }

    /// How many people its list has.
    fn people(&self) -> usize {
        self.new_people + self.repeats + self.duplicates.as_ref().map_or(0, |(_, people)| *people)
    }
}

fn event(line: Line) -> Result<Event, String> {
    let parts = [line.new_units, line.repeat_same_partner, line.dup_other_partner];
    let sum = parts.into_iter().try_fold(0_usize, usize::checked_add);
    if sum != Some(line.records) {
        return Err(format!("{} records are not the sum of new, repeated and duplicated ones", line.records));
    }
    if line.half_days == Some(0) {
        return Err("an event has at least one half day".to_owned());
    }
    if Quarter::of(line.date) != line.quarter {
        return Err(format!("{} lies in {}, not in {}", line.date, Quarter::of(line.date), line.quarter));
    }
    let duplicates = match (line.dup_other_partner, line.first_partner) {
        (0, None) => None,
        (0, Some(_)) => return Err("first_partner is given, but dup_other_partner is 0".to_owned()),
        (_, None) => return Err("dup_other_partner needs first_partner".to_owned()),
        (_, Some(partner)) if partner == line.partner => {
            return Err("first_partner is the partner itself".to_owned());
        }
        (people, Some(partner)) => Some((partner, people)),
    };
    let elsewhere = match (line.elsewhere_country, line.elsewhere_repeats) {
        (None, None) => None,
        (Some(country), Some(people)) if people <= line.repeat_same_partner => Some((country, people)),
        (Some(_), Some(_)) => return Err("elsewhere_repeats is more than repeat_same_partner".to_owned()),
        (None, Some(_)) | (Some(_), None) => {
            return Err("elsewhere_country and elsewhere_repeats go together".to_owned());
        }
    };
    let known = line.known_elsewhere.unwrap_or_default();
    if known > line.new_units {
        return Err("known_elsewhere is more than new_units".to_owned());
    }
    let leaning = match line.leaning {
        None => None,
        Some(text) => {
            let (name, code) = text.split_once('=').ok_or("leaning is written trait=code")?;
            Some((name.to_owned(), code.to_owned()))
        }
    };
    Ok(Event {
        indicator: line.indicator,
        id: line.id,
        date: line.date,
        country: line.country,
        partner: line.partner,
        quarter: line.quarter,
        status: line.status,
        new_people: line.new_units,
        repeats: line.repeat_same_partner,
        elsewhere,
        known,
        duplicates,
        topic: line.topic,
        theme: line.theme,
        part_of: line.part_of,
        leaning,
        title: line.title,
        half_days: line.half_days,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(lines: &str, expected: &str) {
        let head = "indicator,id,date,country,partner,quarter,status,records,new_units,repeat_same_partner,\
                    dup_other_partner,first_partner,elsewhere_country,elsewhere_repeats,topic,leaning,title,half_days\n";
        let files = BTreeMap::from([(FILE.to_owned(), format!("{head}{lines}").into_bytes())]);
        let error = read(&files).unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
    }

    #[test]
    fn a_line_whose_numbers_do_not_add_up_is_refused_with_its_line() {
        check(
            "9.9,E-1,2020-01-05,XX,P,2020-Q1,verified,9,5,3,0,,,,t,,Title,\n",
            "line 2: 9 records are not the sum",
        );
    }

    #[test]
    fn a_day_outside_its_quarter_is_refused() {
        check("9.9,E-1,2020-04-05,XX,P,2020-Q1,verified,8,5,3,0,,,,t,,Title,\n", "lies in 2020-Q2");
    }

    #[test]
    fn people_of_another_partner_need_that_partner() {
        check("9.9,E-1,2020-01-05,XX,P,2020-Q1,verified,8,5,0,3,,,,t,,Title,\n", "needs first_partner");
        check("9.9,E-1,2020-01-05,XX,P,2020-Q1,verified,8,5,0,3,P,,,t,,Title,\n", "the partner itself");
    }

    #[test]
    fn more_people_than_a_sheet_can_have_are_refused() {
        let line = |records: &str| {
            format!("9.9,E-1,2020-01-05,XX,P,2020-Q1,verified,{records},{records},0,0,,,,t,,Title,\n")
        };
        check(&line("200001"), "200001 records are more than the 200000");
    }

    #[test]
    fn an_event_has_one_line() {
        let line = "9.9,E-1,2020-01-05,XX,P,2020-Q1,verified,5,5,0,0,,,,t,,Title,\n";
        check(&line.repeat(2), "two lines have the id E-1");
    }
}
