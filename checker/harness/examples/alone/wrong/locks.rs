// wrong: a lock is waited for
// finding: nobody_waits: livelock

use std::sync::Mutex;

pub struct Largest {
    number: Mutex<u32>,
}

impl Largest {
    pub fn new() -> Self {
        Largest { number: Mutex::new(0) }
    }

    pub fn record(&self, number: u32) {
        let mut largest = self.number.lock().unwrap();
        *largest = number.max(*largest);
    }

    pub fn get(&self) -> u32 {
        *self.number.lock().unwrap()
    }
}
