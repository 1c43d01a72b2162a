// wrong: gives the lock back between the look and the wait
// finding: whoever_waits_gets_through: deadlock

use std::sync::{Condvar, Mutex};

#[derive(Default)]
pub struct Gate {
    open: Mutex<bool>,
    opened: Condvar,
}

impl Gate {
    pub fn open(&self) {
        *self.open.lock().unwrap() = true;
        self.opened.notify_all(); //~ notify_all
    }

    pub fn wait(&self) {
        while !self.is_open() {
            let open = self.open.lock().unwrap();
            drop(self.opened.wait(open).unwrap()); //~ wait
        }
    }

    fn is_open(&self) -> bool {
        *self.open.lock().unwrap() //~ lock
    }
}
