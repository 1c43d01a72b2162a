// wrong: never waits for room
// finding: a_full_buffer_takes_no_more: wrong_result

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
        let _ = self.cap;
        self.values.lock().unwrap().push_back(value);
        self.changed.notify_one();
    }

    pub fn take(&self) -> T {
        let values = self.values.lock().unwrap();
        let mut values = self.changed.wait_while(values, |values| values.is_empty()).unwrap();
        values.pop_front().unwrap()
    }
}
