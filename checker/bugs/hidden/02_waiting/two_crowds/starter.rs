// wrong: wakes one thread of a crowd in which producers and consumers wait together

use std::sync::{Condvar, Mutex};

#[derive(Default)]
pub struct Slot {
    item: Mutex<Option<u32>>,
    changed: Condvar,
}

impl Slot {
    pub fn put(&self, item: u32) {
        let mut slot = self.item.lock().unwrap();
        while slot.is_some() {
            slot = self.changed.wait(slot).unwrap(); //~ wait
        }
        *slot = Some(item);
        self.changed.notify_one(); //~ notify_one
    }

    pub fn take(&self) -> u32 {
        let mut slot = self.item.lock().unwrap();
        while slot.is_none() {
            slot = self.changed.wait(slot).unwrap(); //~ wait
        }
        self.changed.notify_one(); //~ notify_one
        slot.take().unwrap()
    }
}
