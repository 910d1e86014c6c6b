//! The project's own chores: `cargo xtask test`, `check`, `licences`, `bench serve`. They stand apart from the
//! product and never reach the network but through the package clients (cargo, apt, npm).

mod asked;
mod bench;
mod check;
mod file_server;
mod licences;
mod run;
mod served;
mod spdx;
mod tally;
mod test;
mod tools;

use std::process::ExitCode;

use run::{Root, note};

const USAGE: &str = "\
usage: cargo xtask COMMAND
  test         every test: Rust, then the browser checks against the served demonstration
  check        formatting, lints, documentation, licences
  licences     the licence of every dependency against the list of those we accept
  ui           only the browser checks, against the served demonstration
  bench serve  the action page's rate beside a static file server (nginx, asked with wrk)";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let root = Root::of_this_workspace();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["test"] => test::run_every_test(&root),
        ["ui"] => test::run_browser_checks(&root),
        ["check"] => check::run_every_check(&root),
        ["bench", "serve"] => bench::bench_serve(&root),
        ["licences"] => licences::check_licences(&root),
        _ => {
            note(USAGE);
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            note(&format!("error: {error:#}"));
            ExitCode::FAILURE
        }
    }
}
