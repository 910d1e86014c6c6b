//! Words as people compare them: without case, accents, spaces, `_` and `*`. Used for headers and labels, never for
//! values that are kept.

use icu::casemap::CaseMapper;
use icu::normalizer::DecomposingNormalizer;

/// Marks that say nothing about the letter: accents, the vowel signs of Arabic, its lengthening stroke, and the
/// invisible characters that word processors leave behind.
fn is_left_out(letter: char) -> bool {
    letter.is_whitespace()
        || is_invisible(letter)
        || matches!(letter, '_' | '*' | '\u{0300}'..='\u{036F}' | '\u{0640}' | '\u{064B}'..='\u{065F}' | '\u{0670}')
}

/// Characters without a shape: direction marks, joiners, byte order marks.
pub(crate) fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// The form in which two headers or labels are compared.
pub(crate) fn fold(text: &str) -> String {
    let decomposed = DecomposingNormalizer::new_nfkd().normalize(text).into_owned();
    let folded = CaseMapper::new().fold_string(&decomposed).into_owned();
    folded.chars().filter(|letter| !is_left_out(*letter)).collect()
}

/// The text without the spaces and invisible characters around it.
pub(crate) fn trim(text: &str) -> &str {
    text.trim_matches(|letter: char| letter.is_whitespace() || is_invisible(letter))
}

/// The text on one line: what breaks a line becomes a space.
pub(crate) fn one_line(text: &str) -> String {
    trim(text).replace("\r\n", " ").replace(['\n', '\r', '\u{000B}', '\u{2028}', '\u{2029}'], " ")
}

/// How many letters must be added, taken away or exchanged to make one word of the other.
pub(crate) fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().collect();
    let mut costs: Vec<usize> = (0..=right.len()).collect();
    for (row, letter) in left.chars().enumerate() {
        let mut diagonal = costs[0];
        costs[0] = row + 1;
        for (column, other) in right.iter().enumerate() {
            let changed = diagonal + usize::from(letter != *other);
            diagonal = costs[column + 1];
            costs[column + 1] = changed.min(diagonal + 1).min(costs[column] + 1);
        }
    }
    costs[right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_is_known_without_case_accents_spaces_and_stars() {
        for text in [
            "Événement_Date *",
            "evenement date",
            " EVENEMENTDATE",
            "e\u{0301}ve\u{0301}nement\u{00A0}date\u{200F}",
        ] {
            assert_eq!(fold(text), "evenementdate");
        }
        assert_eq!(fold("البلـد"), fold("البَلَد"));
    }

    #[test]
    fn the_distance_of_words_is_that_of_their_letters() {
        assert_eq!(distance("radio", "radyo"), 1);
        assert_eq!(distance("", "tv"), 2);
        assert_eq!(distance("market", "market"), 0);
    }
}
