//! The one binary: the command line of Hatua, and the server.

mod arguments;
mod commands;
mod demonstration;
mod failure;
mod output;
mod package;
mod place;
mod session;
mod written;

use std::process::ExitCode;

use clap::Parser;

use crate::arguments::{Arguments, Command};
use crate::failure::Failure;
use crate::output::Output;

fn main() -> ExitCode {
    let filter = tracing_subscriber::EnvFilter::try_from_default_env().unwrap_or_else(|_| "warn".into());
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    let arguments = Arguments::parse();
    match run(&arguments) {
        Ok(code) => ExitCode::from(code),
        // A reader that has seen enough (`hatua ... | head`) is no failure.
        Err(failure) if failure.is_closed_pipe() => ExitCode::SUCCESS,
        Err(failure) => {
            // What names no closer place happened in the data folder, or in its database.
            let failure = failure.at(arguments.place.shown());
            output::note(&failure.text());
            ExitCode::from(failure.code)
        }
    }
}

/// Runs a command. The number is the exit code: 0 done, 1 the work found something wrong.
fn run(arguments: &Arguments) -> Result<u8, Failure> {
    let (place, out) = (&arguments.place, Output::new(arguments.place.json));
    match &arguments.command {
        Command::Demo(demo) => commands::demo::run(place, out, demo),
        Command::Serve(serve) => commands::serve::run(place, out, serve),
        Command::Programme(command) => commands::programme::run(place, out, command),
        Command::User(command) => commands::user::run(place, out, command),
        Command::Import(import) => commands::import::run(place, out, import),
        Command::Document(command) => commands::document::run(place, out, command),
        Command::Report(command) => commands::report::run(place, out, command),
        Command::Records(command) => commands::records::run(place, out, command),
        Command::Figures(figures) => commands::figures::run(place, out, figures),
        Command::Explain(explain) => commands::explain::run(place, out, explain),
        Command::Overlap(overlap) => commands::overlap::run(place, out, overlap),
        Command::WhatIf(command) => commands::what_if::run(place, out, command),
        Command::Decide(command) => commands::decide::run(place, out, command),
        Command::Release(command) => commands::release::run(place, out, command),
        Command::Export(export) => commands::export::run(place, out, export),
        Command::Ledger(command) => commands::ledger::run(place, out, command),
        Command::Rebuild(rebuild) => commands::rebuild::run(place, out, rebuild),
    }
}
