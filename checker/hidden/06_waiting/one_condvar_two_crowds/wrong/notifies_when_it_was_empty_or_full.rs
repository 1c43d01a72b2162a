// wrong: notifies only when the buffer was empty, or full: the second of two values wakes nobody
// finding: two_values_at_once_wake_two: deadlock

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

pub struct Buffer<T> {
    cap: usize,
    values: Mutex<VecDeque<T>>,
    not_empty: Condvar,
    not_full: Condvar,
}

impl<T> Buffer<T> {
    pub fn new(cap: usize) -> Self {
        Buffer { cap, values: Mutex::default(), not_empty: Condvar::new(), not_full: Condvar::new() }
    }

    pub fn put(&self, value: T) {
        let values = self.values.lock().unwrap();
        let mut values = self.not_full.wait_while(values, |values| values.len() == self.cap).unwrap();
        values.push_back(value);
        if values.len() == 1 {
            self.not_empty.notify_one();
        }
    }

    pub fn take(&self) -> T {
        let values = self.values.lock().unwrap();
        let mut values = self.not_empty.wait_while(values, |values| values.is_empty()).unwrap();
        let value = values.pop_front().unwrap();
        if values.len() == self.cap - 1 {
            self.not_full.notify_one();
        }
        value
    }
}
