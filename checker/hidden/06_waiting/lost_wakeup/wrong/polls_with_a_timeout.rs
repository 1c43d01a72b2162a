// wrong: leaves the gap open and looks again every millisecond
// finding: a_waiting_thread_sleeps: livelock

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex};
use std::time::Duration;

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
    }

    pub fn wait(&self) {
        while !self.is_set() {
            let guard = self.mutex.lock().unwrap();
            drop(self.changed.wait_timeout(guard, Duration::from_millis(1)).unwrap());
        }
    }

    pub fn is_set(&self) -> bool {
        self.set.load(Ordering::SeqCst)
    }
}
