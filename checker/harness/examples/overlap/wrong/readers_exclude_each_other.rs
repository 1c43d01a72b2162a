// wrong: a Mutex lets one reader in at a time
// finding: two_readers_at_once: never_happens
use std::sync::Mutex;

pub struct Table(Mutex<u32>);

impl Table {
    pub fn new(value: u32) -> Self {
        Table(Mutex::new(value))
    }

    pub fn read(&self, reader: impl FnOnce(&u32)) {
        reader(&self.0.lock().unwrap());
    }

    pub fn write(&self, writer: impl FnOnce(&mut u32)) {
        writer(&mut self.0.lock().unwrap());
    }
}
