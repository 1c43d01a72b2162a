//! # A number for all threads
//!
//! `Number` cannot be shared between threads. Change what is inside, so that it can.
//!
//! Why it matters: what several threads use at the same time must be `Sync`.
//!
//! - `Number::new(value)` makes one; `get(&self)` reads it and `set(&self, value)` writes it.
//! - Threads may share a `Number` by reference.

use std::cell::Cell;

/// A number that threads can share.
pub struct Number(Cell<u32>);

impl Number {
    /// A number with that value.
    pub fn new(value: u32) -> Self {
        // TODO: a `Cell` is for one thread only.
        Number(Cell::new(value))
    }

    /// Reads it.
    pub fn get(&self) -> u32 {
        self.0.get()
    }

    /// Writes it.
    pub fn set(&self, value: u32) {
        self.0.set(value);
    }
}
