// wrong: what the closure had changed before it panicked stays
// finding: a_failed_update_changes_nothing: wrong_result
use std::sync::{Mutex, PoisonError};

pub struct Store(Mutex<u32>);

impl Store {
    pub fn new(value: u32) -> Self {
        Store(Mutex::new(value))
    }

    pub fn update(&self, change: impl FnOnce(&mut u32)) {
        change(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner));
    }

    pub fn get(&self) -> u32 {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
