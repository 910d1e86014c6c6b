//! The conductor: reads the recipe, seats people, gives them traits and names, writes their lists and dates every act.
//! It reads like the table of contents of this crate.

use std::collections::BTreeMap;

use hatua_core::id::RegisterName;
use hatua_core::programme::Register;

use crate::cards::draw_cards;
use crate::cells;
use crate::demonstration::Demonstration;
use crate::draw::{Draw, Purpose};
use crate::error::DemoError;
use crate::evidence;
use crate::names::Names;
use crate::pairs::{leave_open, make_namesakes, share_clues};
use crate::people::World;
use crate::recipe::Recipe;
use crate::rows::{Clerk, Table};
use crate::schedule::{self, Calendar};
use crate::sheets::Sheets;
use crate::targets::Targets;
use crate::units::titles::Titles;
use crate::units::{self, clerk, lines};

/// Makes a programme's demonstration from the files of its recipe (by their path in the recipe's folder) and its
/// registers, whose headings stand in the partners' sheets.
///
/// # Errors
/// When the recipe contradicts itself, or fills a register or column that the programme does not have.
pub fn generate(
    files: &BTreeMap<String, Vec<u8>>,
    registers: &BTreeMap<RegisterName, Register>,
) -> Result<Demonstration, DemoError> {
    let recipe = Recipe::read(files)?;
    let seed = recipe.seed()?;
    let events = cells::read(files)?;
    let mut names = Names::read(files)?;
    let (lines, titles) = (lines::read(files)?, Titles::read(files)?);
    let targets = Targets::read(files)?;
    let mut world = World::new(&recipe, &events, &targets, seed)?;

    let mut draw = Draw::new(seed, Purpose::Pairs);
    let same = share_clues(&world, &mut draw)?;
    let mut cards = draw_cards(&world, &same.clues, &mut names, &mut Draw::new(seed, Purpose::Cards))?;
    let mut decisions = same.decisions;
    decisions.extend(make_namesakes(&world, &mut cards, &mut draw)?);
    leave_open(&mut world, &mut cards, &decisions, &mut draw)?;

    let groups = units::make((&recipe, &targets), &lines, &titles, &mut names, seed)?;

    let sheets = Sheets { recipe: &recipe, registers };
    let mut tables = Clerk { world: &world, cards: &cards, names: &names, sheets }.tables()?;
    for group in &groups {
        tables.extend(clerk::tables(group, &sheets)?);
    }
    let mut calendar = Calendar::new(&world, &groups);
    let mut draw = Draw::new(seed, Purpose::Schedule);
    let (waiting, sent): (Vec<_>, Vec<_>) =
        evidence::pages(&world, &groups)?.into_iter().partition(|page| page.is_incoming);
    calendar.hand_in(&tables)?;
    calendar.send_documents(sent)?;
    calendar.check(&tables, &mut draw)?;
    calendar.decide(decisions, &mut draw)?;
    calendar.decide_units(&mut draw)?;
    calendar.issue();

    let acts = calendar.into_acts();
    let incoming = tables
        .iter()
        .filter(|table| table.is_incoming)
        .map(|table: &Table| schedule::file(&world, table, table.last_day))
        .collect::<Result<_, _>>()?;
    Ok(Demonstration {
        seed,
        ends_at: acts.last().map(|act| act.at).expect("the recipe was checked for releases"),
        acts,
        incoming,
        incoming_documents: waiting.into_iter().map(|page| page.document).collect(),
        expected: recipe.published.clone(),
        users: recipe.users,
    })
}
