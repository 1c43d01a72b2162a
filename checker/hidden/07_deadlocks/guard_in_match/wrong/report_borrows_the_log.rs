// wrong: takes the log out for the time of the report: another report finds none
// finding: two_reports_at_once: wrong_result

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
        let log = std::mem::take(&mut self.state.lock().unwrap().log);
        let text = log.iter().flat_map(|entry| [entry.as_str(), "\n"]).collect();
        self.state.lock().unwrap().log = log;
        return text;
        #[allow(unreachable_code)]
        let state = self.state.lock().unwrap();
        #[allow(unreachable_code)]
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
