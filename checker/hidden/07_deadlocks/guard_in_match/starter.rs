//! # The guard in the head of a match
//!
//! The five methods of `Hub` have no lock order to get wrong: there is one lock, and each method lets it go before it
//! takes it again. So it seems. Three of the five wait for themselves. The report shows you on which line the lock was
//! taken, and on which line the same thread asks for it again. Find out how long a guard without a name lives, and
//! repair `Hub`.
//!
//! Why it matters: of the deadlocks that were counted in large Rust programs, most are this one. The guard stands
//! nowhere in the text; it is a temporary value in the head of a `match`, an `if let` or a loop. The code compiles, it
//! reads well, and it works until the one arm that locks again is taken for the first time.
//!
//! ## What must hold
//!
//! - `step()` moves the mode on: from `None` to `Slow`, from `Slow` to `Fast`, from `Fast` to `None`. A step is one
//!   step for everybody: two threads that call `step` at the same time move the mode on by two.
//! - `drain()` takes the jobs out of `waiting`, one by one or all at once, until there are none, and adds each to `sum`.
//!   Each job is added exactly once, also if several threads drain.
//! - `report()` returns the entries of the log, each followed by a line break. The log stays as it is.
//! - `sum_twice()` returns twice the value that `sum` has at one moment.
//! - `mode_or_default()` returns the mode. If it is `None`, it returns `Slow`, adds 1 to `defaults`, and leaves the mode
//!   at `None`.
//! - No call hangs by itself. If another thread holds the lock of `state`, a call waits for it.
//! - No method but `report` makes a copy of the log or of the jobs.
//!
//! Some of the methods are right as they are. The types and their public fields stay as they are, too.
//!
//! Work at the `// TODO`.

use std::collections::VecDeque;
use std::sync::Mutex;

/// How fast the hub works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    Slow,
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
    pub state: Mutex<State>,
}

// TODO: in which of these methods is the lock still held when it is asked for again?
impl Hub {
    /// Moves the mode on.
    pub fn step(&self) {
        match self.state.lock().unwrap().mode {
            None => self.state.lock().unwrap().mode = Some(Mode::Slow),
            Some(Mode::Slow) => self.state.lock().unwrap().mode = Some(Mode::Fast),
            Some(Mode::Fast) => self.state.lock().unwrap().mode = None,
        }
    }

    /// Adds all waiting jobs to the sum.
    pub fn drain(&self) {
        while let Some(job) = self.state.lock().unwrap().waiting.pop_front() {
            self.state.lock().unwrap().sum += job;
        }
    }

    /// The log as text.
    pub fn report(&self) -> String {
        let mut text = String::new();
        for entry in self.state.lock().unwrap().log.clone() {
            text.push_str(&entry);
            text.push('\n');
        }
        text
    }

    /// Twice the sum.
    pub fn sum_twice(&self) -> u32 {
        self.state.lock().unwrap().sum + self.state.lock().unwrap().sum
    }

    /// The mode, or the one that holds if there is none.
    pub fn mode_or_default(&self) -> Mode {
        if let Some(mode) = self.state.lock().unwrap().mode {
            mode
        } else {
            self.state.lock().unwrap().defaults += 1;
            Mode::Slow
        }
    }
}
