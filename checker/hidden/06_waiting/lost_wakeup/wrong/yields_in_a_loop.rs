// wrong: takes the lock, looks, lets go and yields, over and over
// finding: a_waiting_thread_sleeps: livelock

use std::sync::Mutex;
use std::thread;

pub struct Event {
    set: Mutex<bool>,
}

impl Event {
    pub fn new() -> Self {
        Event { set: Mutex::new(false) }
    }

    pub fn set(&self) {
        *self.set.lock().unwrap() = true;
    }

    pub fn wait(&self) {
        while !self.is_set() {
            thread::yield_now();
        }
    }

    pub fn is_set(&self) -> bool {
        *self.set.lock().unwrap()
    }
}
