//! How numbers, amounts, days and quarters are written. It is the only place that writes them on pages, so that 1600 looks the
//! same everywhere. The forms are CLDR's, with two overrides: English has the thin space of EU style instead of the
//! comma, and French writes the first of a month as *1er*. Identifiers and addresses never come through here: they keep
//! plain digits.

use std::sync::LazyLock;

use hatua_core::period::Quarter;
use hatua_core::programme::{ArabicDigits, Locale};
use hatua_core::release::ReleaseId;
use hatua_core::statement::AsOf;
use icu::calendar::{Gregorian, Iso};
use icu::datetime::FixedCalendarDateTimeFormatter;
use icu::datetime::fieldsets::{M, YM, YMD};
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use jiff::civil::Date;

/// The narrow space that never breaks: it groups digits.
const THIN_SPACE: &str = "\u{202f}";
/// The space that never breaks: it holds an amount and its currency together.
const FIXED_SPACE: &str = "\u{a0}";
/// The minus sign; the hyphen is too short to be seen before a digit.
const MINUS: &str = "\u{2212}";

/// Writes numbers and days in one language.
pub struct Numbers {
    locale: Locale,
    grouped: DecimalFormatter,
    plain: DecimalFormatter,
    day: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    month_of_year: FixedCalendarDateTimeFormatter<Gregorian, YM>,
    month: FixedCalendarDateTimeFormatter<Gregorian, M>,
}

static ENGLISH: LazyLock<Numbers> = LazyLock::new(|| Numbers::load(Locale::En, "en-GB"));
static FRENCH: LazyLock<Numbers> = LazyLock::new(|| Numbers::load(Locale::Fr, "fr"));
static ARABIC: LazyLock<Numbers> = LazyLock::new(|| Numbers::load(Locale::Ar, "ar-u-nu-arab"));
static ARABIC_LATIN: LazyLock<Numbers> = LazyLock::new(|| Numbers::load(Locale::Ar, "ar-u-nu-latn"));

impl Numbers {
    /// The writer for a language; the digits matter in Arabic only.
    #[must_use]
    pub fn of(locale: Locale, digits: ArabicDigits) -> &'static Self {
        match (locale, digits) {
            (Locale::En, _) => &ENGLISH,
            (Locale::Fr, _) => &FRENCH,
            (Locale::Ar, ArabicDigits::Arab) => &ARABIC,
            (Locale::Ar, ArabicDigits::Latin) => &ARABIC_LATIN,
        }
    }

    fn load(locale: Locale, tag: &str) -> Self {
        const COMPILED: &str = "the three languages are compiled in";
        let tag: icu::locale::Locale = tag.parse().expect("the tag is well formed");
        let decimal = |strategy| {
            let mut options = DecimalFormatterOptions::default();
            options.grouping_strategy = Some(strategy);
            DecimalFormatter::try_new((&tag).into(), options).expect(COMPILED)
        };
        Self {
            locale,
            grouped: decimal(GroupingStrategy::Always),
            plain: decimal(GroupingStrategy::Never),
            day: FixedCalendarDateTimeFormatter::try_new((&tag).into(), YMD::long()).expect(COMPILED),
            month_of_year: FixedCalendarDateTimeFormatter::try_new((&tag).into(), YM::long())
                .expect(COMPILED),
            month: FixedCalendarDateTimeFormatter::try_new((&tag).into(), M::long()).expect(COMPILED),
        }
    }

    /// A count: `1 600`, `١٬٦٠٠`.
    #[must_use]
    pub fn grouped(&self, number: u64) -> String {
        self.spaced(self.grouped.format_to_string(&Decimal::from(number)))
    }

    /// A number that is a name: a year, a quarter, a version. Digits of the language, no grouping.
    #[must_use]
    pub fn plain(&self, number: i64) -> String {
        self.plain.format_to_string(&Decimal::from(number))
    }

    /// A name with numbers in it (`2016/17`): digits of the language.
    #[must_use]
    pub fn named(&self, name: &str) -> String {
        let in_language = |letter: char| {
            letter.to_digit(10).map_or_else(|| letter.to_string(), |digit| self.plain(digit.into()))
        };
        name.chars().map(in_language).collect()
    }

    /// How much more or less, always with its sign: `+43`, `−43`; no change is `0`.
    #[must_use]
    pub fn difference(&self, difference: i64) -> String {
        let sign = match difference {
            ..0 => MINUS,
            0 => "",
            1.. => "+",
        };
        format!("{sign}{}", self.grouped(difference.unsigned_abs()))
    }

    /// A share with one decimal, rounded half up, for reading only: `2.6 %`, `2,6 %`, `٢٫٦٪`. Nothing of nothing has no
    /// share.
    #[must_use]
    pub fn share(&self, part: u64, whole: u64) -> Option<String> {
        let per_mille = (u128::from(part) * 2000 + u128::from(whole))
            / (u128::from(whole).checked_mul(2).filter(|w| *w > 0)?);
        let mut decimal = Decimal::from(per_mille);
        decimal.multiply_pow10(-1);
        decimal.absolute.trim_end();
        let number = self.spaced(self.grouped.format_to_string(&decimal));
        Some(match self.locale {
            Locale::En | Locale::Fr => format!("{number}{THIN_SPACE}%"),
            Locale::Ar => format!("{number}\u{66a}"),
        })
    }

    /// An amount with the currency's word or sign: `40 000 000 €`.
    #[must_use]
    pub fn money(&self, amount: i64, currency: &str) -> String {
        let sign = if amount < 0 { MINUS } else { "" };
        format!("{sign}{}{FIXED_SPACE}{currency}", self.grouped(amount.unsigned_abs()))
    }

    /// A day: `3 September 2018`.
    #[must_use]
    pub fn date(&self, day: Date) -> String {
        let written = self.day.format(&gregorian(day)).to_string();
        match (self.locale, day.day()) {
            (Locale::Fr, 1) => written.replacen('1', "1er", 1),
            (Locale::En | Locale::Fr | Locale::Ar, _) => written,
        }
    }

    /// A month of a year: `July 2018`.
    #[must_use]
    pub fn month_of_year(&self, year: i16, month: i8) -> String {
        self.month_of_year.format(&gregorian(jiff::civil::date(year, month, 1))).to_string()
    }

    /// A month by itself: `July`.
    #[must_use]
    pub fn month(&self, month: i8) -> String {
        self.month.format(&gregorian(jiff::civil::date(2018, month, 1))).to_string()
    }

    /// A day, month or year, as exact as the source was.
    #[must_use]
    pub fn as_of(&self, as_of: AsOf) -> String {
        match as_of {
            AsOf::Year(year) => self.plain(year.into()),
            AsOf::Month(year, month) => self.month_of_year(year, month),
            AsOf::Day(day) => self.date(day),
        }
    }

    /// Number and revision of a release as pages write them: `4.2`, `٤٫٢`.
    #[must_use]
    pub fn release(&self, release: ReleaseId) -> String {
        let number = self.plain(release.number.into());
        let separator = if self.locale == Locale::Ar && !number.is_ascii() { '\u{66b}' } else { '.' };
        format!("{number}{separator}{}", self.plain(release.revision.into()))
    }

    /// First month, last month and year of a quarter, for a text that joins them: `April`, `June`, `2018`.
    #[must_use]
    pub fn months_of(&self, quarter: Quarter) -> [String; 3] {
        let (first, last) = (quarter.first_day(), quarter.last_day());
        [self.month(first.month()), self.month(last.month()), self.plain(quarter.year().into())]
    }

    fn spaced(&self, written: String) -> String {
        match self.locale {
            Locale::En => written.replace(',', THIN_SPACE),
            Locale::Fr | Locale::Ar => written,
        }
    }
}

fn gregorian(day: Date) -> icu::calendar::Date<Gregorian> {
    let month = day.month().unsigned_abs();
    icu::calendar::Date::<Iso>::try_new_iso(day.year().into(), month, day.day().unsigned_abs())
        .expect("a civil day is a day of the ISO calendar")
        .to_calendar(Gregorian)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn all() -> [&'static Numbers; 3] {
        Locale::ALL.map(|locale| Numbers::of(locale, ArabicDigits::Arab))
    }

    fn check(write: impl Fn(&Numbers) -> String, english: &str, french: &str, arabic: &str) {
        assert_eq!(all().map(write), [english, french, arabic]);
    }

    #[test]
    fn thousands_are_grouped_as_each_language_does() {
        check(|n| n.grouped(1_600), "1\u{202f}600", "1\u{202f}600", "١٬٦٠٠");
        check(
            |n| n.grouped(40_000_000),
            "40\u{202f}000\u{202f}000",
            "40\u{202f}000\u{202f}000",
            "٤٠٬٠٠٠٬٠٠٠",
        );
        check(|n| n.grouped(575), "575", "575", "٥٧٥");
        assert_eq!(Numbers::of(Locale::Ar, ArabicDigits::Latin).grouped(575), "575");
    }

    #[test]
    fn a_difference_always_shows_its_sign() {
        check(|n| n.difference(-1_043), "−1\u{202f}043", "−1\u{202f}043", "−١٬٠٤٣");
        check(|n| n.difference(43), "+43", "+43", "+٤٣");
        check(|n| n.difference(0), "0", "0", "٠");
    }

    #[test]
    fn a_share_has_one_decimal_unless_it_is_whole() {
        check(|n| n.share(43, 1_643).unwrap(), "2.6\u{202f}%", "2,6\u{202f}%", "٢٫٦٪");
        check(|n| n.share(464, 1_600).unwrap(), "29\u{202f}%", "29\u{202f}%", "٢٩٪");
        assert_eq!(all()[0].share(0, 0), None);
    }

    #[test]
    fn days_months_and_releases_are_written_in_words() {
        check(|n| n.date(date(2018, 9, 3)), "3 September 2018", "3 septembre 2018", "٣ سبتمبر ٢٠١٨");
        check(|n| n.date(date(2016, 4, 1)), "1 April 2016", "1er avril 2016", "١ أبريل ٢٠١٦");
        check(|n| n.date(date(2018, 6, 11)), "11 June 2018", "11 juin 2018", "١١ يونيو ٢٠١٨");
        check(|n| n.as_of(AsOf::Month(2018, 7)), "July 2018", "juillet 2018", "يوليو ٢٠١٨");
        check(|n| n.as_of(AsOf::Year(2018)), "2018", "2018", "٢٠١٨");
        check(|n| n.release(ReleaseId { number: 4, revision: 2 }), "4.2", "4.2", "٤٫٢");
        check(
            |n| n.months_of("2018-Q2".parse().unwrap()).join(" "),
            "April June 2018",
            "avril juin 2018",
            "أبريل يونيو ٢٠١٨",
        );
    }

    #[test]
    fn a_year_that_is_a_name_has_the_digits_of_the_language() {
        check(|n| n.named("2016/17"), "2016/17", "2016/17", "٢٠١٦/١٧");
        assert_eq!(Numbers::of(Locale::Ar, ArabicDigits::Latin).named("2016"), "2016");
    }

    #[test]
    fn an_amount_never_breaks_before_its_currency() {
        check(
            |n| n.money(6_000_000, "€"),
            "6\u{202f}000\u{202f}000\u{a0}€",
            "6\u{202f}000\u{202f}000\u{a0}€",
            "٦٬٠٠٠٬٠٠٠\u{a0}€",
        );
    }

    proptest! {
        #[test]
        fn a_written_count_holds_exactly_its_digits(number: u64) {
            for numbers in all() {
                let digits: String = numbers.grouped(number).chars().filter_map(|c| c.to_digit(10).or(match c {
                    '٠'..='٩' => Some(u32::from(c) - u32::from('٠')),
                    _ => None,
                })).filter_map(|digit| char::from_digit(digit, 10)).collect();
                prop_assert_eq!(digits, number.to_string());
            }
        }
    }
}
