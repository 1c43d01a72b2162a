// wrong: counts under one lock, and looks which round it is under the next: by then it may be over
// finding: two_threads_meet: deadlock

use std::sync::{Condvar, Mutex};

pub struct MyBarrier {
    n: usize,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    arrived: usize,
    round: usize,
}

impl MyBarrier {
    pub fn new(n: usize) -> Self {
        MyBarrier { n, state: Mutex::default(), changed: Condvar::new() }
    }

    pub fn wait(&self) -> bool {
        let arrived = {
            let mut state = self.state.lock().unwrap();
            state.arrived += 1;
            state.arrived
        };
        let mut state = self.state.lock().unwrap();
        if arrived == self.n {
            state.arrived = 0;
            state.round += 1;
            self.changed.notify_all();
            return true;
        }
        let mine = state.round;
        drop(self.changed.wait_while(state, |state| state.round == mine).unwrap());
        false
    }
}
