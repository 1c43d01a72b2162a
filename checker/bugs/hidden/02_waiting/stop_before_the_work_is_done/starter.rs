// wrong: a worker that is told to stop leaves jobs behind

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

type Job = Box<dyn FnOnce() + Send>;

#[derive(Default)]
pub struct Pool {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    jobs: VecDeque<Job>,
    stop: bool,
}

impl Pool {
    pub fn push(&self, job: Job) {
        self.state.lock().unwrap().jobs.push_back(job);
        self.changed.notify_one();
    }

    pub fn stop(&self) {
        self.state.lock().unwrap().stop = true; //~ lock
        self.changed.notify_all();
    }

    pub fn work(&self) {
        let mut state = self.state.lock().unwrap();
        loop {
            if state.stop {
                return;
            }
            if let Some(job) = state.jobs.pop_front() {
                drop(state);
                job();
                state = self.state.lock().unwrap();
            } else {
                state = self.changed.wait(state).unwrap();
            }
        }
    }
}
