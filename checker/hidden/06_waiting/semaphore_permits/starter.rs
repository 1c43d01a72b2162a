//! # A semaphore that cannot be forgotten
//!
//! A semaphore lets at most so many threads do something at once. A thread acquires a permit before and gives it back
//! afterwards. The code below counts correctly. But it relies on every caller to call `release`, on every way out of
//! every function, and one caller has forgotten. Let the permit give itself back.
//!
//! Why it matters: at most ten connections to the database, at most four downloads, at most one backup: all of these
//! are permits. An early `return`, a `?` or a panic between `acquire` and `release` loses one for ever. The service
//! then has nine connections, then eight, and stops one night without an error. Rust calls a function when a value
//! goes, on every way out; locks use that for their guards, and so can you.
//!
//! ## What must hold
//!
//! - `Semaphore::new(n)` makes a semaphore with `n` permits; `n` may be 0.
//! - `semaphore.acquire()` waits until a permit is free, and returns it.
//! - `semaphore.try_acquire()` never waits for a permit. It returns one if one is free, whatever other threads do at
//!   that moment, and otherwise `None`.
//! - The permit goes back when the `Permit` is dropped, exactly once, on whatever thread that happens. That includes
//!   a drop while a panic unwinds the thread.
//! - Never are more than `n` permits out, and `n` threads can hold one at the same time.
//! - A free permit and a thread that waits for one come together: no thread waits in `acquire` while a permit is free
//!   that nobody else takes. Who is first among several is up to you.
//! - Any number of threads may call `acquire` and `try_acquire` at the same time. Threads may wake up although nobody
//!   has notified them.
//! - A thread that waits sleeps. It does not look again and again, and does not count on a timeout to look again.
//!
//! The fields of `Semaphore` and `Permit` are up to you. `release` may go: nobody has to call it any more.
//! If it stays, a permit comes back once all the same.
//!
//! Work at the `// TODO`.

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
        *free = free.checked_sub(1)?;
        Some(Permit { semaphore: self })
    }
}

impl Permit<'_> {
    /// Gives the permit back.
    // TODO: who calls this when the holder returns early, or panics?
    pub fn release(self) {
        *self.semaphore.free.lock().unwrap() += 1;
        self.semaphore.given_back.notify_one();
    }
}
