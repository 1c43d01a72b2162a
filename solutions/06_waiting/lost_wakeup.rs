//! # An event that is never missed
//!
//! The flag lives in the mutex that the waiters sleep on, so it cannot change between a look at it and the sleep.

use std::sync::{Condvar, Mutex};

/// Something that happens once, and that threads can wait for.
#[derive(Debug, Default)]
pub struct Event {
    /// Not an atomic: whoever reads or changes the flag has to hold the mutex, so that nobody can slip in between a
    /// waiter's look at it and its sleep. `Condvar::wait` gives the mutex back and starts to sleep in one step.
    set: Mutex<bool>,
    changed: Condvar,
}

impl Event {
    /// An event that is not set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the event and wakes everybody who waits for it.
    pub fn set(&self) {
        *self.set.lock().unwrap() = true;
        // The mutex is free again, so a woken thread need not wait for it. Notifying is right under the lock as well:
        // what counts is that the flag changed under it. All, not one: a single waiter would leave the others asleep.
        self.changed.notify_all();
    }

    /// Sleeps until the event is set.
    pub fn wait(&self) {
        let set = self.set.lock().unwrap();
        // `wait_while` looks before the first sleep and after each wakeup, so it neither sleeps through a `set` that
        // came earlier nor believes a wakeup that nobody sent.
        drop(self.changed.wait_while(set, |set| !*set).unwrap());
    }

    /// Whether the event is set.
    pub fn is_set(&self) -> bool {
        *self.set.lock().unwrap()
    }
}
