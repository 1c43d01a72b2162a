// wrong: atoms of hydrogen only report, and return without their bond
// finding: two_of_hydrogen_and_one_of_oxygen: wrong_result

use std::sync::{Condvar, Mutex};

#[derive(Default)]
pub struct Factory {
    hydrogen: Mutex<usize>,
    changed: Condvar,
}

impl Factory {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn hydrogen(&self, bond: impl FnOnce()) {
        let _ = bond;
        *self.hydrogen.lock().unwrap() += 1;
        self.changed.notify_all();
    }

    pub fn oxygen(&self, bond: impl FnOnce()) {
        let hydrogen = self.hydrogen.lock().unwrap();
        *self.changed.wait_while(hydrogen, |hydrogen| *hydrogen < 2).unwrap() -= 2;
        bond();
    }
}
