// wrong: looks at the flag first and enters itself among the sleepers afterwards
// finding: a_waiting_thread_goes_on_after_set: deadlock

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, Thread};

pub struct Event {
    set: AtomicBool,
    sleepers: Mutex<Vec<Thread>>,
}

impl Event {
    pub fn new() -> Self {
        Event { set: AtomicBool::new(false), sleepers: Mutex::new(Vec::new()) }
    }

    pub fn set(&self) {
        self.set.store(true, Ordering::Release);
        for sleeper in self.sleepers.lock().unwrap().drain(..) {
            sleeper.unpark();
        }
    }

    pub fn wait(&self) {
        while !self.is_set() {
            self.sleepers.lock().unwrap().push(thread::current());
            thread::park();
        }
    }

    pub fn is_set(&self) -> bool {
        self.set.load(Ordering::Acquire)
    }
}
