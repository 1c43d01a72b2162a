// wrong: another writer gets between the two halves
// finding: pairs_stay_whole: wrong_result
use std::sync::Mutex;

pub struct Pair(Mutex<u32>, Mutex<u32>);

impl Pair {
    pub fn new() -> Self {
        Pair(Mutex::new(0), Mutex::new(0))
    }

    pub fn set(&self, value: u32) {
        *self.0.lock().unwrap() = value;
        *self.1.lock().unwrap() = value;
    }

    pub fn get(&self) -> (u32, u32) {
        (*self.0.lock().unwrap(), *self.1.lock().unwrap())
    }
}
