// wrong: the money it has seen may be gone when it takes it

use std::sync::Mutex;

pub struct Account(Mutex<i32>);

impl Account {
    pub fn new(cents: i32) -> Self {
        Account(Mutex::new(cents))
    }

    pub fn withdraw(&self, cents: i32) {
        if self.cents() >= cents {
            *self.0.lock().unwrap() -= cents; //~ lock
        }
    }

    pub fn cents(&self) -> i32 {
        *self.0.lock().unwrap() //~ lock
    }
}
