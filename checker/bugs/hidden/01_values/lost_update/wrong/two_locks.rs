// wrong: reads under the lock, gives it back, and writes under the lock again
// finding: both_additions_count: wrong_result

use std::sync::Mutex;

#[derive(Default)]
pub struct Counter(Mutex<u32>);

impl Counter {
    pub fn add(&self) {
        let value = *self.0.lock().unwrap(); //~ lock
        *self.0.lock().unwrap() = value + 1; //~ lock
    }

    pub fn get(&self) -> u32 {
        *self.0.lock().unwrap()
    }
}
