//! # A gate that is opened once
//!
//! Threads wait in front of a gate until another thread opens it. When it does, it says the number of the opening, and
//! each of the threads that waited goes through with that number. With the code below, now and then a thread goes
//! through a gate that is shut. Find out who let it in, and repair `Gate`.
//!
//! Why it matters: a condition variable tells a thread "look again", not "you may go on". The system may wake a thread
//! that nobody has notified, and between the notification and the moment when the woken thread runs, another thread may
//! have changed everything. Whoever believes a wakeup works with data that is not there yet.
//!
//! ## What must hold
//!
//! - `Gate::new()` makes a gate that is shut.
//! - `gate.open(n)` opens it, and `n` is the number of the opening. A gate stays open, and its number stays as it is:
//!   to open it once more changes nothing.
//! - `gate.wait()` returns the number of the opening: at once if the gate is open, otherwise as soon as it is opened.
//!   It never returns while the gate is shut, also when the thread wakes up although nobody has notified it.
//! - Any number of threads may wait. One `open` is enough for all of them.
//! - A thread that waits sleeps. It does not look again and again, and does not count on a timeout to look again.
//!
//! A `Gate` is shared by reference between threads. How it works inside is up to you.
//!
//! Work at the `// TODO`.

use std::sync::{Condvar, Mutex};

/// Lets threads through once it is open.
#[derive(Default)]
pub struct Gate {
    state: Mutex<State>,
    opened: Condvar,
}

#[derive(Debug, Default)]
struct State {
    is_open: bool,
    number: u32,
}

impl Gate {
    /// A gate that is shut.
    pub fn new() -> Self {
        Self::default()
    }

    /// Opens the gate; the first opening gives it its number.
    pub fn open(&self, n: u32) {
        let mut state = self.state.lock().unwrap();
        if !state.is_open {
            state.is_open = true;
            state.number = n;
        }
        self.opened.notify_all();
    }

    /// Waits until the gate is open, and returns the number of the opening.
    pub fn wait(&self) -> u32 {
        let mut state = self.state.lock().unwrap();
        // TODO: what is known when `Condvar::wait` returns?
        if !state.is_open {
            state = self.opened.wait(state).unwrap();
        }
        state.number
    }
}
