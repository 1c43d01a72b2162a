// wrong: whoever was not woken looks again after a while
// finding: waiting_threads_sleep: livelock

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::time::Duration;

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
            values = self.changed.wait_timeout(values, Duration::from_millis(10)).unwrap().0;
        }
        values.push_back(value);
        self.changed.notify_one();
    }

    pub fn take(&self) -> T {
        let mut values = self.values.lock().unwrap();
        loop {
            if let Some(value) = values.pop_front() {
                self.changed.notify_one();
                return value;
            }
            values = self.changed.wait_timeout(values, Duration::from_millis(10)).unwrap().0;
        }
    }
}
