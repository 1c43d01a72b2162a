// wrong: sleeps at most once, and takes it that the number is there
// finding: wait_returns_after_the_opening: panic

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
        if opening.is_none() {
            opening = self.opened.wait(opening).unwrap();
        }
        opening.unwrap()
    }
}
