// right: producers and consumers wait in crowds of their own

use std::sync::{Condvar, Mutex};

#[derive(Default)]
pub struct Slot {
    item: Mutex<Option<u32>>,
    filled: Condvar,
    emptied: Condvar,
}

impl Slot {
    pub fn put(&self, item: u32) {
        let mut slot = self.item.lock().unwrap();
        while slot.is_some() {
            slot = self.emptied.wait(slot).unwrap();
        }
        *slot = Some(item);
        self.filled.notify_one();
    }

    pub fn take(&self) -> u32 {
        let mut slot = self.item.lock().unwrap();
        while slot.is_none() {
            slot = self.filled.wait(slot).unwrap();
        }
        self.emptied.notify_one();
        slot.take().unwrap()
    }
}
