// right: takes the lock and gives it back before it notifies, so no waiter is between look and sleep

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex};

pub struct Event {
    set: AtomicBool,
    mutex: Mutex<()>,
    changed: Condvar,
}

impl Event {
    pub fn new() -> Self {
        Event { set: AtomicBool::new(false), mutex: Mutex::new(()), changed: Condvar::new() }
    }

    pub fn set(&self) {
        self.set.store(true, Ordering::SeqCst);
        drop(self.mutex.lock().unwrap());
        self.changed.notify_all();
    }

    pub fn wait(&self) {
        let mut guard = self.mutex.lock().unwrap();
        while !self.set.load(Ordering::SeqCst) {
            guard = self.changed.wait(guard).unwrap();
        }
    }

    pub fn is_set(&self) -> bool {
        self.set.load(Ordering::SeqCst)
    }
}
