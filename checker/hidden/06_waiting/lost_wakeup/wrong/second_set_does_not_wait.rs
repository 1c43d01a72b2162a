// wrong: whoever comes second to `set` returns at once, when the first may not have set anything yet
// finding: two_threads_may_set: wrong_result

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex};

#[derive(Default)]
pub struct Event {
    begun: AtomicBool,
    set: Mutex<bool>,
    changed: Condvar,
}

impl Event {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn set(&self) {
        if self.begun.swap(true, Ordering::SeqCst) {
            return;
        }
        *self.set.lock().unwrap() = true;
        self.changed.notify_all();
    }

    pub fn wait(&self) {
        let set = self.set.lock().unwrap();
        drop(self.changed.wait_while(set, |set| !*set).unwrap());
    }

    pub fn is_set(&self) -> bool {
        *self.set.lock().unwrap()
    }
}
