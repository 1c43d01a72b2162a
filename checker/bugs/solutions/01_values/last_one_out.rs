// right: what was there before says who was the last

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

pub struct Room(AtomicUsize);

impl Room {
    pub fn with(people: usize) -> Self {
        Room(AtomicUsize::new(people))
    }

    /// Whether that was the last one.
    pub fn leave(&self) -> bool {
        self.0.fetch_sub(1, SeqCst) == 1
    }
}
