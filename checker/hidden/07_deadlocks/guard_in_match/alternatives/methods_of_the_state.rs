// right: the work is done by methods of the state, which know no lock; the hub only locks

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
        self.state.lock().unwrap().step();
    }

    pub fn drain(&self) {
        self.state.lock().unwrap().drain();
    }

    pub fn report(&self) -> String {
        self.state.lock().unwrap().report()
    }

    pub fn sum_twice(&self) -> u32 {
        2 * self.state.lock().unwrap().sum
    }

    pub fn mode_or_default(&self) -> Mode {
        self.state.lock().unwrap().mode_or_default()
    }
}

impl State {
    fn step(&mut self) {
        self.mode = match self.mode.take() {
            None => Some(Mode::Slow),
            Some(Mode::Slow) => Some(Mode::Fast),
            Some(Mode::Fast) => None,
        };
    }

    fn drain(&mut self) {
        self.sum += self.waiting.drain(..).sum::<u32>();
    }

    fn report(&self) -> String {
        self.log.iter().map(|entry| format!("{entry}\n")).collect()
    }

    fn mode_or_default(&mut self) -> Mode {
        self.mode.unwrap_or_else(|| {
            self.defaults += 1;
            Mode::Slow
        })
    }
}
