//! The page of an action: first screen, then its sections in a fixed order. A section with nothing in it keeps its
//! sentence; one whose numbers nobody has computed yet is absent.

pub mod breakdown;
pub mod cite;
pub mod edition;
pub mod figures;
pub mod log;
pub mod map_key;
pub mod money;
pub mod news;
pub mod places;
pub mod quarters;
pub mod trust;

use askama::Template;
use hatua_core::programme::{Locale, OrganisationKind};
use hatua_core::release::ReleaseId;

use crate::links;
use crate::site::action_page::breakdown::{BreakdownView, place_name};
use crate::site::action_page::cite::CiteView;
use crate::site::action_page::edition::Edition;
use crate::site::action_page::figures::{LeadView, ObjectiveView};
use crate::site::action_page::log::LogEntry;
use crate::site::action_page::map_key::{MapKeyView, map_key};
use crate::site::action_page::money::{AmountView, CashView, ContractView, DocumentView};
use crate::site::action_page::news::NewsView;
use crate::site::action_page::places::{PickView, figure_pick, how_to_read};
use crate::site::action_page::trust::TrustView;
use crate::site::layout::{Head, Layout, MenuEntry, Sheets};
use crate::site::link::LinkView;
use crate::site::plots::{PictureView, map_picture, quarters_picture};
use crate::site::{Context, Site, SiteProgramme};
use crate::text::Words;

/// The page, ready to print.
#[derive(Template)]
#[template(path = "action_page.html")]
struct ActionPage {
    layout: Layout,
    words: ActionWords,
    actions: LinkView,
    region: Words,
    title: Words,
    real_note: Words,
    /// In a demonstration: what is invented.
    invented_note: Option<Words>,
    superseded: Option<SupersededView>,
    cash: Vec<CashView>,
    picture: PictureOfAction,
    leads: Vec<LeadView>,
    leads_source: Option<String>,
    facts: FactsView,
    sections: Vec<LinkView>,
    summary: Vec<Words>,
    introduction: String,
    objectives_lead: Words,
    objectives: Vec<ObjectiveView>,
    example: Option<String>,
    countries: Option<BreakdownView>,
    /// Other figures for the map; absent on the page of an earlier release.
    pick: Option<PickView>,
    map: Option<PictureView>,
    place_note: String,
    map_key: Vec<MapKeyView>,
    time: Option<PictureView>,
    /// How to read the plot.
    time_note: String,
    people: Option<Vec<BreakdownView>>,
    trust: Option<TrustView>,
    amounts: Vec<AmountView>,
    contracts_note: Option<Words>,
    contracts: Option<Vec<ContractView>>,
    documents: Vec<DocumentView>,
    news: Vec<NewsView>,
    log: Vec<LogEntry>,
    cite: CiteView,
}

/// A list, or nothing where it would be empty: a template asks only whether something is there.
pub(crate) fn some<T>(list: Vec<T>) -> Option<Vec<T>> {
    (!list.is_empty()).then_some(list)
}

/// The picture of the first screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PictureOfAction {
    pub(crate) src: String,
    pub(crate) alt: String,
    pub(crate) caption: Words,
}

/// That a later release has replaced this one.
struct SupersededView {
    sentence: String,
    link: LinkView,
}

/// Theme, place, partners.
struct FactsView {
    theme: Words,
    document: Option<DocumentView>,
    location: Vec<PlaceView>,
    partners: Vec<PartnerView>,
    partners_note: Option<Words>,
}

/// A country in the list.
struct PlaceView {
    /// What separates it from the one before.
    before: String,
    name: Words,
    /// Its page: that of the current release.
    href: Option<String>,
}

/// A partner in the list.
struct PartnerView {
    /// What separates it from the one before.
    before: String,
    name: Words,
    /// That it leads.
    after: String,
}

/// The headings and fixed words of the page.
struct ActionWords {
    breadcrumb: String,
    contents: String,
    real: String,
    /// Between what is real and what is invented.
    and: String,
    invented: String,
    all_figures: String,
    theme: String,
    document: String,
    location: String,
    partners: String,
    partners_none: String,
    summary: String,
    numbers: String,
    main_objectives: String,
    grouping: String,
    place: String,
    map_classes: String,
    time: String,
    people: String,
    trust: String,
    money: String,
    money_column: String,
    money_note: String,
    amount: String,
    said_by: String,
    contracts: String,
    contract: String,
    holder: String,
    runs: String,
    contracts_none: String,
    documents: String,
    documents_none: String,
    news: String,
    news_item: String,
    news_none: String,
    news_figures: String,
    changes: String,
    changes_none: String,
    changes_all: LinkView,
    cite: String,
}

impl ActionWords {
    fn new(context: &Context) -> Self {
        let get = |key: &str| context.texts.get(key);
        Self {
            breadcrumb: get("breadcrumb"),
            contents: get("contents"),
            real: get("real"),
            and: get("real-and"),
            invented: get("invented"),
            all_figures: get("all-figures"),
            theme: get("theme"),
            document: get("document"),
            location: get("location"),
            partners: get("partners"),
            partners_none: get("partners-none"),
            summary: get("summary"),
            numbers: get("numbers"),
            main_objectives: get("main-objectives"),
            grouping: get("grouping"),
            place: get("where"),
            map_classes: get("map-classes"),
            time: get("over-time"),
            people: get("who"),
            trust: get("trust"),
            money: get("money"),
            money_column: get("money-column"),
            money_note: get("money-note"),
            amount: get("amount"),
            said_by: get("said-by"),
            contracts: get("contracts"),
            contract: get("contract"),
            holder: get("holder"),
            runs: get("runs"),
            contracts_none: get("contracts-none"),
            documents: get("documents"),
            documents_none: get("documents-none"),
            news: get("news"),
            news_item: get("news-item"),
            news_none: get("news-none"),
            news_figures: get("news-figures"),
            changes: get("changes"),
            changes_none: get("changes-none"),
            changes_all: LinkView { href: links::changes(context.locale), label: get("changes-all") },
            cite: get("cite"),
        }
    }
}

/// The page of an action as the given release shows it, or as the current one does. None where the programme has no such
/// release or language.
#[must_use]
pub fn render_action_page(
    site: &Site,
    of: &SiteProgramme,
    locale: Locale,
    release: Option<ReleaseId>,
) -> Option<String> {
    let (of, shown) = match release {
        Some(id) => of.release(id).map(|release| (of.at(release), Some(release)))?,
        None => (of.today(), of.current()),
    };
    let context = Context::of_programme(site, of.programme, locale)?;
    let edition = Edition { context: &context, of, release: shown };
    Some(page(&edition, release).render().expect("a page of ready strings always renders"))
}

fn page(edition: &Edition, asked: Option<ReleaseId>) -> ActionPage {
    let (context, texts, programme) = (edition.context, &edition.context.texts, edition.programme());
    let featured = edition.release.zip(edition.featured());
    let countries =
        featured.and_then(|(_, (indicator, figure))| breakdown::countries(edition, indicator, figure));
    let map = featured.and_then(|(release, (_, figure))| map_picture(&edition.of, release, figure, texts));
    let time =
        featured.and_then(|(release, (_, figure))| quarters_picture(&edition.of, release, figure, texts));
    let words = ActionWords::new(context);
    let mut page = ActionPage {
        layout: layout(edition, asked),
        actions: LinkView { href: links::actions(edition.context.locale), label: texts.get("menu-actions") },
        region: texts.own("region"),
        title: texts.own("title"),
        real_note: texts.own("real-note"),
        invented_note: programme.demonstration.then(|| texts.own("invented-note")),
        superseded: superseded(edition),
        cash: money::leading(edition),
        picture: picture(edition),
        leads: figures::leads(edition),
        leads_source: figures::source_of_leads(edition),
        facts: facts(edition),
        sections: Vec::new(),
        summary: ["summary", "cofunding"]
            .iter()
            .filter_map(|key| texts.optional(key))
            .flat_map(|t| t.lines())
            .collect(),
        introduction: figures::introduction(edition),
        objectives_lead: texts.own("objectives-lead"),
        objectives: figures::objectives(edition),
        example: programme.demonstration.then(|| texts.get("demonstration-records")),
        countries: countries.filter(|view| !view.tables.is_empty()),
        pick: featured
            .filter(|_| edition.is_current())
            .map(|(_, (indicator, _))| other_maps(edition, indicator)),
        map,
        place_note: featured
            .map(|(_, (indicator, _))| how_to_read(edition, &edition.shown(indicator)))
            .unwrap_or_default(),
        map_key: featured
            .and_then(|(_, (_, figure))| Some(map_key(edition, figure.shown_table("country")?)))
            .unwrap_or_default(),
        time_note: featured.map(|(_, (indicator, _))| time_note(edition, indicator)).unwrap_or_default(),
        time,
        people: some(breakdown::people(edition)),
        trust: trust::trust(edition),
        amounts: money::amounts(edition),
        contracts_note: context.newest_texts().optional("contracts-note"),
        contracts: some(money::contracts(edition)),
        documents: money::documents(edition),
        news: news::news(edition),
        log: log::releases(edition),
        cite: cite::cite(edition),
        words,
    };
    page.sections = sections(&page);
    page
}

/// The maps of the leads, and of all figures.
fn other_maps(edition: &Edition, featured: &hatua_core::programme::Indicator) -> PickView {
    let own = links::place_of_figure(edition.context.locale, &edition.programme().id, &featured.slug);
    figure_pick(edition, featured.slug.as_str(), format!("{own}#figures"))
}

pub(crate) fn time_note(edition: &Edition, indicator: &hatua_core::programme::Indicator) -> String {
    let short = edition.figure_text(indicator, "short");
    let release = edition.release.map(|release| edition.release_name(release)).unwrap_or_default();
    let args = [("figure", (&short).into()), ("release", (&release).into())];
    edition.context.texts.get_args("over-time-note", &args)
}

fn layout(edition: &Edition, asked: Option<ReleaseId>) -> Layout {
    let id = &edition.programme().id;
    let head = Head {
        title: edition.context.texts.own("title").text,
        description: edition.context.texts.own("summary").lines().remove(0).text,
        address: &|locale| match asked {
            Some(release) => links::action_release(locale, id, release),
            None => links::action(locale, id),
        },
        canonical: None,
        current: Some(MenuEntry::Actions),
        sheets: Sheets::Common,
    };
    Layout::new(edition.context, &head)
}

/// The list of sections: those that the page has, in its order.
fn sections(page: &ActionPage) -> Vec<LinkView> {
    let words = &page.words;
    let all = [
        ("aim", &words.summary, true),
        ("numbers", &words.numbers, true),
        ("where", &words.place, page.countries.is_some()),
        ("time", &words.time, page.time.is_some()),
        ("who", &words.people, page.people.is_some()),
        ("trust", &words.trust, page.trust.is_some()),
        ("money", &words.money, true),
        ("documents", &words.documents, true),
        ("news", &words.news, true),
        ("changes", &words.changes, true),
        ("cite", &words.cite, true),
    ];
    all.iter()
        .filter(|(_, _, is_there)| *is_there)
        .map(|(id, label, _)| LinkView { href: format!("#{id}"), label: (*label).clone() })
        .collect()
}

/// The picture of the action.
pub(crate) fn picture(edition: &Edition) -> PictureOfAction {
    let texts = &edition.context.texts;
    PictureOfAction {
        src: links::media(&edition.programme().id, links::media_name(&edition.programme().picture)),
        alt: texts.own("hero-alt").text,
        caption: texts.own("hero-caption"),
    }
}

/// On the page of an earlier release: that it was replaced, when, and by which.
fn superseded(edition: &Edition) -> Option<SupersededView> {
    let (texts, release) = (&edition.context.texts, edition.release?);
    let successor = edition.of.successor(release.id)?;
    let current = edition.of.current()?;
    let (name, next) = (texts.numbers.release(release.id), texts.numbers.release(successor.id));
    let (issued, replaced) = (texts.numbers.date(release.issued_on), texts.numbers.date(successor.issued_on));
    let args = [
        ("release", (&name).into()),
        ("issued", (&issued).into()),
        ("replaced", (&replaced).into()),
        ("next", (&next).into()),
    ];
    Some(SupersededView {
        sentence: texts.get_args("superseded", &args),
        link: LinkView {
            href: links::action(edition.context.locale, &edition.programme().id),
            label: texts
                .get_args("superseded-see", &[("release", (&texts.numbers.release(current.id)).into())]),
        },
    })
}

/// The partners are those that a public source names; in a real programme also those that send records.
fn facts(edition: &Edition) -> FactsView {
    let (texts, programme) = (&edition.context.texts, edition.programme());
    let is_partner = |kind| match kind {
        OrganisationKind::Named => true,
        OrganisationKind::Reporting => !programme.demonstration,
        OrganisationKind::Other => false,
    };
    let separator = texts.get("list-separator");
    let before = std::iter::once(String::new()).chain(std::iter::repeat(separator));
    let organisations = programme.organisations.iter().filter(|organisation| is_partner(organisation.kind));
    let partners: Vec<PartnerView> = before
        .zip(organisations)
        .map(|(before, organisation)| PartnerView {
            before,
            name: edition.name(&organisation.name),
            after: if organisation.is_lead { texts.get("partner-lead") } else { String::new() },
        })
        .collect();
    FactsView {
        theme: texts.own("theme"),
        document: money::documents(edition).into_iter().next(),
        location: location(edition),
        partners_note: edition
            .context
            .newest_texts()
            .optional("partners-note")
            .filter(|_| !partners.is_empty()),
        partners,
    }
}

/// The countries. On the page of an earlier release they are no links: a country's page is of the current one.
fn location(edition: &Edition) -> Vec<PlaceView> {
    let (texts, programme) = (&edition.context.texts, edition.programme());
    let separator = texts.get("list-separator");
    let before = std::iter::once(String::new()).chain(std::iter::repeat(separator));
    let places =
        programme.countries.iter().filter_map(|code| Some((code, place_name(programme, texts, code)?)));
    let link = |code| links::country(edition.context.locale, &programme.id, code);
    before
        .zip(places)
        .map(|(before, (code, name))| PlaceView {
            before,
            name,
            href: edition.is_current().then(|| link(code)),
        })
        .collect()
}
