//! How many tests passed and failed, read from what the test programs print. A test that was ignored counts as failed:
//! nothing is skipped in silence.

use std::ops::AddAssign;

/// Tests that passed and failed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Those that ran and held.
    pub passed: u64,
    /// Those that did not hold, did not run, or never came to their end.
    pub failed: u64,
}

impl Tally {
    /// A single failure, for a step that could not be run.
    pub const ONE_FAILED: Self = Self { passed: 0, failed: 1 };

    /// Reads a line of libtest: `test result: ok. 3 passed; 0 failed; 0 ignored; ...`. `None` for every other line.
    pub fn of_libtest(line: &str) -> Option<Self> {
        let counts = line.strip_prefix("test result: ")?.split_once(". ")?.1;
        let mut tally = Self::default();
        for part in counts.split(';') {
            let (number, word) = part.trim().split_once(' ')?;
            match word {
                "passed" => tally.passed += number.parse::<u64>().ok()?,
                "failed" | "ignored" => tally.failed += number.parse::<u64>().ok()?,
                _ => {}
            }
        }
        Some(tally)
    }

    /// Reads the plain last line of our own checks: `3 passed, 0 failed`. `None` for every other line.
    pub fn of_checks(line: &str) -> Option<Self> {
        let (passed, failed) = line.trim().split_once(", ")?;
        let passed = passed.strip_suffix(" passed")?.parse().ok()?;
        let failed = failed.strip_suffix(" failed")?.parse().ok()?;
        Some(Self { passed, failed })
    }

    /// What a program said, believed only where its exit agrees: one that failed without a failed test failed all the same.
    #[must_use]
    pub fn checked_against(self, is_success: bool) -> Self {
        let is_silent = self == Self::default();
        if (is_success && !is_silent) || self.failed > 0 { self } else { Self { failed: 1, ..self } }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_counts_of_a_test_program_are_read() {
        let line =
            "test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.40s";
        assert_eq!(Tally::of_libtest(line), Some(Tally { passed: 12, failed: 0 }));
        assert_eq!(Tally::of_libtest("test a_person_is_counted_once ... ok"), None);
    }

    #[test]
    fn an_ignored_test_is_a_failed_one() {
        let line = "test result: FAILED. 3 passed; 1 failed; 2 ignored; 0 measured; 0 filtered out; finished in 0.00s";
        assert_eq!(Tally::of_libtest(line), Some(Tally { passed: 3, failed: 3 }));
    }

    #[test]
    fn our_own_checks_end_with_a_plain_line() {
        assert_eq!(Tally::of_checks("310 passed, 2 failed"), Some(Tally { passed: 310, failed: 2 }));
        assert_eq!(Tally::of_checks("FAIL / 360: nothing cut"), None);
        assert_eq!(Tally { passed: 310, failed: 2 }.to_string(), "310 passed, 2 failed");
    }

    #[test]
    fn a_program_that_died_or_said_nothing_is_a_failure() {
        let held = Tally { passed: 4, failed: 0 };
        assert_eq!(held.checked_against(true), held);
        assert_eq!(held.checked_against(false), Tally { passed: 4, failed: 1 });
        assert_eq!(Tally::default().checked_against(true), Tally::ONE_FAILED);
        assert_eq!(Tally { passed: 4, failed: 2 }.checked_against(false), Tally { passed: 4, failed: 2 });
    }

    #[test]
    fn tallies_add_up() {
        let mut all = Tally { passed: 1, failed: 0 };
        all += Tally { passed: 2, failed: 3 };
        assert_eq!(all, Tally { passed: 3, failed: 3 });
    }
}
