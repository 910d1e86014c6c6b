//! The numbers that a figure must not be added to: why not, what the two have in common, and what may be said of both
//! together instead of their sum.

use hatua_core::count::refused_sum;
use hatua_core::release::{FigureValue, ReleasedFigure};

use super::record::{Record, Version};
use crate::site::action_page::edition::Shown;
use crate::site::value::ValueView;
use crate::text::Words;

/// A number that must not be added to this one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairView {
    /// The number.
    pub value: ValueView,
    /// What it is.
    pub name: Words,
    /// Its record.
    pub href: String,
    /// Why not.
    pub why: String,
    /// What may be said of both together; absent where that is not known or not shown.
    pub allowed: Option<String>,
    /// The same in a word.
    pub tag: String,
}

/// Figures that share units with this one, and the version before.
pub fn never_add(record: &Record) -> Option<Vec<PairView>> {
    let texts = &record.context.texts;
    let others =
        record.indicator.never_add.iter().filter_map(|slug| record.edition.shown_by_slug(slug.as_str()));
    let overlaps = others.map(|other| pair(record, &other));
    let older = record.previous().map(|version| {
        let number = texts.numbers.plain(version.number.into());
        PairView {
            value: ValueView::of(texts, version.figure.value),
            name: Words::here(texts.get_args("record-old-version", &[("version", (&number).into())])),
            href: record.version_path(version.number),
            why: texts.get("record-replace"),
            allowed: None,
            tag: texts.get("record-old-version-tag"),
        }
    });
    let pairs: Vec<PairView> = overlaps.chain(older).collect();
    (!pairs.is_empty()).then_some(pairs)
}

/// The other figure as the last release says it that still says this version.
fn pair(record: &Record, other: &Shown) -> PairView {
    let texts = &record.context.texts;
    let computed =
        record.shown().and_then(|shown| Some((shown, shown.last.figure(other.indicator.code.as_str())?)));
    let value = match computed {
        Some((_, figure)) => ValueView::of(texts, figure.value),
        None => ValueView::said(texts, other.reported.map(|statement| statement.value)),
    };
    let said = other.reported.filter(|_| computed.is_none()).map(|said| {
        let source = record.edition.source(&said.said_by, said.said_on);
        texts.get_args("reported", &[("source", (&source).into())]) + ". "
    });
    let (why, allowed) =
        computed.and_then(|(shown, figure)| overlap(record, shown, figure)).unwrap_or_else(|| {
            let is_one_unit = other.indicator.unit == record.indicator.unit;
            (texts.get(if is_one_unit { "record-overlap" } else { "overlap-other-unit" }), None)
        });
    PairView {
        value,
        name: record.edition.figure_text(other.indicator, "name"),
        href: record.edition.figure_address(other),
        why: said.unwrap_or_default() + &why,
        allowed,
        tag: texts.get("record-overlap-tag"),
    }
}

/// Why the sum would be wrong, and what is right; nothing where the release does not say what the two share.
fn overlap(record: &Record, shown: &Version, other: &ReleasedFigure) -> Option<(String, Option<String>)> {
    let texts = &record.context.texts;
    let own = shown.last.figure(record.indicator.code.as_str())?;
    let shared = own.shared_with(&other.slug)?;
    let grouped = |number| texts.numbers.grouped(number);
    let (both, either) = (shared.both.number(), shared.either.number());
    let sum = refused_sum(own.value, other.value);
    let is_person = !record.edition.programme().disclosure.things.contains(&record.indicator.unit);
    let why = match (both, sum) {
        (Some(0), _) => texts.get("overlap-nobody"),
        (Some(both), Some(sum)) => {
            let args = [("both", both.into()), ("sum", sum.into())];
            texts.get_args("overlap-both", &args)
        }
        (Some(_) | None, _) => match shared.both {
            FigureValue::Suppressed => texts.get("overlap-withheld"),
            FigureValue::Published(_)
            | FigureValue::Nil
            | FigureValue::NotReported
            | FigureValue::NotCollected
            | FigureValue::NotApplicable => texts.get("record-overlap"),
        },
    };
    let is_withheld = both.is_some_and(|both| both > 0) && shared.either == FigureValue::Suppressed;
    let why = if is_withheld { format!("{why} {}", texts.get("overlap-either-withheld")) } else { why };
    let allowed = either.map(|either| {
        let either = grouped(either);
        let (one, two) = (own.code.to_string(), other.code.to_string());
        let release = record.edition.release_name(shown.last);
        let args = [
            ("either", (&either).into()),
            ("one", (&one).into()),
            ("two", (&two).into()),
            ("release", (&release).into()),
        ];
        texts.get_args(if is_person { "overlap-people" } else { "overlap-things" }, &args)
    });
    Some((why, allowed))
}

#[cfg(test)]
mod tests {
    use hatua_core::programme::Locale;
    use hatua_core::release::Release;

    use crate::fixture;
    use crate::site::figure_page::render_figure_page;
    use crate::site::{Site, SiteProgramme};

    /// The pairs of the newest version, where the release also counted the other figure.
    fn pairs(slug: &str, both: &serde_json::Value, either: &serde_json::Value) -> String {
        let programme = fixture::programme();
        let mut releases = fixture::releases();
        let newest: &mut Release = releases.last_mut().unwrap();
        let mut staff = serde_json::to_value(&newest.figures[0]).unwrap();
        staff["code"] = "1.2".into();
        staff["slug"] = "staff".into();
        staff["value"]["value"] = 575.into();
        staff["shared"] = serde_json::json!([{ "with": "trained", "both": both, "either": either }]);
        newest.figures.push(serde_json::from_value(staff).unwrap());
        let shared = serde_json::json!([{ "with": "staff", "both": both, "either": either }]);
        newest.figures[0].shared = serde_json::from_value(shared).unwrap();
        let of = SiteProgramme {
            programme: &programme,
            earlier: &std::collections::BTreeMap::new(),
            releases: &releases,
        };
        let site = Site { programmes: &[of], origin: None };
        let page = render_figure_page(&site, &of, Locale::En, slug, None).unwrap();
        page.split("id=\"noadd\"").nth(1).unwrap().split("</section>").next().unwrap().to_owned()
    }

    fn published(value: u64) -> serde_json::Value {
        serde_json::json!({ "status": "published", "value": value })
    }

    #[test]
    fn both_figures_say_what_they_share_refuse_the_sum_and_name_what_is_allowed() {
        for (slug, codes) in [("trained", "1.1 and 1.2"), ("staff", "1.2 and 1.1")] {
            let said = pairs(slug, &published(88), &published(2_087));
            assert!(
                said.contains("88 are in both: their sum, 2\u{202f}175, would count them twice."),
                "{said}"
            );
            let allowed = format!("Allowed: 2\u{202f}087 different people in {codes} together, release 1.2.");
            assert!(said.contains(&allowed), "{said}");
        }
    }

    #[test]
    fn what_is_withheld_is_not_told_and_cannot_be_reckoned() {
        let withheld = serde_json::json!({ "status": "suppressed" });
        let said = pairs("trained", &withheld, &withheld);
        assert!(said.contains("withheld to protect individuals"), "{said}");
        assert!(!said.contains("Allowed") && !said.contains("2\u{202f}175"), "{said}");
    }

    #[test]
    fn what_both_have_together_is_withheld_in_plain_words() {
        let said = pairs("trained", &published(51), &serde_json::json!({ "status": "suppressed" }));
        assert!(said.contains("51 are in both"), "{said}");
        let withheld = "How many different people the two have together is withheld to protect individuals";
        assert!(said.contains(withheld) && !said.contains("Allowed"), "{said}");
        let told = pairs("trained", &published(88), &published(2_087));
        assert!(!told.contains("withheld"), "{told}");
    }

    #[test]
    fn a_pair_of_which_nobody_is_in_both_says_so() {
        let said = pairs("trained", &published(0), &published(2_175));
        assert!(said.contains("Nobody and nothing is in both so far."), "{said}");
    }
}
