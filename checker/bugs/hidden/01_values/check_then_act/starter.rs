// wrong: two threads see that the entry is missing, and both make it

use std::collections::HashMap;
use std::sync::Mutex;

#[derive(Default)]
pub struct Table(Mutex<HashMap<String, u32>>);

impl Table {
    pub fn get_or_make(&self, key: &str, make: impl FnOnce() -> u32) -> u32 {
        let known = self.0.lock().unwrap().contains_key(key); //~ lock
        if !known {
            let value = make();
            self.0.lock().unwrap().insert(key.to_owned(), value); //~ lock
        }
        self.0.lock().unwrap()[key]
    }
}
