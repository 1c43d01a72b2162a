// right: a list of parked threads behind the same mutex as the flag

use std::mem;
use std::sync::Mutex;
use std::thread::{self, Thread};

enum State {
    Waiting(Vec<Thread>),
    Set,
}

pub struct Event {
    state: Mutex<State>,
}

impl Event {
    pub fn new() -> Self {
        Event { state: Mutex::new(State::Waiting(Vec::new())) }
    }

    pub fn set(&self) {
        let before = mem::replace(&mut *self.state.lock().unwrap(), State::Set);
        if let State::Waiting(sleepers) = before {
            for sleeper in sleepers {
                sleeper.unpark();
            }
        }
    }

    pub fn wait(&self) {
        match &mut *self.state.lock().unwrap() {
            State::Waiting(sleepers) => sleepers.push(thread::current()),
            State::Set => return,
        }
        while !self.is_set() {
            thread::park();
        }
    }

    pub fn is_set(&self) -> bool {
        matches!(*self.state.lock().unwrap(), State::Set)
    }
}
