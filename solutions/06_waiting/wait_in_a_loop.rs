//! # A gate that is opened once
//!
//! A wakeup is a reason to look again and nothing more. So the look at the condition stands in a loop around the
//! sleep, and the only way out of the loop is the condition itself.

use std::sync::{Condvar, Mutex};

/// Lets threads through once it is open.
#[derive(Default)]
pub struct Gate {
    /// The number of the opening, once there is one. An `Option` and not a flag with a number beside it: a number that
    /// can only be read when it is there cannot be read too early.
    opening: Mutex<Option<u32>>,
    opened: Condvar,
}

impl Gate {
    /// A gate that is shut.
    pub fn new() -> Self {
        Self::default()
    }

    /// Opens the gate; the first opening gives it its number.
    pub fn open(&self, n: u32) {
        self.opening.lock().unwrap().get_or_insert(n);
        // All of them may go on, so all are woken. `notify_one` would be right if a single thread could use the news.
        self.opened.notify_all();
    }

    /// Waits until the gate is open, and returns the number of the opening.
    pub fn wait(&self) -> u32 {
        let mut opening = self.opening.lock().unwrap();
        // Look, and only then sleep: the gate may be open already, and nobody will notify a latecomer. After each
        // wakeup look again: it may have come from nobody.
        loop {
            match *opening {
                Some(n) => return n,
                None => opening = self.opened.wait(opening).unwrap(),
            }
        }
        // `wait_while(opening, |opening| opening.is_none())` is this loop, ready-made. It is the better choice where
        // the condition is all that matters; here the loop hands out the number at the place where it was seen.
    }
}
