// wrong: the first thread that goes through shuts the gate behind it
// finding: one_opening_is_enough_for_all: deadlock

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
        let mut opening = self.opening.lock().unwrap();
        loop {
            match opening.take() {
                Some(n) => return n,
                None => opening = self.opened.wait(opening).unwrap(),
            }
        }
    }
}
