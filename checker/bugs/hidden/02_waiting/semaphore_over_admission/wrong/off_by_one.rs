// wrong: lets a thread in when there is no permit left
// finding: one_permit_lets_one_thread_in: wrong_result

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
        let permits = self.permits.lock().unwrap(); //~ lock
        *self.freed.wait_while(permits, |permits| *permits < 0).unwrap() -= 1;
    }

    pub fn release(&self) {
        *self.permits.lock().unwrap() += 1;
        self.freed.notify_one();
    }
}
