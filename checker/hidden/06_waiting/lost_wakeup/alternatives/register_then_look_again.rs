// right: the list and the flag are apart, but a waiter looks once more after it has entered itself in the list

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
        self.set.store(true, Ordering::SeqCst);
        for sleeper in self.sleepers.lock().unwrap().iter() {
            sleeper.unpark();
        }
    }

    pub fn wait(&self) {
        self.sleepers.lock().unwrap().push(thread::current());
        while !self.is_set() {
            thread::park();
        }
    }

    pub fn is_set(&self) -> bool {
        self.set.load(Ordering::SeqCst)
    }
}
