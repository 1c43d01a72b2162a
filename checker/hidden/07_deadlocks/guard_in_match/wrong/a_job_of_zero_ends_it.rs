// wrong: takes a job of 0 for the end of the jobs
// finding: drain_adds_up_all_jobs: wrong_result

use std::collections::VecDeque;
use std::sync::Mutex;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    Slow,
    Fast,
}

#[derive(Default)]
pub struct State {
    pub mode: Option<Mode>,
    pub defaults: u32,
    pub waiting: VecDeque<u32>,
    pub sum: u32,
    pub log: Vec<String>,
}

pub struct Hub {
    pub state: Mutex<State>,
}

impl Hub {
    pub fn step(&self) {
        let mut state = self.state.lock().unwrap();
        state.mode = match state.mode {
            None => Some(Mode::Slow),
            Some(Mode::Slow) => Some(Mode::Fast),
            Some(Mode::Fast) => None,
        };
    }

    pub fn drain(&self) {
        loop {
            let job = self.state.lock().unwrap().waiting.pop_front().unwrap_or(0);
            if job == 0 {
                break;
            }
            self.state.lock().unwrap().sum += job;
        }
    }

    pub fn report(&self) -> String {
        let state = self.state.lock().unwrap();
        state.log.iter().flat_map(|entry| [entry.as_str(), "\n"]).collect()
    }

    pub fn sum_twice(&self) -> u32 {
        2 * self.state.lock().unwrap().sum
    }

    pub fn mode_or_default(&self) -> Mode {
        let mut state = self.state.lock().unwrap();
        state.mode.unwrap_or_else(|| {
            state.defaults += 1;
            Mode::Slow
        })
    }
}
