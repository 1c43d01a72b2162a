// right: a block or a `drop` shows where each guard ends

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
        let next = match state.mode {
            None => Some(Mode::Slow),
            Some(Mode::Slow) => Some(Mode::Fast),
            Some(Mode::Fast) => None,
        };
        state.mode = next;
        drop(state);
    }

    pub fn drain(&self) {
        let jobs = {
            let mut state = self.state.lock().unwrap();
            std::mem::take(&mut state.waiting)
        };
        let sum: u32 = jobs.iter().sum();
        {
            let mut state = self.state.lock().unwrap();
            state.sum += sum;
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
        let sum = {
            let state = self.state.lock().unwrap();
            state.sum
        };
        sum + sum
    }

    pub fn mode_or_default(&self) -> Mode {
        {
            let state = self.state.lock().unwrap();
            if let Some(mode) = state.mode {
                return mode;
            }
        }
        let mut state = self.state.lock().unwrap();
        state.defaults += 1;
        Mode::Slow
    }
}
