// wrong: leaves in one step and looks in another: two threads see that nobody is left

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

pub struct Room(AtomicUsize);

impl Room {
    pub fn with(people: usize) -> Self {
        Room(AtomicUsize::new(people))
    }

    /// Whether that was the last one.
    pub fn leave(&self) -> bool {
        self.0.fetch_sub(1, SeqCst); //~ fetch_sub
        self.0.load(SeqCst) == 0 //~ load
    }
}
