// wrong: whoever sees the end of the round first leads, and the last to arrive leads as well
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
    led: bool,
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
            state.led = false;
            self.changed.notify_all();
            return true;
        }
        let mut state = self.changed.wait_while(state, |state| state.round == mine).unwrap();
        !std::mem::replace(&mut state.led, true)
    }
}
