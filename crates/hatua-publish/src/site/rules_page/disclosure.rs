//! What may be shown of figures about people, in words: the threshold, the totals that are exact by policy, the tables that
//! may be shown, and the units that need no protection.

use hatua_core::id::FigureSlug;
use hatua_core::programme::Programme;

use crate::text::{Texts, Words, key};

/// The policy, a sentence each.
pub fn disclosure(texts: &Texts, programme: &Programme) -> Vec<String> {
    let policy = &programme.disclosure;
    let list = |words: Vec<String>| words.join(&texts.get("list-separator"));
    let short = |slug: &FigureSlug| texts.own(&key("figure", &format!("{slug}-short"))).text;
    let mut sentences = vec![threshold(texts, policy.k), exact(texts, &policy.exact)];
    for (slug, own) in &policy.figures {
        let figure = short(slug);
        let says =
            [own.k.map(|k| threshold(texts, k)), own.exact.as_ref().map(|totals| exact(texts, totals))];
        let says = says.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let args = [("figure", (&figure).into()), ("says", (&says).into())];
        sentences.push(texts.get_args("disclosure-of-figure", &args));
    }
    if !policy.tables.is_empty() {
        let figures = list(policy.tables.iter().map(short).collect());
        let by = policy.one_way.iter().chain(&policy.each);
        let by: std::collections::BTreeSet<String> =
            by.map(|name| texts.own(&key("dimension", name.as_str())).text).collect();
        let by = list(by.into_iter().collect());
        let args = [("figures", (&figures).into()), ("by", (&by).into())];
        sentences.push(texts.get_args("disclosure-tables", &args));
    }
    let unit = |unit: &String| texts.optional(&key("unit", unit)).unwrap_or_else(|| Words::here(unit)).text;
    let things = list(policy.things.iter().map(unit).collect());
    if !things.is_empty() {
        sentences.push(texts.get_args("disclosure-things", &[("units", (&things).into())]));
    }
    sentences.push(texts.get("disclosure-always"));
    sentences
}

fn threshold(texts: &Texts, k: u64) -> String {
    texts.get_args("disclosure-threshold", &[("k", k.into()), ("most", k.saturating_sub(1).into())])
}

fn exact(texts: &Texts, totals: &[String]) -> String {
    let has = |total: &str| totals.iter().any(|named| named == total);
    texts.get(match (has("programme"), has("country")) {
        (true, true) => "disclosure-exact-both",
        (true, false) => "disclosure-exact-programme",
        (false, true) => "disclosure-exact-country",
        (false, false) => "disclosure-exact-none",
    })
}
