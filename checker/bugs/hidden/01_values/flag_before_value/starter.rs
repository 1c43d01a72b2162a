// wrong: says that the value is there before it is

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::SeqCst};

#[derive(Default)]
pub struct Slot {
    ready: AtomicBool,
    value: AtomicU32,
}

impl Slot {
    pub fn put(&self, value: u32) {
        self.ready.store(true, SeqCst); //~ store
        self.value.store(value, SeqCst);
    }

    pub fn wait(&self) -> u32 {
        while !self.ready.load(SeqCst) {
            std::hint::spin_loop();
        }
        self.value.load(SeqCst) //~ load
    }
}
