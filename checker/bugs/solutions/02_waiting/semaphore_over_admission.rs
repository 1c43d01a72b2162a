// right: looks and takes under one lock

use std::sync::{Condvar, Mutex};

pub struct Semaphore {
    permits: Mutex<i32>,
    freed: Condvar,
}

impl Semaphore {
    pub fn new(permits: i32) -> Self {
        Semaphore { permits: Mutex::new(permits), freed: Condvar::new() }
    }

    pub fn acquire(&self) {
        let permits = self.permits.lock().unwrap();
        *self.freed.wait_while(permits, |permits| *permits == 0).unwrap() -= 1;
    }

    pub fn release(&self) {
        *self.permits.lock().unwrap() += 1;
        self.freed.notify_one();
    }
}
