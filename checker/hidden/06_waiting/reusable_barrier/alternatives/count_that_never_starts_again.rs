// right: one number, which counts all arrivals; the round is that number divided by the number of threads

use std::sync::{Condvar, Mutex};

pub struct MyBarrier {
    n: usize,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    arrived: usize,
}

impl MyBarrier {
    pub fn new(n: usize) -> Self {
        MyBarrier { n, state: Mutex::default(), changed: Condvar::new() }
    }

    pub fn wait(&self) -> bool {
        let mut state = self.state.lock().unwrap();
        let mine = state.arrived / self.n;
        state.arrived += 1;
        if state.arrived / self.n > mine {
            self.changed.notify_all();
            return true;
        }
        drop(self.changed.wait_while(state, |state| state.arrived / self.n == mine).unwrap());
        false
    }
}
