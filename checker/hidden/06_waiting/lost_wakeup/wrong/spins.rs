// wrong: spins until the flag is set
// finding: a_waiting_thread_sleeps: livelock

use std::hint;
use std::sync::atomic::{AtomicBool, Ordering};

pub struct Event {
    set: AtomicBool,
}

impl Event {
    pub fn new() -> Self {
        Event { set: AtomicBool::new(false) }
    }

    pub fn set(&self) {
        self.set.store(true, Ordering::Release);
    }

    pub fn wait(&self) {
        while !self.is_set() {
            hint::spin_loop();
        }
    }

    pub fn is_set(&self) -> bool {
        self.set.load(Ordering::Acquire)
    }
}
