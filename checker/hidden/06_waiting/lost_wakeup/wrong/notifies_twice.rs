// wrong: notifies a second time, later, in the hope that the waiter sleeps by then
// finding: a_waiting_thread_goes_on_after_set: deadlock

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex};
use std::thread;

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
        self.changed.notify_all();
        thread::yield_now();
        self.changed.notify_all();
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
