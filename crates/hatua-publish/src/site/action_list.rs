//! The list of all actions: for each its title, place, money and how far its numbers go.

use askama::Template;
use hatua_core::programme::Locale;

use crate::links;
use crate::site::action_page::edition::Edition;
use crate::site::action_page::figures::{LeadView, leads, source_of_leads};
use crate::site::action_page::money::{CashView, leading};
use crate::site::action_page::{PictureOfAction, picture};
use crate::site::figure_page::opening::RealView;
use crate::site::layout::{Head, Layout, MenuEntry, Sheets};
use crate::site::link::LinkView;
use crate::site::{Context, Site, SiteProgramme};
use crate::text::Words;

#[derive(Template)]
#[template(path = "action_list.html")]
struct ActionListPage {
    layout: Layout,
    heading: String,
    introduction: String,
    none: String,
    actions: Vec<ActionView>,
}

/// An action in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
struct ActionView {
    region: Words,
    link: LinkView,
    /// The language of the title where the action's page is in another language.
    lang: Option<&'static str>,
    /// In a demonstration: what of it is real and what is invented.
    real: Option<RealView>,
    summary: Words,
    cash: Vec<CashView>,
    picture: PictureOfAction,
    leads: Vec<LeadView>,
    leads_source: Option<String>,
    /// How many numbers there are and how far they go.
    numbers: String,
}

/// The list of all actions.
#[must_use]
pub fn render_action_list(site: &Site, locale: Locale) -> String {
    let context = Context::of_site(site, locale);
    let texts = &context.texts;
    let head = Head {
        title: texts.get("menu-actions"),
        description: texts.get("actions-intro"),
        address: &links::actions,
        canonical: None,
        current: Some(MenuEntry::Actions),
        sheets: Sheets::Common,
    };
    let page = ActionListPage {
        layout: Layout::new(&context, &head),
        heading: texts.get("menu-actions"),
        introduction: texts.get("actions-intro"),
        none: texts.get("actions-none"),
        actions: site.programmes.iter().map(|of| action(site, of, locale)).collect(),
    };
    page.render().expect("a page of ready strings always renders")
}

/// An action whose programme lacks the page's language is listed in its first one.
fn action(site: &Site, of: &SiteProgramme, locale: Locale) -> ActionView {
    let programme = of.programme;
    let own = if programme.locales.contains(&locale) { locale } else { programme.locales[0] };
    let context =
        Context::of_programme(site, programme, own).expect("a programme has its own first language");
    let edition = Edition { context: &context, of: *of, release: of.current() };
    let texts = &context.texts;
    let count = u64::try_from(programme.indicators.len()).expect("a programme has few figures");
    let numbers = match of.current() {
        Some(release) => {
            let (name, to) = (edition.release_name(release), texts.numbers.date(release.data_to));
            let args = [("n", count.into()), ("release", (&name).into()), ("date", (&to).into())];
            texts.get_args("actions-numbers", &args)
        }
        None => texts.get_args("actions-numbers-reported", &[("n", count.into())]),
    };
    ActionView {
        region: texts.own("region"),
        link: LinkView { href: links::action(own, &programme.id), label: texts.own("title").text },
        lang: (own != locale).then(|| own.tag()),
        real: programme.demonstration.then(|| RealView {
            real: texts.get("record-real"),
            real_text: texts.get("actions-real"),
            invented: texts.get("record-invented"),
            invented_text: Some(texts.own("invented-note").text),
        }),
        summary: texts.own("summary"),
        cash: leading(&edition),
        picture: picture(&edition),
        leads: leads(&edition),
        leads_source: source_of_leads(&edition),
        numbers,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn an_action_is_listed_with_its_release_and_says_that_it_is_a_demonstration() {
        let (programme, releases) = (fixture::programme(), fixture::releases());
        let of = SiteProgramme {
            programme: &programme,
            earlier: &std::collections::BTreeMap::new(),
            releases: &releases,
        };
        let site = Site { programmes: &[of], origin: None };
        let view = action(&site, &of, Locale::En);
        assert_eq!(view.link, LinkView { href: "/a/wells".into(), label: "Water for the Highlands".into() });
        assert_eq!(view.numbers, "3 figures; release 1.2, data to 30 June 2018");
        assert!(view.real.is_some());
        assert_eq!(view.leads[0].recomputed.as_ref().unwrap().href, "/f/wells/trained");
        assert!(render_action_list(&site, Locale::En).contains("noindex"));
    }

    #[test]
    fn an_action_without_a_french_page_is_listed_in_its_own_language() {
        let programme = fixture::programme();
        let of = SiteProgramme {
            programme: &programme,
            earlier: &std::collections::BTreeMap::new(),
            releases: &[],
        };
        let view = action(&Site { programmes: &[of], origin: None }, &of, Locale::Fr);
        assert_eq!((view.link.href.as_str(), view.lang), ("/a/wells", Some("en")));
        assert_eq!(view.numbers, "3 figures, reported by others");
    }

    #[test]
    fn a_site_without_an_action_says_so() {
        assert!(
            render_action_list(&Site { programmes: &[], origin: None }, Locale::En)
                .contains("No action yet.")
        );
    }
}
