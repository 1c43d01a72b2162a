// wrong: one of the two orders leaves no trace
// finding: pairs_stay_whole: never_happens
use std::sync::Mutex;

pub struct Pair(Mutex<(u32, u32)>);

impl Pair {
    pub fn new() -> Self {
        Pair(Mutex::new((0, 0)))
    }

    pub fn set(&self, value: u32) {
        let mut pair = self.0.lock().unwrap();
        *pair = (*pair).max((value, value));
    }

    pub fn get(&self) -> (u32, u32) {
        *self.0.lock().unwrap()
    }
}
