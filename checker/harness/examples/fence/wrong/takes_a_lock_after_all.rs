// wrong: a Mutex, by another name
// finding: compile: forbidden
use std::sync::Mutex as Latch;

pub struct Counter(Latch<u32>);

impl Counter {
    pub fn new() -> Self {
        Counter(Latch::new(0))
    }

    pub fn add(&self, number: u32) {
        *self.0.lock().unwrap() += number;
    }

    pub fn total(&self) -> u32 {
        *self.0.lock().unwrap()
    }
}
