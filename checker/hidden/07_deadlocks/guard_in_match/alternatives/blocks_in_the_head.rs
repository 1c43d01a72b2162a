// right: since edition 2024 a block drops the temporaries of its last expression: it ends the guard in a head

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
        while let Some(job) = { self.state.lock().unwrap().waiting.pop_front() } {
            self.state.lock().unwrap().sum += job;
        }
    }

    pub fn report(&self) -> String {
        let mut text = String::new();
        for entry in { self.state.lock().unwrap().log.clone() } {
            text += &entry;
            text += "\n";
        }
        text
    }

    pub fn sum_twice(&self) -> u32 {
        let sum = { self.state.lock().unwrap().sum };
        sum * 2
    }

    pub fn mode_or_default(&self) -> Mode {
        match { self.state.lock().unwrap().mode } {
            Some(mode) => mode,
            None => {
                self.state.lock().unwrap().defaults += 1;
                Mode::Slow
            }
        }
    }
}
