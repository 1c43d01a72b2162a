// wrong: believes that the item is there because it was woken, which also happens for no reason

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
        if item.is_none() {
            item = self.filled.wait(item).unwrap(); //~ wait
        }
        item.take().expect("there is no item") //~ panic
    }
}
