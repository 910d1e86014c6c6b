//! Numbers as people write them: Arabic-Indic and Eastern digits, spaces and apostrophes between thousands, a decimal
//! comma or point. Which of the two marks is the decimal one is decided for a whole column; where it can't be known, it
//! is not guessed.

use hatua_core::programme::Locale;
use hatua_core::record::Decimal;

use super::word;

/// The mark before the fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    Comma,
    Point,
}

/// How the numbers of a column are read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct NumberReading {
    /// The decimal mark that the column's own values prove.
    pub proved: Option<Mark>,
    /// The declared language, for where they prove nothing.
    pub locale: Option<Locale>,
}

/// Why a text is not a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NumberFault {
    /// Letters, ranges, units, wrong groups.
    NotANumber,
    /// `1.234`: one thousand or one and a bit.
    Ambiguous,
    /// More digits than are kept.
    TooLong,
}

/// Digits behind the point that are kept: more is the noise of a calculation.
const PLACES_MAX: usize = 12;
/// Whole numbers from here on have lost digits in a spreadsheet, which keeps fifteen.
pub(crate) const EXACT_BELOW: f64 = 1e15;

/// The ASCII digit of a digit in any of the three sets.
fn ascii_digit(letter: char) -> Option<char> {
    let value = match letter {
        '0'..='9' => u32::from(letter) - u32::from('0'),
        '\u{0660}'..='\u{0669}' => u32::from(letter) - 0x0660,
        '\u{06F0}'..='\u{06F9}' => u32::from(letter) - 0x06F0,
        _ => return None,
    };
    char::from_digit(value, 10)
}

/// Whether a text has digits of the Arabic sets.
pub(crate) fn has_arabic_digits(text: &str) -> bool {
    text.chars().any(|letter| !letter.is_ascii_digit() && ascii_digit(letter).is_some())
}

/// The text with ASCII digits and without invisible characters.
pub(crate) fn with_ascii_digits(text: &str) -> String {
    let letters = word::trim(text).chars().filter(|letter| !word::is_invisible(*letter));
    letters.map(|letter| ascii_digit(letter).unwrap_or(letter)).collect()
}

/// A number split at its marks, not yet understood. Spaces, apostrophes and the Arabic thousands mark are `_`.
struct Written {
    is_negative: bool,
    rest: String,
}

fn split_sign(text: &str) -> Option<Written> {
    let plain = with_ascii_digits(text);
    let (is_negative, rest) = match plain.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, plain.strip_prefix('+').unwrap_or(&plain)),
    };
    let rest: String = rest
        .chars()
        .map(|letter| match letter {
            ' ' | '\u{00A0}' | '\u{202F}' | '\u{2009}' | '\'' | '\u{2019}' | '\u{066C}' => '_',
            '\u{066B}' => 'd',
            _ => letter,
        })
        .collect();
    let is_plain =
        rest.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '_' | ',' | '.' | 'd'));
    let has_ends =
        rest.starts_with(|c: char| c.is_ascii_digit()) && rest.ends_with(|c: char| c.is_ascii_digit());
    (is_plain && has_ends).then_some(Written { is_negative, rest })
}

/// Where the fraction begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fraction {
    None,
    After(char),
    /// A lone mark with three digits behind it.
    Doubtful(Mark),
}

fn fraction_of(rest: &str) -> Fraction {
    let count = |mark: char| rest.matches(mark).count();
    let (commas, points) = (count(','), count('.'));
    if count('d') > 0 {
        return Fraction::After('d');
    }
    match (commas, points) {
        (0, 1) => lone(rest, Mark::Point, '.'),
        (1, 0) => lone(rest, Mark::Comma, ','),
        (0, _) | (_, 0) => Fraction::None,
        (_, _) if rest.rfind(',') > rest.rfind('.') => Fraction::After(','),
        (_, _) => Fraction::After('.'),
    }
}

fn lone(rest: &str, mark: Mark, letter: char) -> Fraction {
    let (whole, fraction) = rest.split_once(letter).unwrap_or((rest, ""));
    let is_group = fraction.len() == 3 && whole.len() <= 3 && !whole.contains('_') && !whole.starts_with('0');
    if is_group { Fraction::Doubtful(mark) } else { Fraction::After(letter) }
}

/// The decimal mark that a text proves by itself.
pub(crate) fn proof(text: &str) -> Option<Mark> {
    let written = split_sign(text)?;
    match fraction_of(&written.rest) {
        Fraction::After(',') => Some(Mark::Comma),
        Fraction::After('.') => Some(Mark::Point),
        Fraction::None if is_grouped(&written.rest, ',') => Some(Mark::Point),
        Fraction::None if is_grouped(&written.rest, '.') => Some(Mark::Comma),
        Fraction::None | Fraction::After(_) | Fraction::Doubtful(_) => None,
    }
}

fn is_grouped(rest: &str, mark: char) -> bool {
    rest.contains(mark) && ungroup(rest).is_some()
}

/// The digits of a whole part whose groups are right: one to three digits, then always three, always the same mark.
fn ungroup(whole: &str) -> Option<String> {
    let mut marks = whole.chars().filter(|letter| !letter.is_ascii_digit());
    let first = marks.next();
    if marks.any(|mark| Some(mark) != first) {
        return None;
    }
    if first.is_some() {
        let mut groups = whole.split(|letter: char| !letter.is_ascii_digit());
        let leading = groups.next()?.len();
        if !(1..=3).contains(&leading) || groups.any(|group| group.len() != 3) {
            return None;
        }
    }
    Some(whole.chars().filter(char::is_ascii_digit).collect())
}

/// Reads a number that stands in a text.
pub(crate) fn read(text: &str, reading: NumberReading) -> Result<Decimal, NumberFault> {
    let written = split_sign(text).ok_or(NumberFault::NotANumber)?;
    let mark = match fraction_of(&written.rest) {
        Fraction::None => None,
        Fraction::After(letter) => Some(letter),
        Fraction::Doubtful(mark) => {
            let letter = if mark == Mark::Comma { ',' } else { '.' };
            reading.is_decimal(mark).ok_or(NumberFault::Ambiguous)?.then_some(letter)
        }
    };
    let (whole, fraction) = match mark {
        Some(mark) => written.rest.rsplit_once(mark).ok_or(NumberFault::NotANumber)?,
        None => (written.rest.as_str(), ""),
    };
    if fraction.contains(|letter: char| !letter.is_ascii_digit()) {
        return Err(NumberFault::NotANumber);
    }
    let whole = ungroup(whole).ok_or(NumberFault::NotANumber)?;
    if fraction.len() > PLACES_MAX {
        return Err(NumberFault::TooLong);
    }
    let sign = if written.is_negative { "-" } else { "" };
    let plain =
        if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") };
    Decimal::parse(&plain).ok_or(NumberFault::TooLong)
}

impl NumberReading {
    /// Whether a doubtful mark is the decimal one; `None` where nobody can know.
    fn is_decimal(self, mark: Mark) -> Option<bool> {
        match (self.proved, self.locale) {
            (Some(proved), _) => Some(mark == proved),
            (None, Some(Locale::En)) => Some(mark == Mark::Point),
            (None, Some(Locale::Fr)) => (mark == Mark::Comma).then_some(true),
            (None, Some(Locale::Ar) | None) => None,
        }
    }
}

/// A spreadsheet's number in plain digits: fifteen of them say something, the rest is noise of the float.
pub(crate) fn shown(number: f64) -> String {
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    if rounded == 0.0 { "0".to_owned() } else { rounded.to_string() }
}

/// A spreadsheet's number, exact.
pub(crate) fn of_spreadsheet(number: f64) -> Result<Decimal, NumberFault> {
    if !number.is_finite() {
        return Err(NumberFault::NotANumber);
    }
    if number.abs() >= EXACT_BELOW {
        return Err(NumberFault::TooLong);
    }
    let plain = shown(number);
    if plain.split_once('.').is_some_and(|(_, fraction)| fraction.len() > PLACES_MAX) {
        return Err(NumberFault::TooLong);
    }
    Decimal::parse(&plain).ok_or(NumberFault::TooLong)
}

/// The number where it is whole.
pub(crate) fn whole(decimal: Decimal) -> Option<i64> {
    scaled(decimal, 0)
}

/// The amount in cents where it has no smaller part.
pub(crate) fn cents(decimal: Decimal) -> Option<i64> {
    scaled(decimal, 2)
}

fn scaled(decimal: Decimal, places: u8) -> Option<i64> {
    if decimal.places <= places {
        return decimal.units.checked_mul(10_i64.checked_pow(u32::from(places - decimal.places))?);
    }
    let divisor = 10_i64.checked_pow(u32::from(decimal.places - places))?;
    (decimal.units % divisor == 0).then_some(decimal.units / divisor)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, locale: Option<Locale>, expected: Result<&str, NumberFault>) {
        let reading = NumberReading { proved: None, locale };
        assert_eq!(
            read(text, reading).map(|decimal| decimal.to_string()),
            expected.map(str::to_owned),
            "{text:?}"
        );
    }

    #[test]
    fn thousands_may_be_parted_by_spaces_apostrophes_or_the_other_mark() {
        for text in [
            "1 250",
            "1\u{00A0}250",
            "1\u{202F}250",
            "1'250",
            "1’250",
            "+1250",
            "١٬٢٥٠",
            "۱۲۵۰",
            "\u{200F}1250 ",
        ] {
            check(text, None, Ok("1250"));
        }
        check("1,234,567", None, Ok("1234567"));
        check("1.234.567,5", None, Ok("1234567.5"));
        check("-1,234.50", None, Ok("-1234.50"));
        check("١٢٫٥", None, Ok("12.5"));
        check("1 234,567", None, Ok("1234.567"));
    }

    #[test]
    fn one_mark_with_three_digits_is_doubtful_unless_column_or_language_settle_it() {
        check("1.234", None, Err(NumberFault::Ambiguous));
        check("1.234", Some(Locale::Fr), Err(NumberFault::Ambiguous));
        check("1,234", Some(Locale::Fr), Ok("1.234"));
        check("1,234", Some(Locale::En), Ok("1234"));
        check("0,125", None, Ok("0.125"));
        let reading = NumberReading { proved: Some(Mark::Comma), locale: Some(Locale::En) };
        assert_eq!(read("1.234", reading).unwrap().to_string(), "1234");
    }

    #[test]
    fn what_is_no_number_is_never_guessed() {
        for text in [
            "about 50",
            "50 people",
            "10-12",
            "12%",
            "1e5",
            "1,23,456",
            "12 34",
            "",
            "-",
            "1..2",
            "(5)",
            "1.2.3",
            "5,",
            "1,2.3,4",
        ] {
            check(text, None, Err(NumberFault::NotANumber));
        }
        check("99999999999999999999", None, Err(NumberFault::TooLong));
    }

    #[test]
    fn a_column_proves_its_decimal_mark() {
        assert_eq!(proof("12,5"), Some(Mark::Comma));
        assert_eq!(proof("1.234.567"), Some(Mark::Comma));
        assert_eq!(proof("1,234.5"), Some(Mark::Point));
        assert_eq!(proof("1.234"), None);
        assert_eq!(proof("12"), None);
        assert_eq!(proof("about 12,5"), None);
    }

    #[test]
    fn a_float_of_a_spreadsheet_has_fifteen_digits() {
        assert_eq!(shown(0.1 + 0.2), "0.3");
        assert_eq!(shown(140.0), "140");
        assert_eq!(shown(-0.0), "0");
        assert_eq!(of_spreadsheet(1e15), Err(NumberFault::TooLong));
        assert_eq!(of_spreadsheet(f64::NAN), Err(NumberFault::NotANumber));
        assert_eq!(cents(of_spreadsheet(12.5).unwrap()), Some(1250));
        assert_eq!(cents(of_spreadsheet(12.505).unwrap()), None);
        assert_eq!(whole(Decimal { units: 1200, places: 2 }), Some(12));
    }

    fn in_digits(text: &str, zero: u32) -> String {
        text.chars()
            .map(|c| c.to_digit(10).map_or(c, |digit| char::from_u32(zero + digit).unwrap()))
            .collect()
    }

    proptest! {
        #[test]
        fn a_whole_number_is_read_back_in_three_digit_sets(number in any::<i64>(), zero in prop::sample::select(vec![0x30_u32, 0x660, 0x6F0])) {
            let text = in_digits(&number.to_string(), zero);
            prop_assert_eq!(read(&text, NumberReading::default()).map(whole), Ok(Some(number)));
        }

        #[test]
        fn a_grouped_decimal_is_read_back(units in 0_i64..999_999_999_999, places in 1_u8..6, is_comma in any::<bool>()) {
            let decimal = Decimal { units, places };
            let text = decimal.to_string();
            let (whole, fraction) = text.split_once('.').unwrap();
            let groups: Vec<String> = whole.as_bytes().rchunks(3).rev().map(|g| String::from_utf8(g.to_vec()).unwrap()).collect();
            let (mark, proved) = if is_comma { (",", Mark::Comma) } else { (".", Mark::Point) };
            let written = format!("{}{mark}{fraction}", groups.join(if is_comma { "." } else { "," }));
            prop_assert_eq!(read(&written, NumberReading { proved: Some(proved), locale: None }), Ok(decimal));
        }

        #[test]
        fn no_text_breaks_the_reading_of_numbers(text in "\\PC{0,12}|[0-9.,' ]{0,24}") {
            let _ = proof(&text);
            if let Ok(decimal) = read(&text, NumberReading::default()) {
                prop_assert!(Decimal::parse(&decimal.to_string()).is_some());
            }
        }

        #[test]
        fn any_float_has_a_text(bits in any::<u64>()) {
            let number = f64::from_bits(bits);
            let _ = shown(number);
            let _ = of_spreadsheet(number);
        }
    }
}
