//! The clock and the random source. They are read in this crate and nowhere else, and both are parameters: a machine's
//! own in life, scripted and seeded in a demonstration, so that two runs of it give the same bytes.

use std::sync::Mutex;

use hatua_store::Entropy;
use jiff::Timestamp;
use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};

/// What time it is.
pub trait Clock: Send + Sync {
    /// This moment, to the microsecond.
    fn now(&self) -> Timestamp;
}

/// The machine's clock.
#[derive(Debug, Default)]
pub struct MachineClock;

impl Clock for MachineClock {
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the clock")]
    fn now(&self) -> Timestamp {
        // The store keeps microseconds; what is read back must equal what was written.
        let now = Timestamp::now();
        Timestamp::from_microsecond(now.as_microsecond()).expect("a moment of today is in range")
    }
}

/// A clock that stands where it was set: the demonstration's.
#[derive(Debug)]
pub struct ScriptedClock(Mutex<Timestamp>);

impl ScriptedClock {
    /// Starts at a moment.
    #[must_use]
    pub fn new(at: Timestamp) -> Self {
        Self(Mutex::new(at))
    }

    /// Moves on. It never goes back.
    pub fn set(&self, at: Timestamp) {
        let mut now = self.0.lock().expect("nobody panics while holding the clock");
        assert!(*now <= at, "a scripted clock goes forward");
        *now = at;
    }
}

impl Clock for ScriptedClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().expect("nobody panics while holding the clock")
    }
}

/// The operating system's random source.
#[derive(Debug, Default)]
pub struct MachineEntropy;

impl Entropy for MachineEntropy {
    fn fill(&mut self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("the operating system gives random bytes");
    }
}

/// Random bytes drawn from a fixed seed: only a demonstration uses them.
pub struct SeededEntropy(ChaCha20Rng);

impl SeededEntropy {
    /// Starts from a seed.
    #[must_use]
    pub fn new(seed: [u8; 32]) -> Self {
        Self(ChaCha20Rng::from_seed(seed))
    }
}

impl Entropy for SeededEntropy {
    fn fill(&mut self, bytes: &mut [u8]) {
        self.0.fill_bytes(bytes);
    }
}
