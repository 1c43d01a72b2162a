// wrong: lets one thread in at a time, whatever the number
// finding: a_dropped_permit_is_free_again: wrong_result

use std::sync::{Mutex, MutexGuard};

pub struct Semaphore {
    n: usize,
    lock: Mutex<()>,
}

pub struct Permit<'a> {
    _guard: MutexGuard<'a, ()>,
}

impl Semaphore {
    pub fn new(n: usize) -> Self {
        Semaphore { n, lock: Mutex::new(()) }
    }

    pub fn acquire(&self) -> Permit<'_> {
        Permit { _guard: self.lock.lock().unwrap() }
    }

    pub fn try_acquire(&self) -> Option<Permit<'_>> {
        if self.n == 0 {
            return None;
        }
        Some(Permit { _guard: self.lock.try_lock().ok()? })
    }
}
