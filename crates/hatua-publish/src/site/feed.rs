//! The log of changes as an Atom feed (RFC 4287), in each language: releases and their revisions, restated figures,
//! changed definitions, removed figures, and stories. The story of a child is not in it.

use askama::Template;
use hatua_core::programme::{Indicator, Locale, Programme};
use hatua_core::release::Release;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::links;
use crate::site::changes_page::Writer;
use crate::site::figure_page::record::{Version, versions};
use crate::site::story_page::{Told, story_word};
use crate::site::value::ValueView;
use crate::site::{Context, Site, SiteProgramme};
use crate::text::{Words, key};

/// What an entry is about.
#[derive(Clone, Copy)]
enum Kind {
    Issue,
    Revision,
    Restatement,
    Definition,
    Removal,
    Story,
}

impl Kind {
    fn term(self) -> &'static str {
        match self {
            Self::Issue => "issue",
            Self::Revision => "revision",
            Self::Restatement => "restatement",
            Self::Definition => "definition",
            Self::Removal => "removal",
            Self::Story => "story",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Issue => "feed-issue",
            Self::Revision => "feed-revision",
            Self::Restatement => "feed-restatement",
            Self::Definition => "feed-definition",
            Self::Removal => "feed-removal",
            Self::Story => "news-item",
        }
    }
}

/// One entry, ready to print.
#[derive(Debug, Clone, PartialEq, Eq)]
struct EntryView {
    title: String,
    id: String,
    updated: String,
    address: String,
    kind: &'static str,
    kind_label: String,
    summary: String,
}

#[derive(Template)]
#[template(path = "changes.xml")]
struct ChangesFeed {
    lang: &'static str,
    title: String,
    subtitle: String,
    id: String,
    updated: String,
    feed: String,
    page: String,
    author: String,
    entries: Vec<EntryView>,
}

/// What a feed without an entry was last changed: never.
const NEVER: &str = "1970-01-01T00:00:00Z";

/// The feed at `/changes.atom`.
#[must_use]
pub fn render_changes_feed(site: &Site, locale: Locale) -> String {
    let context = Context::of_site(site, locale);
    let texts = &context.texts;
    let mut entries: Vec<EntryView> =
        site.programmes.iter().flat_map(|of| Feeder::new(&context, of).entries()).collect();
    entries.sort_by(|one, other| (&other.updated, &one.id).cmp(&(&one.updated, &other.id)));
    let name = texts.get(if context.is_demonstration() { "site-name-demonstration" } else { "site-name" });
    let address = links::changes_feed(locale);
    let feed = ChangesFeed {
        lang: locale.tag(),
        title: texts
            .get_args("page-title", &[("title", (&texts.get("changelog")).into()), ("site", (&name).into())]),
        subtitle: texts.get("changelog-description"),
        id: tag(&context, jiff::civil::date(2016, 1, 1), &address),
        updated: entries.first().map_or_else(|| NEVER.to_owned(), |entry| entry.updated.clone()),
        feed: context.permanent(&address),
        page: context.permanent(&links::changes(locale)),
        author: name,
        entries,
    };
    feed.render().expect("a feed of ready strings always renders")
}

/// A name that stays for good, whatever becomes of the address (RFC 4151).
fn tag(context: &Context, day: Date, address: &str) -> String {
    let origin = context.site.origin.and_then(|origin| origin.split("://").nth(1));
    let host = origin
        .and_then(|rest| rest.split(['/', ':']).next())
        .unwrap_or(if context.is_demonstration() { "demonstration.hatua" } else { "localhost" });
    format!("tag:{host},{day}:{address}")
}

fn midnight(day: Date) -> String {
    TimeZone::UTC
        .to_ambiguous_timestamp(day.to_datetime(jiff::civil::Time::midnight()))
        .compatible()
        .map_or_else(|_| NEVER.to_owned(), |at| at.to_string())
}

/// What is said of one entry.
struct Said {
    kind: Kind,
    title: String,
    summary: String,
    day: Date,
    updated: String,
    address: String,
}

/// Writes the entries of one programme.
struct Feeder<'a> {
    context: &'a Context<'a>,
    of: &'a SiteProgramme<'a>,
    writer: Writer<'a>,
    /// What a demonstration says of itself, in each entry: a reader of feeds shows it alone.
    note: Option<String>,
}

impl<'a> Feeder<'a> {
    fn new(context: &'a Context<'a>, of: &'a SiteProgramme<'a>) -> Self {
        let writer = Writer::new(of, context.locale);
        let note = of.programme.demonstration.then(|| writer.texts.own("masthead-note").text);
        Self { context, of, writer, note }
    }

    fn entries(&self) -> Vec<EntryView> {
        let programme = self.of.programme;
        let releases = self.of.releases.iter().map(|release| self.issued(release));
        let figures = programme.indicators.iter().flat_map(|indicator| self.changed(indicator));
        let removed = programme.removed.iter().map(|removed| self.removed(programme, removed));
        let stories = programme.news.iter().filter(|story| !story.is_about_a_child);
        let stories = stories.filter_map(|story| self.told(&Told { of: self.of, story }));
        let said: Vec<Said> = releases.chain(figures).chain(removed).chain(stories).collect();
        said.into_iter().map(|said| self.view(said)).collect()
    }

    fn view(&self, said: Said) -> EntryView {
        let summary = match &self.note {
            Some(note) => format!("{} {note}.", said.summary),
            None => said.summary,
        };
        let part = match said.kind {
            Kind::Issue | Kind::Revision | Kind::Removal | Kind::Story => "",
            Kind::Restatement => "#restated",
            Kind::Definition => "#definition",
        };
        EntryView {
            title: said.title,
            id: tag(self.context, said.day, &format!("{}{part}", said.address)),
            updated: said.updated,
            address: self.context.permanent(&said.address),
            kind: said.kind.term(),
            kind_label: self.context.texts.get(said.kind.label()),
            summary,
        }
    }

    fn issued(&self, release: &Release) -> Said {
        let texts = &self.writer.texts;
        let (name, action) = (texts.numbers.release(release.id), texts.own("title"));
        let data_to = texts.numbers.date(release.data_to);
        let kind = if release.id.revision > 1 { Kind::Revision } else { Kind::Issue };
        let label = texts.get_args("log-release", &[("release", (&name).into())]);
        Said {
            kind,
            title: texts.get_args("feed-of", &[("action", (&action.text).into()), ("what", (&label).into())]),
            summary: texts.get_args("log-data-to", &[("date", (&data_to).into())]),
            day: release.issued_on,
            updated: moment(release),
            address: links::action_release(self.writer.links_in, &self.of.programme.id, release.id),
        }
    }

    /// Restatements and changes of definition of one figure.
    fn changed(&self, indicator: &Indicator) -> Vec<Said> {
        let versions = versions(self.of, indicator);
        let definitions =
            versions.windows(2).filter_map(|pair| self.redefined(indicator, (&pair[0], &pair[1])));
        let restated = versions.iter().filter_map(|version| self.restated(indicator, version));
        definitions.chain(restated).collect()
    }

    fn name(&self, indicator: &Indicator) -> Words {
        self.writer.texts.own(&key("figure", &format!("{}-short", indicator.slug)))
    }

    fn of_version(
        &self,
        indicator: &Indicator,
        version: &Version,
        (kind, title, summary): (Kind, String, String),
    ) -> Said {
        Said {
            kind,
            title,
            summary,
            day: version.first.issued_on,
            updated: moment(version.first),
            address: links::figure_version(
                self.writer.links_in,
                &self.of.programme.id,
                &indicator.slug,
                version.number,
            ),
        }
    }

    fn redefined(&self, indicator: &Indicator, (before, now): (&Version, &Version)) -> Option<Said> {
        if before.figure.definition == now.figure.definition {
            return None;
        }
        let args = [
            ("before", before.figure.definition.as_str().into()),
            ("now", now.figure.definition.as_str().into()),
        ];
        let what = self.writer.texts.get_args("feed-definition-from-to", &args);
        let name = self.name(indicator);
        let title = self
            .writer
            .texts
            .get_args("feed-of", &[("action", (&name.text).into()), ("what", (&what).into())]);
        Some(self.of_version(indicator, now, (Kind::Definition, title, format!("{what}."))))
    }

    fn restated(&self, indicator: &Indicator, version: &Version) -> Option<Said> {
        let texts = &self.writer.texts;
        let restatement = version.figure.restatement.as_ref()?;
        let (now, was) = (
            ValueView::of(texts, version.figure.value).text,
            ValueView::of(texts, restatement.previous).text,
        );
        let name = self.name(indicator);
        let args = [("figure", (&name.text).into()), ("value", (&now).into()), ("was", (&was).into())];
        let reason = texts.reason(self.of.programme, version.figure, &restatement.reason);
        let title = texts.get_args("correction", &args);
        Some(self.of_version(indicator, version, (Kind::Restatement, title, reason.text)))
    }

    fn removed(&self, programme: &Programme, removed: &hatua_core::programme::RemovedFigure) -> Said {
        let texts = &self.writer.texts;
        let action = texts.own("title");
        let what = texts.get("removed");
        Said {
            kind: Kind::Removal,
            title: texts.get_args("feed-of", &[("action", (&action.text).into()), ("what", (&what).into())]),
            summary: texts.own(&key("removed", removed.slug.as_str())).text,
            day: removed.removed_on,
            updated: midnight(removed.removed_on),
            address: links::figure(self.writer.links_in, &programme.id, &removed.slug),
        }
    }

    fn told(&self, told: &Told) -> Option<Said> {
        let texts = &told.story.texts;
        let words = texts.get(&self.context.locale).or_else(|| texts.get(&Locale::En))?;
        Some(Said {
            kind: Kind::Story,
            title: words.title.clone(),
            summary: words.caption.clone().unwrap_or_default(),
            day: told.story.dated_on,
            updated: midnight(told.story.dated_on),
            address: links::story(self.writer.links_in, &story_word(self.context.site, told)),
        })
    }
}

/// When a release was issued: with its last signature, or where it holds none on its day.
fn moment(release: &Release) -> String {
    let signed = release.signatures.iter().map(|signature| signature.at).max();
    signed.map_or_else(|| midnight(release.issued_on), |at| at.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use std::collections::BTreeMap;

    fn feed(programme: &Programme, releases: &[Release], origin: Option<&str>) -> String {
        let of = SiteProgramme { programme, earlier: &BTreeMap::new(), releases };
        render_changes_feed(&Site { programmes: &[of], origin }, Locale::En)
    }

    #[test]
    fn releases_revisions_restatements_and_removals_are_entries() {
        let feed = feed(&fixture::programme(), &fixture::releases(), Some("https://example.org"));
        for said in [
            r#"<category term="issue""#,
            r#"<category term="revision""#,
            r#"<category term="restatement""#,
            r#"<category term="removal""#,
            r#"href="https://example.org/a/wells/r1.2""#,
            "tag:example.org,2018-07-27:/f/wells/trained/v2#restated",
            "43 people were on the lists of two partners. Demonstration, not a publication of the Water Fund.",
            "<updated>2018-07-27T00:00:00Z</updated>",
        ] {
            assert!(feed.contains(said), "{said}\n{feed}");
        }
    }

    #[test]
    fn a_changed_definition_is_an_entry() {
        let mut releases = fixture::releases();
        releases[1].figures[0].definition = "v2".into();
        let feed = feed(&fixture::programme(), &releases, None);
        assert!(feed.contains("/f/wells/trained/v2#definition"), "{feed}");
    }

    #[test]
    fn every_entry_has_an_id_of_its_own() {
        let feed = feed(&fixture::programme(), &fixture::releases(), None);
        let ids: Vec<&str> = feed.split("<id>").skip(1).map(|rest| rest.split('<').next().unwrap()).collect();
        let different: std::collections::BTreeSet<_> = ids.iter().collect();
        assert_eq!(different.len(), ids.len());
        assert_eq!(ids.len(), feed.matches("<updated>").count());
    }

    #[test]
    fn a_story_is_an_entry_and_the_story_of_a_child_is_not() {
        let mut programme = fixture::programme();
        assert!(feed(&programme, &[], None).contains("A well for Upper Ford"));
        programme.news[0].is_about_a_child = true;
        assert!(!feed(&programme, &[], None).contains("A well for Upper Ford"));
    }

    #[test]
    fn a_feed_of_a_site_without_an_action_is_still_a_feed() {
        let feed = render_changes_feed(&Site { programmes: &[], origin: None }, Locale::Fr);
        assert!(feed.contains("<updated>1970-01-01T00:00:00Z</updated>") && feed.contains("xml:lang=\"fr\""));
    }
}
