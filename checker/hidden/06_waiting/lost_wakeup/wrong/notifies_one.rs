// wrong: wakes a single waiter
// finding: one_set_is_enough_for_all: deadlock

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
        self.changed.notify_one();
    }

    pub fn wait(&self) {
        let set = self.set.lock().unwrap();
        drop(self.changed.wait_while(set, |set| !*set).unwrap());
    }

    pub fn is_set(&self) -> bool {
        *self.set.lock().unwrap()
    }
}
