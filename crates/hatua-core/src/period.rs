//! Quarters of the civil year. Periods are half-open: a quarter runs from its first day to the day before the next
//! quarter's first.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A quarter of a civil year, written `2018-Q2`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Quarter {
    year: i16,
    quarter: i8,
}

/// Why a text is not a quarter.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a quarter: write the year, -Q and 1 to 4, for example 2018-Q2")]
pub struct QuarterError(String);

impl Quarter {
    /// The quarter in which a day lies.
    #[must_use]
    pub fn of(day: Date) -> Self {
        Self { year: day.year(), quarter: (day.month() - 1) / 3 + 1 }
    }

    /// The civil year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.year
    }

    /// 1 to 4.
    #[must_use]
    pub fn number(self) -> i8 {
        self.quarter
    }

    /// The first day of the quarter.
    #[must_use]
    pub fn first_day(self) -> Date {
        jiff::civil::date(self.year, (self.quarter - 1) * 3 + 1, 1)
    }

    /// The last day of the quarter.
    #[must_use]
    pub fn last_day(self) -> Date {
        self.next().first_day().yesterday().expect("a quarter's first day has a day before it")
    }

    /// The quarter after this one.
    #[must_use]
    pub fn next(self) -> Self {
        if self.quarter == 4 {
            Self { year: self.year + 1, quarter: 1 }
        } else {
            Self { year: self.year, quarter: self.quarter + 1 }
        }
    }

    /// Every quarter from this one to `last`, both included; empty when `last` is earlier.
    #[must_use]
    pub fn through(self, last: Self) -> Vec<Self> {
        std::iter::successors(Some(self), |quarter| Some(quarter.next()))
            .take_while(|quarter| *quarter <= last)
            .collect()
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-Q{}", self.year, self.quarter)
    }
}

impl FromStr for Quarter {
    type Err = QuarterError;
    fn from_str(text: &str) -> Result<Self, QuarterError> {
        let wrong = || QuarterError(text.to_owned());
        let (year, quarter) = text.split_once("-Q").ok_or_else(wrong)?;
        let quarter = quarter.parse().map_err(|_| wrong())?;
        if year.len() != 4 || !(1..=4).contains(&quarter) {
            return Err(wrong());
        }
        Ok(Self { year: year.parse().map_err(|_| wrong())?, quarter })
    }
}

impl TryFrom<String> for Quarter {
    type Error = QuarterError;
    fn try_from(text: String) -> Result<Self, QuarterError> {
        text.parse()
    }
}

impl From<Quarter> for String {
    fn from(quarter: Quarter) -> String {
        quarter.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_quarter_ends_the_day_before_the_next_begins() {
        let quarter = Quarter::of(date(2018, 5, 23));
        assert_eq!(quarter.to_string(), "2018-Q2");
        assert_eq!((quarter.first_day(), quarter.last_day()), (date(2018, 4, 1), date(2018, 6, 30)));
    }

    #[test]
    fn eight_quarters_from_2016_q3_to_2018_q2() {
        let first: Quarter = "2016-Q3".parse().unwrap();
        assert_eq!(first.through("2018-Q2".parse().unwrap()).len(), 8);
        assert!("2018-Q5".parse::<Quarter>().is_err());
    }
}
