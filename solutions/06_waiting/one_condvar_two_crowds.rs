//! # One condition variable, two crowds
//!
//! `notify_one` is right only if any of the threads that wait can use the news. So the two crowds get a condition
//! variable each: a new value is news for those who take, a free place for those who put. Both belong to the same
//! mutex, because both conditions are about the same queue.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

/// A queue with a bound, which threads wait at.
///
/// One condition variable with `notify_all` would be right as well, and simpler. It wakes every thread at each step, of
/// which all but one go back to sleep: with two threads nobody notices, with two hundred it is all the machine does.
pub struct Buffer<T> {
    cap: usize,
    values: Mutex<VecDeque<T>>,
    /// There may be a value: for those who take.
    not_empty: Condvar,
    /// There may be room: for those who put.
    not_full: Condvar,
}

impl<T> Buffer<T> {
    /// An empty buffer with room for `cap` values.
    pub fn new(cap: usize) -> Self {
        let values = Mutex::new(VecDeque::with_capacity(cap));
        Buffer { cap, values, not_empty: Condvar::new(), not_full: Condvar::new() }
    }

    /// Waits for room, and puts a value in.
    pub fn put(&self, value: T) {
        let values = self.values.lock().unwrap();
        let mut values = self.not_full.wait_while(values, |values| values.len() == self.cap).unwrap();
        values.push_back(value);
        // At every value, not only when the queue was empty: two threads may be waiting, and two values may come before
        // the first of them runs.
        self.not_empty.notify_one();
    }

    /// Waits for a value, and takes it out.
    pub fn take(&self) -> T {
        let values = self.values.lock().unwrap();
        let mut values = self.not_empty.wait_while(values, |values| values.is_empty()).unwrap();
        let value = values.pop_front().expect("the wait ends when there is a value, and the lock was held since");
        self.not_full.notify_one();
        value
    }
}
