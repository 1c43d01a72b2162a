// wrong: `try_acquire` takes a permit without looking: the subtraction panics, and then each drop of a permit does
// finding: a_dropped_permit_is_free_again: panic

use std::sync::{Condvar, Mutex};

/// A number of permits, for as many threads at once.
pub struct Semaphore {
    free: Mutex<usize>,
    given_back: Condvar,
}

/// The right to do what the semaphore is for.
pub struct Permit<'a> {
    semaphore: &'a Semaphore,
}

impl Semaphore {
    /// A semaphore with so many permits.
    pub fn new(n: usize) -> Self {
        Semaphore { free: Mutex::new(n), given_back: Condvar::new() }
    }

    /// Waits for a free permit.
    pub fn acquire(&self) -> Permit<'_> {
        let mut free = self.free.lock().unwrap();
        while *free == 0 {
            free = self.given_back.wait(free).unwrap();
        }
        *free -= 1;
        Permit { semaphore: self }
    }

    /// A permit, if one is free.
    pub fn try_acquire(&self) -> Option<Permit<'_>> {
        let mut free = self.free.lock().unwrap();
        *free -= 1;
        Some(Permit { semaphore: self })
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        *self.semaphore.free.lock().unwrap() += 1;
        self.semaphore.given_back.notify_one();
    }
}
