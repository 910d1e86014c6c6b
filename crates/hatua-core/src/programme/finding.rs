//! The files of a package as they lie in its folder, and what is wrong with them.

use std::collections::BTreeMap;

use serde::Serialize;

/// The files of a package by their path from its folder (`registers/attendance.toml`), with `/` between parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Package {
    /// Bytes by path.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// One mistake in a package.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Finding {
    /// The file's path in the package.
    pub file: String,
    /// The line, from 1; 1 where the whole file is meant.
    pub line: u32,
    /// The column, from 1, in characters.
    pub column: u32,
    /// A word for programs (`unknown_key`).
    pub code: String,
    /// What is wrong.
    pub message: String,
    /// What was expected and how to mend it, with the nearest known name where there is one.
    pub help: String,
}
