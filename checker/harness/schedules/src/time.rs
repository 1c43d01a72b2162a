//! [`std::time`](real_std::time) with a clock that only the model moves: nothing ever waits for real.

use real_std::cell::Cell;
use real_std::ops::{Add, AddAssign, Sub, SubAssign};

use crate::engine::run;

pub use real_std::time::*;

/// A moment of virtual time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(Duration);

thread_local! {
    /// Readings of the clock since time last passed by itself, and the time then.
    static READINGS: Cell<(u64, u32)> = const { Cell::new((0, 0)) };
}

/// What reading the clock takes.
const READING: u64 = 1_000;

/// The clock is read. Whoever reads it again and again waits for time to pass, so it passes faster and faster.
fn read_clock() -> Duration {
    let (then, readings) = READINGS.get();
    let readings = if run::now() == then { readings + 1 } else { 1 };
    run::pass_time(READING << (readings / 8).min(40));
    READINGS.set((run::now(), readings));
    run::give_way();
    Duration::from_nanos(run::now())
}

impl Instant {
    /// Now.
    pub fn now() -> Self {
        Instant(read_clock())
    }

    /// This virtual time.
    #[doc(hidden)]
    pub fn at_nanoseconds(nanoseconds: u64) -> Self {
        Instant(Duration::from_nanos(nanoseconds))
    }

    /// Its virtual time; none if the clock does not get there.
    #[doc(hidden)]
    pub fn nanoseconds(&self) -> Option<u64> {
        u64::try_from(self.0.as_nanos()).ok()
    }

    /// The time since then.
    pub fn elapsed(&self) -> Duration {
        read_clock().saturating_sub(self.0)
    }

    /// The time from `earlier` to this, or none at all if that was later.
    pub fn duration_since(&self, earlier: Instant) -> Duration {
        self.0.saturating_sub(earlier.0)
    }

    /// The time from `earlier` to this.
    pub fn checked_duration_since(&self, earlier: Instant) -> Option<Duration> {
        self.0.checked_sub(earlier.0)
    }

    /// The time from `earlier` to this, or none at all if that was later.
    pub fn saturating_duration_since(&self, earlier: Instant) -> Duration {
        self.0.saturating_sub(earlier.0)
    }

    /// So much later.
    pub fn checked_add(&self, duration: Duration) -> Option<Instant> {
        self.0.checked_add(duration).map(Instant)
    }

    /// So much earlier.
    pub fn checked_sub(&self, duration: Duration) -> Option<Instant> {
        self.0.checked_sub(duration).map(Instant)
    }
}

impl Add<Duration> for Instant {
    type Output = Instant;

    fn add(self, duration: Duration) -> Instant {
        Instant(self.0 + duration)
    }
}

impl AddAssign<Duration> for Instant {
    fn add_assign(&mut self, duration: Duration) {
        self.0 += duration;
    }
}

impl Sub<Duration> for Instant {
    type Output = Instant;

    fn sub(self, duration: Duration) -> Instant {
        Instant(self.0 - duration)
    }
}

impl SubAssign<Duration> for Instant {
    fn sub_assign(&mut self, duration: Duration) {
        self.0 -= duration;
    }
}

impl Sub for Instant {
    type Output = Duration;

    fn sub(self, earlier: Instant) -> Duration {
        self.duration_since(earlier)
    }
}
