// wrong: sleeps once, and takes it that the round is over
// finding: two_threads_meet: wrong_result

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
        state.arrived += 1;
        if state.arrived == self.n {
            state.arrived = 0;
            state.round += 1;
            self.changed.notify_all();
            return true;
        }
        drop(self.changed.wait(state).unwrap());
        false
    }
}
