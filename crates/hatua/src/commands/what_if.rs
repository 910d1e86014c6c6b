//! `hatua what-if`: the effect of an act on the figures, without doing it.

use hatua_app::figures::Supposition;
use hatua_app::permit::ReadFigures;
use hatua_core::ledger::Verdict;
use serde_json::json;

use crate::arguments::{Place, WhatIfCommand};
use crate::commands::records::selected;
use crate::failure::Failure;
use crate::output::Output;
use crate::session;

/// Prints the figures that would change.
pub fn run(place: &Place, out: Output, command: &WhatIfCommand) -> Result<u8, Failure> {
    let supposition = match command {
        WhatIfCommand::Merge { a, b } => Supposition::Decide(*a, *b, Verdict::Same),
        WhatIfCommand::Different { a, b } => Supposition::Decide(*a, *b, Verdict::Different),
        WhatIfCommand::Undo { decision } => Supposition::Undo(*decision),
        WhatIfCommand::Verify(records) => Supposition::Verify(selected(records)),
        WhatIfCommand::Return(records) => Supposition::Return(selected(records)),
        WhatIfCommand::Withdraw(records) => Supposition::Withdraw(selected(records)),
    };
    let acts = session::reading_with_keys_if_named(place)?;
    let permit = acts.permit::<ReadFigures>(place.user.as_ref())?;
    let effects = acts.what_if(&permit, &supposition)?;
    let list: Vec<_> = effects
        .iter()
        .map(|effect| json!({ "code": effect.code, "before": effect.before, "after": effect.after }))
        .collect();
    out.document(&list, || {
        if effects.is_empty() {
            return vec!["no figure would change".to_owned()];
        }
        effects
            .iter()
            .map(|effect| format!("{}: {} now, {} then", effect.code, effect.before, effect.after))
            .collect()
    })?;
    Ok(0)
}
