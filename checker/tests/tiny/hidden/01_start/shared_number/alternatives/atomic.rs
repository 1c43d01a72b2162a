// right: an atomic number needs no lock

use std::sync::atomic::{AtomicU32, Ordering};

pub struct Number(AtomicU32);

impl Number {
    pub fn new(value: u32) -> Self {
        Number(AtomicU32::new(value))
    }

    pub fn get(&self) -> u32 {
        self.0.load(Ordering::Relaxed)
    }

    pub fn set(&self, value: u32) {
        self.0.store(value, Ordering::Relaxed);
    }
}
