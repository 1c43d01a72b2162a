// wrong: gives the lock back before it notifies, which changes nothing about whom it wakes
// finding: two_takers_and_two_values: deadlock

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

pub struct Buffer<T> {
    cap: usize,
    values: Mutex<VecDeque<T>>,
    changed: Condvar,
}

impl<T> Buffer<T> {
    pub fn new(cap: usize) -> Self {
        Buffer { cap, values: Mutex::new(VecDeque::new()), changed: Condvar::new() }
    }

    pub fn put(&self, value: T) {
        let values = self.values.lock().unwrap();
        let mut values = self.changed.wait_while(values, |values| values.len() == self.cap).unwrap();
        values.push_back(value);
        drop(values);
        self.changed.notify_one();
    }

    pub fn take(&self) -> T {
        let values = self.values.lock().unwrap();
        let mut values = self.changed.wait_while(values, |values| values.is_empty()).unwrap();
        let value = values.pop_front().unwrap();
        drop(values);
        self.changed.notify_one();
        value
    }
}
