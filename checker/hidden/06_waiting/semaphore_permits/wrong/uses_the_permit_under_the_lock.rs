// wrong: the permit keeps the lock of the count, so nobody else can count
// finding: a_dropped_permit_is_free_again: deadlock

use std::sync::{Condvar, Mutex, MutexGuard};

pub struct Semaphore {
    free: Mutex<usize>,
    given_back: Condvar,
}

pub struct Permit<'a> {
    free: MutexGuard<'a, usize>,
    given_back: &'a Condvar,
}

impl Semaphore {
    pub fn new(n: usize) -> Self {
        Semaphore { free: Mutex::new(n), given_back: Condvar::new() }
    }

    pub fn acquire(&self) -> Permit<'_> {
        let mut free = self.given_back.wait_while(self.free.lock().unwrap(), |free| *free == 0).unwrap();
        *free -= 1;
        Permit { free, given_back: &self.given_back }
    }

    pub fn try_acquire(&self) -> Option<Permit<'_>> {
        let mut free = self.free.lock().unwrap();
        *free = free.checked_sub(1)?;
        Some(Permit { free, given_back: &self.given_back })
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        *self.free += 1;
        self.given_back.notify_one();
    }
}
