// right: takes only the permit it has seen

use std::sync::atomic::{AtomicI32, Ordering::SeqCst};
use std::thread;

pub struct Semaphore(AtomicI32);

impl Semaphore {
    pub fn new(permits: i32) -> Self {
        Semaphore(AtomicI32::new(permits))
    }

    pub fn acquire(&self) {
        loop {
            let free = self.0.load(SeqCst);
            if free > 0 && self.0.compare_exchange(free, free - 1, SeqCst, SeqCst).is_ok() {
                return;
            }
            thread::yield_now();
        }
    }

    pub fn release(&self) {
        self.0.fetch_add(1, SeqCst);
    }
}
