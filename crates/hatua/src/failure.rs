//! How a command ends badly: an exit code and three parts, what happened, where, what to do.

use std::fmt::Write as _;

use hatua_app::{AddressError, AppError, ErrorClass, StoreError};

/// Exit code: the work found something wrong.
pub const FOUND: u8 = 1;
/// Exit code: wrong use or unreadable input.
pub const INPUT: u8 = 2;
/// Exit code: the data folder or database is not usable.
pub const FOLDER: u8 = 3;
/// Exit code: refused by a rule or right.
pub const REFUSED: u8 = 4;

/// A command that ended badly.
#[derive(Debug)]
pub struct Failure {
    /// The exit code.
    pub code: u8,
    what: String,
    place: String,
    help: String,
    closed_pipe: bool,
}

impl Failure {
    /// A failure in words of the command itself.
    #[must_use]
    pub fn new(code: u8, what: impl Into<String>, place: impl Into<String>, help: impl Into<String>) -> Self {
        Self { code, what: what.into(), place: place.into(), help: help.into(), closed_pipe: false }
    }

    /// What `--database` names is no address.
    #[must_use]
    pub fn of_address(error: &AddressError) -> Self {
        let message = error.to_string();
        let (what, help) = message.split_once("; ").unwrap_or((&message, ""));
        Self::new(INPUT, what, "--database", help)
    }

    /// Adds where it happened, if that is not said yet.
    #[must_use]
    pub fn at(mut self, place: impl Into<String>) -> Self {
        if self.place.is_empty() {
            self.place = place.into();
        }
        self
    }

    /// Adds what to do, if that is not said yet.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        if self.help.is_empty() {
            self.help = help.into();
        }
        self
    }

    /// Whether the reader of the output went away before it was all written.
    #[must_use]
    pub fn is_closed_pipe(&self) -> bool {
        self.closed_pipe
    }

    /// The three parts as text.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = format!("error: {}", self.what);
        if !self.place.is_empty() {
            let _ = write!(text, "\n  where: {}", self.place);
        }
        if !self.help.is_empty() {
            let _ = write!(text, "\n  what to do: {}", self.help);
        }
        text
    }
}

impl From<AppError> for Failure {
    fn from(error: AppError) -> Self {
        let code = match error.class() {
            ErrorClass::Input => INPUT,
            ErrorClass::Folder => FOLDER,
            ErrorClass::Refused => REFUSED,
        };
        let (message, help) = (error.to_string(), error.help());
        // Rules say what to do in their own sentence, after a semicolon.
        let (what, help) = match message.rsplit_once("; ") {
            Some((what, remedy)) if help.is_empty() => (what.to_owned(), remedy.to_owned()),
            _ => (message, help),
        };
        Self { code, what, place: String::new(), help, closed_pipe: false }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        AppError::from(error).into()
    }
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Self {
        let what = error.chain().map(ToString::to_string).collect::<Vec<_>>().join(": ");
        let is_closed = |cause: &(dyn std::error::Error + 'static)| {
            cause
                .downcast_ref::<std::io::Error>()
                .is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
        };
        Self { closed_pipe: error.chain().any(is_closed), ..Self::new(FOUND, what, "", "") }
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::new(INPUT, error.to_string(), "", "check the path, its rights and the space on the disk")
    }
}
