// wrong: looks again and again
// finding: a_waiting_thread_sleeps: livelock
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

pub struct Event(AtomicBool);

impl Event {
    pub fn new() -> Self {
        Event(AtomicBool::new(false))
    }

    pub fn set(&self) {
        self.0.store(true, Ordering::Release);
    }

    pub fn wait(&self) {
        while !self.0.load(Ordering::Acquire) {
            thread::yield_now();
        }
    }
}
