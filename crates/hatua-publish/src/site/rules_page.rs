//! The rules of one action: every figure's rule in words and as it is configured, and what may be shown of figures about
//! people. The words are made from the same rule that counts, so that they can't say something else.

mod condition;
mod disclosure;

use askama::Template;
use hatua_core::programme::{Attribute, Indicator, Locale, Measure, Programme, Source};

use self::condition::Reader;
use self::disclosure::disclosure;
use crate::links;
use crate::site::crosswalk::crosswalk_words;
use crate::site::layout::{Head, Layout, MenuEntry, Sheets};
use crate::site::link::LinkView;
use crate::site::methods_page::rule_words;
use crate::site::{Context, Site, SiteProgramme};
use crate::text::{Texts, Words, key};

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq)]
struct RuleView {
    id: String,
    code: String,
    figure: LinkView,
    /// What it does with the rows.
    sentences: Vec<String>,
    /// What makes two rows one unit, and over what the figure adds up, where the package says so.
    said: Vec<(String, Words)>,
    /// Which rows, register by register.
    sources: Vec<SourceView>,
    configured: Option<String>,
}

/// Which rows of a register a rule is about.
#[derive(Debug, Clone, PartialEq, Eq)]
struct SourceView {
    lead: String,
    conditions: Vec<String>,
}

#[derive(Template)]
#[template(path = "rules.html")]
struct RulesPage {
    layout: Layout,
    crumb_label: String,
    methods: LinkView,
    heading: String,
    lead: String,
    contents_label: String,
    contents: Vec<LinkView>,
    as_configured: String,
    rules: Vec<RuleView>,
    disclosure_heading: String,
    disclosure: Vec<String>,
}

/// The page of an action's rules: those of the newest package, by which the next release is counted. None where the
/// programme has no such language.
#[must_use]
pub fn render_rules(site: &Site, of: &SiteProgramme, locale: Locale) -> Option<String> {
    let programme = of.programme;
    let context = Context::of_programme(site, programme, locale)?;
    let texts = &context.texts;
    let title = texts.own("title");
    let heading = texts.get_args("rules-of", &[("action", (&title).into())]);
    let head = Head {
        title: heading.clone(),
        description: texts.get("rules-lead"),
        address: &|locale| links::rules(locale, &programme.id),
        canonical: None,
        current: Some(MenuEntry::Methods),
        sheets: Sheets::Record,
    };
    let rules: Vec<RuleView> =
        programme.indicators.iter().map(|indicator| rule(texts, programme, indicator)).collect();
    let disclosure_heading = texts.get("disclosure");
    let contents = rules.iter().map(|rule| (&rule.id, rule.figure.label.clone()));
    let last = "disclosure".to_owned();
    let contents = contents.chain([(&last, disclosure_heading.clone())]);
    let page = RulesPage {
        layout: Layout::new(&context, &head),
        crumb_label: texts.get("record-crumb"),
        methods: LinkView { href: links::methods(locale), label: texts.get("methods") },
        heading,
        lead: texts.get("rules-lead"),
        contents_label: texts.get("contents"),
        contents: contents.map(|(id, label)| LinkView { href: format!("#{id}"), label }).collect(),
        as_configured: texts.get("rule-as-configured"),
        rules,
        disclosure_heading,
        disclosure: disclosure(texts, programme),
    };
    Some(page.render().expect("a page of ready strings always renders"))
}

fn rule(texts: &Texts, programme: &Programme, indicator: &Indicator) -> RuleView {
    let short = texts.own(&key("figure", &format!("{}-short", indicator.slug)));
    let reader = Reader { texts, programme };
    let configured = rule_alone(&indicator.rule_text);
    let is_person = programme.disclosure.protects(&indicator.unit);
    RuleView {
        id: indicator.slug.to_string(),
        code: indicator.code.to_string(),
        figure: LinkView {
            href: links::figure(texts.locale(), &programme.id, &indicator.slug),
            label: short.text,
        },
        sentences: sentences(texts, programme, indicator)
            .into_iter()
            .chain(crosswalk_words(texts, indicator, None))
            .collect(),
        said: [(if is_person { "same" } else { "same-thing" }, "identity"), ("rule-addable", "addable")]
            .into_iter()
            .filter_map(|(term, what)| {
                let words = texts.optional(&key("figure", &format!("{}-{what}", indicator.slug)))?;
                Some((texts.get(term), words))
            })
            .collect(),
        sources: indicator.from.iter().flat_map(|source| source_views(&reader, source)).collect(),
        configured: (!configured.is_empty()).then_some(configured),
    }
}

/// The rule as configured: without what says only where the figure stands on the pages, and without what becomes of it
/// under another list, which is said in words above it.
fn rule_alone(configured: &str) -> String {
    let own = configured.split("[[indicator.crosswalk]]").next().unwrap_or_default().trim();
    let is_of_pages = |line: &&str| line.starts_with("slug = ") || line.starts_with("objective = ");
    own.lines().filter(|line| !is_of_pages(line)).collect::<Vec<_>>().join("\n")
}

fn source_views(reader: &Reader, source: &Source) -> Vec<SourceView> {
    let texts = reader.texts;
    let register = texts.optional(&key("register", source.register.as_str()));
    let register = register.map_or_else(|| source.register.to_string(), |words| words.text);
    let args = [("register", (&register).into())];
    let conditions = source.condition.as_ref().map(|condition| reader.lines(&source.register, condition));
    let lead = if conditions.is_some() { "rule-rows-where" } else { "rule-rows-all" };
    let counted =
        SourceView { lead: texts.get_args(lead, &args), conditions: conditions.unwrap_or_default() };
    let except = source.except.as_ref().map(|condition| SourceView {
        lead: texts.get("rule-except"),
        conditions: reader.lines(&source.register, condition),
    });
    std::iter::once(counted).chain(except).collect()
}

fn sentences(texts: &Texts, programme: &Programme, indicator: &Indicator) -> Vec<String> {
    let list = |words: Vec<String>| words.join(&texts.get("list-separator"));
    let unit = texts.optional(&key("unit", &indicator.unit)).unwrap_or_else(|| Words::here(&indicator.unit));
    let measure = rule_words(texts, indicator);
    let args = [("unit", (&unit).into()), ("measure", (&measure).into())];
    let mut sentences = vec![texts.get_args("rule-counts", &args)];
    if let Measure::Sum(column) = &indicator.measure {
        let reader = Reader { texts, programme };
        let named = indicator.from.first().map(|source| reader.column_name(&source.register, column));
        let column = named.unwrap_or_else(|| column.to_string());
        sentences.push(texts.get_args("rule-sum", &[("column", (&column).into())]));
    }
    let by: Vec<String> =
        indicator.by.iter().map(|name| texts.own(&key("dimension", name.as_str())).text).collect();
    if !by.is_empty() {
        let attribute = match indicator.attribute {
            Attribute::First => "rule-by-first",
            Attribute::Record => "rule-by-record",
        };
        sentences.push(texts.get_args(attribute, &[("by", (&list(by)).into())]));
    }
    let others: Vec<String> = indicator
        .never_add
        .iter()
        .filter_map(|slug| programme.indicator(slug.as_str()))
        .map(|other| texts.own(&key("figure", &format!("{}-short", other.slug))).text)
        .collect();
    if !others.is_empty() {
        sentences.push(texts.get_args("rule-never-add", &[("others", (&list(others)).into())]));
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    fn page(locale: Locale) -> Option<String> {
        let programme = fixture::programme();
        let of = SiteProgramme {
            programme: &programme,
            earlier: &std::collections::BTreeMap::new(),
            releases: &[],
        };
        render_rules(&Site { programmes: &[of], origin: None }, &of, locale)
    }

    #[test]
    fn every_figure_has_its_rule_in_words_and_as_configured() {
        let page = page(Locale::En).unwrap();
        assert_eq!(page.matches("<pre").count(), 3);
        for said in [
            r#"<section id="trained">"#,
            "Unit: person; different ones.",
            "Broken down by country, sex, each as it was when first counted.",
            "Never added to: Staff trained.",
            "All checked rows of attendance lists.",
            "[[indicator]]\ncode = &#34;1.1&#34;",
        ] {
            assert!(page.contains(said), "{said}\n{page}");
        }
    }

    #[test]
    fn the_rule_alone_is_configured_text_and_not_where_the_figure_stands() {
        let rule =
            "[[indicator]]\ncode = \"1\"\nslug = \"one\"\nunit = \"well\"\nfrom = [{ register = \"well\" }]";
        let crosswalk = "[[indicator.crosswalk]]\nto = \"v2\"\nkind = \"wider\"";
        let alone = "[[indicator]]\ncode = \"1\"\nunit = \"well\"\nfrom = [{ register = \"well\" }]";
        assert_eq!(rule_alone(rule), alone);
        assert_eq!(rule_alone(&format!("\n{rule}\n\n{crosswalk}\n")), alone);
    }

    #[test]
    fn what_may_be_shown_of_people_is_said_in_words() {
        let page = page(Locale::En).unwrap();
        for said in ["1 to 4 people", "each country", "People trained"] {
            assert!(page.split("id=\"disclosure\"").nth(1).unwrap().contains(said), "{said}");
        }
    }

    #[test]
    fn a_programme_has_its_rules_in_its_own_languages_only() {
        assert!(page(Locale::Ar).is_some());
        assert_eq!(page(Locale::Fr), None);
    }
}
