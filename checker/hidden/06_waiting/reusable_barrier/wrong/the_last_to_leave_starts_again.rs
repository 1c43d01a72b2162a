// wrong: the count stays full until the last has left, so whoever is back before that walks right through
// finding: two_threads_meet_three_times: wrong_result

use std::sync::{Condvar, Mutex};

pub struct MyBarrier {
    n: usize,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    arrived: usize,
    left: usize,
}

impl MyBarrier {
    pub fn new(n: usize) -> Self {
        MyBarrier { n, state: Mutex::default(), changed: Condvar::new() }
    }

    pub fn wait(&self) -> bool {
        let mut state = self.state.lock().unwrap();
        state.arrived += 1;
        let leads = state.arrived == self.n;
        self.changed.notify_all();
        let mut state = self.changed.wait_while(state, |state| state.arrived < self.n).unwrap();
        state.left += 1;
        if state.left == self.n {
            state.left = 0;
            state.arrived = 0;
        }
        leads
    }
}
