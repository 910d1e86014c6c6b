//! Rows about events and the people who came. One table is one file: a partner, a quarter, a register.

use std::collections::BTreeMap;

use hatua_core::id::{ColumnName, PartnerCode, RegisterName};
use hatua_core::period::Quarter;
use jiff::civil::Date;

use crate::births::age_on;
use crate::cards::Card;
use crate::cells::EventStatus;
use crate::error::DemoError;
use crate::filling::{EventFact, Filling, PersonFact};
use crate::names::{FullName, Names};
use crate::people::World;
use crate::recipe::Rows;
use crate::seating::Attendance;
use crate::sheets::Sheets;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Cell {
    Blank,
    Text(String),
    Whole(i64),
    Day(Date),
}

/// The rows of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Table {
    pub(crate) register: RegisterName,
    pub(crate) partner: PartnerCode,
    pub(crate) quarter: Quarter,
    /// Whether it waits to be imported.
    pub(crate) is_incoming: bool,
    /// The day of its last event.
    pub(crate) last_day: Date,
    pub(crate) headings: Vec<String>,
    pub(crate) rows: Vec<Vec<Cell>>,
    /// Whether its rows name no document, so that the file itself is what they are checked against.
    pub(crate) is_own_document: bool,
}

/// What rows are written from.
pub(crate) struct Clerk<'a> {
    pub(crate) world: &'a World<'a>,
    pub(crate) cards: &'a [Card],
    pub(crate) names: &'a Names,
    pub(crate) sheets: Sheets<'a>,
}

/// What a row is about: an event, or one of all attendances.
#[derive(Clone, Copy)]
enum Subject {
    Event(usize),
    Attendance(usize),
}

impl Clerk<'_> {
    /// All tables: by quarter, partner, and the recipe's order of registers (what a row points to comes first).
    ///
    /// # Errors
    /// When the programme lacks a register or a column that the recipe fills.
    pub(crate) fn tables(&self) -> Result<Vec<Table>, DemoError> {
        let mut packages: BTreeMap<(Quarter, &PartnerCode, bool), Vec<usize>> = BTreeMap::new();
        for (index, event) in self.world.events.iter().enumerate() {
            let is_incoming = event.status == EventStatus::Incoming;
            packages.entry((event.quarter, &event.partner, is_incoming)).or_default().push(index);
        }
        let mut tables = Vec::new();
        for ((quarter, partner, is_incoming), events) in packages {
            let last_day = events.iter().map(|&event| self.world.events[event].date).max();
            for plan in &self.world.recipe.people.registers {
                let columns = self.sheets.columns((&plan.name, &plan.columns), partner);
                let rows = self.subjects(plan.rows, &events).into_iter().map(|subject| {
                    columns
                        .iter()
                        .map(|(column, filling)| self.cell(partner, column, filling, subject))
                        .collect()
                });
                tables.push(Table {
                    register: plan.name.clone(),
                    partner: partner.clone(),
                    quarter,
                    is_incoming,
                    last_day: last_day.expect("a package has an event"),
                    rows: rows.collect(),
                    is_own_document: false,
                    headings: self.sheets.headings(&plan.name, partner, &columns)?,
                });
            }
        }
        Ok(tables)
    }

    fn subjects(&self, rows: Rows, events: &[usize]) -> Vec<Subject> {
        match rows {
            Rows::Events => {
                let whole = |event: &usize| self.world.events[*event].part_of.is_none();
                events.iter().copied().filter(whole).map(Subject::Event).collect()
            }
            Rows::Attendances => {
                let all = self.world.seating.attendances.iter().enumerate();
                let of_package = all.filter(|(_, attendance)| events.contains(&attendance.event));
                of_package.map(|(index, _)| Subject::Attendance(index)).collect()
            }
        }
    }

    fn cell(&self, partner: &PartnerCode, column: &ColumnName, filling: &Filling, subject: Subject) -> Cell {
        let cell = match (filling, subject) {
            (Filling::Text(fixed), _) => Cell::Text(fixed.clone()),
            (Filling::Event(fact), Subject::Event(event)) => self.fact_of_event(*fact, event),
            (Filling::Event(fact), Subject::Attendance(attendance)) => {
                self.fact_of_event(*fact, self.world.seating.attendances[attendance].event)
            }
            (Filling::Person(fact), Subject::Attendance(attendance)) => self.fact_of_person(fact, attendance),
            (Filling::Person(_), Subject::Event(_)) => {
                unreachable!("the recipe was checked for rows about no person")
            }
        };
        self.sheets.in_own_words(partner, column, cell)
    }

    fn fact_of_event(&self, fact: EventFact, index: usize) -> Cell {
        let event = &self.world.events[index];
        match fact {
            EventFact::Id => Cell::Text(event.held_as().to_owned()),
            EventFact::Title => Cell::Text(event.title.clone()),
            EventFact::Topic => Cell::Text(event.topic.clone()),
            EventFact::Theme => event.theme.clone().map_or(Cell::Blank, Cell::Text),
            EventFact::Date => Cell::Day(event.date),
            EventFact::Country => Cell::Text(event.country.clone()),
            EventFact::Document => Cell::Text(self.world.document(event)),
            EventFact::HalfDays => Cell::Whole(self.world.half_days[index].into()),
        }
    }

    fn fact_of_person(&self, fact: &PersonFact, attendance: usize) -> Cell {
        let Attendance { event, seat } = self.world.seating.attendances[attendance];
        let (card, on) = (&self.cards[seat], &self.world.events[event]);
        let optional = |text: Option<&str>| text.map_or(Cell::Blank, |text| Cell::Text(text.to_owned()));
        let whole = |number: Option<i16>| number.map_or(Cell::Blank, |number| Cell::Whole(number.into()));
        match fact {
            PersonFact::OwnId => Cell::Text(self.world.own_unit(seat).own_id),
            PersonFact::GivenName => Cell::Text(self.name(event, seat).given),
            PersonFact::FamilyName => Cell::Text(self.name(event, seat).family),
            PersonFact::Age | PersonFact::BirthYear if !self.world.has_ages(on) => Cell::Blank,
            PersonFact::Age => whole(self.world.births[seat].map(|birth| age_on(birth, on.date))),
            PersonFact::BirthYear => whole(card.birth_year),
            PersonFact::Phone => optional(card.phone.as_deref()),
            PersonFact::StaffNumber => optional(card.staff_number.as_deref()),
            PersonFact::HalfDays => Cell::Whole(self.world.half_days_attended[attendance].into()),
            PersonFact::Trait(name) => optional(self.world.code_at(on, seat, name)),
        }
    }

    /// The name as the list of this event writes it: some partners' later lists use another script.
    fn name(&self, event: usize, seat: usize) -> FullName {
        let one = self.world.seat(seat);
        let name = &self.cards[seat].name;
        let is_later =
            one.first_event != event && self.world.recipe.people.other_script.contains(&one.partner);
        is_later.then(|| self.names.other_script(name)).flatten().unwrap_or_else(|| name.clone())
    }
}
