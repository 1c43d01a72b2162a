//! # Ids, each of them once
//!
//! `fetch_add` reads and writes in one step, but it writes whatever it has read. Here the write depends on what was
//! read: at the limit the counter must stay. Compare-and-exchange writes only if the value is still the one that the
//! decision was made for, and `fetch_update` is the loop around it.

use std::sync::atomic::{AtomicU8, Ordering};

/// Numbers below a limit, each of them once.
#[derive(Debug)]
pub struct Ids {
    /// The next number. Never above `limit`, so it cannot wrap round.
    next: AtomicU8,
    limit: u8,
}

impl Ids {
    /// The numbers below `limit`.
    pub fn new(limit: u8) -> Self {
        Ids { next: AtomicU8::new(0), limit }
    }

    /// A number that nobody has, if there is one.
    pub fn allocate(&self) -> Option<u8> {
        // The closure decides about one value of the counter. If another thread changes it meanwhile, the closure is
        // asked again, with the new value. `None` leaves the counter as it is.
        //
        // `fetch_add` with a look at the limit afterwards would be shorter, and right as long as nobody asks 256 times
        // too often. `Relaxed` is enough: the numbers have to be different, and nothing else is handed over with them.
        let next = |id| (id < self.limit).then(|| id + 1);
        self.next.fetch_update(Ordering::Relaxed, Ordering::Relaxed, next).ok()
    }
}
