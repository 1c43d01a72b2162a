// right: a `let` in front of each statement; only `step` keeps its guard

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
            let job = self.state.lock().unwrap().waiting.pop_front();
            let Some(job) = job else { break };
            self.state.lock().unwrap().sum += job;
        }
    }

    pub fn report(&self) -> String {
        let log = self.state.lock().unwrap().log.clone();
        log.into_iter().map(|entry| entry + "\n").collect()
    }

    pub fn sum_twice(&self) -> u32 {
        let sum = self.state.lock().unwrap().sum;
        sum + sum
    }

    pub fn mode_or_default(&self) -> Mode {
        let mode = self.state.lock().unwrap().mode;
        match mode {
            Some(mode) => mode,
            None => {
                self.state.lock().unwrap().defaults += 1;
                Mode::Slow
            }
        }
    }
}
