// wrong: the first to arrive leads, and waits for the others, also if there are none
// finding: one_thread_meets_itself: deadlock

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
        let mut state = self.state.lock().unwrap();
        let mine = state.round;
        state.arrived += 1;
        let leads = state.arrived == 1;
        if !leads && state.arrived == self.n {
            state.arrived = 0;
            state.round += 1;
            self.changed.notify_all();
            return false;
        }
        drop(self.changed.wait_while(state, |state| state.round == mine).unwrap());
        leads
    }
}
