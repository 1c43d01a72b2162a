// right: looks again each time it was woken

use std::sync::{Condvar, Mutex};

#[derive(Default)]
pub struct Slot {
    item: Mutex<Option<u32>>,
    filled: Condvar,
}

impl Slot {
    pub fn put(&self, item: u32) {
        *self.item.lock().unwrap() = Some(item);
        self.filled.notify_one();
    }

    pub fn take(&self) -> u32 {
        let mut item = self.item.lock().unwrap();
        while item.is_none() {
            item = self.filled.wait(item).unwrap();
        }
        item.take().unwrap()
    }
}
