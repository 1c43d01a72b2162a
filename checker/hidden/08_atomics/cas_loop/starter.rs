//! # The loop around compare-and-exchange
//!
//! `Peak` remembers the highest value that was measured, and where. The two numbers belong together, so they are packed
//! into one atomic of 64 bits. `record` reads it, decides, and exchanges it, but it does so only once. Find out in
//! which two cases a record gets lost, and repair it.
//!
//! Why it matters: an atomic can add and can swap, but most programs want something that no processor has an
//! instruction for: the larger of two, this field but not that one, "only if it is not closed". All of these are made
//! from compare-and-exchange and a loop. Locks, queues and reference counts consist of little else.
//!
//! ## What must hold
//!
//! - `Peak::new()` is as if `record(u32::MAX, 0)` had been called.
//! - `peak.record(at, value)` says that `value` was measured at the place `at`. The numbers can be any.
//! - `peak.best()` returns `(at, value)`: the largest value recorded so far, and the place where it was measured. If it
//!   was measured at several places, the smallest of them.
//! - Place and value that `best` returns always belong to the same record.
//! - Any number of threads may call both at the same time, through a shared `&Peak`. Once `record` has returned, its
//!   record counts for everybody who learns of that.
//! - Nobody waits: neither for a lock, which is not allowed here (`Mutex`, `RwLock`), nor in a loop that goes on while
//!   nobody else does anything.
//!
//! How the two numbers are kept is up to you: the field is private.
//!
//! Work at the `// TODO`.

use std::sync::atomic::{AtomicU64, Ordering};

/// The highest value that was measured, and where.
pub struct Peak {
    best: AtomicU64,
}

fn pack(at: u32, value: u32) -> u64 {
    u64::from(value) << 32 | u64::from(at)
}

fn unpack(both: u64) -> (u32, u32) {
    (both as u32, (both >> 32) as u32)
}

impl Peak {
    /// Nothing was measured yet.
    #[expect(clippy::new_without_default, reason = "nobody asks")]
    pub fn new() -> Self {
        Peak { best: AtomicU64::new(pack(u32::MAX, 0)) }
    }

    /// A value was measured at this place.
    pub fn record(&self, at: u32, value: u32) {
        let old = self.best.load(Ordering::Relaxed);
        let (best_at, best_value) = unpack(old);
        if value > best_value || value == best_value && at < best_at {
            // TODO: this may fail, for two reasons.
            let new = pack(at, value);
            let _ = self.best.compare_exchange_weak(old, new, Ordering::Relaxed, Ordering::Relaxed);
        }
    }

    /// The place of the highest value, and the value.
    pub fn best(&self) -> (u32, u32) {
        unpack(self.best.load(Ordering::Relaxed))
    }
}
