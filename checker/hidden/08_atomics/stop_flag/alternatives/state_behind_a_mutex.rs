// right: flag and number behind a mutex that is not held during a step; two parts with a Drop of their own

use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

#[derive(Default)]
struct State {
    stop: bool,
    steps: u64,
}

struct JoinOnDrop(Option<JoinHandle<()>>);

impl Drop for JoinOnDrop {
    fn drop(&mut self) {
        self.0.take().map(JoinHandle::join);
    }
}

struct StopOnDrop(Arc<Mutex<State>>);

impl Drop for StopOnDrop {
    fn drop(&mut self) {
        self.0.lock().unwrap().stop = true;
    }
}

pub struct Ticker {
    // Fields are dropped from top to bottom: first stop, then join.
    stop: StopOnDrop,
    thread: JoinOnDrop,
}

impl Ticker {
    pub fn start(mut step: impl FnMut() + Send + 'static) -> Ticker {
        let state = Arc::new(Mutex::new(State::default()));
        let its_state = Arc::clone(&state);
        let thread = thread::spawn(move || {
            while !its_state.lock().unwrap().stop {
                step();
                its_state.lock().unwrap().steps += 1;
            }
        });
        Ticker { stop: StopOnDrop(state), thread: JoinOnDrop(Some(thread)) }
    }

    pub fn progress(&self) -> u64 {
        self.stop.0.lock().unwrap().steps
    }

    pub fn stop(self) -> u64 {
        let Ticker { stop, thread } = self;
        let state = Arc::clone(&stop.0);
        drop(stop);
        drop(thread);
        let steps = state.lock().unwrap().steps;
        steps
    }
}
