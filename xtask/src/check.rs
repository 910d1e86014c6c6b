//! What a machine can say about the code without running it: formatting, lints, documentation, licences. Each step runs
//! even where the one before it failed, so that one run shows all there is to mend.

use crate::licences::check_licences;
use crate::run::{Root, answers, note, succeeds};

/// Runs the four checks; true where all hold.
///
/// # Errors
/// When a tool cannot be started.
pub fn run_every_check(root: &Root) -> anyhow::Result<bool> {
    install_components(root)?;
    let steps = [
        ("formatting", succeeds(&mut root.cargo(&["fmt", "--all", "--check"]))?),
        ("lints", succeeds(&mut root.cargo(&LINTS))?),
        ("documentation", succeeds(root.cargo(&DOCUMENTATION).env("RUSTDOCFLAGS", "-D warnings"))?),
        ("licences", check_licences(root)?),
    ];
    note("");
    for (step, holds) in steps {
        note(&format!("{step}: {}", if holds { "holds" } else { "FAILS" }));
    }
    Ok(steps.iter().all(|(_, holds)| *holds))
}

const LINTS: [&str; 7] = ["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"];
const DOCUMENTATION: [&str; 4] = ["doc", "--workspace", "--no-deps", "--locked"];

/// A minimal toolchain lacks rustfmt and clippy; rustup adds them.
fn install_components(root: &Root) -> anyhow::Result<()> {
    let has_both = answers("cargo", &["fmt", "--version"]) && answers("cargo", &["clippy", "--version"]);
    if !has_both && !succeeds(&mut root.command("rustup", &["component", "add", "rustfmt", "clippy"]))? {
        anyhow::bail!("rustfmt or clippy is missing; run `rustup component add rustfmt clippy`");
    }
    Ok(())
}
