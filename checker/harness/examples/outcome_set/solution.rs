use std::sync::Mutex;

pub struct Pair(Mutex<(u32, u32)>);

impl Pair {
    pub fn new() -> Self {
        Pair(Mutex::new((0, 0)))
    }

    pub fn set(&self, value: u32) {
        *self.0.lock().unwrap() = (value, value);
    }

    pub fn get(&self) -> (u32, u32) {
        *self.0.lock().unwrap()
    }
}
