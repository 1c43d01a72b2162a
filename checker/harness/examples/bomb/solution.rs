use std::sync::{Mutex, PoisonError};

pub struct Store(Mutex<u32>);

impl Store {
    pub fn new(value: u32) -> Self {
        Store(Mutex::new(value))
    }

    pub fn update(&self, change: impl FnOnce(&mut u32)) {
        let mut guard = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut copy = *guard;
        change(&mut copy);
        *guard = copy;
    }

    pub fn get(&self) -> u32 {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
