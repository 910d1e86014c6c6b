//! The pages for an address that nothing has (404), for a figure that was taken away (410) and for a fault of ours
//! (500). An address that was once
//! public keeps an answer for good.

use askama::Template;
use hatua_core::programme::Locale;

use crate::links;
use crate::site::layout::{Head, Layout, Sheets};
use crate::site::link::LinkView;
use crate::site::{Context, Site, SiteProgramme};
use crate::text::{Words, key};

#[derive(Template)]
#[template(path = "not_found.html")]
struct NotFoundPage {
    layout: Layout,
    heading: String,
    address: String,
    nearest_lead: String,
    nearest: Option<String>,
    actions: LinkView,
    promise: String,
}

#[derive(Template)]
#[template(path = "removed.html")]
struct RemovedPage {
    layout: Layout,
    heading: String,
    address: String,
    example: Option<String>,
    removed: String,
    removed_on: String,
    removed_iso: String,
    why: String,
    reason: Words,
    last: String,
    last_version: Option<LinkView>,
    no_version: String,
    instead: String,
    see_instead: Option<LinkView>,
    promise: String,
}

#[derive(Template)]
#[template(path = "failure.html")]
struct FailurePage {
    layout: Layout,
    heading: String,
    remedy: String,
}

/// The page for a fault of ours. It needs nothing of the installation, whose data may be what failed.
#[must_use]
pub fn render_failure(locale: Locale) -> String {
    let site = Site { programmes: &[], origin: None };
    let context = Context::of_site(&site, locale);
    let texts = &context.texts;
    let heading = texts.get("failure");
    let head = Head {
        title: heading.clone(),
        description: heading.clone(),
        address: &links::actions,
        canonical: None,
        current: None,
        sheets: Sheets::Record,
    };
    let page =
        FailurePage { layout: Layout::new(&context, &head), heading, remedy: texts.get("failure-remedy") };
    page.render().expect("a page of ready strings always renders")
}

/// The page for an address that nothing has: the address as it was asked, and the nearest one that there is.
#[must_use]
pub fn render_not_found(site: &Site, locale: Locale, path: &str, nearest: Option<&str>) -> String {
    let context = Context::of_site(site, locale);
    let texts = &context.texts;
    let heading = texts.get("not-found");
    let head = Head {
        title: heading.clone(),
        description: heading.clone(),
        address: &links::actions,
        canonical: None,
        current: None,
        sheets: Sheets::Record,
    };
    let page = NotFoundPage {
        layout: Layout::new(&context, &head),
        heading,
        address: path.to_owned(),
        nearest_lead: texts.get("not-found-nearest"),
        nearest: nearest.map(str::to_owned),
        actions: LinkView { href: links::actions(locale), label: texts.get("not-found-actions") },
        promise: texts.get("not-found-promise"),
    };
    page.render().expect("a page of ready strings always renders")
}

/// The page of a figure that was taken away: when, why, its last version, what to see instead. None where the programme
/// has removed no such figure, or has no such language.
#[must_use]
pub fn render_removed(site: &Site, of: &SiteProgramme, locale: Locale, slug: &str) -> Option<String> {
    let programme = of.programme;
    let removed = programme.removed.iter().find(|removed| removed.slug.as_str() == slug)?;
    let context = Context::of_programme(site, programme, locale)?;
    let texts = &context.texts;
    let address = |locale| links::figure(locale, &programme.id, &removed.slug);
    let heading = texts.get("removed");
    let head = Head {
        title: heading.clone(),
        description: texts.get("removed-description"),
        address: &address,
        canonical: None,
        current: None,
        sheets: Sheets::Record,
    };
    let last =
        of.releases.iter().filter_map(|release| release.figure(slug)).map(|figure| figure.version).max();
    let page = RemovedPage {
        layout: Layout::new(&context, &head),
        heading,
        address: address(Locale::En),
        example: programme.demonstration.then(|| texts.get("demonstration-records")),
        removed: texts.get("removed-on"),
        removed_on: texts.numbers.date(removed.removed_on),
        removed_iso: removed.removed_on.to_string(),
        why: texts.get("removed-why"),
        reason: texts.own(&key("removed", slug)),
        last: texts.get("removed-last"),
        last_version: last.map(|version| LinkView {
            href: links::figure_version(locale, &programme.id, &removed.slug, version),
            label: texts.get_args("version", &[("version", (&texts.numbers.plain(version.into())).into())]),
        }),
        no_version: texts.get("removed-no-version"),
        instead: texts.get("removed-instead"),
        see_instead: removed.instead.as_ref().map(|instead| LinkView {
            href: links::figure(locale, &programme.id, instead),
            label: texts.own(&key("figure", &format!("{instead}-short"))).text,
        }),
        promise: texts.get("removed-promise"),
    };
    Some(page.render().expect("a page of ready strings always renders"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn an_unknown_address_is_shown_escaped_with_its_nearest() {
        let site = Site { programmes: &[], origin: None };
        let page = render_not_found(&site, Locale::En, "/f/wells/<traned>", Some("/f/wells/trained"));
        assert!(page.contains("/f/wells/&#60;traned&#62;"));
        assert!(page.contains(r#"<a href="/f/wells/trained">"#));
        assert!(!render_not_found(&site, Locale::En, "/x", None).contains("Perhaps"));
    }

    #[test]
    fn a_removed_figure_says_when_why_and_what_to_see_instead() {
        let programme = fixture::programme();
        let of = SiteProgramme {
            programme: &programme,
            earlier: &std::collections::BTreeMap::new(),
            releases: &[],
        };
        let programmes = [of];
        let site = Site { programmes: &programmes, origin: None };
        let page = render_removed(&site, &of, Locale::En, "audience").unwrap();
        for said in [
            "16 July 2018",
            "It counted listeners as people reached.",
            r#"href="/f/wells/wells""#,
            "Wells built",
        ] {
            assert!(page.contains(said), "{said}");
        }
        assert_eq!(render_removed(&site, &of, Locale::En, "trained"), None);
    }
}
