// right: the sense of the round turns over each time; no thread can be two rounds behind, so two values are enough

use std::sync::{Condvar, Mutex};

pub struct MyBarrier {
    n: usize,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    arrived: usize,
    sense: bool,
}

impl MyBarrier {
    pub fn new(n: usize) -> Self {
        MyBarrier { n, state: Mutex::default(), changed: Condvar::new() }
    }

    pub fn wait(&self) -> bool {
        let mut state = self.state.lock().unwrap();
        let mine = state.sense;
        state.arrived += 1;
        if state.arrived == self.n {
            state.arrived = 0;
            state.sense = !mine;
            self.changed.notify_all();
            true
        } else {
            while state.sense == mine {
                state = self.changed.wait(state).unwrap();
            }
            false
        }
    }
}
