// wrong: makes the room a power of two, as ring buffers like it
// finding: a_full_buffer_takes_no_more: wrong_result

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
        let cap = cap.next_power_of_two();
        let values = Mutex::new(VecDeque::with_capacity(cap));
        Buffer { cap, values, not_empty: Condvar::new(), not_full: Condvar::new() }
    }

    pub fn put(&self, value: T) {
        let values = self.values.lock().unwrap();
        let mut values = self.not_full.wait_while(values, |values| values.len() == self.cap).unwrap();
        values.push_back(value);
        self.not_empty.notify_one();
    }

    pub fn take(&self) -> T {
        let values = self.values.lock().unwrap();
        let mut values = self.not_empty.wait_while(values, |values| values.is_empty()).unwrap();
        let value = values.pop_front().expect("the wait ends when there is a value, and the lock was held since");
        self.not_full.notify_one();
        value
    }
}
