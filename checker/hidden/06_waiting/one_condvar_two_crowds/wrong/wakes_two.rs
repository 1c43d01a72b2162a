// wrong: wakes two, one for each crowd; but both may be of the same
// finding: four_takers_and_four_values: deadlock

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
        self.changed.notify_one();
        self.changed.notify_one();
    }

    pub fn take(&self) -> T {
        let values = self.values.lock().unwrap();
        let mut values = self.changed.wait_while(values, |values| values.is_empty()).unwrap();
        let value = values.pop_front().unwrap();
        self.changed.notify_one();
        self.changed.notify_one();
        value
    }
}
