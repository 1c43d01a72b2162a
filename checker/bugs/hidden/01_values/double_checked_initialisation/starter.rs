// wrong: does not look again once it has the lock, which another thread had before

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};

#[derive(Default)]
pub struct Lazy {
    ready: AtomicBool,
    value: Mutex<Option<u32>>,
}

impl Lazy {
    pub fn get(&self, make: impl FnOnce() -> u32) -> u32 {
        let ready = self.ready.load(SeqCst); //~ load
        if !ready {
            let mut value = self.value.lock().unwrap(); //~ lock
            *value = Some(make());
            self.ready.store(true, SeqCst);
        }
        self.value.lock().unwrap().unwrap()
    }
}
