// wrong: looks in a loop, but lets go of the lock between the look and the sleep
// finding: wait_returns_after_the_opening: deadlock

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
        self.opening.lock().unwrap().get_or_insert(n);
        self.opened.notify_all();
    }

    pub fn wait(&self) -> u32 {
        loop {
            if let Some(n) = *self.opening.lock().unwrap() {
                return n;
            }
            drop(self.opened.wait(self.opening.lock().unwrap()).unwrap());
        }
    }
}
