// wrong: takes the number 0 for a gate that is shut
// finding: any_number_will_do: wrong_result

use std::sync::{Condvar, Mutex};

#[derive(Default)]
pub struct Gate {
    number: Mutex<u32>,
    opened: Condvar,
}

impl Gate {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn open(&self, n: u32) {
        let mut number = self.number.lock().unwrap();
        if *number == 0 {
            *number = n;
        }
        self.opened.notify_all();
    }

    pub fn wait(&self) -> u32 {
        let number = self.number.lock().unwrap();
        *self.opened.wait_while(number, |number| *number == 0).unwrap()
    }
}
