// right: `wait_while` is the loop

use std::sync::{Condvar, Mutex};

#[derive(Default)]
pub struct Gate {
    opening: Mutex<Option<u32>>,
    opened: Condvar,
}

impl Gate {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn open(&self, n: u32) {
        self.opening.lock().unwrap().get_or_insert(n);
        self.opened.notify_all();
    }

    pub fn wait(&self) -> u32 {
        let opening = self.opening.lock().unwrap();
        self.opened.wait_while(opening, |opening| opening.is_none()).unwrap().unwrap()
    }
}
