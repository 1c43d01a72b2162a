// right: notifies at the first value and the first free place only, but then everybody

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
        if values.is_empty() {
            self.changed.notify_all();
        }
        values.push_back(value);
    }

    pub fn take(&self) -> T {
        let values = self.values.lock().unwrap();
        let mut values = self.changed.wait_while(values, |values| values.is_empty()).unwrap();
        if values.len() == self.cap {
            self.changed.notify_all();
        }
        values.pop_front().unwrap()
    }
}
