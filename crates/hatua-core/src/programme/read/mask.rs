//! The switch of a story that keeps persons' names out of it. The names are taken out while the package is read, so that
//! no page, feed or search that shows the story can forget to.

use super::table::Table;
use crate::programme::{Locale, NewsText};

/// Whom a story names in one language, and the word that stands for them.
pub(super) struct Mask {
    names: Vec<String>,
    instead: String,
}

impl Mask {
    /// The mask of one language of a story whose switch is on; nothing, and a finding, where it says too little.
    pub(super) fn read(table: Table<'_>, locale: Locale) -> Option<Self> {
        let names: Vec<String> =
            table.texts("persons").into_iter().map(|name| name.value.trim().to_owned()).collect();
        let instead = table.text("masked_as").map(|word| word.value.trim().to_owned());
        let is_whole = !names.is_empty() && names.iter().all(|name| !name.is_empty());
        let instead = instead.filter(|word| is_whole && !word.is_empty());
        if instead.is_none() {
            let message = format!(
                "`mask_persons` is on and the text in `{}` does not say whom to mask as what",
                locale.tag()
            );
            let help =
                "each language of the story needs `persons`, the names as that language writes them, and \
                 `masked_as`, the words that stand in their place"
                    .to_owned();
            table.file.find(table.at, "missing_value", message, help);
        }
        instead.map(|instead| Self { names, instead })
    }

    /// The words of the story without the names.
    pub(super) fn cover(&self, text: &NewsText) -> NewsText {
        let cover = |text: &str| {
            self.names.iter().fold(text.to_owned(), |text, name| cover_name(&text, name, &self.instead))
        };
        NewsText {
            title: cover(&text.title),
            caption: text.caption.as_deref().map(cover),
            picture_alt: cover(&text.picture_alt),
            teaser: cover(&text.teaser),
        }
    }

    /// The first of the names that a slug gives away.
    pub(super) fn name_in(&self, slug: &str) -> Option<&str> {
        let parts: Vec<&str> = slug.split('-').collect();
        let is_in = |name: &&String| {
            name.to_lowercase()
                .split(|c: char| !c.is_alphanumeric())
                .any(|part| !part.is_empty() && parts.contains(&part))
        };
        self.names.iter().find(is_in).map(String::as_str)
    }

    /// The first of the names that the words do not hold: a misspelt name would be passed over in silence.
    pub(super) fn name_not_in(&self, text: &NewsText) -> Option<&str> {
        let all =
            [text.title.as_str(), text.caption.as_deref().unwrap_or(""), &text.picture_alt, &text.teaser]
                .join("\n");
        self.names.iter().find(|name| cover_name(&all, name, "") == all).map(String::as_str)
    }
}

/// Every place where the name stands, in whatever case. In a script with capitals it stands as a word of its own; in one
/// without them (Arabic, Ethiopic) other words may be joined to it.
fn cover_name(text: &str, name: &str, instead: &str) -> String {
    let joins = !name.chars().any(|c| c.is_lowercase() || c.is_uppercase());
    let (mut covered, mut rest, mut before) = (String::with_capacity(text.len()), text, None);
    while let Some(next) = rest.chars().next() {
        let length = length_at_start(rest, name).filter(|length| {
            let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            joins || (!is_letter(before) && !is_letter(rest[*length..].chars().next()))
        });
        let Some(length) = length else {
            covered.push(next);
            (rest, before) = (&rest[next.len_utf8()..], Some(next));
            continue;
        };
        if covered.trim().is_empty() {
            covered.push_str(&capitalised(instead));
        } else {
            covered.push_str(instead);
        }
        before = rest[..length].chars().last();
        rest = &rest[length..];
    }
    covered
}

/// How many bytes of the text the name takes at its start, if it stands there.
fn length_at_start(text: &str, name: &str) -> Option<usize> {
    let mut length = 0;
    let mut letters = text.chars();
    for wanted in name.chars() {
        let found = letters.next()?;
        if !found.to_lowercase().eq(wanted.to_lowercase()) {
            return None;
        }
        length += found.len_utf8();
    }
    Some(length)
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, name: &str, instead: &str, covered: &str) {
        assert_eq!(cover_name(text, name, instead), covered);
    }

    #[test]
    fn a_name_is_covered_wherever_it_stands_as_a_word() {
        check("Almaz and ALMAZ’s sister", "Almaz", "a girl", "A girl and a girl’s sister");
        check("Sister Almaz.", "Almaz", "a girl", "Sister a girl.");
        check("Annual report of Ann", "Ann", "a woman", "Annual report of a woman");
    }

    #[test]
    fn an_arabic_name_is_covered_with_words_joined_to_it() {
        check("قالت ألماز وألماز", "ألماز", "فتاة", "قالت فتاة وفتاة");
    }

    #[test]
    fn a_slug_with_a_name_is_found() {
        let mask = Mask { names: vec!["Almaz Bekele".into()], instead: "a girl".into() };
        assert_eq!(mask.name_in("almaz-came-home"), Some("Almaz Bekele"));
        assert_eq!(mask.name_in("a-girl-came-home"), None);
    }

    proptest! {
        #[test]
        fn no_text_keeps_a_name_that_stands_between_spaces(before in "[a-z ]{0,20}", after in "[a-z ]{0,20}") {
            let covered = cover_name(&format!("{before} Almaz {after}"), "Almaz", "a girl");
            prop_assert!(!covered.contains("Almaz"), "{}", covered);
        }
    }
}
