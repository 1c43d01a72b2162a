// wrong: treats the event as a token that the first waiter uses up
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
        let mut set = self.set.lock().unwrap();
        while !*set {
            set = self.changed.wait(set).unwrap();
        }
        *set = false;
    }

    pub fn is_set(&self) -> bool {
        *self.set.lock().unwrap()
    }
}
