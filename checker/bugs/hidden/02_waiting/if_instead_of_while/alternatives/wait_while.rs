// right: lets `wait_while` look again

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
        let items = self.items.lock().unwrap();
        self.filled.wait_while(items, |items| items.is_empty()).unwrap().pop_front().unwrap()
    }
}
