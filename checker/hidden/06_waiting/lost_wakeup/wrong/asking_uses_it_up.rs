// wrong: whoever asks whether the event is set uses it up
// finding: an_event_stays_set: deadlock

use std::sync::{Condvar, Mutex};

pub struct Event {
    set: Mutex<bool>,
    changed: Condvar,
}

impl Event {
    pub const fn new() -> Self {
        Event { set: Mutex::new(false), changed: Condvar::new() }
    }

    pub fn set(&self) {
        let mut set = self.set.lock().unwrap();
        if !*set {
            *set = true;
            self.changed.notify_all();
        }
    }

    pub fn wait(&self) {
        let mut set = self.set.lock().unwrap();
        while !*set {
            set = self.changed.wait(set).unwrap();
        }
    }

    pub fn is_set(&self) -> bool {
        std::mem::take(&mut *self.set.lock().unwrap())
    }
}
