//! The command's two streams: results go to standard output, progress and notes to standard error. This is the only
//! module that prints.

use std::io::{IsTerminal, Write};

use anyhow::{Context, Result};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde::Serialize;

/// Where results go, and in which form.
#[derive(Debug, Clone, Copy)]
pub struct Output {
    json: bool,
}

impl Output {
    /// Words, or JSON.
    #[must_use]
    pub fn new(json: bool) -> Self {
        Self { json }
    }

    /// Prints a result: the document as JSON, or else the lines.
    ///
    /// # Errors
    /// When standard output is closed.
    pub fn document(self, document: &impl Serialize, lines: impl FnOnce() -> Vec<String>) -> Result<()> {
        if self.json {
            let text = serde_json::to_string_pretty(document).context("writing the result as JSON")?;
            return Self::line(&text);
        }
        lines().iter().try_for_each(|line| Self::line(line))
    }

    /// Prints one item of a list: as one line of JSON, or else in words.
    ///
    /// # Errors
    /// When standard output is closed.
    pub fn item(self, item: &impl Serialize, words: impl FnOnce() -> String) -> Result<()> {
        if self.json {
            return Self::line(&serde_json::to_string(item).context("writing a line of JSON")?);
        }
        Self::line(&words())
    }

    /// Prints one item of a list only where JSON was asked for: what words say on standard error.
    ///
    /// # Errors
    /// When standard output is closed.
    pub fn for_programs(self, item: &impl Serialize) -> Result<()> {
        if self.json { self.item(item, String::new) } else { Ok(()) }
    }

    /// Prints a line to standard output.
    ///
    /// # Errors
    /// When standard output is closed.
    fn line(line: &str) -> Result<()> {
        writeln!(std::io::stdout(), "{line}").context("printing the result")
    }
}

/// Prints a note to standard error.
pub fn note(line: &str) {
    eprintln!("{line}");
}

/// A progress bar on standard error, where that is a terminal; else nothing.
#[must_use]
pub fn progress(steps: u64, what: &str) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(Some(steps), ProgressDrawTarget::stderr());
    let style = ProgressStyle::with_template("{msg:32} [{bar:32}] {pos}/{len}")
        .expect("the template is fixed and valid");
    bar.set_style(style.progress_chars("=> "));
    bar.set_message(what.to_owned());
    bar
}
