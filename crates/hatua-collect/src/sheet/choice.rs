//! Values of a closed list: the codes of a choice, the programme's places and organisations, yes and no. A cell may
//! hold the code or any name in any language; a name that two entries share is not guessed.

use std::collections::{BTreeMap, BTreeSet};

use hatua_core::programme::{Choice, Organisation, Place};

use super::number;
use super::word::{distance, fold};

/// A closed list.
#[derive(Debug, Default)]
pub(crate) struct Allowed {
    codes: BTreeSet<String>,
    by_word: BTreeMap<String, BTreeSet<String>>,
    /// The word of each name as it is written: most cells hold one, and folding it again takes time.
    word_of: BTreeMap<String, String>,
    /// What is offered to a person: code and the word that is compared.
    words: Vec<(String, String)>,
}

/// What a text means in the list.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Match {
    /// The code itself.
    Code(String),
    /// A name of this code.
    Name(String),
    /// A name that these codes share.
    Shared(Vec<String>),
    /// Nothing of the list; the nearest entry, where one is near.
    Unknown(Option<String>),
}

impl Allowed {
    /// The codes of a choice with their labels.
    pub(crate) fn of_choices(choices: &[Choice]) -> Self {
        let mut allowed = Self::default();
        for choice in choices {
            allowed.add(&choice.code, choice.labels.iter().map(String::as_str));
        }
        allowed
    }

    /// The programme's places, by code, P-code or name.
    pub(crate) fn of_places(places: &[Place]) -> Self {
        let mut allowed = Self::default();
        for place in places {
            allowed.add(
                &place.code,
                std::iter::once(place.pcode.as_str()).chain(place.names.values().map(String::as_str)),
            );
        }
        allowed
    }

    /// The programme's organisations, by code or name.
    pub(crate) fn of_organisations(organisations: &[Organisation]) -> Self {
        let mut allowed = Self::default();
        for organisation in organisations {
            allowed.add(organisation.code.as_str(), std::iter::once(organisation.name.as_str()));
        }
        allowed
    }

    fn add<'a>(&mut self, code: &'a str, names: impl Iterator<Item = &'a str>) {
        self.codes.insert(code.to_owned());
        for name in std::iter::once(code).chain(names) {
            let word = fold(name);
            if !word.is_empty() {
                self.word_of.insert(name.to_owned(), word.clone());
                self.by_word.entry(word.clone()).or_default().insert(code.to_owned());
                self.words.push((code.to_owned(), word));
            }
        }
    }

    /// Whether there is nothing to compare with.
    pub(crate) fn is_empty(&self) -> bool {
        self.codes.is_empty()
    }

    /// What a text means.
    pub(crate) fn find(&self, text: &str) -> Match {
        if self.codes.contains(text) {
            return Match::Code(text.to_owned());
        }
        let word = self.word_of.get(text).cloned().unwrap_or_else(|| fold(text));
        let Some(codes) = self.by_word.get(&word) else { return Match::Unknown(self.nearest(&word)) };
        let by_code = codes.iter().find(|code| fold(code) == word);
        match (codes.first(), by_code) {
            (Some(code), _) if codes.len() == 1 => Match::Name(code.clone()),
            (_, Some(code)) => Match::Name(code.clone()),
            _ => Match::Shared(codes.iter().cloned().collect()),
        }
    }

    /// The entry with the fewest letters to change, where at most half of them must be.
    fn nearest(&self, word: &str) -> Option<String> {
        // A cell full of prose is near to nothing; comparing it costs time.
        const LETTERS_MAX: usize = 60;
        let length = word.chars().count();
        if length > LETTERS_MAX {
            return None;
        }
        let near = |name: &String| {
            let letters = name.chars().count();
            let changes_max = letters.max(length) / 2;
            if letters.abs_diff(length) > changes_max {
                return None;
            }
            Some(distance(word, name)).filter(|changes| *changes <= changes_max)
        };
        let candidates = self.words.iter().filter_map(|(code, name)| Some((near(name)?, code)));
        candidates.min_by_key(|(distance, _)| *distance).map(|(_, code)| code.clone())
    }

    /// Some of the codes, for a message.
    pub(crate) fn listed(&self) -> String {
        const SHOWN_MAX: usize = 12;
        let shown = self.codes.iter().take(SHOWN_MAX).cloned().collect::<Vec<_>>().join(", ");
        if self.codes.len() > SHOWN_MAX {
            format!("{shown} and {} more", self.codes.len() - SHOWN_MAX)
        } else {
            shown
        }
    }
}

/// Yes or no in the languages of the interface and of spreadsheets; `None` for any other word.
pub(crate) fn yes_or_no(text: &str) -> Option<bool> {
    match fold(&number::with_ascii_digits(text)).as_str() {
        "yes" | "y" | "true" | "oui" | "o" | "vrai" | "نعم" | "1" => Some(true),
        "no" | "n" | "false" | "non" | "faux" | "لا" | "0" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn channels() -> Allowed {
        let choice = |code: &str, labels: &[&str]| Choice {
            code: code.to_owned(),
            labels: labels.iter().map(|label| (*label).to_owned()).collect(),
        };
        Allowed::of_choices(&[
            choice("door", &["Door to door", "Porte-à-porte"]),
            choice("market", &["Market", "Marché"]),
            choice("fair", &["Fair", "Marche"]),
        ])
    }

    #[test]
    fn a_label_in_any_language_means_its_code() {
        assert_eq!(channels().find("door"), Match::Code("door".into()));
        assert_eq!(channels().find("DOOR to_door "), Match::Name("door".into()));
        assert_eq!(channels().find("porte-a-porte"), Match::Name("door".into()));
    }

    #[test]
    fn a_name_that_two_entries_share_is_not_guessed() {
        assert_eq!(channels().find("Marché"), Match::Shared(vec!["fair".into(), "market".into()]));
    }

    #[test]
    fn an_unknown_word_is_answered_with_the_nearest() {
        assert_eq!(channels().find("Markt"), Match::Unknown(Some("market".into())));
        assert_eq!(channels().find("television"), Match::Unknown(None));
    }
}
