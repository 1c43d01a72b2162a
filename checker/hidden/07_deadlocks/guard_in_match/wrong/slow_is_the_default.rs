// wrong: counts a default whenever the mode is `Slow`
// finding: a_missing_mode_is_counted: wrong_result

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
        let mut state = self.state.lock().unwrap();
        while let Some(job) = state.waiting.pop_front() {
            state.sum += job;
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
        match state.mode {
            Some(Mode::Fast) => Mode::Fast,
            _ => {
                state.defaults += 1;
                Mode::Slow
            }
        }
    }
}
