// right: the handed-out code with `while` in the place of `if`

use std::sync::{Condvar, Mutex};

#[derive(Default)]
pub struct Gate {
    state: Mutex<State>,
    opened: Condvar,
}

#[derive(Default)]
struct State {
    is_open: bool,
    number: u32,
}

impl Gate {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn open(&self, n: u32) {
        let mut state = self.state.lock().unwrap();
        if !state.is_open {
            state.is_open = true;
            state.number = n;
        }
        self.opened.notify_all();
    }

    pub fn wait(&self) -> u32 {
        let mut state = self.state.lock().unwrap();
        while !state.is_open {
            state = self.opened.wait(state).unwrap();
        }
        state.number
    }
}
