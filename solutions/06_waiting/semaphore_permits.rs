//! # A semaphore that cannot be forgotten
//!
//! `Drop` is the one function that runs on every way out of a scope: at its end, at a `return`, at a `?`, and when a
//! panic unwinds. What must not be forgotten belongs there. The semaphore itself is a number behind a mutex.

use std::sync::{Condvar, Mutex};

/// A number of permits, for as many threads at once.
pub struct Semaphore {
    free: Mutex<usize>,
    given_back: Condvar,
}

/// The right to do what the semaphore is for. It borrows the semaphore, so it cannot outlive it, and it is neither
/// `Clone` nor `Copy`, so it comes back once.
#[must_use = "the permit goes back when this is dropped"]
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
        let free = self.free.lock().unwrap();
        // Looking and taking are under one guard: between the two nobody else can take the same permit.
        let mut free = self.given_back.wait_while(free, |free| *free == 0).unwrap();
        *free -= 1;
        Permit { semaphore: self }
    }

    /// A permit, if one is free.
    pub fn try_acquire(&self) -> Option<Permit<'_>> {
        // This waits for the mutex, which nobody holds for longer than a few instructions, but never for a permit.
        let mut free = self.free.lock().unwrap();
        *free = free.checked_sub(1)?;
        Some(Permit { semaphore: self })
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        // The mutex cannot be poisoned: no code of a caller's runs while it is held.
        *self.semaphore.free.lock().unwrap() += 1;
        // First the permit, then the news: whoever is woken must find it. One permit is news for one thread, and every
        // thread that waits here can use it, so `notify_one` is enough. And at every permit, not only when there was
        // none: two may come back before the first woken thread runs.
        self.semaphore.given_back.notify_one();
    }
}
