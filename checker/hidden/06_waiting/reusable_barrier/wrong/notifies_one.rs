// wrong: ends the round, and wakes one of those who wait
// finding: three_threads_meet_twice: deadlock

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
        if state.arrived == self.n {
            state.arrived = 0;
            state.round += 1;
            self.changed.notify_one();
            return true;
        }
        drop(self.changed.wait_while(state, |state| state.round == mine).unwrap());
        false
    }
}
