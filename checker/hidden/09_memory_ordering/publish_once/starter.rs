//! # Publish once
//!
//! A cell that is filled once, by any thread, and read by all: a small `OnceLock`, without its waiting. One thread
//! writes the value and raises a flag; whoever sees the flag reads the value. The code below does that, and on an
//! x86 machine it may run for years. But `Relaxed` promises nothing about *other* memory: a thread may see the flag
//! and still not see the value. Choose the orderings that carry the value along.
//!
//! ## Why it matters
//!
//! "Write the data, then set the flag" is under every lock, channel and lazy static. The compiler may reorder it, ARM
//! processors do, and reading a half-written value is undefined behaviour.
//!
//! ## Contract
//!
//! - `Publish::<T>::new()` makes an empty cell, for any `T`.
//! - `set(&self, value: T) -> Result<(), T>`: the first call stores the value and returns `Ok`; every other one gives
//!   its value back as `Err`. A loser may return before the winner has finished.
//! - `get(&self) -> Option<&T>`: the value, or `None` if no `set` has finished yet. After a `set` that returned `Ok`,
//!   and for everybody who learned of that, it is the value.
//! - What the thread that called `set` did before it is visible to each thread that gets the value.
//! - A stored value is dropped with the cell, exactly once.
//! - `Publish<T>` is `Send` if `T` is `Send`, and `Sync` if `T` is `Send` and `Sync`. There are no other bounds.
//! - No two threads access the value at once unless both only read it, whatever the memory orderings allow.
//!
//! `unsafe` is allowed here; give each one a `SAFETY` comment. Do not use `OnceLock`, `Once` or `LazyLock`: this is how
//! they work.

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicU8, Ordering};

const EMPTY: u8 = 0;
const WRITING: u8 = 1;
const READY: u8 = 2;

pub struct Publish<T> {
    state: AtomicU8,
    value: UnsafeCell<Option<T>>,
}

// SAFETY: `&Publish<T>` lets another thread drop a `T` that was made here (so `Send`), and lets two threads hold `&T`
// at once (so `Sync`).
unsafe impl<T: Send + Sync> Sync for Publish<T> {}

impl<T> Publish<T> {
    pub fn new() -> Self {
        Publish { state: AtomicU8::new(EMPTY), value: UnsafeCell::new(None) }
    }

    pub fn set(&self, value: T) -> Result<(), T> {
        // TODO: which of the orderings in this file have to be stronger? Not all of them.
        let claim = self.state.compare_exchange(EMPTY, WRITING, Ordering::Relaxed, Ordering::Relaxed);
        if claim.is_err() {
            return Err(value);
        }
        // SAFETY: only one thread ever gets from EMPTY to WRITING, and nobody reads the value before READY.
        unsafe { *self.value.get() = Some(value) };
        self.state.store(READY, Ordering::Relaxed);
        Ok(())
    }

    pub fn get(&self) -> Option<&T> {
        if self.state.load(Ordering::Relaxed) != READY {
            return None;
        }
        // SAFETY: nobody writes the value after READY.
        unsafe { (*self.value.get()).as_ref() }
    }
}
