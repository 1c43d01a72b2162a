// wrong: takes the lock for the notification, but neither for the change nor for the look at the flag
// finding: a_waiting_thread_goes_on_after_set: deadlock

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
        let guard = self.mutex.lock().unwrap();
        self.changed.notify_all();
        drop(guard);
    }

    pub fn wait(&self) {
        while !self.is_set() {
            let guard = self.mutex.lock().unwrap();
            drop(self.changed.wait(guard).unwrap());
        }
    }

    pub fn is_set(&self) -> bool {
        self.set.load(Ordering::SeqCst)
    }
}
