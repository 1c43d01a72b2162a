// right: first the flag, then the wakeup

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread::{self, Thread};

#[derive(Default)]
pub struct Flag(AtomicBool);

impl Flag {
    pub fn set(&self, sleeper: &Thread) {
        self.0.store(true, SeqCst);
        sleeper.unpark();
    }

    pub fn wait(&self) {
        while !self.0.load(SeqCst) {
            thread::park();
        }
    }
}
