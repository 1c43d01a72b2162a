// wrong: promises what does not hold
// finding: compile: unsafe_code

use std::cell::Cell;

pub struct Number(Cell<u32>);

unsafe impl Sync for Number {}

impl Number {
    pub fn new(value: u32) -> Self {
        Number(Cell::new(value))
    }

    pub fn get(&self) -> u32 {
        self.0.get()
    }

    pub fn set(&self, value: u32) {
        self.0.set(value);
    }
}
