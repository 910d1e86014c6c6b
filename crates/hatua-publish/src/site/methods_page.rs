//! How the figures are counted: the road of a number, releases, grades of evidence, the kinds of nothing, and the rules
//! of each programme at a glance.

use askama::Template;
use hatua_core::programme::{Indicator, Locale, Measure, Programme};

use crate::links;
use crate::site::figure_page::evidence::GRADES;
use crate::site::layout::{Head, Layout, MenuEntry, Sheets};
use crate::site::link::LinkView;
use crate::site::{Context, Site};
use crate::text::{Texts, Words, key};

#[derive(Template)]
#[template(path = "methods.html")]
struct MethodsPage {
    layout: Layout,
    words: MethodsWords,
    sections: Vec<LinkView>,
    road: Vec<(String, String)>,
    conditions: String,
    same: Vec<String>,
    nothing: Vec<(&'static str, String)>,
    grades: Vec<(String, String)>,
    programmes: Vec<RulesView>,
}

struct MethodsWords {
    contents: String,
    heading: String,
    introduction: String,
    road: String,
    same: String,
    release: String,
    release_text: String,
    nothing: String,
    shown: String,
    meaning: String,
    rules: String,
    code: String,
    figure: String,
    unit: String,
    rule: String,
    grades: String,
}

/// The rules of one programme.
struct RulesView {
    id: String,
    title: LinkView,
    lang: Option<&'static str>,
    /// All rules in words and as configured.
    all: LinkView,
    rules: Vec<RuleView>,
}

/// One line of the table of rules.
struct RuleView {
    code: String,
    figure: LinkView,
    unit: Words,
    rule: String,
}

const ROAD: [&str; 7] = ["record", "verify", "identity", "count", "withhold", "release", "publish"];
const NOTHING: [(&str, &str); 4] = [
    ("0", "nothing-zero"),
    ("[x]", "nothing-not-reported"),
    ("[c]", "nothing-withheld"),
    ("[z]", "nothing-not-applicable"),
];

/// The page of the methods of all programmes.
#[must_use]
pub fn render_methods(site: &Site, locale: Locale) -> String {
    let context = Context::of_site(site, locale);
    let texts = &context.texts;
    let head = Head {
        title: texts.get("menu-methods"),
        description: texts.get("methods-intro"),
        address: &links::methods,
        canonical: None,
        current: Some(MenuEntry::Methods),
        sheets: Sheets::Record,
    };
    let programmes: Vec<RulesView> = site.programmes.iter().map(|of| rules(of.programme, locale)).collect();
    let words = words(texts);
    let page = MethodsPage {
        layout: Layout::new(&context, &head),
        sections: sections(&words, &programmes),
        road: ROAD
            .map(|step| (texts.get(&format!("road-{step}")), texts.get(&format!("road-{step}-text"))))
            .to_vec(),
        conditions: texts.get("methods-conditions"),
        same: ["same-inside", "same-across", "same-undecided"].map(|key| texts.get(key)).to_vec(),
        nothing: NOTHING.map(|(shown, key)| (shown, texts.get(key))).to_vec(),
        grades: GRADES
            .map(|(_, letter, name, means)| {
                (format!("{} {}", texts.get(letter), texts.get(name)), texts.get(means))
            })
            .to_vec(),
        programmes,
        words,
    };
    page.render().expect("a page of ready strings always renders")
}

fn words(texts: &Texts) -> MethodsWords {
    MethodsWords {
        contents: texts.get("contents"),
        heading: texts.get("methods"),
        introduction: texts.get("methods-intro"),
        road: texts.get("road"),
        same: texts.get("same"),
        release: texts.get("methods-releases"),
        release_text: texts.get("methods-releases-text"),
        nothing: texts.get("nothing"),
        shown: texts.get("nothing-shown"),
        meaning: texts.get("nothing-meaning"),
        rules: texts.get("rules"),
        code: texts.get("rule-code"),
        figure: texts.get("rule-figure"),
        unit: texts.get("rule-unit"),
        rule: texts.get("rule"),
        grades: texts.get("grades"),
    }
}

fn sections(words: &MethodsWords, programmes: &[RulesView]) -> Vec<LinkView> {
    let fixed = [
        ("road", &words.road),
        ("same", &words.same),
        ("release", &words.release),
        ("grades", &words.grades),
        ("nothing", &words.nothing),
    ];
    let link = |id: &str, label: &str| LinkView { href: format!("#{id}"), label: label.to_owned() };
    let rules = programmes.iter().map(|rules| link(&rules.id, &rules.title.label));
    fixed.iter().map(|(id, label)| link(id, label)).chain(rules).collect()
}

/// The rules in the page's language, or in the programme's first one where it lacks that.
fn rules(programme: &Programme, locale: Locale) -> RulesView {
    let own = if programme.locales.contains(&locale) { locale } else { programme.locales[0] };
    let texts = Texts::of(own, programme);
    let link = |indicator: &Indicator, what: &str| LinkView {
        href: links::figure(own, &programme.id, &indicator.slug),
        label: texts.own(&key("figure", &format!("{}-{what}", indicator.slug))).text,
    };
    RulesView {
        id: format!("rules-{}", programme.id),
        title: LinkView { href: links::action(own, &programme.id), label: texts.own("title").text },
        lang: (own != locale).then(|| own.tag()),
        all: LinkView { href: links::rules(own, &programme.id), label: texts.get("rules-all") },
        rules: programme
            .indicators
            .iter()
            .map(|indicator| RuleView {
                code: indicator.code.to_string(),
                figure: link(indicator, "short"),
                unit: texts
                    .optional(&key("unit", &indicator.unit))
                    .unwrap_or_else(|| Words::here(&indicator.unit)),
                rule: rule_words(&texts, indicator),
            })
            .collect(),
    }
}

/// What the rule does, in a few words.
#[must_use]
pub fn rule_words(texts: &Texts, indicator: &Indicator) -> String {
    let measure = match indicator.measure {
        Measure::Distinct => texts.get("measure-distinct"),
        Measure::Sum(_) => texts.get("measure-sum"),
        Measure::Cases => texts.get("measure-cases"),
    };
    let besides = [
        indicator.estimate.then(|| texts.get("measure-estimate")),
        (!indicator.is_computed()).then(|| texts.get("measure-reported-only")),
    ];
    std::iter::once(measure)
        .chain(besides.into_iter().flatten())
        .collect::<Vec<_>>()
        .join(&texts.get("list-separator"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use crate::site::SiteProgramme;

    fn page(locale: Locale) -> String {
        let programme = fixture::programme();
        let of = SiteProgramme {
            programme: &programme,
            earlier: &std::collections::BTreeMap::new(),
            releases: &[],
        };
        render_methods(&Site { programmes: &[of], origin: None }, locale)
    }

    #[test]
    fn every_figure_has_its_rule_and_leads_to_its_page() {
        let page = page(Locale::En);
        for said in [
            r#"<a href="/f/wells/trained">"#,
            r#"<a href="/f/wells/wells">"#,
            "different ones, an estimate, not computed yet: reported by others only",
        ] {
            assert!(page.contains(said), "{said}");
        }
        assert!(page.contains(r#"<a href="/methods/wells">"#), "the rules in words and as configured");
    }

    #[test]
    fn a_programme_without_the_language_stands_in_its_own() {
        assert!(page(Locale::Fr).contains(r#"lang="en""#));
    }
}
