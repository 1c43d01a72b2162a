// right: `take` wakes everybody, so when a value is put in only those who take still wait, and any of them will do

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
        let mut values = self.values.lock().unwrap();
        while values.len() == self.cap {
            values = self.changed.wait(values).unwrap();
        }
        values.push_back(value);
        self.changed.notify_one();
    }

    pub fn take(&self) -> T {
        let mut values = self.values.lock().unwrap();
        loop {
            if let Some(value) = values.pop_front() {
                self.changed.notify_all();
                return value;
            }
            values = self.changed.wait(values).unwrap();
        }
    }
}
