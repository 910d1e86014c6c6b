//! Words as a reader means them: without case and accents, Arabic letters that are often written for one another as one,
//! digits of every script as plain ones. For finding only, never for what is shown.

use icu::casemap::CaseMapper;
use icu::normalizer::DecomposingNormalizer;

/// The words of a text in the form in which they are compared. A dot inside a word stays (`3.7`).
#[must_use]
pub fn fold_words(text: &str) -> Vec<String> {
    let decomposed = DecomposingNormalizer::new_nfkd().normalize(text).into_owned();
    let folded = CaseMapper::new().fold_string(&decomposed).into_owned();
    let letters: String = folded.chars().filter(|letter| !is_mark(*letter)).map(plain).collect();
    letters
        .split(|c: char| !c.is_alphanumeric() && c != '.')
        .map(|word| word.trim_matches('.').to_owned())
        .filter(|word| !word.is_empty())
        .collect()
}

/// Accents, the vowel signs of Arabic with what stands on an alef, its lengthening stroke, and direction marks.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{0300}'..='\u{036F}' | '\u{0610}'..='\u{061C}' | '\u{0640}' | '\u{064B}'..='\u{065F}' | '\u{0670}')
        || matches!(letter, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn plain(letter: char) -> char {
    match letter {
        'ٱ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ة' => 'ه',
        'ک' => 'ك',
        '\u{0660}'..='\u{0669}' => digit(letter, '\u{0660}'),
        '\u{06F0}'..='\u{06F9}' => digit(letter, '\u{06F0}'),
        '٫' => '.',
        other => other,
    }
}

fn digit(letter: char, zero: char) -> char {
    char::from_digit(u32::from(letter) - u32::from(zero), 10).expect("the range holds ten digits")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(one: &str, other: &str) {
        assert_eq!(fold_words(one), fold_words(other));
    }

    #[test]
    fn case_and_accents_say_nothing() {
        check("Éthiopie", "ETHIOPIE");
        check("Côte-d’Or", "cote d or");
    }

    #[test]
    fn arabic_letters_that_are_written_for_one_another_are_one() {
        check("أوغندا", "اوغندا");
        check("إريتريا", "اريتريا");
        check("الهجرة", "الهجره");
        check("مُدَرَّبون", "مدربون");
        check("مستشفى", "مستشفي");
    }

    #[test]
    fn a_code_keeps_its_dot_and_a_sentence_loses_it() {
        assert_eq!(fold_words("Figure ٣٫٧, twice."), ["figure", "3.7", "twice"]);
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in ".{0,60}") {
            let once = fold_words(&text);
            prop_assert_eq!(fold_words(&once.join(" ")), once);
        }
    }
}
