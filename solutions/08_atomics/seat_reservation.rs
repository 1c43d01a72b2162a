//! # Seats for a party
//!
//! The decision ("are there enough?") and the change ("take them") have to be about the same number of free seats. With
//! a compare-and-exchange they are: it changes the number only if it is still the one that was decided about.

use std::sync::atomic::{AtomicU32, Ordering};

/// The seats of a hall.
#[derive(Debug)]
pub struct Seats {
    free: AtomicU32,
}

impl Seats {
    /// A hall with `n` free seats.
    pub fn new(n: u32) -> Self {
        Seats { free: AtomicU32::new(n) }
    }

    /// Takes `k` seats, or none.
    pub fn reserve(&self, k: u32) -> bool {
        // `checked_sub` is the whole decision: `None` if there are too few, and then nothing is changed and the loop in
        // `fetch_update` ends. Otherwise it is tried, and decided anew whenever another party was faster.
        //
        // `Relaxed` is enough for the number itself. If the reservation handed over something else, such as the plan of
        // the seats, it would have to be AcqRel.
        self.free.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |free| free.checked_sub(k)).is_ok()
    }

    /// How many seats are free.
    pub fn left(&self) -> u32 {
        self.free.load(Ordering::Relaxed)
    }
}
