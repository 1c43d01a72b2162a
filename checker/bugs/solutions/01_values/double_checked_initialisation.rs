// right: looks a second time, under the lock

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};

#[derive(Default)]
pub struct Lazy {
    ready: AtomicBool,
    value: Mutex<Option<u32>>,
}

impl Lazy {
    pub fn get(&self, make: impl FnOnce() -> u32) -> u32 {
        if !self.ready.load(SeqCst) {
            let mut value = self.value.lock().unwrap();
            if value.is_none() {
                *value = Some(make());
            }
            self.ready.store(true, SeqCst);
        }
        self.value.lock().unwrap().unwrap()
    }
}
