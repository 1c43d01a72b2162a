//! # Ids, each of them once
//!
//! `Ids` hands out numbers below a limit. Each access to the counter below is atomic, and still two threads can get the
//! same number. Find out why, and repair `allocate`. Then think of what happens to a `u8` when many more threads ask
//! than there are numbers.
//!
//! Why it matters: request numbers, slots of a table and handles of a device are handed out like this, and often they
//! are small. A number that two users have at the same time is a message to the wrong person. And a counter that goes
//! on counting when nothing is left comes round to 0 some day: it works in each test, and fails after a week.
//!
//! ## What must hold
//!
//! - `Ids::new(limit)` has the numbers below `limit`: 0, 1 and so on; none if `limit` is 0.
//! - `ids.allocate()` returns one of these numbers that nobody has got before, in any order. If there is none left it
//!   returns `None`.
//! - Each number is returned once: to one thread, and never again. `None` is returned only if all numbers are gone, and
//!   from then on for ever, however often anybody asks.
//! - Any number of threads may call `allocate` at the same time, through a shared `&Ids`. Nobody panics.
//! - `Ids` takes two bytes, as it does now. There are very many of them.
//!
//! What is in the two bytes is up to you: the fields are private.
//!
//! Work at the `// TODO`.

use std::sync::atomic::{AtomicU8, Ordering};

/// Numbers below a limit, each of them once.
pub struct Ids {
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
        // TODO: three steps. What may happen between them?
        let id = self.next.load(Ordering::Relaxed);
        if id >= self.limit {
            return None;
        }
        self.next.store(id + 1, Ordering::Relaxed);
        Some(id)
    }
}
