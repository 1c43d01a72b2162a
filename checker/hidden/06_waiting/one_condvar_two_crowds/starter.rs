//! # One condition variable, two crowds
//!
//! A buffer with room for a few values: whoever wants to put one in waits while it is full, whoever wants to take one
//! out waits while it is empty. Both crowds sleep on the same condition variable, and each step wakes one thread,
//! since one value or one place is news for one thread. The report shows how all of them come to sleep. Find out who
//! was woken there, and who should have been.
//!
//! Why it matters: every bounded channel, connection pool and job queue is this buffer. `notify_one` looks like the
//! economical choice, and as long as one thread puts and one takes, it is right. Under load it stops the service with
//! work in the queue and idle threads in front of it.
//!
//! ## What must hold
//!
//! - `Buffer::new(cap)` makes an empty buffer with room for `cap` values, at least 1.
//! - `buffer.put(value)` puts a value in. While the buffer is full it waits; it returns when the value is in.
//! - `buffer.take()` takes the value out that was put in first. While the buffer is empty it waits.
//! - The buffer never holds more than `cap` values.
//! - A thread that waits goes on as soon as it can: no `take` waits while there is a value that nobody else takes, and
//!   no `put` while there is room that nobody else fills.
//! - Any number of threads may call `put` and `take` at the same time. Threads may wake up although nobody has notified
//!   them.
//! - A thread that waits sleeps. It does not look again and again, and does not count on a timeout to look again.
//!
//! How the buffer works inside is up to you.
//!
//! Work at the `// TODO`s.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

/// A queue with a bound, which threads wait at.
pub struct Buffer<T> {
    cap: usize,
    values: Mutex<VecDeque<T>>,
    changed: Condvar,
}

impl<T> Buffer<T> {
    /// An empty buffer with room for `cap` values.
    pub fn new(cap: usize) -> Self {
        Buffer { cap, values: Mutex::new(VecDeque::new()), changed: Condvar::new() }
    }

    /// Waits for room, and puts a value in.
    pub fn put(&self, value: T) {
        let mut values = self.values.lock().unwrap();
        while values.len() == self.cap {
            values = self.changed.wait(values).unwrap();
        }
        values.push_back(value);
        // TODO: whom does this wake?
        self.changed.notify_one();
    }

    /// Waits for a value, and takes it out.
    pub fn take(&self) -> T {
        let mut values = self.values.lock().unwrap();
        loop {
            if let Some(value) = values.pop_front() {
                // TODO: and this?
                self.changed.notify_one();
                return value;
            }
            values = self.changed.wait(values).unwrap();
        }
    }
}
