// right: wakes the whole crowd

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
            slot = self.changed.wait(slot).unwrap();
        }
        *slot = Some(item);
        self.changed.notify_all();
    }

    pub fn take(&self) -> u32 {
        let mut slot = self.item.lock().unwrap();
        while slot.is_none() {
            slot = self.changed.wait(slot).unwrap();
        }
        self.changed.notify_all();
        slot.take().unwrap()
    }
}
