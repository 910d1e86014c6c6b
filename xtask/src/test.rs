//! All tests, in the order of their cost: the tools, the Rust tests, the binary, the browser checks. Every step runs even
//! where one before it failed, and the run ends with one plain line.

use std::path::PathBuf;

use anyhow::Context as _;
use serde_json::Value;

use crate::run::{Root, note, output_of, result_line, succeeds, succeeds_reading};
use crate::served::Served;
use crate::tally::Tally;
use crate::tools::{FOLDER, install_server, install_tools};

/// Runs every test of the project; true where none failed. Ends with `N passed, N failed`.
///
/// # Errors
/// When the tools are missing or a program cannot be started.
pub fn run_every_test(root: &Root) -> anyhow::Result<bool> {
    install_server(root)?;
    install_tools(root)?;
    let mut all = rust_tests(root)?;
    all += browser_tests(root);
    Ok(end(all))
}

/// Runs only the browser checks; true where none failed. Ends with `N passed, N failed`.
///
/// # Errors
/// When the tools are missing.
pub fn run_browser_checks(root: &Root) -> anyhow::Result<bool> {
    install_tools(root)?;
    Ok(end(browser_tests(root)))
}

fn end(all: Tally) -> bool {
    result_line(&format!("\n{all}"));
    all.failed == 0
}

fn rust_tests(root: &Root) -> anyhow::Result<Tally> {
    let mut tally = Tally::default();
    let mut cargo = root.cargo(&["test", "--workspace", "--locked", "--no-fail-fast"]);
    let is_success =
        succeeds_reading(&mut cargo, |line| tally += Tally::of_libtest(line).unwrap_or_default())?;
    Ok(tally.checked_against(is_success))
}

/// The checks prove themselves on a site made to fail, then read the real one. What keeps them from running is a failure.
fn browser_tests(root: &Root) -> Tally {
    let mut all = node_checks(root, &["proof.mjs"]).unwrap_or_else(failed);
    all += binary(root).and_then(|binary| site_checks(root, &binary)).unwrap_or_else(failed);
    all
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "it stands where a closure would: `unwrap_or_else(failed)`"
)]
fn failed(error: anyhow::Error) -> Tally {
    note(&format!("error: {error:#}"));
    Tally::ONE_FAILED
}

fn site_checks(root: &Root, binary: &std::path::Path) -> anyhow::Result<Tally> {
    let served = Served::start(root, binary)?;
    node_checks(root, &["check.mjs", &served.base_url()])
}

fn node_checks(root: &Root, arguments: &[&str]) -> anyhow::Result<Tally> {
    let mut tally = Tally::default();
    let mut node = root.command("node", arguments);
    node.current_dir(root.join(FOLDER));
    let is_success = succeeds_reading(&mut node, |line| tally = Tally::of_checks(line).unwrap_or(tally))?;
    Ok(tally.checked_against(is_success))
}

/// The release binary, built.
///
/// # Errors
/// When it can't be built.
pub fn binary(root: &Root) -> anyhow::Result<PathBuf> {
    let is_built = succeeds(&mut root.cargo(&["build", "--release", "--locked", "--package", "hatua"]))?;
    anyhow::ensure!(is_built, "the binary could not be built");
    let mut cargo = root.cargo(&["metadata", "--format-version", "1", "--no-deps", "--locked"]);
    let metadata: Value =
        serde_json::from_slice(&output_of(&mut cargo)?).context("cargo metadata is not JSON")?;
    let target = metadata["target_directory"].as_str().context("cargo metadata names no target folder")?;
    Ok(PathBuf::from(target).join("release/hatua"))
}
