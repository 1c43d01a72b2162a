// wrong: counts down first and then waits until the number is not negative; `try_acquire` does not undo its step
// finding: a_dropped_permit_is_free_again: wrong_result

use std::sync::{Condvar, Mutex};

pub struct Semaphore {
    free: Mutex<isize>,
    given_back: Condvar,
}

pub struct Permit<'a> {
    semaphore: &'a Semaphore,
}

impl Semaphore {
    pub fn new(n: usize) -> Self {
        Semaphore { free: Mutex::new(n as isize), given_back: Condvar::new() }
    }

    pub fn acquire(&self) -> Permit<'_> {
        let mut free = self.free.lock().unwrap();
        *free -= 1;
        drop(self.given_back.wait_while(free, |free| *free < 0).unwrap());
        Permit { semaphore: self }
    }

    pub fn try_acquire(&self) -> Option<Permit<'_>> {
        let mut free = self.free.lock().unwrap();
        *free -= 1;
        (*free >= 0).then(|| Permit { semaphore: self })
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        *self.semaphore.free.lock().unwrap() += 1;
        self.semaphore.given_back.notify_one();
    }
}
