// right: looks and makes under one lock

use std::collections::HashMap;
use std::sync::Mutex;

#[derive(Default)]
pub struct Table(Mutex<HashMap<String, u32>>);

impl Table {
    pub fn get_or_make(&self, key: &str, make: impl FnOnce() -> u32) -> u32 {
        *self.0.lock().unwrap().entry(key.to_owned()).or_insert_with(make)
    }
}
