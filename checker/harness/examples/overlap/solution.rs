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
        writer(&mut self.0.write().unwrap());
    }
}
