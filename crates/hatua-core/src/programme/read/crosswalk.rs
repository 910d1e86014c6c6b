//! `[[indicator.crosswalk]]`: what became of a figure under another definition, and its rule there.

use super::context::Context;
use super::indicators::{check_measure, read_head_counts, read_sources};
use super::settings::check_twice;
use super::table::Table;
use crate::id::IndicatorCode;
use crate::programme::crosswalk::{Crosswalk, CrosswalkKind, OtherRule};
use crate::programme::{Measure, Source};

const KEYS: [&str; 7] = ["to", "code", "kind", "said_on", "line", "from", "head_counts"];

/// The figure to which the crosswalks belong.
pub(super) struct Figure<'f> {
    pub(super) definition: Option<&'f str>,
    pub(super) measure: Option<&'f Measure>,
    pub(super) unit: Option<&'f str>,
}

/// Reads the crosswalks of a figure.
pub(super) fn read_crosswalks(
    indicator: Table<'_>,
    figure: &Figure<'_>,
    context: &Context<'_>,
) -> Vec<Crosswalk> {
    check_twice(indicator, "crosswalk", "to");
    let tables = indicator.tables("crosswalk", &KEYS);
    tables.into_iter().filter_map(|table| read_crosswalk(table, figure, context)).collect()
}

fn read_crosswalk(table: Table<'_>, figure: &Figure<'_>, context: &Context<'_>) -> Option<Crosswalk> {
    let to = table.need_text("to");
    if let Some(to) = to.filter(|to| figure.definition == Some(to.value)) {
        let message = format!("the figure itself is counted by {}", to.value);
        table.file.find(to.at, "invalid_value", message, "name the other definition".to_owned());
    }
    let kind = table
        .need_text("kind")
        .and_then(|found| table.file.one_of(found, "a kind of crosswalk", &CrosswalkKind::ALL));
    let said_on = table.need("said_on", table.as_of("said_on"));
    let code: Option<IndicatorCode> = table.word("code");
    let line = table.flag("line");
    let rule = read_rule(table, figure, context);
    check_kind(table, kind?, line);
    Some(Crosswalk { to: to?.value.to_owned(), code, kind: kind?, said_on: said_on?, line, rule })
}

fn read_rule(table: Table<'_>, figure: &Figure<'_>, context: &Context<'_>) -> Option<OtherRule> {
    let from: Vec<Source> = read_sources(table, context);
    let head_counts = read_head_counts(table, figure.measure, &from, context);
    if from.is_empty() {
        if let Some(heads) = table.value("head_counts") {
            let help = "add `from = [...]`, or leave both out".to_owned();
            let message = "`head_counts` without `from` is half a rule".to_owned();
            table.file.find(heads.span().start, "missing_key", message, help);
        }
        return None;
    }
    if let (Some(measure), Some(unit)) = (figure.measure, figure.unit) {
        check_measure(table, (measure, unit), &from, context);
    }
    Some(OtherRule { from, head_counts })
}

/// What a kind rules out, and what it needs.
fn check_kind(table: Table<'_>, kind: CrosswalkKind, line: bool) {
    let at = |key: &str| table.value(key).map_or(table.at, |value| value.span().start);
    if line && kind != CrosswalkKind::Same {
        let message = format!("no line may be drawn to a figure that is `{}`", kind.word());
        let help = "`line = true` needs `kind = \"same\"`".to_owned();
        table.file.find(at("line"), "invalid_value", message, help);
    }
    let ruled_out: &[(&str, &str)] = match kind {
        CrosswalkKind::Same => &[("from", "what is the same is counted by the same rule: leave `from` out")],
        CrosswalkKind::Dropped => &[
            ("code", "a figure that was dropped has no code: leave `code` out"),
            ("from", "a figure that was dropped is not counted: leave `from` out"),
        ],
        CrosswalkKind::Narrower
        | CrosswalkKind::Wider
        | CrosswalkKind::Split
        | CrosswalkKind::Merged
        | CrosswalkKind::Moved => &[],
    };
    for (key, help) in ruled_out.iter().filter(|(key, _)| table.has(key)) {
        let message = format!("`{key}` does not go with `kind = \"{}\"`", kind.word());
        table.file.find(at(key), "unknown_key", message, (*help).to_owned());
    }
    if kind != CrosswalkKind::Dropped {
        table.need("code", Some(()));
    }
}
