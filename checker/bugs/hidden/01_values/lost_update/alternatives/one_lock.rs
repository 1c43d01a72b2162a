// right: reads and writes under one lock

use std::sync::Mutex;

#[derive(Default)]
pub struct Counter(Mutex<u32>);

impl Counter {
    pub fn add(&self) {
        *self.0.lock().unwrap() += 1;
    }

    pub fn get(&self) -> u32 {
        *self.0.lock().unwrap()
    }
}
