// right: two condition variables, notified when the lock is free again

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
        self.not_full.wait_while(values, |values| values.len() == self.cap).unwrap().push_back(value);
        self.not_empty.notify_one();
    }

    pub fn take(&self) -> T {
        let values = self.values.lock().unwrap();
        let value = self.not_empty.wait_while(values, |values| values.is_empty()).unwrap().pop_front();
        self.not_full.notify_one();
        value.unwrap()
    }
}
