// wrong: says that the value is there before it is
// finding: a_value_is_made_once: panic

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};

#[derive(Default)]
pub struct Lazy {
    ready: AtomicBool,
    value: Mutex<Option<u32>>,
}

impl Lazy {
    pub fn get(&self, make: impl FnOnce() -> u32) -> u32 {
        let ready = self.ready.swap(true, SeqCst); //~ swap
        if !ready {
            *self.value.lock().unwrap() = Some(make());
        }
        self.value.lock().unwrap().unwrap() //~ lock
    }
}
