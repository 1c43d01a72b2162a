// wrong: looks whether the gate is open under one lock, and opens it under the next: two openings, both are first
// finding: two_threads_may_open: wrong_result

use std::sync::{Condvar, Mutex};

#[derive(Default)]
pub struct Gate {
    opening: Mutex<Option<u32>>,
    opened: Condvar,
}

impl Gate {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn open(&self, n: u32) {
        let is_shut = self.opening.lock().unwrap().is_none();
        if is_shut {
            *self.opening.lock().unwrap() = Some(n);
        }
        self.opened.notify_all();
    }

    pub fn wait(&self) -> u32 {
        let opening = self.opening.lock().unwrap();
        self.opened.wait_while(opening, |opening| opening.is_none()).unwrap().unwrap()
    }
}
