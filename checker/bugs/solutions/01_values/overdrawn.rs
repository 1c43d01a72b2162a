// right: looks and takes under one lock

use std::sync::Mutex;

pub struct Account(Mutex<i32>);

impl Account {
    pub fn new(cents: i32) -> Self {
        Account(Mutex::new(cents))
    }

    pub fn withdraw(&self, cents: i32) {
        let mut balance = self.0.lock().unwrap();
        if *balance >= cents {
            *balance -= cents;
        }
    }

    pub fn cents(&self) -> i32 {
        *self.0.lock().unwrap()
    }
}
