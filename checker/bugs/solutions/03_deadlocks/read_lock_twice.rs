// right: reads everything under one read lock

use std::sync::RwLock;

#[derive(Default)]
pub struct Table(RwLock<Vec<u32>>);

impl Table {
    pub fn push(&self, number: u32) {
        self.0.write().unwrap().push(number);
    }

    pub fn mean(&self) -> u32 {
        let numbers = self.0.read().unwrap();
        let sum: u32 = numbers.iter().sum();
        sum / numbers.len() as u32
    }
}
