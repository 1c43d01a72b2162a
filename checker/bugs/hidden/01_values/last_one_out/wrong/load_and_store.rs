// wrong: two threads leave as one, and nobody is the last
// finding: one_turns_off_the_light: wrong_result

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

pub struct Room(AtomicUsize);

impl Room {
    pub fn with(people: usize) -> Self {
        Room(AtomicUsize::new(people))
    }

    /// Whether that was the last one.
    pub fn leave(&self) -> bool {
        let left = self.0.load(SeqCst) - 1; //~ load
        self.0.store(left, SeqCst); //~ store
        left == 0
    }
}
