//! Who does what when. A partner's files come on the day of its report; a second person checks each list some days
//! later, in time for the release that must count it; pairs are decided on working days; releases are signed and
//! issued. Times are UTC, in office hours.

use std::collections::BTreeMap;

use hatua_core::id::{DocumentId, PartnerCode, UserEmail};
use hatua_core::ledger::Verdict;
use hatua_core::period::Quarter;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

use crate::cells::{Event, EventStatus};
use crate::demonstration::{DatedAct, DemoAct, DemoFile, OwnUnit};
use crate::draw::Draw;
use crate::error::DemoError;
use crate::evidence::Page;
use crate::pairs::Decision;
use crate::people::World;
use crate::recipe::{PartnerSheets, Receipt, Ruling, wrong};
use crate::rows::Table;
use crate::sheet;
use crate::units::Group;

/// Files and reports come in the morning, lists are checked around noon, their pages are sent after it, pairs are decided
/// all day.
const HANDING_IN_HOUR: i8 = 6;
const CHECKING_HOUR: i8 = 9;
const SENDING_HOUR: i8 = 13;
const DECIDING_HOUR: i8 = 7;
/// How much of a day is used for decisions.
const DECIDING_MINUTES: usize = 540;
/// How long a check takes.
const CHECK_MINUTES: usize = 4;
/// A list waits one day for its check, and up to this many more.
const CHECKING_DAYS_MORE: usize = 4;

/// A list, or a file whose rows name none: what somebody checks as a whole.
struct Paper {
    /// The id of its event or line.
    id: String,
    document: String,
    partner: PartnerCode,
    quarter: Quarter,
    /// A day of its rows.
    day: Date,
    status: EventStatus,
}

impl Paper {
    fn of_table(table: &Table, name: &str) -> Self {
        Self {
            id: name.to_owned(),
            document: name.to_owned(),
            partner: table.partner.clone(),
            quarter: table.quarter,
            day: table.quarter.last_day(),
            status: EventStatus::Verified,
        }
    }
}

/// Acts by their instant.
pub(crate) struct Calendar<'a> {
    world: &'a World<'a>,
    groups: &'a [Group<'a>],
    acts: BTreeMap<Timestamp, DatedAct>,
}

impl<'a> Calendar<'a> {
    /// An empty calendar.
    pub(crate) fn new(world: &'a World<'a>, groups: &'a [Group<'a>]) -> Self {
        Self { world, groups, acts: BTreeMap::new() }
    }

    fn sheets_of(&self, partner: &PartnerCode) -> Result<&'a PartnerSheets, DemoError> {
        sheets_of(self.world, partner)
    }

    /// The acts in the order of time.
    pub(crate) fn into_acts(self) -> Vec<DatedAct> {
        self.acts.into_values().collect()
    }

    /// Enters an act; where the instant is taken, some seconds later.
    fn enter(&mut self, mut at: Timestamp, actor: &UserEmail, act: DemoAct) {
        while self.acts.contains_key(&at) {
            at += Span::new().seconds(20);
        }
        self.acts.insert(at, DatedAct { at, actor: actor.clone(), act });
    }

    /// Files and reports of all partners and quarters.
    ///
    /// # Errors
    /// When there are rows for which no report came, or nobody hands them in.
    pub(crate) fn hand_in(&mut self, tables: &[Table]) -> Result<(), DemoError> {
        let mut packages: BTreeMap<(&PartnerCode, Quarter), Vec<&Table>> = BTreeMap::new();
        for table in tables.iter().filter(|table| !table.is_incoming) {
            self.received_on(&table.partner, table.quarter)?;
            packages.entry((&table.partner, table.quarter)).or_default().push(table);
        }
        let reports = &self.world.recipe.reports;
        for (partner, receipts) in &reports.received {
            for (quarter, receipt) in quarters_from(reports.first_quarter).zip(receipts) {
                let package = packages.remove(&(partner, quarter)).unwrap_or_default();
                match receipt {
                    Receipt::Full(days) => self.hand_in_one(partner, quarter, (*days, false), &package)?,
                    Receipt::Nil(days) => self.hand_in_one(partner, quarter, (*days, true), &package)?,
                    Receipt::None => {}
                }
            }
        }
        assert!(packages.is_empty(), "every package has a day on which it came");
        Ok(())
    }

    fn hand_in_one(
        &mut self,
        partner: &PartnerCode,
        quarter: Quarter,
        (days, nil): (u8, bool),
        package: &[&Table],
    ) -> Result<(), DemoError> {
        let recipe = self.world.recipe;
        let received_on = day_after(quarter.last_day(), i64::from(days));
        let officer = recipe.officer(partner)?;
        let place = recipe.reports.received.keys().position(|one| one == partner).unwrap_or_default();
        let mut at = instant(received_on, HANDING_IN_HOUR) + minutes(place * 17);
        for table in package {
            let file = file(self.world, table, received_on)?;
            self.enter(at, officer, DemoAct::Import(file));
            at += minutes(1);
        }
        self.enter(at, officer, DemoAct::Report { partner: partner.clone(), quarter, nil, received_on });
        Ok(())
    }

    /// The papers behind the rows: in the afternoon of the day on which their package came, or later.
    ///
    /// # Errors
    /// When one is to come before its package, or no report told of it.
    pub(crate) fn send_documents(&mut self, pages: Vec<Page>) -> Result<(), DemoError> {
        let mut sent: BTreeMap<Date, usize> = BTreeMap::new();
        for Page { document, quarter, late_on, .. } in pages {
            let received_on = self.received_on(&document.partner, quarter)?;
            let day = late_on.unwrap_or(received_on);
            if day < received_on {
                let problem = format!("{} is sent on {day}, before its package came", document.document);
                return Err(wrong("documents.late", &problem));
            }
            let officer = self.world.recipe.officer(&document.partner)?;
            let place = sent.entry(day).or_default();
            self.enter(instant(day, SENDING_HOUR) + minutes(*place), officer, DemoAct::Document(document));
            *place += 1;
        }
        Ok(())
    }

    /// Checks of all lists, and of files whose rows name no list: verified, returned, withdrawn; pending ones are left
    /// alone.
    ///
    /// # Errors
    /// When a list can't be checked in time, or a ruling is missing.
    pub(crate) fn check(&mut self, tables: &[Table], draw: &mut Draw) -> Result<(), DemoError> {
        let mut checked: BTreeMap<Date, usize> = BTreeMap::new();
        let verifier = &self.world.recipe.checking.verifier;
        let files = tables.iter().filter(|table| table.is_own_document);
        let files = files.map(|table| {
            let name = sheet::file_name(table, self.sheets_of(&table.partner)?.format);
            Ok((Paper::of_table(table, &name), DemoAct::VerifyFile { name: name.clone() }))
        });
        let files: Vec<(Paper, DemoAct)> = files.collect::<Result<_, DemoError>>()?;
        let mut checks = Vec::new();
        for paper in self.papers() {
            if let Some((actor, act)) = self.judgement(&paper)? {
                checks.push((paper, actor, act));
            }
        }
        checks.extend(files.into_iter().map(|(paper, act)| (paper, verifier.clone(), act)));
        for (paper, actor, act) in checks {
            let wait = i64::try_from(1 + draw.below(CHECKING_DAYS_MORE)).expect("a few days");
            let day = match paper.status {
                EventStatus::Returned | EventStatus::Withdrawn => self.ruling(&paper)?.on,
                EventStatus::Verified
                | EventStatus::Outside
                | EventStatus::Pending
                | EventStatus::Incoming => self.day_of_check(&paper, wait)?,
            };
            let place = checked.entry(day).or_default();
            self.enter(instant(day, CHECKING_HOUR) + minutes(*place * CHECK_MINUTES), &actor, act);
            *place += 1;
        }
        Ok(())
    }

    /// All lists, of events and of lines.
    fn papers(&self) -> Vec<Paper> {
        let of_event = |event: &Event| Paper {
            id: event.id.clone(),
            document: self.world.document(event),
            partner: event.partner.clone(),
            quarter: event.quarter,
            day: event.date,
            status: event.status,
        };
        let events = self.world.events.iter().map(of_event);
        let of_group = |group: &'a Group<'a>| {
            group.lines.iter().map(|line| Paper {
                id: line.id.clone(),
                document: group.document(line),
                partner: line.partner.clone(),
                quarter: line.quarter,
                day: line.quarter.last_day(),
                status: line.status,
            })
        };
        events.chain(self.groups.iter().flat_map(of_group)).collect()
    }

    /// Who does what about a list; nothing where it waits.
    fn judgement(&self, paper: &Paper) -> Result<Option<(UserEmail, DemoAct)>, DemoError> {
        let document =
            DocumentId::new(paper.document.clone()).map_err(|cause| wrong("document", &cause.to_string()))?;
        let verifier = self.world.recipe.checking.verifier.clone();
        Ok(match paper.status {
            EventStatus::Verified | EventStatus::Outside => {
                Some((verifier, DemoAct::VerifyDocument { document }))
            }
            EventStatus::Returned => {
                let reason = self.ruling(paper)?.reason.clone();
                Some((verifier, DemoAct::ReturnDocument { document, reason }))
            }
            EventStatus::Withdrawn => {
                let reason = self.ruling(paper)?.reason.clone();
                let officer = self.world.recipe.officer(&paper.partner)?.clone();
                Some((officer, DemoAct::WithdrawDocument { document, reason }))
            }
            EventStatus::Pending | EventStatus::Incoming => None,
        })
    }

    /// The day on which a report with something to count came.
    fn received_on(&self, partner: &PartnerCode, quarter: Quarter) -> Result<Date, DemoError> {
        let reports = &self.world.recipe.reports;
        let receipts = reports.received.get(partner).into_iter().flatten();
        match quarters_from(reports.first_quarter).zip(receipts).find(|(one, _)| *one == quarter) {
            Some((_, Receipt::Full(days))) => Ok(day_after(quarter.last_day(), i64::from(*days))),
            Some((_, Receipt::Nil(_) | Receipt::None)) | None => {
                let problem = format!("{quarter} has events in cells.csv but no report that tells of them");
                Err(wrong(&format!("reports.received.{partner}"), &problem))
            }
        }
    }

    fn day_of_check(&self, paper: &Paper, wait: i64) -> Result<Date, DemoError> {
        let received_on = self.received_on(&paper.partner, paper.quarter)?;
        let wished = working_day(day_after(received_on, wait));
        let last = self.world.recipe.release_of(paper.day).map_or(wished, |release| release.verified_by);
        let day = wished.min(last);
        if day <= received_on {
            let problem = format!("{} came on {received_on}, too late to be verified by {last}", paper.id);
            return Err(wrong("release.verified_by", &problem));
        }
        Ok(day)
    }

    fn ruling(&self, paper: &Paper) -> Result<&'a Ruling, DemoError> {
        let rulings = &self.world.recipe.checking.rulings;
        let ruling = rulings.iter().find(|ruling| ruling.event == paper.id);
        let ruling =
            ruling.ok_or_else(|| wrong("checking.ruling", &format!("{} needs a ruling", paper.id)))?;
        if ruling.on <= self.received_on(&paper.partner, paper.quarter)? {
            let problem = format!("{} is ruled on before its list came", paper.id);
            return Err(wrong("checking.ruling", &problem));
        }
        Ok(ruling)
    }

    /// Decisions about pairs, spread over the working days that the recipe names.
    ///
    /// # Errors
    /// When there is no working day.
    pub(crate) fn decide(&mut self, decisions: Vec<Decision>, draw: &mut Draw) -> Result<(), DemoError> {
        let pairs = &self.world.recipe.pairs;
        let (mut decisions, prompt): (Vec<_>, Vec<_>) = decisions
            .into_iter()
            .partition(|decision| self.world.first_event(decision.b).indicator == pairs.indicator);
        for Decision { a, b, verdict, reason } in prompt {
            let (first, second) = (self.world.first_event(a), self.world.first_event(b));
            let told = [(&first.partner, first.quarter), (&second.partner, second.quarter)];
            let at = self.soon_after(told, second.date, draw)?;
            let (a, b) = (self.world.own_unit(a), self.world.own_unit(b));
            self.enter(at, &pairs.by, DemoAct::Decide { a, b, verdict, reason });
        }
        let days: Vec<Date> = std::iter::successors(Some(pairs.from), |day| Some(day_after(*day, 1)))
            .take_while(|day| *day <= pairs.to)
            .filter(|day| working_day(*day) == *day)
            .collect();
        if days.is_empty() {
            return Err(wrong("pairs.from", "no working day lies between `from` and `to`"));
        }
        draw.shuffle(&mut decisions);
        let a_day = decisions.len().div_ceil(days.len()).max(1);
        for (place, Decision { a, b, verdict, reason }) in decisions.into_iter().enumerate() {
            let at = instant(days[place / a_day], DECIDING_HOUR) + minutes((place % a_day) * 31);
            let (a, b) = (self.world.own_unit(a), self.world.own_unit(b));
            self.enter(at, &pairs.by, DemoAct::Decide { a, b, verdict, reason });
        }
        Ok(())
    }

    /// Decisions about units by cells, each some days after the second partner told of the unit.
    ///
    /// # Errors
    /// When a report is missing.
    pub(crate) fn decide_units(&mut self, draw: &mut Draw) -> Result<(), DemoError> {
        for group in self.groups {
            let Some(by) = &group.plan.decided_by else { continue };
            for (again, first) in group.pairs() {
                let line =
                    |unit: usize| group.lines[group.seating.rows[group.seating.units[unit].first_row].line];
                let told = [first, again].map(|unit| (&line(unit).partner, line(unit).quarter));
                let at = self.soon_after(told, line(again).quarter.last_day(), draw)?;
                let own = |unit: usize| OwnUnit {
                    kind: group.plan.unit.clone(),
                    partner: line(unit).partner.clone(),
                    own_id: group.own_id(unit),
                };
                let reason =
                    draw.pick(&group.plan.reasons).expect("the recipe was checked for reasons").clone();
                let (a, b) = (own(first), own(again));
                self.enter(at, by, DemoAct::Decide { a, b, verdict: Verdict::Same, reason });
            }
        }
        Ok(())
    }

    /// When a pair is decided: some days after both partners have told of it, in time for the release that counts the
    /// second one's day.
    fn soon_after(
        &self,
        told: [(&PartnerCode, Quarter); 2],
        day: Date,
        draw: &mut Draw,
    ) -> Result<Timestamp, DemoError> {
        let [first, second] = told.map(|(partner, quarter)| self.received_on(partner, quarter));
        let wait = i64::try_from(1 + draw.below(CHECKING_DAYS_MORE)).expect("a few days");
        let wished = working_day(day_after(first?.max(second?), wait));
        let last = self.world.recipe.release_of(day).map_or(wished, |release| release.verified_by);
        Ok(instant(wished.min(last), DECIDING_HOUR) + minutes(draw.below(DECIDING_MINUTES)))
    }

    /// Releases, each issued with its last signature.
    pub(crate) fn issue(&mut self) {
        for release in &self.world.recipe.releases {
            let sign: Vec<(UserEmail, Timestamp)> =
                release.signatures.iter().map(|signature| (signature.by.clone(), signature.at)).collect();
            let (actor, at) = sign.last().cloned().expect("the recipe was checked for signatures");
            let act = DemoAct::Release {
                number: release.number,
                revision: release.revision,
                data_to: release.data_to,
                reason: release.reason.clone(),
                sign,
            };
            self.enter(at, &actor, act);
        }
    }
}

/// A table as a file, written on a day.
///
/// # Errors
/// When the workbook can't be written.
pub(crate) fn file(world: &World, table: &Table, day: Date) -> Result<DemoFile, DemoError> {
    sheet::write(table, sheets_of(world, &table.partner)?.format, &world.recipe.notice, day)
}

fn sheets_of<'a>(world: &World<'a>, partner: &PartnerCode) -> Result<&'a PartnerSheets, DemoError> {
    let sheets = world.recipe.partners.get(partner);
    sheets.ok_or_else(|| wrong(&format!("partner.{partner}"), "say how it writes its files"))
}

fn quarters_from(first: Quarter) -> impl Iterator<Item = Quarter> {
    std::iter::successors(Some(first), |quarter| Some(quarter.next()))
}

fn day_after(day: Date, days: i64) -> Date {
    day.saturating_add(Span::new().days(days))
}

/// The day itself, or the Monday after a weekend.
fn working_day(day: Date) -> Date {
    match day.weekday() {
        Weekday::Saturday => day_after(day, 2),
        Weekday::Sunday => day_after(day, 1),
        Weekday::Monday | Weekday::Tuesday | Weekday::Wednesday | Weekday::Thursday | Weekday::Friday => day,
    }
}

fn instant(day: Date, hour: i8) -> Timestamp {
    TimeZone::UTC.to_timestamp(day.at(hour, 0, 0, 0)).expect("a demonstration happens in our era")
}

fn minutes(minutes: usize) -> Span {
    Span::new().minutes(i64::try_from(minutes).expect("a day is short"))
}
