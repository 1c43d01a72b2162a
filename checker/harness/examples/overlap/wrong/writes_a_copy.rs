// wrong: the writer works on a copy, without the lock
// finding: one_writer_at_a_time: wrong_result
use std::sync::RwLock;

pub struct Table(RwLock<u32>);

impl Table {
    pub fn new(value: u32) -> Self {
        Table(RwLock::new(value))
    }

    pub fn read(&self, reader: impl FnOnce(&u32)) {
        reader(&self.0.read().unwrap());
    }

    pub fn write(&self, writer: impl FnOnce(&mut u32)) {
        let mut copy = *self.0.read().unwrap();
        writer(&mut copy);
        *self.0.write().unwrap() = copy;
    }
}
