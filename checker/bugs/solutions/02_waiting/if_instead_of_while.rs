// right: looks again each time it was woken

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

#[derive(Default)]
pub struct Queue {
    items: Mutex<VecDeque<u32>>,
    filled: Condvar,
}

impl Queue {
    pub fn push(&self, item: u32) {
        self.items.lock().unwrap().push_back(item);
        self.filled.notify_one();
    }

    pub fn pop(&self) -> u32 {
        let mut items = self.items.lock().unwrap();
        loop {
            if let Some(item) = items.pop_front() {
                return item;
            }
            items = self.filled.wait(items).unwrap();
        }
    }
}
