// wrong: keeps the flag in a static, which all events share
// finding: an_event_stays_set: wrong_result

use std::sync::{Condvar, Mutex};

static SET: Mutex<bool> = Mutex::new(false);
static CHANGED: Condvar = Condvar::new();

pub struct Event;

impl Event {
    pub fn new() -> Self {
        Event
    }

    pub fn set(&self) {
        *SET.lock().unwrap() = true;
        CHANGED.notify_all();
    }

    pub fn wait(&self) {
        drop(CHANGED.wait_while(SET.lock().unwrap(), |set| !*set).unwrap());
    }

    pub fn is_set(&self) -> bool {
        *SET.lock().unwrap()
    }
}
