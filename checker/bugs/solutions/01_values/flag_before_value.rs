// right: the value first

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::SeqCst};

#[derive(Default)]
pub struct Slot {
    ready: AtomicBool,
    value: AtomicU32,
}

impl Slot {
    pub fn put(&self, value: u32) {
        self.value.store(value, SeqCst);
        self.ready.store(true, SeqCst);
    }

    pub fn wait(&self) -> u32 {
        while !self.ready.load(SeqCst) {
            std::hint::spin_loop();
        }
        self.value.load(SeqCst)
    }
}
