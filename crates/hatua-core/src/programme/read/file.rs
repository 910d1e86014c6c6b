//! The files of a package as they are read: text with offsets, and the report that collects every mistake at its
//! place. Reading goes on after a mistake, so that one run tells all.

use std::cell::RefCell;

use jiff::civil::Date;

use crate::programme::{Finding, Package};
use crate::statement::AsOf;

/// What is wrong so far, in any order.
#[derive(Debug, Default)]
pub(super) struct Report {
    findings: RefCell<Vec<Finding>>,
}

impl Report {
    /// Everything that was found, sorted by file, line and column; each mistake once.
    pub(super) fn into_findings(self) -> Vec<Finding> {
        let mut findings = self.findings.into_inner();
        findings.sort();
        findings.dedup();
        findings
    }

    /// Whether nothing is wrong so far.
    pub(super) fn is_empty(&self) -> bool {
        self.findings.borrow().is_empty()
    }

    /// Notes a mistake of a whole file.
    pub(super) fn find_file(&self, path: &str, code: &str, message: String, help: String) {
        let (line, column) = (1, 1);
        self.findings.borrow_mut().push(Finding {
            file: path.to_owned(),
            line,
            column,
            code: code.to_owned(),
            message,
            help,
        });
    }
}

/// A value and where it stands in its file (bytes from the start).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct At<T> {
    /// The value.
    pub(super) value: T,
    /// Where it starts.
    pub(super) at: usize,
}

/// One file of the package, as text.
#[derive(Debug, Clone, Copy)]
pub(super) struct File<'a> {
    /// Its path in the package.
    pub(super) path: &'a str,
    /// What stands in it.
    pub(super) text: &'a str,
    /// Where mistakes are noted.
    pub(super) report: &'a Report,
    /// Whether the file can't be read as what it should be: then only that is said of it.
    pub(super) is_broken: bool,
}

impl<'a> File<'a> {
    /// Opens a file of the package; `None` where it is absent or no UTF-8 (which is noted).
    pub(super) fn open(package: &'a Package, path: &'a str, report: &'a Report) -> Option<Self> {
        let bytes = package.files.get(path)?;
        match std::str::from_utf8(bytes) {
            Ok(text) => Some(Self { path, text, report, is_broken: false }),
            Err(error) => {
                let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
                let readable = std::str::from_utf8(before).unwrap_or_default();
                Self { path, text: readable, report, is_broken: false }.find(
                    readable.len(),
                    "not_utf8",
                    format!("{path} is not UTF-8 text"),
                    "save the file as UTF-8".to_owned(),
                );
                None
            }
        }
    }

    /// Notes a mistake at a place.
    pub(super) fn find(&self, at: usize, code: &str, message: String, help: String) {
        if self.is_broken {
            return;
        }
        self.find_syntax(at, code, message, help);
    }

    /// Notes that the file itself can't be read.
    pub(super) fn find_syntax(&self, at: usize, code: &str, message: String, help: String) {
        let (line, column) = self.place(at);
        self.report.findings.borrow_mut().push(Finding {
            file: self.path.to_owned(),
            line,
            column,
            code: code.to_owned(),
            message,
            help,
        });
    }

    /// Line and column, from 1, the column in characters.
    pub(super) fn place(&self, at: usize) -> (u32, u32) {
        let mut at = at.min(self.text.len());
        while !self.text.is_char_boundary(at) {
            at -= 1;
        }
        let before = &self.text[..at];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = before.matches('\n').count() + 1;
        let column = before[line_start..].chars().filter(|c| *c != '\u{feff}').count() + 1;
        (u32::try_from(line).unwrap_or(u32::MAX), u32::try_from(column).unwrap_or(u32::MAX))
    }

    /// Reads a name, a code, a quarter: anything with its own shape.
    pub(super) fn word<T>(&self, found: At<&str>) -> Option<T>
    where
        T: std::str::FromStr,
        T::Err: std::fmt::Display,
    {
        match found.value.parse() {
            Ok(word) => Some(word),
            Err(error) => {
                let said: String = T::Err::to_string(&error);
                let (message, help) = said.split_once(": ").unwrap_or((&said, "write it in another way"));
                self.find(found.at, "invalid_value", message.to_owned(), help.to_owned());
                None
            }
        }
    }

    /// Reads a day.
    pub(super) fn date(&self, found: At<&str>) -> Option<Date> {
        let day = read_day(found.value);
        if day.is_none() {
            self.find(
                found.at,
                "invalid_date",
                format!("`{}` is not a day of the calendar", found.value),
                "write year-month-day, for example 2018-05-23".into(),
            );
        }
        day
    }

    /// Reads a day, a month or a year.
    pub(super) fn as_of(&self, found: At<&str>) -> Option<AsOf> {
        let moment = read_as_of(found.value);
        if moment.is_none() {
            self.find(
                found.at,
                "invalid_date",
                format!("`{}` is not a day, a month or a year", found.value),
                "write 2018, 2018-07 or 2018-07-05, as exactly as the source says".into(),
            );
        }
        moment
    }

    /// Reads one of a closed list of words.
    pub(super) fn one_of<T: Copy>(&self, found: At<&str>, what: &str, words: &[(&str, T)]) -> Option<T> {
        let hit = words.iter().find(|(word, _)| *word == found.value).map(|(_, meaning)| *meaning);
        if hit.is_none() {
            let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            self.find(
                found.at,
                "unknown_word",
                format!("`{}` is not {what}", found.value),
                did_you_mean(found.value, &known, "it is one of"),
            );
        }
        hit
    }
}

/// A civil day in its one spelling: four digits of the year, two of month and day.
fn read_day(text: &str) -> Option<Date> {
    let day: Date = text.parse().ok()?;
    (day.to_string() == text).then_some(day)
}

fn read_as_of(text: &str) -> Option<AsOf> {
    let digits = |part: &str, wanted: usize| {
        (part.len() == wanted && part.bytes().all(|b| b.is_ascii_digit()))
            .then(|| part.parse::<i16>().ok())
            .flatten()
    };
    match text.split('-').collect::<Vec<_>>()[..] {
        [year] => digits(year, 4).map(AsOf::Year),
        [year, month] => {
            let month = i8::try_from(digits(month, 2)?).ok()?;
            (1..=12).contains(&month).then_some(AsOf::Month(digits(year, 4)?, month))
        }
        _ => read_day(text).map(AsOf::Day),
    }
}

/// The names of one kind that a package defines, to check those that point to it.
#[derive(Debug, Clone)]
pub(super) struct Names {
    /// The word for programs (`unknown_register`).
    pub(super) code: &'static str,
    /// What such a name is, with its article (`a register`).
    pub(super) kind: &'static str,
    /// Where such names are defined, in words.
    pub(super) home: &'static str,
    /// The names in their order.
    pub(super) words: Vec<String>,
    /// Whether they could all be read; otherwise nothing is said about unknown ones.
    pub(super) is_complete: bool,
}

impl Names {
    /// Names that are not known yet: nothing is said about unknown ones.
    pub(super) fn unread(code: &'static str, kind: &'static str, home: &'static str) -> Self {
        Self { code, kind, home, words: Vec::new(), is_complete: false }
    }

    /// The same kind of names, now known.
    pub(super) fn with(self, words: Vec<String>, is_complete: bool) -> Self {
        Self { words, is_complete, ..self }
    }

    /// Whether there is this name; notes it where there is not.
    pub(super) fn check(&self, file: &File<'_>, found: At<&str>) -> bool {
        if !self.is_complete || self.words.iter().any(|word| word == found.value) {
            return true;
        }
        let known: Vec<&str> = self.words.iter().map(String::as_str).collect();
        let help = did_you_mean(found.value, &known, self.home);
        file.find(found.at, self.code, format!("`{}` is not {}", found.value, self.kind), help);
        false
    }
}

/// How many known names a help text lists: more than a screen line is no help.
const LISTED_MAX: usize = 12;

/// The help for an unknown name: the nearest known one, and what there is.
pub(super) fn did_you_mean(word: &str, known: &[&str], what_is_known: &str) -> String {
    let help = nearest(word, known).map(|near| format!("did you mean `{near}`? ")).unwrap_or_default();
    if known.is_empty() {
        return format!("{help}{what_is_known}: none");
    }
    let listed: Vec<&str> = known.iter().take(LISTED_MAX).copied().collect();
    let more = if known.len() > LISTED_MAX { ", ..." } else { "" };
    format!("{help}{what_is_known}: {}{more}", listed.join(", "))
}

/// The known name that needs the fewest keystrokes to become this word, if it is near enough to be meant.
#[must_use]
pub fn nearest<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    let word: Vec<char> = word.to_lowercase().chars().collect();
    let near_enough = if word.len() < 4 { 1 } else { (word.len() / 3).max(2) };
    known
        .iter()
        .map(|name| (edit_distance(&word, &name.to_lowercase().chars().collect::<Vec<_>>()), *name))
        .filter(|(distance, _)| *distance <= near_enough)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
        .or_else(|| known.iter().find(|name| is_shortened(&word, name)).copied())
}

/// Whether one is the beginning of the other (`min`, `minimum`).
fn is_shortened(word: &[char], name: &str) -> bool {
    let name: Vec<char> = name.to_lowercase().chars().collect();
    let (short, long) =
        if word.len() < name.len() { (word, name.as_slice()) } else { (name.as_slice(), word) };
    short.len() >= 3 && long.starts_with(short)
}

/// Letters to insert, delete or replace.
fn edit_distance(left: &[char], right: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, l) in left.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, r) in right.iter().enumerate() {
            let replaced = diagonal + usize::from(l != r);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_offered_only_when_it_is_near() {
        assert_eq!(nearest("traned", &["trained", "returns"]), Some("trained"));
        assert_eq!(nearest("Half_day", &["half_days", "date"]), Some("half_days"));
        assert_eq!(nearest("weather", &["trained", "returns"]), None);
        assert_eq!(nearest("minimum", &["name", "min"]), Some("min"));
        assert_eq!(nearest("KN", &["KE", "SO"]), Some("KE"));
        assert_eq!(nearest("XX", &["KE", "SO"]), None);
    }

    #[test]
    fn a_place_is_line_and_column_in_characters() {
        let report = Report::default();
        let file = File { path: "a", text: "né\nà b", report: &report, is_broken: false };
        assert_eq!(file.place(0), (1, 1));
        assert_eq!(file.place("né\nà ".len()), (2, 3));
        assert_eq!(file.place(999), (2, 4));
    }

    #[test]
    fn a_moment_is_as_exact_as_its_source() {
        assert_eq!(read_as_of("2018"), Some(AsOf::Year(2018)));
        assert_eq!(read_as_of("2018-07"), Some(AsOf::Month(2018, 7)));
        assert_eq!(read_as_of("2018-07-05"), Some(AsOf::Day(jiff::civil::date(2018, 7, 5))));
        for wrong in ["2018-13", "18", "2018-7", "2018-02-30", "5 July 2018", "20180705", ""] {
            assert_eq!(read_as_of(wrong), None, "{wrong}");
        }
    }
}
