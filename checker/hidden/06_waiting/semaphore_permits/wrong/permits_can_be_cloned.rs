// wrong: makes the permit `Clone`, and each clone gives one back
// finding: misuse/refuses_to_clone_a_permit: misuse_compiles

use std::sync::{Condvar, Mutex};

pub struct Semaphore {
    free: Mutex<usize>,
    given_back: Condvar,
}

#[derive(Clone)]
pub struct Permit<'a> {
    semaphore: &'a Semaphore,
}

impl Semaphore {
    pub fn new(n: usize) -> Self {
        Semaphore { free: Mutex::new(n), given_back: Condvar::new() }
    }

    pub fn acquire(&self) -> Permit<'_> {
        let free = self.free.lock().unwrap();
        *self.given_back.wait_while(free, |free| *free == 0).unwrap() -= 1;
        Permit { semaphore: self }
    }

    pub fn try_acquire(&self) -> Option<Permit<'_>> {
        let mut free = self.free.lock().unwrap();
        *free = free.checked_sub(1)?;
        Some(Permit { semaphore: self })
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        *self.semaphore.free.lock().unwrap() += 1;
        self.semaphore.given_back.notify_one();
    }
}
