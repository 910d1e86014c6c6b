//! Seeded draws. Each purpose has a stream of its own, so that a change in one part of the recipe does not reshuffle
//! the others; the algorithm (`ChaCha20`, rejection) is fixed here, so that no update of a crate changes a draw.

use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};

/// What is drawn from a stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Who comes to which event.
    Seating,
    /// Sex, kind and bands of age.
    Traits,
    /// Days of birth.
    Births,
    /// Names, telephone and staff numbers.
    Cards,
    /// Which people share what, and which only seem to.
    Pairs,
    /// How long events are and how long people stay.
    Duration,
    /// The order of decisions and checks.
    Schedule,
    /// Which row is about which unit.
    Units,
    /// Codes, counts and amounts of units.
    UnitTraits,
    /// Names of people who are counted by cells.
    UnitNames,
}

impl Purpose {
    fn stream(self) -> u64 {
        match self {
            Self::Seating => 1,
            Self::Traits => 2,
            Self::Births => 3,
            Self::Cards => 4,
            Self::Pairs => 5,
            Self::Duration => 6,
            Self::Schedule => 7,
            Self::Units => 8,
            Self::UnitTraits => 9,
            Self::UnitNames => 10,
        }
    }
}

/// One stream of draws.
pub(crate) struct Draw(ChaCha20Rng);

impl Draw {
    /// The stream of a purpose.
    pub(crate) fn new(seed: [u8; 32], purpose: Purpose) -> Self {
        let mut rng = ChaCha20Rng::from_seed(seed);
        rng.set_stream(purpose.stream());
        Self(rng)
    }

    /// A number from 0 to `bound` - 1, each as likely as the others.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        assert!(bound > 0, "a draw needs something to draw from");
        let bound = u64::try_from(bound).expect("a count fits 64 bits");
        let fair = u64::MAX - u64::MAX % bound;
        loop {
            let number = self.0.next_u64();
            if number < fair {
                return usize::try_from(number % bound).expect("less than a count is a count");
            }
        }
    }

    /// Whether a chance of `percent` in a hundred came true.
    pub(crate) fn chance(&mut self, percent: u8) -> bool {
        self.below(100) < usize::from(percent)
    }

    /// One of several.
    pub(crate) fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        if items.is_empty() { None } else { Some(&items[self.below(items.len())]) }
    }

    /// Brings items into a drawn order (Fisher and Yates).
    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = self.below(last + 1);
            items.swap(last, other);
        }
    }

    /// A code, each as likely as its weight; absent where all weights are 0.
    pub(crate) fn weighted<'a>(
        &mut self,
        weights: impl Iterator<Item = (&'a str, usize)> + Clone,
    ) -> Option<&'a str> {
        let total: usize = weights.clone().map(|(_, weight)| weight).sum();
        if total == 0 {
            return None;
        }
        let mut left = self.below(total);
        for (code, weight) in weights {
            if left < weight {
                return Some(code);
            }
            left -= weight;
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_same_seed_and_purpose_give_the_same_draws_and_another_purpose_gives_others() {
        let first = |purpose| {
            let mut draw = Draw::new([7; 32], purpose);
            (0..8).map(|_| draw.below(1000)).collect::<Vec<_>>()
        };
        assert_eq!(first(Purpose::Cards), first(Purpose::Cards));
        assert_ne!(first(Purpose::Cards), first(Purpose::Pairs));
    }

    #[test]
    fn the_draws_of_a_known_seed_are_known() {
        let mut draw = Draw::new([0; 32], Purpose::Seating);
        let drawn: Vec<usize> = (0..4).map(|_| draw.below(1_000_000)).collect();
        assert_eq!(
            drawn,
            [853_679, 590_773, 356_105, 762_099],
            "another order of draws would change every file of every demonstration"
        );
    }

    proptest! {
        #[test]
        fn a_shuffle_loses_nobody(mut items in proptest::collection::vec(0_u16..500, 0..60), seed in any::<[u8; 32]>()) {
            let mut before = items.clone();
            Draw::new(seed, Purpose::Seating).shuffle(&mut items);
            before.sort_unstable();
            items.sort_unstable();
            prop_assert_eq!(before, items);
        }

        #[test]
        fn a_draw_stays_below_its_bound(bound in 1_usize..100_000, seed in any::<[u8; 32]>()) {
            prop_assert!(Draw::new(seed, Purpose::Cards).below(bound) < bound);
        }
    }
}
