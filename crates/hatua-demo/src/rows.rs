//! Rows as partners write them: each partner's own order of columns, its own headings and its words for codes. One
//! table is one file: a partner, a quarter, a register.

use std::collections::BTreeMap;

use hatua_core::id::{ColumnName, PartnerCode, RegisterName};
use hatua_core::period::Quarter;
use hatua_core::programme::Register;
use jiff::civil::Date;

use crate::births::age_on;
use crate::cards::Card;
use crate::cells::EventStatus;
use crate::error::DemoError;
use crate::filling::{EventFact, Filling, PersonFact};
use crate::names::{FullName, Names};
use crate::people::World;
use crate::recipe::{RegisterPlan, Rows};
use crate::seating::Attendance;

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
}

/// What rows are written from.
pub(crate) struct Clerk<'a> {
    pub(crate) world: &'a World<'a>,
    pub(crate) cards: &'a [Card],
    pub(crate) names: &'a Names,
    pub(crate) registers: &'a BTreeMap<RegisterName, Register>,
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
                let columns = self.columns(plan, partner);
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
                    headings: self.headings(plan, partner, &columns)?,
                });
            }
        }
        Ok(tables)
    }

    fn columns<'p>(&self, plan: &'p RegisterPlan, partner: &PartnerCode) -> Vec<&'p (ColumnName, Filling)> {
        let order = self.world.recipe.partners.get(partner).and_then(|sheets| sheets.order.get(&plan.name));
        match order {
            None => plan.columns.iter().collect(),
            Some(order) => order
                .iter()
                .filter_map(|name| plan.columns.iter().find(|(column, _)| column == name))
                .collect(),
        }
    }

    fn headings(
        &self,
        plan: &RegisterPlan,
        partner: &PartnerCode,
        columns: &[&(ColumnName, Filling)],
    ) -> Result<Vec<String>, DemoError> {
        let register =
            self.registers.get(&plan.name).ok_or_else(|| DemoError::UnknownRegister(plan.name.clone()))?;
        let own = register.sheets.get(partner);
        let heading = |(name, _): &&(ColumnName, Filling)| {
            let unknown = || DemoError::UnknownColumn { register: plan.name.clone(), column: name.clone() };
            let column = register.column(name).ok_or_else(unknown)?;
            let mapped = own.and_then(|own| own.headers.iter().find(|(_, column)| *column == name));
            Ok(match mapped {
                Some((heading, _)) => heading.clone(),
                None => column.labels.first().cloned().unwrap_or_else(|| name.to_string()),
            })
        };
        columns.iter().map(heading).collect()
    }

    fn subjects(&self, rows: Rows, events: &[usize]) -> Vec<Subject> {
        match rows {
            Rows::Events => events.iter().copied().map(Subject::Event).collect(),
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
        self.in_own_words(partner, column, cell)
    }

    fn fact_of_event(&self, fact: EventFact, index: usize) -> Cell {
        let event = &self.world.events[index];
        match fact {
            EventFact::Id => Cell::Text(event.id.clone()),
            EventFact::Title => Cell::Text(event.title.clone()),
            EventFact::Topic => Cell::Text(event.topic.clone()),
            EventFact::Date => Cell::Day(event.date),
            EventFact::Country => Cell::Text(event.country.clone()),
            EventFact::Document => Cell::Text(self.world.document(event)),
            EventFact::HalfDays => Cell::Whole(self.world.half_days[index].into()),
        }
    }

    fn fact_of_person(&self, fact: &PersonFact, attendance: usize) -> Cell {
        let Attendance { event, seat } = self.world.seating.attendances[attendance];
        let card = &self.cards[seat];
        let optional = |text: Option<&str>| text.map_or(Cell::Blank, |text| Cell::Text(text.to_owned()));
        let whole = |number: Option<i16>| number.map_or(Cell::Blank, |number| Cell::Whole(number.into()));
        match fact {
            PersonFact::OwnId => Cell::Text(self.world.own_unit(seat).own_id),
            PersonFact::GivenName => Cell::Text(self.name(event, seat).given),
            PersonFact::FamilyName => Cell::Text(self.name(event, seat).family),
            PersonFact::Age => {
                whole(self.world.births[seat].map(|birth| age_on(birth, self.world.events[event].date)))
            }
            PersonFact::BirthYear => whole(card.birth_year),
            PersonFact::Phone => optional(card.phone.as_deref()),
            PersonFact::StaffNumber => optional(card.staff_number.as_deref()),
            PersonFact::HalfDays => Cell::Whole(self.world.half_days_attended[attendance].into()),
            PersonFact::Trait(name) => optional(self.world.code(seat, name)),
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

    fn in_own_words(&self, partner: &PartnerCode, column: &ColumnName, cell: Cell) -> Cell {
        let words = self.world.recipe.partners.get(partner).and_then(|sheets| sheets.words.get(column));
        match (&cell, words) {
            (Cell::Text(code), Some(words)) => {
                words.get(code).map_or(cell.clone(), |word| Cell::Text(word.clone()))
            }
            (Cell::Text(_) | Cell::Blank | Cell::Whole(_) | Cell::Day(_), _) => cell,
        }
    }
}
