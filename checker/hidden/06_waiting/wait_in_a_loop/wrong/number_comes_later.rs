// wrong: opens the gate first and writes the number down afterwards, under another lock
// finding: wait_returns_after_the_opening: wrong_result

use std::sync::{Condvar, Mutex};

#[derive(Default)]
pub struct Gate {
    is_open: Mutex<bool>,
    number: Mutex<u32>,
    opened: Condvar,
}

impl Gate {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn open(&self, n: u32) {
        let was_open = std::mem::replace(&mut *self.is_open.lock().unwrap(), true);
        self.opened.notify_all();
        if !was_open {
            *self.number.lock().unwrap() = n;
        }
    }

    pub fn wait(&self) -> u32 {
        drop(self.opened.wait_while(self.is_open.lock().unwrap(), |is_open| !*is_open).unwrap());
        *self.number.lock().unwrap()
    }
}
