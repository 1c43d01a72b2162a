// wrong: gives the guard a name, so that it lives even longer
// finding: step_moves_the_mode_on: deadlock

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
        let state = self.state.lock().unwrap();
        match state.mode {
            None => self.state.lock().unwrap().mode = Some(Mode::Slow),
            Some(Mode::Slow) => self.state.lock().unwrap().mode = Some(Mode::Fast),
            Some(Mode::Fast) => self.state.lock().unwrap().mode = None,
        }
    }

    pub fn drain(&self) {
        let mut state = self.state.lock().unwrap();
        while let Some(job) = state.waiting.pop_front() {
            state.sum += job;
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
