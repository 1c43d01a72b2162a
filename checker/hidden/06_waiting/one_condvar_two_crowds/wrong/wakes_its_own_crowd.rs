// wrong: two condition variables, but whoever puts wakes those who put
// finding: two_takers_and_two_values: deadlock

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
        self.not_full.notify_one();
    }

    pub fn take(&self) -> T {
        let values = self.values.lock().unwrap();
        let mut values = self.not_empty.wait_while(values, |values| values.is_empty()).unwrap();
        let value = values.pop_front().unwrap();
        self.not_empty.notify_one();
        value
    }
}
