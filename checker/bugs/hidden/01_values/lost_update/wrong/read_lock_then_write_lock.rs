// wrong: gives the read lock back before it takes the write lock
// finding: both_additions_count: wrong_result

use std::sync::RwLock;

#[derive(Default)]
pub struct Counter(RwLock<u32>);

impl Counter {
    pub fn add(&self) {
        let value = *self.0.read().unwrap(); //~ read
        *self.0.write().unwrap() = value + 1; //~ write
    }

    pub fn get(&self) -> u32 {
        *self.0.read().unwrap()
    }
}
