//! # The loop around compare-and-exchange
//!
//! Read, decide, exchange; if it was changed meanwhile, decide again about what it is now. The loop ends in one of two
//! ways: the exchange has succeeded, or the decision is that nothing has to be changed.

use std::sync::atomic::{AtomicU64, Ordering};

/// The highest value that was measured, and where.
#[derive(Debug)]
pub struct Peak {
    best: AtomicU64,
}

/// The value in the upper half, so that it decides when two of these numbers are compared.
fn pack(at: u32, value: u32) -> u64 {
    u64::from(value) << 32 | u64::from(at)
}

fn unpack(both: u64) -> (u32, u32) {
    (both as u32, (both >> 32) as u32)
}

impl Default for Peak {
    fn default() -> Self {
        Self::new()
    }
}

impl Peak {
    /// Nothing was measured yet.
    pub const fn new() -> Self {
        // The value 0 at the place `u32::MAX`, which every other record beats.
        Peak { best: AtomicU64::new(u32::MAX as u64) }
    }

    /// A value was measured at this place.
    pub fn record(&self, at: u32, value: u32) {
        // `Relaxed`: both numbers are in the same atomic, and nothing else goes along with them.
        let mut old = self.best.load(Ordering::Relaxed);
        loop {
            let (best_at, best_value) = unpack(old);
            let is_better = value > best_value || value == best_value && at < best_at;
            if !is_better {
                return;
            }
            // The weak one may fail for no reason, and is cheaper on some processors. In a loop that is no loss.
            match self.best.compare_exchange_weak(old, pack(at, value), Ordering::Relaxed, Ordering::Relaxed) {
                Ok(_) => return,
                // A failed exchange says what is there now. The decision has to be made anew: somebody may have
                // recorded a larger value.
                Err(now) => old = now,
            }
        }
        // `fetch_update` is this loop. And with `!at` in the lower half, so that a smaller place gives a larger number,
        // all of it is one `fetch_max`. Not every decision can be packed that well.
    }

    /// The place of the highest value, and the value.
    pub fn best(&self) -> (u32, u32) {
        unpack(self.best.load(Ordering::Relaxed))
    }
}
