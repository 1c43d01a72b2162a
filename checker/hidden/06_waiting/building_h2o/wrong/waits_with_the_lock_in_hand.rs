// wrong: an atom of hydrogen keeps the lock while it waits for the others, so that nobody can come
// finding: two_of_hydrogen_and_one_of_oxygen: deadlock

use std::sync::{Barrier, Mutex};

pub struct Factory {
    hydrogen: Mutex<()>,
    oxygen: Mutex<()>,
    three: Barrier,
}

impl Factory {
    pub fn new() -> Self {
        Factory { hydrogen: Mutex::new(()), oxygen: Mutex::new(()), three: Barrier::new(3) }
    }

    pub fn hydrogen(&self, bond: impl FnOnce()) {
        let _place = self.hydrogen.lock().unwrap();
        self.three.wait();
        bond();
    }

    pub fn oxygen(&self, bond: impl FnOnce()) {
        let _place = self.oxygen.lock().unwrap();
        self.three.wait();
        bond();
    }
}
