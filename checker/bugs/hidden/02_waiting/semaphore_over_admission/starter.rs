// wrong: two threads see the last permit, and both take it

use std::sync::atomic::{AtomicI32, Ordering::SeqCst};
use std::thread;

pub struct Semaphore(AtomicI32);

impl Semaphore {
    pub fn new(permits: i32) -> Self {
        Semaphore(AtomicI32::new(permits))
    }

    pub fn acquire(&self) {
        while self.free() == 0 {
            thread::yield_now();
        }
        self.0.fetch_sub(1, SeqCst); //~ fetch_sub
    }

    pub fn release(&self) {
        self.0.fetch_add(1, SeqCst);
    }

    fn free(&self) -> i32 {
        self.0.load(SeqCst) //~ load
    }
}
