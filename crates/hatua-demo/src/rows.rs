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
use crate::names::Names;
use crate::people::World;
use crate::recipe::{Filling, RegisterPlan, Rows};

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

/// One row's subject: an event, and for a row about a person the place of the attendance among all.
#[derive(Clone, Copy)]
struct Subject {
    event: usize,
    attendance: Option<usize>,
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
            Rows::Events => events.iter().map(|&event| Subject { event, attendance: None }).collect(),
            Rows::Attendances => {
                let all = self.world.seating.attendances.iter().enumerate();
                all.filter(|(_, attendance)| events.contains(&attendance.event))
                    .map(|(index, attendance)| Subject { event: attendance.event, attendance: Some(index) })
                    .collect()
            }
        }
    }

    fn cell(&self, partner: &PartnerCode, column: &ColumnName, filling: &Filling, subject: Subject) -> Cell {
        let event = &self.world.events[subject.event];
        let text = |text: &str| Cell::Text(text.to_owned());
        let cell = match filling {
            Filling::Event => text(&event.id),
            Filling::Title => text(&event.title),
            Filling::Topic => text(&event.topic),
            Filling::Date => Cell::Day(event.date),
            Filling::Country => text(&event.country),
            Filling::Document => Cell::Text(self.world.document(event)),
            Filling::HalfDays => Cell::Whole(self.world.half_days[subject.event].into()),
            Filling::Text(fixed) => text(fixed),
            Filling::PersonId
            | Filling::GivenName
            | Filling::FamilyName
            | Filling::Age
            | Filling::BirthYear
            | Filling::Phone
            | Filling::StaffNumber
            | Filling::HalfDaysAttended
            | Filling::Trait(_) => {
                subject.attendance.map_or(Cell::Blank, |attendance| self.cell_of_person(filling, attendance))
            }
        };
        self.in_own_words(partner, column, cell)
    }

    fn cell_of_person(&self, filling: &Filling, attendance: usize) -> Cell {
        let crate::seating::Attendance { event, seat } = self.world.seating.attendances[attendance];
        let card = &self.cards[seat];
        let optional = |text: &Option<String>| text.clone().map_or(Cell::Blank, Cell::Text);
        match filling {
            Filling::PersonId => Cell::Text(self.world.own_unit(seat).own_id),
            Filling::GivenName => Cell::Text(self.name(event, seat).given),
            Filling::FamilyName => Cell::Text(self.name(event, seat).family),
            Filling::Age => self.world.births[seat].map_or(Cell::Blank, |birth| {
                Cell::Whole(age_on(birth, self.world.events[event].date).into())
            }),
            Filling::BirthYear => card.birth_year.map_or(Cell::Blank, |year| Cell::Whole(year.into())),
            Filling::Phone => optional(&card.phone),
            Filling::StaffNumber => optional(&card.staff_number),
            Filling::HalfDaysAttended => Cell::Whole(self.world.half_days_attended[attendance].into()),
            Filling::Trait(name) => optional(&self.world.code(seat, name).map(str::to_owned)),
            Filling::Event
            | Filling::Title
            | Filling::Topic
            | Filling::Date
            | Filling::Country
            | Filling::Document
            | Filling::HalfDays
            | Filling::Text(_) => Cell::Blank,
        }
    }

    /// The name as the list of this event writes it: some partners' later lists use another script.
    fn name(&self, event: usize, seat: usize) -> crate::names::FullName {
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
