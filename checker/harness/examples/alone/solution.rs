use std::sync::atomic::{AtomicU32, Ordering};

/// The largest number recorded.
pub struct Largest {
    number: AtomicU32,
}

impl Largest {
    pub fn new() -> Self {
        Largest { number: AtomicU32::new(0) }
    }

    pub fn record(&self, number: u32) {
        let mut largest = self.number.load(Ordering::Relaxed);
        while number > largest {
            match self.number.compare_exchange_weak(largest, number, Ordering::Relaxed, Ordering::Relaxed) {
                Ok(_) => return,
                Err(now) => largest = now,
            }
        }
    }

    pub fn get(&self) -> u32 {
        self.number.load(Ordering::Relaxed)
    }
}
