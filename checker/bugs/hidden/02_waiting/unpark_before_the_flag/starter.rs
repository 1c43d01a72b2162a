// wrong: wakes the sleeper before there is what it waits for

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread::{self, Thread};

#[derive(Default)]
pub struct Flag(AtomicBool);

impl Flag {
    pub fn set(&self, sleeper: &Thread) {
        sleeper.unpark(); //~ unpark
        self.0.store(true, SeqCst); //~ store
    }

    pub fn wait(&self) {
        while !self.0.load(SeqCst) {
            thread::park(); //~ park
        }
    }
}
