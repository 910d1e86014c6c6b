//! Days as people write them. `08/03/2018` is a day in March or in August: a column decides by any value that allows
//! only one order, else by the declared language, else nobody knows and it is not guessed.

use hatua_core::programme::Locale;
use jiff::civil::Date;

use super::number;

/// Which of the first two numbers is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    DayFirst,
    MonthFirst,
}

impl Order {
    /// The order in words, as it is noted.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::DayFirst => "day/month/year",
            Self::MonthFirst => "month/day/year",
        }
    }
}

/// What stands in a text that should be a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Written {
    /// A day with its year first.
    Day(Date),
    /// Day and month in an order that the text itself does not tell.
    TwoOrders { first: i8, second: i8, year: i16 },
    /// The serial number of a spreadsheet.
    Serial(f64),
    /// The shape of a day that the calendar does not have.
    Impossible,
    /// A year of two digits.
    ShortYear,
    /// No day at all.
    NotADay,
}

/// What a text means in its column.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum DayReading {
    Day(Date),
    Serial(f64),
    Ambiguous,
    Impossible,
    ShortYear,
    NotADay,
}

/// Serial numbers that are taken as days: 1927 to 2119. Smaller ones are counts, larger ones something else.
const SERIALS: std::ops::RangeInclusive<f64> = 10_000.0..=80_000.0;

/// Whether a number in a column of days may be a serial number.
pub(crate) fn is_serial(number: f64) -> bool {
    SERIALS.contains(&number)
}

/// Looks at a text; what it means may depend on its column.
pub(crate) fn look(text: &str) -> Written {
    let plain =
        number::with_ascii_digits(text).replace(['\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}'], "-");
    let day = without_time(&plain);
    if let Ok(serial) = day.parse::<f64>()
        && day.bytes().take(5).all(|b| b.is_ascii_digit())
        && is_serial(serial)
    {
        return Written::Serial(serial);
    }
    let Some(separator) = day.chars().find(|letter| matches!(letter, '-' | '/' | '.')) else {
        return Written::NotADay;
    };
    let parts: Vec<&str> = day.split(separator).collect();
    let [first, second, third] = parts[..] else { return Written::NotADay };
    let is_number = |part: &&str| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    if !parts.iter().all(is_number) {
        return Written::NotADay;
    }
    let small = |part: &str| part.parse::<i8>().ok().filter(|_| part.len() <= 2);
    let year = |part: &str| part.parse::<i16>().ok().filter(|_| part.len() == 4);
    match (year(first), small(first), small(second), small(third), year(third)) {
        (Some(year), None, Some(month), Some(day), None) => {
            civil(year, month, day).map_or(Written::Impossible, Written::Day)
        }
        (None, Some(first), Some(second), None, Some(year)) => Written::TwoOrders { first, second, year },
        (None, Some(_), Some(_), Some(_), None) => Written::ShortYear,
        _ => Written::NotADay,
    }
}

/// The day of an ISO date or moment, as it was written, whatever its time zone.
pub(crate) fn written_day(text: &str) -> Option<Date> {
    match look(text) {
        Written::Day(day) => Some(day),
        Written::TwoOrders { .. }
        | Written::Serial(_)
        | Written::Impossible
        | Written::ShortYear
        | Written::NotADay => None,
    }
}

/// The text without a time of day behind it.
fn without_time(text: &str) -> &str {
    match text.split_once(|letter: char| letter == 'T' || letter.is_whitespace()) {
        Some((day, time))
            if time.contains(':') && time.starts_with(|c: char| c.is_ascii_digit() || c.is_whitespace()) =>
        {
            day
        }
        Some(_) | None => text,
    }
}

/// A day of the calendar since 1900: an earlier year is a slip of the finger.
pub(crate) fn civil(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok().filter(|_| year >= 1900)
}

/// The order that a text proves: the only one that gives a day.
fn proof(written: Written) -> Option<Order> {
    let Written::TwoOrders { first, second, year } = written else { return None };
    match (civil(year, second, first), civil(year, first, second)) {
        (Some(_), None) => Some(Order::DayFirst),
        (None, Some(_)) => Some(Order::MonthFirst),
        (Some(_), Some(_)) | (None, None) => None,
    }
}

/// The order of a column: proved by its values, else the habit of the declared language. Values that prove both orders
/// prove nothing.
pub(crate) fn order_of<'a>(texts: impl Iterator<Item = &'a str>, locale: Option<Locale>) -> Option<Order> {
    let (mut day_first, mut month_first) = (false, false);
    for text in texts {
        match proof(look(text)) {
            Some(Order::DayFirst) => day_first = true,
            Some(Order::MonthFirst) => month_first = true,
            None => {}
        }
    }
    match (day_first, month_first) {
        (true, false) => Some(Order::DayFirst),
        (false, true) => Some(Order::MonthFirst),
        (true, true) => None,
        // English is written in both orders; French and Arabic in one.
        (false, false) => match locale {
            Some(Locale::Fr | Locale::Ar) => Some(Order::DayFirst),
            Some(Locale::En) | None => None,
        },
    }
}

/// What a text means in a column of this order.
pub(crate) fn read(text: &str, order: Option<Order>) -> DayReading {
    match look(text) {
        Written::Day(day) => DayReading::Day(day),
        Written::Serial(serial) => DayReading::Serial(serial),
        Written::Impossible => DayReading::Impossible,
        Written::ShortYear => DayReading::ShortYear,
        Written::NotADay => DayReading::NotADay,
        Written::TwoOrders { first, second, year } => {
            match (civil(year, second, first), civil(year, first, second), order) {
                (Some(day), Some(same), _) if day == same => DayReading::Day(day),
                (Some(_), Some(_), None) => DayReading::Ambiguous,
                (Some(day), Some(_), Some(Order::DayFirst))
                | (Some(_), Some(day), Some(Order::MonthFirst))
                | (Some(day), None, _)
                | (None, Some(day), _) => DayReading::Day(day),
                (None, None, _) => DayReading::Impossible,
            }
        }
    }
}

/// Whether a text is read by the order of its column.
pub(crate) fn needs_order(text: &str) -> bool {
    matches!(look(text), Written::TwoOrders { .. })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn the_year_first_is_never_doubtful() {
        for text in [
            "2018-03-08",
            "2018/3/8",
            "٢٠١٨-٠٣-٠٨",
            "2018-03-08T23:30:00+03:00",
            "2018-03-08 14:30",
            "\u{200F}۲۰۱۸/۰۳/۰۸",
        ] {
            assert_eq!(read(text, None), DayReading::Day(date(2018, 3, 8)), "{text}");
        }
    }

    #[test]
    fn one_value_settles_the_order_of_its_column() {
        let texts = ["08/03/2018", "29/06/2018", "31/06/2018"];
        let order = order_of(texts.into_iter(), None);
        assert_eq!(order, Some(Order::DayFirst));
        assert_eq!(read(texts[0], order), DayReading::Day(date(2018, 3, 8)));
        assert_eq!(read(texts[2], order), DayReading::Impossible);
        assert_eq!(order_of(["06-29-2018"].into_iter(), Some(Locale::Fr)), Some(Order::MonthFirst));
    }

    #[test]
    fn an_order_that_nobody_tells_is_ambiguous() {
        assert_eq!(read("08/03/2018", None), DayReading::Ambiguous);
        assert_eq!(read("05/05/2018", None), DayReading::Day(date(2018, 5, 5)), "the same in both orders");
        assert_eq!(order_of(["29/06/2018", "06/29/2018", "08/03/2018"].into_iter(), Some(Locale::Fr)), None);
        assert_eq!(order_of(["08/03/2018"].into_iter(), Some(Locale::En)), None);
        assert_eq!(order_of(["08/03/2018"].into_iter(), Some(Locale::Ar)), Some(Order::DayFirst));
    }

    #[test]
    fn what_is_no_day_says_why() {
        assert_eq!(read("2018-02-30", None), DayReading::Impossible);
        assert_eq!(read("29/06/18", None), DayReading::ShortYear);
        assert_eq!(read("0218-06-20", None), DayReading::Impossible);
        for text in ["June 2018", "2018-06", "8 March", "20/06-2018", "1/2/3/4", "", "43167x", "20180308"] {
            assert_eq!(read(text, None), DayReading::NotADay, "{text}");
        }
        assert_eq!(read("43167", None), DayReading::Serial(43_167.0));
    }

    proptest! {
        #[test]
        fn a_day_is_read_back_in_every_order_and_digit_set(
            year in 1900_i16..2200, month in 1_i8..=12, day in 1_i8..=28,
            zero in prop::sample::select(vec![0x30_u32, 0x660, 0x6F0]),
            separator in prop::sample::select(vec!['/', '-', '.']),
        ) {
            let expected = DayReading::Day(date(year, month, day));
            let digits = |text: String| -> String {
                text.chars().map(|c| c.to_digit(10).map_or(c, |d| char::from_u32(zero + d).unwrap())).collect()
            };
            let iso = digits(format!("{year:04}{separator}{month:02}{separator}{day:02}"));
            prop_assert_eq!(read(&iso, None), expected);
            let day_first = digits(format!("{day}{separator}{month}{separator}{year:04}"));
            prop_assert_eq!(read(&day_first, Some(Order::DayFirst)), expected);
            let month_first = digits(format!("{month}{separator}{day}{separator}{year:04}"));
            prop_assert_eq!(read(&month_first, Some(Order::MonthFirst)), expected);
        }

        #[test]
        fn no_text_breaks_the_reading_of_days(text in "\\PC{0,12}|[0-9/.T: -]{0,20}") {
            let _ = read(&text, order_of(std::iter::once(text.as_str()), None));
        }
    }
}
