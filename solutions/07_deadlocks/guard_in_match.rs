//! # The guard in the head of a match
//!
//! A guard without a name lives to the end of its statement, and `match`, `if let`, `while let` and `for` are statements
//! that end with their body. What must be one step for everybody keeps one guard, with a name. What need not be is
//! copied or moved out by a `let`, whose statement ends before the next line begins.

use std::collections::VecDeque;
use std::sync::Mutex;

/// How fast the hub works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// With care.
    Slow,
    /// Without.
    Fast,
}

/// Everything that a hub knows.
#[derive(Default)]
pub struct State {
    /// The mode, if there is one.
    pub mode: Option<Mode>,
    /// How often `mode_or_default` found none.
    pub defaults: u32,
    /// Jobs that wait, the oldest in front.
    pub waiting: VecDeque<u32>,
    /// The sum of all jobs that are done.
    pub sum: u32,
    /// What has happened.
    pub log: Vec<String>,
}

/// What several threads work with.
pub struct Hub {
    /// All of it, behind one lock.
    pub state: Mutex<State>,
}

impl Hub {
    /// Moves the mode on.
    pub fn step(&self) {
        // `let mode = self.state.lock().unwrap().mode;` in front of the match would end the deadlock, and begin a race:
        // two threads see the same mode and both move it to the same next one. To look and to write are one step only
        // under one guard.
        let mut state = self.state.lock().unwrap();
        state.mode = match state.mode {
            None => Some(Mode::Slow),
            Some(Mode::Slow) => Some(Mode::Fast),
            Some(Mode::Fast) => None,
        };
    }

    /// Adds all waiting jobs to the sum.
    pub fn drain(&self) {
        // One guard for the whole drain. To let go between two jobs would be right as well, with
        // `let job = self.state.lock().unwrap().waiting.pop_front();` in a `loop`, and better if a job took long.
        let mut state = self.state.lock().unwrap();
        while let Some(job) = state.waiting.pop_front() {
            state.sum += job;
        }
    }

    /// The log as text.
    pub fn report(&self) -> String {
        // A `for` keeps what stands in its head, too. Nothing in the body locks, so that was no deadlock; but then there
        // is no need for the copy.
        let state = self.state.lock().unwrap();
        state.log.iter().flat_map(|entry| [entry.as_str(), "\n"]).collect()
    }

    /// Twice the sum.
    pub fn sum_twice(&self) -> u32 {
        // Both guards of `a.lock().. + b.lock()..` live to the end of the statement. And two looks, one after the other,
        // could see two sums.
        2 * self.state.lock().unwrap().sum
    }

    /// The mode, or the one that holds if there is none.
    pub fn mode_or_default(&self) -> Mode {
        // This was right before: since edition 2024 the head of an `if let` has ended when its `else` begins.
        let mut state = self.state.lock().unwrap();
        state.mode.unwrap_or_else(|| {
            state.defaults += 1;
            Mode::Slow
        })
    }
}
