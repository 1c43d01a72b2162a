//! # A number for all threads
//!
//! A `Mutex` makes whatever can be sent to another thread into something that threads may share.

use std::sync::Mutex;

/// A number that threads can share.
pub struct Number(Mutex<u32>);

impl Number {
    /// A number with that value.
    pub fn new(value: u32) -> Self {
        Number(Mutex::new(value))
    }

    /// Reads it.
    pub fn get(&self) -> u32 {
        *self.0.lock().unwrap()
    }

    /// Writes it.
    pub fn set(&self, value: u32) {
        *self.0.lock().unwrap() = value;
    }
}
