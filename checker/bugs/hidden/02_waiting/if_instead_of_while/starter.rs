// wrong: believes that there is an item because it was woken

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
        let mut items = self.items.lock().unwrap(); //~ lock
        if items.is_empty() {
            items = self.filled.wait(items).unwrap(); //~ wait
        }
        items.pop_front().expect("there is no item") //~ panic
    }
}
