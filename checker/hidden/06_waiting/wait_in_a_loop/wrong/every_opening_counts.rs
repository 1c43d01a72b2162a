// wrong: a later opening gives the gate another number
// finding: an_open_gate_stays_open: wrong_result

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
        *self.opening.lock().unwrap() = Some(n);
        self.opened.notify_all();
    }

    pub fn wait(&self) -> u32 {
        let opening = self.opened.wait_while(self.opening.lock().unwrap(), |opening| opening.is_none());
        opening.unwrap().unwrap()
    }
}
