// wrong: flag and number are behind one mutex, which the thread holds while it takes a step
// finding: progress_counts_steps_that_have_returned: deadlock

use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

#[derive(Default)]
struct State {
    stop: bool,
    steps: u64,
}

pub struct Ticker {
    state: Arc<Mutex<State>>,
    thread: Option<JoinHandle<()>>,
}

impl Ticker {
    pub fn start(mut step: impl FnMut() + Send + 'static) -> Ticker {
        let state = Arc::new(Mutex::new(State::default()));
        let its_state = Arc::clone(&state);
        let thread = thread::spawn(move || {
            loop {
                let mut state = its_state.lock().unwrap();
                if state.stop {
                    return;
                }
                step();
                state.steps += 1;
            }
        });
        Ticker { state, thread: Some(thread) }
    }

    pub fn progress(&self) -> u64 {
        self.state.lock().unwrap().steps
    }

    pub fn stop(mut self) -> u64 {
        self.end();
        self.progress()
    }

    fn end(&mut self) {
        self.state.lock().unwrap().stop = true;
        if let Some(thread) = self.thread.take() {
            thread.join().unwrap();
        }
    }
}

impl Drop for Ticker {
    fn drop(&mut self) {
        self.end();
    }
}
