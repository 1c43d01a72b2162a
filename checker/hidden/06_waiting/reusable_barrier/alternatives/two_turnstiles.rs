// right: all wait until all have come in, and then until all have gone through

use std::sync::{Condvar, Mutex};

pub struct MyBarrier {
    n: usize,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    inside: usize,
    leaving: bool,
}

impl MyBarrier {
    pub fn new(n: usize) -> Self {
        MyBarrier { n, state: Mutex::default(), changed: Condvar::new() }
    }

    pub fn wait(&self) -> bool {
        let state = self.state.lock().unwrap();
        let mut state = self.changed.wait_while(state, |state| state.leaving).unwrap();
        state.inside += 1;
        let leads = state.inside == self.n;
        if leads {
            state.leaving = true;
            self.changed.notify_all();
        }
        let mut state = self.changed.wait_while(state, |state| !state.leaving).unwrap();
        state.inside -= 1;
        if state.inside == 0 {
            state.leaving = false;
            self.changed.notify_all();
        }
        leads
    }
}
