// wrong: reads twice under two read locks, between which a writer may wait

use std::sync::RwLock;

#[derive(Default)]
pub struct Table(RwLock<Vec<u32>>);

impl Table {
    pub fn push(&self, number: u32) {
        self.0.write().unwrap().push(number);
    }

    pub fn mean(&self) -> u32 {
        let numbers = self.0.read().unwrap(); //~ read
        let sum: u32 = numbers.iter().sum();
        sum / self.len()
    }

    fn len(&self) -> u32 {
        self.0.read().unwrap().len() as u32 //~ read
    }
}
