//! Years by which figures are also told: the civil year, the year of the Ethiopian calendar, a donor's year that begins in
//! another month. Each day lies in exactly one year of each kind, so tables by year add up to the same figure.

use jiff::Span;
use jiff::civil::{Date, date};

use crate::id::YearName;

/// A kind of year with the name by which the programme knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearCount {
    /// Its name (`calendar`, `ethiopian`, `donor`).
    pub name: YearName,
    /// When its years begin.
    pub kind: YearKind,
}

/// When a year begins, and how it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum YearKind {
    /// On 1 January, written `2017`.
    Calendar,
    /// On 1 Meskerem, which is 11 or 12 September in our time; written with the number of the Ethiopian calendar, `2010`
    /// for the year that began on 11 September 2017.
    Ethiopian,
    /// On the first day of this month (2 to 12), written with both civil years, `2016/17`.
    FromMonth(i8),
}

/// How many years the Ethiopian calendar is behind at the most: until the new year in September one more than after it.
const ETHIOPIAN_BEHIND_MAX: i16 = 8;
/// 1 Meskerem of the year 1, in days before 1970: the Julian day 1 724 221 before the Julian day 2 440 588.
const ETHIOPIAN_FIRST_DAY: i64 = 1_724_221 - 2_440_588;

impl YearKind {
    /// The number of the year in which a day lies; where a year has two civil ones, the first of them.
    #[must_use]
    pub fn number(self, day: Date) -> i16 {
        let earliest = match self {
            Self::Calendar => return day.year(),
            Self::Ethiopian => day.year() - ETHIOPIAN_BEHIND_MAX,
            Self::FromMonth(_) => day.year() - 1,
        };
        if day >= self.first_day(earliest + 1) { earliest + 1 } else { earliest }
    }

    /// The first day of a year.
    #[must_use]
    pub fn first_day(self, number: i16) -> Date {
        match self {
            Self::Calendar => date(number, 1, 1),
            Self::FromMonth(month) => date(number, month, 1),
            Self::Ethiopian => {
                // Every fourth year is a leap year, the year before it being 3, 7, ...
                let number = i64::from(number);
                let day = ETHIOPIAN_FIRST_DAY + 365 * (number - 1) + number.div_euclid(4);
                date(1970, 1, 1)
                    .checked_add(Span::new().days(day))
                    .expect("a year of a programme has its first day within the civil calendar")
            }
        }
    }

    /// The code of a year.
    #[must_use]
    pub fn code(self, number: i16) -> String {
        match self {
            Self::Calendar | Self::Ethiopian => format!("{number:04}"),
            Self::FromMonth(_) => format!("{number:04}/{:02}", (number + 1).rem_euclid(100)),
        }
    }

    /// The code of the year in which a day lies.
    #[must_use]
    pub fn code_of(self, day: Date) -> String {
        self.code(self.number(day))
    }

    /// The numbers of the years from the one in which `first` lies to that of `last`; empty when `last` is earlier.
    #[must_use]
    pub fn through(self, first: Date, last: Date) -> Vec<i16> {
        if last < first { Vec::new() } else { (self.number(first)..=self.number(last)).collect() }
    }
}

#[cfg(test)]
mod tests {
    use jiff::Unit;

    use super::*;
    use proptest::prelude::*;

    fn ethiopian(year: i16, month: i8, day: i8) -> String {
        YearKind::Ethiopian.code_of(date(year, month, day))
    }

    #[test]
    fn the_ethiopian_year_2010_began_on_11_september_2017() {
        assert_eq!(ethiopian(2017, 9, 10), "2009");
        assert_eq!(ethiopian(2017, 9, 11), "2010");
        assert_eq!(ethiopian(2018, 1, 1), "2010");
        assert_eq!(ethiopian(2018, 9, 10), "2010");
        assert_eq!(ethiopian(2018, 9, 11), "2011");
    }

    #[test]
    fn after_an_ethiopian_leap_year_the_new_year_is_on_12_september() {
        let first_days: Vec<String> =
            (2006..=2013).map(|year| YearKind::Ethiopian.first_day(year).to_string()).collect();
        let expected = [
            "2013-09-11",
            "2014-09-11",
            "2015-09-12",
            "2016-09-11",
            "2017-09-11",
            "2018-09-11",
            "2019-09-12",
            "2020-09-11",
        ];
        assert_eq!(first_days, expected);
    }

    #[test]
    fn a_donors_year_has_two_civil_years() {
        let donor = YearKind::FromMonth(10);
        assert_eq!(donor.code_of(date(2016, 9, 30)), "2015/16");
        assert_eq!(donor.code_of(date(2016, 10, 1)), "2016/17");
        assert_eq!(donor.code_of(date(2017, 9, 30)), "2016/17");
        assert_eq!(donor.code_of(date(1999, 12, 31)), "1999/00");
        assert_eq!(YearKind::Calendar.code_of(date(2016, 10, 1)), "2016");
    }

    #[test]
    fn years_run_from_the_first_to_the_last_day() {
        let codes = |kind: YearKind| {
            let numbers = kind.through(date(2016, 7, 1), date(2018, 6, 30));
            numbers.into_iter().map(|number| kind.code(number)).collect::<Vec<_>>()
        };
        assert_eq!(codes(YearKind::Calendar), ["2016", "2017", "2018"]);
        assert_eq!(codes(YearKind::Ethiopian), ["2008", "2009", "2010"]);
        assert_eq!(codes(YearKind::FromMonth(10)), ["2015/16", "2016/17", "2017/18"]);
        assert!(YearKind::Calendar.through(date(2018, 1, 1), date(2017, 1, 1)).is_empty());
    }

    fn kinds() -> impl Strategy<Value = YearKind> {
        prop_oneof![
            Just(YearKind::Calendar),
            Just(YearKind::Ethiopian),
            (2..=12_i8).prop_map(YearKind::FromMonth)
        ]
    }

    proptest! {
        /// Each day lies in the year that begins last before it, and years are 365 or 366 days long.
        #[test]
        fn each_day_lies_in_exactly_one_year(kind in kinds(), days in -60_000..60_000_i64) {
            let day = date(1970, 1, 1).checked_add(Span::new().days(days)).unwrap();
            let number = kind.number(day);
            let (first, next) = (kind.first_day(number), kind.first_day(number + 1));
            prop_assert!(first <= day && day < next, "{first} {day} {next}");
            let length = first.until((Unit::Day, next)).unwrap().get_days();
            prop_assert!(length == 365 || length == 366, "{length}");
        }
    }
}
