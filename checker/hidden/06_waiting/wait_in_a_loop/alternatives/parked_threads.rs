// right: a list of parked threads, which enter themselves under the lock that they have looked under

use std::sync::Mutex;
use std::thread::{self, Thread};

#[derive(Default)]
pub struct Gate {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    opening: Option<u32>,
    sleepers: Vec<Thread>,
}

impl Gate {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn open(&self, n: u32) {
        let mut state = self.state.lock().unwrap();
        state.opening.get_or_insert(n);
        for sleeper in state.sleepers.drain(..) {
            sleeper.unpark();
        }
    }

    pub fn wait(&self) -> u32 {
        loop {
            {
                let mut state = self.state.lock().unwrap();
                if let Some(n) = state.opening {
                    return n;
                }
                state.sleepers.push(thread::current());
            }
            thread::park();
        }
    }
}
