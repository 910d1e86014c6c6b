//! The papers behind the rows, as a partner sends them: one generated page for each list, delivery note or report of an
//! activity, which says that it is no real document. Some come late and some never do; nobody's name stands on one.

use std::collections::{BTreeMap, BTreeSet};

use hatua_core::id::{DocumentId, PartnerCode};
use hatua_core::period::Quarter;
use jiff::civil::Date;
use serde::Deserialize;

use crate::cells::{Event, EventStatus};
use crate::demonstration::DemoDocument;
use crate::error::DemoError;
use crate::pdf;
use crate::people::World;
use crate::recipe::wrong;
use crate::units::Group;
use crate::units::lines::Line;

/// `[documents]` of the recipe: what stands above every page, and which pages were not sent with their package.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Documents {
    /// The first line of every page.
    #[serde(default)]
    pub(crate) heading: String,
    /// Ids of events and lines whose paper was never sent.
    #[serde(default)]
    absent: BTreeSet<String>,
    /// When a paper came that did not come with its package.
    #[serde(default)]
    late: BTreeMap<String, Date>,
}

/// A paper, as a page that somebody sent.
pub(crate) struct Page {
    pub(crate) document: DemoDocument,
    /// The quarter of the package that tells of its rows.
    pub(crate) quarter: Quarter,
    /// When it came, where it did not come with its package.
    pub(crate) late_on: Option<Date>,
    /// Whether its rows wait to be imported.
    pub(crate) is_incoming: bool,
}

/// What a page tells of one paper.
struct Paper<'a> {
    id: &'a str,
    document: String,
    partner: &'a PartnerCode,
    quarter: Quarter,
    country: &'a str,
    status: EventStatus,
    stands_behind: Vec<String>,
}

/// The pages of all papers that are ever sent: of lists by the order of events, then of the groups that send theirs.
///
/// # Errors
/// When the recipe names a paper that there is not, or nobody sends it.
pub(crate) fn pages(world: &World, groups: &[Group]) -> Result<Vec<Page>, DemoError> {
    let recipe = &world.recipe.documents;
    let mut papers = if world.recipe.people.on_file { lists(world) } else { Vec::new() };
    papers.extend(groups.iter().filter(|group| group.plan.on_file).flat_map(papers_of));
    if !papers.is_empty() && recipe.heading.trim().is_empty() {
        return Err(wrong("documents.heading", "say on every page that it is no real document"));
    }
    let known: BTreeSet<&str> = papers.iter().map(|paper| paper.id).collect();
    for named in recipe.absent.iter().chain(recipe.late.keys()) {
        if !known.contains(named.as_str()) {
            return Err(wrong("documents", &format!("`{named}` is no event or line whose paper is sent")));
        }
    }
    let sent = papers.iter().filter(|paper| !recipe.absent.contains(paper.id));
    sent.map(|paper| page(world, paper)).collect()
}

fn lists<'a>(world: &'a World) -> Vec<Paper<'a>> {
    let mut people = vec![0_usize; world.events.len()];
    for attendance in &world.seating.attendances {
        people[attendance.event] += 1;
    }
    let list = |(event, people): (&'a Event, usize)| Paper {
        id: &event.id,
        document: world.document(event),
        partner: &event.partner,
        quarter: event.quarter,
        country: &event.country,
        status: event.status,
        stands_behind: vec![
            format!("{}  {}: {}", event.date, event.held_as(), event.title),
            format!("{people} people on the list"),
        ],
    };
    world.events.iter().zip(people).map(list).collect()
}

fn papers_of<'a>(group: &'a Group) -> Vec<Paper<'a>> {
    let mut rows = vec![Vec::new(); group.lines.len()];
    for row in &group.seating.rows {
        let title = group.title_of(row.unit).unwrap_or_default();
        rows[row.line]
            .push(format!("{}  {} {title}", row.date, group.own_id(row.unit)).trim_end().to_owned());
    }
    let paper = |(line, stands_behind): (&&'a Line, Vec<String>)| Paper {
        id: &line.id,
        document: group.document(line),
        partner: &line.partner,
        quarter: line.quarter,
        country: &line.country,
        status: line.status,
        stands_behind,
    };
    group.lines.iter().zip(rows).map(paper).collect()
}

fn page(world: &World, paper: &Paper) -> Result<Page, DemoError> {
    let recipe = world.recipe;
    let officer = recipe.officer(paper.partner)?;
    let sender = recipe.users.iter().find(|user| user.email == *officer);
    let sender = sender.map_or("", |sender| sender.organisation.as_str());
    let mut lines: Vec<String> = [
        recipe.notice.clone(),
        String::new(),
        format!("Document: {}", paper.document),
        format!("Partner: {sender}"),
        format!("Country: {}", paper.country),
        format!("Quarter: {}", paper.quarter),
        String::new(),
        "It stands behind:".to_owned(),
    ]
    .iter()
    .flat_map(|line| wrapped(line))
    .collect();
    let room = pdf::LINES_MAX - lines.len() - 1;
    let behind: Vec<String> = paper.stands_behind.iter().flat_map(|line| wrapped(line)).collect();
    lines.extend(behind.iter().take(room).cloned());
    if behind.len() > room {
        lines.push(format!("... and {} more lines", behind.len() - room));
    }
    let document =
        DocumentId::new(paper.document.clone()).map_err(|cause| wrong("document", &cause.to_string()))?;
    Ok(Page {
        document: DemoDocument {
            name: format!("{document}.pdf"),
            document,
            partner: paper.partner.clone(),
            bytes: pdf::page(&recipe.documents.heading, &lines),
        },
        quarter: paper.quarter,
        late_on: recipe.documents.late.get(paper.id).copied(),
        is_incoming: paper.status == EventStatus::Incoming,
    })
}

/// A line in as many pieces as it needs on a page, broken between words where there are any.
fn wrapped(line: &str) -> Vec<String> {
    let (mut pieces, mut piece) = (Vec::new(), String::new());
    for word in line.split(' ') {
        let length = piece.chars().count() + 1 + word.chars().count();
        if !piece.is_empty() && length > pdf::LETTERS_MAX {
            pieces.push(std::mem::take(&mut piece));
        }
        if !piece.is_empty() {
            piece.push(' ');
        }
        piece.push_str(word);
        while piece.chars().count() > pdf::LETTERS_MAX {
            let rest = piece.chars().skip(pdf::LETTERS_MAX).collect();
            pieces.push(piece.chars().take(pdf::LETTERS_MAX).collect());
            piece = rest;
        }
    }
    pieces.push(piece);
    pieces
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_broken_line_fits_and_loses_no_letter(line in "[a-z ]{0,300}") {
            let pieces = wrapped(&line);
            prop_assert!(pieces.iter().all(|piece| piece.chars().count() <= pdf::LETTERS_MAX));
            let letters = |text: &str| text.replace(' ', "");
            prop_assert_eq!(letters(&pieces.concat()), letters(&line));
        }
    }
}
