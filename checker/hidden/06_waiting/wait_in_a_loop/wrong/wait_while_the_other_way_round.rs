// wrong: takes the closure of `wait_while` for the condition to wait for; it is the one to sleep through
// finding: wait_returns_after_the_opening: deadlock

use std::sync::{Condvar, Mutex};

#[derive(Default)]
pub struct Gate {
    state: Mutex<(bool, u32)>,
    opened: Condvar,
}

impl Gate {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn open(&self, n: u32) {
        let mut state = self.state.lock().unwrap();
        if !state.0 {
            *state = (true, n);
        }
        self.opened.notify_all();
    }

    pub fn wait(&self) -> u32 {
        self.opened.wait_while(self.state.lock().unwrap(), |state| state.0).unwrap().1
    }
}
