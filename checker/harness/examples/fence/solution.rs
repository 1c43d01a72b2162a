use std::sync::atomic::{AtomicU32, Ordering};

pub struct Counter(AtomicU32);

impl Counter {
    pub fn new() -> Self {
        Counter(AtomicU32::new(0))
    }

    pub fn add(&self, number: u32) {
        self.0.fetch_add(number, Ordering::Relaxed);
    }

    pub fn total(&self) -> u32 {
        self.0.load(Ordering::Relaxed)
    }
}
