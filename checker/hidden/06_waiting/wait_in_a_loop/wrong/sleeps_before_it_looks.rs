// wrong: sleeps first and looks then, so a thread that comes late sleeps at an open gate
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
        let mut opening = self.opening.lock().unwrap();
        loop {
            opening = self.opened.wait(opening).unwrap();
            if let Some(n) = *opening {
                return n;
            }
        }
    }
}
