//! What a release says of a figure in the programme's countries: its numbers, or why there are none. And the links by which
//! a reader goes from figure to figure and from country to country.

use std::collections::BTreeMap;

use hatua_core::programme::Programme;
use hatua_core::release::{FigureValue, PublicCell, PublicTable, ReleaseId};

use crate::links;
use crate::site::action_page::breakdown::{COUNTRY, place_name};
use crate::site::action_page::edition::{Edition, Shown};
use crate::site::layout::MenuLink;
use crate::site::link::LinkView;

/// A figure by country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ByCountry<'a> {
    /// The release shows it.
    Shown {
        /// The cells, in the order of the package.
        cells: &'a [PublicCell],
        /// How many units stand in several of them; absent where each stands in one.
        in_several: Option<FigureValue>,
    },
    /// The release leaves its table out; this is the last one that has it.
    NotShown(Option<ReleaseId>),
    /// It would say too much about single people, so that no release shows it.
    Withheld,
    /// The rule does not tell countries apart.
    NotByCountry,
    /// No records stand behind the figure.
    NoRecords,
}

/// What the release says of a figure by country.
#[must_use]
pub fn by_country<'a>(edition: &Edition<'a>, shown: &Shown<'a>) -> ByCountry<'a> {
    let Some(figure) = shown.computed else { return ByCountry::NoRecords };
    let public = figure.tables.iter().find(|table| table.key().name() == COUNTRY);
    match public {
        Some(PublicTable::Shown { cells, units_in_several, .. }) => {
            ByCountry::Shown { cells, in_several: *units_in_several }
        }
        Some(PublicTable::NotShown { last_shown, .. }) => ByCountry::NotShown(*last_shown),
        None => {
            let is_told = shown.indicator.by.iter().any(|dimension| dimension.as_str() == COUNTRY);
            let is_protected = edition.programme().disclosure.protects(&shown.indicator.unit);
            if is_told && is_protected { ByCountry::Withheld } else { ByCountry::NotByCountry }
        }
    }
}

/// How a map and its table are to be read: where a unit counts, and what the drawing does not say.
#[must_use]
pub fn how_to_read(edition: &Edition, shown: &Shown) -> String {
    let texts = &edition.context.texts;
    let counted = match (by_country(edition, shown), shown.computed) {
        (ByCountry::Shown { in_several: Some(_), .. }, Some(figure)) => {
            let (short, value) = (edition.figure_text(shown.indicator, "short"), edition.value(figure.value));
            let args = [("figure", (&short).into()), ("value", (&value.text).into())];
            texts.get_args("country-several", &args)
        }
        (
            ByCountry::Shown { .. }
            | ByCountry::NotShown(_)
            | ByCountry::Withheld
            | ByCountry::NotByCountry
            | ByCountry::NoRecords,
            _,
        ) => texts.get("country-first"),
    };
    format!("{counted} {}", texts.get("where-note"))
}

/// Links of which one is the page itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PickView {
    /// What is chosen.
    pub label: String,
    /// The links.
    pub choices: Vec<MenuLink>,
}

/// The figures for a map: the leads of the objectives and the one that is shown, then a link to all.
#[must_use]
pub fn figure_pick(edition: &Edition, current: &str, all: String) -> PickView {
    let (texts, programme) = (&edition.context.texts, edition.programme());
    let leads = programme.objectives.iter().filter_map(|objective| objective.lead.as_ref());
    let is_lead =
        programme.objectives.iter().any(|o| o.lead.as_ref().is_some_and(|lead| lead.as_str() == current));
    let slugs = leads.map(hatua_core::id::FigureSlug::as_str).chain((!is_lead).then_some(current));
    let mut choices: Vec<MenuLink> = slugs.filter_map(|slug| figure_choice(edition, slug, current)).collect();
    choices.push(MenuLink {
        href: all,
        label: texts.get("all-figures"),
        lang: edition.context.locale.tag(),
        current: None,
    });
    PickView { label: texts.get("where-choose"), choices }
}

/// A link to the map of a figure.
#[must_use]
pub fn figure_choice(edition: &Edition, slug: &str, current: &str) -> Option<MenuLink> {
    let indicator = edition.programme().indicator(slug)?;
    Some(MenuLink {
        href: links::place_of_figure(edition.context.locale, &edition.programme().id, &indicator.slug),
        label: edition.figure_text(indicator, "short").text,
        lang: edition.context.locale.tag(),
        current: (slug == current).then_some("true"),
    })
}

/// The programme's countries, in the order of their names' list.
#[must_use]
pub fn country_pick(edition: &Edition, current: &str) -> PickView {
    let choice = |code: &String| MenuLink {
        href: links::country(edition.context.locale, &edition.programme().id, code),
        label: country_name(edition, code),
        lang: edition.context.locale.tag(),
        current: (code == current).then_some("page"),
    };
    PickView {
        label: edition.context.texts.get("countries"),
        choices: edition.programme().countries.iter().map(choice).collect(),
    }
}

/// A country's name, or its code where nobody named it.
#[must_use]
pub fn country_name(edition: &Edition, code: &str) -> String {
    let name = place_name(edition.programme(), &edition.context.texts, code);
    name.map_or_else(|| code.to_owned(), |words| words.text)
}

/// The pages of the programme's countries, by code.
#[must_use]
pub fn country_links(edition: &Edition) -> BTreeMap<String, String> {
    let programme: &Programme = edition.programme();
    let link = |code: &String| (code.clone(), links::country(edition.context.locale, &programme.id, code));
    programme.countries.iter().map(link).collect()
}

/// The page of an action, as the first part of a path.
#[must_use]
pub fn action_link(edition: &Edition) -> LinkView {
    LinkView {
        href: links::action(edition.context.locale, &edition.programme().id),
        label: edition.context.texts.own("title").text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use hatua_core::programme::Locale;

    #[test]
    fn a_figure_says_why_it_has_no_countries() {
        let (programme, mut releases) = (fixture::programme(), fixture::releases());
        let state = |releases: &[_], slug: &str| {
            fixture::with_edition(&programme, releases, Locale::En, |edition| {
                format!("{:?}", by_country(edition, &edition.shown_by_slug(slug).unwrap()))
            })
        };
        assert!(state(&releases, "trained").starts_with("Shown"));
        assert_eq!(state(&releases, "wells"), "NoRecords");
        releases[1].figures[0].tables.remove(0);
        assert_eq!(state(&releases, "trained"), "Withheld");
        assert_eq!(state(&[], "trained"), "NoRecords");
    }

    #[test]
    fn the_shown_figure_can_be_chosen_even_if_it_leads_no_objective() {
        let labels = |current: &str| {
            fixture::with_edition(&fixture::programme(), &fixture::releases(), Locale::En, |edition| {
                let pick = figure_pick(edition, current, "#figures".into());
                pick.choices.iter().map(|c| (c.label.clone(), c.current.is_some())).collect::<Vec<_>>()
            })
        };
        let named =
            |list: &[(&str, bool)]| list.iter().map(|(l, c)| ((*l).to_owned(), *c)).collect::<Vec<_>>();
        assert_eq!(
            labels("trained"),
            named(&[("People trained", true), ("Wells built", false), ("All figures", false)])
        );
        assert_eq!(labels("staff")[2], ("Staff trained".to_owned(), true));
    }
}
