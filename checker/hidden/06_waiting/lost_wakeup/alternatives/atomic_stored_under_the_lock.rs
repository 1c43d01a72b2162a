// right: an atomic that is only ever stored while the mutex is held, and read without it on the fast path

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
        let _guard = self.mutex.lock().unwrap();
        self.set.store(true, Ordering::Release);
        self.changed.notify_all();
    }

    pub fn wait(&self) {
        if self.is_set() {
            return;
        }
        let mut guard = self.mutex.lock().unwrap();
        while !self.is_set() {
            guard = self.changed.wait(guard).unwrap();
        }
    }

    pub fn is_set(&self) -> bool {
        self.set.load(Ordering::Acquire)
    }
}
