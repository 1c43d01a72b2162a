// wrong: believes every wakeup, also one that nobody sent
// finding: wait_does_not_return_before_set: wrong_result

use std::sync::{Condvar, Mutex};

pub struct Event {
    set: Mutex<bool>,
    changed: Condvar,
}

impl Event {
    pub fn new() -> Self {
        Event { set: Mutex::new(false), changed: Condvar::new() }
    }

    pub fn set(&self) {
        *self.set.lock().unwrap() = true;
        self.changed.notify_all();
    }

    pub fn wait(&self) {
        let set = self.set.lock().unwrap();
        if !*set {
            drop(self.changed.wait(set).unwrap());
        }
    }

    pub fn is_set(&self) -> bool {
        *self.set.lock().unwrap()
    }
}
