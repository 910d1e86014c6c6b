//! The record of a figure: one version of it, from its definition to its citation. It is about the computed value; what
//! others said stands beside it with a label of its own. A figure without records shows what was said.

mod breakdown;
mod chain;
pub(crate) mod evidence;
mod history;
pub(crate) mod opening;
mod overlap;
pub(crate) mod record;
mod reported;

use askama::Template;
use hatua_core::programme::Locale;

use self::breakdown::BreakdownSection;
use self::chain::ChainView;
use self::evidence::EvidenceSection;
use self::history::HistoryView;
use self::opening::OpeningView;
use self::overlap::PairView;
use self::record::Record;
pub use self::record::current_version;
use self::reported::ReportedSection;
use crate::links::{self, CitationFormat};
use crate::site::files::FileSet;
use crate::site::layout::{Head, Layout, Sheets};
use crate::site::link::LinkView;
use crate::site::{Context, Site, SiteProgramme};
use crate::text::Words;

/// A drawing for the page itself; it is printed as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawing(pub(crate) String);

impl std::fmt::Display for Drawing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl askama::filters::HtmlSafe for Drawing {}

/// What the figure counts, and how.
struct DefinitionView {
    heading: String,
    text: Words,
    counted_heading: String,
    counted: Vec<Words>,
    not_counted_heading: String,
    not_counted: Vec<Words>,
    method_heading: String,
    method: Words,
    /// That the rule has no records yet.
    waits: Option<String>,
    rule: LinkView,
    /// The rule itself, where the action counts by another one by now.
    former: Option<(String, String)>,
}

/// How to cite the figure, and its files.
struct CiteView {
    heading: String,
    lead: String,
    citation: String,
    address: String,
    /// The citation as files; none while nothing has been computed.
    citations: Vec<LinkView>,
    files: Vec<FileSet>,
    keep: Option<String>,
    permanent: String,
    newest: String,
}

#[derive(Template)]
#[template(path = "figure.html")]
struct FigurePage {
    layout: Layout,
    crumb_label: String,
    action: LinkView,
    numbers: LinkView,
    opening: OpeningView,
    contents_label: String,
    contents: Vec<LinkView>,
    /// What stands at the hatched edge of computed sections; absent in a programme with real records.
    example: Option<String>,
    definition: DefinitionView,
    reported: ReportedSection,
    chain: Option<ChainView>,
    evidence: Option<EvidenceSection>,
    breakdown: Option<BreakdownSection>,
    never_add: Option<(String, Vec<PairView>)>,
    history: Option<HistoryView>,
    cite: CiteView,
}

/// The page of a figure: the version that is asked for, or without one the newest, or where nothing has been computed
/// what others said. None where the programme has no such figure, version or language.
#[must_use]
pub fn render_figure_page(
    site: &Site,
    of: &SiteProgramme,
    locale: Locale,
    slug: &str,
    version: Option<u32>,
) -> Option<String> {
    let of = match version.or_else(|| current_version(of, slug)) {
        Some(version) => of.at(of.first_with(slug, version)?),
        None => *of,
    };
    let programme = of.programme;
    let context = Context::of_programme(site, programme, locale)?;
    let record = Record::find(&context, &of, slug, version)?;
    let (texts, slug) = (&context.texts, &record.indicator.slug);
    let address = |locale| match record.shown() {
        Some(shown) => links::figure_version(locale, &programme.id, slug, shown.number),
        None => links::figure(locale, &programme.id, slug),
    };
    let opening = opening::opening(&record);
    let action = links::action(locale, &programme.id);
    let head = Head {
        title: opening::title(&record),
        description: texts.get("record-description"),
        address: &address,
        canonical: Some(context.permanent(&address(Locale::En))),
        current: None,
        sheets: Sheets::Record,
    };
    let mut page = FigurePage {
        layout: Layout::new(&context, &head),
        crumb_label: texts.get("record-crumb"),
        numbers: LinkView { href: format!("{action}#numbers"), label: texts.get("numbers") },
        action: LinkView { href: action, label: texts.own("title").text },
        opening,
        contents_label: texts.get("contents"),
        contents: Vec::new(),
        example: programme.demonstration.then(|| texts.get("demonstration-records")),
        definition: definition(&record),
        reported: reported::reported(&record),
        chain: record.shown().map(|shown| chain::chain(&record, shown)),
        evidence: record.shown().map(|shown| evidence::evidence(&record, shown)),
        breakdown: record.shown().map(|shown| breakdown::breakdown(&record, shown)),
        never_add: overlap::never_add(&record).map(|pairs| (texts.get("record-never-add"), pairs)),
        history: history::history(&record),
        cite: cite(&record),
    };
    page.contents = contents(&page);
    Some(page.render().expect("a page of ready strings always renders"))
}

/// The list of sections that the page has.
fn contents(page: &FigurePage) -> Vec<LinkView> {
    let always = |anchor: &str, label: &String| Some((anchor.to_owned(), label.clone()));
    let sections = [
        always("#definition", &page.definition.heading),
        always("#method", &page.definition.method_heading),
        always("#reported", &page.reported.heading),
        page.chain.as_ref().and_then(|chain| always("#chain", &chain.heading)),
        page.evidence.as_ref().and_then(|evidence| always("#evidence", &evidence.heading)),
        page.breakdown.as_ref().and_then(|breakdown| always("#breakdown", &breakdown.heading)),
        page.never_add.as_ref().and_then(|(heading, _)| always("#noadd", heading)),
        page.history.as_ref().and_then(|history| always("#history", &history.heading)),
        always("#cite", &page.cite.heading),
    ];
    sections.into_iter().flatten().map(|(href, label)| LinkView { href, label }).collect()
}

fn definition(record: &Record) -> DefinitionView {
    let texts = &record.context.texts;
    let text = |what: &str| record.edition.figure_text(record.indicator, what);
    let programme = &record.edition.programme().id;
    DefinitionView {
        heading: texts.get("record-definition"),
        text: text("definition"),
        counted_heading: texts.get("record-counted"),
        counted: text("counted").lines(),
        not_counted_heading: texts.get("record-not-counted"),
        not_counted: text("not-counted").lines(),
        method_heading: texts.get("record-method"),
        method: text("method"),
        waits: record.shown().is_none().then(|| texts.get("record-rule-waits")),
        rule: LinkView {
            href: format!("{}#{}", links::rules(record.context.locale, programme), record.indicator.slug),
            label: texts.get("record-rule"),
        },
        former: former_rule(record).map(|rule| (texts.get("record-rule-former"), rule)),
    }
}

/// The rule as the package had it, where the page of rules has another one: that page goes with today's definitions.
fn former_rule(record: &Record) -> Option<String> {
    let id = &record.edition.programme().id;
    let of = record.context.site.programmes.iter().find(|of| of.programme.id == *id)?;
    let today = of.today().programme.indicator(record.indicator.code.as_str());
    let is_former = today.is_none_or(|today| today.definition != record.indicator.definition);
    let rule = record.indicator.rule_text.trim();
    (is_former && !rule.is_empty()).then(|| rule.to_owned())
}

fn cite(record: &Record) -> CiteView {
    let texts = &record.context.texts;
    let (programme, slug) = (record.edition.programme(), &record.indicator.slug);
    let stem = |what: &str| links::file_stem(programme.demonstration, &programme.id, what);
    let counted = record.shown().map(|shown| {
        let address = |format| links::figure_file(&programme.id, slug, shown.number, format);
        FileSet::data(stem(&format!("{slug}-v{}", shown.number)), address)
    });
    let has_said = programme.statements_about(&record.indicator.code).next().is_some();
    let said = has_said.then(|| {
        let address = |format| links::reported_file(&programme.id, slug, format);
        FileSet::data(stem(&format!("{slug}-reported")), address)
    });
    let cited = record.shown().into_iter().flat_map(|shown| {
        CitationFormat::ALL.map(|format| LinkView {
            href: links::figure_citation(&programme.id, slug, shown.number, format),
            label: format.name().to_owned(),
        })
    });
    CiteView {
        heading: texts.get("record-cite"),
        lead: texts.get("record-cite-lead"),
        citation: citation(record),
        address: record.context.permanent(&record.path(Locale::En)),
        citations: cited.collect(),
        files: counted.into_iter().chain(said).collect(),
        keep: (programme.demonstration && record.shown().is_some()).then(|| texts.get("record-keep")),
        permanent: texts.get(if record.shown().is_some() {
            "record-permanent"
        } else {
            "record-permanent-newest"
        }),
        newest: links::figure(record.context.locale, &programme.id, slug),
    }
}

fn citation(record: &Record) -> String {
    let texts = &record.context.texts;
    let programme = record.edition.programme();
    let site = if programme.demonstration {
        texts.get_args("record-site-demonstration", &[("note", (&texts.own("masthead-note")).into())])
    } else {
        texts.get("record-site")
    };
    let name = record.edition.figure_text(record.indicator, "name");
    let value = record.value();
    let mut args = vec![("site", (&site).into()), ("name", (&name).into()), ("value", (&value.text).into())];
    let Some(shown) = record.shown() else {
        let source = record.said_source().unwrap_or_else(|| texts.get("record-nobody-said"));
        args.push(("source", (&source).into()));
        return texts.get_args("record-citation-reported", &args);
    };
    let computed = texts.get(record.computed_words());
    let version = texts.numbers.plain(shown.number.into());
    let date = texts.numbers.date(shown.first.issued_on);
    args.extend([("computed", (&computed).into()), ("version", (&version).into()), ("date", (&date).into())]);
    texts.get_args("record-citation", &args)
}

#[cfg(test)]
mod tests;
