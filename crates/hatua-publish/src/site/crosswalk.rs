//! What becomes of a figure under another list of definitions, in words, and its value there. A line between two values is
//! promised only where the package says that both are the same in substance.

use hatua_core::programme::{Crosswalk, CrosswalkKind, Indicator};
use hatua_core::release::ReleasedFigure;

use crate::site::value::ValueView;
use crate::text::{Texts, key};

/// A sentence or more for each other definition: what changes, whether the values may be compared, and of a version of the
/// figure its value there.
#[must_use]
pub fn crosswalk_words(texts: &Texts, indicator: &Indicator, figure: Option<&ReleasedFigure>) -> Vec<String> {
    indicator.crosswalk.iter().map(|other| words(texts, indicator, (other, figure))).collect()
}

fn words(
    texts: &Texts,
    indicator: &Indicator,
    (other, figure): (&Crosswalk, Option<&ReleasedFigure>),
) -> String {
    let kind = texts.get(match other.kind {
        CrosswalkKind::Same => "definition-same",
        CrosswalkKind::Narrower => "definition-narrower",
        CrosswalkKind::Wider => "definition-wider",
        CrosswalkKind::Split => "definition-split",
        CrosswalkKind::Merged => "definition-merged",
        CrosswalkKind::Dropped => "definition-dropped",
        CrosswalkKind::Moved => "definition-moved",
    });
    let date = texts.numbers.as_of(other.said_on);
    let args = [("definition", other.to.as_str().into()), ("date", (&date).into()), ("kind", (&kind).into())];
    let mut sentences = vec![texts.get_args("definition-under", &args)];
    // A record has few bytes to give: the rest stands beside the rule.
    if figure.is_none() {
        let code = other
            .code
            .as_ref()
            .map(|code| texts.get_args("definition-code", &[("code", code.as_str().into())]));
        let change = texts.optional(&key("figure", &format!("{}-{}-change", indicator.slug, other.to)));
        sentences.extend(code.into_iter().chain(change.map(|change| change.text)));
    }
    sentences.push(texts.get(if other.line { "definition-line" } else { "definition-no-line" }));
    if let Some(there) = figure.and_then(|figure| figure.under(&other.to)) {
        let value = ValueView::of(texts, there.value).text;
        let args = [("definition", other.to.as_str().into()), ("value", (&value).into())];
        sentences.push(texts.get_args("definition-value", &args));
    }
    sentences.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;
    use hatua_core::programme::Locale;
    use hatua_core::statement::AsOf;

    fn said(kind: CrosswalkKind, line: bool, value: Option<serde_json::Value>) -> String {
        let mut programme = fixture::programme();
        programme.indicators[0].crosswalk = vec![Crosswalk {
            to: "v2".into(),
            code: Some(programme.indicators[0].code.clone()),
            kind,
            said_on: AsOf::Year(2021),
            line,
            rule: None,
        }];
        let mut figure = fixture::releases().remove(1).figures.remove(0);
        figure.other_definitions = value
            .map(|value| serde_json::json!({"definition": "v2", "code": "1.1", "value": value}))
            .map(|other| serde_json::from_value(other).unwrap())
            .into_iter()
            .collect();
        let texts = Texts::of(Locale::En, &programme);
        crosswalk_words(&texts, &programme.indicators[0], Some(&figure)).remove(0)
    }

    #[test]
    fn a_narrower_definition_has_its_value_beside_and_no_line() {
        let said = said(
            CrosswalkKind::Narrower,
            false,
            Some(serde_json::json!({"status": "published", "value": 1500})),
        );
        assert!(said.starts_with("Definition v2 (2021): it counts less."), "{said}");
        assert!(
            said.contains("no line is drawn")
                && said.ends_with("Counted by v2 for the same facts: 1\u{202f}500."),
            "{said}"
        );
    }

    #[test]
    fn a_line_is_promised_only_where_the_package_says_so_and_a_withheld_value_is_not_told() {
        let said = said(CrosswalkKind::Same, true, Some(serde_json::json!({"status": "suppressed"})));
        assert!(said.contains("a line may be drawn") && said.ends_with("[c]."), "{said}");
    }
}
