// wrong: repairs the match and leaves the loop
// finding: drain_adds_up_all_jobs: deadlock

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
        while let Some(job) = self.state.lock().unwrap().waiting.pop_front() {
            self.state.lock().unwrap().sum += job;
        }
    }

    pub fn report(&self) -> String {
        let mut text = String::new();
        for entry in &self.state.lock().unwrap().log {
            text.push_str(entry);
            text.push('\n');
        }
        text
    }

    pub fn sum_twice(&self) -> u32 {
        2 * self.state.lock().unwrap().sum
    }

    pub fn mode_or_default(&self) -> Mode {
        if let Some(mode) = self.state.lock().unwrap().mode {
            mode
        } else {
            self.state.lock().unwrap().defaults += 1;
            Mode::Slow
        }
    }
}
